// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/guestservice.h"
#include "models/hub/tableservice.h"
#include "tests/support/apiharness.h"
#include "tests/support/fakeclock.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// Tables, their codes, and the guests who come by them.
class TableApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tablesComeAndGo();
    void editsTellTheirVersion();
    void codesAreShownOnce();
    void guestsSitDown();
    void everyGuestIsANewOne();
    void ordersGoToTheOwnTable();
    void codesEnd();
    void wrongCodesLockTheirAddress();
    void aCodeTakesSoManyGuests();
    void openOrdersKeepTheirTable();
    void theCodeSaysWhichBusiness();
    void devicesStillBringGuestsIn();

private:
    ApiAnswer send(const char *method, const QByteArray &path, const QByteArray &body, const QByteArray &token,
                   const Headers &headers = {})
    {
        return m_api->call(method, "/api/v1/" + path, token, body, headers);
    }
    QByteArray makeTable(const QByteArray &name, const QByteArray &token)
    {
        const auto made = send("POST", "business/tables", "{\"name\":\"" + name + "\"}", token);
        return QByteArray::number(made.data().value(QLatin1String("table_id")).toInteger());
    }
    QByteArray makeCode(const QByteArray &table, const QByteArray &token)
    {
        return text(send("POST", "business/tables/" + table + "/code", {}, token), "code");
    }
    ApiAnswer sitDown(const QByteArray &code, const Headers &headers = {})
    {
        return send("POST", "auth/guest", "{\"table_code\":\"" + code + "\"}", {}, headers);
    }
    QByteArray dineIn(const QByteArray &more = {}) const
    {
        return "{\"fulfilment\":\"dine_in\"" + more +
               ",\"items\":[{\"item_id\":" + QByteArray::number(m_site->business().item("Soup")) + ",\"quantity\":1}]}";
    }
    static QByteArray text(const ApiAnswer &answer, const char *name)
    {
        return answer.data().value(QLatin1String(name)).toString().toUtf8();
    }
    static qint64 number(const ApiAnswer &answer, const char *name)
    {
        return answer.data().value(QLatin1String(name)).toInteger();
    }

    FakeClock m_clock;
    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
    QByteArray m_owner;
    QByteArray m_counter;
};

void TableApiTest::init()
{
    TestSiteOptions options;
    options.server = false;
    options.clock = &m_clock;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    ApiOptions api = ApiHarness::withoutLimits();
    const auto proxies = AddressList::fromText(QStringLiteral("127.0.0.1"));
    QVERIFY(proxies);
    api.trustedProxies = *proxies;
    m_api = std::make_unique<ApiHarness>(*m_site, api);
    m_owner = m_site->business().token;
    m_counter = m_site->business().terminalTokens.at(Role::Counter);
}

void TableApiTest::cleanup()
{
    m_api.reset();
    m_site.reset();
}

void TableApiTest::tablesComeAndGo()
{
    const auto made = send("POST", "business/tables", "{\"name\":\" Window \"}", m_owner);
    QVERIFY2(made.status == 201, made.body);
    QCOMPARE(text(made, "name"), QByteArray("Window"));
    QVERIFY(made.data().value(QLatin1String("code_expires_at")).isNull());
    const QByteArray id = QByteArray::number(number(made, "table_id"));
    QCOMPARE(made.header("Location"), "/api/v1/business/tables/" + id);
    QCOMPARE(send("POST", "business/tables", "{\"name\":\"Window\"}", m_owner).verdict(),
             QByteArray("409 ALREADY_EXISTS"));
    makeTable("Bar", m_owner);
    const auto list = send("GET", "business/tables", {}, m_counter);
    QCOMPARE(list.list().size(), 2);
    QCOMPARE(list.list().first().toObject().value(QLatin1String("name")).toString(), QStringLiteral("Bar"));
    QCOMPARE(text(send("GET", "business/tables/" + id, {}, m_counter), "name"), QByteArray("Window"));
    QCOMPARE(send("DELETE", "business/tables/" + id, {}, m_owner).status, 200);
    QCOMPARE(send("GET", "business/tables/" + id, {}, m_owner).status, 404);
    QCOMPARE(send("DELETE", "business/tables/" + id, {}, m_owner).status, 404);
    // Its name is free again; the row stays for whoever sat there.
    QCOMPARE(send("POST", "business/tables", "{\"name\":\"Window\"}", m_owner).status, 201);
    QCOMPARE(m_site->rowCount("dining_tables"), qint64{3});
}

