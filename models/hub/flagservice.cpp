// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/flagservice.h"

#include "models/hub/businessstore.h"
#include "models/hub/journalstore.h"
#include "models/hub/sqlvalues.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace oshaq {

namespace {

constexpr std::size_t maxFlags = 200;

bool isFlagName(const QString &name)
{
    return !name.isEmpty() && name.front() >= u'a' && name.front() <= u'z' &&
           std::all_of(name.begin(), name.end(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'.' || c == u'-';
           });
}

Error invalid(std::size_t index, const char *field, const QString &issue)
{
    return {ErrorCode::ValidationFailed,
            issue,
            {{QStringLiteral("flags[%1].%2").arg(QString::number(index), QLatin1String(field)), issue}}};
}

} // namespace

Result<std::vector<FeatureFlag>> flagreads::all(sql::Database &database, qint64 businessId)
{
    auto rows =
        database.query(QStringLiteral("SELECT name, enabled, owner, description, expires_at, version, updated_at"
                                      " FROM feature_flags WHERE business_id = ? ORDER BY name"),
                       {businessId});
    if (!rows)
        return rows.error();
    std::vector<FeatureFlag> flags;
    while (rows->next()) {
        flags.push_back({rows->text(0), rows->integer(1) != 0, rows->text(2), rows->text(3), rows->integer(4),
                         rows->integer(5), rows->integer(6)});
    }
    if (rows->failed())
        return hubsql::readFailed();
    return flags;
}

Result<bool> flagreads::isOn(sql::Database &database, qint64 businessId, const QString &name, qint64 nowMs)
{
    auto rows = database.query(QStringLiteral("SELECT 1 FROM feature_flags WHERE business_id = ? AND name = ?"
                                              " AND enabled = 1 AND expires_at > ?"),
                               {businessId, name, nowMs});
    if (!rows)
        return rows.error();
    return hubsql::nextRow(*rows);
}

Result<WriteOutcome> flagwrites::put(WriteContext &context, const std::vector<FeatureFlag> &flags)
{
    const qint64 businessId = context.principal.businessId;
    auto known = flagreads::all(context.database, businessId);
    if (!known)
        return known.error();
    const auto business = businessstore::find(context.database, businessId);
    if (!business)
        return business.error();
    QJsonArray changed;
    for (std::size_t i = 0; i < flags.size(); ++i) {
        const FeatureFlag &flag = flags[i];
        if (!isFlagName(flag.name))
            return invalid(i, "name", QStringLiteral("takes a-z, 0-9, dot, dash and underscore"));
        if (flag.expiresAtMs <= context.nowMs || flag.expiresAtMs > context.nowMs + longestFlagMs)
            return invalid(i, "expires_at", QStringLiteral("must be within the next 366 days"));
        const auto old = std::find_if(known->begin(), known->end(),
                                      [&flag](const FeatureFlag &other) { return other.name == flag.name; });
        const bool isNew = old == known->end();
        if (flag.version != (isNew ? 0 : old->version)) {
            return Error{ErrorCode::VersionStale,
                         isNew ? QStringLiteral("There is no flag %1.").arg(flag.name)
                               : QStringLiteral("The flag %1 is at version %2 by now; look at it again.")
                                     .arg(flag.name, QString::number(old->version)),
                         {}};
        }
        if (isNew && known->size() >= maxFlags)
            return invalid(i, "name", QStringLiteral("There are %1 flags already; decide some.").arg(maxFlags));
        const auto written =
            isNew ? context.database.run(
                        QStringLiteral("INSERT INTO feature_flags (enabled, owner, description, expires_at, version,"
                                       " updated_at, business_id, name) VALUES (?, ?, ?, ?, 1, ?, ?, ?)"),
                        {int(flag.enabled), flag.owner, flag.description, flag.expiresAtMs, context.nowMs, businessId,
                         flag.name})
                  : context.database.run(
                        QStringLiteral("UPDATE feature_flags SET enabled = ?, owner = ?, description = ?,"
                                       " expires_at = ?, version = version + 1, updated_at = ?"
                                       " WHERE business_id = ? AND name = ?"),
                        {int(flag.enabled), flag.owner, flag.description, flag.expiresAtMs, context.nowMs, businessId,
                         flag.name});
        if (!written)
            return written.error();
        if (isNew)
            known->push_back({flag.name, flag.enabled, {}, {}, flag.expiresAtMs, 1, context.nowMs});
        else
            ++old->version;
        changed.append(QJsonObject{{QStringLiteral("name"), flag.name}, {QStringLiteral("enabled"), flag.enabled}});
    }
    const auto journalled =
        journalstore::append(context, businessId,
                             {EntityKind::Business, businessId, business->version, QStringLiteral("business.flags"),
                              QJsonObject{{QStringLiteral("flags"), changed}}, businessstore::digest(*business)});
    if (!journalled)
        return journalled.error();
    WriteOutcome outcome;
    outcome.entity = EntityKind::Business;
    outcome.entityId = businessId;
    return outcome;
}

} // namespace oshaq
