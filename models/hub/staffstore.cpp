// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/staffstore.h"

#include "models/hub/canonicalhash.h"
#include "models/hub/editrules.h"
#include "models/hub/sqlvalues.h"

namespace oshaq {

namespace {

QString selectStaff()
{
    return QStringLiteral("SELECT staff_id, business_id, name, role, login, station_id, active, pin_hash,"
                          " password_hash, oshaq_open('staff.totp_secret', totp_secret),"
                          " oshaq_open('staff.totp_pending', totp_pending), totp_step, version,"
                          " totp_secret IS NOT NULL FROM staff"
                          " WHERE business_id = ? AND deleted_at IS NULL ");
}

QVariant textOrNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QVariant bytesOrNull(const QByteArray &bytes)
{
    return bytes.isEmpty() ? QVariant() : QVariant(bytes);
}

StaffSecrets read(const sql::Statement &row)
{
    StaffSecrets one;
    one.staff.id = row.integer(0);
    one.staff.businessId = row.integer(1);
    one.staff.name = row.text(2);
    one.staff.role = roleFromText(row.text(3)).value_or(Role::Kitchen);
    one.staff.login = row.isNull(4) ? QString() : row.text(4);
    one.staff.stationId = hubsql::readOptionalId(row, 5);
    one.staff.active = row.integer(6) != 0;
    one.pinHash = row.isNull(7) ? QByteArray() : row.bytes(7);
    one.passwordHash = row.isNull(8) ? QString() : row.text(8);
    one.totpSecret = row.isNull(9) ? QByteArray() : row.bytes(9);
    one.totpPending = row.isNull(10) ? QByteArray() : row.bytes(10);
    one.totpStep = row.integer(11);
    one.staff.version = row.integer(12);
    one.staff.hasPin = !one.pinHash.isEmpty();
    one.staff.hasPassword = !one.passwordHash.isEmpty();
    // Also when it cannot be opened: then no code fits, rather than none being asked for.
    one.staff.hasTotp = row.integer(13) != 0;
    return one;
}

Result<std::optional<StaffSecrets>> readSecrets(Result<sql::Statement> rows)
{
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<StaffSecrets>();
    return std::optional(read(*rows));
}

/// Whether another one of the staff has this in that column.
Result<bool> isTaken(sql::Database &database, const StaffMember &staff, const char *column, const QVariant &value)
{
    auto rows = database.query(QStringLiteral("SELECT 1 FROM staff WHERE business_id = ? AND %1 = ? AND staff_id <> ?"
                                              " AND deleted_at IS NULL")
                                   .arg(QLatin1String(column)),
                               {staff.businessId, value, staff.id});
    if (!rows)
        return rows.error();
    return hubsql::nextRow(*rows);
}

Result<void> checkLogin(sql::Database &database, const StaffMember &staff)
{
    if (staff.login.isEmpty())
        return {};
    const auto taken = isTaken(database, staff, "login", staff.login);
    if (!taken)
        return taken.error();
    if (*taken)
        return editrules::taken("login", QStringLiteral("Somebody has this login already."));
    return {};
}

} // namespace

Result<StaffMember> staffstore::find(sql::Database &database, qint64 businessId, qint64 staffId)
{
    const auto found = secrets(database, businessId, staffId);
    if (!found)
        return found.error();
    return found->staff;
}

Result<std::vector<StaffMember>> staffstore::list(sql::Database &database, qint64 businessId)
{
    auto rows = database.query(selectStaff() + QStringLiteral("ORDER BY name, staff_id"), {businessId});
    if (!rows)
        return rows.error();
    std::vector<StaffMember> staff;
    while (rows->next())
        staff.push_back(read(*rows).staff);
    if (rows->failed())
        return hubsql::readFailed();
    return staff;
}

Result<void> staffstore::insert(sql::Database &database, StaffMember *staff, qint64 nowMs)
{
    if (const auto checked = checkLogin(database, *staff); !checked)
        return checked;
    auto inserted = database.query(
        QStringLiteral("INSERT INTO staff (business_id, name, role, login, station_id, active, version, created_at,"
                       " updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {staff->businessId, staff->name, roleText(staff->role), textOrNull(staff->login),
         hubsql::optionalId(staff->stationId), qint64{staff->active}, staff->version, nowMs, nowMs});
    if (!inserted)
        return inserted.error();
    staff->id = inserted->lastInsertId();
    return {};
}

Result<void> staffstore::update(sql::Database &database, const StaffMember &staff, qint64 nowMs)
{
    if (const auto checked = checkLogin(database, staff); !checked)
        return checked;
    return database.run(QStringLiteral("UPDATE staff SET name = ?, role = ?, login = ?, station_id = ?, active = ?,"
                                       " version = ?, updated_at = ? WHERE staff_id = ?"),
                        {staff.name, roleText(staff.role), textOrNull(staff.login), hubsql::optionalId(staff.stationId),
                         qint64{staff.active}, staff.version, nowMs, staff.id});
}

Result<void> staffstore::hide(sql::Database &database, const StaffMember &staff, qint64 nowMs)
{
    return database.run(QStringLiteral("UPDATE staff SET deleted_at = ?, updated_at = ?, version = ?, active = 0,"
                                       " pin_hash = NULL, password_hash = NULL, totp_secret = NULL,"
                                       " totp_pending = NULL WHERE staff_id = ?"),
                        {nowMs, nowMs, staff.version, staff.id});
}

Result<StaffSecrets> staffstore::secrets(sql::Database &database, qint64 businessId, qint64 staffId)
{
    auto found = readSecrets(database.query(selectStaff() + QStringLiteral("AND staff_id = ?"), {businessId, staffId}));
    if (!found)
        return found.error();
    if (!found->has_value())
        return editrules::noSuch("person");
    return **found;
}

Result<std::optional<StaffSecrets>> staffstore::byLogin(sql::Database &database, qint64 businessId,
                                                        const QString &login)
{
    return readSecrets(database.query(selectStaff() + QStringLiteral("AND login = ?"), {businessId, login}));
}

Result<std::optional<StaffSecrets>> staffstore::byPin(sql::Database &database, qint64 businessId,
                                                      const QByteArray &pinHash)
{
    return readSecrets(database.query(selectStaff() + QStringLiteral("AND pin_hash = ?"), {businessId, pinHash}));
}

Result<QByteArray> staffstore::pinSalt(sql::Database &database, qint64 businessId)
{
    auto rows = database.query(QStringLiteral("SELECT pin_salt FROM businesses WHERE business_id = ?"), {businessId});
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    if (!*found)
        return editrules::noSuch("business");
    return rows->bytes(0);
}

Result<void> staffstore::setPin(sql::Database &database, const StaffMember &staff, const QByteArray &pinHash,
                                qint64 nowMs)
{
    if (!pinHash.isEmpty()) {
        const auto taken = isTaken(database, staff, "pin_hash", pinHash);
        if (!taken)
            return taken.error();
        if (*taken)
            return editrules::taken("pin", QStringLiteral("Choose another PIN."));
    }
    return database.run(QStringLiteral("UPDATE staff SET pin_hash = ?, version = ?, updated_at = ? WHERE staff_id = ?"),
                        {bytesOrNull(pinHash), staff.version, nowMs, staff.id});
}

Result<void> staffstore::setPassword(sql::Database &database, const StaffMember &staff, const QString &passwordHash,
                                     qint64 nowMs)
{
    return database.run(
        QStringLiteral("UPDATE staff SET password_hash = ?, version = ?, updated_at = ? WHERE staff_id = ?"),
        {textOrNull(passwordHash), staff.version, nowMs, staff.id});
}

Result<void> staffstore::setTotp(sql::Database &database, const StaffMember &staff, const QByteArray &secret,
                                 const QByteArray &pending, qint64 step, qint64 nowMs)
{
    return database.run(
        QStringLiteral("UPDATE staff SET totp_secret = oshaq_seal('staff.totp_secret', ?),"
                       " totp_pending = oshaq_seal('staff.totp_pending', ?), totp_step = ?, version = ?,"
                       " updated_at = ? WHERE staff_id = ?"),
        {bytesOrNull(secret), bytesOrNull(pending), step, staff.version, nowMs, staff.id});
}

QByteArray staffstore::digest(const StaffMember &staff)
{
    return CanonicalHash("oshaq.staff.1")
        .add(staff.id)
        .add(roleText(staff.role))
        .add(staff.stationId)
        .add(qint64{staff.active})
        .add(qint64{staff.hasPin})
        .add(qint64{staff.hasPassword})
        .add(qint64{staff.hasTotp})
        .add(staff.version)
        .result();
}

} // namespace oshaq
