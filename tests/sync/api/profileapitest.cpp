// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/profileservice.h"
#include "tests/support/apiharness.h"
#include "tests/support/fakemessages.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// What guests say about themselves: name, contact, addresses.
class ProfileApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aGuestIsWhoTheySay();
    void aVerifiedPhoneStays();
    void addressesComeAndGo();
    void oneAddressIsSelected();
    void wrongAddresses_data();
    void wrongAddresses();
    void twentyAddresses();
    void ordersKeepTheirAddress();
    void whatIsOnlyRenamedStays();
    void keysRepeat();
    void othersSeeNothing();

private:
    ApiAnswer send(const char *method, const QByteArray &path, const QByteArray &body = {},
                   const QByteArray &token = {}, const Headers &headers = {})
    {
        return m_api->call(method, "/api/v1/user/" + path, token.isEmpty() ? m_guest : token, body, headers);
    }
    QByteArray add(const QByteArray &address, const QByteArray &more = {})
    {
        const auto added = send("POST", "addresses", "{\"address\":\"" + address + "\"" + more + "}");
        return QByteArray::number(added.data().value(QLatin1String("address_id")).toInteger());
    }
    ApiAnswer order(const QByteArray &address, const QByteArray &token = {})
    {
        return send("POST", "orders/create",
                    "{\"fulfilment\":\"delivery\",\"address_id\":" + address + ",\"items\":[{\"item_id\":" +
                        QByteArray::number(m_site->business().item("Soup")) + ",\"quantity\":1}]}",
                    token);
    }
    /// As the counter sees it.
    QByteArray addressOf(const ApiAnswer &placed)
    {
        const QByteArray id = QByteArray::number(placed.data().value(QLatin1String("order_id")).toInteger());
        const auto shown = m_api->get("/api/v1/business/orders/" + id, m_site->business().token);
        return text(shown, "address");
    }
    static QByteArray text(const ApiAnswer &answer, const char *name)
    {
        return answer.data().value(QLatin1String(name)).toString().toUtf8();
    }

    std::shared_ptr<FakeMessages> m_messages;
    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
    QByteArray m_guest;
};

void ProfileApiTest::init()
{
    TestSiteOptions options;
    options.server = false;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_messages = std::make_shared<FakeMessages>();
    ApiOptions api = ApiHarness::withoutLimits();
    api.messages = m_messages;
    m_api = std::make_unique<ApiHarness>(*m_site, api);
    m_guest = m_site->business().guestToken;
}

void ProfileApiTest::cleanup()
{
    m_api.reset();
    m_site.reset();
}

void ProfileApiTest::aGuestIsWhoTheySay()
{
    QCOMPARE(send("PATCH", "profile", "{\"name\":\" Айгерім \",\"phone\":\"8 701 123 45 67\"}").status, 200);
    const auto profile = send("GET", "profile");
    QCOMPARE(text(profile, "name"), QByteArray("Айгерім"));
    // As typed: a contact is nobody's account.
    QCOMPARE(text(profile, "phone"), QByteArray("8 701 123 45 67"));
    QCOMPARE(profile.data().value(QLatin1String("phone_verified")).toBool(), false);
    QCOMPARE(text(send("PATCH", "profile", "{\"phone\":\"+7 700 000 00 00\"}"), "name"), QByteArray("Айгерім"));
    const auto none = send("PATCH", "profile", "{\"phone\":null}");
    QVERIFY(none.data().value(QLatin1String("phone")).isNull());
    QCOMPARE(send("PATCH", "profile", "{\"name\":\"  \"}").status, 422);
    QCOMPARE(send("PATCH", "profile", "{\"name\":\"a\\u0007b\"}").status, 422);
    QCOMPARE(send("PATCH", "profile", "{\"phone_verified\":true}").status, 422);
    // An order that is open shows the guest as they are.
    QCOMPARE(send("POST", "orders/create", pickupBody(m_site->business().item("Soup"))).status, 201);
    send("PATCH", "profile", "{\"name\":\"Aru\"}");
    const auto orders = m_api->get("/api/v1/business/orders", m_site->business().token);
    QVERIFY2(orders.body.contains("\"Aru\""), orders.body);
}

