// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "models/domain/ordercommand.h"
#include "models/domain/ordernumber.h"
#include "models/domain/result.h"
#include "models/hub/orderservice.h"
#include "models/sql/database.h"

#include <QByteArray>
#include <QDate>

#include <vector>

namespace oshaq {

/// The aggregate of orders, order_status, orders_cost, orders_items and order_numbers. Every statement is scoped by its
/// business. Guest names, phones and addresses are joined, never copied.
namespace orderstore {

/// NotFound also for another business's order.
Result<Order> find(sql::Database &database, qint64 businessId, const OrderRef &ref);
/// The orders among `ids` that exist, by id.
Result<std::vector<Order>> findMany(sql::Database &database, qint64 businessId, const std::vector<qint64> &ids);
/// The `mostOpen` newest open orders and those closed at `closedSinceMs` or later, by time of placing.
Result<std::vector<Order>> openAndClosedSince(sql::Database &database, qint64 businessId, qint64 closedSinceMs,
                                              int mostOpen);
Result<qint64> countOpen(sql::Database &database, qint64 businessId);
/// One page of the list: orders and their lines, two statements however long the page is.
/// `shelf` as ordermatches::find() says.
Result<OrderPage> page(sql::Database &database, qint64 businessId, const OrderFilter &filter,
                       SearchShelf *shelf = nullptr);

Result<bool> uuidExists(sql::Database &database, qint64 businessId, const QString &uuid);
/// The next number of these letters on that day: "A-042".
Result<QString> nextNumber(sql::Database &database, qint64 businessId, const QDate &day, const QString &letters);
/// That number, which somebody gave already, or the next one of its letters when an order of that day has it. What
/// nextNumber() gives later is beyond it.
Result<QString> givenNumber(sql::Database &database, qint64 businessId, const QDate &day, const OrderNumber &number);

/// Writes the order with its cost, its lines and the history's first row; sets the ids of order and lines.
Result<void> insert(sql::Database &database, Order *order, const QDate &day, qint64 nowMs,
                    const QString &alsoCalled = {});
/// Adds lines to a stored order; sets their ids.
Result<void> insertLines(sql::Database &database, const Order &order, std::vector<OrderLine> *lines, qint64 nowMs);
/// The row of `orders` as `order` says: status, reason, priority, version.
Result<void> updateHead(sql::Database &database, const Order &order, qint64 nowMs);
/// Note, table, allergy, covers, promised time, version.
Result<void> updateDetails(sql::Database &database, const Order &order, qint64 nowMs);
/// The cost, and how far the order is paid beside its new total; settle() the order before.
Result<void> updateCost(sql::Database &database, const Order &order, qint64 nowMs);
/// What its payments come to, version.
Result<void> updatePayment(sql::Database &database, const Order &order, qint64 nowMs);
/// Who carries it, version.
Result<void> updateCarrier(sql::Database &database, const Order &order, qint64 nowMs);
/// These lines of an order go to another one; their versions rise by one.
Result<void> moveLines(sql::Database &database, const Order &from, const Order &to, const std::vector<qint64> &lineIds);
/// Quantity and version of one line.
Result<void> updateQuantity(sql::Database &database, const Order &order, const OrderLine &line);
/// The words by which the order is found, after lines came or went.
Result<void> updateWords(sql::Database &database, const Order &order);
/// Status, time and version of one line; a reason only when it was voided.
Result<void> updateLine(sql::Database &database, const Order &order, const OrderLine &line, const QString &voidReason);
Result<void> addHistory(sql::Database &database, const Order &order, const OrderEffect::StatusStep &step, qint64 nowMs);

/// SHA-256 of what is not personal: no name, phone, address, note, allergy or reason.
QByteArray digest(const Order &order);

} // namespace orderstore

} // namespace oshaq
