// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/staffservice.h"

#include "models/domain/credentials.h"
#include "models/domain/totp.h"
#include "models/hub/catalogstore.h"
#include "models/hub/editrules.h"
#include "models/hub/journalstore.h"
#include "models/hub/sessionstore.h"
#include "models/hub/shiftservice.h"

#include <QJsonObject>

namespace oshaq {

namespace {

Result<void> checkRank(const Principal &who, Role role)
{
    if (who.role == Role::Owner || (role != Role::Owner && role != Role::Manager))
        return {};
    return Error{ErrorCode::Forbidden, QStringLiteral("Only an owner deals with owners and managers."), {}};
}

Result<void> apply(WriteContext &context, const StaffEdit &edit, StaffMember *staff)
{
    if (edit.name) {
        const auto name = editrules::checkedName(*edit.name);
        if (!name)
            return name.error();
        staff->name = *name;
    }
    if (edit.role) {
        if (*edit.role == Role::Guest || *edit.role == Role::Integration)
            return editrules::invalid("role", QStringLiteral("This is no role of staff."));
        if (const auto allowed = checkRank(context.principal, *edit.role); !allowed)
            return allowed;
        staff->role = *edit.role;
    }
    if (edit.login)
        staff->login = cleanLogin(*edit.login);
    if (edit.stationId) {
        if (*edit.stationId) {
            const auto stations = catalogstore::stationsById(context.database, staff->businessId, {**edit.stationId});
            if (!stations)
                return stations.error();
            if (stations->empty())
                return editrules::invalid("station_id", QStringLiteral("There is no such station."));
        }
        staff->stationId = *edit.stationId;
    }
    if (edit.active)
        staff->active = *edit.active;
    return {};
}

Result<WriteOutcome> note(WriteContext &context, const StaffMember &staff, const QString &type,
                          const QJsonObject &payload = {})
{
    const auto written =
        journalstore::append(context, staff.businessId,
                             {EntityKind::Staff, staff.id, staff.version, type, payload, staffstore::digest(staff)});
    if (!written)
        return written.error();
    WriteOutcome outcome;
    outcome.entity = EntityKind::Staff;
    outcome.entityId = staff.id;
    return outcome;
}

Result<void> endSessions(WriteContext &context, const StaffMember &staff)
{
    context.sessionsEnded.insert(staff.businessId);
    return sessionstore::revokeAll(context.database, staff.businessId, Principal::Kind::Staff, staff.id, context.nowMs);
}

/// StillInUse when nobody else is an owner who may sign in: only owners make owners.
Result<void> checkOwnerStays(WriteContext &context, const StaffMember &known)
{
    if (known.role != Role::Owner || !known.active)
        return {};
    const auto everybody = staffstore::list(context.database, known.businessId);
    if (!everybody)
        return everybody.error();
    for (const StaffMember &other : *everybody) {
        if (other.id != known.id && other.role == Role::Owner && other.active)
            return {};
    }
    return Error{ErrorCode::StillInUse, QStringLiteral("A restaurant keeps at least one owner."), {}};
}

Result<StaffMember> reachable(WriteContext &context, qint64 staffId, bool ownSecrets)
{
    auto staff = staffstore::find(context.database, context.principal.businessId, staffId);
    if (!staff)
        return staff;
    if (const auto allowed = staffreads::checkMayManage(context.principal, *staff, ownSecrets); !allowed)
        return allowed.error();
    return staff;
}

/// Whoever calls, as one of the staff.
Result<StaffSecrets> caller(WriteContext &context)
{
    return staffstore::secrets(context.database, context.principal.businessId, context.principal.id);
}

} // namespace

Result<std::vector<StaffMember>> staffreads::list(sql::Database &database, qint64 businessId)
{
    return staffstore::list(database, businessId);
}

Result<StaffMember> staffreads::one(sql::Database &database, qint64 businessId, qint64 staffId)
{
    return staffstore::find(database, businessId, staffId);
}

Result<QByteArray> staffreads::pinHash(sql::Database &database, qint64 businessId, const QString &pin,
                                       const HashCost &cost)
{
    const auto salt = staffstore::pinSalt(database, businessId);
    if (!salt)
        return salt.error();
    return secrethash::derive(pin, *salt, cost);
}

Result<void> staffreads::checkMayManage(const Principal &who, const StaffMember &staff, bool ownSecrets)
{
    const bool isOwn = who.operatorId == staff.id || (who.kind == Principal::Kind::Staff && who.id == staff.id);
    if (ownSecrets && isOwn)
        return {};
    return checkRank(who, staff.role);
}

Result<WriteOutcome> staffwrites::create(WriteContext &context, const StaffEdit &edit)
{
    StaffMember staff;
    staff.businessId = context.principal.businessId;
    if (const auto applied = apply(context, edit, &staff); !applied)
        return applied.error();
    if (const auto inserted = staffstore::insert(context.database, &staff, context.nowMs); !inserted)
        return inserted.error();
    auto outcome =
        note(context, staff, QStringLiteral("staff.created"), {{QStringLiteral("role"), roleText(staff.role)}});
    if (outcome)
        outcome->code = 201;
    return outcome;
}

Result<WriteOutcome> staffwrites::edit(WriteContext &context, qint64 staffId, const StaffEdit &edit,
                                       std::optional<qint64> version)
{
    const auto known = reachable(context, staffId, false);
    if (!known)
        return known.error();
    if (const auto checked = editrules::checkVersion(version, known->version); !checked)
        return checked.error();
    StaffMember staff = *known;
    if (const auto applied = apply(context, edit, &staff); !applied)
        return applied.error();
    if (staff == *known) {
        WriteOutcome outcome;
        outcome.entity = EntityKind::Staff;
        outcome.entityId = staffId;
        return outcome;
    }
    if (staff.role != Role::Owner || !staff.active) {
        if (const auto stays = checkOwnerStays(context, *known); !stays)
            return stays.error();
    }
    ++staff.version;
    if (const auto updated = staffstore::update(context.database, staff, context.nowMs); !updated)
        return updated.error();
    if (staff.role != known->role || !staff.active) {
        if (const auto ended = endSessions(context, staff); !ended)
            return ended.error();
    }
    if (known->active && !staff.active) {
        if (const auto ended = shiftwrites::endOpen(context, staff); !ended)
            return ended.error();
    }
    return note(context, staff, QStringLiteral("staff.updated"),
                {{QStringLiteral("role"), roleText(staff.role)}, {QStringLiteral("active"), staff.active}});
}

Result<WriteOutcome> staffwrites::remove(WriteContext &context, qint64 staffId, std::optional<qint64> version)
{
    auto staff = reachable(context, staffId, false);
    if (!staff)
        return staff.error();
    if (const auto checked = editrules::checkVersion(version, staff->version); !checked)
        return checked.error();
    if (const auto stays = checkOwnerStays(context, *staff); !stays)
        return stays.error();
    ++staff->version;
    staff->active = staff->hasPin = staff->hasPassword = staff->hasTotp = false;
    if (const auto hidden = staffstore::hide(context.database, *staff, context.nowMs); !hidden)
        return hidden.error();
    if (const auto ended = endSessions(context, *staff); !ended)
        return ended.error();
    if (const auto ended = shiftwrites::endOpen(context, *staff); !ended)
        return ended.error();
    return note(context, *staff, QStringLiteral("staff.deleted"));
}

Result<WriteOutcome> staffwrites::setPin(WriteContext &context, qint64 staffId, const QByteArray &pinHash)
{
    auto staff = reachable(context, staffId, true);
    if (!staff)
        return staff.error();
    ++staff->version;
    staff->hasPin = !pinHash.isEmpty();
    if (const auto set = staffstore::setPin(context.database, *staff, pinHash, context.nowMs); !set)
        return set.error();
    if (const auto ended = endSessions(context, *staff); !ended)
        return ended.error();
    return note(context, *staff, staff->hasPin ? QStringLiteral("staff.pin_set") : QStringLiteral("staff.pin_reset"));
}

Result<WriteOutcome> staffwrites::setPassword(WriteContext &context, qint64 staffId, const QString &passwordHash)
{
    auto staff = reachable(context, staffId, true);
    if (!staff)
        return staff.error();
    if (staff->login.isEmpty() && !passwordHash.isEmpty())
        return editrules::invalid("login", QStringLiteral("Give this person a login first."));
    ++staff->version;
    staff->hasPassword = !passwordHash.isEmpty();
    if (const auto set = staffstore::setPassword(context.database, *staff, passwordHash, context.nowMs); !set)
        return set.error();
    if (!staff->hasPassword) {
        // The way back for somebody who lost their phone as well.
        staff->hasTotp = false;
        if (const auto cleared = staffstore::setTotp(context.database, *staff, {}, {}, 0, context.nowMs); !cleared)
            return cleared.error();
    }
    if (const auto ended = endSessions(context, *staff); !ended)
        return ended.error();
    return note(context, *staff,
                staff->hasPassword ? QStringLiteral("staff.password_set") : QStringLiteral("staff.password_reset"));
}

Result<WriteOutcome> staffwrites::beginTotp(WriteContext &context, const QByteArray &secret)
{
    auto known = caller(context);
    if (!known)
        return known.error();
    ++known->staff.version;
    const auto set =
        staffstore::setTotp(context.database, known->staff, known->totpSecret, secret, known->totpStep, context.nowMs);
    if (!set)
        return set.error();
    return note(context, known->staff, QStringLiteral("staff.totp_begun"));
}

Result<WriteOutcome> staffwrites::confirmTotp(WriteContext &context, const QString &code)
{
    auto known = caller(context);
    if (!known)
        return known.error();
    if (known->totpPending.isEmpty())
        return Error{ErrorCode::NotFound, QStringLiteral("There is no second factor to confirm."), {}};
    const auto step = totp::accept(known->totpPending, code, context.nowMs, 0);
    if (!step)
        return Error{ErrorCode::CredentialsWrong, QStringLiteral("This code is not right."), {}};
    ++known->staff.version;
    known->staff.hasTotp = true;
    const auto set = staffstore::setTotp(context.database, known->staff, known->totpPending, {}, *step, context.nowMs);
    if (!set)
        return set.error();
    return note(context, known->staff, QStringLiteral("staff.totp_on"));
}

Result<WriteOutcome> staffwrites::removeTotp(WriteContext &context)
{
    auto known = caller(context);
    if (!known)
        return known.error();
    ++known->staff.version;
    known->staff.hasTotp = false;
    if (const auto set = staffstore::setTotp(context.database, known->staff, {}, {}, 0, context.nowMs); !set)
        return set.error();
    return note(context, known->staff, QStringLiteral("staff.totp_off"));
}

} // namespace oshaq
