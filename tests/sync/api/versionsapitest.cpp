// SPDX-License-Identifier: GPL-3.0-or-later
//
// Two versions of one API: the same answers in two renderings.
#include "sync/server/apiversions.h"
#include "tests/support/apiharness.h"

#include <QJsonDocument>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

class VersionsApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void withoutAVersionIsV1();
    void v2IsBare();
    void v2SaysAmountsInMinorUnits();
    void v2SaysProblems();
    void v2LinksPages();
    void v2LinksTheFeed();
    void v2ReadsAmounts_data();
    void v2ReadsAmounts();
    void unknownVersions_data();
    void unknownVersions();
    void announcesItsEnd();
    void saysNothingOfAnEndThatIsNotPlanned();
    void writesEachCurrencyWithItsOwnPlaces();
    void oneKeyIsOneOutcomeInBothVersions();

private:
    QByteArray guest() const { return m_site->business().guestToken; }
    qint64 makeOrder();

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
};

void VersionsApiTest::init()
{
    TestSiteOptions options;
    options.server = false;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_api = std::make_unique<ApiHarness>(*m_site);
}

void VersionsApiTest::cleanup()
{
    m_api.reset();
    m_site.reset();
}

qint64 VersionsApiTest::makeOrder()
{
    const ApiAnswer made = m_api->call("POST", "/api/v1/user/orders/create", guest(),
                                       pickupBody(m_site->business().item("Soup"), "2"));
    return made.data().value(QLatin1String("order_id")).toInteger();
}

static QJsonObject amount(qint64 minor)
{
    return QJsonObject{{QStringLiteral("amount"), minor}, {QStringLiteral("currency"), QStringLiteral("KZT")}};
}

void VersionsApiTest::withoutAVersionIsV1()
{
    const QByteArray id = QByteArray::number(makeOrder());
    const ApiAnswer bare = m_api->get("/api/user/orders/" + id, guest());
    const ApiAnswer v1 = m_api->get("/api/v1/user/orders/" + id, guest());
    QCOMPARE(bare.status, 200);
    QCOMPARE(bare.body, v1.body);
}

void VersionsApiTest::v2IsBare()
{
    const QByteArray id = QByteArray::number(makeOrder());
    const QJsonObject v1 = m_api->get("/api/v1/user/orders/" + id, guest()).data();
    const QJsonObject v2 = m_api->get("/api/v2/user/orders/" + id, guest()).json;
    QVERIFY(!v2.contains(QLatin1String("success")));
    QCOMPARE(v2.keys(), v1.keys());
    QCOMPARE(v2.value(QLatin1String("order_uuid")), v1.value(QLatin1String("order_uuid")));
    QCOMPARE(v2.value(QLatin1String("status")), v1.value(QLatin1String("status")));
}

void VersionsApiTest::v2SaysAmountsInMinorUnits()
{
    const QJsonObject order = m_api->get("/api/v2/user/orders/" + QByteArray::number(makeOrder()), guest()).json;
    const QJsonObject cost = order.value(QLatin1String("cost")).toObject();
    QCOMPARE(cost.value(QLatin1String("subtotal")).toObject(), amount(2590));
    QCOMPARE(cost.value(QLatin1String("delivery_cost")).toObject(), amount(0));
    const QJsonObject line = order.value(QLatin1String("items")).toArray().first().toObject();
    QCOMPARE(line.value(QLatin1String("price")).toObject(), amount(1295));
    // A quantity is no amount.
    QCOMPARE(line.value(QLatin1String("quantity")), QJsonValue(2));

    const QJsonObject menu = m_api->get("/api/v2/menu").json;
    const QJsonObject item = menu.value(QLatin1String("categories"))
                                 .toArray()
                                 .first()
                                 .toObject()
                                 .value(QLatin1String("items"))
                                 .toArray()
                                 .first()
                                 .toObject();
    QVERIFY2(item.value(QLatin1String("price")).toObject().contains(QLatin1String("amount")),
             QJsonDocument(item).toJson());
}

