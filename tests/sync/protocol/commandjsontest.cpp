// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/commandjson.h"

#include "models/domain/orderlimits.h"
#include "models/domain/timetext.h"
#include "sync/protocol/officejson.h"

#include <QTest>

using namespace oshaq;

namespace {

constexpr qint64 baseMs = 1'768'473'000'000;

Result<OrderCommand> readBack(const CommandRequest &request)
{
    const Result<JsonValue> body = parseJson(request.body);
    if (!body)
        return body.error();
    if (request.path.endsWith("/status"))
        return readStatusCommand(*body);
    if (request.path.endsWith("/lines"))
        return readLinesCommand(*body);
    return readRecallCommand(*body);
}

QStringList wrongPlaces(const Error &error)
{
    QStringList paths;
    for (const ErrorDetail &detail : error.details)
        paths.append(detail.path);
    return paths;
}

} // namespace

class CommandJsonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandsRoundTrip();
    void commandsHaveTheirRoutes();
    void refusesBadCommands_data();
    void refusesBadCommands();
    void readsANewOrder();
    void normalisesTexts();
    void refusesBadOrders_data();
    void refusesBadOrders();
    void guestsMayNotSayEverything();
    void paintedRoundTrips();
    void addedLines();
    void newOrdersRoundTrip();
    void addedLinesRoundTrip();
    void terminalsKnowTheLimits();
};

void CommandJsonTest::terminalsKnowTheLimits()
{
    // Whatever a terminal lets through, the hub reads; and the other way round, at every edge.
    const QString edges[] = {{},
                             QString(5, u'1'),
                             QString(32, u'1'),
                             QString(33, u'1'),
                             QStringLiteral("+7 (701) 123-45-67"),
                             QStringLiteral("1.2.3.4.5"),
                             QString(50, u'x'),
                             QString(51, u'x'),
                             QString(200, u'x'),
                             QString(201, u'x'),
                             QString(500, u'x'),
                             QString(501, u'x'),
                             QStringLiteral("\U0001F35C").repeated(500),
                             QStringLiteral("\U0001F35C").repeated(501),
                             QStringLiteral("a\nb"),
                             QStringLiteral("a\tb"),
                             QStringLiteral("a") + QChar(7) + u'b',
                             QStringLiteral("a") + QChar(0x85) + u'b',
                             QStringLiteral("a") + QChar(0xffff) + u'b'};
    const auto agrees = [](const NewOrder &order) {
        const Result<JsonValue> body = parseJson(newOrderBody(order));
        if (!body)
            return false;
        const Result<NewOrder> read = readNewOrder(*body);
        const Result<void> checked = orderlimits::check(order);
        return read.ok() == checked.ok() && (checked.ok() || wrongPlaces(read.error()) == wrongPlaces(checked.error()));
    };
    NewOrder plain;
    plain.lines = {{7, 1000, {}, {}, 1}};
    QVERIFY(agrees(plain));
    int refused = 0;
    for (QString NewOrder::*field : {&NewOrder::table, &NewOrder::note, &NewOrder::allergy, &NewOrder::guestName,
                                     &NewOrder::guestPhone, &NewOrder::address}) {
        for (const QString &edge : edges) {
            NewOrder order = plain;
            order.*field = edge;
            QVERIFY2(agrees(order), qPrintable(edge));
            refused += orderlimits::check(order).ok() ? 0 : 1;
        }
    }
    QVERIFY(refused > 20);
    for (const QString &edge : edges) {
        NewOrder order = plain;
        order.lines[0].note = edge;
        QVERIFY2(agrees(order), qPrintable(edge));

        OrderCommand command;
        command.kind = OrderCommand::Kind::SetStatus;
        command.to = OrderStatus::Cancelled;
        command.reason = edge;
        const Result<JsonValue> body = parseJson(commandRequest(QStringLiteral("1"), command).body);
        QVERIFY(body.ok());
        QVERIFY2(readStatusCommand(*body).ok() == orderlimits::checkReason(edge).ok(), qPrintable(edge));

        for (std::optional<QString> OrderFields::*field :
             {&OrderFields::note, &OrderFields::table, &OrderFields::allergy}) {
            OrderEdit edit;
            edit.*field = edge;
            edit.from.*field = QStringLiteral("before");
            const Result<JsonValue> editBody = parseJson(orderEditRequest(QStringLiteral("1"), edit).body);
            QVERIFY(editBody.ok());
            QVERIFY2(readOrderEdit(*editBody).ok() == orderlimits::check(edit).ok(), qPrintable(edge));
        }
    }
    for (const int number : {-1, 0, 1, 20, 21, 999, 1000}) {
        NewOrder order = plain;
        order.covers = number;
        QVERIFY(agrees(order));
        order = plain;
        order.lines[0].course = number;
        QVERIFY(agrees(order));
    }
    for (const std::size_t count : {std::size_t(1), std::size_t(200), std::size_t(201)}) {
        NewOrder order = plain;
        order.lines.assign(count, plain.lines[0]);
        QVERIFY(agrees(order));
    }
    for (const std::size_t count : {std::size_t(50), std::size_t(51)}) {
        NewOrder order = plain;
        order.lines[0].optionIds.assign(count, 3);
        QVERIFY(agrees(order));
    }
}

