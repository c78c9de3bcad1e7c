// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/orderhistory.h"

#include "models/hub/orderstore.h"
#include "models/hub/sqlvalues.h"

namespace oshaq {

namespace {

Result<void> readStatuses(sql::Database &database, OrderHistory *history)
{
    auto rows = database.query(QStringLiteral("SELECT status, timestamp, created_at, is_recall, reason"
                                              " FROM order_status WHERE order_id = ? ORDER BY status_id"),
                               {history->orderId});
    if (!rows)
        return rows.error();
    while (rows->next()) {
        history->statuses.push_back({orderStatusFromCode(rows->integer(0)).value_or(OrderStatus::New), rows->integer(1),
                                     rows->integer(2), rows->integer(3) != 0, rows->text(4)});
    }
    if (rows->failed())
        return hubsql::readFailed();
    return {};
}

Result<void> readPainted(sql::Database &database, OrderHistory *history)
{
    auto rows = database.query(QStringLiteral("SELECT viewer, station_id, counted_at, painted_at, latency_ms"
                                              " FROM painted_acks WHERE order_id = ? ORDER BY station_id, viewer"),
                               {history->orderId});
    if (!rows)
        return rows.error();
    while (rows->next()) {
        history->painted.push_back(
            {rows->text(0), rows->integer(1), rows->integer(2), rows->integer(3), hubsql::readOptionalId(*rows, 4)});
    }
    if (rows->failed())
        return hubsql::readFailed();
    return {};
}

} // namespace

Result<OrderHistory> orderreads::history(sql::Database &database, qint64 businessId, const OrderRef &ref)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    const auto order = orderstore::find(database, businessId, ref);
    if (!order)
        return order.error();
    OrderHistory history;
    history.orderId = order->id;
    auto events = auditreads::ofEntity(database, businessId, EntityKind::Order, order->id);
    if (!events)
        return events.error();
    history.events = std::move(*events);
    if (const auto read = readStatuses(database, &history); !read)
        return read.error();
    if (const auto read = readPainted(database, &history); !read)
        return read.error();
    return history;
}

} // namespace oshaq
