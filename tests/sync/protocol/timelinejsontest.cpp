// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/timelinejson.h"
#include "models/domain/timetext.h"

#include <QTest>

using namespace oshaq;

using Kind = TimelineEvent::Kind;

namespace {

constexpr qint64 t0 = 1'768'473'000'000; // 2026-01-15T10:30:00.000Z

QByteArray at(qint64 afterMs)
{
    return '"' + isoUtc(t0 + afterMs).toLatin1() + '"';
}

QByteArray ms(qint64 afterMs)
{
    return QByteArray::number(t0 + afterMs);
}

/// A row of the journal; `more` are further members.
QByteArray row(qint64 afterMs, const QByteArray &type, const QByteArray &request, const QByteArray &payload,
               const QByteArray &more = R"("actor":"terminal:3","actor_name":"Hot kitchen","terminal":"Hot kitchen")")
{
    return R"({"seq":1,"at":)" + at(afterMs) + R"(,"type":")" + type + R"(","request_id":")" + request +
           R"(","payload":)" + payload + ',' + more + '}';
}

QByteArray status(int code, qint64 afterMs, bool recall = false, const QByteArray &reason = "null")
{
    return R"({"status":)" + QByteArray::number(code) + R"(,"timestamp":)" + at(afterMs) + R"(,"is_recall":)" +
           (recall ? "true" : "false") + R"(,"reason":)" + reason + '}';
}

QByteArray history(const QByteArrayList &events, const QByteArrayList &statuses, const QByteArray &more = {})
{
    return R"({"order_id":7,"events":[)" + events.join(',') + R"(],"statuses":[)" + statuses.join(',') + ']' + more +
           '}';
}

Result<OrderTimeline> read(const QByteArray &json)
{
    const auto parsed = parseJson(json);
    if (!parsed)
        return parsed.error();
    return readTimeline(*parsed, Currency());
}

/// "status:3 Aigerim@Counter (reason)" and so on: one line an event, oldest first.
QStringList told(const OrderTimeline &timeline)
{
    QStringList list;
    for (auto event = timeline.events.rbegin(); event != timeline.events.rend(); ++event) {
        QString text;
        switch (event->kind) {
        case Kind::Status:
            text = QStringLiteral("status:%1").arg(int(event->status));
            break;
        case Kind::Painted:
            text = QStringLiteral("painted:%1").arg(event->latencyMs.value_or(-1));
            break;
        case Kind::Lines:
            text = QStringLiteral("lines");
            break;
        case Kind::Edit:
            text = QStringLiteral("edit");
            break;
        case Kind::Payment:
            text = QStringLiteral("payment:%1:%2").arg(event->method).arg(event->amountMinor.value_or(-1));
            break;
        case Kind::Print:
            text =
                QStringLiteral("print:%1%2").arg(event->state, event->reprint ? QStringLiteral(":again") : QString());
            break;
        case Kind::Moved:
            text = QStringLiteral("moved:%1").arg(event->otherNumber);
            break;
        case Kind::Other:
            text = QStringLiteral("other");
            break;
        }
        if (event->recall)
            text += QStringLiteral(" back");
        if (!event->what.isEmpty())
            text += u' ' + event->what;
        if (!event->dishes.isEmpty())
            text += QStringLiteral(" [%1]").arg(event->dishes.join(u','));
        if (!event->actor.isEmpty() || !event->terminal.isEmpty())
            text += QStringLiteral(" %1@%2").arg(event->actor, event->terminal);
        if (!event->reason.isEmpty())
            text += QStringLiteral(" (%1)").arg(event->reason);
        list << text;
    }
    return list;
}

const QByteArray guest = R"("actor":"guest:5","actor_name":"Sholpan","terminal":null)";
const QByteArray created = R"({"status":1,"number":"A-042","currency":"KZT"})";

} // namespace

class TimelineJsonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeEvening();
    void automaticAcceptIsNobodys();
    void whatBecameOfLines();
    void partsOfOneRequestAreOneEvent();
    void splitAndJoined();
    void importedOrdersHaveNobody();
    void newestFirst();
    void unknownTypesStay();
    void malformed_data();
    void malformed();
};

