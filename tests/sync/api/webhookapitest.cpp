// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apiharness.h"

#include <QJsonDocument>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// Endpoints of integrations, as the office keeps them.
class WebhookApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void lifeOfAnEndpoint();
    void secretsAreShownOnce();
    void editsNeedTheVersion();
    void urls_data();
    void urls();
    void filters();
    void testAndReplay();
    void anotherBusinessSeesNothing();

private:
    ApiAnswer create(const QByteArray &url = "https://pos.example/hook", const QByteArray &more = {})
    {
        return m_api->call("POST", "/api/v1/business/webhooks", m_token, "{\"url\":\"" + url + '"' + more + '}');
    }
    static QByteArray path(qint64 id, const QByteArray &rest = {})
    {
        return "/api/v1/business/webhooks/" + QByteArray::number(id) + rest;
    }
    static qint64 idOf(const ApiAnswer &answer, const char *name = "webhook_id")
    {
        return answer.data().value(QLatin1String(name)).toInteger();
    }

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
    QByteArray m_token;
};

void WebhookApiTest::init()
{
    TestSiteOptions options;
    options.server = false;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_api = std::make_unique<ApiHarness>(*m_site);
    m_token = m_site->business().terminalTokens.at(Role::Manager);
}

void WebhookApiTest::cleanup()
{
    m_api.reset();
    m_site.reset();
}

void WebhookApiTest::lifeOfAnEndpoint()
{
    const auto made = create("https://pos.example/hook", R"(,"events":["order.*","item.updated"])");
    QVERIFY2(made.status == 201, made.body);
    const qint64 id = idOf(made);
    const auto one = m_api->get(path(id), m_token);
    QCOMPARE(one.status, 200);
    QVERIFY2(one.body.contains(R"("events":["order.*","item.updated"],"active":true)"), one.body);
    QCOMPARE(m_api->get("/api/v1/business/webhooks", m_token).list().size(), 1);
    const auto edited = m_api->call("PATCH", path(id), m_token, R"({"active":false,"events":[],"version":1})");
    QVERIFY2(edited.status == 200 && edited.body.contains(R"("events":[],"active":false)"), edited.body);
    QCOMPARE(m_api->call("DELETE", path(id), m_token).status, 200);
    QCOMPARE(m_api->get(path(id), m_token).status, 404);
    QCOMPARE(m_api->get("/api/v1/business/webhooks", m_token).list().size(), 0);
}

void WebhookApiTest::secretsAreShownOnce()
{
    const auto made = create();
    const qint64 id = idOf(made);
    const QByteArray secret = made.data().value(QLatin1String("secret")).toString().toLatin1();
    QVERIFY(secret.startsWith("whsec_") && secret.size() > 40);
    const auto rotated = m_api->call("POST", path(id, "/secret"), m_token);
    QVERIFY2(rotated.status == 200, rotated.body);
    const QByteArray next = rotated.data().value(QLatin1String("secret")).toString().toLatin1();
    QVERIFY(next.startsWith("whsec_") && next != secret);
    QVERIFY(rotated.data().value(QLatin1String("old_secret_until")).isString());
    QCOMPARE(m_api->call("POST", path(id, "/test"), m_token).status, 201);
    for (const QByteArray &target : {path(id), QByteArray("/api/v1/business/webhooks"), path(id, "/deliveries")}) {
        const auto answer = m_api->get(target, m_token);
        QCOMPARE(answer.status, 200);
        QVERIFY2(!answer.body.contains("whsec_"), answer.body);
    }
    const auto reader = m_site->hub().openReader();
    auto leaked = (*reader)->query(
        QStringLiteral("SELECT count(*) FROM journal WHERE payload LIKE '%whsec%' OR payload LIKE '%pos.example%'"));
    QVERIFY(leaked && leaked->next());
    QCOMPARE(leaked->integer(0), 0);
}

void WebhookApiTest::editsNeedTheVersion()
{
    const qint64 id = idOf(create());
    QCOMPARE(m_api->call("PATCH", path(id), m_token, R"({"active":false})").status, 422);
    QCOMPARE(m_api->call("PATCH", path(id), m_token, R"({"active":false,"version":7})").verdict(),
             QByteArray("412 VERSION_STALE"));
    QCOMPARE(m_api->call("PATCH", path(id), m_token, R"({"active":false})", {{"if-match", "\"1\""}}).status, 200);
}

