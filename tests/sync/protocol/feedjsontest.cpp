// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/feedjson.h"
#include "samples.h"

#include "sync/protocol/catalogjson.h"
#include "sync/protocol/orderjson.h"

#include <QTest>

using namespace oshaq;

namespace {

FeedChange sampleChange(EntityKind kind, bool deleted)
{
    FeedChange change;
    change.change = {8, kind, 123, 2, deleted, samples::baseMs, QStringLiteral("thing.changed")};
    if (deleted)
        return change;
    const Catalog catalog = samples::catalog();
    switch (kind) {
    case EntityKind::Order:
        change.order = samples::order();
        break;
    case EntityKind::Item:
        change.item = catalog.items.front();
        break;
    case EntityKind::Category:
        change.category = catalog.categories.front();
        break;
    case EntityKind::Station:
        change.station = catalog.stations.front();
        break;
    case EntityKind::Business:
        change.business = samples::business();
        break;
    case EntityKind::Terminal:
    default: // nothing is joined to the others
        break;
    }
    return change;
}

bool same(const FeedChange &a, const FeedChange &b)
{
    return a.change == b.change && a.order == b.order && a.item == b.item && a.category == b.category &&
           a.station == b.station && a.business == b.business;
}

} // namespace

class FeedJsonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesRoundTrip();
    void hasTheDocumentedShape();
    void pagesRoundTrip();
    void snapshotsRoundTrip();
    void aSnapshotTellsATerminalItsLetter();
    void snapshotInAnotherCurrency();
    void liveMessagesRoundTrip();
    void alarmsRoundTrip();
    void refusesBrokenMessages();
};

void FeedJsonTest::changesRoundTrip()
{
    for (const EntityKind kind : {EntityKind::Order, EntityKind::Item, EntityKind::Category, EntityKind::Station,
                                  EntityKind::Business, EntityKind::Terminal}) {
        for (const bool deleted : {false, true}) {
            const FeedChange change = sampleChange(kind, deleted);
            JsonWriter json;
            writeChange(json, change, samples::tenge(), OrderView::Full);
            const Result<FeedChange> back = readChange(*parseJson(json.take()), samples::tenge());
            QVERIFY2(back.ok(), back.ok() ? "" : qPrintable(back.error().message));
            QVERIFY(same(*back, change));
        }
    }
}

void FeedJsonTest::hasTheDocumentedShape()
{
    JsonWriter json;
    writeChange(json, sampleChange(EntityKind::Order, true), samples::tenge(), OrderView::Full);
    QCOMPARE(
        json.take(),
        QByteArray(R"({"seq":8,"entity":"order","id":123,"version":2,"op":"delete","at":"2026-01-15T10:30:00.000Z",)"
                   R"("event":"thing.changed","data":null})"));
    QCOMPARE(helloJson({QStringLiteral("E1"), 8}, samples::baseMs),
             QByteArray(R"({"type":"hello","cursor":"E1.8","hub_time":"2026-01-15T10:30:00.000Z"})"));
    QCOMPARE(heartbeatJson({QStringLiteral("E1"), 8}, samples::baseMs),
             QByteArray(R"({"type":"heartbeat","cursor":"E1.8","hub_time":"2026-01-15T10:30:00.000Z"})"));
}

void FeedJsonTest::pagesRoundTrip()
{
    const FeedPage page{{sampleChange(EntityKind::Order, false), sampleChange(EntityKind::Item, false)},
                        {QStringLiteral("E1"), 9},
                        true};
    const Result<JsonValue> data = parseJson(changesDataJson(page, samples::tenge(), OrderView::Full));
    const Result<JsonValue> meta = parseJson(changesMetaJson(page, samples::baseMs));
    QVERIFY(data.ok() && meta.ok());
    qint64 hubNow = 0;
    const Result<FeedPage> back = readChanges(*data, *meta, samples::tenge(), &hubNow);
    QVERIFY(back.ok());
    QCOMPARE(back->cursor, page.cursor);
    QCOMPARE(back->more, true);
    QCOMPARE(hubNow, samples::baseMs);
    QCOMPARE(back->changes.size(), std::size_t(2));
    QVERIFY(same(back->changes[0], page.changes[0]));
    QVERIFY(same(back->changes[1], page.changes[1]));

    QVERIFY(!readChanges(*meta, *meta, samples::tenge(), nullptr).ok());
    QVERIFY(!readChanges(*data, *data, samples::tenge(), nullptr).ok());
}

