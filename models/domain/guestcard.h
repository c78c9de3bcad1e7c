// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"

#include <QString>

#include <vector>

namespace oshaq {

struct GuestAddress
{
    qint64 id = 0;
    QString address;
    QString label; ///< "Home"; empty: none

    bool operator==(const GuestAddress &) const = default;
};

/// A guest as people of the counter may see them.
struct GuestCard
{
    qint64 userId = 0;
    QString name;
    QString phone;
    bool phoneVerified = false;
    int orderCount = 0;
    qint64 firstOrderAtMs = 0; ///< 0: none yet
    qint64 lastOrderAtMs = 0;
    qint64 spentMinor = 0; ///< total of completed orders
    QString lastAllergy;   ///< of the newest order that names one
    std::vector<GuestAddress> addresses;
    std::vector<Order> recent; ///< newest first, at most 10; empty in lists of guests

    bool operator==(const GuestCard &) const = default;
};

} // namespace oshaq
