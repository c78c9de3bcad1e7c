// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/kitchenstage.h"
#include "tests/gui/longwords.h"
#include "tests/gui/windowpages.h"
#include "tests/support/kitchensample.h"
#include "ui/common/band.h"
#include "ui/common/pill.h"
#include "ui/common/touchbutton.h"
#include "ui/kitchen/choicestrip.h"
#include "ui/kitchen/keyspanel.h"
#include "ui/kitchen/kitchenbars.h"
#include "ui/kitchen/shiftpanel.h"
#include "ui/kitchen/sidepanel.h"

#include <algorithm>

using namespace oshaq;
using namespace oshaq::test;

/// A cook at the kitchen page: by keys and by touch.
class KitchenPageTest final : public QObject, KitchenStage
{
    Q_OBJECT

private Q_SLOTS:
    void init() { prepare(); }
    void cleanup() { close(); }

    void digitPicksTheTicketInItsSlot();
    void enterStartsBumpsAndMovesOn();
    void enterWithoutAChoiceOnlyChooses();
    void heldEnterBumpsOnce();
    void arrowsFollowTheGeometry();
    void tabAndSpaceWorkOnLines();
    void escapeLetsGo();
    void ticketTakenAwayByOthersLeavesNoChoice();
    void recallKeyAndButton();
    void refusalIsShownBesideTheTickets();
    void tapOnLineTogglesIt();
    void tapOnButtonActs();
    void fingerThatMovesAwayDoesNothing();
    void ticketThatMovesUnderTheFingerIsNotBumped();
    void pagesTurnByKeyAndButton();
    void chosenTicketStaysInSight();
    void stationsArePickedByDigit();
    void changesAreAcknowledged();
    void cancelledTicketsWaitToBeSeen();
    void coursesAreFiredByKeyAndTouch();
    void identicalLinesAreToggledTogether();
    void priorityByKeyAndButton();
    void voidAsksWhy();
    void undoStepByStep();
    void journalTakesBackWhatIsTouched();
    void moreHasEverythingForFingers();
    void ticketsAreAsLargeAsTheStationWants();
    void columnsAreChosen();
};

void KitchenPageTest::digitPicksTheTicketInItsSlot()
{
    show(40);
    std::vector<qint64> slots_;
    for (const LayoutPart &part : m_view->parts()) {
        if (part.page == 0 && part.isFirst())
            slots_.push_back(m_port->tickets().at(size_t(part.ticket)).orderId);
    }
    QVERIFY(slots_.size() >= 10);
    press(Qt::Key_3, QStringLiteral("3"));
    QCOMPARE(m_view->chosenOrder(), slots_[2]);
    press(Qt::Key_0, QStringLiteral("0"));
    QCOMPARE(m_view->chosenOrder(), slots_[9]);
    QVERIFY(m_port->calls.isEmpty());
}

void KitchenPageTest::enterStartsBumpsAndMovesOn()
{
    show();
    const qint64 accepted = idOf(QStringLiteral("A-047"));
    const qint64 after = idOf(QStringLiteral("A-048"));
    m_view->choose(accepted);
    press(Qt::Key_Return);
    QCOMPARE(m_port->calls, QStringList{QStringLiteral("start %1").arg(accepted)});
    QCOMPARE(statusOf(accepted), OrderStatus::Preparing);
    QCOMPARE(m_view->chosenOrder(), accepted);
    press(Qt::Key_Enter);
    QCOMPARE(m_port->calls.last(), QStringLiteral("bump %1").arg(accepted));
    QCOMPARE(statusOf(accepted), OrderStatus::Ready);
    // On to the next that is to be made.
    QCOMPARE(m_view->chosenOrder(), after);
    // A ready one is handed over, and leaves.
    m_view->choose(accepted);
    press(Qt::Key_Return);
    QCOMPARE(statusOf(accepted), OrderStatus::Completed);
    QCoreApplication::processEvents();
    QCOMPARE(m_view->headerRectOf(accepted), QRect());
    QVERIFY(m_view->chosenOrder() != 0);
}

