// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/feed.h"
#include "models/domain/order.h"
#include "models/domain/ordercommand.h"
#include "models/domain/painted.h"
#include "models/domain/pricing.h"
#include "sync/protocol/json.h"

namespace oshaq {

/// What a role need not see is not sent: kitchen gets first names only, no phone, no address; a courier sees name, phone and address.
enum class OrderView { Full, Kitchen };
OrderView orderViewFor(Role role);

/// v1 rendering of DESIGN section 8 (fields may be added, none renamed). Money in major units, exact; quantities as numbers.
/// Besides the documented fields ORDER carries: covers, allergy, promised_at, cancel_reason, status_at is status.timestamp;
/// each line: course, options [{option_id,name,price}], state, state_at, added_at, prep_seconds, version.
void writeOrder(JsonWriter &json, const Order &order, OrderView view);
Result<Order> readOrder(const JsonValue &json);

void writeItem(JsonWriter &json, const Item &item, const Category &category, const Currency &currency);
/// The feed's and the snapshot's catalog rows (with versions, stations, external ids), not the public menu.
void writeCatalog(JsonWriter &json, const Catalog &catalog, const Currency &currency);
Result<Catalog> readCatalog(const JsonValue &json, const Currency &currency);
/// The public menu: {"categories":[...]} as in DESIGN section 8.
QByteArray menuJson(const Catalog &catalog, const Currency &currency);

/// {"seq":8,"entity":"order","id":123,"version":2,"op":"upsert|delete","at":"...","data":{..}}, type "change" added for sockets.
void writeChange(JsonWriter &json, const FeedChange &change, const Currency &currency, OrderView view);
Result<FeedChange> readChange(const JsonValue &json, const Currency &currency);

/// Whole "data" of GET business/snapshot, hub_time included.
QByteArray snapshotJson(const Snapshot &snapshot, OrderView view, qint64 hubNowMs);
Result<Snapshot> readSnapshot(const JsonValue &data, qint64 *hubNowMs);

/// Request bodies of terminals' commands: which route and body a command becomes.
struct CommandRequest
{
    QByteArray method;
    QByteArray path; ///< "/api/v1/business/orders/123/lines"
    QByteArray body;
};
CommandRequest commandRequest(qint64 orderId, const OrderCommand &command);
Result<OrderCommand> readStatusCommand(const JsonValue &body);  ///< PATCH .../status
Result<OrderCommand> readLinesCommand(const JsonValue &body);   ///< PATCH .../lines with "action" and "line_ids"
Result<OrderCommand> readRecallCommand(const JsonValue &body);  ///< POST .../recall
Result<NewOrder> readNewOrder(const JsonValue &body);           ///< POST user/orders/create and business/orders

QByteArray paintedBody(const std::vector<PaintedAck> &acks);
Result<std::vector<PaintedAck>> readPainted(const JsonValue &body);

/// HTTP status of an error code.
int httpStatus(ErrorCode code);
std::optional<ErrorCode> errorCodeFromText(QStringView text);
/// {"success":false,"error":{"code","message","details":[{"path","issue"}]},"request_id"}
QByteArray errorJson(const Error &error, const QByteArray &requestId);

} // namespace oshaq
