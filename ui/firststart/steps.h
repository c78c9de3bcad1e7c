// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/catalogport.h"
#include "models/terminal/kitchenport.h"
#include "models/terminal/operatorport.h"
#include "models/terminal/printerport.h"
#include "models/terminal/settingsport.h"
#include "models/terminal/setupport.h"
#include "models/terminal/staffport.h"
#include "ui/common/displaysettings.h"
#include "ui/firststart/firststart.h"

#include <functional>

namespace oshaq {

/// What the questions of the first start are asked over. Everything must outlive the steps.
struct FirstStartParts
{
    DisplaySettings &display;
    SetupPort &setup;
    SettingsPort &settings;
    CatalogPort &catalog;
    StaffPort &staff;
    OperatorPort &screen;
    PrinterPort &printers;
    const KitchenPort &site;
    /// Opens the import of a menu over a widget; calls back when dishes came in, not when it was closed without.
    std::function<void(QWidget *over, std::function<void()> imported)> importMenu;
};

/// Where, restaurant, menu, people, printer, screens, and what is left to do.
FirstStart::Steps firstStartSteps(const FirstStartParts &parts, const Look &look);

/// Letting a screen in again, alone.
FirstStart::Steps joinSteps(DisplaySettings &display, SetupPort &setup, const Look &look);

} // namespace oshaq
