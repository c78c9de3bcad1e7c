// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/dispatchservice.h"

#include "models/domain/uuid7.h"
#include "models/hub/courierservice.h"
#include "models/hub/dispatchstore.h"
#include "models/hub/editrules.h"
#include "models/hub/orderstore.h"

#include <memory>
#include <utility>

namespace oshaq {

namespace {

constexpr qsizetype maxText = 300;
/// How often the service is asked where its courier is, when nothing else is said.
constexpr qint64 pollMs = 30'000;

Error notNow(const QString &message)
{
    return {ErrorCode::OrderTransitionNotAllowed, message, {}};
}

WriteOutcome outcomeOf(Order order, const Dispatch &dispatch, int code = 200)
{
    WriteOutcome outcome;
    outcome.entity = EntityKind::Order;
    outcome.entityId = order.id;
    outcome.code = code;
    outcome.values = {dispatch.id};
    outcome.order = std::make_shared<const Order>(std::move(order));
    return outcome;
}

/// The order says what its delivery says.
Result<void> follow(WriteContext &context, const Dispatch &dispatch, Order *order)
{
    OrderCarrier carrier = order->carrier;
    carrier.dispatch = dispatch.state;
    return courierwrites::setCarrier(context, order, carrier);
}

Result<WriteOutcome> store(WriteContext &context, Dispatch dispatch, Order order)
{
    ++dispatch.version;
    if (const auto updated = dispatchstore::update(context.database, dispatch, context.nowMs); !updated)
        return updated.error();
    if (const auto followed = follow(context, dispatch, &order); !followed)
        return followed.error();
    return outcomeOf(std::move(order), dispatch);
}

struct Open
{
    Order order;
    Dispatch dispatch;
};

Result<Open> openOf(WriteContext &context, const OrderRef &ref)
{
    auto order = orderstore::find(context.database, context.principal.businessId, ref);
    if (!order)
        return order.error();
    const auto dispatch = dispatchstore::ofOrder(context.database, order->businessId, order->id);
    if (!dispatch)
        return dispatch.error();
    if (!*dispatch || isOver((*dispatch)->state))
        return editrules::noSuch("delivery under way");
    return Open{std::move(*order), **dispatch};
}

/// The hub moves an order because of what a courier did, whoever is asked to note it.
Result<void> moveOrder(WriteContext &context, OrderStatus to, Order *order)
{
    OrderCommand command;
    command.to = to;
    const Principal asked = std::exchange(context.principal, [&] {
        Principal hub;
        hub.kind = Principal::Kind::System;
        hub.role = Role::Manager;
        hub.businessId = order->businessId;
        hub.label = QStringLiteral("delivery");
        return hub;
    }());
    const auto moved = orderwrites::command(context, {order->id, {}}, command);
    context.principal = asked;
    if (!moved)
        return moved.error();
    *order = *moved->order;
    return {};
}

/// As far as the order's own rules let it: food that leaves before somebody said "ready" left all the same, and the
/// kitchen says it later.
Result<void> moveAlong(WriteContext &context, DispatchState state, Order *order)
{
    if (state != DispatchState::PickedUp && state != DispatchState::Delivered)
        return {};
    if (order->status == OrderStatus::Ready) {
        if (const auto moved = moveOrder(context, OrderStatus::OutForDelivery, order); !moved)
            return moved;
    }
    if (state == DispatchState::Delivered && order->status == OrderStatus::OutForDelivery)
        return moveOrder(context, OrderStatus::Completed, order);
    return {};
}

void take(QString *field, const QString &heard)
{
    if (!heard.isEmpty())
        *field = heard.left(maxText);
}

} // namespace

Result<WriteOutcome> dispatchwrites::request(WriteContext &context, const OrderRef &ref, bool quoteOnly)
{
    auto order = orderstore::find(context.database, context.principal.businessId, ref);
    if (!order)
        return order.error();
    if (order->fulfilment != Fulfilment::Delivery)
        return notNow(QStringLiteral("Nobody carries this order to its guest."));
    if (order->status == OrderStatus::New || order->status >= OrderStatus::OutForDelivery) {
        return notNow(QStringLiteral("An order that is %1 gets no courier.").arg(orderStatusName(order->status)));
    }
    if (order->carrier.isOwn())
        return Error{ErrorCode::StillInUse, QStringLiteral("A courier of the house has this order."), {}};
    const auto last = dispatchstore::ofOrder(context.database, order->businessId, order->id);
    if (!last)
        return last.error();
    if (*last && !isOver((*last)->state))
        return Error{ErrorCode::AlreadyExists, QStringLiteral("The delivery service has this order already."), {}};
    Dispatch dispatch;
    dispatch.businessId = order->businessId;
    dispatch.orderId = order->id;
    dispatch.uuid = makeUuid7(context.nowMs);
    dispatch.state = quoteOnly ? DispatchState::Quoting : DispatchState::Wanted;
    dispatch.nextAtMs = context.nowMs;
    if (const auto inserted = dispatchstore::insert(context.database, &dispatch, context.nowMs); !inserted)
        return inserted.error();
    if (const auto followed = follow(context, dispatch, &*order); !followed)
        return followed.error();
    return outcomeOf(std::move(*order), dispatch, 201);
}

Result<WriteOutcome> dispatchwrites::confirm(WriteContext &context, const OrderRef &ref)
{
    auto open = openOf(context, ref);
    if (!open)
        return open.error();
    if (!dispatchMayBecome(open->dispatch.state, DispatchState::Wanted) ||
        open->dispatch.state != DispatchState::Quoted)
        return notNow(QStringLiteral("There is no price to say yes to."));
    open->dispatch.state = DispatchState::Wanted;
    open->dispatch.attempts = 0;
    open->dispatch.nextAtMs = context.nowMs;
    return store(context, std::move(open->dispatch), std::move(open->order));
}

Result<WriteOutcome> dispatchwrites::cancel(WriteContext &context, const OrderRef &ref)
{
    auto open = openOf(context, ref);
    if (!open)
        return open.error();
    Dispatch &dispatch = open->dispatch;
    if (dispatch.state == DispatchState::Cancelling)
        return outcomeOf(std::move(open->order), dispatch);
    const bool isUnheard = !isWithService(dispatch.state);
    const DispatchState to = isUnheard ? DispatchState::Cancelled : DispatchState::Cancelling;
    if (!dispatchMayBecome(dispatch.state, to))
        return notNow(QStringLiteral("The courier has the food already."));
    dispatch.state = to;
    dispatch.attempts = 0;
    dispatch.nextAtMs = isUnheard ? std::optional<qint64>() : std::optional(context.nowMs);
    return store(context, std::move(dispatch), std::move(open->order));
}

Result<WriteOutcome> dispatchwrites::begin(WriteContext &context, qint64 dispatchId)
{
    auto dispatch = dispatchstore::byId(context.database, context.principal.businessId, dispatchId);
    if (!dispatch)
        return dispatch.error();
    if (!*dispatch || (*dispatch)->state != DispatchState::Wanted)
        return editrules::noSuch("delivery that is wanted");
    auto order = orderstore::find(context.database, (*dispatch)->businessId, {(*dispatch)->orderId, {}});
    if (!order)
        return order.error();
    (*dispatch)->state = DispatchState::Unknown;
    // Whoever begins looks after it; should it not come back, somebody asks the service later.
    (*dispatch)->nextAtMs = context.nowMs + pollMs;
    return store(context, std::move(**dispatch), std::move(*order));
}

Result<WriteOutcome> dispatchwrites::note(WriteContext &context, qint64 dispatchId, const DispatchNews &news)
{
    const auto known = dispatchstore::byId(context.database, context.principal.businessId, dispatchId);
    if (!known)
        return known.error();
    if (!*known)
        return editrules::noSuch("delivery");
    Dispatch dispatch = **known;
    auto order = orderstore::find(context.database, dispatch.businessId, {dispatch.orderId, {}});
    if (!order)
        return order.error();
    if (isOver(dispatch.state))
        return outcomeOf(std::move(*order), dispatch);

    const bool moves = news.state && dispatchMayBecome(dispatch.state, *news.state);
    if (moves)
        dispatch.state = *news.state;
    take(&dispatch.serviceId, news.serviceId);
    take(&dispatch.courierName, news.courierName);
    take(&dispatch.courierPhone, news.courierPhone);
    take(&dispatch.trackingUrl, news.trackingUrl);
    if (news.priceMinor)
        dispatch.priceMinor = news.priceMinor;
    if (news.arrivesAtMs)
        dispatch.arrivesAtMs = news.arrivesAtMs;
    dispatch.attempts = news.failed ? dispatch.attempts + 1 : 0;
    dispatch.error = news.error.left(maxText);
    if (isOver(dispatch.state) || dispatch.state == DispatchState::Quoted)
        dispatch.nextAtMs.reset();
    else
        dispatch.nextAtMs = context.nowMs + news.nextInMs.value_or(pollMs);
    ++dispatch.version;
    if (const auto updated = dispatchstore::update(context.database, dispatch, context.nowMs); !updated)
        return updated.error();
    if (const auto followed = follow(context, dispatch, &*order); !followed)
        return followed.error();
    if (moves) {
        if (const auto moved = moveAlong(context, dispatch.state, &*order); !moved)
            return moved.error();
    }
    return outcomeOf(std::move(*order), dispatch);
}

Result<Dispatch> dispatchreads::ofOrder(sql::Database &database, qint64 businessId, const OrderRef &ref)
{
    const auto order = orderstore::find(database, businessId, ref);
    if (!order)
        return order.error();
    const auto dispatch = dispatchstore::ofOrder(database, businessId, order->id);
    if (!dispatch)
        return dispatch.error();
    if (!*dispatch)
        return editrules::noSuch("delivery");
    return **dispatch;
}

} // namespace oshaq
