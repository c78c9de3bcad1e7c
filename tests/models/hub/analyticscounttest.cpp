// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/analytics.h"
#include "models/hub/businessstore.h"
#include "models/hub/cleanupservice.h"
#include "models/hub/drillreads.h"
#include "models/hub/historyimport.h"
#include "models/hub/keptdays.h"
#include "models/hub/orderservice.h"
#include "models/sql/transaction.h"
#include "plaincount.h"

using namespace oshaq;
using namespace oshaq::test;

/// Every figure of the analytics against another way of counting, over days on which clocks are moved; with days that
/// are kept and without; after each kind of write; and the orders behind each figure.
class AnalyticsCountTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyFigure_data();
    void everyFigure();
    void ordersBehindEveryFigure_data() { everyFigure_data(); }
    void ordersBehindEveryFigure();
    void keptBytesAreTheSame();
    void brokenBytesAreNotUsed();
    void writesMakeDaysDirty_data();
    void writesMakeDaysDirty();
    void commandsMakeDaysDirty();
    void historyIsCountedAtOnce();
    void aWriteWhileADayIsAddedUp();
    void otherDaysMatchNoKeptOnes();
    void namesAndLimitsAreThoseOfNow();
    void channelsAreFoundByIndex();
    void everyTriggerIsThere();

private:
    struct Zone
    {
        QString name;
        QDate changed;
    };

    /// Around a day on which the clocks are moved, most of all in the hours in which they are.
    void trade(const QString &zone, const QDate &around, int orders, quint32 seed)
    {
        QVERIFY(m_hub->execute(QStringLiteral("UPDATE businesses SET time_zone = ?, day_start_minutes = 240"), {zone}));
        const qint64 midnight = QDateTime(around, QTime(0, 0), QTimeZone(zone.toLatin1())).toMSecsSinceEpoch();
        auto transaction = sql::Transaction::begin(m_hub->database(), sql::Transaction::Kind::Immediate);
        QVERIFY(transaction);
        PlainTrade trade{*m_hub, m_business, QRandomGenerator(seed)};
        trade.screens();
        constexpr qint64 hourMs = 3'600'000;
        for (int i = 0; i < orders; ++i) {
            trade.order(trade.oneIn(3) ? midnight - hourMs + trade.up(8 * hourMs)
                                       : midnight - 120 * hourMs + trade.up(264 * hourMs));
        }
        QVERIFY((*transaction)->commit());
        m_time = {QTimeZone(zone.toLatin1()), 240};
        m_hub->nowMs = midnight + 40 * 24 * hourMs;
    }
    Business business()
    {
        const auto found = businessstore::find(m_hub->database(), m_business.id);
        return found ? *found : Business();
    }
    std::vector<DaySpan> missing()
    {
        const auto days = keptdays::missing(m_hub->database(), business(), m_hub->nowMs);
        if (!days)
            QTest::qFail(qPrintable(days.error().message), __FILE__, __LINE__);
        return days ? *days : std::vector<DaySpan>();
    }
    bool claim(const std::vector<DaySpan> &days)
    {
        return m_hub
            ->run(m_business.owner(),
                  [&](WriteContext &context) { return keptdaywrites::claim(context, business(), days); })
            .ok();
    }
    /// How many were stored.
    qint64 store(const std::vector<DaySpan> &days)
    {
        std::vector<keptdaywrites::Day> read;
        for (const DaySpan &span : days) {
            WallClock clock(business(), span.day, span.day);
            const auto figures = DayFigures::read(m_hub->database(), m_business.id, clock, 0);
            if (!figures)
                return -1;
            read.push_back({span, figures->bytes()});
        }
        const auto stored = m_hub->run(m_business.owner(), [&](WriteContext &context) {
            return keptdaywrites::store(context, m_business.id, read);
        });
        return stored ? stored->values.at(0) : -1;
    }
    /// As the keeper does.
    void keepAll()
    {
        const std::vector<DaySpan> days = missing();
        QVERIFY(claim(days));
        QCOMPARE(store(days), qint64(days.size()));
        QVERIFY(missing().empty());
    }
    Analytics analyse(const QDate &from, const QDate &to, analyticsreads::Days days = analyticsreads::Days::Kept)
    {
        const auto result = analyticsreads::of(m_hub->database(), m_business.id, {from, to}, days);
        if (!result)
            QTest::qFail(qPrintable(result.error().message), __FILE__, __LINE__);
        return result ? *result : Analytics();
    }
    std::vector<qint64> drilled(DrillQuery query)
    {
        std::vector<qint64> ids;
        query.limit = 7;
        do {
            const auto page = drillreads::orders(m_hub->database(), m_business.id, query);
            if (!page) {
                QTest::qFail(qPrintable(page.error().message), __FILE__, __LINE__);
                break;
            }
            for (const Order &order : page->orders)
                ids.push_back(order.id);
            query.cursor = page->nextCursor;
        } while (!query.cursor.isEmpty());
        return ids;
    }
    void compare(Analytics is, const Analytics &counted);
    qint64 keptDays()
    {
        return m_hub->number(QStringLiteral("SELECT count(*) FROM kept_days WHERE figures IS NOT NULL"));
    }

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
    PlainTime m_time;
};

