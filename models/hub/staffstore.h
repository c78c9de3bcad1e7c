// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/role.h"
#include "models/domain/staffmember.h"
#include "models/sql/database.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// What signing in is checked against. Never rendered, never logged.
struct StaffSecrets
{
    StaffMember staff;
    QByteArray pinHash;
    QString passwordHash;
    QByteArray totpSecret;
    QByteArray totpPending;
    qint64 totpStep = 0;
};

/// The table `staff`. Those who left are invisible here.
namespace staffstore {

Result<StaffMember> find(sql::Database &database, qint64 businessId, qint64 staffId);
/// Of a business, by name.
Result<std::vector<StaffMember>> list(sql::Database &database, qint64 businessId);
/// Sets id. AlreadyExists for a login that somebody has.
Result<void> insert(sql::Database &database, StaffMember *staff, qint64 nowMs);
/// Name, role, login, station, active and version.
Result<void> update(sql::Database &database, const StaffMember &staff, qint64 nowMs);
/// Hides the row and forgets its secrets.
Result<void> hide(sql::Database &database, const StaffMember &staff, qint64 nowMs);

Result<StaffSecrets> secrets(sql::Database &database, qint64 businessId, qint64 staffId);
Result<std::optional<StaffSecrets>> byLogin(sql::Database &database, qint64 businessId, const QString &login);
Result<std::optional<StaffSecrets>> byPin(sql::Database &database, qint64 businessId, const QByteArray &pinHash);
/// The business's salt of PINs.
Result<QByteArray> pinSalt(sql::Database &database, qint64 businessId);

/// Empty: none from now on. AlreadyExists for a PIN that somebody has.
Result<void> setPin(sql::Database &database, const StaffMember &staff, const QByteArray &pinHash, qint64 nowMs);
Result<void> setPassword(sql::Database &database, const StaffMember &staff, const QString &passwordHash, qint64 nowMs);
Result<void> setTotp(sql::Database &database, const StaffMember &staff, const QByteArray &secret,
                     const QByteArray &pending, qint64 step, qint64 nowMs);

/// SHA-256 of the fields that name no person, for the journal.
QByteArray digest(const StaffMember &staff);

} // namespace staffstore

} // namespace oshaq
