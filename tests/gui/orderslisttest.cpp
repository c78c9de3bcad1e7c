// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/ordersstage.h"
#include "ui/common/choicerow.h"
#include "ui/common/pill.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"
#include "ui/orders/acceptsheet.h"
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

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTranslator>

using namespace oshaq;
using namespace oshaq::test;

namespace {

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

/// How orders are found and shown at their page: search, filters, rows, sizes, languages.
class OrdersListTest final : public QObject, OrdersStage
{
    Q_OBJECT

private Q_SLOTS:
    void init() { prepare(); }
    void cleanup() { close(); }

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
    void languageChangeKeepsEverything();
    void emptyAndUnknown();
    void nothingIsCutWhenAllIsLarge();
    void narrowWindowsShowOneAfterTheOther();
    void targetsAreLargeEnough();
    void tabGoesFromRowsToDetailToFilters();
    void everythingHasAName();
    void fiveHundredRows();
};

void OrdersListTest::searchIsAtOnceAndThenOfYears()
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

void OrdersListTest::searchCancelsTheOneBefore()
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

void OrdersListTest::searchOffline()
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

void OrdersListTest::searchFindsNothing()
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

void OrdersListTest::morePagesComeWhileScrolling()
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

void OrdersListTest::filtersByKeyAndTouch()
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

void OrdersListTest::daysBeyondAreAskedFor()
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

void OrdersListTest::headsSort()
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

void OrdersListTest::choiceStaysUnderChange()
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

void OrdersListTest::closedOrderLeavesNoNeighbourChosen()
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

void OrdersListTest::localOrderBecomesKnown()
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

void OrdersListTest::takenOrderIsShownWhenTheHubIsQuicker()
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

void OrdersListTest::newOrdersAreMarkedUntilSeen()
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

void OrdersListTest::rowsWaitForTheFinger()
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

void OrdersListTest::rowsStayInPlaceWhenScrolled()
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

void OrdersListTest::fingerThatMovesScrolls()
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

void OrdersListTest::languageChangeKeepsEverything()
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

void OrdersListTest::emptyAndUnknown()
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

void OrdersListTest::nothingIsCutWhenAllIsLarge()
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

void OrdersListTest::narrowWindowsShowOneAfterTheOther()
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

void OrdersListTest::targetsAreLargeEnough()
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

void OrdersListTest::tabGoesFromRowsToDetailToFilters()
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

void OrdersListTest::everythingHasAName()
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

void OrdersListTest::fiveHundredRows()
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

QTEST_MAIN(OrdersListTest)
#include "orderslisttest.moc"
