// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/orderstatus.h"
#include "models/hub/auditreads.h"
#include "models/hub/orderservice.h"

#include <optional>
#include <vector>

namespace oshaq {

/// Everything that is kept about what happened to one order.
struct OrderHistory
{
    struct Status
    {
        OrderStatus status = OrderStatus::New;
        qint64 atMs = 0;         ///< when the person acted
        qint64 recordedAtMs = 0; ///< when the hub wrote it
        bool isRecall = false;
        QString reason;
    };
    struct Painted
    {
        QString viewer;         ///< "terminal:3"
        qint64 stationId = 0;   ///< 0: a view of all stations
        qint64 countedAtMs = 0; ///< 0: never on a later page
        qint64 paintedAtMs = 0; ///< 0: not drawn there
        std::optional<qint64> latencyMs;
    };

    qint64 orderId = 0;
    std::vector<AuditRow> events; ///< of the journal, oldest first
    std::vector<Status> statuses; ///< oldest first
    std::vector<Painted> painted;
};

namespace orderreads {

/// One snapshot. NotFound also for another business's order.
Result<OrderHistory> history(sql::Database &database, qint64 businessId, const OrderRef &ref);

} // namespace orderreads

} // namespace oshaq
