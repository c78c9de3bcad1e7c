// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/catalogservice.h"
#include "tests/support/apiharness.h"
#include "tests/support/blockinghttp.h"
#include "tests/support/fakeclock.h"

#include <QJsonDocument>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace oshaq;
using namespace oshaq::test;

/// Answers that are kept: made once, never older than what somebody was told.
class CacheApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsAreMadeOnce();
    void ordersLeaveTheMenuAlone();
    void guestsDoNotDisturbEachOther();
    void rolesAndBusinessesDoNotShare();
    void staleListsAreNotFound();
    void unchangedListsAre304();
    void versionsHaveTheirOwnTags();
    void nobodyReadsOlderUnderConcurrentWrites();
    void hitRatioIsInMetrics();
    void keepsWithinItsBytes();
    void tokensAreLookedUpOnce();
    void revokedTokensDieOnEveryThread();
    void tokensAreKeptWithinBounds();

private:
    struct Count
    {
        quint64 hits;
        quint64 misses;
    };
    Count count(ApiHarness &api, const char *cache);
    QByteArray placeOrder(ApiHarness &api, const QByteArray &guest);

    std::unique_ptr<TestSite> m_site;
};

void CacheApiTest::init()
{
    m_site = std::make_unique<TestSite>();
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
}

CacheApiTest::Count CacheApiTest::count(ApiHarness &api, const char *cache)
{
    const QByteArray text = api.get("/metrics", m_site->business().token).body;
    const auto value = [&](const char *name) {
        const QByteArray start = QByteArray(name) + "{cache=\"" + cache + "\"} ";
        const qsizetype at = text.indexOf(start);
        return at < 0 ? 999'999 : text.mid(at + start.size(), text.indexOf('\n', at) - at - start.size()).toULongLong();
    };
    return {value("oshaq_cache_hits_total"), value("oshaq_cache_misses_total")};
}

QByteArray CacheApiTest::placeOrder(ApiHarness &api, const QByteArray &guest)
{
    const ApiAnswer answer =
        api.call("POST", "/api/v1/user/orders/create", guest, pickupBody(m_site->business().item("Soup")));
    return QByteArray::number(answer.data().value(QLatin1String("order_id")).toInteger());
}

void CacheApiTest::listsAreMadeOnce()
{
    ApiHarness api(*m_site);
    const QByteArray token = m_site->business().token;
    placeOrder(api, m_site->business().guestToken);
    const ApiAnswer first = api.get("/api/v1/business/orders?limit=20", token);
    for (int i = 0; i < 9; ++i)
        QCOMPARE(api.get("/api/v1/business/orders?limit=20", token).body, first.body);
    const Count counted = count(api, "orders");
    QCOMPARE(counted.misses, 1u);
    QCOMPARE(counted.hits, 9u);
}

void CacheApiTest::ordersLeaveTheMenuAlone()
{
    ApiHarness api(*m_site);
    const QByteArray tag = api.get("/api/v1/menu").header("ETag");
    for (int i = 0; i < 5; ++i) {
        placeOrder(api, m_site->business().guestToken);
        QCOMPARE(api.get("/api/v1/menu").header("ETag"), tag);
    }
    QCOMPARE(count(api, "menu").misses, 1u);
    QCOMPARE(count(api, "menu").hits, 5u);
    WriteCommand command;
    command.principal.kind = Principal::Kind::Business;
    command.principal.role = Role::Owner;
    command.principal.businessId = m_site->business().id;
    command.run = [item = m_site->business().item("Bread")](WriteContext &context) {
        return catalogwrites::setAvailable(context, item, {false});
    };
    QVERIFY(m_site->hub().writer().submitAndWait(command));
    QVERIFY(api.get("/api/v1/menu").header("ETag") != tag);
    QCOMPARE(count(api, "menu").misses, 2u);
}

void CacheApiTest::guestsDoNotDisturbEachOther()
{
    ApiHarness api(*m_site);
    const QByteArray asel = m_site->addGuest(m_site->business(), QStringLiteral("First"));
    const QByteArray dana = m_site->addGuest(m_site->business(), QStringLiteral("Second"));
    const QByteArray order = placeOrder(api, asel);
    QCOMPARE(api.get("/api/v1/user/orders/active", asel).list().size(), 1);
    for (int i = 0; i < 4; ++i)
        placeOrder(api, dana);
    QCOMPARE(api.get("/api/v1/user/orders/active", asel).list().size(), 1);
    QCOMPARE(count(api, "guest_orders").misses, 1u);
    QCOMPARE(count(api, "guest_orders").hits, 1u);
    // What the kitchen does to the order is the guest's business.
    const ApiAnswer accepted =
        api.call("PATCH", "/api/v1/business/orders/" + order + "/status", m_site->business().token, "{\"status\":2}");
    QCOMPARE(accepted.status, 200);
    const ApiAnswer after = api.get("/api/v1/user/orders/active", asel);
    QCOMPARE(after.list().first().toObject().value(QLatin1String("status")).toObject().value(QLatin1String("status")),
             QJsonValue(2));
    QCOMPARE(count(api, "guest_orders").misses, 2u);
}

