// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <deque>
#include <mutex>

namespace oshaq {

/// When somebody failed to sign in at this hub, whoever it was. Only in memory: who is locked out stands in the
/// database. Times are monotonic, in milliseconds. Thread-safe.
class SignInFailures
{
    Q_DISABLE_COPY_MOVE(SignInFailures)

public:
    /// Older ones are forgotten.
    static constexpr qint64 keptMs = 60 * 60 * 1000;
    static constexpr std::size_t maxKept = 10'000;

    SignInFailures() = default;

    void note(qint64 nowMs)
    {
        const std::lock_guard lock(m_mutex);
        m_times.push_back(nowMs);
        while (m_times.size() > maxKept || m_times.front() < nowMs - keptMs)
            m_times.pop_front();
    }

    int since(qint64 ms) const
    {
        const std::lock_guard lock(m_mutex);
        int count = 0;
        for (const qint64 time : m_times)
            count += time >= ms ? 1 : 0;
        return count;
    }

private:
    mutable std::mutex m_mutex;
    std::deque<qint64> m_times;
};

} // namespace oshaq
