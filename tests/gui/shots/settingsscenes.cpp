// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/shots/stage.h"
#include "tests/support/kitchensample.h"
#include "ui/settings/settingspage.h"

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

} // namespace

std::vector<Scene> settingsScenes()
{
    return {
        scene("display", "display"),
        scene("keys", "shortcuts", [](Stage &stage) { kitchensample::addStations(stage.kitchen); }),
    };
}

} // namespace oshaq
