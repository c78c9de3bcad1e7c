// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/secrethash.h"
#include "models/hub/sessionstore.h"
#include "models/hub/staffstore.h"
#include "models/hub/writer.h"

#include <optional>
#include <vector>

namespace oshaq {

/// A stolen access token is good for no longer than this; the client refreshes it in the background.
inline constexpr qint64 staffTokenMs = qint64{30} * 60 * 1000;
/// The longest shift; nobody stays signed in until the next day.
inline constexpr qint64 staffSessionMs = qint64{12} * 60 * 60 * 1000;
/// The longest break: a device that has not refreshed for so long was left behind.
inline constexpr qint64 staffIdleMs = qint64{4} * 60 * 60 * 1000;

/// Who somebody turned out to be, and by what; checked again when the sign-in is written, because a worker needs its
/// time.
struct SignInProof
{
    qint64 businessId = 0;
    qint64 staffId = 0;
    QByteArray pinHash;   ///< by which they were found, or
    QString passwordHash; ///< that fits
    QString totp;
    QString device;
    QByteArray loginSubject;  ///< of attemptlock; empty for a PIN
    QByteArray deviceSubject; ///< the terminal or the address
};

namespace signinreads {

/// On a worker: slow. Nothing: nobody, which takes as long.
Result<std::optional<SignInProof>> byPin(sql::Database &database, qint64 businessId, const QString &pin,
                                         const HashCost &cost);
Result<std::optional<SignInProof>> byPassword(sql::Database &database, qint64 businessId, const QString &login,
                                              const QString &password, const HashCost &cost);
/// Whether this is the password of that person.
Result<bool> isPassword(sql::Database &database, qint64 businessId, qint64 staffId, const QString &password,
                        const HashCost &cost);
/// Sessions that are still good, newest first.
Result<std::vector<SessionRow>> sessionsOf(sql::Database &database, qint64 businessId, Principal::Kind kind,
                                           qint64 principalId, qint64 nowMs);

} // namespace signinreads

namespace signinwrites {

/// First step: counts the attempt, or SignInLocked.
Result<WriteOutcome> begin(WriteContext &context, qint64 businessId, const std::vector<QByteArray> &subjects);

/// Whose PIN it is, still, now that the worker has found them; the attempt no longer counts. CredentialsWrong.
Result<StaffMember> acceptPin(WriteContext &context, const SignInProof &proof);

/// Last step. Outcome: entityId = staff, secret and refreshSecret, values = {expiry of the token, role}. With code 401
/// and no secrets: the code of the second factor is missing.
Result<WriteOutcome> finish(WriteContext &context, const SignInProof &proof);

/// New tokens for a refresh token, which is good once: coming back it ends the session, because one of the two who have
/// it is a thief. Outcome as finish(); code 401: it came back.
Result<WriteOutcome> refresh(WriteContext &context, const QString &refreshToken);

/// Ends a session: one's own, or as owner or manager one of the staff that they may deal with.
Result<WriteOutcome> endSession(WriteContext &context, qint64 sessionId);

} // namespace signinwrites

} // namespace oshaq
