// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/orderstatus.h"
#include "models/domain/pricing.h"

#include <QString>

#include <vector>

namespace oshaq {

/// A line of an order as another service names it: by our own id, else by the key that the dish was imported with, else
/// by its name.
struct OutsideLine
{
    qint64 itemId = 0;
    QString externalId;
    QString name;
    NewOrderLine line; ///< its item is looked for
};

/// An order of another service, before prices: what the guest pays there is that service's affair.
struct OutsideOrder
{
    QString source;     ///< "glovo"
    QString externalId; ///< what names it there
    NewOrder order;     ///< with its origin; the lines are those below
    std::vector<OutsideLine> lines;
};

/// An order whose service has not heard where it stands.
struct OutsideNews
{
    qint64 businessId = 0;
    qint64 orderId = 0;
    QString source;
    QString externalId;
    QString number; ///< ours
    OrderStatus status = OrderStatus::New;
    qint64 statusAtMs = 0;
    QString reason; ///< of Cancelled
    int attempts = 0;
    qint64 nextAtMs = 0;
};

} // namespace oshaq
