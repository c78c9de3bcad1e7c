// SPDX-License-Identifier: GPL-3.0-or-later
// The kitchen page as a cook uses it: real window, real keys, real fingers.
#include "ui/kitchen/kitchenpage.h"
#include "tests/gui/longwords.h"
#include "tests/gui/windowpages.h"
#include "tests/support/fakekitchen.h"
#include "tests/support/kitchensample.h"
#include "ui/common/band.h"
#include "ui/common/pill.h"
#include "ui/common/touchbutton.h"
#include "ui/kitchen/alertsound.h"
#include "ui/kitchen/choicestrip.h"
#include "ui/kitchen/keyspanel.h"
#include "ui/kitchen/kitchenbars.h"
#include "ui/kitchen/shiftpanel.h"
#include "ui/kitchen/sidepanel.h"
#include "ui/kitchen/ticketview.h"
#include "ui/mainwindow.h"

#include <QAccessible>
#include <QPaintEvent>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace oshaq;

namespace {

/// Collects what a widget was asked to paint.
class PaintRecorder final : public QObject
{
public:
    explicit PaintRecorder(QWidget *widget) { widget->installEventFilter(this); }

    QRegion take() { return std::exchange(m_region, QRegion()); }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_region += static_cast<QPaintEvent *>(event)->region();
        return false;
    }

private:
    QRegion m_region;
};

/// What a cook would hear.
class SoundRecorder final : public AlertSound
{
public:
    void play(Alert alert) override { heard.push_back(alert); }

    std::vector<Alert> heard;
};

int area(const QRegion &region)
{
    int sum = 0;
    for (const QRect &rect : region)
        sum += rect.width() * rect.height();
    return sum;
}

} // namespace

class KitchenPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

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
    void alertsAreHeardUntilSeen();
    void unpaintedIsLoudUntilSilenced();
    void unpaintedIsMutedLikeOtherSounds();
    void unpaintedMarksTheTicketElsewhere();
    void expoViewAndBack();
    void keysAreTaughtByPressing();
    void parkedCommandIsShownAndDismissed();
    void offlineSaysSoAndWhatToDo();
    void otherScreensThatFellAreShown();
    void everyConnectionStateHasWords();
    void emptyPageSaysWhatIsTrue();
    void clockIsTheBusinesss();
    void secondHandRepaintsHeadersOnly();
    void oneChangeRepaintsOneTicket();
    void paintedIsToldForWholeTicketsOnce();
    void coveredTicketIsNotPainted();
    void hiddenWindowPaintsNothing();
    void laterPagesAreCounted();
    void screenReadersHearTickets();
    void longWordsFitInTheBars();
    void windowRemembersItsGeometry();
    void everyTargetIsLargeEnough();

private:
    void openWindow();
    void show(int tickets = 0, QSize size = QSize(1920, 1080));
    void press(int key, const QString &text = {})
    {
        QTest::sendKeyEvent(QTest::Click, m_page->view(), Qt::Key(key), text, Qt::NoModifier);
    }
    void tap(const QRect &rect)
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::NoModifier, rect.center());
    }
    template <typename T> T *find(const char *name) const
    {
        T *widget = m_window->findChild<T *>(QLatin1String(name));
        if (!widget)
            qFatal("no %s", name);
        return widget;
    }
    qint64 idOf(const QString &number) const;
    OrderStatus statusOf(qint64 id) { return m_port->order(id).status; }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<FakeKitchenPort> m_port;
    std::unique_ptr<LinkStatus> m_link;
    std::unique_ptr<DisplaySettings> m_display;
    std::unique_ptr<MainWindow> m_window;
    KitchenPage *m_page = nullptr;
    TicketView *m_view = nullptr;
};

void KitchenPageTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_directory->filePath(QStringLiteral("ui.ini")), QSettings::IniFormat);
    m_port = std::make_unique<FakeKitchenPort>();
    m_link = std::make_unique<LinkStatus>();
    LinkStatus::Facts facts;
    facts.state = LinkStatus::State::Live;
    facts.knownAtMs = m_port->hubNowMs();
    m_link->update(facts);
    kitchensample::addStations(*m_port);
    m_display = std::make_unique<DisplaySettings>(*m_settings);
}

void KitchenPageTest::cleanup()
{
    m_window.reset();
    m_display.reset();
    m_settings.reset();
}

