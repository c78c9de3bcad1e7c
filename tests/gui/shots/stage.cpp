// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/shots/stage.h"

#include "tests/gui/windowpages.h"
#include "ui/catalog/catalogpage.h"
#include "ui/catalog/managersheets.h"
#include "ui/kitchen/kitchenpage.h"
#include "ui/orders/entry/staffsheets.h"
#include "ui/orders/orderspage.h"
#include "ui/settings/displaysection.h"
#include "ui/settings/printerssection.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/shortcutssection.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>

namespace oshaq {

Stage::Stage()
    : settings(directory.filePath(QStringLiteral("window.ini")), QSettings::IniFormat)
    , display(settings)
{
    LinkStatus::Facts facts;
    facts.state = LinkStatus::State::Live;
    facts.knownAtMs = kitchen.hubNowMs();
    facts.sinceMs = kitchen.hubNowMs() - 3'600'000;
    facts.paintedP50Ms = 38;
    facts.paintedP95Ms = 84;
    link.update(facts);
    printers.setImmediate(true);
    archive.setImmediate(true);
    catalog.setImmediate(true);
}

Stage::~Stage() = default;

void Stage::open(const QString &page, QSize size)
{
    const Look look;
    auto kitchenOne = std::make_unique<KitchenPage>(kitchen, link, look);
    kitchenPage = kitchenOne.get();
    auto ordersOne = std::make_unique<OrdersPage>(orders, archive, printers, link, look);
    ordersPage = ordersOne.get();
    sheets = std::make_unique<StaffSheets>(orders, archive, link, look, ordersPage);
    ordersPage->setSheets(sheets.get());
    auto catalogOne = std::make_unique<CatalogPage>(catalog, link, look);
    catalogPage = catalogOne.get();
    managerSheets = std::make_unique<ManagerSheets>(*catalogPage->desk(), files, look, catalogPage);
    catalogPage->setSheets(managerSheets.get());
    SettingsPage::Sections sections;
    sections.push_back(std::make_unique<DisplaySection>(display, look));
    sections.push_back(std::make_unique<PrintersSection>(printers, kitchen, look));
    sections.push_back(std::make_unique<ShortcutsSection>(look));
    auto settingsOne = std::make_unique<SettingsPage>(std::move(sections), look);
    settingsPage = settingsOne.get();
    window = std::make_unique<MainWindow>(
        windowPages(std::move(kitchenOne), std::move(ordersOne), std::move(catalogOne), std::move(settingsOne)),
        display, settings);
    settingsPage->serve(*window);
    window->showPage(page);
    window->resize(size);
    window->show();
    settle();
    window->activateWindow();
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

std::vector<Scene> allScenes()
{
    std::vector<Scene> all;
    for (auto scenes : {kitchenScenes, ordersScenes, catalogScenes, catalogSheetScenes, settingsScenes}) {
        for (Scene &scene : scenes())
            all.push_back(std::move(scene));
    }
    return all;
}

} // namespace oshaq
