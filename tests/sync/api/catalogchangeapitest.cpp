// SPDX-License-Identifier: GPL-3.0-or-later
#include "officefixture.h"
#include "sync/protocol/columnmap.h"

#include <QUrl>

using namespace oshaq;
using namespace oshaq::test;

/// Several rows of the menu in one request, when things are sold, and what comes back by itself, through the API.
class CatalogChangeApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void changesAndAnswersInOrder();
    void managersOnly();
    void refusalsNameTheirPlace_data();
    void refusalsNameTheirPlace();
    void staleRows();
    void repeatsUnderOneKey();
    void removedRowsComeBack();
    void reachesFeedAndMenu();
    void amountsOfV2();
    void offUntil();
    void menuFollowsTheClock();
    void menuAnswersDoNotOutliveAChange();
    void guestsAreRefused();
    void columnNamesSurvive();

private:
    ApiAnswer change(const QByteArray &body, Headers headers = {})
    {
        return m_office.api->call("POST", "/api/v1/business/catalog/changes", m_office.manager(), body,
                                  std::move(headers));
    }
    QByteArray id(const char *name) const { return QByteArray::number(m_office.business().item(name)); }
    QByteArray food() const { return QByteArray::number(m_office.business().catalog.categories.front().id); }
    static QStringList paths(const ApiAnswer &answer)
    {
        QStringList found;
        for (const QJsonValue &detail :
             answer.json.value(QLatin1String("error")).toObject().value(QLatin1String("details")).toArray())
            found << detail.toObject().value(QLatin1String("path")).toString();
        return found;
    }
    QJsonObject menuItem(const char *name)
    {
        for (const QJsonValue &category :
             m_office.api->get("/api/v1/menu").data().value(QLatin1String("categories")).toArray()) {
            for (const QJsonValue &item : category.toObject().value(QLatin1String("items")).toArray()) {
                if (item.toObject().value(QLatin1String("item_id")).toInteger() == m_office.business().item(name))
                    return item.toObject();
            }
        }
        return {};
    }
    bool isOnMenu(const char *name) { return menuItem(name).value(QLatin1String("available")).toBool(); }
    /// From 16:00 to 17:00 every day; the test begins at 15:30 in Almaty.
    ApiAnswer sellSoupAtFour()
    {
        return change("{\"items\":[{\"act\":\"edit\",\"item_id\":" + id("Soup") +
                      ",\"hours\":[{\"weekdays\":[1,2,3,4,5,6,7],\"from_minutes\":960,\"to_minutes\":1020}]}]}");
    }

    static constexpr qint64 minuteMs = 60'000;

    OfficeSite m_office;
};

void CatalogChangeApiTest::init()
{
    m_office.clock.setWallMs(FakeClock::startMs);
    QVERIFY(m_office.start());
}

void CatalogChangeApiTest::cleanup()
{
    m_office.stop();
}

void CatalogChangeApiTest::changesAndAnswersInOrder()
{
    const auto answer = change(
        "{\"categories\":[{\"act\":\"make\",\"name\":\"Drinks\",\"position\":0},{\"act\":\"edit\",\"category_id\":" +
        food() + ",\"version\":1,\"name\":\"Kitchen\"}],\"items\":[{\"act\":\"remove\",\"item_id\":" + id("Plov") +
        ",\"version\":1},{\"act\":\"make\",\"name\":\"Lagman\",\"price\":12.5,\"category_id\":" + food() +
        "},{\"act\":\"edit\",\"item_id\":" + id("Soup") + ",\"price\":13.01}]}");
    QVERIFY2(answer.status == 200, answer.body);
    const QJsonArray categories = answer.data().value(QLatin1String("categories")).toArray();
    const QJsonArray items = answer.data().value(QLatin1String("items")).toArray();
    const auto text = [](const QJsonValue &row, const char *name) {
        return row.toObject().value(QLatin1String(name)).toString();
    };
    QCOMPARE(categories.size(), 2);
    QCOMPARE(text(categories[0], "name"), QStringLiteral("Drinks"));
    QCOMPARE(text(categories[1], "name"), QStringLiteral("Kitchen"));
    QCOMPARE(items.size(), 3);
    QCOMPARE(text(items[0], "name"), QStringLiteral("Plov"));
    QCOMPARE(text(items[1], "name"), QStringLiteral("Lagman"));
    QCOMPARE(items[2].toObject().value(QLatin1String("price")).toDouble(), 13.01);
    QCOMPARE(items[2].toObject().value(QLatin1String("version")).toInt(), 2);
    QVERIFY(menuItem("Plov").isEmpty());
    const auto list = m_office.api->get("/api/v1/business/categories", m_office.manager()).list();
    QCOMPARE(text(list.first(), "name"), QStringLiteral("Drinks"));
    QCOMPARE(change("{}").status, 200);
}

