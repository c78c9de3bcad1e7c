// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/webhook.h"
#include "models/hub/hub.h"

#include <QByteArray>

namespace oshaq {

/// The body of a delivery, rendered when it is sent, so that it tells the rows as they are then:
/// {"id","event","business_id","created_at","change":{...as in the feed...},"payment"?:{...}}. No name, phone, address,
/// note or reason is in it. NotFound when the journal does not hold the event any more.
Result<QByteArray> webhookPayload(sql::Database &database, const WebhookDelivery &delivery, const QString &epoch);

} // namespace oshaq
