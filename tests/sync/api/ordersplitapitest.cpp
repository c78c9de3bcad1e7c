// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/api/officefixture.h"

using namespace oshaq;
using namespace oshaq::test;

/// Orders split and joined over the API.
class OrderSplitApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY2(m_office.start(), m_office.site ? qPrintable(m_office.site->problem()) : "no site"); }
    void cleanup() { m_office.stop(); }
    void splits();
    void joins();
    void byUuid();
    void whoMay();
    void refuses_data();
    void refuses();
    void aPaidOrderStaysWhole();
    void repeatsAreTheSameSplit();
    void repeatsAreTheSameJoin();
    void kitchensAreTold();
    void guestsSeeBothOfTheirs();

private:
    /// Two soups and 1.25 of apples.
    QJsonObject place()
    {
        const auto answer = m_office.api->call(
            "POST", "/api/v1/business/orders", m_office.counter(),
            "{\"fulfilment\":\"dine_in\",\"table\":\"7\",\"covers\":2,\"items\":[{\"item_id\":" +
                QByteArray::number(m_office.business().item("Soup")) + ",\"quantity\":2},{\"item_id\":" +
                QByteArray::number(m_office.business().item("Apples")) + ",\"quantity\":1.25}]}");
        if (answer.status != 201)
            qWarning().noquote() << answer.body;
        return answer.data();
    }
    static QByteArray idOf(const QJsonObject &order)
    {
        return QByteArray::number(order.value(QLatin1String("order_id")).toInteger());
    }
    static QByteArray lineOf(const QJsonObject &order, int index)
    {
        return QByteArray::number(order.value(QLatin1String("items"))
                                      .toArray()
                                      .at(index)
                                      .toObject()
                                      .value(QLatin1String("order_item_id"))
                                      .toInteger());
    }
    static double totalOf(const QJsonObject &order)
    {
        return order.value(QLatin1String("cost")).toObject().value(QLatin1String("total_cost")).toDouble();
    }
    ApiAnswer post(const QByteArray &path, const QByteArray &body, const QByteArray &token = {}, Headers headers = {})
    {
        return m_office.api->call("POST", "/api/v1/business/orders/" + path,
                                  token.isEmpty() ? m_office.counter() : token, body, std::move(headers));
    }
    QJsonObject get(const QByteArray &id)
    {
        return m_office.api->get("/api/v1/business/orders/" + id, m_office.counter()).data();
    }

    OfficeSite m_office;
};

void OrderSplitApiTest::splits()
{
    const QJsonObject order = place();
    const auto answer =
        post(idOf(order) + "/split", "{\"items\":[{\"order_item_id\":" + lineOf(order, 0) +
                                         ",\"quantity\":1},{\"order_item_id\":" + lineOf(order, 1) + "}]}");
    QVERIFY2(answer.status == 201, answer.body);
    const QJsonObject part = answer.data();
    QCOMPARE(answer.header("Location"), "/api/v1/business/orders/" + idOf(part));
    QCOMPARE(part.value(QLatin1String("number")).toString(), QStringLiteral("A-002"));
    QCOMPARE(part.value(QLatin1String("table")).toString(), QStringLiteral("7"));
    QCOMPARE(part.value(QLatin1String("covers")).toInt(), 0);
    QCOMPARE(part.value(QLatin1String("placed_at")), order.value(QLatin1String("placed_at")));
    QCOMPARE(lineOf(part, 0), lineOf(order, 1));
    QVERIFY(lineOf(part, 1) != lineOf(order, 0));
    QCOMPARE(get(idOf(part)), part);
    const QJsonObject rest = get(idOf(order));
    QCOMPARE(rest.value(QLatin1String("items")).toArray().size(), 1);
    QCOMPARE(rest.value(QLatin1String("version")).toInt(), 2);
    QCOMPARE(totalOf(rest), 12.95);
    QCOMPARE(totalOf(part), 17.95);
    QCOMPARE(totalOf(order), 30.9);
}

void OrderSplitApiTest::joins()
{
    const QJsonObject order = place();
    const QJsonObject target = place();
    const auto answer = post(idOf(order) + "/join", "{\"into\":" + idOf(target) + "}");
    QVERIFY2(answer.status == 200, answer.body);
    QCOMPARE(idOf(answer.data()), idOf(target));
    QCOMPARE(answer.data().value(QLatin1String("items")).toArray().size(), 4);
    QCOMPARE(totalOf(answer.data()), 61.8);
    QCOMPARE(answer.data().value(QLatin1String("covers")).toInt(), 4);
    const QJsonObject gone = get(idOf(order));
    QCOMPARE(gone.value(QLatin1String("status")).toObject().value(QLatin1String("status")).toInt(), 7);
    QCOMPARE(gone.value(QLatin1String("cancel_reason")).toString(), QStringLiteral("joined:A-002"));
    QCOMPARE(gone.value(QLatin1String("items")).toArray().size(), 0);
    QCOMPARE(totalOf(gone), 0.0);
    const auto history = m_office.api->get("/api/v1/business/orders/" + idOf(order) + "/history", m_office.counter());
    QCOMPARE(history.data()
                 .value(QLatin1String("statuses"))
                 .toArray()
                 .last()
                 .toObject()
                 .value(QLatin1String("reason"))
                 .toString(),
             QStringLiteral("joined:A-002"));
    QVERIFY(history.body.contains("\"order.joined\""));
}