void AnalyticsCountTest::init()
{
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
}

/// What is sorted by size is compared by id: which of two equal ones comes first is not a figure.
template <typename List, typename Key> static List sorted(List list, Key key)
{
    std::sort(list.begin(), list.end(), [key](const auto &a, const auto &b) { return key(a) < key(b); });
    return list;
}

void AnalyticsCountTest::compare(Analytics is, const Analytics &counted)
{
    QVERIFY(is.total == counted.total);
    QCOMPARE(is.openOrders, counted.openOrders);
    QCOMPARE(is.subtotalMinor, counted.subtotalMinor);
    QCOMPARE(is.deliveryMinor, counted.deliveryMinor);
    QCOMPARE(is.cancelledMinor, counted.cancelledMinor);
    QCOMPARE(is.days.size(), counted.days.size());
    for (std::size_t i = 0; i < is.days.size(); ++i) {
        QCOMPARE(is.days[i].day, counted.days[i].day);
        QVERIFY2(is.days[i].sales == counted.days[i].sales, qPrintable(is.days[i].day.toString()));
    }
    QVERIFY(is.hours == counted.hours);
    QVERIFY(is.weekdays == counted.weekdays);
    QVERIFY(is.weekHours == counted.weekHours);
    QVERIFY(is.fulfilments == counted.fulfilments);
    QCOMPARE(is.channels.size(), counted.channels.size());
    for (std::size_t i = 0; i < is.channels.size(); ++i) {
        QCOMPARE(is.channels[i].name, counted.channels[i].name);
        QVERIFY(is.channels[i].sales == counted.channels[i].sales);
    }
    const auto byRevenue = [](const auto &a, const auto &b) { return a.revenueMinor > b.revenueMinor; };
    QVERIFY(std::is_sorted(is.items.begin(), is.items.end(), byRevenue));
    QVERIFY(std::is_sorted(is.categories.begin(), is.categories.end(), byRevenue));
    is.items = sorted(is.items, [](const auto &one) { return one.itemId; });
    QCOMPARE(is.items.size(), counted.items.size());
    for (std::size_t i = 0; i < is.items.size(); ++i) {
        const Analytics::ItemSales &a = is.items[i];
        const Analytics::ItemSales &b = counted.items[i];
        QCOMPARE(a.itemId, b.itemId);
        QCOMPARE(a.name, b.name);
        QCOMPARE(a.categoryId, b.categoryId);
        QCOMPARE(a.lines, b.lines);
        QCOMPARE(a.quantity, b.quantity);
        QCOMPARE(a.revenueMinor, b.revenueMinor);
    }
    is.categories = sorted(is.categories, [](const auto &one) { return one.categoryId; });
    QCOMPARE(is.categories.size(), counted.categories.size());
    for (std::size_t i = 0; i < is.categories.size(); ++i) {
        QCOMPARE(is.categories[i].categoryId, counted.categories[i].categoryId);
        QCOMPARE(is.categories[i].lines, counted.categories[i].lines);
        QCOMPARE(is.categories[i].revenueMinor, counted.categories[i].revenueMinor);
    }
    is.cancellations = sorted(is.cancellations, [](const auto &one) { return one.reason; });
    QCOMPARE(is.cancellations.size(), counted.cancellations.size());
    for (std::size_t i = 0; i < is.cancellations.size(); ++i) {
        QCOMPARE(is.cancellations[i].reason, counted.cancellations[i].reason);
        QCOMPARE(is.cancellations[i].orders, counted.cancellations[i].orders);
        QCOMPARE(is.cancellations[i].totalMinor, counted.cancellations[i].totalMinor);
    }
    QVERIFY(is.toAccept == counted.toAccept);
    QVERIFY(is.toReady == counted.toReady);
    QVERIFY(is.preparing == counted.preparing);
    QCOMPARE(is.promised, counted.promised);
    QCOMPARE(is.late, counted.late);
    QVERIFY(is.lateness == counted.lateness);
    QCOMPARE(is.stations.size(), counted.stations.size());
    for (std::size_t i = 0; i < is.stations.size(); ++i) {
        QCOMPARE(is.stations[i].stationId, counted.stations[i].stationId);
        QVERIFY(is.stations[i].work == counted.stations[i].work);
        QCOMPARE(is.stations[i].late, counted.stations[i].late);
    }
    is.dishes = sorted(is.dishes, [](const auto &one) { return one.itemId; });
    QCOMPARE(is.dishes.size(), counted.dishes.size());
    for (std::size_t i = 0; i < is.dishes.size(); ++i) {
        QCOMPARE(is.dishes[i].itemId, counted.dishes[i].itemId);
        QCOMPARE(is.dishes[i].name, counted.dishes[i].name);
        QVERIFY(is.dishes[i].work == counted.dishes[i].work);
        QCOMPARE(is.dishes[i].late, counted.dishes[i].late);
    }
    QStringList names;
    for (const Analytics::ScreenLatency &screen : is.screens)
        names << screen.name;
    QVERIFY(std::is_sorted(names.begin(), names.end()));
    is.screens = sorted(is.screens, [](const auto &one) { return one.terminalId; });
    QCOMPARE(is.screens.size(), counted.screens.size());
    for (std::size_t i = 0; i < is.screens.size(); ++i) {
        QCOMPARE(is.screens[i].terminalId, counted.screens[i].terminalId);
        QVERIFY(is.screens[i].painted == counted.screens[i].painted);
    }
    QVERIFY(is.painted == counted.painted);
}