void KitchenPageTest::enterWithoutAChoiceOnlyChooses()
{
    show();
    QCOMPARE(m_view->chosenOrder(), 0);
    press(Qt::Key_Return);
    QVERIFY(m_view->chosenOrder() != 0);
    QVERIFY(m_port->calls.isEmpty());
}

void KitchenPageTest::heldEnterBumpsOnce()
{
    show();
    m_view->choose(idOf(QStringLiteral("A-041")));
    QKeyEvent first(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"));
    QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"), true);
    QCoreApplication::sendEvent(m_view, &first);
    for (int repeat = 0; repeat < 5; ++repeat)
        QCoreApplication::sendEvent(m_view, &held);
    QCOMPARE(m_port->calls.size(), 1);
}

void KitchenPageTest::arrowsFollowTheGeometry()
{
    show(40);
    press(Qt::Key_1, QStringLiteral("1"));
    const QRect first = m_view->headerRectOf(m_view->chosenOrder());
    press(Qt::Key_Right);
    const QRect right = m_view->headerRectOf(m_view->chosenOrder());
    QVERIFY(right.left() > first.right());
    QCOMPARE(right.top(), first.top());
    press(Qt::Key_Down);
    const QRect below = m_view->headerRectOf(m_view->chosenOrder());
    QCOMPARE(below.left(), right.left());
    QVERIFY(below.top() > right.bottom());
    press(Qt::Key_Up);
    QCOMPARE(m_view->headerRectOf(m_view->chosenOrder()), right);
    press(Qt::Key_Left);
    QCOMPARE(m_view->headerRectOf(m_view->chosenOrder()), first);
    // Over the left edge of the first page there is nothing.
    press(Qt::Key_Left);
    QCOMPARE(m_view->page(), 0);
    // Over the right edge the next page begins.
    for (int step = 0; step < 8 && m_view->page() == 0; ++step)
        press(Qt::Key_Right);
    QCOMPARE(m_view->page(), 1);
    QVERIFY(!m_view->headerRectOf(m_view->chosenOrder()).isEmpty());
}

void KitchenPageTest::tabAndSpaceWorkOnLines()
{
    show();
    const qint64 id = idOf(QStringLiteral("A-043"));
    m_view->choose(id);
    const std::vector<OrderLine> lines = m_port->ticket(id)->lines;
    press(Qt::Key_Tab);
    QCOMPARE(m_view->chosenLine(), lines[0].id);
    QVERIFY2(m_view->hasFocus(), "Tab took the focus away from the tickets");
    press(Qt::Key_Tab);
    press(Qt::Key_Space, QStringLiteral(" "));
    QCOMPARE(m_port->calls, QStringList{QStringLiteral("line %1 %2").arg(id).arg(lines[1].id)});
    QCOMPARE(m_port->order(id).lines[1].status, LineStatus::Done);
    QCOMPARE(m_view->chosenLine(), lines[1].id);
    press(Qt::Key_Space, QStringLiteral(" "));
    QCOMPARE(m_port->order(id).lines[1].status, LineStatus::Started);
    // Round and round, past the void line.
    press(Qt::Key_Tab);
    press(Qt::Key_Tab);
    QCOMPARE(m_view->chosenLine(), lines[0].id);
    press(Qt::Key_Backtab);
    QCOMPARE(m_view->chosenLine(), lines[2].id);
}

void KitchenPageTest::escapeLetsGo()
{
    show();
    press(Qt::Key_2, QStringLiteral("2"));
    QVERIFY(m_view->chosenOrder() != 0);
    press(Qt::Key_Escape);
    QCOMPARE(m_view->chosenOrder(), 0);
}

void KitchenPageTest::ticketTakenAwayByOthersLeavesNoChoice()
{
    show();
    const qint64 id = idOf(QStringLiteral("A-041"));
    m_view->choose(id);
    m_port->removeOrder(id);
    m_port->changed();
    // The Enter that was already on its way must not hit the neighbour.
    QCOMPARE(m_view->chosenOrder(), 0);
    press(Qt::Key_Return);
    QVERIFY(m_port->calls.isEmpty());
}

void KitchenPageTest::recallKeyAndButton()
{
    show();
    const qint64 id = idOf(QStringLiteral("A-046"));
    m_view->choose(id);
    press(Qt::Key_Return);
    QCOMPARE(statusOf(id), OrderStatus::Ready);
    press(Qt::Key_R, QStringLiteral("r"));
    QVERIFY(m_port->calls.contains(QStringLiteral("recallLast")));
    QCOMPARE(statusOf(id), OrderStatus::Preparing);
    m_port->calls.clear();
    QTest::mouseClick(find<TouchButton>("recallButton"), Qt::LeftButton);
    QCOMPARE(m_port->calls, QStringList{QStringLiteral("recallLast")});
    // Nothing was left to take back: said beside the tickets, without a dialog.
    QVERIFY(find<Band>("noticeBand")->isVisible());
    QVERIFY(m_view->hasFocus());
}

void KitchenPageTest::refusalIsShownBesideTheTickets()
{
    show();
    const qint64 id = idOf(QStringLiteral("A-041"));
    m_view->choose(id);
    m_port->refuseNext({ErrorCode::StorageUnavailable, QStringLiteral("disk full"), {}});
    press(Qt::Key_Return);
    auto *notice = find<Band>("noticeBand");
    QVERIFY(notice->isVisible());
    QVERIFY2(notice->message().startsWith(QStringLiteral("A-041")), qPrintable(notice->message()));
    QVERIFY(!notice->message().contains(QLatin1Char('_')));
    QCOMPARE(m_view->chosenOrder(), id);
    // The next thing that works takes it away.
    press(Qt::Key_Return);
    QVERIFY(!notice->isVisible());
}

void KitchenPageTest::tapOnLineTogglesIt()
{
    show();
    const qint64 id = idOf(QStringLiteral("A-039"));
    const qint64 line = m_port->order(id).lines[1].id;
    tap(m_view->lineRectOf(id, line));
    QCOMPARE(m_port->calls, QStringList{QStringLiteral("line %1 %2").arg(id).arg(line)});
    QCOMPARE(m_port->order(id).lines[1].status, LineStatus::Done);
    QCoreApplication::processEvents();
    tap(m_view->lineRectOf(id, line));
    QCOMPARE(m_port->order(id).lines[1].status, LineStatus::Started);
}

void KitchenPageTest::tapOnButtonActs()
{
    show();
    const qint64 id = idOf(QStringLiteral("A-041"));
    tap(m_view->actionRectOf(id));
    QCOMPARE(m_port->calls, QStringList{QStringLiteral("bump %1").arg(id)});
    // A finger does not need a choice, and gets none.
    QCOMPARE(m_view->chosenOrder(), 0);
    tap(m_view->headerRectOf(idOf(QStringLiteral("A-043"))));
    QCOMPARE(m_view->chosenOrder(), idOf(QStringLiteral("A-043")));
}

void KitchenPageTest::fingerThatMovesAwayDoesNothing()
{
    show();
    const qint64 id = idOf(QStringLiteral("A-041"));
    const QPoint button = m_view->actionRectOf(id).center();
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, Qt::NoModifier, button);
    QTest::mouseMove(m_view->viewport(), m_view->headerRectOf(id).center());
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, Qt::NoModifier, m_view->headerRectOf(id).center());
    QVERIFY(m_port->calls.isEmpty());
}

