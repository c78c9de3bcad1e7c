// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/terminal/terminalfixture.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace oshaq;

namespace {

class CollectingSink final : public PaintedSink
{
public:
    void reportPainted(const std::vector<PaintedAck> &acks) override
    {
        for (const PaintedAck &ack : acks)
            texts.append(QStringLiteral("%1@%2%3").arg(ack.orderId).arg(ack.stationId).arg(ack.counted ? u"c" : u"p"));
    }
    QStringList texts;
};

} // namespace

class TerminalKitchenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    // tickets
    void oldestFirst();
    void twoStations();
    void linesWithoutAKnownStationGoToTheFirst();
    void handOverInTheViewOfAll();
    void deliveryGoesOut();
    void voidedAndCancelledLeave();
    void limitsComeFromTheStationOrTheDishes();
    void allDayCounts();
    void completedIsNewestFirst();
    void stationIsKept();

    // what is visible
    void commandsAreVisibleAtOnce_data();
    void commandsAreVisibleAtOnce();
    void hubCancelsWhileABumpIsPending();
    void feedBeforeAnswer();
    void recallIsNotAddedTwice();
    void noFlickerAtConfirmation_data();
    void noFlickerAtConfirmation();
    void refusedCommandsAreNotWritten();
    void reachedTargetsAreNotWritten();
    void managersRecallLonger();

    // recall
    void recallChain();
    void recallAtAStation();
    void recallLastTakesBackBumpByBump();
    void recallLastKeepsLinesThatWereDoneBefore();
    void recallLastSurvivesARestart();
    void recallLastPassesOverWhatOthersTookBack();
    void recallTooLate();

    // signals
    void oneSignalAnEventLoopTurn();
    void arrivalsAreAnnouncedOnce();
    void firstSnapshotIsNoArrival();

    // painted
    void paintedIsReportedOnce();
    void paintedWaitsForASink();
    void knowsWhatIsNotDrawn();

    void largeKitchenIsFast();

private:
    Order place(qint64 id, const std::vector<qint64> &stationIds = {grillId, coldId});
    std::unique_ptr<TerminalFixture> m_fixture;
};

void TerminalKitchenTest::init()
{
    m_fixture = std::make_unique<TerminalFixture>();
    VERIFY_OK(m_fixture->open());
    VERIFY_OK(m_fixture->snapshot());
}

Order TerminalKitchenTest::place(qint64 id, const std::vector<qint64> &stationIds)
{
    const Order order = testOrder(id, m_fixture->clock.nowMs(), stationIds);
    m_fixture->hub.put(order);
    if (!m_fixture->follow())
        qFatal("the page was refused");
    return order;
}

void TerminalKitchenTest::oldestFirst()
{
    TerminalFixture &f = *m_fixture;
    const qint64 now = f.clock.nowMs();
    f.hub.put(testOrder(5, now + 10));
    f.hub.put(testOrder(9, now));
    f.hub.put(testOrder(7, now));
    f.hub.put(testOrder(2, now + 20));
    VERIFY_OK(f.follow());
    QCOMPARE(f.ticketIds(), (Ids{7, 9, 5, 2}));
    QCOMPARE(f.kitchen().ticket(9)->order, f.hub.orders.at(9));
    QCOMPARE(f.kitchen().ticket(9)->lines.size(), std::size_t(2));
    QVERIFY(!f.kitchen().ticket(9)->pending);
    QVERIFY(!f.kitchen().ticket(1));
}

void TerminalKitchenTest::twoStations()
{
    TerminalFixture &f = *m_fixture;
    place(1, {grillId, coldId, grillId});
    place(2, {coldId});
    f.kitchen().setStation(grillId);
    QCOMPARE(f.ticketIds(), Ids{1});
    QCOMPARE(f.kitchen().ticket(1)->lines.size(), std::size_t(2));
    QCOMPARE(f.kitchen().ticket(1)->order.lines.size(), std::size_t(3));
    QVERIFY(!f.kitchen().ticket(2));

    VERIFY_OK(f.kitchen().bump(1));
    QCOMPARE(f.ticketIds(), Ids{}); // this station is through with it
    QCOMPARE(f.completedIds(), Ids{1});
    QCOMPARE(f.visible(1).status, OrderStatus::Preparing); // the order is not
    VERIFY_REFUSED(f.kitchen().bump(1), ErrorCode::LineTransitionNotAllowed);

    f.kitchen().setStation(coldId);
    QCOMPARE(f.ticketIds(), (Ids{1, 2}));
    QCOMPARE(f.completedIds(), Ids{});
    VERIFY_OK(f.kitchen().start(1));
    QCOMPARE(f.kitchen().ticket(1)->lines[0].status, LineStatus::Started);
    VERIFY_OK(f.kitchen().bump(1));
    QCOMPARE(f.visible(1).status, OrderStatus::Ready);
    QCOMPARE(f.ticketIds(), Ids{2});

    f.kitchen().setStation(std::nullopt);
    QCOMPARE(f.ticketIds(), (Ids{1, 2})); // waits to be handed over
    QCOMPARE(f.completedIds(), Ids{});
    QVERIFY(f.deliver());
    QVERIFY(f.equalsHub());
}

