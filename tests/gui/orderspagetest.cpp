// SPDX-License-Identifier: GPL-3.0-or-later
// The orders page as a clerk uses it: real window, real keys, real fingers.
#include "ui/orders/orderspage.h"
#include "tests/support/faketill.h"
#include "tests/support/orderssample.h"
#include "ui/common/band.h"
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
#include "ui/orders/entry/staffsheets.h"
#include "ui/orders/historypanel.h"
#include "ui/orders/orderdetail.h"
#include "ui/orders/orderlines.h"
#include "ui/orders/ordersmodel.h"
#include "ui/orders/orderstable.h"
#include "ui/orders/printsheet.h"

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

#include <memory>

using namespace oshaq;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// What the page asked the sheets for; reasons are answered at once.
class RecordingSheets final : public OrderSheets
{
public:
    void setLook(const Look &) override {}
    void newOrder(const std::optional<NewOrder> &prefill) override
    {
        asked << QStringLiteral("new");
        prefilled = prefill;
    }
    void addLines(qint64 orderId) override { asked << QStringLiteral("add %1").arg(orderId); }
    void edit(qint64 orderId) override { asked << QStringLiteral("edit %1").arg(orderId); }
    void split(qint64 orderId) override { asked << QStringLiteral("split %1").arg(orderId); }
    void join(qint64 orderId) override { asked << QStringLiteral("join %1").arg(orderId); }
    void pay(qint64 orderId) override { asked << QStringLiteral("pay %1").arg(orderId); }
    void refund(qint64 orderId, const QString &number) override
    {
        asked << QStringLiteral("refund %1 %2").arg(QString::number(orderId), number);
    }
    void drawer() override { asked << QStringLiteral("drawer"); }
    void deliver(qint64 orderId) override { asked << QStringLiteral("deliver %1").arg(orderId); }
    void askReason(const QString &title, const QStringList &reasons,
                   const std::function<void(const QString &)> &done) override
    {
        asked << QStringLiteral("reason");
        lastTitle = title;
        if (!reasons.isEmpty() && answersReason)
            done(reasons.first());
    }

    QStringList asked;
    QString lastTitle;
    bool answersReason = true;
    std::optional<NewOrder> prefilled;
};

/// Everything longer, as other languages are.
class LongTranslator final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return QStringLiteral("Ж") + QString::fromUtf8(source);
    }
};

} // namespace

class OrdersPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

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
    void searchIsAtOnceAndThenOfYears();
    void searchCancelsTheOneBefore();
    void searchOffline();
    void searchFindsNothing();
    void morePagesComeWhileScrolling();
    void filtersByKeyAndTouch();
    void daysBeyondAreAskedFor();
    void headsSort();
    void choiceStaysUnderChange();
    void closedOrderLeavesNoNeighbourChosen();
    void localOrderBecomesKnown();
    void takenOrderIsShownWhenTheHubIsQuicker();
    void newOrdersAreMarkedUntilSeen();
    void rowsWaitForTheFinger();
    void rowsStayInPlaceWhenScrolled();
    void fingerThatMovesScrolls();
    void historyIsAskedOnceAndKept();
    void guestIsShownToThoseWhoServe();
    void pastOrderIsOpened();
    void papersArePrinted();
    void languageChangeKeepsEverything();
    void emptyAndUnknown();
    void nothingIsCutWhenAllIsLarge();
    void narrowWindowsShowOneAfterTheOther();
    void targetsAreLargeEnough();
    void tabGoesFromRowsToDetailToFilters();
    void everythingHasAName();
    void fiveHundredRows();
    void theRealSheetsOpenOverThePage();

