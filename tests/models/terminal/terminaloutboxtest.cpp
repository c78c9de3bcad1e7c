// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/uuid7.h"
#include "tests/models/terminal/terminalfixture.h"

#include <QSignalSpy>

using namespace oshaq;

class TerminalOutboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryFieldOverARestart();
    void headsAreTheFirstOfEachOrder();
    void confirmingMovesOn();
    void parkingTakesThoseBehindAlong();
    void dismissedCommandsLeaveTheList();
    void aFailedWriteChangesNothing();
    void twoHundredBumpsOfflineArriveOnceInOrder();
    void anotherEpochSendsConfirmedOnesAgain();
    void requeueIsOneTransactionWithTheSnapshot();
    void commandsFindTheirOrderByUuid();
    void confirmedOnesAreKeptForThreeDays();
    void attemptsAreCounted();
    void sequenceNumbersNeverComeBack();
};

void TerminalOutboxTest::keepsEveryFieldOverARestart()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    const Order order = testOrder(1, fixture.clock.nowMs());
    OrderCommand status = cancelCommand(QStringLiteral("причина"));
    status.from = OrderStatus::Preparing;
    status.actedAtMs = 123;
    OrderCommand lines = lineCommand(LineAction::Void, {101, 102});
    lines.reason = QStringLiteral("burnt");
    OrderCommand recall;
    recall.kind = OrderCommand::Kind::Recall;
    recall.from = OrderStatus::Ready;
    recall.lineIds = {7};
    auto ids = fixture.terminal->outbox().add(order, {status, lines, recall});
    VERIFY_OK(ids);
    QCOMPARE(ids->size(), std::size_t(3));
    for (const QString &id : *ids)
        QVERIFY(isUuid(id));
    const auto before = fixture.terminal->outbox().recent();
    VERIFY_OK(fixture.open());
    QCOMPARE(fixture.terminal->outbox().pendingCount(), 3);
    QVERIFY(fixture.terminal->outbox().recent() == before);
    const auto queued = fixture.terminal->outbox().overlayOf(order);
    QCOMPARE(queued.size(), std::size_t(3));
    QCOMPARE(queued[0].id, ids->at(0));
    QCOMPARE(queued[0].orderUuid, order.uuid);
    QCOMPARE(queued[0].orderNumber, QStringLiteral("A-001"));
    QCOMPARE(std::get<OrderCommand>(queued[0].act), status);
    QCOMPARE(std::get<OrderCommand>(queued[1].act), lines);
    QCOMPARE(std::get<OrderCommand>(queued[2].act), recall);
    QCOMPARE(fixture.terminal->link().facts().pending, 3);
}

void TerminalOutboxTest::headsAreTheFirstOfEachOrder()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    Outbox &outbox = fixture.terminal->outbox();
    QVERIFY(outbox.heads().empty());
    QSignalSpy ready(&outbox, &Outbox::readyToSend);
    QSignalSpy count(&outbox, &Outbox::pendingCountChanged);
    const Order one = testOrder(1, 0);
    const Order two = testOrder(2, 0);
    const OrderCommand bump = lineCommand(LineAction::Done, {1});
    const auto first = outbox.add(two, {bump});
    const auto second = outbox.add(one, {bump, bump});
    const auto third = outbox.add(two, {bump});
    QVERIFY(first.ok() && second.ok() && third.ok());
    const auto heads = outbox.heads();
    QCOMPARE(heads.size(), std::size_t(2));
    QCOMPARE(heads[0].id, first->at(0));
    QCOMPARE(heads[1].id, second->at(0));
    QVERIFY(heads[0].sequence < heads[1].sequence);
    QCOMPARE(ready.count(), 3);
    QCOMPARE(count.last()[0].toInt(), 4);
}

