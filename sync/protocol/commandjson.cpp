// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/commandjson.h"

#include "models/domain/orderlimits.h"
#include "models/domain/quantity.h"
#include "models/domain/timetext.h"
#include "sync/protocol/courierjson.h"

namespace oshaq {

namespace {

constexpr int maxPainted = 1000;

Schema statusCode()
{
    return Schema::integer(static_cast<int>(OrderStatus::New), static_cast<int>(OrderStatus::Cancelled));
}

SchemaField required(QString name, Schema schema)
{
    return {std::move(name), std::move(schema), Presence::Required};
}

SchemaField optional(QString name, Schema schema)
{
    return {std::move(name), std::move(schema), Presence::Optional};
}

SchemaField fromField()
{
    return optional(QStringLiteral("from"), statusCode().described(QStringLiteral(
                                                "The status that the person saw; another one now is a 409.")));
}

SchemaField actedAtField()
{
    return optional(QStringLiteral("acted_at"),
                    Schema::dateTime().described(QStringLiteral("When the person acted, on the hub's clock.")));
}

SchemaField reasonField()
{
    return optional(QStringLiteral("reason"), Schema::string(orderlimits::maxReason));
}

SchemaField lineIds(Presence presence)
{
    return {QStringLiteral("line_ids"), Schema::array(Schema::id(), 1, orderlimits::maxLines).unique(), presence};
}

Schema newLineSchema()
{
    return Schema::object({
        required(QStringLiteral("item_id"), Schema::id()),
        required(QStringLiteral("quantity"), Schema::quantity()),
        optional(QStringLiteral("note"), Schema::note(orderlimits::maxNote)),
        optional(QStringLiteral("options"), Schema::array(Schema::id(), 0, orderlimits::maxOptions)),
        optional(QStringLiteral("course"), Schema::integer(1, orderlimits::maxCourse)),
    });
}

std::vector<SchemaField> guestOrderFields()
{
    QStringList fulfilments;
    for (const Fulfilment fulfilment : allFulfilments)
        fulfilments.append(fulfilmentText(fulfilment));
    return {
        required(QStringLiteral("fulfilment"), Schema::oneOf(fulfilments)),
        optional(QStringLiteral("address_id"), Schema::id()),
        optional(QStringLiteral("delivery"), deliveryPlaceSchema()),
        optional(QStringLiteral("table"), Schema::string(orderlimits::maxTable)),
        optional(QStringLiteral("covers"), Schema::integer(0, orderlimits::maxCovers)),
        optional(QStringLiteral("note"), Schema::note(orderlimits::maxNote)),
        optional(QStringLiteral("allergy"), Schema::note(orderlimits::maxNote)),
        optional(QStringLiteral("order_uuid"), Schema::uuid()),
        required(QStringLiteral("items"), Schema::array(newLineSchema(), 1, orderlimits::maxLines)),
    };
}

// The readers below run after validate(): what is there has the right type and range.

QString text(const JsonValue &value)
{
    return cleanText(value.string());
}

void readCommon(const JsonValue &body, OrderCommand *command)
{
    if (const JsonValue &from = body[u"from"]; from.isNumber())
        command->from = orderStatusFromCode(from.integer());
    if (const JsonValue &actedAt = body[u"acted_at"]; actedAt.isString())
        command->actedAtMs = fromIso(actedAt.string());
    command->reason = text(body[u"reason"]);
    for (const JsonValue &id : body[u"line_ids"].items())
        command->lineIds.push_back(id.integer());
}

/// Quantities were checked for places and range; parseQuantity() may still refuse, and then says why.
Result<std::vector<NewOrderLine>> readLines(const JsonValue &items)
{
    std::vector<NewOrderLine> lines;
    lines.reserve(items.items().size());
    for (std::size_t i = 0; i < items.items().size(); ++i) {
        const JsonValue &item = items.items()[i];
        NewOrderLine line;
        line.itemId = item[u"item_id"].integer();
        const Result<qint64> quantity = parseQuantity(item[u"quantity"].numberText());
        if (!quantity) {
            Error error = quantity.error();
            error.details = {{QStringLiteral("items[%1].quantity").arg(i), error.message}};
            return error;
        }
        line.quantity = *quantity;
        line.note = text(item[u"note"]);
        if (item[u"course"].isNumber())
            line.course = static_cast<int>(item[u"course"].integer());
        for (const JsonValue &option : item[u"options"].items())
            line.optionIds.push_back(option.integer());
        lines.push_back(std::move(line));
    }
    return lines;
}

void writeText(JsonWriter &json, QByteArrayView key, const QString &value)
{
    if (!value.isEmpty())
        json.key(key).value(value);
}

void writeLines(JsonWriter &json, const std::vector<NewOrderLine> &lines)
{
    json.key("items").beginArray();
    for (const NewOrderLine &line : lines) {
        json.beginObject();
        json.key("item_id").value(line.itemId);
        json.key("quantity").raw(formatQuantity(line.quantity));
        writeText(json, "note", line.note);
        if (!line.optionIds.empty()) {
            json.key("options").beginArray();
            for (const qint64 id : line.optionIds)
                json.value(id);
            json.endArray();
        }
        if (line.course != NewOrderLine().course)
            json.key("course").value(line.course);
        json.endObject();
    }
    json.endArray();
}

void writeCommon(JsonWriter &json, const OrderCommand &command)
{
    if (command.from)
        json.key("from").value(static_cast<int>(*command.from));
    if (!command.reason.isEmpty())
        json.key("reason").value(command.reason);
    if (command.actedAtMs)
        json.key("acted_at").value(isoUtc(*command.actedAtMs));
}

void writeLineIds(JsonWriter &json, const OrderCommand &command)
{
    json.key("line_ids").beginArray();
    for (const qint64 id : command.lineIds)
        json.value(id);
    json.endArray();
}

CommandRequest requestFor(const QByteArray &order, const OrderCommand &command)
{
    CommandRequest request;
    request.path = "/api/v1/business/orders/" + order;
    JsonWriter json;
    json.beginObject();
    switch (command.kind) {
    case OrderCommand::Kind::SetStatus:
        request.method = "PATCH";
        request.path += "/status";
        json.key("status").value(static_cast<int>(command.to));
        break;
    case OrderCommand::Kind::Lines:
        request.method = "PATCH";
        request.path += "/lines";
        json.key("action").value(lineActionText(command.action));
        writeLineIds(json, command);
        break;
    case OrderCommand::Kind::Recall:
        request.method = "POST";
        request.path += "/recall";
        if (!command.lineIds.empty())
            writeLineIds(json, command);
        break;
    case OrderCommand::Kind::Prioritise:
        request.method = "POST";
        request.path += "/priority";
        json.key("priority").value(command.priority);
        break;
    }
    writeCommon(json, command);
    json.endObject();
    request.body = json.take();
    return request;
}

} // namespace

CommandRequest commandRequest(qint64 orderId, const OrderCommand &command)
{
    return requestFor(QByteArray::number(orderId), command);
}

CommandRequest commandRequest(const QString &orderUuid, const OrderCommand &command)
{
    return requestFor(orderUuid.toLatin1(), command);
}

const Schema &statusCommandSchema()
{
    static const Schema schema =
        Schema::object({required(QStringLiteral("status"), statusCode()), fromField(), reasonField(), actedAtField()});
    return schema;
}

const Schema &linesCommandSchema()
{
    static const Schema schema = [] {
        QStringList actions;
        for (const LineAction action : allLineActions)
            actions.append(lineActionText(action));
        return Schema::object({required(QStringLiteral("action"), Schema::oneOf(actions)), lineIds(Presence::Required),
                               fromField(), reasonField(), actedAtField()});
    }();
    return schema;
}

const Schema &recallCommandSchema()
{
    static const Schema schema =
        Schema::object({lineIds(Presence::Optional), fromField(), reasonField(), actedAtField()});
    return schema;
}

const Schema &priorityCommandSchema()
{
    static const Schema schema =
        Schema::object({required(QStringLiteral("priority"), Schema::boolean()), reasonField(), actedAtField()});
    return schema;
}

const Schema &addLinesSchema()
{
    static const Schema schema =
        Schema::object({required(QStringLiteral("action"), Schema::oneOf({QStringLiteral("add")})),
                        required(QStringLiteral("items"), Schema::array(newLineSchema(), 1, orderlimits::maxLines))});
    return schema;
}

const Schema &guestOrderSchema()
{
    static const Schema schema = Schema::object(guestOrderFields());
    return schema;
}

const Schema &staffOrderSchema()
{
    static const Schema schema = [] {
        std::vector<SchemaField> fields = guestOrderFields();
        fields.push_back(optional(QStringLiteral("user_id"),
                                  Schema::id().described(QStringLiteral(
                                      "A guest whom the business knows: name and phone are theirs unless given."))));
        fields.push_back(optional(QStringLiteral("address"),
                                  Schema::string(orderlimits::maxAddress, 1)
                                      .described(QStringLiteral("Where to, in words; kept among the guest's addresses. "
                                                                "Stronger than address_id."))));
        fields.push_back(optional(QStringLiteral("guest_name"), Schema::string(orderlimits::maxName)));
        fields.push_back(optional(QStringLiteral("guest_phone"), Schema::phone()));
        fields.push_back(optional(QStringLiteral("promised_at"), Schema::dateTime()));
        fields.push_back(optional(
            QStringLiteral("number"),
            Schema::orderNumber().described(QStringLiteral(
                "What a terminal called it while the hub was away, with its own letter. Another one is given when that "
                "is taken."))));
        fields.push_back(optional(QStringLiteral("acted_at"),
                                  Schema::dateTime().described(QStringLiteral(
                                      "When the order was taken, on the hub's clock; at most 24 hours ago."))));
        return Schema::object(std::move(fields));
    }();
    return schema;
}

const Schema &paintedSchema()
{
    static const Schema schema = Schema::object(
        {required(QStringLiteral("tickets"), Schema::array(Schema::object({
                                                               required(QStringLiteral("order_id"), Schema::id()),
                                                               optional(QStringLiteral("station_id"), Schema::id()),
                                                               optional(QStringLiteral("counted"), Schema::boolean()),
                                                           }),
                                                           1, maxPainted))});
    return schema;
}

const Schema &guestSessionSchema()
{
    static const Schema schema = Schema::object({
        optional(QStringLiteral("name"), Schema::string(orderlimits::maxName, 1)),
        optional(QStringLiteral("phone"), Schema::phone()),
        optional(QStringLiteral("table_code"), Schema::string(64, 1)),
    });
    return schema;
}

Result<OrderCommand> readStatusCommand(const JsonValue &body)
{
    if (const Result<void> checked = validate(statusCommandSchema(), body); !checked)
        return checked.error();
    OrderCommand command;
    command.kind = OrderCommand::Kind::SetStatus;
    command.to = orderStatusFromCode(body[u"status"].integer()).value_or(OrderStatus::New);
    readCommon(body, &command);
    return command;
}

Result<OrderCommand> readLinesCommand(const JsonValue &body)
{
    if (const Result<void> checked = validate(linesCommandSchema(), body); !checked)
        return checked.error();
    OrderCommand command;
    command.kind = OrderCommand::Kind::Lines;
    command.action = lineActionFromText(body[u"action"].string()).value_or(LineAction::Done);
    readCommon(body, &command);
    return command;
}

Result<OrderCommand> readRecallCommand(const JsonValue &body)
{
    if (const Result<void> checked = validate(recallCommandSchema(), body); !checked)
        return checked.error();
    OrderCommand command;
    command.kind = OrderCommand::Kind::Recall;
    readCommon(body, &command);
    return command;
}

Result<OrderCommand> readPriorityCommand(const JsonValue &body)
{
    if (const Result<void> checked = validate(priorityCommandSchema(), body); !checked)
        return checked.error();
    OrderCommand command;
    command.kind = OrderCommand::Kind::Prioritise;
    command.priority = body[u"priority"].boolean();
    readCommon(body, &command);
    return command;
}

Result<std::vector<NewOrderLine>> readAddLines(const JsonValue &body)
{
    if (const Result<void> checked = validate(addLinesSchema(), body); !checked)
        return checked.error();
    return readLines(body[u"items"]);
}

Result<NewOrder> readNewOrder(const JsonValue &body)
{
    if (const Result<void> checked = validate(staffOrderSchema(), body); !checked)
        return checked.error();
    Result<std::vector<NewOrderLine>> lines = readLines(body[u"items"]);
    if (!lines)
        return lines.error();

    NewOrder order;
    order.uuid = body[u"order_uuid"].string().toLower();
    order.fulfilment = fulfilmentFromText(body[u"fulfilment"].string()).value_or(Fulfilment::Pickup);
    if (body[u"user_id"].isNumber())
        order.userId = body[u"user_id"].integer();
    if (body[u"address_id"].isNumber())
        order.addressId = body[u"address_id"].integer();
    order.address = text(body[u"address"]);
    order.place = readDeliveryPlace(body[u"delivery"]);
    order.table = text(body[u"table"]);
    order.covers = static_cast<int>(body[u"covers"].integer());
    order.note = text(body[u"note"]);
    order.allergy = text(body[u"allergy"]);
    order.guestName = text(body[u"guest_name"]);
    order.guestPhone = text(body[u"guest_phone"]);
    if (const JsonValue &promised = body[u"promised_at"]; promised.isString())
        order.promisedAtMs = fromIso(promised.string()).value_or(0);
    order.number = text(body[u"number"]);
    if (const JsonValue &actedAt = body[u"acted_at"]; actedAt.isString())
        order.actedAtMs = fromIso(actedAt.string());
    order.lines = std::move(lines).value();
    return order;
}

QByteArray newOrderBody(const NewOrder &order)
{
    JsonWriter json;
    json.beginObject();
    writeText(json, "order_uuid", order.uuid);
    json.key("fulfilment").value(fulfilmentText(order.fulfilment));
    if (order.userId)
        json.key("user_id").value(*order.userId);
    if (order.addressId)
        json.key("address_id").value(*order.addressId);
    writeText(json, "address", order.address);
    if (order.place.isGiven()) {
        json.key("delivery");
        writeDeliveryPlace(json, order.place);
    }
    writeText(json, "table", order.table);
    if (order.covers != 0)
        json.key("covers").value(order.covers);
    writeText(json, "note", order.note);
    writeText(json, "allergy", order.allergy);
    writeText(json, "guest_name", order.guestName);
    writeText(json, "guest_phone", order.guestPhone);
    if (order.promisedAtMs != 0)
        json.key("promised_at").value(isoUtc(order.promisedAtMs));
    writeText(json, "number", order.number);
    if (order.actedAtMs)
        json.key("acted_at").value(isoUtc(*order.actedAtMs));
    writeLines(json, order.lines);
    json.endObject();
    return json.take();
}

QByteArray addLinesBody(const std::vector<NewOrderLine> &lines)
{
    JsonWriter json;
    json.beginObject();
    json.key("action").value(QStringLiteral("add"));
    writeLines(json, lines);
    json.endObject();
    return json.take();
}

QByteArray paintedBody(const std::vector<PaintedAck> &acks)
{
    JsonWriter json;
    json.beginObject().key("tickets").beginArray();
    for (const PaintedAck &ack : acks) {
        json.beginObject();
        json.key("order_id").value(ack.orderId);
        if (ack.stationId != 0)
            json.key("station_id").value(ack.stationId);
        if (ack.counted)
            json.key("counted").value(true);
        json.endObject();
    }
    json.endArray().endObject();
    return json.take();
}

Result<std::vector<PaintedAck>> readPainted(const JsonValue &body)
{
    if (const Result<void> checked = validate(paintedSchema(), body); !checked)
        return checked.error();
    std::vector<PaintedAck> acks;
    acks.reserve(body[u"tickets"].items().size());
    for (const JsonValue &ticket : body[u"tickets"].items())
        acks.push_back({ticket[u"order_id"].integer(), ticket[u"station_id"].integer(), ticket[u"counted"].boolean()});
    return acks;
}

QByteArray paintedDataJson(const std::vector<qint64> &latenciesMs)
{
    JsonWriter json;
    json.beginObject().key("latencies_ms").beginArray();
    for (const qint64 latency : latenciesMs) {
        if (latency < 0)
            json.null();
        else
            json.value(latency);
    }
    json.endArray().endObject();
    return json.take();
}

std::vector<qint64> readPaintedData(const JsonValue &data)
{
    std::vector<qint64> latencies;
    for (const JsonValue &item : data[u"latencies_ms"].items()) {
        bool ok = false;
        const qint64 latency = item.integer(&ok);
        latencies.push_back(ok ? latency : -1);
    }
    return latencies;
}

} // namespace oshaq
