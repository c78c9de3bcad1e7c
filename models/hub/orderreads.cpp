// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/timespans.h"
#include "models/domain/timetext.h"
#include "models/hub/businessstore.h"
#include "models/hub/orderservice.h"
#include "models/hub/orderstore.h"
#include "models/hub/paintedstore.h"
#include "models/hub/sqlvalues.h"

#include <array>

namespace oshaq {

namespace {

/// Nearest rank: the smallest value that at least `percent` of all values do not exceed. `sorted` is not empty.
qint64 percentile(const std::vector<qint64> &sorted, int percent)
{
    const std::size_t rank = (sorted.size() * std::size_t(percent) + 99) / 100;
    return sorted[std::max<std::size_t>(rank, 1) - 1];
}

} // namespace

Result<Order> orderreads::one(sql::Database &database, qint64 businessId, const OrderRef &ref)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    return orderstore::find(database, businessId, ref);
}

Result<OrderPage> orderreads::list(sql::Database &database, qint64 businessId, const OrderFilter &filter,
                                   SearchShelf *shelf)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    return orderstore::page(database, businessId, filter, shelf);
}

Result<OrderStats> orderreads::stats(sql::Database &database, qint64 businessId, qint64 nowMs)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    const auto business = businessstore::find(database, businessId);
    if (!business)
        return business.error();
    const QDate today = businessDay(nowMs, business->timeZone, business->dayStartMinutes);
    const DayBounds bounds = businessDayBounds(today, business->timeZone, business->dayStartMinutes);
    const QString day = today.toString(Qt::ISODate);

    OrderStats stats;
    std::array<int, 8> counts{};
    int completed = 0;
    {
        auto rows = database.query(QStringLiteral("SELECT status, orders, total FROM day_counts"
                                                  " WHERE business_id = ? AND business_day = ?"),
                                   {businessId, day});
        if (!rows)
            return rows.error();
        while (rows->next()) {
            const auto status = orderStatusFromCode(rows->integer(0));
            if (!status)
                continue;
            const int count = int(rows->integer(1));
            counts[std::size_t(*status)] += count;
            stats.ordersToday += count;
            if (*status == OrderStatus::Completed) {
                completed = count;
                stats.revenueTodayMinor = rows->integer(2);
            }
        }
        if (rows->failed())
            return hubsql::readFailed();
    }
    {
        // What is open is also counted when it is left from before.
        auto rows = database.query(QStringLiteral("SELECT o.status, o.business_day FROM orders o"
                                                  " WHERE o.business_id = ? AND o.status < 6 AND o.placed_at < ?"),
                                   {businessId, bounds.beginMs});
        if (!rows)
            return rows.error();
        while (rows->next()) {
            if (const auto status = orderStatusFromCode(rows->integer(0)); status && rows->text(1) != day)
                ++counts[std::size_t(*status)];
        }
        if (rows->failed())
            return hubsql::readFailed();
    }
    for (const OrderStatus status : allOrderStatuses)
        stats.byStatus.emplace_back(status, counts[std::size_t(status)]);
    if (completed > 0)
        stats.averageCheckMinor = (stats.revenueTodayMinor + completed / 2) / completed;

    const auto latencies = paintedstore::latenciesSince(database, businessId, nowMs - hourMs);
    if (!latencies)
        return latencies.error();
    stats.paintedCount = int(latencies->size());
    if (!latencies->empty()) {
        stats.paintedP50Ms = percentile(*latencies, 50);
        stats.paintedP95Ms = percentile(*latencies, 95);
        stats.paintedMaxMs = latencies->back();
    }
    return stats;
}

} // namespace oshaq
