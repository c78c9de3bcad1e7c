// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/breaker.h"

#include <algorithm>

namespace oshaq {

namespace {

using Circuit = IntegrationHealth::Circuit;

constexpr qsizetype maxReason = 300;
constexpr int maxDoublings = 20;

} // namespace

Breaker::Breaker(const BreakerLimits &limits, const Clock &clock, Changed changed)
    : m_limits(limits)
    , m_clock(clock)
    , m_changed(std::move(changed))
{
    m_health.maxInFlight = limits.maxInFlight;
}

Breaker::Admission Breaker::admit()
{
    if (m_health.circuit == Circuit::Open && pauseLeftMs() == 0)
        m_health.circuit = Circuit::HalfOpen;
    // While it is half open the one that finds out goes alone.
    const bool isOpen =
        m_health.circuit == Circuit::Open || (m_health.circuit == Circuit::HalfOpen && m_health.inFlight > 0);
    const bool isFull = m_health.inFlight >= m_limits.maxInFlight;
    if (isOpen || isFull) {
        ++m_health.heldBack;
        tell();
        return isOpen ? Admission::Open : Admission::Full;
    }
    ++m_health.inFlight;
    ++m_health.requests;
    tell();
    return Admission::Admitted;
}

void Breaker::succeeded()
{
    leave();
    m_failuresInARow = 0;
    m_timesOpened = 0;
    m_health.circuit = Circuit::Closed;
    m_health.retryAtMs = 0;
    m_health.lastSuccessAtMs = m_clock.nowMs();
    tell();
}

void Breaker::failed(const QString &reason)
{
    leave();
    ++m_failuresInARow;
    ++m_health.failures;
    m_health.lastError = reason.left(maxReason);
    m_health.lastErrorAtMs = m_clock.nowMs();
    // What was sent before it opened says nothing new when it fails.
    if (m_health.circuit == Circuit::HalfOpen ||
        (m_health.circuit == Circuit::Closed && m_failuresInARow >= m_limits.failuresToOpen))
        open();
    tell();
}

void Breaker::abandoned()
{
    leave();
    tell();
}

void Breaker::reset()
{
    m_failuresInARow = 0;
    m_timesOpened = 0;
    m_health.circuit = Circuit::Closed;
    m_health.retryAtMs = 0;
    tell();
}

qint64 Breaker::pauseLeftMs() const
{
    if (m_health.circuit != Circuit::Open)
        return 0;
    return std::max<qint64>(0, m_opensAtMs - m_clock.monotonicMs());
}

QString Breaker::refusalText(Admission admission) const
{
    switch (admission) {
    case Admission::Admitted:
        return {};
    case Admission::Open:
        return QStringLiteral("It failed too often and is left alone for a moment; last: %1").arg(m_health.lastError);
    case Admission::Full:
        return QStringLiteral("%1 requests are on their way already.").arg(m_health.inFlight);
    }
    return {};
}

void Breaker::leave()
{
    m_health.inFlight = std::max(0, m_health.inFlight - 1);
}

void Breaker::open()
{
    const int doublings = std::min(m_timesOpened++, maxDoublings);
    const qint64 pauseMs = std::min(m_limits.firstPauseMs << doublings, m_limits.longestPauseMs);
    m_health.circuit = Circuit::Open;
    m_opensAtMs = m_clock.monotonicMs() + pauseMs;
    m_health.retryAtMs = m_clock.nowMs() + pauseMs;
}

void Breaker::tell()
{
    if (m_changed)
        m_changed(m_health);
}

} // namespace oshaq
