// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/hub/principal.h"
#include "models/sql/database.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

struct SessionRow
{
    Principal principal; ///< sessionId, expiresAtMs and label included
    bool revoked = false;
    qint64 createdAtMs = 0;
    qint64 endsAtMs = 0;     ///< of a sign-in that can be refreshed; 0: it ends with its token
    qint64 lastUsedAtMs = 0; ///< signed in or refreshed
    QString device;
};

/// A token that gives a new access token, once.
struct RefreshRow
{
    qint64 sessionId = 0;
    qint64 issuedAtMs = 0;
    bool used = false;
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
/// Likewise of an API token.
Result<void> endApiToken(sql::Database &database, qint64 tokenId, qint64 endsAtMs, qint64 nowMs);
/// The session that this token is belongs to an API token.
Result<void> giveToApiToken(sql::Database &database, const QByteArray &tokenHash, qint64 tokenId);
/// Those that are still good, newest first.
Result<std::vector<SessionRow>> ofPrincipal(sql::Database &database, qint64 businessId, Principal::Kind kind,
                                            qint64 principalId, qint64 nowMs);
Result<void> revokeAll(sql::Database &database, qint64 businessId, Principal::Kind kind, qint64 principalId,
                       qint64 nowMs);
/// Of a new sign-in: where it was, and when it ends for good (0: with its token).
Result<void> describe(sql::Database &database, qint64 sessionId, const QString &device, qint64 endsAtMs, qint64 nowMs);
/// Another access token in place of the one before.
Result<void> renew(sql::Database &database, qint64 sessionId, const QByteArray &tokenHash, qint64 expiresAtMs,
                   qint64 nowMs);
Result<void> insertRefresh(sql::Database &database, qint64 businessId, qint64 sessionId, const QByteArray &tokenHash,
                           qint64 nowMs);
Result<std::optional<RefreshRow>> findRefresh(sql::Database &database, const QByteArray &tokenHash);
Result<void> useRefresh(sql::Database &database, const QByteArray &tokenHash, qint64 nowMs);

/// Keeps the time of the first revocation.
Result<void> revoke(sql::Database &database, qint64 sessionId, qint64 nowMs);

} // namespace sessionstore

} // namespace oshaq
