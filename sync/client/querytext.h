// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace oshaq {

/// The query of a URL: one value after the other, percent-encoded; one that is empty is left out.
class QueryText
{
public:
    void add(const char *name, const QString &value)
    {
        if (value.isEmpty())
            return;
        m_text += m_text.isEmpty() ? '?' : '&';
        m_text += name;
        m_text += '=';
        m_text += QUrl::toPercentEncoding(value, ",");
    }
    QByteArray text() const { return m_text; }

private:
    QByteArray m_text;
};

} // namespace oshaq