void TerminalKitchenTest::linesWithoutAKnownStationGoToTheFirst()
{
    TerminalFixture &f = *m_fixture;
    Order order = testOrder(1, f.clock.nowMs(), {coldId, 77});
    order.lines.push_back(testLine(109, 5, 0, order.placedAtMs));
    order.lines.back().stationId.reset();
    f.hub.put(order);
    VERIFY_OK(f.follow());
    f.kitchen().setStation(grillId);
    QCOMPARE(f.kitchen().ticket(1)->lines.size(), std::size_t(2));
    f.kitchen().setStation(coldId);
    QCOMPARE(f.kitchen().ticket(1)->lines.size(), std::size_t(1));
}

void TerminalKitchenTest::handOverInTheViewOfAll()
{
    TerminalFixture &f = *m_fixture;
    place(1);
    VERIFY_OK(f.kitchen().bump(1));
    QCOMPARE(f.kitchen().ticket(1)->order.status, OrderStatus::Ready);
    QVERIFY(f.kitchen().ticket(1)->pending);
    VERIFY_OK(f.kitchen().bump(1));
    QCOMPARE(f.ticketIds(), Ids{});
    const auto completed = f.kitchen().completed();
    QCOMPARE(completed.size(), std::size_t(1));
    QCOMPARE(completed[0].status, OrderStatus::Completed);
    QCOMPARE(completed[0].number, QStringLiteral("A-001"));
    QVERIFY(completed[0].recallable);
    QVERIFY(f.deliver());
    QCOMPARE(f.hub.orders.at(1).status, OrderStatus::Completed);
}

void TerminalKitchenTest::deliveryGoesOut()
{
    TerminalFixture &f = *m_fixture;
    Order order = testOrder(1, f.clock.nowMs());
    order.fulfilment = Fulfilment::Delivery;
    order.status = OrderStatus::Ready;
    for (OrderLine &line : order.lines)
        line.status = LineStatus::Done;
    f.hub.put(order);
    f.hub.role = Role::Manager;
    VERIFY_OK(f.follow());
    VERIFY_OK(f.terminal->setCredentials({QStringLiteral("http://hub"), QStringLiteral("t"), Role::Manager}));
    VERIFY_OK(f.kitchen().bump(1));
    QCOMPARE(f.visible(1).status, OrderStatus::OutForDelivery);
    QCOMPARE(f.ticketIds(), Ids{});
    QCOMPARE(f.completedIds(), Ids{1});
    QVERIFY(f.deliver());
    QCOMPARE(f.hub.orders.at(1).status, OrderStatus::OutForDelivery);
    // Back to the hand-over.
    VERIFY_OK(f.kitchen().recall(1));
    QCOMPARE(f.ticketIds(), Ids{1});
    // From a station the lines come back as well.
    VERIFY_OK(f.kitchen().bump(1));
    f.kitchen().setStation(grillId);
    VERIFY_OK(f.kitchen().recall(1));
    QCOMPARE(f.ticketIds(), Ids{1});
    QCOMPARE(f.visible(1).status, OrderStatus::Preparing);
    QVERIFY(f.deliver());
    QVERIFY(f.kitchen().parked().empty());
    QVERIFY(f.equalsHub());
}

void TerminalKitchenTest::voidedAndCancelledLeave()
{
    TerminalFixture &f = *m_fixture;
    place(1);
    place(2);
    place(3);
    OrderCommand voidAll = lineCommand(LineAction::Void, {201, 202});
    voidAll.reason = QStringLiteral("out of stock");
    OrderCommand voidCold = lineCommand(LineAction::Void, {302});
    voidCold.reason = QStringLiteral("out of stock");
    VERIFY_OK(f.hub.act(1, cancelCommand(), Role::Manager));
    VERIFY_OK(f.hub.act(2, voidAll, Role::Manager));
    VERIFY_OK(f.hub.act(3, voidCold, Role::Manager));
    VERIFY_OK(f.follow());
    // Not before somebody who may be cooking it has seen that.
    QCOMPARE(f.ticketIds(), (Ids{1, 2, 3}));
    for (const qint64 id : f.ticketIds())
        f.kitchen().acknowledge(id);
    QCOMPARE(f.ticketIds(), Ids{3});
    QCOMPARE(f.completedIds(), Ids{1});
    QVERIFY(!f.kitchen().completed()[0].recallable);
    f.kitchen().setStation(coldId);
    QCOMPARE(f.ticketIds(), Ids{});
    QCOMPARE(f.completedIds(), Ids{1});
}

