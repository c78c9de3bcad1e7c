// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"

#include <QString>

#include <algorithm>

namespace oshaq {

/// One of the staff who carries orders to guests.
struct Courier
{
    qint64 id = 0; ///< of the member of staff
    QString name;
    bool onShift = false;
    int openOrders = 0; ///< given to them and not closed

    bool operator==(const Courier &) const = default;
};

/// What is to be taken from the guest at the door.
inline qint64 toCollectMinor(const Order &order)
{
    if (order.origin.paid)
        return 0;
    return std::max<qint64>(0, order.cost.totalMinor - order.payment.paidMinor - order.payment.pendingMinor);
}

} // namespace oshaq
