// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/hub/orderservice.h"
#include "sync/protocol/commandjson.h"
#include "sync/protocol/orderjson.h"
#include "sync/protocol/outputs.h"
#include "sync/protocol/schema.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/routebuilder.h"

namespace oshaq::routes {

namespace {

Flow listOwn(ApiThread &thread, const ExchangePtr &exchange, bool openOnly)
{
    OrderFilter filter;
    filter.userId = exchange->principal->id;
    filter.openOnly = openOnly;
    if (const QString text = queryValue(exchange->query, u"limit"); !text.isNull())
        filter.limit = text.toInt();
    filter.cursor = queryValue(exchange->query, u"cursor");

    const Principal &guest = *exchange->principal;
    return thread.answerCached(exchange, AnswerCache::Kind::GuestOrders,
                               QByteArray::number(guest.id) + (openOnly ? " open?" : " all?") + exchange->request.query,
                               thread.shared().versions.guest(guest.id), {"private, no-cache"},
                               [&](sql::Database &database) -> Result<Exchange::Success> {
                                   const auto page = orderreads::list(database, guest.businessId, filter);
                                   if (!page)
                                       return page.error();
                                   return apijson::orderPage(*page, OrderView::Full);
                               });
}

Flow listUserOrders(ApiThread &thread, const ExchangePtr &exchange)
{
    return listOwn(thread, exchange, false);
}

Flow listActiveUserOrders(ApiThread &thread, const ExchangePtr &exchange)
{
    return listOwn(thread, exchange, true);
}

Flow oneUserOrder(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto order = orderreads::one(**database, exchange->principal->businessId, exchange->orderRef);
    if (!order)
        return refuse(*exchange, order.error());
    // 404 and not 403: that the order of somebody else exists is nobody's business either.
    if (order->userId != exchange->principal->id) {
        exchange->refuse(ErrorCode::NotFound, QStringLiteral("There is no such order."));
        return Flow::Answer;
    }
    apijson::succeed(*exchange, 200, apijson::order(*order, OrderView::Full), QStringLiteral("OK"));
    return Flow::Answer;
}

Flow createUserOrder(ApiThread &thread, const ExchangePtr &exchange)
{
    auto request = readNewOrder(exchange->body);
    if (!request)
        return refuse(*exchange, request.error());
    return thread.submit(
        exchange,
        [order = std::move(request).value()](WriteContext &context) { return orderwrites::create(context, order); },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            const Result<Order> order = owner.orderOf(outcome, done.principal->businessId);
            if (!order)
                return order.error();
            done.addHeader("Location", "/api/v1/user/orders/" + QByteArray::number(order->id));
            apijson::succeed(done, outcome.code, apijson::order(*order, OrderView::Full),
                             QStringLiteral("Order created"));
            return {};
        });
}

Flow cancelUserOrder(ApiThread &thread, const ExchangePtr &exchange)
{
    OrderCommand command;
    command.kind = OrderCommand::Kind::SetStatus;
    command.to = OrderStatus::Cancelled;
    command.reason = cleanText(exchange->body[u"reason"].string()).trimmed();
    if (command.reason.isEmpty())
        command.reason = QStringLiteral("Cancelled by the guest");
    return thread.submit(
        exchange,
        [ref = exchange->orderRef, command](WriteContext &context) {
            return orderwrites::command(context, ref, command);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            const Result<Order> order = owner.orderOf(outcome, done.principal->businessId);
            if (!order)
                return order.error();
            apijson::succeed(done, 200, apijson::newStatus(*order, std::nullopt), QStringLiteral("Order cancelled"));
            return {};
        });
}

Schema cancelSchema()
{
    return Schema::object({{QStringLiteral("reason"), Schema::string(200), Presence::Optional}});
}

} // namespace

std::vector<Route> userRoutes()
{
    using namespace routing;
    const std::vector<QueryField> page{limitField(), cursorField()};
    const Output list = answersList("OrderList", outputs::order());
    return {
        get("/user/orders", "user.orders.list", guests(), page, list, listUserOrders),
        get("/user/orders/active", "user.orders.active", guests(), page, list, listActiveUserOrders),
        get("/user/orders/{id}", "user.orders.one", guests(), {}, answers("Order", outputs::order()), oneUserOrder),
        write("POST", "/user/orders/create", "user.orders.create", guests(), Route::Body::Required, guestOrderSchema(),
              created(answers("Order", outputs::order())), createUserOrder),
        write("POST", "/user/orders/{id}/cancel", "user.orders.cancel", guests(), Route::Body::Optional, cancelSchema(),
              answers("NewStatus", outputs::newStatus()), cancelUserOrder),
    };
}

} // namespace oshaq::routes
