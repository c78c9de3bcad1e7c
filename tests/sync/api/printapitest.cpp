// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/drawing/printraster.h"
#include "tests/support/apiharness.h"

#include <QImage>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// Printers, their jobs and previews, as the office and the floor use them. Nothing is sent here: nobody serves the
/// queue.
class PrintApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void lifeOfAPrinter();
    void editsAreChecked();
    void addresses_data();
    void addresses();
    void anOrderMakesItsJobs();
    void jobsByPage();
    void reprintsAndRoles();
    void sentAgainUnderTheSameKey();
    void testAndDrawer();
    void previewIsAPicture();
    void bothVersions();

private:
    ApiAnswer create(const QByteArray &more = {}, const QByteArray &address = "192.168.1.50")
    {
        return m_api->call("POST", "/api/v1/business/printers", m_manager,
                           "{\"name\":\"Grill\",\"kind\":\"network\",\"address\":\"" + address + "\"" + more + "}");
    }
    static QByteArray path(qint64 id, const QByteArray &rest = {})
    {
        return "/api/v1/business/printers/" + QByteArray::number(id) + rest;
    }
    static qint64 idOf(const ApiAnswer &answer, const char *name = "printer_id")
    {
        return answer.data().value(QLatin1String(name)).toInteger();
    }
    QByteArray acceptedOrder();
    ApiAnswer jobs(const QByteArray &query = {})
    {
        return m_api->get("/api/v1/business/print-jobs" + query, m_kitchen);
    }

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
    QByteArray m_manager;
    QByteArray m_kitchen;
    QByteArray m_counter;
};

void PrintApiTest::init()
{
    TestSiteOptions options;
    options.server = false;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_api = std::make_unique<ApiHarness>(*m_site);
    m_manager = m_site->business().terminalTokens.at(Role::Manager);
    m_kitchen = m_site->business().terminalTokens.at(Role::Kitchen);
    m_counter = m_site->business().terminalTokens.at(Role::Counter);
}

void PrintApiTest::cleanup()
{
    m_api.reset();
    m_site.reset();
}

QByteArray PrintApiTest::acceptedOrder()
{
    const auto made =
        m_api->call("POST", "/api/v1/business/orders", m_counter, pickupBody(m_site->business().item("Soup")));
    const QByteArray id = QByteArray::number(idOf(made, "order_id"));
    const auto accepted =
        m_api->call("PATCH", "/api/v1/business/orders/" + id + "/status", m_counter, R"({"status":2})");
    return made.status == 201 && accepted.status == 200 ? id : QByteArray();
}

void PrintApiTest::lifeOfAPrinter()
{
    const qint64 station = m_site->business().catalog.stations.front().id;
    const auto made = create(R"(,"width":384,"language":"kk","stations":[)" + QByteArray::number(station) + ']');
    QVERIFY2(made.status == 201, made.body);
    const qint64 id = idOf(made);
    QCOMPARE(made.header("Location"), path(id));
    const auto one = m_api->get(path(id), m_kitchen);
    QCOMPARE(one.status, 200);
    QVERIFY2(one.body.contains(R"("width":384,"language":"kk","stations":[)" + QByteArray::number(station) + ']'),
             one.body);
    QVERIFY2(one.body.contains(R"("status":{"fault":"none","error":null,"failing_since":null)"), one.body);
    const auto edited =
        m_api->call("PATCH", path(id), m_manager, R"({"name":"Tandoor","stations":[],"active":false,"version":1})");
    QVERIFY2(edited.status == 200 && edited.body.contains(R"("stations":[])"), edited.body);
    QCOMPARE(edited.header("ETag"), QByteArray("\"2\""));
    QCOMPARE(m_api->get("/api/v1/business/printers", m_kitchen).list().size(), 1);
    QCOMPARE(m_api->call("DELETE", path(id), m_manager, {}, {{"if-match", "\"1\""}}).status, 412);
    QCOMPARE(m_api->call("DELETE", path(id), m_manager).status, 200);
    QCOMPARE(m_api->get(path(id), m_manager).status, 404);
    QCOMPARE(m_api->get("/api/v1/business/printers", m_manager).list().size(), 0);
}

