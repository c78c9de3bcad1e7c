// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/importplaces.h"

#include "ui/catalog/managertext.h"

#include <QCoreApplication>

namespace oshaq {

namespace {

QByteArray field(QString text)
{
    // Spreadsheets run what begins so.
    if (!text.isEmpty() && QStringView(u"=+-@\t\r\n").contains(text.front()))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u';') || text.contains(u'\n') ||
        text.contains(u'\r'))
        text = u'"' + text.replace(QStringLiteral("\""), QStringLiteral("\"\"")) + u'"';
    return text.toUtf8();
}

QByteArray line(const QString &line, const QString &column, const QString &reason)
{
    return field(line) + ',' + field(column) + ',' + field(reason) + "\r\n";
}

} // namespace

QByteArray placesCsv(const std::vector<ErrorDetail> &places)
{
    // The mark tells spreadsheets that it is UTF-8.
    QByteArray csv("\xEF\xBB\xBF");
    csv += line(ManagerText::lineHead(), ManagerText::columnHead(), ManagerText::reasonHead());
    for (const ErrorDetail &detail : places) {
        const FilePlace place = FilePlace::of(detail.path);
        csv += line(place.line > 0 ? QString::number(place.line) : QString(), place.column,
                    ManagerText::reason(detail.issue));
    }
    return csv;
}

} // namespace oshaq
