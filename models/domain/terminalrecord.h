// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/role.h"

#include <QString>

#include <optional>

namespace oshaq {

/// A desktop screen as its hub knows it.
struct TerminalRecord
{
    qint64 id = 0;
    qint64 businessId = 0;
    QString name;
    Role role = Role::Kitchen;
    std::optional<qint64> stationId;
    QString letter; ///< what this terminal's own order numbers begin with; never "A", which is the hub's
    qint64 version = 1;

    bool operator==(const TerminalRecord &) const = default;
};

} // namespace oshaq
