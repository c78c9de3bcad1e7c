// SPDX-License-Identifier: GPL-3.0-or-later
// The frame around the pages: the rail, the keys that switch, what is kept, and how settings reach every page.
#include "ui/mainwindow.h"

#include "tests/gui/windowpages.h"
#include "tests/support/fakekitchen.h"
#include "tests/support/kitchensample.h"
#include "ui/common/choicerow.h"
#include "ui/common/languageswitch.h"
#include "ui/common/navigationrail.h"
#include "ui/common/railentry.h"
#include "ui/common/touchbutton.h"
#include "ui/kitchen/kitchenpage.h"
#include "ui/kitchen/ticketview.h"
#include "ui/settings/displaysection.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/shortcutlist.h"
#include "ui/settings/shortcutssection.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace oshaq;

namespace {

/// A page of an office that remembers what it was told.
class PlainPage final : public Page
{
    Q_OBJECT

public:
    explicit PlainPage(const QString &key, QWidget *parent = nullptr)
        : Page(parent)
        , m_key(key)
    {
        setFocusPolicy(Qt::StrongFocus);
    }

    QString key() const override { return m_key; }
    QString iconName() const override { return QStringLiteral("orders"); }
    QString title() const override { return QStringLiteral("Plain ") + m_key; }
    std::vector<Shortcut> shortcuts() const override
    {
        return {{{QStringLiteral("Ctrl"), QStringLiteral("N")}, QStringLiteral("plain act")}};
    }
    void setLook(const Look &look) override { looks.push_back(look); }

    std::vector<Look> looks;

private:
    QString m_key;
};

} // namespace

class MainWindowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void railOpensPages();
    void railIsReachedByKeys();
    void railTellsScreenReaders();
    void digitsOpenPagesInTheirOrder();
    void aLastPageIsRemembered();
    void aPageThatIsGoneIsNotMissed();
    void themesFollowThePage();
    void wantedThemesWinOverThePage();
    void textSizeReachesThePages();
    void steadyReachesThePages();
    void choicesAreKeptAndNonsenseIsNot();
    void everyPageExplainsItsKeys();
    void learnedKeysAreExplained();
    void escapeLeavesTheSettings();
    void settingsGoByKeysAlone();
    void railHasRoomAtEverySize_data();
    void railHasRoomAtEverySize();

private:
    void open();
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, const QString &text = {});

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<FakeKitchenPort> m_port;
    std::unique_ptr<LinkStatus> m_link;
    std::unique_ptr<DisplaySettings> m_display;
    std::unique_ptr<MainWindow> m_window;
    KitchenPage *m_kitchen = nullptr;
    PlainPage *m_plain = nullptr;
    SettingsPage *m_settingsPage = nullptr;
};

void MainWindowTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_directory->filePath(QStringLiteral("ui.ini")), QSettings::IniFormat);
    m_port = std::make_unique<FakeKitchenPort>();
    m_link = std::make_unique<LinkStatus>();
    kitchensample::addStations(*m_port);
    kitchensample::addBusyMoment(*m_port);
    open();
}

void MainWindowTest::cleanup()
{
    m_window.reset();
    m_display.reset();
    m_settings.reset();
}

