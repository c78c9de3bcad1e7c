// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/webhook.h"
#include "models/hub/writer.h"

#include <optional>
#include <vector>

namespace oshaq {

struct WebhookEdit
{
    std::optional<QString> url;
    std::optional<QStringList> events;
    std::optional<bool> active;
};

/// How one attempt to deliver ended.
struct WebhookAttempt
{
    qint64 businessId = 0;
    qint64 webhookId = 0;
    qint64 deliveryId = 0;
    bool ok = false;
    bool isFinal = false; ///< it makes no sense to try again
    int status = 0;
    qint64 latencyMs = 0;
    QString error;        ///< English, holds no body and no secret
    qint64 retryInMs = 0; ///< chosen by whoever sent, so that the command is a value
};

/// Commands on endpoints and deliveries. Each business write of a person is journalled; deliveries are not.
namespace webhookwrites {

/// Outcome 201, with the secret. What happened before it is not sent.
Result<WriteOutcome> create(WriteContext &context, const QString &url, const QStringList &events, bool active);
/// Switched on again, it hears what happens from then on; what waits is sent.
Result<WriteOutcome> edit(WriteContext &context, qint64 webhookId, const WebhookEdit &edit, qint64 version);
Result<WriteOutcome> remove(WriteContext &context, qint64 webhookId, std::optional<qint64> version);
/// A new secret; the old one signs as well for a day.
Result<WriteOutcome> rotateSecret(WriteContext &context, qint64 webhookId);
/// Sends a delivery again under its own id, for a day. Outcome: values[0] = the delivery.
Result<WriteOutcome> replay(WriteContext &context, qint64 webhookId, qint64 deliveryId);
/// Makes a delivery that says nothing. Outcome 201: values[0] = the delivery.
Result<WriteOutcome> test(WriteContext &context, qint64 webhookId);

/// Reads the journal on for every active endpoint of a business and makes deliveries. Outcome: values[0] is 1 when
/// there is more to read.
Result<WriteOutcome> collect(WriteContext &context, qint64 businessId);
/// Notes an attempt; an endpoint that failed for a full day is switched off.
Result<WriteOutcome> noteAttempt(WriteContext &context, const WebhookAttempt &attempt);

} // namespace webhookwrites

namespace webhookreads {

Result<WebhookEndpoint> one(sql::Database &database, qint64 businessId, qint64 webhookId);
Result<std::vector<WebhookEndpoint>> list(sql::Database &database, qint64 businessId);

struct DeliveryPage
{
    std::vector<WebhookDelivery> deliveries;
    QString nextCursor; ///< empty: the last page
};
/// Newest first. ValidationFailed for a cursor that is none.
Result<DeliveryPage> deliveries(sql::Database &database, qint64 businessId, qint64 webhookId, const QString &cursor,
                                int limit);
Result<WebhookDelivery> delivery(sql::Database &database, qint64 businessId, qint64 webhookId, qint64 deliveryId);

} // namespace webhookreads

} // namespace oshaq
