// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/hubclock.h"

#include <algorithm>
#include <cstdlib>

namespace oshaq {

namespace {
/// How far off a pushed message may be: nobody knows how long it was on its way.
constexpr qint64 pushUncertaintyMs = 1000;
/// Two quartz clocks drift apart by at most about 100 ppm.
constexpr qint64 driftDivisor = 10'000;
} // namespace

HubClock::HubClock(const Clock &clock, qint64 savedOffsetMs, qint64 notBeforeMs)
    : m_clock(clock)
    , m_sampleHubMs(std::max(clock.nowMs() + savedOffsetMs, notBeforeMs))
    , m_sampleMonotonicMs(clock.monotonicMs())
{}

void HubClock::observe(qint64 hubMs, qint64 roundTripMs)
{
    const bool pushed = roundTripMs <= 0;
    const qint64 sampleMs = hubMs + (pushed ? 0 : roundTripMs / 2);
    const qint64 sampleUncertainty = pushed ? pushUncertaintyMs : roundTripMs / 2 + 1;
    if (m_known) {
        const qint64 current = uncertaintyMs();
        const qint64 ahead = sampleMs - estimateMs();
        const bool contradicts = std::llabs(ahead) > sampleUncertainty + current;
        // However late a pushed message is, it was never early: it can say that the hub is further, and not that it is
        // less far. Else a feed that lags would put the clock back by as much, and look punctual.
        if (pushed && ahead < 0 && m_hasAnswer)
            return;
        if (sampleUncertainty > current && !contradicts)
            return;
    }
    m_known = true;
    m_hasAnswer = m_hasAnswer || !pushed;
    m_sampleHubMs = sampleMs;
    m_sampleMonotonicMs = m_clock.monotonicMs();
    m_sampleUncertaintyMs = sampleUncertainty;
}

qint64 HubClock::nowMs() const
{
    const qint64 monotonic = m_clock.monotonicMs();
    const qint64 estimate = estimateMs();
    const qint64 elapsed = monotonic - m_shownMonotonicMs;
    const qint64 ahead = m_shownMs == 0 ? 0 : m_shownMs + elapsed - estimate;
    if (ahead > 0 && ahead <= maxSlewMs) {
        const qint64 slewed = std::max(estimate, m_shownMs + elapsed / 2);
        if (slewed > m_shownMs) { // else the half milliseconds go on adding up
            m_shownMs = slewed;
            m_shownMonotonicMs = monotonic;
        }
        return m_shownMs;
    }
    m_shownMs = estimate;
    m_shownMonotonicMs = monotonic;
    return estimate;
}

qint64 HubClock::offsetMs() const
{
    return estimateMs() - m_clock.nowMs();
}

qint64 HubClock::estimateMs() const
{
    return m_sampleHubMs + (m_clock.monotonicMs() - m_sampleMonotonicMs);
}

qint64 HubClock::uncertaintyMs() const
{
    return m_sampleUncertaintyMs + (m_clock.monotonicMs() - m_sampleMonotonicMs) / driftDivisor;
}

} // namespace oshaq
