// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/domain/timetext.h"
#include "models/hub/catalogservice.h"
#include "models/hub/orderservice.h"
#include "sync/protocol/commandjson.h"
#include "sync/protocol/orderjson.h"
#include "sync/protocol/outputs.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/routebuilder.h"

namespace oshaq::routes {

namespace {

OrderView viewOf(const Exchange &exchange)
{
    return orderViewFor(exchange.principal->role);
}

/// Of an answer to a command: a screen folds it into its cache, which is the screen's and not of who stands at it.
OrderView screenViewOf(const Exchange &exchange)
{
    return orderViewFor(exchange.principal->ownRole());
}

/// A command on the order of the path; `render` gets the order as the command left it.
Flow submitOrderCommand(ApiThread &thread, const ExchangePtr &exchange, const OrderCommand &command,
                        void (*render)(Exchange &, const Order &))
{
    const OrderRef ref = exchange->orderRef;
    return thread.submit(
        exchange, [ref, command](WriteContext &context) { return orderwrites::command(context, ref, command); },
        [render](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            const Result<Order> order = owner.orderOf(outcome, done.principal->businessId);
            if (!order)
                return order.error();
            render(done, *order);
            return {};
        });
}

/// With the whole order added: a terminal folds it into its cache and needs no second request.
void renderStatusWithOrder(Exchange &exchange, const Order &order)
{
    apijson::succeed(exchange, 200, apijson::newStatus(order, screenViewOf(exchange)),
                     QStringLiteral("Order status updated successfully"));
}

/// Everybody else gets the seed's shape and nothing more.
void renderStatus(Exchange &exchange, const Order &order)
{
    if (exchange.principal->kind == Principal::Kind::Terminal)
        return renderStatusWithOrder(exchange, order);
    apijson::succeed(exchange, 200, apijson::newStatus(order, std::nullopt),
                     QStringLiteral("Order status updated successfully"));
}

void renderLines(Exchange &exchange, const Order &order)
{
    apijson::succeed(exchange, 200, apijson::newStatus(order, screenViewOf(exchange)),
                     QStringLiteral("Order lines updated successfully"));
}

void renderPriority(Exchange &exchange, const Order &order)
{
    apijson::succeed(exchange, 200, apijson::newStatus(order, screenViewOf(exchange)),
                     order.priority ? QStringLiteral("Order goes first") : QStringLiteral("Order waits its turn"));
}

void renderRecall(Exchange &exchange, const Order &order)
{
    apijson::succeed(exchange, 200, apijson::newStatus(order, screenViewOf(exchange)),
                     QStringLiteral("Order recalled"));
}

std::optional<qint64> timeOf(const QueryValues &query, QStringView name)
{
    const QString text = queryValue(query, name);
    if (text.isNull())
        return std::nullopt;
    return fromIso(QString(text).replace(u' ', u'+'));
}

/// Null: not given.
std::optional<qint64> idOf(const QueryValues &query, QStringView name)
{
    const QString text = queryValue(query, name);
    return text.isNull() ? std::nullopt : std::optional(text.toLongLong());
}

void readSort(const QString &text, OrderFilter *filter)
{
    const QString field = text.startsWith(u'-') ? text.mid(1) : text;
    filter->oldestFirst = !text.isEmpty() && !text.startsWith(u'-');
    if (field == u"total")
        filter->sort = OrderSort::Total;
    else if (field == u"number")
        filter->sort = OrderSort::Number;
}

OrderFilter readFilter(const Exchange &exchange)
{
    const QueryValues &query = exchange.query;
    OrderFilter filter;
    if (const QString text = queryValue(query, u"status"); !text.isNull()) {
        for (const QString &code : text.split(u',')) {
            if (const auto status = orderStatusFromCode(code.toLongLong()))
                filter.statuses.push_back(*status);
        }
    }
    filter.fromMs = timeOf(query, u"from");
    filter.toMs = timeOf(query, u"to");
    if (const QString text = queryValue(query, u"fulfilment"); !text.isNull())
        filter.fulfilment = fulfilmentFromText(text);
    if (const QString text = queryValue(query, u"payment"); !text.isNull()) {
        for (const QString &code : text.split(u',')) {
            if (const auto state = paymentStateFromText(code))
                filter.payments.push_back(*state);
        }
    }
    filter.personId = idOf(query, u"user");
    filter.stationId = idOf(query, u"station");
    filter.terminalId = idOf(query, u"terminal");
    filter.table = cleanText(queryValue(query, u"table"));
    filter.search = searchTextFrom(queryValue(query, u"q"));
    filter.searchesPersonal = viewOf(exchange) == OrderView::Full;
    readSort(queryValue(query, u"sort"), &filter);
    if (const QString text = queryValue(query, u"limit"); !text.isNull())
        filter.limit = text.toInt();
    filter.cursor = queryValue(query, u"cursor");
    return filter;
}

Flow answerPage(Exchange &exchange, const Result<OrderPage> &page)
{
    if (!page)
        return refuse(exchange, page.error());
    exchange.response.status = 200;
    exchange.success = apijson::orderPage(*page, viewOf(exchange));
    return Flow::Answer;
}

Flow listOrders(ApiThread &thread, const ExchangePtr &exchange)
{
    const OrderFilter filter = readFilter(*exchange);
    // What is not shown is not found by asking either.
    if (viewOf(*exchange) != OrderView::Full && (!filter.payments.empty() || filter.personId)) {
        exchange->refuse(
            ErrorCode::Forbidden,
            QStringLiteral("A %1 may not ask for payments and guests.").arg(roleText(exchange->principal->role)));
        return Flow::Answer;
    }
    const qint64 businessId = exchange->principal->businessId;
    // Words may be in none of a year's orders, and a few open orders anywhere among their totals: then all of them are
    // looked at, which is not for a thread that others wait for.
    const bool mayTakeLong = filter.sort != OrderSort::PlacedAt || !filter.search.isEmpty() || filter.stationId ||
                             filter.terminalId || !filter.table.isEmpty();
    if (mayTakeLong) {
        const auto shelf = thread.shared().searchShelf;
        return thread.offload(exchange, [filter, businessId, shelf](Result<sql::Database *> database) {
            Result<OrderPage> page = database ? orderreads::list(**database, businessId, filter, shelf.get())
                                              : Result<OrderPage>(database.error());
            return [page = std::move(page)](ApiThread &, const ExchangePtr &done) { return answerPage(*done, page); };
        });
    }
    const OrderView view = viewOf(*exchange);
    return thread.answerCached(exchange, AnswerCache::Kind::Orders,
                               QByteArray::number(businessId) + ' ' + QByteArray::number(static_cast<int>(view)) + '?' +
                                   exchange->request.query,
                               thread.shared().versions.orders(), {"private, no-cache"},
                               [&](sql::Database &database) -> Result<Exchange::Success> {
                                   const auto page = orderreads::list(database, businessId, filter);
                                   if (!page)
                                       return page.error();
                                   return apijson::orderPage(*page, view);
                               });
}

Flow createStaffOrder(ApiThread &thread, const ExchangePtr &exchange)
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
            done.addHeader("Location", "/api/v1/business/orders/" + QByteArray::number(order->id));
            apijson::succeed(done, outcome.code, apijson::order(*order, screenViewOf(done)),
                             QStringLiteral("Order created"));
            return {};
        });
}