void CatalogChangeApiTest::managersOnly()
{
    const QByteArray body = "{\"items\":[{\"act\":\"edit\",\"item_id\":" + id("Soup") + ",\"price\":1}]}";
    for (const QByteArray &token :
         {m_office.kitchen(), m_office.counter(), m_office.courier(), m_office.business().guestToken}) {
        QCOMPARE(m_office.api->call("POST", "/api/v1/business/catalog/changes", token, body).verdict(),
                 QByteArray("403 FORBIDDEN"));
    }
    QCOMPARE(m_office.api->call("POST", "/api/v1/business/catalog/changes", {}, body).status, 401);
    QCOMPARE(m_office.api->call("POST", "/api/v1/business/catalog/changes", m_office.owner(), body).status, 200);
}

void CatalogChangeApiTest::refusalsNameTheirPlace_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QByteArray>("verdict");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const char *text, const char *path,
                        const char *verdict = "422 VALIDATION_FAILED") {
        QTest::newRow(name) << QByteArray(text) << QByteArray(verdict) << QString::fromLatin1(path);
    };
    row("no act", "{\"item_id\":SOUP}", "items[1].act");
    row("unknown act", "{\"act\":\"eat\",\"item_id\":SOUP}", "items[1].act");
    row("unknown member", "{\"act\":\"edit\",\"item_id\":SOUP,\"image\":\"/x\"}", "items[1].image");
    row("no id", "{\"act\":\"edit\",\"price\":1}", "items[1].item_id");
    row("an id of a new one", "{\"act\":\"make\",\"item_id\":SOUP,\"name\":\"X\",\"price\":1,\"category_id\":FOOD}",
        "items[1].item_id");
    row("a new one without a price", "{\"act\":\"make\",\"name\":\"X\",\"category_id\":FOOD}", "items[1].price");
    row("too exact a price", "{\"act\":\"edit\",\"item_id\":SOUP,\"price\":0.125}", "items[1].price");
    row("no such category", "{\"act\":\"edit\",\"item_id\":SOUP,\"category_id\":999}", "items[1].category_id");
    row("no day",
        "{\"act\":\"edit\",\"item_id\":SOUP,\"hours\":[{\"weekdays\":[],\"from_minutes\":0,"
        "\"to_minutes\":60}]}",
        "items[1].hours[0].weekdays");
    row("an eighth day",
        "{\"act\":\"edit\",\"item_id\":SOUP,\"hours\":[{\"weekdays\":[8],\"from_minutes\":0,"
        "\"to_minutes\":60}]}",
        "items[1].hours[0].weekdays[0]");
    row("a day twice",
        "{\"act\":\"edit\",\"item_id\":SOUP,\"hours\":[{\"weekdays\":[1,1],\"from_minutes\":0,"
        "\"to_minutes\":60}]}",
        "items[1].hours[0].weekdays[1]");
    row("no length",
        "{\"act\":\"edit\",\"item_id\":SOUP,\"hours\":[{\"weekdays\":[1],\"from_minutes\":60,"
        "\"to_minutes\":60}]}",
        "items[1].hours[0].to_minutes");
    row("back in the past",
        "{\"act\":\"edit\",\"item_id\":SOUP,\"available\":false,\"back_at\":\"2026-01-15T10:00:00Z\"}",
        "items[1].back_at");
    row("back, but there", "{\"act\":\"edit\",\"item_id\":SOUP,\"back_at\":\"2026-01-15T12:00:00Z\"}",
        "items[1].back_at");
    row("a taken key", "{\"act\":\"edit\",\"item_id\":SOUP,\"external_id\":\"Plov\"}", "items[1].external_id",
        "409 ALREADY_EXISTS");
    row("never there", "{\"act\":\"restore\",\"item_id\":999999}", "items[1].item_id", "404 NOT_FOUND");
}

