// SPDX-License-Identifier: GPL-3.0-or-later
// Locking the window, getting in by PIN, changing who is here, and what roles see.
#include "ui/lock/lockscreen.h"

#include "tests/gui/shots/stage.h"
#include "tests/support/kitchensample.h"
#include "tests/support/orderssample.h"
#include "tests/support/staffsample.h"
#include "ui/common/band.h"
#include "ui/common/choicerow.h"
#include "ui/common/navigationrail.h"
#include "ui/common/operatorchip.h"
#include "ui/common/railentry.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"
#include "ui/kitchen/kitchenpage.h"
#include "ui/kitchen/ticketview.h"
#include "ui/lock/operatordesk.h"
#include "ui/lock/pinpad.h"
#include "ui/lock/switchsheet.h"
#include "ui/orders/orderspage.h"
#include "ui/settings/lockssection.h"
#include "ui/settings/settingspage.h"
#include "ui/staff/staffpage.h"

#include <QApplication>
#include <QListWidget>
#include <QMenu>
#include <QTest>

using namespace oshaq;

class LockScreenTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void nobodyIsAskedAtFirst();
    void whoIsHereStandsInTheRail();
    void officePagesAreHidden();
    void ticketsStayInSight();
    void keysReachNoPageBehind();
    void pinOpens();
    void digitsAreNeverShown();
    void wrongPinsAreSaidInWords();
    void waitingCountsDown();
    void withoutAHubItSaysWhoGetsIn();
    void fingersTypeToo();
    void keysAreLargeEnough();
    void locksByItself();
    void lockKeyWorksOverSheets();
    void othersComeByPin();
    void signingOutLocks();
    void aFailedSignOutIsSaid();
    void pagesFollowWhoIsHere();
    void closedPagesSayWhy();
    void settingsKeepTheirDisplay();
    void policyIsSetAndRefused();
    void policyOfAnotherHandIsShown();

private:
    void open(const char *page);
    OperatorDesk *desk() const { return m_stage->window->operatorDesk(); }
    LockScreen *lockScreen() const { return desk()->lockScreen(); }
    void type(PinPad *pad, const char *pin)
    {
        QTest::keyClicks(pad, QString::fromLatin1(pin));
        QTest::keyClick(pad, Qt::Key_Return);
        Stage::settle();
    }
    void lock()
    {
        m_stage->screen.lock();
        Stage::settle();
    }
    LocksSection *section() const
    {
        return qobject_cast<LocksSection *>(m_stage->settingsPage->section(QStringLiteral("locks")));
    }

    std::unique_ptr<Stage> m_stage;
    qint64 m_nowMs = 0;
    QStringList m_titles;
};

void LockScreenTest::init()
{
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    m_nowMs = 1000;
    m_stage = std::make_unique<Stage>();
    m_stage->lockClock = [this] { return m_nowMs; };
    kitchensample::addStations(m_stage->kitchen);
    kitchensample::addBusyMoment(m_stage->kitchen);
    orderssample::addEvening(m_stage->orders);
    staffsample::addPeople(m_stage->staff);
}

void LockScreenTest::open(const char *page)
{
    staffsample::addOperators(m_stage->screen);
    m_stage->open(QString::fromLatin1(page), QSize(1280, 800));
}

void LockScreenTest::nobodyIsAskedAtFirst()
{
    m_stage->open(QStringLiteral("orders"), QSize(1280, 800));
    QVERIFY(m_stage->window->rail()->operatorChip()->isHidden());
    desk()->lock();
    QVERIFY(!desk()->isLocked());
    QVERIFY(lockScreen()->isHidden());
    QVERIFY(m_stage->screen.calls.isEmpty());
    desk()->askWho();
    QVERIFY(!desk()->switchSheet()->isOpen());
    for (int index = 0; index < m_stage->window->rail()->count(); ++index)
        QVERIFY(m_stage->window->rail()->isPageVisible(index));
}

void LockScreenTest::whoIsHereStandsInTheRail()
{
    open("orders");
    OperatorChip *chip = m_stage->window->rail()->operatorChip();
    QVERIFY(chip->isVisible());
    QCOMPARE(chip->text(), QStringLiteral("Aigerim Ibraeva"));
    QVERIFY(chip->accessibleName().contains(QStringLiteral("Owner")));
    m_stage->screen.setCurrent(ScreenOperator{5, QStringLiteral("Dana Serikova"), Role::Counter});
    QCOMPARE(chip->text(), QStringLiteral("Dana Serikova"));
    m_stage->screen.setPolicyNow({});
    QVERIFY(chip->isHidden());
}

