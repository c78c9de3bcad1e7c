// SPDX-License-Identifier: GPL-3.0-or-later
// "86": dishes that cannot be had, marked by finger, keyboard and bump bar.
#include "tests/gui/windowpages.h"
#include "tests/support/fakekitchen.h"
#include "tests/support/kitchensample.h"
#include "ui/common/band.h"
#include "ui/common/touchbutton.h"
#include "ui/kitchen/keyspanel.h"
#include "ui/kitchen/kitchenbars.h"
#include "ui/kitchen/kitchenpage.h"
#include "ui/kitchen/outpanel.h"
#include "ui/kitchen/sidepanel.h"
#include "ui/kitchen/ticketview.h"

#include <QApplication>
#include <QKeyEvent>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace oshaq;

namespace {

constexpr qint64 coldStation = 2;

/// Ten hot dishes and fifty cold ones, Russian names among them.
Catalog menu()
{
    Catalog catalog;
    catalog.stations = {{1, QStringLiteral("Hot"), 0, 600, 900, 1},
                        {coldStation, QStringLiteral("Cold"), 1, 600, 900, 1}};
    Category hot;
    hot.id = 1;
    hot.name = QStringLiteral("Hot");
    hot.stationId = 1;
    Category cold = hot;
    cold.id = 2;
    cold.name = QStringLiteral("Cold");
    cold.stationId = coldStation;
    cold.position = 1;
    catalog.categories = {hot, cold};
    for (int i = 1; i <= 60; ++i) {
        Item item;
        item.id = i;
        item.categoryId = i <= 10 ? 1 : 2;
        item.position = i;
        item.name = i <= 10 ? QStringLiteral("Hot dish %1").arg(i) : QStringLiteral("Cold dish %1").arg(i);
        catalog.items.push_back(item);
    }
    catalog.items[4].name = QStringLiteral("Плов свадебный");
    return catalog;
}

} // namespace

class KitchenOutTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void buttonOpensAndOneTouchMarks();
    void eightAndSixOpen();
    void slowEightAndSixAreTwoTickets();
    void eightAndSixAnswerQuestions();
    void digitsAndArrowsPress();
    void typingSearches();
    void bumpBarDoesEverything();
    void ownStationComesFirst();
    void pagesTurnByTouchAndKey();
    void refusalIsToldAndNothingIsLost();
    void othersChangeTheMenuMeanwhile();
    void allDayNamesWhatIsOut();
    void keysOfTheWindowStillWork();
    void unknownMenuIsSaid();
    void everythingIsLargeEnough_data();
    void everythingIsLargeEnough();

private:
    void press(int key, const QString &text = {}, quint64 atMs = 1000);
    void type(const QString &text);
    bool isAvailable(qint64 item) const { return m_port->catalog().findItem(item)->available; }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<FakeKitchenPort> m_port;
    std::unique_ptr<LinkStatus> m_link;
    std::unique_ptr<DisplaySettings> m_display;
    std::unique_ptr<MainWindow> m_window;
    KitchenPage *m_page = nullptr;
    OutPanel *m_panel = nullptr;
    TouchButton *m_button = nullptr;
};

void KitchenOutTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_directory->filePath(QStringLiteral("ui.ini")), QSettings::IniFormat);
    m_port = std::make_unique<FakeKitchenPort>();
    m_link = std::make_unique<LinkStatus>();
    kitchensample::addStations(*m_port);
    kitchensample::addBusyMoment(*m_port);
    m_port->setStation(std::nullopt);
    m_port->setCatalog(menu());
    m_display = std::make_unique<DisplaySettings>(*m_settings);
    auto page = std::make_unique<KitchenPage>(*m_port, *m_link, Look());
    m_page = page.get();
    m_window = std::make_unique<MainWindow>(windowPages(std::move(page)), *m_display, *m_settings);
    m_window->resize(1920, 1080);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_panel = m_window->findChild<OutPanel *>(QStringLiteral("outPanel"));
    m_button = m_window->findChild<TouchButton *>(QStringLiteral("outButton"));
    m_port->calls.clear();
}

void KitchenOutTest::cleanup()
{
    m_window.reset();
    m_display.reset();
    m_settings.reset();
}

void KitchenOutTest::press(int key, const QString &text, quint64 atMs)
{
    QWidget *target = QApplication::focusWidget();
    QVERIFY(target);
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, Qt::NoModifier, text);
        event.setTimestamp(atMs);
        QApplication::sendEvent(target, &event);
    }
}

void KitchenOutTest::type(const QString &text)
{
    for (const QChar letter : text)
        press(letter.toUpper().unicode(), QString(letter));
}

