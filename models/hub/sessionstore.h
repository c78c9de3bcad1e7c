// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/hub/principal.h"
#include "models/sql/database.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace oshaq {

struct SessionRow
{
    Principal principal; ///< sessionId, expiresAtMs and label included
    bool revoked = false;
};

/// The table `sessions`: who a token is, by its hash. Not journalled.
namespace sessionstore {

/// SHA-256 of the token's text.
QByteArray hashOf(const QString &token);

Result<std::optional<SessionRow>> findByHash(sql::Database &database, const QByteArray &tokenHash);
Result<std::optional<SessionRow>> find(sql::Database &database, qint64 sessionId);
/// Returns the session's id.
Result<qint64> insert(sql::Database &database, const Principal &principal, const QByteArray &tokenHash, qint64 nowMs);
/// Of all sessions of a terminal.
Result<void> setTerminalRole(sql::Database &database, qint64 terminalId, Role role);
/// All sessions of a terminal end at `endsAtMs` at the latest; those that end now are revoked.
Result<void> endTerminal(sql::Database &database, qint64 terminalId, qint64 endsAtMs, qint64 nowMs);
/// Keeps the time of the first revocation.
Result<void> revoke(sql::Database &database, qint64 sessionId, qint64 nowMs);

} // namespace sessionstore

} // namespace oshaq
