// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "sync/server/report.h"

#include <QByteArray>
#include <QString>

namespace oshaq {

inline constexpr char csvType[] = "text/csv; charset=utf-8";
inline constexpr char xlsxType[] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
inline constexpr char pdfType[] = "application/pdf";

/// Of "csv", "xlsx", "pdf"; anything else is JSON and has none.
QByteArray reportMediaType(QStringView format);
/// The report as a file of that format, JSON without one. Takes a while: on a worker.
Result<QByteArray> reportFile(const Report &report, QStringView format);

} // namespace oshaq
