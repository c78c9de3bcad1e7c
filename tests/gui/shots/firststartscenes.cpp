// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/shots/stage.h"
#include "tests/support/catalogsample.h"
#include "tests/support/kitchensample.h"
#include "ui/common/choicerow.h"
#include "ui/common/touchbutton.h"
#include "ui/firststart/firststart.h"

#include <QLineEdit>

namespace oshaq {

namespace {

/// Skips to a step and does something there.
Scene scene(const char *state, const char *step, std::function<void(Stage &)> act = {})
{
    return {QStringLiteral("kitchen"), QStringLiteral("first-") + QLatin1String(state),
            [](Stage &stage) {
                kitchensample::addStations(stage.kitchen);
                stage.catalog.setCatalog(catalogsample::catalog());
                stage.catalog.setImmediate(true);
                stage.staff.setImmediate(true);
                stage.screen.setImmediate(true);
            },
            [step = QLatin1String(step), act = std::move(act)](Stage &stage) {
                stage.beginFirstStart();
                for (int i = 0; i < 10 && stage.firstStart->currentStep()->key() != step; ++i) {
                    stage.firstStart->skipButton()->click();
                    Stage::settle();
                }
                if (act)
                    act(stage);
                Stage::settle();
            }};
}

template <typename T> T *find(Stage &stage, const char *name)
{
    return stage.firstStart->findChild<T *>(QLatin1String(name));
}

} // namespace

std::vector<Scene> firstStartScenes()
{
    return {
        scene("where", "where"),
        scene("join", "where", [](Stage &stage) { find<ChoiceRow>(stage, "firstWhat")->button(1)->click(); }),
        scene("join-wrong", "where",
              [](Stage &stage) {
                  find<ChoiceRow>(stage, "firstWhat")->button(1)->click();
                  stage.firstStart->nextButton()->click();
              }),
        scene("restaurant", "restaurant"),
        scene("menu", "menu"),
        scene("people", "people"),
        scene("people-wrong", "people", [](Stage &stage) { stage.firstStart->nextButton()->click(); }),
        scene("printer", "printer"),
        scene("screens", "screens", [](Stage &stage) { find<ChoiceRow>(stage, "firstNetwork")->button(1)->click(); }),
        scene("done", "done"),
    };
}

} // namespace oshaq
