// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/feedservice.h"
#include "models/hub/orderservice.h"
#include "models/hub/paintedservice.h"
#include "tests/support/hubfixture.h"
#include "tests/support/queryplans.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <sqlite3.h>

#include <algorithm>

using namespace oshaq;
using namespace oshaq::test;

namespace {

constexpr qint64 minuteMs = 60 * 1000;
constexpr qint64 hourMs = 60 * minuteMs;

std::vector<qint64> idsOf(const OrderPage &page)
{
    std::vector<qint64> ids;
    for (const Order &order : page.orders)
        ids.push_back(order.id);
    return ids;
}

} // namespace

/// The reads over many orders: pages, figures, and that none of them looks at rows that it does not need.
class OrderListTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void filters();
    void pagesCoverEveryOrderOnce_data();
    void pagesCoverEveryOrderOnce();
    void pagesAreStableUnderInserts();
    void ordersPlacedInOneMillisecondAreNotLost();
    void foreignCursorsAreRefused();
    void anotherBusinessIsInvisible();
    void statsEqualPlainCounts();
    void statsOfAnEmptyDay();
    void aPageCostsTwoStatements();
    void noHotStatementScans();

private:
    qint64 place(const FixtureBusiness &business, const Principal &principal,
                 Fulfilment fulfilment = Fulfilment::Pickup)
    {
        NewOrder request = pickup({line(business.item(u"Soup")), line(business.item(u"Bread"), 2000)});
        request.fulfilment = fulfilment;
        request.table = QStringLiteral("1");
        const auto placed =
            m_hub->run(principal, [&](WriteContext &context) { return orderwrites::create(context, request); });
        return placed ? placed->entityId : 0;
    }
    qint64 place() { return place(m_business, m_business.owner()); }
    bool move(qint64 orderId, std::initializer_list<OrderStatus> path)
    {
        for (const OrderStatus to : path) {
            OrderCommand command;
            command.to = to;
            command.reason = QStringLiteral("test");
            if (!m_hub->run(m_business.owner(), [&](WriteContext &context) {
                    return orderwrites::command(context, {orderId, {}}, command);
                }))
                return false;
        }
        return true;
    }
    OrderPage list(const OrderFilter &filter)
    {
        auto page = orderreads::list(m_hub->database(), m_business.id, filter);
        if (!page) {
            QTest::qFail(qPrintable(page.error().message), __FILE__, __LINE__);
            return {};
        }
        return *page;
    }

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
};

void OrderListTest::init()
{
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
}

