// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/alarmboard.h"
#include "models/terminal/linkstatus.h"
#include "models/terminal/worklist.h"
#include "tests/support/fakearchive.h"
#include "tests/support/fakecatalog.h"
#include "tests/support/fakecatalogfiles.h"
#include "tests/support/fakecouriers.h"
#include "tests/support/fakedrill.h"
#include "tests/support/fakefiles.h"
#include "tests/support/fakekitchen.h"
#include "tests/support/fakeoperator.h"
#include "tests/support/fakeorders.h"
#include "tests/support/fakeprinters.h"
#include "tests/support/fakemessagesport.h"
#include "tests/support/fakesystemport.h"
#include "tests/support/fakereplica.h"
#include "tests/support/fakesettings.h"
#include "tests/support/fakesetup.h"
#include "tests/support/fakestaff.h"
#include "tests/support/fakestatistics.h"
#include "tests/support/faketill.h"
#include "ui/common/displaysettings.h"
#include "ui/mainwindow.h"
#include "ui/settings/sitesettingsdesk.h"

#include <QSettings>
#include <QSize>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <vector>

namespace oshaq {

class CatalogPage;
class KitchenPage;
class ManagerSheets;
class OrdersPage;
class SettingsPage;
class StaffPage;
class StaffSheets;
class StatisticsPage;
class FirstStart;
class ForeignHubSheet;

/// The whole window of the desktop over fakes that a scene fills: for pictures, and for tests that walk over every page
/// in every state. One stage is one window; theme, text size and window size may change while it is open, and so may
/// the language of the application.
class Stage
{
    Q_DISABLE_COPY_MOVE(Stage)

public:
    Stage();
    ~Stage();

    /// Makes the pages and shows the window. After the fakes were filled.
    void open(const QString &page, QSize size);
    /// Lets everything that is under way come to its end.
    static void settle();
    /// For what comes after a pause: until it is so, or for five seconds.
    static bool waitFor(const std::function<bool()> &isSo);
    /// As somebody at the keyboard, to whatever has the focus.
    void press(int key, const QString &text = {}, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

    QTemporaryDir directory;
    QSettings settings;
    DisplaySettings display;
    LinkStatus link;
    AlarmBoard alarms;
    FakeKitchenPort kitchen;
    FakePrinterPort printers;
    FakeOrdersPort orders;
    FakeArchivePort archive;
    FakeTillPort till{archive};
    FakeCourierPort couriers;
    WorkList works;
    QStringList openedFiles; ///< in other programs
    FakeStaffPort staff;
    FakeOperatorPort screen;           ///< who is at it; asks nobody at first
    std::function<qint64()> lockClock; ///< of what locks by itself; none: the computer's
    FakeDrillPort drill;
    FakeMessagesPort messages;
    FakeSystemPort system;
    FakeReplicaPort replica;
    FakeReplicaPort replicaHere; ///< of the standby on this computer
    bool hasStandbyHere = false;
    std::function<QString(const QString &)> beginStandby; ///< empty: this computer is the hub
    FakeFilesPort files{works};
    FakeStatisticsPort statistics;
    FakeCatalogPort catalog;
    FakeCatalogFiles menuFiles;
    FakeSettingsPort site;
    FakeSetupPort setup;
    SiteSettingsDesk siteDesk;

    /// Over the window, when it is open.
    void beginFirstStart();
    /// What happens when the first start asks for a file; none: the person closes the import.
    std::function<void()> importedMenu;

    std::unique_ptr<StaffSheets> sheets;
    std::unique_ptr<ManagerSheets> managerSheets;
    CatalogPage *catalogPage = nullptr;
    KitchenPage *kitchenPage = nullptr;
    OrdersPage *ordersPage = nullptr;
    StaffPage *staffPage = nullptr;
    StatisticsPage *statisticsPage = nullptr;
    SettingsPage *settingsPage = nullptr;
    FirstStart *firstStart = nullptr;
    ForeignHubSheet *foreignHub = nullptr;
    std::unique_ptr<MainWindow> window; ///< goes first
};

/// A page in one of its states.
struct Scene
{
    QString page;  ///< "kitchen"
    QString state; ///< "empty", "normal", "heavy", "error", or what else there is to see
    std::function<void(Stage &)> prepare = {};
    std::function<void(Stage &)> act = {}; ///< once the window is open

    QString name() const { return page + QLatin1Char('-') + state; }
};

std::vector<Scene> catalogScenes();
std::vector<Scene> catalogSheetScenes();
std::vector<Scene> kitchenScenes();
std::vector<Scene> ordersScenes();
std::vector<Scene> moneyScenes();
std::vector<Scene> settingsScenes();
std::vector<Scene> workScenes();
std::vector<Scene> staffScenes();
/// Of locking and of who is here, on whatever page.
std::vector<Scene> lockScenes();
std::vector<Scene> statisticsScenes();
std::vector<Scene> firstStartScenes();
/// Of letting new screens in, on both sides, and of who is not let in.
std::vector<Scene> pairingScenes();

/// Of all pages. Scenes of another page go into a file of their own and are added there.
std::vector<Scene> everyScene();
/// Those of them that are this run's part: all, unless the environment says OSHAQ_SCENES=2/4.
std::vector<Scene> allScenes();

} // namespace oshaq
