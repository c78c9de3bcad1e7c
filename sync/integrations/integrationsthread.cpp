// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/integrationsthread.h"

#include "sync/integrations/delivery/servicedesks.h"
#include "sync/integrations/integrationgates.h"

#include <QRandomGenerator>

namespace oshaq {

IntegrationsThread::IntegrationsThread(Hub &hub, WebhookOptions options)
    : m_hub(hub)
    , m_options(options)
{
    setObjectName(QStringLiteral("integrations"));
    start();
}

IntegrationsThread::~IntegrationsThread()
{
    quit();
    wait();
}

void IntegrationsThread::run()
{
    CurlTransport transport(m_wire);
    QtScheduler scheduler;
    WebhookDispatcher webhooks(m_hub, transport, scheduler, m_options,
                               [] { return QRandomGenerator::global()->generateDouble(); });
    IntegrationGates gates(transport, scheduler, m_hub.clock(), m_hub.integrations());
    ServiceDesks services(m_hub, gates, scheduler);
    webhooks.start();
    services.start();
    exec();
}

} // namespace oshaq
