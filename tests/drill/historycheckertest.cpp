// SPDX-License-Identifier: GPL-3.0-or-later
//
// The checker is what a drill rests on: each kind of fault is planted in a history that is right without it, and found.

#include "app/drill/historychecker.h"
#include "app/drill/factsreader.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::drill;

namespace {

using Kind = Finding::Kind;

const QString uuidA = QStringLiteral("0190a000-0000-7000-8000-00000000000a");
const QString uuidB = QStringLiteral("0190a000-0000-7000-8000-00000000000b");
const QString uuidC = QStringLiteral("0190a000-0000-7000-8000-00000000000c");

HubOrderRow order(qint64 id, const QString &uuid, const QString &number, std::vector<StatusRow> history)
{
    HubOrderRow row;
    row.id = id;
    row.uuid = uuid;
    row.number = number;
    row.businessDay = QStringLiteral("2026-01-15");
    row.history = std::move(history);
    row.status = row.history.back().status;
    row.version = qint64(row.history.size());
    row.lines = "1:3";
    return row;
}

CachedOrder cached(const HubOrderRow &row)
{
    return {row.id, row.uuid, row.number, row.status, row.version, row.lines};
}

/// Two phones' orders, one that a terminal took, a kitchen that worked them off; one request had no answer and is not
/// in the hub, which is right.
DrillFacts rightFacts()
{
    DrillFacts facts;
    facts.hub.name = QStringLiteral("hub");
    facts.hub.epoch = QStringLiteral("1-abc");
    facts.hub.orders = {
        order(1, uuidA, QStringLiteral("A-001"), {{1, false, 10}, {2, false, 20}, {3, false, 20}, {4, false, 30}}),
        order(2, uuidB, QStringLiteral("A-002"),
              {{1, false, 10},
               {2, false, 20},
               {3, false, 20},
               {4, false, 30},
               {3, true, 40},
               {4, false, 50},
               {6, false, 60}}),
        order(3, uuidC, QStringLiteral("B-001"), {{1, false, 10}}),
    };
    facts.hub.keys = {
        {QStringLiteral("guest:1"), QStringLiteral("POST user/orders/create"), uuidA, true, 1},
        {QStringLiteral("guest:2"), QStringLiteral("POST user/orders/create"), uuidB, true, 2},
        {QStringLiteral("terminal:1"), QStringLiteral("POST business/orders"), QStringLiteral("k-create"), true, 3},
        {QStringLiteral("terminal:1"), QStringLiteral("PATCH orders/lines"), QStringLiteral("k-start"), true, 1},
        {QStringLiteral("terminal:1"), QStringLiteral("PATCH orders/status"), QStringLiteral("k-over"), true, 2},
        {QStringLiteral("terminal:1"), QStringLiteral("PATCH orders/status"), QStringLiteral("k-late"), false, 0},
    };

    ClientHistory phones;
    phones.client = QStringLiteral("phones");
    phones.starts = 1;
    phones.orders = {{uuidA, uuidA, 1, 5, 201, 10, 1, QStringLiteral("A-001")},
                     {uuidB, uuidB, 1, 6, 201, 9'000, 2, QStringLiteral("A-002")},
                     {QStringLiteral("u-out"), QStringLiteral("u-out"), 1, 7, 422, 8, 0, {}},
                     {QStringLiteral("u-open"), QStringLiteral("u-open"), 1, 7, 0, 0, 0, {}}};
    ClientHistory kitchen;
    kitchen.client = QStringLiteral("kitchen");
    kitchen.starts = 2;
    kitchen.tornLines = 1;
    kitchen.commands = {
        {QStringLiteral("k-create"), QStringLiteral("create"), uuidC, 9, ToldCommand::End::Confirmed, 10, {}},
        {QStringLiteral("k-start"), QStringLiteral("start"), uuidA, 19, ToldCommand::End::Confirmed, 20, {}},
        {QStringLiteral("k-over"), QStringLiteral("status:6"), uuidB, 59, ToldCommand::End::None, 0, {}},
        {QStringLiteral("k-late"), QStringLiteral("done"), uuidB, 59, ToldCommand::End::Parked, 70, {}},
    };
    kitchen.paintedAtMs = {{uuidA, 11}, {uuidB, 12}};
    kitchen.counted = {uuidC};
    facts.clients = {phones, kitchen};

    CacheFacts cache;
    cache.terminal = QStringLiteral("kitchen");
    cache.epoch = facts.hub.epoch;
    for (const HubOrderRow &row : facts.hub.orders)
        cache.orders.push_back(cached(row));
    cache.outbox = {{QStringLiteral("k-create"), QStringLiteral("confirmed")},
                    {QStringLiteral("k-start"), QStringLiteral("confirmed")},
                    {QStringLiteral("k-over"), QStringLiteral("confirmed")},
                    {QStringLiteral("k-late"), QStringLiteral("parked")}};
    facts.terminals = {cache};
    facts.hub.ticketsPrinted = {{1, 1}, {2, 2}, {3, 1}};
    facts.hub.papersPrinted = 4;
    facts.papers = 5; // one of them twice, when the answer was lost
    facts.toldOrders = {1, 2, 3};
    facts.standbys = {facts.hub};
    facts.standbys[0].name = QStringLiteral("standby");
    return facts;
}

/// JSON lines in single quotes.
QByteArray plain(QByteArray lines)
{
    return lines.replace('\'', '"');
}

} // namespace

Q_DECLARE_METATYPE(std::function<void(DrillFacts &)>)

class HistoryCheckerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNothingWhereNothingIsWrong()
    {
        const CheckResult result = checkHistories(rightFacts());
        QVERIFY2(result.passed(), result.passed() ? "" : qPrintable(result.findings.front().what));
        QCOMPARE(result.clients, 2);
        QCOMPARE(result.ordersAsked, 4);
        QCOMPARE(result.ordersAcknowledged, 2);
        QCOMPARE(result.ordersRefused, 1);
        QCOMPARE(result.ordersUnanswered, 1);
        QCOMPARE(result.ordersLate, 1);
        QCOMPARE(result.ordersInHub, 3);
        QCOMPARE(result.commandsTold, 4);
        QCOMPARE(result.commandsConfirmed, 3);
        QCOMPARE(result.commandsParked, 1);
    }

