// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/courierservice.h"

#include "models/domain/payment.h"
#include "models/hub/businessstore.h"
#include "models/hub/deliveryzones.h"
#include "models/hub/editrules.h"
#include "models/hub/journalstore.h"
#include "models/hub/orderloader.h"
#include "models/hub/orderstore.h"
#include "models/hub/sqlvalues.h"
#include "models/hub/staffstore.h"

#include <QJsonObject>

#include <memory>

namespace oshaq {

namespace {

constexpr int mostOrders = 200;

Error forbidden(const QString &message)
{
    return {ErrorCode::Forbidden, message, {}};
}

/// What a courier may say of an order by themselves.
Result<void> checkCourier(const WriteContext &context, const Order &order, const DeliveryEdit &edit)
{
    if (context.principal.role != Role::Courier)
        return {};
    if (edit.place.isGiven())
        return forbidden(QStringLiteral("A courier does not change what a delivery costs."));
    const auto self = courierreads::staffIdOf(context.principal);
    if (!self)
        return forbidden(QStringLiteral("Sign in first: nobody knows who carries it."));
    const auto &has = order.carrier.courierId;
    if (has && has != self)
        return forbidden(QStringLiteral("Another courier has this order."));
    if (edit.courierId && *edit.courierId && **edit.courierId != *self)
        return forbidden(QStringLiteral("A courier takes orders for themselves only."));
    return {};
}

Result<void> checkOrder(const Order &order)
{
    if (order.fulfilment != Fulfilment::Delivery)
        return editrules::invalid("courier_id", QStringLiteral("Nobody carries this order to its guest."));
    if (!isClosed(order.status))
        return {};
    return Error{ErrorCode::OrderTransitionNotAllowed,
                 QStringLiteral("An order that is %1 is not edited any more.").arg(orderStatusName(order.status)),
                 {}};
}

Result<void> giveTo(WriteContext &context, std::optional<qint64> courierId, Order *order)
{
    if (courierId == order->carrier.courierId)
        return {};
    if (courierId && order->carrier.isService()) {
        return Error{
            ErrorCode::StillInUse, QStringLiteral("The delivery service has this order; call it off first."), {}};
    }
    order->carrier.courierId = courierId;
    order->carrier.courierName.clear();
    if (!courierId)
        return {};
    const auto courier = staffstore::find(context.database, order->businessId, *courierId);
    if (!courier && courier.error().code != ErrorCode::NotFound)
        return courier.error();
    if (!courier || courier->role != Role::Courier || !courier->active)
        return editrules::invalid("courier_id", QStringLiteral("There is no such courier."));
    order->carrier.courierName = courier->name;
    return {};
}

Result<void> setFee(WriteContext &context, const DeliveryPlace &place, Order *order)
{
    const auto business = businessstore::find(context.database, order->businessId);
    if (!business)
        return business.error();
    if (const auto set = setDeliveryFee(context.database, place, *business, order); !set)
        return set;
    if (order->payment.paidMinor + order->payment.pendingMinor > order->cost.totalMinor) {
        return Error{ErrorCode::PaymentNotAllowed,
                     QStringLiteral("More was paid than the order would cost; give the difference back first."),
                     {}};
    }
    return {};
}

Result<void> journal(WriteContext &context, const Order &order)
{
    const OrderCarrier &carrier = order.carrier;
    QJsonObject payload{{QStringLiteral("delivery"), order.cost.deliveryMinor},
                        {QStringLiteral("total"), order.cost.totalMinor}};
    if (carrier.courierId)
        payload.insert(QStringLiteral("courier"), *carrier.courierId);
    if (carrier.dispatch)
        payload.insert(QStringLiteral("dispatch"), dispatchStateText(*carrier.dispatch));
    const auto written = journalstore::append(context, order.businessId,
                                              {EntityKind::Order, order.id, order.version,
                                               QStringLiteral("order.delivery"), payload, orderstore::digest(order)});
    if (!written)
        return written.error();
    return {};
}

WriteOutcome outcomeOf(Order order)
{
    WriteOutcome outcome;
    outcome.entity = EntityKind::Order;
    outcome.entityId = order.id;
    outcome.order = std::make_shared<const Order>(std::move(order));
    return outcome;
}

} // namespace

Result<WriteOutcome> courierwrites::edit(WriteContext &context, const OrderRef &ref, const DeliveryEdit &edit)
{
    const auto found = orderstore::find(context.database, context.principal.businessId, ref);
    if (!found)
        return found.error();
    Order order = *found;
    if (const auto checked = checkOrder(order); !checked)
        return checked.error();
    if (const auto checked = checkCourier(context, order, edit); !checked)
        return checked.error();
    if (edit.courierId) {
        if (const auto given = giveTo(context, *edit.courierId, &order); !given)
            return given.error();
    }
    if (edit.place.isGiven()) {
        if (const auto set = setFee(context, edit.place, &order); !set)
            return set.error();
    }
    if (order == *found)
        return outcomeOf(std::move(order));
    ++order.version;
    if (const auto updated = orderstore::updateCarrier(context.database, order, context.nowMs); !updated)
        return updated.error();
    if (order.cost != found->cost) {
        if (const auto updated = orderstore::updateCost(context.database, order, context.nowMs); !updated)
            return updated.error();
    }
    if (const auto written = journal(context, order); !written)
        return written.error();
    return outcomeOf(std::move(order));
}

Result<void> courierwrites::setCarrier(WriteContext &context, Order *order, const OrderCarrier &carrier)
{
    if (order->carrier == carrier)
        return {};
    order->carrier = carrier;
    ++order->version;
    if (const auto updated = orderstore::updateCarrier(context.database, *order, context.nowMs); !updated)
        return updated;
    return journal(context, *order);
}

std::optional<qint64> courierreads::staffIdOf(const Principal &principal)
{
    if (principal.operatorId > 0)
        return principal.operatorId;
    if (principal.kind == Principal::Kind::Staff)
        return principal.id;
    return std::nullopt;
}

Result<std::vector<Courier>> courierreads::list(sql::Database &database, qint64 businessId, qint64 nowMs)
{
    auto rows = database.query(
        QStringLiteral(
            "SELECT s.staff_id, s.name,"
            " EXISTS (SELECT 1 FROM staff_shifts w WHERE w.staff_id = s.staff_id AND w.ended_at IS NULL"
            " AND w.ends_by > ?),"
            " (SELECT count(*) FROM orders o WHERE o.courier_id = s.staff_id AND o.status < 6)"
            " FROM staff s WHERE s.business_id = ? AND s.role = 'courier' AND s.active = 1 AND s.deleted_at IS NULL"
            " ORDER BY s.name, s.staff_id"),
        {nowMs, businessId});
    if (!rows)
        return rows.error();
    std::vector<Courier> couriers;
    while (rows->next())
        couriers.push_back({rows->integer(0), rows->text(1), rows->integer(2) != 0, int(rows->integer(3))});
    if (rows->failed())
        return hubsql::readFailed();
    return couriers;
}

Result<std::vector<Order>> courierreads::ordersOf(sql::Database &database, qint64 businessId,
                                                  std::optional<qint64> courierId)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    std::vector<Order> orders;
    if (courierId) {
        auto own = orderloader::read(
            database,
            QStringLiteral("WHERE o.courier_id = ? AND o.status < 6 AND +o.business_id = ? ORDER BY o.placed_at,"
                           " o.order_id LIMIT ?"),
            {*courierId, businessId, mostOrders});
        if (!own)
            return own;
        orders = std::move(*own);
    }
    auto free = orderloader::read(
        database,
        QStringLiteral("WHERE o.business_id = ? AND o.status BETWEEN 2 AND 4 AND o.fulfilment = 'delivery'"
                       " AND o.courier_id IS NULL AND o.dispatch IN ('', 'cancelled', 'failed')"
                       " ORDER BY o.placed_at, o.order_id LIMIT ?"),
        {businessId, mostOrders});
    if (!free)
        return free;
    orders.insert(orders.end(), std::make_move_iterator(free->begin()), std::make_move_iterator(free->end()));
    return orders;
}

} // namespace oshaq
