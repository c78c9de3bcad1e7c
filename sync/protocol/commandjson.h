// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ordercommand.h"
#include "models/domain/painted.h"
#include "models/domain/pricing.h"
#include "sync/protocol/json.h"
#include "sync/protocol/schema.h"

namespace oshaq {

/// Request bodies of terminals' commands: which route and body a command becomes.
struct CommandRequest
{
    QByteArray method;
    QByteArray path; ///< "/api/v1/business/orders/123/lines"
    QByteArray body;
};
CommandRequest commandRequest(qint64 orderId, const OrderCommand &command);
/// Addressed by uuid: after a restore the hub may give the number to another order.
CommandRequest commandRequest(const QString &orderUuid, const OrderCommand &command);

/// The input schemas; each reader below checks its own, so the rules stand once. Also for the route table.
const Schema &statusCommandSchema();   ///< {"status","from"?,"reason"?,"acted_at"?}
const Schema &linesCommandSchema();    ///< {"action","line_ids","from"?,"reason"?,"acted_at"?}
const Schema &recallCommandSchema();   ///< {"line_ids"?,"from"?,"acted_at"?}
const Schema &priorityCommandSchema(); ///< {"priority","reason"?,"acted_at"?}
const Schema &addLinesSchema();        ///< {"action":"add","items":[..]}
const Schema &guestOrderSchema();      ///< user/orders/create
const Schema &staffOrderSchema();      ///< business/orders: the guest's fields and user_id, address, guest_name,
                                       ///< guest_phone, promised_at, number, acted_at
const Schema &paintedSchema();         ///< {"tickets":[{"order_id","station_id"?,"counted"?}]}
const Schema &guestSessionSchema();    ///< auth/guest: {"name","phone"?} or {"table_code","name"?}

Result<OrderCommand> readStatusCommand(const JsonValue &body);         ///< PATCH .../status
Result<OrderCommand> readLinesCommand(const JsonValue &body);          ///< PATCH .../lines with "action" and "line_ids"
Result<OrderCommand> readRecallCommand(const JsonValue &body);         ///< POST .../recall
Result<OrderCommand> readPriorityCommand(const JsonValue &body);       ///< POST .../priority
Result<std::vector<NewOrderLine>> readAddLines(const JsonValue &body); ///< PATCH .../lines with "action":"add"
/// POST user/orders/create and business/orders; texts come out in NFC. Fields that only staff may send are for the
/// route to refuse with guestOrderSchema().
Result<NewOrder> readNewOrder(const JsonValue &body);

/// What the two readers above read back, whole: a body of business/orders, and one of .../lines. Empty texts, no
/// covers, no promise and the first course are left out.
QByteArray newOrderBody(const NewOrder &order);
QByteArray addLinesBody(const std::vector<NewOrderLine> &lines);

QByteArray paintedBody(const std::vector<PaintedAck> &acks);
Result<std::vector<PaintedAck>> readPainted(const JsonValue &body);
/// Data of the answer: {"latencies_ms":[12,null]}, one for each ticket in order; null: counted, unknown or known
/// before.
QByteArray paintedDataJson(const std::vector<qint64> &latenciesMs);
/// The same numbers, -1 for null.
std::vector<qint64> readPaintedData(const JsonValue &data);

} // namespace oshaq