void VersionsApiTest::v2SaysProblems()
{
    const ApiAnswer answer = m_api->call("POST", "/api/v2/user/orders/create", guest(), R"({"fulfilment":"raft"})");
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/problem+json"));
    QCOMPARE(answer.json.value(QLatin1String("status")).toInt(), 422);
    QCOMPARE(answer.json.value(QLatin1String("code")).toString(), QStringLiteral("VALIDATION_FAILED"));
    QCOMPARE(answer.json.value(QLatin1String("instance")).toString(), QStringLiteral("/api/v2/user/orders/create"));
    QCOMPARE(answer.json.value(QLatin1String("errors")).toArray().size(), 2);
    QVERIFY(!answer.json.contains(QLatin1String("success")));
}

void VersionsApiTest::v2LinksPages()
{
    for (int i = 0; i < 5; ++i)
        QVERIFY(makeOrder() > 0);
    QByteArray target = "/api/v2/user/orders?limit=2";
    QSet<qint64> seen;
    int pages = 0;
    while (!target.isEmpty()) {
        const ApiAnswer page = m_api->get(target, guest());
        QCOMPARE(page.status, 200);
        for (const QJsonValue &order : QJsonDocument::fromJson(page.body).array())
            seen.insert(order.toObject().value(QLatin1String("order_id")).toInteger());
        const QByteArray link = page.header("Link");
        QVERIFY2(link.isEmpty() || (link.startsWith("</api/v2/user/orders?limit=2&cursor=") &&
                                    link.endsWith(">; rel=\"next\"")),
                 link);
        target = link.isEmpty() ? QByteArray() : link.mid(1, link.indexOf('>') - 1);
        QVERIFY(++pages < 10);
    }
    QCOMPARE(seen.size(), 5);
    QCOMPARE(pages, 3);
}

void VersionsApiTest::v2LinksTheFeed()
{
    const QByteArray token = m_site->business().token;
    const QJsonObject snapshot = m_api->get("/api/v2/business/snapshot", token).json;
    const QByteArray cursor = snapshot.value(QLatin1String("cursor")).toString().toLatin1();
    QVERIFY(makeOrder() > 0);
    const ApiAnswer changes = m_api->get("/api/v2/business/changes?since=" + cursor, token);
    QCOMPARE(QJsonDocument::fromJson(changes.body).array().size(), 1);
    const QByteArray link = changes.header("Link");
    QVERIFY2(link.startsWith("</api/v2/business/changes?since="), link);
    const ApiAnswer after = m_api->get(link.mid(1, link.indexOf('>') - 1), token);
    QCOMPARE(after.status, 200);
    QCOMPARE(QJsonDocument::fromJson(after.body).array().size(), 0);
}

void VersionsApiTest::v2ReadsAmounts_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("v1");
    QTest::addColumn<QString>("place");
    QTest::newRow("whole") << QByteArray(R"({"price":{"amount":125000,"currency":"KZT"}})") << QByteArray("1250") << QString();
    QTest::newRow("with a rest") << QByteArray(R"({"price":{"currency":"KZT","amount":1295}})") << QByteArray("12.95") << QString();
    QTest::newRow("largest") << QByteArray(R"({"price":{"amount":1000000000000000,"currency":"KZT"}})")
                             << QByteArray("10000000000000") << QString();
    QTest::newRow("beyond") << QByteArray(R"({"price":{"amount":1000000000000001,"currency":"KZT"}})") << QByteArray()
                            << QStringLiteral("price.amount");
    QTest::newRow("major units") << QByteArray(R"({"price":12.95})") << QByteArray() << QStringLiteral("price");
    QTest::newRow("a fraction") << QByteArray(R"({"price":{"amount":12.95,"currency":"KZT"}})") << QByteArray()
                                << QStringLiteral("price");
    QTest::newRow("another currency") << QByteArray(R"({"price":{"amount":1295,"currency":"EUR"}})") << QByteArray()
                                      << QStringLiteral("price.currency");
    QTest::newRow("something more") << QByteArray(R"({"price":{"amount":1,"currency":"KZT","x":1}})") << QByteArray()
                                    << QStringLiteral("price");
    QTest::newRow("in a list") << QByteArray(R"({"price":{"amount":1,"currency":"KZT"},"options":[{"price":7}]})")
                               << QByteArray() << QStringLiteral("options[0].price");
}

