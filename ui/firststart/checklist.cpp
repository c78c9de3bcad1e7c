// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststart/checklist.h"

namespace oshaq {

std::vector<SetupItem> SetupChecklist::items(const SetupFacts &facts)
{
    const auto settings = QStringLiteral("settings");
    return {
        {QStringLiteral("name"), facts.ownName, settings, QStringLiteral("restaurant")},
        {QStringLiteral("menu"), facts.ownMenu, QStringLiteral("catalog"), {}},
        {QStringLiteral("tax"), facts.taxSaid, settings, QStringLiteral("selling")},
        {QStringLiteral("pin"), facts.managerPin, QStringLiteral("staff"), {}},
        {QStringLiteral("printer"), facts.printer, settings, QStringLiteral("printers")},
        {QStringLiteral("network"), facts.onNetwork, settings, QStringLiteral("hub")},
        {QStringLiteral("screens"), facts.otherScreens, settings, QStringLiteral("screens")},
        {QStringLiteral("tables"), facts.tables, settings, QStringLiteral("tables")},
    };
}

QString SetupChecklist::title(const QString &key)
{
    if (key == u"name")
        return tr("Name the restaurant");
    if (key == u"menu")
        return tr("Bring in your own menu");
    if (key == u"tax")
        return tr("Say which tax is inside the prices");
    if (key == u"pin")
        return tr("Give yourself a PIN");
    if (key == u"printer")
        return tr("Set up a printer");
    if (key == u"network")
        return tr("Let other screens and phones reach this computer");
    if (key == u"screens")
        return tr("Let a kitchen screen in");
    if (key == u"tables")
        return tr("Add the tables");
    return key;
}

QString SetupChecklist::reason(const QString &key)
{
    if (key == u"name")
        return tr("It stands on receipts and screens.");
    if (key == u"menu")
        return tr("Dishes and prices from a spreadsheet file, or typed in.");
    if (key == u"tax")
        return tr("It stands on receipts and in reports. Without a tax this may stay open.");
    if (key == u"pin")
        return tr("Then screens can be locked, and it is known who did what.");
    if (key == u"printer")
        return tr("For kitchens without a screen, and for receipts.");
    if (key == u"network")
        return tr("Until then only this computer takes orders.");
    if (key == u"screens")
        return tr("Each screen shows the tickets of its station and goes on without the network.");
    if (key == u"tables")
        return tr("Each table gets a code by which its guests order.");
    return {};
}

} // namespace oshaq