private:
    void show(QSize size = QSize(1836, 1000), const Look &look = Look(lightTheme()));
    void key(int code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : m_page->table();
        QTest::keyClick(target, Qt::Key(code), modifiers);
        QCoreApplication::processEvents();
    }
    void tap(QWidget *widget, QPoint at)
    {
        QTest::touchEvent(m_page->window(), m_finger).press(0, widget->mapTo(m_page->window(), at));
        QTest::touchEvent(m_page->window(), m_finger).release(0, widget->mapTo(m_page->window(), at));
        QCoreApplication::processEvents();
    }
    void tap(QWidget *widget) { tap(widget, widget->rect().center()); }
    void tapRow(qint64 id)
    {
        tap(m_page->table()->viewport(), m_page->table()->rowRect(m_page->model()->rowOf(id)).center());
    }
    template <typename T> T *find(const char *name) const
    {
        T *widget = m_page->findChild<T *>(QLatin1String(name));
        if (!widget)
            qFatal("no %s", name);
        return widget;
    }
    qint64 idOf(const char *number) const
    {
        for (const DeskOrder &desk : m_port->orders()) {
            if (desk.order.number == s(number))
                return desk.order.id;
        }
        return 0;
    }
    OrderStatus statusOf(qint64 id) const { return m_port->order(id)->order.status; }
    void choose(const char *number)
    {
        m_page->chooseOrder(idOf(number));
        m_page->table()->setFocus();
    }
    QString notice() const { return find<Band>("noticeBand")->message(); }
    QStringList shown() const
    {
        QStringList numbers;
        for (int row = 0; row < m_page->model()->rowCount(); ++row) {
            if (!m_page->model()->isSection(row))
                numbers << m_page->model()->rowAt(row).desk.order.number;
        }
        return numbers;
    }
    void search(const char *words)
    {
        auto *edit = find<QLineEdit>("orderSearch");
        edit->setFocus();
        QTest::keyClicks(edit, s(words));
    }
    void finishByOthers(qint64 id)
    {
        // The kitchen makes it.
        m_port->orderRow(id).status = OrderStatus::Ready;
        ++m_port->orderRow(id).version;
        m_port->changed();
    }

    std::unique_ptr<FakeOrdersPort> m_port;
    std::unique_ptr<FakeArchivePort> m_archive;
    std::unique_ptr<FakePrinterPort> m_printers;
    std::unique_ptr<LinkStatus> m_link;
    std::unique_ptr<RecordingSheets> m_sheets;
    std::unique_ptr<OrdersPage> m_page;
    QPointingDevice *m_finger = QTest::createTouchDevice();
};

void OrdersPageTest::init()
{
    m_port = std::make_unique<FakeOrdersPort>();
    m_archive = std::make_unique<FakeArchivePort>();
    m_printers = std::make_unique<FakePrinterPort>();
    m_link = std::make_unique<LinkStatus>();
    m_sheets = std::make_unique<RecordingSheets>();
    orderssample::addEvening(*m_port);
    orderssample::addArchive(*m_archive, *m_port);
    orderssample::addPrinters(*m_printers);
    m_archive->setImmediate(true);
    m_printers->setImmediate(true);
    LinkStatus::Facts facts;
    facts.state = LinkStatus::State::Live;
    facts.knownAtMs = m_port->hubNowMs() - 300'000;
    m_link->update(facts);
}

void OrdersPageTest::cleanup()
{
    m_page.reset();
}

void OrdersPageTest::show(QSize size, const Look &look)
{
    m_page = std::make_unique<OrdersPage>(*m_port, *m_archive, *m_printers, *m_link, look);
    m_page->setSheets(m_sheets.get());
    m_page->resize(size);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_page->activateWindow();
    m_page->enter();
    QCoreApplication::processEvents();
    m_port->calls.clear();
    m_archive->calls.clear();
}

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

void OrdersPageTest::searchIsAtOnceAndThenOfYears()
{
    show();
    key(Qt::Key_F, Qt::ControlModifier);
    auto *edit = find<QLineEdit>("orderSearch");
    QVERIFY(edit->hasFocus());
    QTest::keyClicks(edit, s("shol"));
    // At once, and of every status; nothing was asked yet.
    QCOMPARE(shown(), QStringList{s("A-039")});
    QVERIFY(m_archive->queries.empty());
    QVERIFY(find<QLabel>("searchState")->isVisible());
    QTRY_COMPARE(shown().size(), 14);
    QCOMPARE(m_archive->queries.size(), size_t(1));
    QCOMPARE(m_archive->queries[0].words, s("shol"));
    QVERIFY(!m_archive->queries[0].fromMs);
    QVERIFY(m_page->model()->isSection(0));
    QVERIFY(find<QLabel>("searchState")->isHidden());
    // Enter goes to what was found, and acts on nothing.
    key(Qt::Key_Return);
    QVERIFY(m_page->table()->hasFocus());
    QCOMPARE(m_page->chosenOrder(), idOf("A-039"));
    QVERIFY(m_port->calls.isEmpty());
    // An earlier one is opened to be read.
    key(Qt::Key_Down);
    QVERIFY(m_page->detail()->isEarlier());
    QCOMPARE(m_page->detail()->order()->order.number, s("A-013"));
    key(Qt::Key_Return);
    QVERIFY(m_port->calls.isEmpty());
    // Esc: everything as before.
    key(Qt::Key_Escape);
    QVERIFY(edit->text().isEmpty());
    QCOMPARE(shown().size(), 11);
}