void CommandJsonTest::commandsRoundTrip()
{
    std::vector<OrderCommand> commands;
    for (const OrderStatus status : allOrderStatuses) {
        OrderCommand command;
        command.to = status;
        commands.push_back(command);
        command.from = OrderStatus::Preparing;
        command.reason = QStringLiteral("кухня \"закрыта\"");
        command.actedAtMs = baseMs + 7;
        commands.push_back(command);
    }
    for (const LineAction action : allLineActions) {
        OrderCommand command;
        command.kind = OrderCommand::Kind::Lines;
        command.action = action;
        command.lineIds = {3, 9'007'199'254'740'993};
        command.actedAtMs = baseMs;
        commands.push_back(command);
    }
    OrderCommand recall;
    recall.kind = OrderCommand::Kind::Recall;
    commands.push_back(recall);
    recall.lineIds = {4};
    recall.from = OrderStatus::Ready;
    commands.push_back(recall);

    for (const OrderCommand &command : commands) {
        const CommandRequest request = commandRequest(qint64(123), command);
        const Result<OrderCommand> back = readBack(request);
        QVERIFY2(back.ok(), request.body.constData());
        QCOMPARE(*back, command);
    }
}

void CommandJsonTest::commandsHaveTheirRoutes()
{
    OrderCommand command;
    command.to = OrderStatus::Preparing;
    const CommandRequest status = commandRequest(qint64(123), command);
    QCOMPARE(status.method, QByteArray("PATCH"));
    QCOMPARE(status.path, QByteArray("/api/v1/business/orders/123/status"));
    QCOMPARE(status.body, QByteArray("{\"status\":3}"));
    command.kind = OrderCommand::Kind::Lines;
    command.lineIds = {1, 2};
    QCOMPARE(commandRequest(qint64(123), command).path, QByteArray("/api/v1/business/orders/123/lines"));
    QCOMPARE(commandRequest(qint64(123), command).body, QByteArray("{\"action\":\"done\",\"line_ids\":[1,2]}"));
    command.kind = OrderCommand::Kind::Recall;
    const QString uuid = QStringLiteral("019bc0b5-37c0-7abc-8def-0123456789ab");
    QCOMPARE(commandRequest(uuid, command).method, QByteArray("POST"));
    QCOMPARE(commandRequest(uuid, command).path,
             QByteArray("/api/v1/business/orders/019bc0b5-37c0-7abc-8def-0123456789ab/recall"));
}

void CommandJsonTest::refusesBadCommands_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("path");
    QTest::newRow("unknown status") << QByteArray(R"({"status":8})") << QStringLiteral("status");
    QTest::newRow("status zero") << QByteArray(R"({"status":0})") << QStringLiteral("status");
    QTest::newRow("status as text") << QByteArray(R"({"status":"3"})") << QStringLiteral("status");
    QTest::newRow("no status") << QByteArray(R"({})") << QStringLiteral("status");
    QTest::newRow("unknown field") << QByteArray(R"({"status":3,"force":true})") << QStringLiteral("force");
    QTest::newRow("bad time") << QByteArray(R"({"status":3,"acted_at":"yesterday"})") << QStringLiteral("acted_at");
    QTest::newRow("unknown from") << QByteArray(R"({"status":3,"from":99})") << QStringLiteral("from");
    QTest::newRow("reason too long") << "{\"status\":7,\"reason\":\"" + QByteArray(501, 'x') + "\"}"
                                     << QStringLiteral("reason");
}

