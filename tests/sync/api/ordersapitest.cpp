// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apiharness.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

class OrdersApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void answersTheWorkedExample();
    void terminalsGetTheOrderBesides();
    void patchAndPostAreTheSame();
    void createsAndShowsAnOrder();
    void aTerminalNumbersItsOwnOrders();
    void findsOrdersByUuid();
    void ignoresAClientsPrice();
    void listsWithFiltersAndCursor();
    void workOnLines();
    void addsLines();
    void recalls();
    void kitchenSeesFirstNamesOnly();
    void guestsSeeTheirOwnOnly();
    void guestsCancel();
    void businessesDoNotMeet();
    void paintedLatencies();
    void statsForEveryRole();

private:
    qint64 placeOrder(const QByteArray &token = {});
    ApiAnswer setStatus(qint64 orderId, int status, const QByteArray &token);

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
};

void OrdersApiTest::init()
{
    TestSiteOptions options;
    options.server = false;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_api = std::make_unique<ApiHarness>(*m_site);
}

void OrdersApiTest::cleanup()
{
    m_api.reset();
    m_site.reset();
}

qint64 OrdersApiTest::placeOrder(const QByteArray &token)
{
    const TestBusiness &business = m_site->business();
    const auto answer = m_api->call("POST", "/api/v1/user/orders/create", token.isEmpty() ? business.guestToken : token,
                                    pickupBody(business.item("Soup"), "2"));
    return answer.status == 201 ? answer.data().value(QLatin1String("order_id")).toInteger() : 0;
}

ApiAnswer OrdersApiTest::setStatus(qint64 orderId, int status, const QByteArray &token)
{
    return m_api->call("PATCH", "/api/v1/business/orders/" + QByteArray::number(orderId) + "/status", token,
                       "{\"status\":" + QByteArray::number(status) + "}");
}

void OrdersApiTest::answersTheWorkedExample()
{
    const QByteArray token = m_site->business().token;
    const qint64 id = placeOrder();
    QVERIFY(id > 0);
    QCOMPARE(setStatus(id, 2, token).status, 200);

    const auto answer =
        m_api->call("PATCH", "/api/business/orders/" + QByteArray::number(id) + "/status", token, "{\"status\":3}");
    QCOMPARE(answer.status, 200);
    const QString expected =
        QStringLiteral("^\\{\"success\":true,\"data\":\\{\"order_id\":%1,\"new_status\":\\{\"status\":3,"
                       "\"status_name\":\"Preparing\",\"timestamp\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:"
                       "\\d\\d(\\.\\d+)?Z\"\\}\\},\"message\":\"Order status updated successfully\"\\}$")
            .arg(id);
    QVERIFY2(QRegularExpression(expected).match(QString::fromUtf8(answer.body)).hasMatch(), answer.body);
}

void OrdersApiTest::terminalsGetTheOrderBesides()
{
    const TestBusiness &business = m_site->business();
    const qint64 id = placeOrder();
    const auto answer = setStatus(id, 2, business.terminalTokens.at(Role::Kitchen));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.data().keys(),
             QStringList({QStringLiteral("new_status"), QStringLiteral("order"), QStringLiteral("order_id")}));
    const QJsonObject order = answer.data().value(QLatin1String("order")).toObject();
    QCOMPARE(order.value(QLatin1String("order_id")).toInteger(), id);
    QCOMPARE(order.value(QLatin1String("status")).toObject().value(QLatin1String("status")).toInt(), 2);
    QCOMPARE(order.value(QLatin1String("version")).toInt(), 2);
}

void OrdersApiTest::patchAndPostAreTheSame()
{
    const QByteArray token = m_site->business().token;
    const QByteArray path = "/api/v1/business/orders/" + QByteArray::number(placeOrder()) + "/status";
    const auto posted = m_api->call("POST", path, token, "{\"status\":2}");
    QCOMPARE(posted.status, 200);
    // The target is reached already: a success, and nothing is written.
    const auto before = m_site->allRowCounts();
    const auto patched = m_api->call("PATCH", path, token, "{\"status\":2}");
    QCOMPARE(patched.status, 200);
    QCOMPARE(patched.json.value(QLatin1String("data")), posted.json.value(QLatin1String("data")));
    QVERIFY(m_site->allRowCounts() == before);
}

