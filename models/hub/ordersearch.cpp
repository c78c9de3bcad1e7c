// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/ordersearch.h"

#include "models/domain/searchtext.h"
#include "models/hub/sqlvalues.h"

namespace oshaq {

namespace {

/// What an order is found by, besides its guest: folded here, because SQLite folds ASCII only.
QString wordsOf(const QString &number, const std::vector<OrderLine> &lines)
{
    QString words = number;
    for (const OrderLine &line : lines)
        words += u' ' + line.name;
    return foldForSearch(words);
}

/// The index learns what order_search says now, or is told what it said.
Result<void> learn(sql::Database &database, qint64 orderId)
{
    return database.run(QStringLiteral("INSERT INTO order_words (rowid, words) SELECT order_id, words FROM order_search"
                                       " WHERE order_id = ?"),
                        {orderId});
}

Result<void> unlearn(sql::Database &database, const std::vector<qint64> &orderIds)
{
    return database.run(QStringLiteral("INSERT INTO order_words (order_words, rowid, words)"
                                       " SELECT 'delete', order_id, words FROM order_search WHERE order_id") +
                            hubsql::inIds(),
                        {hubsql::idArray(orderIds)});
}

} // namespace

Result<void> ordersearch::insert(sql::Database &database, const Order &order, const QString &alsoCalled)
{
    const auto kept =
        database.run(QStringLiteral("INSERT INTO order_search (order_id, business_id, words) VALUES (?, ?, ?)"),
                     {order.id, order.businessId, wordsOf(order.number + u' ' + alsoCalled, order.lines)});
    return kept ? learn(database, order.id) : kept;
}

Result<void> ordersearch::appendLines(sql::Database &database, const Order &order, const std::vector<OrderLine> &lines)
{
    if (const auto forgotten = unlearn(database, {order.id}); !forgotten)
        return forgotten;
    const auto kept = database.run(
        QStringLiteral("UPDATE order_search SET words = words || ' ' || ? WHERE order_id = ? AND business_id = ?"),
        {wordsOf(QString(), lines), order.id, order.businessId});
    return kept ? learn(database, order.id) : kept;
}

Result<void> ordersearch::replace(sql::Database &database, const Order &order)
{
    if (const auto forgotten = unlearn(database, {order.id}); !forgotten)
        return forgotten;
    const auto kept =
        database.run(QStringLiteral("UPDATE order_search SET words = ? WHERE order_id = ? AND business_id = ?"),
                     {wordsOf(order.number, order.lines), order.id, order.businessId});
    return kept ? learn(database, order.id) : kept;
}

Result<void> ordersearch::remove(sql::Database &database, const std::vector<qint64> &orderIds)
{
    if (const auto forgotten = unlearn(database, orderIds); !forgotten)
        return forgotten;
    return database.run(QStringLiteral("DELETE FROM order_search WHERE order_id") + hubsql::inIds(),
                        {hubsql::idArray(orderIds)});
}

} // namespace oshaq