void CommandJsonTest::refusesBadCommands()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, path);
    const Result<OrderCommand> command = readStatusCommand(*parseJson(body));
    QVERIFY(!command.ok());
    QCOMPARE(command.error().code, ErrorCode::ValidationFailed);
    QCOMPARE(wrongPlaces(command.error()), QStringList{path});

    QVERIFY(!readLinesCommand(*parseJson(R"({"action":"eat","line_ids":[1]})")).ok());
    QVERIFY(!readLinesCommand(*parseJson(R"({"action":"done","line_ids":[]})")).ok());
    QVERIFY(!readLinesCommand(*parseJson(R"({"action":"done"})")).ok());
    QVERIFY(!readRecallCommand(*parseJson(R"({"line_ids":[1.5]})")).ok());
    QVERIFY(!readRecallCommand(*parseJson("[]")).ok());
}

void CommandJsonTest::readsANewOrder()
{
    const Result<NewOrder> order = readNewOrder(*parseJson(
        R"({"fulfilment":"delivery","address_id":4,"table":"5","covers":2,"note":"a\nb","allergy":"nuts",)"
        R"("order_uuid":"019BC0B5-37C0-7ABC-8DEF-0123456789AB","guest_name":"Dana","guest_phone":"+77015550199",)"
        R"("promised_at":"2026-01-15T15:30:00+05:00",)"
        R"("items":[{"item_id":7,"quantity":2,"note":"hot","options":[1,2],"course":3},{"item_id":8,"quantity":0.125}]})"));
    QVERIFY2(order.ok(), order.ok() ? "" : qPrintable(order.error().message));
    NewOrder expected;
    expected.uuid = QStringLiteral("019bc0b5-37c0-7abc-8def-0123456789ab");
    expected.fulfilment = Fulfilment::Delivery;
    expected.addressId = 4;
    expected.table = QStringLiteral("5");
    expected.covers = 2;
    expected.note = QStringLiteral("a\nb");
    expected.allergy = QStringLiteral("nuts");
    expected.guestName = QStringLiteral("Dana");
    expected.guestPhone = QStringLiteral("+77015550199");
    expected.promisedAtMs = baseMs;
    expected.lines = {{7, 2000, {1, 2}, QStringLiteral("hot"), 3}, {8, 125, {}, QString(), 1}};
    QCOMPARE(*order, expected);
}

void CommandJsonTest::normalisesTexts()
{
    const Result<NewOrder> order =
        readNewOrder(*parseJson(R"({"fulfilment":"pickup","note":"cafe\u0301","items":[{"item_id":7,"quantity":1,)"
                                R"("note":"cre\u0300me"}]})"));
    QVERIFY(order.ok());
    QCOMPARE(order->note, QStringLiteral("café"));
    QCOMPARE(order->lines.front().note, QStringLiteral("crème"));
}

