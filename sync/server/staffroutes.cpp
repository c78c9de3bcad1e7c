// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/domain/credentials.h"
#include "models/hub/secrethash.h"
#include "models/hub/signinservice.h"
#include "models/hub/staffservice.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/outputs.h"
#include "sync/protocol/staffjson.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/conditional.h"
#include "sync/server/ifmatch.h"
#include "sync/server/routebuilder.h"
#include "sync/server/sessionanswers.h"

namespace oshaq::routes {

namespace {

StaffEdit readEdit(const JsonValue &body)
{
    StaffEdit edit;
    if (body[u"name"].isString())
        edit.name = cleanText(body[u"name"].string());
    if (body[u"role"].isString())
        edit.role = roleFromText(body[u"role"].string());
    if (body.find(u"login"))
        edit.login = cleanText(body[u"login"].string());
    if (body.find(u"station_id")) {
        const JsonValue &station = body[u"station_id"];
        edit.stationId = station.isNumber() ? std::optional(station.integer()) : std::optional<qint64>();
    }
    if (body[u"active"].isBool())
        edit.active = body[u"active"].boolean();
    return edit;
}

Result<StaffMember> staffOf(ApiThread &thread, const Exchange &exchange, qint64 id)
{
    auto database = thread.reader();
    if (!database)
        return database.error();
    return staffreads::one(**database, exchange.principal->businessId, id);
}

Result<void> answerStaff(ApiThread &thread, Exchange &exchange, qint64 id, int status, const QString &message)
{
    const auto staff = staffOf(thread, exchange, id);
    if (!staff)
        return staff.error();
    JsonWriter json;
    writeStaff(json, *staff);
    conditional::tagVersion(exchange, staff->version);
    apijson::succeed(exchange, status, json.take(), message);
    return {};
}

Result<void> answerUpdated(ApiThread &thread, Exchange &exchange, const WriteOutcome &outcome)
{
    return answerStaff(thread, exchange, outcome.entityId, 200, QStringLiteral("Staff updated"));
}

Flow listStaff(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto staff = staffreads::list(**database, exchange->principal->businessId);
    if (!staff)
        return refuse(*exchange, staff.error());
    JsonWriter json;
    json.beginArray();
    for (const StaffMember &one : *staff)
        writeStaff(json, one);
    json.endArray();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"), apijson::pageMeta({}));
    return Flow::Answer;
}

Flow oneStaff(ApiThread &thread, const ExchangePtr &exchange)
{
    if (const auto answered = answerStaff(thread, *exchange, exchange->rowId(), 200, QStringLiteral("OK")); !answered)
        return refuse(*exchange, answered.error());
    return Flow::Answer;
}

Flow createStaff(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange,
        [edit = readEdit(exchange->body)](WriteContext &context) { return staffwrites::create(context, edit); },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            done.addHeader("Location", "/api/v1/business/staff/" + QByteArray::number(outcome.entityId));
            return answerStaff(owner, done, outcome.entityId, outcome.code, QStringLiteral("Staff created"));
        });
}

Flow editStaff(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto version = requiredVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    return thread.submit(
        exchange,
        [id = exchange->rowId(), edit = readEdit(exchange->body), version = *version](WriteContext &context) {
            return staffwrites::edit(context, id, edit, version);
        },
        answerUpdated);
}

Flow removeStaff(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto version = seenVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    return thread.submit(
        exchange,
        [id = exchange->rowId(), version = *version](WriteContext &context) {
            return staffwrites::remove(context, id, version);
        },
        [](ApiThread &, Exchange &done, const WriteOutcome &) -> Result<void> {
            apijson::succeed(done, 200, "{}", QStringLiteral("Staff deleted"));
            return {};
        });
}

/// Before anything slow: whether there is such a person and the caller may deal with them.
Result<void> checkReachable(ApiThread &thread, const Exchange &exchange)
{
    const auto staff = staffOf(thread, exchange, exchange.rowId());
    if (!staff)
        return staff.error();
    return staffreads::checkMayManage(*exchange.principal, *staff, true);
}

ApiThread::Continue failWith(const Error &error)
{
    return [error](ApiThread &, const ExchangePtr &exchange) { return refuse(*exchange, error); };
}

