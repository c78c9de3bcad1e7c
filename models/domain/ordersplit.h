// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "models/domain/ordercommand.h"
#include "models/domain/result.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace oshaq {

/// What the reason of an order begins with that is cancelled because it was joined with another one, whose number
/// follows.
inline constexpr char joinedReason[] = "joined:";

/// A line, or a part of one, that is to leave an order.
struct SplitPart
{
    qint64 lineId = 0;
    std::optional<qint64> quantity; ///< thousandths; none: the whole line

    bool operator==(const SplitPart &) const = default;
};

/// What somebody asks for who splits an order.
struct OrderSplit
{
    std::vector<SplitPart> parts;
    QString uuid; ///< of the new order; empty: the hub makes one

    bool operator==(const OrderSplit &) const = default;
};

/// What else the rules of a split need to know.
struct SplitContext
{
    qint64 nowMs = 0;
    /// When the order was last accepted, of its history; 0: not known, then it counts as placed then.
    qint64 acceptedAtMs = 0;
    /// By which steps an item is sold now, in thousandths; null: by whole pieces.
    std::function<qint64(qint64 itemId)> quantityStep;
};

/// An order cut in two. Every line of before is in exactly one of them, or in both with its quantity divided.
struct SplitOrders
{
    Order rest; ///< the order itself, with its version raised and, if need be, its new status
    /// The new one: no id, uuid or number yet. Lines that moved as a whole keep their id, cut off parts have 0.
    Order part;
    std::vector<OrderEffect::StatusStep> restSteps; ///< of the order itself, oldest first
    std::vector<qint64> moved;                      ///< lines of the part that were lines of the order
    std::vector<qint64> divided;                    ///< lines of the rest that lost some of their quantity
};

/// Which lines go is all that is asked for; nothing else of them changes: name, price, options, note, station, course,
/// state and times stay as they are.
///
/// Refused: a closed order (OrderTransitionNotAllowed); no such line (NotFound); a voided one
/// (LineTransitionNotAllowed); a line named twice, more than the line has, or nothing left of the order that is not
/// voided (ValidationFailed); a part off the item's step (QuantityOffStep). Paths as in the request:
/// "items[0].quantity".
///
/// The part has fulfilment, table, guest, address, allergy, priority and times of the order; no covers and no note,
/// and no delivery cost: the way is driven once.
/// Its status: out for delivery when the order is; otherwise Ready when all of it is done, Preparing when any of it is
/// begun, and else New or Accepted as the order was (Accepted when that was further). Its time is the order's when the
/// status is the same, for Ready when the last line was done, for Preparing when the first one was begun, for Accepted
/// when the order was accepted. What is left of the order becomes Ready when all of that is done, as when its last open
/// line had been voided; its status never goes back.
///
/// Money: each line's total is rounded by itself, half up, as everywhere. What moves as a whole therefore takes exactly
/// its price along. A line of 1.5 kg at 12.95 costs 19.43; its parts of 0.7 and 0.8 cost 9.07 and 10.36, together the
/// same. Where both parts are rounded the same way they may come to one minor unit more or less than the whole: the
/// rule of the line is stronger than the sum, so that what a guest is asked for can always be checked on their own
/// receipt.
Result<SplitOrders> splitOrder(const Order &order, const std::vector<SplitPart> &parts, const SplitContext &context);

/// Two orders made one.
struct JoinedOrders
{
    Order gone;   ///< what was joined: cancelled, with its voided lines only
    Order target; ///< with all lines
    OrderEffect::StatusStep goneStep;
    std::vector<OrderEffect::StatusStep> targetSteps; ///< oldest first; empty: its status holds for all of it
    std::vector<qint64> moved;
};

/// Everything of `order` that is not voided goes into `target`. Refused with OrderTransitionNotAllowed: one of them is
/// closed, they differ in fulfilment, or only one of them is out for delivery; ValidationFailed: both are the same
/// order, or nothing of it is left.
///
/// `target` keeps its own number, table, guest, address and delivery cost. Nothing is lost that somebody relies on:
/// allergy and note get the other order's added when they say something else, covers are counted together (up to 999),
/// and what goes first still does.
/// Its status follows the lines: with begun ones it is at least Preparing, Ready with all of them done; Ready goes back
/// to Preparing (a recall) when there is work again; a New one is Accepted when the other order was already.
/// `order` ends Cancelled for the reason "joined:A-042", with nothing left to pay.
Result<JoinedOrders> joinOrders(const Order &order, const Order &target, qint64 nowMs);

} // namespace oshaq
