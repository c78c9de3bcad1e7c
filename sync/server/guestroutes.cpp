// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/hub/guestbook.h"
#include "sync/protocol/guestjson.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/orderjson.h"
#include "sync/protocol/outputs.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/routebuilder.h"

namespace oshaq::routes {

namespace {

Flow refuse(Exchange &exchange, const Error &error)
{
    exchange.error = error;
    return Flow::Answer;
}

Result<Currency> currencyOf(ApiThread &thread, qint64 businessId)
{
    const auto business = thread.business(businessId);
    if (!business)
        return business.error();
    const Result<Currency> currency = Currency::fromCode(business->currency);
    if (!currency)
        return Error{ErrorCode::Internal, currency.error().message, {}};
    return *currency;
}

/// outputs::guestSummary(), without its braces.
void writeGuest(JsonWriter &json, const GuestSummary &guest, const Currency &currency)
{
    json.key("user_id").value(guest.userId);
    writeTextOrNull(json, "name", guest.name);
    writeTextOrNull(json, "phone", guest.phone);
    json.key("phone_verified").value(guest.phoneVerified);
    json.key("order_count").value(guest.orderCount);
    writeTimeOrNull(json, "first_order_at", guest.firstOrderAtMs);
    writeTimeOrNull(json, "last_order_at", guest.lastOrderAtMs);
    json.key("spent").raw(formatMajorUnits(guest.spentMinor, currency));
    writeTextOrNull(json, "last_allergy", guest.lastAllergy);
    json.key("addresses").beginArray();
    for (const AddressRow &address : guest.addresses) {
        json.beginObject();
        json.key("address_id").value(address.id);
        json.key("address").value(address.address);
        writeTextOrNull(json, "label", address.label);
        json.endObject();
    }
    json.endArray();
}

Flow answerGuests(ApiThread &thread, Exchange &exchange, const Result<std::vector<GuestSummary>> &guests)
{
    if (!guests)
        return refuse(exchange, guests.error());
    const auto currency = currencyOf(thread, exchange.principal->businessId);
    if (!currency)
        return refuse(exchange, currency.error());
    JsonWriter json;
    json.beginArray();
    for (const GuestSummary &guest : *guests) {
        json.beginObject();
        writeGuest(json, guest, *currency);
        json.endObject();
    }
    json.endArray();
    apijson::succeed(exchange, 200, json.take(), QStringLiteral("OK"), apijson::pageMeta({}));
    return Flow::Answer;
}

Flow findGuests(ApiThread &thread, const ExchangePtr &exchange)
{
    const QString limitText = queryValue(exchange->query, u"limit");
    const int limit = limitText.isNull() ? maxGuestsFound : limitText.toInt();
    // A name may be any guest's of years, which is not for a thread that others wait for.
    return thread.offload(exchange, [search = searchTextFrom(queryValue(exchange->query, u"q")), limit,
                                     businessId = exchange->principal->businessId](Result<sql::Database *> database) {
        Result<std::vector<GuestSummary>> guests = database ? guestbook::find(**database, businessId, search, limit)
                                                            : Result<std::vector<GuestSummary>>(database.error());
        return [guests = std::move(guests)](ApiThread &owner, const ExchangePtr &done) {
            return answerGuests(owner, *done, guests);
        };
    });
}

Flow oneGuest(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const qint64 businessId = exchange->principal->businessId;
    const auto guest = guestbook::one(**database, businessId, exchange->rowId());
    if (!guest)
        return refuse(*exchange, guest.error());
    const auto currency = currencyOf(thread, businessId);
    if (!currency)
        return refuse(*exchange, currency.error());
    JsonWriter json;
    json.beginObject();
    writeGuest(json, *guest, *currency);
    json.key("recent").beginArray();
    for (const Order &order : guest->recent)
        writeOrder(json, order, orderViewFor(exchange->principal->role));
    json.endArray().endObject();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"));
    return Flow::Answer;
}

} // namespace

std::vector<Route> guestRoutes()
{
    using namespace routing;
    return {
        summed(get("/business/guests", "business.guests.list", only(floorRoles),
                   {requiredQuery("q", Schema::string(100, 1).described(QStringLiteral(
                                           "A phone, whole or its last four digits or more; or words of the name."))),
                    queryField("limit", Schema::integer(1, maxGuestsFound))},
                   answersList("GuestList", outputs::guestSummary()), findGuests),
               "Find guests by phone or name, who ordered last first; each phone is one guest"),
        summed(get("/business/guests/{id}", "business.guests.one", only(floorRoles), {},
                   answers("GuestCard", outputs::guestCard()), oneGuest),
               "A guest with addresses and the last ten orders, of all rows with the same phone"),
    };
}

} // namespace oshaq::routes