void KitchenPageTest::openWindow()
{
    auto page = std::make_unique<KitchenPage>(*m_port, *m_link, Look());
    m_page = page.get();
    m_view = page->view();
    m_window = std::make_unique<MainWindow>(windowPages(std::move(page)), *m_display, *m_settings);
}

void KitchenPageTest::show(int tickets, QSize size)
{
    if (tickets == 0)
        kitchensample::addBusyMoment(*m_port);
    else if (tickets > 0)
        kitchensample::addMany(*m_port, tickets, 1200);
    openWindow();
    m_window->resize(size);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QCoreApplication::processEvents();
    m_port->calls.clear();
}

qint64 KitchenPageTest::idOf(const QString &number) const
{
    for (const Ticket &ticket : m_port->tickets()) {
        if (ticket.order.number == number)
            return ticket.orderId;
    }
    return 0;
}

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

void KitchenPageTest::alertsAreHeardUntilSeen()
{
    kitchensample::addMany(*m_port, 3, 60);
    show(-1);
    SoundRecorder sound;
    m_page->setSound(&sound);
    m_page->refreshTime();
    QVERIFY(sound.heard.empty());
    const qint64 id = m_port->addOrder(QStringLiteral("A-090"), OrderStatus::New, 1, {{QStringLiteral("Plov")}});
    m_port->changed();
    m_port->arrived(id);
    QVERIFY(sound.heard == std::vector<Alert>{Alert::Arrived});
    // Sounds off by key; what was heard before is heard no more.
    press(Qt::Key_N, QStringLiteral("n"));
    auto *strip = find<ChoiceStrip>("choiceStrip");
    QCOMPARE(strip->choices().size(), size_t{5});
    QVERIFY(strip->choices()[2].chosen);
    press(Qt::Key_3, QStringLiteral("3"));
    QVERIFY(strip->isVisible() && !strip->choices()[2].chosen);
    QCOMPARE(sound.heard.size(), size_t{1});
    press(Qt::Key_3, QStringLiteral("3"));
    QVERIFY(strip->choices()[2].chosen);
    QCOMPARE(sound.heard.size(), size_t{2}); // an example
    m_page->setSound(nullptr);
}

namespace {

UnpaintedAlarm alarmFor(qint64 orderId, const QString &number, qint64 stationId, qint64 sinceMs)
{
    UnpaintedAlarm alarm;
    alarm.orderId = orderId;
    alarm.number = number;
    alarm.stationId = stationId;
    alarm.station = QStringLiteral("Tandoor");
    alarm.sinceMs = sinceMs;
    alarm.printer = QStringLiteral("Kitchen printer");
    alarm.paper = PrintJobState::Printed;
    return alarm;
}

} // namespace

