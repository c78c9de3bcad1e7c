// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/logging.h"
#include "app/common/sitehub.h"
#include "app/desktop/desktopoptions.h"
#include "app/desktop/desktopsetup.h"
#include "app/desktop/drillrunner.h"
#include "app/desktop/screenshot.h"
#include "app/desktop/startwatch.h"
#include "models/runtime/clock.h"
#include "models/runtime/mailbox.h"
#include "models/terminal/terminal.h"
#include "sync/client/curltransport.h"
#include "sync/client/hubendpoint.h"
#include "sync/client/replicaclient.h"
#include "sync/client/terminalclient.h"
#include "ui/catalog/catalogfiles.h"
#include "ui/common/displaysettings.h"
#include "ui/common/languageswitch.h"
#include "ui/kitchen/alertsound.h"
#include "ui/mainwindow.h"
#include "ui/settings/standbysection.h"

#include <QSettings>
#include <QString>

#include <functional>
#include <memory>

namespace oshaq {

class CatalogPage;
class ManagerSheets;
class OrdersPage;
class SettingsPage;
class SiteSettingsDesk;
class StaffSheets;
class StatisticsPage;

/// Everything that runs in `oshaq`: a hub of its own (unless it is a screen of another one), the terminal, what keeps
/// the two in step, and the window. Made and destroyed on the GUI thread.
class Desktop
{
    Q_DISABLE_COPY_MOVE(Desktop)

public:
    /// Opens all of it and shows the window. The error says what is wrong and what to do.
    static Result<std::unique_ptr<Desktop>> open(const DesktopOptions &options);

    /// QApplication::exec() ends with it when everything is to be opened anew.
    static constexpr int restartCode = 64;
    ~Desktop();

    /// Where the API of this computer answers; empty when another computer is the hub.
    QString url() const { return m_hub ? m_hub->url() : QString(); }
    /// Made at the first start, shown once, kept nowhere.
    QString takeBusinessToken() { return std::exchange(m_businessToken, {}); }
    MainWindow &window() const { return *m_window; }

private:
    Desktop() = default;
    void watchOver(SiteHubOptions *hub);
    Result<void> openHub(const DesktopOptions &options, const Settings &settings);
    Result<void> openStandby(const DesktopOptions &options, const Settings &settings);
    Result<void> openTerminal(const DesktopOptions &options);
    StandbyHere standbyHere();
    QString beginStandby(const QString &token);
    Result<void> openWindow(const DesktopOptions &options);
    MainWindow::Pages makePages();
    void connectPages();
    void watchForeignHub();
    void askFirstQuestions();
    void importFirstMenu(QWidget *over, const std::function<void()> &imported);

    // In the order in which they need each other; destroyed the other way round.
    SystemClock m_clock;
    Mailbox m_mailbox;
    std::unique_ptr<Logging> m_logging;
    std::unique_ptr<SiteHub> m_hub;
    std::unique_ptr<SiteHub> m_standby; ///< of a screen that keeps the other hub's copy too; null: it does not
    QString m_businessToken;
    std::unique_ptr<Terminal> m_terminal;
    std::unique_ptr<WireThread> m_wire;
    std::unique_ptr<CurlTransport> m_transport;
    std::unique_ptr<TerminalClient> m_client;
    HubEndpoint m_standbyEndpoint;
    std::unique_ptr<ReplicaClient> m_standbyClient; ///< asks m_standby, as this screen
    std::unique_ptr<QSettings> m_windowSettings;
    std::unique_ptr<DisplaySettings> m_display;
    std::unique_ptr<LanguageSwitch> m_language;
    std::unique_ptr<SpeakerSound> m_sound;
    QString m_directory;
    bool m_hubMadeNow = false;
    std::unique_ptr<DesktopSetup> m_setup;
    std::unique_ptr<DrillRunner> m_drill;
    std::unique_ptr<SiteSettingsDesk> m_siteDesk;
    std::unique_ptr<StaffSheets> m_sheets;
    std::unique_ptr<DialogFiles> m_menuFiles;
    std::unique_ptr<ManagerSheets> m_managerSheets;
    std::unique_ptr<MainWindow> m_window;
    // The window's.
    OrdersPage *m_ordersPage = nullptr;
    CatalogPage *m_catalogPage = nullptr;
    StatisticsPage *m_statisticsPage = nullptr;
    SettingsPage *m_settingsPage = nullptr;
    std::unique_ptr<StartWatch> m_startWatch;
    std::unique_ptr<Screenshot> m_screenshot;
};

} // namespace oshaq
