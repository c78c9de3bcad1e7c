// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/accessservice.h"
#include "models/hub/catalogservice.h"
#include "tests/support/apiharness.h"

#include <QJsonDocument>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// What the API shows apart from orders: tokens, the menu, the feed, its own state, headers, log and limits.
class SurfaceApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void guestTokensWork();
    void revokedTokensAreRefused();
    void menuWithTag();
    void menuOfSeveralBusinesses();
    void changesAndSnapshot();
    void systemRoutes();
    void requestIdsAndHeaders();
    void logsEveryAnswerOnce();
    void limitsRates();

private:
    qint64 placeOrder(const QByteArray &token = {});
    ApiAnswer setStatus(qint64 orderId, int status, const QByteArray &token);

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
};

void SurfaceApiTest::init()
{
    TestSiteOptions options;
    options.server = false;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_api = std::make_unique<ApiHarness>(*m_site);
}

void SurfaceApiTest::cleanup()
{
    m_api.reset();
    m_site.reset();
}

qint64 SurfaceApiTest::placeOrder(const QByteArray &token)
{
    const TestBusiness &business = m_site->business();
    const auto answer = m_api->call("POST", "/api/v1/user/orders/create", token.isEmpty() ? business.guestToken : token,
                                    pickupBody(business.item("Soup"), "2"));
    return answer.status == 201 ? answer.data().value(QLatin1String("order_id")).toInteger() : 0;
}

ApiAnswer SurfaceApiTest::setStatus(qint64 orderId, int status, const QByteArray &token)
{
    return m_api->call("PATCH", "/api/v1/business/orders/" + QByteArray::number(orderId) + "/status", token,
                       "{\"status\":" + QByteArray::number(status) + "}");
}

void SurfaceApiTest::guestTokensWork()
{
    const TestBusiness &business = m_site->business();
    const auto answer = m_api->call("POST", "/api/v1/auth/guest", business.terminalTokens.at(Role::Kitchen),
                                    "{\"name\":\"Dana\",\"phone\":\"+77010000002\"}");
    QVERIFY2(answer.status == 201, answer.body);
    QCOMPARE(answer.data().value(QLatin1String("token_type")).toString(), QStringLiteral("Bearer"));
    const QByteArray token = answer.data().value(QLatin1String("access_token")).toString().toLatin1();
    QVERIFY(token.startsWith("ogt_"));
    QVERIFY(!answer.data().value(QLatin1String("expires_at")).toString().isEmpty());
    QCOMPARE(m_api->get("/api/v1/user/orders", token).status, 200);
    QCOMPARE(m_api->call("POST", "/api/v1/auth/guest", token, "{\"name\":\"Dana\"}").verdict(),
             QByteArray("403 FORBIDDEN"));
    QCOMPARE(m_api->call("POST", "/api/v1/auth/guest", business.token, "{\"table_code\":\"X1\"}").verdict(),
             QByteArray("401 CREDENTIALS_WRONG"));
    QCOMPARE(m_api->call("POST", "/api/v1/auth/guest", business.token, "{}").verdict(),
             QByteArray("422 VALIDATION_FAILED"));
    // The same phone again is another person until it was verified.
    const auto again = m_api->call("POST", "/api/v1/auth/guest", business.token,
                                   "{\"name\":\"Dana\",\"phone\":\"+77010000002\"}", {{"idempotency-key", "same"}});
    const auto third = m_api->call("POST", "/api/v1/auth/guest", business.token,
                                   "{\"name\":\"Dana\",\"phone\":\"+77010000002\"}", {{"idempotency-key", "same"}});
    QVERIFY(again.data().value(QLatin1String("user_id")) != answer.data().value(QLatin1String("user_id")));
    QVERIFY(again.data().value(QLatin1String("user_id")) != third.data().value(QLatin1String("user_id")));
}