void CatalogChangeApiTest::refusalsNameTheirPlace()
{
    QFETCH(QByteArray, row);
    QFETCH(QByteArray, verdict);
    QFETCH(QString, path);
    row.replace("SOUP", id("Soup")).replace("FOOD", food());
    const auto before = m_office.site->allRowCounts();
    const auto answer =
        change("{\"items\":[{\"act\":\"edit\",\"item_id\":" + id("Bread") + ",\"price\":77}," + row + "]}");
    QVERIFY2(answer.verdict() == verdict, answer.body);
    QVERIFY2(paths(answer).contains(path), answer.body);
    QCOMPARE(m_office.site->allRowCounts(), before);
    QVERIFY(menuItem("Bread").value(QLatin1String("price")).toDouble() != 77.0);
}

void CatalogChangeApiTest::staleRows()
{
    const auto answer =
        change("{\"items\":[{\"act\":\"edit\",\"item_id\":" + id("Soup") +
               ",\"version\":1,\"price\":1},{\"act\":\"remove\",\"item_id\":" + id("Bread") + ",\"version\":5}]}");
    QCOMPARE(answer.verdict(), QByteArray("412 VERSION_STALE"));
    QCOMPARE(paths(answer), QStringList{QStringLiteral("items[1].version")});
}

void CatalogChangeApiTest::repeatsUnderOneKey()
{
    const Headers key{{"idempotency-key", "menu-1"}};
    const QByteArray body =
        "{\"categories\":[{\"act\":\"make\",\"name\":\"Drinks\"}],\"items\":[{\"act\":\"make\",\"name\":\"Lagman\","
        "\"price\":1,\"category_id\":" +
        food() + "},{\"act\":\"edit\",\"item_id\":" + id("Soup") + ",\"price\":2}]}";
    const auto first = change(body, key);
    QVERIFY2(first.status == 200, first.body);
    const auto before = m_office.site->allRowCounts();
    const auto again = change(body, key);
    QVERIFY2(again.status == 200, again.body);
    QCOMPARE(again.data(), first.data());
    QCOMPARE(m_office.site->allRowCounts(), before);
    QCOMPARE(change("{}", key).verdict(), QByteArray("409 IDEMPOTENCY_KEY_REUSED"));
}

void CatalogChangeApiTest::removedRowsComeBack()
{
    const auto removed = change("{\"items\":[{\"act\":\"remove\",\"item_id\":" + id("Plov") + "}]}");
    QCOMPARE(removed.status, 200);
    const qint64 version = removed.data()
                               .value(QLatin1String("items"))
                               .toArray()[0]
                               .toObject()
                               .value(QLatin1String("version"))
                               .toInteger();
    const auto back = change("{\"items\":[{\"act\":\"restore\",\"item_id\":" + id("Plov") +
                             ",\"version\":" + QByteArray::number(version) + ",\"price\":26}]}");
    QVERIFY2(back.status == 200, back.body);
    QCOMPARE(menuItem("Plov").value(QLatin1String("price")).toDouble(), 26.0);
    QCOMPARE(menuItem("Plov").value(QLatin1String("option_groups")).toArray().size(), 1);
}

