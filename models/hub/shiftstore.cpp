// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/shiftstore.h"

#include "models/hub/canonicalhash.h"
#include "models/hub/editrules.h"
#include "models/hub/sqlvalues.h"

namespace oshaq {

namespace {

QString selectShifts()
{
    return QStringLiteral("SELECT s.shift_id, s.staff_id, p.name, s.terminal_id, t.name, s.began_at, s.ended_at,"
                          " s.ended_by_other, s.ends_by FROM staff_shifts s JOIN staff p ON p.staff_id = s.staff_id"
                          " LEFT JOIN terminals t ON t.terminal_id = s.terminal_id WHERE s.business_id = ? ");
}

Result<std::vector<ShiftRow>> readAll(Result<sql::Statement> rows, qint64 businessId)
{
    if (!rows)
        return rows.error();
    std::vector<ShiftRow> list;
    while (rows->next()) {
        ShiftRow row;
        row.businessId = businessId;
        row.shift.id = rows->integer(0);
        row.shift.staffId = rows->integer(1);
        row.shift.staffName = rows->text(2);
        row.shift.terminalId = rows->integer(3);
        row.shift.terminalName = rows->text(4);
        row.shift.beganAtMs = rows->integer(5);
        if (!rows->isNull(6))
            row.shift.endedAtMs = rows->integer(6);
        row.shift.endedByOther = rows->integer(7) != 0;
        row.endsByMs = rows->integer(8);
        list.push_back(std::move(row));
    }
    if (rows->failed())
        return hubsql::readFailed();
    return list;
}

QVariant terminalOf(const ShiftRow &row)
{
    return row.shift.terminalId > 0 ? QVariant(row.shift.terminalId) : QVariant();
}

} // namespace

Result<KnownPerson> shiftstore::person(sql::Database &database, qint64 businessId, qint64 staffId)
{
    auto rows = database.query(QStringLiteral("SELECT name, role, version, active, updated_at, deleted_at FROM staff"
                                              " WHERE business_id = ? AND staff_id = ?"),
                               {businessId, staffId});
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    if (!*found)
        return editrules::noSuch("person");
    KnownPerson person;
    person.staffId = staffId;
    person.name = rows->text(0);
    person.role = roleFromText(rows->text(1)).value_or(Role::Kitchen);
    person.version = rows->integer(2);
    if (!rows->isNull(5))
        person.goneAtMs = rows->integer(5);
    else if (rows->integer(3) == 0)
        person.goneAtMs = rows->integer(4);
    return person;
}

Result<ShiftRow> shiftstore::find(sql::Database &database, qint64 businessId, qint64 shiftId)
{
    auto rows = readAll(database.query(selectShifts() + QStringLiteral("AND s.shift_id = ?"), {businessId, shiftId}),
                        businessId);
    if (!rows)
        return rows.error();
    if (rows->empty())
        return editrules::noSuch("shift");
    return std::move(rows->front());
}

Result<std::vector<ShiftRow>> shiftstore::after(sql::Database &database, qint64 businessId, qint64 staffId, qint64 ms)
{
    return readAll(
        database.query(selectShifts() + QStringLiteral("AND s.staff_id = ? AND coalesce(s.ended_at, s.ends_by) > ?"
                                                       " ORDER BY s.began_at, s.shift_id"),
                       {businessId, staffId, ms}),
        businessId);
}

Result<std::optional<ShiftRow>> shiftstore::open(sql::Database &database, qint64 businessId, qint64 staffId)
{
    auto rows = readAll(database.query(selectShifts() + QStringLiteral("AND s.staff_id = ? AND s.ended_at IS NULL"),
                                       {businessId, staffId}),
                        businessId);
    if (!rows)
        return rows.error();
    if (rows->empty())
        return std::optional<ShiftRow>();
    return std::optional(std::move(rows->front()));
}

Result<std::vector<ShiftRow>> shiftstore::list(sql::Database &database, qint64 businessId, const ShiftFilter &filter)
{
    QString condition = QStringLiteral("AND s.began_at < ? AND (coalesce(s.ended_at, s.ends_by) > ?"
                                       " OR s.began_at >= ?) ");
    QVariantList values{businessId, filter.toMs, filter.fromMs, filter.fromMs};
    if (filter.staffId) {
        condition += QStringLiteral("AND s.staff_id = ? ");
        values.append(*filter.staffId);
    }
    values.append(filter.limit);
    return readAll(
        database.query(selectShifts() + condition + QStringLiteral("ORDER BY s.began_at DESC, s.shift_id DESC LIMIT ?"),
                       values),
        businessId);
}

Result<qint64> shiftstore::countWithPin(sql::Database &database, qint64 businessId, RoleMask roles)
{
    auto rows = database.query(QStringLiteral("SELECT role FROM staff WHERE business_id = ? AND deleted_at IS NULL"
                                              " AND active = 1 AND pin_hash IS NOT NULL"),
                               {businessId});
    if (!rows)
        return rows.error();
    qint64 count = 0;
    while (rows->next()) {
        const auto role = roleFromText(rows->text(0));
        if (role && (roles & roleBit(*role)) != 0)
            ++count;
    }
    if (rows->failed())
        return hubsql::readFailed();
    return count;
}

QByteArray shiftstore::digest(const ShiftRow &row)
{
    return CanonicalHash("oshaq.shift.1")
        .add(row.shift.id)
        .add(row.shift.staffId)
        .add(row.shift.terminalId)
        .add(row.shift.beganAtMs)
        .add(row.shift.endedAtMs)
        .add(qint64{row.shift.endedByOther})
        .result();
}

Result<void> shiftstore::insert(sql::Database &database, ShiftRow *row)
{
    auto inserted = database.query(
        QStringLiteral("INSERT INTO staff_shifts (business_id, staff_id, terminal_id, began_at, ends_by, ended_at,"
                       " ended_by_other) VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {row->businessId, row->shift.staffId, terminalOf(*row), row->shift.beganAtMs, row->endsByMs,
         hubsql::optionalId(row->shift.endedAtMs), int(row->shift.endedByOther)});
    if (!inserted)
        return inserted.error();
    row->shift.id = inserted->lastInsertId();
    return {};
}

Result<void> shiftstore::update(sql::Database &database, const ShiftRow &row)
{
    return database.run(
        QStringLiteral("UPDATE staff_shifts SET terminal_id = ?, ended_at = ?, ended_by_other = ? WHERE shift_id = ?"),
        {terminalOf(row), hubsql::optionalId(row.shift.endedAtMs), int(row.shift.endedByOther), row.shift.id});
}

} // namespace oshaq
