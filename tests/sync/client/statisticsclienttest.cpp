// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/statisticsclient.h"
#include "fakewire.h"
#include "sync/protocol/analyticsjson.h"
#include "sync/protocol/dayendjson.h"
#include "sync/protocol/orderjson.h"
#include "terminalworld.h"
#include "tests/sync/protocol/samples.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::testing;

/// Questions of the statistics page over a scripted transport. What can become of a question in general is
/// archiveclienttest's.
class StatisticsClientTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void asksForDays();
    void asksForTheOrdersBehindAFigure();
    void leavesOutWhatIsNotAsked();
    void readsOrders();
    void readsDayEndsPageByPage();
    void atMostSoManyDayEnds();
    void makesAndPrintsDayEnds();
    void saysWhatIsWrong();
    void forgetsWhatIsCancelled();
    void givenUp();
    void knowsBusinessAndClock();

private:
    const WireRequest &last() const { return m_wire->requests.back(); }
    QByteArray target() const { return last().url.mid(qstrlen("http://hub.test:8787/api/v1/admin/")); }
    void deliverAll()
    {
        while (m_wire->deliverOne()) {
        }
        QCoreApplication::processEvents();
    }
    static QByteArray dayEndText(qint64 id)
    {
        DayEnd dayEnd;
        dayEnd.id = id;
        dayEnd.day = QDate(2026, 1, 15);
        dayEnd.number = 2;
        dayEnd.madeAtMs = samples::baseMs;
        dayEnd.madeBy = QStringLiteral("Dana");
        dayEnd.journalSeq = 77;
        dayEnd.journalHash = QByteArray(32, 'h');
        dayEnd.orders = 5;
        dayEnd.revenueMinor = 123'45;
        dayEnd.openOrders = 1;
        JsonWriter json;
        writeDayEnd(json, dayEnd, Currency());
        return json.take();
    }

    TerminalWorld m_world;
    HubEndpoint m_endpoint = *HubEndpoint::make(QStringLiteral("http://hub.test:8787"), QStringLiteral("ott_good"));
    std::unique_ptr<FakeTransport> m_wire;
    std::unique_ptr<StatisticsClient> m_client;
};

void StatisticsClientTest::init()
{
    m_wire = std::make_unique<FakeTransport>();
    m_client = std::make_unique<StatisticsClient>(m_endpoint, *m_wire, *m_world.cache, *m_world.hubClock);
}

void StatisticsClientTest::cleanup()
{
    m_client.reset();
    m_wire.reset();
}