void TimelineJsonTest::wholeEvening()
{
    const QByteArray counter = R"("actor":"staff:2","actor_name":"Aigerim","terminal":"Counter")";
    const auto timeline = read(history(
        {row(0, "order.created", "r1", created, guest),
         row(4'000, "order.status", "r2", R"({"from":1,"steps":[[2,)" + ms(4'000) + "]]}", counter),
         row(60'000, "order.lines", "r3", R"({"lines":[[11,2,)" + ms(59'500) + ",0]]}",
             R"("actor":"terminal:3","actor_name":"Hot kitchen","terminal":"Hot kitchen","dishes":["Plov"])"),
         row(60'000, "order.status", "r3", R"({"from":2,"steps":[[3,)" + ms(59'500) + "]]}"),
         row(70'000, "order.updated", "r4", R"({"fields":["table","covers"]})", counter),
         row(80'000, "order.priority", "r5", R"({"priority":true})", counter),
         row(90'000, "order.priority", "r6", R"({"priority":false})", counter),
         row(100'000, "order.status", "r7", R"({"from":3,"steps":[[7,)" + ms(99'000) + "]]}", counter)},
        {status(1, 0), status(2, 4'000), status(3, 59'500), status(7, 99'000, false, R"("guest left")")},
        R"(,"painted":[{"viewer":"terminal:3","viewer_name":"Hot kitchen","station_id":1,"station_name":"Hot",)"
        R"("counted_at":null,"painted_at":)" +
            at(4'041) + R"(,"latency_ms":41},{"viewer":"terminal:4","station_id":null,"counted_at":)" + at(4'050) +
            R"(,"painted_at":null,"latency_ms":null}],)"
            R"("payments":[{"at":)" +
            at(65'000) +
            R"(,"what":"taken","method":"cash","amount":120.5,"status":null,"actor_name":"Aigerim"}],)"
            R"("prints":[{"at":)" +
            at(5'000) + R"(,"kind":"ticket","state":"printed","reprint":true,"printer_name":"Kitchen printer"}])"));
    QVERIFY2(timeline.ok(), timeline ? "" : qPrintable(timeline.error().details.front().path));
    QCOMPARE(timeline->orderId, 7);
    QCOMPARE(told(*timeline), (QStringList{
                                  QStringLiteral("status:1 Sholpan@"),
                                  QStringLiteral("status:2 Aigerim@Counter"),
                                  QStringLiteral("painted:41 Hot @Hot kitchen"),
                                  QStringLiteral("print:printed:again ticket @Kitchen printer"),
                                  QStringLiteral("status:3 [Plov] @Hot kitchen"),
                                  QStringLiteral("payment:cash:12050 taken Aigerim@"),
                                  QStringLiteral("edit table,covers Aigerim@Counter"),
                                  QStringLiteral("other order.priority Aigerim@Counter"),
                                  QStringLiteral("other back order.priority Aigerim@Counter"),
                                  QStringLiteral("status:7 Aigerim@Counter (guest left)"),
                              }));
}

void TimelineJsonTest::automaticAcceptIsNobodys()
{
    const auto timeline =
        read(history({row(0, "order.created", "r1", created, guest),
                      row(0, "order.status", "r1", R"({"from":1,"steps":[[2,)" + ms(0) + "]]}", guest)},
                     {status(1, 0), status(2, 0)}));
    QVERIFY(timeline);
    QCOMPARE(told(*timeline), (QStringList{QStringLiteral("status:1 Sholpan@"), QStringLiteral("status:2 automatic")}));
}

void TimelineJsonTest::whatBecameOfLines()
{
    const auto lines = [](qint64 afterMs, const QByteArray &request, int code, bool held) {
        return row(afterMs, "order.lines", request,
                   R"({"lines":[[11,)" + QByteArray::number(code) + ',' + ms(afterMs) + ',' + (held ? "1" : "0") +
                       "]]}",
                   R"("actor":"staff:2","actor_name":"Aigerim","terminal":null,"dishes":["Plov"])");
    };
    const auto timeline = read(
        history({row(1, "order.lines", "a", R"({"added":[11],"total":100})",
                     R"("actor":"staff:2","actor_name":"Aigerim","terminal":null,"dishes":["Plov"])"),
                 lines(2, "b", 1, true), lines(3, "c", 1, false), lines(4, "d", 2, false), lines(5, "e", 1, false),
                 lines(6, "f", 3, false), lines(7, "g", 2, false), lines(8, "h", 4, false), lines(9, "i", 1, false)},
                {}));
    QVERIFY(timeline);
    QStringList what;
    for (auto event = timeline->events.rbegin(); event != timeline->events.rend(); ++event) {
        QCOMPARE(event->kind, Kind::Lines);
        QCOMPARE(event->dishes, QStringList{QStringLiteral("Plov")});
        what << event->what;
    }
    QCOMPARE(what, (QStringList{QStringLiteral("added"), QStringLiteral("held"), QStringLiteral("fired"),
                                QStringLiteral("started"), QStringLiteral("unstarted"), QStringLiteral("done"),
                                QStringLiteral("recalled"), QStringLiteral("voided"), QStringLiteral("restored")}));
}

void TimelineJsonTest::partsOfOneRequestAreOneEvent()
{
    // One bump finishes two of three, another one the last; then all of it is taken back.
    const QByteArray two = R"("actor":"terminal:3","terminal":"Hot","dishes":["Plov","Shurpa"])";
    const QByteArray one = R"("actor":"terminal:3","terminal":"Hot","dishes":["Nan"])";
    const QByteArray all = R"("actor":"terminal:3","terminal":"Hot","dishes":["Plov","Shurpa","Nan"])";
    const auto line = [](int id, int code, qint64 afterMs) {
        return "[" + QByteArray::number(id) + ',' + QByteArray::number(code) + ',' + ms(afterMs) + ",0]";
    };
    const auto timeline =
        read(history({row(0, "order.created", "r1", created, guest),
                      row(10, "order.lines", "r2", R"({"lines":[)" + line(1, 3, 10) + ',' + line(2, 4, 10) + "]}", two),
                      row(20, "order.lines", "r3", R"({"lines":[)" + line(3, 3, 20) + "]}", one),
                      row(20, "order.status", "r3",
                          R"({"from":1,"steps":[[2,)" + ms(20) + "],[3," + ms(20) + "],[4," + ms(20) + "]]}", one),
                      row(30, "order.lines", "r4",
                          R"({"lines":[)" + line(1, 2, 30) + ',' + line(2, 1, 30) + ',' + line(3, 2, 30) + "]}", all),
                      row(30, "order.recalled", "r4", R"({"from":4,"steps":[[3,)" + ms(30) + "]]}", all)},
                     {status(1, 0), status(2, 20), status(3, 20), status(4, 20), status(3, 30, true)}));
    QVERIFY(timeline);
    QCOMPARE(told(*timeline), (QStringList{
                                  QStringLiteral("status:1 Sholpan@"),
                                  QStringLiteral("lines done [Plov] @Hot"),
                                  QStringLiteral("lines voided [Shurpa] @Hot"),
                                  QStringLiteral("status:2 @Hot"),
                                  QStringLiteral("status:3 @Hot"),
                                  QStringLiteral("status:4 [Nan] @Hot"),
                                  QStringLiteral("status:3 back [Plov,Nan] @Hot"),
                                  QStringLiteral("lines restored [Shurpa] @Hot"),
                              }));
}

void TimelineJsonTest::splitAndJoined()
{
    const QByteArray who = R"("actor":"staff:2","actor_name":"Aigerim","terminal":"Counter")";
    const auto timeline =
        read(history({row(50, "order.created", "r1", R"({"status":3,"number":"A-050","currency":"KZT"})", who),
                      row(50, "order.split", "r1", R"({"from_order":7,"from_number":"A-042","lines":[1]})", who),
                      row(60, "order.split", "r2", R"({"into_order":9,"into_number":"A-051","lines":[2]})", who),
                      row(70, "order.joined", "r3", R"({"from_order":8,"from_number":"A-043","lines":[5]})", who),
                      row(80, "order.joined", "r4", R"({"into_order":6,"into_number":"A-041","lines":[1]})", who),
                      row(80, "order.status", "r4", R"({"from":3,"steps":[[7,)" + ms(80) + "]]}", who)},
                     {status(3, 10), status(7, 80, false, R"("joined:A-041")")}));
    QVERIFY(timeline);
    QCOMPARE(told(*timeline), (QStringList{
                                  QStringLiteral("status:3"), // of the order that it was a part of: nobody knows here
                                  QStringLiteral("moved:A-042 split_from Aigerim@Counter"),
                                  QStringLiteral("moved:A-051 split_into Aigerim@Counter"),
                                  QStringLiteral("moved:A-043 joined_from Aigerim@Counter"),
                                  QStringLiteral("status:7 Aigerim@Counter (joined:A-041)"),
                                  QStringLiteral("moved:A-041 joined_into Aigerim@Counter"),
                              }));
}

void TimelineJsonTest::importedOrdersHaveNobody()
{
    const auto timeline = read(history({}, {status(1, 0), status(6, 1000)}));
    QVERIFY(timeline);
    QCOMPARE(told(*timeline), (QStringList{QStringLiteral("status:1"), QStringLiteral("status:6")}));
    QCOMPARE(timeline->events.front().atMs, t0 + 1000);
    const auto nothing = read(history({}, {}));
    QVERIFY(nothing);
    QVERIFY(nothing->events.empty());
}

void TimelineJsonTest::newestFirst()
{
    // A terminal that was away tells late what was done early.
    const auto timeline =
        read(history({row(0, "order.created", "r1", created, guest),
                      row(900'000, "order.status", "r2", R"({"from":1,"steps":[[2,)" + ms(5'000) + "]]}")},
                     {status(1, 0), status(2, 5'000)},
                     R"(,"painted":[{"viewer":"terminal:3","viewer_name":"Hot","painted_at":)" + at(6'000) +
                         R"(,"latency_ms":9}])"));
    QVERIFY(timeline);
    QCOMPARE(timeline->events.size(), size_t(3));
    QCOMPARE(timeline->events[0].kind, Kind::Painted);
    QCOMPARE(timeline->events[1].status, OrderStatus::Accepted);
    QCOMPARE(timeline->events[1].atMs, t0 + 5'000);
    QCOMPARE(timeline->events[2].status, OrderStatus::New);
}

void TimelineJsonTest::unknownTypesStay()
{
    const auto timeline =
        read(history({row(5, "order.rained_on", "r1", "{}", R"("actor":"business:1","terminal":null,"dishes":[])")}, {},
                     R"(,"weather":{"rain":true})"));
    QVERIFY(timeline);
    QCOMPARE(told(*timeline), QStringList{QStringLiteral("other order.rained_on business@")});
}

void TimelineJsonTest::malformed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("path");
    QTest::newRow("no object") << QByteArray("[]") << QStringLiteral("$");
    QTest::newRow("no id") << QByteArray(R"({"events":[],"statuses":[]})") << QStringLiteral("order_id");
    QTest::newRow("events") << QByteArray(R"({"order_id":7,"events":{},"statuses":[]})") << QStringLiteral("events");
    QTest::newRow("event") << QByteArray(R"({"order_id":7,"events":[5],"statuses":[]})") << QStringLiteral("events[0]");
    QTest::newRow("event's time") << QByteArray(R"({"order_id":7,"events":[{"at":"noon","type":"x"}],"statuses":[]})")
                                  << QStringLiteral("events[0].at");
    QTest::newRow("status") << history({}, {status(9, 0)}) << QStringLiteral("statuses[0].status");
    QTest::newRow("dishes") << history({row(0, "order.lines", "r", "{}", R"("dishes":[1])")}, {})
                            << QStringLiteral("events[0].dishes");
    QTest::newRow("amount") << history({}, {}, R"(,"payments":[{"at":)" + at(0) + R"(,"what":"taken","amount":"x"}])")
                            << QStringLiteral("payments[0].amount");
    QTest::newRow("print") << history({}, {}, R"(,"prints":[{"at":1}])") << QStringLiteral("prints[0].at");
    QTest::newRow("painted") << history({}, {}, R"(,"painted":[{"latency_ms":"soon"}])")
                             << QStringLiteral("painted[0].latency_ms");
    // Payloads are of whoever wrote them: what does not fit says nothing.
    QTest::newRow("odd payloads") << history({row(0, "order.lines", "r", R"({"lines":[[],[1],7,[1,99,"x"]]})"),
                                              row(0, "order.status", "r", R"({"steps":[[],3,[99,1]]})"),
                                              row(0, "order.created", "r", "5"), row(0, "order.split", "r", "null")},
                                             {})
                                  << QString();
}

void TimelineJsonTest::malformed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, path);
    const auto timeline = read(json);
    if (path.isEmpty()) {
        QVERIFY(timeline);
        return;
    }
    QVERIFY(!timeline);
    QCOMPARE(timeline.error().code, ErrorCode::ValidationFailed);
    QCOMPARE(timeline.error().details.front().path, path);
}

QTEST_GUILESS_MAIN(TimelineJsonTest)
#include "timelinejsontest.moc"