void OrdersPageTest::searchCancelsTheOneBefore()
{
    show();
    m_archive->setImmediate(false);
    search("plov");
    QTRY_COMPARE(m_archive->queries.size(), size_t(1));
    QTest::keyClicks(find<QLineEdit>("orderSearch"), s(" wed"));
    QVERIFY(m_archive->calls.last().startsWith(s("cancel")));
    QTRY_COMPARE(m_archive->queries.size(), size_t(2));
    QCOMPARE(m_archive->queries[1].words, s("plov wed"));
    // Every keystroke filters what is here.
    QCOMPARE(shown(), (QStringList{s("A-048"), s("A-044"), s("A-042")}));
    m_archive->answerAll();
    QCOMPARE(shown(), (QStringList{s("A-048"), s("A-044"), s("A-042")}));
    // By the end of a phone.
    find<QLineEdit>("orderSearch")->clear();
    search("9012");
    QCOMPARE(shown(), QStringList{s("A-041")});
}

void OrdersPageTest::searchOffline()
{
    show();
    m_archive->setFailing(PortFailure{PortFailure::Kind::Unreachable, {}, {}, {}});
    LinkStatus::Facts facts = m_link->facts();
    facts.state = LinkStatus::State::Offline;
    m_link->update(facts);
    search("lagman");
    QTRY_COMPARE(find<QLabel>("searchState")->text(), s("Offline: only orders of the last 48 hours, as of 19:42"));
    QCOMPARE(shown().size(), 2);
    // Back again: it asks by itself.
    m_archive->setFailing(std::nullopt);
    facts.state = LinkStatus::State::Live;
    m_link->update(facts);
    QTRY_VERIFY(find<QLabel>("searchState")->isHidden());
}

void OrdersPageTest::searchFindsNothing()
{
    show();
    search("qqq");
    auto *state = find<StateView>("listState");
    QTRY_COMPARE(state->title(), s("Nothing found for “qqq”"));
    QVERIFY(state->isVisible());
    tap(state->actionButton());
    QVERIFY(find<QLineEdit>("orderSearch")->text().isEmpty());
    QVERIFY(state->isHidden());
}

void OrdersPageTest::morePagesComeWhileScrolling()
{
    for (int i = 0; i < 120; ++i) {
        Order order;
        order.id = 500'000 + i;
        order.number = QStringLiteral("Q-%1").arg(i);
        order.guestName = s("Zzyzx");
        order.status = OrderStatus::Completed;
        order.placedAtMs = m_port->hubNowMs() - qint64(10 + i) * 86'400'000;
        m_archive->known.push_back(order);
    }
    show();
    search("zzyzx");
    QTRY_COMPARE(shown().size(), 50);
    QScrollBar *bar = m_page->table()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    bar->setValue(bar->maximum());
    QTRY_COMPARE(shown().size(), 100);
    bar->setValue(bar->maximum());
    QTRY_COMPARE(shown().size(), 120);
    QCOMPARE(m_archive->queries.size(), size_t(3));
}

void OrdersPageTest::filtersByKeyAndTouch()
{
    show();
    auto *chips = find<ChoiceRow>("statusChips");
    QCOMPARE(chips->texts().mid(0, 7), (QStringList{s("Open 11"), s("New 2"), s("Preparing 6"), s("Ready 1"),
                                                    s("Out for delivery 2"), s("Completed 1"), s("Cancelled 1")}));
    tap(chips->button(3));
    QCOMPARE(shown(), QStringList{s("A-040")});
    chips->button(3)->setFocus();
    key(Qt::Key_Right);
    QVERIFY(chips->button(4)->hasFocus());
    key(Qt::Key_Space);
    QCOMPARE(shown(), (QStringList{s("A-037"), s("A-036")}));
    auto *paid = find<QComboBox>("paidList");
    paid->setFocus();
    key(Qt::Key_Down);
    key(Qt::Key_Down);
    QCOMPARE(shown(), QStringList{s("A-037")});
    auto *fulfilment = find<QComboBox>("fulfilmentList");
    fulfilment->setFocus();
    key(Qt::Key_Down);
    QVERIFY(shown().isEmpty());
    auto *state = find<StateView>("listState");
    QCOMPARE(state->title(), s("No orders like this"));
    tap(state->actionButton());
    QCOMPARE(shown().size(), 11);
    QCOMPARE(chips->chosen(), 0);
    QCOMPARE(paid->currentIndex(), 0);
}