void CacheApiTest::rolesAndBusinessesDoNotShare()
{
    ApiHarness api(*m_site);
    const TestBusiness *other = m_site->addBusiness(QStringLiteral("Other"));
    QVERIFY(other);
    placeOrder(api, m_site->business().guestToken);
    const QByteArray target = "/api/v1/business/orders?limit=5";
    const ApiAnswer full = api.get(target, m_site->business().token);
    const ApiAnswer kitchen = api.get(target, m_site->business().terminalTokens.at(Role::Kitchen));
    QVERIFY(full.body.contains("7010000001"));
    QVERIFY2(!kitchen.body.contains("7010000001"), kitchen.body);
    QCOMPARE(api.get(target, other->token).list().size(), 0);
    QVERIFY(api.get(target, m_site->business().token).list().size() > 0);
}

void CacheApiTest::staleListsAreNotFound()
{
    ApiHarness api(*m_site);
    const QByteArray token = m_site->business().token;
    for (int i = 0; i < 20; ++i) {
        const QByteArray order = placeOrder(api, m_site->business().guestToken);
        const auto firstStatus = [&] {
            const QJsonObject first = api.get("/api/v1/business/orders?limit=1", token).list().first().toObject();
            if (first.value(QLatin1String("order_id")).toInteger() != order.toLongLong())
                return -1;
            return first.value(QLatin1String("status")).toObject().value(QLatin1String("status")).toInt();
        };
        QCOMPARE(firstStatus(), 1);
        QCOMPARE(api.call("PATCH", "/api/v1/business/orders/" + order + "/status", token, "{\"status\":2}").status,
                 200);
        QCOMPARE(firstStatus(), 2);
    }
}

void CacheApiTest::unchangedListsAre304()
{
    ApiHarness api(*m_site);
    const QByteArray token = m_site->business().token;
    const QByteArray tag = api.get("/api/v1/business/orders", token).header("ETag");
    QVERIFY(!tag.isEmpty());
    const ApiAnswer same = api.get("/api/v1/business/orders", token, {{"if-none-match", tag}});
    QCOMPARE(same.status, 304);
    QVERIFY(same.body.isEmpty());
    QCOMPARE(same.header("Cache-Control"), QByteArray("private, no-cache"));
    placeOrder(api, m_site->business().guestToken);
    QCOMPARE(api.get("/api/v1/business/orders", token, {{"if-none-match", tag}}).status, 200);
}

void CacheApiTest::versionsHaveTheirOwnTags()
{
    ApiHarness api(*m_site);
    const QByteArray tag = api.get("/api/v1/menu").header("ETag");
    const ApiAnswer second = api.get("/api/v2/menu", {}, {{"if-none-match", tag}});
    QCOMPARE(second.status, 200);
    QVERIFY(second.header("ETag") != tag);
    QCOMPARE(api.get("/api/v2/menu", {}, {{"if-none-match", second.header("ETag")}}).status, 304);
}