void MainWindowTest::open()
{
    m_window.reset();
    m_display = std::make_unique<DisplaySettings>(*m_settings);
    auto kitchen = std::make_unique<KitchenPage>(*m_port, *m_link, Look());
    auto plain = std::make_unique<PlainPage>(QStringLiteral("orders"));
    SettingsPage::Sections sections;
    sections.push_back(std::make_unique<DisplaySection>(*m_display, Look()));
    sections.push_back(std::make_unique<ShortcutsSection>(Look()));
    auto settings = std::make_unique<SettingsPage>(std::move(sections), Look());
    m_kitchen = kitchen.get();
    m_plain = plain.get();
    m_settingsPage = settings.get();
    m_window = std::make_unique<MainWindow>(windowPages(std::move(kitchen), std::move(plain), std::move(settings)),
                                            *m_display, *m_settings);
    m_settingsPage->serve(*m_window);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void MainWindowTest::press(int key, Qt::KeyboardModifiers modifiers, const QString &text)
{
    QWidget *target = QApplication::focusWidget();
    QVERIFY(target);
    QTest::sendKeyEvent(QTest::Click, target, Qt::Key(key), text, modifiers);
}

void MainWindowTest::railOpensPages()
{
    QCOMPARE(m_window->currentPage()->key(), QStringLiteral("kitchen"));
    QVERIFY(m_kitchen->isVisible());
    QSignalSpy chosen(m_window->rail(), &NavigationRail::pageChosen);
    QTest::mouseClick(m_window->rail()->entry(1), Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(m_window->currentPage(), static_cast<Page *>(m_plain));
    QVERIFY(m_plain->isVisible());
    QVERIFY(!m_kitchen->isVisible());
    QVERIFY(m_plain->hasFocus());
    // Once more on the same one changes nothing.
    QTest::mouseClick(m_window->rail()->entry(1), Qt::LeftButton);
    QCOMPARE(m_window->rail()->currentPage(), 1);
    QVERIFY(m_window->rail()->entry(1)->isChecked());
    // Settings stand apart, at the foot.
    const QRect settings = m_window->rail()->entry(2)->geometry();
    QVERIFY(settings.top() > m_window->rail()->entry(1)->geometry().bottom() + 100);
}

void MainWindowTest::railIsReachedByKeys()
{
    press(Qt::Key_F6);
    QVERIFY(m_window->rail()->entry(0)->hasFocus());
    press(Qt::Key_Up);
    QVERIFY(m_window->rail()->entry(0)->hasFocus());
    press(Qt::Key_Down);
    QVERIFY(m_window->rail()->entry(1)->hasFocus());
    QCOMPARE(m_window->currentPage()->key(), QStringLiteral("kitchen"));
    press(Qt::Key_Return);
    QCOMPARE(m_window->currentPage()->key(), QStringLiteral("orders"));
    QVERIFY(m_plain->hasFocus());
    // Tab stops at the chosen entry only, and Esc goes back to the page.
    int stops = 0;
    for (int i = 0; i < m_window->rail()->count(); ++i)
        stops += (m_window->rail()->entry(i)->focusPolicy() & Qt::TabFocus) ? 1 : 0;
    QCOMPARE(stops, 1);
    press(Qt::Key_F6);
    press(Qt::Key_Down);
    press(Qt::Key_Escape);
    QVERIFY(m_plain->hasFocus());
    QCOMPARE(m_window->currentPage()->key(), QStringLiteral("orders"));
}

void MainWindowTest::railTellsScreenReaders()
{
    const QStringList names{QStringLiteral("Kitchen"), QStringLiteral("Plain orders"), QStringLiteral("Settings")};
    for (int i = 0; i < m_window->rail()->count(); ++i) {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(m_window->rail()->entry(i));
        QVERIFY(interface);
        QCOMPARE(interface->text(QAccessible::Name), names.at(i));
        QCOMPARE(interface->role(), QAccessible::RadioButton);
        QCOMPARE(bool(interface->state().checked), i == 0);
    }
    QVERIFY(m_window->rail()->accessibleName().contains(QStringLiteral("Plain orders")));
}

void MainWindowTest::digitsOpenPagesInTheirOrder()
{
    press(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage()->key(), QStringLiteral("orders"));
    press(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage()->key(), QStringLiteral("settings"));
    press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage()->key(), QStringLiteral("kitchen"));
    // There is no third page of work.
    press(Qt::Key_3, Qt::ControlModifier);
    press(Qt::Key_9, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage()->key(), QStringLiteral("kitchen"));
    QVERIFY(m_port->calls.filter(QStringLiteral("bump")).isEmpty());
}

void MainWindowTest::aLastPageIsRemembered()
{
    QVERIFY(m_window->showPage(QStringLiteral("orders")));
    open();
    QCOMPARE(m_window->currentPage()->key(), QStringLiteral("orders"));
    QCOMPARE(m_window->rail()->currentPage(), 1);
    QVERIFY(!m_window->showPage(QStringLiteral("statistics")));
    QCOMPARE(m_window->currentPage()->key(), QStringLiteral("orders"));
}

void MainWindowTest::aPageThatIsGoneIsNotMissed()
{
    m_settings->setValue(QStringLiteral("window/page"), QStringLiteral("weather"));
    open();
    QCOMPARE(m_window->currentPage()->key(), QStringLiteral("kitchen"));
}

void MainWindowTest::themesFollowThePage()
{
    QVERIFY(m_window->palette().color(QPalette::Window) == darkTheme().background);
    m_window->showPage(QStringLiteral("orders"));
    QVERIFY(!m_plain->looks.back().theme().isDark);
    QCOMPARE(m_window->palette().color(QPalette::Window), lightTheme().background);
    m_window->showPage(QStringLiteral("kitchen"));
    QCOMPARE(m_window->palette().color(QPalette::Window), darkTheme().background);
}

void MainWindowTest::wantedThemesWinOverThePage()
{
    m_window->showPage(QStringLiteral("orders"));
    m_display->setTheme(DisplaySettings::Theme::Dark);
    QVERIFY(m_plain->looks.back().theme().isDark);
    m_display->setTheme(DisplaySettings::Theme::Light);
    QVERIFY(!m_plain->looks.back().theme().isDark);
    m_window->showPage(QStringLiteral("kitchen"));
    // The kitchen is painted in what was wanted, to its last corner.
    const QImage picture = m_window->grab().toImage();
    QCOMPARE(picture.pixelColor(picture.width() - 3, picture.height() / 2), lightTheme().surface);
    QCOMPARE(picture.pixelColor(m_window->rail()->width() + 4, 300), lightTheme().background);
    QCOMPARE(picture.pixelColor(3, 300), lightTheme().surface);
}

void MainWindowTest::textSizeReachesThePages()
{
    m_window->showPage(QStringLiteral("orders"));
    const int before = m_plain->looks.back().font(TextRole::Body).pixelSize();
    m_display->setTextPercent(200);
    QCOMPARE(m_plain->looks.back().font(TextRole::Body).pixelSize(), 2 * before);
    // Not a size that was ever offered.
    m_display->setTextPercent(300);
    QCOMPARE(m_display->textPercent(), 200);
}

void MainWindowTest::steadyReachesThePages()
{
    m_window->showPage(QStringLiteral("orders"));
    QVERIFY(!m_plain->looks.back().isSteady());
    m_display->setSteady(true);
    QVERIFY(m_plain->looks.back().isSteady());
}

void MainWindowTest::choicesAreKeptAndNonsenseIsNot()
{
    m_display->setTheme(DisplaySettings::Theme::Light);
    m_display->setTextPercent(150);
    m_display->setSteady(true);
    m_display->setLanguage(QStringLiteral("kk"));
    m_display->setLanguage(QStringLiteral("xx"));
    {
        const DisplaySettings again(*m_settings);
        QCOMPARE(again.theme(), DisplaySettings::Theme::Light);
        QCOMPARE(again.textPercent(), 150);
        QVERIFY(again.isSteady());
        QCOMPARE(again.language(), QStringLiteral("kk"));
    }
    m_settings->setValue(QStringLiteral("display/theme"), QStringLiteral("pink"));
    m_settings->setValue(QStringLiteral("display/text"), 7);
    m_settings->setValue(QStringLiteral("display/language"), QStringLiteral("klingon"));
    const DisplaySettings again(*m_settings);
    QCOMPARE(again.theme(), DisplaySettings::Theme::ByPage);
    QCOMPARE(again.textPercent(), 100);
    QCOMPARE(again.language(), QString());
}

void MainWindowTest::everyPageExplainsItsKeys()
{
    press(Qt::Key_F1);
    QCOMPARE(m_window->currentPage()->key(), QStringLiteral("settings"));
    // Before it is opened the page is not one of the window's.
    const auto *list = m_window->findChild<ShortcutList *>(QStringLiteral("shortcutList"));
    QVERIFY(list && list->isVisible());
    QCOMPARE(list->groups().front().title, QStringLiteral("Kitchen"));
    QVERIFY(list->groups().front().shortcuts.size() > 20);
    QVERIFY(list->accessibleName().contains(QStringLiteral("Ctrl N: plain act")));
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_Question, Qt::ShiftModifier, QStringLiteral("?"));
    QCOMPARE(m_window->currentPage()->key(), QStringLiteral("settings"));
    QCOMPARE(list->groups().front().title, QStringLiteral("Plain orders"));
}

