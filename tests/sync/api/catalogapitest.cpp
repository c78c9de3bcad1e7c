// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apiharness.h"

#include <QJsonDocument>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// Categories and items through the API: who may, what is answered, what reaches the menu and the feed.
class CatalogApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void categories();
    void items();
    void versionsGuardEdits();
    void nullTakesAway();
    void availabilityIsForTheFloor();
    void editsReachMenuAndFeed();
    void wrongBodies_data();
    void wrongBodies();
    void listOfItems();
    void amountsOfV2();
    void anotherBusinessSeesNothing();
    void repeatsUnderOneKey();
    void textsAndRefusals();

private:
    ApiAnswer send(const char *method, const QByteArray &path, const QByteArray &body = {}, Headers headers = {})
    {
        return m_api->call(method, "/api/v1/business/" + path, m_token, body, std::move(headers));
    }
    QByteArray soup() const { return "items/" + QByteArray::number(m_site->business().item("Soup")); }
    qint64 categoryId() const { return m_site->business().catalog.categories.front().id; }
    QByteArray itemBody(const QByteArray &more) const
    {
        return "{\"category_id\":" + QByteArray::number(categoryId()) + ",\"name\":\"Lagman\",\"price\":12.5" + more +
               '}';
    }
    QJsonObject menuItem(qint64 id)
    {
        for (const QJsonValue &category :
             m_api->get("/api/v1/menu").data().value(QLatin1String("categories")).toArray()) {
            for (const QJsonValue &item : category.toObject().value(QLatin1String("items")).toArray()) {
                if (item.toObject().value(QLatin1String("item_id")).toInteger() == id)
                    return item.toObject();
            }
        }
        return {};
    }

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
    QByteArray m_token;
};

void CatalogApiTest::init()
{
    TestSiteOptions options;
    options.server = false;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_api = std::make_unique<ApiHarness>(*m_site);
    m_token = m_site->business().terminalTokens.at(Role::Manager);
}

void CatalogApiTest::cleanup()
{
    m_api.reset();
    m_site.reset();
}

void CatalogApiTest::categories()
{
    const auto made = send("POST", "categories", "{\"name\":\" Напитки \",\"quantity_step\":0.5}");
    QVERIFY2(made.status == 201, made.body);
    const QByteArray id = QByteArray::number(made.data().value(QLatin1String("category_id")).toInteger());
    QCOMPARE(made.header("Location"), "/api/v1/business/categories/" + id);
    QCOMPARE(made.header("ETag"), QByteArray("\"1\""));
    QCOMPARE(made.data().value(QLatin1String("name")).toString(), QStringLiteral("Напитки"));
    QCOMPARE(made.data().value(QLatin1String("quantity_step")).toDouble(), 0.5);
    const auto changed = send("PATCH", "categories/" + id, "{\"name\":\"Drinks\",\"version\":1}");
    QVERIFY2(changed.status == 200, changed.body);
    QCOMPARE(changed.data().value(QLatin1String("version")).toInteger(), 2);
    QCOMPARE(send("GET", "categories/" + id).data(), changed.data());
    const auto list = send("GET", "categories");
    QCOMPARE(list.list().last().toObject(), changed.data());
    QVERIFY(list.meta().value(QLatin1String("next_cursor")).isNull());
    QCOMPARE(send("DELETE", "categories/" + id).status, 200);
    QCOMPARE(send("GET", "categories/" + id).verdict(), QByteArray("404 NOT_FOUND"));
    QCOMPARE(send("DELETE", "categories/" + id).verdict(), QByteArray("404 NOT_FOUND"));
    QCOMPARE(send("DELETE", "categories/" + QByteArray::number(categoryId())).verdict(),
             QByteArray("409 STILL_IN_USE"));
    QCOMPARE(send("POST", "categories", "{\"name\":\"Food\"}").verdict(), QByteArray("409 ALREADY_EXISTS"));
}

