// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/hub/attemptlock.h"
#include "models/hub/shiftservice.h"
#include "models/hub/signinservice.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/outputs.h"
#include "sync/protocol/staffjson.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/routebuilder.h"

#include <map>

namespace oshaq::routes {

namespace {

Error invalid(const char *path, const QString &issue)
{
    return {ErrorCode::ValidationFailed, issue, {{QString::fromLatin1(path), issue}}};
}

std::optional<qint64> timeIn(const JsonValue &body, QStringView name)
{
    return body[name].isString() ? fromIso(body[name].string()) : std::nullopt;
}

// --- who stands at a screen ---

Result<void> answerSignIn(ApiThread &thread, Exchange &exchange, const WriteOutcome &outcome)
{
    auto database = thread.reader();
    if (!database)
        return database.error();
    const auto person = shiftstore::person(**database, exchange.principal->businessId, outcome.entityId);
    if (!person)
        return person.error();
    if (outcome.values.size() != 3)
        return Error{ErrorCode::Internal, QStringLiteral("a sign-in without its shift"), {}};
    JsonWriter json;
    writeOperatorSignIn(json, {outcome.entityId, person->name, static_cast<Role>(outcome.values[1]), outcome.values[0],
                               outcome.values[2] != 0});
    apijson::succeed(exchange, 200, json.take(), QStringLiteral("Signed in"));
    return {};
}

ApiThread::Continue failWith(const Error &error)
{
    return [error](ApiThread &, const ExchangePtr &exchange) { return refuse(*exchange, error); };
}

/// The slow step, on a worker.
ApiThread::Continue prove(const Result<sql::Database *> &database, qint64 businessId, const QString &pin,
                          const QByteArray &subject, const HashCost &cost)
{
    if (!database)
        return failWith(database.error());
    const auto proof = signinreads::byPin(**database, businessId, pin, cost);
    if (!proof)
        return failWith(proof.error());
    if (!proof->has_value())
        return failWith({ErrorCode::CredentialsWrong, QStringLiteral("Nobody signs in with this."), {}});
    SignInProof found = **proof;
    found.deviceSubject = subject;
    return [found](ApiThread &owner, const ExchangePtr &waiting) {
        return owner.submit(
            waiting, [found](WriteContext &context) { return shiftwrites::signIn(context, found); }, answerSignIn);
    };
}

Flow signInByPin(ApiThread &thread, const ExchangePtr &exchange)
{
    const QByteArray subject = attemptlock::subject(exchange->principal->key());
    const qint64 businessId = exchange->principal->businessId;
    return thread.submitThen(
        exchange,
        [subject, businessId](WriteContext &context) { return signinwrites::begin(context, businessId, {subject}); },
        [subject, businessId, pin = exchange->body[u"pin"].string()](ApiThread &owner, const ExchangePtr &waiting,
                                                                     const Result<WriteOutcome> &counted) {
            if (!counted)
                return refuse(*waiting, counted.error());
            return owner.offload(waiting, [subject, businessId, pin, cost = owner.shared().options.hashCost](
                                              const Result<sql::Database *> &database) {
                return prove(database, businessId, pin, subject, cost);
            });
        });
}

Flow signIn(ApiThread &thread, const ExchangePtr &exchange)
{
    const JsonValue &body = exchange->body;
    const bool byPin = body[u"pin"].isString();
    const bool away = body[u"staff_id"].isNumber();
    const auto actedAt = timeIn(body, u"acted_at");
    if (byPin == away)
        return refuse(*exchange, invalid("$", QStringLiteral("needs a pin, or staff_id and acted_at")));
    if (byPin)
        return signInByPin(thread, exchange);
    if (!actedAt)
        return refuse(*exchange, invalid("acted_at", QStringLiteral("goes with staff_id")));
    return thread.submit(
        exchange,
        [id = body[u"staff_id"].integer(), at = *actedAt](WriteContext &context) {
            return shiftwrites::signedInAway(context, id, at);
        },
        answerSignIn);
}

Flow signOut(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange,
        [id = exchange->body[u"staff_id"].integer(), at = timeIn(exchange->body, u"acted_at")](WriteContext &context) {
            return shiftwrites::signOut(context, id, at);
        },
        [](ApiThread &, Exchange &done, const WriteOutcome &) -> Result<void> {
            apijson::succeed(done, 200, "{}", QStringLiteral("Signed out"));
            return {};
        });
}

Flow facts(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const qint64 businessId = exchange->principal->businessId;
    const auto withPin = shiftstore::countWithPin(**database, businessId, routing::staffRoles);
    if (!withPin)
        return refuse(*exchange, withPin.error());
    const auto managers = shiftstore::countWithPin(**database, businessId, routing::managers);
    if (!managers)
        return refuse(*exchange, managers.error());
    JsonWriter json;
    json.beginObject();
    json.key("with_pin").value(*withPin);
    json.key("managers_with_pin").value(*managers);
    if (const QString id = queryValue(exchange->query, u"staff_id"); !id.isNull()) {
        const auto person = shiftstore::person(**database, businessId, id.toLongLong());
        if (!person)
            return refuse(*exchange, person.error());
        json.key("person");
        writeOperatorSignIn(json, {person->staffId, person->name, person->role, 0, !person->goneAtMs});
    }
    json.endObject();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"));
    return Flow::Answer;
}

// --- shifts ---

Flow listShifts(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const QString staff = queryValue(exchange->query, u"staff_id");
    const auto shifts =
        shiftreads::list(**database, exchange->principal->businessId, queryValue(exchange->query, u"from"),
                         queryValue(exchange->query, u"to"),
                         staff.isNull() ? std::nullopt : std::optional(staff.toLongLong()), thread.nowMs());
    if (!shifts)
        return refuse(*exchange, shifts.error());
    JsonWriter json;
    json.beginArray();
    for (const StaffShift &shift : *shifts)
        writeShift(json, shift);
    json.endArray();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"), apijson::pageMeta({}));
    return Flow::Answer;
}

Flow endShift(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange,
        [id = exchange->rowId(), at = timeIn(exchange->body, u"ended_at").value_or(0)](WriteContext &context) {
            return shiftwrites::end(context, id, at);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &) -> Result<void> {
            auto database = owner.reader();
            if (!database)
                return database.error();
            const auto shift = shiftreads::one(**database, done.principal->businessId, done.rowId(), owner.nowMs());
            if (!shift)
                return shift.error();
            JsonWriter json;
            writeShift(json, *shift);
            apijson::succeed(done, 200, json.take(), QStringLiteral("Shift ended"));
            return {};
        });
}