void KitchenPageTest::unpaintedIsLoudUntilSilenced()
{
    show(3);
    AlarmBoard board;
    SoundRecorder sound;
    m_page->setSound(&sound);
    m_page->useAlarms(board);
    auto *band = find<Band>("alarmBand");
    QVERIFY(!band->isVisible());
    const UnpaintedAlarm alarm = alarmFor(900, QStringLiteral("A-090"), 2, m_port->hubNowMs() - 14'000);
    board.update({alarm});
    QVERIFY(band->isVisible());
    QVERIFY2(band->message().startsWith(QStringLiteral("A-090 has been on no kitchen screen for 14 s")),
             qPrintable(band->message()));
    // Late tickets may have been heard a moment before: sounds keep a distance.
    QTRY_VERIFY(sound.heard == std::vector<Alert>{Alert::Unpainted});
    // What a finger does to the tickets says nothing about it.
    tap(m_view->headerRectOf(idOf(m_port->tickets().front().order.number)));
    QVERIFY(band->isVisible());
    // The key that dismisses: this band first, then what was refused.
    m_port->park({QStringLiteral("1"), 1, QStringLiteral("A-001"), QStringLiteral("done"), QStringLiteral("NOT_FOUND"),
                  QString(), m_port->hubNowMs()});
    press(Qt::Key_D, QStringLiteral("d"));
    QVERIFY(!band->isVisible());
    QCOMPARE(m_port->parked().size(), size_t{1});
    QCOMPARE(board.alarms().size(), size_t{1});
    press(Qt::Key_D, QStringLiteral("d"));
    QVERIFY(m_port->parked().empty());
    // Another one, and this time a finger.
    UnpaintedAlarm second = alarm;
    second.orderId = 901;
    board.update({alarm, second});
    QVERIFY(band->isVisible());
    QTest::mouseClick(find<TouchButton>("silenceButton"), Qt::LeftButton);
    QVERIFY(!band->isVisible());
    board.update({});
    QVERIFY(!band->isVisible());
    m_page->setSound(nullptr);
    m_window.reset(); // before the board
}

void KitchenPageTest::unpaintedIsMutedLikeOtherSounds()
{
    m_settings->setValue(QStringLiteral("kitchen/sounds/unpainted"), false);
    show(3);
    AlarmBoard board;
    SoundRecorder sound;
    m_page->setSound(&sound);
    m_page->useAlarms(board);
    board.update({alarmFor(900, QStringLiteral("A-090"), 2, m_port->hubNowMs() - 14'000)});
    m_page->refreshTime();
    QVERIFY(sound.heard.empty());
    QVERIFY(find<Band>("alarmBand")->isVisible());
    m_page->setSound(nullptr);
    m_window.reset();
}

void KitchenPageTest::unpaintedMarksTheTicketElsewhere()
{
    show(3);
    AlarmBoard board;
    m_page->useAlarms(board);
    m_port->setStation(1);
    const Ticket ticket = m_port->tickets().front();
    const auto heardAs = [this] {
        return m_view->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    };
    QVERIFY(!heardAs().contains(QStringLiteral("On no screen")));
    board.update({alarmFor(ticket.orderId, ticket.order.number, 2, m_port->hubNowMs() - 14'000)});
    QVERIFY2(heardAs().startsWith(QStringLiteral("On no screen: Tandoor")), qPrintable(heardAs()));
    // What this very screen shows is on a screen.
    board.update({alarmFor(ticket.orderId, ticket.order.number, 1, m_port->hubNowMs() - 14'000)});
    QVERIFY(!heardAs().contains(QStringLiteral("On no screen")));
    m_window.reset();
}

void KitchenPageTest::expoViewAndBack()
{
    show();
    m_port->setStation(2);
    m_port->calls.clear();
    press(Qt::Key_E, QStringLiteral("e"));
    QVERIFY(!m_port->station());
    QVERIFY(find<TouchButton>("expoButton")->isChecked());
    press(Qt::Key_E, QStringLiteral("e"));
    QCOMPARE(m_port->station(), std::optional<qint64>(2));
    QVERIFY(!find<TouchButton>("expoButton")->isChecked());
}

void KitchenPageTest::keysAreTaughtByPressing()
{
    show();
    auto *keys = find<KeysPanel>("keysPanel");
    press(Qt::Key_K, QStringLiteral("k"));
    QVERIFY(keys->isVisible() && !m_view->isVisible());
    const auto toPage = [this](int key, const QString &text, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::sendKeyEvent(QTest::Click, m_page, Qt::Key(key), text, modifiers);
    };
    // The eleventh row is the large action; a bump bar sends Ctrl for it.
    QTest::mouseClick(keys, Qt::LeftButton, Qt::NoModifier, keys->rowRect(10).center());
    QVERIFY(keys->isLearning());
    toPage(Qt::Key_Control, QString());
    QVERIFY(!keys->isLearning());
    // By keys alone: the row below, and a key of the number pad.
    toPage(Qt::Key_Down, QString());
    toPage(Qt::Key_Return, QStringLiteral("\r"));
    QVERIFY(keys->isLearning());
    toPage(Qt::Key_Minus, QStringLiteral("-"), Qt::KeypadModifier);
    // Esc is never learned.
    toPage(Qt::Key_Return, QStringLiteral("\r"));
    toPage(Qt::Key_Escape, QString());
    QVERIFY(!keys->isLearning() && keys->isVisible());
    toPage(Qt::Key_Escape, QString());
    QVERIFY(!keys->isVisible() && m_view->isVisible());

    m_view->choose(idOf(QStringLiteral("A-047")));
    m_port->calls.clear();
    QTest::sendKeyEvent(QTest::Click, m_view, Qt::Key_Control, QString(), Qt::NoModifier);
    QVERIFY(m_port->calls.size() == 1 && m_port->calls[0].startsWith(QLatin1String("start")));
    QTest::sendKeyEvent(QTest::Click, m_view, Qt::Key_Minus, QStringLiteral("-"), Qt::KeypadModifier);
    QCOMPARE(m_port->calls.last(), QStringLiteral("recallLast"));
    // The next start of the program knows them too.
    m_window.reset();
    show(-1);
    m_view->choose(idOf(QStringLiteral("A-048")));
    QTest::sendKeyEvent(QTest::Click, m_view, Qt::Key_Control, QString(), Qt::NoModifier);
    QVERIFY(m_port->calls.size() == 1);
}

void KitchenPageTest::parkedCommandIsShownAndDismissed()
{
    show();
    auto *band = find<Band>("parkedBand");
    QVERIFY(!band->isVisible());
    const qint64 now = m_port->hubNowMs();
    m_port->park({QStringLiteral("k1"),
                  2,
                  QStringLiteral("A-041"),
                  QStringLiteral("done"),
                  QStringLiteral("ORDER_STATUS_CHANGED"),
                  {},
                  now});
    m_port->park({QStringLiteral("k2"),
                  3,
                  QStringLiteral("A-043"),
                  QStringLiteral("recall"),
                  QStringLiteral("RECALL_TOO_LATE"),
                  {},
                  now});
    QVERIFY(band->isVisible());
    QVERIFY(band->message().startsWith(QStringLiteral("A-041")));
    QVERIFY(band->accessibleName().contains(QStringLiteral("refused")));
    QTest::mouseClick(find<TouchButton>("dismissButton"), Qt::LeftButton);
    QCOMPARE(m_port->calls, QStringList{QStringLiteral("dismiss k1")});
    QVERIFY(band->message().startsWith(QStringLiteral("A-043")));
    press(Qt::Key_D, QStringLiteral("d"));
    QVERIFY(!band->isVisible());
    // The tickets kept the keyboard all the time.
    QVERIFY(m_view->hasFocus());
}

void KitchenPageTest::offlineSaysSoAndWhatToDo()
{
    show();
    auto *pill = find<Pill>("connectionPill");
    auto *band = find<Band>("linkBand");
    QCOMPARE(pill->text(), QStringLiteral("Live"));
    QVERIFY(!band->isVisible());
    LinkStatus::Facts facts = m_link->facts();
    facts.state = LinkStatus::State::Offline;
    facts.sinceMs = m_port->hubNowMs() - 300'000;
    facts.knownAtMs = facts.sinceMs;
    facts.pending = 7;
    m_link->update(facts);
    QCOMPARE(pill->text(), QStringLiteral("Offline since 19:42 · 7 changes waiting"));
    QVERIFY(band->isVisible());
    QVERIFY(band->message().contains(QStringLiteral("ask the counter")));
    // Work goes on.
    m_view->choose(idOf(QStringLiteral("A-041")));
    press(Qt::Key_Return);
    QCOMPARE(m_port->calls.size(), 1);
    facts.state = LinkStatus::State::Live;
    facts.paintedP50Ms = 38;
    facts.paintedP95Ms = 84;
    facts.paintedMaxMs = 190;
    m_link->update(facts);
    QVERIFY(!band->isVisible());
    QCOMPARE(pill->text(), QStringLiteral("Live · on screen in 38 ms"));
    QVERIFY(find<KeyHints>("statusLine")->status().contains(QStringLiteral("p95 84 ms")));
}

void KitchenPageTest::otherScreensThatFellAreShown()
{
    show();
    auto *band = find<Band>("linkBand");
    LinkStatus::Facts facts = m_link->facts();
    ScreenFacts grill;
    grill.terminalId = 3;
    grill.name = QStringLiteral("Grill screen");
    grill.state = ScreenState::Live;
    facts.others = {grill};
    m_link->update(facts);
    QVERIFY(!band->isVisible());
    facts.others.front().state = ScreenState::Away;
    facts.others.front().lastSeenAtMs = m_port->hubNowMs() - 40'000;
    m_link->update(facts);
    QVERIFY(band->isVisible());
    QVERIFY2(band->message().startsWith(QStringLiteral("Grill screen: not seen for 40 s.")),
             qPrintable(band->message()));
    facts.others.front().state = ScreenState::Live;
    m_link->update(facts);
    QVERIFY(!band->isVisible());
}

void KitchenPageTest::everyConnectionStateHasWords()
{
    show();
    for (LinkStatus::State state : {LinkStatus::State::Connecting, LinkStatus::State::Offline,
                                    LinkStatus::State::SignIn, LinkStatus::State::Upgrade, LinkStatus::State::Alarm}) {
        LinkStatus::Facts facts = m_link->facts();
        facts.state = state;
        facts.pending = 2;
        m_link->update(facts);
        QVERIFY(!find<Pill>("connectionPill")->text().isEmpty());
        QVERIFY(find<Pill>("connectionPill")->text().contains(QStringLiteral("2 changes waiting")));
        QVERIFY(find<Band>("linkBand")->isVisible());
        QVERIFY(find<Band>("linkBand")->message().size() > 40);
    }
}

void KitchenPageTest::emptyPageSaysWhatIsTrue()
{
    m_link->update({});
    show(-1);
    QCOMPARE(m_view->emptyState().title, QStringLiteral("Connecting to the site"));
    QVERIFY(!find<Band>("linkBand")->isVisible());
    QVERIFY2(!find<Pill>("openPill")->isVisible(), "nothing is known, and that is not zero");

    LinkStatus::Facts facts;
    facts.state = LinkStatus::State::Live;
    facts.knownAtMs = m_port->hubNowMs();
    m_link->update(facts);
    kitchensample::addCompleted(*m_port);
    m_port->setStation(1);
    QCOMPARE(m_view->emptyState().title, QStringLiteral("No open tickets"));
    QVERIFY2(m_view->emptyState().body.contains(QStringLiteral("A-038")), qPrintable(m_view->emptyState().body));
    QVERIFY(m_view->emptyState().body.contains(QStringLiteral("Hot kitchen")));
    QVERIFY(m_view->emptyState().status.startsWith(QStringLiteral("Connected")));

    facts.state = LinkStatus::State::Offline;
    m_link->update(facts);
    QVERIFY(!m_view->emptyState().status.contains(QStringLiteral("Connected")));
    // It is painted: not one flat colour.
    const QImage picture = m_view->grab().toImage();
    QSet<QRgb> colours;
    for (int y = 0; y < picture.height(); y += 3) {
        for (int x = 0; x < picture.width(); x += 3)
            colours.insert(picture.pixel(x, y));
    }
    QVERIFY(colours.size() > 10);
}

void KitchenPageTest::clockIsTheBusinesss()
{
    show();
    QCOMPARE(find<ClockFace>("clock")->time(), QStringLiteral("19:47"));
    m_port->advance(60);
    // Its own second hand moves it.
    QTRY_COMPARE(find<ClockFace>("clock")->time(), QStringLiteral("19:48"));
}

void KitchenPageTest::secondHandRepaintsHeadersOnly()
{
    show();
    QCoreApplication::processEvents();
    PaintRecorder recorder(m_view->viewport());
    QRegion headers;
    for (const Ticket &ticket : m_port->tickets())
        headers += m_view->headerRectOf(ticket.orderId);
    m_port->advance(1);
    m_page->refreshTime();
    QCoreApplication::processEvents();
    const QRegion painted = recorder.take();
    QVERIFY(!painted.isEmpty());
    QVERIFY2((painted - headers).isEmpty(), "more than headers was repainted");
    QVERIFY(area(painted) < m_view->width() * m_view->height() / 5);
    // The same second again: nothing.
    m_page->refreshTime();
    QCoreApplication::processEvents();
    QVERIFY(recorder.take().isEmpty());
}

void KitchenPageTest::oneChangeRepaintsOneTicket()
{
    show();
    QCoreApplication::processEvents();
    const qint64 id = idOf(QStringLiteral("A-046"));
    const QRect before = m_view->partRect(m_view->parts().at(size_t(5)));
    QVERIFY(before.contains(m_view->headerRectOf(id)));
    PaintRecorder recorder(m_view->viewport());
    QTRY_VERIFY(recorder.take().isEmpty());
    // A line done changes no height.
    QVERIFY(m_port->toggleLines(id, {m_port->order(id).lines[0].id}));
    QRegion painted;
    QTRY_VERIFY((QRegion(before) - (painted += recorder.take())).isEmpty());
    QVERIFY2((painted - before.adjusted(-12, -12, 12, 12)).isEmpty(), "other tickets were repainted");
}

void KitchenPageTest::paintedIsToldForWholeTicketsOnce()
{
    show();
    QTRY_COMPARE(int(m_port->painted.size()), 9);
    std::sort(m_port->painted.begin(), m_port->painted.end());
    QVERIFY(std::adjacent_find(m_port->painted.begin(), m_port->painted.end()) == m_port->painted.end());
    m_port->painted.clear();
    m_view->viewport()->update();
    m_port->advance(1);
    m_page->refreshTime();
    QCoreApplication::processEvents();
    QVERIFY(m_port->painted.empty());

    const qint64 fresh = m_port->addOrder(QStringLiteral("A-070"), OrderStatus::New, 0, {{QStringLiteral("Plov")}});
    m_port->changed();
    m_port->arrived(fresh);
    QVERIFY2(m_port->painted.empty(), "told before it was painted");
    QTRY_COMPARE(m_port->painted, (std::vector<qint64>{fresh}));
}

void KitchenPageTest::coveredTicketIsNotPainted()
{
    kitchensample::addBusyMoment(*m_port);
    openWindow();
    m_window->resize(1920, 1080);
    // Something opaque over the left half of the tickets.
    auto *cover = new QWidget(m_window.get());
    cover->setAutoFillBackground(true);
    cover->setAttribute(Qt::WA_OpaquePaintEvent);
    cover->setGeometry(0, 200, 400, 880);
    cover->raise();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    const qint64 covered = idOf(QStringLiteral("A-039"));
    const qint64 free = idOf(QStringLiteral("A-044"));
    QTRY_VERIFY(std::count(m_port->painted.begin(), m_port->painted.end(), free) == 1);
    QCOMPARE(int(std::count(m_port->painted.begin(), m_port->painted.end(), covered)), 0);
    cover->hide();
    QTRY_VERIFY(std::count(m_port->painted.begin(), m_port->painted.end(), covered) == 1);
}

void KitchenPageTest::hiddenWindowPaintsNothing()
{
    kitchensample::addBusyMoment(*m_port);
    openWindow();
    m_window->resize(1920, 1080);
    // Painted into a picture, not onto a screen.
    QVERIFY(!m_window->grab().isNull());
    QCoreApplication::processEvents();
    QVERIFY(m_port->painted.empty());
    QVERIFY(m_port->counted.empty());
    m_window->show();
    QTRY_VERIFY(!m_port->painted.empty());
}

void KitchenPageTest::laterPagesAreCounted()
{
    show(40);
    QTRY_VERIFY(!m_port->counted.empty());
    QTRY_COMPARE(int(m_port->painted.size() + m_port->counted.size()), 40);
    for (qint64 id : m_port->counted)
        QVERIFY(std::count(m_port->painted.begin(), m_port->painted.end(), id) == 0);
    const size_t before = m_port->painted.size();
    press(Qt::Key_PageDown);
    QTRY_VERIFY(m_port->painted.size() > before);
}

void KitchenPageTest::screenReadersHearTickets()
{
    show();
    QAccessible::setActive(true);
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view);
    QVERIFY(list);
    QCOMPARE(list->text(QAccessible::Name), QStringLiteral("Open tickets"));
    QCOMPARE(list->childCount(), 9);
    const QString first = list->child(0)->text(QAccessible::Name);
    QVERIFY2(first.contains(QStringLiteral("A-039")) && first.contains(QStringLiteral("allergy: nuts")),
             qPrintable(first));
    QVERIFY(!list->child(0)->rect().isEmpty());
    QAccessibleInterface *recall = QAccessible::queryAccessibleInterface(find<TouchButton>("recallButton"));
    QCOMPARE(recall->text(QAccessible::Name), QStringLiteral("Recall"));
    QVERIFY(
        !QAccessible::queryAccessibleInterface(find<TouchButton>("nextPageButton"))->text(QAccessible::Name).isEmpty());
}

void KitchenPageTest::longWordsFitInTheBars()
{
    LongWords words;
    QCoreApplication::installTranslator(&words);
    LinkStatus::Facts facts = m_link->facts();
    facts.state = LinkStatus::State::Offline;
    facts.sinceMs = m_port->hubNowMs() - 300'000;
    facts.pending = 127;
    m_link->update(facts);
    for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
        kitchensample::addMany(*m_port, 20, 1200);
        show(20, size);
        std::vector<QWidget *> top;
        for (const char *name : {"openPill", "latePill", "promisePill", "connectionPill"})
            top.push_back(find<Pill>(name));
        top.push_back(find<TouchButton>("stationTitle"));
        top.push_back(find<ClockFace>("clock"));
        std::vector<QWidget *> bottom{find<TouchButton>("recallButton"),
                                      find<TouchButton>("undoButton"),
                                      find<TouchButton>("priorityButton"),
                                      find<TouchButton>("expoButton"),
                                      find<TouchButton>("moreButton"),
                                      find<KeyHints>("statusLine"),
                                      find<Pill>("pageWords"),
                                      find<TouchButton>("previousPageButton"),
                                      find<TouchButton>("nextPageButton")};
        for (const std::vector<QWidget *> &bar : {top, bottom}) {
            for (size_t index = 0; index < bar.size(); ++index) {
                QWidget *widget = bar[index];
                if (!widget->isVisible())
                    continue;
                QVERIFY2(widget->parentWidget()->rect().contains(widget->geometry()), qPrintable(widget->objectName()));
                if (widget->objectName() != QLatin1String("statusLine"))
                    QVERIFY2(widget->width() >= widget->sizeHint().width(), qPrintable(widget->objectName()));
                for (size_t other = 0; other < index; ++other) {
                    if (bar[other]->isVisible())
                        QVERIFY2(!widget->geometry().intersects(bar[other]->geometry()),
                                 qPrintable(widget->objectName() + QLatin1Char(' ') + bar[other]->objectName()));
                }
            }
        }
        auto *band = find<Band>("linkBand");
        QVERIFY(band->isVisible());
        QCOMPARE(band->height(), band->heightForWidth(band->width()));
        m_window.reset();
    }
    QCoreApplication::removeTranslator(&words);
}

void KitchenPageTest::windowRemembersItsGeometry()
{
    show(3, QSize(1111, 777));
    m_window->close();
    openWindow();
    QCOMPARE(m_window->size(), QSize(1111, 777));
    m_window->show();
    QVERIFY(!m_window->isFullScreen());
    QTest::keyClick(m_view, Qt::Key_F11);
    QVERIFY(m_window->isFullScreen());
    QTest::mouseClick(m_window->findChild<TouchButton *>(QStringLiteral("fullScreenButton")), Qt::LeftButton);
    QVERIFY(!m_window->isFullScreen());
}

void KitchenPageTest::everyTargetIsLargeEnough()
{
    show(40, QSize(1280, 800));
    const double pixelsPerMm = m_window->screen()->physicalDotsPerInch() / 25.4;
    for (const Ticket &ticket : m_port->tickets()) {
        const QRect action = m_view->actionRectOf(ticket.orderId);
        if (!action.isEmpty())
            QVERIFY(action.height() >= 15 * pixelsPerMm - 1);
        for (const OrderLine &line : ticket.lines) {
            const QRect place = m_view->lineRectOf(ticket.orderId, line.id);
            if (!place.isEmpty())
                QVERIFY(place.height() >= 9.5 * pixelsPerMm);
        }
    }
    const auto check = [&](const char *name) {
        QVERIFY2(find<TouchButton>(name)->isVisible(), name);
        QVERIFY2(find<TouchButton>(name)->height() >= 12 * pixelsPerMm - 1, name);
        QVERIFY2(find<TouchButton>(name)->width() >= 12 * pixelsPerMm - 1, name);
    };
    for (const char *name : {"recallButton", "undoButton", "outButton", "moreButton", "nextPageButton",
                             "previousPageButton", "stationTitle"})
        check(name);
    for (const Ticket &ticket : m_port->tickets()) {
        const QRect band = m_view->changeRectOf(ticket.orderId);
        QVERIFY(band.isEmpty() || band.height() >= 9.5 * pixelsPerMm);
    }
    // Where there is room, what goes first has its button too.
    m_window->resize(1920, 1080);
    QCoreApplication::processEvents();
    check("priorityButton");
}

QTEST_MAIN(KitchenPageTest)
#include "kitchenpagetest.moc"
