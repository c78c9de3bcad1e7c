// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/touchedrows.h"

#include <QByteArray>
#include <QHashFunctions>

#include <array>
#include <atomic>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace oshaq {

/// How often what answers are made of has changed since this server started. Raised by the commit listener, after the
/// commit and before any of its answers: whatever was made under an older stamp is stale for everybody from then on, so
/// nobody reads older than they were told. Thread-safe.
class DataVersions
{
    Q_DISABLE_COPY_MOVE(DataVersions)

public:
    /// The changes that one kind of answer depends on.
    using Stamp = std::array<quint64, 3>;

    DataVersions() = default;

    void raise(const TouchedRows &touched);

    Stamp catalog() const;
    Stamp orders() const;
    Stamp guest(qint64 userId) const;
    /// Of tokens and who they are: their labels are names of businesses and terminals.
    Stamp access() const;

private:
    std::atomic<quint64> m_catalog{1};
    std::atomic<quint64> m_orders{1};
    std::atomic<quint64> m_access{1};
    std::atomic<quint64> m_allGuests{1};
    mutable std::mutex m_mutex;
    std::unordered_map<qint64, quint64> m_guests; ///< only those that changed since the start
};

/// Of an answer that not only rows change but also the clock: from when it was made until what it says is over.
struct AnswerTime
{
    qint64 madeAtMs = 0;
    qint64 untilMs = 0; ///< 0: for as long as no row changes

    /// A clock that was put back makes it a stranger too.
    bool holds(qint64 nowMs) const { return untilMs == 0 || (nowMs >= madeAtMs && nowMs < untilMs); }
};

/// An answer before its envelope, with its tag.
struct CachedAnswer
{
    QByteArray data;
    QByteArray meta;
    QByteArray v1;   ///< both in the envelope of v1, which nearly everybody asks for: what goes out as it is
    QByteArray etag; ///< with its quotes
    AnswerTime time;
};

/// Answers that many ask for, made once and shared by all HTTP threads. The least recently used go first when the bytes
/// run out. Thread-safe.
///
/// Use: take the stamp, find(); on a miss read the database and store() under the stamp taken before. A commit in
/// between makes the entry look older than it is, never newer.
class AnswerCache
{
    Q_DISABLE_COPY_MOVE(AnswerCache)

public:
    enum class Kind
    {
        Menu,
        Orders,
        GuestOrders,
    };
    static constexpr std::array kindNames{"menu", "orders", "guest_orders"};

    explicit AnswerCache(qint64 maxBytes = 32 * 1024 * 1024)
        : m_maxBytes(maxBytes)
    {}

    /// Null: unknown, stale, or over at `nowMs`.
    std::shared_ptr<const CachedAnswer> find(Kind kind, const QByteArray &key, const DataVersions::Stamp &stamp,
                                             qint64 nowMs = 0);
    /// Makes the tag, keeps the answer unless it is too large, and returns it.
    std::shared_ptr<const CachedAnswer> store(Kind kind, const QByteArray &key, const DataVersions::Stamp &stamp,
                                              QByteArray data, QByteArray meta, AnswerTime time = {});

    struct Counts
    {
        quint64 hits = 0;
        quint64 misses = 0;
    };
    Counts counts(Kind kind) const;
    qint64 bytes() const;

private:
    struct Entry
    {
        QByteArray key;
        DataVersions::Stamp stamp;
        std::shared_ptr<const CachedAnswer> answer;
    };
    struct Hash
    {
        size_t operator()(const QByteArray &key) const { return qHash(QByteArrayView(key), 0x6f736861); }
    };
    using Entries = std::list<Entry>; ///< the most recently used first

    static QByteArray fullKey(Kind kind, const QByteArray &key);
    static qint64 sizeOf(const Entry &entry);
    void remove(Entries::iterator entry);

    const qint64 m_maxBytes;
    mutable std::mutex m_mutex;
    Entries m_entries;
    std::unordered_map<QByteArray, Entries::iterator, Hash> m_byKey;
    qint64 m_bytes = 0;
    std::array<Counts, kindNames.size()> m_counts;
};

} // namespace oshaq