void TerminalOutboxTest::confirmingMovesOn()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    Outbox &outbox = fixture.terminal->outbox();
    const Order order = testOrder(1, 0);
    const auto ids = outbox.add(order, {lineCommand(LineAction::Start, {101}), lineCommand(LineAction::Done, {101})});
    VERIFY_OK(ids);
    QSignalSpy ready(&outbox, &Outbox::readyToSend);
    VERIFY_OK(outbox.markConfirmed(ids->at(0), std::nullopt));
    QCOMPARE(ready.count(), 1);
    QCOMPARE(outbox.heads().size(), std::size_t(1));
    QCOMPARE(outbox.heads()[0].id, ids->at(1));
    VERIFY_OK(outbox.markConfirmed(ids->at(0), std::nullopt)); // an answer may be told twice
    VERIFY_OK(outbox.markConfirmed(QStringLiteral("unknown"), std::nullopt));
    QCOMPARE(outbox.pendingCount(), 1);
    VERIFY_OK(fixture.open());
    QCOMPARE(fixture.terminal->outbox().heads()[0].id, ids->at(1));
    VERIFY_OK(fixture.terminal->outbox().markConfirmed(ids->at(1), std::nullopt));
    VERIFY_OK(fixture.open());
    QCOMPARE(fixture.terminal->outbox().pendingCount(), 0);
}

void TerminalOutboxTest::parkingTakesThoseBehindAlong()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    const OrderCommand bump = lineCommand(LineAction::Done, {1});
    const auto one = fixture.terminal->outbox().add(testOrder(1, 0), {bump, bump, bump});
    const auto two = fixture.terminal->outbox().add(testOrder(2, 0), {bump});
    QVERIFY(one.ok() && two.ok());
    VERIFY_OK(fixture.terminal->outbox().markConfirmed(one->at(0), std::nullopt));
    QSignalSpy parked(&fixture.kitchen(), &KitchenPort::parkedChanged);
    VERIFY_OK(fixture.terminal->outbox().park(one->at(1), QStringLiteral("LINE_TRANSITION_NOT_ALLOWED"),
                                              QStringLiteral("no")));
    QCOMPARE(parked.count(), 1);
    for (int round = 0; round < 2; ++round) {
        const auto list = fixture.kitchen().parked();
        QCOMPARE(list.size(), std::size_t(2));
        QCOMPARE(list[0].id, one->at(2)); // newest first
        QCOMPARE(list[1].id, one->at(1));
        QCOMPARE(list[1].orderId, 1);
        QCOMPARE(list[1].orderNumber, QStringLiteral("A-001"));
        QCOMPARE(list[1].what, QStringLiteral("done"));
        QCOMPARE(list[1].errorCode, QStringLiteral("LINE_TRANSITION_NOT_ALLOWED"));
        QCOMPARE(list[1].message, QStringLiteral("no"));
        QVERIFY(list[0].message.contains(QStringLiteral("no")) && list[0].message != list[1].message);
        QCOMPARE(fixture.terminal->outbox().heads().size(), std::size_t(1));
        QCOMPARE(fixture.terminal->outbox().heads()[0].id, two->at(0));
        VERIFY_OK(fixture.open());
    }
    // What is done to the order afterwards is a new decision and is sent.
    VERIFY_OK(fixture.terminal->outbox().add(testOrder(1, 0), {bump}));
    QCOMPARE(fixture.terminal->outbox().heads().size(), std::size_t(2));
}

void TerminalOutboxTest::dismissedCommandsLeaveTheList()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    OrderCommand recall;
    recall.kind = OrderCommand::Kind::Recall;
    OrderCommand ready;
    ready.to = OrderStatus::Ready;
    const auto ids = fixture.terminal->outbox().add(testOrder(1, 0), {recall, ready});
    VERIFY_OK(ids);
    VERIFY_OK(fixture.terminal->outbox().park(ids->at(0), QStringLiteral("X"), {}));
    QCOMPARE(fixture.kitchen().parked()[1].what, QStringLiteral("recall"));
    QCOMPARE(fixture.kitchen().parked()[0].what, QStringLiteral("status:4"));
    fixture.kitchen().dismissParked(ids->at(0));
    QCOMPARE(fixture.kitchen().parked().size(), std::size_t(1));
    fixture.kitchen().dismissParked(QStringLiteral("unknown"));
    VERIFY_OK(fixture.open());
    QCOMPARE(fixture.kitchen().parked().size(), std::size_t(1));
    QCOMPARE(fixture.kitchen().parked()[0].id, ids->at(1));
}