void KitchenOutTest::buttonOpensAndOneTouchMarks()
{
    QVERIFY(m_button->isVisible());
    QTest::mouseClick(m_button, Qt::LeftButton);
    QVERIFY(m_panel->isVisible());
    QVERIFY(!m_page->view()->isVisible());
    QAbstractButton *dish = m_panel->buttonOf(3);
    QVERIFY(dish);
    const QRect place = dish->geometry();
    QTest::mouseClick(dish, Qt::LeftButton);
    QCOMPARE(m_port->calls, QStringList{QStringLiteral("available 3 0")});
    QVERIFY(!isAvailable(3));
    QVERIFY(m_panel->buttonOf(3)->accessibleName().contains(QStringLiteral("out")));
    // It is at the top too, and a touch there brings it back.
    QVERIFY(m_panel->returnButtonOf(3));
    QTest::mouseClick(m_panel->returnButtonOf(3), Qt::LeftButton);
    QVERIFY(isAvailable(3));
    QVERIFY(!m_panel->returnButtonOf(3));
    // Pressed twice at the same dish: as before. Nothing moved but by the line at the top.
    QTest::mouseClick(m_panel->buttonOf(3), Qt::LeftButton);
    QCOMPARE(m_panel->buttonOf(3)->x(), place.x());
    QTest::mouseClick(m_panel->buttonOf(3), Qt::LeftButton);
    QVERIFY(isAvailable(3));
    QCOMPARE(m_panel->buttonOf(3)->geometry(), place);
    QTest::mouseClick(m_panel->closeButton(), Qt::LeftButton);
    QVERIFY(!m_panel->isVisible());
    QVERIFY(m_page->view()->isVisible());
    QVERIFY(m_page->view()->hasFocus());
}

void KitchenOutTest::eightAndSixOpen()
{
    press(Qt::Key_2, QStringLiteral("2"), 1000);
    const qint64 chosen = m_page->view()->chosenOrder();
    QVERIFY(chosen != 0);
    press(Qt::Key_8, QStringLiteral("8"), 5000);
    press(Qt::Key_6, QStringLiteral("6"), 5400);
    QVERIFY(m_panel->isVisible());
    // The ticket that was chosen still is.
    QCOMPARE(m_page->view()->chosenOrder(), chosen);
    press(Qt::Key_Escape, {}, 6000);
    QVERIFY(!m_panel->isVisible());
    QVERIFY(m_port->calls.filter(QStringLiteral("available")).isEmpty());
    press(Qt::Key_O, QStringLiteral("o"));
    QVERIFY(m_panel->isVisible());
}

void KitchenOutTest::slowEightAndSixAreTwoTickets()
{
    press(Qt::Key_8, QStringLiteral("8"), 5000);
    const qint64 eighth = m_page->view()->chosenOrder();
    press(Qt::Key_6, QStringLiteral("6"), 7000);
    QVERIFY(!m_panel->isVisible());
    QVERIFY(m_page->view()->chosenOrder() != eighth);
    // And with something between them.
    press(Qt::Key_8, QStringLiteral("8"), 8000);
    press(Qt::Key_Left, {}, 8050);
    press(Qt::Key_6, QStringLiteral("6"), 8100);
    QVERIFY(!m_panel->isVisible());
}

void KitchenOutTest::eightAndSixAnswerQuestions()
{
    press(Qt::Key_M, QStringLiteral("m"));
    press(Qt::Key_8, QStringLiteral("8"), 5000); // opens the keys
    QVERIFY(m_window->findChild<KeysPanel *>()->isVisible());
    press(Qt::Key_Escape);
    press(Qt::Key_6, QStringLiteral("6"), 5100);
    QVERIFY(!m_panel->isVisible());
}

void KitchenOutTest::digitsAndArrowsPress()
{
    press(Qt::Key_O, QStringLiteral("o"));
    press(Qt::Key_3, QStringLiteral("3"));
    QVERIFY(!isAvailable(3));
    press(Qt::Key_3, QStringLiteral("3"));
    QVERIFY(isAvailable(3));
    QCOMPARE(m_panel->chosenItem(), 3);
    press(Qt::Key_Right);
    press(Qt::Key_Return, QStringLiteral("\r"));
    QVERIFY(!isAvailable(4));
    press(Qt::Key_Left);
    press(Qt::Key_Space, QStringLiteral(" "));
    QVERIFY(!isAvailable(3));
    press(Qt::Key_Down);
    QVERIFY(m_panel->chosenItem() > 4);
    for (int i = 0; i < 40; ++i)
        press(Qt::Key_Up);
    QCOMPARE(m_panel->chosenItem(), 1);
    QVERIFY(m_port->calls.filter(QStringLiteral("bump")).isEmpty());
}