void TableApiTest::editsTellTheirVersion()
{
    const QByteArray id = makeTable("Window", m_owner);
    makeTable("Bar", m_owner);
    const QByteArray path = "business/tables/" + id;
    QCOMPARE(send("PATCH", path, "{\"name\":\"Door\"}", m_owner).status, 422);
    const auto renamed = send("PATCH", path, "{\"name\":\"Door\",\"version\":1}", m_owner);
    QVERIFY2(renamed.status == 200, renamed.body);
    QCOMPARE(number(renamed, "version"), qint64{2});
    QCOMPARE(renamed.header("ETag"), QByteArray("\"2\""));
    QCOMPARE(send("PATCH", path, "{\"name\":\"Sofa\"}", m_owner, {{"if-match", "\"1\""}}).verdict(),
             QByteArray("412 VERSION_STALE"));
    QCOMPARE(send("PATCH", path, "{\"name\":\"Bar\",\"version\":2}", m_owner).verdict(),
             QByteArray("409 ALREADY_EXISTS"));
    QCOMPARE(send("DELETE", path, {}, m_owner, {{"if-match", "\"1\""}}).status, 412);
    // Longer than the order's own field.
    QCOMPARE(send("PATCH", path, "{\"version\":2,\"name\":\"" + QByteArray(51, 'x') + "\"}", m_owner).status, 422);
}

void TableApiTest::codesAreShownOnce()
{
    const QByteArray id = makeTable("Window", m_owner);
    const auto made = send("POST", "business/tables/" + id + "/code", {}, m_counter);
    QVERIFY2(made.status == 201, made.body);
    const QByteArray code = text(made, "code");
    QCOMPARE(code.size(), 19);
    QCOMPARE(made.header("Cache-Control"), QByteArray("no-store"));
    QVERIFY(code != makeCode(id, m_counter));
    const auto shown = send("GET", "business/tables/" + id, {}, m_owner);
    QVERIFY(!shown.body.contains(code));
    QVERIFY(!shown.data().value(QLatin1String("code_expires_at")).toString().isEmpty());

    const QByteArray last = makeCode(id, m_counter);
    QCOMPARE(sitDown(last).status, 201);
    QByteArray kept;
    for (QDirIterator files(m_site->hub().directory()); files.hasNext();) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            kept += file.readAll();
    }
    QVERIFY(kept.size() > 10'000);
    const QByteArray plain = QByteArray(last).replace("-", "");
    QVERIFY(!kept.contains(last) && !kept.contains(plain));
    for (const QByteArray &line : m_api->log())
        QVERIFY(!line.contains(last) && !line.contains(plain));
}

void TableApiTest::guestsSitDown()
{
    const QByteArray id = makeTable("Window", m_owner);
    const QByteArray code = makeCode(id, m_owner);
    const auto in = send("POST", "auth/guest",
                         "{\"table_code\":\"" + code.toLower().replace("-", " ") + "\",\"name\":\"Aru\"}", {});
    QVERIFY2(in.status == 201, in.body);
    const QByteArray token = text(in, "access_token");
    const auto profile = send("GET", "user/profile", {}, token);
    QCOMPARE(text(profile, "name"), QByteArray("Aru"));
    QCOMPARE(text(profile, "table"), QByteArray("Window"));
    QCOMPARE(number(send("GET", "business/tables/" + id, {}, m_owner), "guests"), qint64{1});
    // Not from home, and not tomorrow.
    m_clock.advance(tableGuestTokenMs);
    QCOMPARE(send("GET", "user/profile", {}, token).verdict(), QByteArray("401 TOKEN_EXPIRED"));
}

