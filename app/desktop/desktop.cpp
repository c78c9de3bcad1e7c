// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"

#include "app/common/stuckend.h"
#include "app/desktop/firststart.h"
#include "app/desktop/joinedhub.h"
#include "ui/catalog/catalogpage.h"
#include "ui/catalog/importsheet.h"
#include "ui/catalog/managersheets.h"
#include "ui/common/application.h"
#include "ui/common/foreignhubsheet.h"
#include "ui/firststart/firststart.h"
#include "ui/firststart/steps.h"
#include "ui/kitchen/kitchenpage.h"
#include "ui/orders/entry/staffsheets.h"
#include "ui/orders/orderspage.h"
#include "ui/settings/allsections.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/setupsection.h"
#include "ui/staff/staffpage.h"
#include "ui/statistics/statisticspage.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QPointer>
#include <QProcessEnvironment>
#include <QSysInfo>
#include <QTimeZone>
#include <QUrl>

#include <unistd.h>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcDesktop, "oshaq.desktop")

Result<Settings> loadSettings(const DesktopOptions &options)
{
    Settings::Sources sources;
    sources.file = options.configFile;
    if (sources.file.isEmpty()) {
        const QString own = QDir(options.dataDirectory).filePath(QStringLiteral("oshaq.ini"));
        if (QFile::exists(own))
            sources.file = own;
    }
    sources.environment = QProcessEnvironment::systemEnvironment();
    sources.assignments = options.assignments;
    return Settings::load(sources);
}

} // namespace

Result<std::unique_ptr<Desktop>> Desktop::open(const DesktopOptions &asked)
{
    DesktopOptions options = asked;
    if (options.hubUrl.isEmpty())
        options.hubUrl = joinedhub::url(options.dataDirectory).value_or(QString());
    if (!QDir().mkpath(options.dataDirectory))
        return Error{ErrorCode::StorageUnavailable, QStringLiteral("%1 cannot be made").arg(options.dataDirectory), {}};
    const auto settings = loadSettings(options);
    if (!settings)
        return settings.error();

    std::unique_ptr<Desktop> desktop(new Desktop);
    auto logging = Logging::start(LoggingOptions::fromSettings(*settings, options.dataDirectory));
    if (!logging)
        return logging.error();
    desktop->m_logging = std::move(*logging);
    raiseOpenFileLimit();

    if (options.hubUrl.isEmpty()) {
        if (auto opened = desktop->openHub(options, *settings); !opened)
            return opened.error();
    } else if (auto opened = desktop->openStandby(options, *settings); !opened) {
        return opened.error();
    }
    if (auto opened = desktop->openTerminal(options); !opened)
        return opened.error();
    if (auto opened = desktop->openWindow(options); !opened)
        return opened.error();
    desktop->m_client->start();
    return desktop;
}

Desktop::~Desktop() = default;

/// Nobody else starts the hub of a desktop again.
void Desktop::watchOver(SiteHubOptions *hub)
{
    hub->threads.stuck = [log = m_logging.get()](const QString &what) {
        stuckend::tell(log, what);
        stuckend::startAnew();
        ::_exit(1);
    };
    hub->hub.mustReopen = [this](const QString &) { m_mailbox.post([] { QCoreApplication::exit(restartCode); }); };
}

Result<void> Desktop::openHub(const DesktopOptions &options, const Settings &settings)
{
    auto token = ensureHub(options.dataDirectory, QString::fromLatin1(QTimeZone::systemTimeZoneId()), m_clock);
    if (!token)
        return token.error();
    m_businessToken = *token;
    m_hubMadeNow = !token->isEmpty();

    SiteHubOptions hubOptions = SiteHubOptions::fromSettings(settings, options.dataDirectory);
    hubOptions.api.accessLog = m_logging->accessSink();
    hubOptions.api.securityLog = m_logging->securitySink();
    hubOptions.api.droppedLogLines = m_logging->droppedLines();
    hubOptions.auditLog = m_logging->auditSink();
    watchOver(&hubOptions);
    auto hub = SiteHub::open(hubOptions, m_clock);
    if (!hub && hub.error().code == ErrorCode::AlreadyExists &&
        settings.sourceOf("server.listen") == Settings::Source::Default) {
        // Nobody chose the port, so another one serves as well as this one.
        qCWarning(lcDesktop).noquote() << hub.error().message << "- taking any free port";
        hubOptions.api.http.port = 0;
        hub = SiteHub::open(hubOptions, m_clock);
    }
    if (!hub)
        return hub.error();
    m_hub = std::move(*hub);
    return {};
}