void CatalogApiTest::items()
{
    const auto made = send("POST", "items",
                           itemBody(",\"description\":\"noodles\\nand broth\",\"prep_seconds\":600,\"allergens\":"
                                    "[\"gluten\"],\"external_id\":\"L-1\",\"option_groups\":[{\"name\":\"Spice\","
                                    "\"min\":0,\"max\":1,\"options\":[{\"name\":\"hot\",\"price\":1.25}]}]"));
    QVERIFY2(made.status == 201, made.body);
    const QJsonObject data = made.data();
    QCOMPARE(data.value(QLatin1String("price")).toDouble(), 12.5);
    QCOMPARE(data.value(QLatin1String("available")).toBool(), true);
    QVERIFY(data.value(QLatin1String("quantity_step")).isNull());
    QCOMPARE(data.value(QLatin1String("allergens")).toArray(), QJsonArray{QStringLiteral("gluten")});
    const QJsonObject group = data.value(QLatin1String("option_groups")).toArray().first().toObject();
    const QJsonObject option = group.value(QLatin1String("options")).toArray().first().toObject();
    QCOMPARE(option.value(QLatin1String("price")).toDouble(), 1.25);
    const QByteArray path = "items/" + QByteArray::number(data.value(QLatin1String("item_id")).toInteger());
    QCOMPARE(send("GET", path).data(), data);

    const auto changed = send("PATCH", path,
                              "{\"option_groups\":[{\"name\":\"Spice\",\"min\":1,\"max\":2,\"options\":["
                              "{\"name\":\"mild\",\"price\":0},{\"name\":\"hot\",\"price\":2}]}],\"version\":1}");
    QVERIFY2(changed.status == 200, changed.body);
    const QJsonObject after = changed.data().value(QLatin1String("option_groups")).toArray().first().toObject();
    QCOMPARE(after.value(QLatin1String("group_id")), group.value(QLatin1String("group_id")));
    QCOMPARE(after.value(QLatin1String("options")).toArray().at(1).toObject().value(QLatin1String("option_id")),
             option.value(QLatin1String("option_id")));
    QCOMPARE(changed.data().value(QLatin1String("description")), data.value(QLatin1String("description")));
    QCOMPARE(send("DELETE", path).status, 200);
    QCOMPARE(send("GET", path).status, 404);
    QCOMPARE(send("PATCH", path, "{\"price\":1,\"version\":2}").status, 404);
}

void CatalogApiTest::versionsGuardEdits()
{
    const auto read = send("GET", soup());
    const QByteArray tag = read.header("ETag");
    QCOMPARE(tag, QByteArray("\"1\""));
    QCOMPARE(send("PATCH", soup(), "{\"price\":13}").verdict(), QByteArray("422 VALIDATION_FAILED"));
    QCOMPARE(send("PATCH", soup(), "{\"price\":13,\"version\":7}").verdict(), QByteArray("412 VERSION_STALE"));
    QCOMPARE(send("PATCH", soup(), "{\"price\":13}", {{"if-match", "\"7\""}}).verdict(),
             QByteArray("412 VERSION_STALE"));
    QCOMPARE(send("PATCH", soup(), "{\"price\":13}", {{"if-match", "\"x\""}}).verdict(),
             QByteArray("422 VALIDATION_FAILED"));
    QCOMPARE(send("PATCH", soup(), "{\"price\":13,\"version\":1}", {{"if-match", "\"2\""}}).verdict(),
             QByteArray("422 VALIDATION_FAILED"));
    const auto changed = send("PATCH", soup(), "{\"price\":13}", {{"if-match", tag}});
    QVERIFY2(changed.status == 200, changed.body);
    QCOMPARE(changed.header("ETag"), QByteArray("\"2\""));
    QCOMPARE(send("PATCH", soup(), "{\"price\":14}", {{"if-match", tag}}).status, 412);
    QCOMPARE(send("PATCH", soup(), "{\"price\":14}", {{"if-match", "\"2\""}}).status, 200);
    QCOMPARE(send("DELETE", soup(), {}, {{"if-match", tag}}).verdict(), QByteArray("412 VERSION_STALE"));
    QCOMPARE(send("DELETE", soup(), {}, {{"if-match", "\"3\""}}).status, 200);
}

