// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/drawerjson.h"
#include "tests/support/apiharness.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// Cash drawers as the till and the office see them.
class DrawerApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void fromFloatToCount();
    void saysWhereCashGoes();
    void sentAgainUnderTheSameKey();
    void wrongValues_data();
    void wrongValues();
    void aStaleCloseIs412();
    void minorUnitsInV2();
    void dayEndShowsThem();
    void whatIsWrittenIsRead();

private:
    QByteArray terminal(Role role) const { return m_site->business().terminalTokens.at(role); }
    ApiAnswer post(const QByteArray &rest, const QByteArray &body, Role role = Role::Counter, Headers headers = {})
    {
        return m_api->call("POST", "/api/v1/business/drawers" + rest, terminal(role), body, std::move(headers));
    }
    qint64 open(const QByteArray &amount = "100", Role role = Role::Counter)
    {
        return post({}, "{\"float\":" + amount + '}', role).data().value(QLatin1String("drawer_id")).toInteger();
    }
    static QByteArray at(qint64 id, const char *what) { return '/' + QByteArray::number(id) + '/' + what; }
    /// 25.90 in cash.
    bool sell(Role role)
    {
        const auto placed = m_api->call("POST", "/api/v1/user/orders/create", m_site->business().guestToken,
                                        pickupBody(m_site->business().item("Soup"), "2"));
        const qint64 order = placed.data().value(QLatin1String("order_id")).toInteger();
        return m_api
                   ->call("POST", "/api/v1/payment/orders/direct", terminal(role),
                          "{\"order_id\":" + QByteArray::number(order) + R"(,"method":"cash","amount":25.9})")
                   .status == 201;
    }

    FakeClock m_clock;
    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
};

void DrawerApiTest::init()
{
    TestSiteOptions options;
    options.server = false;
    options.clock = &m_clock;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_api = std::make_unique<ApiHarness>(*m_site);
}

void DrawerApiTest::cleanup()
{
    m_api.reset();
    m_site.reset();
}

void DrawerApiTest::fromFloatToCount()
{
    const auto opened = post({}, R"({"float":100.5})");
    QVERIFY2(opened.status == 201, opened.body);
    const qint64 id = opened.data().value(QLatin1String("drawer_id")).toInteger();
    QCOMPARE(opened.header("Location"), "/api/v1/business/drawers/" + QByteArray::number(id));
    QVERIFY2(opened.body.contains("\"here\":true") && opened.body.contains("\"expected\":100.5"), opened.body);
    QCOMPARE(post({}, "{\"float\":1}").verdict(), QByteArray("409 ALREADY_EXISTS"));

    QVERIFY(sell(Role::Counter));
    const auto out = post(at(id, "moves"), R"({"kind":"pay_out","amount":20,"reason":"Ice"})");
    QVERIFY2(out.status == 201 && out.body.contains("\"reason\":\"Ice\""), out.body);
    QVERIFY2(out.body.contains("\"sales\":1,\"sales_amount\":25.9") && out.body.contains("\"expected\":106.4"),
             out.body);
    const auto counted = post(at(id, "counts"), R"({"pieces":[{"face":100,"count":1},{"face":5,"count":1}]})");
    QVERIFY2(counted.status == 201, counted.body);
    QVERIFY2(counted.body.contains("\"counted\":105,\"expected\":106.4,\"difference\":-1.4"), counted.body);
    const auto closed = post(at(id, "close"), R"({"counted":106.4,"note":"All there"})");
    QVERIFY2(closed.status == 200, closed.body);
    QVERIFY2(closed.body.contains("\"note\":\"All there\",\"difference\":0"), closed.body);
    QVERIFY2(closed.body.contains("\"here\":false"), closed.body);
    QCOMPARE(post(at(id, "close"), "{\"counted\":1}").verdict(), QByteArray("412 VERSION_STALE"));
    QCOMPARE(post(at(id, "counts"), "{\"counted\":1}").verdict(), QByteArray("412 VERSION_STALE"));
}

void DrawerApiTest::saysWhereCashGoes()
{
    const qint64 till = open("1");
    const auto listOf = [this](Role role, const QByteArray &query) {
        return m_api->get("/api/v1/business/drawers" + query, terminal(role));
    };
    // The only one there is takes the manager's cash too.
    QVERIFY(listOf(Role::Manager, "?state=open").body.contains("\"here\":true"));
    const qint64 office = open("2", Role::Manager);
    QVERIFY(office != 0 && office != till);
    const auto open = listOf(Role::Manager, "?state=open").json.value(QLatin1String("data")).toArray();
    QCOMPARE(open.size(), 2);
    QCOMPARE(open.at(0).toObject().value(QLatin1String("here")).toBool(), false);
    QCOMPARE(open.at(1).toObject().value(QLatin1String("here")).toBool(), true);
    QVERIFY(post(at(till, "close"), "{\"counted\":1}").status == 200);
    QCOMPARE(listOf(Role::Counter, "?state=open").json.value(QLatin1String("data")).toArray().size(), 1);
    const auto all = listOf(Role::Counter, "?limit=1");
    QCOMPARE(all.json.value(QLatin1String("data")).toArray().size(), 1);
    QVERIFY(all.body.contains("\"next_cursor\":\""));
    QCOMPARE(listOf(Role::Counter, "?cursor=x").verdict(), QByteArray("422 VALIDATION_FAILED"));
    QCOMPARE(listOf(Role::Kitchen, {}).status, 403);
}

