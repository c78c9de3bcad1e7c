// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/orderjson.h"
#include "samples.h"

#include <QTest>

#include <limits>

using namespace oshaq;

namespace {

QByteArray written(const Order &order, OrderView view)
{
    JsonWriter json;
    writeOrder(json, order, view);
    return json.take();
}

Order readBack(const QByteArray &text)
{
    const Result<JsonValue> json = parseJson(text);
    if (!json)
        return {};
    const Result<Order> order = readOrder(*json);
    return order ? *order : Order();
}

} // namespace

class OrderJsonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordersRoundTrip();
    void hasTheDocumentedShape();
    void paymentIsForThoseAtTheTill();
    void moneyIsExact_data();
    void moneyIsExact();
    void kitchenGetsOnlyTheFirstName();
    void courierGetsThePersonOfADeliveryThatIsDue();
    void refusesWhatIsNoOrder();
    void takesFieldsOfANewerHub();
    void findsTheOrderInAnAnswer();
    void menuHasTheDocumentedShape();
};

void OrderJsonTest::ordersRoundTrip()
{
    const Order order = samples::order();
    QCOMPARE(readBack(written(order, OrderView::Full)), order);

    for (const OrderStatus status : allOrderStatuses) {
        for (const Fulfilment fulfilment : allFulfilments) {
            Order other = order;
            other.status = status;
            other.fulfilment = fulfilment;
            QCOMPARE(readBack(written(other, OrderView::Full)), other);
        }
    }
    Order bare;
    bare.id = 1;
    bare.placedAtMs = samples::baseMs;
    bare.statusAtMs = samples::baseMs;
    QCOMPARE(readBack(written(bare, OrderView::Full)), bare);
}

void OrderJsonTest::hasTheDocumentedShape()
{
    const Result<JsonValue> parsed = parseJson(written(samples::order(), OrderView::Full));
    QVERIFY(parsed.ok());
    const JsonValue &json = *parsed;
    QCOMPARE(json[u"order_id"].numberText(), QByteArray("123"));
    QCOMPARE(json[u"number"].string(), QStringLiteral("A-042"));
    QCOMPARE(json[u"fulfilment"].string(), QStringLiteral("delivery"));
    QCOMPARE(json[u"placed_at"].string(), QStringLiteral("2026-01-15T10:30:00.000Z"));
    QCOMPARE(json[u"status"][u"status"].numberText(), QByteArray("3"));
    QCOMPARE(json[u"status"][u"status_name"].string(), QStringLiteral("Preparing"));
    QCOMPARE(json[u"status"][u"timestamp"].string(), QStringLiteral("2026-01-15T10:31:01.007Z"));
    QCOMPARE(json[u"user"][u"user_id"].numberText(), QByteArray("5"));
    QCOMPARE(json[u"user"][u"name"].string(), QStringLiteral("Aigerim Bekova"));
    const JsonValue &line = json[u"items"].items().front();
    QCOMPARE(line[u"order_item_id"].numberText(), QByteArray("1"));
    QCOMPARE(line[u"quantity"].numberText(), QByteArray("1.5"));
    QCOMPARE(line[u"price"].numberText(), QByteArray("12.95"));
    QCOMPARE(line[u"state"].string(), QStringLiteral("started"));
    QCOMPARE(line[u"station_id"].numberText(), QByteArray("2"));
    const JsonValue &plain = json[u"items"].items().back();
    QVERIFY(plain.find(u"station_id") && plain[u"station_id"].isNull());
    QVERIFY(plain.find(u"note") && plain[u"note"].isNull());
    QCOMPARE(json[u"cost"][u"subtotal"].numberText(), QByteArray("20.03"));
    QCOMPARE(json[u"cost"][u"delivery_cost"].numberText(), QByteArray("500"));
    QCOMPARE(json[u"cost"][u"total_cost"].numberText(), QByteArray("520.03"));
    QCOMPARE(json[u"cost"][u"currency"].string(), QStringLiteral("KZT"));
}

void OrderJsonTest::paymentIsForThoseAtTheTill()
{
    const Order order = samples::order();
    const QByteArray full = written(order, OrderView::Full);
    QVERIFY2(full.contains("\"payment\":{\"state\":\"part_paid\",\"paid\":300.01,\"pending\":20,"
                           "\"methods\":[\"cash\",\"halyk\"]},\"delivery\":"),
             full.constData());
    for (const PaymentState state : allPaymentStates) {
        Order other = order;
        other.payment = {state, 0, 0, {}};
        QCOMPARE(readBack(written(other, OrderView::Full)), other);
    }
    Order unknown = order;
    unknown.payment = {};
    for (const OrderView view : {OrderView::Kitchen, OrderView::Courier}) {
        const QByteArray text = written(order, view);
        QVERIFY2(text.contains(",\"payment\":null,\"delivery\":"), text.constData());
        QCOMPARE(readBack(text).payment, OrderPayment());
    }
    // Hubs of before say nothing of it.
    const qsizetype at = full.indexOf(",\"payment\":");
    QCOMPARE(readBack(full.left(at) + '}'), unknown);
}

