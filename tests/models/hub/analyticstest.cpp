// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/analytics.h"
#include "models/domain/timetext.h"
#include "models/hub/orderservice.h"
#include "tests/support/hubfixture.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>
#include <QTimeZone>

using namespace oshaq;
using namespace oshaq::test;

static constexpr qint64 minuteMs = 60 * 1000;
static constexpr qint64 hourMs = 60 * minuteMs;

/// Figures for the office: each total equals what another way of counting says.
class AnalyticsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyTotalEqualsAPlainCount_data();
    void everyTotalEqualsAPlainCount();
    void daysOfChangedClocks_data();
    void daysOfChangedClocks();
    void anHourThatComesTwice();
    void timesAndLateness();
    void whatWasVoidedIsNotSold();
    void whatWasJoinedIsNotCancelled();
    void periods_data();
    void periods();
    void anEmptyPeriod();
    void anotherBusinessIsNotCounted();

private:
    qint64 place(const Principal &principal, NewOrder request)
    {
        const auto placed =
            m_hub->run(principal, [&](WriteContext &context) { return orderwrites::create(context, request); });
        if (!placed)
            QTest::qFail(qPrintable(placed.error().message), __FILE__, __LINE__);
        return placed ? placed->entityId : 0;
    }
    qint64 place() { return place(m_business.owner(), pickup({line(m_business.item(u"Soup"))})); }
    bool move(qint64 orderId, std::initializer_list<OrderStatus> path, const QString &reason = QStringLiteral("test"))
    {
        for (const OrderStatus to : path) {
            OrderCommand command;
            command.to = to;
            command.reason = reason;
            if (!m_hub->run(m_business.owner(), [&](WriteContext &context) {
                    return orderwrites::command(context, {orderId, {}}, command);
                }))
                return false;
        }
        return true;
    }
    bool complete(qint64 orderId)
    {
        return move(orderId,
                    {OrderStatus::Accepted, OrderStatus::Preparing, OrderStatus::Ready, OrderStatus::Completed});
    }
    Analytics analyse(const QDate &from, const QDate &to)
    {
        const auto result = analyticsreads::of(m_hub->database(), m_business.id, {from, to});
        if (!result)
            QTest::qFail(qPrintable(result.error().message), __FILE__, __LINE__);
        return result ? *result : Analytics{};
    }
    void setZone(const QString &zone, int dayStart)
    {
        QVERIFY(m_hub->execute(QStringLiteral("UPDATE businesses SET time_zone = ?, day_start_minutes = ?"),
                               {zone, dayStart}));
    }
    /// A day's worth of trade over several days, different every time that the seed is.
    void trade(quint32 seed, int orders);

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
};

void AnalyticsTest::init()
{
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
}

void AnalyticsTest::trade(quint32 seed, int orders)
{
    QRandomGenerator random(seed);
    const qint64 guest = m_hub->makeGuest(m_business, QStringLiteral("Aigerim"));
    const qint64 address = m_hub->makeAddress(m_business, guest, QStringLiteral("Abai 1"));
    for (int i = 0; i < orders; ++i) {
        m_hub->nowMs += random.bounded(int(5 * hourMs));
        NewOrder request = pickup({line(m_business.item(u"Soup"), 1000 * (1 + random.bounded(3))),
                                   line(m_business.item(u"Shashlik"), 100 * (1 + random.bounded(17)))});
        if (random.bounded(2) == 0)
            request.lines.push_back(line(m_business.item(u"Plov"), 1000, {m_business.option(u"Plov", u"Large")}));
        Principal who = m_business.owner();
        switch (random.bounded(3)) {
        case 0:
            request.fulfilment = Fulfilment::DineIn;
            request.table = QStringLiteral("7");
            who = m_business.terminal(Role::Counter);
            break;
        case 1:
            request.fulfilment = Fulfilment::Delivery;
            request.addressId = address;
            who = m_business.guest(guest);
            break;
        default:
            break;
        }
        const qint64 id = place(who, request);
        switch (random.bounded(4)) {
        case 0:
            QVERIFY(move(id, {OrderStatus::Cancelled},
                         random.bounded(2) == 0 ? QStringLiteral("Out of stock") : QStringLiteral("Нет повара")));
            break;
        case 1:
            break;
        default:
            m_hub->nowMs += random.bounded(int(hourMs));
            QVERIFY(move(id, {OrderStatus::Accepted, OrderStatus::Preparing, OrderStatus::Ready}));
            if (request.fulfilment == Fulfilment::Delivery)
                QVERIFY(move(id, {OrderStatus::OutForDelivery}));
            QVERIFY(move(id, {OrderStatus::Completed}));
            break;
        }
    }
}

