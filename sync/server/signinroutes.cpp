// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/domain/credentials.h"
#include "models/domain/totp.h"
#include "models/hub/attemptlock.h"
#include "models/hub/catalogservice.h"
#include "models/hub/signinservice.h"
#include "models/hub/staffservice.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/outputs.h"
#include "sync/protocol/staffjson.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/caller.h"
#include "sync/server/routebuilder.h"
#include "sync/server/sessionanswers.h"

namespace oshaq {

Flow sessionanswers::list(ApiThread &thread, Exchange &exchange, Principal::Kind kind, qint64 principalId)
{
    auto database = thread.reader();
    if (!database) {
        exchange.error = database.error();
        return Flow::Answer;
    }
    const auto sessions =
        signinreads::sessionsOf(**database, exchange.principal->businessId, kind, principalId, thread.nowMs());
    if (!sessions) {
        exchange.error = sessions.error();
        return Flow::Answer;
    }
    JsonWriter json;
    json.beginArray();
    for (const SessionRow &session : *sessions) {
        json.beginObject();
        json.key("session_id").value(session.principal.sessionId);
        json.key("created_at").value(isoUtc(session.createdAtMs));
        writeTimeOrNull(json, "last_used_at", session.lastUsedAtMs);
        writeTimeOrNull(json, "ends_at", session.endsAtMs != 0 ? session.endsAtMs : session.principal.expiresAtMs);
        writeTextOrNull(json, "device", session.device);
        json.key("current").value(session.principal.sessionId == exchange.principal->sessionId);
        json.endObject();
    }
    json.endArray();
    apijson::succeed(exchange, 200, json.take(), QStringLiteral("OK"), apijson::pageMeta({}));
    return Flow::Answer;
}

namespace routes {

namespace {

ApiThread::Continue failWith(const Error &error)
{
    return [error](ApiThread &, const ExchangePtr &exchange) { return refuse(*exchange, error); };
}

Error wrongCredentials()
{
    return {ErrorCode::CredentialsWrong, QStringLiteral("Nobody signs in with this."), {}};
}

Result<void> answerTokens(Exchange &exchange, const WriteOutcome &outcome, const QString &message)
{
    if (outcome.secret.isEmpty() || outcome.values.size() != 2)
        return Error{ErrorCode::Internal, QStringLiteral("a sign-in without tokens"), {}};
    JsonWriter json;
    json.beginObject();
    json.key("access_token").value(outcome.secret);
    json.key("refresh_token").value(outcome.refreshSecret);
    json.key("token_type").value(QStringLiteral("Bearer"));
    json.key("expires_at").value(isoUtc(outcome.values[0]));
    json.key("staff_id").value(outcome.entityId);
    json.key("role").value(roleText(static_cast<Role>(outcome.values[1])));
    json.endObject();
    apijson::succeed(exchange, 200, json.take(), message);
    return {};
}

/// What somebody typed. Captured by the worker's task, kept nowhere else.
struct Typed
{
    qint64 businessId = 0;
    QString pin;
    QString login;
    QString password;
    QString totp;
    QString device;
    QByteArray loginSubject;
    QByteArray deviceSubject;
};

Result<Typed> readTyped(ApiThread &thread, Exchange &exchange)
{
    if (const auto read = caller::readToken(thread, exchange); !read)
        return read.error();
    const JsonValue &body = exchange.body;
    Typed typed;
    typed.pin = body[u"pin"].string();
    typed.login = cleanLogin(cleanText(body[u"login"].string()));
    typed.password = body[u"password"].string();
    typed.totp = body[u"totp"].string();
    typed.device = cleanText(body[u"device"].string()).trimmed();
    const bool byPin = !typed.pin.isEmpty();
    const bool byLogin = !typed.login.isEmpty() && !typed.password.isEmpty();
    const bool half = typed.login.isEmpty() != typed.password.isEmpty();
    if (byPin == byLogin || half) {
        return Error{ErrorCode::ValidationFailed,
                     QStringLiteral("Send a pin, or a login and a password."),
                     {{QStringLiteral("$"), QStringLiteral("needs a pin, or a login and a password")}}};
    }
    const bool isDevice = exchange.principal && (exchange.principal->kind == Principal::Kind::Terminal ||
                                                 exchange.principal->kind == Principal::Kind::Business);
    if (byPin && !isDevice)
        return Error{ErrorCode::Unauthenticated, QStringLiteral("A PIN is only good at a paired device."), {}};
    const auto business = caller::businessOf(thread, exchange);
    if (!business)
        return business.error();
    typed.businessId = *business;
    if (isDevice && typed.device.isEmpty())
        typed.device = exchange.principal->label;
    typed.deviceSubject = attemptlock::subject(isDevice ? exchange.principal->key()
                                                        : QStringLiteral("address:") +
                                                              QString::fromLatin1(exchange.request.remoteAddress));
    if (byLogin)
        typed.loginSubject = attemptlock::subject(QStringLiteral("login:") + typed.login);
    return typed;
}

Flow finishSignIn(ApiThread &thread, const ExchangePtr &exchange, const SignInProof &proof)
{
    return thread.submit(
        exchange, [proof](WriteContext &context) { return signinwrites::finish(context, proof); },
        [](ApiThread &, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            if (outcome.code == 401)
                return Error{ErrorCode::TotpRequired, QStringLiteral("Send the code of your second factor too."), {}};
            return answerTokens(done, outcome, QStringLiteral("Signed in"));
        });
}

/// The slow step.
ApiThread::Continue prove(const Result<sql::Database *> &database, const Typed &typed, const HashCost &cost)
{
    if (!database)
        return failWith(database.error());
    auto proof = typed.pin.isEmpty()
                     ? signinreads::byPassword(**database, typed.businessId, typed.login, typed.password, cost)
                     : signinreads::byPin(**database, typed.businessId, typed.pin, cost);
    if (!proof)
        return failWith(proof.error());
    if (!proof->has_value())
        return failWith(wrongCredentials());
    SignInProof found = **proof;
    found.totp = typed.totp;
    found.device = typed.device;
    found.loginSubject = typed.loginSubject;
    found.deviceSubject = typed.deviceSubject;
    return [found](ApiThread &owner, const ExchangePtr &waiting) { return finishSignIn(owner, waiting, found); };
}

Flow signIn(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto typed = readTyped(thread, *exchange);
    if (!typed)
        return refuse(*exchange, typed.error());
    std::vector<QByteArray> subjects{typed->deviceSubject};
    if (!typed->loginSubject.isEmpty())
        subjects.push_back(typed->loginSubject);
    return thread.submitThen(
        exchange,
        [subjects, businessId = typed->businessId](WriteContext &context) {
            return signinwrites::begin(context, businessId, subjects);
        },
        [typed = *typed](ApiThread &owner, const ExchangePtr &waiting, const Result<WriteOutcome> &counted) {
            if (!counted)
                return refuse(*waiting, counted.error());
            return owner.offload(waiting, [typed, cost = owner.shared().options.hashCost](
                                              const Result<sql::Database *> &db) { return prove(db, typed, cost); });
        });
}

Flow refresh(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange,
        [token = exchange->body[u"refresh_token"].string()](WriteContext &context) {
            return signinwrites::refresh(context, token);
        },
        [](ApiThread &, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            if (outcome.code == 401) {
                return Error{ErrorCode::TokenExpired,
                             QStringLiteral("This token was used before; the session has ended. Sign in again."),
                             {}};
            }
            return answerTokens(done, outcome, QStringLiteral("Refreshed"));
        });
}

Flow endSession(ApiThread &thread, const ExchangePtr &exchange, qint64 sessionId)
{
    return thread.submit(
        exchange, [sessionId](WriteContext &context) { return signinwrites::endSession(context, sessionId); },
        [](ApiThread &, Exchange &done, const WriteOutcome &) -> Result<void> {
            apijson::succeed(done, 200, "{}", QStringLiteral("Signed out"));
            return {};
        });
}

Flow logout(ApiThread &thread, const ExchangePtr &exchange)
{
    return endSession(thread, exchange, exchange->principal->sessionId);
}

Flow removeSession(ApiThread &thread, const ExchangePtr &exchange)
{
    return endSession(thread, exchange, exchange->rowId());
}

Flow ownSessions(ApiThread &thread, const ExchangePtr &exchange)
{
    return sessionanswers::list(thread, *exchange, exchange->principal->kind, exchange->principal->id);
}

/// Goes on with `then` when the body's password is the caller's own; counts failures like a sign-in.
Flow withOwnPassword(ApiThread &thread, const ExchangePtr &exchange, Flow (*then)(ApiThread &, const ExchangePtr &))
{
    if (exchange->principal->kind != Principal::Kind::Staff) {
        exchange->refuse(ErrorCode::Forbidden, QStringLiteral("Sign in as one of the staff first."));
        return Flow::Answer;
    }
    const QByteArray subject = attemptlock::subject(QStringLiteral("password:") + exchange->principal->key());
    const qint64 businessId = exchange->principal->businessId;
    return thread.submitThen(
        exchange,
        [subject, businessId](WriteContext &context) { return signinwrites::begin(context, businessId, {subject}); },
        [then, businessId, password = exchange->body[u"password"].string()](
            ApiThread &owner, const ExchangePtr &waiting, const Result<WriteOutcome> &counted) {
            if (!counted)
                return refuse(*waiting, counted.error());
            return owner.offload(waiting, [then, businessId, password, id = waiting->principal->id,
                                           cost = owner.shared().options.hashCost](Result<sql::Database *> database) {
                if (!database)
                    return failWith(database.error());
                const auto right = signinreads::isPassword(**database, businessId, id, password, cost);
                if (!right)
                    return failWith(right.error());
                return *right ? ApiThread::Continue(then) : failWith(wrongCredentials());
            });
        });
}

Flow showTotp(ApiThread &thread, const ExchangePtr &exchange)
{
    const QByteArray secret = secrethash::randomBytes(totp::secretBytes);
    return thread.submit(
        exchange, [secret](WriteContext &context) { return staffwrites::beginTotp(context, secret); },
        [secret](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            auto database = owner.reader();
            if (!database)
                return database.error();
            const auto staff = staffreads::one(**database, done.principal->businessId, outcome.entityId);
            if (!staff)
                return staff.error();
            const auto business = catalogreads::business(**database, done.principal->businessId);
            if (!business)
                return business.error();
            JsonWriter json;
            json.beginObject();
            json.key("secret").value(totp::secretText(secret));
            json.key("uri").value(totp::uri(secret, business->name, staff->login));
            json.endObject();
            apijson::succeed(done, 201, json.take(),
                             QStringLiteral("Shown once; confirm it with a code before it counts"));
            return {};
        });
}

Flow dropTotp(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange, [](WriteContext &context) { return staffwrites::removeTotp(context); },
        [](ApiThread &, Exchange &done, const WriteOutcome &) -> Result<void> {
            apijson::succeed(done, 200, "{}", QStringLiteral("Second factor removed"));
            return {};
        });
}

Flow enrolTotp(ApiThread &thread, const ExchangePtr &exchange)
{
    return withOwnPassword(thread, exchange, showTotp);
}

Flow removeTotp(ApiThread &thread, const ExchangePtr &exchange)
{
    return withOwnPassword(thread, exchange, dropTotp);
}

Flow confirmTotp(ApiThread &thread, const ExchangePtr &exchange)
{
    if (exchange->principal->kind != Principal::Kind::Staff) {
        exchange->refuse(ErrorCode::Forbidden, QStringLiteral("Sign in as one of the staff first."));
        return Flow::Answer;
    }
    return thread.submit(
        exchange,
        [code = exchange->body[u"code"].string()](WriteContext &context) {
            return staffwrites::confirmTotp(context, code);
        },
        [](ApiThread &, Exchange &done, const WriteOutcome &) -> Result<void> {
            apijson::succeed(done, 200, "{}", QStringLiteral("Second factor on"));
            return {};
        });
}

Route summed(Route route, const char *summary)
{
    route.summary = summary;
    return route;
}

} // namespace

