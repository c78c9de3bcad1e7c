// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/ordersplitjson.h"

#include <QTest>

using namespace oshaq;

namespace {

const QString uuid = QStringLiteral("019bc0b5-37c0-7abc-8def-0123456789ab");

QStringList wrongPlaces(const Error &error)
{
    QStringList paths;
    for (const ErrorDetail &detail : error.details)
        paths.append(detail.path);
    return paths;
}

} // namespace

/// Orders split and joined: what one end writes the other one reads.
class OrderSplitJsonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsRoundTrip();
    void refusesBadSplits_data();
    void refusesBadSplits();
    void joinsRoundTrip();
};

void OrderSplitJsonTest::splitsRoundTrip()
{
    OrderSplit split;
    split.parts = {{5, {}}};
    CommandRequest request = orderSplitRequest(uuid, split);
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.path, QByteArray("/api/v1/business/orders/019bc0b5-37c0-7abc-8def-0123456789ab/split"));
    QCOMPARE(request.body, QByteArray(R"({"items":[{"order_item_id":5}]})"));
    split.uuid = uuid;
    split.parts = {{5, 1000}, {9'007'199'254'740'993, 125}, {7, {}}};
    request = orderSplitRequest(uuid, split);
    const Result<OrderSplit> back = readOrderSplit(*parseJson(request.body));
    QVERIFY2(back.ok(), request.body.constData());
    QCOMPARE(*back, split);
}

void OrderSplitJsonTest::refusesBadSplits_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("paths");
    const auto row = [](const char *name, const QByteArray &body, const QString &path) {
        QTest::newRow(name) << body << QStringList{path};
    };
    row("no lines", R"({"items":[]})", QStringLiteral("items"));
    row("nothing", "{}", QStringLiteral("items"));
    row("line zero", R"({"items":[{"order_item_id":0}]})", QStringLiteral("items[0].order_item_id"));
    row("no line", R"({"items":[{"quantity":1}]})", QStringLiteral("items[0].order_item_id"));
    row("quantity zero", R"({"items":[{"order_item_id":1},{"order_item_id":2,"quantity":0}]})",
        QStringLiteral("items[1].quantity"));
    row("quantity negative", R"({"items":[{"order_item_id":1,"quantity":-1}]})", QStringLiteral("items[0].quantity"));
    row("four places", R"({"items":[{"order_item_id":1,"quantity":0.0005}]})", QStringLiteral("items[0].quantity"));
    row("quantity as text", R"({"items":[{"order_item_id":1,"quantity":"1"}]})", QStringLiteral("items[0].quantity"));
    row("a price", R"({"items":[{"order_item_id":1,"price":1}]})", QStringLiteral("items[0].price"));
    row("no uuid", R"({"items":[{"order_item_id":1}],"order_uuid":"x"})", QStringLiteral("order_uuid"));
}

void OrderSplitJsonTest::refusesBadSplits()
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, paths);
    const Result<OrderSplit> split = readOrderSplit(*parseJson(body));
    QVERIFY(!split.ok());
    QCOMPARE(split.error().code, ErrorCode::ValidationFailed);
    QCOMPARE(wrongPlaces(split.error()), paths);
}

void OrderSplitJsonTest::joinsRoundTrip()
{
    const CommandRequest request = orderJoinRequest(uuid, 42);
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.path, QByteArray("/api/v1/business/orders/019bc0b5-37c0-7abc-8def-0123456789ab/join"));
    QCOMPARE(request.body, QByteArray(R"({"into":42})"));
    const Result<qint64> into = readOrderJoin(*parseJson(request.body));
    QVERIFY(into.ok());
    QCOMPARE(*into, qint64(42));
    for (const char *body : {"{}", R"({"into":0})", R"({"into":"42"})", R"({"into":42,"why":"x"})", "[]"})
        QVERIFY2(!readOrderJoin(*parseJson(body)).ok(), body);
}

QTEST_APPLESS_MAIN(OrderSplitJsonTest)
#include "ordersplitjsontest.moc"
