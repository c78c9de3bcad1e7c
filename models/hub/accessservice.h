// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/hub/principal.h"
#include "models/hub/writer.h"

#include <optional>

namespace oshaq {

/// A guest's token dies by itself after this.
inline constexpr qint64 guestTokenLifetimeMs = qint64{30} * 24 * 60 * 60 * 1000;

/// Tokens are 32 random bytes in base64url with a prefix that tells their kind ("obt_" business, "ott_" terminal,
/// "ogt_" guest); only their SHA-256 is stored.
namespace accesswrites {

/// First-time set-up: business row, a first station, a business token. Outcome: entityId = business, secret = token.
Result<WriteOutcome> createBusiness(WriteContext &context, const Business &business);

/// A terminal with its own token and numbering letter. Outcome: entityId = terminal, secret = token.
Result<WriteOutcome> createTerminal(WriteContext &context, qint64 businessId, const QString &name, Role role,
                                    std::optional<qint64> stationId);

/// Whether this caller may make such a terminal: ValidationFailed, Forbidden.
Result<void> checkTerminal(WriteContext &context, qint64 businessId, Role role, std::optional<qint64> stationId);

/// Always a new user; the phone is an unverified contact. Outcome 201: entityId = user, secret = token,
/// values[0] = expiry (UTC ms).
Result<WriteOutcome> createGuest(WriteContext &context, const QString &name, const QString &phone);

/// Forbidden when this caller may less than that role: nobody gives what they do not have. Set-up on the hub's own
/// machine, which acts for no business, may give everything.
Result<void> checkMayGive(const WriteContext &context, Role role);

/// A token that nobody has yet.
QString newToken(QLatin1String prefix);

/// A new session of this principal: the token, which is kept nowhere.
Result<QString> issueToken(WriteContext &context, const Principal &principal);

Result<WriteOutcome> revokeSession(WriteContext &context, qint64 sessionId);

} // namespace accesswrites

namespace accessreads {

/// Who presents this token: Unauthenticated, TokenExpired (expired or revoked) or the principal.
Result<Principal> authenticate(sql::Database &database, const QString &token, qint64 nowMs);

} // namespace accessreads

} // namespace oshaq
