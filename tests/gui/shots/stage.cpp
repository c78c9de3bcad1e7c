// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/shots/stage.h"

#include "tests/gui/windowpages.h"
#include "ui/catalog/catalogpage.h"
#include "ui/catalog/managersheets.h"
#include "ui/common/foreignhubsheet.h"
#include "ui/firststart/firststart.h"
#include "ui/firststart/steps.h"
#include "ui/kitchen/kitchenpage.h"
#include "ui/orders/entry/staffsheets.h"
#include "ui/orders/orderspage.h"
#include "ui/settings/allsections.h"
#include "ui/settings/settingspage.h"
#include "ui/staff/staffpage.h"
#include "ui/statistics/statisticspage.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>

namespace oshaq {

Stage::Stage()
    : settings(directory.filePath(QStringLiteral("window.ini")), QSettings::IniFormat)
    , display(settings)
    , siteDesk(site)
{
    LinkStatus::Facts facts;
    facts.state = LinkStatus::State::Live;
    facts.knownAtMs = kitchen.hubNowMs();
    facts.sinceMs = kitchen.hubNowMs() - 3'600'000;
    facts.paintedP50Ms = 38;
    facts.paintedP95Ms = 84;
    facts.paintedMaxMs = 190;
    link.update(facts);
    printers.setImmediate(true);
    archive.setImmediate(true);
    till.setImmediate(true);
    couriers.setImmediate(true);
    staff.setImmediate(true);
    screen.setImmediate(true);
    statistics.setImmediate(true);
    catalog.setImmediate(true);
    replica.setImmediate(true);
    messages.setImmediate(true);
    system.setImmediate(true);
    replicaHere.setImmediate(true);
}

Stage::~Stage() = default;

void Stage::open(const QString &page, QSize size)
{
    const Look look;
    auto kitchenOne = std::make_unique<KitchenPage>(kitchen, link, look);
    kitchenPage = kitchenOne.get();
    kitchenOne->useAlarms(alarms);
    auto ordersOne = std::make_unique<OrdersPage>(orders, archive, printers, link, look);
    ordersPage = ordersOne.get();
    ordersOne->useAlarms(alarms);
    sheets = std::make_unique<StaffSheets>(orders, archive, till, link, look, ordersPage);
    sheets->useCouriers(couriers);
    ordersPage->setSheets(sheets.get());
    auto staffOne = std::make_unique<StaffPage>(staff, screen, orders, link, look);
    staffPage = staffOne.get();
    auto statisticsOne = std::make_unique<StatisticsPage>(statistics, files, works, link, look);
    statisticsPage = statisticsOne.get();
    auto catalogOne = std::make_unique<CatalogPage>(catalog, link, look);
    catalogPage = catalogOne.get();
    managerSheets = std::make_unique<ManagerSheets>(*catalogPage->desk(), menuFiles, look, catalogPage);
    catalogPage->setSheets(managerSheets.get());
    auto settingsOne =
        std::make_unique<SettingsPage>(allSections({display,
                                                    screen,
                                                    kitchen,
                                                    printers,
                                                    site,
                                                    siteDesk,
                                                    {setup, site, catalog, staff, printers},
                                                    QStringLiteral("/srv/oshaq"),
                                                    drill,
                                                    replica,
                                                    {hasStandbyHere ? &replicaHere : nullptr, beginStandby},
                                                    messages,
                                                    system,
                                                    &couriers},
                                                   look),
                                       look);
    settingsPage = settingsOne.get();
    window =
        std::make_unique<MainWindow>(windowPages(std::move(kitchenOne), std::move(ordersOne), std::move(catalogOne),
                                                 std::move(statisticsOne), std::move(staffOne), std::move(settingsOne)),
                                     display, settings);
    window->setOperator(&screen, lockClock);
    window->setReplica(link, replica, hasStandbyHere ? &replicaHere : nullptr);
    settingsPage->serve(*window);
    foreignHub =
        new ForeignHubSheet(link, QStringLiteral("https://192.168.1.10:8787"), window->officeLook(), window.get());
    QObject::connect(window.get(), &MainWindow::lookChanged, foreignHub,
                     [this] { foreignHub->adoptLook(window->officeLook()); });
    window->setWorks(works, [this](const QString &path) { openedFiles << path; });
    window->showPage(page);
    window->resize(size);
    window->show();
    settle();
    window->activateWindow();
    settle();
}

void Stage::beginFirstStart()
{
    const auto importMenu = [this](QWidget *, const std::function<void()> &imported) {
        if (!importedMenu)
            return;
        importedMenu();
        imported();
    };
    firstStart =
        new FirstStart(setup,
                       firstStartSteps({display, setup, site, catalog, staff, screen, printers, kitchen, importMenu},
                                       window->officeLook()),
                       window->officeLook(), window.get());
    QObject::connect(window.get(), &MainWindow::lookChanged, firstStart,
                     [this] { firstStart->setLook(window->officeLook()); });
    firstStart->begin();
    settle();
}

void Stage::settle()
{
    // Layouts ask for layouts: a few turns are enough for all of them.
    for (int turn = 0; turn < 4; ++turn) {
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QApplication::processEvents();
    }
}

bool Stage::waitFor(const std::function<bool()> &isSo)
{
    constexpr int mostMs = 5000;
    QElapsedTimer timer;
    timer.start();
    while (!isSo() && timer.elapsed() < mostMs)
        QApplication::processEvents(QEventLoop::AllEvents, 10);
    settle();
    return isSo();
}

void Stage::press(int key, const QString &text, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = QApplication::focusWidget();
    if (!target || !window->isAncestorOf(target))
        target = window->focusWidget();
    if (!target || !window->currentPage()->isAncestorOf(target))
        target = window->currentPage();
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, modifiers, text);
        QApplication::sendEvent(target, &event);
    }
}

std::vector<Scene> everyScene()
{
    std::vector<Scene> all;
    for (auto scenes : {kitchenScenes, ordersScenes, moneyScenes, catalogScenes, catalogSheetScenes, statisticsScenes,
                        staffScenes, lockScenes, settingsScenes, firstStartScenes, pairingScenes, workScenes}) {
        for (Scene &scene : scenes())
            all.push_back(std::move(scene));
    }
    return all;
}

std::vector<Scene> allScenes()
{
    std::vector<Scene> all = everyScene();
    // "2/4": the second quarter of them, for those that walk over all and are run side by side.
    const QStringList part = qEnvironmentVariable("OSHAQ_SCENES").split(u'/');
    const qsizetype parts = part.size() == 2 ? part.at(1).toLongLong() : 1;
    if (parts < 2)
        return all;
    const qsizetype wanted = part.at(0).toLongLong() - 1;
    std::vector<Scene> some;
    for (qsizetype i = wanted; i >= 0 && i < qsizetype(all.size()); i += parts)
        some.push_back(std::move(all[size_t(i)]));
    return some;
}

} // namespace oshaq
