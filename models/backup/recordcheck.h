// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backup/backuphead.h"
#include "models/hub/journalcheck.h"
#include "models/sql/database.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <vector>

namespace oshaq {

/// What a look at a whole record found.
struct RecordFindings
{
    JournalFindings journal;
    std::map<QString, qint64> counts; ///< rows of each table
    QStringList problems;             ///< all of them, those of the journal too; none: it is sound

    /// "12 orders, 3 payments, 40 rows of the journal".
    QString summary() const;
};

namespace recordcheck {

/// integrity_check, foreign keys, rows, the journal's hash chain, and what `anchors` say of it. Reads everything.
Result<RecordFindings> look(sql::Database &database, const std::vector<JournalAnchor> &anchors);

/// Where the journal was, as a backup says.
std::vector<JournalAnchor> anchorsOf(const BackupHead &head, const QString &name);

/// SHA-256 over every row of every table that a standby gets: equal for equal records, whatever their files look like.
Result<QByteArray> digest(sql::Database &database);

} // namespace recordcheck

} // namespace oshaq
