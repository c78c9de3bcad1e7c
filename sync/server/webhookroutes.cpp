// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/hub/webhookservice.h"
#include "sync/protocol/outputs.h"
#include "sync/protocol/webhookjson.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/ifmatch.h"
#include "sync/server/routebuilder.h"

namespace oshaq::routes {

namespace {

constexpr int defaultDeliveries = 50;

Result<WebhookEndpoint> endpointOf(ApiThread &thread, const Exchange &exchange, qint64 id)
{
    auto database = thread.reader();
    if (!database)
        return database.error();
    return webhookreads::one(**database, exchange.principal->businessId, id);
}

Result<void> renderWebhook(ApiThread &thread, Exchange &exchange, const WriteOutcome &outcome, const QString &message)
{
    const auto endpoint = endpointOf(thread, exchange, outcome.entityId);
    if (!endpoint)
        return endpoint.error();
    JsonWriter json;
    if (outcome.secret.isEmpty())
        writeWebhook(json, *endpoint);
    else
        writeWebhookWithSecret(json, *endpoint, outcome.secret);
    apijson::succeed(exchange, outcome.code, json.take(), message);
    return {};
}

Result<QString> readUrl(ApiThread &thread, const Exchange &exchange)
{
    const QString url = exchange.body[u"url"].string().trimmed();
    const auto checked = checkWebhookUrl(url, thread.shared().options.privateWebhooks);
    if (!checked)
        return checked.error();
    return url;
}

Flow listWebhooks(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto endpoints = webhookreads::list(**database, exchange->principal->businessId);
    if (!endpoints)
        return refuse(*exchange, endpoints.error());
    JsonWriter json;
    json.beginArray();
    for (const WebhookEndpoint &endpoint : *endpoints)
        writeWebhook(json, endpoint);
    json.endArray();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"), R"({"next_cursor":null})");
    return Flow::Answer;
}

Flow oneWebhook(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto endpoint = endpointOf(thread, *exchange, exchange->rowId());
    if (!endpoint)
        return refuse(*exchange, endpoint.error());
    JsonWriter json;
    writeWebhook(json, *endpoint);
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"));
    return Flow::Answer;
}

Flow createWebhook(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto url = readUrl(thread, *exchange);
    if (!url)
        return refuse(*exchange, url.error());
    const auto events = readEventFilters(exchange->body);
    if (!events)
        return refuse(*exchange, events.error());
    const bool active = !exchange->body[u"active"].isBool() || exchange->body[u"active"].boolean();
    return thread.submit(
        exchange,
        [to = *url, filters = *events, active](WriteContext &context) {
            return webhookwrites::create(context, to, filters, active);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) {
            return renderWebhook(owner, done, outcome, QStringLiteral("Webhook created; keep its secret"));
        });
}

Flow editWebhook(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto version = requiredVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    WebhookEdit edit;
    const JsonValue &body = exchange->body;
    if (body[u"url"].isString()) {
        const auto url = readUrl(thread, *exchange);
        if (!url)
            return refuse(*exchange, url.error());
        edit.url = *url;
    }
    if (body[u"events"].isArray()) {
        const auto events = readEventFilters(body);
        if (!events)
            return refuse(*exchange, events.error());
        edit.events = *events;
    }
    if (body[u"active"].isBool())
        edit.active = body[u"active"].boolean();
    return thread.submit(
        exchange,
        [id = exchange->rowId(), edit, seen = *version](WriteContext &context) {
            return webhookwrites::edit(context, id, edit, seen);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) {
            return renderWebhook(owner, done, outcome, QStringLiteral("Webhook updated"));
        });
}

Flow removeWebhook(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto version = seenVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    return thread.submit(
        exchange,
        [id = exchange->rowId(), seen = *version](WriteContext &context) {
            return webhookwrites::remove(context, id, seen);
        },
        [](ApiThread &, Exchange &done, const WriteOutcome &) -> Result<void> {
            apijson::succeed(done, 200, "{}", QStringLiteral("Webhook removed"));
            return {};
        });
}

Flow rotateSecret(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange, [id = exchange->rowId()](WriteContext &context) { return webhookwrites::rotateSecret(context, id); },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) {
            return renderWebhook(owner, done, outcome, QStringLiteral("The old secret signs for one more day"));
        });
}

