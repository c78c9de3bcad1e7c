// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/journalstore.h"

#include "models/hub/journalchain.h"
#include "models/hub/sqlvalues.h"

#include <algorithm>

namespace oshaq {

Result<qint64> journalstore::append(WriteContext &context, qint64 businessId, const JournalEntry &entry)
{
    const auto last = head(context.database, businessId);
    if (!last)
        return last.error();
    JournalRow row;
    row.previousHash = last->hash;
    row.businessId = businessId;
    row.seq = last->seq + 1;
    row.epoch = context.epoch;
    row.atMs = context.nowMs;
    row.actor = context.principal.actor();
    if (context.principal.kind == Principal::Kind::Terminal)
        row.terminalId = context.principal.id;
    row.requestId = context.requestId;
    row.entity = entityKindText(entry.entity);
    row.entityId = entry.entityId;
    row.version = entry.version;
    row.type = entry.type;
    row.payload = entry.payload.text;
    row.digest = entry.digest;

    const auto inserted = context.database.run(
        QStringLiteral(
            "INSERT INTO journal (business_id, seq, epoch, at, actor, terminal_id, request_id, entity, entity_id,"
            " version, type, payload, digest, prev_hash, hash)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {row.businessId, row.seq, row.epoch, row.atMs, row.actor, hubsql::optionalId(row.terminalId), row.requestId,
         row.entity, row.entityId, row.version, row.type, row.payload, row.digest, row.previousHash, journalchain::hashOf(row)});
    if (!inserted)
        return inserted.error();
    context.journalHeads[businessId] = row.seq;
    context.journalFirsts.try_emplace(businessId, row.seq);
    return row.seq;
}

Result<QString> journalstore::epoch(sql::Database &database)
{
    auto state = database.query(QStringLiteral("SELECT epoch FROM hub_state WHERE id = 1"));
    if (!state)
        return state.error();
    const auto found = hubsql::nextRow(*state);
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorCode::Internal, QStringLiteral("The hub has no epoch."), {}};
    return state->text(0);
}

Result<journalstore::Head> journalstore::head(sql::Database &database, qint64 businessId)
{
    auto row = database.query(
        QStringLiteral("SELECT seq, hash FROM journal WHERE business_id = ? ORDER BY seq DESC LIMIT 1"), {businessId});
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    return *found ? Head{row->integer(0), row->bytes(1)} : Head{0, journalchain::noHash()};
}

Result<qint64> journalstore::lastSeq(sql::Database &database, qint64 businessId)
{
    auto head = database.query(
        QStringLiteral("SELECT seq FROM journal WHERE business_id = ? ORDER BY seq DESC LIMIT 1"), {businessId});
    if (!head)
        return head.error();
    const auto found = hubsql::nextRow(*head);
    if (!found)
        return found.error();
    return *found ? head->integer(0) : qint64{0};
}

namespace {

Result<std::vector<Change>> readChanges(sql::Database &database, const QString &statement, const QVariantList &values)
{
    auto rows = database.query(statement, values);
    if (!rows)
        return rows.error();
    std::vector<Change> changes;
    while (rows->next()) {
        Change change;
        change.seq = rows->integer(0);
        if (!entityKindFromText(rows->text(1), &change.entity)) {
            return Error{
                ErrorCode::Internal, QStringLiteral("Journal row %1 is about an unknown entity.").arg(change.seq), {}};
        }
        change.id = rows->integer(2);
        change.version = rows->integer(3);
        change.atMs = rows->integer(4);
        change.type = rows->text(5);
        changes.push_back(std::move(change));
    }
    if (rows->failed())
        return hubsql::readFailed();
    return changes;
}

} // namespace

Result<std::vector<Change>> journalstore::rowsAfter(sql::Database &database, qint64 businessId, qint64 seq, int limit)
{
    return readChanges(database,
                       QStringLiteral("SELECT seq, entity, entity_id, version, at, type FROM journal"
                                      " WHERE business_id = ? AND seq > ? ORDER BY seq LIMIT ?"),
                       {businessId, seq, limit});
}

Result<std::vector<Change>> journalstore::lastOfGuest(sql::Database &database, qint64 businessId, qint64 userId,
                                                      qint64 seq, int limit)
{
    // Of the guest's few orders by the index of entities, however much happened since.
    auto changes = readChanges(database,
                               QStringLiteral("SELECT seq, entity, entity_id, version, at, type FROM journal"
                                              " WHERE business_id = ? AND seq IN (SELECT max(k.seq) FROM journal k"
                                              " WHERE k.business_id = ? AND k.entity = 'order' AND k.entity_id IN"
                                              " (SELECT order_id FROM orders WHERE user_id = ?) AND k.seq > ?"
                                              " GROUP BY k.entity_id) ORDER BY seq DESC LIMIT ?"),
                               {businessId, businessId, userId, seq, limit});
    if (changes)
        std::reverse(changes->begin(), changes->end());
    return changes;
}

Result<qint64> journalstore::verify(sql::Database &database, qint64 businessId)
{
    return journalchain::verifyAfter(database, businessId, 0, journalchain::noHash());
}

} // namespace oshaq