void SurfaceApiTest::revokedTokensAreRefused()
{
    const TestBusiness &business = m_site->business();
    const QByteArray token = m_site->addTerminal(business, QStringLiteral("Old screen"), Role::Kitchen);
    QCOMPARE(m_api->get("/api/v1/business/orders", token).status, 200);
    const auto reader = m_site->hub().openReader();
    QVERIFY(reader.ok());
    const auto principal =
        accessreads::authenticate(**reader, QString::fromLatin1(token), m_site->hub().clock().nowMs());
    QVERIFY(principal.ok());
    WriteCommand command;
    command.principal = *principal;
    command.run = [id = principal->sessionId](WriteContext &context) {
        return accesswrites::revokeSession(context, id);
    };
    QVERIFY(m_site->hub().writer().submitAndWait(std::move(command)).ok());
    const auto refused = m_api->get("/api/v1/business/orders", token);
    QCOMPARE(refused.verdict(), QByteArray("401 TOKEN_EXPIRED"));
    QVERIFY(refused.header("WWW-Authenticate").startsWith("Bearer"));
}

void SurfaceApiTest::menuWithTag()
{
    const auto menu = m_api->get("/api/v1/menu");
    QVERIFY2(menu.status == 200, menu.body);
    QCOMPARE(menu.header("Cache-Control"), QByteArray("public, max-age=60"));
    const QByteArray tag = menu.header("ETag");
    QVERIFY(tag.startsWith('"') && tag.endsWith('"') && tag.size() > 10);
    QCOMPARE(menu.data().value(QLatin1String("categories")).toArray().size(), 2);
    QCOMPARE(m_api->get("/api/menu").body, menu.body);

    const auto same = m_api->get("/api/v1/menu", {}, {{"if-none-match", "\"x\", W/" + tag}});
    QCOMPARE(same.status, 304);
    QVERIFY(same.body.isEmpty());
    QCOMPARE(same.header("ETag"), tag);
    QCOMPARE(m_api->get("/api/v1/menu", {}, {{"if-none-match", "\"x\""}}).status, 200);
    QCOMPARE(m_api->get("/api/v1/menu", {}, {{"if-none-match", "*"}}).status, 304);

    // An order moves the journal and not the menu: the tag stays. A dish that runs out moves both.
    QVERIFY(placeOrder() > 0);
    QCOMPARE(m_api->get("/api/v1/menu").header("ETag"), tag);
    WriteCommand command;
    command.principal.kind = Principal::Kind::Business;
    command.principal.role = Role::Owner;
    command.principal.businessId = m_site->business().id;
    command.principal.id = m_site->business().id;
    command.run = [id = m_site->business().item("Soup")](WriteContext &context) {
        return catalogwrites::setAvailable(context, id, {false});
    };
    QVERIFY(m_site->hub().writer().submitAndWait(std::move(command)).ok());
    const auto changed = m_api->get("/api/v1/menu", {}, {{"if-none-match", tag}});
    QCOMPARE(changed.status, 200);
    QVERIFY(changed.header("ETag") != tag);
    QCOMPARE(changed.body.count("\"available\":false"), menu.body.count("\"available\":false") + 1);
}

void SurfaceApiTest::menuOfSeveralBusinesses()
{
    const TestBusiness *other = m_site->addBusiness(QStringLiteral("Other Place"));
    QVERIFY2(other, qPrintable(m_site->problem()));
    QCOMPARE(m_api->get("/api/v1/menu").verdict(), QByteArray("422 VALIDATION_FAILED"));
    QCOMPARE(m_api->get("/api/v1/menu").header("Cache-Control"), QByteArray("no-store"));
    const auto theirs = m_api->get("/api/v1/menu?business=" + QByteArray::number(other->id));
    QCOMPARE(theirs.status, 200);
    QVERIFY(theirs.body.contains("\"item_id\":" + QByteArray::number(other->item("Soup")) + ","));
    QCOMPARE(m_api->get("/api/v1/menu?business=999").verdict(), QByteArray("404 NOT_FOUND"));
    QCOMPARE(m_api->get("/api/v1/menu?business=x").verdict(), QByteArray("422 VALIDATION_FAILED"));
}