void VersionsApiTest::v2ReadsAmounts()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, v1);
    QFETCH(QString, place);
    const Schema option = Schema::object({{QStringLiteral("price"), Schema::money(), Presence::Required}});
    const Schema schema = Schema::object({{QStringLiteral("price"), Schema::money(), Presence::Required},
                                          {QStringLiteral("options"), Schema::array(option, 0, 9), Presence::Optional}});
    const Result<JsonValue> parsed = parseJson(body);
    QVERIFY(parsed);
    const Result<JsonValue> read = apiversions::readV2(*parsed, schema, Currency());
    if (!place.isEmpty()) {
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(read.error().details.front().path, place);
        return;
    }
    QVERIFY(read);
    QCOMPARE((*read)[u"price"].numberText(), v1);
    QVERIFY(validate(schema, *read));
}

void VersionsApiTest::unknownVersions_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("v0") << QByteArray("/api/v0/menu");
    QTest::newRow("v3") << QByteArray("/api/v3/menu");
    QTest::newRow("v01") << QByteArray("/api/v01/menu");
    QTest::newRow("v99999999999999999999") << QByteArray("/api/v99999999999999999999/menu");
}

void VersionsApiTest::unknownVersions()
{
    QFETCH(QByteArray, target);
    QCOMPARE(m_api->get(target).verdict(), QByteArray("404 API_VERSION_UNKNOWN"));
}

void VersionsApiTest::announcesItsEnd()
{
    ApiOptions options = ApiHarness::withoutLimits();
    options.versionEnds = {VersionEnd{1, 1'767'225'600'000, 1'798'761'599'000}};
    m_api = std::make_unique<ApiHarness>(*m_site, options);
    for (const char *path : {"/api/v1/menu", "/api/menu", "/api/v1/nothing"}) {
        const ApiAnswer answer = m_api->get(path);
        // RFC 9745: a date of structured fields. RFC 8594: an HTTP date.
        QCOMPARE(answer.header("Deprecation"), QByteArray("@1767225600"));
        QCOMPARE(answer.header("Sunset"), QByteArray("Thu, 31 Dec 2026 23:59:59 GMT"));
        QVERIFY(answer.header("Link").contains("rel=\"deprecation\""));
    }
    QVERIFY(m_api->get("/api/v2/menu").header("Deprecation").isEmpty());
    QVERIFY(m_api->get("/health/live").header("Deprecation").isEmpty());
}

void VersionsApiTest::saysNothingOfAnEndThatIsNotPlanned()
{
    const ApiAnswer answer = m_api->get("/api/v1/menu");
    QVERIFY(answer.header("Deprecation").isEmpty());
    QVERIFY(answer.header("Sunset").isEmpty());
}

void VersionsApiTest::writesEachCurrencyWithItsOwnPlaces()
{
    const Schema schema = Schema::object({{QStringLiteral("total"), Schema::money(), Presence::Required},
                                          {QStringLiteral("currency"), Schema::string(3), Presence::Required}});
    for (const auto &[code, text, minor] : {std::tuple{"JPY", "500", 500}, {"KWD", "1.234", 1234}, {"KZT", "5", 500}}) {
        const Result<JsonValue> data =
            parseJson(QByteArray("{\"total\":") + text + ",\"currency\":\"" + code + "\"}");
        QVERIFY(data);
        JsonWriter json;
        apiversions::writeV2(json, *data, schema, Currency());
        const QJsonObject written = QJsonDocument::fromJson(json.take()).object();
        QCOMPARE(written.value(QLatin1String("total")).toObject().value(QLatin1String("amount")).toInteger(), minor);
    }
}

void VersionsApiTest::oneKeyIsOneOutcomeInBothVersions()
{
    const QByteArray body = pickupBody(m_site->business().item("Soup"));
    const Headers key{{"idempotency-key", "evening-1"}};
    const ApiAnswer first = m_api->call("POST", "/api/v1/user/orders/create", guest(), body, key);
    const ApiAnswer second = m_api->call("POST", "/api/v2/user/orders/create", guest(), body, key);
    QCOMPARE(first.status, 201);
    QCOMPARE(second.status, 201);
    QCOMPARE(second.json.value(QLatin1String("order_id")), first.data().value(QLatin1String("order_id")));
    QCOMPARE(m_site->rowCount("orders"), 1);
}

QTEST_GUILESS_MAIN(VersionsApiTest)
#include "versionsapitest.moc"