void TerminalOutboxTest::aFailedWriteChangesNothing()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    fixture.hub.put(testOrder(1, fixture.clock.nowMs(), {grillId}));
    VERIFY_OK(fixture.snapshot());
    sql::Database &connection = fixture.terminal->database().connection();
    VERIFY_OK(connection.run(QStringLiteral("CREATE TEMP TRIGGER full BEFORE INSERT ON outbox "
                                            "BEGIN SELECT RAISE(ABORT, 'disk full'); END")));
    VERIFY_REFUSED(fixture.kitchen().bump(1), ErrorCode::StorageUnavailable);
    QCOMPARE(fixture.visible(1).status, OrderStatus::New);
    QCOMPARE(fixture.terminal->outbox().pendingCount(), 0);
    VERIFY_OK(connection.run(QStringLiteral("DROP TRIGGER full")));
    VERIFY_OK(fixture.kitchen().bump(1));

    // The answer came but cannot be written: the command stays queued and is told again.
    VERIFY_OK(connection.run(QStringLiteral("CREATE TEMP TRIGGER full BEFORE INSERT ON order_lines "
                                            "BEGIN SELECT RAISE(ABORT, 'disk full'); END")));
    const OutboxCommand head = fixture.terminal->outbox().heads()[0];
    const auto answer = fixture.hub.receive(head);
    VERIFY_OK(answer);
    VERIFY_REFUSED(fixture.terminal->outbox().markConfirmed(head.id, *answer), ErrorCode::StorageUnavailable);
    QCOMPARE(fixture.terminal->outbox().pendingCount(), 1);
    QCOMPARE(fixture.terminal->cache().find(1)->version, 1);
    VERIFY_OK(connection.run(QStringLiteral("DROP TRIGGER full")));
    VERIFY_OK(fixture.terminal->outbox().markConfirmed(head.id, *answer));
    QVERIFY(fixture.equalsHub());
}

void TerminalOutboxTest::twoHundredBumpsOfflineArriveOnceInOrder()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    for (int id = 1; id <= 60; ++id)
        fixture.hub.put(testOrder(id, fixture.clock.nowMs() + id));
    VERIFY_OK(fixture.snapshot());

    // 50 rounds of: start, one line, all lines, back again; the hub hears nothing of it.
    std::vector<QString> acted;
    for (int id = 1; id <= 50; ++id) {
        fixture.clock.advance(700);
        VERIFY_OK(fixture.kitchen().start(id));
        fixture.clock.advance(700);
        VERIFY_OK(fixture.kitchen().toggleLines(id, {id * 100 + 1}));
        fixture.clock.advance(700);
        VERIFY_OK(fixture.kitchen().bump(id));
        fixture.clock.advance(700);
        if (id % 2 == 0)
            VERIFY_OK(fixture.kitchen().recall(id));
        else
            VERIFY_OK(fixture.kitchen().bump(id));
        QCOMPARE(fixture.visible(id).status, id % 2 == 0 ? OrderStatus::Preparing : OrderStatus::Completed);
    }
    QCOMPARE(fixture.terminal->outbox().pendingCount(), 200);
    for (const OutboxCommand &command : fixture.terminal->outbox().recent())
        acted.push_back(command.id);
    std::map<qint64, Order> seen;
    for (const auto &[id, entry] : fixture.terminal->visibleOrders().entries())
        seen[id] = entry.order;

    VERIFY_OK(fixture.open()); // the power was gone as well
    QCOMPARE(fixture.terminal->outbox().pendingCount(), 200);
    for (const auto &[id, order] : seen)
        QCOMPARE(fixture.visible(id), order);

    QVERIFY(fixture.deliver());
    QVERIFY(fixture.kitchen().parked().empty());
    QCOMPARE(fixture.hub.received.size(), std::size_t(200));
    QCOMPARE(std::set<QString>(fixture.hub.received.begin(), fixture.hub.received.end()).size(), std::size_t(200));
    // Each order's commands came in the order of the acts.
    std::map<QString, int> arrival;
    for (std::size_t i = 0; i < fixture.hub.received.size(); ++i)
        arrival[fixture.hub.received[i]] = int(i);
    for (std::size_t i = 1; i < acted.size(); ++i) {
        if (i % 4 != 0)
            QVERIFY(arrival.at(acted[i - 1]) < arrival.at(acted[i]));
    }
    VERIFY_OK(fixture.follow());
    QVERIFY(fixture.equalsHub());
    for (const auto &[id, order] : seen) {
        QCOMPARE(fixture.hub.orders.at(id).status, order.status);
        QCOMPARE(fixture.hub.orders.at(id).statusAtMs, order.statusAtMs); // acted_at, not the time of arrival
        QCOMPARE(fixture.hub.orders.at(id).lines.size(), order.lines.size());
    }
}