void LockScreenTest::officePagesAreHidden()
{
    open("orders");
    lock();
    QVERIFY(lockScreen()->isVisible());
    QVERIFY(!lockScreen()->isSeeThrough());
    QVERIFY(lockScreen()->isPadShown());
    QVERIFY(!m_stage->ordersPage->isVisible());
    QCOMPARE(lockScreen()->geometry(), m_stage->window->rect());
    m_stage->window->resize(1400, 900);
    Stage::settle();
    QCOMPARE(lockScreen()->geometry(), m_stage->window->rect());
}

void LockScreenTest::ticketsStayInSight()
{
    open("kitchen");
    lock();
    QVERIFY(lockScreen()->isSeeThrough());
    QVERIFY(!lockScreen()->isPadShown());
    QVERIFY(m_stage->kitchenPage->view()->isVisible());
    QVERIFY(lockScreen()->text().contains(QStringLiteral("tickets stay in sight")));
    // A touch wants to go on; Esc gives the tickets back.
    QTest::mouseClick(lockScreen(), Qt::LeftButton, Qt::NoModifier, QPoint(500, 300));
    QVERIFY(lockScreen()->isPadShown());
    QTest::keyClick(lockScreen()->pad(), Qt::Key_Escape);
    QVERIFY(!lockScreen()->isPadShown());
    // So does a digit, which counts.
    QTest::keyClicks(lockScreen(), QStringLiteral("5"));
    QVERIFY(lockScreen()->isPadShown());
    QCOMPARE(lockScreen()->pad()->typed(), 1);
}

void LockScreenTest::keysReachNoPageBehind()
{
    open("kitchen");
    lock();
    m_stage->kitchen.calls.clear();
    // Even when the focus got there.
    TicketView *view = m_stage->kitchenPage->view();
    view->setFocus();
    for (const int key : {Qt::Key_1, Qt::Key_Return, Qt::Key_Space, Qt::Key_2})
        QTest::keyClick(view, Qt::Key(key));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::NoModifier, QPoint(80, 300));
    Stage::settle();
    QCOMPARE(m_stage->kitchen.calls, QStringList());
    QVERIFY(desk()->isLocked());
    QTest::keyClick(lockScreen(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_stage->window->currentPage()->key(), QStringLiteral("kitchen"));
    // Tab stays on the lock.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(lockScreen()->hasFocus() || lockScreen()->isAncestorOf(QApplication::focusWidget()));
}

void LockScreenTest::pinOpens()
{
    open("orders");
    lock();
    type(lockScreen()->pad(), "390472");
    QVERIFY(!desk()->isLocked());
    QVERIFY(lockScreen()->isHidden());
    QVERIFY(m_stage->ordersPage->isVisible());
    QCOMPARE(m_stage->screen.current()->name, QStringLiteral("Dana Serikova"));
    QVERIFY(m_stage->ordersPage->isAncestorOf(QApplication::focusWidget()));
    // Nothing of it is left for the next one.
    lock();
    QCOMPARE(lockScreen()->pad()->typed(), 0);
}

void LockScreenTest::digitsAreNeverShown()
{
    open("orders");
    lock();
    PinPad *pad = lockScreen()->pad();
    QTest::keyClicks(pad, QStringLiteral("7361"));
    QCOMPARE(pad->typed(), 4);
    for (const QString &text : {pad->accessibleName(), pad->accessibleDescription(), pad->message()})
        QVERIFY2(!text.contains(u'7') && !text.contains(u'3'), qPrintable(text));
    QVERIFY(pad->accessibleName().contains(QStringLiteral("4")));
    QTest::keyClick(pad, Qt::Key_Backspace);
    QCOMPARE(pad->typed(), 3);
    // Too short: nobody is asked.
    QTest::keyClick(pad, Qt::Key_Return);
    QVERIFY(m_stage->screen.calls.filter(QStringLiteral("signIn")).isEmpty());
    // Nor is one that is longer than any PIN.
    QTest::keyClicks(pad, QStringLiteral("123456789"));
    QCOMPARE(pad->typed(), 8);
    QTest::keyClick(pad, Qt::Key_Delete);
    QCOMPARE(pad->typed(), 0);
    QTest::keyClicks(pad, QStringLiteral("ab-"));
    QCOMPARE(pad->typed(), 0);
}

