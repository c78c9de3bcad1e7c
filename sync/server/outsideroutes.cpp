// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/hub/dispatchservice.h"
#include "models/hub/dispatchstore.h"
#include "models/hub/outsideorders.h"
#include "sync/protocol/dispatchnewsjson.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/outputs.h"
#include "sync/protocol/outsidejson.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/routebuilder.h"
#include "sync/server/signedcaller.h"

#include <algorithm>

namespace oshaq::routes {

namespace {

constexpr qint64 maxBodyBytes = 128 * 1024;
constexpr qsizetype maxSource = 30;

/// The name of a service stands on tickets and in paths: lower-case letters, digits, '-' and '_'.
Result<QString> sourceOf(const Exchange &exchange)
{
    const QString &source = exchange.pathText;
    const bool fits =
        !source.isEmpty() && source.size() <= maxSource && std::all_of(source.begin(), source.end(), [](QChar c) {
            return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
        });
    if (fits)
        return source;
    return Error{ErrorCode::NotFound, QStringLiteral("A service is named in lower-case letters."), {}};
}

Result<void> answerOrder(ApiThread &thread, Exchange &exchange, const WriteOutcome &outcome)
{
    const Result<Order> order = thread.orderOf(outcome, exchange.principal->businessId);
    if (!order)
        return order.error();
    JsonWriter json;
    json.beginObject();
    json.key("order_uuid").value(order->uuid);
    json.key("number").value(order->number);
    json.key("status").value(static_cast<int>(order->status));
    json.key("status_name").value(orderStatusName(order->status));
    writeTimeOrNull(json, "accept_by", order->origin.acceptByMs);
    writeTimeOrNull(json, "refuse_by", order->origin.refuseByMs);
    json.endObject();
    apijson::succeed(exchange, outcome.code, json.take(), QStringLiteral("Order taken"));
    return {};
}

Schema outsideOrder()
{
    using namespace outputs;
    return Schema::object({always("order_uuid", Schema::uuid()), always("number", text()),
                           always("status", Schema::integer(1, 7)), always("status_name", text()),
                           maybe("accept_by", Schema::dateTime()), maybe("refuse_by", Schema::dateTime())});
}

Flow takeOrder(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto caller = signedCaller(thread, *exchange, IntegrationKind::Outside, u"hmac_secret");
    if (!caller)
        return refuse(*exchange, caller.error());
    const auto source = sourceOf(*exchange);
    if (!source)
        return refuse(*exchange, source.error());
    const auto map = FieldMap::fromText(caller->access.value(u"mapping").toUtf8());
    if (!map)
        return refuse(*exchange, map.error());
    auto order = readOutsideOrder(caller->body, *map, *source, thread.nowMs(),
                                  caller->access.value(u"accept_seconds").toLongLong());
    if (!order)
        return refuse(*exchange, order.error());
    return thread.submit(
        exchange, [outside = *order](WriteContext &context) { return outsidewrites::create(context, outside); },
        answerOrder);
}

Flow cancelOrder(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto caller = signedCaller(thread, *exchange, IntegrationKind::Outside, u"hmac_secret");
    if (!caller)
        return refuse(*exchange, caller.error());
    const auto source = sourceOf(*exchange);
    if (!source)
        return refuse(*exchange, source.error());
    const auto map = FieldMap::fromText(caller->access.value(u"mapping").toUtf8());
    if (!map)
        return refuse(*exchange, map.error());
    const auto cancel = readOutsideCancel(caller->body, *map);
    if (!cancel)
        return refuse(*exchange, cancel.error());
    return thread.submit(
        exchange,
        [service = *source, what = *cancel](WriteContext &context) {
            return outsidewrites::cancel(context, service, what.externalId, what.reason);
        },
        answerOrder);
}

/// The delivery service tells where its courier is.
Flow hearDispatch(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto caller = signedCaller(thread, *exchange, IntegrationKind::Delivery, u"webhook_secret");
    if (!caller)
        return refuse(*exchange, caller.error());
    const auto map = FieldMap::fromText(caller->access.value(u"mapping").toUtf8());
    if (!map)
        return refuse(*exchange, map.error());
    const Result<Currency> currency = thread.currencyOf(*exchange);
    if (!currency)
        return refuse(*exchange, currency.error());
    const auto heard = readServiceDelivery(caller->body, *map, *currency);
    if (!heard)
        return refuse(*exchange, heard.error());
    return thread.submit(
        exchange,
        [delivery = *heard](WriteContext &context) -> Result<WriteOutcome> {
            const auto known = dispatchstore::byName(context.database, context.principal.businessId, delivery.uuid,
                                                     delivery.news.serviceId);
            if (!known)
                return known.error();
            if (!*known)
                return Error{ErrorCode::NotFound, QStringLiteral("There is no such delivery."), {}};
            return dispatchwrites::note(context, (*known)->id, delivery.news);
        },
        [](ApiThread &, Exchange &done, const WriteOutcome &) -> Result<void> {
            apijson::succeed(done, 200, "{}", QStringLiteral("Heard"));
            return {};
        });
}

/// A body that is signed as it is: read by the handler, after its signature.
Route signedPost(const char *pattern, const char *name, Output output, routing::Handler handler)
{
    using namespace routing;
    return takesRaw(write("POST", pattern, name, everybody(), Route::Body::Required, Schema::object({}),
                          std::move(output), handler),
                    {"application/json"}, maxBodyBytes);
}

} // namespace

std::vector<Route> outsideRoutes()
{
    using namespace routing;
    const Output order = answers("OutsideOrder", outsideOrder());
    return {
        summed(signedPost("/outside/{id}/{source}/orders", "outside.orders.create", created(order), takeOrder),
               "An order of another service, signed by it; {id} is the business"),
        summed(signedPost("/outside/{id}/{source}/cancel", "outside.orders.cancel", order, cancelOrder),
               "Another service takes its order back"),
        summed(signedPost("/delivery/webhooks/{id}", "delivery.webhook", answers("Nothing", outputs::nothing()),
                          hearDispatch),
               "Where the delivery service posts where its courier is; {id} is the business"),
    };
}

} // namespace oshaq::routes
