// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/role.h"

#include <QString>

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
        Integration,
        System ///< the hub itself, at its time: nobody asked
    };

    Kind kind = Kind::Guest;
    Role role = Role::Guest;
    qint64 businessId = 0;
    qint64 id = 0;          ///< business, terminal, user, staff or integration id, by kind
    qint64 sessionId = 0;   ///< sessions.session_id
    qint64 expiresAtMs = 0; ///< 0: does not expire
    QString label;          ///< "Hot kitchen", for logs and the journal

    /// Stable key of the principal, for idempotency and rate limits: "terminal:3".
    QString key() const;

    bool operator==(const Principal &) const = default;
};

} // namespace oshaq