void PrintApiTest::editsAreChecked()
{
    const qint64 id = idOf(create());
    const auto edit = [this, id](const QByteArray &body) { return m_api->call("PATCH", path(id), m_manager, body); };
    QCOMPARE(edit(R"({"name":"x"})").status, 422); // no version
    QCOMPARE(edit(R"({"name":"x","version":7})").verdict(), QByteArray("412 VERSION_STALE"));
    for (const QByteArray &body : QList<QByteArray>{
             R"("width":400)", R"("stations":[999])", R"("language":"de")", R"("fallback_printer_id":999)",
             R"("name":"  ")", R"("fallback_after_seconds":-1)", R"("address":"nowhere")", R"("kind":"usb")"}) {
        const auto answer = edit('{' + body + R"(,"version":1})");
        QVERIFY2(answer.status == 422, answer.body);
    }
    QCOMPARE(edit("{\"fallback_printer_id\":" + QByteArray::number(id) + ",\"version\":1}").status, 422);
    const qint64 spare = idOf(create());
    QCOMPARE(edit("{\"fallback_printer_id\":" + QByteArray::number(spare) + ",\"version\":1}").status, 200);
    // Its spare goes: nothing points there any more.
    QCOMPARE(m_api->call("DELETE", path(spare), m_manager).status, 200);
    QVERIFY(m_api->get(path(id), m_manager).body.contains(R"("fallback_printer_id":null)"));
}

void PrintApiTest::addresses_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<int>("status");
    const auto row = [](const char *kind, const char *address, int status) {
        QTest::addRow("%s %s", kind, address) << QByteArray(kind) << QByteArray(address) << status;
    };
    for (const char *good : {"192.168.1.50", "10.0.0.7:9101", "172.20.3.4", "169.254.7.8", "fd00::5", "[fd00::5]:9100"})
        row("network", good, 201);
    for (const char *bad : {"127.0.0.1",
                            "127.0.0.1:9100",
                            "0.0.0.0",
                            "8.8.8.8",
                            "192.168.1.255",
                            "192.168.1.0",
                            "224.0.0.1",
                            "::1",
                            "::",
                            "fe80::1",
                            "2001:db8::1",
                            "::ffff:127.0.0.1",
                            "::ffff:192.168.1.5",
                            "localhost",
                            "printer.local",
                            "192.168.1.50:80",
                            "192.168.1.50:631",
                            "192.168.1.50:0",
                            "192.168.1.50:70000",
                            "192.168.1",
                            "192.168.1.50/x",
                            "http://192.168.1.50",
                            "192.168.001.050",
                            "0xc0a80132",
                            "3232235826",
                            "[192.168.1.50]:9100"})
        row("network", bad, 422);
    for (const char *good : {"/dev/usb/lp0", "/dev/usb/lp12"})
        row("usb", good, 201);
    for (const char *bad :
         {"/dev/sda", "/dev/usb/lp0/../../sda", "/dev/usb/lp", "/dev/usb/lp123", "/etc/passwd", "lp0"})
        row("usb", bad, 422);
    for (const char *good : {"Office", "Office_Laser-2.b"})
        row("system", good, 201);
    for (const char *bad : {"-o raw", "-d", "a b", "a;b", "a/b", "../x", "$(x)"})
        row("system", bad, 422);
}

void PrintApiTest::addresses()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, address);
    QFETCH(int, status);
    const auto answer = m_api->call("POST", "/api/v1/business/printers", m_manager,
                                    R"({"name":"P","kind":")" + kind + R"(","address":")" + address + "\"}");
    QVERIFY2(answer.status == status, answer.body);
    QVERIFY2(status != 422 || answer.body.contains(R"("path":"address")"), answer.body);
}

