// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/hub.h"
#include "models/hub/integrationboard.h"
#include "sync/integrations/delivery/deliverydesk.h"
#include "sync/integrations/delivery/httpdeliveryclient.h"
#include "sync/integrations/deskreader.h"
#include "sync/integrations/integrationgates.h"
#include "sync/integrations/outside/outsidedesk.h"

#include <memory>

namespace oshaq {

/// What the integrations thread does about deliveries and orders of other services: the desks over what each business
/// has set up, each behind its own circuit breaker. One thread.
class ServiceDesks
{
    Q_DISABLE_COPY_MOVE(ServiceDesks)

public:
    /// All of them must outlive it.
    ServiceDesks(Hub &hub, IntegrationGates &gates, Scheduler &scheduler);
    ~ServiceDesks();

    void start();

    /// Asks the delivery service after a delivery that does not exist: whoever answers "no such one" is there and takes
    /// our key.
    void tryDelivery(const IntegrationTrialRequest &request, const IntegrationBoard::Done &done);
    /// Posts nothing of anybody to where the other service hears of its orders.
    void tryOutside(const IntegrationTrialRequest &request, const IntegrationBoard::Done &done);

private:
    Result<IntegrationAccess> access(qint64 businessId, IntegrationKind kind, bool forTest = false);
    Currency currencyOf(qint64 businessId);
    qint64 pollMs(qint64 businessId);

    Hub &m_hub;
    DeskReader m_reader;
    IntegrationGates &m_gates;
    HttpDeliveryClient m_client;
    HttpDeliveryClient m_trialClient; ///< of what may be switched off still
    DeliveryDesk m_delivery;
    OutsideDesk m_outside;
};

} // namespace oshaq