void DrawerApiTest::sentAgainUnderTheSameKey()
{
    const qint64 id = open();
    const Headers key{{"idempotency-key", "0199e0a0-0000-7000-8000-000000000001"}};
    const QByteArray body = R"({"kind":"pay_in","amount":20,"reason":"Change"})";
    QCOMPARE(post(at(id, "moves"), body, Role::Counter, key).status, 201);
    QCOMPARE(post(at(id, "moves"), body, Role::Counter, key).status, 201);
    QCOMPARE(m_site->rowCount("drawer_moves"), 1);
}

void DrawerApiTest::wrongValues_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const char *what, const char *body) {
        QTest::newRow(name) << QByteArray(what) << QByteArray(body);
    };
    row("a third place", "moves", R"({"kind":"pay_in","amount":1.005,"reason":"x"})");
    row("no reason", "moves", R"({"kind":"pay_in","amount":1})");
    row("an empty reason", "moves", R"({"kind":"pay_in","amount":1,"reason":"  "})");
    row("nothing", "moves", R"({"kind":"pay_in","amount":0,"reason":"x"})");
    row("less than nothing", "moves", R"({"kind":"pay_out","amount":-1,"reason":"x"})");
    row("a sale by hand", "moves", R"({"kind":"sale","amount":1,"reason":"x"})");
    row("more than there is", "moves", R"({"kind":"pay_out","amount":100.01,"reason":"x"})");
    row("nothing counted", "counts", "{}");
    row("another sum", "counts", R"({"counted":3,"pieces":[{"face":2,"count":1}]})");
    row("a face twice", "counts", R"({"pieces":[{"face":2,"count":1},{"face":2,"count":1}]})");
    row("a face of nothing", "counts", R"({"pieces":[{"face":0,"count":1}]})");
    row("half a note", "counts", R"({"pieces":[{"face":2,"count":0.5}]})");
    row("fewer than none", "close", R"({"pieces":[{"face":2,"count":-1}]})");
    row("no version", "close", R"({"counted":3,"version":0})");
}

void DrawerApiTest::wrongValues()
{
    QFETCH(QByteArray, what);
    QFETCH(QByteArray, body);
    const qint64 id = open();
    const auto before = m_site->allRowCounts();
    const auto answer = post('/' + QByteArray::number(id) + '/' + what, body);
    QVERIFY2(answer.status == 422, answer.body);
    QVERIFY(m_site->allRowCounts() == before);
}

void DrawerApiTest::aStaleCloseIs412()
{
    const qint64 id = open();
    QCOMPARE(post(at(id, "moves"), "{\"kind\":\"pay_in\",\"amount\":1,\"reason\":\"x\"}").status, 201);
    QCOMPARE(post(at(id, "close"), "{\"counted\":100,\"version\":1}").verdict(), QByteArray("412 VERSION_STALE"));
    QVERIFY(sell(Role::Counter));
    QCOMPARE(post(at(id, "close"), "{\"counted\":126.9,\"version\":2}").status, 200);
}

void DrawerApiTest::minorUnitsInV2()
{
    const qint64 id = open("100.5");
    const auto read = m_api->get("/api/v2/business/drawers/" + QByteArray::number(id), terminal(Role::Counter));
    QVERIFY2(read.body.contains("\"float\":{\"amount\":10050,\"currency\":\"KZT\"}"), read.body);
}

void DrawerApiTest::dayEndShowsThem()
{
    const qint64 id = open();
    QVERIFY(sell(Role::Counter));
    const auto make = [&] {
        const auto made =
            m_api->call("POST", "/api/v1/admin/day-ends", terminal(Role::Manager), R"({"day":"2026-01-15"})");
        return m_api->get("/api/v1/admin/day-ends/" +
                              QByteArray::number(made.data().value(QLatin1String("day_end_id")).toInteger()),
                          terminal(Role::Manager));
    };
    const auto whileOpen = make();
    QVERIFY2(whileOpen.body.contains("\"expected\":125.9,\"counted\":null,\"difference\":null"), whileOpen.body);
    QCOMPARE(post(at(id, "close"), "{\"counted\":125}").status, 200);
    const auto closed = make();
    QVERIFY2(closed.body.contains("\"expected\":125.9,\"counted\":125,\"difference\":-0.9"), closed.body);
}

void DrawerApiTest::whatIsWrittenIsRead()
{
    DrawerSession session;
    session.id = 7;
    session.terminalId = 3;
    session.terminalName = QStringLiteral("Till");
    session.floatMinor = 10'050;
    session.openedAtMs = 1'768'471'200'000;
    session.openedBy = QStringLiteral("Dana");
    session.sales = 2;
    session.salesMinor = 5'180;
    session.refunds = 1;
    session.refundsMinor = 90'000;
    session.paidInMinor = 100;
    session.paidOutMinor = 50;
    session.moves = {
        {1, DrawerMoveKind::PayIn, 100, QStringLiteral("Change"), {}, {}, QStringLiteral("Dana"), 1'768'471'200'001}};
    session.counts = {{4, 1'000, -74'720, {{500, 2}}, QStringLiteral("Dana"), 1'768'471'200'002}};
    session.closedAtMs = 1'768'471'200'003;
    session.closedBy = QStringLiteral("Asel");
    session.note = QStringLiteral("Late");
    session.version = 5;
    JsonWriter json;
    writeDrawer(json, session, true);
    const auto parsed = parseJson(json.take());
    QVERIFY(parsed);
    const auto read = readDrawer(*parsed);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->session, session);
    QVERIFY(read->isHere);
    QVERIFY(!readDrawer(*parseJson("{\"drawer_id\":\"x\",\"currency\":\"XXX\"}")));
}

QTEST_GUILESS_MAIN(DrawerApiTest)
#include "drawerapitest.moc"