void OrdersApiTest::createsAndShowsAnOrder()
{
    const TestBusiness &business = m_site->business();
    const QByteArray body =
        "{\"fulfilment\":\"dine_in\",\"table\":\"7\",\"covers\":2,\"note\":\"by the window\",\"items\":["
        "{\"item_id\":" +
        QByteArray::number(business.item("Soup")) +
        ",\"quantity\":2,\"note\":\"hot\"},"
        "{\"item_id\":" +
        QByteArray::number(business.item("Plov")) + ",\"quantity\":1,\"options\":[" +
        QByteArray::number(business.option("Large")) +
        "]},"
        "{\"item_id\":" +
        QByteArray::number(business.item("Apples")) + ",\"quantity\":1.25}]}";
    const auto answer = m_api->call("POST", "/api/v1/user/orders/create", business.guestToken, body);
    QVERIFY2(answer.status == 201, answer.body);
    const QJsonObject order = answer.data();
    QCOMPARE(answer.header("Location"),
             "/api/v1/user/orders/" + QByteArray::number(order.value(QLatin1String("order_id")).toInteger()));
    QCOMPARE(order.value(QLatin1String("number")).toString(), QStringLiteral("A-001"));
    QCOMPARE(order.value(QLatin1String("fulfilment")).toString(), QStringLiteral("dine_in"));
    QCOMPARE(order.value(QLatin1String("table")).toString(), QStringLiteral("7"));
    QCOMPARE(order.value(QLatin1String("note")).toString(), QStringLiteral("by the window"));
    QCOMPARE(order.value(QLatin1String("version")).toInt(), 1);
    QCOMPARE(order.value(QLatin1String("status")).toObject().value(QLatin1String("status_name")).toString(),
             QStringLiteral("New"));
    const QJsonArray items = order.value(QLatin1String("items")).toArray();
    QCOMPARE(items.size(), 3);
    QCOMPARE(items[0].toObject().value(QLatin1String("name")).toString(), QStringLiteral("Soup"));
    QCOMPARE(items[0].toObject().value(QLatin1String("state")).toString(), QStringLiteral("queued"));
    QCOMPARE(items[1].toObject().value(QLatin1String("price")).toDouble(), 30.5);
    QCOMPARE(items[2].toObject().value(QLatin1String("quantity")).toDouble(), 1.25);
    // 2 x 12.95 + 30.5 + 1.25 x 4, as exact text.
    QVERIFY2(answer.body.contains("\"subtotal\":61.4,\"delivery_cost\":0,\"total_cost\":61.4,\"currency\":\"KZT\""),
             answer.body);

    const auto read =
        m_api->get("/api/v1/user/orders/" + QByteArray::number(order.value(QLatin1String("order_id")).toInteger()),
                   business.guestToken);
    QCOMPARE(read.status, 200);
    QCOMPARE(read.data(), order);

    const auto staff = m_api->call(
        "POST", "/api/v1/business/orders", business.terminalTokens.at(Role::Counter),
        "{\"fulfilment\":\"pickup\",\"guest_name\":\"Dana K.\",\"guest_phone\":\"+7 701 000 00 02\",\"items\":["
        "{\"item_id\":" +
            QByteArray::number(business.item("Bread")) + ",\"quantity\":3}]}");
    QVERIFY2(staff.status == 201, staff.body);
    QCOMPARE(staff.data().value(QLatin1String("user")).toObject().value(QLatin1String("name")).toString(),
             QStringLiteral("Dana K."));
    QCOMPARE(staff.data().value(QLatin1String("cost")).toObject().value(QLatin1String("total_cost")).toDouble(), 1.5);
}

