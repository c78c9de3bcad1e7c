// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/dayend.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QByteArray>

#include <vector>

namespace oshaq {

/// The table `day_ends`: rows are added and read, never changed. DayEnd::madeBy is as the journal writes it here,
/// "staff:3".
namespace dayendstore {

/// Sets the id and the number, the next one of its day.
Result<void> insert(sql::Database &database, qint64 businessId, DayEnd *dayEnd, const QByteArray &figures);

/// NotFound also for another business's.
Result<DayEnd> find(sql::Database &database, qint64 businessId, qint64 dayEndId);
/// Newest first, those before `beforeId`; 0: from the newest.
Result<std::vector<DayEnd>> list(sql::Database &database, qint64 businessId, qint64 beforeId, int limit);
/// What insert() was given.
Result<QByteArray> figures(sql::Database &database, qint64 businessId, qint64 dayEndId);

} // namespace dayendstore

} // namespace oshaq
