// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/staff/abilities.h"

#include <algorithm>

namespace oshaq {

QString Abilities::groupName(Group group)
{
    switch (group) {
    case Group::Kitchen:
        return tr("Kitchen");
    case Group::Orders:
        return tr("Orders");
    case Group::Money:
        return tr("Money");
    case Group::Menu:
        return tr("Menu");
    case Group::People:
        return tr("People");
    case Group::Reports:
        return tr("Reports");
    case Group::Settings:
        return tr("Settings");
    }
    return {};
}

std::vector<Abilities::Ability> Abilities::all()
{
    std::vector<Ability> list;
    const auto add = [&list](Group group, const char *route, const QString &text) {
        list.push_back({group, QString::fromLatin1(route), text});
    };
    add(Group::Kitchen, "business.orders.lines", tr("Start, finish and void dishes"));
    add(Group::Kitchen, "business.orders.recall", tr("Take an order one step back"));
    add(Group::Kitchen, "business.orders.priority", tr("Put an order first"));
    add(Group::Kitchen, "business.items.availability", tr("Mark a dish as out (86), and as back"));

    add(Group::Orders, "business.orders.list", tr("See orders"));
    add(Group::Orders, "business.orders.status", tr("Move an order on"));
    add(Group::Orders, "business.orders.create", tr("Take orders"));
    add(Group::Orders, "business.orders.edit", tr("Change table, notes and promised time"));
    add(Group::Orders, "business.orders.split", tr("Split and join orders"));
    add(Group::Orders, "business.orders.history", tr("See who did what to an order"));
    add(Group::Orders, "business.guests.list", tr("Look up guests and their phone numbers"));
    add(Group::Orders, "business.orders.print", tr("Print tickets and receipts"));

    add(Group::Money, "payment.direct", tr("Take payments"));
    add(Group::Money, "payment.refund", tr("Give money back"));
    add(Group::Money, "payment.status", tr("Correct the state of a payment"));

    add(Group::Menu, "business.items.edit", tr("Change dishes and prices"));
    add(Group::Menu, "business.categories.edit", tr("Change categories"));
    add(Group::Menu, "business.items.import", tr("Import a menu from a file"));

    add(Group::People, "business.staff.list", tr("See who works here"));
    add(Group::People, "business.staff.edit", tr("Hire people, change and dismiss them"));
    add(Group::People, "business.staff.pin.set", tr("Give PINs and passwords"));

    add(Group::Reports, "admin.orders.analytics", tr("See statistics"));
    add(Group::Reports, "admin.orders.export", tr("Save orders and reports as files"));
    add(Group::Reports, "admin.audit", tr("Read the journal of all changes"));
    add(Group::Reports, "admin.orders.cleanup", tr("Delete old orders for good"));

    add(Group::Settings, "admin.settings.put", tr("Change the settings of the restaurant"));
    add(Group::Settings, "business.stations.edit", tr("Set up stations"));
    add(Group::Settings, "business.terminals.edit", tr("Set up screens and phones"));
    add(Group::Settings, "business.printers.edit", tr("Set up printers"));
    add(Group::Settings, "business.tokens.create", tr("Let other programs in"));
    return list;
}

Abilities::Answer Abilities::may(const PermissionTable &table, const QString &route, Role role)
{
    const auto found = table.constFind(route);
    if (found == table.cend())
        return Answer::Unknown;
    return std::find(found->begin(), found->end(), role) == found->end() ? Answer::No : Answer::Yes;
}

} // namespace oshaq