void CommandJsonTest::refusesBadOrders_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("paths");
    const auto row = [](const char *name, const QByteArray &body, const QStringList &paths) {
        QTest::newRow(name) << body << paths;
    };
    const QString quantity = QStringLiteral("items[0].quantity");
    row("no lines", R"({"fulfilment":"pickup","items":[]})", {QStringLiteral("items")});
    row("no number", R"({"fulfilment":"pickup","number":"17","items":[{"item_id":7,"quantity":1}]})",
        {QStringLiteral("number")});
    row("no time", R"({"fulfilment":"pickup","acted_at":"today","items":[{"item_id":7,"quantity":1}]})",
        {QStringLiteral("acted_at")});
    row("nothing", "{}", {QStringLiteral("fulfilment"), QStringLiteral("items")});
    row("four places", R"({"fulfilment":"pickup","items":[{"item_id":7,"quantity":1.0005}]})", {quantity});
    row("quantity zero", R"({"fulfilment":"pickup","items":[{"item_id":7,"quantity":0}]})", {quantity});
    row("quantity negative", R"({"fulfilment":"pickup","items":[{"item_id":7,"quantity":-1}]})", {quantity});
    row("quantity huge", R"({"fulfilment":"pickup","items":[{"item_id":7,"quantity":123456789012345678901}]})",
        {quantity});
    row("quantity exponent", R"({"fulfilment":"pickup","items":[{"item_id":7,"quantity":1e1}]})", {quantity});
    row("quantity text", R"({"fulfilment":"pickup","items":[{"item_id":7,"quantity":"1"}]})", {quantity});
    row("a price", R"({"fulfilment":"pickup","items":[{"item_id":7,"quantity":1,"price":0.01}]})",
        {QStringLiteral("items[0].price")});
    row("address empty", R"({"fulfilment":"delivery","address":" ","items":[{"item_id":7,"quantity":1}]})",
        {QStringLiteral("address")});
    row("address too long",
        "{\"fulfilment\":\"delivery\",\"address\":\"" + QByteArray(501, 'n') +
            "\",\"items\":[{\"item_id\":7,\"quantity\":1}]}",
        {QStringLiteral("address")});
    row("user unknown", R"({"fulfilment":"pickup","user_id":0,"items":[{"item_id":7,"quantity":1}]})",
        {QStringLiteral("user_id")});
    row("several", R"({"fulfilment":"teleport","items":[{"quantity":1},{"item_id":7,"quantity":1.2345}]})",
        {QStringLiteral("fulfilment"), QStringLiteral("items[0].item_id"), QStringLiteral("items[1].quantity")});
    row("control character", R"({"fulfilment":"pickup","note":"a\u0007","items":[{"item_id":7,"quantity":1}]})",
        {QStringLiteral("note")});
    row("note too long",
        "{\"fulfilment\":\"pickup\",\"note\":\"" + QByteArray(501, 'n') +
            "\",\"items\":[{\"item_id\":7,\"quantity\":1}]}",
        {QStringLiteral("note")});
    row("name too long",
        "{\"fulfilment\":\"pickup\",\"guest_name\":\"" + QByteArray(201, 'n') +
            "\",\"items\":[{\"item_id\":7,\"quantity\":1}]}",
        {QStringLiteral("guest_name")});
}

void CommandJsonTest::refusesBadOrders()
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, paths);
    const Result<NewOrder> order = readNewOrder(*parseJson(body));
    QVERIFY(!order.ok());
    QCOMPARE(order.error().code, ErrorCode::ValidationFailed);
    QCOMPARE(wrongPlaces(order.error()), paths);
}

void CommandJsonTest::guestsMayNotSayEverything()
{
    const JsonValue body = *parseJson(R"({"fulfilment":"pickup","guest_name":"x","promised_at":null,"number":"B-017",)"
                                      R"("acted_at":"2026-01-15T10:30:00Z","items":[{"item_id":7,"quantity":1}]})");
    QVERIFY(validate(staffOrderSchema(), body).ok());
    const Result<void> checked = validate(guestOrderSchema(), body);
    QVERIFY(!checked.ok());
    QCOMPARE(wrongPlaces(checked.error()), QStringList({QStringLiteral("guest_name"), QStringLiteral("promised_at"),
                                                        QStringLiteral("number"), QStringLiteral("acted_at")}));
}

