// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/ordersplitjson.h"

#include "models/domain/quantity.h"

namespace oshaq {

namespace {

/// As many as an order is written with at once.
constexpr int maxLines = 200;

CommandRequest requestFor(const QString &orderUuid, const char *what, QByteArray body)
{
    return {"POST", "/api/v1/business/orders/" + orderUuid.toLatin1() + what, std::move(body)};
}

} // namespace

const Schema &orderSplitSchema()
{
    static const Schema schema = Schema::object(
        {{QStringLiteral("items"),
          Schema::array(
              Schema::object({{QStringLiteral("order_item_id"), Schema::id(), Presence::Required},
                              {QStringLiteral("quantity"), Schema::quantity().described(QStringLiteral(
                                                               "How much of it goes; all of it if left out."))}}),
              1, maxLines),
          Presence::Required},
         {QStringLiteral("order_uuid"), Schema::uuid()}});
    return schema;
}

const Schema &orderJoinSchema()
{
    static const Schema schema =
        Schema::object({{QStringLiteral("into"), Schema::id().described(QStringLiteral("The order that it goes into.")),
                         Presence::Required}});
    return schema;
}

Result<OrderSplit> readOrderSplit(const JsonValue &body)
{
    if (const Result<void> checked = validate(orderSplitSchema(), body); !checked)
        return checked.error();
    OrderSplit split;
    split.uuid = body[u"order_uuid"].string().toLower();
    const std::vector<JsonValue> &items = body[u"items"].items();
    for (std::size_t i = 0; i < items.size(); ++i) {
        SplitPart part{items[i][u"order_item_id"].integer(), {}};
        if (items[i][u"quantity"].isNumber()) {
            const Result<qint64> quantity = parseQuantity(items[i][u"quantity"].numberText());
            if (!quantity) {
                Error error = quantity.error();
                error.details = {{QStringLiteral("items[%1].quantity").arg(i), error.message}};
                return error;
            }
            part.quantity = *quantity;
        }
        split.parts.push_back(part);
    }
    return split;
}

Result<qint64> readOrderJoin(const JsonValue &body)
{
    if (const Result<void> checked = validate(orderJoinSchema(), body); !checked)
        return checked.error();
    return body[u"into"].integer();
}

CommandRequest orderSplitRequest(const QString &orderUuid, const OrderSplit &split)
{
    JsonWriter json;
    json.beginObject();
    if (!split.uuid.isEmpty())
        json.key("order_uuid").value(split.uuid);
    json.key("items").beginArray();
    for (const SplitPart &part : split.parts) {
        json.beginObject();
        json.key("order_item_id").value(part.lineId);
        if (part.quantity)
            json.key("quantity").raw(formatQuantity(*part.quantity));
        json.endObject();
    }
    json.endArray().endObject();
    return requestFor(orderUuid, "/split", json.take());
}

CommandRequest orderJoinRequest(const QString &orderUuid, qint64 intoId)
{
    JsonWriter json;
    json.beginObject();
    json.key("into").value(intoId);
    json.endObject();
    return requestFor(orderUuid, "/join", json.take());
}

} // namespace oshaq