Flow oneOrder(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto order = orderreads::one(**database, exchange->principal->businessId, exchange->orderRef);
    if (!order)
        return refuse(*exchange, order.error());
    apijson::succeed(*exchange, 200, apijson::order(*order, viewOf(*exchange)), QStringLiteral("OK"));
    return Flow::Answer;
}

Flow setOrderStatus(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto command = readStatusCommand(exchange->body);
    if (!command)
        return refuse(*exchange, command.error());
    return submitOrderCommand(thread, exchange, *command, renderStatus);
}

Flow changeLines(ApiThread &thread, const ExchangePtr &exchange)
{
    if (exchange->body[u"action"].string() != u"add") {
        const auto command = readLinesCommand(exchange->body);
        if (!command)
            return refuse(*exchange, command.error());
        return submitOrderCommand(thread, exchange, *command, renderLines);
    }

    // Selling more is not the kitchen's business, though the path is: the table knows paths only.
    constexpr RoleMask mayAdd = roleBit(Role::Owner) | roleBit(Role::Manager) | roleBit(Role::Counter);
    if ((roleBit(exchange->principal->role) & mayAdd) == 0) {
        exchange->refuse(ErrorCode::Forbidden,
                         QStringLiteral("A %1 may not add lines.").arg(roleText(exchange->principal->role)));
        return Flow::Answer;
    }
    auto lines = readAddLines(exchange->body);
    if (!lines)
        return refuse(*exchange, lines.error());
    return thread.submit(
        exchange,
        [ref = exchange->orderRef, added = std::move(lines).value()](WriteContext &context) {
            return orderwrites::addLines(context, ref, added);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            const Result<Order> order = owner.orderOf(outcome, done.principal->businessId);
            if (!order)
                return order.error();
            renderLines(done, *order);
            return {};
        });
}

Flow recallOrder(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto command = readRecallCommand(exchange->body);
    if (!command)
        return refuse(*exchange, command.error());
    return submitOrderCommand(thread, exchange, *command, renderRecall);
}

Flow prioritiseOrder(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto command = readPriorityCommand(exchange->body);
    if (!command)
        return refuse(*exchange, command.error());
    return submitOrderCommand(thread, exchange, *command, renderPriority);
}

