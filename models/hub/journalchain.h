// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// A row of the journal as it is stored, all of it hashed.
struct JournalRow
{
    qint64 businessId = 0;
    qint64 seq = 0;
    QString epoch;
    qint64 atMs = 0;
    QString actor;
    std::optional<qint64> terminalId;
    QString requestId;
    QString entity;
    qint64 entityId = 0;
    qint64 version = 0;
    QString type;
    QString payload;
    QByteArray digest;
    QByteArray previousHash;
};

/// How the rows of the journal hang together.
namespace journalchain {

QByteArray hashOf(const JournalRow &row);
/// What stands before the first row.
QByteArray noHash();

/// Rows after `after`, each chained to the one before, the first of them to `previous`: number of rows, or Internal
/// naming the first seq that does not fit.
Result<qint64> verifyAfter(sql::Database &database, qint64 businessId, qint64 after, QByteArray previous);
/// The last `rows` rows; the one before them is believed.
Result<qint64> verifyTail(sql::Database &database, qint64 businessId, qint64 rows);
/// The hash of a row; empty: there is none.
Result<QByteArray> hashAt(sql::Database &database, qint64 businessId, qint64 seq);
/// Who has a journal.
Result<std::vector<qint64>> businesses(sql::Database &database);

} // namespace journalchain

} // namespace oshaq
