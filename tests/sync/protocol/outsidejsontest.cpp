// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/outsidejson.h"
#include "sync/protocol/courierjson.h"
#include "sync/protocol/dispatchnewsjson.h"
#include "sync/protocol/orderjson.h"

#include <QTest>

using namespace oshaq;

namespace {

constexpr qint64 nowMs = 1'768'471'200'000; // 2026-01-15T10:00:00Z

JsonValue parsed(const QByteArray &json)
{
    const auto document = parseJson(json);
    return document ? *document : JsonValue();
}

FieldMap mapOf(const QByteArray &json)
{
    const auto map = FieldMap::fromText(json);
    return map ? *map : FieldMap();
}

Result<OutsideOrder> read(const QByteArray &json, const QByteArray &map = {}, qint64 acceptSeconds = 180)
{
    return readOutsideOrder(parsed(json), mapOf(map), QStringLiteral("glovo"), nowMs, acceptSeconds);
}

QStringList paths(const Error &error)
{
    QStringList all;
    for (const ErrorDetail &detail : error.details)
        all.append(detail.path);
    return all;
}

} // namespace

/// Orders of other services and deliveries of a courier service, as they write them.
class OutsideJsonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ourFormIsRead();
    void theirNamesAreMapped();
    void everyWrongPlaceIsNamed();
    void deadlinesComeFromTheServiceOrTheHouse();
    void mapsAreChecked_data();
    void mapsAreChecked();
    void deliveriesAreRead();
    void deliveriesOfAForeignFormAreMapped();
    void aWordNobodyKnowsMovesNothing();
    void carrierAndOriginGoThroughAnOrder();
    void placesGoThrough();
};

void OutsideJsonTest::ourFormIsRead()
{
    const auto order = read(R"({"order_id":"G-4711","number":"4711","fulfilment":"delivery","paid":true,
        "address":"Abay 10","note":"Ring twice","allergy":"nuts","guest_name":"Dana","guest_phone":"+7 701 123 45 67",
        "promised_at":"2026-01-15T11:00:00Z","accept_by":"2026-01-15T10:02:00Z","refuse_by":"2026-01-15T10:10:00Z",
        "items":[{"external_id":"plov","quantity":1.5,"note":"hot","options":[7,8]},{"item_id":3},{"name":"Soup"}],
        "total":99.5,"anything":{"else":1}})");
    QVERIFY(order);
    QCOMPARE(order->externalId, QStringLiteral("G-4711"));
    const NewOrder &wanted = order->order;
    QCOMPARE(wanted.fulfilment, Fulfilment::Delivery);
    QCOMPARE(wanted.address, QStringLiteral("Abay 10"));
    QCOMPARE(wanted.guestName, QStringLiteral("Dana"));
    QCOMPARE(wanted.promisedAtMs, nowMs + 3'600'000);
    QCOMPARE(wanted.origin,
             (OrderOrigin{QStringLiteral("glovo"), QStringLiteral("4711"), nowMs + 120'000, nowMs + 600'000, true}));
    QCOMPARE(wanted.origin.title(), QStringLiteral("Glovo 4711"));
    QCOMPARE(order->lines.size(), std::size_t(3));
    QCOMPARE(order->lines[0].externalId, QStringLiteral("plov"));
    QCOMPARE(order->lines[0].line.quantity, 1'500);
    QCOMPARE(order->lines[0].line.optionIds, (std::vector<qint64>{7, 8}));
    QCOMPARE(order->lines[1].itemId, 3);
    QCOMPARE(order->lines[1].line.quantity, 1'000);
    QCOMPARE(order->lines[2].name, QStringLiteral("Soup"));
}

void OutsideJsonTest::theirNamesAreMapped()
{
    const auto order = read(R"({"order":{"code":4711,"products":[{"sku":"plov","qty":2}],"kind":"COURIER",
        "to":{"street":"Abay 10"}},"customer":{"name":"Dana"},"prepaid":true})",
                            R"({"order_id":"order.code","items":"order.products","items.external_id":"sku",
        "items.quantity":"qty","fulfilment":"order.kind","fulfilment.COURIER":"delivery","address":"order.to.street",
        "guest_name":"customer.name","paid":"prepaid"})");
    QVERIFY(order);
    QCOMPARE(order->externalId, QStringLiteral("4711"));
    QCOMPARE(order->order.origin.number, QStringLiteral("4711"));
    QCOMPARE(order->order.fulfilment, Fulfilment::Delivery);
    QCOMPARE(order->order.address, QStringLiteral("Abay 10"));
    QCOMPARE(order->order.guestName, QStringLiteral("Dana"));
    QVERIFY(order->order.origin.paid);
    QCOMPARE(order->lines.front().externalId, QStringLiteral("plov"));
    QCOMPARE(order->lines.front().line.quantity, 2'000);
    const auto cancel = readOutsideCancel(parsed(R"({"order":{"code":4711}})"), mapOf(R"({"order_id":"order.code"})"));
    QVERIFY(cancel);
    QCOMPARE(cancel->externalId, QStringLiteral("4711"));
    QVERIFY(!cancel->reason.isEmpty());
}

