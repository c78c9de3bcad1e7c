// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/integrationboard.h"
#include "sync/integrations/guardedtransport.h"

#include <map>
#include <memory>

namespace oshaq {

/// The one way out for integrations: a breaker and a guarded transport for each business and kind, made when they are
/// first needed, so that one that is dead holds up no other. Each change stands on the board. One thread.
class IntegrationGates
{
    Q_DISABLE_COPY_MOVE(IntegrationGates)

public:
    /// The circuit opened, or closed again after that.
    using Turned = std::function<void(qint64 businessId, IntegrationKind kind, const IntegrationHealth &health)>;

    /// All of them must outlive it, and the transports that it gave out must not.
    IntegrationGates(HttpTransport &transport, Scheduler &scheduler, const Clock &clock, IntegrationBoard &board,
                     Turned turned = {});

    /// For breakers that are made from now on.
    void setLimits(IntegrationKind kind, const BreakerLimits &limits) { m_limits[kind] = limits; }

    HttpTransport &transport(qint64 businessId, IntegrationKind kind) { return gate(businessId, kind).transport; }
    /// For what does not go by HTTP.
    Breaker &breaker(qint64 businessId, IntegrationKind kind) { return gate(businessId, kind).breaker; }

private:
    struct Gate
    {
        Gate(HttpTransport &wire, Scheduler &scheduler, const BreakerLimits &limits, const Clock &clock,
             Breaker::Changed changed)
            : breaker(limits, clock, std::move(changed))
            , transport(wire, breaker, scheduler)
        {}

        Breaker breaker;
        GuardedTransport transport;
        bool wasOpen = false;
    };

    Gate &gate(qint64 businessId, IntegrationKind kind);
    void changed(qint64 businessId, IntegrationKind kind, const IntegrationHealth &health);

    HttpTransport &m_transport;
    Scheduler &m_scheduler;
    const Clock &m_clock;
    IntegrationBoard &m_board;
    const Turned m_turned;
    std::map<IntegrationKind, BreakerLimits> m_limits;
    std::map<std::pair<qint64, IntegrationKind>, std::unique_ptr<Gate>> m_gates;
};

} // namespace oshaq