Flow setPin(ApiThread &thread, const ExchangePtr &exchange)
{
    const QString pin = exchange->body[u"pin"].string();
    if (const auto checked = checkPin(pin); !checked)
        return refuse(*exchange, checked.error());
    if (const auto reachable = checkReachable(thread, *exchange); !reachable)
        return refuse(*exchange, reachable.error());
    return thread.offload(exchange, [pin, businessId = exchange->principal->businessId, id = exchange->rowId(),
                                     cost = thread.shared().options.hashCost](Result<sql::Database *> database) {
        if (!database)
            return failWith(database.error());
        const auto hash = staffreads::pinHash(**database, businessId, pin, cost);
        if (!hash)
            return failWith(hash.error());
        return ApiThread::Continue([hash = *hash, id](ApiThread &owner, const ExchangePtr &waiting) {
            return owner.submit(
                waiting, [hash, id](WriteContext &context) { return staffwrites::setPin(context, id, hash); },
                answerUpdated);
        });
    });
}

Flow setPassword(ApiThread &thread, const ExchangePtr &exchange)
{
    const QString password = exchange->body[u"password"].string();
    if (const auto checked = checkPassword(password); !checked)
        return refuse(*exchange, checked.error());
    if (const auto reachable = checkReachable(thread, *exchange); !reachable)
        return refuse(*exchange, reachable.error());
    return thread.offload(exchange, [password, id = exchange->rowId(),
                                     cost = thread.shared().options.hashCost](const Result<sql::Database *> &) {
        const auto hash = secrethash::hash(password, cost);
        if (!hash)
            return failWith(hash.error());
        return ApiThread::Continue([hash = *hash, id](ApiThread &owner, const ExchangePtr &waiting) {
            return owner.submit(
                waiting, [hash, id](WriteContext &context) { return staffwrites::setPassword(context, id, hash); },
                answerUpdated);
        });
    });
}

Flow resetPin(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange,
        [id = exchange->rowId()](WriteContext &context) { return staffwrites::setPin(context, id, QByteArray()); },
        answerUpdated);
}

Flow resetPassword(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange,
        [id = exchange->rowId()](WriteContext &context) { return staffwrites::setPassword(context, id, QString()); },
        answerUpdated);
}

Flow listSessions(ApiThread &thread, const ExchangePtr &exchange)
{
    if (const auto reachable = checkReachable(thread, *exchange); !reachable)
        return refuse(*exchange, reachable.error());
    return sessionanswers::list(thread, *exchange, Principal::Kind::Staff, exchange->rowId());
}

Route summed(Route route, const char *summary)
{
    route.summary = summary;
    return route;
}

} // namespace

std::vector<Route> staffRoutes()
{
    using namespace routing;
    constexpr auto needed = Route::Body::Required;
    const Permission edit = only(managers);
    const Output staff = answers("Staff", outputs::staff());
    return {
        summed(get("/business/staff", "business.staff.list", edit, {}, answersList("StaffList", outputs::staff()),
                   listStaff),
               "Who works here"),
        summed(write("POST", "/business/staff", "business.staff.create", edit, needed, newStaffSchema(), created(staff),
                     createStaff),
               "Adds somebody; they sign in once they have a PIN or a password"),
        summed(get("/business/staff/{id}", "business.staff.one", edit, {}, staff, oneStaff), "One of the staff"),
        summed(write("PATCH", "/business/staff/{id}", "business.staff.edit", edit, needed, staffChangeSchema(), staff,
                     editStaff),
               "Changes somebody's name, role, login or station"),
        summed(remove("/business/staff/{id}", "business.staff.remove", edit, answers("Nothing", outputs::nothing()),
                      removeStaff),
               "Signs somebody out everywhere and hides them"),
        summed(write("PUT", "/business/staff/{id}/pin", "business.staff.pin.set", edit, needed, pinSchema(), staff,
                     setPin),
               "Sets a PIN and ends the sessions of that person"),
        summed(remove("/business/staff/{id}/pin", "business.staff.pin.reset", edit, staff, resetPin),
               "Takes a PIN away"),
        summed(write("PUT", "/business/staff/{id}/password", "business.staff.password.set", edit, needed,
                     passwordSchema(), staff, setPassword),
               "Sets a password and ends the sessions of that person"),
        summed(remove("/business/staff/{id}/password", "business.staff.password.reset", edit, staff, resetPassword),
               "Takes a password and the second factor away"),
        summed(get("/business/staff/{id}/sessions", "business.staff.sessions", edit, {},
                   answersList("SessionList", outputs::session()), listSessions),
               "Where somebody is signed in"),
    };
}

} // namespace oshaq::routes