void AnalyticsTest::everyTotalEqualsAPlainCount_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<int>("dayStart");
    QTest::newRow("Almaty") << QStringLiteral("Asia/Almaty") << 240;
    QTest::newRow("Berlin") << QStringLiteral("Europe/Berlin") << 0;
    QTest::newRow("New York") << QStringLiteral("America/New_York") << 300;
    QTest::newRow("half an hour") << QStringLiteral("Asia/Kolkata") << 360;
}

void AnalyticsTest::everyTotalEqualsAPlainCount()
{
    QFETCH(QString, zone);
    QFETCH(int, dayStart);
    setZone(zone, dayStart);
    m_hub->nowMs = QDateTime(QDate(2026, 3, 20), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();
    trade(7, 60);
    const QDate from(2026, 3, 22);
    const QDate to(2026, 3, 30);
    const Analytics analytics = analyse(from, to);
    const qint64 begin = businessDayBounds(from, zone, dayStart).beginMs;
    const qint64 end = businessDayBounds(to, zone, dayStart).endMs;
    QCOMPARE(analytics.beginMs, begin);
    QCOMPARE(analytics.endMs, end);

    const auto number = [&](const char *what, const char *also) {
        return m_hub->number(QStringLiteral("SELECT coalesce(%1, 0) FROM orders o JOIN orders_cost c USING (order_id)"
                                            " WHERE o.placed_at >= ? AND o.placed_at < ? AND %2")
                                 .arg(QLatin1String(what), QLatin1String(also)),
                             {begin, end});
    };
    QVERIFY(analytics.total.orders > 20);
    QCOMPARE(analytics.total.orders, number("count(*)", "1 = 1"));
    QCOMPARE(analytics.total.completed, number("count(*)", "status = 6"));
    QCOMPARE(analytics.total.cancelled, number("count(*)", "status = 7"));
    QCOMPARE(analytics.openOrders, number("count(*)", "status < 6"));
    QCOMPARE(analytics.total.revenueMinor, number("sum(total_cost)", "status = 6"));
    QCOMPARE(analytics.subtotalMinor, number("sum(subtotal)", "status = 6"));
    QCOMPARE(analytics.deliveryMinor, number("sum(delivery_cost)", "status = 6"));
    QCOMPARE(analytics.cancelledMinor, number("sum(total_cost)", "status = 7"));
    QCOMPARE(analytics.subtotalMinor + analytics.deliveryMinor, analytics.total.revenueMinor);
    QCOMPARE(analytics.total.averageCheckMinor(),
             (analytics.total.revenueMinor + analytics.total.completed / 2) / analytics.total.completed);

    // Each way of cutting it up gives the whole again.
    SalesFigures days;
    SalesFigures hours;
    SalesFigures weekdays;
    SalesFigures fulfilments;
    SalesFigures channels;
    for (const Analytics::Day &day : analytics.days) {
        days += day.sales;
        // The day that an order was given when it was placed is the day that it is counted in.
        QCOMPARE(day.sales.orders, m_hub->number(QStringLiteral("SELECT count(*) FROM orders WHERE business_day = ?"),
                                                 {day.day.toString(Qt::ISODate)}));
    }
    for (const SalesFigures &hour : analytics.hours)
        hours += hour;
    for (const SalesFigures &day : analytics.weekdays)
        weekdays += day;
    for (const SalesFigures &one : analytics.fulfilments)
        fulfilments += one;
    for (const Analytics::Channel &one : analytics.channels)
        channels += one.sales;
    QCOMPARE(analytics.days.size(), std::size_t(9));
    QVERIFY(days == analytics.total);
    QVERIFY(hours == analytics.total);
    QVERIFY(weekdays == analytics.total);
    QVERIFY(fulfilments == analytics.total);
    QVERIFY(channels == analytics.total);
    QCOMPARE(analytics.fulfilments[0].revenueMinor, number("sum(total_cost)", "status = 6 AND fulfilment = 'dine_in'"));
    QStringList names;
    for (const Analytics::Channel &one : analytics.channels)
        names.append(one.name);
    QCOMPARE(names, (QStringList{QStringLiteral("business"), QStringLiteral("guest"), QStringLiteral("terminal")}));

    // Items and categories: to the last minor unit what the orders' lines cost, each line rounded by itself.
    qint64 items = 0;
    qint64 quantities = 0;
    for (const Analytics::ItemSales &item : analytics.items) {
        items += item.revenueMinor;
        quantities += item.quantity;
        QCOMPARE(item.revenueMinor,
                 m_hub->number(QStringLiteral("SELECT sum((i.price * i.quantity + 500) / 1000) FROM orders_items i"
                                              " JOIN orders o USING (order_id) WHERE o.status = 6 AND i.status < 4"
                                              " AND o.placed_at >= ? AND o.placed_at < ? AND i.item_id = ?"),
                               {begin, end, item.itemId}));
    }
    qint64 categories = 0;
    for (const Analytics::CategorySales &category : analytics.categories)
        categories += category.revenueMinor;
    QCOMPARE(items, analytics.subtotalMinor);
    QCOMPARE(categories, analytics.subtotalMinor);
    QCOMPARE(quantities, m_hub->number(QStringLiteral("SELECT sum(i.quantity) FROM orders_items i JOIN orders o USING"
                                                      " (order_id) WHERE o.status = 6 AND o.placed_at >= ?"
                                                      " AND o.placed_at < ?"),
                                       {begin, end}));
    QVERIFY(std::is_sorted(analytics.items.begin(), analytics.items.end(),
                           [](const auto &a, const auto &b) { return a.revenueMinor > b.revenueMinor; }));

    qint64 cancelled = 0;
    qint64 cancelledMinor = 0;
    for (const Analytics::Cancellation &one : analytics.cancellations) {
        cancelled += one.orders;
        cancelledMinor += one.totalMinor;
    }
    QCOMPARE(cancelled, analytics.total.cancelled);
    QCOMPARE(cancelledMinor, analytics.cancelledMinor);
    QCOMPARE(analytics.cancellations.size(), std::size_t(2));
}

void AnalyticsTest::daysOfChangedClocks_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<int>("hours");
    QTest::newRow("spring in Berlin") << QStringLiteral("Europe/Berlin") << QDate(2026, 3, 29) << 23;
    QTest::newRow("autumn in Berlin") << QStringLiteral("Europe/Berlin") << QDate(2026, 10, 25) << 25;
    QTest::newRow("autumn in New York") << QStringLiteral("America/New_York") << QDate(2026, 11, 1) << 25;
    QTest::newRow("an even day in Almaty") << QStringLiteral("Asia/Almaty") << QDate(2026, 3, 29) << 24;
}

