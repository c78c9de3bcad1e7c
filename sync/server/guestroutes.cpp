// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/hub/guestbook.h"
#include "models/hub/guesterasure.h"
#include "models/hub/guestexport.h"
#include "sync/protocol/guestjson.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/orderjson.h"
#include "sync/protocol/outputs.h"
#include "sync/protocol/paymentjson.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/routebuilder.h"

namespace oshaq::routes {

namespace {

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

Flow answerExport(ApiThread &thread, Exchange &exchange, const Result<GuestExport> &all)
{
    if (!all)
        return refuse(exchange, all.error());
    const auto currency = currencyOf(thread, exchange.principal->businessId);
    if (!currency)
        return refuse(exchange, currency.error());
    JsonWriter json;
    json.beginObject();
    writeGuest(json, all->card, *currency);
    json.key("records").beginArray();
    for (const GuestExport::Record &record : all->records) {
        json.beginObject();
        json.key("user_id").value(record.user.id);
        writeTextOrNull(json, "name", record.user.name);
        writeTextOrNull(json, "phone", record.user.phone);
        json.key("phone_verified").value(record.user.phoneVerified);
        json.key("created_at").value(isoUtc(record.createdAtMs));
        json.endObject();
    }
    json.endArray().key("places").beginArray();
    for (const AddressRow &address : all->addresses) {
        json.beginObject();
        json.key("address_id").value(address.id);
        json.key("address").value(address.address);
        writeTextOrNull(json, "label", address.label);
        writeTextOrNull(json, "coordinates", address.coordinates);
        json.endObject();
    }
    json.endArray().key("orders").beginArray();
    for (const Order &order : all->orders)
        writeOrder(json, order, orderViewFor(exchange.principal->role));
    json.endArray().key("payments").beginArray();
    for (const Payment &payment : all->payments)
        writePayment(json, payment);
    json.endArray().key("cards").beginArray();
    for (const SavedCard &card : all->cards)
        writeSavedCard(json, card);
    json.endArray().key("messages").beginArray();
    for (const GuestExport::Message &message : all->messages) {
        json.beginObject();
        json.key("event").value(message.event);
        json.key("channel").value(message.channel);
        json.key("state").value(message.state);
        writeTextOrNull(json, "hint", message.hint);
        json.key("at").value(isoUtc(message.atMs));
        json.endObject();
    }
    json.endArray().endObject();
    exchange.addHeader("Cache-Control", "no-store");
    apijson::succeed(exchange, 200, json.take(), QStringLiteral("OK"));
    return Flow::Answer;
}

Flow exportGuest(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.offload(exchange, [userId = exchange->rowId(),
                                     businessId = exchange->principal->businessId](Result<sql::Database *> database) {
        Result<GuestExport> all =
            database ? guestexport::one(**database, businessId, userId) : Result<GuestExport>(database.error());
        return [all = std::move(all)](ApiThread &owner, const ExchangePtr &done) {
            return answerExport(owner, *done, all);
        };
    });
}

Flow eraseGuest(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange,
        [userId = exchange->rowId()](WriteContext &context) {
            return guestwrites::erase(context, userId, ErasureReason::Request);
        },
        [](ApiThread &, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            if (outcome.values.size() != 2)
                return Error{ErrorCode::Internal, QStringLiteral("the erasure has no figures"), {}};
            JsonWriter json;
            json.beginObject();
            json.key("user_id").value(outcome.entityId);
            json.key("records").value(outcome.values[0]);
            json.key("orders").value(outcome.values[1]);
            json.endObject();
            apijson::succeed(done, 200, json.take(), QStringLiteral("Erased"));
            return {};
        });
}

Flow answerRetention(Exchange &exchange, const Result<RetentionPlan> &plan)
{
    if (!plan)
        return refuse(exchange, plan.error());
    JsonWriter json;
    json.beginObject();
    json.key("months").value(plan->months);
    writeTimeOrNull(json, "cutoff", plan->cutoffMs);
    json.key("guests").value(plan->guests);
    json.key("orders").value(plan->orders);
    json.key("kept").value(plan->kept);
    writeTimeOrNull(json, "oldest", plan->oldestMs);
    json.endObject();
    apijson::succeed(exchange, 200, json.take(), QStringLiteral("Nothing was erased."));
    return Flow::Answer;
}

Flow previewRetention(ApiThread &thread, const ExchangePtr &exchange)
{
    const QString asked = queryValue(exchange->query, u"months");
    const std::optional<qint64> months = asked.isNull() ? std::nullopt : std::optional(asked.toLongLong());
    return thread.offload(exchange, [months, businessId = exchange->principal->businessId,
                                     nowMs = thread.nowMs()](Result<sql::Database *> database) {
        Result<RetentionPlan> plan = database ? guestretention::plan(**database, businessId, nowMs, months)
                                              : Result<RetentionPlan>(database.error());
        return [plan = std::move(plan)](ApiThread &, const ExchangePtr &done) { return answerRetention(*done, plan); };
    });
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
        summed(get("/business/guests/{id}/export", "business.guests.export", only(managers), {},
                   answers("GuestExport", outputs::guestExport()), exportGuest),
               "Everything that is kept of a guest, for themselves"),
        summed(remove("/business/guests/{id}", "business.guests.erase", only(managers),
                      answers("GuestErased", outputs::guestErased()), eraseGuest),
               "Erase who a guest is; their orders stay, as nobody's"),
        summed(get("/admin/guests/retention", "admin.guests.retention", only(managers),
                   {queryField("months", Schema::integer(0, 600).described(QStringLiteral(
                                             "As if guests were kept so long; without it, as long as the settings "
                                             "say.")))},
                   answers("GuestRetention", outputs::guestRetention()), previewRetention),
               "Who would be erased because they did not order for so long"),
    };
}

} // namespace oshaq::routes
