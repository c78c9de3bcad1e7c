// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/clock.h"

namespace oshaq {

/// The hub's clock as this terminal estimates it, in UTC milliseconds. GUI thread.
///
/// Runs on the machine's monotonic clock from the best sample, so that somebody who sets the wall clock ages no ticket.
/// What it shows does not go back: when a better sample says that it was ahead by at most maxSlewMs, it runs at half
/// speed until it is right; a greater error is corrected at once, because a wrong age is worse than a jump.
class HubClock
{
public:
    static constexpr qint64 maxSlewMs = 5000;

    /// `savedOffsetMs`: hub minus wall clock as the last run knew it; until the first sample it is the best that is
    /// known. `notBeforeMs`: a time that the hub's clock has shown already, whatever somebody did to ours since then.
    explicit HubClock(const Clock &clock, qint64 savedOffsetMs = 0, qint64 notBeforeMs = 0);

    /// A message of the hub said `hubMs`; it was asked for `roundTripMs` before it arrived (0: a pushed message, good
    /// to about a second). A sample with a longer way than the one in use changes nothing unless the two contradict; a
    /// pushed one never says that it is earlier than an answer did.
    void observe(qint64 hubMs, qint64 roundTripMs);

    qint64 nowMs() const;

    /// True after the first sample.
    bool isKnown() const { return m_known; }

    /// Hub minus wall clock now, worth saving for the next start.
    qint64 offsetMs() const;

private:
    qint64 estimateMs() const;
    qint64 uncertaintyMs() const;

    const Clock &m_clock;
    bool m_known = false;
    bool m_hasAnswer = false;       // a sample with a round trip came
    qint64 m_sampleHubMs = 0;       // estimate at the sample
    qint64 m_sampleMonotonicMs = 0; // when the sample came
    qint64 m_sampleUncertaintyMs = 0;
    mutable qint64 m_shownMs = 0;          // the last value given out
    mutable qint64 m_shownMonotonicMs = 0; // and when
};

/// The hub's time for those who only know a Clock: what they keep and wait for does not hang on the wall clock.
class HubTime final : public Clock
{
public:
    HubTime(const HubClock &hubClock, const Clock &clock)
        : m_hubClock(hubClock)
        , m_clock(clock)
    {}

    qint64 nowMs() const override { return m_hubClock.nowMs(); }
    qint64 monotonicMs() const override { return m_clock.monotonicMs(); }

private:
    const HubClock &m_hubClock;
    const Clock &m_clock;
};

} // namespace oshaq