Flow listDeliveries(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const QString limit = queryValue(exchange->query, u"limit");
    const auto page = webhookreads::deliveries(**database, exchange->principal->businessId, exchange->rowId(),
                                               queryValue(exchange->query, u"cursor"),
                                               limit.isNull() ? defaultDeliveries : limit.toInt());
    if (!page)
        return refuse(*exchange, page.error());
    JsonWriter json;
    json.beginArray();
    for (const WebhookDelivery &delivery : page->deliveries)
        writeDelivery(json, delivery);
    json.endArray();
    JsonWriter meta;
    meta.beginObject().key("next_cursor");
    page->nextCursor.isEmpty() ? meta.null() : meta.value(page->nextCursor);
    meta.endObject();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"), meta.take());
    return Flow::Answer;
}

/// The delivery of a command: its id is the outcome's value.
Result<void> renderDelivery(ApiThread &thread, Exchange &exchange, const WriteOutcome &outcome, qint64 deliveryId)
{
    auto database = thread.reader();
    if (!database)
        return database.error();
    const auto delivery =
        webhookreads::delivery(**database, exchange.principal->businessId, outcome.entityId, deliveryId);
    if (!delivery)
        return delivery.error();
    JsonWriter json;
    writeDelivery(json, *delivery);
    apijson::succeed(exchange, outcome.code, json.take(), QStringLiteral("It is on its way"));
    return {};
}

Flow replayDelivery(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto ref = orderRefFrom(exchange->pathText);
    const qint64 deliveryId = ref ? ref->id : 0;
    return thread.submit(
        exchange,
        [id = exchange->rowId(), deliveryId](WriteContext &context) {
            return webhookwrites::replay(context, id, deliveryId);
        },
        [deliveryId](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) {
            return renderDelivery(owner, done, outcome, deliveryId);
        });
}

Flow testWebhook(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange, [id = exchange->rowId()](WriteContext &context) { return webhookwrites::test(context, id); },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            if (!outcome.values.empty())
                return renderDelivery(owner, done, outcome, outcome.values.front());
            // A replayed key knows the webhook and not which delivery it made: the newest one is closest.
            auto database = owner.reader();
            if (!database)
                return database.error();
            const auto page =
                webhookreads::deliveries(**database, done.principal->businessId, outcome.entityId, QString(), 1);
            if (!page)
                return page.error();
            if (page->deliveries.empty())
                return Error{ErrorCode::NotFound, QStringLiteral("There is no such delivery."), {}};
            return renderDelivery(owner, done, outcome, page->deliveries.front().id);
        });
}

} // namespace

std::vector<Route> webhookRoutes()
{
    using namespace routing;
    constexpr auto needed = Route::Body::Required;
    const Permission office = only(managers);
    const Output webhook = answers("Webhook", outputs::webhook());
    const Output secret = answers("WebhookSecret", outputs::webhookSecret());
    const Output delivery = answers("WebhookDelivery", outputs::delivery());
    const Schema nothing = Schema::object({});
    return {
        summed(get("/business/webhooks", "business.webhooks.list", office, {},
                   answersList("WebhookList", outputs::webhook()), listWebhooks),
               "The endpoints of integrations"),
        summed(handsOutSecrets(write("POST", "/business/webhooks", "business.webhooks.create", office, needed,
                                     newWebhookSchema(), created(secret), createWebhook)),
               "Add an endpoint; the answer holds its secret, once"),
        summed(get("/business/webhooks/{id}", "business.webhooks.one", office, {}, webhook, oneWebhook),
               "One endpoint"),
        summed(write("PATCH", "/business/webhooks/{id}", "business.webhooks.edit", office, needed, webhookEditSchema(),
                     webhook, editWebhook),
               "Change its URL, filters or whether it is active"),
        summed(remove("/business/webhooks/{id}", "business.webhooks.remove", office,
                      answers("Nothing", outputs::nothing()), removeWebhook),
               "Remove an endpoint and forget its secret"),
        summed(handsOutSecrets(write("POST", "/business/webhooks/{id}/secret", "business.webhooks.secret", office,
                                     Route::Body::Optional, nothing, secret, rotateSecret)),
               "A new secret; the old one signs too for a day"),
        summed(write("POST", "/business/webhooks/{id}/test", "business.webhooks.test", office, Route::Body::Optional,
                     nothing, created(delivery), testWebhook),
               "Send a test"),
        summed(get("/business/webhooks/{id}/deliveries", "business.webhooks.deliveries", office,
                   {limitField(), cursorField()}, answersList("WebhookDeliveryList", outputs::delivery()),
                   listDeliveries),
               "What was sent, newest first"),
        summed(write("POST", "/business/webhooks/{id}/deliveries/{deliveryId}/replay", "business.webhooks.replay",
                     office, Route::Body::Optional, nothing, delivery, replayDelivery),
               "Send a delivery again under its own id"),
    };
}

} // namespace oshaq::routes
