// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTranslator>

namespace oshaq {

/// What every text of ours would be in a language whose words are some forty percent longer than English ones: room
/// for them is proved before anybody has translated them. Keys on the keyboard stay.
class LongTexts final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (!QByteArrayView(context).startsWith("oshaq"))
            return {};
        const QString text = QString::fromUtf8(source);
        const bool isKey = text.size() < 3 || text == u"Esc" || text == u"Tab" || text == u"Enter" ||
                           text == u"Space" || text == u"PgUp" || text == u"PgDn" || text.startsWith(u"Ctrl") ||
                           text.startsWith(u'F') || text == u"Up" || text == u"Down";
        if (isKey)
            return text;
        // The words that it has, over again, so that it wraps where words end.
        const qsizetype extra = text.size() * 2 / 5;
        QString more;
        for (const QString &word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            if (word.contains(u'%'))
                continue;
            if (more.size() >= extra)
                break;
            more += more.isEmpty() ? word : u' ' + word;
        }
        return text + more.left(extra).toLower();
    }
};

} // namespace oshaq
