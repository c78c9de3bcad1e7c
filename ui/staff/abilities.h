// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/staffport.h"

#include <QCoreApplication>
#include <QString>

#include <array>
#include <vector>

namespace oshaq {

/// What the hub lets people do, in words that they use. Each ability stands for one route of its API, whose permission
/// decides; nothing is written down twice.
class Abilities
{
    Q_DECLARE_TR_FUNCTIONS(oshaq::Abilities)

public:
    enum class Group
    {
        Kitchen,
        Orders,
        Money,
        Menu,
        People,
        Reports,
        Settings
    };

    struct Ability
    {
        Group group = Group::Kitchen;
        QString route; ///< "business.items.edit"
        QString text;  ///< translated
    };

    static constexpr std::array allGroups{Group::Kitchen, Group::Orders,  Group::Money,   Group::Menu,
                                          Group::People,  Group::Reports, Group::Settings};
    /// Of people who work here, from the one who may most.
    static constexpr std::array staffRoles{Role::Owner, Role::Manager, Role::Kitchen, Role::Counter, Role::Courier};

    static QString groupName(Group group);
    /// By group.
    static std::vector<Ability> all();

    enum class Answer
    {
        No,
        Yes,
        Unknown ///< this hub does not say: it is older or newer than this program
    };
    static Answer may(const PermissionTable &table, const QString &route, Role role);
};

} // namespace oshaq
