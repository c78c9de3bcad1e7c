// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/csvlines.h"

#include <QString>

#include <algorithm>

namespace oshaq {

namespace {

QString harmless(const QString &text)
{
    // With the full-width forms: spreadsheets of some languages take them for the same.
    static const QString first = QStringLiteral("=+-@\t\r\n＝＋－＠");
    return !text.isEmpty() && first.contains(text.front()) ? u'\'' + text : text;
}

QString field(const QString &text)
{
    QString safe = harmless(text);
    const bool needsQuotes = std::any_of(safe.begin(), safe.end(), [](QChar letter) {
        return letter == u',' || letter == u'"' || letter == u'\r' || letter == u'\n';
    });
    return needsQuotes ? u'"' + safe.replace(u'"', QStringLiteral("\"\"")) + u'"' : safe;
}

} // namespace

QByteArray csvLines(const std::vector<QStringList> &rows)
{
    QByteArray out("\xEF\xBB\xBF");
    for (const QStringList &row : rows) {
        QStringList fields;
        for (const QString &text : row)
            fields << field(text);
        out += fields.join(u',').toUtf8() + "\r\n";
    }
    return out;
}

QString clipboardLines(const std::vector<QStringList> &rows)
{
    QString out;
    for (const QStringList &row : rows) {
        QStringList fields;
        for (const QString &text : row)
            fields << harmless(text.simplified());
        out += fields.join(u'\t') + u'\n';
    }
    return out;
}

} // namespace oshaq