void TableApiTest::everyGuestIsANewOne()
{
    const QByteArray code = makeCode(makeTable("Window", m_owner), m_owner);
    const QByteArray known =
        m_site->addGuest(m_site->business(), QStringLiteral("Aru"), QStringLiteral("+77010000001"));
    const qint64 knownId = number(send("GET", "user/profile", {}, known), "user_id");
    const QByteArray body = "{\"table_code\":\"" + code + "\",\"name\":\"Aru\",\"phone\":\"+77010000001\"}";
    // The token of a guest opens nothing either.
    const auto one = send("POST", "auth/guest", body, known);
    const auto two = send("POST", "auth/guest", body, {});
    QCOMPARE(one.status, 201);
    QVERIFY(number(one, "user_id") != knownId && number(two, "user_id") != knownId);
    QVERIFY(number(one, "user_id") != number(two, "user_id"));
    const auto profile = send("GET", "user/profile", {}, text(two, "access_token"));
    QCOMPARE(profile.data().value(QLatin1String("phone_verified")).toBool(), false);
}

void TableApiTest::ordersGoToTheOwnTable()
{
    const QByteArray id = makeTable("Window", m_owner);
    makeTable("Bar", m_owner);
    const QByteArray token = text(sitDown(makeCode(id, m_owner)), "access_token");
    const auto placed = send("POST", "user/orders/create", dineIn(), token);
    QVERIFY2(placed.status == 201, placed.body);
    QCOMPARE(text(placed, "table"), QByteArray("Window"));
    QCOMPARE(send("POST", "user/orders/create", dineIn(",\"table\":\"Window\""), token).status, 201);
    const auto other = send("POST", "user/orders/create", dineIn(",\"table\":\"Bar\""), token);
    QCOMPARE(other.verdict(), QByteArray("422 VALIDATION_FAILED"));
    QVERIFY2(other.body.contains("\"table\""), other.body);
    // Something to take along has no table.
    const auto pickup = send("POST", "user/orders/create", pickupBody(m_site->business().item("Soup")), token);
    QCOMPARE(pickup.status, 201);
    QVERIFY(pickup.data().value(QLatin1String("table")).isNull());
    // Whom nobody seated names the table themselves.
    QCOMPARE(send("POST", "user/orders/create", dineIn(), m_site->business().guestToken).status, 422);
    QCOMPARE(send("POST", "user/orders/create", dineIn(",\"table\":\"7\""), m_site->business().guestToken).status, 201);
    // A table that got another name is the same table.
    QCOMPARE(send("PATCH", "business/tables/" + id, "{\"name\":\"Door\"}", m_owner, {{"if-match", "*"}}).status, 422);
    const QByteArray version = QByteArray::number(number(send("GET", "business/tables/" + id, {}, m_owner), "version"));
    QCOMPARE(send("PATCH", "business/tables/" + id, "{\"name\":\"Door\",\"version\":" + version + "}", m_owner).status,
             200);
    QCOMPARE(text(send("POST", "user/orders/create", dineIn(), token), "table"), QByteArray("Door"));
}

void TableApiTest::codesEnd()
{
    const QByteArray id = makeTable("Window", m_owner);
    const QByteArray first = makeCode(id, m_owner);
    const QByteArray token = text(sitDown(first), "access_token");
    const QByteArray second = makeCode(id, m_owner);
    QCOMPARE(sitDown(first).verdict(), QByteArray("401 CREDENTIALS_WRONG"));
    QCOMPARE(sitDown(second).status, 201);
    // Whoever sat down before stays seated.
    QCOMPARE(send("POST", "user/orders/create", dineIn(), token).status, 201);
    m_clock.advance(tableCodeLifetimeMs - 1);
    QCOMPARE(sitDown(second).status, 201);
    m_clock.advance(1);
    QCOMPARE(sitDown(second).verdict(), QByteArray("401 CREDENTIALS_WRONG"));
}