namespace {

/// Places an order, asks for its status in the list at once, moves it on and asks again; counts what was older than it
/// had been told.
class Suspicious final : public QThread
{
public:
    Suspicious(quint16 port, QByteArray guest, QByteArray owner, QByteArray body)
        : m_port(port)
        , m_guest(std::move(guest))
        , m_owner(std::move(owner))
        , m_body(std::move(body))
    {}
    std::atomic<int> older{0};
    std::atomic<int> looked{0};

protected:
    void run() override
    {
        BlockingHttp guest(m_port, m_guest);
        BlockingHttp owner(m_port, m_owner);
        for (int i = 0; i < 60; ++i) {
            const auto made = guest.request("POST", "/api/v1/user/orders/create", m_body);
            if (!made || made->status != 201)
                continue;
            const qint64 id = QJsonDocument::fromJson(made->body)
                                  .object()
                                  .value(QLatin1String("data"))
                                  .toObject()
                                  .value(QLatin1String("order_id"))
                                  .toInteger();
            expect(guest, "/api/v1/user/orders/active?limit=200", id, 1);
            expect(owner, "/api/v1/business/orders?limit=200", id, 1);
            const QByteArray path = "/api/v1/business/orders/" + QByteArray::number(id) + "/status";
            const auto cancelled =
                owner.request("PATCH", path, i % 2 == 0 ? "{\"status\":7,\"reason\":\"none left\"}" : "{\"status\":2}");
            if (!cancelled || cancelled->status != 200)
                continue;
            expect(guest, "/api/v1/user/orders?limit=200", id, i % 2 == 0 ? 7 : 2);
            expect(owner, "/api/v1/business/orders?limit=200", id, i % 2 == 0 ? 7 : 2);
        }
    }

private:
    void expect(BlockingHttp &http, const QByteArray &target, qint64 id, int status)
    {
        const auto answer = http.get(target);
        if (!answer || answer->status != 200)
            return;
        ++looked;
        const QJsonArray list = QJsonDocument::fromJson(answer->body).object().value(QLatin1String("data")).toArray();
        for (const QJsonValue &order : list) {
            if (order.toObject().value(QLatin1String("order_id")).toInteger() == id) {
                const QJsonObject now = order.toObject().value(QLatin1String("status")).toObject();
                if (now.value(QLatin1String("status")).toInt() != status)
                    ++older;
                return;
            }
        }
        ++older;
    }

    const quint16 m_port;
    const QByteArray m_guest;
    const QByteArray m_owner;
    const QByteArray m_body;
};

} // namespace

