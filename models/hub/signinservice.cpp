// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/signinservice.h"

#include "models/domain/credentials.h"
#include "models/domain/totp.h"
#include "models/hub/accessservice.h"
#include "models/hub/attemptlock.h"
#include "models/hub/editrules.h"
#include "models/hub/staffservice.h"

#include <algorithm>

namespace oshaq {

namespace {

Error wrong()
{
    return {ErrorCode::CredentialsWrong, QStringLiteral("Nobody signs in with this."), {}};
}

Error ended()
{
    return {ErrorCode::TokenExpired, QStringLiteral("This session has ended; sign in again."), {}};
}

WriteOutcome signedIn(const StaffMember &staff, qint64 expiresAtMs, const QString &access, const QString &refresh)
{
    WriteOutcome outcome;
    outcome.entity = EntityKind::Staff;
    outcome.entityId = staff.id;
    outcome.secret = access;
    outcome.refreshSecret = refresh;
    outcome.values = {expiresAtMs, static_cast<qint64>(staff.role)};
    return outcome;
}

Result<QString> newRefreshToken(WriteContext &context, qint64 businessId, qint64 sessionId)
{
    const QString token = accesswrites::newToken(QLatin1String("ort_"));
    const auto inserted = sessionstore::insertRefresh(context.database, businessId, sessionId,
                                                      sessionstore::hashOf(token), context.nowMs);
    if (!inserted)
        return inserted.error();
    return token;
}

/// Whom the worker found, if what they typed is still theirs.
Result<StaffSecrets> stillTheirs(WriteContext &context, const SignInProof &proof)
{
    auto known = staffstore::secrets(context.database, proof.businessId, proof.staffId);
    if (!known)
        return known.error().code == ErrorCode::NotFound ? wrong() : known.error();
    const bool still = proof.loginSubject.isEmpty()
                           ? known->pinHash == proof.pinHash && !proof.pinHash.isEmpty()
                           : known->passwordHash == proof.passwordHash && !proof.passwordHash.isEmpty();
    if (!still || !known->staff.active)
        return wrong();
    return known;
}

} // namespace

Result<std::optional<SignInProof>> signinreads::byPin(sql::Database &database, qint64 businessId, const QString &pin,
                                                      const HashCost &cost)
{
    const auto salt = staffstore::pinSalt(database, businessId);
    if (!salt)
        return salt.error();
    const auto hash = secrethash::derive(pin, *salt, cost);
    if (!hash)
        return hash.error();
    const auto found = staffstore::byPin(database, businessId, *hash);
    if (!found)
        return found.error();
    if (!found->has_value() || !(*found)->staff.active)
        return std::optional<SignInProof>();
    SignInProof proof;
    proof.businessId = businessId;
    proof.staffId = (*found)->staff.id;
    proof.pinHash = *hash;
    return std::optional(proof);
}

Result<std::optional<SignInProof>> signinreads::byPassword(sql::Database &database, qint64 businessId,
                                                           const QString &login, const QString &password,
                                                           const HashCost &cost)
{
    const auto found = staffstore::byLogin(database, businessId, cleanLogin(login));
    if (!found)
        return found.error();
    const QString stored = found->has_value() ? (*found)->passwordHash : QString();
    const bool right = secrethash::matches(stored, password, cost);
    if (!right || !found->has_value() || !(*found)->staff.active)
        return std::optional<SignInProof>();
    SignInProof proof;
    proof.businessId = businessId;
    proof.staffId = (*found)->staff.id;
    proof.passwordHash = stored;
    return std::optional(proof);
}

Result<bool> signinreads::isPassword(sql::Database &database, qint64 businessId, qint64 staffId,
                                     const QString &password, const HashCost &cost)
{
    const auto found = staffstore::secrets(database, businessId, staffId);
    if (!found)
        return found.error();
    return secrethash::matches(found->passwordHash, password, cost);
}

Result<std::vector<SessionRow>> signinreads::sessionsOf(sql::Database &database, qint64 businessId,
                                                        Principal::Kind kind, qint64 principalId, qint64 nowMs)
{
    return sessionstore::ofPrincipal(database, businessId, kind, principalId, nowMs);
}

Result<WriteOutcome> signinwrites::begin(WriteContext &context, qint64 businessId,
                                         const std::vector<QByteArray> &subjects)
{
    if (const auto counted = attemptlock::begin(context.database, businessId, subjects, context.nowMs); !counted)
        return counted.error();
    return WriteOutcome{};
}

Result<StaffMember> signinwrites::acceptPin(WriteContext &context, const SignInProof &proof)
{
    const auto known = stillTheirs(context, proof);
    if (!known)
        return known.error();
    const auto counted = attemptlock::takeBack(context.database, proof.businessId, proof.deviceSubject, context.nowMs);
    if (!counted)
        return counted.error();
    return known->staff;
}

Result<WriteOutcome> signinwrites::finish(WriteContext &context, const SignInProof &proof)
{
    const auto known = stillTheirs(context, proof);
    if (!known)
        return known.error();

    // A PIN is only good at a paired device, which is a second factor already.
    const bool asksTotp = !proof.loginSubject.isEmpty() && known->staff.hasTotp;
    if (asksTotp && !proof.totp.isEmpty()) {
        const auto step = totp::accept(known->totpSecret, proof.totp, context.nowMs, known->totpStep);
        if (!step)
            return wrong();
        const auto used = staffstore::setTotp(context.database, known->staff, known->totpSecret, known->totpPending,
                                              *step, context.nowMs);
        if (!used)
            return used.error();
    }
    const auto counted = attemptlock::takeBack(context.database, proof.businessId, proof.deviceSubject, context.nowMs);
    if (!counted)
        return counted.error();
    if (asksTotp && proof.totp.isEmpty()) {
        const auto again = attemptlock::takeBack(context.database, proof.businessId, proof.loginSubject, context.nowMs);
        if (!again)
            return again.error();
        WriteOutcome missing;
        missing.code = 401;
        return missing;
    }
    if (!proof.loginSubject.isEmpty()) {
        const auto forgotten = attemptlock::forget(context.database, proof.businessId, proof.loginSubject);
        if (!forgotten)
            return forgotten.error();
    }

    Principal principal;
    principal.kind = Principal::Kind::Staff;
    principal.role = known->staff.role;
    principal.businessId = proof.businessId;
    principal.id = proof.staffId;
    principal.expiresAtMs = context.nowMs + staffTokenMs;
    const QString access = accesswrites::newToken(QLatin1String("ost_"));
    const auto session = sessionstore::insert(context.database, principal, sessionstore::hashOf(access), context.nowMs);
    if (!session)
        return session.error();
    const auto described =
        sessionstore::describe(context.database, *session, proof.device, context.nowMs + staffSessionMs, context.nowMs);
    if (!described)
        return described.error();
    const auto refreshToken = newRefreshToken(context, proof.businessId, *session);
    if (!refreshToken)
        return refreshToken.error();
    return signedIn(known->staff, principal.expiresAtMs, access, *refreshToken);
}

Result<WriteOutcome> signinwrites::refresh(WriteContext &context, const QString &refreshToken)
{
    const QByteArray hash = sessionstore::hashOf(refreshToken);
    const auto known = sessionstore::findRefresh(context.database, hash);
    if (!known)
        return known.error();
    if (!known->has_value())
        return Error{ErrorCode::Unauthenticated, QStringLiteral("Nobody issued this token."), {}};
    const auto session = sessionstore::find(context.database, (*known)->sessionId);
    if (!session)
        return session.error();
    if (!session->has_value() || (*session)->revoked)
        return ended();
    const SessionRow &row = **session;
    if ((*known)->used) {
        const auto revoked = sessionstore::revoke(context.database, row.principal.sessionId, context.nowMs);
        if (!revoked)
            return revoked.error();
        context.sessionsEnded.insert(row.principal.businessId);
        WriteOutcome stolen;
        stolen.code = 401;
        return stolen;
    }
    if (row.endsAtMs <= context.nowMs || (*known)->issuedAtMs + staffIdleMs <= context.nowMs)
        return ended();
    const auto staff = staffstore::find(context.database, row.principal.businessId, row.principal.id);
    if (!staff)
        return staff.error().code == ErrorCode::NotFound ? ended() : staff.error();
    if (const auto used = sessionstore::useRefresh(context.database, hash, context.nowMs); !used)
        return used.error();
    const QString access = accesswrites::newToken(QLatin1String("ost_"));
    const qint64 expiresAtMs = std::min(context.nowMs + staffTokenMs, row.endsAtMs);
    const auto renewed = sessionstore::renew(context.database, row.principal.sessionId, sessionstore::hashOf(access),
                                             expiresAtMs, context.nowMs);
    if (!renewed)
        return renewed.error();
    const auto next = newRefreshToken(context, row.principal.businessId, row.principal.sessionId);
    if (!next)
        return next.error();
    return signedIn(*staff, expiresAtMs, access, *next);
}

Result<WriteOutcome> signinwrites::endSession(WriteContext &context, qint64 sessionId)
{
    const Principal &who = context.principal;
    const auto session = sessionstore::find(context.database, sessionId);
    if (!session)
        return session.error();
    if (!session->has_value() || (*session)->principal.businessId != who.businessId)
        return editrules::noSuch("session");
    const Principal &other = (*session)->principal;
    const bool own = other.kind == who.kind && other.id == who.id;
    if (!own) {
        if (other.kind != Principal::Kind::Staff || (who.role != Role::Owner && who.role != Role::Manager))
            return editrules::noSuch("session");
        const auto staff = staffstore::find(context.database, who.businessId, other.id);
        if (!staff)
            return staff.error();
        if (const auto allowed = staffreads::checkMayManage(who, *staff); !allowed)
            return allowed.error();
    }
    // The tokens of devices and of the business go where they are made.
    if (other.kind != Principal::Kind::Staff && other.kind != Principal::Kind::Guest)
        return editrules::noSuch("session");
    if (const auto revoked = sessionstore::revoke(context.database, sessionId, context.nowMs); !revoked)
        return revoked.error();
    context.sessionsEnded.insert(who.businessId);
    WriteOutcome outcome;
    outcome.entity = EntityKind::Business;
    outcome.entityId = who.businessId;
    return outcome;
}

} // namespace oshaq