void SurfaceApiTest::changesAndSnapshot()
{
    const TestBusiness &business = m_site->business();
    const QByteArray epoch = m_site->hub().epoch().toLatin1();
    const auto before = m_api->get("/api/v1/business/snapshot", business.token);
    QVERIFY2(before.status == 200, before.body);
    const QByteArray cursor = before.data().value(QLatin1String("cursor")).toString().toLatin1();
    QVERIFY(cursor.startsWith(epoch + '.'));
    QVERIFY(!before.data().value(QLatin1String("hub_time")).isUndefined());

    const qint64 first = placeOrder();
    QCOMPARE(setStatus(first, 2, business.token).status, 200);
    const auto page = m_api->get("/api/v1/business/changes?limit=1&since=" + cursor, business.token);
    QVERIFY2(page.status == 200, page.body);
    QCOMPARE(page.list().size(), 1);
    QCOMPARE(page.meta().value(QLatin1String("more")).toBool(), true);
    QVERIFY(page.meta().contains(QLatin1String("hub_time")));
    const QJsonObject change = page.list()[0].toObject();
    QCOMPARE(change.value(QLatin1String("entity")).toString(), QStringLiteral("order"));
    QCOMPARE(change.value(QLatin1String("id")).toInteger(), first);
    QCOMPARE(change.value(QLatin1String("op")).toString(), QStringLiteral("upsert"));
    const QByteArray next = page.meta().value(QLatin1String("cursor")).toString().toLatin1();
    const auto rest = m_api->get("/api/v1/business/changes?since=" + next, business.token);
    QCOMPARE(rest.list().size(), 1);
    QCOMPARE(rest.meta().value(QLatin1String("more")).toBool(), false);

    QCOMPARE(m_api->get("/api/v1/business/changes", business.token).verdict(), QByteArray("422 VALIDATION_FAILED"));
    QCOMPARE(m_api->get("/api/v1/business/changes?since=x", business.token).verdict(),
             QByteArray("422 VALIDATION_FAILED"));
    QCOMPARE(m_api->get("/api/v1/business/changes?since=foreign.1", business.token).verdict(),
             QByteArray("410 CURSOR_GONE"));
    QCOMPARE(m_api->get("/api/v1/business/changes?since=" + epoch + ".999999", business.token).verdict(),
             QByteArray("410 CURSOR_GONE"));
}

void SurfaceApiTest::systemRoutes()
{
    QCOMPARE(m_api->get("/health/live").status, 200);
    const auto ready = m_api->get("/health/ready");
    QVERIFY2(ready.status == 200, ready.body);
    QCOMPARE(ready.data().value(QLatin1String("epoch")).toString(), m_site->hub().epoch());
    QVERIFY(ready.data().value(QLatin1String("warnings")).isArray());
    const auto version = m_api->get("/version");
    QCOMPARE(version.status, 200);
    QCOMPARE(version.data().value(QLatin1String("name")).toString(), QStringLiteral("oshaq"));
    QVERIFY(!version.data().value(QLatin1String("version")).toString().isEmpty());
}

void SurfaceApiTest::requestIdsAndHeaders()
{
    const auto given = m_api->get("/version", {}, {{"x-request-id", "abc.D_1-2"}});
    QCOMPARE(given.header("X-Request-Id"), QByteArray("abc.D_1-2"));
    const QByteArray made = m_api->get("/version", {}, {{"x-request-id", "not ok"}}).header("X-Request-Id");
    QVERIFY(made.size() >= 16 && made != "not ok");
    QVERIFY(m_api->get("/version").header("X-Request-Id") != made);
    QCOMPARE(m_api->get("/version", {}, {{"x-request-id", QByteArray(65, 'a')}}).header("X-Request-Id").size(), 36);

    const QByteArray trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    QCOMPARE(m_api->get("/version", {}, {{"traceparent", trace}}).header("traceparent"), trace);
    QCOMPARE(m_api->get("/version", {}, {{"traceparent", "nonsense"}}).header("traceparent"), QByteArray());

    for (const char *path : {"/version", "/api/v1/business/orders", "/nowhere"}) {
        const auto answer = m_api->get(path);
        QCOMPARE(answer.header("X-Content-Type-Options"), QByteArray("nosniff"));
        QCOMPARE(answer.header("X-Frame-Options"), QByteArray("DENY"));
        QCOMPARE(answer.header("Referrer-Policy"), QByteArray("no-referrer"));
        QCOMPARE(answer.header("Cache-Control"), QByteArray("no-store"));
    }
    const auto refused = m_api->get("/nowhere", {}, {{"x-request-id", "my-id"}});
    QCOMPARE(refused.json.value(QLatin1String("request_id")).toString(), QStringLiteral("my-id"));
    QCOMPARE(refused.json.value(QLatin1String("success")).toBool(true), false);
}