void OrdersPageTest::daysBeyondAreAskedFor()
{
    show();
    auto *days = find<QComboBox>("daysList");
    days->setCurrentIndex(1);
    QCOMPARE(m_archive->queries.size(), size_t(0));
    days->setCurrentIndex(3);
    tap(find<ChoiceRow>("statusChips")->button(5));
    // Thirteen evenings of years, and one of today.
    QTRY_COMPARE(shown().size(), 14);
    QCOMPARE(m_archive->queries.back().statuses, std::vector{OrderStatus::Completed});
}

void OrdersPageTest::headsSort()
{
    show();
    QCOMPARE(shown().first(), s("A-045"));
    QHeaderView *head = m_page->table()->horizontalHeader();
    const auto middle = [head](int column) {
        return QPoint(head->sectionViewportPosition(column) + head->sectionSize(column) / 2, head->height() / 2);
    };
    choose("A-039");
    tap(head->viewport(), middle(OrdersModel::Total));
    QCOMPARE(shown().first(), s("A-043"));
    QCOMPARE(m_page->chosenOrder(), idOf("A-039"));
    tap(head->viewport(), middle(OrdersModel::Total));
    QCOMPARE(shown().last(), s("A-043"));
    // By keyboard.
    key(Qt::Key_O);
    auto *menu = m_page->findChild<QMenu *>(s("sortMenu"));
    QVERIFY(menu);
    menu->actions().at(OrdersModel::Number)->trigger();
    QCOMPARE(shown().first(), s("A-036"));
    menu->close();
}

void OrdersPageTest::choiceStaysUnderChange()
{
    show();
    choose("A-043");
    const qint64 id = m_page->chosenOrder();
    const qint64 added = m_port->addOrder(s("A-099"), OrderStatus::New, 1, {{s("Shurpa")}});
    m_port->changed();
    QVERIFY(m_page->model()->rowOf(added) == 0);
    QCOMPARE(m_page->chosenOrder(), id);
    QCOMPARE(m_page->table()->currentOrder(), id);
    QVERIFY(m_page->table()->hasFocus());
    m_port->orderRow(id).priority = true;
    m_port->changed();
    QCOMPARE(m_page->table()->currentOrder(), id);
    QVERIFY(find<QLabel>("detailWhere")->text().contains(s("goes first")));
}

void OrdersPageTest::closedOrderLeavesNoNeighbourChosen()
{
    show();
    choose("A-044");
    const qint64 id = m_page->chosenOrder();
    const int row = m_page->model()->rowOf(id);
    m_port->orderRow(id).status = OrderStatus::Completed;
    m_port->changed();
    QCOMPARE(m_page->model()->rowOf(id), -1);
    QCOMPARE(m_page->chosenOrder(), id);
    QCOMPARE(m_page->table()->currentOrder(), 0);
    QCOMPARE(m_page->detail()->order()->order.status, OrderStatus::Completed);
    // The Enter that was already on its way hits nobody else.
    key(Qt::Key_Return);
    QVERIFY(m_port->calls.isEmpty());
    // Arrows go on from where it was.
    key(Qt::Key_Down);
    QCOMPARE(m_page->model()->rowOf(m_page->chosenOrder()), row);
}

