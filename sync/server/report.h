// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/dayend.h"
#include "models/domain/dayendfigures.h"
#include "models/domain/orderpaper.h"
#include "models/domain/reporttables.h"

#include <QByteArray>

namespace oshaq {

/// Titles and columns are in `language`; amounts and days are the same characters in every one.
Report salesReport(const Analytics &analytics, const Business &business, const PaperLanguage &language);
/// A kept day-end report: what was sold and taken, and the seal of the journal.
Report dayEndReport(const DayEnd &dayEnd, const DayEndFigures &figures, const PaperLanguage &language);

QByteArray reportJson(const Report &report);
/// One section under the other, for a spreadsheet.
QByteArray reportCsv(const Report &report);

} // namespace oshaq
