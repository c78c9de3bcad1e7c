// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/hub/courierservice.h"
#include "models/hub/deliveryzones.h"
#include "models/hub/dispatchservice.h"
#include "models/hub/integrationservice.h"
#include "sync/protocol/courierjson.h"
#include "sync/protocol/outputs.h"
#include "sync/protocol/paymentjson.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/conditional.h"
#include "sync/server/ifmatch.h"
#include "sync/server/routebuilder.h"

namespace oshaq::routes {

namespace {

// Couriers and what they carry.

Flow listCouriers(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto couriers = courierreads::list(**database, exchange->principal->businessId, thread.nowMs());
    if (!couriers)
        return refuse(*exchange, couriers.error());
    JsonWriter json;
    json.beginArray();
    for (const Courier &courier : *couriers)
        writeCourier(json, courier);
    json.endArray();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"), apijson::pageMeta({}));
    return Flow::Answer;
}

/// A courier asks for their own; the counter for anybody's.
Flow courierOrders(ApiThread &thread, const ExchangePtr &exchange)
{
    const Principal &principal = *exchange->principal;
    std::optional<qint64> courierId = courierreads::staffIdOf(principal);
    if (principal.role != Role::Courier) {
        const QString named = queryValue(exchange->query, u"courier_id");
        courierId = named.isNull() ? std::optional<qint64>() : std::optional(named.toLongLong());
    }
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto orders = courierreads::ordersOf(**database, principal.businessId, courierId);
    if (!orders)
        return refuse(*exchange, orders.error());
    const OrderView view = orderViewFor(principal.role);
    JsonWriter json;
    json.beginArray();
    for (const Order &order : *orders)
        writeCourierOrder(json, order, view, courierId);
    json.endArray();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"), apijson::pageMeta({}));
    return Flow::Answer;
}

Result<void> renderOrder(ApiThread &thread, Exchange &exchange, const WriteOutcome &outcome)
{
    const Result<Order> order = thread.orderOf(outcome, exchange.principal->businessId);
    if (!order)
        return order.error();
    apijson::succeed(exchange, 200, apijson::order(*order, orderViewFor(exchange.principal->ownRole())),
                     QStringLiteral("Delivery updated"));
    return {};
}

Flow editDelivery(ApiThread &thread, const ExchangePtr &exchange)
{
    DeliveryEdit edit;
    if (const JsonValue &courier = exchange->body[u"courier_id"]; courier.isNumber()) {
        const qint64 id = courier.integer();
        edit.courierId = id == 0 ? std::optional<qint64>() : std::optional(id);
    }
    edit.place = readDeliveryPlace(exchange->body[u"place"]);
    return thread.submit(
        exchange,
        [ref = exchange->orderRef, edit](WriteContext &context) { return courierwrites::edit(context, ref, edit); },
        renderOrder);
}

// What the delivery service is asked for.

Result<void> answerDispatch(ApiThread &thread, Exchange &exchange, const OrderRef &ref, int status,
                            const QString &message)
{
    const Result<Currency> currency = thread.currencyOf(exchange);
    if (!currency)
        return currency.error();
    auto database = thread.reader();
    if (!database)
        return database.error();
    const auto dispatch = dispatchreads::ofOrder(**database, exchange.principal->businessId, ref);
    if (!dispatch)
        return dispatch.error();
    JsonWriter json;
    writeDispatch(json, *dispatch, *currency);
    apijson::succeed(exchange, status, json.take(), message);
    return {};
}

Flow oneDispatch(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto answered = answerDispatch(thread, *exchange, exchange->orderRef, 200, QStringLiteral("OK"));
    return answered ? Flow::Answer : refuse(*exchange, answered.error());
}

Result<void> renderDispatch(ApiThread &thread, Exchange &exchange, const WriteOutcome &outcome)
{
    return answerDispatch(thread, exchange, {outcome.entityId, {}}, outcome.code, QStringLiteral("It is on its way"));
}

Flow requestDispatch(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const qint64 businessId = exchange->principal->businessId;
    if (const auto order = orderreads::one(**database, businessId, exchange->orderRef); !order)
        return refuse(*exchange, order.error());
    const auto access =
        integrationreads::access(**database, thread.hub().secrets(), businessId, IntegrationKind::Delivery);
    if (!access)
        return refuse(*exchange, access.error());
    return thread.submit(
        exchange,
        [ref = exchange->orderRef, quoteOnly = exchange->body[u"quote_only"].boolean()](WriteContext &context) {
            return dispatchwrites::request(context, ref, quoteOnly);
        },
        renderDispatch);
}

Flow confirmDispatch(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange, [ref = exchange->orderRef](WriteContext &context) { return dispatchwrites::confirm(context, ref); },
        renderDispatch);
}

Flow cancelDispatch(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange, [ref = exchange->orderRef](WriteContext &context) { return dispatchwrites::cancel(context, ref); },
        renderDispatch);
}

