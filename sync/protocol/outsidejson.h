// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outsideorder.h"
#include "sync/protocol/fieldmap.h"

namespace oshaq {

/// An order of another service, in our documented form (docs/integrations.md) or with its names mapped. Amounts in it
/// count for nothing: prices are the hub's. ValidationFailed with our paths ("items[1].quantity"), every wrong place at
/// once. `acceptSeconds`: how long the order may wait when the service does not say; 0: for ever.
Result<OutsideOrder> readOutsideOrder(const JsonValue &document, const FieldMap &map, const QString &source,
                                      qint64 nowMs, qint64 acceptSeconds);

struct OutsideCancel
{
    QString externalId;
    QString reason;
};
Result<OutsideCancel> readOutsideCancel(const JsonValue &document, const FieldMap &map);

/// What the service is told: {"order_id","number","status","status_name","timestamp","reason"}.
QByteArray outsideNewsJson(const OutsideNews &news);

} // namespace oshaq
