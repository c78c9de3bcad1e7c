// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/domain/phone.h"
#include "models/hub/catalogservice.h"
#include "models/hub/guestservice.h"
#include "models/hub/messagesender.h"
#include "sync/protocol/guestjson.h"
#include "sync/protocol/outputs.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/caller.h"
#include "sync/server/guestanswers.h"
#include "sync/server/routebuilder.h"

namespace oshaq::routes {

namespace {

ApiThread::Continue failWith(const Error &error)
{
    return [error](ApiThread &, const ExchangePtr &exchange) { return refuse(*exchange, error); };
}

Error wrongCode()
{
    return {ErrorCode::CredentialsWrong, QStringLiteral("This code is not right, or not any more."), {}};
}

Result<QString> phoneOf(const Exchange &exchange)
{
    const auto phone = normalPhone(exchange.body[u"phone"].string());
    if (phone)
        return *phone;
    return Error{ErrorCode::ValidationFailed,
                 QStringLiteral("The request is wrong in one place."),
                 {{QStringLiteral("phone"), QStringLiteral("is no number that can be reached; begin with + and the "
                                                           "country")}}};
}

Flow answerSent(Exchange &exchange)
{
    JsonWriter json;
    json.beginObject();
    json.key("expires_in_seconds").value(phoneCodeLifetimeMs / 1000);
    json.key("again_in_seconds").value(phoneCodePauseMs / 1000);
    json.endObject();
    // The same for a phone that nobody has: who is a guest here is not for others to learn.
    apijson::succeed(exchange, 200, json.take(), QStringLiteral("A code is on its way"));
    return Flow::Answer;
}

Flow sendCode(ApiThread &thread, const ExchangePtr &exchange, const CodeMessage &message)
{
    return thread.offload(
        exchange, [message, sender = thread.shared().options.messages](const Result<sql::Database *> &) {
            if (const auto sent = sender->send(message); !sent)
                return failWith(sent.error());
            return ApiThread::Continue([](ApiThread &, const ExchangePtr &done) { return answerSent(*done); });
        });
}

Flow keepCode(ApiThread &thread, const ExchangePtr &exchange, const CodeMessage &message, const QString &hash)
{
    return thread.submitThen(
        exchange,
        [businessId = message.businessId, phone = message.phone, hash,
         address = QString::fromLatin1(exchange->request.remoteAddress)](WriteContext &context) {
            return guestwrites::keepPhoneCode(context, businessId, phone, hash, address);
        },
        [message](ApiThread &owner, const ExchangePtr &waiting, const Result<WriteOutcome> &kept) {
            if (!kept)
                return refuse(*waiting, kept.error());
            return sendCode(owner, waiting, message);
        });
}

Flow askForCode(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto phone = phoneOf(*exchange);
    if (!phone)
        return refuse(*exchange, phone.error());
    const auto businessId = caller::businessOf(thread, *exchange);
    if (!businessId)
        return refuse(*exchange, businessId.error());
    if (const auto ready = thread.shared().options.messages->ready(*businessId); !ready)
        return refuse(*exchange, ready.error());
    const auto business = thread.business(*businessId);
    if (!business)
        return refuse(*exchange, business.error());
    const CodeMessage message{*businessId, business->name, *phone, makePhoneCode()};
    return thread.offload(exchange, [message](const Result<sql::Database *> &) {
        const auto hash = secrethash::hash(message.code, phoneCodeCost());
        if (!hash)
            return failWith(hash.error());
        return ApiThread::Continue([message, hash = *hash](ApiThread &owner, const ExchangePtr &waiting) {
            return keepCode(owner, waiting, message, hash);
        });
    });
}

/// What somebody typed. Captured by the steps, kept nowhere else.
struct Typed
{
    qint64 businessId = 0;
    QString phone;
    QString code;
    QString name;
};

Flow signIn(ApiThread &thread, const ExchangePtr &exchange, const Typed &typed, const QString &hash)
{
    return thread.submitThen(
        exchange,
        [businessId = typed.businessId, phone = typed.phone, name = typed.name, hash](WriteContext &context) {
            return guestwrites::byPhoneCode(context, businessId, phone, hash, name);
        },
        [](ApiThread &, const ExchangePtr &waiting, const Result<WriteOutcome> &outcome) {
            if (!outcome)
                return refuse(*waiting, outcome.error());
            return guestanswers::session(*waiting, *outcome, QStringLiteral("Signed in"));
        });
}

/// The slow step. Without a code that may be tried it takes as long.
Flow prove(ApiThread &thread, const ExchangePtr &exchange, const Typed &typed, bool mayTry)
{
    return thread.offload(exchange, [typed, mayTry, nowMs = thread.nowMs()](Result<sql::Database *> database) {
        if (!database)
            return failWith(database.error());
        const auto hash = guestreads::matchPhoneCode(**database, typed.businessId, typed.phone, typed.code, nowMs);
        if (!hash)
            return failWith(hash.error());
        if (hash->isEmpty() || !mayTry)
            return failWith(wrongCode());
        return ApiThread::Continue([typed, hash = *hash](ApiThread &owner, const ExchangePtr &waiting) {
            return signIn(owner, waiting, typed, hash);
        });
    });
}

Flow verifyCode(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto phone = phoneOf(*exchange);
    if (!phone)
        return refuse(*exchange, phone.error());
    const auto businessId = caller::businessOf(thread, *exchange);
    if (!businessId)
        return refuse(*exchange, businessId.error());
    const JsonValue &body = exchange->body;
    const Typed typed{*businessId, *phone, body[u"code"].string(), cleanText(body[u"name"].string())};
    return thread.submitThen(
        exchange,
        [businessId = typed.businessId, phone = typed.phone](WriteContext &context) {
            return guestwrites::countPhoneTry(context, businessId, phone);
        },
        [typed](ApiThread &owner, const ExchangePtr &waiting, const Result<WriteOutcome> &counted) {
            if (!counted)
                return refuse(*waiting, counted.error());
            return prove(owner, waiting, typed, !counted->values.empty() && counted->values.front() == 1);
        });
}

} // namespace

std::vector<Route> phoneCodeRoutes()
{
    using namespace routing;
    constexpr auto needed = Route::Body::Required;
    return {
        summed(handsOutSecrets(write("POST", "/auth/otp", "auth.otp", everybody(), needed, phoneCodeSchema(),
                                     answers("PhoneCode", outputs::phoneCode()), askForCode)),
               "Sends a code to a phone; it is good for five minutes and five tries"),
        summed(
            handsOutSecrets(write("POST", "/auth/otp/verify", "auth.otp.verify", everybody(), needed,
                                  phoneVerifySchema(), answers("GuestSession", outputs::guestSession()), verifyCode)),
            "Signs in whoever has the phone, or makes an account for it"),
    };
}

} // namespace oshaq::routes
