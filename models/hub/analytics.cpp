// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/analytics.h"

#include "models/domain/ordersplit.h"
#include "models/domain/orderstatus.h"
#include "models/domain/timetext.h"
#include "models/hub/businessstore.h"
#include "models/hub/sqlvalues.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace oshaq {

namespace {

constexpr int defaultDays = 30;
constexpr qint64 quarterMs = 15 * 60 * 1000;

Error invalid(const char *field, const QString &issue)
{
    return {ErrorCode::ValidationFailed, issue, {{QLatin1String(field), issue}}};
}

/// Which day and which hour on the wall an instant belongs to. Days are looked up among their bounds; the zone's
/// offset is kept for each quarter of an hour, because zones never change inside one.
class WallClock
{
public:
    WallClock(const Business &business, const analyticsreads::Period &period)
        : m_zone(business.timeZone.toLatin1())
    {
        if (!m_zone.isValid())
            m_zone = QTimeZone::utc();
        for (QDate day = period.from; day <= period.to.addDays(1); day = day.addDays(1))
            m_begins.push_back(businessDayBounds(day, business.timeZone, business.dayStartMinutes).beginMs);
    }

    qint64 beginMs() const { return m_begins.front(); }
    qint64 endMs() const { return m_begins.back(); }

    std::size_t dayIndex(qint64 ms) const
    {
        const auto after = std::upper_bound(m_begins.begin(), m_begins.end(), ms);
        return std::size_t(std::max<std::ptrdiff_t>(after - m_begins.begin() - 1, 0));
    }

    int hour(qint64 ms)
    {
        const auto [known, isNew] = m_offsets.try_emplace(ms / quarterMs, 0);
        if (isNew)
            known->second = m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC));
        const qint64 local = ms / 1000 + known->second;
        return int(local / 3600 % 24);
    }

private:
    QTimeZone m_zone;
    std::vector<qint64> m_begins; ///< of each day, and of the one behind the last
    std::unordered_map<qint64, int> m_offsets;
};

DurationFigures figuresOf(std::vector<qint64> durations)
{
    DurationFigures figures;
    figures.count = qint64(durations.size());
    if (durations.empty())
        return figures;
    std::sort(durations.begin(), durations.end());
    qint64 sum = 0;
    for (const qint64 one : durations)
        sum += one;
    const auto rank = [&](std::size_t percent) {
        return durations[std::max<std::size_t>((durations.size() * percent + 99) / 100, 1) - 1];
    };
    figures.averageMs = (sum + figures.count / 2) / figures.count;
    figures.p50Ms = rank(50);
    figures.p90Ms = rank(90);
    figures.maxMs = durations.back();
    return figures;
}

/// An order that was joined with another one is neither a sale nor a cancellation: all of it is in the other one. One
/// that somebody cancelled with such a reason still has its total.
QString ofPeriod()
{
    return QStringLiteral("o.business_id = ? AND o.placed_at >= ? AND o.placed_at < ? AND NOT (o.status = 7"
                          " AND instr(o.cancel_reason, '%1') = 1 AND coalesce((SELECT x.total_cost FROM orders_cost x"
                          " WHERE x.order_id = o.order_id), 0) = 0) ")
        .arg(QLatin1String(joinedReason));
}

/// Reads for one period; each fills its part of the result.
class Reader
{
public:
    Reader(sql::Database &database, Analytics *result, WallClock *clock, qint64 businessId)
        : m_database(database)
        , m_result(*result)
        , m_clock(*clock)
        , m_period{businessId, result->beginMs, result->endMs}
    {}

    Result<void> orders()
    {
        auto rows = m_database.query(
            QStringLiteral("SELECT o.placed_at, o.status, o.fulfilment, c.subtotal, c.delivery_cost, c.total_cost"
                           " FROM orders o LEFT JOIN orders_cost c ON c.order_id = o.order_id WHERE ") +
                ofPeriod(),
            m_period);
        if (!rows)
            return rows.error();
        while (rows->next()) {
            const qint64 placedAt = rows->integer(0);
            const SalesFigures one = figuresFor(rows->integer(1), rows->integer(5));
            m_result.total += one;
            m_result.days[m_clock.dayIndex(placedAt)].sales += one;
            m_result.hours[std::size_t(m_clock.hour(placedAt))] += one;
            if (const auto fulfilment = fulfilmentFromText(rows->text(2))) {
                const auto at = std::find(allFulfilments.begin(), allFulfilments.end(), *fulfilment);
                m_result.fulfilments[std::size_t(at - allFulfilments.begin())] += one;
            }
            if (one.completed == 1) {
                m_result.subtotalMinor += rows->integer(3);
                m_result.deliveryMinor += rows->integer(4);
            } else if (one.cancelled == 1) {
                m_result.cancelledMinor += rows->integer(5);
            } else {
                ++m_result.openOrders;
            }
        }
        if (rows->failed())
            return hubsql::readFailed();
        for (const Analytics::Day &day : m_result.days)
            m_result.weekdays[std::size_t(day.day.dayOfWeek() - 1)] += day.sales;
        return {};
    }