void CatalogApiTest::nullTakesAway()
{
    const QByteArray apples = "items/" + QByteArray::number(m_site->business().item("Apples"));
    const auto before = send("GET", apples).data();
    QVERIFY(!before.value(QLatin1String("station_id")).isNull());
    QCOMPARE(before.value(QLatin1String("quantity_step")).toDouble(), 0.25);
    const auto kept = send("PATCH", apples, "{\"name\":null,\"price\":null,\"version\":1}");
    QVERIFY2(kept.status == 200, kept.body);
    QCOMPARE(kept.data(), before);
    const auto taken = send("PATCH", apples, "{\"station_id\":null,\"quantity_step\":null,\"version\":1}");
    QVERIFY2(taken.status == 200, taken.body);
    QVERIFY(taken.data().value(QLatin1String("station_id")).isNull());
    QVERIFY(taken.data().value(QLatin1String("quantity_step")).isNull());
    QCOMPARE(menuItem(m_site->business().item("Apples")).value(QLatin1String("quantity_step")).toDouble(), 1.0);
}

void CatalogApiTest::availabilityIsForTheFloor()
{
    const TestBusiness &business = m_site->business();
    const QByteArray path = "/api/v1/business/" + soup() + "/availability";
    bool available = false;
    for (const Role role : {Role::Kitchen, Role::Counter, Role::Manager}) {
        const auto answer = m_api->call("PATCH", path, business.terminalTokens.at(role),
                                        available ? "{\"available\":true}" : "{\"available\":false}");
        QVERIFY2(answer.status == 200, answer.body);
        QCOMPARE(answer.data().value(QLatin1String("available")).toBool(), available);
        available = !available;
    }
    QCOMPARE(m_api->call("PATCH", path, business.terminalTokens.at(Role::Courier), "{\"available\":true}").status, 403);
    // The rest of an item is not theirs, reading it is.
    for (const Role role : {Role::Kitchen, Role::Counter, Role::Courier}) {
        const QByteArray token = business.terminalTokens.at(role);
        QCOMPARE(m_api->call("PATCH", "/api/v1/business/" + soup(), token, "{\"price\":1,\"version\":1}").status, 403);
        QCOMPARE(m_api->get("/api/v1/business/items", token).status, 200);
    }
    QCOMPARE(m_api->get("/api/v1/business/items", business.guestToken).status, 403);
}

void CatalogApiTest::editsReachMenuAndFeed()
{
    const qint64 id = m_site->business().item("Soup");
    const QByteArray tag = m_api->get("/api/v1/menu").header("ETag");
    const QByteArray cursor =
        m_api->get("/api/v1/business/snapshot", m_token).data().value(QLatin1String("cursor")).toString().toLatin1();
    QCOMPARE(m_api->get("/api/v1/menu", {}, {{"if-none-match", tag}}).status, 304);
    QCOMPARE(send("PATCH", soup(), "{\"price\":13,\"allergens\":[\"milk\"],\"version\":1}").status, 200);
    QCOMPARE(m_api->get("/api/v1/menu", {}, {{"if-none-match", tag}}).status, 200);
    QCOMPARE(menuItem(id).value(QLatin1String("price")).toDouble(), 13.0);
    QCOMPARE(menuItem(id).value(QLatin1String("allergens")).toArray(), QJsonArray{QStringLiteral("milk")});
    QCOMPARE(send("DELETE", soup()).status, 200);
    QVERIFY(menuItem(id).isEmpty());
    const auto changes = m_api->get("/api/v1/business/changes?since=" + cursor, m_token).list();
    QCOMPARE(changes.size(), 2);
    QCOMPARE(changes[0].toObject().value(QLatin1String("entity")).toString(), QStringLiteral("item"));
    QCOMPARE(changes[1].toObject().value(QLatin1String("op")).toString(), QStringLiteral("delete"));
    QVERIFY(changes[1].toObject().value(QLatin1String("data")).isNull());
}

