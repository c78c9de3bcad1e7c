// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace oshaq {

/// Where "now" comes from; injected everywhere, so that tests own time.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Wall clock, UTC milliseconds since 1970. May jump.
    virtual qint64 nowMs() const = 0;

    /// Monotonic milliseconds with an arbitrary origin, for durations.
    virtual qint64 monotonicMs() const = 0;
};

/// The machine's clocks. Thread-safe.
class SystemClock final : public Clock
{
public:
    qint64 nowMs() const override;
    qint64 monotonicMs() const override;
};

} // namespace oshaq
