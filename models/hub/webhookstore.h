// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/webhook.h"
#include "models/sql/database.h"

#include <vector>

namespace oshaq {

/// The tables of endpoints and deliveries. Secrets leave only by secretsOf().
namespace webhookstore {

Result<WebhookEndpoint> find(sql::Database &database, qint64 businessId, qint64 webhookId);
Result<std::vector<WebhookEndpoint>> list(sql::Database &database, qint64 businessId);
/// Of all businesses.
Result<std::vector<WebhookEndpoint>> active(sql::Database &database);
/// Businesses with an active endpoint that has not looked at the whole journal.
Result<std::vector<qint64>> behind(sql::Database &database);
/// The secrets that sign now, the newest first.
Result<QList<QByteArray>> secretsOf(sql::Database &database, qint64 webhookId, qint64 nowMs);

/// Sets the id. `cursor`: what was before it is not sent.
Result<void> insert(sql::Database &database, WebhookEndpoint *endpoint, const QString &secret, qint64 cursor,
                    qint64 nowMs);
/// URL, events, active, failing, disabled, version.
Result<void> update(sql::Database &database, const WebhookEndpoint &endpoint, qint64 nowMs);
Result<void> setSecret(sql::Database &database, const WebhookEndpoint &endpoint, const QString &secret);
Result<void> remove(sql::Database &database, qint64 webhookId, qint64 nowMs);
Result<qint64> cursorOf(sql::Database &database, qint64 webhookId);
Result<void> setCursor(sql::Database &database, qint64 webhookId, qint64 seq);
QByteArray digest(const WebhookEndpoint &endpoint);

Result<WebhookDelivery> findDelivery(sql::Database &database, qint64 businessId, qint64 webhookId, qint64 deliveryId);
/// Newest first, those before `beforeId` when it is not 0.
Result<std::vector<WebhookDelivery>> deliveries(sql::Database &database, qint64 businessId, qint64 webhookId,
                                                qint64 beforeId, int limit);
/// What is to be sent next to an endpoint, soonest first, due or not.
Result<std::vector<WebhookDelivery>> waiting(sql::Database &database, qint64 webhookId, int limit);
/// Sets the id. Says nothing of a seq that the endpoint has already.
Result<void> insertDelivery(sql::Database &database, WebhookDelivery *delivery);
Result<void> updateDelivery(sql::Database &database, const WebhookDelivery &delivery);
/// Finished ones of an endpoint from before `beforeMs`, some at a time.
Result<void> removeOld(sql::Database &database, qint64 webhookId, qint64 beforeMs);

} // namespace webhookstore

} // namespace oshaq
