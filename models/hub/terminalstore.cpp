// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/terminalstore.h"

#include "models/hub/canonicalhash.h"
#include "models/hub/sqlvalues.h"

namespace oshaq {

namespace {

/// 1 -> "A", 26 -> "Z", 27 -> "AA".
QString letters(qint64 number)
{
    QString text;
    while (number > 0) {
        --number;
        text.prepend(QChar(char16_t(u'A' + number % 26)));
        number /= 26;
    }
    return text;
}

Result<QString> nextLetter(sql::Database &database, qint64 businessId)
{
    qint64 number = 1;
    {
        auto count =
            database.query(QStringLiteral("SELECT count(*) FROM terminals WHERE business_id = ?"), {businessId});
        if (!count)
            return count.error();
        const auto found = hubsql::nextRow(*count);
        if (!found)
            return found.error();
        if (*found)
            number += count->integer(0);
    }
    for (;;) {
        const QString candidate = letters(++number);
        auto taken = database.query(QStringLiteral("SELECT 1 FROM terminals WHERE business_id = ? AND letter = ?"),
                                    {businessId, candidate});
        if (!taken)
            return taken.error();
        const auto found = hubsql::nextRow(*taken);
        if (!found)
            return found.error();
        if (!*found)
            return candidate;
    }
}

QString selectTerminals()
{
    return QStringLiteral("SELECT terminal_id, business_id, name, role, station_id, letter, version"
                          " FROM terminals WHERE deleted_at IS NULL ");
}

TerminalRecord readRow(const sql::Statement &row)
{
    TerminalRecord terminal;
    terminal.id = row.integer(0);
    terminal.businessId = row.integer(1);
    terminal.name = row.text(2);
    terminal.role = roleFromText(row.text(3)).value_or(Role::Kitchen);
    terminal.stationId = hubsql::readOptionalId(row, 4);
    terminal.letter = row.text(5);
    terminal.version = row.integer(6);
    return terminal;
}

} // namespace

Result<TerminalRecord> terminalstore::find(sql::Database &database, qint64 businessId, qint64 terminalId)
{
    auto rows = database.query(selectTerminals() + QStringLiteral("AND terminal_id = ? AND business_id = ?"),
                               {terminalId, businessId});
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such terminal."), {}};
    return readRow(*rows);
}

Result<std::vector<TerminalRecord>> terminalstore::list(sql::Database &database, qint64 businessId)
{
    auto rows =
        database.query(selectTerminals() + QStringLiteral("AND business_id = ? ORDER BY terminal_id"), {businessId});
    if (!rows)
        return rows.error();
    std::vector<TerminalRecord> terminals;
    while (rows->next())
        terminals.push_back(readRow(*rows));
    if (rows->failed())
        return hubsql::readFailed();
    return terminals;
}

Result<std::vector<qint64>> terminalstore::existing(sql::Database &database, qint64 businessId,
                                                    const std::vector<qint64> &ids)
{
    auto rows = database.query(QStringLiteral("SELECT terminal_id FROM terminals WHERE deleted_at IS NULL AND terminal_id") + hubsql::inIds() +
                                   hubsql::ofBusiness(),
                               {hubsql::idArray(ids), businessId});
    if (!rows)
        return rows.error();
    std::vector<qint64> found;
    while (rows->next())
        found.push_back(rows->integer(0));
    if (rows->failed())
        return hubsql::readFailed();
    return found;
}

Result<void> terminalstore::insert(sql::Database &database, TerminalRecord *terminal, qint64 nowMs)
{
    auto letter = nextLetter(database, terminal->businessId);
    if (!letter)
        return letter.error();
    terminal->letter = *letter;
    auto inserted = database.query(
        QStringLiteral(
            "INSERT INTO terminals (business_id, name, role, station_id, letter, version, created_at, updated_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        {terminal->businessId, terminal->name, roleText(terminal->role), hubsql::optionalId(terminal->stationId),
         terminal->letter, terminal->version, nowMs, nowMs});
    if (!inserted)
        return inserted.error();
    terminal->id = inserted->lastInsertId();
    return {};
}

Result<void> terminalstore::update(sql::Database &database, const TerminalRecord &terminal, qint64 nowMs)
{
    return database.run(QStringLiteral("UPDATE terminals SET name = ?, role = ?, station_id = ?, version = ?,"
                                       " updated_at = ? WHERE terminal_id = ? AND business_id = ?"),
                        {terminal.name, roleText(terminal.role), hubsql::optionalId(terminal.stationId),
                         terminal.version, nowMs, terminal.id, terminal.businessId});
}

Result<void> terminalstore::hide(sql::Database &database, const TerminalRecord &terminal, qint64 nowMs)
{
    return database.run(QStringLiteral("UPDATE terminals SET deleted_at = ?, version = ?, updated_at = ?"
                                       " WHERE terminal_id = ? AND business_id = ?"),
                        {nowMs, terminal.version, nowMs, terminal.id, terminal.businessId});
}

Result<std::vector<KeptScreen>> terminalstore::keptScreens(sql::Database &database, qint64 businessId)
{
    auto rows = database.query(
        QStringLiteral("SELECT terminal_id, business_id, name, role, station_id, letter, version, last_seen_at,"
                       " program_version, seen_address FROM terminals"
                       " WHERE deleted_at IS NULL AND business_id = ? ORDER BY terminal_id"),
        {businessId});
    if (!rows)
        return rows.error();
    std::vector<KeptScreen> kept;
    while (rows->next())
        kept.push_back({readRow(*rows), rows->integer(7), rows->text(8), rows->text(9)});
    if (rows->failed())
        return hubsql::readFailed();
    return kept;
}

Result<void> terminalstore::markSeen(sql::Database &database, qint64 terminalId, qint64 nowMs,
                                     const QString &programVersion, const QString &address)
{
    return database.run(QStringLiteral("UPDATE terminals SET last_seen_at = ?, program_version = ?, seen_address = ?"
                                       " WHERE terminal_id = ?"),
                        {nowMs, programVersion, address, terminalId});
}

QByteArray terminalstore::digest(const TerminalRecord &terminal)
{
    return CanonicalHash("oshaq.terminal.1")
        .add(terminal.id)
        .add(roleText(terminal.role))
        .add(terminal.stationId)
        .add(terminal.letter)
        .add(terminal.version)
        .result();
}

} // namespace oshaq
