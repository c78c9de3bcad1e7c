// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/tablestore.h"

#include "models/hub/canonicalhash.h"
#include "models/hub/editrules.h"
#include "models/hub/sqlvalues.h"

namespace oshaq {

namespace {

QString selectTables()
{
    return QStringLiteral("SELECT table_id, business_id, name, code_expires_at, guests, version FROM dining_tables"
                          " WHERE deleted_at IS NULL ");
}

DiningTable read(const sql::Statement &row)
{
    DiningTable table;
    table.id = row.integer(0);
    table.businessId = row.integer(1);
    table.name = row.text(2);
    table.codeExpiresAtMs = row.isNull(3) ? 0 : row.integer(3);
    table.guests = row.integer(4);
    table.version = row.integer(5);
    return table;
}

Result<std::optional<DiningTable>> readOne(Result<sql::Statement> rows)
{
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<DiningTable>();
    return std::optional(read(*rows));
}

Result<void> checkName(sql::Database &database, const DiningTable &table)
{
    const auto other = readOne(database.query(selectTables() + QStringLiteral("AND business_id = ? AND name = ?"),
                                              {table.businessId, table.name}));
    if (!other)
        return other.error();
    if (other->has_value() && (*other)->id != table.id)
        return editrules::taken("name", QStringLiteral("There is a table with this name already."));
    return {};
}

} // namespace

Result<DiningTable> tablestore::find(sql::Database &database, qint64 businessId, qint64 tableId)
{
    const auto found = readOne(
        database.query(selectTables() + QStringLiteral("AND business_id = ? AND table_id = ?"), {businessId, tableId}));
    if (!found)
        return found.error();
    if (!found->has_value())
        return editrules::noSuch("table");
    return **found;
}

Result<std::vector<DiningTable>> tablestore::list(sql::Database &database, qint64 businessId)
{
    auto rows =
        database.query(selectTables() + QStringLiteral("AND business_id = ? ORDER BY name, table_id"), {businessId});
    if (!rows)
        return rows.error();
    std::vector<DiningTable> tables;
    while (rows->next())
        tables.push_back(read(*rows));
    if (rows->failed())
        return hubsql::readFailed();
    return tables;
}

Result<std::optional<DiningTable>> tablestore::byCode(sql::Database &database, const QByteArray &codeHash)
{
    return readOne(database.query(selectTables() + QStringLiteral("AND code_hash = ?"), {codeHash}));
}

QByteArray tablestore::codeHash(const QString &cleanCode)
{
    return CanonicalHash("oshaq.tablecode.1").add(cleanCode).result();
}

Result<void> tablestore::insert(sql::Database &database, DiningTable *table, qint64 nowMs)
{
    if (const auto checked = checkName(database, *table); !checked)
        return checked.error();
    auto inserted = database.query(QStringLiteral("INSERT INTO dining_tables (business_id, name, version, created_at,"
                                                  " updated_at) VALUES (?, ?, ?, ?, ?)"),
                                   {table->businessId, table->name, table->version, nowMs, nowMs});
    if (!inserted)
        return inserted.error();
    table->id = inserted->lastInsertId();
    return {};
}

Result<void> tablestore::update(sql::Database &database, const DiningTable &table, qint64 nowMs)
{
    if (const auto checked = checkName(database, table); !checked)
        return checked.error();
    return database.run(
        QStringLiteral("UPDATE dining_tables SET name = ?, version = ?, updated_at = ? WHERE table_id = ?"),
        {table.name, table.version, nowMs, table.id});
}

Result<void> tablestore::setCode(sql::Database &database, const DiningTable &table, const QByteArray &codeHash,
                                 qint64 nowMs)
{
    return database.run(QStringLiteral("UPDATE dining_tables SET code_hash = ?, code_expires_at = ?, guests = ?,"
                                       " version = ?, updated_at = ? WHERE table_id = ?"),
                        {codeHash, table.codeExpiresAtMs, table.guests, table.version, nowMs, table.id});
}

Result<void> tablestore::countGuest(sql::Database &database, qint64 tableId, qint64 nowMs)
{
    return database.run(
        QStringLiteral("UPDATE dining_tables SET guests = guests + 1, updated_at = ? WHERE table_id = ?"),
        {nowMs, tableId});
}

Result<void> tablestore::hide(sql::Database &database, const DiningTable &table, qint64 nowMs)
{
    return database.run(QStringLiteral("UPDATE dining_tables SET deleted_at = ?, updated_at = ?, version = ?,"
                                       " code_hash = NULL, code_expires_at = NULL WHERE table_id = ?"),
                        {nowMs, nowMs, table.version, table.id});
}

Result<bool> tablestore::hasOpenOrder(sql::Database &database, const DiningTable &table)
{
    auto row =
        database.query(QStringLiteral("SELECT EXISTS (SELECT 1 FROM orders o LEFT JOIN users u ON u.user_id = o.user_id"
                                      " WHERE o.business_id = ? AND o.status < 6 AND o.fulfilment = 'dine_in'"
                                      " AND (o.table_name = ? OR u.table_id = ?))"),
                       {table.businessId, table.name, table.id});
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    return row->integer(0) != 0;
}

QByteArray tablestore::digest(const DiningTable &table)
{
    return CanonicalHash("oshaq.table.1")
        .add(table.id)
        .add(table.name)
        .add(table.codeExpiresAtMs)
        .add(table.version)
        .result();
}

} // namespace oshaq
