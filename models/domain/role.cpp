// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/role.h"

namespace oshaq {

QString roleText(Role role)
{
    switch (role) {
    case Role::Owner:
        return QStringLiteral("owner");
    case Role::Manager:
        return QStringLiteral("manager");
    case Role::Kitchen:
        return QStringLiteral("kitchen");
    case Role::Counter:
        return QStringLiteral("counter");
    case Role::Courier:
        return QStringLiteral("courier");
    case Role::Guest:
        return QStringLiteral("guest");
    case Role::Integration:
        return QStringLiteral("integration");
    case Role::Standby:
        return QStringLiteral("standby");
    }
    return {};
}

std::optional<Role> roleFromText(QStringView text)
{
    for (const Role role : allRoles) {
        if (text == roleText(role))
            return role;
    }
    return std::nullopt;
}

Role narrower(Role terminal, Role staff)
{
    const bool isOffice = terminal == Role::Owner || terminal == Role::Manager;
    const bool isMore = terminal == Role::Manager && staff == Role::Owner;
    return isOffice && !isMore ? staff : terminal;
}

} // namespace oshaq