void OrdersApiTest::aTerminalNumbersItsOwnOrders()
{
    const TestBusiness &business = m_site->business();
    const QByteArray counter = business.terminalTokens.at(Role::Counter);
    const auto itself = [this](const QByteArray &token) {
        return m_api->get("/api/v1/business/snapshot", token).data().value(QLatin1String("terminal"));
    };
    const QJsonObject terminal = itself(counter).toObject();
    QCOMPARE(terminal.value(QLatin1String("terminal_id")).toInteger(), business.terminalIds.at(Role::Counter));
    const QByteArray letter = terminal.value(QLatin1String("letter")).toString().toLatin1();
    QVERIFY(!letter.isEmpty() && letter != "A");
    const QString others =
        itself(business.terminalTokens.at(Role::Kitchen)).toObject().value(QLatin1String("letter")).toString();
    QVERIFY(!others.isEmpty() && others.toLatin1() != letter);
    QVERIFY(itself(business.token).isUndefined());

    const auto place = [&](const QByteArray &token, const QByteArray &number, const QByteArray &more = {}) {
        return m_api->call("POST", "/api/v1/business/orders", token,
                           "{\"number\":\"" + number + "\"," + more + pickupBody(business.item("Soup")).mid(1));
    };
    const auto numberOf = [](const ApiAnswer &answer) {
        return answer.data().value(QLatin1String("number")).toString().toLatin1();
    };
    const qint64 hourAgo = QDateTime::currentMSecsSinceEpoch() - 60 * 60 * 1000;
    const QByteArray actedAt = QDateTime::fromMSecsSinceEpoch(hourAgo, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
    const auto first = place(counter, letter + "-017", "\"acted_at\":\"" + actedAt + "\",");
    QVERIFY2(first.status == 201, first.body);
    QCOMPARE(numberOf(first), letter + "-017");
    QCOMPARE(first.data().value(QLatin1String("placed_at")).toString().toLatin1(), actedAt);
    const auto second = place(counter, letter + "-017", "\"acted_at\":\"" + actedAt + "\",");
    QVERIFY2(second.status == 201, second.body);
    QCOMPARE(numberOf(second), letter + "-018");

    const auto refused = [](const ApiAnswer &answer) {
        const QJsonArray details =
            answer.json.value(QLatin1String("error")).toObject().value(QLatin1String("details")).toArray();
        return answer.verdict() + ' ' + details.first().toObject().value(QLatin1String("path")).toString().toLatin1();
    };
    QCOMPARE(refused(place(counter, "A-017")), QByteArray("422 VALIDATION_FAILED number"));
    QCOMPARE(refused(place(counter, others.toLatin1() + "-017")), QByteArray("422 VALIDATION_FAILED number"));
    QCOMPARE(refused(place(business.token, letter + "-017")), QByteArray("422 VALIDATION_FAILED number"));
    QCOMPARE(refused(place(counter, letter + "-0")), QByteArray("422 VALIDATION_FAILED number"));
    QCOMPARE(numberOf(m_api->call("POST", "/api/v1/business/orders", counter, pickupBody(business.item("Soup")))),
             QByteArray("A-001"));
    // Guests have no letter and no clock.
    QCOMPARE(m_api
                 ->call("POST", "/api/v1/user/orders/create", business.guestToken,
                        "{\"number\":\"" + letter + "-020\"," + pickupBody(business.item("Soup")).mid(1))
                 .verdict(),
             QByteArray("422 VALIDATION_FAILED"));
}

void OrdersApiTest::findsOrdersByUuid()
{
    const TestBusiness &business = m_site->business();
    const QByteArray uuid = "0192f0c1-2345-7abc-8def-0123456789ab";
    const QByteArray body = "{\"order_uuid\":\"" + uuid.toUpper() + "\"," + pickupBody(business.item("Soup")).mid(1);
    const auto made = m_api->call("POST", "/api/v1/user/orders/create", business.guestToken, body);
    QVERIFY2(made.status == 201, made.body);
    const auto found = m_api->get("/api/v1/business/orders/" + uuid, business.token);
    QCOMPARE(found.status, 200);
    QCOMPARE(found.data().value(QLatin1String("order_id")), made.data().value(QLatin1String("order_id")));
    QCOMPARE(
        m_api->call("PATCH", "/api/v1/business/orders/" + uuid + "/status", business.token, "{\"status\":2}").status,
        200);
    QCOMPARE(m_api->call("POST", "/api/v1/user/orders/create", business.guestToken, body).verdict(),
             QByteArray("409 ALREADY_EXISTS"));
    QCOMPARE(m_api->get("/api/v1/business/orders/0192f0c1-0000-7abc-8def-0123456789ab", business.token).verdict(),
             QByteArray("404 NOT_FOUND"));
}

void OrdersApiTest::ignoresAClientsPrice()
{
    const TestBusiness &business = m_site->business();
    const QByteArray body =
        "{\"fulfilment\":\"pickup\",\"items\":[{\"item_id\":" + QByteArray::number(business.item("Soup")) +
        ",\"quantity\":1,\"price\":0.01}]}";
    // Not merely ignored: a client that thinks it sets prices is told.
    QCOMPARE(m_api->call("POST", "/api/v1/user/orders/create", business.guestToken, body).verdict(),
             QByteArray("422 VALIDATION_FAILED"));
}

void OrdersApiTest::listsWithFiltersAndCursor()
{
    const TestBusiness &business = m_site->business();
    QList<qint64> ids;
    for (int i = 0; i < 7; ++i)
        ids.append(placeOrder());
    QCOMPARE(setStatus(ids[0], 2, business.token).status, 200);
    QCOMPARE(setStatus(ids[1], 2, business.token).status, 200);

    const auto idsOf = [](const ApiAnswer &answer) {
        QList<qint64> list;
        for (const QJsonValue &value : answer.list())
            list.append(value.toObject().value(QLatin1String("order_id")).toInteger());
        return list;
    };
    QList<qint64> newestFirst(ids.rbegin(), ids.rend());

    QList<qint64> paged;
    QByteArray cursor;
    int pages = 0;
    do {
        const auto page =
            m_api->get("/api/v1/business/orders?limit=3" + (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor),
                       business.token);
        QVERIFY2(page.status == 200, page.body);
        paged += idsOf(page);
        cursor = page.meta().value(QLatin1String("next_cursor")).toString().toUtf8().toPercentEncoding();
        ++pages;
    } while (!cursor.isEmpty() && pages < 10);
    QCOMPARE(paged, newestFirst);
    QCOMPARE(pages, 3);

    QCOMPARE(idsOf(m_api->get("/api/v1/business/orders?sort=placed_at", business.token)), ids);
    QCOMPARE(idsOf(m_api->get("/api/v1/business/orders?status=2", business.token)), QList<qint64>({ids[1], ids[0]}));
    QCOMPARE(idsOf(m_api->get("/api/v1/business/orders?status=1,2&limit=200", business.token)), newestFirst);
    QCOMPARE(idsOf(m_api->get("/api/v1/business/orders?fulfilment=delivery", business.token)), QList<qint64>());
    QCOMPARE(idsOf(m_api->get("/api/v1/business/orders?from=2001-01-01T00:00:00%2B05:00&to=2002-01-01T00:00:00Z",
                              business.token)),
             QList<qint64>());
    QCOMPARE(idsOf(m_api->get("/api/v1/business/orders?from=2001-01-01T00:00:00+05:00", business.token)), newestFirst);
    QCOMPARE(m_api->get("/api/v1/business/orders?cursor=%00nonsense", business.token).status, 422);
    QCOMPARE(m_api->get("/api/v1/business/orders?cursor=nonsense", business.token).status, 422);
}

void OrdersApiTest::workOnLines()
{
    const TestBusiness &business = m_site->business();
    const QByteArray kitchen = business.terminalTokens.at(Role::Kitchen);
    const qint64 id = placeOrder();
    const auto order = m_api->get("/api/v1/business/orders/" + QByteArray::number(id), kitchen);
    const qint64 line = order.data()
                            .value(QLatin1String("items"))
                            .toArray()[0]
                            .toObject()
                            .value(QLatin1String("order_item_id"))
                            .toInteger();
    const QByteArray path = "/api/v1/business/orders/" + QByteArray::number(id) + "/lines";
    const QByteArray lineIds = ",\"line_ids\":[" + QByteArray::number(line) + "]";

    const auto started = m_api->call("PATCH", path, kitchen, "{\"action\":\"start\"" + lineIds + ",\"from\":1}");
    QVERIFY2(started.status == 200, started.body);
    // The first started line takes the order through Accepted to Preparing.
    QCOMPARE(started.data().value(QLatin1String("new_status")).toObject().value(QLatin1String("status")).toInt(), 3);
    const auto done = m_api->call("PATCH", path, kitchen, "{\"action\":\"done\"" + lineIds + "}");
    QCOMPARE(done.status, 200);
    const QJsonObject after = done.data().value(QLatin1String("order")).toObject();
    QCOMPARE(after.value(QLatin1String("status")).toObject().value(QLatin1String("status")).toInt(), 4);
    QCOMPARE(after.value(QLatin1String("items")).toArray()[0].toObject().value(QLatin1String("state")).toString(),
             QStringLiteral("done"));
    QCOMPARE(m_site->rowCount("order_status"), 4);

    QCOMPARE(m_api->call("PATCH", path, kitchen, "{\"action\":\"start\"" + lineIds + "}").status, 409);
    QCOMPARE(m_api->call("PATCH", path, kitchen, "{\"action\":\"done\",\"line_ids\":[999999]}").verdict(),
             QByteArray("404 NOT_FOUND"));
    QCOMPARE(m_api->call("PATCH", path, kitchen, "{\"action\":\"recall\"" + lineIds + "}").status, 200);
    QCOMPARE(
        m_api->call("PATCH", path, business.terminalTokens.at(Role::Courier), "{\"action\":\"done\"" + lineIds + "}")
            .verdict(),
        QByteArray("403 FORBIDDEN"));
}

void OrdersApiTest::addsLines()
{
    const TestBusiness &business = m_site->business();
    const qint64 id = placeOrder();
    const QByteArray path = "/api/v1/business/orders/" + QByteArray::number(id) + "/lines";
    const QByteArray body =
        "{\"action\":\"add\",\"items\":[{\"item_id\":" + QByteArray::number(business.item("Bread")) +
        ",\"quantity\":2}]}";
    QCOMPARE(m_api->call("PATCH", path, business.terminalTokens.at(Role::Kitchen), body).verdict(),
             QByteArray("403 FORBIDDEN"));
    const auto added = m_api->call("PATCH", path, business.terminalTokens.at(Role::Counter), body);
    QVERIFY2(added.status == 200, added.body);
    const QJsonObject order = added.data().value(QLatin1String("order")).toObject();
    QCOMPARE(order.value(QLatin1String("items")).toArray().size(), 2);
    QCOMPARE(order.value(QLatin1String("cost")).toObject().value(QLatin1String("total_cost")).toDouble(), 26.9);
    QCOMPARE(m_api->call("PATCH", path, business.token, "{\"action\":\"add\",\"line_ids\":[1]}").verdict(),
             QByteArray("422 VALIDATION_FAILED"));
}

void OrdersApiTest::recalls()
{
    const TestBusiness &business = m_site->business();
    const QByteArray kitchen = business.terminalTokens.at(Role::Kitchen);
    const qint64 id = placeOrder();
    const QByteArray path = "/api/v1/business/orders/" + QByteArray::number(id) + "/recall";
    QCOMPARE(m_api->call("POST", path, kitchen).verdict(), QByteArray("409 RECALL_NOT_ALLOWED"));
    for (const int status : {2, 3, 4})
        QCOMPARE(setStatus(id, status, kitchen).status, 200);
    const auto recalled = m_api->call("POST", path, kitchen, "{\"from\":4}");
    QVERIFY2(recalled.status == 200, recalled.body);
    QCOMPARE(recalled.data().value(QLatin1String("new_status")).toObject().value(QLatin1String("status")).toInt(), 3);
    QVERIFY(recalled.data().contains(QLatin1String("order")));
    QCOMPARE(m_api->call("POST", path, kitchen).status, 200);
    QCOMPARE(m_api->call("POST", path, business.terminalTokens.at(Role::Courier)).verdict(),
             QByteArray("403 FORBIDDEN"));
}

void OrdersApiTest::kitchenSeesFirstNamesOnly()
{
    const TestBusiness &business = m_site->business();
    const QByteArray kitchen = business.terminalTokens.at(Role::Kitchen);
    const qint64 id = placeOrder();
    const QByteArray path = "/api/v1/business/orders/" + QByteArray::number(id);
    const QList<QByteArray> answers{
        m_api->get(path, kitchen).body, m_api->get("/api/v1/business/orders", kitchen).body,
        m_api->get("/api/v1/business/snapshot", kitchen).body,
        m_api->get("/api/v1/business/changes?since=" + m_site->hub().epoch().toLatin1() + ".0", kitchen).body,
        setStatus(id, 2, kitchen).body};
    for (const QByteArray &answer : answers) {
        QVERIFY2(answer.contains("\"Aigerim\""), answer);
        QVERIFY2(!answer.contains("Serikova"), answer);
        QVERIFY2(!answer.contains("7010000001"), answer);
    }
    const QByteArray full = m_api->get(path, business.terminalTokens.at(Role::Counter)).body;
    QVERIFY2(full.contains("Aigerim Serikova") && full.contains("7010000001"), full);
}

void OrdersApiTest::guestsSeeTheirOwnOnly()
{
    const TestBusiness &business = m_site->business();
    const QByteArray other = m_site->addGuest(business, QStringLiteral("Marat"));
    const qint64 mine = placeOrder();
    const qint64 theirs = placeOrder(other);
    QVERIFY(mine > 0 && theirs > 0);
    QCOMPARE(m_api->get("/api/v1/user/orders", business.guestToken).list().size(), 1);
    QCOMPARE(m_api->get("/api/v1/user/orders/" + QByteArray::number(mine), business.guestToken).status, 200);
    QCOMPARE(m_api->get("/api/v1/user/orders/" + QByteArray::number(theirs), business.guestToken).verdict(),
             QByteArray("404 NOT_FOUND"));
    QCOMPARE(m_api->call("POST", "/api/v1/user/orders/" + QByteArray::number(theirs) + "/cancel", business.guestToken)
                 .verdict(),
             QByteArray("404 NOT_FOUND"));
    // A guest is no member of staff, even for the own order.
    QCOMPARE(m_api->get("/api/v1/business/orders/" + QByteArray::number(mine), business.guestToken).verdict(),
             QByteArray("403 FORBIDDEN"));
}

void OrdersApiTest::guestsCancel()
{
    const TestBusiness &business = m_site->business();
    const qint64 id = placeOrder();
    QCOMPARE(m_api->get("/api/v1/user/orders/active", business.guestToken).list().size(), 1);
    const auto answer =
        m_api->call("POST", "/api/v1/user/orders/" + QByteArray::number(id) + "/cancel", business.guestToken);
    QVERIFY2(answer.status == 200, answer.body);
    QCOMPARE(answer.data().value(QLatin1String("new_status")).toObject().value(QLatin1String("status_name")).toString(),
             QStringLiteral("Cancelled"));
    QCOMPARE(m_api->get("/api/v1/user/orders/active", business.guestToken).list().size(), 0);
    QCOMPARE(m_api->get("/api/v1/user/orders", business.guestToken).list().size(), 1);

    const qint64 cooking = placeOrder();
    QCOMPARE(setStatus(cooking, 2, business.token).status, 200);
    QCOMPARE(setStatus(cooking, 3, business.token).status, 200);
    const auto late = m_api->call("POST", "/api/v1/user/orders/" + QByteArray::number(cooking) + "/cancel",
                                  business.guestToken, "{\"reason\":\"too slow\"}");
    QVERIFY2(late.status == 403 || late.status == 409, late.body);
}

void OrdersApiTest::businessesDoNotMeet()
{
    const TestBusiness *other = m_site->addBusiness(QStringLiteral("Other Place"));
    QVERIFY2(other, qPrintable(m_site->problem()));
    const TestBusiness &business = m_site->business();
    const qint64 id = placeOrder();
    const QByteArray path = "/api/v1/business/orders/" + QByteArray::number(id);
    const auto before = m_site->allRowCounts();
    QCOMPARE(m_api->get(path, other->token).verdict(), QByteArray("404 NOT_FOUND"));
    QCOMPARE(setStatus(id, 2, other->token).verdict(), QByteArray("404 NOT_FOUND"));
    QCOMPARE(m_api->call("POST", path + "/recall", other->token).verdict(), QByteArray("404 NOT_FOUND"));
    QCOMPARE(m_api->call("PATCH", path + "/lines", other->token, "{\"action\":\"done\",\"line_ids\":[1]}").verdict(),
             QByteArray("404 NOT_FOUND"));
    QCOMPARE(m_api->get("/api/v1/user/orders/" + QByteArray::number(id), other->guestToken).verdict(),
             QByteArray("404 NOT_FOUND"));
    QCOMPARE(m_api->get("/api/v1/business/orders", other->token).list().size(), 0);
    // An item of another business does not exist.
    const auto foreign =
        m_api->call("POST", "/api/v1/user/orders/create", other->guestToken, pickupBody(business.item("Soup")));
    QCOMPARE(foreign.verdict(), QByteArray("422 ITEM_UNKNOWN"));
    QVERIFY(m_site->allRowCounts() == before);
    // The same numbers belong to both.
    const auto theirs =
        m_api->call("POST", "/api/v1/user/orders/create", other->guestToken, pickupBody(other->item("Soup")));
    QCOMPARE(theirs.data().value(QLatin1String("number")).toString(), QStringLiteral("A-001"));
    QCOMPARE(
        m_api
            ->get("/api/v1/business/changes?since=" + m_site->hub().epoch().toLatin1() + ".0&limit=500", business.token)
            .body.contains("Other Place"),
        false);
}

void OrdersApiTest::paintedLatencies()
{
    const TestBusiness &business = m_site->business();
    const QByteArray kitchen = business.terminalTokens.at(Role::Kitchen);
    const qint64 id = placeOrder();
    const QByteArray number = QByteArray::number(id);
    const auto answer = m_api->call("POST", "/api/v1/business/painted", kitchen,
                                    "{\"tickets\":[{\"order_id\":" + number +
                                        "},{\"order_id\":999999},{\"order_id\":" + number + ",\"counted\":true}]}");
    QVERIFY2(answer.status == 200, answer.body);
    const QJsonArray latencies = answer.data().value(QLatin1String("latencies_ms")).toArray();
    QCOMPARE(latencies.size(), 3);
    QVERIFY(latencies[0].isDouble());
    QVERIFY(latencies[0].toInteger() >= 0 && latencies[0].toInteger() < 60'000);
    QVERIFY(latencies[1].isNull());
    QVERIFY(latencies[2].isNull());
    const auto again =
        m_api->call("POST", "/api/v1/business/painted", kitchen, "{\"tickets\":[{\"order_id\":" + number + "}]}");
    QVERIFY(again.data().value(QLatin1String("latencies_ms")).toArray()[0].isNull());
    QCOMPARE(
        m_api->call("POST", "/api/v1/business/painted", business.token, "{\"tickets\":[{\"order_id\":1}]}").verdict(),
        QByteArray("403 FORBIDDEN"));
}

void OrdersApiTest::statsForEveryRole()
{
    const TestBusiness &business = m_site->business();
    const qint64 id = placeOrder();
    for (const int status : {2, 3, 4, 6})
        QCOMPARE(setStatus(id, status, business.token).status, 200);
    placeOrder();
    const auto owner = m_api->get("/api/v1/business/orders/stats", business.token);
    QVERIFY2(owner.status == 200, owner.body);
    QCOMPARE(owner.data().value(QLatin1String("orders_today")).toInt(), 2);
    QCOMPARE(owner.data().value(QLatin1String("revenue_today")).toDouble(), 25.9);
    QCOMPARE(owner.data().value(QLatin1String("by_status")).toArray().size(), 7);
    QCOMPARE(owner.data().value(QLatin1String("painted")).toObject().value(QLatin1String("count")).toInt(), 0);
    const auto kitchen = m_api->get("/api/v1/business/orders/stats", business.terminalTokens.at(Role::Kitchen));
    QCOMPARE(kitchen.status, 200);
    QVERIFY(!kitchen.body.contains("revenue"));
    QVERIFY(!kitchen.body.contains("check"));
}

QTEST_GUILESS_MAIN(OrdersApiTest)
#include "ordersapitest.moc"