void CacheApiTest::nobodyReadsOlderUnderConcurrentWrites()
{
    std::vector<std::unique_ptr<Suspicious>> clients;
    for (int i = 0; i < 4; ++i) {
        const QByteArray guest = m_site->addGuest(m_site->business(), QStringLiteral("Guest %1").arg(i));
        clients.push_back(std::make_unique<Suspicious>(m_site->port(), guest, m_site->business().token,
                                                       pickupBody(m_site->business().item("Soup"))));
    }
    for (const auto &client : clients)
        client->start();
    int looked = 0;
    for (const auto &client : clients) {
        QVERIFY(client->wait(120'000));
        QCOMPARE(client->older.load(), 0);
        looked += client->looked.load();
    }
    QCOMPARE(looked, 4 * 60 * 4);
}

void CacheApiTest::hitRatioIsInMetrics()
{
    ApiHarness api(*m_site);
    const ApiAnswer metrics = api.get("/metrics", m_site->business().token);
    QCOMPARE(metrics.status, 200);
    for (const char *name : {"oshaq_cache_hits_total{cache=\"menu\"}", "oshaq_cache_misses_total{cache=\"orders\"}",
                             "oshaq_writer_commits_total", "oshaq_live_sockets 0", "oshaq_writer_available 1"})
        QVERIFY2(metrics.body.contains(name), name);
    const ApiAnswer again = api.get("/metrics", m_site->business().token);
    QVERIFY2(again.body.contains("oshaq_http_requests_total{method=\"GET\",route=\"/metrics\",status=\"200\"} 1"),
             again.body);
    QVERIFY(again.body.contains("oshaq_http_request_seconds_bucket{method=\"GET\",route=\"/metrics\",le=\"+Inf\"} 1"));
    // Figures of the business are not for everybody.
    QCOMPARE(api.get("/metrics").status, 401);
    QCOMPARE(api.get("/metrics", m_site->business().guestToken).status, 403);
}

void CacheApiTest::keepsWithinItsBytes()
{
    AnswerCache cache(10'000);
    const DataVersions::Stamp stamp{1, 1, 1};
    for (int i = 0; i < 100; ++i) {
        cache.store(AnswerCache::Kind::Orders, QByteArray::number(i), stamp, QByteArray(1000, 'x'), {});
        QVERIFY(cache.bytes() <= 10'000);
    }
    QVERIFY(cache.find(AnswerCache::Kind::Orders, "99", stamp));
    QVERIFY(!cache.find(AnswerCache::Kind::Orders, "0", stamp));
    QVERIFY(!cache.find(AnswerCache::Kind::Orders, "99", {1, 2, 1}));
    QVERIFY(!cache.find(AnswerCache::Kind::GuestOrders, "99", stamp));
    // One giant must not drive all others out.
    cache.store(AnswerCache::Kind::Orders, "giant", stamp, QByteArray(5000, 'x'), {});
    QVERIFY(cache.find(AnswerCache::Kind::Orders, "99", stamp));
    QVERIFY(!cache.find(AnswerCache::Kind::Orders, "giant", stamp));
}

void CacheApiTest::tokensAreLookedUpOnce()
{
    m_site.reset();
    FakeClock clock;
    TestSiteOptions options;
    options.server = false;
    options.clock = &clock;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    ApiHarness api(*m_site);
    const QByteArray token = m_site->business().token;
    const QByteArray guest = m_site->business().guestToken;
    const Count before = count(api, "tokens");
    QCOMPARE(before.misses, 1u);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(api.get("/api/v1/user/orders", guest).status, 200);
    // Orders come and go without anybody's rights changing.
    placeOrder(api, guest);
    QCOMPARE(api.get("/api/v1/user/orders", guest).status, 200);
    const Count after = count(api, "tokens");
    QCOMPARE(after.misses - before.misses, 1u);
    QCOMPARE(after.hits - before.hits, 7u); // six of the guest, one for these figures
    // Guesses are not kept.
    for (int i = 0; i < 3; ++i)
        QCOMPARE(api.get("/api/v1/user/orders", "ogt_guess").verdict(), QByteArray("401 UNAUTHENTICATED"));
    QCOMPARE(count(api, "tokens").misses - after.misses, 3u);
    // A new name of a terminal, or anything else about who may what, is a new look.
    m_site->addTerminal(m_site->business(), QStringLiteral("One more"), Role::Kitchen);
    QCOMPARE(api.get("/api/v1/user/orders", guest).status, 200);
    QCOMPARE(count(api, "tokens").misses - after.misses, 5u); // the guest, and whoever asks for the figures
    // What is kept does not outlive the token.
    clock.advance(qint64{31} * 24 * 60 * 60 * 1000);
    QCOMPARE(api.get("/api/v1/user/orders", guest).verdict(), QByteArray("401 TOKEN_EXPIRED"));
    QCOMPARE(api.get("/metrics", token).status, 200);
}

void CacheApiTest::revokedTokensDieOnEveryThread()
{
    BlockingHttp owner(m_site->port(), m_site->business().token);
    constexpr int rounds = 20;
    for (int round = 0; round < rounds; ++round) {
        const auto made =
            owner.request("POST", "/api/v1/business/terminals", "{\"name\":\"Screen\",\"role\":\"kitchen\"}");
        QVERIFY(made && made->status == 201);
        const QJsonObject data = QJsonDocument::fromJson(made->body).object().value(QLatin1String("data")).toObject();
        const QByteArray token = data.value(QLatin1String("access_token")).toString().toLatin1();
        const qint64 id =
            data.value(QLatin1String("terminal")).toObject().value(QLatin1String("terminal_id")).toInteger();
        // The kernel spreads connections over the threads; so many reach each of them.
        std::vector<std::unique_ptr<BlockingHttp>> screens;
        for (int i = 0; i < 8; ++i) {
            screens.push_back(std::make_unique<BlockingHttp>(m_site->port(), token));
            for (int twice = 0; twice < 2; ++twice) {
                const auto answer = screens.back()->get("/api/v1/business/orders?limit=1");
                QVERIFY(answer);
                QCOMPARE(answer->status, 200);
            }
        }
        const auto gone = owner.request("DELETE", "/api/v1/business/terminals/" + QByteArray::number(id));
        QVERIFY(gone);
        QCOMPARE(gone->status, 200);
        for (const auto &screen : screens) {
            const auto answer = screen->get("/api/v1/business/orders?limit=1");
            QVERIFY(answer);
            QCOMPARE(answer->status, 401);
        }
    }
}

void CacheApiTest::tokensAreKeptWithinBounds()
{
    TokenCache cache;
    const DataVersions::Stamp stamp{1, 1, 1};
    Principal principal;
    principal.id = 7;
    for (qsizetype i = 0; i < 2 * TokenCache::maxTokens + 1; ++i) {
        cache.keep(QByteArray::number(i), stamp, principal);
        QVERIFY(cache.size() <= TokenCache::maxTokens);
    }
    const QByteArray last = QByteArray::number(2 * TokenCache::maxTokens);
    QCOMPARE(cache.find(last, stamp, 1), std::optional(principal));
    QVERIFY(!cache.find(last, {2, 1, 1}, 1));
    QVERIFY2(!cache.find(last, stamp, 1), "what was kept under an older stamp never comes back");
    principal.expiresAtMs = 100;
    cache.keep(last, stamp, principal);
    QVERIFY(cache.find(last, stamp, 99));
    QVERIFY(!cache.find(last, stamp, 100));
    QCOMPARE(cache.size(), 0);
}

QTEST_GUILESS_MAIN(CacheApiTest)
#include "cacheapitest.moc"