void KitchenOutTest::typingSearches()
{
    press(Qt::Key_O, QStringLiteral("o"));
    // Letters that mean something on the page mean only themselves here.
    type(QStringLiteral("плов с"));
    QCOMPARE(m_panel->searched(), QStringLiteral("плов с"));
    QCOMPARE(m_panel->chosenItem(), 5);
    press(Qt::Key_Return, QStringLiteral("\r"));
    QVERIFY(!isAvailable(5));
    press(Qt::Key_Backspace, QStringLiteral("\b"));
    QCOMPARE(m_panel->searched(), QStringLiteral("плов "));
    type(QStringLiteral("zz"));
    QCOMPARE(m_panel->chosenItem(), 0);
    press(Qt::Key_Return, QStringLiteral("\r"));
    QCOMPARE(m_port->calls.filter(QStringLiteral("available")).size(), 1);
    press(Qt::Key_Escape);
    QVERIFY(m_panel->isVisible());
    QCOMPARE(m_panel->searched(), QString());
    press(Qt::Key_Escape);
    QVERIFY(!m_panel->isVisible());
    // The next time begins anew.
    press(Qt::Key_O, QStringLiteral("o"));
    QCOMPARE(m_panel->searched(), QString());
    QCOMPARE(m_panel->chosenItem(), 1);
}

void KitchenOutTest::bumpBarDoesEverything()
{
    // A bar whose keys nobody can foresee.
    KitchenKeyMap map;
    const auto teach = [&map](int key, const KitchenKeyPress &press) {
        map.learn(QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier), press);
    };
    teach(Qt::Key_F13, {KitchenKey::Out});
    teach(Qt::Key_F14, {KitchenKey::Slot, 1});
    teach(Qt::Key_F15, {KitchenKey::Right});
    teach(Qt::Key_F16, {KitchenKey::Act});
    teach(Qt::Key_F17, {KitchenKey::NextPage});
    teach(Qt::Key_F18, {KitchenKey::Clear});
    map.save(*m_settings);
    m_page->useSettings(*m_settings);
    press(Qt::Key_F13);
    QVERIFY(m_panel->isVisible());
    press(Qt::Key_F14);
    QVERIFY(!isAvailable(2));
    press(Qt::Key_F15);
    press(Qt::Key_F16);
    QVERIFY(!isAvailable(3));
    press(Qt::Key_F17);
    QCOMPARE(m_panel->page(), 1);
    press(Qt::Key_F18);
    QVERIFY(!m_panel->isVisible());
}

void KitchenOutTest::ownStationComesFirst()
{
    m_port->setStation(coldStation);
    press(Qt::Key_O, QStringLiteral("o"));
    QCOMPARE(m_panel->chosenItem(), 11);
    type(QStringLiteral("hot"));
    QCOMPARE(m_panel->chosenItem(), 1);
}

void KitchenOutTest::pagesTurnByTouchAndKey()
{
    m_window->resize(1280, 800);
    QTest::mouseClick(m_button->isVisible() ? m_button : nullptr, Qt::LeftButton);
    QTRY_VERIFY(m_panel->isVisible());
    QVERIFY(m_panel->pages() > 1);
    QVERIFY(m_panel->buttonOf(1));
    QTest::mouseClick(m_panel->nextButton(), Qt::LeftButton);
    QCOMPARE(m_panel->page(), 1);
    QVERIFY(!m_panel->buttonOf(1));
    press(Qt::Key_End);
    QCOMPARE(m_panel->page(), m_panel->pages() - 1);
    QVERIFY(m_panel->buttonOf(60));
    QVERIFY(!m_panel->nextButton()->isEnabled());
    press(Qt::Key_PageUp);
    press(Qt::Key_Home);
    QCOMPARE(m_panel->page(), 0);
    // Held keys move, they do not press.
    QKeyEvent held(QEvent::KeyPress, Qt::Key_3, Qt::NoModifier, QStringLiteral("3"), true);
    QApplication::sendEvent(m_panel, &held);
    QVERIFY(m_port->calls.filter(QStringLiteral("available")).isEmpty());
}

