// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/integrationsthread.h"

#include "models/hub/integrationservice.h"
#include "models/runtime/threadrank.h"
#include "sync/integrations/bank/halykclient.h"
#include "sync/integrations/delivery/servicedesks.h"
#include "sync/integrations/integrationgates.h"
#include "sync/integrations/integrationtesters.h"
#include "sync/integrations/messages/noticedispatcher.h"

#include <QRandomGenerator>

namespace oshaq {

namespace {

/// A circuit that opened or closed again stands in the record, so that the next start knows it too.
void noteTurn(Hub &hub, qint64 businessId, IntegrationKind kind, const IntegrationHealth &health)
{
    const bool isOpen = health.circuit == IntegrationHealth::Circuit::Open;
    WriteCommand command;
    command.principal.kind = Principal::Kind::System;
    command.principal.businessId = businessId;
    command.run = [businessId, kind, state = isOpen ? IntegrationState::Failing : IntegrationState::Working,
                   reason = health.lastError](WriteContext &context) {
        return integrationwrites::noteState(context, businessId, kind, state, reason);
    };
    command.done = [](const Result<WriteOutcome> &) {};
    hub.writer().submit(std::move(command));
}

} // namespace

IntegrationsThread::IntegrationsThread(Hub &hub, WebhookOptions options, BankDeskOptions bank,
                                       std::shared_ptr<BankDoor> bankDoor)
    : m_hub(hub)
    , m_options(options)
    , m_bank(bank)
    , m_bankDoor(std::move(bankDoor))
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
    setThreadRank(ThreadRank::Background);
    CurlTransport transport(m_wire);
    QtScheduler scheduler;
    IntegrationGates gates(transport, scheduler, m_hub.clock(), m_hub.integrations(),
                           [this](qint64 businessId, IntegrationKind kind, const IntegrationHealth &health) {
                               noteTurn(m_hub, businessId, kind, health);
                           });
    HalykOptions bankOptions;
    bankOptions.privateAddresses = m_options.privateAddresses;
    HalykClient bank(
        HalykClient::accountsOf(m_hub),
        [&gates](qint64 businessId) -> HttpTransport & { return gates.transport(businessId, IntegrationKind::Halyk); },
        scheduler, bankOptions);
    ServiceDesks services(m_hub, gates, scheduler);
    IntegrationTesters testers(m_hub.integrations());
    testers.add(IntegrationKind::Halyk,
                [&gates, &bank](const IntegrationTrialRequest &request, const IntegrationBoard::Done &done) {
                    // Whoever asks by hand does not wait for the circuit.
                    gates.breaker(request.businessId, IntegrationKind::Halyk).reset();
                    bank.tryOut(request.businessId, done);
                });
    testers.add(IntegrationKind::Delivery,
                [&services](const IntegrationTrialRequest &request, const IntegrationBoard::Done &done) {
                    services.tryDelivery(request, done);
                });
    testers.add(IntegrationKind::Outside,
                [&services](const IntegrationTrialRequest &request, const IntegrationBoard::Done &done) {
                    services.tryOutside(request, done);
                });
    WebhookDispatcher webhooks(m_hub, transport, scheduler, m_options,
                               [] { return QRandomGenerator::global()->generateDouble(); });
    BankDesk desk(m_hub, bank, scheduler, m_bank, m_bankDoor);
    webhooks.start();
    desk.start();
    NoticeDispatcher notices(m_hub, gates, scheduler, &m_hub.notices(), {},
                             [] { return QRandomGenerator::global()->generateDouble(); });
    notices.start();
    services.start();
    exec();
}

} // namespace oshaq