void OrdersPageTest::localOrderBecomesKnown()
{
    show();
    NewOrder request;
    request.lines.push_back({m_port->catalog().items.front().id, 1000, {}, {}, 1});
    const auto made = m_port->create(request);
    QVERIFY(made);
    // It is read back to the guest: shown at once.
    QCOMPARE(m_page->chosenOrder(), made->order.id);
    QVERIFY(made->order.id < 0);
    QVERIFY(find<QLabel>("detailPending")->text().startsWith(s("Not sent yet")));
    QCOMPARE(m_page->detail()->acts().find(OrderAct::Kind::Pay), nullptr);
    m_archive->calls.clear();
    const qint64 known = m_port->becomeKnown(made->order.id);
    QCOMPARE(m_page->chosenOrder(), known);
    QCOMPARE(m_page->table()->currentOrder(), known);
    QVERIFY(m_page->detail()->acts().find(OrderAct::Kind::Pay));
    QTRY_VERIFY(m_archive->calls.contains(QStringLiteral("timeline %1").arg(known)));
}

void OrdersPageTest::takenOrderIsShownWhenTheHubIsQuicker()
{
    show();
    NewOrder request;
    request.lines.push_back({m_port->catalog().items.front().id, 1000, {}, {}, 1});
    qint64 local = 0;
    {
        // The page hears of the order only when the hub has it already.
        const QSignalBlocker blocker(m_port.get());
        const auto made = m_port->create(request);
        QVERIFY(made);
        local = made->order.id;
    }
    QCOMPARE(m_page->chosenOrder(), 0);
    const qint64 known = m_port->becomeKnown(local);
    QCOMPARE(m_page->chosenOrder(), known);
    QCOMPARE(m_page->table()->currentOrder(), known);
}

void OrdersPageTest::newOrdersAreMarkedUntilSeen()
{
    show();
    const qint64 id = idOf("A-048");
    m_port->arrived(id);
    const int row = m_page->model()->rowOf(id);
    QVERIFY(m_page->model()->rowAt(row).isNew);
    QVERIFY(m_page->model()->index(row, 0).data(Qt::AccessibleTextRole).toString().contains(s("not looked at yet")));
    // A change of the list does not forget it.
    m_port->changed();
    QVERIFY(m_page->model()->rowAt(m_page->model()->rowOf(id)).isNew);
    tapRow(id);
    QVERIFY(!m_page->model()->rowAt(m_page->model()->rowOf(id)).isNew);
}

void OrdersPageTest::rowsWaitForTheFinger()
{
    show();
    const qint64 id = idOf("A-047");
    QWidget *viewport = m_page->table()->viewport();
    const QPoint at = m_page->table()->rowRect(m_page->model()->rowOf(id)).center();
    QTest::mousePress(viewport, Qt::LeftButton, Qt::NoModifier, at);
    const int row = m_page->model()->rowOf(id);
    m_port->addOrder(s("A-099"), OrderStatus::New, 1, {{s("Shurpa")}});
    m_port->changed();
    QCOMPARE(m_page->model()->rowOf(id), row);
    QTest::mouseRelease(viewport, Qt::LeftButton, Qt::NoModifier, at);
    QCOMPARE(m_page->model()->rowOf(id), row + 1);
    QCOMPARE(m_page->chosenOrder(), id);
}

void OrdersPageTest::rowsStayInPlaceWhenScrolled()
{
    orderssample::addMany(*m_port, 120, 30'000);
    show(QSize(1836, 700));
    QScrollBar *bar = m_page->table()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 400);
    bar->setValue(333);
    const int top = m_page->table()->rowAt(0);
    const qint64 id = m_page->model()->rowAt(top).key();
    const int y = m_page->table()->rowViewportPosition(top);
    m_port->addOrder(s("A-999"), OrderStatus::New, 0, {{s("Shurpa")}});
    m_port->changed();
    QCOMPARE(m_page->table()->rowViewportPosition(m_page->model()->rowOf(id)), y);
}