    Result<void> channels()
    {
        auto rows = m_database.query(
            QStringLiteral("SELECT coalesce((SELECT CASE WHEN j.terminal_id IS NOT NULL THEN 'terminal'"
                           " ELSE substr(j.actor, 1, instr(j.actor, ':') - 1) END FROM journal j"
                           " WHERE j.business_id = o.business_id AND j.entity = 'order' AND j.entity_id = o.order_id"
                           " AND j.type = 'order.created' LIMIT 1), ''), o.status, c.total_cost"
                           " FROM orders o LEFT JOIN orders_cost c ON c.order_id = o.order_id WHERE ") +
                ofPeriod(),
            m_period);
        if (!rows)
            return rows.error();
        std::map<QString, SalesFigures> byName;
        while (rows->next())
            byName[rows->text(0)] += figuresFor(rows->integer(1), rows->integer(2));
        if (rows->failed())
            return hubsql::readFailed();
        for (const auto &[name, sales] : byName)
            m_result.channels.push_back({name.isEmpty() ? QStringLiteral("unknown") : name, sales});
        return {};
    }

    Result<void> items()
    {
        // Every line by itself: a line's total is rounded, so the sum of totals is not the total of a sum.
        auto rows = m_database.query(
            QStringLiteral("SELECT i.item_id, i.name, i.quantity, i.price, t.category_id, g.name FROM orders o"
                           " JOIN orders_items i ON i.order_id = o.order_id"
                           " LEFT JOIN items t ON t.item_id = i.item_id"
                           " LEFT JOIN categories g ON g.category_id = t.category_id WHERE ") +
                ofPeriod() +
                QStringLiteral("AND o.status = 6 AND i.status < 4 ORDER BY o.placed_at, o.order_id, i.order_item_id"),
            m_period);
        if (!rows)
            return rows.error();
        std::map<qint64, Analytics::ItemSales> byItem;
        std::map<qint64, Analytics::CategorySales> byCategory;
        while (rows->next()) {
            const auto total = lineTotalMinor(rows->integer(3), rows->integer(2));
            if (!total)
                return total.error();
            Analytics::ItemSales &item = byItem[rows->integer(0)];
            item.itemId = rows->integer(0);
            item.name = rows->text(1);
            item.categoryId = rows->integer(4);
            item.category = rows->text(5);
            ++item.lines;
            item.quantity += rows->integer(2);
            item.revenueMinor += *total;
            Analytics::CategorySales &category = byCategory[item.categoryId];
            category.categoryId = item.categoryId;
            category.name = item.category;
            ++category.lines;
            category.revenueMinor += *total;
        }
        if (rows->failed())
            return hubsql::readFailed();
        for (auto &[id, item] : byItem)
            m_result.items.push_back(std::move(item));
        for (auto &[id, category] : byCategory)
            m_result.categories.push_back(std::move(category));
        const auto byRevenue = [](const auto &a, const auto &b) { return a.revenueMinor > b.revenueMinor; };
        std::stable_sort(m_result.items.begin(), m_result.items.end(), byRevenue);
        std::stable_sort(m_result.categories.begin(), m_result.categories.end(), byRevenue);
        return {};
    }

    Result<void> cancellations()
    {
        auto rows = m_database.query(QStringLiteral("SELECT o.cancel_reason, count(*), sum(c.total_cost) FROM orders o"
                                                    " LEFT JOIN orders_cost c ON c.order_id = o.order_id WHERE ") +
                                         ofPeriod() +
                                         QStringLiteral("AND o.status = 7 GROUP BY o.cancel_reason"
                                                        " ORDER BY count(*) DESC, o.cancel_reason"),
                                     m_period);
        if (!rows)
            return rows.error();
        while (rows->next())
            m_result.cancellations.push_back({rows->text(0), rows->integer(1), rows->integer(2)});
        if (rows->failed())
            return hubsql::readFailed();
        return {};
    }

