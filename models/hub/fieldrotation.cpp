// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/fieldrotation.h"

#include "models/hub/sqlvalues.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace oshaq {

namespace {

/// A table with sealed columns. `indexes`: what goes with them, as SET clauses; rows that cannot be opened keep theirs.
struct SealedTable
{
    const char *name;
    const char *id;
    std::array<const char *, 3> columns; ///< null: no more
    const char *indexes;
};

constexpr SealedTable tables[] = {
    {"users",
     "user_id",
     {"phone", "email", nullptr},
     ", phone_index = CASE WHEN oshaq_open('users.phone', phone) = '' THEN phone_index ELSE"
     " oshaq_index('phone', business_id, substr(oshaq_digits(oshaq_open('users.phone', phone)), -10)) END"
     ", phone_end_index = CASE WHEN oshaq_open('users.phone', phone) = '' THEN phone_end_index ELSE"
     " oshaq_index('phone.end', business_id, substr(oshaq_digits(oshaq_open('users.phone', phone)), -4)) END"
     ", proven_index = CASE WHEN oshaq_open('users.phone', phone) = '' OR phone_verified = 0 THEN proven_index ELSE"
     " oshaq_index('phone.proven', business_id, oshaq_open('users.phone', phone)) END"},
    {"user_addresses", "address_id", {"address", "label", "coordinates"}, ""},
    {"print_jobs", "job_id", {"document", nullptr, nullptr}, ""},
    {"webhook_endpoints", "webhook_id", {"secret", "old_secret", nullptr}, ""},
    {"staff", "staff_id", {"totp_secret", "totp_pending", nullptr}, ""},
    {"dispatches", "dispatch_id", {"courier_phone", nullptr, nullptr}, ""},
    {"notification_recipients",
     "recipient_id",
     {"address", nullptr, nullptr},
     ", address_index = CASE WHEN oshaq_open('notification_recipients.address', address) = '' THEN address_index ELSE"
     " oshaq_index('recipient', business_id, oshaq_open('notification_recipients.address', address)) END"},
};

QString staleCondition(const SealedTable &table)
{
    QString condition;
    for (const char *column : table.columns) {
        if (column)
            condition += (condition.isEmpty() ? QString() : QStringLiteral(" AND ")) +
                         QStringLiteral("oshaq_is_current(%1)").arg(QLatin1String(column));
    }
    return QStringLiteral("NOT (%1)").arg(condition);
}

QString resealStatement(const SealedTable &table)
{
    QString set;
    for (const char *column : table.columns) {
        if (column)
            set +=
                (set.isEmpty() ? QString() : QStringLiteral(", ")) +
                QStringLiteral("%2 = oshaq_reseal('%1.%2', %2)").arg(QLatin1String(table.name), QLatin1String(column));
    }
    return QStringLiteral("UPDATE %1 SET %2%3 WHERE %4")
               .arg(QLatin1String(table.name), set, QLatin1String(table.indexes), QLatin1String(table.id)) +
           hubsql::inIds();
}

} // namespace

bool fieldrotation::isOver(const Place &place)
{
    return place.table >= qint64(std::size(tables));
}

Result<WriteOutcome> fieldrotation::resealPortion(WriteContext &context, const Place &from, int limit)
{
    WriteOutcome outcome;
    outcome.entity = EntityKind::Business;
    outcome.entityId = context.principal.businessId;
    outcome.values = {from.table, from.afterId, 0};
    if (isOver(from))
        return outcome;
    const SealedTable &table = tables[from.table];
    std::vector<qint64> ids;
    {
        auto rows =
            context.database.query(QStringLiteral("SELECT %2 FROM %1 WHERE %2 > ? AND %3 ORDER BY %2 LIMIT ?")
                                       .arg(QLatin1String(table.name), QLatin1String(table.id), staleCondition(table)),
                                   {from.afterId, std::max(limit, 1)});
        if (!rows)
            return rows.error();
        while (rows->next())
            ids.push_back(rows->integer(0));
        if (rows->failed())
            return hubsql::readFailed();
    }
    if (ids.empty()) {
        outcome.values = {from.table + 1, 0, 0};
        return outcome;
    }
    if (const auto sealed = context.database.run(resealStatement(table), {hubsql::idArray(ids)}); !sealed)
        return sealed.error();
    outcome.values = {from.table, ids.back(), qint64(ids.size())};
    return outcome;
}

Result<qint64> fieldrotation::countStale(sql::Database &database)
{
    qint64 stale = 0;
    for (const SealedTable &table : tables) {
        auto row = database.query(
            QStringLiteral("SELECT count(*) FROM %1 WHERE %2").arg(QLatin1String(table.name), staleCondition(table)));
        if (!row)
            return row.error();
        if (const auto found = hubsql::nextRow(*row); !found)
            return found.error();
        stale += row->integer(0);
    }
    return stale;
}

} // namespace oshaq
