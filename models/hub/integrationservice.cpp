// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/integrationservice.h"

#include "models/hub/integrationstore.h"
#include "models/hub/journalstore.h"
#include "models/hub/sqlvalues.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace oshaq {

namespace {

constexpr qsizetype maxReason = 300;

QString prefixOf(IntegrationKind kind)
{
    return integrationKindText(kind) + u'.';
}

Result<void> addSecrets(sql::Database &database, SecretStore &secrets, Integration *integration)
{
    const QString prefix = prefixOf(integration->kind);
    const auto names = secrets.names(database, integration->businessId, prefix);
    if (!names)
        return names.error();
    for (const QString &name : *names)
        integration->secretsSet.append(name.mid(prefix.size()));
    const auto readable = secrets.readable(database, integration->businessId, prefix);
    if (!readable)
        integration->secretsProblem = readable.error().message;
    return {};
}

Integration unset(qint64 businessId, IntegrationKind kind)
{
    Integration integration;
    integration.businessId = businessId;
    integration.kind = kind;
    return integration;
}

Error wrong(std::vector<ErrorDetail> details)
{
    const QString places =
        details.size() == 1 ? QStringLiteral("one place") : QStringLiteral("%1 places").arg(details.size());
    return {ErrorCode::ValidationFailed, QStringLiteral("The request is wrong in %1.").arg(places), std::move(details)};
}

void check(IntegrationKind kind, const QString &where, const std::map<QString, QString> &values, bool areSecrets,
           bool privateUrls, std::vector<ErrorDetail> *details)
{
    for (const auto &[key, value] : values) {
        const IntegrationField *field = findIntegrationField(kind, key);
        const bool isSecret = field && field->type == IntegrationField::Type::Secret;
        const QString issue = !field                   ? QStringLiteral("is not known here")
                              : isSecret != areSecrets ? (isSecret ? QStringLiteral("is a secret: send it in secrets")
                                                                   : QStringLiteral("is no secret: send it in config"))
                                                       : integrationValueProblem(*field, value, privateUrls);
        if (!issue.isEmpty())
            details->push_back({where + u'.' + key, issue});
    }
}

Error notConfigured(IntegrationKind kind, const QString &why)
{
    return {ErrorCode::NotConfigured, QStringLiteral("The integration %1 %2").arg(integrationKindText(kind), why), {}};
}

} // namespace

Result<WriteOutcome> integrationwrites::put(WriteContext &context, SecretStore &secrets, IntegrationKind kind,
                                            const IntegrationEdit &edit, qint64 version, bool privateUrls)
{
    sql::Database &database = context.database;
    const qint64 businessId = context.principal.businessId;
    auto now = integrationreads::one(database, secrets, businessId, kind);
    if (!now)
        return now.error();
    if (now->version != version)
        return Error{ErrorCode::VersionStale, QStringLiteral("The integration changed meanwhile."), {}};
    std::vector<ErrorDetail> details;
    check(kind, QStringLiteral("config"), edit.config, false, privateUrls, &details);
    check(kind, QStringLiteral("secrets"), edit.secrets, true, privateUrls, &details);
    if (!details.empty())
        return wrong(std::move(details));

    QJsonArray keys;
    for (const auto &[key, value] : edit.config) {
        const QString trimmed = value.trimmed();
        if (trimmed.isEmpty() ? now->config.erase(key) == 0 : now->config[key] == trimmed)
            continue;
        if (!trimmed.isEmpty())
            now->config[key] = trimmed;
        keys.append(key);
    }
    for (const auto &[key, value] : edit.secrets) {
        const QString name = prefixOf(kind) + key;
        const bool isThere = now->secretsSet.contains(key);
        if (value.isEmpty() && !isThere)
            continue;
        const auto stored = value.isEmpty() ? secrets.remove(database, businessId, name)
                                            : secrets.put(database, businessId, name, value, context.nowMs);
        if (!stored)
            return stored.error();
        if (value.isEmpty())
            now->secretsSet.removeAll(key);
        else if (!isThere)
            now->secretsSet.append(key);
        keys.append(key);
    }
    const bool turns = edit.enabled && *edit.enabled != now->enabled;
    now->enabled = edit.enabled.value_or(now->enabled);
    if (now->enabled) {
        for (const QString &key : now->missing()) {
            const bool isSecret = findIntegrationField(kind, key)->type == IntegrationField::Type::Secret;
            details.push_back({(isSecret ? QStringLiteral("secrets.") : QStringLiteral("config.")) + key,
                               QStringLiteral("is needed to switch this on")});
        }
        if (!details.empty())
            return wrong(std::move(details));
    }
    WriteOutcome outcome;
    outcome.entity = EntityKind::Integration;
    outcome.entityId = now->id;
    if (keys.isEmpty() && !turns)
        return outcome;
    ++now->version;
    if (const auto saved = integrationstore::save(database, &*now, context.nowMs); !saved)
        return saved.error();
    const auto written =
        journalstore::append(context, businessId,
                             {EntityKind::Integration, now->id, now->version, QStringLiteral("integration.updated"),
                              QJsonObject{{QStringLiteral("kind"), integrationKindText(kind)},
                                          {QStringLiteral("enabled"), now->enabled},
                                          {QStringLiteral("keys"), keys}},
                              integrationstore::digest(*now)});
    if (!written)
        return written.error();
    outcome.entityId = now->id;
    return outcome;
}

