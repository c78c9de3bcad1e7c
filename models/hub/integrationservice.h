// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/integration.h"
#include "models/hub/secretstore.h"
#include "models/hub/writer.h"

#include <map>
#include <optional>
#include <vector>

namespace oshaq {

/// What somebody changes of an integration; the rest stays.
struct IntegrationEdit
{
    std::optional<bool> enabled;
    std::map<QString, QString> config;  ///< empty: back to the fallback
    std::map<QString, QString> secrets; ///< empty: forgotten. Never log it.
};

/// Everything that a client of the other side needs. Never log it.
struct IntegrationAccess
{
    Integration integration;
    std::map<QString, QString> secrets;

    QString value(QStringView key) const { return integration.value(key); }
    QString secret(QStringView key) const
    {
        const auto found = secrets.find(key.toString());
        return found == secrets.end() ? QString() : found->second;
    }
};

namespace integrationwrites {

/// VersionStale unless `version` is the present one, 0 while nobody has set it up. ValidationFailed for what does not
/// fit, and for switching on what lacks something. The journal gets the names of what changed and no value.
Result<WriteOutcome> put(WriteContext &context, SecretStore &secrets, IntegrationKind kind, const IntegrationEdit &edit,
                         qint64 version, bool privateUrls);

/// What a test or the circuit breaker found. Writes nothing when it is known, or nobody has set the integration up.
/// `reason` must hold no secret.
Result<WriteOutcome> noteState(WriteContext &context, qint64 businessId, IntegrationKind kind, IntegrationState state,
                               const QString &reason);

} // namespace integrationwrites

namespace integrationreads {

/// With which secrets there are; of a kind that nobody has set up its empty form, version 0.
Result<Integration> one(sql::Database &database, SecretStore &secrets, qint64 businessId, IntegrationKind kind);
/// Every kind, in the order of allIntegrationKinds.
Result<std::vector<Integration>> all(sql::Database &database, SecretStore &secrets, qint64 businessId);

/// NotConfigured, with words for people, unless it is on, complete and its secrets can be read.
Result<IntegrationAccess> access(sql::Database &database, SecretStore &secrets, qint64 businessId,
                                 IntegrationKind kind);
/// The same of one that may be off: for a test before it is switched on.
Result<IntegrationAccess> accessForTest(sql::Database &database, SecretStore &secrets, qint64 businessId,
                                        IntegrationKind kind);

} // namespace integrationreads

} // namespace oshaq
