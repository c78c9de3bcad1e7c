// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/searchentry.h"

namespace oshaq {

namespace {

/// Seven bits a byte, the lowest first; the eighth says that more follow.
void pack(quint64 value, QByteArray *bytes)
{
    while (value >= 0x80) {
        bytes->append(char(value | 0x80));
        value >>= 7;
    }
    bytes->append(char(value));
}

} // namespace

void SearchEntry::packInto(QByteArray *entries) const
{
    pack(quint64(orderId), entries);
    pack(quint64(placedAtMs), entries);
    pack(quint64(userId), entries);
    pack(text.size(), entries);
    entries->append(text.data(), qsizetype(text.size()));
    pack(names.size(), entries);
    for (const quint32 name : names)
        pack(name, entries);
}

bool SearchEntries::readLonger(quint64 *value)
{
    quint64 result = 0;
    for (unsigned shift = 0; m_at < m_end && shift < 64; shift += 7) {
        const uchar byte = *m_at++;
        result |= quint64(byte & 0x7f) << shift;
        if (byte < 0x80) {
            *value = result;
            return true;
        }
    }
    m_failed = true;
    return false;
}

bool SearchEntries::next(SearchEntry *entry)
{
    if (m_at == m_end || m_failed)
        return false;
    quint64 orderId = 0;
    quint64 placedAt = 0;
    quint64 userId = 0;
    quint64 length = 0;
    if (!read(&orderId) || !read(&placedAt) || !read(&userId) || !read(&length))
        return false;
    m_failed = length > quint64(m_end - m_at);
    if (m_failed)
        return false;
    entry->orderId = qint64(orderId);
    entry->placedAtMs = qint64(placedAt);
    entry->userId = qint64(userId);
    entry->text = {reinterpret_cast<const char *>(m_at), std::size_t(length)};
    m_at += length;
    quint64 count = 0;
    if (!read(&count))
        return false;
    entry->names.clear();
    for (quint64 name = 0; count > 0; --count) {
        if (!read(&name))
            return false;
        entry->names.push_back(quint32(name));
    }
    return true;
}

} // namespace oshaq
