// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/webhook.h"
#include "tests/support/apiharness.h"
#include "tests/support/fakeclock.h"

#include <QJsonDocument>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// Couriers, zones and fees, deliveries of a service, and orders of other services, as programs see them.
class CourierApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void zonesComeAndGo();
    void guestsSeeZonesAndFees();
    void anOrderNamesItsZone();
    void theCounterGivesOrdersAway();
    void aCourierSeesTheirOwn();
    void theServiceIsAskedOnlyWhenThereIsOne();
    void theServiceTellsSigned();
    void anOutsideOrderIsTaken();
    void strangersAreRefused();
    void aMappedOrderIsTaken();
    void theServiceTakesItsOrderBack();

private:
    ApiAnswer send(const char *method, const QByteArray &path, const QByteArray &body, const QByteArray &token)
    {
        return m_api->call(method, "/api/v1/" + path, token, body);
    }
    ApiAnswer get(const QByteArray &path, const QByteArray &token) { return m_api->get("/api/v1/" + path, token); }
    QByteArray owner() const { return m_site->business().token; }
    QByteArray counter() const { return m_site->business().terminalTokens.at(Role::Counter); }
    ApiAnswer signedPost(const QByteArray &path, const QByteArray &body, const QByteArray &secret)
    {
        return m_api->call("POST", "/api/v1/" + path, {}, body,
                           {{"content-type", "application/json"},
                            {"oshaq-signature", webhookSignature({secret}, m_clock.nowMs(), body)}});
    }
    QByteArray outsidePath(const QByteArray &rest) const
    {
        return "outside/" + QByteArray::number(m_site->business().id) + rest;
    }
    bool setUp(const QByteArray &kind, const QByteArray &config, const QByteArray &secrets)
    {
        const auto answer =
            send("PUT", "admin/integrations/" + kind,
                 "{\"enabled\":true,\"version\":0,\"config\":" + config + ",\"secrets\":" + secrets + '}', owner());
        return answer.status == 200;
    }
    bool takesOutsideOrders(const QByteArray &config = "{}")
    {
        return setUp("outside", config, R"({"hmac_secret":"outside-secret"})");
    }
    QByteArray delivery(const QByteArray &more = {}) const
    {
        return "{\"fulfilment\":\"delivery\",\"address\":\"Abay 10\",\"guest_name\":\"Dana Serikova\",\"guest_phone\":\"+77011234567\"" +
               more + ",\"items\":[{\"item_id\":" + QByteArray::number(m_site->business().item("Soup")) +
               ",\"quantity\":1}]}";
    }
    QByteArray made(const QByteArray &body)
    {
        return QByteArray::number(
            send("POST", "business/orders", body, counter()).data().value(QLatin1String("order_id")).toInteger());
    }
    bool move(const QByteArray &order, int status)
    {
        return send("PATCH", "business/orders/" + order + "/status", "{\"status\":" + QByteArray::number(status) + '}',
                    owner())
                   .status == 200;
    }
    QByteArray makeCourier(const QByteArray &name)
    {
        const auto answer = send("POST", "business/staff", "{\"name\":\"" + name + "\",\"role\":\"courier\"}", owner());
        return QByteArray::number(answer.data().value(QLatin1String("staff_id")).toInteger());
    }

    FakeClock m_clock;
    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
};

void CourierApiTest::init()
{
    m_clock.setWallMs(1'768'471'200'000);
    TestSiteOptions options;
    options.server = false;
    options.clock = &m_clock;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_api = std::make_unique<ApiHarness>(*m_site);
}

void CourierApiTest::cleanup()
{
    m_api.reset();
    m_site.reset();
}

