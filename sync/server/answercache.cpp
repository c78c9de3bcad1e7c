// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/answercache.h"

#include "models/runtime/sha256.h"
#include "sync/protocol/errorjson.h"

namespace oshaq {

void DataVersions::raise(const TouchedRows &touched)
{
    if (touched.catalog)
        ++m_catalog;
    if (touched.orders)
        ++m_orders;
    if (touched.access)
        ++m_access;
    if (touched.allGuests)
        ++m_allGuests;
    if (touched.guests.empty())
        return;
    const std::lock_guard lock(m_mutex);
    for (const qint64 userId : touched.guests)
        ++m_guests[userId];
}

DataVersions::Stamp DataVersions::catalog() const
{
    return {m_catalog.load(), 0, 0};
}

DataVersions::Stamp DataVersions::orders() const
{
    return {m_catalog.load(), m_orders.load(), 0};
}

DataVersions::Stamp DataVersions::guest(qint64 userId) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_guests.find(userId);
    return {m_catalog.load(), m_allGuests.load(), found == m_guests.end() ? 0 : found->second};
}

DataVersions::Stamp DataVersions::access() const
{
    return {m_access.load(), m_catalog.load(), 0};
}

std::shared_ptr<const CachedAnswer> AnswerCache::find(Kind kind, const QByteArray &key,
                                                      const DataVersions::Stamp &stamp, qint64 nowMs)
{
    const std::lock_guard lock(m_mutex);
    Counts &counts = m_counts[static_cast<size_t>(kind)];
    const auto found = m_byKey.find(fullKey(kind, key));
    if (found == m_byKey.end() || found->second->stamp != stamp || !found->second->answer->time.holds(nowMs)) {
        ++counts.misses;
        return nullptr;
    }
    ++counts.hits;
    m_entries.splice(m_entries.begin(), m_entries, found->second);
    return found->second->answer;
}

std::shared_ptr<const CachedAnswer> AnswerCache::store(Kind kind, const QByteArray &key,
                                                       const DataVersions::Stamp &stamp, QByteArray data,
                                                       QByteArray meta, AnswerTime time)
{
    auto answer = std::make_shared<CachedAnswer>();
    answer->v1 = successJson(data, QStringLiteral("OK"), meta);
    answer->data = std::move(data);
    answer->meta = std::move(meta);
    answer->time = time;
    // Its envelope is all of it.
    answer->etag = '"' + sha256(answer->v1).left(16).toHex() + '"';

    Entry entry{fullKey(kind, key), stamp, answer};
    const qint64 size = sizeOf(entry);
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_byKey.find(entry.key); known != m_byKey.end())
        remove(known->second);
    if (size > m_maxBytes / 4)
        return answer;
    while (!m_entries.empty() && m_bytes + size > m_maxBytes)
        remove(std::prev(m_entries.end()));
    m_entries.push_front(std::move(entry));
    m_byKey.emplace(m_entries.front().key, m_entries.begin());
    m_bytes += size;
    return answer;
}

AnswerCache::Counts AnswerCache::counts(Kind kind) const
{
    const std::lock_guard lock(m_mutex);
    return m_counts[static_cast<size_t>(kind)];
}

qint64 AnswerCache::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

QByteArray AnswerCache::fullKey(Kind kind, const QByteArray &key)
{
    return QByteArray::number(static_cast<int>(kind)) + ':' + key;
}

qint64 AnswerCache::sizeOf(const Entry &entry)
{
    constexpr qint64 overhead = 256;
    return overhead + entry.key.size() + entry.answer->data.size() + entry.answer->meta.size() + entry.answer->v1.size();
}

void AnswerCache::remove(Entries::iterator entry)
{
    m_bytes -= sizeOf(*entry);
    m_byKey.erase(entry->key);
    m_entries.erase(entry);
}

} // namespace oshaq
