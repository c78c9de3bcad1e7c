// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/integrationstore.h"

#include "models/hub/canonicalhash.h"
#include "models/hub/sqlvalues.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace oshaq {

namespace {

QString configText(const Integration &integration)
{
    QJsonObject json;
    for (const auto &[key, value] : integration.config)
        json.insert(key, value);
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<std::vector<Integration>> read(sql::Database &database, const QString &where, const QVariantList &values)
{
    auto rows =
        database.query(QStringLiteral("SELECT integration_id, business_id, kind, enabled, config, version,"
                                      " last_state, last_reason, last_state_at, updated_at FROM integrations ") +
                           where,
                       values);
    if (!rows)
        return rows.error();
    std::vector<Integration> found;
    while (rows->next()) {
        // A kind of a newer program.
        const auto kind = integrationKindFromText(rows->text(2));
        if (!kind)
            continue;
        Integration one;
        one.id = rows->integer(0);
        one.businessId = rows->integer(1);
        one.kind = *kind;
        one.enabled = rows->integer(3) != 0;
        const QJsonObject config = QJsonDocument::fromJson(rows->text(4).toUtf8()).object();
        for (auto entry = config.begin(); entry != config.end(); ++entry)
            one.config[entry.key()] = entry.value().toString();
        one.version = rows->integer(5);
        one.state = integrationStateFromText(rows->text(6)).value_or(IntegrationState::Unknown);
        one.stateReason = rows->text(7);
        one.stateAtMs = rows->isNull(8) ? 0 : rows->integer(8);
        one.updatedAtMs = rows->integer(9);
        found.push_back(std::move(one));
    }
    if (rows->failed())
        return hubsql::readFailed();
    return found;
}

} // namespace

Result<std::optional<Integration>> integrationstore::find(sql::Database &database, qint64 businessId,
                                                          IntegrationKind kind)
{
    auto found =
        read(database, QStringLiteral("WHERE business_id = ? AND kind = ?"), {businessId, integrationKindText(kind)});
    if (!found)
        return found.error();
    if (found->empty())
        return std::optional<Integration>();
    return std::optional(std::move(found->front()));
}

Result<std::vector<Integration>> integrationstore::list(sql::Database &database, qint64 businessId)
{
    return read(database, QStringLiteral("WHERE business_id = ? ORDER BY integration_id"), {businessId});
}

Result<std::vector<Integration>> integrationstore::enabled(sql::Database &database, IntegrationKind kind)
{
    return read(database, QStringLiteral("WHERE kind = ? AND enabled = 1 ORDER BY business_id"),
                {integrationKindText(kind)});
}

Result<void> integrationstore::save(sql::Database &database, Integration *integration, qint64 nowMs)
{
    integration->updatedAtMs = nowMs;
    if (integration->id > 0) {
        return database.run(
            QStringLiteral("UPDATE integrations SET enabled = ?, config = ?, version = ?,"
                           " updated_at = ? WHERE integration_id = ?"),
            {integration->enabled ? 1 : 0, configText(*integration), integration->version, nowMs, integration->id});
    }
    auto inserted =
        database.query(QStringLiteral("INSERT INTO integrations (business_id, kind, enabled, config, version,"
                                      " created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)"),
                       {integration->businessId, integrationKindText(integration->kind), integration->enabled ? 1 : 0,
                        configText(*integration), integration->version, nowMs, nowMs});
    if (!inserted)
        return inserted.error();
    integration->id = inserted->lastInsertId();
    return {};
}

Result<void> integrationstore::saveState(sql::Database &database, const Integration &integration)
{
    return database.run(
        QStringLiteral("UPDATE integrations SET last_state = ?, last_reason = ?, last_state_at = ?"
                       " WHERE integration_id = ?"),
        {integrationStateText(integration.state), integration.stateReason, integration.stateAtMs, integration.id});
}

QByteArray integrationstore::digest(const Integration &integration)
{
    CanonicalHash hash("oshaq.integration.1");
    hash.add(integration.id).add(integrationKindText(integration.kind)).add(qint64{integration.enabled ? 1 : 0});
    hash.add(configText(integration)).add(integration.version);
    return hash.result();
}

} // namespace oshaq
