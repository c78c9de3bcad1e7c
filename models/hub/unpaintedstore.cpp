// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/unpaintedstore.h"

#include "models/hub/sqlvalues.h"

#include <limits>
#include <map>

namespace oshaq {

namespace {

/// Heads, lines and acknowledgements, each by one statement over the same orders.
Result<std::vector<WatchedOrder>> readWatched(sql::Database &database, const QString &where, const QVariantList &values)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    std::vector<WatchedOrder> orders;
    std::map<qint64, size_t> places;
    {
        auto rows = database.query(
            QStringLiteral("SELECT o.order_id, o.number, o.status, o.created_at FROM orders o WHERE ") + where, values);
        if (!rows)
            return rows.error();
        while (rows->next()) {
            WatchedOrder order;
            order.id = rows->integer(0);
            order.number = rows->text(1);
            order.status = orderStatusFromCode(rows->integer(2)).value_or(OrderStatus::Cancelled);
            order.createdAtMs = rows->integer(3);
            places.emplace(order.id, orders.size());
            orders.push_back(std::move(order));
        }
        if (rows->failed())
            return hubsql::readFailed();
    }
    if (orders.empty())
        return orders;
    {
        auto rows = database.query(
            QStringLiteral("SELECT l.order_id, l.order_item_id, l.station_id, l.status, l.held, l.created_at,"
                           " l.fired_at, l.status_at FROM orders o CROSS JOIN orders_items l ON l.order_id = o.order_id"
                           " WHERE ") +
                where,
            values);
        if (!rows)
            return rows.error();
        while (rows->next()) {
            WatchedOrder::Line line;
            line.id = rows->integer(1);
            line.stationId = hubsql::readOptionalId(*rows, 2);
            line.status = LineStatus(rows->integer(3)); // checked by the table
            line.held = rows->integer(4) != 0;
            line.createdAtMs = rows->integer(5);
            line.firedAtMs = rows->integer(6);
            line.statusAtMs = rows->integer(7);
            if (const auto place = places.find(rows->integer(0)); place != places.end())
                orders[place->second].lines.push_back(line);
        }
        if (rows->failed())
            return hubsql::readFailed();
    }
    auto rows =
        database.query(QStringLiteral("SELECT p.order_id, p.station_id, max(coalesce(p.last_line, ?)) FROM orders o"
                                      " CROSS JOIN painted_acks p ON p.order_id = o.order_id WHERE ") +
                           where + QStringLiteral(" GROUP BY p.order_id, p.station_id"),
                       QVariantList{std::numeric_limits<qint64>::max()} + values);
    if (!rows)
        return rows.error();
    while (rows->next()) {
        if (const auto place = places.find(rows->integer(0)); place != places.end())
            orders[place->second].seen.push_back({rows->integer(1), rows->integer(2)});
    }
    if (rows->failed())
        return hubsql::readFailed();
    return orders;
}

} // namespace

Result<std::vector<qint64>> unpaintedstore::businesses(sql::Database &database)
{
    auto rows = database.query(QStringLiteral("SELECT business_id FROM businesses ORDER BY business_id"));
    if (!rows)
        return rows.error();
    std::vector<qint64> ids;
    while (rows->next())
        ids.push_back(rows->integer(0));
    if (rows->failed())
        return hubsql::readFailed();
    return ids;
}

Result<std::vector<WatchedOrder>> unpaintedstore::openOrders(sql::Database &database, qint64 businessId, qint64 sinceMs)
{
    return readWatched(database, QStringLiteral("o.business_id = ? AND o.status < 6 AND o.placed_at >= ?"),
                       {businessId, sinceMs});
}

Result<std::optional<WatchedOrder>> unpaintedstore::order(sql::Database &database, qint64 businessId, qint64 orderId)
{
    auto found = readWatched(database, QStringLiteral("o.order_id = ? AND o.business_id = ?"), {orderId, businessId});
    if (!found)
        return found.error();
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

Result<std::vector<RaisedTicket>> unpaintedstore::raised(sql::Database &database, qint64 businessId, qint64 sinceMs)
{
    auto rows =
        database.query(QStringLiteral("SELECT t.order_id, t.station_id, t.first_line, p.name, j.state, j.fault"
                                      " FROM orders o"
                                      " CROSS JOIN unpainted_tickets t ON t.order_id = o.order_id"
                                      " LEFT JOIN print_jobs j ON j.job_id = t.job_id"
                                      " LEFT JOIN printers p ON p.printer_id = coalesce(j.sent_to, j.printer_id)"
                                      " WHERE o.business_id = ? AND o.status < 6 AND o.placed_at >= ?"),
                       {businessId, sinceMs});
    if (!rows)
        return rows.error();
    std::vector<RaisedTicket> tickets;
    while (rows->next()) {
        RaisedTicket ticket;
        ticket.orderId = rows->integer(0);
        ticket.stationId = rows->integer(1);
        ticket.firstLineId = rows->integer(2);
        ticket.printer = rows->text(3);
        ticket.paper = printJobStateFromText(rows->text(4)).value_or(PrintJobState::Failed);
        ticket.fault = printFaultFromText(rows->text(5));
        tickets.push_back(std::move(ticket));
    }
    if (rows->failed())
        return hubsql::readFailed();
    return tickets;
}

Result<std::vector<std::pair<qint64, qint64>>> unpaintedstore::painters(sql::Database &database, qint64 businessId,
                                                                        qint64 sinceMs)
{
    auto rows = database.query(QStringLiteral("SELECT DISTINCT viewer, station_id FROM painted_acks"
                                              " WHERE business_id = ? AND painted_at >= ?"),
                               {businessId, sinceMs});
    if (!rows)
        return rows.error();
    std::vector<std::pair<qint64, qint64>> painters;
    while (rows->next()) {
        const QString viewer = rows->text(0);
        if (viewer.startsWith(QLatin1String("terminal:")))
            painters.emplace_back(viewer.section(u':', 1).toLongLong(), rows->integer(1));
    }
    if (rows->failed())
        return hubsql::readFailed();
    return painters;
}

Result<bool> unpaintedstore::isRaised(sql::Database &database, qint64 orderId, const UnseenTicket &ticket)
{
    auto rows = database.query(QStringLiteral("SELECT 1 FROM unpainted_tickets WHERE order_id = ? AND station_id = ?"
                                              " AND first_line = ?"),
                               {orderId, ticket.stationId, ticket.firstLineId});
    if (!rows)
        return rows.error();
    return hubsql::nextRow(*rows);
}

Result<void> unpaintedstore::insert(sql::Database &database, qint64 businessId, qint64 orderId,
                                    const UnseenTicket &ticket, std::optional<qint64> jobId, qint64 nowMs)
{
    return database.run(QStringLiteral("INSERT INTO unpainted_tickets (order_id, station_id, first_line, business_id,"
                                       " raised_at, job_id) VALUES (?, ?, ?, ?, ?, ?)"),
                        {orderId, ticket.stationId, ticket.firstLineId, businessId, nowMs, hubsql::optionalId(jobId)});
}

} // namespace oshaq