void AnalyticsCountTest::everyFigure_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QDate>("changed");
    QTest::newRow("Berlin, spring") << QStringLiteral("Europe/Berlin") << QDate(2026, 3, 29);
    QTest::newRow("Berlin, autumn") << QStringLiteral("Europe/Berlin") << QDate(2026, 10, 25);
    QTest::newRow("New York, spring") << QStringLiteral("America/New_York") << QDate(2026, 3, 8);
    QTest::newRow("New York, autumn") << QStringLiteral("America/New_York") << QDate(2026, 11, 1);
    QTest::newRow("Lord Howe, half an hour back") << QStringLiteral("Australia/Lord_Howe") << QDate(2026, 4, 5);
    QTest::newRow("Lord Howe, half an hour on") << QStringLiteral("Australia/Lord_Howe") << QDate(2026, 10, 4);
}

void AnalyticsCountTest::everyFigure()
{
    QFETCH(QString, zone);
    QFETCH(QDate, changed);
    trade(zone, changed, 350, 17);
    const QDate from = changed.addDays(-4);
    const QDate to = changed.addDays(4);
    const PlainCount counted(m_hub->database(), m_time, from, to);
    QVERIFY(counted.figures.total.orders > 200);
    QVERIFY(counted.figures.late > 10);
    QVERIFY(counted.figures.screens.size() == 4);
    compare(analyse(from, to), counted.figures);
    keepAll();
    QVERIFY(keptDays() > 9);
    compare(analyse(from, to), counted.figures);
    compare(analyse(from, to, analyticsreads::Days::Fresh), counted.figures);
    // One by one, the day that is longer or shorter among them.
    for (QDate day = from; day <= to; day = day.addDays(1))
        compare(analyse(day, day), PlainCount(m_hub->database(), m_time, day, day).figures);
}

