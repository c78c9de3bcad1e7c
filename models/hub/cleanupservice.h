// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/writer.h"

#include <QDate>

namespace oshaq {

/// What a cleanup deletes and what it keeps. Orders go with their lines, history, cost and acknowledgements; the
/// journal stays, and says which went.
struct CleanupPlan
{
    qint64 beforeMs = 0;   ///< as asked
    qint64 retainedMs = 0; ///< what was placed or closed since then the law wants kept
    qint64 cutoffMs = 0;   ///< the earlier of both: closed orders from before it go
    qint64 orders = 0;
    qint64 lines = 0;
    qint64 payments = 0;   ///< with their refunds
    qint64 totalMinor = 0; ///< of the orders, for the books
    qint64 oldestMs = 0;   ///< 0: none
    qint64 newestMs = 0;
    qint64 contacts = 0;     ///< guests without any other order, session or proven phone: name and phone are erased
    qint64 keptOpen = 0;     ///< placed before `before`, but open
    qint64 keptRetained = 0; ///< placed before `before`, but inside the retention
    qint64 keptNeeded =
        0; ///< old enough, but something else that is kept refers to them, such as a payment that moved since
};

namespace cleanupreads {

/// Everything from before `beforeMs`, however much it is. One snapshot.
Result<CleanupPlan> plan(sql::Database &database, qint64 businessId, qint64 beforeMs, qint64 nowMs);

} // namespace cleanupreads

namespace cleanupwrites {

/// A command must not hold the writer for long: this many orders at once, and the caller comes back for the rest.
inline constexpr int maxOrdersAtOnce = 1000;

/// Deletes the oldest `limit` of what plan() names. WriteOutcome::values: orders deleted, lines deleted, contacts
/// erased, orders that remain to be deleted, payments deleted.
Result<WriteOutcome> run(WriteContext &context, qint64 beforeMs, int limit);

} // namespace cleanupwrites

} // namespace oshaq