void TerminalOutboxTest::anotherEpochSendsConfirmedOnesAgain()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    fixture.hub.put(testOrder(1, fixture.clock.nowMs(), {grillId}));
    fixture.hub.put(testOrder(2, fixture.clock.nowMs(), {grillId}));
    VERIFY_OK(fixture.snapshot());
    VERIFY_OK(fixture.kitchen().start(1));
    QVERIFY(fixture.deliver());
    const FakeHub backup = fixture.hub; // taken here

    VERIFY_OK(fixture.kitchen().bump(1));
    VERIFY_OK(fixture.kitchen().bump(2));
    VERIFY_OK(fixture.kitchen().bump(2));
    QVERIFY(fixture.deliver());
    VERIFY_OK(fixture.follow());
    QCOMPARE(fixture.hub.received.size(), std::size_t(4));
    std::vector<QString> keys;
    for (const OutboxCommand &command : fixture.terminal->outbox().recent())
        keys.push_back(command.id);

    // The backup is restored under a running terminal.
    fixture.hub.orders = backup.orders;
    fixture.hub.outcomes = backup.outcomes;
    fixture.hub.journal = backup.journal;
    fixture.hub.epoch = QStringLiteral("e2");
    fixture.hub.received.clear();
    QSignalSpy ready(&fixture.terminal->outbox(), &Outbox::readyToSend);
    VERIFY_REFUSED(fixture.follow(), ErrorCode::CursorGone);
    VERIFY_OK(fixture.snapshot());
    QCOMPARE(ready.count(), 1);
    QCOMPARE(fixture.terminal->outbox().pendingCount(), 4);
    // What staff did stays visible, although the hub's rows are old.
    QCOMPARE(fixture.terminal->cache().find(2)->status, OrderStatus::New);
    QCOMPARE(fixture.visible(1).status, OrderStatus::Ready);
    QCOMPARE(fixture.visible(2).status, OrderStatus::Completed);

    QVERIFY(fixture.deliver());
    QVERIFY(fixture.kitchen().parked().empty());
    // The first one it had; of the others each order's come in their order.
    QCOMPARE(std::set<QString>(fixture.hub.received.begin(), fixture.hub.received.end()),
             (std::set<QString>{keys[1], keys[2], keys[3]}));
    QCOMPARE(fixture.hub.received.size(), std::size_t(3));
    QCOMPARE(fixture.hub.received.back(), keys[3]);
    VERIFY_OK(fixture.follow());
    QVERIFY(fixture.equalsHub());
    QCOMPARE(fixture.hub.orders.at(1).status, OrderStatus::Ready);
    QCOMPARE(fixture.hub.orders.at(2).status, OrderStatus::Completed);
}

void TerminalOutboxTest::requeueIsOneTransactionWithTheSnapshot()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    fixture.hub.put(testOrder(1, fixture.clock.nowMs(), {grillId}));
    VERIFY_OK(fixture.snapshot());
    VERIFY_OK(fixture.kitchen().bump(1));
    QVERIFY(fixture.deliver());
    fixture.hub.epoch = QStringLiteral("e2");
    sql::Database &connection = fixture.terminal->database().connection();
    VERIFY_OK(connection.run(QStringLiteral(
        "CREATE TEMP TRIGGER full BEFORE UPDATE ON outbox BEGIN SELECT RAISE(ABORT, 'disk full'); END")));
    VERIFY_REFUSED(fixture.snapshot(), ErrorCode::StorageUnavailable);
    QCOMPARE(fixture.terminal->cache().cursor().epoch, QStringLiteral("e1")); // so the next try sees the change again
    VERIFY_OK(fixture.open());
    QCOMPARE(fixture.terminal->cache().cursor().epoch, QStringLiteral("e1"));
    VERIFY_OK(fixture.snapshot());
    QCOMPARE(fixture.terminal->outbox().pendingCount(), 1);
    // The same epoch once more puts nothing back.
    QVERIFY(fixture.deliver());
    VERIFY_OK(fixture.snapshot());
    QCOMPARE(fixture.terminal->outbox().pendingCount(), 0);
}

