// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/role.h"

#include <QString>

#include <optional>

namespace oshaq {

/// Somebody who works here. Its secrets stay at the hub.
struct StaffMember
{
    qint64 id = 0;
    qint64 businessId = 0;
    QString name;
    Role role = Role::Kitchen;
    QString login; ///< empty: signs in by PIN only
    std::optional<qint64> stationId;
    bool active = true;
    bool hasPin = false;
    bool hasPassword = false;
    bool hasTotp = false;
    qint64 version = 1;

    bool operator==(const StaffMember &) const = default;
};

} // namespace oshaq