void WebhookApiTest::urls_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("privateToo");
    QTest::newRow("https") << QByteArray("https://a.example:8443/x?y=1") << 201 << false;
    QTest::newRow("http") << QByteArray("http://a.example/") << 422 << false;
    QTest::newRow("http, allowed private") << QByteArray("http://a.example/") << 422 << true;
    QTest::newRow("loopback") << QByteArray("https://127.0.0.1/") << 422 << false;
    QTest::newRow("loopback allowed") << QByteArray("http://127.0.0.1:9000/") << 201 << true;
    QTest::newRow("private allowed") << QByteArray("http://192.168.1.20/hook") << 201 << true;
    QTest::newRow("six allowed") << QByteArray("http://[::1]:9000/") << 201 << true;
    QTest::newRow("six") << QByteArray("https://[fe80::1]/") << 422 << false;
    QTest::newRow("mapped") << QByteArray("https://[::ffff:127.0.0.1]/") << 422 << false;
    QTest::newRow("localhost") << QByteArray("https://LOCALHOST/") << 422 << false;
    QTest::newRow("cloud metadata") << QByteArray("https://169.254.169.254/latest") << 422 << false;
    QTest::newRow("number") << QByteArray("https://2130706433/") << 422 << false;
    QTest::newRow("file") << QByteArray("file:///etc/passwd") << 422 << true;
    QTest::newRow("ftp") << QByteArray("ftp://a.example/") << 422 << true;
    QTest::newRow("user") << QByteArray("https://u:p@a.example/") << 422 << true;
    QTest::newRow("fragment") << QByteArray("https://a.example/#x") << 422 << true;
    QTest::newRow("relative") << QByteArray("/hook") << 422 << true;
}

void WebhookApiTest::urls()
{
    QFETCH(QByteArray, url);
    QFETCH(int, status);
    QFETCH(bool, privateToo);
    ApiOptions options = ApiHarness::withoutLimits();
    options.privateWebhooks = privateToo;
    m_api = std::make_unique<ApiHarness>(*m_site, options);
    const auto answer = create(url);
    QVERIFY2(answer.status == status, answer.body);
}

void WebhookApiTest::filters()
{
    for (const char *wrong : {R"(["order"])", R"(["*.created"])", R"(["order.Created"])", R"(["a b.c"])", R"([""])"})
        QCOMPARE(create("https://a.example/", QByteArray(",\"events\":") + wrong).status, 422);
    QCOMPARE(create("https://a.example/", R"(,"events":["*"])").status, 201);
}

void WebhookApiTest::testAndReplay()
{
    const qint64 id = idOf(create());
    const auto tested = m_api->call("POST", path(id, "/test"), m_token);
    QVERIFY2(tested.status == 201, tested.body);
    const qint64 delivery = idOf(tested, "delivery_id");
    const QByteArray replay = "/deliveries/" + QByteArray::number(delivery) + "/replay";
    const auto again = m_api->call("POST", path(id, replay), m_token);
    QVERIFY2(again.status == 200, again.body);
    QCOMPARE(again.data().value(QLatin1String("uuid")), tested.data().value(QLatin1String("uuid")));
    QCOMPARE(m_api->call("POST", path(id, "/deliveries/999/replay"), m_token).status, 404);
    QCOMPARE(m_api->call("POST", path(id, "/deliveries/x/replay"), m_token).status, 404);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(m_api->call("POST", path(id, "/test"), m_token).status, 201);
    const auto page = m_api->get(path(id, "/deliveries?limit=3"), m_token);
    QCOMPARE(page.list().size(), 3);
    const auto rest = m_api->get(path(id, "/deliveries?limit=3&cursor=") +
                                     page.meta().value(QLatin1String("next_cursor")).toString().toLatin1(),
                                 m_token);
    QCOMPARE(rest.list().size(), 1);
    QCOMPARE(rest.list().first().toObject().value(QLatin1String("delivery_id")).toInteger(), delivery);
    QCOMPARE(m_api->get(path(id, "/deliveries?cursor=x"), m_token).status, 422);
}

void WebhookApiTest::anotherBusinessSeesNothing()
{
    const qint64 id = idOf(create());
    const qint64 delivery = idOf(m_api->call("POST", path(id, "/test"), m_token), "delivery_id");
    const TestBusiness *other = m_site->addBusiness(QStringLiteral("Other"));
    const QByteArray replay = "/deliveries/" + QByteArray::number(delivery) + "/replay";
    QCOMPARE(m_api->get(path(id), other->token).status, 404);
    QCOMPARE(m_api->get(path(id, "/deliveries"), other->token).status, 404);
    QCOMPARE(m_api->call("PATCH", path(id), other->token, R"({"active":false,"version":1})").status, 404);
    QCOMPARE(m_api->call("DELETE", path(id), other->token).status, 404);
    for (const QByteArray &rest : {QByteArray("/secret"), QByteArray("/test"), replay})
        QCOMPARE(m_api->call("POST", path(id, rest), other->token).status, 404);
    QCOMPARE(m_api->get("/api/v1/business/webhooks", other->token).list().size(), 0);
}

QTEST_GUILESS_MAIN(WebhookApiTest)
#include "webhookapitest.moc"