void OrderJsonTest::moneyIsExact_data()
{
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("12.95") << qint64(1295) << QByteArray("12.95");
    QTest::newRow("a tenth and two tenths") << qint64(10 + 20) << QByteArray("0.3");
    QTest::newRow("trailing zero") << qint64(2590) << QByteArray("25.9");
    QTest::newRow("one tiyn") << qint64(1) << QByteArray("0.01");
    QTest::newRow("negative") << qint64(-1) << QByteArray("-0.01");
    QTest::newRow("beyond 2^53") << qint64(999'999'999'999'999) << QByteArray("9999999999999.99");
    QTest::newRow("largest") << maxAmountMinor << QByteArray("10000000000000");
    QTest::newRow("smallest") << -maxAmountMinor << QByteArray("-10000000000000");
}

void OrderJsonTest::moneyIsExact()
{
    QFETCH(qint64, minor);
    QFETCH(QByteArray, text);
    Order order = samples::order();
    order.cost.totalMinor = minor;
    order.lines.front().priceMinor = minor;
    const QByteArray json = written(order, OrderView::Full);
    QVERIFY2(json.contains("\"total_cost\":" + text + ','), json.constData());
    QVERIFY2(json.contains("\"price\":" + text + ','), json.constData());
    QCOMPARE(readBack(json), order);
}

void OrderJsonTest::courierGetsThePersonOfADeliveryThatIsDue()
{
    Order order = samples::order();
    for (const Fulfilment fulfilment : allFulfilments) {
        for (const OrderStatus status : allOrderStatuses) {
            order.fulfilment = fulfilment;
            order.status = status;
            const QByteArray courier = written(order, OrderView::Courier);
            const bool due = fulfilment == Fulfilment::Delivery &&
                             (status == OrderStatus::Ready || status == OrderStatus::OutForDelivery);
            // The person, and still not the till.
            QByteArray full = written(order, OrderView::Full);
            const qsizetype payment = full.indexOf("\"payment\":");
            full.replace(payment, full.indexOf(",\"delivery\":", payment) - payment, "\"payment\":null");
            QCOMPARE(courier, due ? full : written(order, OrderView::Kitchen));
        }
    }
}

void OrderJsonTest::kitchenGetsOnlyTheFirstName()
{
    QCOMPARE(orderViewFor(Role::Kitchen), OrderView::Kitchen);
    for (const Role role : {Role::Owner, Role::Manager, Role::Counter, Role::Guest})
        QCOMPARE(orderViewFor(role), OrderView::Full);

    QCOMPARE(orderViewFor(Role::Courier), OrderView::Courier);

    const Order order = samples::order();
    const QByteArray full = written(order, OrderView::Full);
    const QByteArray kitchen = written(order, OrderView::Kitchen);
    for (const char *secret : {"Bekova", "555", "701", "Abay", "apt", "77"}) {
        QVERIFY2(full.contains(secret), secret);
        QVERIFY2(!kitchen.contains(secret), secret);
    }
    QVERIFY(kitchen.contains("\"name\":\"Aigerim\""));

    // The same rule wherever an order travels.
    FeedChange change;
    change.change = {
        8, EntityKind::Order, order.id, order.version, false, samples::baseMs, QStringLiteral("order.status")};
    change.order = order;
    Snapshot snapshot;
    snapshot.cursor = {QStringLiteral("e1"), 8};
    snapshot.business = samples::business();
    snapshot.orders = {order};
    FeedPage page{{change}, snapshot.cursor, false};
    for (const QByteArray &text : {changeMessage(change, samples::tenge(), OrderView::Kitchen),
                                   snapshotJson(snapshot, OrderView::Kitchen, samples::baseMs),
                                   changesDataJson(page, samples::tenge(), OrderView::Kitchen)}) {
        QVERIFY(text.contains("Aigerim"));
        for (const char *secret : {"Bekova", "555", "701 ", "Abay", "apt 4"})
            QVERIFY2(!text.contains(secret), secret);
    }
}

