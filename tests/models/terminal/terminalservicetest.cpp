// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/terminal/terminalfixture.h"

#include <QSignalSpy>

#include <array>
#include <functional>

using namespace oshaq;

/// What a service needs beyond bumping: courses, what goes first, what others change, and taking things back.
class TerminalServiceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    // Courses and turns
    void coursesWaitUntilFired();
    void aCourseIsFiredAtEveryStation();
    void limitsCountFromTheFiring();
    void priorityGoesFirst();
    void dishesFinishTogether();

    // What others changed
    void linesThatCameLaterAreTold();
    void voidedLinesStayUntilSeen();
    void aVoidedTicketStaysUntilSeen();
    void cancelledTicketsStayUntilSeen();
    void theHeadIsTold();
    void whatWasSeenIsKept();
    void ownVoidsAreSeen();
    void nothingIsNewAboutTheFirstSnapshot();

    // Taking back
    void tenStepsAreUndone();
    void undoPassesOverWhatOthersDid();
    void oneActIsTakenBackByName();
    void undoWorksOffline();
    void undoSurvivesARestart();
    void actsAreListed();

private:
    Order place(qint64 id, const std::vector<qint64> &stationIds = {grillId, coldId})
    {
        const Order order = testOrder(id, m_fixture->clock.nowMs(), stationIds);
        put(order);
        return order;
    }
    void put(const Order &order)
    {
        m_fixture->hub.put(order);
        if (!m_fixture->follow())
            qFatal("the page was refused");
    }
    QStringList changes(qint64 id)
    {
        QStringList texts;
        const auto ticket = m_fixture->kitchen().ticket(id);
        if (!ticket)
            return {QStringLiteral("gone")};
        for (const TicketChange &change : ticket->changes) {
            static const char *const names[] = {"added", "voided", "cancelled", "head"};
            texts << QLatin1String(names[int(change.kind)]) + QStringLiteral(" %1").arg(change.lineId);
        }
        return texts;
    }
    LineStatus lineStatus(qint64 id, size_t line) { return m_fixture->visible(id).lines.at(line).status; }
    OrderCommand voidCommand(qint64 lineId)
    {
        OrderCommand command = lineCommand(LineAction::Void, {lineId});
        command.reason = QStringLiteral("out of stock");
        return command;
    }

    std::unique_ptr<TerminalFixture> m_fixture;
};

void TerminalServiceTest::init()
{
    m_fixture = std::make_unique<TerminalFixture>();
    VERIFY_OK(m_fixture->open());
    VERIFY_OK(m_fixture->snapshot());
}

void TerminalServiceTest::coursesWaitUntilFired()
{
    TerminalFixture &f = *m_fixture;
    Order order = testOrder(1, f.clock.nowMs(), {grillId, grillId, grillId});
    order.lines[1].course = 2;
    order.lines[2].course = 3;
    holdLaterCourses(&order.lines);
    put(order);
    QCOMPARE(f.kitchen().allDay()[0].quantity, qint64{1000});
    QCOMPARE(f.kitchen().allDay()[0].held, qint64{2000});
    VERIFY_OK(f.kitchen().start(1));
    QCOMPARE(lineStatus(1, 0), LineStatus::Started);
    QCOMPARE(lineStatus(1, 1), LineStatus::Queued);
    VERIFY_OK(f.kitchen().bump(1));
    QCOMPARE(f.visible(1).status, OrderStatus::Preparing);
    QCOMPARE(f.ticketIds(), Ids{1});
    // A second bump by a wet thumb fires nothing and finishes nothing.
    VERIFY_REFUSED(f.kitchen().bump(1), ErrorCode::LineTransitionNotAllowed);
    QCOMPARE(lineStatus(1, 1), LineStatus::Queued);
    VERIFY_OK(f.kitchen().fire(1, 0));
    QVERIFY(!f.visible(1).lines[1].held);
    QVERIFY(f.visible(1).lines[2].held);
    VERIFY_OK(f.kitchen().hold(1, 2));
    QVERIFY(f.visible(1).lines[1].isHeld());
    VERIFY_OK(f.kitchen().fire(1, 3));
    QVERIFY(f.visible(1).lines[1].isHeld() && !f.visible(1).lines[2].held);
    VERIFY_REFUSED(f.kitchen().fire(1, 3), ErrorCode::LineTransitionNotAllowed);
    VERIFY_REFUSED(f.kitchen().hold(1, 1), ErrorCode::LineTransitionNotAllowed);
    VERIFY_OK(f.kitchen().fire(1, 0));
    VERIFY_OK(f.kitchen().bump(1));
    QCOMPARE(f.visible(1).status, OrderStatus::Ready);
    QVERIFY(f.deliver());
    QVERIFY(f.kitchen().parked().empty());
    QVERIFY(f.equalsHub());
    // And what the hub knows of courses is here after a restart.
    Order held = testOrder(2, f.clock.nowMs(), {grillId, grillId});
    held.lines[1].course = 2;
    held.priority = true;
    holdLaterCourses(&held.lines);
    put(held);
    VERIFY_OK(f.open());
    QCOMPARE(f.visible(2), f.hub.orders.at(2));
}