void CommandJsonTest::paintedRoundTrips()
{
    const std::vector<PaintedAck> acks{{5, 2, false}, {6, 0, true}};
    const Result<std::vector<PaintedAck>> back = readPainted(*parseJson(paintedBody(acks)));
    QVERIFY(back.ok());
    QCOMPARE(back->size(), std::size_t(2));
    for (std::size_t i = 0; i < acks.size(); ++i) {
        QCOMPARE((*back)[i].orderId, acks[i].orderId);
        QCOMPARE((*back)[i].stationId, acks[i].stationId);
        QCOMPARE((*back)[i].counted, acks[i].counted);
    }
    QVERIFY(!readPainted(*parseJson(R"({"tickets":[]})")).ok());
    QVERIFY(!readPainted(*parseJson(R"({"tickets":[{"station_id":1}]})")).ok());

    const std::vector<qint64> latencies{12, -1, 0};
    QCOMPARE(paintedDataJson(latencies), QByteArray(R"({"latencies_ms":[12,null,0]})"));
    QCOMPARE(readPaintedData(*parseJson(paintedDataJson(latencies))), latencies);
    QVERIFY(readPaintedData(*parseJson("{}")).empty());
}

void CommandJsonTest::addedLines()
{
    const Result<std::vector<NewOrderLine>> lines =
        readAddLines(*parseJson(R"({"action":"add","items":[{"item_id":7,"quantity":1.5}]})"));
    QVERIFY(lines.ok());
    QCOMPARE(lines->size(), std::size_t(1));
    QCOMPARE(lines->front().quantity, qint64(1500));
    QVERIFY(!readAddLines(*parseJson(R"({"action":"done","items":[{"item_id":7,"quantity":1.5}]})")).ok());
}

void CommandJsonTest::newOrdersRoundTrip()
{
    NewOrder least;
    least.lines = {{7, 1000, {}, {}, 1}};
    QCOMPARE(newOrderBody(least), QByteArray(R"({"fulfilment":"pickup","items":[{"item_id":7,"quantity":1}]})"));

    NewOrder full;
    full.uuid = QStringLiteral("019bc0b5-37c0-7abc-8def-0123456789ab");
    full.fulfilment = Fulfilment::Delivery;
    full.userId = 9'007'199'254'740'993;
    full.addressId = 4;
    full.address = QStringLiteral("ул. Абая, 1 \"б\"");
    full.table = QStringLiteral("5");
    full.covers = 2;
    full.note = QStringLiteral("a\nb");
    full.allergy = QStringLiteral("орехи");
    full.guestName = QStringLiteral("Dana");
    full.guestPhone = QStringLiteral("+77015550199");
    full.promisedAtMs = baseMs + 7;
    full.number = QStringLiteral("B-017");
    full.actedAtMs = baseMs - 5;
    full.lines = {{7, 2000, {1, 2}, QStringLiteral("hot"), 3}, {8, 125, {}, {}, 1}};

    NewOrder table;
    table.fulfilment = Fulfilment::DineIn;
    table.table = QStringLiteral("12");
    table.lines = {{7, 1500, {3}, {}, 2}};

    for (const NewOrder &order : {least, full, table}) {
        const QByteArray body = newOrderBody(order);
        const Result<NewOrder> back = readNewOrder(*parseJson(body));
        QVERIFY2(back.ok(), body.constData());
        QCOMPARE(*back, order);
    }
    // Who the guest is and where they live is for staff to say.
    const Result<void> asGuest = validate(guestOrderSchema(), *parseJson(newOrderBody(full)));
    QVERIFY(!asGuest.ok());
    QCOMPARE(wrongPlaces(asGuest.error()),
             QStringList({QStringLiteral("user_id"), QStringLiteral("address"), QStringLiteral("guest_name"),
                          QStringLiteral("guest_phone"), QStringLiteral("promised_at"), QStringLiteral("number"),
                          QStringLiteral("acted_at")}));
}

void CommandJsonTest::addedLinesRoundTrip()
{
    const std::vector<NewOrderLine> lines{{7, 2000, {1, 2}, QStringLiteral("без лука"), 3}, {8, 125, {}, {}, 1}};
    const QByteArray body = addLinesBody(lines);
    const Result<std::vector<NewOrderLine>> back = readAddLines(*parseJson(body));
    QVERIFY2(back.ok(), body.constData());
    QCOMPARE(*back, lines);
    QCOMPARE(addLinesBody({{7, 1000, {}, {}, 1}}),
             QByteArray(R"({"action":"add","items":[{"item_id":7,"quantity":1}]})"));
}

QTEST_APPLESS_MAIN(CommandJsonTest)
#include "commandjsontest.moc"