Flow orderStats(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const qint64 businessId = exchange->principal->businessId;
    const auto stats = orderreads::stats(**database, businessId, thread.nowMs());
    if (!stats)
        return refuse(*exchange, stats.error());
    const auto business = thread.business(businessId);
    if (!business)
        return refuse(*exchange, business.error());
    const Result<Currency> currency = Currency::fromCode(business->currency);
    if (!currency)
        return refuse(*exchange, Error{ErrorCode::Internal, currency.error().message, {}});

    const auto maybe = [](JsonWriter &json, qint64 ms) { ms < 0 ? json.null() : json.value(ms); };
    JsonWriter json;
    json.beginObject();
    json.key("by_status").beginArray();
    for (const auto &[status, count] : stats->byStatus) {
        json.beginObject();
        json.key("status").value(static_cast<qint64>(status));
        json.key("status_name").value(orderStatusName(status));
        json.key("count").value(qint64(count));
        json.endObject();
    }
    json.endArray();
    json.key("orders_today").value(qint64(stats->ordersToday));
    // Takings are not the kitchen's to know.
    if (viewOf(*exchange) == OrderView::Full) {
        json.key("revenue_today").raw(formatMajorUnits(stats->revenueTodayMinor, *currency));
        json.key("average_check").raw(formatMajorUnits(stats->averageCheckMinor, *currency));
        json.key("currency").value(business->currency);
    }
    json.key("painted").beginObject();
    json.key("count").value(qint64(stats->paintedCount));
    maybe(json.key("p50_ms"), stats->paintedP50Ms);
    maybe(json.key("p95_ms"), stats->paintedP95Ms);
    maybe(json.key("max_ms"), stats->paintedMaxMs);
    json.endObject();
    json.endObject();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"));
    return Flow::Answer;
}

Schema fulfilments()
{
    QStringList values;
    for (const Fulfilment fulfilment : allFulfilments)
        values.append(fulfilmentText(fulfilment));
    return Schema::oneOf(values);
}

Schema payments()
{
    QStringList states;
    for (const PaymentState state : allPaymentStates)
        states.append(paymentStateText(state));
    return Schema::array(Schema::oneOf(states), 1, int(allPaymentStates.size())).unique();
}

std::vector<QueryField> orderListQuery()
{
    using namespace routing;
    return {queryField("status", Schema::array(Schema::integer(1, 7), 1, 7).unique()),
            queryField("from", Schema::dateTime()),
            queryField("to", Schema::dateTime()),
            queryField("fulfilment", fulfilments()),
            queryField("payment", payments().described(QStringLiteral("How far they are paid; not for kitchens and "
                                                                      "couriers."))),
            queryField("user", Schema::id().described(QStringLiteral(
                                   "Of this guest, and of everybody with the same phone; not for kitchens and "
                                   "couriers."))),
            queryField("station", Schema::id()),
            queryField("terminal", Schema::id()),
            queryField("table", Schema::string(50, 1)),
            queryField("q",
                       Schema::string(100, 1).described(QStringLiteral(
                           "Words of number, guest or items, in any case; or a whole phone or its last four digits."))),
            queryField("sort", Schema::oneOf({QStringLiteral("placed_at"), QStringLiteral("-placed_at"),
                                              QStringLiteral("total"), QStringLiteral("-total"),
                                              QStringLiteral("number"), QStringLiteral("-number")})),
            limitField(),
            cursorField()};
}

} // namespace

std::vector<Route> orderRoutes()
{
    using namespace routing;
    constexpr auto needed = Route::Body::Required;
    constexpr auto optional = Route::Body::Optional;
    const Permission floor = only(floorRoles);
    const Permission kitchen = only(kitchenRoles);
    const Permission staff = only(staffRoles);
    return {
        get("/business/orders", "business.orders.list", staff, orderListQuery(),
            answersList("OrderList", outputs::order()), listOrders),
        arrivesLate(write("POST", "/business/orders", "business.orders.create", floor, needed, staffOrderSchema(),
                          created(answers("Order", outputs::order())), createStaffOrder)),
        get("/business/orders/stats", "business.orders.stats", kitchen, {},
            answers("OrderStats", outputs::orderStats()), orderStats),
        get("/business/orders/{id}", "business.orders.one", staff, {}, answers("Order", outputs::order()), oneOrder),
        arrivesLate(write("PATCH", "/business/orders/{id}/status", "business.orders.status", staff, needed,
                          statusCommandSchema(), answers("NewStatus", outputs::newStatus()), setOrderStatus)),
        arrivesLate(write("POST", "/business/orders/{id}/status", "business.orders.status.post", staff, needed,
                          statusCommandSchema(), answers("NewStatus", outputs::newStatus()), setOrderStatus)),
        arrivesLate(withChoice(write("PATCH", "/business/orders/{id}/lines", "business.orders.lines", kitchen, needed,
                                     linesCommandSchema(), answers("NewStatus", outputs::newStatus()), changeLines),
                               "action", "add", addLinesSchema())),
        arrivesLate(write("POST", "/business/orders/{id}/recall", "business.orders.recall", kitchen, optional,
                          recallCommandSchema(), answers("NewStatus", outputs::newStatus()), recallOrder)),
        arrivesLate(write("POST", "/business/orders/{id}/priority", "business.orders.priority", kitchen, needed,
                          priorityCommandSchema(), answers("NewStatus", outputs::newStatus()), prioritiseOrder)),
    };
}

} // namespace oshaq::routes