// --- what a role may do ---

Flow permissions(ApiThread &, const ExchangePtr &exchange)
{
    std::map<QByteArray, RoleMask> table;
    for (const Route &route : RouteTable::routes()) {
        if (route.root == Route::Root::Api)
            table[route.name] |= route.permission.isPublic ? ~RoleMask{0} : route.permission.roles;
    }
    JsonWriter json;
    json.beginObject();
    for (const auto &[name, roles] : table) {
        json.key(name).beginArray();
        for (const Role role : allRoles) {
            if ((roles & roleBit(role)) != 0)
                json.value(roleText(role));
        }
        json.endArray();
    }
    json.endObject();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"));
    return Flow::Answer;
}

} // namespace

std::vector<Route> operatorRoutes()
{
    using namespace routing;
    constexpr auto needed = Route::Body::Required;
    const Permission screens = only(staffRoles, kindBit(Principal::Kind::Terminal));
    const Permission edit = only(managers);
    const auto day = [](const char *text) { return Schema::string(10, 1).described(QString::fromLatin1(text)); };
    return {
        // Without Idempotency-Key: a fast hash of a PIN is stored nowhere. To say it twice is to say it once.
        summed(handsOutSecrets(write("POST", "/business/operator/sign-in", "business.operator.sign_in", screens, needed,
                                     operatorSignInSchema(), answers("OperatorSignIn", outputs::operatorSignIn()),
                                     signIn)),
               "Somebody stands at this screen from now on: their shift begins, or moves here"),
        summed(write("POST", "/business/operator/sign-out", "business.operator.sign_out", screens, needed,
                     operatorSignOutSchema(), answers("Nothing", outputs::nothing()), signOut),
               "Somebody leaves this screen: their shift ends"),
        summed(get("/business/operator", "business.operator.facts", screens,
                   {queryField("staff_id", Schema::id().described(QStringLiteral("Whether they still work here.")))},
                   answers("OperatorFacts", outputs::operatorFacts()), facts),
               "How many people could sign in at a screen by a PIN, and whether somebody still works here"),
        summed(get("/business/shifts", "business.shifts.list", edit,
                   {queryField("from", day("The first business day, such as 2026-01-01; 30 days before the last by "
                                           "default.")),
                    queryField("to", day("The last business day, included; today by default.")),
                    queryField("staff_id", Schema::id())},
                   answersList("ShiftList", outputs::shift()), listShifts),
               "Who was at work when, the newest 2,000"),
        summed(write("PATCH", "/business/shifts/{id}", "business.shifts.end", edit, needed, shiftEndSchema(),
                     answers("Shift", outputs::shift()), endShift),
               "Says when somebody left who forgot to sign out"),
        summed(get("/business/permissions", "business.permissions", only(staffRoles), {},
                   answers("Permissions", outputs::permissions()), permissions),
               "Which roles may use which route of this API"),
    };
}

} // namespace oshaq::routes
