// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/ordersstage.h"
#include "ui/common/choicerow.h"
#include "ui/common/pill.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"
#include "ui/orders/acceptsheet.h"
#include "ui/orders/entry/addlinessheet.h"
#include "ui/orders/entry/editordersheet.h"
#include "ui/orders/entry/joinsheet.h"
#include "ui/orders/entry/newordersheet.h"
#include "ui/orders/entry/paysheet.h"
#include "ui/orders/entry/reasonsheet.h"
#include "ui/orders/entry/splitsheet.h"
#include "ui/orders/historypanel.h"
#include "ui/orders/orderdetail.h"
#include "ui/orders/orderlines.h"
#include "ui/orders/printsheet.h"

#include <QLabel>
#include <QMenu>

using namespace oshaq;
using namespace oshaq::test;

/// What is done with orders at their page: by keys, by touch, offline.
class OrdersPageTest final : public QObject, OrdersStage
{
    Q_OBJECT

private Q_SLOTS:
    void init() { prepare(); }
    void cleanup() { close(); }

    void wholeServiceByKeyboard();
    void wholeServiceByTouch();
    void promisesByKeyAndByTime();
    void refuseNeedsAReason();
    void recallAndUndo();
    void dishesAreVoided();
    void coursesAreFired();
    void sheetsAreOpenedByKeys();
    void moreMenuHasEverything();
    void orderAgainBringsTheLines();
    void refusalIsSaid();
    void offlineAndBack();
    void parkedIsShownAndDismissed();
    void unpaintedIsLoudUntilSilenced();
    void historyIsAskedOnceAndKept();
    void guestIsShownToThoseWhoServe();
    void pastOrderIsOpened();
    void papersArePrinted();
    void theRealSheetsOpenOverThePage();
};

