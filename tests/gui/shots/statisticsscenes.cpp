// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/shots/stage.h"
#include "tests/support/statisticssample.h"
#include "ui/common/choicerow.h"
#include "ui/common/touchbutton.h"
#include "ui/statistics/chartcanvas.h"
#include "ui/statistics/chartcard.h"
#include "ui/statistics/dayendrow.h"
#include "ui/statistics/dayendsheet.h"
#include "ui/statistics/drillsheet.h"
#include "ui/statistics/exportsheet.h"
#include "ui/statistics/rangecalendar.h"
#include "ui/statistics/rangesheet.h"
#include "ui/statistics/statisticsbar.h"
#include "ui/statistics/statisticspage.h"

#include <QScrollArea>
#include <QScrollBar>

namespace oshaq {

namespace {

const PortFailure unreachable{PortFailure::Kind::Unreachable, {}, {}, {}};

void settleFigures(Stage &stage)
{
    Stage::waitFor([&stage] { return stage.statisticsPage->isSettled(); });
}

Scene scene(const char *state, std::function<void(Stage &)> prepare, std::function<void(Stage &)> act = {})
{
    return {QStringLiteral("statistics"), QString::fromLatin1(state), std::move(prepare),
            [act = std::move(act)](Stage &stage) {
                settleFigures(stage);
                if (act)
                    act(stage);
                settleFigures(stage);
            }};
}

void furnish(Stage &stage)
{
    statisticssample::fill(stage.statistics);
}

void chooseRange(Stage &stage, RangeKind kind)
{
    RangeChoice choice = stage.statisticsPage->choice();
    choice.kind = kind;
    stage.statisticsPage->choose(choice);
}

void scrollDown(Stage &stage, int percent)
{
    auto *bar = stage.statisticsPage->findChild<QScrollArea *>(QStringLiteral("statisticsScroll"))->verticalScrollBar();
    bar->setValue(bar->maximum() * percent / 100);
}

} // namespace

std::vector<Scene> statisticsScenes()
{
    return {
        scene("empty", {}),
        {QStringLiteral("statistics"),
         QStringLiteral("loading"),
         [](Stage &stage) { stage.statistics.setImmediate(false); },
         {}},
        scene("error", [](Stage &stage) { stage.statistics.setFailing(unreachable); }),
        scene("normal", furnish),
        scene("lower", furnish, [](Stage &stage) { scrollDown(stage, 55); }),
        scene("bottom", furnish, [](Stage &stage) { scrollDown(stage, 100); }),
        scene(
            "heavy",
            [](Stage &stage) {
                furnish(stage);
                stage.statistics.figures = [](QDate from, QDate to) {
                    return statisticssample::busy(from, to, 500, 180);
                };
            },
            [](Stage &stage) { chooseRange(stage, RangeKind::ThisYear); }),
        scene("month", furnish, [](Stage &stage) { chooseRange(stage, RangeKind::LastMonth); }),
        scene("odd",
              [](Stage &stage) {
                  furnish(stage);
                  stage.statistics.figures = [](QDate from, QDate to) { return statisticssample::oddNames(from, to); };
              }),
        scene("alone", furnish,
              [](Stage &stage) {
                  RangeChoice choice = stage.statisticsPage->choice();
                  choice.comparison = Comparison::None;
                  stage.statisticsPage->choose(choice);
              }),
        scene("tables", furnish,
              [](Stage &stage) {
                  for (const ChartId id : allChartIds)
                      stage.statisticsPage->card(id)->showTable(true);
              }),
        scene("focus", furnish,
              [](Stage &stage) {
                  ChartCanvas *canvas = stage.statisticsPage->card(ChartId::Revenue)->canvas();
                  canvas->setFocus(Qt::TabFocusReason);
                  canvas->setCurrentMark(5);
              }),
        scene("stale", furnish,
              [](Stage &stage) {
                  stage.statistics.setFailing(unreachable);
                  stage.statistics.nowMs += 25 * 60'000;
                  stage.statisticsPage->refresh();
              }),
        scene("offline", furnish,
              [](Stage &stage) {
                  LinkStatus::Facts facts = stage.link.facts();
                  facts.state = LinkStatus::State::Offline;
                  stage.link.update(facts);
              }),
        {QStringLiteral("statistics"), QStringLiteral("refreshing"), furnish,
         [](Stage &stage) {
             settleFigures(stage);
             stage.statistics.setImmediate(false);
             stage.statisticsPage->refresh();
             Stage::settle();
         }},
        scene("range", furnish, [](Stage &stage) { stage.statisticsPage->bar()->rangeButton()->click(); }),
        scene("export", furnish, [](Stage &stage) { stage.statisticsPage->bar()->exportButton()->click(); }),
        scene("export-orders", furnish,
              [](Stage &stage) {
                  stage.statisticsPage->bar()->exportButton()->click();
                  stage.statisticsPage->exportSheet()->choice()->button(4)->click();
              }),
        scene("saving", furnish,
              [](Stage &stage) {
                  stage.statisticsPage->bar()->exportButton()->click();
                  stage.statisticsPage->exportSheet()->saveButton()->click();
                  stage.works.progress(stage.files.last, 40, 100);
              }),
        scene("orders", furnish,
              [](Stage &stage) {
                  ChartCard *card = stage.statisticsPage->card(ChartId::Dishes);
                  Q_EMIT card->canvas()->markChosen(0);
                  Stage::waitFor([&stage] { return stage.statistics.waiting() == 0; });
              }),
        scene("orders-error", furnish,
              [](Stage &stage) {
                  stage.statistics.setFailing(unreachable);
                  Q_EMIT stage.statisticsPage->card(ChartId::Dishes)->canvas()->markChosen(0);
                  Stage::settle();
              }),
        scene(
            "dayend",
            [](Stage &stage) {
                furnish(stage);
                stage.statistics.figures = [](QDate from, QDate to) {
                    Analytics figures = statisticssample::busy(from, to, 90);
                    figures.openOrders = 3;
                    return figures;
                };
            },
            [](Stage &stage) {
                stage.statisticsPage->bar()->dayEndButton()->click();
                Stage::settle();
            }),
        scene("dayend-error", furnish,
              [](Stage &stage) {
                  stage.statisticsPage->bar()->dayEndButton()->click();
                  Stage::settle();
                  stage.statistics.setFailing(unreachable);
                  DayEndSheet *sheet = stage.statisticsPage->dayEndSheet();
                  sheet->makeButton()->click();
                  if (!sheet->rows().empty())
                      sheet->rows().front()->printButton()->click();
                  Stage::settle();
              }),
    };
}

} // namespace oshaq