Result<void> Desktop::openStandby(const DesktopOptions &options, const Settings &settings)
{
    const QString directory = joinedhub::standbyDirectory(options.dataDirectory);
    const auto peer = peerfile::read(directory);
    if (!peer)
        return peer.error();
    if (!*peer)
        return {};
    SiteHubOptions standbyOptions = SiteHubOptions::fromSettings(settings, directory);
    standbyOptions.api.accessLog = m_logging->accessSink();
    standbyOptions.api.securityLog = m_logging->securitySink();
    standbyOptions.api.droppedLogLines = m_logging->droppedLines();
    watchOver(&standbyOptions);
    auto standby = SiteHub::open(standbyOptions, m_clock);
    if (!standby)
        return standby.error();
    m_standby = std::move(*standby);
    return {};
}

/// Nothing of this is there before the restart.
QString Desktop::beginStandby(const QString &token)
{
    const QString directory = joinedhub::standbyDirectory(m_directory);
    if (!QDir().mkpath(directory))
        return QStringLiteral("%1 cannot be made").arg(directory);
    if (const auto kept = peerfile::write(directory, {m_terminal->credentials().url, token, {}}); !kept)
        return kept.error().message;
    // Other screens must reach it on the day on which it is needed.
    if (const auto open = m_setup->setOpenToNetwork(true); !open)
        return open.error().message;
    QApplication::exit(restartCode);
    return {};
}

StandbyHere Desktop::standbyHere()
{
    StandbyHere here;
    if (m_hub)
        return here;
    here.port = m_standbyClient.get();
    here.begin = [this](const QString &token) { return beginStandby(token); };
    return here;
}

Result<void> Desktop::openTerminal(const DesktopOptions &options)
{
    const bool joined = joinedhub::url(options.dataDirectory) == options.hubUrl;
    auto terminal =
        Terminal::open(joined ? joinedhub::terminalDirectory(options.dataDirectory) : options.dataDirectory, m_clock);
    if (!terminal)
        return terminal.error();
    m_terminal = std::move(*terminal);

    const bool isHub = m_hub && m_hub->hub().replica().role() == ReplicaRole::Hub;
    if (m_hub && !isHub && !m_terminal->credentials().token.isEmpty()) {
        // It was the hub, and the other one has this screen's token too.
        HubCredentials credentials = m_terminal->credentials();
        credentials.url = m_hub->url();
        if (auto kept = m_terminal->setCredentials(credentials); !kept)
            return kept;
    } else if (m_hub) {
        if (auto ready = ensureOwnTerminal(m_hub->hub(), *m_terminal, m_hub->url(), QSysInfo::machineHostName());
            !ready)
            return ready;
    } else {
        HubCredentials credentials = m_terminal->credentials();
        if (!options.hubToken.isEmpty())
            credentials = {options.hubUrl, options.hubToken, Role::Kitchen};
        credentials.url = options.hubUrl;
        if (credentials.token.isEmpty()) {
            return Error{ErrorCode::Unauthenticated,
                         QStringLiteral(
                             "this screen has no token of %1 yet; give it one in the environment variable OSHAQ_TOKEN")
                             .arg(options.hubUrl),
                         {}};
        }
        if (auto kept = m_terminal->setCredentials(credentials); !kept)
            return kept;
    }

    m_wire = std::make_unique<WireThread>();
    m_transport = std::make_unique<CurlTransport>(*m_wire);
    const HubCredentials credentials = m_terminal->credentials();
    Result<QString> caFile = m_hub ? m_hub->caFile() : QString();
    if (joined)
        caFile = joinedhub::writeAuthority(options.dataDirectory, credentials.authorityPem);
    if (!caFile)
        return caFile.error();
    auto client =
        TerminalClient::create({credentials.url, credentials.token, *caFile}, *m_terminal, *m_transport, m_clock);
    if (!client)
        return client.error();
    m_client = std::move(*client);
    if (m_standby) {
        auto endpoint = HubEndpoint::make(m_standby->url(), credentials.token, m_standby->caFile());
        if (!endpoint)
            return endpoint.error();
        m_standbyEndpoint = std::move(*endpoint);
        m_standbyClient = std::make_unique<ReplicaClient>(m_standbyEndpoint, *m_transport);
    }
    return {};
}

