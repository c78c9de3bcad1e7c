// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/orderstore.h"

#include "models/hub/canonicalhash.h"
#include "models/hub/orderloader.h"
#include "models/hub/ordersearch.h"
#include "models/hub/sqlvalues.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace oshaq {

namespace {

Error noSuchOrder()
{
    return {ErrorCode::NotFound, QStringLiteral("There is no such order."), {}};
}

Result<void> insertRows(sql::Database &database, const Order &order, std::vector<OrderLine> *lines, qint64 nowMs)
{
    auto insert = database.prepare(QStringLiteral(
        "INSERT INTO orders_items (order_id, business_id, item_id, name, quantity, price, options, note, status,"
        " status_at, station_id, course, prep_seconds, added_at, fired_at, held, version, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    if (!insert)
        return insert.error();
    for (OrderLine &line : *lines) {
        const auto inserted =
            insert->exec({order.id, order.businessId, line.itemId, line.name, line.quantity, line.priceMinor,
                          orderloader::optionsText(line.options), line.note, int(line.status), line.statusAtMs,
                          hubsql::optionalId(line.stationId), line.course, line.prepSeconds, line.addedAtMs,
                          line.firedAtMs, int(line.held), line.version, nowMs});
        if (!inserted)
            return inserted;
        line.id = insert->lastInsertId();
    }
    return {};
}

/// 0: none was given on that day.
Result<qint64> lastNumber(sql::Database &database, qint64 businessId, const QDate &day, const QString &letters)
{
    auto rows = database.query(
        QStringLiteral("SELECT last FROM order_numbers WHERE business_id = ? AND business_day = ? AND letter = ?"),
        {businessId, day.toString(Qt::ISODate), letters});
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    return *found ? rows->integer(0) : 0;
}

Result<void> keepLastNumber(sql::Database &database, qint64 businessId, const QDate &day, const OrderNumber &last,
                            bool isFirst)
{
    return database.run(
        isFirst
            ? QStringLiteral("INSERT INTO order_numbers (last, business_id, business_day, letter) VALUES (?, ?, ?, ?)")
            : QStringLiteral(
                  "UPDATE order_numbers SET last = ? WHERE business_id = ? AND business_day = ? AND letter = ?"),
        {last.count, businessId, day.toString(Qt::ISODate), last.letters});
}

} // namespace

Result<Order> orderstore::find(sql::Database &database, qint64 businessId, const OrderRef &ref)
{
    auto order = orderloader::one(database, businessId, ref);
    if (!order)
        return order.error();
    if (!*order)
        return noSuchOrder();
    return std::move(**order);
}

Result<std::vector<Order>> orderstore::findMany(sql::Database &database, qint64 businessId,
                                                const std::vector<qint64> &ids)
{
    return orderloader::read(database,
                             QStringLiteral("WHERE o.order_id") + hubsql::inIds() +
                                 QStringLiteral("AND +o.business_id = ? ORDER BY o.order_id"),
                             {hubsql::idArray(ids), businessId});
}

Result<std::vector<Order>> orderstore::openAndClosedSince(sql::Database &database, qint64 businessId,
                                                          qint64 closedSinceMs, int mostOpen)
{
    auto orders = orderloader::read(
        database,
        QStringLiteral("WHERE o.business_id = ? AND o.status < 6 ORDER BY o.placed_at DESC, o.order_id DESC LIMIT ?"),
        {businessId, mostOpen});
    if (!orders)
        return orders;
    auto closed = orderloader::read(
        database, QStringLiteral("WHERE o.business_id = ? AND o.status >= 6 AND o.status_at >= ? ORDER BY o.status_at"),
        {businessId, closedSinceMs});
    if (!closed)
        return closed;
    orders->insert(orders->end(), std::make_move_iterator(closed->begin()), std::make_move_iterator(closed->end()));
    std::sort(orders->begin(), orders->end(), [](const Order &a, const Order &b) {
        return std::pair(a.placedAtMs, a.id) < std::pair(b.placedAtMs, b.id);
    });
    return orders;
}

Result<qint64> orderstore::countOpen(sql::Database &database, qint64 businessId)
{
    // The time is what makes the planner take the index of open orders, and not one that every order is in.
    auto rows = database.query(
        QStringLiteral("SELECT count(*) FROM orders o WHERE o.business_id = ? AND o.status < 6 AND o.placed_at > ?"),
        {businessId, std::numeric_limits<qint64>::min()});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return hubsql::readFailed();
    return rows->integer(0);
}

Result<bool> orderstore::uuidExists(sql::Database &database, qint64 businessId, const QString &uuid)
{
    auto rows = database.query(QStringLiteral("SELECT 1 FROM orders WHERE business_id = ? AND order_uuid = ?"),
                               {businessId, uuid});
    if (!rows)
        return rows.error();
    return hubsql::nextRow(*rows);
}

Result<QString> orderstore::nextNumber(sql::Database &database, qint64 businessId, const QDate &day,
                                       const QString &letters)
{
    const auto last = lastNumber(database, businessId, day, letters);
    if (!last)
        return last.error();
    if (const auto kept = keepLastNumber(database, businessId, day, {letters, *last + 1}, *last == 0); !kept)
        return kept.error();
    return orderNumberText({letters, *last + 1});
}

Result<QString> orderstore::givenNumber(sql::Database &database, qint64 businessId, const QDate &day,
                                        const OrderNumber &number)
{
    const QString text = orderNumberText(number);
    {
        auto rows = database.query(
            QStringLiteral("SELECT 1 FROM orders WHERE business_id = ? AND business_day = ? AND number = ?"),
            {businessId, day.toString(Qt::ISODate), text});
        if (!rows)
            return rows.error();
        const auto taken = hubsql::nextRow(*rows);
        if (!taken)
            return taken.error();
        if (*taken)
            return nextNumber(database, businessId, day, number.letters);
    }
    const auto last = lastNumber(database, businessId, day, number.letters);
    if (!last)
        return last.error();
    if (*last < number.count) {
        if (const auto kept = keepLastNumber(database, businessId, day, number, *last == 0); !kept)
            return kept.error();
    }
    return text;
}

Result<void> orderstore::insert(sql::Database &database, Order *order, const QDate &day, qint64 nowMs,
                                const QString &alsoCalled)
{
    {
        auto inserted = database.query(
            QStringLiteral(
                "INSERT INTO orders (order_uuid, user_id, business_id, address_id, number, business_day, fulfilment,"
                " table_name, covers, note, allergy, placed_at, promised_at, status, status_at, cancel_reason,"
                " version, created_at, updated_at, payment_state, paid, pending, payment_methods, source, "
                "source_number,"
                " accept_by, refuse_by, source_paid)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {order->uuid,
             order->userId == 0 ? QVariant() : QVariant(order->userId),
             order->businessId,
             hubsql::optionalId(order->addressId),
             order->number,
             day.toString(Qt::ISODate),
             fulfilmentText(order->fulfilment),
             order->table,
             order->covers,
             order->note,
             order->allergy,
             order->placedAtMs,
             order->promisedAtMs,
             int(order->status),
             order->statusAtMs,
             order->cancelReason,
             order->version,
             nowMs,
             nowMs,
             paymentStateText(order->payment.state),
             order->payment.paidMinor,
             order->payment.pendingMinor,
             order->payment.methods.join(u','),
             order->origin.source,
             order->origin.number,
             order->origin.acceptByMs,
             order->origin.refuseByMs,
             int(order->origin.paid)});
        if (!inserted)
            return inserted.error();
        order->id = inserted->lastInsertId();
    }
    const OrderEffect::StatusStep first{order->status, order->statusAtMs, order->cancelReason, false};
    if (const auto added = addHistory(database, *order, first, nowMs); !added)
        return added;
    const OrderCost &cost = order->cost;
    const auto costed = database.run(
        QStringLiteral(
            "INSERT INTO orders_cost (order_id, business_id, subtotal, delivery_cost, total_cost, currency, tax_rate,"
            " tax, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {order->id, order->businessId, cost.subtotalMinor, cost.deliveryMinor, cost.totalMinor, cost.currency.code(),
         cost.taxRate, cost.taxMinor, nowMs, nowMs});
    if (!costed)
        return costed;
    if (const auto inserted = insertRows(database, *order, &order->lines, nowMs); !inserted)
        return inserted;
    return ordersearch::insert(database, *order, alsoCalled);
}

Result<void> orderstore::insertLines(sql::Database &database, const Order &order, std::vector<OrderLine> *lines,
                                     qint64 nowMs)
{
    if (const auto inserted = insertRows(database, order, lines, nowMs); !inserted)
        return inserted;
    return ordersearch::appendLines(database, order, *lines);
}

Result<void> orderstore::updateHead(sql::Database &database, const Order &order, qint64 nowMs)
{
    return database.run(
        QStringLiteral("UPDATE orders SET status = ?, status_at = ?, cancel_reason = ?, priority = ?, version = ?,"
                       " updated_at = ?"
                       " WHERE order_id = ? AND business_id = ?"),
        {int(order.status), order.statusAtMs, order.cancelReason, int(order.priority), order.version, nowMs, order.id,
         order.businessId});
}

Result<void> orderstore::updateDetails(sql::Database &database, const Order &order, qint64 nowMs)
{
    return database.run(QStringLiteral("UPDATE orders SET note = ?, table_name = ?, allergy = ?, covers = ?,"
                                       " promised_at = ?, version = ?, updated_at = ?"
                                       " WHERE order_id = ? AND business_id = ?"),
                        {order.note, order.table, order.allergy, order.covers, order.promisedAtMs, order.version, nowMs,
                         order.id, order.businessId});
}

Result<void> orderstore::updateCost(sql::Database &database, const Order &order, qint64 nowMs)
{
    const auto costed =
        database.run(QStringLiteral("UPDATE orders_cost SET subtotal = ?, delivery_cost = ?, total_cost = ?, tax = ?,"
                                    " updated_at = ?"
                                    " WHERE order_id = ? AND business_id = ?"),
                     {order.cost.subtotalMinor, order.cost.deliveryMinor, order.cost.totalMinor, order.cost.taxMinor,
                      nowMs, order.id, order.businessId});
    if (!costed)
        return costed;
    return updatePayment(database, order, nowMs);
}

Result<void> orderstore::updatePayment(sql::Database &database, const Order &order, qint64 nowMs)
{
    return database.run(
        QStringLiteral("UPDATE orders SET payment_state = ?, paid = ?, pending = ?, payment_methods = ?, version = ?,"
                       " updated_at = ? WHERE order_id = ? AND business_id = ?"),
        {paymentStateText(order.payment.state), order.payment.paidMinor, order.payment.pendingMinor,
         order.payment.methods.join(u','), order.version, nowMs, order.id, order.businessId});
}

Result<void> orderstore::updateCarrier(sql::Database &database, const Order &order, qint64 nowMs)
{
    return database.run(QStringLiteral("UPDATE orders SET courier_id = ?, dispatch = ?, version = ?, updated_at = ?"
                                       " WHERE order_id = ? AND business_id = ?"),
                        {hubsql::optionalId(order.carrier.courierId),
                         order.carrier.dispatch ? dispatchStateText(*order.carrier.dispatch) : QStringLiteral(""),
                         order.version, nowMs, order.id, order.businessId});
}

Result<void> orderstore::updateLine(sql::Database &database, const Order &order, const OrderLine &line,
                                    const QString &voidReason)
{
    return database.run(
        QStringLiteral("UPDATE orders_items SET status = ?, status_at = ?, fired_at = ?, held = ?, version = ?,"
                       " void_reason = ?"
                       " WHERE order_item_id = ? AND order_id = ?"),
        {int(line.status), line.statusAtMs, line.firedAtMs, int(line.held), line.version,
         line.status == LineStatus::Voided ? voidReason : QString(), line.id, order.id});
}

Result<void> orderstore::moveLines(sql::Database &database, const Order &from, const Order &to,
                                   const std::vector<qint64> &lineIds)
{
    if (lineIds.empty())
        return {};
    return database.run(
        QStringLiteral("UPDATE orders_items SET order_id = ?, version = version + 1 WHERE order_item_id") +
            hubsql::inIds() + QStringLiteral("AND order_id = ? AND business_id = ?"),
        {to.id, hubsql::idArray(lineIds), from.id, from.businessId});
}

Result<void> orderstore::updateQuantity(sql::Database &database, const Order &order, const OrderLine &line)
{
    return database.run(QStringLiteral("UPDATE orders_items SET quantity = ?, version = ?"
                                       " WHERE order_item_id = ? AND order_id = ?"),
                        {line.quantity, line.version, line.id, order.id});
}

Result<void> orderstore::updateWords(sql::Database &database, const Order &order)
{
    return ordersearch::replace(database, order);
}

Result<void> orderstore::addHistory(sql::Database &database, const Order &order, const OrderEffect::StatusStep &step,
                                    qint64 nowMs)
{
    return database.run(
        QStringLiteral("INSERT INTO order_status (order_id, business_id, status, timestamp, isCanceled, is_recall,"
                       " reason, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        {order.id, order.businessId, int(step.status), step.atMs, int(step.status == OrderStatus::Cancelled),
         int(step.recall), step.reason, nowMs});
}

QByteArray orderstore::digest(const Order &order)
{
    CanonicalHash hash("oshaq.order.4");
    hash.add(order.id)
        .add(order.uuid)
        .add(order.businessId)
        .add(order.number)
        .add(fulfilmentText(order.fulfilment))
        .add(order.table)
        .add(qint64{order.covers})
        .add(order.userId)
        .add(order.addressId)
        .add(order.placedAtMs)
        .add(order.promisedAtMs)
        .add(qint64(order.status))
        .add(order.statusAtMs)
        .add(order.cost.subtotalMinor)
        .add(order.cost.deliveryMinor)
        .add(order.cost.totalMinor)
        .add(order.cost.currency.code())
        .add(order.cost.taxRate)
        .add(order.cost.taxMinor)
        .add(paymentStateText(order.payment.state))
        .add(order.payment.paidMinor)
        .add(order.payment.pendingMinor)
        .add(order.payment.methods.join(u','))
        .add(qint64{order.priority})
        .add(order.carrier.courierId)
        .add(order.carrier.dispatch ? dispatchStateText(*order.carrier.dispatch) : QString())
        .add(order.origin.source)
        .add(order.origin.number)
        .add(order.origin.acceptByMs)
        .add(order.origin.refuseByMs)
        .add(qint64{order.origin.paid})
        .add(order.version)
        .add(qint64(order.lines.size()));
    for (const OrderLine &line : order.lines) {
        hash.add(line.id)
            .add(line.itemId)
            .add(line.name)
            .add(line.quantity)
            .add(line.priceMinor)
            .add(qint64(line.status))
            .add(line.statusAtMs)
            .add(line.stationId)
            .add(qint64{line.course})
            .add(line.addedAtMs)
            .add(line.firedAtMs)
            .add(qint64{line.held})
            .add(line.version)
            .add(qint64(line.options.size()));
        for (const OrderLineOption &option : line.options)
            hash.add(option.optionId).add(option.name).add(option.priceMinor);
    }
    return hash.result();
}

} // namespace oshaq
