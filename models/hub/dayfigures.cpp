// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/dayfigures.h"

#include "models/domain/ordersplit.h"
#include "models/domain/orderstatus.h"
#include "models/hub/sqlvalues.h"

#include <algorithm>

namespace oshaq {

Result<void> DayReader::add(sql::Database &database, qint64 beginMs, qint64 endMs)
{
    const QVariantList period{m_businessId, beginMs, endMs};
    for (const auto read : {&DayReader::orders, &DayReader::lines, &DayReader::times, &DayReader::painted}) {
        if (const auto done = (this->*read)(database, period); !done)
            return done;
    }
    return {};
}

DayFigures DayReader::take()
{
    for (auto &[id, item] : m_items)
        m_figures.items.push_back(std::move(item));
    for (auto &[key, work] : m_works) {
        std::sort(work.timed.begin(), work.timed.end());
        std::sort(work.untimed.begin(), work.untimed.end());
        m_figures.works.push_back(std::move(work));
    }
    for (auto *durations : {&m_figures.toAccept, &m_figures.toReady, &m_figures.preparing, &m_figures.lateness})
        std::sort(durations->begin(), durations->end());
    for (auto &[viewer, latencies] : m_figures.painted)
        std::sort(latencies.begin(), latencies.end());
    return std::move(m_figures);
}

Result<void> DayReader::orders(sql::Database &database, const QVariantList &period)
{
    auto rows = database.query(
        QStringLiteral("SELECT o.placed_at, o.status, o.fulfilment, o.cancel_reason, c.subtotal, c.delivery_cost,"
                       " c.total_cost, ") +
            orderChannel() +
            QStringLiteral(", c.tax FROM orders o LEFT JOIN orders_cost c ON c.order_id = o.order_id WHERE ") +
            countedOrders(),
        period);
    if (!rows)
        return rows.error();
    while (rows->next()) {
        const qint64 status = rows->integer(1);
        const qint64 totalMinor = rows->integer(6);
        SalesFigures one;
        one.orders = 1;
        if (status == qint64(OrderStatus::Completed)) {
            one.completed = 1;
            one.revenueMinor = totalMinor;
            m_figures.subtotalMinor += rows->integer(4);
            m_figures.deliveryMinor += rows->integer(5);
            m_figures.taxMinor += rows->integer(8);
        } else if (status == qint64(OrderStatus::Cancelled)) {
            one.cancelled = 1;
            DayFigures::Cancellation &cancellation = m_figures.cancellations[rows->text(3).toUtf8()];
            ++cancellation.orders;
            cancellation.totalMinor += totalMinor;
        }
        m_figures.hours[std::size_t(m_clock.hour(rows->integer(0)))] += one;
        m_figures.channels[rows->text(7).toUtf8()] += one;
        if (const auto fulfilment = fulfilmentFromText(rows->text(2))) {
            const auto at = std::find(allFulfilments.begin(), allFulfilments.end(), *fulfilment);
            m_figures.fulfilments[std::size_t(at - allFulfilments.begin())] += one;
        }
    }
    if (rows->failed())
        return hubsql::readFailed();
    return {};
}

Result<void> DayReader::lines(sql::Database &database, const QVariantList &period)
{
    // Every line by itself: a line's total is rounded, so the sum of totals is not the total of a sum.
    auto rows = database.query(QStringLiteral("SELECT i.item_id, i.name, i.quantity, i.price, i.status = 3,"
                                              " o.status = 6, i.station_id, 1000 * i.prep_seconds, ") +
                                   lineWork() +
                                   QStringLiteral(" FROM orders o JOIN orders_items i ON i.order_id = o.order_id"
                                                  " WHERE ") +
                                   countedOrders() +
                                   QStringLiteral("AND i.status < 4"
                                                  " ORDER BY o.placed_at, o.order_id, i.order_item_id"),
                               period);
    if (!rows)
        return rows.error();
    while (rows->next()) {
        const qint64 itemId = rows->integer(0);
        DayFigures::Item &item = m_items[itemId];
        item.itemId = itemId;
        item.name = rows->text(1).toUtf8();
        if (rows->integer(5) != 0) {
            const auto total = lineTotalMinor(rows->integer(3), rows->integer(2));
            if (!total)
                return total.error();
            ++item.lines;
            item.quantity += rows->integer(2);
            item.revenueMinor += *total;
        }
        if (rows->integer(4) == 0 || rows->isNull(6))
            continue;
        const qint64 ownLimitMs = rows->integer(7);
        const qint64 tookMs = rows->integer(8);
        DayFigures::Work &work = m_works[{itemId, rows->integer(6)}];
        work.itemId = itemId;
        work.stationId = rows->integer(6);
        (ownLimitMs > 0 ? work.timed : work.untimed).push_back(tookMs);
        work.timedLate += ownLimitMs > 0 && tookMs > ownLimitMs ? 1 : 0;
    }
    if (rows->failed())
        return hubsql::readFailed();
    return {};
}

// The first time that an order reached a status counts: a recall does not make it faster.
Result<void> DayReader::times(sql::Database &database, const QVariantList &period)
{
    auto rows = database.query(QStringLiteral("SELECT o.placed_at, o.promised_at,"
                                              " min(CASE WHEN h.status = 2 THEN h.timestamp END),"
                                              " min(CASE WHEN h.status = 3 AND h.is_recall = 0 THEN h.timestamp END),"
                                              " min(CASE WHEN h.status = 4 THEN h.timestamp END)"
                                              " FROM orders o JOIN order_status h ON h.order_id = o.order_id WHERE ") +
                                   countedOrders() + QStringLiteral("GROUP BY o.order_id"),
                               period);
    if (!rows)
        return rows.error();
    while (rows->next()) {
        const qint64 placedAt = rows->integer(0);
        const qint64 promisedAt = rows->integer(1);
        if (!rows->isNull(2))
            m_figures.toAccept.push_back(rows->integer(2) - placedAt);
        if (rows->isNull(4))
            continue;
        const qint64 readyAt = rows->integer(4);
        m_figures.toReady.push_back(readyAt - placedAt);
        if (!rows->isNull(3))
            m_figures.preparing.push_back(readyAt - rows->integer(3));
        if (promisedAt == 0)
            continue;
        ++m_figures.promised;
        if (readyAt > promisedAt)
            m_figures.lateness.push_back(readyAt - promisedAt);
    }
    if (rows->failed())
        return hubsql::readFailed();
    return {};
}

Result<void> DayReader::painted(sql::Database &database, const QVariantList &period)
{
    auto rows = database.query(QStringLiteral("SELECT p.viewer, p.latency_ms FROM orders o"
                                              " JOIN painted_acks p ON p.order_id = o.order_id WHERE ") +
                                   countedOrders() + QStringLiteral("AND p.latency_ms IS NOT NULL"),
                               period);
    if (!rows)
        return rows.error();
    while (rows->next())
        m_figures.painted[rows->text(0).toUtf8()].push_back(rows->integer(1));
    if (rows->failed())
        return hubsql::readFailed();
    return {};
}

QString countedOrders()
{
    return QStringLiteral("o.business_id = ? AND o.placed_at >= ? AND o.placed_at < ? AND NOT (o.status = 7"
                          " AND instr(o.cancel_reason, '%1') = 1 AND coalesce((SELECT x.total_cost FROM orders_cost x"
                          " WHERE x.order_id = o.order_id), 0) = 0) ")
        .arg(QLatin1String(joinedReason));
}

QString orderChannel()
{
    // An order's first entry is its creation. Looked for by its seq alone, because that is all in the index: asked for
    // more the planner, who does not know how long a journal gets, would walk through all of it for each order.
    // A person at a screen is the screen's.
    return QStringLiteral("coalesce((SELECT CASE WHEN j.terminal_id IS NOT NULL THEN 'terminal'"
                          " ELSE substr(j.actor, 1, instr(j.actor, ':') - 1) END FROM journal j"
                          " WHERE j.business_id = o.business_id AND j.type = 'order.created' AND j.seq ="
                          " (SELECT min(k.seq) FROM journal k WHERE k.business_id = o.business_id"
                          " AND k.entity = 'order' AND k.entity_id = o.order_id)), '')");
}

QString lineWork()
{
    return QStringLiteral("i.status_at - max(i.added_at, i.fired_at)");
}

Result<DayFigures> DayFigures::read(sql::Database &database, qint64 businessId, WallClock &clock, std::size_t day)
{
    DayReader reader(businessId, clock);
    if (const auto added = reader.add(database, clock.dayBeginMs(day), clock.dayEndMs(day)); !added)
        return added.error();
    return reader.take();
}

} // namespace oshaq