MainWindow::Pages Desktop::makePages()
{
    const Look look;
    MainWindow::Pages pages;
    auto kitchen = std::make_unique<KitchenPage>(m_terminal->kitchen(), m_terminal->link(), look);
    kitchen->setSound(m_sound.get());
    kitchen->useAlarms(m_terminal->alarms());
    pages.push_back(std::move(kitchen));

    auto orders = std::make_unique<OrdersPage>(m_terminal->orders(), m_client->archive(), m_client->printers(),
                                               m_terminal->link(), look);
    m_ordersPage = orders.get();
    orders->useAlarms(m_terminal->alarms());
    m_sheets = std::make_unique<StaffSheets>(m_terminal->orders(), m_client->archive(), m_client->till(),
                                             m_terminal->link(), look, orders.get());
    m_sheets->useCouriers(m_client->couriers());
    orders->setSheets(m_sheets.get());
    pages.push_back(std::move(orders));

    auto catalog = std::make_unique<CatalogPage>(m_client->catalog(), m_terminal->link(), look);
    m_catalogPage = catalog.get();
    m_menuFiles = std::make_unique<DialogFiles>();
    m_managerSheets = std::make_unique<ManagerSheets>(*catalog->desk(), *m_menuFiles, look, catalog.get());
    catalog->setSheets(m_managerSheets.get());
    pages.push_back(std::move(catalog));

    auto statistics = std::make_unique<StatisticsPage>(m_client->statistics(), m_client->files(), m_client->works(),
                                                       m_terminal->link(), look);
    m_statisticsPage = statistics.get();
    pages.push_back(std::move(statistics));

    pages.push_back(std::make_unique<StaffPage>(m_client->staff(), m_client->operators(), m_terminal->orders(),
                                                m_terminal->link(), look));
    // Pages in the order of the rail: the next one goes here.

    m_drill = std::make_unique<DrillRunner>(QCoreApplication::applicationDirPath(), m_directory);
    m_siteDesk = std::make_unique<SiteSettingsDesk>(m_client->settings());
    auto settings = std::make_unique<SettingsPage>(
        allSections({*m_display,
                     m_client->operators(),
                     m_terminal->kitchen(),
                     m_client->printers(),
                     m_client->settings(),
                     *m_siteDesk,
                     {*m_setup, m_client->settings(), m_client->catalog(), m_client->staff(), m_client->printers()},
                     m_directory,
                     *m_drill,
                     m_client->replica(),
                     standbyHere(),
                     m_client->messages(),
                     m_client->system(),
                     &m_client->couriers()},
                    look),
        look);
    m_settingsPage = settings.get();
    pages.push_back(std::move(settings));
    return pages;
}

/// What leads from one page to another.
void Desktop::connectPages()
{
    m_settingsPage->serve(*m_window);
    QObject::connect(m_statisticsPage, &StatisticsPage::orderAsked, m_window.get(), [this](qint64 orderId) {
        m_window->showPage(m_ordersPage->key());
        m_ordersPage->chooseOrder(orderId);
    });
    if (auto *setup = qobject_cast<SetupSection *>(m_settingsPage->section(QStringLiteral("setup")))) {
        QObject::connect(setup, &SetupSection::wanted, m_window.get(),
                         [this](const QString &page, const QString &section) {
                             if (!section.isEmpty())
                                 m_settingsPage->showSection(section);
                             m_window->showPage(page);
                         });
    }
}

/// The import that the catalog page has too, over whatever asks for it.
void Desktop::importFirstMenu(QWidget *over, const std::function<void()> &imported)
{
    auto *sheet = new ImportSheet(*m_catalogPage->desk(), *m_menuFiles, m_window->officeLook(), over);
    const auto isIn = std::make_shared<bool>(false);
    QObject::connect(sheet, &ImportSheet::imported, sheet, [isIn] { *isIn = true; });
    QObject::connect(sheet, &ImportSheet::closed, sheet, [sheet, isIn, imported] {
        sheet->deleteLater();
        if (*isIn)
            imported();
    });
    sheet->begin();
    // Whoever said "from a file" has said all that there is to choose.
    m_menuFiles->chooseMenu(over, [sheet = QPointer(sheet)](const QString &path) {
        if (sheet)
            sheet->takeFile(path);
    });
}

