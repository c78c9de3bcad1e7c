// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/orderjson.h"

#include "sync/protocol/fieldreader.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/taxjson.h"

namespace oshaq {

namespace {

void writeStatus(JsonWriter &json, const Order &order)
{
    json.beginObject();
    json.key("status").value(static_cast<int>(order.status));
    json.key("status_name").value(orderStatusName(order.status));
    json.key("timestamp").value(isoUtc(order.statusAtMs));
    json.endObject();
}

void writeLine(JsonWriter &json, const OrderLine &line, const Currency &currency)
{
    json.beginObject();
    json.key("order_item_id").value(line.id);
    json.key("item_id").value(line.itemId);
    json.key("name").value(line.name);
    json.key("quantity").raw(formatQuantity(line.quantity));
    json.key("price").raw(formatMajorUnits(line.priceMinor, currency));
    json.key("state").value(lineStatusText(line.status));
    writeTimeOrNull(json, "state_at", line.statusAtMs);
    writeNumberOrNull(json, "station_id", line.stationId);
    writeTextOrNull(json, "note", line.note);
    json.key("course").value(line.course);
    json.key("prep_seconds").value(line.prepSeconds);
    json.key("options").beginArray();
    for (const OrderLineOption &option : line.options) {
        json.beginObject();
        json.key("option_id").value(option.optionId);
        json.key("name").value(option.name);
        json.key("price").raw(formatMajorUnits(option.priceMinor, currency));
        json.endObject();
    }
    json.endArray();
    writeTimeOrNull(json, "added_at", line.addedAtMs);
    json.key("held").value(line.held);
    writeTimeOrNull(json, "fired_at", line.firedAtMs);
    json.key("version").value(line.version);
    json.endObject();
}

OrderLine readLine(const FieldReader &line, const Currency &currency)
{
    OrderLine out;
    out.id = line.integer(u"order_item_id");
    out.itemId = line.integer(u"item_id");
    out.name = line.requiredText(u"name");
    out.quantity = line.quantity(u"quantity");
    out.priceMinor = line.money(u"price", currency);
    if (const auto state = lineStatusFromText(line.requiredText(u"state")))
        out.status = *state;
    else
        line.wrong(u"state", QStringLiteral("is not a known state"));
    out.statusAtMs = line.time(u"state_at");
    out.stationId = line.maybeInteger(u"station_id");
    out.note = line.text(u"note");
    out.course = line.small(u"course", 1);
    out.prepSeconds = line.small(u"prep_seconds", 0);
    out.options = readEach<OrderLineOption>(line, u"options", [&](const FieldReader &option) {
        return OrderLineOption{option.integer(u"option_id"), option.requiredText(u"name"),
                               option.money(u"price", currency)};
    });
    out.addedAtMs = line.time(u"added_at");
    out.held = line.boolean(u"held", false);
    out.firedAtMs = line.time(u"fired_at");
    out.version = line.integer(u"version", 1);
    return out;
}

void writePayment(JsonWriter &json, const OrderPayment &payment, const Currency &currency)
{
    json.beginObject();
    json.key("state").value(paymentStateText(payment.state));
    json.key("paid").raw(formatMajorUnits(payment.paidMinor, currency));
    json.key("pending").raw(formatMajorUnits(payment.pendingMinor, currency));
    json.key("methods").beginArray();
    for (const QString &method : payment.methods)
        json.value(method);
    json.endArray();
    json.endObject();
}

OrderPayment readPayment(const FieldReader &in, const JsonValue &json, const Currency &currency)
{
    OrderPayment out;
    // Not told to everybody, and not by hubs of before.
    if (json[u"payment"].isNull())
        return out;
    const FieldReader payment = in.object(u"payment");
    if (const auto state = paymentStateFromText(payment.requiredText(u"state")))
        out.state = *state;
    else
        payment.wrong(u"state", QStringLiteral("is not a known state"));
    out.paidMinor = payment.money(u"paid", currency);
    out.pendingMinor = payment.money(u"pending", currency);
    for (const JsonValue &method : payment.array(u"methods")) {
        if (method.isString())
            out.methods.append(method.string());
        else
            payment.wrong(u"methods", QStringLiteral("must hold strings"));
    }
    return out;
}

/// Nobody carries it yet: null.
void writeCarrier(JsonWriter &json, const OrderCarrier &carrier, bool full)
{
    if (!carrier.isOwn() && !carrier.dispatch) {
        json.null();
        return;
    }
    json.beginObject();
    writeNumberOrNull(json, "courier_id", carrier.courierId);
    writeTextOrNull(json, "courier", full ? carrier.courierName : firstName(carrier.courierName));
    writeTextOrNull(json, "dispatch", carrier.dispatch ? dispatchStateText(*carrier.dispatch) : QString());
    json.endObject();
}

OrderCarrier readCarrier(const FieldReader &in, const JsonValue &json)
{
    OrderCarrier out;
    if (json[u"delivery"].isNull())
        return out;
    const FieldReader delivery = in.object(u"delivery");
    out.courierId = delivery.maybeInteger(u"courier_id");
    out.courierName = delivery.text(u"courier");
    // A state that a newer hub knows is as good as none here.
    out.dispatch = dispatchStateFromText(delivery.text(u"dispatch"));
    return out;
}

/// It was taken here: null.
void writeOrigin(JsonWriter &json, const OrderOrigin &origin)
{
    if (!origin.isOutside()) {
        json.null();
        return;
    }
    json.beginObject();
    json.key("source").value(origin.source);
    writeTextOrNull(json, "number", origin.number);
    writeTimeOrNull(json, "accept_by", origin.acceptByMs);
    writeTimeOrNull(json, "refuse_by", origin.refuseByMs);
    json.key("paid").value(origin.paid);
    json.endObject();
}

OrderOrigin readOrigin(const FieldReader &in, const JsonValue &json)
{
    OrderOrigin out;
    if (json[u"outside"].isNull())
        return out;
    const FieldReader outside = in.object(u"outside");
    out.source = outside.requiredText(u"source");
    out.number = outside.text(u"number");
    out.acceptByMs = outside.time(u"accept_by");
    out.refuseByMs = outside.time(u"refuse_by");
    out.paid = outside.boolean(u"paid", false);
    return out;
}

Currency readCurrency(const FieldReader &cost)
{
    Result<Currency> currency = Currency::fromCode(cost.requiredText(u"currency"));
    if (currency)
        return *currency;
    cost.wrong(u"currency", QStringLiteral("is not a known currency"));
    return {};
}

bool showsPerson(const Order &order, OrderView view)
{
    const bool onItsWay = order.status == OrderStatus::Ready || order.status == OrderStatus::OutForDelivery;
    return view == OrderView::Full ||
           (view == OrderView::Courier && order.fulfilment == Fulfilment::Delivery && onItsWay);
}

} // namespace

OrderView orderViewFor(Role role)
{
    switch (role) {
    case Role::Kitchen:
    case Role::Integration: // reads no orders; were it let to, no more than this
        return OrderView::Kitchen;
    case Role::Courier:
        return OrderView::Courier;
    default:
        return OrderView::Full;
    }
}

void writeOrder(JsonWriter &json, const Order &order, OrderView view)
{
    const bool full = showsPerson(order, view);
    const Currency &currency = order.cost.currency;

    json.beginObject();
    json.key("order_id").value(order.id);
    json.key("order_uuid").value(order.uuid);
    json.key("business_id").value(order.businessId);
    json.key("number").value(order.number);
    json.key("fulfilment").value(fulfilmentText(order.fulfilment));
    writeTextOrNull(json, "table", order.table);
    json.key("covers").value(order.covers);
    writeTextOrNull(json, "note", order.note);
    writeTextOrNull(json, "allergy", order.allergy);
    json.key("priority").value(order.priority);
    json.key("version").value(order.version);
    json.key("placed_at").value(isoUtc(order.placedAtMs));
    writeTimeOrNull(json, "promised_at", order.promisedAtMs);
    json.key("status");
    writeStatus(json, order);
    writeTextOrNull(json, "cancel_reason", order.cancelReason);

    json.key("user").beginObject();
    json.key("user_id").value(order.userId);
    writeTextOrNull(json, "name", full ? order.guestName : firstName(order.guestName));
    writeTextOrNull(json, "phone", full ? order.guestPhone : QString());
    json.endObject();
    writeNumberOrNull(json, "address_id", full ? order.addressId : std::nullopt);
    writeTextOrNull(json, "address", full ? order.address : QString());

    json.key("items").beginArray();
    for (const OrderLine &line : order.lines)
        writeLine(json, line, currency);
    json.endArray();

    json.key("cost").beginObject();
    json.key("subtotal").raw(formatMajorUnits(order.cost.subtotalMinor, currency));
    json.key("delivery_cost").raw(formatMajorUnits(order.cost.deliveryMinor, currency));
    json.key("total_cost").raw(formatMajorUnits(order.cost.totalMinor, currency));
    json.key("currency").value(currency.code());
    writeTaxRate(json, order.cost.taxRate);
    json.key("tax").raw(formatMajorUnits(order.cost.taxMinor, currency));
    json.endObject();
    json.key("payment");
    if (view == OrderView::Full)
        writePayment(json, order.payment, currency);
    else
        json.null();
    json.key("delivery");
    writeCarrier(json, order.carrier, view != OrderView::Kitchen);
    json.key("outside");
    writeOrigin(json, order.origin);
    json.endObject();
}

Result<Order> readOrder(const JsonValue &json)
{
    ReadIssues issues;
    const FieldReader in(json, {}, issues);

    Order order;
    order.id = in.integer(u"order_id");
    order.uuid = in.requiredText(u"order_uuid");
    order.businessId = in.integer(u"business_id", 0);
    order.number = in.requiredText(u"number");
    if (const auto fulfilment = fulfilmentFromText(in.requiredText(u"fulfilment")))
        order.fulfilment = *fulfilment;
    else
        in.wrong(u"fulfilment", QStringLiteral("is not a known fulfilment"));
    order.table = in.text(u"table");
    order.covers = in.small(u"covers", 0);
    order.note = in.text(u"note");
    order.allergy = in.text(u"allergy");
    order.priority = in.boolean(u"priority", false);
    order.version = in.integer(u"version");
    order.placedAtMs = in.time(u"placed_at");
    order.promisedAtMs = in.time(u"promised_at");

    const FieldReader status = in.object(u"status");
    if (const auto code = orderStatusFromCode(status.integer(u"status")))
        order.status = *code;
    else
        status.wrong(u"status", QStringLiteral("is not a known status"));
    order.statusAtMs = status.time(u"timestamp");
    order.cancelReason = in.text(u"cancel_reason");

    const FieldReader user = in.object(u"user");
    order.userId = user.integer(u"user_id", 0);
    order.guestName = user.text(u"name");
    order.guestPhone = user.text(u"phone");
    order.addressId = in.maybeInteger(u"address_id");
    order.address = in.text(u"address");

    const FieldReader cost = in.object(u"cost");
    const Currency currency = readCurrency(cost);
    order.cost.currency = currency;
    order.cost.subtotalMinor = cost.money(u"subtotal", currency);
    order.cost.deliveryMinor = cost.money(u"delivery_cost", currency);
    order.cost.totalMinor = cost.money(u"total_cost", currency);
    order.cost.taxRate = readTaxRate(cost);
    order.cost.taxMinor = cost.money(u"tax", currency);
    order.payment = readPayment(in, json, currency);
    order.carrier = readCarrier(in, json);
    order.origin = readOrigin(in, json);
    order.lines = readEach<OrderLine>(in, u"items", [&](const FieldReader &line) { return readLine(line, currency); });

    if (!issues.isEmpty())
        return issues.error(QStringLiteral("an order"));
    return order;
}

std::optional<Order> orderInAnswer(const JsonValue &data)
{
    const JsonValue &candidate = data[u"order"].isObject() ? data[u"order"] : data;
    if (!candidate[u"order_uuid"].isString())
        return std::nullopt;
    Result<Order> order = readOrder(candidate);
    if (!order)
        return std::nullopt;
    return *order;
}

} // namespace oshaq
