// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/guesterasure.h"

#include "models/hub/settingsservice.h"
#include "models/hub/sqlvalues.h"

#include <QDateTime>

namespace oshaq {

namespace {

/// Persons nobody heard of since the bound cutoff: business, cutoff. Who never ordered was heard of when they were
/// written down. A row that was erased, or never said who somebody is, is nobody's. One scan of users and one of their
/// orders by its index.
QString silentPersons()
{
    return QStringLiteral(
        "SELECT max(u.user_id) AS user_id, max(coalesce((SELECT max(o.placed_at) FROM orders o"
        " WHERE o.user_id = u.user_id), u.created_at)) AS heard_at,"
        " sum((SELECT count(*) FROM orders o WHERE o.user_id = u.user_id)) AS orders,"
        " max(EXISTS (SELECT 1 FROM orders o LEFT JOIN payments p ON p.order_id = o.order_id"
        " WHERE o.user_id = u.user_id AND (o.status < 6 OR p.status IN ('created', 'pending', 'authorised', 'unknown')"
        " OR EXISTS (SELECT 1 FROM refunds r WHERE r.payment_id = p.payment_id AND r.state IN ('asked', 'sent')))))"
        " AS moves FROM users u WHERE u.business_id = ? AND u.erased_at IS NULL AND (u.name <> '' OR u.phone <> ''"
        " OR u.email <> '' OR EXISTS (SELECT 1 FROM user_addresses a WHERE a.user_id = u.user_id))"
        " GROUP BY CASE WHEN u.phone_is_own = 1 THEN u.phone_index ELSE u.user_id END"
        " HAVING heard_at < ?");
}

Result<qint64> monthsKept(sql::Database &database, qint64 businessId)
{
    const auto months = settingsreads::one(database, businessId, QLatin1String(settingkeys::guestMonths));
    if (!months)
        return months.error();
    return std::get<qint64>(*months);
}

qint64 cutoff(qint64 nowMs, qint64 months)
{
    return QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).addMonths(-int(months)).toMSecsSinceEpoch();
}

} // namespace

Result<RetentionPlan> guestretention::plan(sql::Database &database, qint64 businessId, qint64 nowMs,
                                           std::optional<qint64> months)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    RetentionPlan plan;
    if (!months) {
        const auto kept = monthsKept(database, businessId);
        if (!kept)
            return kept.error();
        months = *kept;
    }
    plan.months = *months;
    if (plan.months == 0)
        return plan;
    plan.cutoffMs = cutoff(nowMs, plan.months);
    auto row = database.query(
        QStringLiteral("SELECT coalesce(sum(moves = 0), 0), coalesce(sum(CASE WHEN moves = 0 THEN orders END), 0),"
                       " coalesce(sum(moves), 0), coalesce(min(CASE WHEN moves = 0 THEN heard_at END), 0) FROM (") +
            silentPersons() + QStringLiteral(")"),
        {businessId, plan.cutoffMs});
    if (!row)
        return row.error();
    if (const auto found = hubsql::nextRow(*row); !found)
        return found.error();
    plan.guests = row->integer(0);
    plan.orders = row->integer(1);
    plan.kept = row->integer(2);
    plan.oldestMs = row->integer(3);
    return plan;
}

Result<std::vector<guestretention::PromisedErasure>> guestretention::promised(sql::Database &database,
                                                                             qint64 businessId)
{
    auto rows = database.query(
        QStringLiteral("SELECT user_id, reason FROM guest_erasures WHERE business_id = ? AND erased_at = 0"),
        {businessId});
    if (!rows)
        return rows.error();
    std::vector<PromisedErasure> all;
    while (rows->next())
        all.push_back({rows->integer(0), rows->text(1) == u"retention" ? ErasureReason::Retention
                                                                       : ErasureReason::Request});
    if (rows->failed())
        return hubsql::readFailed();
    return all;
}

Result<std::vector<qint64>> guestretention::due(sql::Database &database, qint64 businessId, qint64 nowMs, int limit)
{
    const auto months = monthsKept(database, businessId);
    if (!months)
        return months.error();
    std::vector<qint64> persons;
    if (*months == 0)
        return persons;
    auto rows = database.query(QStringLiteral("SELECT user_id FROM (") + silentPersons() +
                                   QStringLiteral(") WHERE moves = 0 ORDER BY heard_at, user_id LIMIT ?"),
                               {businessId, cutoff(nowMs, *months), limit});
    if (!rows)
        return rows.error();
    while (rows->next())
        persons.push_back(rows->integer(0));
    if (rows->failed())
        return hubsql::readFailed();
    return persons;
}

} // namespace oshaq
