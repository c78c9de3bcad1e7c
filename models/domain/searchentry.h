// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <string_view>
#include <vector>

namespace oshaq {

/// What one order is found by. Many of them stand packed in a row, because a search looks at all orders of years:
/// some twenty bytes each, instead of the words themselves.
struct SearchEntry
{
    qint64 orderId = 0;
    qint64 placedAtMs = 0;
    qint64 userId = 0;          ///< 0: no guest
    std::string_view text;      ///< its number and what else it is called: folded, UTF-8; not owned
    std::vector<quint32> names; ///< what its lines are called, by the number that the search gave that name

    /// Appends the entry to packed ones.
    void packInto(QByteArray *entries) const;
};

/// Reads packed entries one after the other; what it reads points into `entries`, which must live as long.
class SearchEntries
{
public:
    explicit SearchEntries(const QByteArray &entries)
        : m_at(reinterpret_cast<const uchar *>(entries.constData()))
        , m_end(m_at + entries.size())
    {}

    /// False at the end, and when what is there cannot be read: then failed().
    bool next(SearchEntry *entry);
    bool failed() const { return m_failed; }

private:
    bool read(quint64 *value)
    {
        if (m_at < m_end && *m_at < 0x80) {
            *value = *m_at++;
            return true;
        }
        return readLonger(value);
    }
    bool readLonger(quint64 *value);

    const uchar *m_at;
    const uchar *m_end;
    bool m_failed = false;
};

} // namespace oshaq
