// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/shots/stage.h"
#include "tests/support/statisticssample.h"
#include "ui/common/choicerow.h"
#include "ui/common/touchbutton.h"
#include "ui/statistics/bankdaysheet.h"
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

BankDay bankDay(qint64 nowMs)
{
    BankDay bank;
    bank.chargedMinor = 6'840'000;
    bank.bankChargedMinor = 7'130'000;
    bank.refundedMinor = bank.bankRefundedMinor = 250'000;
    const auto add = [&bank, nowMs](const char *number, qint64 minor, qint64 there, PaymentStatus status,
                                    BankAgreement agreement, int minutesAgo) {
        BankDayRow row;
        row.paymentId = row.orderId = qint64(bank.rows.size()) + 1;
        row.orderNumber = QString::fromLatin1(number);
        row.status = status;
        row.createdAtMs = nowMs - minutesAgo * qint64{60'000};
        row.amountMinor = minor;
        row.bankAmountMinor = there;
        row.agreement = agreement;
        bank.rows.push_back(row);
    };
    add("A-012", 1'850'000, 1'850'000, PaymentStatus::Charged, BankAgreement::Agrees, 420);
    add("A-017", 940'000, 940'000, PaymentStatus::PartRefunded, BankAgreement::Agrees, 380);
    bank.rows.back().refundedMinor = bank.rows.back().bankRefundedMinor = 250'000;
    add("A-023", 1'290'000, 1'290'000, PaymentStatus::Cancelled, BankAgreement::MissingHere, 260);
    add("A-031", 2'410'000, 0, PaymentStatus::Unknown, BankAgreement::Open, 12);
    add("B-004", 1'000'000, 0, PaymentStatus::Charged, BankAgreement::MissingThere, 210);
    bank.rows.back().problem = QStringLiteral("amount 9 000.00 at the bank");
    return bank;
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
        scene(
            "bank",
            [](Stage &stage) {
                furnish(stage);
                stage.statistics.bank = bankDay(stage.statistics.nowMs);
            },
            [](Stage &stage) {
                stage.statisticsPage->bar()->dayEndButton()->click();
                Stage::settle();
                stage.statisticsPage->dayEndSheet()->bankButton()->click();
                Stage::settle();
            }),
        scene(
            "bank-all",
            [](Stage &stage) {
                furnish(stage);
                stage.statistics.bank = bankDay(stage.statistics.nowMs);
            },
            [](Stage &stage) {
                stage.statisticsPage->bar()->dayEndButton()->click();
                Stage::settle();
                BankDaySheet *sheet = stage.statisticsPage->bankDaySheet();
                stage.statisticsPage->dayEndSheet()->bankButton()->click();
                sheet->filter()->button(1)->click();
                sheet->askButton()->click();
                Stage::settle();
            }),
        scene("bank-error", furnish,
              [](Stage &stage) {
                  stage.statisticsPage->bar()->dayEndButton()->click();
                  Stage::settle();
                  stage.statistics.setFailing(unreachable);
                  stage.statisticsPage->dayEndSheet()->bankButton()->click();
                  Stage::settle();
              }),
        scene("bank-none", furnish,
              [](Stage &stage) {
                  stage.statisticsPage->bar()->dayEndButton()->click();
                  Stage::settle();
                  stage.statisticsPage->dayEndSheet()->bankButton()->click();
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