void CourierApiTest::zonesComeAndGo()
{
    const auto near =
        send("POST", "business/delivery/zones", R"({"name":"Near","fee":3,"free_from":99.5,"reach_m":2000})", owner());
    QCOMPARE(near.verdict(), QByteArray("201"));
    QCOMPARE(near.data().value(QLatin1String("fee")).toDouble(), 3.0);
    const QByteArray id = QByteArray::number(near.data().value(QLatin1String("zone_id")).toInteger());
    QCOMPARE(send("POST", "business/delivery/zones", "{\"name\":\"Near\",\"fee\":1}", owner()).verdict(),
             QByteArray("409 ALREADY_EXISTS"));
    QCOMPARE(send("POST", "business/delivery/zones", "{\"name\":\"Far\",\"fee\":1}", counter()).verdict(),
             QByteArray("403 FORBIDDEN"));
    QCOMPARE(send("PATCH", "business/delivery/zones/" + id, "{\"fee\":4}", owner()).verdict(),
             QByteArray("422 VALIDATION_FAILED")); // not blindly
    const auto edited = send("PATCH", "business/delivery/zones/" + id, R"({"fee":4,"reach_m":0,"version":1})", owner());
    QCOMPARE(edited.verdict(), QByteArray("200"));
    QVERIFY(edited.data().value(QLatin1String("reach_m")).isNull());
    QCOMPARE(edited.data().value(QLatin1String("free_from")).toDouble(), 99.5);
    QCOMPARE(send("PATCH", "business/delivery/zones/" + id, "{\"fee\":5,\"version\":1}", owner()).verdict(),
             QByteArray("412 VERSION_STALE"));
    QCOMPARE(get("business/delivery/zones", counter()).list().size(), 1);
    QCOMPARE(send("DELETE", "business/delivery/zones/" + id, {}, owner()).verdict(), QByteArray("200"));
    QCOMPARE(get("business/delivery/zones", counter()).list().size(), 0);
}

void CourierApiTest::guestsSeeZonesAndFees()
{
    const QByteArray guest = m_site->business().guestToken;
    QVERIFY(send("POST", "business/delivery/zones", "{\"name\":\"Near\",\"fee\":3,\"reach_m\":2000}", owner()).status ==
            201);
    const auto placed =
        send("PUT", "admin/settings", "{\"settings\":{\"orders.delivery_from\":\"0,0\"},\"version\":1}", owner());
    QVERIFY2(placed.status == 200, placed.body);
    QCOMPARE(get("user/delivery/zones", guest).list().size(), 1);
    const auto fee = get("user/delivery/fee?at=0.01,0", guest);
    QCOMPARE(fee.verdict(), QByteArray("200"));
    QCOMPARE(fee.data().value(QLatin1String("fee")).toDouble(), 3.0);
    QCOMPARE(fee.data().value(QLatin1String("distance_m")).toInt(), 1112);
    QCOMPARE(get("user/delivery/fee?at=1,1", guest).verdict(), QByteArray("422 VALIDATION_FAILED"));
    QCOMPARE(get("user/delivery/fee?at=here", guest).verdict(), QByteArray("422 VALIDATION_FAILED"));
    QCOMPARE(get("user/delivery/fee?subtotal=-1", guest).verdict(), QByteArray("422 VALIDATION_FAILED"));
    QCOMPARE(get("user/delivery/fee", guest).data().value(QLatin1String("fee")).toDouble(), 0.0);
    QCOMPARE(
        send("PUT", "admin/settings", R"({"settings":{"orders.delivery_from":"home"},"version":2})", owner()).verdict(),
        QByteArray("422 VALIDATION_FAILED"));
}

void CourierApiTest::anOrderNamesItsZone()
{
    const auto zone = send("POST", "business/delivery/zones", R"({"name":"Near","fee":3})", owner());
    const QByteArray id = QByteArray::number(zone.data().value(QLatin1String("zone_id")).toInteger());
    const auto order = send("POST", "business/orders", delivery(",\"delivery\":{\"zone_id\":" + id + '}'), counter());
    QCOMPARE(order.verdict(), QByteArray("201"));
    const QJsonObject cost = order.data().value(QLatin1String("cost")).toObject();
    QCOMPARE(cost.value(QLatin1String("delivery_cost")).toDouble(), 3.0);
    QCOMPARE(cost.value(QLatin1String("total_cost")).toDouble(), 15.95);
    QCOMPARE(send("POST", "business/orders", delivery(",\"delivery\":{\"zone_id\":99}"), counter()).verdict(),
             QByteArray("422 VALIDATION_FAILED"));
}