void KitchenPageTest::ticketThatMovesUnderTheFingerIsNotBumped()
{
    show();
    const qint64 id = idOf(QStringLiteral("A-041"));
    const QPoint button = m_view->actionRectOf(id).center();
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, Qt::NoModifier, button);
    m_port->removeOrder(idOf(QStringLiteral("A-039")));
    m_port->changed();
    QCoreApplication::processEvents();
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, Qt::NoModifier, button);
    QVERIFY2(m_port->calls.isEmpty(), qPrintable(m_port->calls.join(QLatin1Char(','))));
}

void KitchenPageTest::pagesTurnByKeyAndButton()
{
    show(40);
    QVERIFY(m_view->pages() > 2);
    auto *next = find<TouchButton>("nextPageButton");
    auto *previous = find<TouchButton>("previousPageButton");
    auto *words = find<Pill>("pageWords");
    QVERIFY(next->isVisible() && next->isEnabled() && !previous->isEnabled());
    QVERIFY2(words->text().startsWith(QStringLiteral("Page 1 of")), qPrintable(words->text()));
    press(Qt::Key_PageDown);
    QCOMPARE(m_view->page(), 1);
    QVERIFY(previous->isEnabled());
    press(Qt::Key_End);
    QCOMPARE(m_view->page(), m_view->pages() - 1);
    QVERIFY(!next->isEnabled());
    press(Qt::Key_PageDown);
    QCOMPARE(m_view->page(), m_view->pages() - 1);
    press(Qt::Key_Home);
    QCOMPARE(m_view->page(), 0);
    QTest::mouseClick(next, Qt::LeftButton);
    QCOMPARE(m_view->page(), 1);
    QTest::mouseClick(previous, Qt::LeftButton);
    QCOMPARE(m_view->page(), 0);
    // A choice goes along: it is never out of sight.
    press(Qt::Key_2, QStringLiteral("2"));
    press(Qt::Key_PageDown);
    QVERIFY(!m_view->headerRectOf(m_view->chosenOrder()).isEmpty());

    cleanup();
    init();
    show(3);
    QVERIFY(!find<TouchButton>("nextPageButton")->isVisible());
    QVERIFY(!find<Pill>("pageWords")->isVisible());
}

