// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "models/domain/result.h"

#include <optional>
#include <vector>

namespace oshaq {

/// What a person did to one order. The hub decides it on the record; a terminal decides the same function on its cached
/// row plus its pending commands, which is how a bump is visible at once and still honest.
struct OrderCommand
{
    enum class Kind
    {
        SetStatus,  ///< order to `to`
        Lines,      ///< `action` on `lineIds`
        Recall,     ///< the order one step back; with `lineIds`, these done lines back to started
        Prioritise, ///< before everything else, or in its turn again
    };

    Kind kind = Kind::SetStatus;
    OrderStatus to = OrderStatus::Accepted;
    std::optional<OrderStatus> from; ///< the status that the person saw; none: not checked
    LineAction action = LineAction::Done;
    std::vector<qint64> lineIds;
    bool priority = true;            ///< of Prioritise
    QString reason;                  ///< needed to cancel and to void
    std::optional<qint64> actedAtMs; ///< hub time as the terminal estimated it; none: now

    bool operator==(const OrderCommand &) const = default;
};

/// Stable code of what it does: "start", "done", "void" and the other line actions, "recall", "priority", "status:4".
QString commandCode(const OrderCommand &command);

/// Under which rules a command is decided.
struct CommandContext
{
    Role role = Role::Kitchen;
    qint64 nowMs = 0; ///< the hub's clock
    qint64 businessDayEndMs =
        0; ///< end of the business day in which the order reached its status, for managers' recalls
};

/// What a command changes. Empty: the target was reached already, nothing is to be written and the answer is a success.
struct OrderEffect
{
    struct StatusStep
    {
        OrderStatus status = OrderStatus::New;
        qint64 atMs = 0; ///< acted_at clamped to [previous status, now]
        QString reason;
        bool recall = false;

        bool operator==(const StatusStep &) const = default;
    };
    struct LineStep
    {
        qint64 lineId = 0;
        LineStatus status = LineStatus::Queued;
        qint64 atMs = 0;
        std::optional<qint64> firedAtMs = {}; ///< fired then or, with 0, held; none: as it was

        bool operator==(const LineStep &) const = default;
    };

    std::vector<StatusStep> statuses; ///< in order; "start" on a New order gives 2, then 3
    std::vector<LineStep> lines;
    std::optional<bool> priority;

    bool isEmpty() const { return statuses.empty() && lines.empty() && !priority; }
    bool operator==(const OrderEffect &) const = default;
};

/// The rules of DESIGN section 5, pure.
///
/// SetStatus: target reached already -> empty effect; `from` given and different from the current status ->
/// OrderStatusChanged; otherwise the status machine. Setting Preparing starts all queued lines that are not held,
/// Ready finishes all open ones; cancelling needs a reason and leaves the lines as they are.
/// Lines: the action must be allowed for each line (lines at the target are skipped; an unknown id is NotFound). The
/// order must not be closed. The first started or done line takes a New order through Accepted to Preparing; the last
/// done line makes it Ready; voiding the last open line of an order with done lines makes it Ready too; voiding every
/// line cancels nothing by itself. Firing and holding change when a queued line is to be made and nothing else; whoever
/// starts a held line fires it. Unstarting the last line that was begun takes a Preparing order back to Accepted,
/// restoring a voided line takes a Ready order back to Preparing. Recalling a line of a Ready order takes the order
/// back to Preparing. Recall without lines: one step back; 4->3 puts all done lines to started, 3->2 all started and
/// done lines to queued.
Result<OrderEffect> decide(const Order &order, const OrderCommand &command, const CommandContext &context);

/// The order after the effect; version is raised by one unless the effect is empty. Touched lines' versions too.
Order applyEffect(Order order, const OrderEffect &effect);

} // namespace oshaq