/// One order in each hour that the day really has, and one just outside of it on either side.
void AnalyticsTest::daysOfChangedClocks()
{
    QFETCH(QString, zone);
    QFETCH(QDate, day);
    QFETCH(int, hours);
    setZone(zone, 0);
    const DayBounds bounds = businessDayBounds(day, zone, 0);
    QCOMPARE((bounds.endMs - bounds.beginMs) / hourMs, hours);
    m_hub->nowMs = bounds.beginMs - 1;
    place();
    for (m_hub->nowMs = bounds.beginMs; m_hub->nowMs < bounds.endMs; m_hub->nowMs += hourMs)
        place();
    m_hub->nowMs = bounds.endMs;
    place();
    const Analytics one = analyse(day, day);
    QCOMPARE(one.total.orders, hours);
    const Analytics three = analyse(day.addDays(-1), day.addDays(1));
    QCOMPARE(three.days[0].sales.orders, 1);
    QCOMPARE(three.days[1].sales.orders, hours);
    QCOMPARE(three.days[2].sales.orders, 1);
    QCOMPARE(three.weekdays[std::size_t(day.dayOfWeek() - 1)].orders, hours);
}

void AnalyticsTest::anHourThatComesTwice()
{
    const QString zone = QStringLiteral("Europe/Berlin");
    setZone(zone, 0);
    const QDate day(2026, 10, 25);
    const DayBounds bounds = businessDayBounds(day, zone, 0);
    for (m_hub->nowMs = bounds.beginMs; m_hub->nowMs < bounds.endMs; m_hub->nowMs += hourMs)
        place();
    const Analytics analytics = analyse(day, day);
    for (int hour = 0; hour < 24; ++hour)
        QCOMPARE(analytics.hours[std::size_t(hour)].orders, hour == 2 ? 2 : 1);
}

