// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <atomic>

namespace oshaq {

/// How many values fell under each of some bounds, and their sum: what a monitoring system makes percentiles of. A
/// plain value, for whoever guards it. The unit is the caller's.
template <std::size_t N> struct Histogram
{
    std::array<quint64, N + 1> counts{}; ///< the last one: above every bound
    qint64 sum = 0;

    void add(qint64 value, const std::array<qint64, N> &bounds)
    {
        const auto found = std::lower_bound(bounds.begin(), bounds.end(), value);
        ++counts[std::size_t(found - bounds.begin())];
        sum += value;
    }
};

/// The same for threads that share it without a lock. What one reader sees of it may be a value ahead in one place.
template <std::size_t N> class SharedHistogram
{
    Q_DISABLE_COPY_MOVE(SharedHistogram)

public:
    SharedHistogram() = default;

    void add(qint64 value, const std::array<qint64, N> &bounds)
    {
        const auto found = std::lower_bound(bounds.begin(), bounds.end(), value);
        m_counts[std::size_t(found - bounds.begin())].fetch_add(1, std::memory_order_relaxed);
        m_sum.fetch_add(value, std::memory_order_relaxed);
    }

    Histogram<N> taken() const
    {
        Histogram<N> values;
        for (std::size_t i = 0; i <= N; ++i)
            values.counts[i] = m_counts[i].load(std::memory_order_relaxed);
        values.sum = m_sum.load(std::memory_order_relaxed);
        return values;
    }

private:
    std::array<std::atomic<quint64>, N + 1> m_counts{};
    std::atomic<qint64> m_sum{0};
};

} // namespace oshaq
