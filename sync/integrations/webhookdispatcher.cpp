// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/webhookdispatcher.h"

#include "models/hub/webhookstore.h"
#include "sync/integrations/pacing.h"
#include "sync/integrations/webhookpayload.h"

#include <QLoggingCategory>
#include <QUrl>

#include <algorithm>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcWebhooks, "oshaq.webhooks")

constexpr qint64 maxAnswerBytes = 64 * 1024;

Principal dispatcherOf(qint64 businessId)
{
    Principal principal;
    principal.kind = Principal::Kind::Integration;
    principal.role = Role::Integration;
    principal.businessId = businessId;
    return principal;
}

} // namespace

void WebhookDispatcher::Door::post(std::function<void()> task)
{
    const std::lock_guard lock(mutex);
    if (mailbox)
        mailbox->post(std::move(task));
}

WebhookDispatcher::WebhookDispatcher(Hub &hub, HttpTransport &transport, Scheduler &scheduler, WebhookOptions options,
                                     RandomFraction random)
    : m_hub(hub)
    , m_reader(hub, lcWebhooks)
    , m_transport(transport)
    , m_scheduler(scheduler)
    , m_options(options)
    , m_random(std::move(random))
    , m_door(std::make_shared<Door>())
    , m_collectTimer(scheduler)
    , m_pumpTimer(scheduler)
{
    m_door->mailbox = &m_mailbox;
}

WebhookDispatcher::~WebhookDispatcher()
{
    if (m_listening)
        m_hub.removeCommitListener(m_listener);
    {
        const std::lock_guard lock(m_door->mutex);
        m_door->mailbox = nullptr;
    }
    for (const auto &[delivery, request] : m_requests)
        m_transport.cancel(request);
}

void WebhookDispatcher::start()
{
    m_listener =
        m_hub.addCommitListener([this, door = m_door](const CommitNotice &) { door->post([this] { wake(); }); });
    m_listening = true;
    collect();
    pump();
}

void WebhookDispatcher::wake()
{
    if (!m_collectTimer.isActive())
        m_collectTimer.start(m_options.collectAfterMs, [this] {
            collect();
            pump();
        });
}

void WebhookDispatcher::collect()
{
    sql::Database *database = m_reader.get();
    if (!database)
        return m_collectTimer.start(retryStorageMs, [this] { collect(); });
    const auto behind = webhookstore::behind(*database);
    if (!behind) {
        qCWarning(lcWebhooks).noquote() << "cannot read:" << behind.error().message;
        return m_collectTimer.start(retryStorageMs, [this] { collect(); });
    }
    for (const qint64 businessId : *behind)
        submitCollect(businessId);
}

void WebhookDispatcher::submitCollect(qint64 businessId)
{
    if (!m_collecting.insert(businessId).second)
        return;
    WriteCommand command;
    command.principal = dispatcherOf(businessId);
    command.run = [businessId](WriteContext &context) { return webhookwrites::collect(context, businessId); };
    command.done = [this, door = m_door, businessId](const Result<WriteOutcome> &outcome) {
        const bool failed = !outcome;
        door->post([this, businessId, failed] {
            m_collecting.erase(businessId);
            pump();
            // What was written while it ran was not seen by it; after a failure it is tried again.
            if (!m_collectTimer.isActive())
                m_collectTimer.start(failed ? retryStorageMs : 0, [this] { collect(); });
        });
    };
    m_hub.writer().submit(std::move(command));
}

void WebhookDispatcher::pump()
{
    sql::Database *database = m_reader.get();
    const auto endpoints =
        database ? webhookstore::active(*database)
                 : Result<std::vector<WebhookEndpoint>>(Error{ErrorCode::StorageUnavailable, QString(), {}});
    if (!endpoints)
        return m_pumpTimer.start(retryStorageMs, [this] { pump(); });
    qint64 soonestMs = longestSleepMs;
    for (const WebhookEndpoint &endpoint : *endpoints) {
        if (!pumpEndpoint(*database, endpoint, &soonestMs))
            soonestMs = std::min(soonestMs, retryStorageMs);
    }
    if (!endpoints->empty())
        m_pumpTimer.start(soonestMs, [this] { pump(); });
}

bool WebhookDispatcher::pumpEndpoint(sql::Database &database, const WebhookEndpoint &endpoint, qint64 *soonestMs)
{
    const auto ofThis = std::count_if(m_inFlight.begin(), m_inFlight.end(),
                                      [&endpoint](const auto &entry) { return entry.second == endpoint.id; });
    // One more than can be sent: it says when to look again.
    const int limit = m_options.maxPerEndpoint + int(ofThis) + 1;
    const auto waiting = webhookstore::waiting(database, endpoint.id, limit);
    if (!waiting)
        return false;
    int free = m_options.maxPerEndpoint - int(ofThis);
    for (const WebhookDelivery &delivery : *waiting) {
        if (m_inFlight.contains(delivery.id))
            continue;
        // What ends makes room and comes here again.
        if (free <= 0 || int(m_inFlight.size()) >= m_options.maxInFlight)
            return true;
        const qint64 inMs = delivery.nextAtMs - m_hub.clock().nowMs();
        if (inMs > 0) {
            *soonestMs = std::min(*soonestMs, inMs);
            return true;
        }
        --free;
        send(database, endpoint, delivery);
    }
    return true;
}