void AnalyticsTest::timesAndLateness()
{
    const qint64 begin = m_hub->nowMs;
    const auto at = [&](qint64 minutes) { m_hub->nowMs = begin + minutes * minuteMs; };
    for (const int readyAfter : {10, 20, 60}) {
        at(0);
        NewOrder request = pickup({line(m_business.item(u"Soup"))});
        request.promisedAtMs = begin + 30 * minuteMs;
        const qint64 id = place(m_business.owner(), request);
        at(2);
        QVERIFY(move(id, {OrderStatus::Accepted}));
        at(5);
        QVERIFY(move(id, {OrderStatus::Preparing}));
        at(readyAfter);
        QVERIFY(move(id, {OrderStatus::Ready}));
    }
    at(0);
    place();
    const QDate day = businessDay(begin, QStringLiteral("Asia/Almaty"), 240);
    const Analytics analytics = analyse(day, day);
    QCOMPARE(analytics.toAccept.count, 3);
    QCOMPARE(analytics.toAccept.averageMs, 2 * minuteMs);
    QCOMPARE(analytics.toReady.count, 3);
    QCOMPARE(analytics.toReady.averageMs, 30 * minuteMs);
    QCOMPARE(analytics.toReady.p50Ms, 20 * minuteMs);
    QCOMPARE(analytics.toReady.p90Ms, 60 * minuteMs);
    QCOMPARE(analytics.toReady.p95Ms, 60 * minuteMs);
    QCOMPARE(analytics.toReady.maxMs, 60 * minuteMs);
    QCOMPARE(analytics.preparing.averageMs, 25 * minuteMs);
    QCOMPARE(analytics.promised, 3);
    QCOMPARE(analytics.late, 1);
    QCOMPARE(analytics.lateness.averageMs, 30 * minuteMs);
    QCOMPARE(analytics.stations.size(), std::size_t(1));
    QCOMPARE(analytics.stations[0].work.count, 3);
    // The station's limit is 900 seconds: 20 and 60 minutes are late.
    QCOMPARE(analytics.stations[0].late, 2);
}

void AnalyticsTest::whatWasVoidedIsNotSold()
{
    const qint64 id =
        place(m_business.owner(), pickup({line(m_business.item(u"Soup")), line(m_business.item(u"Bread"))}));
    OrderCommand command;
    command.kind = OrderCommand::Kind::Lines;
    command.action = LineAction::Void;
    command.reason = QStringLiteral("burnt");
    command.lineIds = {m_hub->number(QStringLiteral("SELECT order_item_id FROM orders_items WHERE name = 'Bread'"))};
    QVERIFY(m_hub->run(m_business.owner(), [&](WriteContext &context) {
        return orderwrites::command(context, {id, {}}, command);
    }));
    QVERIFY(complete(id));
    const QDate day = businessDay(m_hub->nowMs, QStringLiteral("Asia/Almaty"), 240);
    const Analytics analytics = analyse(day, day);
    QCOMPARE(analytics.items.size(), std::size_t(1));
    QCOMPARE(analytics.items[0].revenueMinor, 1295);
    QCOMPARE(analytics.total.revenueMinor, 1295);
}

