// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/orderpaper.h"

#include <QList>
#include <QPair>

namespace oshaq::test {

/// An order that needs everything a paper can show: options, notes, an allergy, a long name, two courses, quantities
/// with fractions.
Order sampleOrder(const QString &language);
PaperSetting sampleSetting(const QString &language);

/// Each kind of paper in that language, by name.
QList<QPair<QString, PrintDocument>> samplePapers(const QString &language);

} // namespace oshaq::test
