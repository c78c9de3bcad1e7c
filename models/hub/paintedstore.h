// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/painted.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QString>

#include <optional>
#include <vector>

namespace oshaq::paintedstore {

/// orders.created_at, the commit's clock reading that a painted latency counts from; nothing for an unknown order.
Result<std::optional<qint64>> createdAt(sql::Database &database, qint64 businessId, qint64 orderId);

/// True when this is the first acknowledgement of its kind (painted or counted) for order, station and viewer. A later
/// one only notes the order's newest line: what was acknowledged once may be another ticket by now (paintwatchrules).
Result<bool> insertFirst(sql::Database &database, qint64 businessId, const PaintedAck &ack, const QString &viewer,
                         qint64 arrivedAtMs, qint64 latencyMs);

/// Latencies of what was painted at `sinceMs` or later, ascending.
Result<std::vector<qint64>> latenciesSince(sql::Database &database, qint64 businessId, qint64 sinceMs);

} // namespace oshaq::paintedstore
