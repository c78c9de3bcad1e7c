// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/role.h"

#include <QString>

#include <optional>

namespace oshaq {

/// Who is behind a request, as a token says. Scopes every query to one business.
struct Principal
{
    enum class Kind
    {
        Business,
        Terminal,
        Guest,
        Staff,
        Integration
    };

    Kind kind = Kind::Guest;
    Role role = Role::Guest;
    qint64 businessId = 0;
    qint64 id = 0;          ///< business, terminal, user, staff or integration id, by kind
    qint64 sessionId = 0;   ///< sessions.session_id
    qint64 expiresAtMs = 0; ///< 0: does not expire
    QString label;          ///< "Hot kitchen", for logs and the journal

    /// Of a terminal that named who stands at it; 0: nobody. `role` is what both may do then, and `screenRole` what the
    /// terminal itself may.
    qint64 operatorId = 0;
    std::optional<Role> screenRole = {};

    /// What the screen is told anyway, whoever stands at it.
    Role ownRole() const { return screenRole.value_or(role); }

    /// Stable key of the principal, for idempotency and rate limits: "terminal:3".
    QString key() const;
    /// Who did it, for the journal: the person where one is named, "staff:7", else the principal itself.
    QString actor() const;

    bool operator==(const Principal &) const = default;
};

} // namespace oshaq