void AnalyticsCountTest::ordersBehindEveryFigure()
{
    QFETCH(QString, zone);
    QFETCH(QDate, changed);
    trade(zone, changed, 200, 23);
    const QDate from = changed.addDays(-3);
    const QDate to = changed.addDays(3);
    const Analytics figures = analyse(from, to);
    const PlainCount counted(m_hub->database(), m_time, from, to);
    DrillQuery all;
    all.from = from;
    all.to = to;
    const std::vector<qint64> ids = drilled(all);
    QCOMPARE(qint64(ids.size()), figures.total.orders);
    // Newest first, each once.
    std::vector<qint64> newestFirst;
    for (auto order = counted.orders.rbegin(); order != counted.orders.rend(); ++order)
        newestFirst.push_back(order->id);
    QVERIFY(ids == newestFirst);

    const auto sales = [&](const DrillQuery &query, const SalesFigures &figure, const char *what) {
        QVERIFY2(qint64(drilled(query).size()) == figure.orders, what);
        DrillQuery completed = query;
        completed.status = OrderStatus::Completed;
        QVERIFY2(qint64(drilled(completed).size()) == figure.completed, what);
        DrillQuery cancelled = query;
        cancelled.status = OrderStatus::Cancelled;
        QVERIFY2(qint64(drilled(cancelled).size()) == figure.cancelled, what);
    };
    for (const Analytics::Day &day : figures.days) {
        DrillQuery query = all;
        query.from = day.day;
        query.to = day.day;
        sales(query, day.sales, "day");
    }
    for (int hour = 0; hour < 24; ++hour) {
        DrillQuery query = all;
        query.hour = hour;
        sales(query, figures.hours[std::size_t(hour)], "hour");
        for (int weekday = 1; weekday <= 7; ++weekday) {
            query.weekday = weekday;
            QCOMPARE(qint64(drilled(query).size()),
                     figures.weekHours[std::size_t(weekday - 1)][std::size_t(hour)].orders);
        }
    }
    for (std::size_t i = 0; i < allFulfilments.size(); ++i) {
        DrillQuery query = all;
        query.fulfilment = allFulfilments[i];
        sales(query, figures.fulfilments[i], "fulfilment");
    }
    for (const Analytics::Channel &channel : figures.channels) {
        DrillQuery query = all;
        query.channel = channel.name;
        sales(query, channel.sales, "channel");
    }
    for (const Analytics::Cancellation &one : figures.cancellations) {
        DrillQuery query = all;
        query.reason = one.reason;
        QCOMPARE(qint64(drilled(query).size()), one.orders);
    }
    DrillQuery late = all;
    late.late = true;
    QCOMPARE(qint64(drilled(late).size()), figures.late);

    // Lines: as many orders as have one.
    const auto having = [&](const auto &fits) {
        std::set<qint64> orders;
        for (const PlainLine &line : counted.lines) {
            if (fits(line))
                orders.insert(line.orderId);
        }
        return orders;
    };
    const auto check = [&](const DrillQuery &query, const std::set<qint64> &orders) {
        const std::vector<qint64> found = drilled(query);
        QVERIFY(std::set<qint64>(found.begin(), found.end()) == orders);
        QCOMPARE(found.size(), orders.size());
    };
    const auto completed = [&](const PlainLine &line) { return counted.byId.at(line.orderId).status == 6; };
    const auto done = [](const PlainLine &line) { return line.status == 3 && line.stationId != 0; };
    for (const Analytics::ItemSales &item : figures.items) {
        DrillQuery query = all;
        query.itemId = item.itemId;
        query.status = OrderStatus::Completed;
        check(query, having([&](const PlainLine &line) { return completed(line) && line.itemId == item.itemId; }));
    }
    for (const Analytics::CategorySales &category : figures.categories) {
        DrillQuery query = all;
        query.categoryId = category.categoryId;
        query.status = OrderStatus::Completed;
        check(query,
              having([&](const PlainLine &line) { return completed(line) && line.categoryId == category.categoryId; }));
    }
    for (const Analytics::StationWork &station : figures.stations) {
        DrillQuery query = all;
        query.stationId = station.stationId;
        check(query, having([&](const PlainLine &line) { return done(line) && line.stationId == station.stationId; }));
        query.late = true;
        check(query, having([&](const PlainLine &line) {
                  return done(line) && line.stationId == station.stationId && line.tookMs > line.limitMs;
              }));
    }
    for (const Analytics::ItemWork &dish : figures.dishes) {
        DrillQuery query = all;
        query.itemId = dish.itemId;
        query.late = true;
        check(query, having([&](const PlainLine &line) {
                  return done(line) && line.itemId == dish.itemId && line.tookMs > line.limitMs;
              }));
    }
    DrillQuery wrong = all;
    wrong.cursor = QStringLiteral("ZC4xLjE");
    QCOMPARE(drillreads::orders(m_hub->database(), m_business.id, wrong).error().code, ErrorCode::ValidationFailed);
}

