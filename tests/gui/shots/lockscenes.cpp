// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/shots/stage.h"
#include "tests/support/kitchensample.h"
#include "tests/support/orderssample.h"
#include "tests/support/staffsample.h"
#include "ui/common/choicerow.h"
#include "ui/common/touchbutton.h"
#include "ui/lock/lockscreen.h"
#include "ui/lock/operatordesk.h"
#include "ui/lock/pinpad.h"
#include "ui/lock/switchsheet.h"
#include "ui/settings/settingspage.h"

#include <QAbstractButton>

namespace oshaq {

namespace {

void furnish(Stage &stage)
{
    kitchensample::addStations(stage.kitchen);
    kitchensample::addBusyMoment(stage.kitchen);
    orderssample::addEvening(stage.orders);
    staffsample::addPeople(stage.staff);
    staffsample::addOperators(stage.screen);
    // What counts down stands still in a picture.
    stage.lockClock = [] { return qint64(0); };
}

Scene scene(const char *page, const char *state, std::function<void(Stage &)> prepare, std::function<void(Stage &)> act)
{
    return {QString::fromLatin1(page), QString::fromLatin1(state), std::move(prepare), std::move(act)};
}

void type(PinPad &pad, const char *pin)
{
    for (const char *digit = pin; *digit; ++digit)
        pad.digitButton(*digit - '0')->click();
    pad.enterButton()->click();
    Stage::settle();
}

void lock(Stage &stage)
{
    stage.screen.lock();
    Stage::settle();
}

Scene section(const char *state, std::function<void(Stage &)> prepare, std::function<void(Stage &)> act = {})
{
    return scene("settings", state, std::move(prepare), [act = std::move(act)](Stage &stage) {
        stage.settingsPage->showSection(QStringLiteral("locks"));
        Stage::settle();
        if (act)
            act(stage);
        Stage::settle();
    });
}

} // namespace

std::vector<Scene> lockScenes()
{
    return {
        scene("kitchen", "named", furnish, {}),
        scene("kitchen", "locked", furnish, lock),
        scene("kitchen", "locked-pin", furnish,
              [](Stage &stage) {
                  lock(stage);
                  stage.press(Qt::Key_5, QStringLiteral("5"));
                  stage.press(Qt::Key_8, QStringLiteral("8"));
                  Stage::settle();
              }),
        scene("orders", "locked", furnish, lock),
        scene("orders", "locked-wrong", furnish,
              [](Stage &stage) {
                  lock(stage);
                  type(*stage.window->operatorDesk()->lockScreen()->pad(), "9999");
                  type(*stage.window->operatorDesk()->lockScreen()->pad(), "9998");
              }),
        scene("orders", "locked-wait", furnish,
              [](Stage &stage) {
                  lock(stage);
                  stage.screen.waitSeconds = 3600;
                  type(*stage.window->operatorDesk()->lockScreen()->pad(), "9999");
              }),
        scene("orders", "locked-alone", furnish,
              [](Stage &stage) {
                  lock(stage);
                  stage.screen.isAlone = true;
                  type(*stage.window->operatorDesk()->lockScreen()->pad(), "9999");
              }),
        scene("orders", "switch", furnish,
              [](Stage &stage) {
                  stage.window->operatorDesk()->askWho();
                  Stage::settle();
              }),
        scene(
            "staff", "denied",
            [](Stage &stage) {
                furnish(stage);
                stage.screen.setCurrent(ScreenOperator{3, QStringLiteral("Ruslan Akhmetov"), Role::Kitchen});
            },
            [](Stage &stage) {
                stage.window->showPage(QStringLiteral("staff"));
                Stage::settle();
            }),
        section("locks", furnish),
        section("locks-off", {}),
        section("locks-refused", {},
                [](Stage &stage) {
                    auto *asks = stage.window->findChild<ChoiceRow *>(QStringLiteral("asksForPin"));
                    asks->button(1)->click();
                }),
    };
}

} // namespace oshaq
