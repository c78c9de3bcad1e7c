// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/dispatch.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

#include <optional>
#include <vector>

namespace oshaq {

/// The table `dispatches`: what the delivery service was asked for.
namespace dispatchstore {

/// Sets id.
Result<void> insert(sql::Database &database, Dispatch *dispatch, qint64 nowMs);
/// Everything but what it is called and which order it is for.
Result<void> update(sql::Database &database, const Dispatch &dispatch, qint64 nowMs);

/// The last one of an order; none: the service was never asked.
Result<std::optional<Dispatch>> ofOrder(sql::Database &database, qint64 businessId, qint64 orderId);
Result<std::optional<Dispatch>> byId(sql::Database &database, qint64 businessId, qint64 dispatchId);
/// By our name for it, or else by the service's.
Result<std::optional<Dispatch>> byName(sql::Database &database, qint64 businessId, const QString &uuid,
                                       const QString &serviceId);
/// Those that are to be looked at by then, of all businesses, the oldest first.
Result<std::vector<Dispatch>> due(sql::Database &database, qint64 nowMs, int limit);
/// Those under way whose order was cancelled, as far as they can still be called off.
Result<std::vector<Dispatch>> ofCancelledOrders(sql::Database &database, int limit);
/// When the next one is to be looked at.
Result<std::optional<qint64>> nextDue(sql::Database &database);

} // namespace dispatchstore

} // namespace oshaq
