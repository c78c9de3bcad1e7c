// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/analytics.h"
#include "tests/support/hubfixture.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <map>
#include <set>

/// Orders as nobody would place them, written row by row, and figures of them counted another way than the hub counts:
/// plain SQL for rows, each row's place in time from its own QTimeZone look-up, sums in maps. Nothing of models/hub.
namespace oshaq::test {

struct PlainTrade
{
    HubFixture &hub;
    const FixtureBusiness &business;
    QRandomGenerator random;
    int number = 0;

    qint64 up(qint64 limit) { return qint64(random.bounded(double(limit))); }
    bool oneIn(int many) { return random.bounded(many) == 0; }
    void run(const QString &sql, const QVariantList &values = {})
    {
        if (!hub.execute(sql, values))
            QTest::qFail(qPrintable(hub.problem() + sql), __FILE__, __LINE__);
    }

    /// Two terminals that are called something, one of which went.
    void screens()
    {
        for (int id = 1; id <= 2; ++id) {
            run(QStringLiteral("INSERT OR REPLACE INTO terminals (terminal_id, business_id, name, role, letter,"
                               " created_at, updated_at, deleted_at) VALUES (?, ?, ?, 'kitchen', ?, 1, 1, ?)"),
                {id, business.id, QStringLiteral("Screen %1").arg(3 - id), QStringLiteral("X%1").arg(id),
                 id == 2 ? QVariant(1) : QVariant()});
        }
    }