void TerminalKitchenTest::limitsComeFromTheStationOrTheDishes()
{
    TerminalFixture &f = *m_fixture;
    const qint64 placed = f.clock.nowMs();
    place(1);
    f.kitchen().setStation(grillId);
    QCOMPARE(f.kitchen().ticket(1)->soonAtMs, placed + 600'000);
    QCOMPARE(f.kitchen().ticket(1)->lateAtMs, placed + 900'000);
    f.kitchen().setStation(coldId);
    QCOMPARE(f.kitchen().ticket(1)->soonAtMs, placed + 300'000);
    QCOMPARE(f.kitchen().ticket(1)->lateAtMs, placed + 480'000);
    f.kitchen().setStation(std::nullopt);
    QCOMPARE(f.kitchen().ticket(1)->lateAtMs, placed + 900'000);

    Order dishes = testOrder(2, placed);
    dishes.lines[0].prepSeconds = 1200;
    dishes.lines[1].prepSeconds = 60;
    f.hub.put(dishes);
    VERIFY_OK(f.follow());
    QCOMPARE(f.kitchen().ticket(2)->soonAtMs, placed + 800'000);
    QCOMPARE(f.kitchen().ticket(2)->lateAtMs, placed + 1'200'000);
    VERIFY_OK(f.kitchen().toggleLines(2, {201})); // the slowest dish is done; the rest is not late for it
    QCOMPARE(f.kitchen().ticket(2)->lateAtMs, placed + 1'200'000);

    Order added = testOrder(3, placed, {grillId, grillId});
    added.lines[0].status = LineStatus::Done;
    added.lines[1].addedAtMs = placed + 3'600'000;
    f.hub.put(added);
    VERIFY_OK(f.follow());
    QCOMPARE(f.kitchen().ticket(3)->lateAtMs, placed + 3'600'000 + 900'000);

    Order promised = testOrder(4, placed, {grillId});
    promised.promisedAtMs = placed + 7'200'000;
    f.hub.put(promised);
    VERIFY_OK(f.follow());
    QCOMPARE(f.kitchen().ticket(4)->lateAtMs, placed + 7'200'000);
    QCOMPARE(f.kitchen().ticket(4)->soonAtMs, placed + 7'200'000 - 300'000);
}

void TerminalKitchenTest::allDayCounts()
{
    TerminalFixture &f = *m_fixture;
    Order order = testOrder(1, f.clock.nowMs(), {grillId, coldId, grillId});
    order.lines[0].quantity = 2500;
    f.hub.put(order);
    f.hub.put(testOrder(2, f.clock.nowMs()));
    VERIFY_OK(f.follow());
    auto counts = f.kitchen().allDay();
    QCOMPARE(counts.size(), std::size_t(2));
    QCOMPARE(counts[0], (AllDayCount{11, QStringLiteral("Dish 11"), 4500, 0, grillId}));
    QCOMPARE(counts[1], (AllDayCount{21, QStringLiteral("Dish 21"), 2000, 0, coldId}));
    VERIFY_OK(f.kitchen().toggleLines(1, {101}));
    VERIFY_OK(f.kitchen().start(2));
    counts = f.kitchen().allDay();
    QCOMPARE(counts[0].quantity, 2000); // done is out, started counts
    f.kitchen().setStation(coldId);
    counts = f.kitchen().allDay();
    QCOMPARE(counts.size(), std::size_t(1));
    QCOMPARE(counts[0].itemId, 21);
}

void TerminalKitchenTest::completedIsNewestFirst()
{
    TerminalFixture &f = *m_fixture;
    f.kitchen().setStation(grillId);
    for (int id = 1; id <= 25; ++id)
        place(id);
    for (int id = 25; id >= 1; --id) {
        f.clock.advance(1000);
        VERIFY_OK(f.kitchen().bump(id));
    }
    const auto list = f.kitchen().completed();
    QCOMPARE(list.size(), std::size_t(20));
    QCOMPARE(list.front().orderId, 1);
    QCOMPARE(list.front().completedAtMs, f.clock.nowMs());
    QCOMPARE(list.front().placedAtMs, f.clock.nowMs() - 25'000);
    QCOMPARE(list.back().orderId, 20);
    QVERIFY(list.front().recallable);
    f.clock.advance(recallWindowMs - 10'000);
    QVERIFY(f.kitchen().completed().front().recallable);
    QVERIFY(!f.kitchen().completed().back().recallable); // no event told of it
}

void TerminalKitchenTest::stationIsKept()
{
    TerminalFixture &f = *m_fixture;
    QSignalSpy changed(&f.kitchen(), &KitchenPort::ticketsChanged);
    f.kitchen().setStation(coldId);
    QTRY_COMPARE(changed.count(), 1);
    VERIFY_OK(f.open());
    QCOMPARE(f.kitchen().station(), std::optional<qint64>(coldId));
    QCOMPARE(f.kitchen().stations().size(), std::size_t(2));
    QCOMPARE(f.kitchen().timeZone(), QStringLiteral("Asia/Almaty"));

    FeedChange gone;
    gone.change = {1, EntityKind::Station, coldId, 2, true, 0, {}};
    VERIFY_OK(f.terminal->cache().applyChanges({gone}, {QStringLiteral("e1"), 1}));
    QCOMPARE(f.kitchen().station(), std::nullopt);
    VERIFY_OK(f.open());
    QCOMPARE(f.kitchen().station(), std::nullopt);
}

void TerminalKitchenTest::commandsAreVisibleAtOnce_data()
{
    QTest::addColumn<QString>("acts"); // s start, l line toggle, b bump, r recall, L recall last
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("lines");
    QTest::newRow("start") << "s" << 3 << "22";
    QTest::newRow("line") << "l" << 3 << "31";
    QTest::newRow("line and back") << "ll" << 3 << "21";
    QTest::newRow("bump") << "b" << 4 << "33";
    QTest::newRow("start, bump") << "sb" << 4 << "33";
    QTest::newRow("line, bump") << "lb" << 4 << "33";
    QTest::newRow("bump, line back") << "bl" << 3 << "23";
    QTest::newRow("bump, recall") << "br" << 3 << "22";
    QTest::newRow("bump, recall, recall") << "brr" << 2 << "11";
    QTest::newRow("handed over") << "bb" << 6 << "33";
    QTest::newRow("handed over, recall") << "bbr" << 4 << "33";
    QTest::newRow("handed over and all the way back") << "bbrrr" << 2 << "11";
    QTest::newRow("recall last") << "bL" << 3 << "22";
    QTest::newRow("recall last twice") << "bbLL" << 3 << "22";
    QTest::newRow("line, bump, recall last") << "lbL" << 3 << "32";
    QTest::newRow("back and forth") << "sbrbbrb" << 6 << "33";
}

void TerminalKitchenTest::commandsAreVisibleAtOnce()
{
    QFETCH(QString, acts);
    QFETCH(int, status);
    QFETCH(QString, lines);
    TerminalFixture &f = *m_fixture;
    place(1);
    const Order row = f.hub.orders.at(1);
    for (const QChar act : acts) {
        f.clock.advance(1000);
        switch (act.unicode()) {
        case u's':
            VERIFY_OK(f.kitchen().start(1));
            break;
        case u'l':
            VERIFY_OK(f.kitchen().toggleLines(1, {101}));
            break;
        case u'b':
            VERIFY_OK(f.kitchen().bump(1));
            break;
        case u'r':
            VERIFY_OK(f.kitchen().recall(1));
            break;
        case u'L':
            VERIFY_OK(f.kitchen().recallLast());
            break;
        default:
            QFAIL("unknown act");
        }
    }
    const auto lineText = [](const Order &order) {
        QString text;
        for (const OrderLine &line : order.lines)
            text += QString::number(int(line.status));
        return text;
    };
    QCOMPARE(int(f.visible(1).status), status);
    QCOMPARE(lineText(f.visible(1)), lines);
    QCOMPARE(*f.terminal->cache().find(1), row); // the hub's row is kept untouched
    const Order seen = f.visible(1);
    VERIFY_OK(f.open());
    QCOMPARE(f.visible(1), seen);
    QVERIFY(f.terminal->visibleOrders().find(1)->pending);
    // And the hub comes to the same end.
    QVERIFY(f.deliver());
    QVERIFY(f.kitchen().parked().empty());
    QCOMPARE(int(f.hub.orders.at(1).status), status);
    QCOMPARE(lineText(f.hub.orders.at(1)), lines);
    QCOMPARE(f.visible(1), f.hub.orders.at(1));
}

void TerminalKitchenTest::hubCancelsWhileABumpIsPending()
{
    TerminalFixture &f = *m_fixture;
    place(1, {grillId});
    VERIFY_OK(f.kitchen().bump(1));
    QCOMPARE(f.visible(1).status, OrderStatus::Ready);
    VERIFY_OK(f.hub.act(1, cancelCommand(), Role::Manager));
    VERIFY_OK(f.follow());
    QCOMPARE(f.visible(1).status, OrderStatus::Cancelled); // what is true
    QCOMPARE(f.visible(1).lines[0].status, LineStatus::Queued);
    QVERIFY(f.terminal->visibleOrders().find(1)->pending);
    QCOMPARE(f.ticketIds(), Ids{1}); // to be seen by whoever bumped it
    f.kitchen().acknowledge(1);
    QCOMPARE(f.ticketIds(), Ids{});
    QVERIFY(f.deliver());
    QCOMPARE(f.kitchen().parked().size(), std::size_t(1));
    QCOMPARE(f.kitchen().parked()[0].errorCode, QStringLiteral("ORDER_TRANSITION_NOT_ALLOWED"));
    QVERIFY(!f.terminal->visibleOrders().find(1)->pending);
    QVERIFY(f.equalsHub());
}

void TerminalKitchenTest::feedBeforeAnswer()
{
    TerminalFixture &f = *m_fixture;
    place(1);
    VERIFY_OK(f.kitchen().start(1));
    VERIFY_OK(f.kitchen().bump(1));
    VERIFY_OK(f.kitchen().bump(1));
    const Order expected = f.visible(1);
    // The hub has taken all three; the feed is faster than the answers.
    for (const OutboxCommand &command : f.terminal->outbox().recent())
        VERIFY_OK(f.hub.receive(command));
    VERIFY_OK(f.follow());
    QCOMPARE(f.terminal->outbox().pendingCount(), 3);
    QCOMPARE(f.visible(1).status, expected.status);
    QCOMPARE(f.visible(1), f.hub.orders.at(1));
    QVERIFY(f.deliver());
    QCOMPARE(f.visible(1), f.hub.orders.at(1));
    QCOMPARE(f.hub.received.size(), std::size_t(3));
}

void TerminalKitchenTest::recallIsNotAddedTwice()
{
    TerminalFixture &f = *m_fixture;
    place(1);
    VERIFY_OK(f.kitchen().bump(1));
    QVERIFY(f.deliver());
    VERIFY_OK(f.kitchen().recall(1));
    QCOMPARE(f.visible(1).status, OrderStatus::Preparing);
    VERIFY_OK(f.hub.receive(f.terminal->outbox().heads()[0]));
    VERIFY_OK(f.follow()); // the row has the recall, the answer is still on its way
    QCOMPARE(f.visible(1).status, OrderStatus::Preparing);
    QCOMPARE(f.visible(1).lines[0].status, LineStatus::Started);
}

void TerminalKitchenTest::noFlickerAtConfirmation_data()
{
    QTest::addColumn<bool>("withRow");
    QTest::newRow("the answer has the row") << true;
    QTest::newRow("the answer has no row, the feed comes later") << false;
}

void TerminalKitchenTest::noFlickerAtConfirmation()
{
    QFETCH(bool, withRow);
    TerminalFixture &f = *m_fixture;
    place(1, {grillId});
    place(2, {grillId});
    f.kitchen().setStation(grillId);
    bool wasDone = false;
    int looks = 0;
    // Looks at every moment at which anybody is told of anything.
    const auto look = [&] {
        ++looks;
        const Order &order = f.visible(1);
        const bool done = order.status == OrderStatus::Ready && order.lines[0].status == LineStatus::Done &&
                          f.ticketIds() == Ids{2} && f.completedIds() == Ids{1};
        QVERIFY2(done || !wasDone, "the ticket came back");
        wasDone = wasDone || done;
    };
    connect(&f.terminal->outbox(), &Outbox::pendingChanged, this, look);
    connect(&f.terminal->outbox(), &Outbox::pendingCountChanged, this, look);
    connect(&f.terminal->outbox(), &Outbox::readyToSend, this, look);
    connect(&f.terminal->cache(), &OrderCache::ordersChanged, this, look);
    connect(&f.terminal->visibleOrders(), &VisibleOrders::changed, this, look);
    connect(&f.kitchen(), &KitchenPort::ticketsChanged, this, look);
    QSignalSpy changed(&f.terminal->visibleOrders(), &VisibleOrders::changed);

    f.clock.advance(5000);
    VERIFY_OK(f.kitchen().bump(1));
    QCOMPARE(changed.count(), 1);
    QVERIFY(wasDone);
    QVERIFY(f.terminal->visibleOrders().find(1)->pending);
    const OutboxCommand head = f.terminal->outbox().heads()[0];
    const auto answer = f.hub.receive(head);
    VERIFY_OK(answer);
    VERIFY_OK(f.terminal->outbox().markConfirmed(head.id, withRow ? std::optional<Order>(*answer) : std::nullopt));
    QCOMPARE(changed.count(), 2); // pending ended, in one step with the row
    QVERIFY(!f.terminal->visibleOrders().find(1)->pending);
    look();
    VERIFY_OK(f.follow());
    look();
    QCoreApplication::processEvents();
    QCOMPARE(f.visible(1), f.hub.orders.at(1));
    QVERIFY(looks > 5);
    QVERIFY(f.equalsHub());

    // What lingered does not come back when somebody takes the order back.
    OrderCommand recall;
    recall.kind = OrderCommand::Kind::Recall;
    wasDone = false;
    VERIFY_OK(f.hub.act(1, recall, Role::Manager));
    VERIFY_OK(f.follow());
    QCOMPARE(f.visible(1), f.hub.orders.at(1));
    disconnect(&f.terminal->outbox(), nullptr, this, nullptr);
    disconnect(&f.terminal->cache(), nullptr, this, nullptr);
    disconnect(&f.terminal->visibleOrders(), nullptr, this, nullptr);
    disconnect(&f.kitchen(), nullptr, this, nullptr);
}

void TerminalKitchenTest::refusedCommandsAreNotWritten()
{
    TerminalFixture &f = *m_fixture;
    place(1);
    VERIFY_REFUSED(f.kitchen().bump(99), ErrorCode::NotFound);
    VERIFY_REFUSED(f.kitchen().start(99), ErrorCode::NotFound);
    VERIFY_REFUSED(f.kitchen().recall(99), ErrorCode::NotFound);
    VERIFY_REFUSED(f.kitchen().toggleLines(1, {999}), ErrorCode::NotFound);
    VERIFY_REFUSED(f.kitchen().recall(1), ErrorCode::RecallNotAllowed);
    VERIFY_REFUSED(f.kitchen().recallLast(), ErrorCode::RecallNotAllowed);
    f.kitchen().setStation(grillId);
    VERIFY_REFUSED(f.kitchen().recall(1), ErrorCode::RecallNotAllowed);
    QCOMPARE(f.terminal->outbox().pendingCount(), 0);
}

void TerminalKitchenTest::reachedTargetsAreNotWritten()
{
    TerminalFixture &f = *m_fixture;
    place(1);
    VERIFY_OK(f.kitchen().start(1));
    VERIFY_OK(f.kitchen().start(1));
    QCOMPARE(f.terminal->outbox().pendingCount(), 1);
}

void TerminalKitchenTest::managersRecallLonger()
{
    TerminalFixture &f = *m_fixture;
    f.hub.role = Role::Manager;
    place(1, {grillId});
    VERIFY_OK(f.kitchen().bump(1));
    f.clock.advance(recallWindowMs + 1);
    VERIFY_REFUSED(f.kitchen().recall(1), ErrorCode::RecallTooLate);
    VERIFY_OK(f.terminal->setCredentials({QStringLiteral("http://hub"), QStringLiteral("t"), Role::Manager}));
    VERIFY_OK(f.kitchen().recall(1));
    QCOMPARE(f.visible(1).status, OrderStatus::Preparing);
}

void TerminalKitchenTest::recallChain()
{
    TerminalFixture &f = *m_fixture;
    place(1);
    VERIFY_OK(f.kitchen().bump(1));
    VERIFY_OK(f.kitchen().bump(1));
    QVERIFY(f.deliver());
    QCOMPARE(f.ticketIds(), Ids{});
    for (const OrderStatus expected : {OrderStatus::Ready, OrderStatus::Preparing, OrderStatus::Accepted}) {
        f.clock.advance(1000);
        VERIFY_OK(f.kitchen().recall(1));
        QCOMPARE(f.visible(1).status, expected);
        QCOMPARE(f.ticketIds(), Ids{1});
    }
    VERIFY_REFUSED(f.kitchen().recall(1), ErrorCode::RecallNotAllowed);
    QVERIFY(f.deliver());
    QVERIFY(f.kitchen().parked().empty());
    QCOMPARE(f.hub.orders.at(1).status, OrderStatus::Accepted);
}

void TerminalKitchenTest::recallAtAStation()
{
    TerminalFixture &f = *m_fixture;
    place(1);
    place(2, {coldId});
    f.kitchen().setStation(coldId);
    VERIFY_OK(f.kitchen().bump(1));
    QVERIFY(f.kitchen().completed()[0].recallable);
    VERIFY_OK(f.kitchen().recall(1));
    QCOMPARE(f.ticketIds(), (Ids{1, 2}));
    QCOMPARE(f.visible(1).lines[0].status, LineStatus::Queued); // the grill's line was not touched
    QCOMPARE(f.visible(1).lines[1].status, LineStatus::Started);
    VERIFY_REFUSED(f.kitchen().recall(1), ErrorCode::RecallNotAllowed); // an order that is made elsewhere too

    // An order that is made here alone goes back step by step; completed elsewhere it comes back whole.
    VERIFY_OK(f.kitchen().bump(2));
    f.kitchen().setStation(std::nullopt);
    VERIFY_OK(f.kitchen().bump(2));
    QCOMPARE(f.visible(2).status, OrderStatus::Completed);
    f.kitchen().setStation(coldId);
    VERIFY_OK(f.kitchen().recall(2));
    QCOMPARE(f.visible(2).status, OrderStatus::Preparing);
    QCOMPARE(f.ticketIds(), (Ids{1, 2}));
    VERIFY_OK(f.kitchen().recall(2));
    QCOMPARE(f.visible(2).status, OrderStatus::Accepted);
    QVERIFY(f.deliver());
    QVERIFY(f.kitchen().parked().empty());
    QVERIFY(f.equalsHub());
}

void TerminalKitchenTest::recallLastTakesBackBumpByBump()
{
    TerminalFixture &f = *m_fixture;
    place(1);
    place(2);
    place(3);
    f.kitchen().setStation(grillId);
    VERIFY_OK(f.kitchen().bump(2));
    VERIFY_OK(f.kitchen().bump(1));
    VERIFY_OK(f.kitchen().bump(3));
    QVERIFY(f.deliver());
    QCOMPARE(f.ticketIds(), Ids{});
    VERIFY_OK(f.kitchen().recallLast());
    QCOMPARE(f.ticketIds(), Ids{3});
    VERIFY_OK(f.kitchen().recallLast());
    QCOMPARE(f.ticketIds(), (Ids{1, 3}));
    VERIFY_OK(f.kitchen().bump(3)); // and one more in between
    VERIFY_OK(f.kitchen().recallLast());
    VERIFY_OK(f.kitchen().recallLast());
    QCOMPARE(f.ticketIds(), (Ids{1, 2, 3}));
    VERIFY_REFUSED(f.kitchen().recallLast(), ErrorCode::RecallNotAllowed);
}

void TerminalKitchenTest::recallLastKeepsLinesThatWereDoneBefore()
{
    TerminalFixture &f = *m_fixture;
    place(1, {grillId, grillId, grillId});
    VERIFY_OK(f.kitchen().toggleLines(1, {102}));
    VERIFY_OK(f.kitchen().bump(1));
    VERIFY_OK(f.kitchen().bump(1));
    VERIFY_OK(f.kitchen().recallLast()); // the hand-over
    QCOMPARE(f.visible(1).status, OrderStatus::Ready);
    VERIFY_OK(f.kitchen().recallLast()); // the two lines of the bump
    QCOMPARE(f.visible(1).lines[0].status, LineStatus::Started);
    QCOMPARE(f.visible(1).lines[1].status, LineStatus::Done);
    QCOMPARE(f.visible(1).lines[2].status, LineStatus::Started);
    VERIFY_OK(f.kitchen().recallLast());
    QCOMPARE(f.visible(1).lines[1].status, LineStatus::Started);
}

void TerminalKitchenTest::recallLastSurvivesARestart()
{
    TerminalFixture &f = *m_fixture;
    place(1);
    place(2);
    VERIFY_OK(f.kitchen().bump(1));
    QVERIFY(f.deliver());
    VERIFY_OK(f.kitchen().bump(2));
    VERIFY_OK(f.kitchen().recallLast());
    VERIFY_OK(f.open());
    VERIFY_OK(f.kitchen().recallLast());
    QCOMPARE(f.visible(1).status, OrderStatus::Preparing);
    VERIFY_REFUSED(f.kitchen().recallLast(), ErrorCode::RecallNotAllowed);
}

void TerminalKitchenTest::recallLastPassesOverWhatOthersTookBack()
{
    TerminalFixture &f = *m_fixture;
    place(1);
    place(2);
    VERIFY_OK(f.kitchen().bump(1));
    VERIFY_OK(f.kitchen().bump(2));
    QVERIFY(f.deliver());
    OrderCommand recall;
    recall.kind = OrderCommand::Kind::Recall;
    VERIFY_OK(f.hub.act(2, recall, Role::Kitchen)); // another screen
    VERIFY_OK(f.follow());
    VERIFY_OK(f.kitchen().recallLast());
    QCOMPARE(f.visible(1).status, OrderStatus::Preparing);
    QCOMPARE(f.visible(2).status, OrderStatus::Preparing);
    // A refused command is nothing that could be taken back.
    QVERIFY(f.deliver());
    VERIFY_OK(f.kitchen().bump(1));
    VERIFY_OK(f.terminal->outbox().park(f.terminal->outbox().heads()[0].id, QStringLiteral("X"), {}));
    VERIFY_REFUSED(f.kitchen().recallLast(), ErrorCode::RecallNotAllowed);
}

void TerminalKitchenTest::recallTooLate()
{
    TerminalFixture &f = *m_fixture;
    place(1);
    VERIFY_OK(f.kitchen().bump(1));
    VERIFY_OK(f.kitchen().bump(1));
    f.clock.advance(recallWindowMs);
    QVERIFY(f.kitchen().completed()[0].recallable);
    f.clock.advance(1);
    QVERIFY(!f.kitchen().completed()[0].recallable);
    VERIFY_REFUSED(f.kitchen().recall(1), ErrorCode::RecallTooLate);
    VERIFY_REFUSED(f.kitchen().recallLast(), ErrorCode::RecallTooLate);
    QCOMPARE(f.terminal->outbox().pendingCount(), 2);
}

void TerminalKitchenTest::oneSignalAnEventLoopTurn()
{
    TerminalFixture &f = *m_fixture;
    QCoreApplication::processEvents();
    QSignalSpy changed(&f.kitchen(), &KitchenPort::ticketsChanged);
    for (int id = 1; id <= 10; ++id)
        place(id);
    VERIFY_OK(f.kitchen().bump(1));
    VERIFY_OK(f.kitchen().bump(2));
    QVERIFY(f.deliver());
    QCOMPARE(f.ticketIds().size(), std::size_t(10)); // up to date without any signal
    QCOMPARE(changed.count(), 0);
    QTRY_COMPARE(changed.count(), 1);
    QCoreApplication::processEvents();
    QCOMPARE(changed.count(), 1);
}

void TerminalKitchenTest::arrivalsAreAnnouncedOnce()
{
    TerminalFixture &f = *m_fixture;
    QSignalSpy arrived(&f.kitchen(), &KitchenPort::ticketArrived);
    QSignalSpy changed(&f.kitchen(), &KitchenPort::ticketsChanged);
    place(1, {grillId});
    place(2, {coldId});
    QTRY_COMPARE(arrived.count(), 2);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(arrived[0][0].toLongLong(), 1);
    VERIFY_OK(f.kitchen().bump(1));
    VERIFY_OK(f.kitchen().bump(1));
    VERIFY_OK(f.kitchen().recall(1)); // back on the screen, but no new one
    f.kitchen().setStation(coldId);
    place(3, {grillId}); // not of this station
    place(4, {coldId, grillId});
    QTRY_COMPARE(arrived.count(), 3);
    QCOMPARE(arrived[2][0].toLongLong(), 4);
    VERIFY_OK(f.snapshot());
    QTRY_COMPARE(changed.count(), 2);
    QCoreApplication::processEvents();
    QCOMPARE(arrived.count(), 3);
}

void TerminalKitchenTest::firstSnapshotIsNoArrival()
{
    TerminalFixture f;
    VERIFY_OK(f.open());
    QSignalSpy arrived(&f.kitchen(), &KitchenPort::ticketArrived);
    QSignalSpy changed(&f.kitchen(), &KitchenPort::ticketsChanged);
    f.hub.put(testOrder(1, f.clock.nowMs()));
    VERIFY_OK(f.snapshot());
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(arrived.count(), 0);
    f.hub.put(testOrder(2, f.clock.nowMs()));
    VERIFY_OK(f.follow());
    QTRY_COMPARE(arrived.count(), 1);
    QCOMPARE(arrived[0][0].toLongLong(), 2);
    // One that came while this screen was off is new to it.
    f.hub.put(testOrder(3, f.clock.nowMs()));
    VERIFY_OK(f.open());
    QSignalSpy again(&f.kitchen(), &KitchenPort::ticketArrived);
    VERIFY_OK(f.follow());
    QTRY_COMPARE(again.count(), 1);
}

void TerminalKitchenTest::paintedIsReportedOnce()
{
    TerminalFixture &f = *m_fixture;
    CollectingSink sink;
    f.kitchen().setPaintedSink(&sink);
    f.kitchen().reportPainted({1, 2});
    f.kitchen().reportCounted({3, 1});
    QCOMPARE(sink.texts, (QStringList{QStringLiteral("1@0p"), QStringLiteral("2@0p"), QStringLiteral("3@0c")}));
    sink.texts.clear();
    f.kitchen().reportPainted({1, 2, 3}); // 3 came to the first page
    f.kitchen().reportCounted({3, 2});
    QCOMPARE(sink.texts, QStringList{QStringLiteral("3@0p")});
    sink.texts.clear();
    f.kitchen().setStation(coldId);
    f.kitchen().reportPainted({1});
    QCOMPARE(sink.texts, QStringList{QStringLiteral("1@2p")});
    sink.texts.clear();

    f.hub.epoch = QStringLiteral("e2");
    VERIFY_OK(f.snapshot());
    f.kitchen().reportPainted({1});
    f.kitchen().reportPainted({1});
    QCOMPARE(sink.texts, QStringList{QStringLiteral("1@2p")});
    f.kitchen().setPaintedSink(nullptr);
}

void TerminalKitchenTest::paintedWaitsForASink()
{
    TerminalFixture &f = *m_fixture;
    f.kitchen().reportPainted({1});
    f.kitchen().reportCounted({2});
    CollectingSink sink;
    f.kitchen().setPaintedSink(&sink);
    QCOMPARE(sink.texts, (QStringList{QStringLiteral("1@0p"), QStringLiteral("2@0c")}));
    f.kitchen().setPaintedSink(nullptr);
    f.kitchen().setPaintedSink(&sink);
    QCOMPARE(sink.texts.size(), 2);
}

void TerminalKitchenTest::knowsWhatIsNotDrawn()
{
    TerminalFixture &f = *m_fixture;
    QCOMPARE(f.kitchen().oldestUnpaintedMs(1'000), 0);
    place(1);
    place(2);
    place(3, {coldId});
    QCOMPARE(f.kitchen().oldestUnpaintedMs(1'000), 0);
    QCOMPARE(f.kitchen().oldestUnpaintedMs(9'000), 8'000);
    f.kitchen().reportPainted({1});
    QCOMPARE(f.kitchen().oldestUnpaintedMs(10'000), 9'000);
    f.kitchen().reportCounted({2, 3}); // on the next page is in sight
    QCOMPARE(f.kitchen().oldestUnpaintedMs(11'000), 0);
    place(4);
    QCOMPARE(f.kitchen().oldestUnpaintedMs(12'000), 0);
    QCOMPARE(f.kitchen().oldestUnpaintedMs(20'000), 8'000);
    // Of another station's view: it is not to be drawn here, and waits anew when that station is shown again.
    f.kitchen().setStation(coldId);
    QCOMPARE(f.kitchen().oldestUnpaintedMs(30'000), 18'000);
    f.kitchen().setStation(grillId);
    f.kitchen().reportPainted({4});
    QCOMPARE(f.kitchen().oldestUnpaintedMs(40'000), 0);
    QVERIFY(f.kitchen().bump(4));
    QCOMPARE(f.kitchen().oldestUnpaintedMs(50'000), 0);
}

void TerminalKitchenTest::largeKitchenIsFast()
{
    TerminalFixture f;
    VERIFY_OK(f.open());
    for (int id = 1; id <= 300; ++id)
        f.hub.put(testOrder(id, f.clock.nowMs() + id, {grillId, coldId, grillId, coldId, grillId, coldId, grillId}));
    for (int id = 301; id <= 1300; ++id) {
        Order closed = testOrder(id, f.clock.nowMs());
        closed.status = OrderStatus::Completed;
        f.hub.put(closed);
    }
    QElapsedTimer timer;
    timer.start();
    VERIFY_OK(f.snapshot());
    const qint64 snapshotNs = timer.nsecsElapsed();
    QCOMPARE(f.ticketIds().size(), std::size_t(300));

    qint64 bumpNs = 0;
    qint64 rebuildNs = 0;
    qint64 cachedNs = 0;
    constexpr int rounds = 50;
    for (int id = 1; id <= rounds; ++id) {
        timer.start();
        VERIFY_OK(f.kitchen().toggleLines(id, {id * 100 + 1}));
        bumpNs += timer.nsecsElapsed();
        timer.start();
        QCOMPARE(f.kitchen().tickets().size(), std::size_t(300));
        rebuildNs += timer.nsecsElapsed();
        timer.start();
        QCOMPARE(f.kitchen().tickets().size(), std::size_t(300));
        cachedNs += timer.nsecsElapsed();
    }
    qInfo("300 open orders with 2100 lines, 1000 closed: snapshot %.1f ms, bump %.3f ms, tickets() after a change %.3f "
          "ms, cached %.3f ms",
          double(snapshotNs) / 1e6, double(bumpNs) / rounds / 1e6, double(rebuildNs) / rounds / 1e6,
          double(cachedNs) / rounds / 1e6);
    // Ten times what it takes: catches a query or a quadratic loop per call, not a busy machine.
    QVERIFY(rebuildNs / rounds < 50'000'000);
}

QTEST_GUILESS_MAIN(TerminalKitchenTest)
#include "terminalkitchentest.moc"
