// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/filesport.h"
#include "tests/gui/shots/stage.h"
#include "ui/common/navigationrail.h"
#include "ui/common/railentry.h"

namespace oshaq {

namespace {

/// Over the settings, which stand still behind it.
Scene scene(const char *state, std::function<void(Stage &)> prepare, bool opensPanel)
{
    return {QStringLiteral("settings"), QStringLiteral("work-") + QString::fromLatin1(state), std::move(prepare),
            [opensPanel](Stage &stage) {
                if (opensPanel)
                    stage.window->rail()->workEntry()->click();
                Stage::settle();
            }};
}

quint64 begin(Stage &stage, Work::Kind kind, const char *subject)
{
    return stage.works.begin(kind, QString::fromLatin1(subject), stage.kitchen.hubNowMs(), [] {});
}

void addRunning(Stage &stage)
{
    const quint64 report = begin(stage, Work::Kind::SalesReport, "2026-11-01 2026-11-30");
    stage.works.progress(report, 45, 100);
    const quint64 orders = begin(stage, Work::Kind::OrderExport, "2025-01-01 2026-11-30");
    stage.works.progress(orders, 12'345'678, 0);
}

void addOver(Stage &stage)
{
    stage.works.finish(begin(stage, Work::Kind::DayEndFile, "2026-11-28"),
                       QStringLiteral("/home/kitchen/Documents/day-end-2026-11-28-1.pdf"));
    stage.works.cancel(begin(stage, Work::Kind::OrderExport, "2026-11-29 2026-11-29"));
    stage.works.fail(begin(stage, Work::Kind::MenuExport, ""),
                     {PortFailure::Kind::Refused, QLatin1String(filefailures::diskFull), {}, {}});
}

} // namespace

std::vector<Scene> workScenes()
{
    return {
        scene(
            "rail",
            [](Stage &stage) {
                stage.works.progress(begin(stage, Work::Kind::SalesReport, "2026-11-01 2026-11-30"), 45, 100);
            },
            false),
        scene("running", addRunning, true),
        scene(
            "over",
            [](Stage &stage) {
                addOver(stage);
                addRunning(stage);
            },
            true),
        scene(
            "heavy",
            [](Stage &stage) {
                for (int i = 0; i < 8; ++i) {
                    addOver(stage);
                    addRunning(stage);
                }
                stage.works.fail(
                    begin(stage, Work::Kind::MenuImport, "menu of the terrace, summer 2026, third try.csv"),
                    {PortFailure::Kind::Unreachable, {}, {}, {}});
            },
            true),
        {QStringLiteral("settings"),
         QStringLiteral("work-notice"),
         {},
         [](Stage &stage) {
             addRunning(stage);
             stage.works.finish(begin(stage, Work::Kind::OrderExport, "2026-11-01 2026-11-30"),
                                QStringLiteral("/home/kitchen/orders.csv"));
             Stage::settle();
         }},
        {QStringLiteral("settings"),
         QStringLiteral("work-notice-failed"),
         {},
         [](Stage &stage) {
             stage.works.fail(begin(stage, Work::Kind::SalesReport, "2026-11-01 2026-11-30"),
                              {PortFailure::Kind::Refused, QLatin1String(filefailures::notWritable), {}, {}});
             Stage::settle();
         }},
    };
}

} // namespace oshaq
