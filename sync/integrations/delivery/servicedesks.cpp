// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/delivery/servicedesks.h"

#include "models/domain/uuid7.h"
#include "models/domain/webhook.h"
#include "models/hub/businessstore.h"

#include <QRandomGenerator>
#include <QUrl>

namespace oshaq {

namespace {

constexpr int trialTimeoutMs = 10'000;
constexpr qint64 maxDeskAnswerBytes = 64 * 1024;

RandomFraction anyFraction()
{
    return [] { return QRandomGenerator::global()->generateDouble(); };
}

IntegrationTrial verdictOf(const DeliveryReply &reply)
{
    using Outcome = DeliveryReply::Outcome;
    switch (reply.outcome) {
    case Outcome::Told:
    case Outcome::NotFound:
        return {true, QStringLiteral("The delivery service answered and takes the key.")};
    case Outcome::Refused:
    case Outcome::Lost:
    case Outcome::NotSent:
        break;
    }
    return {false, reply.reason};
}

} // namespace

ServiceDesks::ServiceDesks(Hub &hub, IntegrationGates &gates, Scheduler &scheduler)
    : m_hub(hub)
    , m_reader(hub)
    , m_gates(gates)
    , m_client([this](qint64 businessId) { return access(businessId, IntegrationKind::Delivery); },
               [this](qint64 businessId) -> HttpTransport & {
                   return m_gates.transport(businessId, IntegrationKind::Delivery);
               },
               [this](qint64 businessId) { return currencyOf(businessId); })
    , m_trialClient([this](qint64 businessId) { return access(businessId, IntegrationKind::Delivery, true); },
                    [this](qint64 businessId) -> HttpTransport & {
                        return m_gates.transport(businessId, IntegrationKind::Delivery);
                    },
                    [this](qint64 businessId) { return currencyOf(businessId); })
    , m_delivery(
          hub, m_client, scheduler, [this](qint64 businessId) { return pollMs(businessId); }, {}, anyFraction())
    , m_outside(
          hub, [this](qint64 businessId) { return access(businessId, IntegrationKind::Outside); },
          [this](qint64 businessId) -> HttpTransport & {
              return m_gates.transport(businessId, IntegrationKind::Outside);
          },
          scheduler, {}, anyFraction())
{}

ServiceDesks::~ServiceDesks() = default;

void ServiceDesks::start()
{
    m_delivery.start();
    m_outside.start();
}

void ServiceDesks::tryDelivery(const IntegrationTrialRequest &request, const IntegrationBoard::Done &done)
{
    const auto ready = access(request.businessId, IntegrationKind::Delivery, true);
    if (!ready)
        return done({false, ready.error().message});
    if (const auto map = FieldMap::fromText(ready->value(u"mapping").toUtf8()); !map)
        return done({false, QStringLiteral("The mapping: ") + map.error().message});
    // Whoever asks by hand does not wait for the circuit.
    m_gates.breaker(request.businessId, IntegrationKind::Delivery).reset();
    m_trialClient.status(request.businessId, {}, makeUuid7(m_hub.clock().nowMs()),
                         [done](const DeliveryReply &reply) { done(verdictOf(reply)); });
}

void ServiceDesks::tryOutside(const IntegrationTrialRequest &request, const IntegrationBoard::Done &done)
{
    const auto ready = access(request.businessId, IntegrationKind::Outside, true);
    if (!ready)
        return done({false, ready.error().message});
    if (const auto map = FieldMap::fromText(ready->value(u"mapping").toUtf8()); !map)
        return done({false, QStringLiteral("The mapping: ") + map.error().message});
    const QString url = ready->value(u"answer_url");
    if (url.isEmpty())
        return done({true, QStringLiteral("Orders can come; nobody is told what becomes of them.")});
    m_gates.breaker(request.businessId, IntegrationKind::Outside).reset();
    WireRequest wire;
    wire.method = "POST";
    wire.url = QUrl(url).toEncoded();
    wire.body = R"({"test":true})";
    wire.headers = {{"Content-Type", "application/json"},
                    {"Oshaq-Event", "order.test"},
                    {"Oshaq-Signature",
                     webhookSignature({ready->secret(u"hmac_secret").toUtf8()}, m_hub.clock().nowMs(), wire.body)}};
    wire.totalTimeoutMs = trialTimeoutMs;
    wire.maxResponseBytes = maxDeskAnswerBytes;
    m_gates.transport(request.businessId, IntegrationKind::Outside)
        .send(std::move(wire), [done](const WireReply &reply) {
            if (!reply.arrived())
                return done({false, reply.failureText});
            const bool ok = reply.status >= 200 && reply.status < 300;
            done({ok, QStringLiteral("Answered %1.").arg(reply.status)});
        });
}

Result<IntegrationAccess> ServiceDesks::access(qint64 businessId, IntegrationKind kind, bool forTest)
{
    const auto reader = m_reader.open();
    if (!reader)
        return reader.error();
    return forTest ? integrationreads::accessForTest(**reader, m_hub.secrets(), businessId, kind)
                   : integrationreads::access(**reader, m_hub.secrets(), businessId, kind);
}

Currency ServiceDesks::currencyOf(qint64 businessId)
{
    const auto reader = m_reader.open();
    const auto business = reader ? businessstore::find(**reader, businessId) : reader.error();
    const auto currency = business ? Currency::fromCode(business->currency) : Result<Currency>(Currency());
    return currency ? *currency : Currency();
}

qint64 ServiceDesks::pollMs(qint64 businessId)
{
    const auto ready = access(businessId, IntegrationKind::Delivery);
    const qint64 seconds = ready ? ready->value(u"poll_seconds").toLongLong() : 0;
    return (seconds > 0 ? seconds : 30) * 1000;
}

} // namespace oshaq