void AnalyticsTest::whatWasJoinedIsNotCancelled()
{
    const qint64 gone = place();
    const qint64 target = place();
    const auto joined = m_hub->run(m_business.owner(), [&](WriteContext &context) {
        return orderwrites::join(context, {gone, {}}, target);
    });
    QVERIFY(joined);
    QVERIFY(complete(target));
    // Nobody hides a cancellation behind such a reason.
    const qint64 hidden = place();
    QVERIFY(move(hidden, {OrderStatus::Cancelled}, QStringLiteral("joined:A-002")));
    const QDate day = businessDay(m_hub->nowMs, QStringLiteral("Asia/Almaty"), 240);
    const Analytics analytics = analyse(day, day);
    QCOMPARE(analytics.total.orders, 2);
    QCOMPARE(analytics.total.completed, 1);
    QCOMPARE(analytics.total.revenueMinor, 2 * 1295);
    QCOMPARE(analytics.total.cancelled, 1);
    QCOMPARE(analytics.cancelledMinor, 1295);
    QCOMPARE(analytics.cancellations.size(), std::size_t(1));
    QCOMPARE(analytics.cancellations[0].totalMinor, 1295);
    qint64 byChannel = 0;
    for (const Analytics::Channel &channel : analytics.channels)
        byChannel += channel.sales.orders;
    QCOMPARE(byChannel, 2);
}

void AnalyticsTest::periods_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("sound");
    const QString none;
    QTest::newRow("default") << none << none << true;
    QTest::newRow("one day") << QStringLiteral("2026-01-15") << QStringLiteral("2026-01-15") << true;
    QTest::newRow("ten years") << QStringLiteral("2016-01-16") << QStringLiteral("2026-01-15") << true;
    QTest::newRow("too long") << QStringLiteral("2015-01-01") << QStringLiteral("2026-01-15") << false;
    QTest::newRow("the wrong way round") << QStringLiteral("2026-01-16") << QStringLiteral("2026-01-15") << false;
    QTest::newRow("no such day") << QStringLiteral("2026-02-30") << none << false;
    QTest::newRow("not a day") << none << QStringLiteral("today") << false;
    QTest::newRow("a time") << QStringLiteral("2026-01-15T") << none << false;
    QTest::newRow("long ago") << QStringLiteral("1999-12-31") << QStringLiteral("2000-01-01") << false;
}

void AnalyticsTest::periods()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(bool, sound);
    const auto period = analyticsreads::period(m_hub->database(), m_business.id, from, to, m_hub->nowMs);
    QCOMPARE(period.ok(), sound);
    if (!sound)
        QCOMPARE(period.error().code, ErrorCode::ValidationFailed);
    else if (from.isNull())
        QCOMPARE(period->from.daysTo(period->to), 29);
}

void AnalyticsTest::anEmptyPeriod()
{
    const Analytics analytics = analyse(QDate(2025, 1, 1), QDate(2025, 1, 2));
    QCOMPARE(analytics.days.size(), std::size_t(2));
    QVERIFY(analytics.total == SalesFigures{});
    QCOMPARE(analytics.total.averageCheckMinor(), 0);
    QVERIFY(analytics.items.empty() && analytics.channels.empty() && analytics.toReady == DurationFigures{});
}

void AnalyticsTest::anotherBusinessIsNotCounted()
{
    QVERIFY(complete(place()));
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    const QDate day = businessDay(m_hub->nowMs, QStringLiteral("Asia/Almaty"), 240);
    const auto result = analyticsreads::of(m_hub->database(), other.id, {day, day});
    QVERIFY(result);
    QCOMPARE(result->total.orders, 0);
    QVERIFY(result->items.empty() && result->stations.empty() && result->channels.empty());
}

QTEST_GUILESS_MAIN(AnalyticsTest)
#include "analyticstest.moc"