void CatalogChangeApiTest::reachesFeedAndMenu()
{
    const QByteArray cursor = m_office.api->get("/api/v1/business/snapshot", m_office.manager())
                                  .data()
                                  .value(QLatin1String("cursor"))
                                  .toString()
                                  .toLatin1();
    const QByteArray tag = m_office.api->get("/api/v1/menu").header("ETag");
    QCOMPARE(change("{\"categories\":[{\"act\":\"edit\",\"category_id\":" + food() +
                    ",\"name\":\"Kitchen\"}],\"items\":[{\"act\":\"edit\",\"item_id\":" + id("Soup") +
                    ",\"price\":2},{\"act\":\"remove\",\"item_id\":" + id("Bread") + "}]}")
                 .status,
             200);
    const auto changes = m_office.api->get("/api/v1/business/changes?since=" + cursor, m_office.manager()).list();
    QCOMPARE(changes.size(), 3);
    QCOMPARE(changes[0].toObject().value(QLatin1String("entity")).toString(), QStringLiteral("category"));
    QCOMPARE(changes[2].toObject().value(QLatin1String("op")).toString(), QStringLiteral("delete"));
    QVERIFY(m_office.api->get("/api/v1/menu").header("ETag") != tag);
}

void CatalogChangeApiTest::amountsOfV2()
{
    const auto answer = m_office.api->call("POST", "/api/v2/business/catalog/changes", m_office.manager(),
                                           "{\"items\":[{\"act\":\"edit\",\"item_id\":" + id("Soup") +
                                               ",\"price\":{\"amount\":1350,\"currency\":\"KZT\"}}]}");
    QVERIFY2(answer.status == 200, answer.body);
    const QJsonObject price =
        answer.json.value(QLatin1String("items")).toArray()[0].toObject().value(QLatin1String("price")).toObject();
    QCOMPARE(price.value(QLatin1String("amount")).toInt(), 1350);
}

void CatalogChangeApiTest::offUntil()
{
    const QByteArray path = "/api/v1/business/items/" + id("Soup") + "/availability";
    const auto send = [&](const QByteArray &body) {
        return m_office.api->call("PATCH", path, m_office.kitchen(), body);
    };
    // It is 10:30.
    const auto off = send("{\"available\":false,\"back_at\":\"2026-01-15T11:00:00+00:00\"}");
    QVERIFY2(off.status == 200, off.body);
    QCOMPARE(off.data().value(QLatin1String("back_at")).toString(), QStringLiteral("2026-01-15T11:00:00.000Z"));
    QVERIFY(!isOnMenu("Soup"));
    const auto on = send("{\"available\":true}");
    QVERIFY(on.data().value(QLatin1String("back_at")).isNull());
    QVERIFY(isOnMenu("Soup"));
    for (const char *wrong :
         {"{\"available\":false,\"back_at\":\"2026-01-15T10:30:00Z\"}",
          "{\"available\":false,\"back_at\":\"2026-04-16T10:30:01Z\"}", "{\"available\":false,\"back_at\":\"soon\"}",
          "{\"available\":true,\"back_at\":\"2026-01-15T11:00:00Z\"}"}) {
        const auto refused = send(wrong);
        QVERIFY2(refused.verdict() == "422 VALIDATION_FAILED", wrong);
        QCOMPARE(paths(refused), QStringList{QStringLiteral("back_at")});
    }
    // What a terminal says long after is no news of now.
    QCOMPARE(
        send("{\"available\":false,\"back_at\":\"2026-01-15T10:00:00Z\",\"acted_at\":\"2026-01-15T09:00:00Z\"}").status,
        200);
    QVERIFY(isOnMenu("Soup"));
}

void CatalogChangeApiTest::menuFollowsTheClock()
{
    QVERIFY(isOnMenu("Soup"));
    QCOMPARE(menuItem("Soup").value(QLatin1String("hours")).toArray().size(), 0);
    QCOMPARE(sellSoupAtFour().status, 200);
    QVERIFY(!isOnMenu("Soup"));
    QVERIFY(isOnMenu("Bread"));
    const QJsonObject window = menuItem("Soup").value(QLatin1String("hours")).toArray()[0].toObject();
    QCOMPARE(window.value(QLatin1String("from_minutes")).toInt(), 960);
    QCOMPARE(window.value(QLatin1String("weekdays")).toArray().size(), 7);
    m_office.clock.advance(30 * minuteMs);
    QVERIFY(isOnMenu("Soup"));
    m_office.clock.advance(60 * minuteMs);
    QVERIFY(!isOnMenu("Soup"));
    // A category's count for all of its items that have none of their own.
    QCOMPARE(change("{\"items\":[{\"act\":\"edit\",\"item_id\":" + id("Soup") +
                    ",\"hours\":[]}],\"categories\":[{\"act\":\"edit\",\"category_id\":" + food() +
                    ",\"hours\":[{\"weekdays\":[4],\"from_minutes\":960,\"to_minutes\":961}]}]}")
                 .status,
             200);
    QVERIFY(!isOnMenu("Soup"));
    QVERIFY(!isOnMenu("Bread"));
    QVERIFY(isOnMenu("Apples"));
    QCOMPARE(menuItem("Bread").value(QLatin1String("hours")).toArray().size(), 1);
}