void MainWindowTest::learnedKeysAreExplained()
{
    KitchenKeyMap map;
    map.learn(QKeyEvent(QEvent::KeyPress, Qt::Key_X, Qt::NoModifier, QStringLiteral("x")), {KitchenKey::Recall});
    map.save(*m_settings);
    open();
    press(Qt::Key_F1);
    const auto *list = m_window->findChild<ShortcutList *>(QStringLiteral("shortcutList"));
    const auto &shortcuts = list->groups().front().shortcuts;
    const auto recall = std::find_if(shortcuts.begin(), shortcuts.end(), [](const Shortcut &one) {
        return one.meaning == QStringLiteral("Recall the last bump");
    });
    QVERIFY(recall != shortcuts.end());
    QVERIFY(recall->keys.contains(QStringLiteral("X")));
}

void MainWindowTest::escapeLeavesTheSettings()
{
    m_window->showPage(QStringLiteral("orders"));
    m_window->showPage(QStringLiteral("settings"));
    press(Qt::Key_Escape);
    QCOMPARE(m_window->currentPage()->key(), QStringLiteral("orders"));
}

void MainWindowTest::settingsGoByKeysAlone()
{
    press(Qt::Key_0, Qt::ControlModifier);
    auto *sections = m_window->findChild<QListWidget *>(QStringLiteral("settingsSections"));
    QVERIFY(sections->hasFocus());
    QCOMPARE(m_settingsPage->currentSection()->key(), QStringLiteral("display"));
    press(Qt::Key_Tab);
    const auto *languages = m_window->findChild<ChoiceRow *>(QStringLiteral("languageChoice"));
    QVERIFY(languages->isAncestorOf(QApplication::focusWidget()));
    // The second choice of the second row: always dark.
    auto *themes = m_window->findChild<ChoiceRow *>(QStringLiteral("themeChoice"));
    for (int tries = 0; tries < 10 && !themes->isAncestorOf(QApplication::focusWidget()); ++tries)
        press(Qt::Key_Tab);
    QVERIFY(themes->isAncestorOf(QApplication::focusWidget()));
    press(Qt::Key_Right);
    press(Qt::Key_Space);
    QCOMPARE(m_display->theme(), DisplaySettings::Theme::Dark);
    QCOMPARE(m_window->palette().color(QPalette::Window), darkTheme().background);
}