void TerminalServiceTest::aCourseIsFiredAtEveryStation()
{
    TerminalFixture &f = *m_fixture;
    Order order = testOrder(1, f.clock.nowMs(), {grillId, grillId, coldId});
    order.lines[1].course = 2;
    order.lines[2].course = 2;
    holdLaterCourses(&order.lines);
    put(order);
    f.kitchen().setStation(grillId);
    VERIFY_OK(f.kitchen().fire(1, 0));
    QVERIFY(!f.visible(1).lines[1].held && !f.visible(1).lines[2].held);
}

void TerminalServiceTest::limitsCountFromTheFiring()
{
    TerminalFixture &f = *m_fixture;
    Order order = testOrder(1, f.clock.nowMs(), {grillId, grillId});
    order.lines[1].course = 2;
    holdLaterCourses(&order.lines);
    put(order);
    f.kitchen().setStation(grillId);
    VERIFY_OK(f.kitchen().toggleLines(1, {101}));
    f.clock.advance(1'800'000);
    const qint64 fired = f.kitchen().hubNowMs();
    VERIFY_OK(f.kitchen().fire(1, 0));
    QCOMPARE(f.kitchen().ticket(1)->lateAtMs, fired + 900'000);
}

void TerminalServiceTest::priorityGoesFirst()
{
    TerminalFixture &f = *m_fixture;
    for (qint64 id = 1; id <= 3; ++id)
        place(id);
    VERIFY_OK(f.kitchen().setPriority(3, true));
    QCOMPARE(f.ticketIds(), (Ids{3, 1, 2}));
    VERIFY_OK(f.kitchen().setPriority(2, true));
    QCOMPARE(f.ticketIds(), (Ids{2, 3, 1}));
    VERIFY_OK(f.kitchen().setPriority(3, false));
    QCOMPARE(f.ticketIds(), (Ids{2, 1, 3}));
    QVERIFY(f.deliver());
    QVERIFY(f.hub.orders.at(2).priority && !f.hub.orders.at(3).priority);
    QVERIFY(f.equalsHub());
}

void TerminalServiceTest::dishesFinishTogether()
{
    TerminalFixture &f = *m_fixture;
    const qint64 placed = f.clock.nowMs();
    Order order = testOrder(1, placed, {grillId, coldId, grillId, grillId});
    order.lines[0].prepSeconds = 900;
    order.lines[1].prepSeconds = 120;
    order.lines[3].course = 2;
    order.lines[3].prepSeconds = 60;
    holdLaterCourses(&order.lines);
    put(order);
    // The soup is begun when the steak has two minutes left, at whatever station; a dish of unknown length with the
    // longest, and what is held has no time yet.
    QCOMPARE(f.kitchen().ticket(1)->startAtMs, (std::vector<qint64>{placed, placed + 780'000, placed, placed}));
    f.kitchen().setStation(coldId);
    QCOMPARE(f.kitchen().ticket(1)->startAtMs, (std::vector<qint64>{placed + 780'000}));

    Order promised = testOrder(2, placed, {grillId});
    promised.lines[0].prepSeconds = 600;
    promised.promisedAtMs = placed + 3'600'000;
    put(promised);
    f.kitchen().setStation(grillId);
    QCOMPARE(f.kitchen().ticket(2)->startAtMs, (std::vector<qint64>{placed + 3'000'000}));
}

void TerminalServiceTest::linesThatCameLaterAreTold()
{
    TerminalFixture &f = *m_fixture;
    QSignalSpy told(&f.kitchen(), &KitchenPort::ticketChanged);
    Order order = place(1, {grillId});
    QCOMPARE(changes(1), QStringList());
    f.clock.advance(60'000);
    order.lines.push_back(testLine(102, 11, grillId, f.clock.nowMs()));
    ++order.version;
    put(order);
    QCOMPARE(changes(1), QStringList{QStringLiteral("added 102")});
    QTRY_COMPARE(told.count(), 1);
    QCOMPARE(told.front().front().toLongLong(), qint64{1});
    // Nothing else is told of the same change.
    order.lines[0].status = LineStatus::Started;
    ++order.version;
    put(order);
    QCoreApplication::processEvents();
    QCOMPARE(told.count(), 1);
    f.kitchen().acknowledge(1);
    QCOMPARE(changes(1), QStringList());
}

void TerminalServiceTest::voidedLinesStayUntilSeen()
{
    TerminalFixture &f = *m_fixture;
    QSignalSpy told(&f.kitchen(), &KitchenPort::ticketChanged);
    place(1, {grillId, grillId});
    VERIFY_OK(f.hub.act(1, voidCommand(102), Role::Manager));
    VERIFY_OK(f.follow());
    QCOMPARE(changes(1), QStringList{QStringLiteral("voided 102")});
    QTRY_COMPARE(told.count(), 1);
    f.kitchen().acknowledge(1);
    QCOMPARE(changes(1), QStringList());
    // Wanted again after all, and voided again: that is news.
    VERIFY_OK(f.hub.act(1, lineCommand(LineAction::Restore, {102}), Role::Manager));
    VERIFY_OK(f.follow());
    QCOMPARE(changes(1), QStringList());
    VERIFY_OK(f.hub.act(1, voidCommand(102), Role::Manager));
    VERIFY_OK(f.follow());
    QCOMPARE(changes(1), QStringList{QStringLiteral("voided 102")});
}

void TerminalServiceTest::aVoidedTicketStaysUntilSeen()
{
    TerminalFixture &f = *m_fixture;
    place(1);
    f.kitchen().setStation(grillId);
    VERIFY_OK(f.hub.act(1, voidCommand(101), Role::Manager));
    VERIFY_OK(f.follow());
    QCOMPARE(f.ticketIds(), Ids{1});
    f.kitchen().acknowledge(1);
    QCOMPARE(f.ticketIds(), Ids{});
    // The other station never had that line.
    f.kitchen().setStation(coldId);
    QCOMPARE(changes(1), QStringList());
}

void TerminalServiceTest::cancelledTicketsStayUntilSeen()
{
    TerminalFixture &f = *m_fixture;
    place(1);
    place(2);
    VERIFY_OK(f.kitchen().bump(2));
    VERIFY_OK(f.kitchen().bump(2));
    QVERIFY(f.deliver());
    VERIFY_OK(f.hub.act(1, cancelCommand(), Role::Manager));
    VERIFY_OK(f.follow());
    QCOMPARE(f.ticketIds(), Ids{1});
    QCOMPARE(changes(1), QStringList{QStringLiteral("cancelled 0")});
    f.kitchen().acknowledge(1);
    QCOMPARE(f.ticketIds(), Ids{});
    QCOMPARE(f.completedIds().size(), size_t{2});
}

void TerminalServiceTest::theHeadIsTold()
{
    TerminalFixture &f = *m_fixture;
    Order order = place(1);
    order.allergy = QStringLiteral("nuts");
    ++order.version;
    put(order);
    QCOMPARE(changes(1), QStringList{QStringLiteral("head 0")});
    f.kitchen().acknowledge(1);
    QCOMPARE(changes(1), QStringList());
}

void TerminalServiceTest::whatWasSeenIsKept()
{
    TerminalFixture &f = *m_fixture;
    Order order = place(1);
    place(2);
    order.table = QStringLiteral("7");
    ++order.version;
    put(order);
    VERIFY_OK(f.hub.act(2, voidCommand(201), Role::Manager));
    VERIFY_OK(f.follow());
    f.kitchen().acknowledge(2);
    VERIFY_OK(f.open());
    QCOMPARE(changes(1), QStringList{QStringLiteral("head 0")});
    QCOMPARE(changes(2), QStringList());
}

void TerminalServiceTest::ownVoidsAreSeen()
{
    TerminalFixture &f = *m_fixture;
    QSignalSpy told(&f.kitchen(), &KitchenPort::ticketChanged);
    place(1, {grillId, grillId});
    VERIFY_REFUSED(f.kitchen().voidLines(1, {101}, QStringLiteral(" ")), ErrorCode::ValidationFailed);
    VERIFY_OK(f.kitchen().voidLines(1, {101}, QStringLiteral("burnt")));
    QCOMPARE(lineStatus(1, 0), LineStatus::Voided);
    QCOMPARE(changes(1), QStringList());
    QCoreApplication::processEvents();
    QCOMPARE(told.count(), 0);
}

void TerminalServiceTest::nothingIsNewAboutTheFirstSnapshot()
{
    TerminalFixture &f = *m_fixture;
    Order order = testOrder(1, f.clock.nowMs(), {grillId, grillId});
    order.lines[1].status = LineStatus::Voided;
    f.hub.put(order);
    Order cancelled = testOrder(2, f.clock.nowMs());
    cancelled.status = OrderStatus::Cancelled;
    f.hub.put(cancelled);
    VERIFY_OK(f.snapshot());
    QCOMPARE(f.ticketIds(), Ids{1});
    QCOMPARE(changes(1), QStringList());
}

void TerminalServiceTest::tenStepsAreUndone()
{
    TerminalFixture &f = *m_fixture;
    Order courses = testOrder(1, f.clock.nowMs(), {grillId, grillId});
    courses.lines[1].course = 2;
    holdLaterCourses(&courses.lines);
    put(courses);
    place(2);
    place(3);
    std::vector<std::array<Order, 3>> states;
    KitchenService &kitchen = f.kitchen();
    const std::vector<std::function<Result<void>()>> steps{
        [&] { return kitchen.setPriority(3, true); },
        [&] { return kitchen.start(1); },
        [&] { return kitchen.fire(1, 0); },
        [&] { return kitchen.toggleLines(1, {101}); },
        [&] { return kitchen.voidLines(2, {201}, QStringLiteral("out of stock")); },
        [&] { return kitchen.bump(2); },
        [&] { return kitchen.bump(2); },
        [&] { return kitchen.start(3); },
        [&] { return kitchen.toggleLines(3, {302}); },
        [&] { return kitchen.setPriority(3, false); },
    };
    for (const auto &step : steps) {
        states.push_back({f.visible(1), f.visible(2), f.visible(3)});
        f.clock.advance(1000);
        VERIFY_OK(step());
    }
    QCOMPARE(f.visible(2).status, OrderStatus::Completed);
    QCOMPARE(kitchen.shiftActions(100).size(), size_t{10});

    // What a step back cannot give back: that a line was queued when it was bumped, or that nobody had accepted it.
    const auto picture = [](const Order &order) {
        QStringList lines;
        for (const OrderLine &line : order.lines) {
            const bool closed = line.status == LineStatus::Voided || line.status == LineStatus::Done;
            lines << (closed ? lineStatusText(line.status) : QStringLiteral("open")) +
                         (line.isHeld() ? QStringLiteral(" held") : QString());
        }
        return lines.join(u',') + QStringLiteral(" %1 %2").arg(order.priority).arg(order.cost.totalMinor);
    };
    for (auto state = states.rbegin(); state != states.rend(); ++state) {
        f.clock.advance(1000);
        VERIFY_OK(kitchen.undo({}));
        for (qint64 id = 1; id <= 3; ++id)
            QCOMPARE(picture(f.visible(id)), picture(state->at(size_t(id - 1))));
    }
    VERIFY_REFUSED(kitchen.undo({}), ErrorCode::RecallNotAllowed);
    QVERIFY(f.visible(2).status < OrderStatus::Ready);
    QVERIFY(f.deliver());
    QVERIFY(kitchen.parked().empty());
    QVERIFY(f.equalsHub());
}

void TerminalServiceTest::undoPassesOverWhatOthersDid()
{
    TerminalFixture &f = *m_fixture;
    place(1);
    place(2);
    VERIFY_OK(f.kitchen().start(1));
    VERIFY_OK(f.kitchen().start(2));
    QVERIFY(f.deliver());
    // Somebody else finished the second one: that it was begun here is nobody's to take back.
    VERIFY_OK(f.hub.act(2, lineCommand(LineAction::Done, {201, 202}), Role::Kitchen));
    VERIFY_OK(f.follow());
    const auto undone = f.kitchen().undo({});
    VERIFY_OK(undone);
    QCOMPARE(undone->orderId, qint64{1});
    QCOMPARE(lineStatus(1, 0), LineStatus::Queued);
    QCOMPARE(lineStatus(2, 0), LineStatus::Done);
    VERIFY_REFUSED(f.kitchen().undo({}), ErrorCode::RecallNotAllowed);
}

void TerminalServiceTest::oneActIsTakenBackByName()
{
    TerminalFixture &f = *m_fixture;
    place(1);
    place(2);
    VERIFY_OK(f.kitchen().bump(1));
    VERIFY_OK(f.kitchen().bump(2));
    const auto actions = f.kitchen().shiftActions(10);
    QCOMPARE(actions.size(), size_t{2});
    QCOMPARE(actions[1].orderId, qint64{1});
    QVERIFY(actions[1].undoable);
    VERIFY_OK(f.kitchen().undo(actions[1].batch));
    QCOMPARE(f.visible(1).status, OrderStatus::Preparing);
    QCOMPARE(f.visible(2).status, OrderStatus::Ready);
    VERIFY_REFUSED(f.kitchen().undo(actions[1].batch), ErrorCode::RecallNotAllowed);
    QVERIFY(f.kitchen().shiftActions(10)[1].undone);
}

void TerminalServiceTest::undoWorksOffline()
{
    TerminalFixture &f = *m_fixture;
    place(1);
    VERIFY_OK(f.kitchen().bump(1));
    VERIFY_OK(f.kitchen().undo({}));
    VERIFY_OK(f.kitchen().bump(1));
    QVERIFY(f.terminal->visibleOrders().find(1)->pending);
    QVERIFY(f.deliver());
    QCOMPARE(f.hub.orders.at(1).status, OrderStatus::Ready);
    QVERIFY(f.kitchen().parked().empty());
    QVERIFY(f.equalsHub());
}

void TerminalServiceTest::undoSurvivesARestart()
{
    TerminalFixture &f = *m_fixture;
    place(1);
    VERIFY_OK(f.kitchen().bump(1));
    VERIFY_OK(f.kitchen().setPriority(1, true));
    VERIFY_OK(f.kitchen().undo({}));
    VERIFY_OK(f.open());
    QCOMPARE(f.kitchen().shiftActions(10).size(), size_t{2});
    QVERIFY(f.kitchen().shiftActions(10)[0].undone);
    VERIFY_OK(f.kitchen().undo({}));
    QCOMPARE(f.visible(1).status, OrderStatus::Preparing);
}

void TerminalServiceTest::actsAreListed()
{
    TerminalFixture &f = *m_fixture;
    place(1);
    f.clock.advance(1000);
    const qint64 actedMs = f.kitchen().hubNowMs();
    VERIFY_OK(f.kitchen().voidLines(1, {101}, QStringLiteral("burnt")));
    const auto actions = f.kitchen().shiftActions(10);
    QCOMPARE(actions.size(), size_t{1});
    QCOMPARE(actions[0].orderNumber, QStringLiteral("A-001"));
    QCOMPARE(actions[0].what, QStringLiteral("void"));
    QCOMPARE(actions[0].reason, QStringLiteral("burnt"));
    QCOMPARE(actions[0].dishes, QStringList{QStringLiteral("Dish 11")});
    QCOMPARE(actions[0].actedAtMs, actedMs);
    QVERIFY(actions[0].undoable && !actions[0].undone);
    for (qint64 id = 2; id <= 6; ++id) {
        place(id);
        VERIFY_OK(f.kitchen().start(id));
    }
    QCOMPARE(f.kitchen().shiftActions(3).size(), size_t{3});
    QCOMPARE(f.kitchen().shiftActions(3)[0].orderId, qint64{6});
    // A cancelled order stays so.
    VERIFY_OK(f.hub.act(6, cancelCommand(), Role::Manager));
    VERIFY_OK(f.follow());
    QVERIFY(!f.kitchen().shiftActions(1)[0].undoable);
}

QTEST_GUILESS_MAIN(TerminalServiceTest)
#include "terminalservicetest.moc"
