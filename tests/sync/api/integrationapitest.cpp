// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apiharness.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// Integrations as the office sets them up, and what never leaves the hub again.
class IntegrationApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listsEveryKind();
    void isSetUpAndShown();
    void secretsNeverComeOut();
    void editsNeedTheVersion();
    void privateAddressesNeedTheSetting();
    void testsSayWhy();
    void aTestRunsOutside();
    void healthIsShownAndMeasured();
    void anotherBusinessHasItsOwn();

private:
    static constexpr char path[] = "/api/v1/admin/integrations/halyk";
    static constexpr char secret[] = "hush-hush-4711";

    ApiAnswer put(const QByteArray &body) { return m_api->call("PUT", path, m_token, body); }
    static QByteArray complete(int version = 0)
    {
        return QByteArray("{\"enabled\":true,\"config\":{\"client_id\":\"SHOP.KZ\",\"terminal_id\":\"67e34d63\"},"
                          "\"secrets\":{\"client_secret\":\"") +
               secret + "\"},\"version\":" + QByteArray::number(version) + '}';
    }
    static QJsonObject field(const ApiAnswer &answer, const char *key)
    {
        const QJsonArray fields = answer.data().value(QLatin1String("fields")).toArray();
        for (const auto &one : fields) {
            if (one.toObject().value(QLatin1String("key")) == QLatin1String(key))
                return one.toObject();
        }
        return {};
    }

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
    QByteArray m_token;
};

void IntegrationApiTest::init()
{
    TestSiteOptions options;
    options.server = false;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_api = std::make_unique<ApiHarness>(*m_site);
    m_token = m_site->business().terminalTokens.at(Role::Manager);
}

void IntegrationApiTest::cleanup()
{
    m_api.reset();
    m_site.reset();
}

void IntegrationApiTest::listsEveryKind()
{
    const auto all = m_api->get("/api/v1/admin/integrations", m_token);
    QCOMPARE(all.status, 200);
    QStringList kinds;
    for (const auto &one : all.list())
        kinds.append(one.toObject().value(QLatin1String("kind")).toString());
    QCOMPARE(kinds.join(u' '), QStringLiteral("halyk smtp sms webpush telegram delivery outside"));
    QCOMPARE(m_api->get("/api/v1/admin/integrations/paypal", m_token).verdict(), QByteArray("404 NOT_FOUND"));
    QCOMPARE(m_api->call("PUT", "/api/v1/admin/integrations/paypal", m_token, R"({"version":0})").status, 404);
    QCOMPARE(m_api->call("POST", "/api/v1/admin/integrations/paypal/test", m_token).status, 404);
}

