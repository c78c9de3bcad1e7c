// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/journalcheck.h"

#include "models/domain/epoch.h"
#include "models/hub/journalchain.h"
#include "models/hub/journalstore.h"
#include "models/hub/sqlvalues.h"

#include <algorithm>

namespace oshaq::journalcheck {

namespace {

/// A row from which on a journal goes on from an older copy.
struct Turn
{
    qint64 businessId = 0;
    qint64 seq = 0;
    qint64 term = 0;
};

Result<std::vector<Turn>> turns(sql::Database &database)
{
    auto rows = database.query(QStringLiteral("SELECT business_id, seq, epoch FROM journal"
                                              " WHERE type IN ('hub.restored', 'hub.promoted')"));
    if (!rows)
        return rows.error();
    std::vector<Turn> found;
    while (rows->next())
        found.push_back({rows->integer(0), rows->integer(1), termOf(rows->text(2))});
    if (rows->failed())
        return hubsql::readFailed();
    return found;
}

bool isAbandoned(const JournalAnchor &anchor, const std::vector<Turn> &turns)
{
    return !anchor.epoch.isEmpty() && std::any_of(turns.begin(), turns.end(), [&anchor](const Turn &turn) {
        return turn.businessId == anchor.businessId && anchor.seq >= turn.seq && termOf(anchor.epoch) < turn.term;
    });
}

Result<std::vector<JournalAnchor>> dayEnds(sql::Database &database, bool newestOnly)
{
    auto rows = database.query(
        newestOnly ? QStringLiteral("SELECT business_id, day, number, journal_seq, journal_hash, max(day_end_id)"
                                    " FROM day_ends GROUP BY business_id")
                   : QStringLiteral("SELECT business_id, day, number, journal_seq, journal_hash FROM day_ends"
                                    " ORDER BY day_end_id"));
    if (!rows)
        return rows.error();
    std::vector<JournalAnchor> anchors;
    while (rows->next()) {
        anchors.push_back({rows->integer(0),
                           {},
                           rows->integer(3),
                           rows->bytes(4),
                           QStringLiteral("day-end report %1 of %2").arg(rows->integer(2)).arg(rows->text(1))});
    }
    if (rows->failed())
        return hubsql::readFailed();
    return anchors;
}

/// What is wrong about it; empty: nothing.
Result<QString> misfit(sql::Database &database, const JournalAnchor &anchor)
{
    if (anchor.seq == 0)
        return QString();
    const auto hash = journalchain::hashAt(database, anchor.businessId, anchor.seq);
    if (!hash)
        return hash.error();
    if (*hash == anchor.hash)
        return QString();
    const QString where = QStringLiteral("business %1, seq %2 (%3)")
                              .arg(QString::number(anchor.businessId), QString::number(anchor.seq), anchor.source);
    if (!hash->isEmpty())
        return QStringLiteral("The journal was rewritten before an anchor: %1 has another row there.").arg(where);
    const auto last = journalstore::lastSeq(database, anchor.businessId);
    if (!last)
        return last.error();
    if (*last < anchor.seq) {
        return QStringLiteral("The tail of the journal was cut: it ends at seq %1, and %2 was there.")
            .arg(QString::number(*last), where);
    }
    return QStringLiteral("A row of the journal is missing: %1.").arg(where);
}

} // namespace

Result<void> tails(sql::Database &database, qint64 rows)
{
    const auto businesses = journalchain::businesses(database);
    if (!businesses)
        return businesses.error();
    for (const qint64 business : *businesses) {
        if (auto verified = journalchain::verifyTail(database, business, rows); !verified)
            return verified.error();
    }
    const auto anchors = dayEnds(database, true);
    if (!anchors)
        return anchors.error();
    for (const JournalAnchor &anchor : *anchors) {
        const auto wrong = misfit(database, anchor);
        if (!wrong)
            return wrong.error();
        if (!wrong->isEmpty())
            return Error{ErrorCode::Internal, *wrong, {}};
    }
    return {};
}

Result<JournalFindings> all(sql::Database &database, const std::vector<JournalAnchor> &anchors)
{
    JournalFindings findings;
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    const auto businesses = journalchain::businesses(database);
    if (!businesses)
        return businesses.error();
    for (const qint64 business : *businesses) {
        const auto verified = journalstore::verify(database, business);
        if (verified)
            findings.rows += *verified;
        else if (verified.error().code == ErrorCode::Internal)
            findings.problems << verified.error().message;
        else
            return verified.error();
    }
    auto all = dayEnds(database, false);
    if (!all)
        return all.error();
    all->insert(all->end(), anchors.begin(), anchors.end());
    const auto left = turns(database);
    if (!left)
        return left.error();
    for (const JournalAnchor &anchor : *all) {
        if (isAbandoned(anchor, *left)) {
            ++findings.abandoned;
            continue;
        }
        const auto wrong = misfit(database, anchor);
        if (!wrong)
            return wrong.error();
        if (wrong->isEmpty())
            ++findings.anchors;
        else
            findings.problems << *wrong;
    }
    return findings;
}

} // namespace oshaq::journalcheck