void OutsideJsonTest::everyWrongPlaceIsNamed()
{
    const auto wrong = read(R"({"fulfilment":"dine_in","guest_phone":"call me","promised_at":"soon","note":"a\u0007b",
        "items":[{"quantity":0},5,{"name":"Soup","quantity":"1","options":["x"]}]})");
    QVERIFY(!wrong);
    QCOMPARE(paths(wrong.error()),
             (QStringList{QStringLiteral("order_id"), QStringLiteral("fulfilment"), QStringLiteral("note"),
                          QStringLiteral("guest_phone"), QStringLiteral("promised_at"), QStringLiteral("items[0]"),
                          QStringLiteral("items[0].quantity"), QStringLiteral("items[1]"),
                          QStringLiteral("items[2].quantity"), QStringLiteral("items[2].options[0]")}));
    for (const QByteArray &json : {QByteArray("[]"), QByteArray("7"), QByteArray("null"), QByteArray("{}"),
                                   QByteArray(R"({"order_id":[],"items":{}})")})
        QVERIFY2(!read(json), json.constData());
    QVERIFY(!read(R"({"order_id":"1","fulfilment":"delivery","items":[{"name":"Soup"}]})")); // where to?
    QVERIFY(!read("{\"order_id\":\"" + QByteArray(101, 'x') + R"(","items":[{"name":"Soup"}]})"));
}

void OutsideJsonTest::deadlinesComeFromTheServiceOrTheHouse()
{
    const QByteArray bare = R"({"order_id":"1","items":[{"name":"Soup"}]})";
    QCOMPARE(read(bare)->order.origin.acceptByMs, nowMs + 180'000);
    QCOMPARE(read(bare, {}, 0)->order.origin.acceptByMs, 0);
    // Seconds since 1970 are a time too.
    QCOMPARE(read(R"({"order_id":"1","accept_by":1768471260,"items":[{"name":"Soup"}]})")->order.origin.acceptByMs,
             nowMs + 60'000);
}

void OutsideJsonTest::mapsAreChecked_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("fits");
    QTest::newRow("empty") << QByteArray() << true;
    QTest::newRow("blank") << QByteArray(" \n") << true;
    QTest::newRow("paths") << QByteArray(R"({"order_id":"a.b.c"})") << true;
    QTest::newRow("no JSON") << QByteArray("order_id=a") << false;
    QTest::newRow("a list") << QByteArray("[]") << false;
    QTest::newRow("a number") << QByteArray(R"({"order_id":1})") << false;
    QTest::newRow("nothing") << QByteArray(R"({"order_id":""})") << false;
    QTest::newRow("dots") << QByteArray(R"({"order_id":"a..b"})") << false;
    QTest::newRow("a dot first") << QByteArray(R"({"order_id":".b"})") << false;
}

void OutsideJsonTest::mapsAreChecked()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, fits);
    QCOMPARE(FieldMap::fromText(text).ok(), fits);
}

