// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/courierport.h"
#include "models/terminal/drillport.h"
#include "models/terminal/kitchenport.h"
#include "models/terminal/messagesport.h"
#include "models/terminal/operatorport.h"
#include "models/terminal/printerport.h"
#include "models/terminal/replicaport.h"
#include "models/terminal/systemport.h"
#include "ui/common/displaysettings.h"
#include "ui/firststart/setupreview.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/sitesettingsdesk.h"
#include "ui/settings/standbysection.h"

#include <QString>

namespace oshaq {

/// What the subjects of the settings are made over. Everything must outlive them.
struct SettingsParts
{
    DisplaySettings &display;
    OperatorPort &screen;
    const KitchenPort &site; ///< its stations, clock and time zone
    PrinterPort &printers;
    SettingsPort &settings;
    SiteSettingsDesk &desk;
    SetupReview::Ports setup;
    QString directory; ///< of this computer's data
    DrillPort &drill;
    ReplicaPort &replica;
    StandbyHere standby;
    MessagesPort &messages;
    SystemPort &system;
    CourierPort *couriers = nullptr; ///< null: nothing of deliveries is set here
};

/// All subjects, in the order of the list: this screen, the restaurant, what stands in it, who else reaches it.
SettingsPage::Sections allSections(const SettingsParts &parts, const Look &look);

} // namespace oshaq