void OrdersPageTest::fingerThatMovesScrolls()
{
    orderssample::addMany(*m_port, 120, 30'000);
    show(QSize(1836, 700));
    QScrollBar *bar = m_page->table()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 400);
    QWidget *window = m_page->window();
    const QPoint from = m_page->table()->viewport()->mapTo(window, QPoint(200, 400));
    QTest::touchEvent(window, m_finger).press(0, from);
    for (int step = 1; step <= 5; ++step)
        QTest::touchEvent(window, m_finger).move(0, from - QPoint(0, 40 * step));
    QTest::touchEvent(window, m_finger).release(0, from - QPoint(0, 200));
    QCoreApplication::processEvents();
    QCOMPARE(bar->value(), 200);
    QCOMPARE(m_page->chosenOrder(), 0);
    // A tap chooses.
    tap(m_page->table()->viewport(), QPoint(200, 200));
    QVERIFY(m_page->chosenOrder() != 0);
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

void OrdersPageTest::languageChangeKeepsEverything()
{
    show();
    choose("A-043");
    auto *days = find<QComboBox>("daysList");
    find<QComboBox>("paidList")->setCurrentIndex(1);
    const QStringList before = shown();
    const qint64 id = m_page->chosenOrder();
    LongTranslator translator;
    QCoreApplication::installTranslator(&translator);
    QCoreApplication::processEvents();
    QCOMPARE(m_page->chosenOrder(), id);
    QCOMPARE(m_page->table()->currentOrder(), id);
    QCOMPARE(shown(), before);
    QCOMPARE(find<QComboBox>("paidList")->currentIndex(), 1);
    QCOMPARE(days->itemText(0), s("ЖToday"));
    QCOMPARE(find<TouchButton>("newOrderButton")->text(), s("ЖNew order"));
    QCOMPARE(m_page->model()->headerData(OrdersModel::Guest, Qt::Horizontal).toString(), s("ЖGuest"));
    QCOMPARE(find<TouchButton>("payButton")->text(), s("ЖPay"));
    QVERIFY(m_page->findChild<ChoiceRow *>(s("statusChips"))->texts().first().startsWith(s("ЖOpen")));
    for (const Shortcut &shortcut : m_page->shortcuts())
        QVERIFY(shortcut.meaning.startsWith(s("Ж")));
    QCoreApplication::removeTranslator(&translator);
    QCoreApplication::processEvents();
    QCOMPARE(find<TouchButton>("newOrderButton")->text(), s("New order"));
}

void OrdersPageTest::emptyAndUnknown()
{
    for (const DeskOrder &desk : m_port->orders())
        m_port->removeOrder(desk.order.id);
    LinkStatus::Facts facts;
    m_link->update(facts);
    show();
    auto *state = find<StateView>("listState");
    QCOMPARE(state->title(), s("Connecting to the site"));
    facts.state = LinkStatus::State::Offline;
    m_link->update(facts);
    QCOMPARE(state->title(), s("No contact with the site yet"));
    facts.state = LinkStatus::State::Live;
    m_link->update(facts);
    QCOMPARE(state->title(), s("No open orders"));
    tap(state->actionButton());
    QCOMPARE(m_sheets->asked, QStringList{s("new")});
    // No key does anything to nobody.
    for (const int code : {Qt::Key_Return, Qt::Key_P, Qt::Key_X, Qt::Key_M, Qt::Key_V, Qt::Key_Down, Qt::Key_End})
        key(code);
    QVERIFY(m_port->calls.isEmpty());
}

void OrdersPageTest::nothingIsCutWhenAllIsLarge()
{
    const Metrics large = Metrics::forDpi(96, QSize(1280, 800)).withText(200);
    show(QSize(1196, 800), Look(lightTheme(), large));
    QCOMPARE(m_page->size(), QSize(1196, 800));
    QCOMPARE(m_page->table()->horizontalScrollBar()->maximum(), 0);
    const auto check = [this] {
        QCoreApplication::processEvents();
        QCOMPARE(m_page->size(), QSize(1196, 800));
        // Once what depends on the width is settled.
        const QLayout *layout = m_page->layout();
        QTRY_VERIFY2(layout->totalMinimumSize().height() <= 800, "the page asks for more than there is");
        QVERIFY(layout->totalMinimumSize().width() <= 1196);
        QCoreApplication::processEvents();
        for (TouchButton *button : m_page->findChildren<TouchButton *>()) {
            if (!button->isVisible() || !button->objectName().endsWith(s("Button")))
                continue;
            const QRect place(button->mapTo(m_page.get(), QPoint()), button->size());
            QVERIFY2(m_page->rect().contains(place), qPrintable(button->objectName()));
        }
        for (QLabel *label : m_page->findChildren<QLabel *>()) {
            if (label->isVisible() && !label->wordWrap() && !label->text().isEmpty())
                QVERIFY2(label->width() >= label->sizeHint().width() - 1, qPrintable(label->objectName()));
        }
    };
    check();
    for (QComboBox *list : m_page->findChildren<QComboBox *>()) {
        if (list->isVisible())
            QVERIFY2(list->width() >= list->sizeHint().width(), qPrintable(list->objectName()));
    }
    choose("A-048");
    key(Qt::Key_Return);
    QVERIFY(m_page->detail()->isVisible());
    check();
    choose("A-039");
    check();
}

void OrdersPageTest::narrowWindowsShowOneAfterTheOther()
{
    show(QSize(800, 700));
    QVERIFY(!m_page->detail()->isVisible());
    const qint64 id = idOf("A-040");
    tapRow(id);
    QVERIFY(m_page->detail()->isVisible());
    QVERIFY(!m_page->table()->isVisible());
    key(Qt::Key_Escape);
    QVERIFY(m_page->table()->isVisible());
    // Enter opens first, and acts then.
    key(Qt::Key_Return);
    QVERIFY(m_page->detail()->isVisible());
    QVERIFY(m_port->calls.isEmpty());
    tap(find<TouchButton>("detailBack"));
    QVERIFY(m_page->table()->isVisible());
    m_page->resize(1836, 1000);
    QCoreApplication::processEvents();
    QVERIFY(m_page->table()->isVisible() && m_page->detail()->isVisible());
}

void OrdersPageTest::targetsAreLargeEnough()
{
    show(QSize(1196, 800));
    choose("A-048");
    const int finger = Metrics().mm(10);
    int counted = 0;
    for (TouchButton *button : m_page->findChildren<TouchButton *>()) {
        if (!button->isVisible())
            continue;
        QVERIFY2(button->height() >= finger && button->width() >= finger, qPrintable(button->objectName()));
        ++counted;
    }
    QVERIFY(counted > 10);
    QVERIFY(m_page->table()->rowRect(0).height() >= finger);
    for (QComboBox *list : m_page->findChildren<QComboBox *>())
        QVERIFY(!list->isVisible() || list->height() >= finger);
    QVERIFY(find<QLineEdit>("orderSearch")->height() >= finger);
}

void OrdersPageTest::tabGoesFromRowsToDetailToFilters()
{
    show();
    choose("A-048");
    QStringList order;
    for (int step = 0; step < 40; ++step) {
        key(Qt::Key_Tab);
        QWidget *focus = QApplication::focusWidget();
        order << focus->objectName();
        if (focus == m_page->table())
            break;
    }
    QCOMPARE(order.last(), s("ordersTable"));
    QCOMPARE(order.first(), s("primaryButton"));
    QVERIFY(order.indexOf(s("payButton")) > order.indexOf(s("primaryButton")));
    QVERIFY(order.indexOf(s("daysList")) > order.indexOf(s("moreButton")));
    QVERIFY(order.indexOf(s("orderSearch")) > order.indexOf(s("daysList")));
    key(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), s("newOrderButton"));
    // Enter on a button is that button.
    key(Qt::Key_Return);
    QCOMPARE(m_sheets->asked, QStringList{s("new")});
    QVERIFY(m_port->calls.isEmpty());
}

