// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/clock.h"

#include <atomic>

namespace oshaq {

/// A clock that stands still until a test moves it. Thread-safe.
class FakeClock final : public Clock
{
public:
    /// 2026-01-15T10:30:00Z.
    static constexpr qint64 startMs = 1'768'473'000'000;

    explicit FakeClock(qint64 nowMs = startMs)
        : m_nowMs(nowMs)
    {}

    qint64 nowMs() const override { return m_nowMs; }
    qint64 monotonicMs() const override { return m_monotonicMs; }

    /// Time passes: both clocks go on.
    void advance(qint64 ms)
    {
        m_nowMs += ms;
        m_monotonicMs += ms;
    }

    /// Somebody sets the wall clock; no time passes.
    void setWallMs(qint64 nowMs) { m_nowMs = nowMs; }

private:
    std::atomic<qint64> m_nowMs;
    std::atomic<qint64> m_monotonicMs{1'000'000};
};

} // namespace oshaq
