// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/uuid7.h"
#include "tests/models/terminal/terminalfixture.h"

#include <QSignalSpy>

using namespace oshaq;

namespace {

constexpr qint64 soupId = 21;
constexpr qint64 steakId = 11;

NewOrderLine soup(qint64 quantity = 1000)
{
    NewOrderLine line;
    line.itemId = soupId;
    line.quantity = quantity;
    return line;
}

NewOrderLine steak(int course = 1)
{
    NewOrderLine line;
    line.itemId = steakId;
    line.quantity = 1000;
    line.optionIds = {52};
    line.course = course;
    return line;
}

NewOrder atTable(std::vector<NewOrderLine> lines = {soup(), steak()})
{
    NewOrder order;
    order.fulfilment = Fulfilment::DineIn;
    order.table = QStringLiteral("7");
    order.covers = 2;
    order.note = QStringLiteral("по-быстрому");
    order.guestName = QStringLiteral("Марат Ахметов");
    order.lines = std::move(lines);
    return order;
}

} // namespace

class TerminalOrdersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theHubSaysWhatThisTerminalMayDo();
    void listsNewestFirstWithoutOldOnes();
    void saysWhatMayComeNext_data();
    void saysWhatMayComeNext();
    void acceptsWithAPromise();
    void movesAndRecalls();
    void cancelsWithAReason();
    void voidsRestoresAndFires();
    void goesFirst();
    void refusesUnknownOrders();
    void addsLines();
    void refusesBadLines();
    void edits();
    void editsOfOthersStand();
    void kitchensDoNotSell();
    void pricesAndRefuses();
    void refusesAtOnceWhatTheHubWould_data();
    void refusesAtOnceWhatTheHubWould();
    void refusesLongEditsAndReasons();

    void takesAnOrderAtOnce();
    void numbersByLetterAndDay();
    void numberIsUnknownWithoutALetter();
    void anotherTokenIsPerhapsAnotherTerminal();
    void isKnownUnderTheHubsIds();
    void worksOnBeforeTheHubKnows();
    void restartKeepsAllOfIt();
    void theHubsNumberWins();
    void theHubMayAcceptByItself();
    void feedBeforeAnswer();
    void feedBeforeAnswerOfAddedLines();
    void theSameLinesTwiceAreTwo();
    void knowsItsLinesAfterALongShiftAlone();
    void feedSaysItAfterARestart();
    void refusedOrdersLeaveTheScreen();
    void anotherEpochTakesItOnceMore();
    void anotherEpochThatHasIt();
    void anotherEpochGivesItAnotherNumber();
    void aFullDiskTakesNothing();

    void undoesEachKind();
    void undoIsOneForBothPages();
    void undoingWhatOthersWentOnFrom();
    void undoDoesNotCancelWhatWasPromised();
    void undoingInAnotherRole();

    void dishesAreOutAtOnce();
    void dishesAreOutUntilATime();
    void keptMarksAreRead();
    void whatWasOrderedBeforeGoesFirst();
    void refusedMarksLeaveTheMenu();
    void othersArrive();
    void keepsPayments();

private:
    OrdersService &desk() { return m_fixture->terminal->orders(); }
    Outbox &outbox() { return m_fixture->terminal->outbox(); }
    qint64 take(NewOrder request = atTable())
    {
        auto taken = desk().create(request);
        return taken ? taken->order.id : 0;
    }
    Order shown(qint64 id) { return desk().order(id) ? desk().order(id)->order : Order(); }
    std::vector<qint64> shownIds()
    {
        std::vector<qint64> ids;
        for (const DeskOrder &order : desk().orders())
            ids.push_back(order.order.id);
        return ids;
    }
    void reopen() { VERIFY_OK(m_fixture->open()); }
    /// Everybody's pending acts reach the hub, and what the hub did comes back.
    void settle()
    {
        QVERIFY(m_fixture->deliver());
        VERIFY_OK(m_fixture->follow());
        QCOMPARE(outbox().pendingCount(), 0);
    }

    std::unique_ptr<TerminalFixture> m_fixture;
};

