// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "models/domain/orderstatus.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QString>

#include <utility>
#include <vector>

namespace oshaq {

/// What waits in one outbox of the hub for one business.
struct OutboxFigures
{
    QString name; ///< "webhooks", "notifications", "printing", "deliveries"
    qint64 waiting = 0;
    qint64 oldestAtMs = 0; ///< UTC, when the oldest of them was put in; 0: nothing waits
};

/// What the record says of one business now, for whoever watches the site.
struct BusinessFigures
{
    qint64 businessId = 0;
    QString name;
    Currency currency;
    std::vector<std::pair<OrderStatus, int>> orders; ///< of today and the open ones from before; every status
    qint64 ordersToday = 0;
    qint64 revenueTodayMinor = 0;
    qint64 refundsToday = 0;
    qint64 refundedTodayMinor = 0;
    qint64 voidsToday = 0; ///< lines
    qint64 unknownPayments = 0;
    std::vector<OutboxFigures> outboxes;
};

namespace systemreads {

/// Every business of this hub, in one snapshot.
Result<std::vector<BusinessFigures>> figures(sql::Database &database, qint64 nowMs);
Result<BusinessFigures> figuresOf(sql::Database &database, qint64 businessId, qint64 nowMs);

} // namespace systemreads

} // namespace oshaq
