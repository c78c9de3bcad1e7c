// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/paintedstore.h"

#include "models/hub/sqlvalues.h"

#include <algorithm>

namespace oshaq {

Result<std::optional<qint64>> paintedstore::createdAt(sql::Database &database, qint64 businessId, qint64 orderId)
{
    auto rows = database.query(QStringLiteral("SELECT created_at FROM orders WHERE order_id = ? AND business_id = ?"),
                               {orderId, businessId});
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    return *found ? std::optional(rows->integer(0)) : std::nullopt;
}

Result<bool> paintedstore::insertFirst(sql::Database &database, qint64 businessId, const PaintedAck &ack,
                                       const QString &viewer, qint64 arrivedAtMs, qint64 latencyMs)
{
    bool known = false;
    bool counted = false;
    bool painted = false;
    {
        auto rows = database.query(QStringLiteral("SELECT counted_at, painted_at FROM painted_acks"
                                                  " WHERE order_id = ? AND station_id = ? AND viewer = ?"),
                                   {ack.orderId, ack.stationId, viewer});
        if (!rows)
            return rows.error();
        const auto found = hubsql::nextRow(*rows);
        if (!found)
            return found.error();
        known = *found;
        if (known) {
            counted = !rows->isNull(0);
            painted = !rows->isNull(1);
        }
    }
    if (ack.counted ? counted : painted) {
        const auto noted = database.run(
            QStringLiteral(
                "UPDATE painted_acks SET last_line = coalesce((SELECT max(l.order_item_id) FROM orders_items l"
                " WHERE l.order_id = painted_acks.order_id), 0)"
                " WHERE order_id = ? AND station_id = ? AND viewer = ?"),
            {ack.orderId, ack.stationId, viewer});
        if (!noted)
            return noted.error();
        return false;
    }
    const QVariant countedAt = ack.counted ? QVariant(arrivedAtMs) : QVariant();
    const QVariant paintedAt = ack.counted ? QVariant() : QVariant(arrivedAtMs);
    const QVariant latency = ack.counted ? QVariant() : QVariant(latencyMs);
    // A ticket that was on page 2 and comes into view later has both times in one row.
    const auto written =
        known ? database.run(QStringLiteral("UPDATE painted_acks SET counted_at = coalesce(counted_at, ?), painted_at ="
                                            " coalesce(painted_at, ?), latency_ms = coalesce(latency_ms, ?),"
                                            " last_line = coalesce((SELECT max(l.order_item_id) FROM orders_items l"
                                            " WHERE l.order_id = painted_acks.order_id), 0)"
                                            " WHERE order_id = ? AND station_id = ? AND viewer = ?"),
                             {countedAt, paintedAt, latency, ack.orderId, ack.stationId, viewer})
              : database.run(
                    QStringLiteral(
                        "INSERT INTO painted_acks (counted_at, painted_at, latency_ms, order_id, station_id, viewer,"
                        " business_id, last_line) VALUES (?, ?, ?, ?, ?, ?, ?, coalesce((SELECT max(l.order_item_id)"
                        " FROM orders_items l WHERE l.order_id = ?), 0))"),
                    {countedAt, paintedAt, latency, ack.orderId, ack.stationId, viewer, businessId, ack.orderId});
    if (!written)
        return written.error();
    return true;
}

Result<std::vector<qint64>> paintedstore::latenciesSince(sql::Database &database, qint64 businessId, qint64 sinceMs)
{
    auto rows =
        database.query(QStringLiteral("SELECT latency_ms FROM painted_acks WHERE business_id = ? AND painted_at >= ?"),
                       {businessId, sinceMs});
    if (!rows)
        return rows.error();
    std::vector<qint64> latencies;
    while (rows->next())
        latencies.push_back(rows->integer(0));
    if (rows->failed())
        return hubsql::readFailed();
    std::sort(latencies.begin(), latencies.end());
    return latencies;
}

} // namespace oshaq
