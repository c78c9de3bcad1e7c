// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"

#include <vector>

namespace oshaq {

/// One order's lines at one station, as a screen shows them: the hub's row plus the pending commands of this terminal.
struct Ticket
{
    qint64 orderId = 0;
    Order order;                  ///< whole order, effects of pending commands applied
    std::vector<OrderLine> lines; ///< those of the shown station (all of them in a view of all stations)
    bool pending = false;         ///< something done here has not reached the hub yet
    qint64 soonAtMs = 0;          ///< hub time at which it becomes "soon late"
    qint64 lateAtMs = 0;          ///< hub time at which it becomes "late"

    bool operator==(const Ticket &) const = default;
};

/// One row of the all-day counts: how much of a dish is still to be made.
struct AllDayCount
{
    qint64 itemId = 0;
    QString name;
    qint64 quantity = 0; ///< thousandths, queued and started lines

    bool operator==(const AllDayCount &) const = default;
};

/// A ticket that left the screen and can be recalled.
struct CompletedTicket
{
    qint64 orderId = 0;
    QString number;
    Fulfilment fulfilment = Fulfilment::Pickup;
    QString table;
    OrderStatus status = OrderStatus::Completed;
    qint64 placedAtMs = 0;
    qint64 completedAtMs = 0; ///< when its last line at this station was done, or the order was closed
    bool recallable = false;

    bool operator==(const CompletedTicket &) const = default;
};

/// A command that the hub refused, kept until a person has seen it.
struct ParkedCommand
{
    QString id; ///< outbox id = idempotency key
    qint64 orderId = 0;
    QString orderNumber;
    QString what;      ///< stable code of what was tried: "start", "done", "void", "recall", "status:4"
    QString errorCode; ///< the hub's, for example ORDER_TRANSITION_NOT_ALLOWED; ui translates it
    QString message;   ///< the hub's English message
    qint64 actedAtMs = 0;

    bool operator==(const ParkedCommand &) const = default;
};

} // namespace oshaq