// Zones and fees.

Result<void> answerZone(ApiThread &thread, Exchange &exchange, qint64 id, int status, const QString &message)
{
    const Result<Currency> currency = thread.currencyOf(exchange);
    if (!currency)
        return currency.error();
    auto database = thread.reader();
    if (!database)
        return database.error();
    const auto zone = zonereads::one(**database, exchange.principal->businessId, id);
    if (!zone)
        return zone.error();
    JsonWriter json;
    writeZone(json, *zone, *currency);
    conditional::tagVersion(exchange, zone->version);
    apijson::succeed(exchange, status, json.take(), message);
    return {};
}

Flow listZones(ApiThread &thread, const ExchangePtr &exchange)
{
    const Result<Currency> currency = thread.currencyOf(*exchange);
    if (!currency)
        return refuse(*exchange, currency.error());
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto zones = zonereads::list(**database, exchange->principal->businessId);
    if (!zones)
        return refuse(*exchange, zones.error());
    JsonWriter json;
    json.beginArray();
    for (const DeliveryZone &zone : *zones)
        writeZone(json, zone, *currency);
    json.endArray();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"), apijson::pageMeta({}));
    return Flow::Answer;
}

Result<ZoneEdit> readZoneEdit(ApiThread &thread, const Exchange &exchange)
{
    const Result<Currency> currency = thread.currencyOf(exchange);
    if (!currency)
        return currency.error();
    const JsonValue &body = exchange.body;
    const auto fee = readAmount(body, u"fee", *currency);
    if (!fee)
        return fee.error();
    const auto freeFrom = readAmount(body, u"free_from", *currency);
    if (!freeFrom)
        return freeFrom.error();
    ZoneEdit edit;
    if (body[u"name"].isString())
        edit.name = cleanText(body[u"name"].string());
    edit.feeMinor = *fee;
    edit.freeFromMinor = *freeFrom;
    if (const JsonValue &reach = body[u"reach_m"]; reach.isNumber()) {
        const qint64 metres = reach.integer();
        edit.reachMetres = metres == 0 ? std::optional<qint64>() : std::optional(metres);
    }
    return edit;
}

Flow createZone(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto edit = readZoneEdit(thread, *exchange);
    if (!edit)
        return refuse(*exchange, edit.error());
    return thread.submit(
        exchange, [zone = *edit](WriteContext &context) { return zonewrites::create(context, zone); },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) {
            done.addHeader("Location", "/api/v1/business/delivery/zones/" + QByteArray::number(outcome.entityId));
            return answerZone(owner, done, outcome.entityId, outcome.code, QStringLiteral("Zone created"));
        });
}

Flow editZone(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto version = requiredVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    const auto edit = readZoneEdit(thread, *exchange);
    if (!edit)
        return refuse(*exchange, edit.error());
    return thread.submit(
        exchange,
        [id = exchange->rowId(), zone = *edit, seen = *version](WriteContext &context) {
            return zonewrites::edit(context, id, zone, seen);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) {
            return answerZone(owner, done, outcome.entityId, 200, QStringLiteral("Zone updated"));
        });
}

Flow removeZone(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto version = seenVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    return thread.submit(
        exchange,
        [id = exchange->rowId(), seen = *version](WriteContext &context) {
            return zonewrites::remove(context, id, seen);
        },
        [](ApiThread &, Exchange &done, const WriteOutcome &) -> Result<void> {
            apijson::succeed(done, 200, "{}", QStringLiteral("Zone deleted"));
            return {};
        });
}