void MainWindowTest::railHasRoomAtEverySize_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    for (const QSize size : {QSize(900, 560), QSize(1280, 800), QSize(1920, 1080)}) {
        for (const int percent : DisplaySettings::textPercents)
            QTest::addRow("%dx%d %d", size.width(), size.height(), percent) << size << percent;
    }
}

void MainWindowTest::railHasRoomAtEverySize()
{
    QFETCH(QSize, size);
    QFETCH(int, percent);
    // As many pages as there will ever be.
    MainWindow::Pages pages;
    for (const char *key : {"kitchen", "orders", "catalog", "statistics", "staff"})
        pages.push_back(std::make_unique<PlainPage>(QString::fromLatin1(key)));
    SettingsPage::Sections sections;
    sections.push_back(std::make_unique<ShortcutsSection>(Look()));
    pages.push_back(std::make_unique<SettingsPage>(std::move(sections), Look()));
    m_display->setTextPercent(percent);
    MainWindow window(std::move(pages), *m_display, *m_settings);
    window.resize(size);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const NavigationRail *rail = window.rail();
    QRect before;
    for (int i = 0; i < rail->count(); ++i) {
        const RailEntry *entry = rail->entry(i);
        QVERIFY2(rail->rect().contains(entry->geometry()), qPrintable(entry->text()));
        QVERIFY(entry->geometry().intersected(before).isEmpty());
        QVERIFY(entry->width() >= entry->sizeHint().width());
        QVERIFY(entry->height() >= entry->sizeHint().height());
        before = entry->geometry();
    }
    QVERIFY(rail->fullScreenButton()->geometry().intersected(before).isEmpty());
    QVERIFY(rail->rect().contains(rail->fullScreenButton()->geometry()));
}

QTEST_MAIN(MainWindowTest)
#include "mainwindowtest.moc"