void OrderSplitApiTest::byUuid()
{
    const QJsonObject order = place();
    const QByteArray uuid = order.value(QLatin1String("order_uuid")).toString().toLatin1();
    const QByteArray wanted = "0192f0c1-2345-7abc-8def-0123456789ab";
    const auto split = post(uuid + "/split", "{\"order_uuid\":\"" + wanted +
                                                 "\",\"items\":[{\"order_item_id\":" + lineOf(order, 0) + "}]}");
    QVERIFY2(split.status == 201, split.body);
    QCOMPARE(split.data().value(QLatin1String("order_uuid")).toString().toLatin1(), wanted);
    const auto joined = post(wanted + "/join", "{\"into\":" + idOf(order) + "}");
    QVERIFY2(joined.status == 200, joined.body);
    QCOMPARE(joined.data().value(QLatin1String("items")).toArray().size(), 2);
}

void OrderSplitApiTest::whoMay()
{
    const QByteArray may[] = {m_office.owner(), m_office.manager(), m_office.counter()};
    for (const QByteArray &token : may) {
        const QJsonObject order = place();
        const auto split =
            post(idOf(order) + "/split", "{\"items\":[{\"order_item_id\":" + lineOf(order, 0) + "}]}", token);
        QCOMPARE(split.status, 201);
        QCOMPARE(post(idOf(split.data()) + "/join", "{\"into\":" + idOf(order) + "}", token).status, 200);
    }
    const QJsonObject order = place();
    const QByteArray mayNot[] = {m_office.kitchen(), m_office.courier(), m_office.business().guestToken};
    for (const QByteArray &token : mayNot) {
        QCOMPARE(
            post(idOf(order) + "/split", "{\"items\":[{\"order_item_id\":" + lineOf(order, 0) + "}]}", token).verdict(),
            QByteArray("403 FORBIDDEN"));
        QCOMPARE(post(idOf(order) + "/join", "{\"into\":1}", token).verdict(), QByteArray("403 FORBIDDEN"));
    }
}

void OrderSplitApiTest::refuses_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("body"); // with FIRST and SECOND for the order's lines, ORDER and OTHER for orders
    QTest::addColumn<QByteArray>("verdict");
    const auto row = [](const char *name, const char *what, const char *body, const char *verdict) {
        QTest::newRow(name) << QByteArray(what) << QByteArray(body) << QByteArray(verdict);
    };
    row("an unknown line", "/split", R"({"items":[{"order_item_id":987654}]})", "404 NOT_FOUND");
    row("more than there is", "/split", R"({"items":[{"order_item_id":FIRST,"quantity":3}]})", "422 VALIDATION_FAILED");
    row("off its step", "/split", R"({"items":[{"order_item_id":SECOND,"quantity":0.3}]})", "422 QUANTITY_OFF_STEP");
    row("twice", "/split", R"({"items":[{"order_item_id":FIRST},{"order_item_id":FIRST}]})", "422 VALIDATION_FAILED");
    row("everything", "/split", R"({"items":[{"order_item_id":FIRST},{"order_item_id":SECOND}]})",
        "422 VALIDATION_FAILED");
    row("a price", "/split", R"({"items":[{"order_item_id":FIRST,"price":1}]})", "422 VALIDATION_FAILED");
    row("an unknown order", "/join", R"({"into":987654})", "404 NOT_FOUND");
    row("itself", "/join", R"({"into":ORDER})", "422 VALIDATION_FAILED");
    row("another fulfilment", "/join", R"({"into":OTHER})", "409 ORDER_TRANSITION_NOT_ALLOWED");
    row("nowhere", "/join", "{}", "422 VALIDATION_FAILED");
}

void OrderSplitApiTest::refuses()
{
    QFETCH(QByteArray, what);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, verdict);
    const QJsonObject order = place();
    const qint64 pickup = m_office.place();
    body.replace("FIRST", lineOf(order, 0)).replace("SECOND", lineOf(order, 1));
    body.replace("ORDER", idOf(order)).replace("OTHER", QByteArray::number(pickup));
    const auto counts = m_office.site->allRowCounts();
    QCOMPARE(post(idOf(order) + what, body).verdict(), verdict);
    QVERIFY(m_office.site->allRowCounts() == counts);
    QCOMPARE(get(idOf(order)), order);
}

void OrderSplitApiTest::aPaidOrderStaysWhole()
{
    const QJsonObject order = place();
    const QJsonObject other = place();
    const auto paid =
        m_office.api->call("POST", "/api/v1/payment/orders/direct", m_office.counter(),
                           "{\"order_id\":" + idOf(order) + ",\"method\":\"cash\",\"amount\":10,\"tendered\":10}");
    QVERIFY2(paid.status == 201, paid.body);
    QCOMPARE(post(idOf(order) + "/split", "{\"items\":[{\"order_item_id\":" + lineOf(order, 0) + "}]}").verdict(),
             QByteArray("409 PAYMENT_NOT_ALLOWED"));
    QCOMPARE(post(idOf(order) + "/join", "{\"into\":" + idOf(other) + "}").verdict(),
             QByteArray("409 PAYMENT_NOT_ALLOWED"));
    QCOMPARE(post(idOf(other) + "/join", "{\"into\":" + idOf(order) + "}").verdict(),
             QByteArray("409 PAYMENT_NOT_ALLOWED"));
}