void OrderListTest::filters()
{
    const qint64 guest = m_hub->makeGuest(m_business, QStringLiteral("Aigerim"));
    const qint64 begin = m_hub->nowMs;
    const qint64 first = place();
    m_hub->nowMs += minuteMs;
    const qint64 second = place(m_business, m_business.guest(guest), Fulfilment::DineIn);
    m_hub->nowMs += minuteMs;
    const qint64 third = place();
    QVERIFY(first && second && third);
    QVERIFY(move(first, {OrderStatus::Preparing, OrderStatus::Ready, OrderStatus::Completed}));
    QVERIFY(move(third, {OrderStatus::Accepted}));

    const auto only = [this](const std::function<void(OrderFilter &)> &set) {
        OrderFilter filter;
        set(filter);
        return idsOf(list(filter));
    };
    using Ids = std::vector<qint64>;
    QCOMPARE(only([](OrderFilter &) {}), (Ids{third, second, first}));
    QCOMPARE(only([](OrderFilter &f) { f.oldestFirst = true; }), (Ids{first, second, third}));
    QCOMPARE(only([](OrderFilter &f) { f.openOnly = true; }), (Ids{third, second}));
    QCOMPARE(only([](OrderFilter &f) { f.statuses = {OrderStatus::New}; }), (Ids{second}));
    QCOMPARE(only([](OrderFilter &f) {
                 f.statuses = {OrderStatus::New, OrderStatus::Completed};
                 f.openOnly = true;
             }),
             (Ids{second}));
    QCOMPARE(only([guest](OrderFilter &f) {
                 f.userId = guest;
                 f.openOnly = true;
             }),
             (Ids{second}));
    QCOMPARE(only([guest](OrderFilter &f) {
                 f.userId = guest;
                 f.statuses = {OrderStatus::Completed};
             }),
             Ids{});
    QCOMPARE(only([](OrderFilter &f) {
                 f.statuses = {OrderStatus::New, OrderStatus::Completed};
             }),
             (Ids{second, first}));
    QCOMPARE(only([](OrderFilter &f) { f.statuses = {OrderStatus::Cancelled}; }), Ids{});
    QCOMPARE(only([](OrderFilter &f) { f.fulfilment = Fulfilment::DineIn; }), (Ids{second}));
    QCOMPARE(only([guest](OrderFilter &f) { f.userId = guest; }), (Ids{second}));
    QCOMPARE(only([guest](OrderFilter &f) { f.userId = guest + 1; }), Ids{});
    QCOMPARE(only([begin](OrderFilter &f) { f.fromMs = begin + minuteMs; }), (Ids{third, second}));
    QCOMPARE(only([begin](OrderFilter &f) { f.toMs = begin + minuteMs; }), (Ids{first}));
    QCOMPARE(only([begin](OrderFilter &f) {
                 f.fromMs = begin;
                 f.toMs = begin + 1;
             }),
             (Ids{first}));

    const OrderPage page = list({});
    QCOMPARE(page.orders[1].lines.size(), std::size_t(2));
    QVERIFY(page.orders[1] == *orderreads::one(m_hub->database(), m_business.id, {second, {}}));
    QVERIFY(page.nextCursor.isEmpty());
}

void OrderListTest::pagesCoverEveryOrderOnce_data()
{
    QTest::addColumn<bool>("oldestFirst");
    QTest::addColumn<bool>("openOnly");
    QTest::newRow("newest first") << false << false;
    QTest::newRow("oldest first") << true << false;
    QTest::newRow("open, newest first") << false << true;
    QTest::newRow("open, oldest first") << true << true;
}

void OrderListTest::pagesCoverEveryOrderOnce()
{
    QFETCH(bool, oldestFirst);
    QFETCH(bool, openOnly);
    std::vector<qint64> placed;
    for (int i = 0; i < 23; ++i) {
        m_hub->nowMs += i % 3 == 0 ? 0 : 7; // some in the same millisecond
        placed.push_back(place());
    }
    if (!oldestFirst)
        std::reverse(placed.begin(), placed.end());
    OrderFilter filter;
    filter.limit = 5;
    filter.oldestFirst = oldestFirst;
    filter.openOnly = openOnly;
    std::vector<qint64> seen;
    int pages = 0;
    do {
        const OrderPage page = list(filter);
        QVERIFY(page.orders.size() <= 5);
        for (const qint64 id : idsOf(page))
            seen.push_back(id);
        filter.cursor = page.nextCursor;
        ++pages;
    } while (!filter.cursor.isEmpty() && pages < 20);
    QCOMPARE(pages, 5);
    QCOMPARE(seen, placed);
}

void OrderListTest::pagesAreStableUnderInserts()
{
    QSet<qint64> before;
    for (int i = 0; i < 12; ++i) {
        m_hub->nowMs += 5;
        before.insert(place());
    }
    OrderFilter filter;
    filter.limit = 4;
    std::vector<qint64> seen;
    do {
        const OrderPage page = list(filter);
        for (const qint64 id : idsOf(page))
            seen.push_back(id);
        filter.cursor = page.nextCursor;
        m_hub->nowMs += 5;
        QVERIFY(place() != 0); // newer than everything: neither repeats nor pushes out what is left
    } while (!filter.cursor.isEmpty());
    QCOMPARE(seen.size(), std::size_t(12));
    QCOMPARE(QSet<qint64>(seen.begin(), seen.end()), before);
}