void CourierApiTest::theCounterGivesOrdersAway()
{
    const QByteArray aidar = makeCourier("Aidar");
    const QByteArray order = made(delivery());
    QCOMPARE(get("business/couriers", counter()).list().size(), 1);
    const auto given =
        send("PATCH", "business/orders/" + order + "/delivery", "{\"courier_id\":" + aidar + '}', counter());
    QCOMPARE(given.verdict(), QByteArray("200"));
    QCOMPARE(given.data().value(QLatin1String("delivery")).toObject().value(QLatin1String("courier")).toString(),
             QStringLiteral("Aidar"));
    QCOMPARE(get("business/couriers", counter()).list().at(0).toObject().value(QLatin1String("open_orders")).toInt(),
             1);
    const auto taken = send("PATCH", "business/orders/" + order + "/delivery", R"({"courier_id":0})", counter());
    QVERIFY(taken.data().value(QLatin1String("delivery")).isNull());
    QCOMPARE(send("PATCH", "business/orders/" + order + "/delivery", "{\"courier_id\":" + aidar + '}',
                  m_site->business().terminalTokens.at(Role::Kitchen))
                 .verdict(),
             QByteArray("403 FORBIDDEN"));
}

void CourierApiTest::aCourierSeesTheirOwn()
{
    const QByteArray aidar = makeCourier("Aidar");
    const QByteArray order = made(delivery());
    const QByteArray other = made(delivery());
    for (const QByteArray &id : {order, other}) {
        for (const int status : {2, 3, 4})
            QVERIFY(move(id, status));
    }
    QVERIFY(
        send("PATCH", "business/orders/" + order + "/delivery", "{\"courier_id\":" + aidar + '}', counter()).status ==
        200);
    // The counter looks over a courier's shoulder.
    const QJsonArray seen = get("business/couriers/orders?courier_id=" + aidar, counter()).list();
    QCOMPARE(seen.size(), 2);
    QVERIFY(seen.at(0).toObject().value(QLatin1String("mine")).toBool());
    QVERIFY(!seen.at(1).toObject().value(QLatin1String("mine")).toBool());
    QCOMPARE(seen.at(0).toObject().value(QLatin1String("to_collect")).toDouble(), 12.95);
    // A courier's screen at which nobody stands sees what waits, with where it goes.
    const QByteArray courier = m_site->business().terminalTokens.at(Role::Courier);
    const QJsonArray waiting = get("business/couriers/orders", courier).list();
    QCOMPARE(waiting.size(), 1);
    const QJsonObject waits = waiting.at(0).toObject().value(QLatin1String("order")).toObject();
    QCOMPARE(waits.value(QLatin1String("address")).toString(), QStringLiteral("Abay 10"));
    QCOMPARE(
        send("PATCH", "business/orders/" + other + "/delivery", "{\"courier_id\":" + aidar + '}', courier).verdict(),
        QByteArray("403 FORBIDDEN")); // nobody knows who takes it
    QCOMPARE(get("business/couriers/orders", m_site->business().guestToken).verdict(), QByteArray("403 FORBIDDEN"));
}

void CourierApiTest::theServiceIsAskedOnlyWhenThereIsOne()
{
    const QByteArray order = made(delivery());
    const QByteArray path = "business/orders/" + order + "/dispatch";
    for (const int status : {2, 3})
        QVERIFY(move(order, status));
    QCOMPARE(get(path, counter()).verdict(), QByteArray("404 NOT_FOUND"));
    QCOMPARE(send("POST", path, "{}", counter()).verdict(), QByteArray("503 NOT_CONFIGURED"));
    QVERIFY(setUp("delivery", "{\"url\":\"https://courier.example/v1\"}",
                  R"({"api_key":"courier-key","webhook_secret":"courier-secret"})"));
    const auto asked = send("POST", path, R"({"quote_only":true})", counter());
    QCOMPARE(asked.verdict(), QByteArray("201"));
    QCOMPARE(asked.data().value(QLatin1String("state")).toString(), QStringLiteral("quoting"));
    QCOMPARE(send("POST", path + "/confirm", "{}", counter()).verdict(),
             QByteArray("409 ORDER_TRANSITION_NOT_ALLOWED"));
    QCOMPARE(send("POST", path, "{}", counter()).verdict(), QByteArray("409 ALREADY_EXISTS"));
    const auto off = send("DELETE", path, {}, counter());
    QCOMPARE(off.data().value(QLatin1String("state")).toString(), QStringLiteral("cancelled"));
    QVERIFY(!asked.body.contains("courier-key"));
}

