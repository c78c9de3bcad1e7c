// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apiharness.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// What the API does with a request before it looks at what is asked: addresses, origins, limits, headers.
class GatewayApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyAnswerIsHardened();
    void deniesAndAllowsAddresses();
    void believesTrustedProxiesOnly();
    void answersPreflightsOfKnownOrigins();
    void tellsStrangersNothing();
    void saysWhatAPathTakes();
    void tellsItsLimits();
    void setsNoCookie();

private:
    AddressList list(const char *text);

    std::unique_ptr<TestSite> m_site;
};

void GatewayApiTest::init()
{
    TestSiteOptions options;
    options.server = false;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
}

void GatewayApiTest::cleanup()
{
    m_site.reset();
}

AddressList GatewayApiTest::list(const char *text)
{
    return *AddressList::fromText(QString::fromLatin1(text));
}

void GatewayApiTest::everyAnswerIsHardened()
{
    ApiHarness api(*m_site);
    for (const char *target : {"/api/v1/menu", "/api/v1/nothing", "/api/v9/menu", "/api/v1/business/orders", "/docs"}) {
        const ApiAnswer answer = api.get(target);
        QCOMPARE(answer.header("X-Content-Type-Options"), QByteArray("nosniff"));
        QCOMPARE(answer.header("X-Frame-Options"), QByteArray("DENY"));
        QCOMPARE(answer.header("Referrer-Policy"), QByteArray("no-referrer"));
        const QByteArray policy = answer.header("Content-Security-Policy");
        QVERIFY2(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), policy);
        QVERIFY(!policy.contains("unsafe"));
        QVERIFY(!answer.header("Cache-Control").isEmpty());
        // Promised under TLS only: over plain HTTP nobody may believe it.
        QVERIFY(answer.header("Strict-Transport-Security").isEmpty());
    }
}

void GatewayApiTest::deniesAndAllowsAddresses()
{
    ApiOptions options = ApiHarness::withoutLimits();
    options.deny = list("127.0.0.0/8");
    {
        ApiHarness api(*m_site, options);
        const ApiAnswer refused = api.get("/api/v1/menu");
        QCOMPARE(refused.verdict(), QByteArray("403 FORBIDDEN"));
        QVERIFY(!refused.header("X-Frame-Options").isEmpty());
    }
    options.deny = list("127.0.0.9");
    options.allow = list("10.0.0.0/8");
    {
        ApiHarness api(*m_site, options);
        QCOMPARE(api.get("/api/v1/menu").verdict(), QByteArray("403 FORBIDDEN"));
    }
    options.allow = list("10.0.0.0/8 127.0.0.1");
    ApiHarness api(*m_site, options);
    QCOMPARE(api.get("/api/v1/menu").status, 200);
}

void GatewayApiTest::believesTrustedProxiesOnly()
{
    ApiOptions options = ApiHarness::withoutLimits();
    options.deny = list("203.0.113.0/24");
    const Headers forwarded{{"x-forwarded-for", "203.0.113.9"}, {"x-forwarded-proto", "https"}};
    {
        ApiHarness api(*m_site, options);
        const ApiAnswer answer = api.get("/api/v1/menu", {}, forwarded);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.header("Strict-Transport-Security").isEmpty());
    }
    options.trustedProxies = list("127.0.0.1");
    ApiHarness api(*m_site, options);
    const ApiAnswer refused = api.get("/api/v1/menu", {}, forwarded);
    QCOMPARE(refused.verdict(), QByteArray("403 FORBIDDEN"));
    QVERIFY(refused.header("Strict-Transport-Security").startsWith("max-age="));
    QVERIFY(api.log().last().contains("203.0.113.9"));
    QCOMPARE(api.get("/api/v1/menu", {}, {{"x-forwarded-for", "198.51.100.1"}}).status, 200);
}