void OrderListTest::ordersPlacedInOneMillisecondAreNotLost()
{
    const qint64 first = place();
    const qint64 second = place();
    OrderFilter filter;
    filter.limit = 1;
    const OrderPage one = list(filter);
    QCOMPARE(idsOf(one), std::vector<qint64>{second});
    filter.cursor = one.nextCursor;
    const OrderPage two = list(filter);
    QCOMPARE(idsOf(two), std::vector<qint64>{first});
    QVERIFY(two.nextCursor.isEmpty());
}

void OrderListTest::foreignCursorsAreRefused()
{
    place();
    place();
    OrderFilter filter;
    filter.limit = 1;
    const QString cursor = list(filter).nextCursor;
    QVERIFY(!cursor.isEmpty());
    filter.oldestFirst = true;
    const QStringList wrong{QStringLiteral("x"),
                            QStringLiteral("ZC4xLng"),
                            cursor + QLatin1Char('='),
                            cursor + cursor,
                            cursor,
                            QString(500, QLatin1Char('A')),
                            QStringLiteral("\u0416")};
    for (const QString &text : wrong) {
        filter.cursor = text;
        const auto page = orderreads::list(m_hub->database(), m_business.id, filter);
        QVERIFY2(!page, qPrintable(text));
        QCOMPARE(page.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(page.error().details.front().path, QStringLiteral("cursor"));
    }
}

void OrderListTest::anotherBusinessIsInvisible()
{
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    const qint64 mine = place();
    QVERIFY(place(other, other.owner()) != 0);
    QCOMPARE(idsOf(list({})), std::vector<qint64>{mine});
}

void OrderListTest::statsEqualPlainCounts()
{
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    place(other, other.owner());
    const qint64 yesterdayDone = place();
    const qint64 yesterdayOpen = place();
    QVERIFY(yesterdayOpen != 0);
    QVERIFY(move(yesterdayDone, {OrderStatus::Preparing, OrderStatus::Ready, OrderStatus::Completed}));
    m_hub->nowMs += 24 * hourMs;
    std::vector<qint64> today;
    for (int i = 0; i < 9; ++i)
        today.push_back(place());
    for (int i = 0; i < 4; ++i)
        QVERIFY(move(today[std::size_t(i)], {OrderStatus::Preparing, OrderStatus::Ready, OrderStatus::Completed}));
    QVERIFY(move(today[4], {OrderStatus::Cancelled}));
    QVERIFY(move(today[5], {OrderStatus::Preparing}));
    const std::vector<qint64> latencies{40, 90, 10, 900};
    for (std::size_t i = 0; i < latencies.size(); ++i) {
        const auto acknowledged = m_hub->run(m_business.terminal(Role::Kitchen), [&](WriteContext &context) {
            return paintedwrites::acknowledge(context, {{today[i], 0, false}}, m_hub->nowMs + latencies[i]);
        });
        QVERIFY(acknowledged);
    }

    const auto stats = orderreads::stats(m_hub->database(), m_business.id, m_hub->nowMs);
    QVERIFY(stats);
    const QString begin = QStringLiteral("1768518000000"); // 2026-01-16 04:00 in Almaty
    const QString mine = QStringLiteral(" FROM orders WHERE business_id = %1 ").arg(m_business.id);
    QCOMPARE(stats->ordersToday,
             m_hub->number(QStringLiteral("SELECT count(*)") + mine + QStringLiteral("AND placed_at >= ") + begin));
    QCOMPARE(stats->byStatus.size(), std::size_t(7));
    for (const auto &[status, count] : stats->byStatus) {
        QCOMPARE(count,
                 m_hub->number(QStringLiteral("SELECT count(*)") + mine +
                                   QStringLiteral("AND status = ? AND (placed_at >= %1 OR status < 6)").arg(begin),
                               {int(status)}));
    }
    QCOMPARE(stats->byStatus[0].second, 4);
    QCOMPARE(stats->revenueTodayMinor, 4 * 1395);
    QCOMPARE(stats->averageCheckMinor, 1395);
    QCOMPARE(stats->paintedCount, 4);
    QCOMPARE(stats->paintedP50Ms, 40);
    QCOMPARE(stats->paintedP95Ms, 900);
    QCOMPARE(stats->paintedMaxMs, 900);

    const auto later = orderreads::stats(m_hub->database(), m_business.id, m_hub->nowMs + 2 * hourMs);
    QCOMPARE(later->paintedCount, 0);
    QCOMPARE(later->paintedP95Ms, -1);
}

void OrderListTest::statsOfAnEmptyDay()
{
    const auto stats = orderreads::stats(m_hub->database(), m_business.id, m_hub->nowMs);
    QVERIFY(stats);
    QCOMPARE(stats->ordersToday, 0);
    QCOMPARE(stats->revenueTodayMinor, 0);
    QCOMPARE(stats->averageCheckMinor, 0);
    QCOMPARE(stats->paintedP50Ms, -1);
    QCOMPARE(orderreads::stats(m_hub->database(), 999, m_hub->nowMs).error().code, ErrorCode::NotFound);
}

void OrderListTest::aPageCostsTwoStatements()
{
    for (int i = 0; i < 30; ++i)
        place();
    const auto reader = m_hub->openReader();
    QVERIFY(reader);
    int executed = 0;
    sqlite3_trace_v2(
        static_cast<sqlite3 *>(reader->handle()), SQLITE_TRACE_STMT,
        [](unsigned, void *counter, void *statement, void *) {
            const QByteArray sql = sqlite3_sql(static_cast<sqlite3_stmt *>(statement));
            if (sql.startsWith("SELECT"))
                ++*static_cast<int *>(counter);
            return 0;
        },
        &executed);
    const auto page = orderreads::list(*reader, m_business.id, {});
    sqlite3_trace_v2(static_cast<sqlite3 *>(reader->handle()), 0, nullptr, nullptr);
    QVERIFY(page);
    QCOMPARE(page->orders.size(), std::size_t(30));
    QCOMPARE(page->orders.back().lines.size(), std::size_t(2));
    QCOMPARE(executed, 2);
}

void OrderListTest::noHotStatementScans()
{
    const qint64 guest = m_hub->makeGuest(m_business, QStringLiteral("Aigerim"));
    const qint64 order = place(m_business, m_business.guest(guest));
    QVERIFY(move(order, {OrderStatus::Preparing, OrderStatus::Ready}));
    QVERIFY(m_hub->run(m_business.owner(), [&](WriteContext &context) {
        return paintedwrites::acknowledge(context, {{order, 0, true}, {order, 0, false}}, m_hub->nowMs);
    }));
    for (const bool oldestFirst : {false, true}) {
        for (const bool openOnly : {false, true}) {
            for (const bool ofUser : {false, true}) {
                OrderFilter filter;
                filter.oldestFirst = oldestFirst;
                filter.openOnly = openOnly;
                if (ofUser)
                    filter.userId = guest;
                list(filter);
            }
        }
    }
    for (const bool oldestFirst : {false, true}) {
        OrderFilter filter;
        filter.oldestFirst = oldestFirst;
        filter.payments = {PaymentState::Unpaid};
        QCOMPARE(idsOf(list(filter)), std::vector<qint64>{order});
        filter.payments = {PaymentState::Paid, PaymentState::Unpaid, PaymentState::PartPaid};
        QCOMPARE(idsOf(list(filter)), std::vector<qint64>{order});
        filter.openOnly = true;
        QCOMPARE(idsOf(list(filter)), std::vector<qint64>{order});
        filter.payments.clear();
        filter.personId = guest;
        QCOMPARE(idsOf(list(filter)), std::vector<qint64>{order});
    }
    sql::Database &database = m_hub->database();
    QVERIFY(orderreads::one(database, m_business.id, {order, {}}));
    QVERIFY(orderreads::stats(database, m_business.id, m_hub->nowMs));
    QVERIFY(feedreads::snapshot(database, m_business.id, m_hub->nowMs));
    const auto page = feedreads::changes(database, m_business.id, {m_hub->epoch, 1}, 100);
    QVERIFY(page && !page->changes.empty());

    QVERIFY(orderreads::one(database, m_business.id, {0, QStringLiteral("nobody")}).error().code ==
            ErrorCode::NotFound);

    // A search by business alone would still read all its orders: say which index each question needs.
    struct Expected
    {
        QString clause;
        QString index;
        bool seen = false;
    };
    QList<Expected> expected{
        {QStringLiteral("o.user_id = ?"), QStringLiteral("orders_by_user")},
        {QStringLiteral("o.status < 6"), QStringLiteral("orders_open")},
        {QStringLiteral("o.status >= 6"), QStringLiteral("orders_closed")},
        {QStringLiteral("o.order_uuid = ?"), QStringLiteral("orders_by_uuid")},
        {QStringLiteral("o.order_id = ?"), QStringLiteral("INTEGER PRIMARY KEY")},
        {QStringLiteral("o.order_id IN"), QStringLiteral("INTEGER PRIMARY KEY")},
        {QStringLiteral("o.payment_state = ?"), QStringLiteral("orders_by_payment")},
        {QStringLiteral("o.placed_at"), QStringLiteral("orders_by_placed")},
    };
    for (const ExplainedStatement &statement : preparedStatements(database)) {
        // Migrations', once in a hub's life: they fill the search with every order, and each guest's digits.
        if ((statement.sql.startsWith(QLatin1String("INSERT INTO order_search")) ||
             statement.sql.startsWith(QLatin1String("INSERT INTO search_"))) &&
            statement.sql.contains(QLatin1String("SELECT")))
            continue;
        if (statement.sql.startsWith(QLatin1String("UPDATE users SET phone_digits = substr(oshaq_digits(phone)")) ||
            statement.sql.contains(QLatin1String("SET\n    phone_index = oshaq_index(")) ||
            statement.sql.startsWith(QLatin1String("UPDATE user_addresses SET\n")) ||
            statement.sql.contains(QLatin1String("NOT EXISTS (SELECT 1 FROM users) AND")))
            continue;
        const QString plan = statement.plan.join(QLatin1Char('\n'));
        const QString both = statement.sql + QLatin1Char('\n') + plan;
        for (const char *table :
             {"o", "c", "u", "a", "g", "s", "orders", "orders_items", "orders_cost", "order_status", "order_numbers",
              "journal", "users", "user_addresses", "painted_acks", "items", "categories", "option_groups", "options"})
            QVERIFY2(!statement.plan.contains(QStringLiteral("SCAN ") + QLatin1String(table)), qPrintable(both));
        QVERIFY2(!plan.contains(QLatin1String("AUTOMATIC")), qPrintable(both));
        if (statement.sql.contains(QLatin1String("json_each")))
            QVERIFY2(!statement.plan.front().contains(QLatin1String("business_id=?")), qPrintable(both));
        if (!statement.sql.contains(QLatin1String("FROM orders o")))
            continue;
        // A few that a search named are sorted as they come.
        const bool isFew = statement.sql.contains(QLatin1String("+o.placed_at"));
        if (statement.sql.contains(QLatin1String("ORDER BY o.placed_at")) && !isFew)
            QVERIFY2(!plan.contains(QLatin1String("TEMP B-TREE")), qPrintable(both));
        const QString where = statement.sql.section(QStringLiteral(" WHERE "), 1);
        const auto rule = std::find_if(expected.begin(), expected.end(),
                                       [&where](const Expected &e) { return where.contains(e.clause); });
        QVERIFY2(rule != expected.end(), qPrintable(both));
        rule->seen = true;
        const QStringList ofOrders = statement.plan.filter(QRegularExpression(QStringLiteral("^SEARCH o USING ")));
        QVERIFY2(ofOrders.size() == 1 && ofOrders.front().contains(rule->index), qPrintable(both));
    }
    for (const Expected &rule : std::as_const(expected))
        QVERIFY2(rule.seen, qPrintable(rule.clause));
}

QTEST_GUILESS_MAIN(OrderListTest)
#include "orderlisttest.moc"