    /// The first time that an order reached a status counts: a recall does not make it faster.
    Result<void> times()
    {
        auto rows =
            m_database.query(QStringLiteral("SELECT o.placed_at, o.promised_at,"
                                            " min(CASE WHEN h.status = 2 THEN h.timestamp END),"
                                            " min(CASE WHEN h.status = 3 AND h.is_recall = 0 THEN h.timestamp END),"
                                            " min(CASE WHEN h.status = 4 THEN h.timestamp END)"
                                            " FROM orders o JOIN order_status h ON h.order_id = o.order_id WHERE ") +
                                 ofPeriod() + QStringLiteral("GROUP BY o.order_id"),
                             m_period);
        if (!rows)
            return rows.error();
        std::vector<qint64> toAccept;
        std::vector<qint64> toReady;
        std::vector<qint64> preparing;
        std::vector<qint64> lateness;
        while (rows->next()) {
            const qint64 placedAt = rows->integer(0);
            const qint64 promisedAt = rows->integer(1);
            if (!rows->isNull(2))
                toAccept.push_back(rows->integer(2) - placedAt);
            if (rows->isNull(4))
                continue;
            const qint64 readyAt = rows->integer(4);
            toReady.push_back(readyAt - placedAt);
            if (!rows->isNull(3))
                preparing.push_back(readyAt - rows->integer(3));
            if (promisedAt == 0)
                continue;
            ++m_result.promised;
            if (readyAt > promisedAt)
                lateness.push_back(readyAt - promisedAt);
        }
        if (rows->failed())
            return hubsql::readFailed();
        m_result.late = qint64(lateness.size());
        m_result.toAccept = figuresOf(std::move(toAccept));
        m_result.toReady = figuresOf(std::move(toReady));
        m_result.preparing = figuresOf(std::move(preparing));
        m_result.lateness = figuresOf(std::move(lateness));
        return {};
    }

    Result<void> stations()
    {
        auto rows = m_database.query(
            QStringLiteral("SELECT i.station_id, s.name, i.status_at - max(i.added_at, i.fired_at),"
                           " 1000 * CASE WHEN i.prep_seconds > 0 THEN i.prep_seconds ELSE s.late_seconds END"
                           " FROM orders o JOIN orders_items i ON i.order_id = o.order_id"
                           " JOIN stations s ON s.station_id = i.station_id WHERE ") +
                ofPeriod() + QStringLiteral("AND i.status = 3"),
            m_period);
        if (!rows)
            return rows.error();
        struct Work
        {
            QString name;
            std::vector<qint64> durations;
            qint64 late = 0;
        };
        std::map<qint64, Work> byStation;
        while (rows->next()) {
            Work &work = byStation[rows->integer(0)];
            work.name = rows->text(1);
            work.durations.push_back(rows->integer(2));
            work.late += rows->integer(2) > rows->integer(3) ? 1 : 0;
        }
        if (rows->failed())
            return hubsql::readFailed();
        for (auto &[id, work] : byStation)
            m_result.stations.push_back({id, work.name, figuresOf(std::move(work.durations)), work.late});
        return {};
    }

private:
    static SalesFigures figuresFor(qint64 status, qint64 totalMinor)
    {
        SalesFigures one;
        one.orders = 1;
        if (status == qint64(OrderStatus::Completed)) {
            one.completed = 1;
            one.revenueMinor = totalMinor;
        } else if (status == qint64(OrderStatus::Cancelled)) {
            one.cancelled = 1;
        }
        return one;
    }

    sql::Database &m_database;
    Analytics &m_result;
    WallClock &m_clock;
    const QVariantList m_period;
};

} // namespace

Result<analyticsreads::Period> analyticsreads::period(sql::Database &database, qint64 businessId, const QString &from,
                                                      const QString &to, qint64 nowMs)
{
    const auto business = businessstore::find(database, businessId);
    if (!business)
        return business.error();
    const auto dayOf = [](const QString &text) {
        const QDate day = text.size() == 10 ? QDate::fromString(text, Qt::ISODate) : QDate();
        return day.isValid() && day.year() >= 2000 && day.year() < 2200 ? day : QDate();
    };
    Period period;
    period.to = to.isNull() ? businessDay(nowMs, business->timeZone, business->dayStartMinutes) : dayOf(to);
    if (!period.to.isValid())
        return invalid("to", QStringLiteral("must be a day such as 2026-01-15"));
    period.from = from.isNull() ? period.to.addDays(1 - defaultDays) : dayOf(from);
    if (!period.from.isValid())
        return invalid("from", QStringLiteral("must be a day such as 2026-01-15"));
    if (period.from > period.to)
        return invalid("from", QStringLiteral("is after \"to\""));
    if (period.from.daysTo(period.to) >= maxDays)
        return invalid("from", QStringLiteral("is more than %1 days before \"to\"").arg(maxDays));
    return period;
}

Result<Analytics> analyticsreads::of(sql::Database &database, qint64 businessId, const Period &period)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    const auto business = businessstore::find(database, businessId);
    if (!business)
        return business.error();
    const auto currency = Currency::fromCode(business->currency);
    if (!currency)
        return currency.error();
    Analytics result;
    WallClock clock(*business, period);
    result.from = period.from;
    result.to = period.to;
    result.beginMs = clock.beginMs();
    result.endMs = clock.endMs();
    result.currency = *currency;
    for (QDate day = period.from; day <= period.to; day = day.addDays(1))
        result.days.push_back({day, {}});

    Reader reader(database, &result, &clock, businessId);
    for (const auto step : {&Reader::orders, &Reader::channels, &Reader::items, &Reader::cancellations, &Reader::times,
                            &Reader::stations}) {
        if (const auto done = (reader.*step)(); !done)
            return done.error();
    }
    return result;
}

} // namespace oshaq
