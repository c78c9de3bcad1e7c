// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/webhookstore.h"

#include "models/hub/canonicalhash.h"
#include "models/hub/sqlvalues.h"

namespace oshaq {

namespace {

Result<std::vector<WebhookEndpoint>> readEndpoints(sql::Database &database, const QString &where,
                                                   const QVariantList &values)
{
    auto rows = database.query(QStringLiteral("SELECT webhook_id, business_id, url, events, active, failing_since,"
                                              " disabled_at, old_secret_until, version, created_at"
                                              " FROM webhook_endpoints WHERE deleted_at IS NULL ") +
                                   where,
                               values);
    if (!rows)
        return rows.error();
    std::vector<WebhookEndpoint> endpoints;
    while (rows->next()) {
        WebhookEndpoint one;
        one.id = rows->integer(0);
        one.businessId = rows->integer(1);
        one.url = rows->text(2);
        one.events = rows->text(3).split(u' ', Qt::SkipEmptyParts);
        one.active = rows->integer(4) != 0;
        one.failingSinceMs = hubsql::readOptionalId(*rows, 5);
        one.disabledAtMs = hubsql::readOptionalId(*rows, 6);
        one.oldSecretUntilMs = rows->integer(7);
        one.version = rows->integer(8);
        one.createdAtMs = rows->integer(9);
        endpoints.push_back(std::move(one));
    }
    if (rows->failed())
        return hubsql::readFailed();
    return endpoints;
}

Result<std::vector<WebhookDelivery>> readDeliveries(sql::Database &database, const QString &where,
                                                    const QVariantList &values)
{
    auto rows = database.query(
        QStringLiteral("SELECT delivery_id, business_id, webhook_id, uuid, seq, event, state, attempts, next_at,"
                       " give_up_at, last_at, last_status, latency_ms, error, created_at FROM webhook_deliveries ") +
            where,
        values);
    if (!rows)
        return rows.error();
    std::vector<WebhookDelivery> deliveries;
    while (rows->next()) {
        WebhookDelivery one;
        one.id = rows->integer(0);
        one.businessId = rows->integer(1);
        one.webhookId = rows->integer(2);
        one.uuid = rows->text(3);
        one.seq = hubsql::readOptionalId(*rows, 4);
        one.event = rows->text(5);
        for (const DeliveryState state : {DeliveryState::Waiting, DeliveryState::Delivered, DeliveryState::Failed}) {
            if (rows->text(6) == deliveryStateText(state))
                one.state = state;
        }
        one.attempts = int(rows->integer(7));
        one.nextAtMs = rows->integer(8);
        one.giveUpAtMs = rows->integer(9);
        one.lastAtMs = hubsql::readOptionalId(*rows, 10);
        one.lastStatus = int(rows->integer(11));
        one.latencyMs = rows->integer(12);
        one.error = rows->text(13);
        one.createdAtMs = rows->integer(14);
        deliveries.push_back(std::move(one));
    }
    if (rows->failed())
        return hubsql::readFailed();
    return deliveries;
}

} // namespace

Result<WebhookEndpoint> webhookstore::find(sql::Database &database, qint64 businessId, qint64 webhookId)
{
    auto found =
        readEndpoints(database, QStringLiteral("AND webhook_id = ? AND business_id = ?"), {webhookId, businessId});
    if (!found)
        return found.error();
    if (found->empty())
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such webhook."), {}};
    return std::move(found->front());
}

Result<std::vector<WebhookEndpoint>> webhookstore::list(sql::Database &database, qint64 businessId)
{
    return readEndpoints(database, QStringLiteral("AND business_id = ? ORDER BY webhook_id"), {businessId});
}

Result<std::vector<WebhookEndpoint>> webhookstore::active(sql::Database &database)
{
    return readEndpoints(database, QStringLiteral("AND active = 1 ORDER BY webhook_id"), {});
}

Result<std::vector<qint64>> webhookstore::behind(sql::Database &database)
{
    auto rows = database.query(
        QStringLiteral("SELECT DISTINCT e.business_id FROM webhook_endpoints e WHERE e.deleted_at IS NULL AND"
                       " e.active = 1 AND e.cursor < (SELECT max(j.seq) FROM journal j WHERE j.business_id ="
                       " e.business_id)"));
    if (!rows)
        return rows.error();
    std::vector<qint64> businesses;
    while (rows->next())
        businesses.push_back(rows->integer(0));
    if (rows->failed())
        return hubsql::readFailed();
    return businesses;
}

Result<QList<QByteArray>> webhookstore::secretsOf(sql::Database &database, qint64 webhookId, qint64 nowMs)
{
    auto row = database.query(QStringLiteral("SELECT oshaq_open('webhook_endpoints.secret', secret),"
                                             " oshaq_open('webhook_endpoints.old_secret', old_secret), old_secret_until"
                                             " FROM webhook_endpoints WHERE webhook_id = ?"),
                              {webhookId});
    if (!row)
        return row.error();
    QList<QByteArray> secrets;
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    if (*found) {
        if (row->text(0).isEmpty()) {
            return Error{ErrorCode::NotConfigured,
                         QStringLiteral("The webhook's secret is sealed under a key that is not here: rotate it."),
                         {}};
        }
        secrets.append(row->text(0).toUtf8());
        if (!row->text(1).isEmpty() && row->integer(2) > nowMs)
            secrets.append(row->text(1).toUtf8());
    }
    return secrets;
}

Result<void> webhookstore::insert(sql::Database &database, WebhookEndpoint *endpoint, const QString &secret,
                                  qint64 cursor, qint64 nowMs)
{
    auto inserted =
        database.query(QStringLiteral("INSERT INTO webhook_endpoints (business_id, url, events, active, secret, cursor,"
                                      " version, created_at, updated_at) VALUES (?, ?, ?, ?,"
                                      " oshaq_seal('webhook_endpoints.secret', ?), ?, ?, ?, ?)"),
                       {endpoint->businessId, endpoint->url, endpoint->events.join(u' '), endpoint->active ? 1 : 0,
                        secret, cursor, endpoint->version, nowMs, nowMs});
    if (!inserted)
        return inserted.error();
    endpoint->id = inserted->lastInsertId();
    endpoint->createdAtMs = nowMs;
    return {};
}

Result<void> webhookstore::update(sql::Database &database, const WebhookEndpoint &endpoint, qint64 nowMs)
{
    return database.run(
        QStringLiteral("UPDATE webhook_endpoints SET url = ?, events = ?, active = ?, failing_since = ?,"
                       " disabled_at = ?, version = ?, updated_at = ? WHERE webhook_id = ?"),
        {endpoint.url, endpoint.events.join(u' '), endpoint.active ? 1 : 0, hubsql::optionalId(endpoint.failingSinceMs),
         hubsql::optionalId(endpoint.disabledAtMs), endpoint.version, nowMs, endpoint.id});
}

Result<void> webhookstore::setSecret(sql::Database &database, const WebhookEndpoint &endpoint, const QString &secret)
{
    return database.run(QStringLiteral("UPDATE webhook_endpoints SET old_secret ="
                                       " oshaq_seal('webhook_endpoints.old_secret',"
                                       " oshaq_open('webhook_endpoints.secret', secret)), old_secret_until = ?,"
                                       " secret = oshaq_seal('webhook_endpoints.secret', ?) WHERE webhook_id = ?"),
                        {endpoint.oldSecretUntilMs, secret, endpoint.id});
}

Result<void> webhookstore::remove(sql::Database &database, qint64 webhookId, qint64 nowMs)
{
    // A secret that signs nothing any more is kept nowhere.
    return database.run(
        QStringLiteral("UPDATE webhook_endpoints SET deleted_at = ?, active = 0, secret ="
                       " oshaq_seal('webhook_endpoints.secret', 'removed'), old_secret = '' WHERE webhook_id = ?"),
        {nowMs, webhookId});
}

Result<qint64> webhookstore::cursorOf(sql::Database &database, qint64 webhookId)
{
    auto row = database.query(QStringLiteral("SELECT cursor FROM webhook_endpoints WHERE webhook_id = ?"), {webhookId});
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    return *found ? row->integer(0) : qint64{0};
}

Result<void> webhookstore::setCursor(sql::Database &database, qint64 webhookId, qint64 seq)
{
    return database.run(QStringLiteral("UPDATE webhook_endpoints SET cursor = ? WHERE webhook_id = ?"),
                        {seq, webhookId});
}

QByteArray webhookstore::digest(const WebhookEndpoint &endpoint)
{
    return CanonicalHash("oshaq.webhook.1")
        .add(endpoint.id)
        .add(endpoint.url)
        .add(endpoint.events.join(u' '))
        .add(qint64{endpoint.active ? 1 : 0})
        .add(endpoint.version)
        .result();
}

Result<WebhookDelivery> webhookstore::findDelivery(sql::Database &database, qint64 businessId, qint64 webhookId,
                                                   qint64 deliveryId)
{
    auto found =
        readDeliveries(database, QStringLiteral("WHERE delivery_id = ? AND webhook_id = ? AND business_id = ?"),
                       {deliveryId, webhookId, businessId});
    if (!found)
        return found.error();
    if (found->empty())
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such delivery."), {}};
    return std::move(found->front());
}

Result<std::vector<WebhookDelivery>> webhookstore::deliveries(sql::Database &database, qint64 businessId,
                                                              qint64 webhookId, qint64 beforeId, int limit)
{
    return readDeliveries(database,
                          QStringLiteral("WHERE webhook_id = ? AND +business_id = ? AND (? = 0 OR delivery_id < ?)"
                                         " ORDER BY delivery_id DESC LIMIT ?"),
                          {webhookId, businessId, beforeId, beforeId, limit});
}

Result<std::vector<WebhookDelivery>> webhookstore::waiting(sql::Database &database, qint64 webhookId, int limit)
{
    return readDeliveries(
        database, QStringLiteral("WHERE webhook_id = ? AND state = 'waiting' ORDER BY next_at, delivery_id LIMIT ?"),
        {webhookId, limit});
}

Result<void> webhookstore::insertDelivery(sql::Database &database, WebhookDelivery *delivery)
{
    auto inserted = database.query(
        QStringLiteral("INSERT OR IGNORE INTO webhook_deliveries (business_id, webhook_id, uuid, seq, event, state,"
                       " next_at, give_up_at, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {delivery->businessId, delivery->webhookId, delivery->uuid, hubsql::optionalId(delivery->seq), delivery->event,
         deliveryStateText(delivery->state), delivery->nextAtMs, delivery->giveUpAtMs, delivery->createdAtMs});
    if (!inserted)
        return inserted.error();
    delivery->id = inserted->lastInsertId();
    return {};
}

Result<void> webhookstore::updateDelivery(sql::Database &database, const WebhookDelivery &delivery)
{
    return database.run(QStringLiteral("UPDATE webhook_deliveries SET state = ?, attempts = ?, next_at = ?,"
                                       " give_up_at = ?, last_at = ?, last_status = ?, latency_ms = ?, error = ?"
                                       " WHERE delivery_id = ?"),
                        {deliveryStateText(delivery.state), delivery.attempts, delivery.nextAtMs, delivery.giveUpAtMs,
                         hubsql::optionalId(delivery.lastAtMs), delivery.lastStatus, delivery.latencyMs, delivery.error,
                         delivery.id});
}

Result<void> webhookstore::removeOld(sql::Database &database, qint64 webhookId, qint64 beforeMs)
{
    // Among the oldest only: else whoever has none to remove would look through all of them, for each new one.
    return database.run(
        QStringLiteral("DELETE FROM webhook_deliveries WHERE delivery_id IN (SELECT delivery_id FROM"
                       " (SELECT delivery_id, state, created_at FROM webhook_deliveries WHERE webhook_id = ?"
                       " ORDER BY delivery_id LIMIT 200) WHERE state <> 'waiting' AND created_at < ?)"),
        {webhookId, beforeMs});
}

} // namespace oshaq
