// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/hub/orderservice.h"
#include "sync/protocol/ordersplitjson.h"
#include "sync/protocol/outputs.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/routebuilder.h"

namespace oshaq::routes {

namespace {

Flow splitOff(ApiThread &thread, const ExchangePtr &exchange)
{
    auto split = readOrderSplit(exchange->body);
    if (!split)
        return refuse(*exchange, split.error());
    return thread.submit(
        exchange,
        [ref = exchange->orderRef, split = std::move(*split)](WriteContext &context) {
            return orderwrites::split(context, ref, split);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            const Result<Order> order = owner.orderOf(outcome, done.principal->businessId);
            if (!order)
                return order.error();
            done.addHeader("Location", "/api/v1/business/orders/" + QByteArray::number(order->id));
            apijson::succeed(done, outcome.code, apijson::order(*order, orderViewFor(done.principal->role)),
                             QStringLiteral("Order split"));
            return {};
        });
}

Flow joinInto(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto into = readOrderJoin(exchange->body);
    if (!into)
        return refuse(*exchange, into.error());
    return thread.submit(
        exchange,
        [ref = exchange->orderRef, into = *into](WriteContext &context) {
            return orderwrites::join(context, ref, into);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            const Result<Order> order = owner.orderOf(outcome, done.principal->businessId);
            if (!order)
                return order.error();
            apijson::succeed(done, 200, apijson::order(*order, orderViewFor(done.principal->role)),
                             QStringLiteral("Orders joined"));
            return {};
        });
}

} // namespace

std::vector<Route> orderSplitRoutes()
{
    using namespace routing;
    return {
        summed(write("POST", "/business/orders/{id}/split", "business.orders.split", only(floorRoles),
                     Route::Body::Required, orderSplitSchema(), created(answers("Order", outputs::order())), splitOff),
               "Take lines, or parts of lines, out of an order into a new one"),
        summed(write("POST", "/business/orders/{id}/join", "business.orders.join", only(floorRoles),
                     Route::Body::Required, orderJoinSchema(), answers("Order", outputs::order()), joinInto),
               "Put everything of an order into another one"),
    };
}

} // namespace oshaq::routes