std::vector<Route> signInRoutes()
{
    using namespace routing;
    constexpr auto needed = Route::Body::Required;
    const Permission anybodyKnown = only(staffRoles | roleBit(Role::Guest) | integrations);
    const Output nothing = answers("Nothing", outputs::nothing());
    const Output tokens = answers("SignIn", outputs::signIn());
    const auto secret = [](Route route) { return handsOutSecrets(std::move(route)); };
    return {
        summed(withoutStandby(secret(
                   write("POST", "/auth/staff", "auth.staff", everybody(), needed, signInSchema(), tokens, signIn))),
               "Signs staff in by PIN at a paired device, or by login and password"),
        summed(secret(write("POST", "/auth/refresh", "auth.refresh", everybody(), needed, refreshSchema(), tokens,
                            refresh)),
               "New tokens for a refresh token, which is good once"),
        summed(secret(write("POST", "/auth/logout", "auth.logout", anybodyKnown, Route::Body::Optional,
                            Schema::object({}), nothing, logout)),
               "Ends the session of this token"),
        summed(get("/auth/sessions", "auth.sessions.list", anybodyKnown, {},
                   answersList("SessionList", outputs::session()), ownSessions),
               "Where the caller is signed in"),
        summed(remove("/auth/sessions/{id}", "auth.sessions.remove", anybodyKnown, nothing, removeSession),
               "Ends a session of the caller, or of staff that they manage"),
        summed(secret(write("POST", "/auth/totp", "auth.totp.enrol", only(managers), needed, passwordSchema(),
                            created(answers("TotpSecret", outputs::totpSecret())), enrolTotp)),
               "Begins a second factor; its secret is shown once"),
        summed(secret(write("POST", "/auth/totp/confirm", "auth.totp.confirm", only(managers), needed, codeSchema(),
                            nothing, confirmTotp)),
               "Puts the second factor to use"),
        summed(secret(write("POST", "/auth/totp/remove", "auth.totp.remove", only(managers), needed, passwordSchema(),
                            nothing, removeTotp)),
               "Takes the second factor away"),
    };
}

} // namespace routes

} // namespace oshaq
