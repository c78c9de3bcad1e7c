// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/webhook.h"
#include "sync/protocol/json.h"
#include "sync/protocol/schema.h"

namespace oshaq {

const Schema &newWebhookSchema();  ///< {"url","events"?,"active"?}
const Schema &webhookEditSchema(); ///< {"url"?,"events"?,"active"?,"version"?}

/// The filters of a body, each checked: ValidationFailed names the first wrong one.
Result<QStringList> readEventFilters(const JsonValue &body);

void writeWebhook(JsonWriter &json, const WebhookEndpoint &endpoint);
/// The same with its secret, which is shown this once.
void writeWebhookWithSecret(JsonWriter &json, const WebhookEndpoint &endpoint, const QString &secret);
void writeDelivery(JsonWriter &json, const WebhookDelivery &delivery);

namespace outputs {

Schema webhook();
Schema webhookSecret();
Schema delivery();

} // namespace outputs

} // namespace oshaq