void OrdersPageTest::wholeServiceByKeyboard()
{
    show();
    const qint64 id = idOf("A-045");
    // The newest is the first: down once, Enter, and what is promised.
    key(Qt::Key_Down);
    QCOMPARE(m_page->chosenOrder(), id);
    key(Qt::Key_Return);
    QVERIFY(find<AcceptSheet>("acceptSheet")->isOpen());
    QVERIFY(m_port->calls.isEmpty());
    key(Qt::Key_3);
    key(Qt::Key_Return);
    QCOMPARE(statusOf(id), OrderStatus::Accepted);
    QCOMPARE(m_port->calls.last(), QStringLiteral("accept %1 %2").arg(id).arg(m_port->hubNowMs() + 20 * 60'000));
    QVERIFY(!find<AcceptSheet>("acceptSheet")->isOpen());
    QVERIFY(m_page->table()->hasFocus());
    QVERIFY(notice().startsWith(s("A-045 is accepted")));
    key(Qt::Key_Return);
    QCOMPARE(statusOf(id), OrderStatus::Preparing);
    // It is the kitchen's now: Enter does nothing.
    key(Qt::Key_Return);
    QCOMPARE(statusOf(id), OrderStatus::Preparing);
    finishByOthers(id);
    QCOMPARE(m_page->chosenOrder(), id);
    key(Qt::Key_Return);
    QCOMPARE(statusOf(id), OrderStatus::Completed);
    QVERIFY(notice().startsWith(s("A-045 is completed")));
}

void OrdersPageTest::wholeServiceByTouch()
{
    show();
    const qint64 id = idOf("A-045");
    tapRow(id);
    QCOMPARE(m_page->chosenOrder(), id);
    tap(find<TouchButton>("primaryButton"));
    QVERIFY(find<AcceptSheet>("acceptSheet")->isOpen());
    tap(find<ChoiceRow>("promiseChoices")->button(1));
    tap(find<TouchButton>("acceptButton"));
    QCOMPARE(m_port->calls.last(), QStringLiteral("accept %1 %2").arg(id).arg(m_port->hubNowMs() + 15 * 60'000));
    tap(find<TouchButton>("primaryButton"));
    QCOMPARE(statusOf(id), OrderStatus::Preparing);
    QVERIFY(find<TouchButton>("primaryButton")->isHidden());
    finishByOthers(id);
    tap(find<TouchButton>("primaryButton"));
    QCOMPARE(statusOf(id), OrderStatus::Completed);
}

void OrdersPageTest::promisesByKeyAndByTime()
{
    show();
    const qint64 id = idOf("A-048");
    choose("A-048");
    key(Qt::Key_Return);
    // Esc: nothing happened, and the rows have the focus again.
    key(Qt::Key_Escape);
    QVERIFY(m_port->calls.isEmpty());
    QVERIFY(m_page->table()->hasFocus());
    key(Qt::Key_Return);
    key(Qt::Key_7);
    auto *time = find<QLineEdit>("promiseTime");
    QVERIFY(time->hasFocus());
    QTest::keyClicks(time, s("25:99"));
    key(Qt::Key_Return);
    QVERIFY(m_port->calls.isEmpty());
    QVERIFY(find<AcceptSheet>("acceptSheet")->isOpen());
    QCOMPARE(time->text(), s("25:99"));
    QVERIFY(!time->accessibleDescription().isEmpty());
    time->selectAll();
    QTest::keyClicks(time, s("20:15"));
    key(Qt::Key_Return);
    // 19:47 now, 28 minutes later.
    QCOMPARE(m_port->order(id)->order.promisedAtMs, m_port->hubNowMs() + 28 * 60'000);
}

void OrdersPageTest::refuseNeedsAReason()
{
    show();
    const qint64 id = idOf("A-048");
    choose("A-048");
    m_sheets->answersReason = false;
    key(Qt::Key_X);
    QCOMPARE(m_sheets->asked, QStringList{s("reason")});
    QVERIFY(m_sheets->lastTitle.contains(s("A-048")));
    QCOMPARE(statusOf(id), OrderStatus::New);
    m_sheets->answersReason = true;
    tap(find<TouchButton>("refuseButton"));
    QCOMPARE(statusOf(id), OrderStatus::Cancelled);
    QCOMPARE(m_port->calls.last(), QStringLiteral("status %1 7 Guest changed their mind").arg(id));
}

void OrdersPageTest::recallAndUndo()
{
    show();
    const qint64 id = idOf("A-040");
    choose("A-040");
    key(Qt::Key_Return);
    QCOMPARE(statusOf(id), OrderStatus::OutForDelivery);
    key(Qt::Key_B);
    QCOMPARE(statusOf(id), OrderStatus::Ready);
    QVERIFY(notice().contains(s("Ready")));
    ShiftAction action;
    action.orderNumber = s("A-040");
    m_port->setUndoable(action);
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_port->calls.last(), s("undo"));
    QVERIFY(notice().startsWith(s("A-040")));
    QVERIFY(find<TouchButton>("undoButton")->isHidden());
    // There is nothing more.
    key(Qt::Key_Z);
    QCOMPARE(notice(), s("There is nothing to take back."));
    // With the finger, from the band.
    key(Qt::Key_Return);
    m_port->setUndoable(action);
    tap(find<TouchButton>("undoButton"));
    QCOMPARE(m_port->calls.last(), s("undo"));
}

void OrdersPageTest::dishesAreVoided()
{
    show();
    const qint64 id = idOf("A-046");
    choose("A-046");
    const std::vector<OrderLine> lines = m_port->order(id)->order.lines;
    key(Qt::Key_V);
    QVERIFY(m_page->detail()->isChoosing());
    // Nothing chosen yet: Enter asks nothing and does nothing.
    key(Qt::Key_Return);
    QVERIFY(m_sheets->asked.isEmpty());
    key(Qt::Key_Space);
    key(Qt::Key_Down);
    key(Qt::Key_Space);
    key(Qt::Key_Return);
    QCOMPARE(m_sheets->asked, QStringList{s("reason")});
    QCOMPARE(m_port->calls.last(),
             QStringLiteral("void %1 %2,%3 Guest changed their mind").arg(id).arg(lines[0].id).arg(lines[1].id));
    QVERIFY(!m_page->detail()->isChoosing());
    QCOMPARE(m_port->order(id)->order.lines[0].status, LineStatus::Voided);
    // By touch, and thought better of.
    key(Qt::Key_V);
    tap(m_page->detail()->lines()->rowOf(lines[2].id));
    QCOMPARE(m_page->detail()->lines()->chosen(), std::vector<qint64>{lines[2].id});
    tap(find<TouchButton>("keepButton"));
    QVERIFY(!m_page->detail()->isChoosing());
    QCOMPARE(m_port->order(id)->order.lines[2].status, LineStatus::Queued);
}

void OrdersPageTest::coursesAreFired()
{
    show();
    const qint64 id = idOf("A-043");
    choose("A-043");
    key(Qt::Key_F);
    QCOMPARE(m_port->calls.last(), QStringLiteral("fire %1 2").arg(id));
    QVERIFY(!m_port->order(id)->order.lines[2].isHeld());
    // Nothing is held any more: the key does nothing.
    const qsizetype calls = m_port->calls.size();
    key(Qt::Key_F);
    QCOMPARE(m_port->calls.size(), calls);
}

void OrdersPageTest::sheetsAreOpenedByKeys()
{
    show();
    const qint64 id = idOf("A-046");
    choose("A-046");
    for (const int code : {Qt::Key_P, Qt::Key_A, Qt::Key_E, Qt::Key_S, Qt::Key_J})
        key(code);
    QCOMPARE(m_sheets->asked, (QStringList{QStringLiteral("pay %1").arg(id), QStringLiteral("add %1").arg(id),
                                           QStringLiteral("edit %1").arg(id), QStringLiteral("split %1").arg(id),
                                           QStringLiteral("join %1").arg(id)}));
    key(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(m_sheets->asked.last(), s("new"));
    QVERIFY(!m_sheets->prefilled);
    key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(m_sheets->asked.last(), s("drawer"));
    key(Qt::Key_U);
    QCOMPARE(m_port->calls.last(), QStringLiteral("priority %1 1").arg(id));
    // The same places on a Cyrillic keyboard: "З" is P.
    QKeyEvent cyrillic(QEvent::KeyPress, 0x0417, Qt::NoModifier, s("з"));
    QCoreApplication::sendEvent(m_page->table(), &cyrillic);
    QCOMPARE(m_sheets->asked.last(), QStringLiteral("pay %1").arg(id));
    // Without sheets nothing of it is offered, and no key crashes.
    m_page->setSheets(nullptr);
    const QStringList before = m_sheets->asked;
    for (const int code : {Qt::Key_P, Qt::Key_A, Qt::Key_E, Qt::Key_S, Qt::Key_J, Qt::Key_V, Qt::Key_X, Qt::Key_G})
        key(code);
    key(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(m_sheets->asked, before);
}

void OrdersPageTest::moreMenuHasEverything()
{
    show();
    const qint64 id = idOf("A-046");
    choose("A-046");
    key(Qt::Key_M);
    auto *menu = m_page->findChild<QMenu *>(s("moreMenu"));
    QVERIFY(menu && menu->isVisible());
    QCOMPARE(menu->actions().size(), qsizetype(m_page->detail()->acts().others().size()));
    for (QAction *action : menu->actions()) {
        QVERIFY2(action->text().contains(u'\t'), "every act shows its key");
        if (action->text().startsWith(s("Make it first"))) {
            QVERIFY(menu->actionGeometry(action).height() >= Metrics().mm(10));
            action->trigger();
        }
    }
    menu->close();
    QCOMPARE(m_port->calls.last(), QStringLiteral("priority %1 1").arg(id));
}

void OrdersPageTest::orderAgainBringsTheLines()
{
    show();
    choose("A-039");
    key(Qt::Key_G);
    QVERIFY(m_sheets->prefilled);
    QCOMPARE(m_sheets->prefilled->lines.size(), size_t(3));
    QCOMPARE(m_sheets->prefilled->lines[0].quantity, 2000);
    QCOMPARE(m_sheets->prefilled->lines[0].optionIds.size(), size_t(1));
    QCOMPARE(m_sheets->prefilled->guestName, s("Sholpan"));
    QVERIFY(m_sheets->prefilled->uuid.isEmpty());
}

void OrdersPageTest::refusalIsSaid()
{
    show();
    const qint64 id = idOf("A-040");
    choose("A-040");
    m_port->refuseNext({ErrorCode::StorageUnavailable, s("disk"), {}});
    key(Qt::Key_Return);
    QCOMPARE(statusOf(id), OrderStatus::Ready);
    QVERIFY(notice().startsWith(s("A-040: that did not work.")));
    QVERIFY(notice().contains(s("disk may be full")));
    QVERIFY(find<TouchButton>("undoButton")->isHidden());
}

void OrdersPageTest::offlineAndBack()
{
    show();
    QCOMPARE(find<Pill>("connectionPill")->text(), s("Live"));
    QVERIFY(find<Band>("linkBand")->isHidden());
    LinkStatus::Facts facts = m_link->facts();
    facts.state = LinkStatus::State::Offline;
    facts.sinceMs = m_port->hubNowMs() - 300'000;
    facts.pending = 2;
    m_link->update(facts);
    QVERIFY(find<Pill>("connectionPill")->text().startsWith(s("Offline since 19:42")));
    QVERIFY(find<Band>("linkBand")->message().contains(s("19:42")));
    // Everything of today works on.
    const qint64 id = idOf("A-040");
    choose("A-040");
    key(Qt::Key_Return);
    QCOMPARE(statusOf(id), OrderStatus::OutForDelivery);
    m_port->setPending(id, true);
    m_port->changed();
    QVERIFY(m_page->model()->rowAt(m_page->model()->rowOf(id)).desk.pending);
    QVERIFY(!find<QLabel>("detailPending")->text().isEmpty());
    facts.state = LinkStatus::State::Live;
    facts.pending = 0;
    m_link->update(facts);
    QVERIFY(find<Band>("linkBand")->isHidden());
    for (const auto state : {LinkStatus::State::Connecting, LinkStatus::State::SignIn, LinkStatus::State::Alarm}) {
        facts.state = state;
        m_link->update(facts);
        QVERIFY(!find<Band>("linkBand")->message().isEmpty());
    }
}

void OrdersPageTest::parkedIsShownAndDismissed()
{
    show();
    const auto park = [this](const char *id, const char *what) {
        m_port->park({s(id), idOf("A-040"), s("A-040"), s(what), s("ORDER_STATUS_CHANGED"), {}, m_port->hubNowMs()});
    };
    park("one", "status:5");
    park("two", "create");
    auto *band = find<Band>("parkedBand");
    QVERIFY(band->message().contains(s("order taken at 19:47")));
    QVERIFY(band->message().contains(s("1 more refusal")));
    key(Qt::Key_D);
    QCOMPARE(m_port->calls.last(), s("dismiss two"));
    tap(find<TouchButton>("dismissButton"));
    QCOMPARE(m_port->calls.last(), s("dismiss one"));
    QVERIFY(band->isHidden());
}

void OrdersPageTest::unpaintedIsLoudUntilSilenced()
{
    show();
    AlarmBoard board;
    m_page->useAlarms(board);
    auto *band = find<Band>("alarmBand");
    QVERIFY(!band->isVisible());
    UnpaintedAlarm alarm;
    alarm.orderId = idOf("A-045");
    alarm.number = s("A-045");
    alarm.stationId = 1;
    alarm.station = s("Grill");
    alarm.sinceMs = m_port->hubNowMs() - 14'000;
    alarm.printer = s("Kitchen printer");
    alarm.paper = PrintJobState::Printed;
    board.update({alarm});
    QVERIFY(band->isVisible());
    QVERIFY2(band->message().startsWith(s("A-045 has been on no kitchen screen for 14 s: Grill.")),
             qPrintable(band->message()));
    const auto markOf = [this](qint64 id) { return m_page->model()->rowAt(m_page->model()->rowOf(id)).mark; };
    QCOMPARE(markOf(alarm.orderId), s("On no screen: Grill"));
    QCOMPARE(markOf(idOf("A-039")), QString());

    // The time in it goes on.
    m_port->advance(60);
    m_page->refreshTime();
    QVERIFY(band->message().contains(s("1 min 14 s")));

    m_page->table()->setFocus();
    key(Qt::Key_D);
    QVERIFY(!band->isVisible());
    QCOMPARE(markOf(alarm.orderId), s("On no screen: Grill")); // it is still true
    UnpaintedAlarm second = alarm;
    second.stationId = 2;
    board.update({alarm, second});
    QVERIFY(band->isVisible());
    tap(find<TouchButton>("silenceButton"));
    QVERIFY(!band->isVisible());
    board.update({});
    QCOMPARE(markOf(alarm.orderId), QString());
    m_page.reset(); // before the board
}

void OrdersPageTest::historyIsAskedOnceAndKept()
{
    show();
    m_archive->setImmediate(false);
    choose("A-039");
    const QString call = QStringLiteral("timeline %1").arg(m_page->chosenOrder());
    QTRY_COMPARE(m_archive->calls.count(call), 1);
    QCOMPARE(find<QLabel>("historyStatus")->text(), s("Loading…"));
    m_archive->answerAll();
    const QStringList texts = m_page->detail()->history()->texts();
    QVERIFY(texts.join(u'\n').contains(s("On the kitchen screen")));
    QVERIFY(texts.join(u'\n').contains(s("41 ms after it was accepted")));
    // Away and back: known already.
    choose("A-041");
    choose("A-039");
    QCOMPARE(m_page->detail()->history()->texts(), texts);
    m_archive->answerAll();
    // It changed: asked again, and what was known stays meanwhile.
    ++m_port->orderRow(m_page->chosenOrder()).version;
    m_port->changed();
    QTRY_COMPARE(m_archive->calls.count(call), 2);
    QCOMPARE(m_page->detail()->history()->texts(), texts);
    m_archive->failNext(PortFailure{PortFailure::Kind::Unreachable, {}, {}, {}});
    m_archive->answerAll();
    QCOMPARE(m_page->detail()->history()->texts(), texts);
    QVERIFY(find<QLabel>("historyStatus")->text().contains(s("does not answer")));
}

void OrdersPageTest::guestIsShownToThoseWhoServe()
{
    show();
    choose("A-039");
    QTRY_VERIFY(m_page->detail()->guest()->text().contains(s("14 orders since")));
    QCOMPARE(find<QLabel>("guestAllergy")->text(), s("Allergy: nuts"));
    QVERIFY(m_page->detail()->guest()->text().contains(s("Home: Kabanbay batyr 122, 8")));
    m_page.reset();
    m_port->setRole(Role::Kitchen);
    show();
    choose("A-039");
    QTRY_VERIFY(m_archive->calls.contains(QStringLiteral("timeline %1").arg(m_page->chosenOrder())));
    QVERIFY(!m_archive->calls.contains(s("guest 13")));
    QVERIFY(m_page->detail()->guest()->isHidden());
}

void OrdersPageTest::pastOrderIsOpened()
{
    show();
    choose("A-039");
    QTRY_VERIFY(m_page->findChild<TouchButton *>(s("pastOrder99999")));
    find<TouchButton>("pastOrder99999")->click();
    QCOMPARE(m_page->chosenOrder(), 99'999);
    QVERIFY(m_page->detail()->isEarlier());
    QCOMPARE(m_page->detail()->order()->order.number, s("A-013"));
    // One that nobody knows: said, and nothing is shown instead.
    m_page->chooseOrder(123'456);
    QTRY_VERIFY(!notice().isEmpty());
    QVERIFY(!m_page->detail()->order());
}

void OrdersPageTest::papersArePrinted()
{
    show();
    const qint64 id = idOf("A-040");
    choose("A-040");
    key(Qt::Key_R);
    auto *sheet = find<PrintSheet>("printSheet");
    QVERIFY(sheet->isOpen());
    QTRY_VERIFY(!find<QLabel>("paperPicture")->pixmap(Qt::ReturnByValue).isNull());
    // Ready: the receipt is meant; the ticket is one key away.
    QVERIFY(m_printers->calls.contains(QStringLiteral("preview %1 receipt 0").arg(id)));
    key(Qt::Key_T);
    QTRY_VERIFY(m_printers->calls.contains(QStringLiteral("preview %1 ticket 0").arg(id)));
    auto *printers = find<ChoiceRow>("printerChoices");
    QTRY_COMPARE(printers->count(), 3);
    // It fails: said, and tried again under the same key.
    m_printers->failNext(PortFailure{PortFailure::Kind::Unreachable, {}, {}, {}});
    key(Qt::Key_Return);
    QTRY_VERIFY(find<QLabel>("printError")->isVisible());
    QVERIFY(sheet->isOpen());
    key(Qt::Key_Return);
    QTRY_VERIFY(!sheet->isOpen());
    QCOMPARE(m_printers->keys.size(), 2);
    QCOMPARE(m_printers->keys[0], m_printers->keys[1]);
    QVERIFY(notice().startsWith(s("A-040 goes to")));
    QVERIFY(m_page->table()->hasFocus());
}

void OrdersPageTest::theRealSheetsOpenOverThePage()
{
    show();
    FakeTillPort till(*m_archive);
    till.setImmediate(true);
    StaffSheets sheets(*m_port, *m_archive, till, *m_link, Look(lightTheme()), m_page.get());
    m_page->setSheets(&sheets);
    const qint64 id = idOf("A-046");
    choose("A-046");
    const std::vector<std::pair<int, Sheet *>> opened{
        {Qt::Key_A, sheets.addLinesSheet()}, {Qt::Key_E, sheets.editSheet()}, {Qt::Key_S, sheets.splitSheet()},
        {Qt::Key_J, sheets.joinSheet()},     {Qt::Key_P, sheets.paySheet()},  {Qt::Key_X, sheets.reasonSheet()}};
    for (const auto &[code, sheet] : opened) {
        key(code);
        QVERIFY2(sheet->isOpen(), qPrintable(sheet->objectName()));
        // Keys of the page mean nothing under it.
        key(Qt::Key_F5);
        key(Qt::Key_Escape);
        QTRY_VERIFY2(!sheet->isOpen(), qPrintable(sheet->objectName()));
        QVERIFY2(m_page->table()->hasFocus(), qPrintable(sheet->objectName()));
    }
    key(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(sheets.newOrderSheet()->isOpen());
    key(Qt::Key_Escape);
    QTRY_VERIFY(!sheets.newOrderSheet()->isOpen());
    QVERIFY(m_port->calls.isEmpty());
    QCOMPARE(statusOf(id), OrderStatus::Accepted);
    QCOMPARE(m_page->chosenOrder(), id);
    m_page->setSheets(nullptr);
}

QTEST_MAIN(OrdersPageTest)
#include "orderspagetest.moc"