void KitchenOutTest::refusalIsToldAndNothingIsLost()
{
    press(Qt::Key_O, QStringLiteral("o"));
    type(QStringLiteral("dish "));
    m_port->refuseNext(Error{ErrorCode::StorageUnavailable, QStringLiteral("disk full"), {}});
    press(Qt::Key_4, QStringLiteral("4"));
    QVERIFY(isAvailable(4));
    const auto *notice = m_window->findChild<Band *>(QStringLiteral("noticeBand"));
    QVERIFY(notice->isVisible());
    QVERIFY(!notice->message().isEmpty());
    QVERIFY(m_panel->isVisible());
    // "4" is a digit: it pressed the fourth dish and was not searched for.
    QCOMPARE(m_panel->searched(), QStringLiteral("dish "));
}

void KitchenOutTest::othersChangeTheMenuMeanwhile()
{
    press(Qt::Key_O, QStringLiteral("o"));
    press(Qt::Key_Right);
    QCOMPARE(m_panel->chosenItem(), 2);
    Catalog other = menu();
    other.items.erase(other.items.begin());
    other.items[1].available = false;
    m_port->setCatalog(other);
    QCOMPARE(m_panel->chosenItem(), 2);
    QVERIFY(m_panel->returnButtonOf(3));
    QVERIFY(!m_panel->buttonOf(1));
    m_port->setCatalog(Catalog());
    QCOMPARE(m_panel->chosenItem(), 0);
    press(Qt::Key_Return, QStringLiteral("\r"));
    press(Qt::Key_PageDown);
    press(Qt::Key_Down);
    QVERIFY(m_port->calls.filter(QStringLiteral("available")).isEmpty());
}

void KitchenOutTest::allDayNamesWhatIsOut()
{
    const auto *allDay = m_window->findChild<AllDayPanel *>(QStringLiteral("allDayPanel"));
    QCOMPARE(allDay->outLine(), QString());
    Catalog changed = menu();
    changed.items[4].available = false;
    changed.items[11].available = false;
    m_port->setCatalog(changed);
    QCOMPARE(allDay->outLine(), QStringLiteral("Out: Плов свадебный, Cold dish 12"));
    QVERIFY(allDay->accessibleName().contains(allDay->outLine()));
    m_port->setCatalog(menu());
    QCOMPARE(allDay->outLine(), QString());
}

void KitchenOutTest::keysOfTheWindowStillWork()
{
    press(Qt::Key_O, QStringLiteral("o"));
    press(Qt::Key_F11);
    QVERIFY(m_window->isFullScreen());
    press(Qt::Key_F11);
    QVERIFY(!m_window->isFullScreen());
    QVERIFY(m_panel->isVisible());
}

void KitchenOutTest::unknownMenuIsSaid()
{
    m_port->setCatalog(Catalog());
    press(Qt::Key_O, QStringLiteral("o"));
    QVERIFY(m_panel->isVisible());
    QCOMPARE(m_panel->pages(), 1);
    QCOMPARE(m_panel->chosenItem(), 0);
    press(Qt::Key_1, QStringLiteral("1"));
    press(Qt::Key_Right);
    press(Qt::Key_Return, QStringLiteral("\r"));
    QVERIFY(m_port->calls.filter(QStringLiteral("available")).isEmpty());
}

void KitchenOutTest::everythingIsLargeEnough_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    QTest::addRow("smallest window") << QSize(900, 560) << 100;
    for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
        for (const int percent : DisplaySettings::textPercents)
            QTest::addRow("%dx%d %d", size.width(), size.height(), percent) << size << percent;
    }
}

void KitchenOutTest::everythingIsLargeEnough()
{
    QFETCH(QSize, size);
    QFETCH(int, percent);
    Catalog catalog = menu();
    for (size_t i = 0; i < 20; ++i)
        catalog.items[i].available = false;
    m_port->setCatalog(catalog);
    m_window->resize(size);
    m_display->setTextPercent(percent);
    press(Qt::Key_O, QStringLiteral("o"));
    QCoreApplication::processEvents();
    const int least = Metrics::forScreen(m_window->screen(), size).mm(12);
    int shown = 0;
    std::vector<QRect> places;
    for (const QAbstractButton *button : m_panel->findChildren<QAbstractButton *>()) {
        if (!button->isVisible())
            continue;
        ++shown;
        QVERIFY2(button->height() >= least, qPrintable(button->text()));
        QVERIFY2(m_panel->rect().contains(button->geometry()), qPrintable(button->text()));
        for (const QRect &other : places)
            QVERIFY2(!other.intersects(button->geometry()), qPrintable(button->text()));
        places.push_back(button->geometry());
    }
    QVERIFY(shown >= 3);
    QVERIFY(m_panel->buttonOf(1));
}

QTEST_MAIN(KitchenOutTest)
#include "kitchenouttest.moc"
