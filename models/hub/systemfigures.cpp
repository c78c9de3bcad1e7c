// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/systemfigures.h"

#include "models/domain/timetext.h"
#include "models/hub/businessstore.h"
#include "models/hub/orderservice.h"
#include "models/hub/sqlvalues.h"

#include <array>
#include <limits>

namespace oshaq {

namespace {

struct Pair
{
    qint64 first = 0;
    qint64 second = 0;
};

Result<Pair> pairOf(sql::Database &database, const QString &sql, const QVariantList &values)
{
    auto rows = database.query(sql, values);
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    return *found ? Pair{rows->integer(0), rows->integer(1)} : Pair{};
}

struct OutboxQuery
{
    const char *name;
    const char *sql;
};

// Each goes over an index of what is open, which is short: the plus keeps the planner from walking all rows of the
// business.
constexpr std::array outboxQueries{
    OutboxQuery{"webhooks", "SELECT count(*), coalesce(min(created_at), 0) FROM webhook_deliveries"
                            " WHERE state = 'waiting' AND +business_id = ?"},
    OutboxQuery{"notifications", "SELECT count(*), coalesce(min(created_at), 0) FROM notifications"
                                 " WHERE state = 'waiting' AND +business_id = ?"},
    OutboxQuery{"printing", "SELECT count(*), coalesce(min(created_at), 0) FROM print_jobs"
                            " WHERE state IN ('queued', 'sending') AND +business_id = ?"},
    OutboxQuery{"deliveries", "SELECT count(*), coalesce(min(created_at), 0) FROM dispatches"
                              " WHERE next_at IS NOT NULL AND +business_id = ?"},
};

Result<BusinessFigures> read(sql::Database &database, const Business &business, qint64 nowMs)
{
    BusinessFigures figures;
    figures.businessId = business.id;
    figures.name = business.name;
    const auto currency = Currency::fromCode(business.currency);
    if (!currency)
        return Error{ErrorCode::Internal, currency.error().message, {}};
    figures.currency = *currency;
    const auto stats = orderreads::stats(database, business.id, nowMs);
    if (!stats)
        return stats.error();
    figures.orders = stats->byStatus;
    figures.ordersToday = stats->ordersToday;
    figures.revenueTodayMinor = stats->revenueTodayMinor;

    const QDate today = businessDay(nowMs, business.timeZone, business.dayStartMinutes);
    const DayBounds bounds = businessDayBounds(today, business.timeZone, business.dayStartMinutes);
    const auto refunds = pairOf(database,
                                QStringLiteral("SELECT count(*), coalesce(sum(amount), 0) FROM refunds"
                                               " WHERE business_id = ? AND created_at >= ? AND created_at < ?"),
                                {business.id, bounds.beginMs, bounds.endMs});
    if (!refunds)
        return refunds.error();
    figures.refundsToday = refunds->first;
    figures.refundedTodayMinor = refunds->second;
    const auto voids =
        pairOf(database,
               QStringLiteral("SELECT count(*), 0 FROM orders_items"
                              " WHERE status = 4 AND business_id = ? AND status_at >= ? AND status_at < ?"),
               {business.id, bounds.beginMs, bounds.endMs});
    if (!voids)
        return voids.error();
    figures.voidsToday = voids->first;
    const auto unknown = pairOf(database,
                                QStringLiteral("SELECT count(*), 0 FROM payments"
                                               " WHERE status = 'unknown' AND business_id = ?"),
                                {business.id});
    if (!unknown)
        return unknown.error();
    figures.unknownPayments = unknown->first;
    for (const OutboxQuery &query : outboxQueries) {
        const auto waiting = pairOf(database, QString::fromLatin1(query.sql), {business.id});
        if (!waiting)
            return waiting.error();
        figures.outboxes.push_back({QString::fromLatin1(query.name), waiting->first, waiting->second});
    }
    return figures;
}

} // namespace

Result<std::vector<BusinessFigures>> systemreads::figures(sql::Database &database, qint64 nowMs)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    const auto businesses = businessstore::list(database, std::numeric_limits<int>::max());
    if (!businesses)
        return businesses.error();
    std::vector<BusinessFigures> all;
    for (const Business &business : *businesses) {
        auto one = read(database, business, nowMs);
        if (!one)
            return one.error();
        all.push_back(std::move(*one));
    }
    return all;
}

Result<BusinessFigures> systemreads::figuresOf(sql::Database &database, qint64 businessId, qint64 nowMs)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    const auto business = businessstore::find(database, businessId);
    if (!business)
        return business.error();
    return read(database, *business, nowMs);
}

} // namespace oshaq
