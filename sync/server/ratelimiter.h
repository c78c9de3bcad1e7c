// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHashFunctions>
#include <QtGlobal>

#include <mutex>
#include <unordered_map>

namespace oshaq {

/// Token buckets, one for each key, shared by all HTTP threads: connections of one address spread over the threads, so
/// a bucket for each thread would multiply the limit. Thread-safe.
class RateLimiter
{
    Q_DISABLE_COPY_MOVE(RateLimiter)

public:
    /// `perSecond` tokens a second, at most `burst` saved up. Above `maxKeys` keys at once all new ones share one
    /// bucket, so that an attacker with many addresses costs no memory.
    RateLimiter(int perSecond, int burst, qsizetype maxKeys = 65'536);

    struct Taken
    {
        qint64 waitMs = 0;    ///< 0: there was a token; else the time until there is one
        qint64 remaining = 0; ///< whole tokens left
        qint64 fullInMs = 0;  ///< until the bucket is full again
    };
    Taken take(const QByteArray &key, qint64 monotonicMs);

    qint64 burst() const { return static_cast<qint64>(m_burst); }
    /// In which a whole bucket fills.
    qint64 windowMs() const { return static_cast<qint64>(m_burst / m_perMs); }

    qsizetype keyCount() const;

private:
    struct Bucket
    {
        double tokens = 0;
        qint64 atMs = 0;
    };
    struct Hash
    {
        size_t operator()(const QByteArray &key) const { return qHash(QByteArrayView(key), 0x6f736861); }
    };

    void forgetFullBuckets(qint64 monotonicMs);

    const double m_perMs;
    const double m_burst;
    const qsizetype m_maxKeys;
    mutable std::mutex m_mutex;
    std::unordered_map<QByteArray, Bucket, Hash> m_buckets;
    qint64 m_sweptAtMs = 0;
};

} // namespace oshaq