void LockScreenTest::wrongPinsAreSaidInWords()
{
    open("orders");
    lock();
    PinPad *pad = lockScreen()->pad();
    type(pad, "9999");
    QVERIFY(desk()->isLocked());
    const QString first = pad->message();
    QVERIFY(first.contains(QStringLiteral("Nobody has this PIN")));
    QCOMPARE(pad->typed(), 0);
    type(pad, "9998");
    QVERIFY(pad->message() != first);
    QVERIFY(pad->message().contains(u'2'));
    // What was said goes when somebody types again.
    QTest::keyClicks(pad, QStringLiteral("4"));
    QVERIFY(!pad->message().contains(QStringLiteral("wrong")));
}

void LockScreenTest::waitingCountsDown()
{
    open("orders");
    lock();
    PinPad *pad = lockScreen()->pad();
    m_stage->screen.waitSeconds = 30;
    type(pad, "9999");
    QVERIFY(pad->isWaiting());
    QVERIFY(pad->message().contains(QStringLiteral("0:30")));
    m_nowMs += 12'000;
    pad->tick();
    QVERIFY(pad->message().contains(QStringLiteral("0:18")));
    QVERIFY(!pad->digitButton(4)->isEnabled());
    QTest::keyClicks(pad, QStringLiteral("4071"));
    QCOMPARE(pad->typed(), 0);
    m_nowMs += 18'000;
    pad->tick();
    QVERIFY(!pad->isWaiting());
    QVERIFY(pad->digitButton(4)->isEnabled());
    m_stage->screen.waitSeconds = 0;
    type(pad, "407193");
    QVERIFY(!desk()->isLocked());
}

void LockScreenTest::withoutAHubItSaysWhoGetsIn()
{
    open("orders");
    lock();
    m_stage->screen.isAlone = true;
    type(lockScreen()->pad(), "9999");
    QVERIFY(lockScreen()->pad()->message().contains(QStringLiteral("only people who were here lately get in")));
    type(lockScreen()->pad(), "5821");
    QVERIFY(!desk()->isLocked());
}

void LockScreenTest::fingersTypeToo()
{
    open("orders");
    lock();
    PinPad *pad = lockScreen()->pad();
    for (const int digit : {5, 8, 2, 2})
        QTest::mouseClick(pad->digitButton(digit), Qt::LeftButton);
    QTest::mouseClick(pad->eraseButton(), Qt::LeftButton);
    QTest::mouseClick(pad->digitButton(1), Qt::LeftButton);
    QTest::mouseClick(pad->enterButton(), Qt::LeftButton);
    Stage::settle();
    QCOMPARE(m_stage->screen.calls.filter(QStringLiteral("signIn")), QStringList{QStringLiteral("signIn 5821")});
    QVERIFY(!desk()->isLocked());
}

void LockScreenTest::keysAreLargeEnough()
{
    open("kitchen");
    lock();
    lockScreen()->showPad(true);
    const Look look(darkTheme(), Metrics::forScreen(m_stage->window->screen(), m_stage->window->size()));
    for (const int percent : {100, 200}) {
        m_stage->display.setTextPercent(percent);
        Stage::settle();
        for (int digit = 0; digit < 10; ++digit) {
            const QAbstractButton *key = lockScreen()->pad()->digitButton(digit);
            QVERIFY(key->height() >= look.mm(15) && key->width() >= look.mm(15));
            // And all of them are there.
            const QRect place(key->mapTo(lockScreen(), QPoint()), key->size());
            QVERIFY(lockScreen()->rect().contains(place));
        }
    }
}

void LockScreenTest::locksByItself()
{
    open("orders");
    QCOMPARE(desk()->idleWatch()->seconds(), 300);
    m_nowMs += 299'000;
    desk()->idleWatch()->check();
    QVERIFY(!desk()->isLocked());
    QTest::keyClick(m_stage->ordersPage, Qt::Key_Down);
    m_nowMs += 299'000;
    desk()->idleWatch()->check();
    QVERIFY(!desk()->isLocked());
    m_nowMs += 1'000;
    desk()->idleWatch()->check();
    QVERIFY(desk()->isLocked());
    // While it is locked nothing counts; afterwards it begins anew.
    QCOMPARE(desk()->idleWatch()->seconds(), 0);
    type(lockScreen()->pad(), "407193");
    QCOMPARE(desk()->idleWatch()->seconds(), 300);
    m_stage->screen.setPolicyNow({true, 0});
    QCOMPARE(desk()->idleWatch()->seconds(), 0);
}