void WebhookDispatcher::send(sql::Database &database, const WebhookEndpoint &endpoint, const WebhookDelivery &delivery)
{
    m_inFlight.emplace(delivery.id, endpoint.id);
    WebhookAttempt attempt;
    attempt.businessId = endpoint.businessId;
    attempt.webhookId = endpoint.id;
    attempt.deliveryId = delivery.id;
    const qint64 nowMs = m_hub.clock().nowMs();
    const auto giveUp = [&](const QString &why, bool isFinal) {
        attempt.error = why;
        attempt.isFinal = isFinal;
        attempt.retryInMs = isFinal ? 0 : pauseAfter(delivery.attempts);
        note(attempt);
    };
    // A setting may have changed since the endpoint was made.
    if (const auto checked = checkWebhookUrl(endpoint.url, m_options.privateAddresses); !checked)
        return giveUp(QStringLiteral("The URL is not allowed."), false);
    auto body = webhookPayload(database, delivery, m_hub.epoch());
    if (!body) {
        // An event that is gone never comes back; a storage that cannot be read may.
        const bool gone = body.error().code == ErrorCode::NotFound || body.error().code == ErrorCode::CursorGone;
        return giveUp(QStringLiteral("The event cannot be read any more."), gone);
    }
    const auto secrets = webhookstore::secretsOf(database, endpoint.id, nowMs);
    if (!secrets)
        return giveUp(QStringLiteral("The record cannot be read."), false);

    WireRequest request;
    request.method = "POST";
    request.url = QUrl(endpoint.url).toEncoded();
    request.headers = {{"Content-Type", "application/json"},
                       {"Oshaq-Event", delivery.event.toUtf8()},
                       {"Oshaq-Delivery", delivery.uuid.toLatin1()},
                       {"Oshaq-Signature", webhookSignature(*secrets, nowMs, *body)}};
    request.body = std::move(*body);
    request.totalTimeoutMs = m_options.timeoutMs;
    request.connectTimeoutMs = std::min(m_options.timeoutMs, request.connectTimeoutMs);
    request.maxResponseBytes = maxAnswerBytes;
    const qint64 sentAtMs = m_hub.clock().monotonicMs();
    const quint64 id =
        m_transport.send(std::move(request), [this, attempt, before = delivery.attempts, sentAtMs](
                                                 const WireReply &reply) { finish(attempt, before, sentAtMs, reply); });
    m_requests.emplace(delivery.id, id);
}

void WebhookDispatcher::finish(WebhookAttempt attempt, int attemptsBefore, qint64 sentAtMs, const WireReply &reply)
{
    m_requests.erase(attempt.deliveryId);
    attempt.latencyMs = std::max<qint64>(0, m_hub.clock().monotonicMs() - sentAtMs);
    attempt.status = reply.status;
    attempt.ok = reply.arrived() && reply.status >= 200 && reply.status < 300;
    if (!reply.arrived())
        attempt.error = reply.failureText;
    else if (!attempt.ok)
        attempt.error = QStringLiteral("Answered %1.").arg(reply.status);
    attempt.retryInMs = attempt.ok ? 0 : pauseAfter(attemptsBefore);
    note(attempt);
}

void WebhookDispatcher::note(const WebhookAttempt &attempt)
{
    WriteCommand command;
    command.principal = dispatcherOf(attempt.businessId);
    command.run = [attempt](WriteContext &context) { return webhookwrites::noteAttempt(context, attempt); };
    command.done = [this, door = m_door, attempt](const Result<WriteOutcome> &outcome) {
        // A row that is gone has nothing to note; anything else is the storage's trouble.
        const bool again = !outcome && outcome.error().code != ErrorCode::NotFound;
        door->post([this, attempt, again] {
            if (again) {
                // It stays in flight meanwhile: what arrived is not sent again only because it could not be noted.
                m_scheduler.after(retryStorageMs,
                                  [door = m_door, this, attempt] { door->post([this, attempt] { note(attempt); }); });
                return;
            }
            m_inFlight.erase(attempt.deliveryId);
            pump();
        });
    };
    m_hub.writer().submit(std::move(command));
}

qint64 WebhookDispatcher::pauseAfter(int attempts)
{
    const qint64 full = std::min(webhookLongestPauseMs, m_options.firstPauseMs << std::min(attempts, 20));
    return full / 2 + qint64(double(full - full / 2) * m_random());
}

} // namespace oshaq
