// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/dayend.h"
#include "models/domain/dayendfigures.h"
#include "models/domain/orderpaper.h"

namespace oshaq {

/// A kept day-end report on a receipt printer. `setting.nowMs`: when it is printed.
PrintDocument dayEndDocument(const DayEnd &dayEnd, const DayEndFigures &figures, const PaperSetting &setting);

/// The first digits of the journal's hash, for people to compare: "3f2a 91c0 77de 05b4".
QString shortJournalHash(const QByteArray &hash);

} // namespace oshaq
