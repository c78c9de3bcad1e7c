// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/courierjson.h"

#include "models/domain/orderlimits.h"
#include "sync/protocol/fieldreader.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/orderjson.h"
#include "sync/protocol/outputs.h"

namespace oshaq {

namespace {

constexpr int maxZoneName = 60;
constexpr qint64 maxReachMetres = 200'000;
constexpr qint64 millionthsPerDegree = 1'000'000;

SchemaField optional(const char *name, Schema schema)
{
    return {QString::fromLatin1(name), std::move(schema), Presence::Optional};
}

std::vector<SchemaField> zoneFields(Presence needed)
{
    return {{QStringLiteral("name"), Schema::string(maxZoneName, 1), needed},
            {QStringLiteral("fee"), Schema::money(), needed},
            optional("free_from", Schema::money().described(QStringLiteral(
                                      "From this total of the dishes on the delivery costs nothing; 0: never."))),
            optional("reach_m", Schema::integer(0, maxReachMetres)
                                    .described(QStringLiteral("The zone is everything so near, in metres, that is in "
                                                              "no nearer zone; 0: it is chosen by its name.")))};
}

} // namespace

const Schema &deliveryPlaceSchema()
{
    static const Schema schema =
        Schema::object(
            {optional("zone_id", Schema::id()),
             optional("latitude", Schema::decimal(6, -90 * millionthsPerDegree, 90 * millionthsPerDegree)),
             optional("longitude", Schema::decimal(6, -180 * millionthsPerDegree, 180 * millionthsPerDegree))})
            .described(QStringLiteral("What the fee goes by: a zone, or where it is. Without it: where the address "
                                      "is, else the flat fee."));
    return schema;
}

DeliveryPlace readDeliveryPlace(const JsonValue &json)
{
    DeliveryPlace place;
    if (json[u"zone_id"].isNumber())
        place.zoneId = json[u"zone_id"].integer();
    const auto latitude = millionthsFromText(QString::fromLatin1(json[u"latitude"].numberText()));
    const auto longitude = millionthsFromText(QString::fromLatin1(json[u"longitude"].numberText()));
    if (latitude && longitude)
        place.point = GeoPoint{*latitude, *longitude};
    return place;
}

void writeDeliveryPlace(JsonWriter &json, const DeliveryPlace &place)
{
    json.beginObject();
    if (place.zoneId)
        json.key("zone_id").value(*place.zoneId);
    if (place.point) {
        json.key("latitude").raw(millionthsText(place.point->latitude));
        json.key("longitude").raw(millionthsText(place.point->longitude));
    }
    json.endObject();
}

const Schema &newZoneSchema()
{
    static const Schema schema = Schema::object(zoneFields(Presence::Required));
    return schema;
}

const Schema &zoneEditSchema()
{
    static const Schema schema = [] {
        auto fields = zoneFields(Presence::Optional);
        fields.push_back(optional("version", Schema::id()));
        return Schema::object(std::move(fields));
    }();
    return schema;
}

const Schema &deliveryEditSchema()
{
    static const Schema schema = Schema::object(
        {optional("courier_id", Schema::integer(0, std::numeric_limits<qint64>::max())
                                    .described(QStringLiteral("One of the couriers; 0: nobody carries it."))),
         optional("place", deliveryPlaceSchema())});
    return schema;
}

const Schema &dispatchSchema()
{
    static const Schema schema =
        Schema::object({optional("quote_only", Schema::boolean().described(QStringLiteral(
                                                   "Ask for the price first; a courier comes after a yes.")))});
    return schema;
}

void writeZone(JsonWriter &json, const DeliveryZone &zone, const Currency &currency)
{
    json.beginObject();
    json.key("zone_id").value(zone.id);
    json.key("name").value(zone.name);
    json.key("fee").raw(formatMajorUnits(zone.feeMinor, currency));
    json.key("free_from").raw(formatMajorUnits(zone.freeFromMinor, currency));
    writeNumberOrNull(json, "reach_m", zone.reachMetres);
    json.key("currency").value(currency.code());
    json.key("version").value(zone.version);
    json.endObject();
}

Result<DeliveryZone> readZone(const JsonValue &json, const Currency &currency)
{
    ReadIssues issues;
    const FieldReader in(json, {}, issues);
    DeliveryZone zone;
    zone.id = in.integer(u"zone_id");
    zone.name = in.requiredText(u"name");
    zone.feeMinor = in.money(u"fee", currency);
    zone.freeFromMinor = in.money(u"free_from", currency);
    zone.reachMetres = in.maybeInteger(u"reach_m");
    zone.version = in.integer(u"version");
    if (!issues.isEmpty())
        return issues.error(QStringLiteral("a zone"));
    return zone;
}

void writeCourier(JsonWriter &json, const Courier &courier)
{
    json.beginObject();
    json.key("courier_id").value(courier.id);
    json.key("name").value(courier.name);
    json.key("on_shift").value(courier.onShift);
    json.key("open_orders").value(courier.openOrders);
    json.endObject();
}

Result<Courier> readCourier(const JsonValue &json)
{
    ReadIssues issues;
    const FieldReader in(json, {}, issues);
    Courier courier;
    courier.id = in.integer(u"courier_id");
    courier.name = in.requiredText(u"name");
    courier.onShift = in.boolean(u"on_shift", false);
    courier.openOrders = in.small(u"open_orders", 0);
    if (!issues.isEmpty())
        return issues.error(QStringLiteral("a courier"));
    return courier;
}

void writeCourierOrder(JsonWriter &json, const Order &order, OrderView view, std::optional<qint64> courierId)
{
    json.beginObject();
    json.key("order");
    writeOrder(json, order, view);
    json.key("mine").value(courierId && order.carrier.courierId == courierId);
    json.key("to_collect").raw(formatMajorUnits(toCollectMinor(order), order.cost.currency));
    json.key("currency").value(order.cost.currency.code());
    json.endObject();
}

void writeFee(JsonWriter &json, const DeliveryFee &fee, const Currency &currency)
{
    json.beginObject();
    json.key("fee").raw(formatMajorUnits(fee.feeMinor, currency));
    json.key("currency").value(currency.code());
    writeNumberOrNull(json, "zone_id", fee.zoneId);
    writeTextOrNull(json, "zone", fee.zoneName);
    writeNumberOrNull(json, "distance_m", fee.metres);
    json.endObject();
}

void writeDispatch(JsonWriter &json, const Dispatch &dispatch, const Currency &currency)
{
    json.beginObject();
    json.key("dispatch_id").value(dispatch.id);
    json.key("order_id").value(dispatch.orderId);
    json.key("uuid").value(dispatch.uuid);
    json.key("state").value(dispatchStateText(dispatch.state));
    writeTextOrNull(json, "service_id", dispatch.serviceId);
    json.key("price");
    if (dispatch.priceMinor)
        json.raw(formatMajorUnits(*dispatch.priceMinor, currency));
    else
        json.null();
    json.key("currency").value(currency.code());
    writeTextOrNull(json, "courier", dispatch.courierName);
    writeTextOrNull(json, "courier_phone", dispatch.courierPhone);
    writeTextOrNull(json, "tracking_url", dispatch.trackingUrl);
    writeTimeOrNull(json, "arrives_at", dispatch.arrivesAtMs.value_or(0));
    json.key("attempts").value(dispatch.attempts);
    writeTextOrNull(json, "error", dispatch.error);
    json.key("created_at").value(isoUtc(dispatch.createdAtMs));
    json.key("version").value(dispatch.version);
    json.endObject();
}

Result<Dispatch> readDispatch(const JsonValue &json, const Currency &currency)
{
    ReadIssues issues;
    const FieldReader in(json, {}, issues);
    Dispatch dispatch;
    dispatch.id = in.integer(u"dispatch_id");
    dispatch.orderId = in.integer(u"order_id");
    dispatch.uuid = in.requiredText(u"uuid");
    if (const auto state = dispatchStateFromText(in.requiredText(u"state")))
        dispatch.state = *state;
    else
        in.wrong(u"state", QStringLiteral("is not a known state"));
    dispatch.serviceId = in.text(u"service_id");
    if (!json[u"price"].isNull())
        dispatch.priceMinor = in.money(u"price", currency);
    dispatch.courierName = in.text(u"courier");
    dispatch.courierPhone = in.text(u"courier_phone");
    dispatch.trackingUrl = in.text(u"tracking_url");
    if (const qint64 arrives = in.time(u"arrives_at"); arrives != 0)
        dispatch.arrivesAtMs = arrives;
    dispatch.attempts = in.small(u"attempts", 0);
    dispatch.error = in.text(u"error");
    dispatch.createdAtMs = in.time(u"created_at");
    dispatch.version = in.integer(u"version");
    if (!issues.isEmpty())
        return issues.error(QStringLiteral("a delivery"));
    return dispatch;
}

Schema outputs::zone()
{
    return Schema::object({always("zone_id", number()), always("name", text()), always("fee", Schema::money()),
                           always("free_from", Schema::money()), maybe("reach_m", number()),
                           always("currency", currency()), always("version", number())});
}

Schema outputs::courier()
{
    return Schema::object({always("courier_id", number()), always("name", text()),
                           always("on_shift", Schema::boolean()), always("open_orders", number())});
}

Schema outputs::courierOrder()
{
    return Schema::object({always("order", order()), always("mine", Schema::boolean()),
                           always("to_collect", Schema::money()), always("currency", currency())});
}

Schema outputs::deliveryFee()
{
    return Schema::object({always("fee", Schema::money()), always("currency", currency()), maybe("zone_id", number()),
                           maybe("zone", text()), maybe("distance_m", number())});
}

Schema outputs::dispatch()
{
    QStringList states;
    for (const DispatchState state : allDispatchStates)
        states.append(dispatchStateText(state));
    return Schema::object(
        {always("dispatch_id", number()), always("order_id", number()), always("uuid", Schema::uuid()),
         always("state", Schema::oneOf(states)), maybe("service_id", text()), maybe("price", Schema::money()),
         always("currency", currency()), maybe("courier", text()), maybe("courier_phone", text()),
         maybe("tracking_url", text()), maybe("arrives_at", Schema::dateTime()), always("attempts", number()),
         maybe("error", text()), always("created_at", Schema::dateTime()), always("version", number())});
}

} // namespace oshaq