void IntegrationApiTest::isSetUpAndShown()
{
    const auto empty = m_api->get(path, m_token);
    QCOMPARE(empty.data().value(QLatin1String("version")).toInt(-1), 0);
    QCOMPARE(field(empty, "api_url").value(QLatin1String("is_set")).toBool(), false);
    QCOMPARE(field(empty, "api_url").value(QLatin1String("fallback")).toString(),
             QStringLiteral("https://epay-api.homebank.kz"));

    const auto made = put(complete());
    QVERIFY2(made.status == 200, made.body);
    QCOMPARE(made.header("etag"), QByteArray("\"1\""));
    const auto now = m_api->get(path, m_token);
    QCOMPARE(now.data().value(QLatin1String("enabled")).toBool(), true);
    QCOMPARE(now.data().value(QLatin1String("state")).toString(), QStringLiteral("unknown"));
    QVERIFY(now.data().value(QLatin1String("health")).isNull());
    QCOMPARE(field(now, "client_id").value(QLatin1String("value")).toString(), QStringLiteral("SHOP.KZ"));

    const auto wrong = put(R"({"config":{"api_url":"ftp://x","colour":"red"},"version":1})");
    QCOMPARE(wrong.verdict(), QByteArray("422 VALIDATION_FAILED"));
    QVERIFY2(wrong.body.contains("config.api_url") && wrong.body.contains("config.colour"), wrong.body);
    const auto back = put(R"({"config":{"client_id":null},"enabled":false,"version":1})");
    QVERIFY2(back.status == 200, back.body);
    QCOMPARE(field(back, "client_id").value(QLatin1String("is_set")).toBool(), false);
}

void IntegrationApiTest::secretsNeverComeOut()
{
    const auto made = put(complete());
    QVERIFY2(made.status == 200, made.body);
    const QJsonObject shown = field(made, "client_secret");
    QCOMPARE(shown.value(QLatin1String("is_set")).toBool(), true);
    QVERIFY(!shown.contains(QLatin1String("value")));
    for (const QByteArray &target :
         {QByteArray(path), QByteArray("/api/v1/admin/integrations"), QByteArray("/api/v2/admin/integrations/halyk"),
          QByteArray("/api/v1/admin/audit"), QByteArray("/metrics")}) {
        const auto answer = m_api->get(target, m_token);
        QCOMPARE(answer.status, 200);
        QVERIFY2(!answer.body.contains(secret), target);
    }
    // Not in a refusal either, nor in what is kept.
    const auto refused = put(complete(9));
    QCOMPARE(refused.status, 412);
    QVERIFY(!refused.body.contains(secret));
    for (const QByteArray &line : m_api->log())
        QVERIFY2(!line.contains(secret), line);
    for (const char *name : {"/hub.db", "/hub.db-wal"}) {
        QFile file(m_site->hub().directory() + QLatin1String(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(secret), name);
    }
}

void IntegrationApiTest::editsNeedTheVersion()
{
    QCOMPARE(put(R"({"config":{"client_id":"x"}})").status, 422);
    QVERIFY(put(complete()).status == 200);
    QCOMPARE(put(complete()).verdict(), QByteArray("412 VERSION_STALE"));
    const auto tagged = m_api->call("PUT", path, m_token, R"({"config":{"client_id":"x"}})", {{"if-match", "\"1\""}});
    QVERIFY2(tagged.status == 200, tagged.body);
}

void IntegrationApiTest::privateAddressesNeedTheSetting()
{
    const QByteArray body = R"({"config":{"api_url":"http://127.0.0.1:9000"},"version":0})";
    QCOMPARE(put(body).status, 422);
    ApiOptions options = ApiHarness::withoutLimits();
    options.privateWebhooks = true;
    m_api = std::make_unique<ApiHarness>(*m_site, options);
    QCOMPARE(put(body).status, 200);
}

void IntegrationApiTest::testsSayWhy()
{
    const auto test = [this] { return m_api->call("POST", QByteArray(path) + "/test", m_token); };
    auto answer = test();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.data().value(QLatin1String("ok")).toBool(true), false);
    QVERIFY2(answer.body.contains("not set up"), answer.body);
    QVERIFY(put(R"({"config":{"client_id":"x"},"version":0})").status == 200);
    answer = test();
    QVERIFY2(answer.body.contains("lacks terminal_id, client_secret"), answer.body);
    QVERIFY(put(complete(1)).status == 200);
    answer = test(); // no thread for integrations runs here
    QVERIFY2(answer.body.contains("cannot try"), answer.body);
}

void IntegrationApiTest::aTestRunsOutside()
{
    QVERIFY(put(complete()).status == 200);
    QList<IntegrationTrialRequest> asked;
    IntegrationTrial outcome{false, QStringLiteral("The bank does not know this client (401).")};
    m_site->hub().integrations().setTester(
        IntegrationKind::Halyk, [&](const IntegrationTrialRequest &request, const IntegrationBoard::Done &done) {
            asked.append(request);
            done(outcome);
        });
    auto answer = m_api->call("POST", QByteArray(path) + "/test", m_token, R"({"to":"+77010000001"})");
    QVERIFY2(answer.status == 200, answer.body);
    QCOMPARE(answer.data().value(QLatin1String("ok")).toBool(true), false);
    QCOMPARE(answer.data().value(QLatin1String("message")).toString(), outcome.message);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0].businessId, m_site->business().id);
    QCOMPARE(asked[0].to, QStringLiteral("+77010000001"));
    auto now = m_api->get(path, m_token);
    QCOMPARE(now.data().value(QLatin1String("state")).toString(), QStringLiteral("failing"));
    QCOMPARE(now.data().value(QLatin1String("state_reason")).toString(), outcome.message);
    QCOMPARE(now.data().value(QLatin1String("version")).toInt(), 1);

    outcome = {true, QStringLiteral("The bank gave a token.")};
    answer = m_api->call("POST", QByteArray(path) + "/test", m_token);
    QCOMPARE(answer.data().value(QLatin1String("ok")).toBool(), true);
    now = m_api->get(path, m_token);
    QCOMPARE(now.data().value(QLatin1String("state")).toString(), QStringLiteral("working"));
    QVERIFY(now.data().value(QLatin1String("state_reason")).isNull());
    m_site->hub().integrations().setTester(IntegrationKind::Halyk, {});
    QVERIFY(m_api->call("POST", QByteArray(path) + "/test", m_token).body.contains("cannot try"));
}

void IntegrationApiTest::healthIsShownAndMeasured()
{
    QVERIFY(!m_api->get("/metrics", m_token).body.contains("oshaq_integration_"));
    IntegrationHealth health;
    health.circuit = IntegrationHealth::Circuit::Open;
    health.inFlight = 1;
    health.maxInFlight = 4;
    health.requests = 9;
    health.failures = 6;
    health.heldBack = 3;
    health.lastError = QStringLiteral("Answered 503.");
    health.lastErrorAtMs = 1'768'473'000'000;
    m_site->hub().integrations().note(m_site->business().id, IntegrationKind::Halyk, health);
    const auto shown = m_api->get(path, m_token).data().value(QLatin1String("health")).toObject();
    QCOMPARE(shown.value(QLatin1String("circuit")).toString(), QStringLiteral("open"));
    QCOMPARE(shown.value(QLatin1String("held_back")).toInt(), 3);
    QCOMPARE(shown.value(QLatin1String("last_error")).toString(), health.lastError);
    const QByteArray text = m_api->get("/metrics", m_token).body;
    const QByteArray labels = "{business=\"" + QByteArray::number(m_site->business().id) + "\",kind=\"halyk\"} ";
    QVERIFY2(text.contains("oshaq_integration_circuit" + labels + "2\n"), text);
    QVERIFY(text.contains("oshaq_integration_in_flight" + labels + "1\n"));
    QVERIFY(text.contains("oshaq_integration_in_flight_limit" + labels + "4\n"));
    QVERIFY(text.contains("oshaq_integration_requests_total" + labels + "9\n"));
    QVERIFY(text.contains("oshaq_integration_failures_total" + labels + "6\n"));
    QVERIFY(text.contains("oshaq_integration_held_back_total" + labels + "3\n"));
}

void IntegrationApiTest::anotherBusinessHasItsOwn()
{
    QVERIFY(put(complete()).status == 200);
    const TestBusiness *other = m_site->addBusiness(QStringLiteral("Other"));
    const auto theirs = m_api->get(path, other->token);
    QCOMPARE(theirs.data().value(QLatin1String("version")).toInt(-1), 0);
    QVERIFY(!theirs.body.contains("SHOP.KZ"));
    QCOMPARE(field(theirs, "client_secret").value(QLatin1String("is_set")).toBool(true), false);
}

QTEST_GUILESS_MAIN(IntegrationApiTest)
#include "integrationapitest.moc"
