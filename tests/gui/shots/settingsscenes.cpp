// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/shots/stage.h"
#include "tests/support/kitchensample.h"
#include "tests/support/orderssample.h"
#include "ui/common/replicaband.h"
#include "ui/common/touchbutton.h"
#include "ui/settings/listsection.h"
#include "ui/settings/printerssection.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/settingtext.h"

#include <QLineEdit>

namespace oshaq {

namespace {

Scene scene(const char *state, const char *section, std::function<void(Stage &)> prepare = {},
            std::function<void(Stage &)> act = {})
{
    return {QStringLiteral("settings"), QString::fromLatin1(state), std::move(prepare),
            [section = QString::fromLatin1(section), act = std::move(act)](Stage &stage) {
                stage.settingsPage->showSection(section);
                Stage::settle();
                if (act)
                    act(stage);
            }};
}

void furnish(Stage &stage)
{
    kitchensample::addStations(stage.kitchen);
    orderssample::addPrinters(stage.printers);
}

void furnishSite(Stage &stage)
{
    stage.site.furnish();
}

void furnishZones(Stage &stage)
{
    furnishSite(stage);
    stage.couriers.knownZones = {{1, 1, QStringLiteral("Centre"), 50'000, 1'000'000, 2'500, 1},
                                 {2, 1, QStringLiteral("Outer districts"), 120'000, 0, 9'000, 1},
                                 {3, 1, QStringLiteral("Airport"), 300'000, 0, {}, 1}};
}

ListSection *listOf(Stage &stage)
{
    return qobject_cast<ListSection *>(stage.settingsPage->currentSection());
}

/// The screen hears what the hub says of itself.
void hear(Stage &stage)
{
    LinkStatus::Facts facts = stage.link.facts();
    facts.state = LinkStatus::State::Live;
    facts.replica = stage.replica.state.note;
    stage.link.update(facts);
    Stage::settle();
}

PrintersSection *printersOf(Stage &stage)
{
    return qobject_cast<PrintersSection *>(stage.settingsPage->section(QStringLiteral("printers")));
}

} // namespace

std::vector<Scene> settingsScenes()
{
    return {
        scene("display", "display"),
        scene("drill-never", "drill"),
        scene("drill-missing", "drill", [](Stage &stage) { stage.drill.installed = false; }),
        scene("drill-hurting", "drill",
              [](Stage &stage) {
                  stage.drill.now = {DrillProgress::Phase::Hurting, 82'000, 600'000};
              }),
        scene("drill-settling", "drill",
              [](Stage &stage) {
                  stage.drill.now = {DrillProgress::Phase::Settling, 0, 600'000};
              }),
        scene("drill-passed", "drill", [](Stage &stage) { stage.drill.outcome = FakeDrillPort::passed(); }),
        scene("drill-failed", "drill", [](Stage &stage) { stage.drill.outcome = FakeDrillPort::failed(); }),
        scene("drill-broken", "drill",
              [](Stage &stage) { stage.drill.failure = QStringLiteral("oshaq_drill ended with code 2"); }),
        scene("standby-none", "standby",
              [](Stage &stage) { stage.beginStandby = [](const QString &) { return QString(); }; }),
        scene("standby-follows", "standby", [](Stage &stage) { stage.replica.haveStandby(); }),
        scene(
            "standby-lost", "standby", [](Stage &stage) { stage.replica.loseStandby(); }, hear),
        scene(
            "standby-asked", "standby", [](Stage &stage) { stage.replica.loseStandby(); },
            [](Stage &stage) {
                hear(stage);
                stage.window->replicaBand()->actionButton()->click();
                listOf(stage)->cards().front()->button(0)->click();
            }),
        scene(
            "standby-solo", "standby",
            [](Stage &stage) {
                stage.replica.haveStandby();
                stage.replica.state.note.solo = true;
            },
            hear),
        scene(
            "standby-two", "standby",
            [](Stage &stage) {
                stage.replica.haveStandby();
                stage.replica.state.note.reason = QStringLiteral("two_hubs");
                stage.replica.state.rival = QStringLiteral("1-OTHER");
            },
            hear),
        scene(
            "standby-here", "standby",
            [](Stage &stage) {
                stage.hasStandbyHere = true;
                stage.replicaHere.haveStandby();
                stage.replicaHere.state.otherName.clear();
                stage.replicaHere.state.note = {ReplicaRole::Standby, ReplicaMode::Sync, false, true, {}, 0, {}};
            },
            [](Stage &stage) {
                LinkStatus::Facts facts = stage.link.facts();
                facts.state = LinkStatus::State::Offline;
                stage.link.update(facts);
            }),
        scene("standby-error", "standby",
              [](Stage &stage) {
                  stage.replica.setFailing(PortFailure{PortFailure::Kind::Unreachable, {}, {}, {}});
              }),
        scene("printers-empty", "printers"),
        scene("printers-loading", "printers", [](Stage &stage) { stage.printers.setImmediate(false); }),
        scene("printers-error", "printers",
              [](Stage &stage) {
                  stage.printers.setFailing(PortFailure{PortFailure::Kind::Unreachable, {}, {}, {}});
              }),
        scene("printers-normal", "printers", furnish),
        scene("printers-stale", "printers", furnish,
              [](Stage &stage) {
                  stage.printers.setFailing(PortFailure{PortFailure::Kind::Unreachable, {}, {}, {}});
                  printersOf(stage)->refresh();
                  Stage::settle();
              }),
        scene("printers-heavy", "printers",
              [](Stage &stage) {
                  furnish(stage);
                  for (const PrintFault fault : allPrintFaults) {
                      const qint64 id = stage.printers.addPrinter(
                          QStringLiteral("Terrace bar, behind the fountain %1").arg(int(fault)));
                      Printer &printer = stage.printers.known.back();
                      printer.fault = fault;
                      printer.hasDrawer = true;
                      if (fault != PrintFault::None)
                          printer.failingSinceMs = stage.printers.nowMs - 60'000 * id;
                  }
              }),
        scene("printers-tried", "printers", furnish,
              [](Stage &stage) {
                  printersOf(stage)->cards().front()->test->click();
                  printersOf(stage)->cards().back()->drawer->click();
                  Stage::settle();
                  const qint64 drawer = stage.printers.queue.back().id;
                  stage.printers.finishJob(drawer, PrintJobState::Failed, PrintFault::CoverOpen);
                  printersOf(stage)->refresh();
                  Stage::settle();
              }),
        scene("printers-sheet", "printers", furnish,
              [](Stage &stage) {
                  printersOf(stage)->cards().back()->edit->click();
                  Stage::settle();
              }),
        scene("printers-sheet-wrong", "printers", furnish,
              [](Stage &stage) {
                  printersOf(stage)->addButton()->click();
                  stage.window->findChild<QLineEdit *>(QStringLiteral("printerAddress"))
                      ->setText(QStringLiteral("8.8.8.8"));
                  stage.window->findChild<TouchButton *>(QStringLiteral("printerSave"))->click();
                  Stage::settle();
              }),
        scene("printers-sheet-leave", "printers", furnish,
              [](Stage &stage) {
                  printersOf(stage)->cards().back()->edit->click();
                  stage.window->findChild<QLineEdit *>(QStringLiteral("printerName"))->setText(QStringLiteral("Bar"));
                  stage.press(Qt::Key_Escape);
                  Stage::settle();
              }),
        scene("restaurant", "restaurant", furnishSite),
        scene("restaurant-error", "restaurant",
              [](Stage &stage) {
                  stage.site.setFailing(PortFailure{PortFailure::Kind::Unreachable, {}, {}, {}});
              }),
        scene("restaurant-wrong", "restaurant", furnishSite,
              [](Stage &stage) {
                  stage.window->findChild<QLineEdit *>(QStringLiteral("setting.business.time_zone"))
                      ->setText(QStringLiteral("Mars/Olympus"));
                  stage.window->findChild<QLineEdit *>(QStringLiteral("setting.business.name"))
                      ->setText(QStringLiteral("Oshaq on the corner"));
                  for (const char *name : {"setting.business.time_zone", "setting.business.name"})
                      Q_EMIT stage.window->findChild<QLineEdit *>(QLatin1String(name))->editingFinished();
                  Stage::settle();
              }),
        scene("selling", "selling", furnishSite),
        scene("stations", "stations", furnishSite),
        scene("stations-empty", "stations"),
        scene("stations-loading", "stations", [](Stage &stage) { stage.site.setImmediate(false); }),
        scene("stations-sheet", "stations", furnishSite,
              [](Stage &stage) { listOf(stage)->cards().front()->button(0)->click(); }),
        scene("stations-sheet-wrong", "stations", furnishSite,
              [](Stage &stage) {
                  listOf(stage)->addButton()->click();
                  stage.window->findChild<TouchButton *>(QStringLiteral("station.save"))->click();
                  Stage::settle();
              }),
        scene("screens", "screens", furnishSite),
        scene("screens-unseen", "screens",
              [](Stage &stage) {
                  furnishSite(stage);
                  stage.site.knownScreens.clear();
              }),
        scene("screens-stale", "screens",
              [](Stage &stage) {
                  furnishSite(stage);
                  for (auto &[id, screen] : stage.site.knownScreens) {
                      screen.state = ScreenState::Stale;
                      screen.lagMs = id % 2 ? 48'000 : 3'000;
                      screen.clockOffsetMs = id % 2 ? 0 : -10'900'000;
                      screen.parked = int(id);
                  }
              }),
        scene("screens-sheet", "screens", furnishSite,
              [](Stage &stage) {
                  listOf(stage)->cards()[1]->button(0)->click();
                  stage.window->findChild<TouchButton *>(QStringLiteral("terminal.remove"))->click();
                  Stage::settle();
              }),
        scene("screens-pairing", "screens", furnishSite,
              [](Stage &stage) {
                  listOf(stage)->addButton()->click();
                  stage.window->findChild<TouchButton *>(QStringLiteral("pairing.save"))->click();
                  Stage::settle();
              }),
        scene("tables", "tables", furnishSite),
        scene("tables-code", "tables", furnishSite,
              [](Stage &stage) {
                  listOf(stage)->cards()[1]->button(1)->click();
                  stage.window->findChild<TouchButton *>(QStringLiteral("tableCode.save"))->click();
                  Stage::settle();
              }),
        scene("delivery", "delivery", furnishZones),
        scene("delivery-empty", "delivery", furnishSite),
        scene("delivery-sheet", "delivery", furnishZones,
              [](Stage &stage) {
                  listOf(stage)->cards().front()->button(0)->click();
                  stage.window->findChild<QLineEdit *>(QStringLiteral("zone.fee"))->setText(QStringLiteral("dear"));
                  stage.window->findChild<TouchButton *>(QStringLiteral("zone.save"))->click();
                  Stage::settle();
              }),
        scene("delivery-error", "delivery",
              [](Stage &stage) {
                  furnishZones(stage);
                  stage.couriers.setFailing(PortFailure{});
              }),
        scene("tokens", "tokens", furnishSite),
        scene("tokens-made", "tokens", furnishSite,
              [](Stage &stage) {
                  listOf(stage)->addButton()->click();
                  stage.window->findChild<QLineEdit *>(QStringLiteral("token.name"))->setText(QStringLiteral("Till"));
                  stage.window->findChild<TouchButton *>(QStringLiteral("token.save"))->click();
                  Stage::settle();
              }),
        scene("services-empty", "services"),
        scene("services-normal", "services", [](Stage &stage) { stage.messages.furnish(); }),
        scene(
            "services-bank", "services", [](Stage &stage) { stage.messages.furnish(); },
            [](Stage &stage) {
                listOf(stage)->cards().front()->button(0)->click();
                Stage::settle();
            }),
        scene(
            "services-outside", "services", [](Stage &stage) { stage.messages.furnish(); },
            [](Stage &stage) {
                listOf(stage)->cards().back()->button(0)->click();
                Stage::settle();
            }),
        scene("messages-empty", "messages"),
        scene("messages-normal", "messages", [](Stage &stage) { stage.messages.furnish(); }),
        scene("messages-loading", "messages", [](Stage &stage) { stage.messages.setImmediate(false); }),
        scene("messages-error", "messages",
              [](Stage &stage) {
                  stage.messages.setFailing(PortFailure{PortFailure::Kind::Unreachable, {}, {}, {}});
              }),
        scene(
            "messages-mail", "messages", [](Stage &stage) { stage.messages.furnish(); },
            [](Stage &stage) {
                listOf(stage)->cards().front()->button(0)->click();
                Stage::settle();
            }),
        scene(
            "messages-sms", "messages", [](Stage &stage) { stage.messages.furnish(); },
            [](Stage &stage) {
                listOf(stage)->cards()[1]->button(0)->click();
                Stage::settle();
            }),
        scene(
            "messages-test", "messages", [](Stage &stage) { stage.messages.furnish(); },
            [](Stage &stage) {
                listOf(stage)->cards().front()->button(1)->click();
                Stage::settle();
            }),
        scene(
            "messages-tested", "messages",
            [](Stage &stage) {
                stage.messages.furnish();
                stage.messages.trial = {false, QStringLiteral("Answered 401: Unauthorized")};
            },
            [](Stage &stage) {
                listOf(stage)->cards().back()->button(1)->click();
                Stage::settle();
            }),
        scene("messagelog-empty", "messagelog"),
        scene("messagelog-normal", "messagelog", [](Stage &stage) { stage.messages.furnish(); }),
        scene("webhooks", "webhooks", furnishSite,
              [](Stage &stage) {
                  listOf(stage)->cards().front()->button(2)->click();
                  Stage::settle();
              }),
        scene("flags", "flags", furnishSite),
        scene("system-new", "system"),
        scene("system-normal", "system", [](Stage &stage) { stage.system.furnish(); }),
        scene("system-trouble", "system", [](Stage &stage) { stage.system.trouble(); }),
        scene("system-error", "system",
              [](Stage &stage) {
                  stage.system.setFailing(PortFailure{PortFailure::Kind::Unreachable, {}, {}, {}});
              }),
        scene("backups-none", "backups"),
        scene("backups-normal", "backups", [](Stage &stage) { stage.system.furnish(); }),
        scene("backups-trouble", "backups", [](Stage &stage) { stage.system.trouble(); }),
        scene("hub", "hub", furnishSite),
        scene("journal", "journal", furnishSite),
        scene("search", "display", furnishSite,
              [](Stage &stage) {
                  stage.settingsPage->searchLine()->setText(SettingText::title(QLatin1String(settingkeys::taxName)));
                  Stage::settle();
              }),
        scene("search-nothing", "display", furnishSite,
              [](Stage &stage) { stage.settingsPage->searchLine()->setText(QStringLiteral("zzz")); }),
        scene("keys", "shortcuts", [](Stage &stage) { kitchensample::addStations(stage.kitchen); }),
    };
}

} // namespace oshaq
