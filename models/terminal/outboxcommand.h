// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/role.h"
#include "models/terminal/staffact.h"

#include <QString>

#include <optional>

namespace oshaq {

/// One thing that staff did on this terminal.
struct OutboxCommand
{
    enum class State
    {
        Queued, ///< not yet answered. "In flight" is what a dispatcher knows, not a state: after a crash it is queued.
        Confirmed, ///< the hub has it; kept for 72 hours in case the hub is replaced by an older copy
        Parked,    ///< refused; kept until a person has seen it
    };

    QString id;          ///< UUIDv7, the Idempotency-Key
    qint64 sequence = 0; ///< local order of all commands, ascending, never used twice
    qint64 orderId = 0;  ///< negative: of an order that only this terminal knows yet; 0: not of an order
    /// Address the order with this one: after a restore the hub may give the number to another order. Also the name of
    /// the queue: what is not of an order has "item:21" here.
    QString orderUuid;
    QString orderNumber; ///< of a dish: its name
    StaffAct act;
    State state = State::Queued;
    int attempts = 0;
    QString errorCode;
    QString errorMessage;
    qint64 confirmedAtMs = 0;      ///< wall clock of this terminal
    bool dismissed = false;        ///< parked and seen
    QString batch;                 ///< the id of the first command of the same act
    QString undoes;                ///< the batch that this command takes back; empty: none
    qint64 operatorId = 0;         ///< who stood here when it was done (staff id); 0: nobody was named
    std::optional<Role> role = {}; ///< as what they did it; none: nobody was named

    bool operator==(const OutboxCommand &) const = default;
};

/// The queue of what is said about a dish.
inline QString itemQueue(qint64 itemId)
{
    return QStringLiteral("item:%1").arg(itemId);
}

} // namespace oshaq
