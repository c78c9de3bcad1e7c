// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drawer.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QByteArray>

#include <vector>

namespace oshaq {

/// The tables of cash drawers. Every statement is scoped by its business; people are keys as in the journal.
namespace drawerstore {

/// With its moves by hand and its counts. NotFound also for another business's.
Result<DrawerSession> find(sql::Database &database, qint64 businessId, qint64 sessionId);
/// Sums and counts, without moves; oldest first.
Result<std::vector<DrawerSession>> open(sql::Database &database, qint64 businessId);
/// Likewise, newest first, before `beforeId` (0: from the newest).
Result<std::vector<DrawerSession>> list(sql::Database &database, qint64 businessId, qint64 beforeId, int limit);
/// Likewise, oldest first: those that were open at some moment of [beginMs, endMs).
Result<std::vector<DrawerSession>> during(sql::Database &database, qint64 businessId, qint64 beginMs, qint64 endMs);

/// SHA-256 of what is not personal: no note, no names.
QByteArray digest(const DrawerSession &session);

/// Sets the id.
Result<void> insert(sql::Database &database, DrawerSession *session);
/// Version, and how it was closed.
Result<void> update(sql::Database &database, const DrawerSession &session);
/// Sets the id.
Result<void> insertMove(sql::Database &database, const DrawerSession &session, DrawerMove *move);
Result<void> insertCount(sql::Database &database, const DrawerSession &session, DrawerCount *count);

} // namespace drawerstore

} // namespace oshaq