    void findsEachFault_data()
    {
        QTest::addColumn<std::function<void(DrillFacts &)>>("plant");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, Kind kind, std::function<void(DrillFacts &)> plant) {
            QTest::newRow(name) << std::move(plant) << int(kind);
        };
        const auto everywhere = [](DrillFacts &facts) {
            facts.standbys.clear();
            facts.terminals[0].orders.clear();
            for (const HubOrderRow &order : facts.hub.orders)
                facts.terminals[0].orders.push_back(cached(order));
        };
        row("an acknowledged order is gone", Kind::LostOrder, [=](DrillFacts &facts) {
            facts.hub.orders.erase(facts.hub.orders.begin());
            facts.clients[1].commands.erase(facts.clients[1].commands.begin() + 1);
            everywhere(facts);
        });
        row("it was acknowledged as another one", Kind::LostOrder, [](DrillFacts &facts) {
            facts.clients[0].orders[0].orderId = 7;
            facts.clients[0].orders[0].number = QStringLiteral("A-007");
        });
        row("a line of it is gone", Kind::LostOrder, [](DrillFacts &facts) { facts.clients[0].orders[0].lines = 2; });
        row("a confirmed command that the hub does not know", Kind::LostCommand, [](DrillFacts &facts) {
            std::erase_if(facts.hub.keys, [](const KeyRow &key) { return key.key == QLatin1String("k-start"); });
        });
        row("a confirmed command that the hub refused", Kind::LostCommand,
            [](DrillFacts &facts) { facts.hub.keys[3].success = false; });
        row("a command that is nowhere", Kind::LostCommand, [](DrillFacts &facts) {
            facts.clients[1].commands[2].end = ToldCommand::End::None;
            facts.terminals[0].outbox.erase(facts.terminals[0].outbox.begin() + 2);
        });
        row("a command that still waits", Kind::LostCommand,
            [](DrillFacts &facts) { facts.terminals[0].outbox[2].state = QStringLiteral("queued"); });
        row("a status that was confirmed and never was", Kind::LostCommand, [](DrillFacts &facts) {
            facts.clients[1].commands[2].orderUuid = uuidA; // which is Ready
        });
        row("an order that staff took is gone", Kind::LostCommand, [=](DrillFacts &facts) {
            facts.hub.orders.pop_back();
            everywhere(facts);
        });
        row("one uuid twice", Kind::Doubled, [=](DrillFacts &facts) {
            facts.hub.orders.push_back(order(4, uuidA, QStringLiteral("A-003"), {{1, false, 10}}));
            facts.hub.ticketsPrinted[4] = 1;
            facts.toldOrders->insert(4);
            everywhere(facts);
        });
        row("one key twice", Kind::Doubled, [](DrillFacts &facts) {
            facts.hub.keys.push_back(
                {QStringLiteral("guest:9"), QStringLiteral("POST user/orders/create"), uuidA, true, 2});
        });
        row("an order that nobody asked for", Kind::Doubled, [=](DrillFacts &facts) {
            facts.hub.orders.push_back(order(4, QStringLiteral("u-x"), QStringLiteral("A-003"), {{1, false, 10}}));
            facts.clients[1].counted.insert(QStringLiteral("u-x"));
            facts.hub.ticketsPrinted[4] = 1;
            facts.toldOrders->insert(4);
            everywhere(facts);
        });
        row("two clients with one key", Kind::Doubled,
            [](DrillFacts &facts) { facts.clients[1].commands[3].key = QStringLiteral("k-over"); });
        row("a step that does not exist", Kind::ForbiddenHistory, [=](DrillFacts &facts) {
            facts.hub.orders[0].history.erase(facts.hub.orders[0].history.begin() + 2);
            facts.standbys.clear();
        });
        row("a step back that is no recall", Kind::ForbiddenHistory, [=](DrillFacts &facts) {
            facts.hub.orders[1].history[4].recall = false;
            facts.standbys.clear();
        });
        row("a step back in time", Kind::ForbiddenHistory, [=](DrillFacts &facts) {
            facts.hub.orders[1].history[6].atMs = 5;
            facts.standbys.clear();
        });
        row("a status beside its history", Kind::ForbiddenHistory, [=](DrillFacts &facts) {
            facts.hub.orders[0].status = 6;
            everywhere(facts);
        });
        row("a terminal with an older version", Kind::DifferingTerminal,
            [](DrillFacts &facts) { facts.terminals[0].orders[0].version = 2; });
        row("a terminal with a line that is not done", Kind::DifferingTerminal,
            [](DrillFacts &facts) { facts.terminals[0].orders[0].lines = "1:2"; });
        row("a terminal without an order", Kind::DifferingTerminal,
            [](DrillFacts &facts) { facts.terminals[0].orders.pop_back(); });
        row("a terminal with an order of its own", Kind::DifferingTerminal, [](DrillFacts &facts) {
            facts.terminals[0].orders.push_back({9, QStringLiteral("u-9"), QStringLiteral("B-009"), 1, 1, "9:1"});
        });
        row("a terminal that follows another epoch", Kind::DifferingTerminal,
            [](DrillFacts &facts) { facts.terminals[0].epoch = QStringLiteral("0-abc"); });
        row("a number given twice", Kind::NumberTwice, [=](DrillFacts &facts) {
            facts.hub.orders[2].number = QStringLiteral("A-001");
            everywhere(facts);
        });
        row("a standby behind its hub", Kind::DifferingStandby,
            [](DrillFacts &facts) { facts.standbys[0].orders[1].history.pop_back(); });
        row("a standby with one order less", Kind::DifferingStandby,
            [](DrillFacts &facts) { facts.standbys[0].orders.pop_back(); });
        row("an order that was on no screen", Kind::NeverSeen,
            [](DrillFacts &facts) { facts.clients[1].counted.clear(); });
        row("a ticket that did not come out", Kind::Unprinted,
            [](DrillFacts &facts) { facts.hub.ticketsPrinted.erase(3); });
        row("a paper that only the hub has seen", Kind::Unprinted, [](DrillFacts &facts) { facts.papers = 3; });
        row("an order that the internet was not told of", Kind::Untold,
            [](DrillFacts &facts) { facts.toldOrders->erase(2); });
        row("a history with holes", Kind::UnreadableHistory, [](DrillFacts &facts) { facts.clients[0].tornLines = 2; });
    }
    void findsEachFault()
    {
        QFETCH(std::function<void(DrillFacts &)>, plant);
        QFETCH(int, kind);
        DrillFacts facts = rightFacts();
        plant(facts);
        const CheckResult result = checkHistories(facts);
        QVERIFY2(result.count(Kind(kind)) >= 1, "the planted fault was not found");
        QCOMPARE(result.count(Kind(kind)), int(result.findings.size()));
        QVERIFY(!result.findings.front().what.isEmpty());
        QVERIFY(!findingKey(Kind(kind)).isEmpty());
    }

    void aNewNumberOfAnotherDayIsNoFault()
    {
        DrillFacts facts = rightFacts();
        facts.standbys.clear();
        facts.hub.orders[2].number = QStringLiteral("A-001");
        facts.hub.orders[2].businessDay = QStringLiteral("2026-01-16");
        facts.terminals[0].orders[2].number = QStringLiteral("A-001");
        QVERIFY(checkHistories(facts).passed());
    }

    void recallsFollowTheTable_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<int>("fulfilment");
        QTest::addColumn<bool>("possible");
        QTest::newRow("ready to preparing") << 4 << 3 << int(Fulfilment::Pickup) << true;
        QTest::newRow("handed over to ready") << 6 << 4 << int(Fulfilment::DineIn) << true;
        QTest::newRow("delivered to ready") << 6 << 4 << int(Fulfilment::Delivery) << false;
        QTest::newRow("cancelled to new") << 7 << 1 << int(Fulfilment::Pickup) << false;
    }
    void recallsFollowTheTable()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(int, fulfilment);
        QFETCH(bool, possible);
        std::vector<StatusRow> history{{1, false, 1}, {2, false, 2}, {3, false, 3}, {4, false, 4}};
        if (from == 6 && Fulfilment(fulfilment) == Fulfilment::Delivery)
            history.push_back({5, false, 5});
        if (from == 7)
            history.resize(1);
        if (from > 4)
            history.push_back({from, false, 6});
        QCOMPARE(forbiddenStep(history, Fulfilment(fulfilment)), QString());
        history.push_back({to, true, 7});
        QCOMPARE(forbiddenStep(history, Fulfilment(fulfilment)).isEmpty(), possible);
    }

    void readsWhatClientsWrite()
    {
        const ClientHistory phones = readHistory(
            QStringLiteral("phones"),
            plain("{'t':1,'what':'asked','key':'k1','uuid':'k1','source':'1','lines':2,'guest':'ogt'}\n"
                  "{'t':2,'what':'asked','key':'k2','uuid':'k2','source':'2','lines':1,'guest':'ogt'}\n"
                  "{'t':3,'what':'answered','key':'k1','status':201,'order_id':5,'number':'A-005','total_cost':12.90}\n"
                  "{'t':4,'what':'given_up','key':'k2','status':0,'why':'no network'}\n"
                  "{'t':5,'what':'answ\n"
                  "{'t':6,'what':'asked','key':'k2','uuid':'k2','source':'2','lines':1,'guest':'ogt'}\n"
                  "{'t':7,'what':'answered','key':'k2','status':201,'order_id':6,'number':'A-006','total_cost':1}\n"));
        QCOMPARE(phones.orders.size(), 2u);
        QCOMPARE(phones.orders[0].orderId, 5);
        QCOMPARE(phones.orders[0].lines, 2);
        QCOMPARE(phones.orders[1].askedAtMs, 2);
        QCOMPARE(phones.orders[1].answeredAtMs, 7);
        QVERIFY(phones.orders[1].isAcknowledged());
        QCOMPARE(phones.tornLines, 1);

        const ClientHistory kitchen = readHistory(
            QStringLiteral("kitchen"),
            plain("{'t':1,'what':'start','seed':1}\n"
                  "{'t':2,'what':'asked','act':'start','order':'u1'}\n"
                  "{'t':3,'what':'told','act':'start','order':'u1','accepted':true,'commands':[{'key':'c1','code':'"
                  "start','order':'u1'}]}\n"
                  "{'t':4,'what':'asked','act':'bump','order':'u2'}\n"
                  "{'t':5,'what':'told','act':'bump','order':'u2','accepted':false,'error':'NOT_FOUND','commands':[]}\n"
                  "{'t':6,'what':'painted','orders':['u1'],'counted':['u2']}\n"
                  "{'t':7,'what':'confirmed','key':'c1'}\n"
                  "{'t':8,'what':'confirmed','key':'c9'}\n"
                  "{'t':9,'what':'state','state':{'link':'live','pending':2,'epoch':'1-a','seq':8},'rss_kb':100}\n"));
        QCOMPARE(kitchen.starts, 1);
        QCOMPARE(kitchen.asked, 2);
        QCOMPARE(kitchen.refusedHere, 1);
        QCOMPARE(kitchen.commands.size(), 1u);
        QCOMPARE(kitchen.commands[0].end, ToldCommand::End::Confirmed);
        QCOMPARE(kitchen.paintedAtMs.at(QStringLiteral("u1")), 6);
        QVERIFY(kitchen.counted.contains(QStringLiteral("u2")));
        QCOMPARE(kitchen.states.size(), 1u);
        QCOMPARE(kitchen.states[0].seq, 8);
        QCOMPARE(kitchen.tornLines, 0);
    }
};

QTEST_GUILESS_MAIN(HistoryCheckerTest)
#include "historycheckertest.moc"
