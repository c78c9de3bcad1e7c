// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/courierclient.h"

#include "sync/protocol/courierjson.h"
#include "sync/protocol/orderjson.h"
#include "sync/protocol/readlist.h"

namespace oshaq {

namespace {

const QByteArray zonesPath = QByteArrayLiteral("/api/v1/business/delivery/zones");

QByteArray orderPath(qint64 orderId, const char *rest)
{
    return "/api/v1/business/orders/" + QByteArray::number(orderId) + rest;
}

QByteArray deliveryBody(const CourierPort::Delivery &delivery)
{
    JsonWriter json;
    json.beginObject();
    if (delivery.courierId)
        json.key("courier_id").value(*delivery.courierId);
    if (delivery.zoneId)
        json.key("place").beginObject().key("zone_id").value(*delivery.zoneId).endObject();
    json.endObject();
    return json.take();
}

QByteArray zoneBody(const DeliveryZone &zone, const Currency &currency)
{
    JsonWriter json;
    json.beginObject();
    json.key("name").value(zone.name);
    json.key("fee").raw(formatMajorUnits(zone.feeMinor, currency));
    json.key("free_from").raw(formatMajorUnits(zone.freeFromMinor, currency));
    json.key("reach_m").value(zone.reachMetres.value_or(0));
    if (zone.id != 0)
        json.key("version").value(zone.version);
    json.endObject();
    return json.take();
}

} // namespace

CourierClient::CourierClient(const HubEndpoint &endpoint, HttpTransport &transport, std::function<Currency()> currency,
                             QObject *parent)
    : CourierPort(parent)
    , m_currency(std::move(currency))
    , m_calls(endpoint, transport)
{}

PortCall CourierClient::couriers(PortDone<std::vector<Courier>> done)
{
    return m_calls.ask<std::vector<Courier>>(
        {"GET", "/api/v1/business/couriers"},
        [](const Answer &answer) { return readList<Courier>(answer.data, readCourier); }, std::move(done));
}

PortCall CourierClient::zones(PortDone<std::vector<DeliveryZone>> done)
{
    return m_calls.ask<std::vector<DeliveryZone>>(
        {"GET", zonesPath},
        [currency = m_currency()](const Answer &answer) {
            return readList<DeliveryZone>(answer.data,
                                          [&currency](const JsonValue &one) { return readZone(one, currency); });
        },
        std::move(done));
}

PortCall CourierClient::deliver(const QString &key, qint64 orderId, const Delivery &delivery, PortDone<Order> done)
{
    return m_calls.ask<Order>(
        {"PATCH", orderPath(orderId, "/delivery"), deliveryBody(delivery), key},
        [](const Answer &answer) { return readOrder(answer.data); }, std::move(done));
}

PortCall CourierClient::askDispatch(const HubCalls::Request &request, PortDone<Dispatch> done)
{
    return m_calls.ask<Dispatch>(
        request, [currency = m_currency()](const Answer &answer) { return readDispatch(answer.data, currency); },
        std::move(done));
}

PortCall CourierClient::dispatch(qint64 orderId, PortDone<Dispatch> done)
{
    return askDispatch({"GET", orderPath(orderId, "/dispatch")}, std::move(done));
}

PortCall CourierClient::askForQuote(const QString &key, qint64 orderId, PortDone<Dispatch> done)
{
    return askDispatch({"POST", orderPath(orderId, "/dispatch"), R"({"quote_only":true})", key}, std::move(done));
}

PortCall CourierClient::confirmDispatch(const QString &key, qint64 orderId, PortDone<Dispatch> done)
{
    return askDispatch({"POST", orderPath(orderId, "/dispatch/confirm"), "{}", key}, std::move(done));
}

PortCall CourierClient::cancelDispatch(qint64 orderId, PortDone<Dispatch> done)
{
    return askDispatch({"DELETE", orderPath(orderId, "/dispatch")}, std::move(done));
}

PortCall CourierClient::saveZone(const QString &key, const DeliveryZone &zone, PortDone<DeliveryZone> done)
{
    const QByteArray body = zoneBody(zone, m_currency());
    const HubCalls::Request request =
        zone.id == 0 ? HubCalls::Request{"POST", zonesPath, body, key}
                     : HubCalls::Request{"PATCH", zonesPath + '/' + QByteArray::number(zone.id), body, key};
    return m_calls.ask<DeliveryZone>(
        request, [currency = m_currency()](const Answer &answer) { return readZone(answer.data, currency); },
        std::move(done));
}

PortCall CourierClient::removeZone(qint64 zoneId, qint64 version, PortDone<PortNothing> done)
{
    HubCalls::Request request{"DELETE", zonesPath + '/' + QByteArray::number(zoneId)};
    request.ifMatch = version;
    return m_calls.ask<PortNothing>(
        request, [](const Answer &) -> Result<PortNothing> { return PortNothing{}; }, std::move(done));
}

void CourierClient::cancel(PortCall call)
{
    m_calls.cancel(call);
}

void CourierClient::giveUp()
{
    m_calls.giveUp();
}

} // namespace oshaq
