// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/feed.h"
#include "models/hub/writer.h"

#include <functional>
#include <memory>

namespace oshaq {

namespace feedreads {

/// An order of this version or a newer one that need not be read; null: read it.
using KnownOrders = std::function<std::shared_ptr<const Order>(qint64 id, qint64 version)>;

/// Changes after `since`, at most `limit` (1 to 500). CursorGone: a foreign epoch or a seq beyond the last.
/// Several changes of one entity in a page share one join.
Result<FeedPage> changes(sql::Database &database, qint64 businessId, const Cursor &since, int limit,
                         const KnownOrders &known = {});
/// The same for one guest: the last change of each of that guest's own orders after `since`, and nothing else. The
/// page's cursor is the journal's end.
Result<FeedPage> guestChanges(sql::Database &database, qint64 businessId, qint64 userId, const Cursor &since,
                              int limit);
Result<Cursor> cursor(sql::Database &database, qint64 businessId);
/// `terminalId`: whose own letter and name belong into it; 0: nobody's.
Result<Snapshot> snapshot(sql::Database &database, qint64 businessId, qint64 nowMs, qint64 terminalId = 0);

/// Walks the hash chain of a business: number of rows, or Internal with the first seq that does not fit.
Result<qint64> verifyChain(sql::Database &database, qint64 businessId);

} // namespace feedreads

} // namespace oshaq