void GatewayApiTest::answersPreflightsOfKnownOrigins()
{
    ApiOptions options = ApiHarness::withoutLimits();
    options.corsOrigins = {"https://orders.example"};
    ApiHarness api(*m_site, options);
    const Headers preflight{{"origin", "https://orders.example"}, {"access-control-request-method", "POST"}};
    const ApiAnswer answer = api.call("OPTIONS", "/api/v1/user/orders/create", {}, {}, preflight);
    QCOMPARE(answer.status, 204);
    QCOMPARE(answer.header("Access-Control-Allow-Origin"), QByteArray("https://orders.example"));
    QVERIFY(answer.header("Access-Control-Allow-Methods").contains("POST"));
    QVERIFY(answer.header("Access-Control-Allow-Headers").contains("Idempotency-Key"));
    QCOMPARE(answer.header("Vary"), QByteArray("Origin"));
    // Refusals are readable for the page too.
    const ApiAnswer refused = api.get("/api/v1/business/orders", {}, {{"origin", "https://orders.example"}});
    QCOMPARE(refused.status, 401);
    QCOMPARE(refused.header("Access-Control-Allow-Origin"), QByteArray("https://orders.example"));
    QVERIFY(refused.header("Access-Control-Allow-Credentials").isEmpty());
}

void GatewayApiTest::tellsStrangersNothing()
{
    ApiOptions options = ApiHarness::withoutLimits();
    options.corsOrigins = {"https://orders.example"};
    ApiHarness api(*m_site, options);
    for (const char *origin :
         {"https://orders.example.evil", "http://orders.example", "https://ORDERS.example", "null"}) {
        const Headers preflight{{"origin", origin}, {"access-control-request-method", "POST"}};
        const ApiAnswer answer = api.call("OPTIONS", "/api/v1/user/orders/create", {}, {}, preflight);
        QCOMPARE(answer.status, 204);
        QVERIFY(answer.header("Access-Control-Allow-Origin").isEmpty());
        QVERIFY(answer.header("Access-Control-Allow-Methods").isEmpty());
    }
}

void GatewayApiTest::saysWhatAPathTakes()
{
    ApiHarness api(*m_site);
    const ApiAnswer answer = api.call("OPTIONS", "/api/v1/business/orders");
    QCOMPARE(answer.status, 204);
    QCOMPARE(answer.header("Allow"), QByteArray("GET, POST"));
    QCOMPARE(api.call("OPTIONS", "/api/v1/nothing").status, 404);
}

void GatewayApiTest::tellsItsLimits()
{
    ApiOptions options = ApiHarness::withoutLimits();
    options.rateLimit = true;
    options.ratePerSecond = 1;
    options.rateBurst = 3;
    ApiHarness api(*m_site, options);
    const QByteArray token = m_site->business().token;
    const ApiAnswer first = api.get("/api/v1/business/orders", token);
    QCOMPARE(first.status, 200);
    QCOMPARE(first.header("RateLimit-Policy"), QByteArray("\"address\";q=3;w=3, \"token\";q=3;w=3"));
    QVERIFY2(first.header("RateLimit").startsWith("\"address\";r=2;t="), first.header("RateLimit"));
    ApiAnswer last = first;
    for (int i = 0; i < 10 && last.status == 200; ++i)
        last = api.get("/api/v1/business/orders", token);
    QCOMPARE(last.verdict(), QByteArray("429 RATE_LIMITED"));
    QVERIFY(last.header("Retry-After").toInt() >= 1);
    QVERIFY2(last.header("RateLimit").startsWith("\"address\";r=0;t="), last.header("RateLimit"));
    // Without a limit nothing is promised.
    ApiHarness unlimited(*m_site);
    QVERIFY(unlimited.get("/api/v1/menu").header("RateLimit").isEmpty());
}

void GatewayApiTest::setsNoCookie()
{
    ApiHarness api(*m_site);
    const QByteArray token = m_site->business().token;
    // A token in a cookie is none: no page of a stranger can ride on it.
    const ApiAnswer answer = api.get("/api/v1/business/orders", {}, {{"cookie", "token=" + token}});
    QCOMPARE(answer.verdict(), QByteArray("401 UNAUTHENTICATED"));
    QVERIFY(answer.header("Set-Cookie").isEmpty());
    QVERIFY(api.get("/docs").header("Set-Cookie").isEmpty());
}

QTEST_GUILESS_MAIN(GatewayApiTest)
#include "gatewayapitest.moc"
