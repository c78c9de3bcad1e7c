// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/integrationgates.h"

namespace oshaq {

IntegrationGates::IntegrationGates(HttpTransport &transport, Scheduler &scheduler, const Clock &clock,
                                   IntegrationBoard &board, Turned turned)
    : m_transport(transport)
    , m_scheduler(scheduler)
    , m_clock(clock)
    , m_board(board)
    , m_turned(std::move(turned))
{}

IntegrationGates::Gate &IntegrationGates::gate(qint64 businessId, IntegrationKind kind)
{
    std::unique_ptr<Gate> &gate = m_gates[{businessId, kind}];
    if (!gate) {
        gate = std::make_unique<Gate>(
            m_transport, m_scheduler, m_limits[kind], m_clock,
            [this, businessId, kind](const IntegrationHealth &health) { changed(businessId, kind, health); });
    }
    return *gate;
}

void IntegrationGates::changed(qint64 businessId, IntegrationKind kind, const IntegrationHealth &health)
{
    m_board.note(businessId, kind, health);
    const auto found = m_gates.find({businessId, kind});
    if (found == m_gates.end() || !found->second)
        return;
    Gate &gate = *found->second;
    const bool isOpen = health.circuit == IntegrationHealth::Circuit::Open;
    const bool isClosed = health.circuit == IntegrationHealth::Circuit::Closed;
    if (isOpen == gate.wasOpen || (gate.wasOpen && !isClosed))
        return;
    gate.wasOpen = isOpen;
    if (m_turned)
        m_turned(businessId, kind, health);
}

} // namespace oshaq