void ProfileApiTest::aVerifiedPhoneStays()
{
    m_api->call("POST", "/api/v1/auth/otp", {}, "{\"phone\":\"+77011234567\"}");
    const auto in = m_api->call("POST", "/api/v1/auth/otp/verify", {},
                                "{\"phone\":\"+77011234567\",\"code\":\"" + m_messages->code() + "\"}");
    const QByteArray token = text(in, "access_token");
    for (const char *other : {"\"+77017654321\"", "null"}) {
        const auto refused = send("PATCH", "profile", "{\"phone\":" + QByteArray(other) + "}", token);
        QCOMPARE(refused.verdict(), QByteArray("422 VALIDATION_FAILED"));
    }
    QCOMPARE(send("PATCH", "profile", "{\"phone\":\"8 701 123 45 67\",\"name\":\"Aru\"}", token).status, 200);
    const auto profile = send("GET", "profile", {}, token);
    QCOMPARE(text(profile, "phone"), QByteArray("+77011234567"));
    QCOMPARE(text(profile, "name"), QByteArray("Aru"));
}

void ProfileApiTest::addressesComeAndGo()
{
    const auto added = send("POST", "addresses",
                            "{\"address\":\" Abay 10, flat 5, entrance 2 \",\"label\":\"Home\","
                            "\"coordinates\":\"43.2389, 76.8897\"}");
    QVERIFY2(added.status == 201, added.body);
    QCOMPARE(text(added, "address"), QByteArray("Abay 10, flat 5, entrance 2"));
    QCOMPARE(text(added, "label"), QByteArray("Home"));
    QCOMPARE(text(added, "coordinates"), QByteArray("43.2389,76.8897"));
    const QByteArray id = QByteArray::number(added.data().value(QLatin1String("address_id")).toInteger());
    QCOMPARE(added.header("Location"), "/api/v1/user/addresses/" + id);
    const auto changed = send("PATCH", "addresses/" + id, "{\"address\":\"Abay 12\",\"coordinates\":\"\"}");
    QVERIFY2(changed.status == 200, changed.body);
    QCOMPARE(text(changed, "address"), QByteArray("Abay 12"));
    QCOMPARE(text(changed, "label"), QByteArray("Home"));
    QVERIFY(changed.data().value(QLatin1String("coordinates")).isNull());
    // Nobody's order knows it: it is the same row, and then it is gone.
    QCOMPARE(QByteArray::number(changed.data().value(QLatin1String("address_id")).toInteger()), id);
    QCOMPARE(send("GET", "addresses").list().size(), 1);
    QCOMPARE(send("DELETE", "addresses/" + id).status, 200);
    QCOMPARE(send("GET", "addresses/" + id).verdict(), QByteArray("404 NOT_FOUND"));
    QCOMPARE(m_site->rowCount("user_addresses"), qint64{0});
}

void ProfileApiTest::oneAddressIsSelected()
{
    const auto selected = [this] {
        QByteArrayList ids;
        for (const auto &one : send("GET", "addresses").list()) {
            if (one.toObject().value(QLatin1String("selected")).toBool())
                ids.append(QByteArray::number(one.toObject().value(QLatin1String("address_id")).toInteger()));
        }
        return ids;
    };
    const QByteArray first = add("Abay 10", ",\"selected\":true");
    QCOMPARE(selected(), QByteArrayList{first});
    const QByteArray second = add("Abay 12", ",\"selected\":true");
    QCOMPARE(selected(), QByteArrayList{second});
    send("PATCH", "addresses/" + first, "{\"selected\":true}");
    QCOMPARE(selected(), QByteArrayList{first});
    send("DELETE", "addresses/" + first);
    QCOMPARE(selected(), QByteArrayList());
}

void ProfileApiTest::wrongAddresses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("none") << QByteArray("{}");
    QTest::newRow("blank") << QByteArray("{\"address\":\"  \"}");
    QTest::newRow("too long") << "{\"address\":\"" + QByteArray(501, 'x') + "\"}";
    QTest::newRow("a control character") << QByteArray("{\"address\":\"Abay\\u000010\"}");
    QTest::newRow("words for coordinates") << QByteArray("{\"address\":\"Abay 10\",\"coordinates\":\"here\"}");
    QTest::newRow("off the globe") << QByteArray("{\"address\":\"Abay 10\",\"coordinates\":\"91,10\"}");
    QTest::newRow("half a place") << QByteArray("{\"address\":\"Abay 10\",\"coordinates\":\"43.2\"}");
    QTest::newRow("somebody else's") << QByteArray("{\"address\":\"Abay 10\",\"user_id\":1}");
}

void ProfileApiTest::wrongAddresses()
{
    QFETCH(QByteArray, body);
    QCOMPARE(send("POST", "addresses", body).verdict(), QByteArray("422 VALIDATION_FAILED"));
    QCOMPARE(m_site->rowCount("user_addresses"), qint64{0});
}