void PrintApiTest::anOrderMakesItsJobs()
{
    const qint64 id = idOf(create());
    const QByteArray order = acceptedOrder();
    const auto all = jobs("?order_id=" + order);
    QCOMPARE(all.list().size(), 1);
    const QJsonObject job = all.list().first().toObject();
    QCOMPARE(job.value(QLatin1String("printer_id")).toInteger(), id);
    QCOMPARE(job.value(QLatin1String("state")).toString(), QStringLiteral("queued"));
    QCOMPARE(job.value(QLatin1String("kind")).toString(), QStringLiteral("ticket"));
    QVERIFY(job.value(QLatin1String("order_number")).toString().startsWith(u"A-"));
    QVERIFY(m_api->get(path(id), m_kitchen).body.contains(R"("queued":1)"));
    const QByteArray cancel =
        "/api/v1/business/print-jobs/" + QByteArray::number(job.value(QLatin1String("job_id")).toInteger());
    const auto cancelled = m_api->call("POST", cancel + "/cancel", m_kitchen);
    QVERIFY2(cancelled.status == 200 && cancelled.body.contains(R"("state":"cancelled")"), cancelled.body);
    QCOMPARE(jobs("?state=queued").list().size(), 0);
    QCOMPARE(jobs("?state=cancelled&printer_id=" + QByteArray::number(id)).list().size(), 1);
    const auto retried = m_api->call("POST", cancel + "/retry", m_kitchen);
    QVERIFY2(retried.status == 200 && retried.body.contains(R"("state":"queued")"), retried.body);
    QCOMPARE(m_api->call("POST", "/api/v1/business/print-jobs/999999/retry", m_kitchen).status, 404);
}

void PrintApiTest::jobsByPage()
{
    create();
    for (int i = 0; i < 5; ++i)
        QVERIFY(!acceptedOrder().isEmpty());
    QByteArray cursor;
    qint64 last = std::numeric_limits<qint64>::max();
    int seen = 0;
    do {
        const auto page = jobs("?limit=2" + (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor));
        QCOMPARE(page.status, 200);
        for (const auto value : page.list()) {
            const qint64 id = value.toObject().value(QLatin1String("job_id")).toInteger();
            QVERIFY(id < last);
            last = id;
            ++seen;
        }
        cursor = page.meta().value(QLatin1String("next_cursor")).toString().toLatin1();
    } while (!cursor.isEmpty());
    QCOMPARE(seen, 5);
    QCOMPARE(jobs("?cursor=x").status, 422);
    QCOMPARE(jobs("?state=lost").status, 422);
}

void PrintApiTest::reprintsAndRoles()
{
    const QByteArray order = acceptedOrder();
    const QByteArray target = "/api/v1/business/orders/" + order + "/print";
    QCOMPARE(m_api->call("POST", target, m_kitchen, R"({"kind":"ticket"})").verdict(),
             QByteArray("409 PRINT_NOT_ALLOWED"));
    const qint64 id = idOf(create(R"(,"prints_receipts":true)"));
    const auto first = m_api->call("POST", target, m_kitchen, R"({"kind":"ticket"})");
    QVERIFY2(first.status == 201 && first.list().size() == 1, first.body);
    QVERIFY(first.body.contains(R"("reprint":false)"));
    const auto again =
        m_api->call("POST", target, m_kitchen, R"({"kind":"ticket","printer_id":)" + QByteArray::number(id) + '}');
    QVERIFY2(again.status == 201 && again.body.contains(R"("reprint":true)"), again.body);
    QCOMPARE(m_api->call("POST", target, m_kitchen, R"({"kind":"receipt"})").status, 403);
    QCOMPARE(m_api->call("POST", target, m_counter, R"({"kind":"receipt"})").status, 201);
    QCOMPARE(m_api->call("POST", target, m_counter, R"({"kind":"receipt","printer_id":999})").status, 422);
    QCOMPARE(m_api->call("POST", target, m_site->business().guestToken, R"({"kind":"receipt"})").status, 403);
    QCOMPARE(m_api->call("POST", "/api/v1/business/orders/999999/print", m_counter, R"({"kind":"ticket"})").status,
             404);
}