void CatalogApiTest::wrongBodies_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const char *more, const char *path) {
        QTest::newRow(name) << QByteArray(more) << QString::fromLatin1(path);
    };
    row("too exact a price",
        ",\"option_groups\":[{\"name\":\"S\",\"min\":0,\"max\":1,\"options\":[{\"name\":\"a\","
        "\"price\":0.125}]}]",
        "option_groups[0].options[0].price");
    row("a negative price of an option",
        ",\"option_groups\":[{\"name\":\"S\",\"min\":0,\"max\":1,\"options\":[{\"name\":\"a\",\"price\":-1}]}]",
        "option_groups[0].options[0].price");
    row("a step of four places", ",\"quantity_step\":0.0001", "quantity_step");
    row("a step of nothing", ",\"quantity_step\":0", "quantity_step");
    row("no such station", ",\"station_id\":999999", "station_id");
    row("a control character", ",\"description\":\"a\\u0000b\"", "description");
    row("the same allergen twice", ",\"allergens\":[\"milk\",\"milk\"]", "allergens[1]");
    row("more choices than options",
        ",\"option_groups\":[{\"name\":\"S\",\"min\":2,\"max\":2,\"options\":[{\"name\":\"a\",\"price\":1}]}]",
        "option_groups");
    row("an unknown member", ",\"image\":\"/x\"", "image");
}

void CatalogApiTest::wrongBodies()
{
    QFETCH(QByteArray, more);
    QFETCH(QString, path);
    const auto before = m_site->allRowCounts();
    const auto answer = send("POST", "items", itemBody(more));
    QCOMPARE(answer.verdict(), QByteArray("422 VALIDATION_FAILED"));
    const QJsonArray details =
        answer.json.value(QLatin1String("error")).toObject().value(QLatin1String("details")).toArray();
    QCOMPARE(details.first().toObject().value(QLatin1String("path")).toString(), path);
    QCOMPARE(m_site->allRowCounts(), before);
}

void CatalogApiTest::listOfItems()
{
    QCOMPARE(send("POST", "items",
                  "{\"category_id\":" + QByteArray::number(categoryId()) + ",\"name\":\"Бешбармақ\",\"price\":30}")
                 .status,
             201);
    const auto names = [this](const QByteArray &query) {
        QStringList found;
        for (const QJsonValue &item : send("GET", "items?" + query).list())
            found.append(item.toObject().value(QLatin1String("name")).toString());
        return found;
    };
    QCOMPARE(names("q=%D0%91%D0%95%D0%A8%D0%B1%D0%B0%D1%80"), QStringList{QStringLiteral("Бешбармақ")});
    QCOMPARE(names("available=false"), QStringList{QStringLiteral("Oyster")});
    QCOMPARE(names("q=s&available=true&category_id=" + QByteArray::number(categoryId())),
             QStringList{QStringLiteral("Soup")});
    QVERIFY(names("category_id=999999").isEmpty());
    QStringList paged;
    QByteArray cursor;
    for (int i = 0; i < 10; ++i) {
        const auto page = send("GET", "items?limit=4" + (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor));
        for (const QJsonValue &item : page.list())
            paged.append(item.toObject().value(QLatin1String("name")).toString());
        cursor = page.meta().value(QLatin1String("next_cursor")).toString().toLatin1();
        if (cursor.isEmpty())
            break;
    }
    QCOMPARE(paged, names(""));
    QCOMPARE(paged.size(), 6);
    for (const char *query : {"available=yes", "cursor=abc", "limit=0", "category_id=x", "q=", "order=name"})
        QCOMPARE(send("GET", QByteArray("items?") + query).status, 422);
}

