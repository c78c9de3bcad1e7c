// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/hub/profileservice.h"
#include "sync/protocol/guestjson.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/outputs.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/routebuilder.h"

namespace oshaq::routes {

namespace {

Result<void> answerProfile(ApiThread &thread, Exchange &exchange, const QString &message)
{
    auto database = thread.reader();
    if (!database)
        return database.error();
    const auto profile = profilereads::profile(**database, exchange.principal->businessId, exchange.principal->id);
    if (!profile)
        return profile.error();
    JsonWriter json;
    json.beginObject();
    json.key("user_id").value(profile->user.id);
    json.key("name").value(profile->user.name);
    writeTextOrNull(json, "phone", profile->user.phone);
    json.key("phone_verified").value(profile->user.phoneVerified);
    writeTextOrNull(json, "table", profile->table);
    json.endObject();
    apijson::succeed(exchange, 200, json.take(), message);
    return {};
}

Flow showProfile(ApiThread &thread, const ExchangePtr &exchange)
{
    if (const auto answered = answerProfile(thread, *exchange, QStringLiteral("OK")); !answered)
        return refuse(*exchange, answered.error());
    return Flow::Answer;
}

Flow editProfile(ApiThread &thread, const ExchangePtr &exchange)
{
    const JsonValue &body = exchange->body;
    ProfileEdit edit;
    if (body[u"name"].isString())
        edit.name = cleanText(body[u"name"].string());
    if (body.find(u"phone"))
        edit.phone = cleanText(body[u"phone"].string());
    return thread.submit(
        exchange, [edit](WriteContext &context) { return profilewrites::edit(context, edit); },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &) {
            return answerProfile(owner, done, QStringLiteral("Profile updated"));
        });
}

void writeAddress(JsonWriter &json, const AddressRow &address)
{
    json.beginObject();
    json.key("address_id").value(address.id);
    json.key("address").value(address.address);
    writeTextOrNull(json, "label", address.label);
    writeTextOrNull(json, "coordinates", address.coordinates);
    json.key("selected").value(address.selected);
    json.endObject();
}

AddressEdit readEdit(const JsonValue &body)
{
    const auto text = [&body](QStringView name) {
        return body[name].isString() ? std::optional(cleanText(body[name].string())) : std::optional<QString>();
    };
    AddressEdit edit;
    edit.address = text(u"address");
    edit.label = text(u"label");
    edit.coordinates = text(u"coordinates");
    if (body[u"selected"].isBool())
        edit.selected = body[u"selected"].boolean();
    return edit;
}

Result<void> answerAddress(ApiThread &thread, Exchange &exchange, qint64 id, int status, const QString &message)
{
    auto database = thread.reader();
    if (!database)
        return database.error();
    const auto address = profilereads::address(**database, exchange.principal->businessId, exchange.principal->id, id);
    if (!address)
        return address.error();
    JsonWriter json;
    writeAddress(json, *address);
    apijson::succeed(exchange, status, json.take(), message);
    return {};
}

Flow listAddresses(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto all = profilereads::addresses(**database, exchange->principal->businessId, exchange->principal->id);
    if (!all)
        return refuse(*exchange, all.error());
    JsonWriter json;
    json.beginArray();
    for (const AddressRow &one : *all)
        writeAddress(json, one);
    json.endArray();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"), apijson::pageMeta({}));
    return Flow::Answer;
}

Flow oneAddress(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto answered = answerAddress(thread, *exchange, exchange->rowId(), 200, QStringLiteral("OK"));
    return answered ? Flow::Answer : refuse(*exchange, answered.error());
}

Flow addAddress(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange,
        [edit = readEdit(exchange->body)](WriteContext &context) { return profilewrites::addAddress(context, edit); },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            done.addHeader("Location", "/api/v1/user/addresses/" + QByteArray::number(outcome.entityId));
            return answerAddress(owner, done, outcome.entityId, outcome.code, QStringLiteral("Address added"));
        });
}

Flow editAddress(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange,
        [id = exchange->rowId(), edit = readEdit(exchange->body)](WriteContext &context) {
            return profilewrites::editAddress(context, id, edit);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) {
            return answerAddress(owner, done, outcome.entityId, 200, QStringLiteral("Address updated"));
        });
}

Flow removeAddress(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange, [id = exchange->rowId()](WriteContext &context) { return profilewrites::removeAddress(context, id); },
        [](ApiThread &, Exchange &done, const WriteOutcome &) -> Result<void> {
            apijson::succeed(done, 200, "{}", QStringLiteral("Address deleted"));
            return {};
        });
}

} // namespace

std::vector<Route> profileRoutes()
{
    using namespace routing;
    constexpr auto needed = Route::Body::Required;
    const Output profile = answers("Profile", outputs::profile());
    const Output address = answers("Address", outputs::address());
    return {
        summed(get("/user/profile", "user.profile.one", guests(), {}, profile, showProfile), "Who the guest is"),
        summed(write("PATCH", "/user/profile", "user.profile.edit", guests(), needed, profileSchema(), profile,
                     editProfile),
               "Changes the guest's name or contact; a verified phone stays"),
        summed(get("/user/addresses", "user.addresses.list", guests(), {},
                   answersList("AddressList", outputs::address()), listAddresses),
               "Where the guest has had orders brought to"),
        summed(write("POST", "/user/addresses", "user.addresses.create", guests(), needed, newAddressSchema(),
                     created(address), addAddress),
               "Adds an address, up to twenty"),
        summed(get("/user/addresses/{id}", "user.addresses.one", guests(), {}, address, oneAddress), "One address"),
        summed(write("PATCH", "/user/addresses/{id}", "user.addresses.edit", guests(), needed, addressChangeSchema(),
                     address, editAddress),
               "Changes an address; once an order went there the changed one is another, with its own id"),
        summed(remove("/user/addresses/{id}", "user.addresses.remove", guests(), answers("Nothing", outputs::nothing()),
                      removeAddress),
               "Takes an address away; orders that went there keep it"),
    };
}

} // namespace oshaq::routes
