// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace oshaq {

/// What something outside of the journal says of one of its rows.
struct JournalAnchor
{
    qint64 businessId = 0;
    QString epoch; ///< of whoever wrote it down; empty: the record itself, such as a day-end report
    qint64 seq = 0;
    QByteArray hash;
    QString source; ///< for people: a backup's name
};

struct JournalFindings
{
    qint64 rows = 0;
    qint64 anchors = 0;   ///< that fit
    qint64 abandoned = 0; ///< anchors of what a restore or a promotion left behind
    QStringList problems;
};

/// Whether the journal is what was written: each row chained to the one before, and what others wrote down of it.
namespace journalcheck {

/// The end of each journal, and the newest day-end report of each business: quick enough for every start.
Result<void> tails(sql::Database &database, qint64 rows = 1000);

/// Every row of every business, the day-end reports, and `anchors`. A row that an anchor names and that is not there
/// means that the tail was cut. An anchor beyond a row "hub.restored" or "hub.promoted", written under a lower term, is
/// of what was given up there and says nothing.
Result<JournalFindings> all(sql::Database &database, const std::vector<JournalAnchor> &anchors);

} // namespace journalcheck

} // namespace oshaq
