// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/paintwatchrules.h"
#include "models/domain/printer.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// A ticket of which screens were told already.
struct RaisedTicket
{
    qint64 orderId = 0;
    qint64 stationId = 0;
    qint64 firstLineId = 0;
    QString printer; ///< where its paper went, or goes; empty: nowhere
    PrintJobState paper = PrintJobState::Queued;
    PrintFault fault = PrintFault::None; ///< of its last attempt
};

/// Reads what the rules of models/domain/paintwatchrules ask, and keeps which tickets were an alarm.
namespace unpaintedstore {

Result<std::vector<qint64>> businesses(sql::Database &database);
/// Orders that are not closed and placed at `sinceMs` or later, with all their lines.
Result<std::vector<WatchedOrder>> openOrders(sql::Database &database, qint64 businessId, qint64 sinceMs);
/// Nothing for an unknown order.
Result<std::optional<WatchedOrder>> order(sql::Database &database, qint64 businessId, qint64 orderId);
/// Of orders that are not closed and placed at `sinceMs` or later.
Result<std::vector<RaisedTicket>> raised(sql::Database &database, qint64 businessId, qint64 sinceMs);

/// Which terminals told of a ticket at `sinceMs` or later, and what they showed: (terminal, station or 0).
Result<std::vector<std::pair<qint64, qint64>>> painters(sql::Database &database, qint64 businessId, qint64 sinceMs);

Result<bool> isRaised(sql::Database &database, qint64 orderId, const UnseenTicket &ticket);
Result<void> insert(sql::Database &database, qint64 businessId, qint64 orderId, const UnseenTicket &ticket,
                    std::optional<qint64> jobId, qint64 nowMs);

} // namespace unpaintedstore

} // namespace oshaq