Result<WriteOutcome> integrationwrites::noteState(WriteContext &context, qint64 businessId, IntegrationKind kind,
                                                  IntegrationState state, const QString &reason)
{
    WriteOutcome outcome;
    outcome.entity = EntityKind::Integration;
    auto found = integrationstore::find(context.database, businessId, kind);
    if (!found)
        return found.error();
    if (!*found)
        return outcome;
    Integration &integration = **found;
    outcome.entityId = integration.id;
    const QString kept = state == IntegrationState::Failing ? reason.left(maxReason) : QString();
    if (integration.state == state && integration.stateReason == kept)
        return outcome;
    integration.state = state;
    integration.stateReason = kept;
    integration.stateAtMs = context.nowMs;
    if (const auto saved = integrationstore::saveState(context.database, integration); !saved)
        return saved.error();
    return outcome;
}

Result<Integration> integrationreads::one(sql::Database &database, SecretStore &secrets, qint64 businessId,
                                          IntegrationKind kind)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    auto found = integrationstore::find(database, businessId, kind);
    if (!found)
        return found.error();
    Integration integration = *found ? std::move(**found) : unset(businessId, kind);
    if (const auto added = addSecrets(database, secrets, &integration); !added)
        return added.error();
    return integration;
}

Result<std::vector<Integration>> integrationreads::all(sql::Database &database, SecretStore &secrets, qint64 businessId)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    std::vector<Integration> integrations;
    for (const IntegrationKind kind : allIntegrationKinds) {
        auto integration = one(database, secrets, businessId, kind);
        if (!integration)
            return integration.error();
        integrations.push_back(std::move(*integration));
    }
    return integrations;
}

Result<IntegrationAccess> integrationreads::access(sql::Database &database, SecretStore &secrets, qint64 businessId,
                                                   IntegrationKind kind)
{
    auto access = accessForTest(database, secrets, businessId, kind);
    if (access && !access->integration.enabled)
        return notConfigured(kind, QStringLiteral("is not switched on."));
    return access;
}

Result<IntegrationAccess> integrationreads::accessForTest(sql::Database &database, SecretStore &secrets,
                                                          qint64 businessId, IntegrationKind kind)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    auto integration = one(database, secrets, businessId, kind);
    if (!integration)
        return integration.error();
    if (integration->id == 0)
        return notConfigured(kind, QStringLiteral("is not set up."));
    if (const QStringList missing = integration->missing(); !missing.isEmpty())
        return notConfigured(kind, QStringLiteral("lacks %1.").arg(missing.join(QLatin1String(", "))));
    IntegrationAccess access;
    for (const QString &key : integration->secretsSet) {
        auto value = secrets.get(database, businessId, prefixOf(kind) + key);
        if (!value)
            return value.error();
        access.secrets[key] = std::move(*value);
    }
    access.integration = std::move(*integration);
    return access;
}

} // namespace oshaq