void SurfaceApiTest::logsEveryAnswerOnce()
{
    const TestBusiness &business = m_site->business();
    const int before = int(m_api->log().size());
    const qint64 id = placeOrder();
    m_api->get("/api/v1/business/orders/" + QByteArray::number(id) + "?secret=" + business.token, business.token);
    m_api->get("/api/v1/" + business.token, business.token,
               {{"x-request-id", business.terminalTokens.at(Role::Kitchen)}});
    m_api->get("/api/v1/business/orders", "obt_wrongwrongwrong");
    const auto guest = m_api->call("POST", "/api/v1/auth/guest", business.token,
                                   "{\"name\":\"Saule Akhmetova\",\"phone\":\"+77019998877\"}");
    const QList<QByteArray> log = m_api->log().mid(before);
    QCOMPARE(log.size(), 5);
    for (const QByteArray &line : log) {
        QVERIFY2(QJsonDocument::fromJson(line).isObject(), line);
        for (const QByteArray &secret : {business.token, business.guestToken, business.terminalTokens.at(Role::Kitchen),
                                         guest.data().value(QLatin1String("access_token")).toString().toLatin1(),
                                         QByteArray("Serikova"), QByteArray("Akhmetova"), QByteArray("77010000001"),
                                         QByteArray("77019998877"), QByteArray("wrongwrong"), QByteArray("secret")})
            QVERIFY2(!secret.isEmpty() && !line.contains(secret), line);
    }
    const QJsonObject create = QJsonDocument::fromJson(log[0]).object();
    QCOMPARE(create.value(QLatin1String("route")).toString(), QStringLiteral("/api/v1/user/orders/create"));
    QCOMPARE(create.value(QLatin1String("status")).toInt(), 201);
    QVERIFY(create.value(QLatin1String("bytes_out")).toInt() > 100);
    QVERIFY(create.value(QLatin1String("ms")).toDouble() > 0);
    QVERIFY(create.value(QLatin1String("principal")).toString().contains(QString::number(business.guestId)));
    const QJsonObject wrong = QJsonDocument::fromJson(log[3]).object();
    QCOMPARE(wrong.value(QLatin1String("status")).toInt(), 401);
    QCOMPARE(wrong.value(QLatin1String("error")).toString(), QStringLiteral("UNAUTHENTICATED"));
}

void SurfaceApiTest::limitsRates()
{
    ApiOptions options;
    options.ratePerSecond = 1;
    options.rateBurst = 5;
    ApiHarness limited(*m_site, options);
    int refused = 0;
    for (int i = 0; i < 8; ++i) {
        const auto answer = limited.get("/version");
        if (answer.status != 429)
            continue;
        ++refused;
        QCOMPARE(answer.errorCode(), QByteArray("RATE_LIMITED"));
        QVERIFY(answer.header("Retry-After").toInt() >= 1);
    }
    // A slow machine may earn a token while it asks.
    QVERIFY2(refused >= 1 && refused <= 3, QByteArray::number(refused));
}

QTEST_GUILESS_MAIN(SurfaceApiTest)
#include "surfaceapitest.moc"