void LockScreenTest::lockKeyWorksOverSheets()
{
    open("orders");
    desk()->askWho();
    Stage::settle();
    QVERIFY(desk()->switchSheet()->isOpen());
    QTest::keyClick(m_stage->window.get(), Qt::Key_L, Qt::ControlModifier);
    Stage::settle();
    QVERIFY(desk()->isLocked());
    QVERIFY(!desk()->switchSheet()->isOpen());
    QVERIFY(lockScreen()->isAncestorOf(QApplication::focusWidget()));
}

void LockScreenTest::othersComeByPin()
{
    open("orders");
    QTest::mouseClick(m_stage->window->rail()->operatorChip(), Qt::LeftButton);
    SwitchSheet *sheet = desk()->switchSheet();
    QVERIFY(sheet->isOpen());
    // Wherever the focus is in it.
    sheet->lockButton()->setFocus();
    QTest::keyClicks(sheet->lockButton(), QStringLiteral("390472"));
    QCOMPARE(sheet->pad()->typed(), 6);
    QTest::mouseClick(sheet->pad()->enterButton(), Qt::LeftButton);
    Stage::settle();
    QVERIFY(!sheet->isOpen());
    QCOMPARE(m_stage->screen.current()->name, QStringLiteral("Dana Serikova"));
    // Esc changes nobody.
    desk()->askWho();
    QTest::keyClicks(sheet->pad(), QStringLiteral("58"));
    QTest::keyClick(sheet->pad(), Qt::Key_Escape);
    QVERIFY(!sheet->isOpen());
    desk()->askWho();
    QCOMPARE(sheet->pad()->typed(), 0);
}

void LockScreenTest::signingOutLocks()
{
    open("orders");
    desk()->askWho();
    desk()->switchSheet()->signOutButton()->click();
    Stage::settle();
    QVERIFY(desk()->isLocked());
    QVERIFY(!m_stage->screen.current());
    QVERIFY(m_stage->window->rail()->operatorChip()->isHidden());
    type(lockScreen()->pad(), "5821");
    QVERIFY(!desk()->isLocked());
}

void LockScreenTest::aFailedSignOutIsSaid()
{
    open("orders");
    desk()->askWho();
    m_stage->screen.setFailing(PortFailure{});
    desk()->switchSheet()->signOutButton()->click();
    Stage::settle();
    QVERIFY(desk()->switchSheet()->isOpen());
    QVERIFY(desk()->switchSheet()->band()->message().contains(QStringLiteral("does not answer")));
    QVERIFY(desk()->switchSheet()->signOutButton()->isEnabled());
    QVERIFY(m_stage->screen.current());
}

void LockScreenTest::pagesFollowWhoIsHere()
{
    open("staff");
    const NavigationRail *rail = m_stage->window->rail();
    const auto shown = [&] {
        QStringList titles;
        for (int index = 0; index < rail->count(); ++index) {
            QCOMPARE(rail->entry(index)->isVisible(), rail->isPageVisible(index));
            if (rail->isPageVisible(index))
                titles << rail->entry(index)->text();
        }
        m_titles = titles;
    };
    shown();
    QCOMPARE(m_titles.size(), rail->count());
    desk()->askWho();
    type(desk()->switchSheet()->pad(), "5821");
    shown();
    QCOMPARE(m_titles, QStringList({QStringLiteral("Kitchen"), QStringLiteral("Settings")}));
    // Whoever comes does not begin before a closed door.
    QCOMPARE(m_stage->window->currentPage()->key(), QStringLiteral("kitchen"));
    desk()->askWho();
    type(desk()->switchSheet()->pad(), "390472");
    shown();
    QVERIFY(m_titles.contains(QStringLiteral("Orders")) && !m_titles.contains(QStringLiteral("Staff")));
    desk()->askWho();
    type(desk()->switchSheet()->pad(), "407193");
    shown();
    QCOMPARE(m_titles.size(), rail->count());
}