void OutsideJsonTest::deliveriesAreRead()
{
    const auto heard = readServiceDelivery(
        parsed(R"({"id":"D-9","external_id":"0192f0c1-2345-7abc-8def-0123456789ab","status":"assigned","price":850.5,
        "courier_name":"Marat","courier_phone":"+7 700 1","tracking_url":"https://t.example/9",
        "arrives_at":"2026-01-15T10:30:00Z"})"),
        {}, {});
    QVERIFY(heard);
    QCOMPARE(heard->uuid, QStringLiteral("0192f0c1-2345-7abc-8def-0123456789ab"));
    QCOMPARE(heard->news.state, std::optional(DispatchState::Assigned));
    QCOMPARE(heard->news.priceMinor, std::optional<qint64>(85'050));
    QCOMPARE(heard->news.courierName, QStringLiteral("Marat"));
    QCOMPARE(heard->news.trackingUrl, QStringLiteral("https://t.example/9"));
    QCOMPARE(heard->news.arrivesAtMs, std::optional<qint64>(nowMs + 1'800'000));
    QVERIFY(!readServiceDelivery(parsed(R"({"status":"assigned"})"), {}, {}));
    QVERIFY(!readServiceDelivery(parsed("[]"), {}, {}));
    // A link that is none of the web is none.
    const auto script = readServiceDelivery(parsed(R"({"id":1,"tracking_url":"javascript:void"})"), {}, {});
    QVERIFY(script);
    QVERIFY(script->news.trackingUrl.isEmpty());
}

void OutsideJsonTest::deliveriesOfAForeignFormAreMapped()
{
    const auto heard = readServiceDelivery(
        parsed(R"({"claim":{"uid":77,"state":"pickuped"},"performer":{"title":"Marat"}})"),
        mapOf(
            R"({"id":"claim.uid","status":"claim.state","status.pickuped":"picked_up","courier_name":"performer.title"})"),
        {});
    QVERIFY(heard);
    QCOMPARE(heard->news.serviceId, QStringLiteral("77"));
    QCOMPARE(heard->news.state, std::optional(DispatchState::PickedUp));
    QCOMPARE(heard->news.courierName, QStringLiteral("Marat"));
}

void OutsideJsonTest::aWordNobodyKnowsMovesNothing()
{
    for (const char *word : {"thinking", "wanted", "unknown", "quoted", "cancelling", ""}) {
        const QByteArray json = R"({"id":1,"status":")" + QByteArray(word) + R"("})";
        QVERIFY2(!readServiceDelivery(parsed(json), {}, {})->news.state, word);
    }
    QVERIFY(!readServiceDelivery(parsed(R"({"id":1,"status":{"a":1},"price":"dear"})"), {}, {})->news.state);
}

void OutsideJsonTest::carrierAndOriginGoThroughAnOrder()
{
    Order order;
    order.id = 7;
    order.uuid = QStringLiteral("0192f0c1-2345-7abc-8def-0123456789ab");
    order.number = QStringLiteral("A-007");
    order.placedAtMs = order.statusAtMs = nowMs;
    const auto through = [&](OrderView view) {
        JsonWriter json;
        writeOrder(json, order, view);
        return readOrder(parsed(json.take()));
    };
    QVERIFY(through(OrderView::Full));
    QVERIFY(!through(OrderView::Full)->carrier.isOwn());
    QVERIFY(!through(OrderView::Full)->origin.isOutside());
    order.carrier = {3, QStringLiteral("Aidar Serikov"), DispatchState::Failed};
    order.origin = {QStringLiteral("glovo"), QStringLiteral("4711"), nowMs + 1'000, nowMs + 2'000, true};
    QCOMPARE(through(OrderView::Full)->carrier, order.carrier);
    QCOMPARE(through(OrderView::Full)->origin, order.origin);
    QCOMPARE(through(OrderView::Kitchen)->carrier.courierName, QStringLiteral("Aidar"));
    QCOMPARE(through(OrderView::Kitchen)->origin, order.origin); // its deadline is the kitchen's too
}

void OutsideJsonTest::placesGoThrough()
{
    for (const DeliveryPlace &place : {DeliveryPlace{3, {}}, DeliveryPlace{{}, GeoPoint{43'238'949, -76'889'709}},
                                       DeliveryPlace{3, GeoPoint{0, 0}}}) {
        JsonWriter json;
        writeDeliveryPlace(json, place);
        const JsonValue value = parsed(json.take());
        QVERIFY(validate(deliveryPlaceSchema(), value));
        QCOMPARE(readDeliveryPlace(value), place);
    }
    QVERIFY(!readDeliveryPlace(parsed(R"({"latitude":43.2})")).isGiven()); // half a point is none
    QVERIFY(!validate(deliveryPlaceSchema(), parsed(R"({"latitude":91,"longitude":0})")));
}

QTEST_GUILESS_MAIN(OutsideJsonTest)
#include "outsidejsontest.moc"
