// SPDX-License-Identifier: GPL-3.0-or-later
#include "countedtrade.h"
#include "models/hub/orderservice.h"

using namespace oshaq;
using namespace oshaq::test;

/// Every figure of the analytics against another way of counting, over days on which clocks are moved; with days that
/// are kept and without; and the orders behind each figure.
class AnalyticsCountTest final : public QObject, CountedTrade
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void everyFigure_data();
    void everyFigure();
    void ordersBehindEveryFigure_data() { everyFigure_data(); }
    void ordersBehindEveryFigure();
    void namesAndLimitsAreThoseOfNow();
    void channelsAreFoundByIndex();

private:
    struct Zone
    {
        QString name;
        QDate changed;
    };
};

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

QTEST_GUILESS_MAIN(AnalyticsCountTest)
#include "analyticscounttest.moc"