void CourierApiTest::theServiceTellsSigned()
{
    QVERIFY(setUp("delivery", "{\"url\":\"https://courier.example/v1\"}",
                  R"({"api_key":"courier-key","webhook_secret":"courier-secret"})"));
    const QByteArray order = made(delivery());
    for (const int status : {2, 3, 4})
        QVERIFY(move(order, status));
    const auto asked = send("POST", "business/orders/" + order + "/dispatch", "{}", counter());
    const QByteArray uuid = asked.data().value(QLatin1String("uuid")).toString().toLatin1();
    const QByteArray path = "delivery/webhooks/" + QByteArray::number(m_site->business().id);
    const QByteArray body =
        "{\"id\":\"D-1\",\"external_id\":\"" + uuid + "\",\"status\":\"picked_up\",\"courier_name\":\"Marat\"}";
    QCOMPARE(signedPost(path, body, "guessed").verdict(), QByteArray("401 CREDENTIALS_WRONG"));
    QCOMPARE(signedPost(path, body, "courier-secret").verdict(), QByteArray("200"));
    QCOMPARE(signedPost(path, body, "courier-secret").verdict(), QByteArray("200")); // and once more
    const auto known = get("business/orders/" + order + "/dispatch", counter());
    QCOMPARE(known.data().value(QLatin1String("courier")).toString(), QStringLiteral("Marat"));
    const QJsonObject now = get("business/orders/" + order, counter()).data();
    QCOMPARE(now.value(QLatin1String("status")).toObject().value(QLatin1String("status")).toInt(), 5);
    QCOMPARE(signedPost(path, "{\"id\":\"D-9\",\"status\":\"delivered\"}", "courier-secret").verdict(),
             QByteArray("404 NOT_FOUND"));
    QCOMPARE(signedPost(path, "{\"id\":", "courier-secret").verdict(), QByteArray("400 MALFORMED_JSON"));
}

void CourierApiTest::anOutsideOrderIsTaken()
{
    QVERIFY(takesOutsideOrders());
    const QByteArray body =
        R"({"order_id":"G-1","number":"4711","paid":true,"fulfilment":"delivery","address":"Abay 10","guest_name":"Dana",
        "items":[{"name":"Soup","quantity":2}]})";
    const auto taken = signedPost(outsidePath("/glovo/orders"), body, "outside-secret");
    QCOMPARE(taken.verdict(), QByteArray("201"));
    QCOMPARE(taken.data().value(QLatin1String("status_name")).toString(), QStringLiteral("New"));
    QCOMPARE(taken.data().value(QLatin1String("accept_by")).toString(), QStringLiteral("2026-01-15T10:03:00.000Z"));
    QVERIFY(!taken.body.contains("Dana"));
    const auto again = signedPost(outsidePath("/glovo/orders"), body, "outside-secret");
    QCOMPARE(again.verdict(), QByteArray("200"));
    QCOMPARE(again.data().value(QLatin1String("number")), taken.data().value(QLatin1String("number")));
    const QJsonArray orders = get("business/orders", counter()).list();
    QCOMPARE(orders.size(), 1);
    const QJsonObject outside = orders.at(0).toObject().value(QLatin1String("outside")).toObject();
    QCOMPARE(outside.value(QLatin1String("source")).toString(), QStringLiteral("glovo"));
    QCOMPARE(outside.value(QLatin1String("number")).toString(), QStringLiteral("4711"));
    QVERIFY(outside.value(QLatin1String("paid")).toBool());
    // The kitchen sees the deadline too, and no name.
    const auto kitchen = get("business/snapshot", m_site->business().terminalTokens.at(Role::Kitchen));
    QVERIFY(kitchen.body.contains("\"accept_by\":\"2026-01-15T10:03:00.000Z\""));
    QCOMPARE(
        signedPost(outsidePath("/glovo/orders"), R"({"order_id":"G-2","items":[{"name":"Oyster"}]})", "outside-secret")
            .verdict(),
        QByteArray("422 ITEM_UNAVAILABLE"));
    QCOMPARE(
        signedPost(outsidePath("/glovo/orders"), R"({"order_id":"G-2","items":[{"name":"Manty"}]})", "outside-secret")
            .verdict(),
        QByteArray("422 ITEM_UNKNOWN"));
    QCOMPARE(signedPost(outsidePath("/Glovo!/orders"), body, "outside-secret").verdict(), QByteArray("404 NOT_FOUND"));
}

