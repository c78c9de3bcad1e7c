// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/outbox.h"

#include <QString>

#include <deque>
#include <vector>

namespace oshaq {

/// Something that somebody did at this screen, and how it can be taken back. Pure.
namespace shiftjournal {

/// The code that stands as reason where something is cancelled or voided because it was taken back.
inline constexpr char undoneReason[] = "undone";

/// What one act did, step by step.
struct Act
{
    QString batch;
    qint64 orderId = 0;
    QString orderUuid;
    QString orderNumber;
    std::vector<StaffAct> steps; ///< at least one
    bool undone = false;         ///< a later act took it back
    bool isSettled = false;      ///< an order was taken, and accepted here since: the guest has been told

    /// Lines done, or the order moved on: what a recall is for.
    bool isBump() const;
    /// "86" or back: not of an order.
    bool isOfItem() const;
    /// It was about this line.
    bool names(const OrderLine &line) const;
};

/// What stands in the outbox, oldest first, without those acts that only took others back. What was recalled by hand is
/// taken out of the bumps before it: should somebody else bump it again, that is theirs.
std::vector<Act> acts(const std::deque<OutboxCommand> &commands);

/// What takes the act back from where the order is now, in order; empty: nothing of it stands, because others went on
/// from there or took it back, or because it cannot be taken back (an accepted or a cancelled order stays so, and
/// what was accepted is not taken back as if it had never been taken). Of acts on orders.
std::vector<StaffAct> inverse(const Act &act, const Order &order);

} // namespace shiftjournal

} // namespace oshaq