void TableApiTest::wrongCodesLockTheirAddress()
{
    const QByteArray code = makeCode(makeTable("Window", m_owner), m_owner);
    const Headers thief{{"x-forwarded-for", "203.0.113.9"}};
    const auto users = m_site->rowCount("users");
    for (int i = 0; i < 5; ++i)
        QCOMPARE(sitDown(i % 2 == 0 ? "K7QM-01XA-93RT-VB5C" : "nonsense", thief).verdict(),
                 QByteArray("401 CREDENTIALS_WRONG"));
    const auto locked = sitDown(code, thief);
    QCOMPARE(locked.verdict(), QByteArray("429 SIGN_IN_LOCKED"));
    QCOMPARE(locked.header("Retry-After"), QByteArray("30"));
    QCOMPARE(m_site->rowCount("users"), users);
    QCOMPARE(sitDown(code).status, 201);
    m_clock.advance(30'000);
    QCOMPARE(sitDown(code, thief).status, 201);
}

void TableApiTest::aCodeTakesSoManyGuests()
{
    const QByteArray id = makeTable("Window", m_owner);
    const QByteArray code = makeCode(id, m_owner);
    for (int i = 0; i < maxGuestsPerCode; ++i)
        QCOMPARE(sitDown(code).status, 201);
    QCOMPARE(sitDown(code).verdict(), QByteArray("429 RATE_LIMITED"));
    QCOMPARE(number(send("GET", "business/tables/" + id, {}, m_owner), "guests"), maxGuestsPerCode);
    const QByteArray next = makeCode(id, m_owner);
    QCOMPARE(number(send("GET", "business/tables/" + id, {}, m_owner), "guests"), qint64{0});
    QCOMPARE(sitDown(next).status, 201);
}

void TableApiTest::openOrdersKeepTheirTable()
{
    const QByteArray id = makeTable("Window", m_owner);
    const QByteArray token = text(sitDown(makeCode(id, m_owner)), "access_token");
    const auto placed = send("POST", "user/orders/create", dineIn(), token);
    QCOMPARE(send("DELETE", "business/tables/" + id, {}, m_owner).verdict(), QByteArray("409 STILL_IN_USE"));
    const QByteArray order = QByteArray::number(number(placed, "order_id"));
    QCOMPARE(send("POST", "user/orders/" + order + "/cancel", {}, token).status, 200);
    QCOMPARE(send("DELETE", "business/tables/" + id, {}, m_owner).status, 200);
    // Whoever still sits there is told so; the rest of what a guest may do goes on.
    QCOMPARE(send("POST", "user/orders/create", dineIn(), token).verdict(), QByteArray("422 VALIDATION_FAILED"));
    const auto profile = send("GET", "user/profile", {}, token);
    QCOMPARE(profile.status, 200);
    QVERIFY(profile.data().value(QLatin1String("table")).isNull());
}

void TableApiTest::theCodeSaysWhichBusiness()
{
    const TestBusiness *other = m_site->addBusiness(QStringLiteral("Other"));
    QVERIFY(other);
    const QByteArray theirs = makeTable("Window", other->token);
    QVERIFY(theirs != "0");
    const auto in = sitDown(makeCode(theirs, other->token));
    QVERIFY2(in.status == 201, in.body);
    const QByteArray token = text(in, "access_token");
    // Their menu, not ours.
    QCOMPARE(send("POST", "user/orders/create", dineIn(), token).status, 422);
    const QByteArray body = pickupBody(other->item("Soup"));
    QCOMPARE(send("POST", "user/orders/create", body, token).status, 201);

    for (const QByteArray &path : {"business/tables/" + theirs, "business/tables/" + theirs + "/code"}) {
        const bool isCode = path.endsWith("code");
        QCOMPARE(send(isCode ? "POST" : "GET", path, {}, m_owner).verdict(), QByteArray("404 NOT_FOUND"));
    }
    QCOMPARE(send("PATCH", "business/tables/" + theirs, "{\"name\":\"X\",\"version\":2}", m_owner).status, 404);
    QCOMPARE(send("DELETE", "business/tables/" + theirs, {}, m_owner).status, 404);
    QCOMPARE(send("GET", "business/tables", {}, m_owner).list().size(), 0);
}

void TableApiTest::devicesStillBringGuestsIn()
{
    QCOMPARE(send("POST", "auth/guest", "{\"name\":\"Aru\"}", m_counter).status, 201);
    QCOMPARE(send("POST", "auth/guest", "{\"name\":\"Aru\"}", {}).verdict(), QByteArray("401 UNAUTHENTICATED"));
    QCOMPARE(send("POST", "auth/guest", "{\"name\":\"Aru\"}", m_site->business().guestToken).verdict(),
             QByteArray("403 FORBIDDEN"));
    QCOMPARE(send("POST", "auth/guest", "{}", m_counter).verdict(), QByteArray("422 VALIDATION_FAILED"));
}

QTEST_GUILESS_MAIN(TableApiTest)
#include "tableapitest.moc"