void CourierApiTest::strangersAreRefused()
{
    const QByteArray body = R"({"order_id":"G-1","items":[{"name":"Soup"}]})";
    const QByteArray path = outsidePath("/glovo/orders");
    // Nobody set it up, another business, no signature, a wrong one, an old one: a stranger hears the same.
    QCOMPARE(signedPost(path, body, "outside-secret").verdict(), QByteArray("401 CREDENTIALS_WRONG"));
    QVERIFY(takesOutsideOrders());
    QCOMPARE(signedPost("outside/99/glovo/orders", body, "outside-secret").verdict(),
             QByteArray("401 CREDENTIALS_WRONG"));
    QCOMPARE(m_api->call("POST", "/api/v1/" + path, {}, body, {{"content-type", "application/json"}}).verdict(),
             QByteArray("401 CREDENTIALS_WRONG"));
    QCOMPARE(signedPost(path, body, "outside-secre").verdict(), QByteArray("401 CREDENTIALS_WRONG"));
    const QByteArray old = webhookSignature({"outside-secret"}, m_clock.nowMs() - 6 * 60 * 1000, body);
    QCOMPARE(m_api
                 ->call("POST", "/api/v1/" + path, {}, body,
                        {{"content-type", "application/json"}, {"oshaq-signature", old}})
                 .verdict(),
             QByteArray("401 CREDENTIALS_WRONG"));
    // A token is no signature.
    QCOMPARE(m_api->call("POST", "/api/v1/" + path, owner(), body, {{"content-type", "application/json"}}).verdict(),
             QByteArray("401 CREDENTIALS_WRONG"));
    QCOMPARE(m_site->rowCount("orders"), 0);
    for (const QByteArray &line : m_api->log())
        QVERIFY(!line.contains("outside-secret"));
}

void CourierApiTest::aMappedOrderIsTaken()
{
    QVERIFY(takesOutsideOrders(
        "{\"mapping\":\"{\\\"order_id\\\":\\\"order.code\\\",\\\"items\\\":\\\"order.products\\\",\\\"items.name\\\":\\\"title\\\"}\",\"accept_seconds\":\"60\"}"));
    const auto taken = signedPost(outsidePath("/wolt/orders"), R"({"order":{"code":77,"products":[{"title":"Soup"}]}})",
                                  "outside-secret");
    QCOMPARE(taken.verdict(), QByteArray("201"));
    QCOMPARE(taken.data().value(QLatin1String("accept_by")).toString(), QStringLiteral("2026-01-15T10:01:00.000Z"));
}

void CourierApiTest::theServiceTakesItsOrderBack()
{
    QVERIFY(takesOutsideOrders());
    const QByteArray order = R"({"order_id":"G-1","items":[{"name":"Soup"}]})";
    QCOMPARE(signedPost(outsidePath("/glovo/orders"), order, "outside-secret").status, 201);
    const auto gone =
        signedPost(outsidePath("/glovo/cancel"), R"({"order_id":"G-1","reason":"The guest left"})", "outside-secret");
    QCOMPARE(gone.verdict(), QByteArray("200"));
    QCOMPARE(gone.data().value(QLatin1String("status_name")).toString(), QStringLiteral("Cancelled"));
    QCOMPARE(signedPost(outsidePath("/wolt/cancel"), "{\"order_id\":\"G-1\"}", "outside-secret").verdict(),
             QByteArray("404 NOT_FOUND"));
}

QTEST_GUILESS_MAIN(CourierApiTest)
#include "courierapitest.moc"