void AnalyticsCountTest::keptBytesAreTheSame()
{
    trade(QStringLiteral("Europe/Berlin"), QDate(2026, 3, 29), 200, 5);
    WallClock clock(business(), QDate(2026, 3, 25), QDate(2026, 4, 2));
    std::map<int, int> most; // parts of a day, by orders in a part
    for (std::size_t day = 0; day < clock.days(); ++day) {
        const auto figures = DayFigures::read(m_hub->database(), m_business.id, clock, day);
        QVERIFY(figures);
        const QByteArray bytes = figures->bytes();
        const auto again = DayFigures::fromBytes(bytes);
        QVERIFY(again);
        QVERIFY(*again == *figures);
        // In parts, of which the smallest hold what was placed in one millisecond, it is the same.
        for (const int orders : {1, 7, 1'000}) {
            DayReader reader(m_business.id, clock);
            int parts = 0;
            for (qint64 beginMs = clock.dayBeginMs(day); beginMs < clock.dayEndMs(day); ++parts) {
                const auto endMs =
                    keptdays::partEnd(m_hub->database(), m_business.id, beginMs, clock.dayEndMs(day), orders);
                QVERIFY(endMs);
                QVERIFY(*endMs > beginMs);
                QVERIFY(reader.add(m_hub->database(), beginMs, *endMs));
                beginMs = *endMs;
            }
            QVERIFY(reader.take() == *figures);
            most[orders] = std::max(most[orders], parts);
        }
    }
    QVERIFY(most[1] > most[7]);
    QVERIFY(most[7] > 1);
    QCOMPARE(most[1'000], 1);
    DayFigures odd;
    odd.toAccept = {std::numeric_limits<qint64>::min() / 2, -1, 0, 0, 1, std::numeric_limits<qint64>::max() / 4};
    odd.subtotalMinor = std::numeric_limits<qint64>::max();
    odd.taxMinor = std::numeric_limits<qint64>::min();
    const QByteArray bytes = odd.bytes();
    QVERIFY(DayFigures::fromBytes(bytes) == odd);
}

void AnalyticsCountTest::brokenBytesAreNotUsed()
{
    trade(QStringLiteral("Europe/Berlin"), QDate(2026, 3, 29), 60, 5);
    const QDate day(2026, 3, 29);
    WallClock clock(business(), day, day);
    const QByteArray bytes = DayFigures::read(m_hub->database(), m_business.id, clock, 0)->bytes();
    QVERIFY(DayFigures::fromBytes(bytes));
    for (qsizetype size = 0; size < bytes.size(); ++size)
        QVERIFY(!DayFigures::fromBytes(bytes.left(size)));
    QVERIFY(!DayFigures::fromBytes(bytes + '\0'));
    QVERIFY(!DayFigures::fromBytes(QByteArray(1, char(DayFigures::version + 1)) + bytes.mid(1)));
    QRandomGenerator random(3);
    for (int i = 0; i < 2'000; ++i) {
        QByteArray noise = bytes;
        for (int left = 1 + random.bounded(20); left > 0; --left)
            noise[random.bounded(int(noise.size()))] = char(random.bounded(256));
        static_cast<void>(DayFigures::fromBytes(noise)); // nothing is read that is not there
    }
    keepAll();
    QVERIFY(m_hub->execute(QStringLiteral("UPDATE kept_days SET figures = x'01ff'")));
    compare(analyse(day, day), PlainCount(m_hub->database(), m_time, day, day).figures);
}

void AnalyticsCountTest::writesMakeDaysDirty_data()
{
    QTest::addColumn<QString>("sql"); // about the order ?
    const auto row = [](const char *name, const char *sql) { QTest::newRow(name) << QString::fromLatin1(sql); };
    row("order changed", "UPDATE orders SET status = 7, cancel_reason = 'x' WHERE order_id = ?");
    row("paid", "UPDATE orders SET paid = 1 WHERE order_id = ?");
    row("moved to another day", "UPDATE orders SET placed_at = placed_at - 86400000 WHERE order_id = ?");
    row("line changed", "UPDATE orders_items SET quantity = quantity + 1 WHERE order_id = ?");
    row("line moved away", "UPDATE orders_items SET order_id = (SELECT min(order_id) FROM orders) WHERE order_id = ?");
    row("line taken out", "DELETE FROM orders_items WHERE order_id = ?");
    row("line added",
        "INSERT INTO orders_items (order_id, business_id, item_id, name, quantity, price, status, status_at, added_at,"
        " created_at) SELECT order_id, business_id, (SELECT max(item_id) FROM items), 'new', 1000, 5, 1, 1, 1, 1"
        " FROM orders WHERE order_id = ?");
    row("cost changed", "UPDATE orders_cost SET subtotal = subtotal + 1, total_cost = total_cost + 1"
                        " WHERE order_id = ?");
    row("cost gone", "DELETE FROM orders_cost WHERE order_id = ?");
    row("history changed", "UPDATE order_status SET timestamp = timestamp + 1 WHERE order_id = ?");
    row("history gone", "DELETE FROM order_status WHERE order_id = ?");
    row("history written", "INSERT INTO order_status (order_id, business_id, status, timestamp, isCanceled, created_at)"
                           " SELECT order_id, business_id, 4, placed_at + 5, 0, 1 FROM orders WHERE order_id = ?");
    row("painted", "INSERT INTO painted_acks (order_id, station_id, viewer, business_id, latency_ms)"
                   " SELECT order_id, 99, 'terminal:1', business_id, 7 FROM orders WHERE order_id = ?");
    row("painted anew", "UPDATE painted_acks SET latency_ms = 1 WHERE order_id = ?");
    row("painted no more", "DELETE FROM painted_acks WHERE order_id = ?");
}

void AnalyticsCountTest::writesMakeDaysDirty()
{
    QFETCH(QString, sql);
    const QDate day(2026, 3, 29);
    trade(QStringLiteral("Europe/Berlin"), day, 150, 11);
    keepAll();
    const QString dayText = day.toString(Qt::ISODate);
    const auto kept = [&](const QDate &which) {
        return m_hub->number(QStringLiteral("SELECT count(*) FROM kept_days WHERE day = ?"),
                             {which.toString(Qt::ISODate)});
    };
    QCOMPARE(kept(day), 1);
    // One that has everything that any of the writes is about.
    const PlainCount before(m_hub->database(), m_time, day, day);
    qint64 id = 0;
    for (const PlainOrder &order : before.orders) {
        const auto has = [&](const char *table) {
            return m_hub->number(QStringLiteral("SELECT count(*) FROM %1 WHERE order_id = ?").arg(QLatin1String(table)),
                                 {order.id}) > 0;
        };
        if (has("orders_items") && has("orders_cost") && has("order_status") && has("painted_acks") &&
            order.placedAt > m_hub->nowMs - 40 * 86'400'000LL + 12 * 3'600'000LL)
            id = order.id;
    }
    if (id == 0)
        id = before.orders.front().id;
    const qint64 days = keptDays();
    QVERIFY(m_hub->execute(sql, {id}));
    QCOMPARE(kept(day), 0);
    QVERIFY2(keptDays() >= days - 2, "other days stay");
    const QDate from = day.addDays(-4);
    const QDate to = day.addDays(4);
    compare(analyse(from, to), PlainCount(m_hub->database(), m_time, from, to).figures);
    keepAll();
    compare(analyse(from, to), PlainCount(m_hub->database(), m_time, from, to).figures);
}

/// The commands themselves, on an order of a day that is over and kept.
void AnalyticsCountTest::commandsMakeDaysDirty()
{
    const qint64 placedAt = m_hub->nowMs;
    const QString zone = QStringLiteral("Asia/Almaty");
    m_time = {QTimeZone(zone.toLatin1()), 240};
    const QDate day = m_time.day(placedAt);
    const auto place = [&] {
        const auto placed = m_hub->run(m_business.owner(), [&](WriteContext &context) {
            return orderwrites::create(
                context, pickup({line(m_business.item(u"Soup"), 2000), line(m_business.item(u"Bread"), 1000)}));
        });
        return placed ? placed->entityId : 0;
    };
    const qint64 first = place();
    const qint64 second = place();
    const qint64 third = place();
    QVERIFY(first && second && third);
    m_hub->nowMs += 2 * 86'400'000LL;
    const auto dirties = [&](const char *what, const std::function<Result<WriteOutcome>(WriteContext &)> &command) {
        keepAll();
        QVERIFY(keptDays() >= 1);
        compare(analyse(day, day), PlainCount(m_hub->database(), m_time, day, day).figures);
        const auto done = m_hub->run(m_business.owner(), command);
        QVERIFY2(done, done ? what : qPrintable(done.error().message));
        QVERIFY2(m_hub->number(QStringLiteral("SELECT count(*) FROM kept_days WHERE day = ?"),
                               {day.toString(Qt::ISODate)}) == 0,
                 what);
        compare(analyse(day, day), PlainCount(m_hub->database(), m_time, day, day).figures);
    };
    const auto status = [&](qint64 id, OrderStatus to) {
        return [=](WriteContext &context) {
            OrderCommand command;
            command.to = to;
            command.reason = QStringLiteral("test");
            return orderwrites::command(context, {id, {}}, command);
        };
    };
    const qint64 bread = m_hub->number(
        QStringLiteral("SELECT order_item_id FROM orders_items WHERE order_id = ? AND name = 'Bread'"), {first});
    const qint64 soup = m_hub->number(
        QStringLiteral("SELECT order_item_id FROM orders_items WHERE order_id = ? AND name = 'Soup'"), {second});
    dirties("accepted", status(first, OrderStatus::Accepted));
    dirties("edited", [&](WriteContext &context) {
        OrderEdit edit;
        edit.promisedAtMs = context.nowMs;
        edit.version = m_hub->number(QStringLiteral("SELECT version FROM orders WHERE order_id = ?"), {first});
        return orderwrites::edit(context, {first, {}}, edit);
    });
    dirties("voided", [&](WriteContext &context) {
        OrderCommand command;
        command.kind = OrderCommand::Kind::Lines;
        command.action = LineAction::Void;
        command.reason = QStringLiteral("burnt");
        command.lineIds = {bread};
        return orderwrites::command(context, {first, {}}, command);
    });
    dirties("split", [&](WriteContext &context) {
        OrderSplit split;
        split.parts.push_back({soup, 1000});
        return orderwrites::split(context, {second, {}}, split);
    });
    dirties("joined", [&](WriteContext &context) { return orderwrites::join(context, {third, {}}, second); });
    dirties("started", status(first, OrderStatus::Preparing));
    dirties("cancelled", status(second, OrderStatus::Cancelled));

    // Cleanup goes through the same door.
    keepAll();
    m_hub->nowMs += qint64(12) * 366 * 86'400'000;
    const auto cleaned = m_hub->run(
        m_business.owner(), [&](WriteContext &context) { return cleanupwrites::run(context, context.nowMs, 1000); });
    QVERIFY2(cleaned, cleaned ? "" : qPrintable(cleaned.error().message));
    compare(analyse(day, day), PlainCount(m_hub->database(), m_time, day, day).figures);
}

void AnalyticsCountTest::historyIsCountedAtOnce()
{
    const QDate day(2026, 3, 29);
    trade(QStringLiteral("Europe/Berlin"), day, 100, 31);
    keepAll();
    PastOrder past;
    past.sourceId = QStringLiteral("4711");
    past.placedAtMs = QDateTime(day, QTime(15, 0), QTimeZone("Europe/Berlin")).toMSecsSinceEpoch();
    past.lines.push_back({{}, QStringLiteral("Soup"), 1000, 500, {}});
    PastOrder older = past;
    older.sourceId = QStringLiteral("4710");
    older.placedAtMs -= qint64(100) * 86'400'000;
    QVERIFY(m_hub->run(m_business.owner(), [&](WriteContext &context) {
        return historywrites::import(context, {past, older});
    }));
    const QDate from = day.addDays(-110);
    compare(analyse(from, day), PlainCount(m_hub->database(), m_time, from, day).figures);
    QVERIFY(missing().size() > 80); // back to the first order that there is now
    keepAll();
    compare(analyse(from, day), PlainCount(m_hub->database(), m_time, from, day).figures);
}

/// What was read before a write is never kept, whoever is first.
void AnalyticsCountTest::aWriteWhileADayIsAddedUp()
{
    const QDate day(2026, 3, 29);
    trade(QStringLiteral("Europe/Berlin"), day, 100, 37);
    const std::vector<DaySpan> days = missing();
    QVERIFY(claim(days));
    compare(analyse(day, day), PlainCount(m_hub->database(), m_time, day, day).figures); // claims are no figures
    std::vector<keptdaywrites::Day> read;
    for (const DaySpan &span : days) {
        WallClock clock(business(), span.day, span.day);
        read.push_back({span, DayFigures::read(m_hub->database(), m_business.id, clock, 0)->bytes()});
    }
    const qint64 id = PlainCount(m_hub->database(), m_time, day, day).orders.front().id;
    QVERIFY(m_hub->execute(QStringLiteral("UPDATE orders SET status = 1 WHERE order_id = ?"), {id}));
    const auto stored = m_hub->run(
        m_business.owner(), [&](WriteContext &context) { return keptdaywrites::store(context, m_business.id, read); });
    QVERIFY(stored);
    QCOMPARE(stored->values.at(0), qint64(days.size()) - 1);
    QCOMPARE(missing().size(), std::size_t(1));
    QCOMPARE(missing().front().day, day);
    compare(analyse(day, day), PlainCount(m_hub->database(), m_time, day, day).figures);
}

void AnalyticsCountTest::otherDaysMatchNoKeptOnes()
{
    const QDate day(2026, 3, 29);
    trade(QStringLiteral("Europe/Athens"), day, 120, 41);
    keepAll();
    const auto check = [&](const QString &zone, int dayStart) {
        QVERIFY(m_hub->execute(QStringLiteral("UPDATE businesses SET time_zone = ?, day_start_minutes = ?"),
                               {zone, dayStart}));
        m_time = {QTimeZone(zone.toLatin1()), dayStart};
        const QDate from = day.addDays(-3);
        const QDate to = day.addDays(3);
        compare(analyse(from, to), PlainCount(m_hub->database(), m_time, from, to).figures);
        keepAll();
        compare(analyse(from, to), PlainCount(m_hub->database(), m_time, from, to).figures);
    };
    check(QStringLiteral("Europe/Athens"), 300);
    // The same bounds, but the clocks are moved three hours earlier in that night: other hours on the wall.
    check(QStringLiteral("Europe/Athens"), 240);
    check(QStringLiteral("Asia/Beirut"), 240);
    // A claim of before the change is refused.
    const Business before = business();
    QVERIFY(m_hub->execute(QStringLiteral("UPDATE businesses SET day_start_minutes = 0")));
    const auto stale = m_hub->run(m_business.owner(), [&](WriteContext &context) {
        return keptdaywrites::claim(context, before, {{day, 1, 2}});
    });
    QCOMPARE(stale.error().code, ErrorCode::VersionStale);
}

void AnalyticsCountTest::namesAndLimitsAreThoseOfNow()
{
    const QDate day(2026, 3, 29);
    trade(QStringLiteral("Europe/Berlin"), day, 120, 43);
    keepAll();
    const qint64 days = keptDays();
    QVERIFY(m_hub->execute(QStringLiteral("UPDATE stations SET name = 'Oven ' || station_id, soon_seconds = 1,"
                                          " late_seconds = 200")));
    QVERIFY(m_hub->execute(QStringLiteral("UPDATE categories SET name = 'Warm ' || category_id")));
    QVERIFY(m_hub->execute(QStringLiteral("UPDATE items SET category_id = (SELECT min(category_id) FROM categories)")));
    QVERIFY(m_hub->execute(QStringLiteral("UPDATE terminals SET name = 'Pass' WHERE terminal_id = 1")));
    QCOMPARE(keptDays(), days);
    const Analytics figures = analyse(day.addDays(-3), day.addDays(3));
    compare(figures, PlainCount(m_hub->database(), m_time, day.addDays(-3), day.addDays(3)).figures);
    QCOMPARE(figures.categories.size(), std::size_t(1));
    QVERIFY(figures.categories.front().name.startsWith(u"Warm "));
    QVERIFY(figures.stations.front().name.startsWith(u"Oven "));
    QStringList screens;
    for (const Analytics::ScreenLatency &screen : figures.screens)
        screens << screen.name;
    QCOMPARE(screens, (QStringList{QString(), QString(), QStringLiteral("Pass"), QStringLiteral("Screen 1")}));
}

/// What would be as slow as the journal is long.
void AnalyticsCountTest::channelsAreFoundByIndex()
{
    const QString plan =
        m_hub->plan(QStringLiteral("SELECT %1 FROM orders o WHERE o.business_id = 1").arg(orderChannel())).join(u'\n');
    QVERIFY2(plan.contains(u"journal_by_entity (business_id=? AND entity=? AND entity_id=?)"), qPrintable(plan));
    QVERIFY2(plan.contains(u"PRIMARY KEY (business_id=? AND seq=?)"), qPrintable(plan));
}

/// A migration that builds one of these tables anew must bring its triggers back.
void AnalyticsCountTest::everyTriggerIsThere()
{
    for (const char *table : {"orders", "orders_items", "orders_cost", "order_status", "painted_acks"}) {
        for (const char *event : {"insert", "update", "delete"}) {
            const QString name = QStringLiteral("%1_%2_kept_days").arg(QLatin1String(table), QLatin1String(event));
            QVERIFY2(m_hub->number(QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'"
                                                  " AND name = ? AND tbl_name = ?"),
                                   {name, QLatin1String(table)}) == 1,
                     qPrintable(name));
        }
    }
    // What a trigger looks at is a few rows of an index, however many days are kept.
    const QString plan = m_hub
                             ->plan(QStringLiteral("DELETE FROM kept_days WHERE business_id = 1 AND begin_ms <= 5"
                                                   " AND end_ms > 5 AND end_ms <= 5 + 259200000"))
                             .join(u'\n');
    QVERIFY2(plan.contains(u"kept_days_by_end (business_id=? AND end_ms>? AND end_ms<?)"), qPrintable(plan));
}

QTEST_GUILESS_MAIN(AnalyticsCountTest)
#include "analyticscounttest.moc"