/// What a delivery would cost, before it is ordered.
Flow deliveryFee(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto wrong = [&](const char *path, const QString &issue) {
        return refuse(*exchange, Error{ErrorCode::ValidationFailed, issue, {{QString::fromLatin1(path), issue}}});
    };
    const qint64 businessId = exchange->principal->businessId;
    const auto business = thread.business(businessId);
    if (!business)
        return refuse(*exchange, business.error());
    const Result<Currency> currency = thread.currencyOf(*exchange);
    if (!currency)
        return refuse(*exchange, currency.error());
    DeliveryPlace place;
    if (const QString zone = queryValue(exchange->query, u"zone_id"); !zone.isNull())
        place.zoneId = zone.toLongLong();
    if (const QString at = queryValue(exchange->query, u"at"); !at.isNull()) {
        place.point = geoPointFromText(at);
        if (!place.point)
            return wrong("at", QStringLiteral("must be latitude and longitude, such as 43.2389,76.8897"));
    }
    qint64 subtotal = 0;
    if (const QString text = queryValue(exchange->query, u"subtotal"); !text.isNull()) {
        const auto minor = parseMajorUnits(text.toLatin1(), *currency);
        if (!minor || *minor < 0)
            return wrong("subtotal", QStringLiteral("must be an amount"));
        subtotal = *minor;
    }
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto tariff = zonereads::tariff(**database, businessId, business->deliveryCostMinor);
    if (!tariff)
        return refuse(*exchange, tariff.error());
    const auto fee = tariff->fee(place, subtotal);
    if (!fee)
        return refuse(*exchange, fee.error());
    JsonWriter json;
    writeFee(json, *fee, *currency);
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"));
    return Flow::Answer;
}

} // namespace

std::vector<Route> courierRoutes()
{
    using namespace routing;
    constexpr auto needed = Route::Body::Required;
    constexpr auto maybe = Route::Body::Optional;
    const Permission floor = only(floorRoles);
    const Permission carriers = only(floorRoles | roleBit(Role::Courier));
    const Permission whoOrders = only(floorRoles | roleBit(Role::Guest));
    const Permission office = only(managers);
    const Output dispatch = answers("Dispatch", outputs::dispatch());
    const Output zone = answers("DeliveryZone", outputs::zone());
    const Output zones = answersList("DeliveryZoneList", outputs::zone());
    return {
        summed(get("/business/couriers", "business.couriers.list", floor, {},
                   answersList("CourierList", outputs::courier()), listCouriers),
               "The house's couriers, and how much each carries"),
        summed(get("/business/couriers/orders", "business.couriers.orders", carriers,
                   {queryField("courier_id", Schema::id())}, answersList("CourierOrderList", outputs::courierOrder()),
                   courierOrders),
               "What a courier carries and what waits for one, with what is to be taken at the door"),
        summed(write("PATCH", "/business/orders/{id}/delivery", "business.orders.delivery", carriers, needed,
                     deliveryEditSchema(), answers("Order", outputs::order()), editDelivery),
               "Who carries an order, and the fee of where it goes"),
        summed(get("/business/orders/{id}/dispatch", "business.orders.dispatch", floor, {}, dispatch, oneDispatch),
               "Where the delivery service stands with an order"),
        summed(write("POST", "/business/orders/{id}/dispatch", "business.orders.dispatch.request", floor, maybe,
                     dispatchSchema(), created(dispatch), requestDispatch),
               "Ask the delivery service for its price or for a courier"),
        summed(write("POST", "/business/orders/{id}/dispatch/confirm", "business.orders.dispatch.confirm", floor, maybe,
                     Schema::object({}), dispatch, confirmDispatch),
               "Say yes to the delivery service's price"),
        summed(remove("/business/orders/{id}/dispatch", "business.orders.dispatch.cancel", floor, dispatch,
                      cancelDispatch),
               "Call the delivery service off"),
        summed(get("/business/delivery/zones", "business.delivery.zones.list", carriers, {}, zones, listZones),
               "Where the house delivers to, and for how much"),
        summed(write("POST", "/business/delivery/zones", "business.delivery.zones.create", office, needed,
                     newZoneSchema(), created(zone), createZone),
               "Adds a zone"),
        summed(write("PATCH", "/business/delivery/zones/{id}", "business.delivery.zones.edit", office, needed,
                     zoneEditSchema(), zone, editZone),
               "Changes a zone; orders that were taken keep their fee"),
        summed(remove("/business/delivery/zones/{id}", "business.delivery.zones.remove", office,
                      answers("Nothing", outputs::nothing()), removeZone),
               "Takes a zone away"),
        summed(get("/user/delivery/zones", "user.delivery.zones", guests(), {}, zones, listZones),
               "Where the house delivers to, for guests"),
        summed(get("/user/delivery/fee", "user.delivery.fee", whoOrders,
                   {queryField("zone_id", Schema::id()), queryField("at", Schema::string(60, 1)),
                    queryField("subtotal", Schema::string(20, 1))},
                   answers("DeliveryFee", outputs::deliveryFee()), deliveryFee),
               "What a delivery would cost"),
    };
}

} // namespace oshaq::routes
