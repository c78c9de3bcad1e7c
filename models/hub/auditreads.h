// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/auditlog.h"
#include "models/domain/change.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

namespace auditreads {

/// Newest first; rows that are written meanwhile never shift a page.
Result<AuditPage> page(sql::Database &database, qint64 businessId, const AuditFilter &filter);

/// Everything about one entity, oldest first.
Result<std::vector<AuditRow>> ofEntity(sql::Database &database, qint64 businessId, EntityKind entity, qint64 id);

} // namespace auditreads

} // namespace oshaq
