// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/change.h"
#include "models/domain/jsonwriter.h"
#include "models/domain/result.h"
#include "models/hub/writer.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace oshaq {

/// A JSON object as the journal keeps it: compact text.
struct JournalPayload
{
    JournalPayload() = default;
    JournalPayload(const QJsonObject &object)
        : text(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)))
    {}
    /// What was written at once, for those who write all day.
    explicit JournalPayload(JsonWriter &json)
        : text(QString::fromUtf8(json.take()))
    {}

    QString text = QStringLiteral("{}");
};

/// What one business write says about one entity. Codes, amounts and ids only: a name, a phone, an address or a free
/// text that a person typed never gets in here, because the journal outlives the erasure of a person.
struct JournalEntry
{
    EntityKind entity = EntityKind::Order;
    qint64 entityId = 0;
    qint64 version = 0;
    QString type;        ///< "order.status"
    JournalPayload payload; ///< what the readers need besides the joined row
    QByteArray digest;   ///< SHA-256 of the entity's non-personal fields after the write
};

/// The table `journal`: append-only, chained per business by SHA-256.
namespace journalstore {

/// Appends inside the caller's transaction and raises context.journalHeads. Returns the new seq.
Result<qint64> append(WriteContext &context, qint64 businessId, const JournalEntry &entry);

/// The epoch of this hub's journal.
Result<QString> epoch(sql::Database &database);

/// The seqs of one entity, for "seq IN": bind business, kind and id. Nothing but the seq is asked for, because that is
/// all in the index: asked for more, the planner, who does not know how long a journal gets, walks through all of it.
inline QString seqsOfEntity()
{
    return QStringLiteral(
        " (SELECT k.seq FROM journal k WHERE k.business_id = ? AND k.entity = ? AND k.entity_id = ?) ");
}

/// The last row of a business: what an anchor outside of the journal holds of it.
struct Head
{
    qint64 seq = 0;  ///< 0: it has none
    QByteArray hash; ///< 32 bytes
};
Result<Head> head(sql::Database &database, qint64 businessId);

/// The last seq of a business; 0 when it has none.
Result<qint64> lastSeq(sql::Database &database, qint64 businessId);

/// Rows after `seq` in order, at most `limit`.
Result<std::vector<Change>> rowsAfter(sql::Database &database, qint64 businessId, qint64 seq, int limit);

/// The last row after `seq` of each order of a guest, in order; the newest `limit` of them.
Result<std::vector<Change>> lastOfGuest(sql::Database &database, qint64 businessId, qint64 userId, qint64 seq,
                                        int limit);

/// Walks the whole chain: number of rows, or Internal naming the first seq that does not fit.
Result<qint64> verify(sql::Database &database, qint64 businessId);

} // namespace journalstore

} // namespace oshaq
