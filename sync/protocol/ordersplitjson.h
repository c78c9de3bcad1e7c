// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ordersplit.h"
#include "sync/protocol/commandjson.h"
#include "sync/protocol/schema.h"

namespace oshaq {

/// POST business/orders/{id}/split: {"items":[{"order_item_id","quantity"?}],"order_uuid"?}; without a quantity the
/// whole line goes.
const Schema &orderSplitSchema();
/// POST business/orders/{id}/join: {"into"}, the number of the other order.
const Schema &orderJoinSchema();

Result<OrderSplit> readOrderSplit(const JsonValue &body);
Result<qint64> readOrderJoin(const JsonValue &body);

/// What the two readers read back. Addressed by uuid: after a restore the hub may give the number to another order.
CommandRequest orderSplitRequest(const QString &orderUuid, const OrderSplit &split);
CommandRequest orderJoinRequest(const QString &orderUuid, qint64 intoId);

} // namespace oshaq
