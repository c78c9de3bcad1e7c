// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/delivery/httpdeliveryclient.h"

#include "sync/protocol/jsonhelp.h"

#include <QUrl>

namespace oshaq {

namespace {

constexpr qint64 maxCourierAnswerBytes = 256 * 1024;
constexpr int courierTimeoutMs = 15'000;

using Outcome = DeliveryReply::Outcome;

void writePoint(JsonWriter &json, const GeoPoint &point)
{
    json.key("latitude").raw(millionthsText(point.latitude));
    json.key("longitude").raw(millionthsText(point.longitude));
}

QByteArray requestJson(const DeliveryRequest &request)
{
    JsonWriter json;
    json.beginObject();
    json.key("external_id").value(request.uuid);
    json.key("number").value(request.number);
    json.key("pickup").beginObject();
    json.key("name").value(request.houseName);
    if (request.house)
        writePoint(json, *request.house);
    json.endObject();
    json.key("dropoff").beginObject();
    json.key("address").value(request.address);
    writeTextOrNull(json, "name", request.guestName);
    writeTextOrNull(json, "phone", request.guestPhone);
    writeTextOrNull(json, "note", request.note);
    json.endObject();
    json.key("total").raw(formatMajorUnits(request.totalMinor, request.currency));
    json.key("collect").raw(formatMajorUnits(request.collectMinor, request.currency));
    json.key("currency").value(request.currency.code());
    json.endObject();
    return json.take();
}

/// Nothing of a body is in it: it may hold anything.
DeliveryReply failure(Outcome outcome, const QString &reason)
{
    DeliveryReply reply;
    reply.outcome = outcome;
    reply.reason = reason;
    return reply;
}

DeliveryReply readReply(const WireReply &wire, bool isQuote, const FieldMap &map, const Currency &currency)
{
    if (wire.failure == WireReply::Failure::Held || wire.failure == WireReply::Failure::Invalid ||
        wire.failure == WireReply::Failure::Untrusted)
        return failure(Outcome::NotSent, wire.failureText);
    if (!wire.arrived())
        return failure(Outcome::Lost, wire.failureText);
    const QString answered = QStringLiteral("Answered %1.").arg(wire.status);
    if (wire.status == 404)
        return failure(Outcome::NotFound, answered);
    if (wire.status == 401 || wire.status == 403)
        return failure(Outcome::NotSent,
                       QStringLiteral("The service does not take the key: it answered %1.").arg(wire.status));
    if (wire.status == 408 || wire.status == 425 || wire.status == 429 || wire.status >= 500)
        return failure(Outcome::Lost, answered);
    if (wire.status < 200 || wire.status >= 300)
        return failure(Outcome::Refused, answered);
    const auto document = parseJson(wire.body);
    if (!document)
        return failure(Outcome::Lost, QStringLiteral("The answer is no JSON."));
    JsonValue named = *document;
    if (isQuote && map.value(named, u"id").isNull()) {
        // A price is of no delivery yet.
        std::vector<JsonValue::Member> members = document->members();
        members.emplace_back(QStringLiteral("external_id"), JsonValue::makeString(QStringLiteral("quote")));
        named = JsonValue::makeObject(std::move(members));
    }
    auto delivery = readServiceDelivery(named, map, currency);
    if (!delivery)
        return failure(Outcome::Lost, QStringLiteral("The answer names no delivery."));
    DeliveryReply reply;
    reply.outcome = Outcome::Told;
    reply.delivery = std::move(*delivery);
    return reply;
}

QByteArray pathPart(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

} // namespace

HttpDeliveryClient::HttpDeliveryClient(Access access, Transport transport, CurrencyOf currency)
    : m_access(std::move(access))
    , m_transport(std::move(transport))
    , m_currency(std::move(currency))
{}

HttpDeliveryClient::~HttpDeliveryClient() = default;

void HttpDeliveryClient::quote(const DeliveryRequest &request, Done done)
{
    send(request.businessId, {"POST", "quotes", requestJson(request), {}, true}, std::move(done));
}

void HttpDeliveryClient::create(const DeliveryRequest &request, Done done)
{
    send(request.businessId, {"POST", "deliveries", requestJson(request), request.uuid.toLatin1()}, std::move(done));
}

void HttpDeliveryClient::status(qint64 businessId, const QString &serviceId, const QString &uuid, Done done)
{
    send(businessId,
         {"GET",
          serviceId.isEmpty() ? "deliveries?external_id=" + pathPart(uuid) : "deliveries/" + pathPart(serviceId),
          {},
          {}},
         std::move(done));
}

void HttpDeliveryClient::cancel(qint64 businessId, const QString &serviceId, Done done)
{
    send(businessId, {"POST", "deliveries/" + pathPart(serviceId) + "/cancel", "{}", {}}, std::move(done));
}

void HttpDeliveryClient::send(qint64 businessId, Call call, Done done)
{
    WireRequest request;
    FieldMap map;
    if (const auto access = m_access(businessId)) {
        QByteArray base = QUrl(access->value(u"url")).toEncoded();
        if (!base.endsWith('/'))
            base += '/';
        request.url = base + call.path;
        request.headers = {{"Authorization", "Bearer " + access->secret(u"api_key").toUtf8()},
                           {"Accept", "application/json"}};
        if (const auto read = FieldMap::fromText(access->value(u"mapping").toUtf8()))
            map = *read;
    }
    // Without an access the URL is empty: the transport answers that it cannot be sent, later as all answers come.
    request.method = call.method;
    request.totalTimeoutMs = courierTimeoutMs;
    request.maxResponseBytes = maxCourierAnswerBytes;
    if (!call.body.isEmpty()) {
        request.headers.append(qMakePair(QByteArray("Content-Type"), QByteArray("application/json")));
        request.body = call.body;
    }
    if (!call.key.isEmpty())
        request.headers.append(qMakePair(QByteArray("Idempotency-Key"), call.key));
    m_transport(businessId)
        .send(std::move(request), [alive = std::weak_ptr(m_alive), map, currency = m_currency(businessId),
                                   isQuote = call.isQuote, done = std::move(done)](const WireReply &reply) {
            if (!alive.expired())
                done(readReply(reply, isQuote, map, currency));
        });
}

} // namespace oshaq
