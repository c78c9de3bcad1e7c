// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/journalchain.h"

#include "models/hub/canonicalhash.h"
#include "models/hub/journalstore.h"
#include "models/hub/sqlvalues.h"

namespace oshaq::journalchain {

namespace {

constexpr qsizetype hashSize = 32;

} // namespace

QByteArray hashOf(const JournalRow &row)
{
    CanonicalHash hash("oshaq.journal.1");
    hash.add(row.businessId)
        .add(row.seq)
        .add(row.epoch)
        .add(row.atMs)
        .add(row.actor)
        .add(row.terminalId)
        .add(row.requestId)
        .add(row.entity)
        .add(row.entityId)
        .add(row.version)
        .add(row.type)
        .add(row.payload)
        .add(row.digest)
        .add(row.previousHash);
    return hash.result();
}

QByteArray noHash()
{
    return QByteArray(hashSize, '\0');
}

Result<qint64> verifyAfter(sql::Database &database, qint64 businessId, qint64 after, QByteArray previous)
{
    auto rows = database.query(
        QStringLiteral("SELECT seq, epoch, at, actor, terminal_id, request_id, entity, entity_id, version,"
                       " type, payload, digest, prev_hash, hash FROM journal"
                       " WHERE business_id = ? AND seq > ? ORDER BY seq"),
        {businessId, after});
    if (!rows)
        return rows.error();
    qint64 count = 0;
    while (rows->next()) {
        JournalRow row;
        row.businessId = businessId;
        row.seq = rows->integer(0);
        row.epoch = rows->text(1);
        row.atMs = rows->integer(2);
        row.actor = rows->text(3);
        row.terminalId = hubsql::readOptionalId(*rows, 4);
        row.requestId = rows->text(5);
        row.entity = rows->text(6);
        row.entityId = rows->integer(7);
        row.version = rows->integer(8);
        row.type = rows->text(9);
        row.payload = rows->text(10);
        row.digest = rows->bytes(11);
        row.previousHash = rows->bytes(12);
        const QByteArray hash = rows->bytes(13);
        // A missing row shows at its successor: the expected seq is named, because that is the one to look for.
        if (row.seq != after + count + 1 || row.previousHash != previous || hash != hashOf(row)) {
            return Error{ErrorCode::Internal,
                         QStringLiteral("The journal of business %1 does not fit at seq %2.")
                             .arg(QString::number(businessId), QString::number(after + count + 1)),
                         {}};
        }
        previous = hash;
        ++count;
    }
    if (rows->failed())
        return hubsql::readFailed();
    return count;
}

Result<qint64> verifyTail(sql::Database &database, qint64 businessId, qint64 rows)
{
    const auto last = journalstore::lastSeq(database, businessId);
    if (!last)
        return last.error();
    if (*last <= rows)
        return verifyAfter(database, businessId, 0, noHash());
    const auto before = hashAt(database, businessId, *last - rows);
    if (!before)
        return before.error();
    return verifyAfter(database, businessId, *last - rows, *before);
}

Result<QByteArray> hashAt(sql::Database &database, qint64 businessId, qint64 seq)
{
    auto row =
        database.query(QStringLiteral("SELECT hash FROM journal WHERE business_id = ? AND seq = ?"), {businessId, seq});
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    return *found ? row->bytes(0) : QByteArray();
}

Result<std::vector<qint64>> businesses(sql::Database &database)
{
    // From one to the next by the primary key: DISTINCT would read the whole journal.
    auto rows = database.query(QStringLiteral(
        "WITH RECURSIVE found (id) AS (SELECT min(business_id) FROM journal UNION ALL"
        " SELECT (SELECT min(business_id) FROM journal WHERE business_id > id) FROM found WHERE id IS NOT NULL)"
        " SELECT id FROM found WHERE id IS NOT NULL UNION SELECT business_id FROM businesses ORDER BY 1"));
    if (!rows)
        return rows.error();
    std::vector<qint64> ids;
    while (rows->next())
        ids.push_back(rows->integer(0));
    if (rows->failed())
        return hubsql::readFailed();
    return ids;
}

} // namespace oshaq::journalchain
