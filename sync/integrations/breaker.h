// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/integration.h"
#include "models/runtime/clock.h"

#include <functional>

namespace oshaq {

/// How much an integration may cost the hub.
struct BreakerLimits
{
    int failuresToOpen = 5;      ///< in a row
    qint64 firstPauseMs = 2'000; ///< of an open circuit; doubles each time that it opens again
    qint64 longestPauseMs = 60'000;
    int maxInFlight = 4;
    int timeoutMs = 20'000; ///< no request waits longer
};

/// A circuit breaker with a budget of requests in flight. A dead service costs a few time-outs and is left alone; after
/// a pause one request goes and finds out. Whoever sends asks admit() first and says once what came of it. One thread.
class Breaker
{
    Q_DISABLE_COPY_MOVE(Breaker)

public:
    enum class Admission
    {
        Admitted,
        Open, ///< it failed too often a moment ago
        Full  ///< the budget is used up
    };
    /// After every change.
    using Changed = std::function<void(const IntegrationHealth &)>;

    Breaker(const BreakerLimits &limits, const Clock &clock, Changed changed = {});

    /// Admitted takes a place in the budget until one of the next three is called.
    Admission admit();
    /// The other side answered, whatever it said.
    void succeeded();
    /// No answer, or one that says that it is ill. `reason` must hold no secret.
    void failed(const QString &reason);
    /// Nothing was learned: given up, or never sent.
    void abandoned();

    /// Somebody changed something, or asks by hand: the next request goes out.
    void reset();

    const BreakerLimits &limits() const { return m_limits; }
    const IntegrationHealth &health() const { return m_health; }
    /// Until an open circuit lets one through; 0: now.
    qint64 pauseLeftMs() const;
    /// English, for whoever was not admitted.
    QString refusalText(Admission admission) const;

private:
    void leave();
    void open();
    void tell();

    const BreakerLimits m_limits;
    const Clock &m_clock;
    const Changed m_changed;
    IntegrationHealth m_health;
    int m_failuresInARow = 0;
    int m_timesOpened = 0;  ///< since the last success
    qint64 m_opensAtMs = 0; ///< monotonic; of an open circuit
};

} // namespace oshaq
