// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/integration.h"
#include "models/sql/database.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace oshaq {

/// The table of integrations. Knows no secrets: secretsSet and secretsProblem stay empty.
namespace integrationstore {

/// Nothing when nobody has set it up.
Result<std::optional<Integration>> find(sql::Database &database, qint64 businessId, IntegrationKind kind);
Result<std::vector<Integration>> list(sql::Database &database, qint64 businessId);
/// Of all businesses.
Result<std::vector<Integration>> enabled(sql::Database &database, IntegrationKind kind);

/// Inserts one without an id and sets it.
Result<void> save(sql::Database &database, Integration *integration, qint64 nowMs);
/// State, reason and time alone.
Result<void> saveState(sql::Database &database, const Integration &integration);
QByteArray digest(const Integration &integration);

} // namespace integrationstore

} // namespace oshaq