void TerminalOutboxTest::commandsFindTheirOrderByUuid()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    fixture.hub.put(testOrder(1, fixture.clock.nowMs(), {grillId}));
    VERIFY_OK(fixture.snapshot());
    VERIFY_OK(fixture.kitchen().bump(1));
    QVERIFY(fixture.deliver());

    // The restored hub never had this order and gave its number to another one.
    fixture.hub.epoch = QStringLiteral("e2");
    fixture.hub.orders.clear();
    fixture.hub.outcomes.clear();
    Order other = testOrder(1, fixture.clock.nowMs(), {grillId});
    other.uuid = QStringLiteral("01900000-0000-7000-8000-aaaaaaaaaaaa");
    fixture.hub.put(other);
    VERIFY_OK(fixture.snapshot());
    QCOMPARE(fixture.terminal->outbox().pendingCount(), 1);
    QCOMPARE(fixture.visible(1), other);
    QVERIFY(!fixture.terminal->visibleOrders().find(1)->pending);
    QVERIFY(fixture.deliver());
    QCOMPARE(fixture.hub.orders.at(1), other);
    QCOMPARE(fixture.kitchen().parked().size(), std::size_t(1)); // said, not dropped
    QCOMPARE(fixture.kitchen().parked()[0].errorCode, QStringLiteral("NOT_FOUND"));
}

void TerminalOutboxTest::confirmedOnesAreKeptForThreeDays()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    const OrderCommand bump = lineCommand(LineAction::Done, {1});
    const auto ids = fixture.terminal->outbox().add(testOrder(1, 0), {bump, bump, bump, bump});
    VERIFY_OK(ids);
    VERIFY_OK(fixture.terminal->outbox().markConfirmed(ids->at(0), std::nullopt));
    fixture.clock.advance(1);
    VERIFY_OK(fixture.terminal->outbox().markConfirmed(ids->at(1), std::nullopt));
    VERIFY_OK(fixture.terminal->outbox().park(ids->at(2), QStringLiteral("X"), {}));
    fixture.kitchen().dismissParked(ids->at(2));
    fixture.clock.advance(Outbox::confirmedRetentionMs);
    auto purged = fixture.terminal->outbox().purge(fixture.clock.nowMs());
    VERIFY_OK(purged);
    QCOMPARE(*purged, 1);
    fixture.clock.advance(1);
    fixture.terminal->tidy();
    auto rows = fixture.terminal->database().connection().query(QStringLiteral("SELECT id FROM outbox"));
    VERIFY_OK(rows);
    QVERIFY(rows->next());
    QCOMPARE(rows->text(0), ids->at(3)); // parked and not seen by anybody: stays
    QVERIFY(!rows->next());
}

void TerminalOutboxTest::attemptsAreCounted()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    const auto ids = fixture.terminal->outbox().add(testOrder(1, 0), {lineCommand(LineAction::Done, {1})});
    VERIFY_OK(ids);
    fixture.terminal->outbox().noteAttempt(ids->at(0));
    fixture.terminal->outbox().noteAttempt(ids->at(0));
    QCOMPARE(fixture.terminal->outbox().heads()[0].attempts, 2);
    VERIFY_OK(fixture.open());
    QCOMPARE(fixture.terminal->outbox().heads()[0].attempts, 2);
}

void TerminalOutboxTest::sequenceNumbersNeverComeBack()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    const OrderCommand bump = lineCommand(LineAction::Done, {1});
    const auto ids = fixture.terminal->outbox().add(testOrder(1, 0), {bump, bump});
    VERIFY_OK(ids);
    const qint64 last = fixture.terminal->outbox().recent().back().sequence;
    for (const QString &id : *ids)
        VERIFY_OK(fixture.terminal->outbox().markConfirmed(id, std::nullopt));
    fixture.clock.advance(Outbox::confirmedRetentionMs + 1);
    fixture.terminal->tidy();
    VERIFY_OK(fixture.terminal->outbox().add(testOrder(1, 0), {bump}));
    QVERIFY(fixture.terminal->outbox().heads()[0].sequence > last);
}

QTEST_GUILESS_MAIN(TerminalOutboxTest)
#include "terminaloutboxtest.moc"
