// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststart/steps.h"

#include "ui/firststart/donestep.h"
#include "ui/firststart/menustep.h"
#include "ui/firststart/peoplestep.h"
#include "ui/firststart/printerstep.h"
#include "ui/firststart/restaurantstep.h"
#include "ui/firststart/screensstep.h"
#include "ui/firststart/wherestep.h"

namespace oshaq {

FirstStart::Steps firstStartSteps(const FirstStartParts &parts, const Look &look)
{
    FirstStart::Steps steps;
    steps.push_back(std::make_unique<WhereStep>(parts.display, parts.setup, false, look));
    steps.push_back(std::make_unique<RestaurantStep>(parts.settings, look));
    steps.push_back(std::make_unique<MenuStep>(parts.catalog, parts.importMenu, look));
    steps.push_back(std::make_unique<PeopleStep>(parts.staff, parts.screen, look));
    steps.push_back(std::make_unique<PrinterStep>(parts.printers, parts.site, look));
    steps.push_back(std::make_unique<ScreensStep>(parts.setup, parts.settings, look));
    steps.push_back(std::make_unique<DoneStep>(
        SetupReview::Ports{parts.setup, parts.settings, parts.catalog, parts.staff, parts.printers}, look));
    return steps;
}

FirstStart::Steps joinSteps(DisplaySettings &display, SetupPort &setup, const Look &look)
{
    FirstStart::Steps steps;
    steps.push_back(std::make_unique<WhereStep>(display, setup, true, look));
    return steps;
}

} // namespace oshaq