/// A screen of another computer says so when somebody else answers there.
void Desktop::watchForeignHub()
{
    if (m_hub)
        return;
    auto *sheet =
        new ForeignHubSheet(m_terminal->link(), m_terminal->credentials().url, m_window->officeLook(), m_window.get());
    QObject::connect(m_window.get(), &MainWindow::lookChanged, sheet,
                     [this, sheet] { sheet->adoptLook(m_window->officeLook()); });
    QObject::connect(sheet, &ForeignHubSheet::joinAsked, m_window.get(), [this] {
        auto *join = new FirstStart(*m_setup, joinSteps(*m_display, *m_setup, m_window->officeLook()),
                                    m_window->officeLook(), m_window.get());
        QObject::connect(m_window.get(), &MainWindow::lookChanged, join,
                         [this, join] { join->setLook(m_window->officeLook()); });
        QObject::connect(join, &FirstStart::finished, join, &QObject::deleteLater);
        join->begin();
    });
}

void Desktop::askFirstQuestions()
{
    const auto importMenu = [this](QWidget *over, const std::function<void()> &imported) {
        importFirstMenu(over, imported);
    };
    auto *questions = new FirstStart(
        *m_setup,
        firstStartSteps({*m_display, *m_setup, m_client->settings(), m_client->catalog(), m_client->staff(),
                         m_client->operators(), m_client->printers(), m_terminal->kitchen(), importMenu},
                        m_window->officeLook()),
        m_window->officeLook(), m_window.get());
    QObject::connect(m_window.get(), &MainWindow::lookChanged, questions,
                     [this, questions] { questions->setLook(m_window->officeLook()); });
    QObject::connect(questions, &FirstStart::finished, questions, &QObject::deleteLater);
    questions->begin();
}

Result<void> Desktop::openWindow(const DesktopOptions &options)
{
    m_directory = QDir(options.dataDirectory).absolutePath();
    m_windowSettings = std::make_unique<QSettings>(QDir(options.dataDirectory).filePath(QStringLiteral("window.ini")),
                                                   QSettings::IniFormat);
    m_display = std::make_unique<DisplaySettings>(*m_windowSettings);
    m_language = std::make_unique<LanguageSwitch>();
    // What the command line says is for this time only.
    m_language->use(options.language.isEmpty() ? m_display->language() : options.language);
    QObject::connect(m_display.get(), &DisplaySettings::languageChanged, m_language.get(),
                     [this] { m_language->use(m_display->language()); });
    applyLook(*qApp, Look());

    m_sound = std::make_unique<SpeakerSound>();
    const bool joined = joinedhub::url(options.dataDirectory) == options.hubUrl;
    m_setup = std::make_unique<DesktopSetup>(
        DesktopSetup::Facts{m_directory,
                            options.configFile.isEmpty() ? QDir(m_directory).filePath(QStringLiteral("oshaq.ini"))
                                                         : options.configFile,
                            m_hub != nullptr, m_hubMadeNow, joined ? m_terminal.get() : nullptr},
        *m_windowSettings, *m_transport, m_clock, [] { QApplication::exit(restartCode); });
    m_window = std::make_unique<MainWindow>(makePages(), *m_display, *m_windowSettings);
    m_window->setOperator(&m_client->operators());
    m_window->setReplica(m_terminal->link(), m_client->replica(), m_standbyClient.get());
    m_client->setPageSource([this] { return m_window->currentPage()->key(); });
    m_window->setWorks(m_client->works(),
                       [](const QString &path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    QObject::connect(m_client.get(), &TerminalClient::noticeHeard, m_window.get(), [this](const ScreenNotice &notice) {
        m_window->tell(notice.title.isEmpty() ? notice.text : notice.title + QLatin1Char('\n') + notice.text);
    });
    connectPages();
    watchForeignHub();
    if (!options.page.isEmpty() && !m_window->showPage(options.page))
        return Error{ErrorCode::NotFound, QStringLiteral("this version has no page \"%1\"").arg(options.page), {}};
    if (!options.size.isEmpty())
        m_window->resize(options.size);
    // Whoever asks for a page or a picture of it is not at a first start.
    if (m_setup->isFirstStart() && options.page.isEmpty() && options.screenshotFile.isEmpty())
        askFirstQuestions();
    m_startWatch = std::make_unique<StartWatch>(*m_window, m_terminal->link());
    m_window->show();
    if (!options.screenshotFile.isEmpty()) {
        m_screenshot = std::make_unique<Screenshot>(*m_window, m_terminal->link(), options.screenshotFile,
                                                    [](bool saved) { QApplication::exit(saved ? 0 : 1); });
    }
    return {};
}

} // namespace oshaq