    qint64 order(qint64 placedAt)
    {
        static const char *ways[] = {"dine_in", "pickup", "delivery"};
        static const char *actors[] = {"guest:4", "terminal:1", "staff:2", "integration:1"};
        ++number;
        const int status = oneIn(3) ? 1 + int(up(7)) : 6;
        const bool joined = status == 7 && oneIn(3);
        const QString reason = status != 7 ? QString()
                               : joined    ? QStringLiteral("joined:A-%1").arg(number)
                               : oneIn(4)  ? QString()
                                           : QStringLiteral("Нет %1").arg(up(3));
        const qint64 promisedAt = oneIn(2) ? placedAt + up(3'000'000) + 1 : 0;
        run(QStringLiteral("INSERT INTO orders (order_uuid, business_id, number, business_day, fulfilment, placed_at,"
                           " promised_at, status, status_at, cancel_reason, created_at, updated_at)"
                           " VALUES (?, ?, ?, 'plain', ?, ?, ?, ?, ?, ?, ?, ?)"),
            {QStringLiteral("00000000-0000-7000-8000-%1").arg(number, 12, 10, QLatin1Char('0')), business.id,
             QStringLiteral("P-%1").arg(number), QString::fromLatin1(ways[up(3)]), placedAt, promisedAt, status,
             placedAt + 1, reason, placedAt, placedAt});
        const qint64 id = hub.number(QStringLiteral("SELECT max(order_id) FROM orders"));
        // One that somebody cancelled with such words has its total still.
        const qint64 subtotal = joined && !oneIn(3) ? 0 : up(100'000);
        const qint64 delivery = subtotal == 0 ? 0 : up(2'000);
        run(QStringLiteral("INSERT INTO orders_cost (order_id, business_id, subtotal, delivery_cost, total_cost,"
                           " currency, created_at, updated_at) VALUES (?, ?, ?, ?, ?, 'KZT', 1, 1)"),
            {id, business.id, subtotal, delivery, subtotal + delivery});
        if (!oneIn(8)) {
            run(QStringLiteral("INSERT INTO journal (business_id, seq, epoch, at, actor, request_id, entity, entity_id,"
                               " version, type, payload, digest, prev_hash, hash) VALUES (?, ?, 'E', 1, ?, 'r',"
                               " 'order', ?, 1, 'order.created', '{}', zeroblob(32), zeroblob(32), zeroblob(32))"),
                {business.id, 100'000 + number, QString::fromLatin1(actors[up(4)]), id});
        }
        lines(id, placedAt);
        history(id, placedAt);
        painted(id);
        return id;
    }

    void lines(qint64 orderId, qint64 placedAt)
    {
        static const char16_t *names[] = {u"Soup", u"Bread", u"Plov", u"Shashlik", u"Oyster"};
        const std::vector<Station> &stations = business.catalog.stations;
        for (qint64 left = up(5); left > 0; --left) {
            const auto which = std::size_t(up(5));
            const qint64 item = business.item(names[which]);
            const qint64 addedAt = placedAt + up(600'000);
            const qint64 firedAt = oneIn(3) ? addedAt + up(900'000) : 0;
            const int status = 1 + int(up(4));
            run(QStringLiteral("INSERT INTO orders_items (order_id, business_id, item_id, name, quantity, price,"
                               " status, status_at, station_id, prep_seconds, added_at, fired_at, created_at)"
                               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"),
                {orderId, business.id, item, QStringLiteral("%1 v%2").arg(QString::fromUtf16(names[which])).arg(up(3)),
                 1 + up(3'000), up(9'999), status, std::max(addedAt, firedAt) + up(1'800'000),
                 oneIn(6) ? QVariant() : QVariant(stations[std::size_t(up(qint64(stations.size())))].id),
                 oneIn(2) ? 0 : 60 + up(900), addedAt, firedAt});
        }
    }

    void history(qint64 orderId, qint64 placedAt)
    {
        qint64 at = placedAt;
        for (const int status : {1, 2, 3, 4, 3, 4}) {
            at += up(900'000);
            if (oneIn(5))
                continue;
            run(QStringLiteral("INSERT INTO order_status (order_id, business_id, status, timestamp, isCanceled,"
                               " is_recall, created_at) VALUES (?, ?, ?, ?, 0, ?, 1)"),
                {orderId, business.id, status, at, oneIn(4) ? 1 : 0});
        }
    }

    void painted(qint64 orderId)
    {
        for (const char *viewer : {"terminal:1", "terminal:2", "terminal:77", "business:1", "staff:5"}) {
            if (oneIn(2))
                continue;
            run(QStringLiteral("INSERT INTO painted_acks (order_id, station_id, viewer, business_id, latency_ms)"
                               " VALUES (?, ?, ?, ?, ?)"),
                {orderId, up(3), QString::fromLatin1(viewer), business.id,
                 oneIn(4) ? QVariant() : QVariant(up(4'000))});
        }
    }
};

/// Where an instant is on the wall, asked of the zone for each.
struct PlainTime
{
    QTimeZone zone;
    int dayStartMinutes = 240;

    QDateTime local(qint64 ms) const { return QDateTime::fromMSecsSinceEpoch(ms, zone); }
    int hour(qint64 ms) const { return local(ms).time().hour(); }
    QDate day(qint64 ms) const
    {
        const QDateTime at = local(ms);
        return at.time().msecsSinceStartOfDay() < dayStartMinutes * 60'000 ? at.date().addDays(-1) : at.date();
    }
};

inline DurationFigures plainDurations(std::vector<qint64> all)
{
    DurationFigures figures;
    std::sort(all.begin(), all.end());
    figures.count = qint64(all.size());
    if (all.empty())
        return figures;
    qint64 sum = 0;
    for (const qint64 one : all)
        sum += one;
    figures.averageMs = (2 * sum + figures.count) / (2 * figures.count);
    const auto rank = [&](qint64 percent) {
        std::size_t place = 0;
        while (qint64(place + 1) * 100 < percent * figures.count)
            ++place;
        return all[place];
    };
    figures.p50Ms = rank(50);
    figures.p90Ms = rank(90);
    figures.p95Ms = rank(95);
    figures.maxMs = all.back();
    return figures;
}

/// An order that counts.
struct PlainOrder
{
    qint64 id = 0;
    qint64 placedAt = 0;
    qint64 promisedAt = 0;
    int status = 0;
    QString fulfilment;
    QString reason;
    qint64 subtotal = 0;
    qint64 delivery = 0;
    qint64 total = 0;
    QString channel;
    QDate day;
    int hour = 0;
};

struct PlainLine
{
    qint64 orderId = 0;
    qint64 itemId = 0;
    QString name;
    qint64 quantity = 0;
    qint64 price = 0;
    int status = 0;
    qint64 stationId = 0; ///< 0: none
    qint64 tookMs = 0;
    qint64 limitMs = 0;
    qint64 categoryId = 0;
};

struct PlainCount
{
    std::vector<PlainOrder> orders; ///< as they were placed
    std::map<qint64, PlainOrder> byId;
    std::vector<PlainLine> lines; ///< of them, in their order
    Analytics figures;

    static std::vector<PlainOrder> readOrders(sql::Database &database, const PlainTime &time, const QDate &from,
                                              const QDate &to)
    {
        std::map<qint64, QString> channels;
        auto actors = database.query(
            QStringLiteral("SELECT entity_id, actor FROM journal WHERE entity = 'order' AND type = 'order.created'"));
        while (actors->next())
            channels[actors->integer(0)] = actors->text(1).section(u':', 0, 0);
        auto rows = database.query(
            QStringLiteral("SELECT order_id, placed_at, promised_at, status, fulfilment, cancel_reason, subtotal,"
                           " delivery_cost, total_cost FROM orders LEFT JOIN orders_cost USING (order_id)"
                           " ORDER BY placed_at, order_id"));
        std::vector<PlainOrder> orders;
        while (rows->next()) {
            PlainOrder order{rows->integer(0),
                             rows->integer(1),
                             rows->integer(2),
                             int(rows->integer(3)),
                             rows->text(4),
                             rows->text(5),
                             rows->integer(6),
                             rows->integer(7),
                             rows->integer(8),
                             {},
                             {},
                             0};
            order.channel = channels.contains(order.id) ? channels[order.id] : QStringLiteral("unknown");
            order.day = time.day(order.placedAt);
            order.hour = time.hour(order.placedAt);
            const bool joined = order.status == 7 && order.reason.startsWith(u"joined:") && order.total == 0;
            if (!joined && order.day >= from && order.day <= to)
                orders.push_back(order);
        }
        return orders;
    }

    static SalesFigures salesOf(const PlainOrder &order)
    {
        return {1, order.status == 6 ? 1 : 0, order.status == 7 ? 1 : 0, order.status == 6 ? order.total : 0};
    }

    PlainCount(sql::Database &database, const PlainTime &time, const QDate &from, const QDate &to)
        : orders(readOrders(database, time, from, to))
    {
        figures.from = from;
        figures.to = to;
        std::map<QDate, SalesFigures> days;
        std::map<QString, SalesFigures> channels;
        std::map<QString, std::pair<qint64, qint64>> reasons;
        for (const PlainOrder &order : orders) {
            byId[order.id] = order;
            const SalesFigures sales = salesOf(order);
            figures.total += sales;
            days[order.day] += sales;
            channels[order.channel] += sales;
            figures.hours[std::size_t(order.hour)] += sales;
            figures.weekdays[std::size_t(order.day.dayOfWeek() - 1)] += sales;
            figures.weekHours[std::size_t(order.day.dayOfWeek() - 1)][std::size_t(order.hour)] += sales;
            figures.fulfilments[order.fulfilment == u"dine_in" ? 0 : order.fulfilment == u"pickup" ? 1 : 2] += sales;
            if (order.status < 6)
                ++figures.openOrders;
            if (order.status == 6) {
                figures.subtotalMinor += order.subtotal;
                figures.deliveryMinor += order.delivery;
            }
            if (order.status == 7) {
                figures.cancelledMinor += order.total;
                ++reasons[order.reason].first;
                reasons[order.reason].second += order.total;
            }
        }
        for (QDate day = from; day <= to; day = day.addDays(1))
            figures.days.push_back({day, days[day]});
        for (const auto &[name, sales] : channels)
            figures.channels.push_back({name, sales});
        for (const auto &[reason, sums] : reasons)
            figures.cancellations.push_back({reason, sums.first, sums.second});
        countLines(database);
        countTimes(database);
        countPainted(database);
    }

    void countLines(sql::Database &database)
    {
        auto rows = database.query(QStringLiteral(
            "SELECT order_id, i.item_id, i.name, i.quantity, i.price, i.status, coalesce(i.station_id, 0),"
            " i.status_at, i.added_at, i.fired_at, i.prep_seconds, coalesce(s.late_seconds, 0), t.category_id"
            " FROM orders_items i JOIN orders o USING (order_id) JOIN items t ON t.item_id = i.item_id"
            " LEFT JOIN stations s ON s.station_id = i.station_id ORDER BY o.placed_at, order_id, order_item_id"));
        std::map<qint64, Analytics::ItemSales> items;
        std::map<qint64, Analytics::CategorySales> categories;
        std::map<qint64, QString> names;
        std::map<qint64, std::vector<qint64>> stationTimes;
        std::map<qint64, std::vector<qint64>> dishTimes;
        std::map<qint64, qint64> stationLate;
        std::map<qint64, qint64> dishLate;
        while (rows->next()) {
            if (!byId.contains(rows->integer(0)) || rows->integer(5) == 4)
                continue;
            PlainLine line{rows->integer(0),
                           rows->integer(1),
                           rows->text(2),
                           rows->integer(3),
                           rows->integer(4),
                           int(rows->integer(5)),
                           rows->integer(6),
                           0,
                           0,
                           rows->integer(12)};
            line.tookMs = rows->integer(7) - std::max(rows->integer(8), rows->integer(9));
            line.limitMs = 1000 * (rows->integer(10) > 0 ? rows->integer(10) : rows->integer(11));
            lines.push_back(line);
            names[line.itemId] = line.name;
            if (byId[line.orderId].status == 6) {
                const qint64 revenue = (line.price * line.quantity + 500) / 1000;
                Analytics::ItemSales &item = items[line.itemId];
                item.itemId = line.itemId;
                item.categoryId = line.categoryId;
                ++item.lines;
                item.quantity += line.quantity;
                item.revenueMinor += revenue;
                Analytics::CategorySales &category = categories[line.categoryId];
                category.categoryId = line.categoryId;
                ++category.lines;
                category.revenueMinor += revenue;
            }
            if (line.status == 3 && line.stationId != 0) {
                stationTimes[line.stationId].push_back(line.tookMs);
                dishTimes[line.itemId].push_back(line.tookMs);
                stationLate[line.stationId] += line.tookMs > line.limitMs ? 1 : 0;
                dishLate[line.itemId] += line.tookMs > line.limitMs ? 1 : 0;
            }
        }
        for (auto &[id, item] : items) {
            item.name = names[id];
            figures.items.push_back(item);
        }
        for (auto &[id, category] : categories)
            figures.categories.push_back(category);
        for (auto &[id, times] : stationTimes)
            figures.stations.push_back({id, {}, plainDurations(times), stationLate[id]});
        for (auto &[id, times] : dishTimes)
            figures.dishes.push_back({id, names[id], plainDurations(times), dishLate[id]});
    }

    void countTimes(sql::Database &database)
    {
        std::vector<qint64> accept;
        std::vector<qint64> ready;
        std::vector<qint64> preparing;
        std::vector<qint64> late;
        for (const PlainOrder &order : orders) {
            const auto first = [&](int status, const char *also) {
                auto row = database.query(
                    QStringLiteral("SELECT min(timestamp) FROM order_status WHERE order_id = ? AND status = ?%1")
                        .arg(QLatin1String(also)),
                    {order.id, status});
                return row->next() && !row->isNull(0) ? row->integer(0) : -1;
            };
            const qint64 accepted = first(2, "");
            const qint64 started = first(3, " AND is_recall = 0");
            const qint64 done = first(4, "");
            if (accepted >= 0)
                accept.push_back(accepted - order.placedAt);
            if (done < 0)
                continue;
            ready.push_back(done - order.placedAt);
            if (started >= 0)
                preparing.push_back(done - started);
            if (order.promisedAt == 0)
                continue;
            ++figures.promised;
            if (done > order.promisedAt)
                late.push_back(done - order.promisedAt);
        }
        figures.late = qint64(late.size());
        figures.toAccept = plainDurations(accept);
        figures.toReady = plainDurations(ready);
        figures.preparing = plainDurations(preparing);
        figures.lateness = plainDurations(late);
    }

    void countPainted(sql::Database &database)
    {
        auto rows = database.query(
            QStringLiteral("SELECT order_id, viewer, latency_ms FROM painted_acks WHERE latency_ms IS NOT NULL"));
        std::vector<qint64> all;
        std::map<qint64, std::vector<qint64>> screens;
        while (rows->next()) {
            if (!byId.contains(rows->integer(0)))
                continue;
            const QString viewer = rows->text(1);
            const qint64 id = viewer.startsWith(u"terminal:") ? viewer.section(u':', 1).toLongLong() : 0;
            screens[id].push_back(rows->integer(2));
            all.push_back(rows->integer(2));
        }
        for (const auto &[id, latencies] : screens)
            figures.screens.push_back({id, {}, plainDurations(latencies)});
        figures.painted = plainDurations(all);
    }
};

} // namespace oshaq::test