void TerminalOrdersTest::init()
{
    m_fixture = std::make_unique<TerminalFixture>();
    TerminalFixture &f = *m_fixture;
    f.hub.role = Role::Manager;
    f.hub.asker = SnapshotTerminal{3, QStringLiteral("Counter"), QStringLiteral("B")};
    VERIFY_OK(f.open());
    VERIFY_OK(f.terminal->setCredentials({QStringLiteral("http://hub"), QStringLiteral("t"), Role::Manager}));
    f.hub.put(testOrder(1, f.clock.nowMs() - 60'000));
    f.hub.put(testOrder(2, f.clock.nowMs() - 30'000));
    VERIFY_OK(f.snapshot());
    QCoreApplication::processEvents();
}

void TerminalOrdersTest::cleanup()
{
    m_fixture.reset();
}

// --- orders of the hub ---

void TerminalOrdersTest::theHubSaysWhatThisTerminalMayDo()
{
    TerminalFixture &f = *m_fixture;
    QVERIFY(f.terminal->orders().role() == Role::Manager);
    f.hub.asker->role = Role::Counter;
    VERIFY_OK(f.snapshot());
    QVERIFY(f.terminal->orders().role() == Role::Counter);
    QVERIFY(f.terminal->credentials().role == Role::Counter);
    QCOMPARE(f.terminal->credentials().token, QStringLiteral("t"));
    QCOMPARE(f.terminal->cache().terminalLetter(), QStringLiteral("B"));
    // An older hub does not say: what was known stays.
    f.hub.asker->role.reset();
    VERIFY_OK(f.snapshot());
    QVERIFY(f.terminal->orders().role() == Role::Counter);
}

void TerminalOrdersTest::listsNewestFirstWithoutOldOnes()
{
    QCOMPARE(shownIds(), (Ids{2, 1}));
    VERIFY_OK(m_fixture->hub.act(1, cancelCommand(), Role::Manager));
    VERIFY_OK(m_fixture->follow());
    QCOMPARE(shownIds(), (Ids{2, 1})); // closed, and still of these days
    m_fixture->clock.advance(OrdersService::closedShownMs + 1);
    QCOMPARE(shownIds(), (Ids{2}));
    QVERIFY(!desk().order(77));
}

void TerminalOrdersTest::saysWhatMayComeNext_data()
{
    QTest::addColumn<int>("role");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("fulfilment");
    for (const Role role : {Role::Manager, Role::Counter, Role::Kitchen, Role::Courier}) {
        for (const OrderStatus status : allOrderStatuses) {
            for (const Fulfilment fulfilment : allFulfilments) {
                QTest::addRow("%s %d %s", qPrintable(roleText(role)), int(status),
                              qPrintable(fulfilmentText(fulfilment)))
                    << int(role) << int(status) << int(fulfilment);
            }
        }
    }
}

void TerminalOrdersTest::saysWhatMayComeNext()
{
    QFETCH(int, role);
    QFETCH(int, status);
    QFETCH(int, fulfilment);
    TerminalFixture &f = *m_fixture;
    VERIFY_OK(f.terminal->setCredentials({QStringLiteral("http://hub"), QStringLiteral("t"), Role(role)}));
    Order order = testOrder(9, f.clock.nowMs());
    order.status = OrderStatus(status);
    order.fulfilment = Fulfilment(fulfilment);
    f.hub.put(order);
    VERIFY_OK(f.snapshot());
    const std::vector<OrderStatus> next = desk().nextStatuses(9);
    for (const OrderStatus to : allOrderStatuses) {
        bool allowed = mayTransition(order.status, to, Role(role), order.fulfilment);
        // Whoever starts a new order accepts it with the same touch.
        if (order.status == OrderStatus::New && to == OrderStatus::Preparing) {
            allowed = mayTransition(OrderStatus::New, OrderStatus::Accepted, Role(role), order.fulfilment) &&
                      mayTransition(OrderStatus::Accepted, OrderStatus::Preparing, Role(role), order.fulfilment);
        }
        QCOMPARE(std::find(next.begin(), next.end(), to) != next.end(), allowed);
    }
    QVERIFY(std::is_sorted(next.begin(), next.end()));
    const bool mayGoBack = mayRecall(Role(role)) && recallTarget(order.status, order.fulfilment);
    QCOMPARE(desk().mayRecall(9).ok(), mayGoBack);
}

void TerminalOrdersTest::acceptsWithAPromise()
{
    const qint64 promise = m_fixture->clock.nowMs() + 25 * 60'000;
    VERIFY_OK(desk().accept(1, promise));
    QCOMPARE(shown(1).status, OrderStatus::Accepted);
    QCOMPARE(shown(1).promisedAtMs, promise);
    QVERIFY(desk().order(1)->pending);
    QVERIFY(!desk().order(1)->onlyHere);
    const auto &recent = outbox().recent();
    QCOMPARE(recent.size(), std::size_t(2));
    QCOMPARE(recent[0].batch, recent[1].batch); // one act
    VERIFY_REFUSED(desk().accept(1, std::nullopt), ErrorCode::OrderTransitionNotAllowed);
    settle();
    QCOMPARE(m_fixture->hub.orders.at(1).status, OrderStatus::Accepted);
    QCOMPARE(m_fixture->hub.orders.at(1).promisedAtMs, promise);
    QVERIFY(m_fixture->equalsHub());
    // A promise that was before the order came says nothing at all.
    VERIFY_REFUSED(desk().accept(2, 1), ErrorCode::ValidationFailed);
    QCOMPARE(shown(2).status, OrderStatus::New);
    QCOMPARE(outbox().pendingCount(), 0);
    VERIFY_OK(desk().accept(2, std::nullopt));
    QCOMPARE(outbox().pendingCount(), 1);
}

void TerminalOrdersTest::movesAndRecalls()
{
    VERIFY_OK(desk().setStatus(1, OrderStatus::Preparing, {}));
    VERIFY_OK(desk().setStatus(1, OrderStatus::Ready, {}));
    VERIFY_REFUSED(desk().setStatus(1, OrderStatus::New, {}), ErrorCode::OrderTransitionNotAllowed);
    VERIFY_OK(desk().mayRecall(1));
    VERIFY_OK(desk().recall(1));
    QCOMPARE(shown(1).status, OrderStatus::Preparing);
    VERIFY_REFUSED(desk().mayRecall(2), ErrorCode::RecallNotAllowed);
    VERIFY_REFUSED(desk().recall(2), ErrorCode::RecallNotAllowed);
    settle();
    QVERIFY(m_fixture->equalsHub());
    QCOMPARE(desk().parked().size(), std::size_t(0));
}

void TerminalOrdersTest::cancelsWithAReason()
{
    VERIFY_REFUSED(desk().setStatus(1, OrderStatus::Cancelled, QStringLiteral("  ")), ErrorCode::ValidationFailed);
    QCOMPARE(outbox().pendingCount(), 0);
    VERIFY_OK(desk().setStatus(1, OrderStatus::Cancelled, QStringLiteral("guest left")));
    QCOMPARE(shown(1).status, OrderStatus::Cancelled);
    QVERIFY(desk().nextStatuses(1).empty());
    settle();
    QCOMPARE(m_fixture->hub.orders.at(1).cancelReason, QStringLiteral("guest left"));
}

void TerminalOrdersTest::voidsRestoresAndFires()
{
    VERIFY_REFUSED(desk().voidLines(1, {101}, {}), ErrorCode::ValidationFailed);
    VERIFY_REFUSED(desk().voidLines(1, {999}, QStringLiteral("x")), ErrorCode::NotFound);
    VERIFY_OK(desk().voidLines(1, {101}, QStringLiteral("burnt")));
    QCOMPARE(shown(1).lines[0].status, LineStatus::Voided);
    VERIFY_OK(desk().restoreLines(1, {101}));
    QCOMPARE(shown(1).lines[0].status, LineStatus::Queued);
    VERIFY_REFUSED(desk().fire(1, 0), ErrorCode::LineTransitionNotAllowed);

    const qint64 id = take(atTable({soup(), steak(2)}));
    QVERIFY(shown(id).lines[1].isHeld());
    VERIFY_OK(desk().fire(id, 0));
    QVERIFY(!shown(id).lines[1].isHeld());
    VERIFY_REFUSED(desk().fire(id, 2), ErrorCode::LineTransitionNotAllowed);
    settle();
    QVERIFY(m_fixture->equalsHub());
}

void TerminalOrdersTest::goesFirst()
{
    VERIFY_OK(desk().setPriority(1, true));
    QVERIFY(shown(1).priority);
    VERIFY_OK(desk().setPriority(1, true)); // nothing to tell
    QCOMPARE(outbox().pendingCount(), 1);
    VERIFY_OK(desk().setPriority(1, false));
    QVERIFY(!shown(1).priority);
}

void TerminalOrdersTest::refusesUnknownOrders()
{
    VERIFY_REFUSED(desk().accept(77, std::nullopt), ErrorCode::NotFound);
    VERIFY_REFUSED(desk().setStatus(77, OrderStatus::Ready, {}), ErrorCode::NotFound);
    VERIFY_REFUSED(desk().recall(77), ErrorCode::NotFound);
    VERIFY_REFUSED(desk().mayRecall(77), ErrorCode::NotFound);
    VERIFY_REFUSED(desk().setPriority(77, true), ErrorCode::NotFound);
    VERIFY_REFUSED(desk().voidLines(77, {1}, QStringLiteral("x")), ErrorCode::NotFound);
    VERIFY_REFUSED(desk().restoreLines(-4, {1}), ErrorCode::NotFound);
    VERIFY_REFUSED(desk().fire(0, 1), ErrorCode::NotFound);
    VERIFY_REFUSED(desk().addLines(77, {soup()}), ErrorCode::NotFound);
    VERIFY_REFUSED(desk().edit(77, {}), ErrorCode::NotFound);
    VERIFY_REFUSED(desk().setAvailable(77, false), ErrorCode::NotFound);
    QVERIFY(desk().nextStatuses(77).empty());
    VERIFY_REFUSED(desk().undo(), ErrorCode::RecallNotAllowed);
    QCOMPARE(outbox().pendingCount(), 0);
}

void TerminalOrdersTest::addsLines()
{
    const Order before = shown(1);
    VERIFY_OK(desk().addLines(1, {steak(), soup(2500)}));
    const Order after = shown(1);
    QCOMPARE(after.lines.size(), before.lines.size() + 2);
    QVERIFY(after.lines[2].id < 0 && after.lines[3].id < 0);
    QCOMPARE(after.lines[2].priceMinor, qint64(450100));
    QVERIFY(after.cost.totalMinor > before.cost.totalMinor);
    QCOMPARE(after.version, before.version + 1);
    QVERIFY(desk().order(1)->pending);
    // What follows names our lines.
    VERIFY_OK(desk().voidLines(1, {after.lines[3].id}, QStringLiteral("too much")));
    settle();
    const Order &row = m_fixture->hub.orders.at(1);
    QCOMPARE(row.lines.size(), std::size_t(4));
    QCOMPARE(row.lines[2].itemId, steakId);
    QCOMPARE(row.lines[3].status, LineStatus::Voided);
    QCOMPARE(desk().parked().size(), std::size_t(0));
    QVERIFY(m_fixture->equalsHub());

    // Ready food with something new to make is being prepared again.
    VERIFY_OK(desk().setStatus(2, OrderStatus::Preparing, {}));
    VERIFY_OK(desk().setStatus(2, OrderStatus::Ready, {}));
    VERIFY_OK(desk().addLines(2, {soup()}));
    QCOMPARE(shown(2).status, OrderStatus::Preparing);
    VERIFY_OK(desk().setStatus(2, OrderStatus::Cancelled, QStringLiteral("x")));
    VERIFY_REFUSED(desk().addLines(2, {soup()}), ErrorCode::OrderTransitionNotAllowed);
}

void TerminalOrdersTest::refusesBadLines()
{
    VERIFY_REFUSED(desk().addLines(1, {}), ErrorCode::ValidationFailed);
    const auto refused = desk().addLines(1, {soup(), soup(300)});
    VERIFY_REFUSED(refused, ErrorCode::QuantityOffStep);
    QCOMPARE(refused.error().details.front().path, QStringLiteral("items[1].quantity"));
    NewOrderLine plain = steak();
    plain.optionIds.clear();
    VERIFY_REFUSED(desk().addLines(1, {plain}), ErrorCode::OptionInvalid);
    VERIFY_OK(desk().setAvailable(soupId, false));
    VERIFY_REFUSED(desk().addLines(1, {soup()}), ErrorCode::ItemUnavailable);
    QCOMPARE(shown(1).lines.size(), std::size_t(2));
}

void TerminalOrdersTest::edits()
{
    OrderFields fields;
    fields.note = QStringLiteral("  без лука ");
    fields.covers = 3;
    fields.allergy = QString(); // as it is
    VERIFY_OK(desk().edit(1, fields));
    QCOMPARE(shown(1).note, QStringLiteral("без лука"));
    QCOMPARE(shown(1).covers, 3);
    const auto &edited = std::get<FieldsEdited>(outbox().recent().back().act);
    QCOMPARE(edited.edit.from.note, std::optional<QString>(QString()));
    QCOMPARE(edited.edit.from.covers, std::optional<int>(0));
    QVERIFY(!edited.edit.allergy && !edited.edit.version);
    VERIFY_OK(desk().edit(1, fields)); // says nothing new
    QCOMPARE(outbox().pendingCount(), 1);
    settle();
    QCOMPARE(m_fixture->hub.orders.at(1).covers, 3);
    fields = {};
    fields.table = QStringLiteral("4");
    VERIFY_REFUSED(desk().edit(1, fields), ErrorCode::ValidationFailed); // a pickup has no table
    fields = {};
    fields.covers = -1;
    VERIFY_REFUSED(desk().edit(1, fields), ErrorCode::ValidationFailed);
    VERIFY_OK(desk().setStatus(1, OrderStatus::Cancelled, QStringLiteral("x")));
    fields = {};
    fields.note = QStringLiteral("zu spät");
    VERIFY_REFUSED(desk().edit(1, fields), ErrorCode::OrderTransitionNotAllowed);
}

void TerminalOrdersTest::editsOfOthersStand()
{
    OrderFields fields;
    fields.note = QStringLiteral("ours");
    VERIFY_OK(desk().edit(1, fields));
    // A bump by somebody else hinders nothing.
    VERIFY_OK(m_fixture->hub.act(1, lineCommand(LineAction::Done, {101}), Role::Kitchen));
    VERIFY_OK(m_fixture->follow());
    QCOMPARE(shown(1).note, QStringLiteral("ours"));
    // The same field does.
    Order other = m_fixture->hub.orders.at(1);
    other.note = QStringLiteral("theirs");
    ++other.version;
    m_fixture->hub.put(other);
    VERIFY_OK(m_fixture->follow());
    QCOMPARE(shown(1).note, QStringLiteral("theirs"));
    QVERIFY(m_fixture->deliver());
    QCOMPARE(desk().parked().size(), std::size_t(1));
    QCOMPARE(desk().parked()[0].what, QStringLiteral("edit"));
    QCOMPARE(desk().parked()[0].errorCode, QStringLiteral("VERSION_STALE"));
    reopen();
    QCOMPARE(desk().parked()[0].what, QStringLiteral("edit"));
    QCOMPARE(shown(1).note, QStringLiteral("theirs"));
}

void TerminalOrdersTest::kitchensDoNotSell()
{
    VERIFY_OK(m_fixture->terminal->setCredentials({QStringLiteral("http://hub"), QStringLiteral("t"), Role::Kitchen}));
    QCOMPARE(desk().role(), Role::Kitchen);
    VERIFY_REFUSED(desk().create(atTable()), ErrorCode::Forbidden);
    VERIFY_REFUSED(desk().addLines(1, {soup()}), ErrorCode::Forbidden);
    OrderFields fields;
    fields.covers = 2;
    VERIFY_REFUSED(desk().edit(1, fields), ErrorCode::Forbidden);
    VERIFY_REFUSED(desk().accept(1, m_fixture->clock.nowMs() + 1), ErrorCode::Forbidden);
    VERIFY_OK(desk().setAvailable(soupId, false));
    VERIFY_OK(m_fixture->terminal->setCredentials({QStringLiteral("http://hub"), QStringLiteral("t"), Role::Courier}));
    VERIFY_REFUSED(desk().setAvailable(soupId, true), ErrorCode::Forbidden);
}

void TerminalOrdersTest::pricesAndRefuses()
{
    const auto priced = desk().price(atTable());
    VERIFY_OK(priced);
    QCOMPARE(priced->cost.totalMinor, qint64(450100));
    NewOrder bad = atTable({soup(300), steak()});
    bad.table = QStringLiteral(" ");
    const auto refused = desk().price(bad);
    VERIFY_REFUSED(refused, ErrorCode::ValidationFailed);
    QCOMPARE(refused.error().details.size(), std::size_t(2));
    VERIFY_REFUSED(desk().create(bad), ErrorCode::ValidationFailed);
    NewOrder away = atTable();
    away.fulfilment = Fulfilment::Delivery;
    VERIFY_REFUSED(desk().create(away), ErrorCode::AddressRequired);
    QCOMPARE(outbox().pendingCount(), 0);
    away.address = QStringLiteral("Абая 10, кв. 5");
    VERIFY_OK(desk().price(away));
}

// --- orders taken here ---

void TerminalOrdersTest::refusesAtOnceWhatTheHubWould_data()
{
    QTest::addColumn<NewOrder>("request");
    QTest::addColumn<QString>("path");

    const auto add = [](const char *name, const QString &path, const auto &change) {
        NewOrder request = atTable();
        change(&request);
        QTest::newRow(name) << request << path;
    };
    const QString tooLong(501, u'x');
    add("table", QStringLiteral("table"), [&](NewOrder *request) { request->table = tooLong.left(51); });
    add("covers", QStringLiteral("covers"), [](NewOrder *request) { request->covers = 1000; });
    add("note", QStringLiteral("note"), [&](NewOrder *request) { request->note = tooLong; });
    add("allergy", QStringLiteral("allergy"), [&](NewOrder *request) { request->allergy = tooLong; });
    add("name", QStringLiteral("guest_name"), [&](NewOrder *request) { request->guestName = tooLong.left(201); });
    add("phone", QStringLiteral("guest_phone"),
        [](NewOrder *request) { request->guestPhone = QStringLiteral("8.701.123.45.67"); });
    add("two phones", QStringLiteral("guest_phone"),
        [](NewOrder *request) { request->guestPhone = QStringLiteral("8 701 123 45 67 (8 702 123 45 67)"); });
    add("words as phone", QStringLiteral("guest_phone"),
        [](NewOrder *request) { request->guestPhone = QStringLiteral("none"); });
    add("address", QStringLiteral("address"), [&](NewOrder *request) {
        request->fulfilment = Fulfilment::Delivery;
        request->address = tooLong;
    });
    add("two lines of address", QStringLiteral("address"), [](NewOrder *request) {
        request->fulfilment = Fulfilment::Delivery;
        request->address = QStringLiteral("Abay 1\nflat 2");
    });
    add("note of a dish", QStringLiteral("items[1].note"),
        [&](NewOrder *request) { request->lines[1].note = tooLong; });
    add("control character", QStringLiteral("items[0].note"),
        [](NewOrder *request) { request->lines[0].note = QStringLiteral("a") + QChar(7) + u'b'; });
    add("course", QStringLiteral("items[1].course"), [](NewOrder *request) { request->lines[1].course = 21; });
    add("lines", QStringLiteral("items"), [](NewOrder *request) { request->lines.assign(201, soup()); });
}

void TerminalOrdersTest::refusesAtOnceWhatTheHubWould()
{
    QFETCH(NewOrder, request);
    QFETCH(QString, path);
    const auto taken = desk().create(request);
    VERIFY_REFUSED(taken, ErrorCode::ValidationFailed);
    QCOMPARE(taken.error().details.size(), std::size_t(1));
    QCOMPARE(taken.error().details[0].path, path);
    QCOMPARE(shownIds().size(), std::size_t(2));
    QCOMPARE(outbox().pendingCount(), 0);
    if (path.startsWith(QStringLiteral("items"))) {
        const auto added = desk().addLines(1, request.lines);
        VERIFY_REFUSED(added, ErrorCode::ValidationFailed);
        QCOMPARE(added.error().details[0].path, path);
        QCOMPARE(outbox().pendingCount(), 0);
    }
}

void TerminalOrdersTest::refusesLongEditsAndReasons()
{
    const QString tooLong(501, u'x');
    OrderFields fields;
    fields.note = tooLong;
    VERIFY_REFUSED(desk().edit(1, fields), ErrorCode::ValidationFailed);
    fields.note = tooLong.left(500);
    fields.allergy = tooLong;
    VERIFY_REFUSED(desk().edit(1, fields), ErrorCode::ValidationFailed);
    VERIFY_REFUSED(desk().setStatus(1, OrderStatus::Cancelled, tooLong), ErrorCode::ValidationFailed);
    VERIFY_REFUSED(desk().voidLines(1, {101}, tooLong), ErrorCode::ValidationFailed);
    VERIFY_REFUSED(desk().voidLines(1, {101}, QStringLiteral("a\nb")), ErrorCode::ValidationFailed);
    QCOMPARE(outbox().pendingCount(), 0);
    fields.allergy.reset();
    VERIFY_OK(desk().edit(1, fields));
    VERIFY_OK(desk().voidLines(1, {101}, tooLong.left(500)));
    QCOMPARE(outbox().pendingCount(), 2);
}

void TerminalOrdersTest::takesAnOrderAtOnce()
{
    QSignalSpy changed(&desk(), &OrdersPort::ordersChanged);
    QSignalSpy arrived(&desk(), &OrdersPort::orderArrived);
    QSignalSpy ticket(&m_fixture->kitchen(), &KitchenPort::ticketArrived);
    NewOrder request = atTable({soup(), steak(2)});
    request.table = QStringLiteral(" 7 ");
    const auto taken = desk().create(request);
    VERIFY_OK(taken);
    const Order &order = taken->order;
    QVERIFY(taken->pending && taken->onlyHere);
    QVERIFY(order.id < 0);
    QVERIFY(isUuid(order.uuid));
    QCOMPARE(order.number, QStringLiteral("B-001"));
    QCOMPARE(order.table, QStringLiteral("7"));
    QCOMPARE(order.placedAtMs, m_fixture->clock.nowMs());
    QCOMPARE(order.status, OrderStatus::New);
    QCOMPARE(order.cost.totalMinor, qint64(450100));
    QVERIFY(order.lines[0].id < 0 && order.lines[1].id < 0 && order.lines[0].id != order.lines[1].id);
    QCOMPARE(order.lines[0].stationId, std::optional<qint64>(coldId));
    QVERIFY(!order.lines[0].held && order.lines[1].held);
    QCOMPARE(*desk().order(order.id), *taken);
    QCOMPARE(shownIds(), (Ids{order.id, 2, 1}));
    QVERIFY(m_fixture->kitchen().ticket(order.id));
    QVERIFY(m_fixture->kitchen().ticket(order.id)->pending);
    QTRY_COMPARE(changed.count(), 1);
    QTRY_COMPARE(ticket.count(), 1);
    QCOMPARE(arrived.count(), 0); // it is ours

    // What the view paints of it concerns no hub.
    m_fixture->kitchen().reportPainted({order.id});
    const auto &entry = std::get<OrderTaken>(outbox().heads()[0].act);
    QCOMPARE(entry.request.uuid, order.uuid);
    QCOMPARE(entry.request.number, QStringLiteral("B-001"));
    QCOMPARE(entry.request.actedAtMs, std::optional<qint64>(order.placedAtMs));
    QCOMPARE(entry.request.guestName, QStringLiteral("Марат Ахметов"));
}

void TerminalOrdersTest::numbersByLetterAndDay()
{
    QCOMPARE(shown(take()).number, QStringLiteral("B-001"));
    QCOMPARE(shown(take()).number, QStringLiteral("B-002"));
    reopen();
    QCOMPARE(shown(take()).number, QStringLiteral("B-003"));
    m_fixture->clock.advance(24LL * 3'600'000);
    m_fixture->terminal->hubClock().observe(m_fixture->clock.nowMs(), 1);
    QCOMPARE(shown(take()).number, QStringLiteral("B-001"));
    // A refused order takes no number with it.
    NewOrder bad = atTable({});
    VERIFY_REFUSED(desk().create(bad), ErrorCode::ValidationFailed);
    QCOMPARE(shown(take()).number, QStringLiteral("B-002"));
    QCOMPARE(m_fixture->terminal->cache().terminalName(), QStringLiteral("Counter"));
}

void TerminalOrdersTest::numberIsUnknownWithoutALetter()
{
    TerminalFixture fresh;
    VERIFY_OK(fresh.open());
    VERIFY_OK(fresh.terminal->setCredentials({QStringLiteral("http://hub"), QStringLiteral("t"), Role::Counter}));
    VERIFY_OK(fresh.snapshot());
    const auto taken = fresh.terminal->orders().create(atTable());
    VERIFY_OK(taken);
    QCOMPARE(taken->order.number, QString());
    QVERIFY(fresh.deliver());
    QCOMPARE(fresh.hub.orders.begin()->second.number, QStringLiteral("A-900"));
    QCOMPARE(fresh.terminal->orders().order(900)->order.number, QStringLiteral("A-900"));
}

void TerminalOrdersTest::anotherTokenIsPerhapsAnotherTerminal()
{
    VERIFY_OK(
        m_fixture->terminal->setCredentials({QStringLiteral("http://other"), QStringLiteral("t"), Role::Manager}));
    QCOMPARE(m_fixture->terminal->cache().terminalLetter(), QStringLiteral("B"));
    QVERIFY(m_fixture->terminal->cache().cursor().isValid());
    VERIFY_OK(m_fixture->terminal->setCredentials({QStringLiteral("http://hub"), QStringLiteral("u"), Role::Manager}));
    QCOMPARE(m_fixture->terminal->cache().terminalLetter(), QString());
    QVERIFY(!m_fixture->terminal->cache().cursor().isValid());
    QCOMPARE(shown(take()).number, QString());
    m_fixture->hub.asker->letter = QStringLiteral("C");
    VERIFY_OK(m_fixture->snapshot());
    QCOMPARE(shown(take()).number, QStringLiteral("C-001"));
    reopen();
    QCOMPARE(m_fixture->terminal->cache().terminalLetter(), QStringLiteral("C"));
}

void TerminalOrdersTest::isKnownUnderTheHubsIds()
{
    const qint64 local = take();
    const Order before = shown(local);
    QCoreApplication::processEvents();
    QSignalSpy known(&desk(), &OrdersPort::orderKnown);
    QSignalSpy arrived(&desk(), &OrdersPort::orderArrived);
    QSignalSpy ticketArrived(&m_fixture->kitchen(), &KitchenPort::ticketArrived);
    QSignalSpy ticketChanged(&m_fixture->kitchen(), &KitchenPort::ticketChanged);
    QStringList order;
    connect(&desk(), &OrdersPort::orderKnown, &desk(), [&](qint64 from, qint64 to) {
        order << QStringLiteral("known");
        QVERIFY(!desk().order(from));
        QVERIFY(desk().order(to)); // never a moment without it
    });
    connect(&desk(), &OrdersPort::ordersChanged, &desk(), [&] { order << QStringLiteral("changed"); });
    QVERIFY(m_fixture->deliver());
    VERIFY_OK(m_fixture->follow());
    QCoreApplication::processEvents();
    QCOMPARE(order, (QStringList{QStringLiteral("known"), QStringLiteral("changed")}));
    QCOMPARE(known.count(), 1);
    QCOMPARE(known[0][0].toLongLong(), local);
    QCOMPARE(known[0][1].toLongLong(), qint64(900));
    QCOMPARE(arrived.count(), 0);
    QCOMPARE(ticketArrived.count(), 0);
    QCOMPARE(ticketChanged.count(), 0);
    QVERIFY(m_fixture->kitchen().ticket(900)->changes.empty());
    QCOMPARE(shownIds(), (Ids{900, 2, 1}));
    QVERIFY(!desk().order(900)->pending && !desk().order(900)->onlyHere);
    QCOMPARE(shown(900).number, before.number);
    QVERIFY(m_fixture->equalsHub());
    disconnect(&desk(), nullptr, &desk(), nullptr);
}

void TerminalOrdersTest::worksOnBeforeTheHubKnows()
{
    const qint64 id = take();
    VERIFY_OK(desk().accept(id, std::nullopt));
    VERIFY_OK(m_fixture->kitchen().start(id));
    VERIFY_OK(desk().addLines(id, {soup(500)}));
    const Order now = shown(id);
    QCOMPARE(now.lines.size(), std::size_t(3));
    VERIFY_OK(m_fixture->kitchen().toggleLines(id, {now.lines[0].id}));
    VERIFY_OK(desk().voidLines(id, {now.lines[2].id}, QStringLiteral("changed their mind")));
    OrderFields fields;
    fields.table = QStringLiteral("9");
    VERIFY_OK(desk().edit(id, fields));
    VERIFY_OK(desk().setPriority(id, true));
    const Order expected = shown(id);
    QCOMPARE(outbox().heads().size(), std::size_t(1)); // all behind the create
    QCOMPARE(outbox().pendingCount(), 8);
    settle();
    QCOMPARE(desk().parked().size(), std::size_t(0));
    const Order &row = m_fixture->hub.orders.at(900);
    QCOMPARE(row.status, expected.status);
    QCOMPARE(row.table, QStringLiteral("9"));
    QVERIFY(row.priority);
    QCOMPARE(row.lines.size(), std::size_t(3));
    for (std::size_t i = 0; i < row.lines.size(); ++i)
        QCOMPARE(row.lines[i].status, expected.lines[i].status);
    QCOMPARE(row.cost, expected.cost);
    QVERIFY(m_fixture->equalsHub());
}

void TerminalOrdersTest::restartKeepsAllOfIt()
{
    const qint64 id = take();
    VERIFY_OK(desk().addLines(id, {soup(500)}));
    VERIFY_OK(m_fixture->kitchen().start(id));
    OrderFields fields;
    fields.promisedAtMs = m_fixture->clock.nowMs() + 1000;
    VERIFY_OK(desk().edit(id, fields));
    VERIFY_OK(desk().setAvailable(steakId, false));
    const Order before = shown(id);
    const auto recent = outbox().recent();
    reopen();
    QCOMPARE(shown(id), before);
    QVERIFY(outbox().recent() == recent);
    QVERIFY(!desk().catalog().findItem(steakId)->available);
    QVERIFY(m_fixture->kitchen().ticket(id));
    QCOMPARE(m_fixture->kitchen().ticket(id)->changes.size(), std::size_t(2)); // the promise, and the line
    // No id comes back.
    const qint64 next = take(atTable({soup()}));
    for (const OrderLine &line : before.lines)
        QVERIFY(shown(next).id < line.id);
    QVERIFY(m_fixture->deliver());
    QCOMPARE(desk().parked().size(), std::size_t(0));
    QCOMPARE(m_fixture->hub.orders.at(900).lines[2].status, LineStatus::Started);
    reopen();
    QCOMPARE(shownIds().size(), std::size_t(4));
    QCOMPARE(shown(900).lines.size(), std::size_t(3));
}

void TerminalOrdersTest::theHubsNumberWins()
{
    m_fixture->hub.takenNumbers = {QStringLiteral("B-001")};
    const qint64 id = take();
    VERIFY_OK(desk().accept(id, std::nullopt));
    const QString create = outbox().heads()[0].id;
    const auto answer = m_fixture->hub.receive(outbox().heads()[0]);
    VERIFY_OK(answer);
    VERIFY_OK(outbox().markConfirmed(create, *answer));
    QCOMPARE(shown(900).number, QStringLiteral("A-900"));
    QCOMPARE(outbox().heads()[0].orderNumber, QStringLiteral("A-900"));
    QCOMPARE(outbox().heads()[0].orderId, qint64(900));
    VERIFY_OK(outbox().park(outbox().heads()[0].id, QStringLiteral("X"), {}));
    QCOMPARE(desk().parked()[0].orderNumber, QStringLiteral("A-900"));
}

void TerminalOrdersTest::theHubMayAcceptByItself()
{
    // What was decided about it while nobody else knew it holds, whatever the hub made of it in the first moment.
    m_fixture->hub.acceptsByItself = true;
    const qint64 cancelled = take();
    const qint64 cooked = take();
    VERIFY_OK(desk().setStatus(cancelled, OrderStatus::Cancelled, QStringLiteral("guest left")));
    VERIFY_OK(desk().setStatus(cooked, OrderStatus::Preparing, {}));
    const qint64 undone = take();
    VERIFY_OK(desk().undo());
    QCOMPARE(shown(undone).status, OrderStatus::Cancelled);
    settle();
    QCOMPARE(desk().parked().size(), std::size_t(0));
    std::map<OrderStatus, int> counts;
    for (const auto &[id, order] : m_fixture->hub.orders) {
        if (id >= 900)
            ++counts[order.status];
    }
    QCOMPARE(counts[OrderStatus::Cancelled], 2);
    QCOMPARE(counts[OrderStatus::Preparing], 1);
    QVERIFY(m_fixture->equalsHub());
}

void TerminalOrdersTest::feedBeforeAnswer()
{
    const qint64 id = take();
    const qint64 line = shown(id).lines[0].id;
    VERIFY_OK(m_fixture->kitchen().toggleLines(id, {line}));
    QCoreApplication::processEvents();
    QSignalSpy known(&desk(), &OrdersPort::orderKnown);
    QSignalSpy ticketArrived(&m_fixture->kitchen(), &KitchenPort::ticketArrived);
    const OutboxCommand create = outbox().heads()[0];
    const auto answer = m_fixture->hub.receive(create);
    VERIFY_OK(answer);
    VERIFY_OK(m_fixture->follow());
    QCOMPARE(known.count(), 1);
    QCOMPARE(shownIds(), (Ids{900, 2, 1}));
    QCOMPARE(shown(900).lines[0].status, LineStatus::Done); // with what waits behind it
    QCOMPARE(outbox().pendingCount(), 1);
    VERIFY_OK(outbox().markConfirmed(create.id, *answer)); // now the answer; nothing more happens
    QCOMPARE(known.count(), 1);
    settle();
    QCoreApplication::processEvents();
    QCOMPARE(ticketArrived.count(), 0);
    QCOMPARE(m_fixture->hub.orders.at(900).lines[0].status, LineStatus::Done);
    QCOMPARE(m_fixture->hub.received.size(), std::size_t(2));
    QVERIFY(m_fixture->equalsHub());
}

void TerminalOrdersTest::feedBeforeAnswerOfAddedLines()
{
    VERIFY_OK(desk().addLines(1, {soup(), soup()}));
    VERIFY_OK(desk().voidLines(1, {shown(1).lines[3].id}, QStringLiteral("x")));
    VERIFY_OK(m_fixture->hub.receive(outbox().heads()[0]));
    VERIFY_OK(m_fixture->follow());
    // They stand once, and the void is on the right one of them.
    QCOMPARE(shown(1).lines.size(), std::size_t(4));
    QVERIFY(shown(1).lines[2].id > 0);
    QCOMPARE(shown(1).lines[2].status, LineStatus::Queued);
    QCOMPARE(shown(1).lines[3].status, LineStatus::Voided);
    QVERIFY(desk().order(1)->pending);
    settle();
    QCOMPARE(m_fixture->hub.orders.at(1).lines.size(), std::size_t(4));
    QCOMPARE(m_fixture->hub.orders.at(1).lines[3].status, LineStatus::Voided);
    QVERIFY(m_fixture->equalsHub());
}

void TerminalOrdersTest::theSameLinesTwiceAreTwo()
{
    VERIFY_OK(desk().addLines(1, {soup()}));
    VERIFY_OK(desk().addLines(1, {soup()}));
    VERIFY_OK(desk().voidLines(1, {shown(1).lines[3].id}, QStringLiteral("x")));
    // The first one is answered; the second one is still ours alone.
    const OutboxCommand first = outbox().heads()[0];
    const auto answer = m_fixture->hub.receive(first);
    VERIFY_OK(answer);
    VERIFY_OK(outbox().markConfirmed(first.id, *answer));
    QCOMPARE(shown(1).lines.size(), std::size_t(4));
    QVERIFY(shown(1).lines[2].id > 0 && shown(1).lines[3].id < 0);
    QCOMPARE(shown(1).lines[2].status, LineStatus::Queued);
    QCOMPARE(shown(1).lines[3].status, LineStatus::Voided);
    settle();
    QCOMPARE(m_fixture->hub.orders.at(1).lines.size(), std::size_t(4));
    QCOMPARE(m_fixture->hub.orders.at(1).lines[2].status, LineStatus::Queued);
    QCOMPARE(m_fixture->hub.orders.at(1).lines[3].status, LineStatus::Voided);
}

void TerminalOrdersTest::knowsItsLinesAfterALongShiftAlone()
{
    const qint64 id = take();
    VERIFY_OK(desk().addLines(id, {soup()})); // what was ordered first, once more
    for (int i = 0; i < 1000; ++i)
        VERIFY_OK(desk().setAvailable(steakId, i % 2 == 1));
    QCOMPARE(outbox().recent().size(), std::size_t(1002));
    reopen();
    QCOMPARE(outbox().recent().size(), std::size_t(1002));
    const OutboxCommand create = outbox().heads()[0];
    const auto answer = m_fixture->hub.receive(create);
    VERIFY_OK(answer);
    VERIFY_OK(outbox().markConfirmed(create.id, *answer));
    // The soup of the order is not taken for the one that is still to be sent.
    QCOMPARE(shown(900).lines.size(), std::size_t(3));
    settle();
    QCOMPARE(shown(900).lines.size(), std::size_t(3));
    // When nothing old waits, it is the last thousand again, also after a restart.
    VERIFY_OK(desk().setPriority(2, true));
    QCOMPARE(outbox().recent().size(), std::size_t(1000));
    settle();
    const auto recent = outbox().recent();
    reopen();
    QVERIFY(outbox().recent() == recent);
}

void TerminalOrdersTest::feedSaysItAfterARestart()
{
    const qint64 id = take();
    VERIFY_OK(desk().accept(id, std::nullopt));
    const OutboxCommand create = outbox().heads()[0];
    VERIFY_OK(m_fixture->hub.receive(create)); // the answer is lost
    reopen();
    VERIFY_OK(m_fixture->snapshot());
    QCOMPARE(shownIds(), (Ids{900, 2, 1}));
    QCOMPARE(shown(900).status, OrderStatus::Accepted);
    settle();
    QCOMPARE(m_fixture->hub.orders.size(), std::size_t(3));
    QCOMPARE(m_fixture->hub.orders.at(900).status, OrderStatus::Accepted);
}

void TerminalOrdersTest::refusedOrdersLeaveTheScreen()
{
    const qint64 id = take();
    VERIFY_OK(desk().accept(id, std::nullopt));
    VERIFY_OK(m_fixture->kitchen().start(id));
    Item gone = *m_fixture->hub.menu.findItem(soupId);
    gone.available = false;
    m_fixture->hub.put(gone);
    QSignalSpy parkedChanged(&desk(), &OrdersPort::parkedChanged);
    QVERIFY(m_fixture->deliver());
    QCOMPARE(shownIds(), (Ids{2, 1}));
    QVERIFY(!m_fixture->kitchen().ticket(id));
    QVERIFY(parkedChanged.count() > 0);
    const auto parked = desk().parked();
    QCOMPARE(parked.size(), std::size_t(3));
    QCOMPARE(parked[2].what, QStringLiteral("create"));
    QCOMPARE(parked[2].orderNumber, QStringLiteral("B-001"));
    QCOMPARE(parked[2].errorCode, QStringLiteral("ITEM_UNAVAILABLE"));
    reopen();
    QCOMPARE(desk().parked(), parked);
    QCOMPARE(shownIds(), (Ids{2, 1}));
    for (const ParkedCommand &command : parked)
        desk().dismissParked(command.id);
    QVERIFY(desk().parked().empty());
    // Nothing of it can be undone: it never was.
    VERIFY_REFUSED(desk().undo(), ErrorCode::RecallNotAllowed);
}

void TerminalOrdersTest::anotherEpochTakesItOnceMore()
{
    TerminalFixture &f = *m_fixture;
    const auto before = f.hub.orders;
    const qint64 id = take();
    VERIFY_OK(desk().addLines(id, {soup(500)}));
    settle();
    VERIFY_OK(f.kitchen().toggleLines(900, {shown(900).lines[2].id}));
    settle();
    const Order lost = f.hub.orders.at(900);
    QCoreApplication::processEvents();

    // The hub comes back from a copy that has nothing of it, and gives other ids from now on.
    f.hub.orders = before;
    f.hub.journal.clear();
    f.hub.outcomes.clear();
    f.hub.received.clear();
    f.hub.epoch = QStringLiteral("e2");
    f.hub.firstOrderId = 700;
    QSignalSpy known(&desk(), &OrdersPort::orderKnown);
    QSignalSpy ticketArrived(&f.kitchen(), &KitchenPort::ticketArrived);
    VERIFY_OK(f.snapshot());
    QCOMPARE(shownIds(), (Ids{id, 2, 1})); // as it was taken, and still on the screen
    QCOMPARE(shown(id).lines[2].status, LineStatus::Done);
    QVERIFY(desk().order(id)->onlyHere);
    QCOMPARE(outbox().pendingCount(), 3);
    reopen(); // the renaming is in the file too
    QCOMPARE(shown(id).lines[2].status, LineStatus::Done);
    settle();
    QCOMPARE(f.hub.orders.size(), std::size_t(3));
    QCOMPARE(f.hub.received.size(), std::size_t(3));
    const Order &again = f.hub.orders.at(700);
    QCOMPARE(again.uuid, lost.uuid);
    QCOMPARE(again.lines.size(), std::size_t(3));
    QVERIFY(again.lines[2].id != lost.lines[2].id);
    QCOMPARE(again.lines[2].status, LineStatus::Done);
    QCOMPARE(desk().parked().size(), std::size_t(0));
    QVERIFY(f.equalsHub());
    QCoreApplication::processEvents();
    QCOMPARE(ticketArrived.count(), 0);
}

void TerminalOrdersTest::anotherEpochThatHasIt()
{
    TerminalFixture &f = *m_fixture;
    const qint64 id = take();
    VERIFY_OK(desk().accept(id, std::nullopt));
    settle();
    QCoreApplication::processEvents();
    QSignalSpy arrived(&desk(), &OrdersPort::orderArrived);
    QSignalSpy ticketArrived(&f.kitchen(), &KitchenPort::ticketArrived);
    // The copy has the order, but not what was done to it.
    Order older = f.hub.orders.at(900);
    older.status = OrderStatus::New;
    older.version = 1;
    f.hub.orders[900] = older;
    f.hub.journal.clear();
    f.hub.outcomes.clear();
    f.hub.epoch = QStringLiteral("e2");
    VERIFY_OK(f.snapshot());
    QCOMPARE(shownIds(), (Ids{900, 2, 1}));
    QCOMPARE(shown(900).status, OrderStatus::Accepted);
    settle();
    QCOMPARE(f.hub.orders.size(), std::size_t(3));
    QCOMPARE(f.hub.orders.at(900).status, OrderStatus::Accepted);
    QCOMPARE(desk().parked().size(), std::size_t(0));
    QCoreApplication::processEvents();
    QCOMPARE(arrived.count(), 0);
    QCOMPARE(ticketArrived.count(), 0);
}

void TerminalOrdersTest::anotherEpochGivesItAnotherNumber()
{
    TerminalFixture &f = *m_fixture;
    VERIFY_OK(desk().setPriority(1, true));
    // The hub comes back from a copy without the order; another terminal has sent it again already.
    Order again = f.hub.orders.at(1);
    f.hub.orders.erase(1);
    f.hub.journal.clear();
    f.hub.epoch = QStringLiteral("e2");
    again.id = 95;
    f.hub.put(again);
    VERIFY_OK(f.snapshot());
    QVERIFY(shown(95).priority);
    QVERIFY(desk().order(95)->pending);
    QVERIFY(f.deliver());
    QVERIFY(f.hub.orders.at(95).priority);
    QVERIFY(!desk().order(95)->pending);
    QVERIFY(shown(95).priority);
    QVERIFY(f.terminal->cache().find(95)->priority);
}

void TerminalOrdersTest::aFullDiskTakesNothing()
{
    QCOMPARE(shown(take()).number, QStringLiteral("B-001"));
    sql::Database &connection = m_fixture->terminal->database().connection();
    VERIFY_OK(connection.run(QStringLiteral(
        "CREATE TEMP TRIGGER full BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'disk is full'); END")));
    VERIFY_REFUSED(desk().create(atTable()), ErrorCode::StorageUnavailable);
    VERIFY_REFUSED(desk().addLines(1, {soup()}), ErrorCode::StorageUnavailable);
    VERIFY_REFUSED(desk().setAvailable(soupId, false), ErrorCode::StorageUnavailable);
    QCOMPARE(shownIds().size(), std::size_t(3));
    QVERIFY(desk().catalog().findItem(soupId)->available);
    VERIFY_OK(connection.run(QStringLiteral("DROP TRIGGER full")));
    QCOMPARE(shown(take()).number, QStringLiteral("B-002")); // the number of the one that was not taken

    // What the hub answered and cannot be written down here stays queued, whole.
    VERIFY_OK(connection.run(QStringLiteral(
        "CREATE TEMP TRIGGER full BEFORE UPDATE ON outbox BEGIN SELECT RAISE(ABORT, 'disk is full'); END")));
    const OutboxCommand head = outbox().heads()[0];
    const auto answer = m_fixture->hub.receive(head);
    VERIFY_OK(answer);
    VERIFY_REFUSED(outbox().markConfirmed(head.id, *answer), ErrorCode::StorageUnavailable);
    QCOMPARE(outbox().pendingCount(), 2);
    VERIFY_OK(m_fixture->follow()); // the feed brings it, and it stands once
    QCOMPARE(shownIds().size(), std::size_t(4));
    VERIFY_OK(connection.run(QStringLiteral("DROP TRIGGER full")));
    settle();
    QCOMPARE(shownIds().size(), std::size_t(4));
    QVERIFY(m_fixture->equalsHub());
}

// --- taken back ---

void TerminalOrdersTest::undoesEachKind()
{
    const auto undo = [this](const QString &what) {
        const auto undone = desk().undo();
        VERIFY_OK(undone);
        QCOMPARE(undone->what, what);
        QVERIFY(undone->undone);
    };
    const qint64 id = take();
    VERIFY_OK(desk().addLines(id, {soup(500)}));
    OrderFields fields;
    fields.note = QStringLiteral("new");
    VERIFY_OK(desk().edit(id, fields));
    VERIFY_OK(desk().setAvailable(steakId, false));
    VERIFY_OK(desk().setPriority(id, true));
    VERIFY_OK(desk().voidLines(id, {shown(id).lines[0].id}, QStringLiteral("x")));
    VERIFY_OK(desk().setStatus(1, OrderStatus::Preparing, {}));

    undo(QStringLiteral("status:3"));
    QCOMPARE(shown(1).status, OrderStatus::Accepted);
    undo(QStringLiteral("void"));
    QCOMPARE(shown(id).lines[0].status, LineStatus::Queued);
    undo(QStringLiteral("priority"));
    QVERIFY(!shown(id).priority);
    undo(QStringLiteral("available"));
    QVERIFY(desk().catalog().findItem(steakId)->available);
    undo(QStringLiteral("edit"));
    QCOMPARE(shown(id).note, QStringLiteral("по-быстрому"));
    undo(QStringLiteral("add"));
    QCOMPARE(shown(id).lines[2].status, LineStatus::Voided);
    // The rest after the hub knows it, and after a restart.
    settle();
    reopen();
    undo(QStringLiteral("create"));
    QCOMPARE(shown(900).status, OrderStatus::Cancelled);
    settle();
    QCOMPARE(m_fixture->hub.orders.at(900).cancelReason, QStringLiteral("undone"));
    QVERIFY(m_fixture->hub.isAvailable(steakId));
    QCOMPARE(desk().parked().size(), std::size_t(0));
    VERIFY_REFUSED(desk().undo(), ErrorCode::RecallNotAllowed);
    QVERIFY(m_fixture->equalsHub());
}

void TerminalOrdersTest::undoIsOneForBothPages()
{
    KitchenService &kitchen = m_fixture->kitchen();
    VERIFY_OK(desk().addLines(1, {soup(500)}));
    VERIFY_OK(desk().setAvailable(steakId, false));
    const auto actions = kitchen.shiftActions(10);
    QCOMPARE(actions.size(), std::size_t(2));
    QCOMPARE(actions[0].what, QStringLiteral("available"));
    QCOMPARE(actions[0].dishes, QStringList{QStringLiteral("Steak")});
    QCOMPARE(actions[1].what, QStringLiteral("add"));
    QCOMPARE(actions[1].dishes, QStringList{QStringLiteral("Okroshka")});
    QVERIFY(actions[0].undoable && actions[1].undoable);
    VERIFY_OK(kitchen.undo(actions[1].batch));
    QCOMPARE(shown(1).lines[2].status, LineStatus::Voided);
    VERIFY_OK(kitchen.bump(2));
    VERIFY_OK(desk().undo());
    QCOMPARE(shown(2).lines[0].status, LineStatus::Started);
    // An accepted order stays so, with its promise; what was before it is taken back.
    VERIFY_OK(m_fixture->deliver() ? Result<void>() : Result<void>(Error{}));
    m_fixture->hub.put(testOrder(3, m_fixture->clock.nowMs()));
    VERIFY_OK(m_fixture->follow());
    VERIFY_OK(desk().accept(3, m_fixture->clock.nowMs() + 60'000));
    const auto undone = desk().undo();
    VERIFY_OK(undone);
    QCOMPARE(undone->what, QStringLiteral("available"));
    QVERIFY(shown(3).promisedAtMs > 0);
}

void TerminalOrdersTest::undoingWhatOthersWentOnFrom()
{
    VERIFY_OK(desk().addLines(1, {soup(500)}));
    OrderFields fields;
    fields.covers = 4;
    VERIFY_OK(desk().edit(1, fields));
    VERIFY_OK(desk().setAvailable(steakId, false));
    settle();
    Order other = m_fixture->hub.orders.at(1);
    other.covers = 5;
    other.lines[2].status = LineStatus::Done;
    ++other.version;
    m_fixture->hub.put(other);
    Item back = *m_fixture->hub.menu.findItem(steakId);
    back.available = true;
    m_fixture->hub.put(back);
    VERIFY_OK(m_fixture->follow());
    VERIFY_REFUSED(desk().undo(), ErrorCode::RecallNotAllowed);
    QCOMPARE(shown(1).covers, 5);
    QCOMPARE(outbox().pendingCount(), 0);
}

void TerminalOrdersTest::undoDoesNotCancelWhatWasPromised()
{
    const qint64 id = take();
    VERIFY_OK(desk().addLines(id, {soup(500)}));
    VERIFY_OK(desk().accept(id, m_fixture->clock.nowMs() + 60'000));
    const auto undone = desk().undo();
    VERIFY_OK(undone);
    QCOMPARE(undone->what, QStringLiteral("add"));
    VERIFY_REFUSED(desk().undo(), ErrorCode::RecallNotAllowed);
    QCOMPARE(shown(id).status, OrderStatus::Accepted);
    settle();
    reopen();
    VERIFY_REFUSED(desk().undo(), ErrorCode::RecallNotAllowed);
    QCOMPARE(m_fixture->hub.orders.at(900).status, OrderStatus::Accepted);
    QCOMPARE(desk().parked().size(), std::size_t(0));
}

void TerminalOrdersTest::undoingInAnotherRole()
{
    OrderFields fields;
    fields.note = QStringLiteral("new");
    VERIFY_OK(desk().edit(1, fields));
    settle();
    const auto become = [this](Role role) {
        m_fixture->hub.role = role;
        VERIFY_OK(m_fixture->terminal->setCredentials({QStringLiteral("http://hub"), QStringLiteral("t"), role}));
        VERIFY_OK(m_fixture->snapshot());
    };
    become(Role::Kitchen);
    VERIFY_REFUSED(desk().undo(), ErrorCode::Forbidden);
    QVERIFY(!m_fixture->kitchen().shiftActions(1)[0].undoable);
    QCOMPARE(outbox().pendingCount(), 0);
    VERIFY_OK(desk().setAvailable(steakId, false));
    settle();
    become(Role::Courier);
    VERIFY_REFUSED(desk().undo(), ErrorCode::Forbidden);
    QCOMPARE(outbox().pendingCount(), 0);
    become(Role::Manager);
    VERIFY_OK(desk().undo());
    VERIFY_OK(desk().undo());
    QCOMPARE(shown(1).note, QString());
    QVERIFY(desk().catalog().findItem(steakId)->available);
}

// --- dishes ---

void TerminalOrdersTest::dishesAreOutAtOnce()
{
    QSignalSpy deskChanged(&desk(), &OrdersPort::catalogChanged);
    QSignalSpy kitchenChanged(&m_fixture->kitchen(), &KitchenPort::catalogChanged);
    VERIFY_OK(m_fixture->kitchen().setAvailable(soupId, false));
    VERIFY_OK(desk().setAvailable(soupId, false)); // is so already
    QCOMPARE(outbox().pendingCount(), 1);
    QCOMPARE(deskChanged.count(), 1);
    QCOMPARE(kitchenChanged.count(), 1);
    QVERIFY(!desk().catalog().findItem(soupId)->available);
    QVERIFY(!m_fixture->kitchen().catalog().findItem(soupId)->available);
    QVERIFY(m_fixture->terminal->cache().catalog().findItem(soupId)->available); // the hub's row is the hub's
    VERIFY_REFUSED(desk().create(atTable({soup()})), ErrorCode::ItemUnavailable);
    QCOMPARE(outbox().heads()[0].orderUuid, QStringLiteral("item:21"));

    QVERIFY(m_fixture->deliver());
    QVERIFY(!m_fixture->hub.isAvailable(soupId));
    QVERIFY(!desk().catalog().findItem(soupId)->available); // not back for a moment before the feed says it
    VERIFY_OK(m_fixture->follow());
    QVERIFY(!desk().catalog().findItem(soupId)->available);
    Item back = *m_fixture->hub.menu.findItem(soupId);
    back.available = true;
    m_fixture->hub.put(back);
    VERIFY_OK(m_fixture->follow());
    QVERIFY(desk().catalog().findItem(soupId)->available);
}

void TerminalOrdersTest::dishesAreOutUntilATime()
{
    const qint64 soon = desk().hubNowMs() + 3'600'000;
    OrderActs &acts = m_fixture->terminal->acts();
    VERIFY_OK(acts.setAvailable(soupId, false, soon));
    QCOMPARE(desk().catalog().findItem(soupId)->backAtMs, soon);
    VERIFY_OK(acts.setAvailable(soupId, false, soon)); // is so already
    QCOMPARE(outbox().pendingCount(), 1);
    VERIFY_OK(acts.setAvailable(soupId, false, soon + 1)); // later
    QCOMPARE(outbox().pendingCount(), 2);
    VERIFY_REFUSED(acts.setAvailable(soupId, false, desk().hubNowMs()), ErrorCode::ValidationFailed);
    VERIFY_REFUSED(acts.setAvailable(soupId, true, soon), ErrorCode::ValidationFailed);
    settle();
    QCOMPARE(m_fixture->hub.menu.findItem(soupId)->backAtMs, soon + 1);
    VERIFY_OK(desk().undo());
    QVERIFY(desk().catalog().findItem(soupId)->available);
    QCOMPARE(desk().catalog().findItem(soupId)->backAtMs, 0);
}

void TerminalOrdersTest::keptMarksAreRead()
{
    const ItemMarked until{soupId, false, 1000, 2000};
    const auto read = actFromPayload(kindOf(until), payloadOf(until));
    QVERIFY(read && std::get<ItemMarked>(*read) == until);
    // As the program before wrote it.
    const auto old =
        actFromPayload(QStringLiteral("available"), QStringLiteral("{\"item\":21,\"available\":false,\"at\":5}"));
    QVERIFY(old && std::get<ItemMarked>(*old) == (ItemMarked{21, false, 5, 0}));
}

void TerminalOrdersTest::whatWasOrderedBeforeGoesFirst()
{
    // Many queues are on their way at once; a dish that went out here must not make the hub refuse older orders of it.
    const qint64 first = take(atTable({soup()}));
    VERIFY_OK(desk().accept(1, std::nullopt));
    VERIFY_OK(desk().addLines(1, {soup(500)}));
    VERIFY_OK(desk().setAvailable(soupId, false));
    const qint64 other = take(atTable({steak()}));
    VERIFY_OK(desk().setAvailable(soupId, true));
    const qint64 last = take(atTable({soup()}));
    QVERIFY(first != 0 && other != 0 && last != 0);
    const auto kinds = [this] {
        QStringList list;
        for (const OutboxCommand &head : outbox().heads())
            list << actCode(head.act);
        return list;
    };
    const auto answerFirst = [this] {
        const OutboxCommand head = outbox().heads()[0];
        const auto answer = m_fixture->hub.receive(head);
        VERIFY_OK(answer);
        VERIFY_OK(outbox().markConfirmed(head.id, *answer));
    };
    QCOMPARE(kinds(), (QStringList{QStringLiteral("create"), QStringLiteral("status:2"), QStringLiteral("create")}));
    answerFirst();
    answerFirst();
    QCOMPARE(kinds(), (QStringList{QStringLiteral("add"), QStringLiteral("create")}));
    answerFirst();
    QCOMPARE(kinds(), (QStringList{QStringLiteral("available"), QStringLiteral("create")}));
    answerFirst();
    QCOMPARE(outbox().heads().size(), std::size_t(2)); // the other order, and the dish again
    settle();
    QCOMPARE(desk().parked().size(), std::size_t(0));
    QCOMPARE(m_fixture->hub.orders.size(), std::size_t(5));
    QVERIFY(m_fixture->hub.isAvailable(soupId));
}

void TerminalOrdersTest::refusedMarksLeaveTheMenu()
{
    VERIFY_OK(desk().setAvailable(soupId, false));
    VERIFY_OK(desk().setAvailable(steakId, false));
    VERIFY_OK(outbox().park(outbox().heads()[0].id, QStringLiteral("NOT_FOUND"), QStringLiteral("gone")));
    QVERIFY(desk().catalog().findItem(soupId)->available);
    QVERIFY(!desk().catalog().findItem(steakId)->available);
    const auto parked = desk().parked();
    QCOMPARE(parked.size(), std::size_t(1));
    QCOMPARE(parked[0].what, QStringLiteral("available"));
    QCOMPARE(parked[0].orderNumber, QStringLiteral("Okroshka"));
    QCOMPARE(parked[0].orderId, qint64(0));
}

void TerminalOrdersTest::othersArrive()
{
    QSignalSpy arrived(&desk(), &OrdersPort::orderArrived);
    QSignalSpy changed(&desk(), &OrdersPort::ordersChanged);
    m_fixture->hub.put(testOrder(5, m_fixture->clock.nowMs()));
    VERIFY_OK(m_fixture->follow());
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(arrived.count(), 1);
    QCOMPARE(arrived[0][0].toLongLong(), qint64(5));
    VERIFY_OK(m_fixture->hub.act(5, cancelCommand(), Role::Manager));
    VERIFY_OK(m_fixture->follow());
    QTRY_COMPARE(changed.count(), 2);
    QCOMPARE(arrived.count(), 1);
    // What was there before the first snapshot is no arrival, nor what was there at the start.
    reopen();
    QSignalSpy later(&desk(), &OrdersPort::orderArrived);
    VERIFY_OK(m_fixture->snapshot());
    QCoreApplication::processEvents();
    QCOMPARE(later.count(), 0);
}

void TerminalOrdersTest::keepsPayments()
{
    Order paid = m_fixture->hub.orders.at(1);
    paid.payment = {PaymentState::PartPaid, 1000, 50, {QStringLiteral("cash"), QStringLiteral("halyk")}};
    ++paid.version;
    m_fixture->hub.put(paid);
    VERIFY_OK(m_fixture->follow());
    reopen();
    QCOMPARE(shown(1).payment, paid.payment);
    QCOMPARE(shown(2).payment, OrderPayment());

    // Another role is told other things of the same version.
    m_fixture->hub.orders.at(1).payment = {};
    VERIFY_OK(m_fixture->snapshot());
    QCOMPARE(shown(1).payment, paid.payment);
    VERIFY_OK(m_fixture->terminal->setCredentials({QStringLiteral("http://hub"), QStringLiteral("t"), Role::Kitchen}));
    reopen();
    VERIFY_OK(m_fixture->snapshot());
    QCOMPARE(shown(1).payment, OrderPayment());
}

QTEST_GUILESS_MAIN(TerminalOrdersTest)
#include "terminalorderstest.moc"