void PrintApiTest::sentAgainUnderTheSameKey()
{
    create();
    create();
    const QByteArray order = acceptedOrder();
    const QByteArray target = "/api/v1/business/orders/" + order + "/print";
    const Headers key{{"idempotency-key", "again"}};
    const auto first = m_api->call("POST", target, m_kitchen, R"({"kind":"ticket"})", key);
    const auto second = m_api->call("POST", target, m_kitchen, R"({"kind":"ticket"})", key);
    QCOMPARE(first.status, 201);
    QCOMPARE(first.list().size(), 2);
    QCOMPARE(second.list(), first.list());
    QCOMPARE(jobs("?order_id=" + order).list().size(), 4);
}

void PrintApiTest::testAndDrawer()
{
    const qint64 id = idOf(create());
    const auto test = m_api->call("POST", path(id, "/test"), m_manager);
    QVERIFY2(test.status == 201 && test.body.contains(R"("kind":"test","state":"queued")"), test.body);
    QCOMPARE(m_api->call("POST", path(id, "/test"), m_kitchen).status, 403);
    QCOMPARE(m_api->call("POST", path(id, "/drawer"), m_counter).verdict(), QByteArray("409 PRINT_NOT_ALLOWED"));
    QCOMPARE(m_api->call("PATCH", path(id), m_manager, R"({"has_drawer":true,"version":1})").status, 200);
    const auto drawer = m_api->call("POST", path(id, "/drawer"), m_counter);
    QVERIFY2(drawer.status == 201 && drawer.body.contains(R"("kind":"drawer")"), drawer.body);
    QCOMPARE(m_api->call("POST", path(id, "/drawer"), m_kitchen).status, 403);
    // Who opened it stands in the journal; where the printer is does not.
    const auto reader = m_site->hub().openReader();
    auto rows = (*reader)->query(QStringLiteral("SELECT sum(type = 'printer.drawer'), sum(payload LIKE '%192.168%')"
                                                " FROM journal WHERE entity = 'printer'"));
    QVERIFY(rows && rows->next());
    QCOMPARE(rows->integer(0), 1);
    QCOMPARE(rows->integer(1), 0);
}

void PrintApiTest::previewIsAPicture()
{
    const QByteArray order = acceptedOrder();
    const QByteArray target = "/api/v1/business/orders/" + order + "/print/preview";
    QByteArray ticket;
    for (const QByteArray language : {"en", "ru", "kk"}) {
        for (const int width : {384, 576}) {
            const auto answer = m_api->get(
                target + "?kind=ticket&language=" + language + "&width=" + QByteArray::number(width), m_kitchen);
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.header("Content-Type"), QByteArray("image/png"));
            const QImage picture = QImage::fromData(answer.body, "PNG");
            QCOMPARE(picture.width(), width);
            QVERIFY(picture.height() > 200);
            QVERIFY(answer.body != ticket);
            ticket = answer.body;
        }
    }
    QCOMPARE(m_api->get(target + "?kind=receipt", m_kitchen).status, 403);
    QVERIFY(!QImage::fromData(m_api->get(target + "?kind=receipt", m_counter).body, "PNG").isNull());
    QCOMPARE(m_api->get(target + "?width=100", m_kitchen).status, 422);
    QCOMPARE(m_api->get(target + "?printer_id=999", m_kitchen).status, 422);
    QCOMPARE(m_api->get("/api/v1/business/orders/999999/print/preview", m_kitchen).status, 404);
    const QByteArray narrow = QByteArray::number(idOf(create(R"(,"width":384)")));
    QCOMPARE(QImage::fromData(m_api->get(target + "?printer_id=" + narrow, m_kitchen).body, "PNG").width(), 384);
}

void PrintApiTest::bothVersions()
{
    create();
    const auto v2 = m_api->get("/api/v2/business/printers", m_manager);
    QCOMPARE(v2.status, 200);
    QVERIFY2(v2.body.contains(R"("name":"Grill")"), v2.body);
    QCOMPARE(m_api->get("/api/printers", m_manager).status, 404);
    QCOMPARE(m_api->get("/api/business/print-jobs", m_manager).status, 200);
}

QTEST_GUILESS_MAIN(PrintApiTest)
#include "printapitest.moc"
