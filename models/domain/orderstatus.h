// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fulfilment.h"
#include "models/domain/result.h"
#include "models/domain/role.h"

#include <array>
#include <optional>

namespace oshaq {

/// Status of an order. The numbers are the API's and the database's.
enum class OrderStatus
{
    New = 1,
    Accepted = 2,
    Preparing = 3,
    Ready = 4,
    OutForDelivery = 5,
    Completed = 6,
    Cancelled = 7,
};

inline constexpr std::array allOrderStatuses{OrderStatus::New,      OrderStatus::Accepted,       OrderStatus::Preparing,
                                             OrderStatus::Ready,    OrderStatus::OutForDelivery, OrderStatus::Completed,
                                             OrderStatus::Cancelled};

/// Within this time after the status was reached kitchen and counter may recall it; managers until the end of the
/// business day.
inline constexpr qint64 recallWindowMs = 15 * 60 * 1000;

std::optional<OrderStatus> orderStatusFromCode(qint64 code);

/// The API's name: "New", "Accepted", "Preparing", "Ready", "Out for delivery", "Completed", "Cancelled".
QString orderStatusName(OrderStatus status);

/// Completed and Cancelled: the order leaves the queues.
constexpr bool isClosed(OrderStatus status)
{
    return status == OrderStatus::Completed || status == OrderStatus::Cancelled;
}

/// The status machine of DESIGN section 5 as one table lookup: may `role` move an order from -> to?
bool mayTransition(OrderStatus from, OrderStatus to, Role role, Fulfilment fulfilment);

/// True when anybody may: tells "this move does not exist" from "you may not".
bool transitionExists(OrderStatus from, OrderStatus to, Fulfilment fulfilment);

/// One step back (3->2, 4->3, 5->4, 6->4 unless delivered), or nothing.
std::optional<OrderStatus> recallTarget(OrderStatus from, Fulfilment fulfilment);

/// Kitchen, counter, manager and owner may recall.
bool mayRecall(Role role);

} // namespace oshaq