void CatalogChangeApiTest::menuAnswersDoNotOutliveAChange()
{
    const auto maxAge = [](const ApiAnswer &answer) { return answer.header("Cache-Control"); };
    QCOMPARE(sellSoupAtFour().status, 200);
    auto before = m_office.api->get("/api/v1/menu");
    QCOMPARE(maxAge(before), QByteArray("public, max-age=60"));
    m_office.clock.advance(29 * minuteMs + 20'000);
    const QByteArray tag = before.header("ETag");
    const auto soon = m_office.api->get("/api/v1/menu", {}, {{"if-none-match", tag}});
    QCOMPARE(soon.status, 304);
    QCOMPARE(maxAge(soon), QByteArray("public, max-age=40"));
    m_office.clock.advance(39'999);
    QCOMPARE(maxAge(m_office.api->get("/api/v1/menu")), QByteArray("public, max-age=0"));
    m_office.clock.advance(1);
    const auto now = m_office.api->get("/api/v1/menu", {}, {{"if-none-match", tag}});
    QCOMPARE(now.status, 200);
    QVERIFY(now.header("ETag") != tag);
    QCOMPARE(maxAge(now), QByteArray("public, max-age=60"));
    // A clock that is put back finds no answer of the future.
    m_office.clock.setWallMs(FakeClock::startMs);
    QCOMPARE(m_office.api->get("/api/v1/menu").header("ETag"), tag);
}

void CatalogChangeApiTest::guestsAreRefused()
{
    QCOMPARE(sellSoupAtFour().status, 200);
    const auto order = [&](const char *path, const QByteArray &token) {
        return m_office.api->call("POST", path, token, pickupBody(m_office.business().item("Soup")));
    };
    const auto refused = order("/api/v1/user/orders/create", m_office.business().guestToken);
    QCOMPARE(refused.verdict(), QByteArray("422 ITEM_UNAVAILABLE"));
    QCOMPARE(paths(refused), QStringList{QStringLiteral("items[0].item_id")});
    QCOMPARE(order("/api/v1/business/orders", m_office.counter()).status, 201);
    m_office.clock.advance(30 * minuteMs);
    QCOMPARE(order("/api/v1/user/orders/create", m_office.business().guestToken).status, 201);
}

void CatalogChangeApiTest::columnNamesSurvive()
{
    const QMap<QString, QString> columns{
        {QStringLiteral("name"), QStringLiteral("Блюдо, горячее = \"да\"")},
        {QStringLiteral("category"), QStringLiteral("a=b")},
        {QStringLiteral("price"), QStringLiteral("Баға, ₸ & more+")},
    };
    const QByteArray map = QUrl::toPercentEncoding(columnWishesText(columns));
    const auto done = m_office.api->call("POST", "/api/v1/business/items/import?map=" + map, m_office.manager(),
                                         "\"Блюдо, горячее = \"\"да\"\"\",a=b,\"Баға, ₸ & more+\"\nManty,Food,5\n",
                                         {{"content-type", "text/csv"}});
    QVERIFY2(done.status == 200, done.body);
    QCOMPARE(done.data().value(QLatin1String("items_created")).toInt(), 1);
}

QTEST_GUILESS_MAIN(CatalogChangeApiTest)
#include "catalogchangeapitest.moc"
