// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "sync/server/report.h"

#include <QByteArray>

namespace oshaq {

/// A workbook with a sheet for each section; amounts and quantities are numbers, so that a spreadsheet can go on with
/// them. Texts are texts, never formulas.
Result<QByteArray> reportXlsx(const Report &report);

} // namespace oshaq
