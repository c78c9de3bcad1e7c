// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/allsections.h"

#include "ui/settings/backupssection.h"
#include "ui/settings/deliverysection.h"
#include "ui/settings/displaysection.h"
#include "ui/settings/drillsection.h"
#include "ui/settings/flagssection.h"
#include "ui/settings/hubsection.h"
#include "ui/settings/journalsection.h"
#include "ui/settings/lockssection.h"
#include "ui/settings/messagelogsection.h"
#include "ui/settings/messagessection.h"
#include "ui/settings/printerssection.h"
#include "ui/settings/screenssection.h"
#include "ui/settings/setupsection.h"
#include "ui/settings/shortcutssection.h"
#include "ui/settings/sitesection.h"
#include "ui/settings/stationssection.h"
#include "ui/settings/systemsection.h"
#include "ui/settings/tablessection.h"
#include "ui/settings/tokenssection.h"
#include "ui/settings/webhookssection.h"

namespace oshaq {

SettingsPage::Sections allSections(const SettingsParts &parts, const Look &look)
{
    const ListSection::Site site{[&port = parts.site] { return port.hubNowMs(); },
                                 [&port = parts.site] { return port.timeZone(); }};
    SettingsPort &port = parts.settings;
    SettingsPage::Sections sections;
    sections.push_back(std::make_unique<DisplaySection>(parts.display, look));
    sections.push_back(std::make_unique<LocksSection>(parts.screen, look));
    sections.push_back(std::make_unique<SetupSection>(parts.setup, site, look));
    sections.push_back(std::make_unique<SiteSection>(SiteSection::Subject::Restaurant, parts.desk, look));
    sections.push_back(std::make_unique<SiteSection>(SiteSection::Subject::Selling, parts.desk, look));
    sections.push_back(std::make_unique<StationsSection>(port, site, look));
    sections.push_back(std::make_unique<PrintersSection>(parts.printers, parts.site, look));
    sections.push_back(std::make_unique<ScreensSection>(port, site, look));
    sections.push_back(std::make_unique<TablesSection>(port, site, look));
    sections.push_back(std::make_unique<MessagesSection>(parts.messages, MessagesSection::Of::Services, site, look));
    sections.push_back(std::make_unique<MessagesSection>(parts.messages, MessagesSection::Of::Messages, site, look));
    sections.push_back(std::make_unique<MessageLogSection>(parts.messages, site, look));
    if (parts.couriers)
        sections.push_back(std::make_unique<DeliverySection>(*parts.couriers, site, look));
    sections.push_back(std::make_unique<TokensSection>(port, site, look));
    sections.push_back(std::make_unique<WebhooksSection>(port, site, look));
    sections.push_back(std::make_unique<FlagsSection>(port, site, look));
    sections.push_back(std::make_unique<SystemSection>(parts.system, site, look));
    sections.push_back(std::make_unique<BackupsSection>(parts.system, site, look));
    sections.push_back(std::make_unique<HubSection>(port, site, parts.directory, look));
    sections.push_back(std::make_unique<StandbySection>(parts.replica, parts.standby, site, look));
    sections.push_back(std::make_unique<DrillSection>(parts.drill, site, look));
    sections.push_back(std::make_unique<JournalSection>(port, site, look));
    sections.push_back(std::make_unique<ShortcutsSection>(look));
    return sections;
}

} // namespace oshaq
