// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/replicastore.h"

#include "models/hub/sqlvalues.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <string_view>

namespace oshaq::replicastore {

namespace {

constexpr std::array ownTables{std::string_view("hub_state"), std::string_view("replica_state"),
                               std::string_view("schema_migrations"), std::string_view("privacy_state")};

/// More than a hub hands out between two acknowledgements of its standby, and few enough to stay short to call.
constexpr int orderNumberJump = 20;

Result<qint64> oneNumber(sql::Database &database, const QString &sql)
{
    auto row = database.query(sql);
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorCode::Internal, QStringLiteral("The hub has no such row [%1].").arg(sql), {}};
    const qint64 number = row->integer(0);
    while (row->next()) {
    } // an undrained RETURNING would make the commit fail
    return number;
}

} // namespace

bool isReplicated(const char *table)
{
    const std::string_view name(table);
    return !name.starts_with("sqlite_") && std::find(ownTables.begin(), ownTables.end(), name) == ownTables.end();
}

Result<ReplicaState> state(sql::Database &database)
{
    auto row = database.query(QStringLiteral("SELECT mode, standby_name, solo, fenced_by, token_hash, token_business, "
                                             "joining FROM replica_state WHERE id = 1"));
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorCode::Internal, QStringLiteral("The hub does not know how it is followed."), {}};
    ReplicaState state;
    state.mode = replicaModeFromText(row->text(0)).value_or(ReplicaMode::Off);
    state.standbyName = row->text(1);
    state.solo = row->integer(2) != 0;
    state.fencedBy = row->text(3);
    if (!row->isNull(4))
        state.tokenHash = row->bytes(4);
    state.tokenBusinessId = row->integer(5);
    state.joining = row->integer(6) != 0;
    return state;
}

Result<void> setState(sql::Database &database, const ReplicaState &state)
{
    return database.run(
        QStringLiteral("UPDATE replica_state SET mode = ?, standby_name = ?, solo = ?, fenced_by = ?, token_hash = ?,"
                       " token_business = ?, joining = ? WHERE id = 1"),
        {replicaModeText(state.mode), state.standbyName, qint64{state.solo ? 1 : 0}, state.fencedBy,
         state.tokenHash.isEmpty() ? QVariant() : QVariant(state.tokenHash), state.tokenBusinessId,
         qint64{state.joining ? 1 : 0}});
}

Result<qint64> position(sql::Database &database)
{
    return oneNumber(database, QStringLiteral("SELECT n FROM replica_position WHERE id = 1"));
}

Result<qint64> raisePosition(sql::Database &database)
{
    return oneNumber(database, QStringLiteral("UPDATE replica_position SET n = n + 1 WHERE id = 1 RETURNING n"));
}

Result<void> noteSchema(sql::Database &database, int schema)
{
    const auto before = oneNumber(database, QStringLiteral("SELECT schema FROM replica_state WHERE id = 1"));
    if (!before)
        return before.error();
    if (*before == schema)
        return {};
    if (auto raised = raisePosition(database); !raised)
        return raised.error();
    return database.run(QStringLiteral("UPDATE replica_state SET schema = ? WHERE id = 1"), {qint64{schema}});
}

Result<bool> isArchived(sql::Database &database)
{
    const auto archived = oneNumber(database, QStringLiteral("SELECT archived FROM replica_state WHERE id = 1"));
    if (!archived)
        return archived.error();
    return *archived != 0;
}

Result<void> setArchived(sql::Database &database, bool archived)
{
    const auto before = isArchived(database);
    if (!before)
        return before.error();
    if (*before == archived)
        return {};
    if (archived) {
        if (auto raised = raisePosition(database); !raised)
            return raised.error();
    }
    return database.run(QStringLiteral("UPDATE replica_state SET archived = ? WHERE id = 1"),
                        {qint64{archived ? 1 : 0}});
}

Result<int> schema(sql::Database &database)
{
    const auto version = oneNumber(database, QStringLiteral("SELECT max(version) FROM schema_migrations"));
    if (!version)
        return version.error();
    return int(*version);
}

Result<void> setEpoch(sql::Database &database, const QString &epoch, qint64 nowMs)
{
    return database.run(QStringLiteral("UPDATE hub_state SET epoch = ?, created_at = ? WHERE id = 1"), {epoch, nowMs});
}

Result<void> jumpOrderNumbers(sql::Database &database, qint64 nowMs)
{
    // Whatever the time zone: a day of today began yesterday at the earliest.
    const QString yesterday = QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).date().addDays(-1).toString(Qt::ISODate);
    return database.run(
        QStringLiteral("UPDATE order_numbers SET last = last + ? WHERE letter = 'A' AND business_day >= ?"),
        {qint64{orderNumberJump}, yesterday});
}

} // namespace oshaq::replicastore
