// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/ratelimiter.h"

#include <QHashFunctions>

#include <algorithm>
#include <cmath>

namespace oshaq {

namespace {

// Sweeping walks every bucket: not more than once in this time, whatever happens.
constexpr qint64 sweepIntervalMs = 1'000;

} // namespace

RateLimiter::RateLimiter(int perSecond, int burst, qsizetype maxKeys)
    : m_perMs(std::max(1, perSecond) / 1000.0)
    , m_burst(std::max(1, burst))
    , m_maxKeys(maxKeys)
{}

RateLimiter::Taken RateLimiter::take(const QByteArray &key, qint64 monotonicMs)
{
    const std::lock_guard lock(m_mutex);
    auto found = m_buckets.find(key);
    if (found == m_buckets.end()) {
        if (static_cast<qsizetype>(m_buckets.size()) >= m_maxKeys)
            forgetFullBuckets(monotonicMs);
        const QByteArray slot = static_cast<qsizetype>(m_buckets.size()) >= m_maxKeys ? QByteArray() : key;
        found = m_buckets.try_emplace(slot, Bucket{m_burst, monotonicMs}).first;
    }

    Bucket &bucket = found->second;
    const qint64 elapsed = std::max<qint64>(0, monotonicMs - bucket.atMs);
    bucket.tokens = std::min(m_burst, bucket.tokens + static_cast<double>(elapsed) * m_perMs);
    bucket.atMs = monotonicMs;
    Taken taken;
    if (bucket.tokens >= 1.0)
        bucket.tokens -= 1.0;
    else
        taken.waitMs = std::max<qint64>(1, std::llround(std::ceil((1.0 - bucket.tokens) / m_perMs)));
    taken.remaining = static_cast<qint64>(bucket.tokens);
    taken.fullInMs = std::llround(std::ceil((m_burst - bucket.tokens) / m_perMs));
    return taken;
}

qsizetype RateLimiter::keyCount() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<qsizetype>(m_buckets.size());
}

void RateLimiter::forgetFullBuckets(qint64 monotonicMs)
{
    if (m_sweptAtMs != 0 && monotonicMs - m_sweptAtMs < sweepIntervalMs)
        return;
    m_sweptAtMs = monotonicMs;
    std::erase_if(m_buckets, [&](const auto &entry) {
        const Bucket &bucket = entry.second;
        return bucket.tokens + static_cast<double>(monotonicMs - bucket.atMs) * m_perMs >= m_burst;
    });
}

} // namespace oshaq