void OrderJsonTest::refusesWhatIsNoOrder()
{
    const QByteArray good = written(samples::order(), OrderView::Full);
    const auto wrongPlaces = [](const QByteArray &text) {
        QStringList places;
        const Result<JsonValue> json = parseJson(text);
        if (!json.ok())
            return QStringList{QStringLiteral("malformed")};
        const Result<Order> order = readOrder(*json);
        if (!order) {
            for (const ErrorDetail &detail : order.error().details)
                places.append(detail.path);
        }
        return places;
    };
    QCOMPARE(wrongPlaces(good), QStringList());
    QCOMPARE(wrongPlaces(QByteArray(good).replace("\"order_id\":123", "\"order_id\":1.5")),
             QStringList{QStringLiteral("order_id")});
    QCOMPARE(wrongPlaces(QByteArray(good).replace("\"status\":3", "\"status\":9")),
             QStringList{QStringLiteral("status.status")});
    QCOMPARE(wrongPlaces(QByteArray(good).replace("\"total_cost\":520.03", "\"total_cost\":520.035")),
             QStringList{QStringLiteral("cost.total_cost")});
    QCOMPARE(wrongPlaces(QByteArray(good).replace("\"state\":\"started\"", "\"state\":\"eaten\"")),
             QStringList{QStringLiteral("items[0].state")});
    QCOMPARE(wrongPlaces(QByteArray(good).replace("\"state\":\"part_paid\"", "\"state\":\"owed\"")),
             QStringList{QStringLiteral("payment.state")});
    QCOMPARE(wrongPlaces(QByteArray(good).replace("\"paid\":300.01", "\"paid\":300.015")),
             QStringList{QStringLiteral("payment.paid")});
    QCOMPARE(wrongPlaces(QByteArray(good).replace("[\"cash\",\"halyk\"]", "[\"cash\",7]")),
             QStringList{QStringLiteral("payment.methods")});
    QCOMPARE(
        wrongPlaces(QByteArray(good).replace("\"payment\":{", "\"payment\":7,\"was\":{")),
        QStringList({QStringLiteral("payment"), QStringLiteral("payment.state"), QStringLiteral("payment.state")}));
    QVERIFY(!wrongPlaces("[]").isEmpty());
    QVERIFY(!wrongPlaces("{}").isEmpty());
}

void OrderJsonTest::takesFieldsOfANewerHub()
{
    const Order order = samples::order();
    const QByteArray text = written(order, OrderView::Full);
    QCOMPARE(readBack("{\"invented_later\":{\"deep\":[1]}," + text.sliced(1)), order);
}

void OrderJsonTest::findsTheOrderInAnAnswer()
{
    const Order order = samples::order();
    const QByteArray text = written(order, OrderView::Full);
    const auto inAnswer = [](const QByteArray &data) { return orderInAnswer(*parseJson(data)); };
    QCOMPARE(inAnswer(text).value_or(Order()), order);
    QCOMPARE(inAnswer("{\"order_id\":123,\"new_status\":{},\"order\":" + text + '}').value_or(Order()), order);
    QVERIFY(!inAnswer("{\"order_id\":123,\"new_status\":{\"status\":3}}"));
    QVERIFY(!inAnswer("{\"order\":{\"order_uuid\":\"x\"}}"));
    QVERIFY(!inAnswer("null"));
}

void OrderJsonTest::menuHasTheDocumentedShape()
{
    const Result<JsonValue> menu = parseJson(menuJson(samples::catalog(), samples::tenge(), QStringLiteral("UTC"), 0));
    QVERIFY(menu.ok());
    const JsonValue &category = (*menu)[u"categories"].items().front();
    QCOMPARE(category[u"category_id"].integer(), qint64(4));
    QCOMPARE(category[u"quantity_step"].numberText(), QByteArray("0.5"));
    QCOMPARE(category[u"items"].items().size(), std::size_t(2));
    const JsonValue &item = category[u"items"].items().front();
    for (const char16_t *name :
         {u"item_id", u"name", u"description", u"price", u"image", u"quantity_step", u"available"})
        QVERIFY(item.find(name));
    QCOMPARE(item[u"price"].numberText(), QByteArray("12.95"));
    QCOMPARE(item[u"quantity_step"].numberText(), QByteArray("0.25"));
    QCOMPARE(item[u"external_id"].string(), QStringLiteral("101"));
    QVERIFY(item[u"available"].isBool() && !item[u"available"].boolean());
    // The category's step where the item has none of its own.
    QCOMPARE(category[u"items"].items().back()[u"quantity_step"].numberText(), QByteArray("0.5"));
}

QTEST_APPLESS_MAIN(OrderJsonTest)
#include "orderjsontest.moc"