void StatisticsClientTest::asksForDays()
{
    Analytics there;
    there.from = QDate(2026, 1, 1);
    there.to = QDate(2026, 1, 2);
    there.beginMs = samples::baseMs;
    there.endMs = samples::baseMs + 1;
    there.total = {3, 2, 1, 2'595};
    there.days = {{there.from, {1, 1, 0, 1'295}}, {there.to, {2, 1, 1, 1'300}}};
    m_wire->queued.push_back(answered(200, successJson(analyticsJson(there, Business()))));
    std::optional<Analytics> got;
    m_client->analytics(there.from, there.to, [&got](const PortAnswer<Analytics> &answer) { got = answer.value; });
    QCOMPARE(last().method, QByteArray("GET"));
    QCOMPARE(target(), QByteArray("orders/analytics?from=2026-01-01&to=2026-01-02"));
    QVERIFY(!got);
    deliverAll();
    QVERIFY(got);
    QVERIFY(got->total == there.total);
    QVERIFY(got->days.back().sales == there.days.back().sales);
}

void StatisticsClientTest::asksForTheOrdersBehindAFigure()
{
    DrillQuery query;
    query.from = QDate(2026, 1, 1);
    query.to = QDate(2026, 12, 31);
    query.weekday = 5;
    query.hour = 0;
    query.status = OrderStatus::Cancelled;
    query.fulfilment = Fulfilment::DineIn;
    query.itemId = 3;
    query.categoryId = 0;
    query.stationId = 4;
    query.late = true;
    query.channel = QStringLiteral("guest");
    query.reason = QStringLiteral("нет & +");
    query.limit = 500;
    query.cursor = QStringLiteral("a=b");
    m_client->orders(query, [](const PortAnswer<DrillPage> &) {});
    QCOMPARE(target(), QByteArray("orders/analytics/orders?from=2026-01-01&to=2026-12-31&weekday=5&hour=0&status=7"
                                  "&fulfilment=dine_in&item_id=3&category_id=0&station_id=4&late=true&channel=guest"
                                  "&reason=%D0%BD%D0%B5%D1%82%20%26%20%2B&limit=200&cursor=a%3Db"));
}

void StatisticsClientTest::leavesOutWhatIsNotAsked()
{
    DrillQuery query;
    query.from = QDate(2026, 1, 1);
    query.to = QDate(2026, 1, 1);
    m_client->orders(query, [](const PortAnswer<DrillPage> &) {});
    QCOMPARE(target(), QByteArray("orders/analytics/orders?from=2026-01-01&to=2026-01-01&limit=50"));
    query.reason = QString(); // cancelled without a reason, which is not the same as any
    m_client->orders(query, [](const PortAnswer<DrillPage> &) {});
    QCOMPARE(target(), QByteArray("orders/analytics/orders?from=2026-01-01&to=2026-01-01&reason=&limit=50"));
}

void StatisticsClientTest::readsOrders()
{
    JsonWriter json;
    writeOrder(json, samples::order(), OrderView::Full);
    m_wire->queued.push_back(
        answered(200, successJson('[' + json.take() + ']', QStringLiteral("OK"), R"({"next_cursor":"c2"})")));
    std::optional<DrillPage> got;
    m_client->orders({}, [&got](const PortAnswer<DrillPage> &answer) { got = answer.value; });
    deliverAll();
    QVERIFY(got);
    QCOMPARE(got->orders.size(), std::size_t(1));
    QCOMPARE(got->orders.front(), samples::order());
    QCOMPARE(got->nextCursor, QStringLiteral("c2"));
}

void StatisticsClientTest::readsDayEndsPageByPage()
{
    m_wire->queued.push_back(answered(200, successJson('[' + dayEndText(3) + ',' + dayEndText(2) + ']',
                                                       QStringLiteral("OK"), R"({"next_cursor":"n=1"})")));
    m_wire->queued.push_back(
        answered(200, successJson('[' + dayEndText(1) + ']', QStringLiteral("OK"), R"({"next_cursor":null})")));
    std::vector<qint64> ids;
    int times = 0;
    m_client->dayEnds([&](const PortAnswer<std::vector<DayEnd>> &answer) {
        ++times;
        QVERIFY2(bool(answer), qPrintable(answer.failure.message));
        for (const DayEnd &one : *answer.value)
            ids.push_back(one.id);
    });
    QCOMPARE(target(), QByteArray("day-ends?limit=200"));
    deliverAll();
    QCOMPARE(target(), QByteArray("day-ends?limit=200&cursor=n%3D1"));
    QCOMPARE(times, 1);
    QCOMPARE(ids, (std::vector<qint64>{3, 2, 1}));
}

void StatisticsClientTest::atMostSoManyDayEnds()
{
    QByteArray page = "[";
    for (int i = 0; i < 200; ++i)
        page += (i > 0 ? "," : "") + dayEndText(1000 - i);
    page += ']';
    m_wire->serve = [page](const WireRequest &) {
        return answered(200, successJson(page, QStringLiteral("OK"), R"({"next_cursor":"more"})"));
    };
    std::size_t count = 0;
    m_client->dayEnds([&](const PortAnswer<std::vector<DayEnd>> &answer) { count = answer.value->size(); });
    deliverAll();
    QCOMPARE(count, std::size_t(400));
    QCOMPARE(m_wire->requests.size(), std::size_t(2));
}

void StatisticsClientTest::makesAndPrintsDayEnds()
{
    m_wire->queued.push_back(answered(201, successJson(dayEndText(9))));
    std::optional<DayEnd> made;
    m_client->makeDayEnd(QStringLiteral("key-1"), QDate(2026, 1, 15),
                         [&made](const PortAnswer<DayEnd> &answer) { made = answer.value; });
    QCOMPARE(last().method, QByteArray("POST"));
    QCOMPARE(target(), QByteArray("day-ends"));
    QCOMPARE(last().body, QByteArray("{\"day\":\"2026-01-15\"}"));
    QVERIFY(last().headers.contains({QByteArray("Idempotency-Key"), QByteArray("key-1")}));
    deliverAll();
    QVERIFY(made);
    QCOMPARE(made->id, 9);
    QCOMPARE(made->revenueMinor, 123'45);

    m_wire->queued.push_back(answered(201, successJson("{}")));
    bool printed = false;
    m_client->printDayEnd(QStringLiteral("key-2"), 9, 4,
                          [&printed](const PortAnswer<PortNothing> &answer) { printed = bool(answer); });
    QCOMPARE(target(), QByteArray("day-ends/9/print"));
    QCOMPARE(last().body, QByteArray("{\"printer_id\":4}"));
    deliverAll();
    QVERIFY(printed);
}

void StatisticsClientTest::saysWhatIsWrong()
{
    using Kind = PortFailure::Kind;
    const auto kindOf = [this](const WireReply &reply) {
        m_wire->queued.push_back(reply);
        std::optional<Kind> kind;
        m_client->analytics(QDate(2026, 1, 1), QDate(2026, 1, 1), [&kind](const PortAnswer<Analytics> &answer) {
            kind = answer ? std::nullopt : std::optional(answer.failure.kind);
        });
        deliverAll();
        return kind;
    };
    QVERIFY(kindOf(noNetwork()) == Kind::Unreachable);
    QVERIFY(kindOf(answered(403, "{}")) == Kind::SignIn);
    QVERIFY(kindOf(answered(422, errorJson({ErrorCode::ValidationFailed, QStringLiteral("no"), {}}, "r"))) ==
            Kind::Refused);
    QVERIFY(kindOf(answered(200, successJson("{}"))) == Kind::Broken);
}

void StatisticsClientTest::forgetsWhatIsCancelled()
{
    m_wire->queued.push_back(answered(200, successJson(analyticsJson(Analytics(), Business()))));
    int times = 0;
    const PortCall call =
        m_client->analytics(QDate(2026, 1, 1), QDate(2026, 1, 1), [&times](const PortAnswer<Analytics> &) { ++times; });
    m_client->cancel(call);
    deliverAll();
    QCOMPARE(times, 0);
    QCOMPARE(m_wire->cancelled, 1);
}

void StatisticsClientTest::givenUp()
{
    std::optional<PortFailure::Kind> kind;
    m_client->dayEnds([&kind](const PortAnswer<std::vector<DayEnd>> &answer) { kind = answer.failure.kind; });
    m_client->giveUp();
    QVERIFY(!kind);
    QCoreApplication::processEvents();
    QVERIFY(kind == PortFailure::Kind::Unreachable);
}

void StatisticsClientTest::knowsBusinessAndClock()
{
    QCOMPARE(m_client->business(), m_world.cache->business());
    m_world.hubClock->observe(samples::baseMs, 1);
    QVERIFY(std::abs(m_client->hubNowMs() - samples::baseMs) < 1000);
}

QTEST_GUILESS_MAIN(StatisticsClientTest)
#include "statisticsclienttest.moc"