void CatalogApiTest::amountsOfV2()
{
    const auto made = m_api->call("POST", "/api/v2/business/items", m_token,
                                  "{\"category_id\":" + QByteArray::number(categoryId()) +
                                      ",\"name\":\"Manti\",\"price\":{\"amount\":1250,\"currency\":\"KZT\"}}");
    QVERIFY2(made.status == 201, made.body);
    QCOMPARE(made.json.value(QLatin1String("price")).toObject().value(QLatin1String("amount")).toInteger(), 1250);
    const QByteArray id = QByteArray::number(made.json.value(QLatin1String("item_id")).toInteger());
    QCOMPARE(send("GET", "items/" + id).data().value(QLatin1String("price")).toDouble(), 12.5);
}

void CatalogApiTest::anotherBusinessSeesNothing()
{
    const TestBusiness *other = m_site->addBusiness(QStringLiteral("Other"));
    QVERIFY(other);
    const QByteArray item = "items/" + QByteArray::number(other->item("Soup"));
    const QByteArray category = "categories/" + QByteArray::number(other->catalog.categories.front().id);
    const auto before = m_site->allRowCounts();
    for (const QByteArray &path : {item, category}) {
        QCOMPARE(send("GET", path).verdict(), QByteArray("404 NOT_FOUND"));
        QCOMPARE(send("PATCH", path, "{\"name\":\"Mine\",\"version\":1}").verdict(), QByteArray("404 NOT_FOUND"));
        QCOMPARE(send("DELETE", path).verdict(), QByteArray("404 NOT_FOUND"));
    }
    QCOMPARE(send("PATCH", item + "/availability", "{\"available\":false}").verdict(), QByteArray("404 NOT_FOUND"));
    const QByteArray theirs = QByteArray::number(other->catalog.categories.front().id);
    QVERIFY(send("GET", "items?category_id=" + theirs).list().isEmpty());
    QCOMPARE(send("POST", "items", "{\"name\":\"X\",\"price\":1,\"category_id\":" + theirs + '}').status, 422);
    QCOMPARE(m_site->allRowCounts(), before);
}

void CatalogApiTest::repeatsUnderOneKey()
{
    const Headers key{{"idempotency-key", "one"}};
    const auto made = send("POST", "items", itemBody({}), key);
    const auto again = send("POST", "items", itemBody({}), key);
    QCOMPARE(made.status, 201);
    QCOMPARE(again.status, 201);
    QCOMPARE(again.data(), made.data());
    QCOMPARE(send("POST", "items", itemBody(",\"position\":3"), key).verdict(),
             QByteArray("409 IDEMPOTENCY_KEY_REUSED"));
    QCOMPARE(send("POST", "items", itemBody({})).verdict(), QByteArray("409 ALREADY_EXISTS"));
}

void CatalogApiTest::textsAndRefusals()
{
    // Lengths count characters, and texts are stored composed.
    const QByteArray longest = QString(200, QChar(0x4e00)).toUtf8();
    QCOMPARE(send("POST", "categories", "{\"name\":\"" + longest + "\"}").status, 201);
    QCOMPARE(send("POST", "categories", "{\"name\":\"" + longest + "x\"}").status, 422);
    const auto composed = send("POST", "categories", "{\"name\":\"e\u0301\"}");
    QCOMPARE(composed.data().value(QLatin1String("name")).toString(), QString(QChar(0xe9)));
    QCOMPARE(send("POST", "categories", "{\"name\":\"\u00e9\"}").verdict(), QByteArray("409 ALREADY_EXISTS"));

    const auto inUse = send("DELETE", "categories/" + QByteArray::number(categoryId()));
    QVERIFY(inUse.body.contains("4 items"));
    const auto stale = send("PATCH", soup(), "{\"price\":13,\"version\":7}");
    QVERIFY(stale.body.contains("version 1"));
    QVERIFY(m_site->rowCount("items") > 0);
}

QTEST_GUILESS_MAIN(CatalogApiTest)
#include "catalogapitest.moc"
