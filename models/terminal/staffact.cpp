// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/staffact.h"

#include "models/terminal/orderrows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <type_traits>

namespace oshaq {

namespace {

QString takenKind()
{
    return QStringLiteral("create");
}
QString addedKind()
{
    return QStringLiteral("add");
}
QString editedKind()
{
    return QStringLiteral("edit");
}
QString markedKind()
{
    return QStringLiteral("available");
}

QJsonArray idsJson(const std::vector<qint64> &ids)
{
    QJsonArray array;
    for (const qint64 id : ids)
        array.append(id);
    return array;
}

std::vector<qint64> idsFrom(const QJsonValue &value)
{
    std::vector<qint64> ids;
    for (const QJsonValue &id : value.toArray())
        ids.push_back(id.toInteger());
    return ids;
}

template <typename T> void put(QJsonObject *json, const QString &key, const std::optional<T> &value)
{
    if (value)
        json->insert(key, *value);
}

std::optional<qint64> optionalInteger(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

QJsonArray wantedJson(const std::vector<NewOrderLine> &lines)
{
    QJsonArray array;
    for (const NewOrderLine &line : lines) {
        array.append(QJsonObject{{QStringLiteral("item"), line.itemId},
                                 {QStringLiteral("quantity"), line.quantity},
                                 {QStringLiteral("options"), idsJson(line.optionIds)},
                                 {QStringLiteral("note"), line.note},
                                 {QStringLiteral("course"), line.course}});
    }
    return array;
}

std::vector<NewOrderLine> wantedFrom(const QJsonValue &value)
{
    std::vector<NewOrderLine> lines;
    for (const QJsonValue &one : value.toArray()) {
        NewOrderLine line;
        line.itemId = one[QStringLiteral("item")].toInteger();
        line.quantity = one[QStringLiteral("quantity")].toInteger();
        line.optionIds = idsFrom(one[QStringLiteral("options")]);
        line.note = one[QStringLiteral("note")].toString();
        line.course = one[QStringLiteral("course")].toInt(1);
        lines.push_back(std::move(line));
    }
    return lines;
}

/// Lines as they stand when they are new: queued, never touched.
QJsonArray linesJson(const std::vector<OrderLine> &lines)
{
    QJsonArray array;
    for (const OrderLine &line : lines) {
        QJsonObject json{{QStringLiteral("id"), line.id},
                         {QStringLiteral("item"), line.itemId},
                         {QStringLiteral("name"), line.name},
                         {QStringLiteral("quantity"), line.quantity},
                         {QStringLiteral("price"), line.priceMinor},
                         {QStringLiteral("course"), line.course},
                         {QStringLiteral("prep"), line.prepSeconds},
                         {QStringLiteral("note"), line.note},
                         {QStringLiteral("options"), orderrows::lineOptionsText(line.options)},
                         {QStringLiteral("at"), line.addedAtMs},
                         {QStringLiteral("held"), line.held}};
        put(&json, QStringLiteral("station"), line.stationId);
        array.append(json);
    }
    return array;
}

std::vector<OrderLine> linesFrom(const QJsonValue &value)
{
    std::vector<OrderLine> lines;
    for (const QJsonValue &one : value.toArray()) {
        OrderLine line;
        line.id = one[QStringLiteral("id")].toInteger();
        line.itemId = one[QStringLiteral("item")].toInteger();
        line.name = one[QStringLiteral("name")].toString();
        line.quantity = one[QStringLiteral("quantity")].toInteger();
        line.priceMinor = one[QStringLiteral("price")].toInteger();
        line.course = one[QStringLiteral("course")].toInt(1);
        line.prepSeconds = one[QStringLiteral("prep")].toInt();
        line.note = one[QStringLiteral("note")].toString();
        line.options = orderrows::lineOptions(one[QStringLiteral("options")].toString());
        line.addedAtMs = one[QStringLiteral("at")].toInteger();
        line.statusAtMs = line.addedAtMs;
        line.held = one[QStringLiteral("held")].toBool();
        line.stationId = optionalInteger(one[QStringLiteral("station")]);
        lines.push_back(std::move(line));
    }
    return lines;
}

QJsonObject takenJson(const OrderTaken &taken)
{
    const NewOrder &request = taken.request;
    const Order &order = taken.order;
    QJsonObject json{{QStringLiteral("uuid"), order.uuid},
                     {QStringLiteral("fulfilment"), fulfilmentText(order.fulfilment)},
                     {QStringLiteral("table"), order.table},
                     {QStringLiteral("covers"), order.covers},
                     {QStringLiteral("note"), order.note},
                     {QStringLiteral("allergy"), order.allergy},
                     {QStringLiteral("guest_name"), order.guestName},
                     {QStringLiteral("guest_phone"), order.guestPhone},
                     {QStringLiteral("address"), request.address},
                     {QStringLiteral("promised"), order.promisedAtMs},
                     {QStringLiteral("wanted"), wantedJson(request.lines)},
                     {QStringLiteral("id"), order.id},
                     {QStringLiteral("number"), order.number},
                     {QStringLiteral("business"), order.businessId},
                     {QStringLiteral("at"), order.placedAtMs},
                     {QStringLiteral("lines"), linesJson(order.lines)},
                     {QStringLiteral("subtotal"), order.cost.subtotalMinor},
                     {QStringLiteral("delivery"), order.cost.deliveryMinor},
                     {QStringLiteral("total"), order.cost.totalMinor},
                     {QStringLiteral("currency"), order.cost.currency.code()},
                     {QStringLiteral("tax_rate"), order.cost.taxRate},
                     {QStringLiteral("tax"), order.cost.taxMinor},
                     {QStringLiteral("hub_id"), taken.hubOrderId},
                     {QStringLiteral("hub_lines"), idsJson(taken.hubLineIds)}};
    put(&json, QStringLiteral("user"), request.userId);
    put(&json, QStringLiteral("address_id"), request.addressId);
    return json;
}

std::optional<StaffAct> takenFrom(const QJsonObject &json)
{
    const auto fulfilment = fulfilmentFromText(json[QStringLiteral("fulfilment")].toString());
    const auto currency = Currency::fromCode(json[QStringLiteral("currency")].toString());
    const qint64 id = json[QStringLiteral("id")].toInteger();
    if (!fulfilment || !currency || id >= 0)
        return std::nullopt;
    OrderTaken taken;
    Order &order = taken.order;
    order.id = id;
    order.uuid = json[QStringLiteral("uuid")].toString();
    order.businessId = json[QStringLiteral("business")].toInteger();
    order.number = json[QStringLiteral("number")].toString();
    order.fulfilment = *fulfilment;
    order.table = json[QStringLiteral("table")].toString();
    order.covers = json[QStringLiteral("covers")].toInt();
    order.note = json[QStringLiteral("note")].toString();
    order.allergy = json[QStringLiteral("allergy")].toString();
    order.guestName = json[QStringLiteral("guest_name")].toString();
    order.guestPhone = json[QStringLiteral("guest_phone")].toString();
    order.address = json[QStringLiteral("address")].toString();
    order.userId = json[QStringLiteral("user")].toInteger();
    order.addressId = optionalInteger(json[QStringLiteral("address_id")]);
    order.promisedAtMs = json[QStringLiteral("promised")].toInteger();
    order.placedAtMs = json[QStringLiteral("at")].toInteger();
    order.statusAtMs = order.placedAtMs;
    order.lines = linesFrom(json[QStringLiteral("lines")]);
    order.cost = {json[QStringLiteral("subtotal")].toInteger(), json[QStringLiteral("delivery")].toInteger(),
                  json[QStringLiteral("total")].toInteger(), *currency,
                  json[QStringLiteral("tax_rate")].toInteger(), json[QStringLiteral("tax")].toInteger()};

    NewOrder &request = taken.request;
    request.uuid = order.uuid;
    request.fulfilment = order.fulfilment;
    request.userId = optionalInteger(json[QStringLiteral("user")]);
    request.addressId = order.addressId;
    request.address = order.address;
    request.table = order.table;
    request.covers = order.covers;
    request.note = order.note;
    request.allergy = order.allergy;
    request.guestName = order.guestName;
    request.guestPhone = order.guestPhone;
    request.promisedAtMs = order.promisedAtMs;
    request.lines = wantedFrom(json[QStringLiteral("wanted")]);
    request.number = order.number;
    request.actedAtMs = order.placedAtMs;

    taken.hubOrderId = json[QStringLiteral("hub_id")].toInteger();
    taken.hubLineIds = idsFrom(json[QStringLiteral("hub_lines")]);
    return taken;
}

QJsonObject addedJson(const LinesAdded &added)
{
    return {{QStringLiteral("wanted"), wantedJson(added.request)},
            {QStringLiteral("lines"), linesJson(added.lines)},
            {QStringLiteral("after"), added.afterLineId},
            {QStringLiteral("hub_lines"), idsJson(added.hubLineIds)},
            {QStringLiteral("at"), added.actedAtMs}};
}

LinesAdded addedFrom(const QJsonObject &json)
{
    return {wantedFrom(json[QStringLiteral("wanted")]), linesFrom(json[QStringLiteral("lines")]),
            json[QStringLiteral("after")].toInteger(), idsFrom(json[QStringLiteral("hub_lines")]),
            json[QStringLiteral("at")].toInteger()};
}

QJsonObject fieldsJson(const OrderFields &fields)
{
    QJsonObject json;
    put(&json, QStringLiteral("note"), fields.note);
    put(&json, QStringLiteral("table"), fields.table);
    put(&json, QStringLiteral("allergy"), fields.allergy);
    put(&json, QStringLiteral("covers"), fields.covers);
    put(&json, QStringLiteral("promised"), fields.promisedAtMs);
    return json;
}

OrderFields fieldsFrom(const QJsonValue &value)
{
    const auto text = [&value](const QString &key) {
        const QJsonValue one = value[key];
        return one.isString() ? std::optional(one.toString()) : std::nullopt;
    };
    OrderFields fields;
    fields.note = text(QStringLiteral("note"));
    fields.table = text(QStringLiteral("table"));
    fields.allergy = text(QStringLiteral("allergy"));
    if (const auto covers = optionalInteger(value[QStringLiteral("covers")]))
        fields.covers = int(*covers);
    fields.promisedAtMs = optionalInteger(value[QStringLiteral("promised")]);
    return fields;
}

FieldsEdited editedFrom(const QJsonObject &json)
{
    FieldsEdited edited;
    static_cast<OrderFields &>(edited.edit) = fieldsFrom(json[QStringLiteral("to")]);
    edited.edit.from = fieldsFrom(json[QStringLiteral("from")]);
    edited.actedAtMs = json[QStringLiteral("at")].toInteger();
    return edited;
}

QString text(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace

QString actCode(const StaffAct &act)
{
    if (const auto *command = std::get_if<OrderCommand>(&act))
        return commandCode(*command);
    return kindOf(act);
}

std::optional<qint64> actedAtMs(const StaffAct &act)
{
    return std::visit(
        [](const auto &one) -> std::optional<qint64> {
            if constexpr (std::is_same_v<std::decay_t<decltype(one)>, OrderTaken>)
                return one.order.placedAtMs;
            else
                return one.actedAtMs;
        },
        act);
}

void setActedAtMs(StaffAct *act, qint64 atMs)
{
    std::visit(
        [atMs](auto &one) {
            using Act = std::decay_t<decltype(one)>;
            if constexpr (!std::is_same_v<Act, OrderTaken>)
                one.actedAtMs = atMs;
            if constexpr (std::is_same_v<Act, LinesAdded>) {
                for (OrderLine &line : one.lines)
                    line.addedAtMs = line.statusAtMs = atMs;
            }
        },
        *act);
}

const std::vector<NewOrderLine> *orderedLines(const StaffAct &act)
{
    if (const auto *taken = std::get_if<OrderTaken>(&act))
        return &taken->request.lines;
    const auto *added = std::get_if<LinesAdded>(&act);
    return added ? &added->request : nullptr;
}

QString kindOf(const StaffAct &act)
{
    if (std::holds_alternative<OrderTaken>(act))
        return takenKind();
    if (std::holds_alternative<LinesAdded>(act))
        return addedKind();
    if (std::holds_alternative<FieldsEdited>(act))
        return editedKind();
    if (std::holds_alternative<ItemMarked>(act))
        return markedKind();
    switch (std::get<OrderCommand>(act).kind) {
    case OrderCommand::Kind::SetStatus:
        return QStringLiteral("status");
    case OrderCommand::Kind::Lines:
        return QStringLiteral("lines");
    case OrderCommand::Kind::Recall:
        return QStringLiteral("recall");
    case OrderCommand::Kind::Prioritise:
        return QStringLiteral("priority");
    }
    return {};
}

QString payloadOf(const StaffAct &act)
{
    if (const auto *taken = std::get_if<OrderTaken>(&act))
        return text(takenJson(*taken));
    if (const auto *added = std::get_if<LinesAdded>(&act))
        return text(addedJson(*added));
    if (const auto *edited = std::get_if<FieldsEdited>(&act)) {
        return text({{QStringLiteral("to"), fieldsJson(edited->edit)},
                     {QStringLiteral("from"), fieldsJson(edited->edit.from)},
                     {QStringLiteral("at"), edited->actedAtMs}});
    }
    if (const auto *marked = std::get_if<ItemMarked>(&act)) {
        return text({{QStringLiteral("item"), marked->itemId},
                     {QStringLiteral("available"), marked->available},
                     {QStringLiteral("at"), marked->actedAtMs},
                     {QStringLiteral("back"), marked->backAtMs}});
    }
    return {};
}

std::optional<StaffAct> actFromPayload(const QString &kind, const QString &payload)
{
    const QJsonDocument document = QJsonDocument::fromJson(payload.toUtf8());
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject json = document.object();
    if (kind == takenKind())
        return takenFrom(json);
    if (kind == addedKind())
        return addedFrom(json);
    if (kind == editedKind())
        return editedFrom(json);
    if (kind == markedKind()) {
        return ItemMarked{json[QStringLiteral("item")].toInteger(), json[QStringLiteral("available")].toBool(),
                          json[QStringLiteral("at")].toInteger(), json[QStringLiteral("back")].toInteger()};
    }
    return std::nullopt;
}

} // namespace oshaq
