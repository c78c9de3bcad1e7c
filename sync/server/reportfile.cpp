// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/reportfile.h"

#include "sync/drawing/reportpdf.h"
#include "sync/server/reportxlsx.h"

namespace oshaq {

QByteArray reportMediaType(QStringView format)
{
    if (format == u"csv")
        return csvType;
    if (format == u"xlsx")
        return xlsxType;
    if (format == u"pdf")
        return pdfType;
    return {};
}

Result<QByteArray> reportFile(const Report &report, QStringView format)
{
    if (format == u"csv")
        return reportCsv(report);
    if (format == u"xlsx")
        return reportXlsx(report);
    if (format == u"pdf")
        return reportPdf(report);
    return reportJson(report);
}

} // namespace oshaq