void ProfileApiTest::twentyAddresses()
{
    QByteArray last;
    for (int i = 0; i < maxAddresses; ++i) {
        last = add("Abay " + QByteArray::number(i + 1));
        QVERIFY(last != "0");
    }
    QCOMPARE(send("POST", "addresses", "{\"address\":\"Abay 21\"}").verdict(), QByteArray("422 VALIDATION_FAILED"));
    send("DELETE", "addresses/" + last);
    QVERIFY(add("Abay 21") != "0");
}

void ProfileApiTest::ordersKeepTheirAddress()
{
    const QByteArray old = add("Abay 10", ",\"label\":\"Home\",\"selected\":true");
    const auto placed = order(old);
    QVERIFY2(placed.status == 201, placed.body);
    const auto changed = send("PATCH", "addresses/" + old, "{\"address\":\"Abay 99\"}");
    QVERIFY2(changed.status == 200, changed.body);
    const QByteArray now = QByteArray::number(changed.data().value(QLatin1String("address_id")).toInteger());
    QVERIFY(now != old);
    QCOMPARE(text(changed, "label"), QByteArray("Home"));
    QVERIFY(changed.data().value(QLatin1String("selected")).toBool());
    QCOMPARE(addressOf(placed), QByteArray("Abay 10"));
    QCOMPARE(send("GET", "addresses").list().size(), 1);
    QCOMPARE(send("GET", "addresses/" + old).status, 404);
    QCOMPARE(order(old).verdict(), QByteArray("422 VALIDATION_FAILED"));
    const auto second = order(now);
    QCOMPARE(second.status, 201);
    QCOMPARE(send("DELETE", "addresses/" + now).status, 200);
    QCOMPARE(addressOf(second), QByteArray("Abay 99"));
    QCOMPARE(send("GET", "addresses").list().size(), 0);
    QCOMPARE(order(now).status, 422);
}

void ProfileApiTest::whatIsOnlyRenamedStays()
{
    const QByteArray id = add("Abay 10");
    QCOMPARE(order(id).status, 201);
    const auto named = send("PATCH", "addresses/" + id, "{\"label\":\"Home\",\"selected\":true}");
    QCOMPARE(QByteArray::number(named.data().value(QLatin1String("address_id")).toInteger()), id);
    QCOMPARE(m_site->rowCount("user_addresses"), qint64{1});
}

void ProfileApiTest::keysRepeat()
{
    const Headers key{{"idempotency-key", "one"}};
    const auto first = send("POST", "addresses", "{\"address\":\"Abay 10\"}", {}, key);
    const auto again = send("POST", "addresses", "{\"address\":\"Abay 10\"}", {}, key);
    QCOMPARE(first.status, 201);
    QCOMPARE(again.status, 201);
    QCOMPARE(again.data(), first.data());
    QCOMPARE(m_site->rowCount("user_addresses"), qint64{1});
    QCOMPARE(send("POST", "addresses", "{\"address\":\"Abay 11\"}", {}, key).status, 409);
    const Headers other{{"idempotency-key", "two"}};
    QCOMPARE(send("PATCH", "profile", "{\"name\":\"Aru\"}", {}, other).status, 200);
    QCOMPARE(text(send("PATCH", "profile", "{\"name\":\"Aru\"}", {}, other), "name"), QByteArray("Aru"));
}

void ProfileApiTest::othersSeeNothing()
{
    const QByteArray id = add("Abay 10");
    const TestBusiness *other = m_site->addBusiness(QStringLiteral("Other"));
    QVERIFY(other);
    const QByteArray neighbour = m_site->addGuest(m_site->business(), QStringLiteral("Neighbour"));
    for (const QByteArray &token : {neighbour, other->guestToken}) {
        const QByteArray path = "addresses/" + id;
        QCOMPARE(send("GET", path, {}, token).verdict(), QByteArray("404 NOT_FOUND"));
        QCOMPARE(send("PATCH", path, "{\"address\":\"Mine\"}", token).verdict(), QByteArray("404 NOT_FOUND"));
        QCOMPARE(send("DELETE", path, {}, token).verdict(), QByteArray("404 NOT_FOUND"));
        QCOMPARE(send("GET", "addresses", {}, token).list().size(), 0);
        QCOMPARE(order(id, token).status, 422);
    }
    QCOMPARE(text(send("GET", "addresses/" + id), "address"), QByteArray("Abay 10"));
}

QTEST_GUILESS_MAIN(ProfileApiTest)
#include "profileapitest.moc"