void KitchenPageTest::chosenTicketStaysInSight()
{
    show(40);
    press(Qt::Key_PageDown);
    press(Qt::Key_1, QStringLiteral("1"));
    const qint64 chosen = m_view->chosenOrder();
    QCOMPARE(m_view->page(), 1);
    // Everything before it is bumped elsewhere: it moves to page 1 and is followed there.
    const std::vector<Ticket> tickets = m_port->tickets();
    for (const Ticket &ticket : tickets) {
        if (ticket.orderId == chosen)
            break;
        m_port->removeOrder(ticket.orderId);
    }
    m_port->changed();
    QCoreApplication::processEvents();
    QCOMPARE(m_view->chosenOrder(), chosen);
    QCOMPARE(m_view->page(), 0);
    QVERIFY(!m_view->headerRectOf(chosen).isEmpty());
}

void KitchenPageTest::stationsArePickedByDigit()
{
    show();
    auto *strip = find<ChoiceStrip>("choiceStrip");
    auto *title = find<TouchButton>("stationTitle");
    QCOMPARE(title->text(), QStringLiteral("All stations"));
    QVERIFY(!strip->isVisible());
    press(Qt::Key_S, QStringLiteral("s"));
    QVERIFY(strip->isVisible());
    press(Qt::Key_2, QStringLiteral("2"));
    QCOMPARE(m_port->station(), std::optional<qint64>(2));
    QVERIFY(!strip->isVisible());
    QCOMPARE(title->text(), QStringLiteral("Cold kitchen"));
    QCOMPARE(m_view->chosenOrder(), 0);
    QTest::mouseClick(title, Qt::LeftButton);
    QVERIFY(strip->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(!strip->isVisible());
    press(Qt::Key_S, QStringLiteral("s"));
    press(Qt::Key_0, QStringLiteral("0"));
    QCOMPARE(m_port->station(), std::optional<qint64>());
}

void KitchenPageTest::changesAreAcknowledged()
{
    show();
    const qint64 id = idOf(QStringLiteral("A-048"));
    const QRect band = m_view->changeRectOf(id);
    QVERIFY(!band.isEmpty());
    tap(band);
    QCOMPARE(m_port->calls, QStringList{QStringLiteral("acknowledge %1").arg(id)});
    QCoreApplication::processEvents();
    QVERIFY(m_view->changeRectOf(id).isEmpty());
    // By key, for the chosen ticket; what is void goes with it.
    const qint64 other = idOf(QStringLiteral("A-043"));
    const qint64 basket = m_port->order(other).lines.back().id;
    QVERIFY(!m_view->lineRectOf(other, basket).isEmpty());
    m_view->choose(other);
    press(Qt::Key_A, QStringLiteral("a"));
    QCOMPARE(m_port->calls.last(), QStringLiteral("acknowledge %1").arg(other));
    QCoreApplication::processEvents();
    QVERIFY(m_view->lineRectOf(other, basket).isEmpty());
}

void KitchenPageTest::cancelledTicketsWaitToBeSeen()
{
    const qint64 id =
        m_port->addOrder(QStringLiteral("A-060"), OrderStatus::Cancelled, 100, {{QStringLiteral("Plov")}});
    m_port->setChanges(id, {{TicketChange::Kind::Cancelled, 0}});
    show();
    m_view->choose(id);
    QCOMPARE(m_view->chosenOrder(), id);
    press(Qt::Key_Return);
    QCOMPARE(m_port->calls, QStringList{QStringLiteral("acknowledge %1").arg(id)});
    QCoreApplication::processEvents();
    QVERIFY(idOf(QStringLiteral("A-060")) == 0);
}

void KitchenPageTest::coursesAreFiredByKeyAndTouch()
{
    show();
    const qint64 id = idOf(QStringLiteral("A-043"));
    const QRect band = m_view->courseRectOf(id, 2);
    QVERIFY(!band.isEmpty() && m_view->courseRectOf(id, 1).isValid());
    tap(band);
    QCOMPARE(m_port->calls, QStringList{QStringLiteral("fire %1 2").arg(id)});
    QVERIFY(!m_port->order(id).lines[2].held);
    // The band of a course that is being made does nothing.
    tap(m_view->courseRectOf(id, 1));
    QCOMPARE(m_port->calls.size(), 1);
    QVERIFY(m_port->hold(id, 2));
    m_view->choose(id);
    press(Qt::Key_F, QStringLiteral("f"));
    QCOMPARE(m_port->calls.last(), QStringLiteral("fire %1 0").arg(id));
    press(Qt::Key_F, QStringLiteral("f"));
    QVERIFY(find<Band>("noticeBand")->isVisible());
}

void KitchenPageTest::identicalLinesAreToggledTogether()
{
    const qint64 id =
        m_port->addOrder(QStringLiteral("A-061"), OrderStatus::Preparing, 100,
                         {{QStringLiteral("Samsa")}, {QStringLiteral("Plov")}, {QStringLiteral("Samsa")}});
    show();
    const std::vector<OrderLine> lines = m_port->order(id).lines;
    QCOMPARE(m_view->lineRectOf(id, lines[0].id), m_view->lineRectOf(id, lines[2].id));
    tap(m_view->lineRectOf(id, lines[0].id));
    QCOMPARE(m_port->calls, QStringList{QStringLiteral("line %1 %2,%3").arg(id).arg(lines[0].id).arg(lines[2].id)});
    QCOMPARE(m_port->order(id).lines[2].status, LineStatus::Done);
    QCOMPARE(m_port->order(id).lines[1].status, LineStatus::Queued);
}

void KitchenPageTest::priorityByKeyAndButton()
{
    show();
    press(Qt::Key_P, QStringLiteral("p"));
    QVERIFY(m_port->calls.isEmpty()); // nothing is chosen
    const qint64 id = idOf(QStringLiteral("A-049"));
    m_view->choose(id);
    press(Qt::Key_P, QStringLiteral("p"));
    QCOMPARE(m_port->calls, QStringList{QStringLiteral("priority %1 1").arg(id)});
    QCOMPARE(m_port->tickets().front().orderId, id);
    QCOMPARE(m_view->chosenOrder(), id);
    find<TouchButton>("priorityButton")->click();
    QCOMPARE(m_port->calls.last(), QStringLiteral("priority %1 0").arg(id));
}

void KitchenPageTest::voidAsksWhy()
{
    show();
    const qint64 id = idOf(QStringLiteral("A-046"));
    m_view->choose(id);
    press(Qt::Key_V, QStringLiteral("v"));
    auto *strip = find<ChoiceStrip>("choiceStrip");
    QVERIFY(!strip->isVisible()); // no dish is chosen
    press(Qt::Key_Tab);
    press(Qt::Key_V, QStringLiteral("v"));
    QVERIFY(strip->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(!strip->isVisible());
    QVERIFY(m_port->calls.isEmpty());
    press(Qt::Key_V, QStringLiteral("v"));
    press(Qt::Key_3, QStringLiteral("3"));
    QVERIFY(!strip->isVisible());
    const qint64 line = m_port->order(id).lines[0].id;
    QCOMPARE(m_port->calls, QStringList{QStringLiteral("void %1 %2 Burnt or dropped").arg(id).arg(line)});
    QCOMPARE(m_port->order(id).lines[0].status, LineStatus::Voided);
}

void KitchenPageTest::undoStepByStep()
{
    show();
    press(Qt::Key_U, QStringLiteral("u"));
    QCOMPARE(m_port->calls, QStringList{QStringLiteral("undo")});
    QVERIFY(find<Band>("noticeBand")->message().contains(QStringLiteral("nothing")));
    ShiftAction action;
    action.batch = QStringLiteral("b1");
    action.orderNumber = QStringLiteral("A-041");
    action.what = QStringLiteral("done");
    action.dishes = QStringList{QStringLiteral("Manty")};
    action.undoable = true;
    m_port->setShiftActions({action});
    find<TouchButton>("undoButton")->click();
    QCOMPARE(find<Band>("noticeBand")->message(), QStringLiteral("A-041, taken back: Bumped: Manty"));
    QVERIFY(m_port->shiftActions(1)[0].undone);
}

void KitchenPageTest::journalTakesBackWhatIsTouched()
{
    std::vector<ShiftAction> actions;
    for (int index = 0; index < 12; ++index) {
        ShiftAction action;
        action.batch = QStringLiteral("b%1").arg(index);
        action.orderNumber = QStringLiteral("A-%1").arg(index);
        action.what = QStringLiteral("start");
        action.actedAtMs = m_port->hubNowMs() - index * 1000;
        action.undoable = index != 1;
        actions.push_back(action);
    }
    m_port->setShiftActions(actions);
    show();
    auto *journal = find<ShiftPanel>("shiftPanel");
    QVERIFY(!journal->isVisible());
    press(Qt::Key_J, QStringLiteral("j"));
    QVERIFY(journal->isVisible() && !find<AllDayPanel>("allDayPanel")->isVisible());
    press(Qt::Key_2, QStringLiteral("2")); // nothing of it stands
    QVERIFY(m_port->calls.isEmpty());
    press(Qt::Key_3, QStringLiteral("3"));
    QCOMPARE(m_port->calls, QStringList{QStringLiteral("undo b2")});
    QTest::mouseClick(journal, Qt::LeftButton, Qt::NoModifier, journal->rowRect(0).center());
    QCOMPARE(m_port->calls.last(), QStringLiteral("undo b0"));
    QTest::mouseClick(journal, Qt::LeftButton, Qt::NoModifier, journal->rowRect(1).center());
    QCOMPARE(m_port->calls.size(), 2);
    press(Qt::Key_Escape);
    QVERIFY(!journal->isVisible() && find<AllDayPanel>("allDayPanel")->isVisible());
}

void KitchenPageTest::moreHasEverythingForFingers()
{
    show();
    const qint64 id = idOf(QStringLiteral("A-046"));
    m_view->choose(id);
    auto *strip = find<ChoiceStrip>("choiceStrip");
    const auto touch = [&](const QString &text) {
        find<TouchButton>("moreButton")->click();
        QVERIFY(strip->isVisible());
        for (auto *button : strip->findChildren<TouchButton *>()) {
            if (button->text() == text) {
                button->click();
                return;
            }
        }
        QFAIL(qPrintable(text));
    };
    touch(QStringLiteral("Priority"));
    QCOMPARE(m_port->calls.last(), QStringLiteral("priority %1 1").arg(id));
    touch(QStringLiteral("Hold the course"));
    QCOMPARE(m_port->calls.last(), QStringLiteral("hold %1 1").arg(id));
    touch(QStringLiteral("Fire the next course"));
    QCOMPARE(m_port->calls.last(), QStringLiteral("fire %1 0").arg(id));
    touch(QStringLiteral("What was done here"));
    QVERIFY(find<ShiftPanel>("shiftPanel")->isVisible());
    touch(QStringLiteral("What was done here"));
    touch(QStringLiteral("Stations"));
    QVERIFY(strip->isVisible() && strip->choices().size() == 4);
    press(Qt::Key_Escape);
    QCoreApplication::processEvents(); // the tickets move up again
    // A finger that rests on a dish chooses it, so that it can be voided.
    const qint64 line = m_port->order(id).lines[1].id;
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, Qt::NoModifier, m_view->lineRectOf(id, line).center());
    QTRY_COMPARE(m_view->chosenLine(), line);
    m_port->calls.clear();
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, Qt::NoModifier, m_view->lineRectOf(id, line).center());
    QVERIFY(m_port->calls.isEmpty());
    touch(QStringLiteral("Void the dish"));
    strip->pickSlot(0);
    QCOMPARE(m_port->calls.last(), QStringLiteral("void %1 %2 Out of stock").arg(id).arg(line));
}