void FeedJsonTest::snapshotsRoundTrip()
{
    Snapshot snapshot;
    snapshot.cursor = {QStringLiteral("E1"), 8};
    snapshot.business = samples::business();
    snapshot.catalog = samples::catalog();
    snapshot.orders = {samples::order(), samples::order()};
    snapshot.ordersLeftOut = 12;
    const Result<JsonValue> json = parseJson(snapshotJson(snapshot, OrderView::Full, samples::baseMs + 5));
    QVERIFY(json.ok());
    qint64 hubNow = 0;
    const Result<Snapshot> back = readSnapshot(*json, &hubNow);
    QVERIFY2(back.ok(), back.ok() ? "" : qPrintable(back.error().message));
    QCOMPARE(hubNow, samples::baseMs + 5);
    QCOMPARE(back->cursor, snapshot.cursor);
    QCOMPARE(back->business, snapshot.business);
    QVERIFY(samples::sameCatalog(back->catalog, snapshot.catalog));
    QCOMPARE(back->orders, snapshot.orders);
    QCOMPARE(back->ordersLeftOut, 12);
    QVERIFY(!back->terminal);
}

void FeedJsonTest::aSnapshotTellsATerminalItsLetter()
{
    Snapshot snapshot;
    snapshot.cursor = {QStringLiteral("E1"), 8};
    snapshot.business = samples::business();
    snapshot.terminal = SnapshotTerminal{3, QStringLiteral("Касса \"1\""), QStringLiteral("AB"), Role::Counter};
    const QByteArray text = snapshotJson(snapshot, OrderView::Full, samples::baseMs);
    QVERIFY2(text.endsWith(R"("terminal":{"terminal_id":3,"name":"Касса \"1\"","letter":"AB","role":"counter"}})"),
             text);
    const Result<Snapshot> back = readSnapshot(*parseJson(text), nullptr);
    QVERIFY(back.ok());
    QCOMPARE(back->terminal, snapshot.terminal);

    for (const char *wrong : {R"("x")", "{}", R"({"terminal_id":"3","name":"x","letter":"B"})",
                              R"({"terminal_id":3,"name":"x","letter":7})"}) {
        QByteArray spoiled = text;
        spoiled.replace(R"({"terminal_id":3,"name":"Касса \"1\"","letter":"AB","role":"counter"})", wrong);
        QVERIFY(spoiled != text);
        QVERIFY2(!readSnapshot(*parseJson(spoiled), nullptr).ok(), wrong);
    }
    QByteArray nobody = text;
    nobody.replace(R"({"terminal_id":3,"name":"Касса \"1\"","letter":"AB","role":"counter"})", "null");
    QVERIFY(readSnapshot(*parseJson(nobody), nullptr).ok());
}

void FeedJsonTest::snapshotInAnotherCurrency()
{
    const Result<Currency> yen = Currency::fromCode(QStringLiteral("JPY"));
    QVERIFY(yen.ok());
    Snapshot snapshot;
    snapshot.cursor = {QStringLiteral("E1"), 8};
    snapshot.business = samples::business();
    snapshot.business.currency = QStringLiteral("JPY");
    snapshot.catalog = samples::catalog();
    Order order = samples::order();
    order.cost.currency = *yen;
    snapshot.orders = {order};
    const QByteArray text = snapshotJson(snapshot, OrderView::Full, samples::baseMs);
    QVERIFY(text.contains("\"price\":1295,"));
    const Result<Snapshot> back = readSnapshot(*parseJson(text), nullptr);
    QVERIFY(back.ok());
    QVERIFY(samples::sameCatalog(back->catalog, snapshot.catalog));
    QCOMPARE(back->orders, snapshot.orders);
    QCOMPARE(back->business, snapshot.business);
}

