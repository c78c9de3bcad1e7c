// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace oshaq {

/// Who acts. Owner can what manager can. A business token acts as owner.
enum class Role
{
    Owner,
    Manager,
    Kitchen,
    Counter,
    Courier,
    Guest,
    Integration,
    Standby ///< of the one token that a standby follows its hub with; nobody else has it, and no row of a table
};

/// Those that people and programs have.
inline constexpr std::array allRoles{Role::Owner,   Role::Manager, Role::Kitchen,    Role::Counter,
                                     Role::Courier, Role::Guest,   Role::Integration};

/// "owner", "manager", "kitchen", "counter", "courier", "guest", "integration", "standby"; the last is never read.
QString roleText(Role role);
std::optional<Role> roleFromText(QStringView text);

/// What may be done at a screen when one of the staff stands at it: a manager's or owner's screen is as strong as who
/// stands there and never stronger than itself; every other screen is for one kind of work and stays what it is.
Role narrower(Role terminal, Role staff);

/// A bit for each role, for tables.
using RoleMask = unsigned;
constexpr RoleMask roleBit(Role role)
{
    return 1u << static_cast<unsigned>(role);
}

} // namespace oshaq