void OrderSplitApiTest::repeatsAreTheSameSplit()
{
    const QJsonObject order = place();
    const QByteArray body = "{\"items\":[{\"order_item_id\":" + lineOf(order, 0) + ",\"quantity\":1}]}";
    const Headers key{{"idempotency-key", "split-1"}};
    const auto first = post(idOf(order) + "/split", body, {}, key);
    QCOMPARE(first.status, 201);
    const auto counts = m_office.site->allRowCounts();
    const auto again = post(idOf(order) + "/split", body, {}, key);
    QCOMPARE(again.status, 201);
    QCOMPARE(again.data(), first.data());
    QVERIFY(m_office.site->allRowCounts() == counts);
    QCOMPARE(
        post(idOf(order) + "/split", "{\"items\":[{\"order_item_id\":" + lineOf(order, 1) + "}]}", {}, key).verdict(),
        QByteArray("409 IDEMPOTENCY_KEY_REUSED"));
}

void OrderSplitApiTest::repeatsAreTheSameJoin()
{
    const QJsonObject order = place();
    const QJsonObject target = place();
    const QByteArray body = "{\"into\":" + idOf(target) + "}";
    const Headers key{{"idempotency-key", "join-1"}};
    const auto first = post(idOf(order) + "/join", body, {}, key);
    QCOMPARE(first.status, 200);
    const auto counts = m_office.site->allRowCounts();
    const auto again = post(idOf(order) + "/join", body, {}, key);
    QCOMPARE(again.status, 200);
    QCOMPARE(again.data(), first.data());
    QVERIFY(m_office.site->allRowCounts() == counts);
    // Without the key it is another join, of an order that is not open any more.
    QCOMPARE(post(idOf(order) + "/join", body).verdict(), QByteArray("409 ORDER_TRANSITION_NOT_ALLOWED"));
}

void OrderSplitApiTest::kitchensAreTold()
{
    const QJsonObject order = place();
    const QByteArray cursor = m_office.api->get("/api/v1/business/snapshot", m_office.kitchen())
                                  .data()
                                  .value(QLatin1String("cursor"))
                                  .toString()
                                  .toLatin1();
    const auto split = post(idOf(order) + "/split", "{\"items\":[{\"order_item_id\":" + lineOf(order, 1) + "}]}");
    QCOMPARE(split.status, 201);
    QCOMPARE(post(idOf(split.data()) + "/join", "{\"into\":" + idOf(order) + "}").status, 200);
    const auto changes = m_office.api->get("/api/v1/business/changes?since=" + cursor, m_office.kitchen());
    QCOMPARE(changes.status, 200);
    QStringList events;
    for (const QJsonValue &value : changes.list()) {
        const QJsonObject change = value.toObject();
        QCOMPARE(change.value(QLatin1String("op")).toString(), QStringLiteral("upsert"));
        events.append(change.value(QLatin1String("event")).toString() + u' ' +
                      QString::number(change.value(QLatin1String("id")).toInteger()));
    }
    const QString a = QString::fromLatin1(idOf(order));
    const QString b = QString::fromLatin1(idOf(split.data()));
    QCOMPARE(events, QStringList({QStringLiteral("order.created ") + b, QStringLiteral("order.split ") + b,
                                  QStringLiteral("order.split ") + a, QStringLiteral("order.joined ") + b,
                                  QStringLiteral("order.status ") + b, QStringLiteral("order.joined ") + a}));
}

void OrderSplitApiTest::guestsSeeBothOfTheirs()
{
    const QByteArray guest = m_office.business().guestToken;
    const QByteArray soup = QByteArray::number(m_office.business().item("Soup"));
    const auto placed =
        m_office.api->call("POST", "/api/v1/user/orders/create", guest,
                           "{\"fulfilment\":\"pickup\",\"items\":[{\"item_id\":" + soup + ",\"quantity\":2}]}");
    QCOMPARE(placed.status, 201);
    // What the list is kept with before must not be what is told after.
    QCOMPARE(m_office.api->get("/api/v1/user/orders", guest).list().size(), 1);
    QCOMPARE(post(idOf(placed.data()) + "/split",
                  "{\"items\":[{\"order_item_id\":" + lineOf(placed.data(), 0) + ",\"quantity\":1}]}")
                 .status,
             201);
    const QJsonArray orders = m_office.api->get("/api/v1/user/orders", guest).list();
    QCOMPARE(orders.size(), 2);
    for (const QJsonValue &order : orders)
        QCOMPARE(totalOf(order.toObject()), 12.95);
}

QTEST_GUILESS_MAIN(OrderSplitApiTest)
#include "ordersplitapitest.moc"
