// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/webhookservice.h"

#include "models/domain/timespans.h"
#include "models/domain/uuid7.h"
#include "models/hub/journalstore.h"
#include "models/hub/sqlvalues.h"
#include "models/hub/webhookstore.h"

#include <QJsonObject>
#include <QRandomGenerator>

#include <array>

namespace oshaq {

namespace {

constexpr std::size_t maxEndpoints = 20;
constexpr int rowsAtOnce = 500;
constexpr qsizetype maxError = 300;
constexpr qint64 keepLogMs = 30 * dayMs;

QString makeSecret()
{
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(random.data()), qsizetype(sizeof random));
    return QStringLiteral("whsec_") +
           QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

WriteOutcome outcomeOf(const WebhookEndpoint &endpoint, int code = 200)
{
    WriteOutcome outcome;
    outcome.entity = EntityKind::Webhook;
    outcome.entityId = endpoint.id;
    outcome.code = code;
    return outcome;
}

/// The URL is not in it: paths of integrations hold keys often enough.
Result<void> journal(WriteContext &context, const WebhookEndpoint &endpoint, const QString &type,
                     const QJsonObject &payload = {})
{
    const auto seq = journalstore::append(
        context, endpoint.businessId,
        {EntityKind::Webhook, endpoint.id, endpoint.version, type, payload, webhookstore::digest(endpoint)});
    if (!seq)
        return seq.error();
    return {};
}

WebhookDelivery draft(const WriteContext &context, const WebhookEndpoint &endpoint, const QString &event)
{
    WebhookDelivery delivery;
    delivery.businessId = endpoint.businessId;
    delivery.webhookId = endpoint.id;
    delivery.uuid = makeUuid7(context.nowMs);
    delivery.event = event;
    delivery.nextAtMs = context.nowMs;
    delivery.giveUpAtMs = context.nowMs + webhookPatienceMs;
    delivery.createdAtMs = context.nowMs;
    return delivery;
}

Result<void> jumpToNow(WriteContext &context, const WebhookEndpoint &endpoint)
{
    const auto head = journalstore::lastSeq(context.database, endpoint.businessId);
    if (!head)
        return head.error();
    return webhookstore::setCursor(context.database, endpoint.id, *head);
}

} // namespace

Result<WriteOutcome> webhookwrites::create(WriteContext &context, const QString &url, const QStringList &events,
                                           bool active)
{
    const qint64 businessId = context.principal.businessId;
    const auto known = webhookstore::list(context.database, businessId);
    if (!known)
        return known.error();
    if (known->size() >= maxEndpoints) {
        return Error{
            ErrorCode::AlreadyExists, QStringLiteral("A business has at most %1 webhooks.").arg(maxEndpoints), {}};
    }
    const auto head = journalstore::lastSeq(context.database, businessId);
    if (!head)
        return head.error();
    WebhookEndpoint endpoint;
    endpoint.businessId = businessId;
    endpoint.url = url;
    endpoint.events = events;
    endpoint.active = active;
    const QString secret = makeSecret();
    const auto inserted = webhookstore::insert(context.database, &endpoint, secret, *head, context.nowMs);
    if (!inserted)
        return inserted.error();
    if (const auto written = journal(context, endpoint, QStringLiteral("webhook.created")); !written)
        return written.error();
    WriteOutcome outcome = outcomeOf(endpoint, 201);
    outcome.secret = secret;
    return outcome;
}

Result<WriteOutcome> webhookwrites::edit(WriteContext &context, qint64 webhookId, const WebhookEdit &edit,
                                         qint64 version)
{
    auto endpoint = webhookstore::find(context.database, context.principal.businessId, webhookId);
    if (!endpoint)
        return endpoint.error();
    if (endpoint->version != version)
        return Error{ErrorCode::VersionStale, QStringLiteral("The webhook changed meanwhile."), {}};
    const bool wasActive = endpoint->active;
    endpoint->url = edit.url.value_or(endpoint->url);
    endpoint->events = edit.events.value_or(endpoint->events);
    endpoint->active = edit.active.value_or(endpoint->active);
    if (endpoint->active && !wasActive) {
        endpoint->failingSinceMs.reset();
        endpoint->disabledAtMs.reset();
        if (const auto jumped = jumpToNow(context, *endpoint); !jumped)
            return jumped.error();
    }
    ++endpoint->version;
    if (const auto updated = webhookstore::update(context.database, *endpoint, context.nowMs); !updated)
        return updated.error();
    const auto written =
        journal(context, *endpoint, QStringLiteral("webhook.updated"), {{QStringLiteral("active"), endpoint->active}});
    if (!written)
        return written.error();
    return outcomeOf(*endpoint);
}

Result<WriteOutcome> webhookwrites::remove(WriteContext &context, qint64 webhookId, std::optional<qint64> version)
{
    auto endpoint = webhookstore::find(context.database, context.principal.businessId, webhookId);
    if (!endpoint)
        return endpoint.error();
    if (version && endpoint->version != *version)
        return Error{ErrorCode::VersionStale, QStringLiteral("The webhook changed meanwhile."), {}};
    if (const auto removed = webhookstore::remove(context.database, webhookId, context.nowMs); !removed)
        return removed.error();
    ++endpoint->version;
    if (const auto written = journal(context, *endpoint, QStringLiteral("webhook.removed")); !written)
        return written.error();
    return outcomeOf(*endpoint);
}

Result<WriteOutcome> webhookwrites::rotateSecret(WriteContext &context, qint64 webhookId)
{
    auto endpoint = webhookstore::find(context.database, context.principal.businessId, webhookId);
    if (!endpoint)
        return endpoint.error();
    endpoint->oldSecretUntilMs = context.nowMs + webhookOverlapMs;
    ++endpoint->version;
    const QString secret = makeSecret();
    if (const auto set = webhookstore::setSecret(context.database, *endpoint, secret); !set)
        return set.error();
    if (const auto updated = webhookstore::update(context.database, *endpoint, context.nowMs); !updated)
        return updated.error();
    if (const auto written = journal(context, *endpoint, QStringLiteral("webhook.secret_rotated")); !written)
        return written.error();
    WriteOutcome outcome = outcomeOf(*endpoint);
    outcome.secret = secret;
    return outcome;
}

Result<WriteOutcome> webhookwrites::replay(WriteContext &context, qint64 webhookId, qint64 deliveryId)
{
    const qint64 businessId = context.principal.businessId;
    const auto endpoint = webhookstore::find(context.database, businessId, webhookId);
    if (!endpoint)
        return endpoint.error();
    auto delivery = webhookstore::findDelivery(context.database, businessId, webhookId, deliveryId);
    if (!delivery)
        return delivery.error();
    delivery->state = DeliveryState::Waiting;
    delivery->nextAtMs = context.nowMs;
    delivery->giveUpAtMs = context.nowMs + webhookPatienceMs;
    if (const auto updated = webhookstore::updateDelivery(context.database, *delivery); !updated)
        return updated.error();
    const auto written =
        journal(context, *endpoint, QStringLiteral("webhook.replayed"), {{QStringLiteral("delivery"), deliveryId}});
    if (!written)
        return written.error();
    WriteOutcome outcome = outcomeOf(*endpoint);
    outcome.values = {deliveryId};
    return outcome;
}

Result<WriteOutcome> webhookwrites::test(WriteContext &context, qint64 webhookId)
{
    const auto endpoint = webhookstore::find(context.database, context.principal.businessId, webhookId);
    if (!endpoint)
        return endpoint.error();
    WebhookDelivery delivery = draft(context, *endpoint, QStringLiteral("webhook.test"));
    if (const auto inserted = webhookstore::insertDelivery(context.database, &delivery); !inserted)
        return inserted.error();
    const auto written =
        journal(context, *endpoint, QStringLiteral("webhook.tested"), {{QStringLiteral("delivery"), delivery.id}});
    if (!written)
        return written.error();
    WriteOutcome outcome = outcomeOf(*endpoint, 201);
    outcome.values = {delivery.id};
    return outcome;
}

Result<WriteOutcome> webhookwrites::collect(WriteContext &context, qint64 businessId)
{
    const auto endpoints = webhookstore::list(context.database, businessId);
    if (!endpoints)
        return endpoints.error();
    bool more = false;
    for (const WebhookEndpoint &endpoint : *endpoints) {
        if (!endpoint.active)
            continue;
        const auto cursor = webhookstore::cursorOf(context.database, endpoint.id);
        if (!cursor)
            return cursor.error();
        const auto rows = journalstore::rowsAfter(context.database, businessId, *cursor, rowsAtOnce);
        if (!rows)
            return rows.error();
        if (rows->empty())
            continue;
        for (const Change &row : *rows) {
            if (!mayBeHeard(row.entity) || !wantsEvent(endpoint.events, row.type))
                continue;
            WebhookDelivery delivery = draft(context, endpoint, row.type);
            delivery.seq = row.seq;
            if (const auto inserted = webhookstore::insertDelivery(context.database, &delivery); !inserted)
                return inserted.error();
        }
        if (const auto moved = webhookstore::setCursor(context.database, endpoint.id, rows->back().seq); !moved)
            return moved.error();
        if (const auto removed = webhookstore::removeOld(context.database, endpoint.id, context.nowMs - keepLogMs);
            !removed)
            return removed.error();
        more |= rows->size() == std::size_t(rowsAtOnce);
    }
    WriteOutcome outcome;
    outcome.entity = EntityKind::Business;
    outcome.entityId = businessId;
    outcome.values = {more ? 1 : 0};
    return outcome;
}

Result<WriteOutcome> webhookwrites::noteAttempt(WriteContext &context, const WebhookAttempt &attempt)
{
    auto delivery =
        webhookstore::findDelivery(context.database, attempt.businessId, attempt.webhookId, attempt.deliveryId);
    if (!delivery)
        return delivery.error();
    ++delivery->attempts;
    delivery->lastAtMs = context.nowMs;
    delivery->lastStatus = attempt.status;
    delivery->latencyMs = attempt.latencyMs;
    delivery->error = attempt.error.left(maxError);
    delivery->nextAtMs = context.nowMs + attempt.retryInMs;
    if (attempt.ok)
        delivery->state = DeliveryState::Delivered;
    else if (attempt.isFinal || delivery->nextAtMs >= delivery->giveUpAtMs)
        delivery->state = DeliveryState::Failed;
    if (const auto updated = webhookstore::updateDelivery(context.database, *delivery); !updated)
        return updated.error();

    WriteOutcome outcome;
    outcome.entity = EntityKind::Webhook;
    outcome.entityId = attempt.webhookId;
    auto endpoint = webhookstore::find(context.database, attempt.businessId, attempt.webhookId);
    if (!endpoint)
        return outcome; // removed meanwhile
    if (attempt.ok ? !endpoint->failingSinceMs : attempt.isFinal)
        return outcome;
    if (attempt.ok)
        endpoint->failingSinceMs.reset();
    else if (!endpoint->failingSinceMs)
        endpoint->failingSinceMs = context.nowMs;
    // The last try of a delivery comes up to one pause before its day is over, and maybe no other one follows.
    const qint64 failingForMs = endpoint->failingSinceMs ? context.nowMs - *endpoint->failingSinceMs : 0;
    const bool gaveUp = !attempt.ok && delivery->state == DeliveryState::Failed;
    const bool tooLong = failingForMs >= webhookPatienceMs - (gaveUp ? 2 * webhookLongestPauseMs : 0);
    const bool disable = tooLong && endpoint->active;
    if (disable) {
        endpoint->active = false;
        endpoint->disabledAtMs = context.nowMs;
        ++endpoint->version;
    }
    if (const auto updated = webhookstore::update(context.database, *endpoint, context.nowMs); !updated)
        return updated.error();
    if (disable) {
        const auto written = journal(context, *endpoint, QStringLiteral("webhook.disabled"),
                                     {{QStringLiteral("failing_since"), *endpoint->failingSinceMs}});
        if (!written)
            return written.error();
    }
    return outcome;
}

Result<WebhookEndpoint> webhookreads::one(sql::Database &database, qint64 businessId, qint64 webhookId)
{
    return webhookstore::find(database, businessId, webhookId);
}

Result<std::vector<WebhookEndpoint>> webhookreads::list(sql::Database &database, qint64 businessId)
{
    return webhookstore::list(database, businessId);
}

Result<webhookreads::DeliveryPage> webhookreads::deliveries(sql::Database &database, qint64 businessId,
                                                            qint64 webhookId, const QString &cursor, int limit)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    if (const auto endpoint = webhookstore::find(database, businessId, webhookId); !endpoint)
        return endpoint.error();
    bool fits = true;
    const qint64 before = cursor.isEmpty() ? 0 : cursor.toLongLong(&fits);
    if (!fits || before < 0) {
        return Error{ErrorCode::ValidationFailed,
                     QStringLiteral("The request is wrong in one place."),
                     {{QStringLiteral("cursor"), QStringLiteral("is no cursor of this list")}}};
    }
    auto rows = webhookstore::deliveries(database, businessId, webhookId, before, limit + 1);
    if (!rows)
        return rows.error();
    DeliveryPage page;
    page.deliveries = std::move(*rows);
    if (page.deliveries.size() > std::size_t(limit)) {
        page.deliveries.pop_back();
        page.nextCursor = QString::number(page.deliveries.back().id);
    }
    return page;
}

Result<WebhookDelivery> webhookreads::delivery(sql::Database &database, qint64 businessId, qint64 webhookId,
                                               qint64 deliveryId)
{
    return webhookstore::findDelivery(database, businessId, webhookId, deliveryId);
}

} // namespace oshaq