void KitchenPageTest::ticketsAreAsLargeAsTheStationWants()
{
    show(20);
    const auto numberHeight = [this] { return m_view->headerRectOf(m_port->tickets().front().orderId).height(); };
    const int everywhere = numberHeight();
    m_port->setStation(1);
    Q_EMIT m_port->stationsChanged();
    QCoreApplication::processEvents();
    const int usual = numberHeight();
    const auto choose = [this](int slot) {
        press(Qt::Key_M, QStringLiteral("m"));
        press(Qt::Key_9, QStringLiteral("9"));
        press(Qt::Key_0 + slot, QString::number(slot));
        QCoreApplication::processEvents();
    };
    choose(8); // 200 %
    QVERIFY2(numberHeight() > usual * 3 / 2, qPrintable(QString::number(numberHeight())));
    // Each station has its own.
    m_port->setStation(std::nullopt);
    Q_EMIT m_port->stationsChanged();
    QCoreApplication::processEvents();
    QCOMPARE(numberHeight(), everywhere);
    m_window.reset();
    m_port->setStation(1);
    show(-1);
    QVERIFY(numberHeight() > usual * 3 / 2);
    choose(3); // 100 %
    QCOMPARE(numberHeight(), usual);
}

void KitchenPageTest::columnsAreChosen()
{
    show(40);
    const int usual = m_view->columns();
    const auto choose = [this](int slot) {
        press(Qt::Key_M, QStringLiteral("m"));
        press(Qt::Key_0, QStringLiteral("0"));
        press(Qt::Key_0 + slot, QString::number(slot));
        QCoreApplication::processEvents();
    };
    choose(2);
    QCOMPARE(m_view->columns(), 2);
    choose(8);
    QVERIFY(m_view->columns() > usual);
    int onPage = 0;
    for (const LayoutPart &part : m_view->parts())
        onPage += part.page == 0 && part.isFirst() ? 1 : 0;
    QVERIFY(onPage >= 10);
    choose(1);
    QCOMPARE(m_view->columns(), usual);
}

QTEST_MAIN(KitchenPageTest)
#include "kitchenpagetest.moc"