void FeedJsonTest::liveMessagesRoundTrip()
{
    const Cursor cursor{QStringLiteral("E1"), 8};
    const Result<LiveMessage> hello = readLiveMessage(helloJson(cursor, samples::baseMs), samples::tenge());
    QVERIFY(hello.ok());
    QCOMPARE(hello->type, LiveMessage::Type::Hello);
    QCOMPARE(hello->cursor, cursor);
    QCOMPARE(hello->hubTimeMs, samples::baseMs);

    const Result<LiveMessage> beat = readLiveMessage(heartbeatJson(cursor, samples::baseMs), samples::tenge());
    QVERIFY(beat.ok());
    QCOMPARE(beat->type, LiveMessage::Type::Heartbeat);

    const FeedChange change = sampleChange(EntityKind::Order, false);
    const QByteArray text = changeMessage(change, samples::tenge(), OrderView::Full);
    QVERIFY(text.startsWith("{\"type\":\"change\",\"seq\":8,"));
    const Result<LiveMessage> message = readLiveMessage(text, samples::tenge());
    QVERIFY(message.ok());
    QCOMPARE(message->type, LiveMessage::Type::Change);
    QVERIFY(same(message->change, change));

    const Result<LiveMessage> other = readLiveMessage(R"({"type":"invented_later","x":1})", samples::tenge());
    QVERIFY(other.ok());
    QCOMPARE(other->type, LiveMessage::Type::Other);
}

void FeedJsonTest::alarmsRoundTrip()
{
    UnpaintedAlarm grill;
    grill.orderId = 812;
    grill.number = QStringLiteral("A-042");
    grill.stationId = 2;
    grill.station = QStringLiteral("Grill");
    grill.sinceMs = samples::baseMs;
    grill.away = true;
    grill.printer = QStringLiteral("Kitchen printer");
    grill.paper = PrintJobState::Queued;
    grill.fault = PrintFault::PaperOut;
    UnpaintedAlarm bare; // no stations, no printer
    bare.orderId = 813;
    bare.number = QStringLiteral("A-043");
    bare.sinceMs = samples::baseMs + 1;
    const std::vector<UnpaintedAlarm> alarms{grill, bare};

    const QByteArray text = alarmsMessage(alarms);
    QVERIFY2(text.startsWith(R"({"type":"alarms","alarms":[{"kind":"unpainted","order_id":812,"number":"A-042",)"
                             R"("station_id":2,"station":"Grill","since":"2026-01-15T10:30:00.000Z","away":true,)"
                             R"("paper":{"printer":"Kitchen printer","state":"queued","fault":"paper_out"}})"),
             text.constData());
    const Result<LiveMessage> told = readLiveMessage(text, samples::tenge());
    QVERIFY(told.ok());
    QCOMPARE(told->type, LiveMessage::Type::Alarms);
    QCOMPARE(told->alarms, std::optional(alarms));

    const Cursor cursor{QStringLiteral("E1"), 8};
    LiveNews news;
    news.alarms = alarms;
    const Result<LiveMessage> hello = readLiveMessage(helloJson(cursor, samples::baseMs, news), samples::tenge());
    QVERIFY(hello.ok());
    QCOMPARE(hello->alarms, std::optional(alarms));
    // "None" is said; an older hub, and a guest's hello, say nothing.
    QCOMPARE(readLiveMessage(alarmsMessage({}), samples::tenge())->alarms,
             std::optional(std::vector<UnpaintedAlarm>()));
    QVERIFY(!readLiveMessage(helloJson(cursor, samples::baseMs), samples::tenge())->alarms);
    // Of kinds that were invented later, and of broken ones, the rest is read.
    const Result<LiveMessage> odd = readLiveMessage(
        R"({"type":"alarms","alarms":[{"kind":"fire"},7,{"kind":"unpainted","order_id":"x","number":1,"since":2},)" +
            alarmsMessage({bare}).mid(qstrlen(R"({"type":"alarms","alarms":[)")),
        samples::tenge());
    QVERIFY(odd.ok());
    QCOMPARE(odd->alarms, std::optional(std::vector<UnpaintedAlarm>{bare}));
}

void FeedJsonTest::refusesBrokenMessages()
{
    for (const char *text : {"", "[]", "{}", R"({"type":"hello"})", R"({"type":"heartbeat","cursor":"nodot"})",
                             R"({"type":"change","seq":"8"})",
                             R"({"type":"change","seq":8,"entity":"order","id":1,"version":1,"op":"upsert",)"
                             R"("at":"2026-01-15T10:30:00.000Z","data":{"order_id":1}})"})
        QVERIFY2(!readLiveMessage(text, samples::tenge()).ok(), text);
}

QTEST_APPLESS_MAIN(FeedJsonTest)
#include "feedjsontest.moc"
