// SPDX-License-Identifier: GPL-3.0-or-later
// The sheets in which money is taken, given back and counted, over the orders page.
#include "tests/gui/entryscenes.h"
#include "tests/gui/shots/stage.h"
#include "tests/support/orderssample.h"
#include "ui/orders/entry/billsplit.h"
#include "ui/orders/entry/cashcounter.h"
#include "ui/orders/entry/drawersheet.h"
#include "ui/orders/entry/refundsheet.h"
#include "ui/orders/orderspage.h"

namespace oshaq {

namespace {

void furnish(Stage &stage)
{
    orderssample::addEvening(stage.orders);
    orderssample::addArchive(stage.archive, stage.orders);
    stage.till.nowMs = stage.orders.hubNowMs();
}

void furnishDrawer(Stage &stage)
{
    furnish(stage);
    stage.till.drawers = {sampleDrawer(stage.orders.hubNowMs())};
}

qint64 idOf(const Stage &stage, const char *number)
{
    for (const DeskOrder &entry : stage.orders.orders()) {
        if (entry.order.number == QLatin1String(number))
            return entry.order.id;
    }
    return 0;
}

DrawerSheet *openDrawer(Stage &stage)
{
    stage.sheets->drawer();
    Stage::waitFor([&stage] { return stage.till.waiting() == 0 && stage.sheets->drawerSheet()->isKnown(); });
    return stage.sheets->drawerSheet();
}

/// So many notes of each kind, as if somebody had counted them.
void count(DrawerSheet *sheet, std::initializer_list<qint64> pieces)
{
    int row = 0;
    for (const qint64 number : pieces) {
        if (row >= sheet->counter()->count())
            break;
        Stepper *stepper = sheet->counter()->stepper(row++);
        stepper->setValue(number * 1000);
        Q_EMIT stepper->valueChanged(stepper->value());
    }
}

void pick(DrawerSheet *sheet, DrawerSheet::Task task)
{
    sheet->tasks()->button(int(task))->click();
    Stage::settle();
}

RefundSheet *openRefund(Stage &stage, const char *number)
{
    stage.sheets->refund(idOf(stage, number), QString::fromLatin1(number));
    Stage::waitFor([&stage] { return stage.archive.waiting() == 0; });
    Stage::settle();
    return stage.sheets->refundSheet();
}

PaySheet *openPay(Stage &stage, const char *number)
{
    stage.sheets->pay(idOf(stage, number));
    Stage::waitFor([&stage] { return stage.archive.waiting() == 0; });
    Stage::settle();
    return stage.sheets->paySheet();
}

Scene scene(const char *state, std::function<void(Stage &)> prepare, std::function<void(Stage &)> act)
{
    return {QStringLiteral("orders"), QString::fromLatin1(state), std::move(prepare), std::move(act)};
}

} // namespace

std::vector<Scene> moneyScenes()
{
    return {
        scene("drawer-none", furnish,
              [](Stage &stage) {
                  openDrawer(stage);
                  stage.press('5', QStringLiteral("50000"));
              }),
        scene("drawer-asking", furnishDrawer,
              [](Stage &stage) {
                  stage.till.setImmediate(false);
                  stage.sheets->drawer();
                  Stage::settle();
              }),
        scene("drawer-offline", furnishDrawer,
              [](Stage &stage) {
                  stage.till.setFailing(PortFailure{});
                  stage.sheets->drawer();
                  Stage::waitFor([&stage] { return stage.till.waiting() == 0; });
                  Stage::settle();
              }),
        scene("drawer-payin", furnishDrawer, [](Stage &stage) { openDrawer(stage); }),
        scene("drawer-payout-error", furnishDrawer,
              [](Stage &stage) {
                  DrawerSheet *sheet = openDrawer(stage);
                  pick(sheet, DrawerSheet::Task::PayOut);
                  stage.press('9', QStringLiteral("900000"));
                  stage.press(Qt::Key_Return, {}, Qt::ControlModifier);
              }),
        scene("drawer-count", furnishDrawer,
              [](Stage &stage) {
                  DrawerSheet *sheet = openDrawer(stage);
                  pick(sheet, DrawerSheet::Task::Count);
                  count(sheet, {4, 6, 7, 3, 8, 4});
              }),
        scene("drawer-close", furnishDrawer,
              [](Stage &stage) {
                  DrawerSheet *sheet = openDrawer(stage);
                  pick(sheet, DrawerSheet::Task::Close);
                  count(sheet, {5, 5, 5, 4, 3, 2, 1});
              }),
        scene("drawer-closed", furnishDrawer,
              [](Stage &stage) {
                  DrawerSheet *sheet = openDrawer(stage);
                  pick(sheet, DrawerSheet::Task::Close);
                  count(sheet, {5, 5, 5, 4, 3, 2, 1});
                  stage.press(Qt::Key_Return, {}, Qt::ControlModifier);
                  Stage::waitFor([&stage] { return stage.till.waiting() == 0; });
                  Stage::settle();
              }),
        scene("refund", furnish,
              [](Stage &stage) {
                  RefundSheet *sheet = openRefund(stage, "A-044");
                  sheet->reasons()->button(1)->click();
              }),
        scene(
            "refund-manager",
            [](Stage &stage) {
                furnish(stage);
                stage.orders.setRole(Role::Manager);
            },
            [](Stage &stage) { openRefund(stage, "A-043"); }),
        scene("refund-error", furnish,
              [](Stage &stage) {
                  openRefund(stage, "A-043");
                  stage.press('9', QStringLiteral("9000"));
                  stage.press(Qt::Key_Return, {}, Qt::ControlModifier);
              }),
        scene("refund-given", furnish,
              [](Stage &stage) {
                  // What somebody typed stays in their own words.
                  openRefund(stage, "A-043")
                      ->findChild<QLineEdit *>(QStringLiteral("refundReason"))
                      ->setText(QStringLiteral("№ 7"));
                  stage.press(Qt::Key_Return, {}, Qt::ControlModifier);
                  Stage::waitFor([&stage] { return stage.till.waiting() == 0 && stage.archive.waiting() == 0; });
                  Stage::settle();
              }),
        scene("refund-offline", furnish,
              [](Stage &stage) {
                  stage.archive.setFailing(PortFailure{});
                  openRefund(stage, "A-043");
              }),
        scene("pay-card", furnish,
              [](Stage &stage) {
                  stage.till.cards = {{3, 5, QStringLiteral("440564******1234"), QStringLiteral("VISA"), 0},
                                      {4, 5, QStringLiteral("510000******0042"), QStringLiteral("MASTERCARD"), 0}};
                  openPay(stage, "A-043");
                  Stage::settle();
                  stage.press(Qt::Key_F9);
                  Stage::settle();
              }),
        scene("pay-card-asked", furnish,
              [](Stage &stage) {
                  stage.till.cards = {{3, 5, QStringLiteral("440564******1234"), QStringLiteral("VISA"), 0}};
                  openPay(stage, "A-043");
                  Stage::settle();
                  stage.press(Qt::Key_F9);
                  stage.press(Qt::Key_Return, {}, Qt::ControlModifier);
                  Stage::waitFor([&stage] { return stage.till.waiting() == 0 && stage.archive.waiting() == 0; });
                  Stage::settle();
              }),
        scene("pay-phone", furnish,
              [](Stage &stage) {
                  openPay(stage, "A-043");
                  stage.press(Qt::Key_F8);
                  stage.press(Qt::Key_Return, {}, Qt::ControlModifier);
                  Stage::waitFor([&stage] { return stage.till.waiting() == 0 && stage.archive.waiting() == 0; });
                  Stage::settle();
              }),
        scene("pay-evenly", furnish,
              [](Stage &stage) { openPay(stage, "A-043")->share()->ways()->button(1)->click(); }),
        scene("pay-dishes", furnish,
              [](Stage &stage) {
                  BillSplit *share = openPay(stage, "A-043")->share();
                  share->ways()->button(2)->click();
                  share->dishes()->button(0)->click();
                  stage.press(Qt::Key_Return, {}, Qt::ControlModifier);
                  Stage::waitFor([&stage] { return stage.archive.waiting() == 0; });
                  Stage::settle();
                  share->dishes()->button(1)->click();
              }),
    };
}

} // namespace oshaq
