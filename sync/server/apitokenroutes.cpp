// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/hub/apitokenservice.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/outputs.h"
#include "sync/protocol/tokenjson.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/routebuilder.h"

namespace oshaq::routes {

namespace {

void writeToken(JsonWriter &json, const ApiTokenRow &token)
{
    json.beginObject();
    json.key("token_id").value(token.id);
    json.key("name").value(token.name);
    json.key("kind").value(token.kind == Principal::Kind::Business ? QStringLiteral("business")
                                                                   : QStringLiteral("integration"));
    json.key("created_at").value(isoUtc(token.createdAtMs));
    writeTimeOrNull(json, "expires_at", token.expiresAtMs);
    json.key("active").value(token.live);
    json.endObject();
}

Result<ApiTokenRow> tokenOf(ApiThread &thread, const Exchange &exchange, qint64 id)
{
    auto database = thread.reader();
    if (!database)
        return database.error();
    return apitokenstore::find(**database, exchange.principal->businessId, id, thread.nowMs());
}

/// The one answer that shows the secret.
Result<void> answerSecret(ApiThread &thread, Exchange &exchange, const WriteOutcome &outcome, const QString &message)
{
    const auto token = tokenOf(thread, exchange, outcome.entityId);
    if (!token)
        return token.error();
    JsonWriter json;
    json.beginObject();
    writeToken(json.key("token"), *token);
    json.key("access_token").value(outcome.secret);
    json.key("token_type").value(QStringLiteral("Bearer"));
    writeTimeOrNull(json, "old_tokens_end_at", outcome.values.empty() ? 0 : outcome.values.front());
    json.endObject();
    apijson::succeed(exchange, 201, json.take(), message);
    return {};
}

Flow listTokens(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto tokens = apitokenstore::list(**database, exchange->principal->businessId, thread.nowMs());
    if (!tokens)
        return refuse(*exchange, tokens.error());
    JsonWriter json;
    json.beginArray();
    for (const ApiTokenRow &token : *tokens)
        writeToken(json, token);
    json.endArray();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"), apijson::pageMeta({}));
    return Flow::Answer;
}

Flow oneToken(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto token = tokenOf(thread, *exchange, exchange->rowId());
    if (!token)
        return refuse(*exchange, token.error());
    JsonWriter json;
    writeToken(json, *token);
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"));
    return Flow::Answer;
}

std::optional<qint64> endOf(const JsonValue &body)
{
    const JsonValue &end = body[u"expires_at"];
    return end.isString() ? fromIso(end.string()) : std::nullopt;
}

Flow createToken(ApiThread &thread, const ExchangePtr &exchange)
{
    const JsonValue &body = exchange->body;
    const bool isBusiness = body[u"kind"].string() == u"business";
    return thread.submit(
        exchange,
        [name = cleanText(body[u"name"].string()),
         kind = isBusiness ? Principal::Kind::Business : Principal::Kind::Integration, end = endOf(body).value_or(0)](
            WriteContext &context) { return apitokenwrites::create(context, name, kind, end); },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            done.addHeader("Location", "/api/v1/business/tokens/" + QByteArray::number(outcome.entityId));
            return answerSecret(owner, done, outcome, QStringLiteral("Token created; its secret is shown once"));
        });
}

Flow rotateToken(ApiThread &thread, const ExchangePtr &exchange)
{
    const JsonValue &overlap = exchange->body[u"overlap_seconds"];
    const qint64 seconds = overlap.isNumber() ? overlap.integer() : usualApiTokenOverlapSeconds;
    return thread.submit(
        exchange,
        [id = exchange->rowId(), seconds, end = endOf(exchange->body)](WriteContext &context) {
            return apitokenwrites::rotate(context, id, seconds, end);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            return answerSecret(owner, done, outcome, QStringLiteral("New secret; it is shown once"));
        });
}

Flow removeToken(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange, [id = exchange->rowId()](WriteContext &context) { return apitokenwrites::remove(context, id); },
        [](ApiThread &, Exchange &done, const WriteOutcome &) -> Result<void> {
            apijson::succeed(done, 200, "{}", QStringLiteral("Token deleted"));
            return {};
        });
}

} // namespace

std::vector<Route> apiTokenRoutes()
{
    using namespace routing;
    const Permission edit = only(managers);
    const Output token = answers("ApiToken", outputs::apiToken());
    const Output secret = created(answers("ApiTokenSecret", outputs::apiTokenSecret()));
    return {
        summed(get("/business/tokens", "business.tokens.list", edit, {},
                   answersList("ApiTokenList", outputs::apiToken()), listTokens),
               "The tokens of the restaurant and of other programs, without their secrets"),
        summed(handsOutSecrets(write("POST", "/business/tokens", "business.tokens.create", edit, Route::Body::Required,
                                     newApiTokenSchema(), secret, createToken)),
               "A token for another program, or one that may what an owner may; its secret is shown once"),
        summed(get("/business/tokens/{id}", "business.tokens.one", edit, {}, token, oneToken), "One token"),
        summed(remove("/business/tokens/{id}", "business.tokens.remove", edit, answers("Nothing", outputs::nothing()),
                      removeToken),
               "Ends a token at once, unless no owner could come in any more"),
        summed(handsOutSecrets(write("POST", "/business/tokens/{id}/rotate", "business.tokens.rotate", edit,
                                     Route::Body::Optional, apiTokenRotationSchema(), secret, rotateToken)),
               "Another secret for a token; the old one stays good for a while"),
    };
}

} // namespace oshaq::routes