void OrdersPageTest::everythingHasAName()
{
    show();
    choose("A-039");
    QTRY_VERIFY(m_page->detail()->guest()->text().contains(s("14 orders")));
    for (QWidget *widget : m_page->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy())
            continue;
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        const bool isNamed = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        const bool isPart = widget->objectName().startsWith(s("qt_")) || qobject_cast<QScrollBar *>(widget);
        QVERIFY2(
            isNamed || isPart || qobject_cast<QHeaderView *>(widget),
            qPrintable(widget->objectName() + QLatin1Char(' ') + QLatin1String(widget->metaObject()->className())));
    }
    QVERIFY(m_page->detail()->lines()->findChild<OrderLineRow *>()->accessibleName().contains(s("Beshbarmak")));
}

void OrdersPageTest::fiveHundredRows()
{
    orderssample::addMany(*m_port, 500, 40'000);
    show();
    const qsizetype open = shown().size();
    QVERIFY(open > 200);
    QSignalSpy inserted(m_page->model(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(m_page->model(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy changed(m_page->model(), &QAbstractItemModel::dataChanged);
    m_port->addOrder(s("A-999"), OrderStatus::New, 0, {{s("Shurpa")}});
    m_port->changed();
    // One order more is one row more, whatever else there is.
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(removed.count(), 0);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(shown().size(), open + 1);
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