void LockScreenTest::closedPagesSayWhy()
{
    open("kitchen");
    m_stage->screen.setCurrent(ScreenOperator{3, QStringLiteral("Ruslan Akhmetov"), Role::Kitchen});
    m_stage->staff.calls.clear();
    QTest::keyClick(m_stage->window.get(), Qt::Key_5, Qt::ControlModifier);
    Stage::settle();
    QVERIFY(m_stage->window->isDenied());
    QVERIFY(!m_stage->staffPage->isVisible());
    QCOMPARE(m_stage->staff.calls, QStringList());
    const auto *denied = m_stage->window->findChild<StateView *>(QStringLiteral("deniedView"));
    QVERIFY(denied->title().contains(QStringLiteral("Staff")));
    QVERIFY(denied->text().contains(QStringLiteral("Ruslan Akhmetov")));
    denied->actionButton()->click();
    QVERIFY(desk()->switchSheet()->isOpen());
    type(desk()->switchSheet()->pad(), "407193");
    QVERIFY(!m_stage->window->isDenied());
    QVERIFY(m_stage->staffPage->isVisible());
}

void LockScreenTest::settingsKeepTheirDisplay()
{
    open("settings");
    m_stage->settingsPage->showSection(QStringLiteral("printers"));
    m_stage->screen.setCurrent(ScreenOperator{3, QStringLiteral("Ruslan Akhmetov"), Role::Kitchen});
    Stage::settle();
    QCOMPARE(m_stage->settingsPage->currentSection()->key(), QStringLiteral("display"));
    QVERIFY(!m_stage->settingsPage->showSection(QStringLiteral("printers")));
    QVERIFY(!m_stage->settingsPage->showSection(QStringLiteral("locks")));
    QVERIFY(m_stage->settingsPage->showSection(QStringLiteral("shortcuts")));
    m_stage->screen.setCurrent(m_stage->screen.people.at(QStringLiteral("407193")));
    QVERIFY(m_stage->settingsPage->showSection(QStringLiteral("printers")));
}

void LockScreenTest::policyIsSetAndRefused()
{
    m_stage->open(QStringLiteral("settings"), QSize(1280, 800));
    m_stage->settingsPage->showSection(QStringLiteral("locks"));
    QCOMPARE(section()->asksChoice()->chosen(), 0);
    QVERIFY(!section()->afterChoice()->button(2)->isEnabled());
    section()->asksChoice()->button(1)->click();
    Stage::settle();
    // Nobody with a PIN could manage: it says so and stays.
    QVERIFY(section()->band()->message().contains(QStringLiteral("locked out")));
    QCOMPARE(section()->asksChoice()->chosen(), 0);
    m_stage->screen.people[QStringLiteral("407193")] = {1, QStringLiteral("Aigerim"), Role::Owner};
    section()->asksChoice()->button(1)->click();
    Stage::settle();
    QCOMPARE(section()->band()->message(), QString());
    QVERIFY(m_stage->screen.policy().asksForPin);
    section()->afterChoice()->button(2)->click();
    Stage::settle();
    QCOMPARE(m_stage->screen.policy(), (LockPolicy{true, 60}));
    QCOMPARE(section()->afterChoice()->chosen(), 2);
    m_stage->screen.setFailing(PortFailure{});
    section()->afterChoice()->button(0)->click();
    Stage::settle();
    QVERIFY(!section()->band()->message().isEmpty());
    QCOMPARE(section()->afterChoice()->chosen(), 2);
}

void LockScreenTest::policyOfAnotherHandIsShown()
{
    m_stage->open(QStringLiteral("settings"), QSize(1280, 800));
    m_stage->screen.people[QStringLiteral("407193")] = {1, QStringLiteral("Aigerim"), Role::Owner};
    m_stage->screen.setPolicyNow({true, 200});
    // The next shorter one that can be chosen.
    QCOMPARE(section()->afterChoice()->chosen(), 3);
    m_stage->screen.setPolicyNow({true, 10});
    QCOMPARE(section()->afterChoice()->chosen(), 1);
    m_stage->screen.setPolicyNow({true, 3600});
    QCOMPARE(section()->afterChoice()->chosen(), 5);
}

QTEST_MAIN(LockScreenTest)
#include "lockscreentest.moc"
