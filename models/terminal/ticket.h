// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"

#include <QStringList>

#include <vector>

namespace oshaq {

/// Something about a ticket that changed since people at this screen saw it.
struct TicketChange
{
    enum class Kind
    {
        Added,     ///< the line came later
        Voided,    ///< the line is not wanted any more
        Cancelled, ///< the whole order, while something of it was still to be made
        Head       ///< table, covers, promise, note or allergy
    };

    Kind kind = Kind::Head;
    qint64 lineId = 0; ///< 0: the ticket as a whole

    bool operator==(const TicketChange &) const = default;
};

/// One order's lines at one station, as a screen shows them: the hub's row plus the pending commands of this terminal.
struct Ticket
{
    qint64 orderId = 0;
    Order order;                  ///< whole order, effects of pending commands applied
    std::vector<OrderLine> lines; ///< those of the shown station (all of them in a view of all stations)
    bool pending = false;         ///< something done here has not reached the hub yet
    qint64 soonAtMs = 0;          ///< hub time at which it becomes "soon late"
    qint64 lateAtMs = 0;          ///< hub time at which it becomes "late"
    /// Of each line, hub time at which to begin it so that all that was fired together finishes together.
    std::vector<qint64> startAtMs;
    std::vector<TicketChange> changes; ///< until somebody acknowledges them

    bool operator==(const Ticket &) const = default;
};

/// One row of the all-day counts: how much of a dish is still to be made.
struct AllDayCount
{
    qint64 itemId = 0;
    QString name;
    qint64 quantity = 0;  ///< thousandths, queued and started lines, without held ones
    qint64 held = 0;      ///< thousandths of lines whose course nobody fired yet
    qint64 stationId = 0; ///< where it is made; 0: nobody knows

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

/// Something that was done at this screen, as the list of what can be undone shows it.
struct ShiftAction
{
    QString batch; ///< names it for undo()
    qint64 orderId = 0;
    QString orderNumber;
    QString what;       ///< as ParkedCommand::what; of several commands, the last one's
    QStringList dishes; ///< names of the lines that it was about, when the order is still known here
    QString reason;
    qint64 actedAtMs = 0;
    bool undone = false;
    bool undoable = false; ///< something of it stands and may be taken back now

    bool operator==(const ShiftAction &) const = default;
};

/// A command that the hub refused, kept until a person has seen it.
struct ParkedCommand
{
    QString id; ///< outbox id = idempotency key
    qint64 orderId = 0;
    QString orderNumber;
    QString what;      ///< stable code of what was tried: "start", "done", "void", "recall", "priority", "status:4"
    QString errorCode; ///< the hub's, for example ORDER_TRANSITION_NOT_ALLOWED; ui translates it
    QString message;   ///< the hub's English message
    qint64 actedAtMs = 0;

    bool operator==(const ParkedCommand &) const = default;
};

} // namespace oshaq
