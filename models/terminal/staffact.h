// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "models/domain/ordercommand.h"
#include "models/domain/orderedit.h"
#include "models/domain/pricing.h"

#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace oshaq {

/// An order taken at this terminal. Its ids here are negative: no hub gives such ones.
struct OrderTaken
{
    NewOrder request; ///< as the hub gets it
    Order order;      ///< as it stands here until the hub has it
    /// What the hub made of it; 0 and empty: not known. A line that the hub's row lacks is 0.
    qint64 hubOrderId = 0;
    std::vector<qint64> hubLineIds;

    bool operator==(const OrderTaken &) const = default;
};

/// Later lines of an order.
struct LinesAdded
{
    std::vector<NewOrderLine> request;
    std::vector<OrderLine> lines;   ///< as they stand here until the hub has them, with negative ids
    qint64 afterLineId = 0;         ///< the hub's newest line of the order when they were added
    std::vector<qint64> hubLineIds; ///< as of OrderTaken
    qint64 actedAtMs = 0;           ///< hub time as estimated, here and below

    bool operator==(const LinesAdded &) const = default;
};

struct FieldsEdited
{
    OrderEdit edit; ///< with `from`, without a version
    qint64 actedAtMs = 0;

    bool operator==(const FieldsEdited &) const = default;
};

/// "86", or back on the menu. Not of an order.
struct ItemMarked
{
    qint64 itemId = 0;
    bool available = true;
    qint64 actedAtMs = 0;
    qint64 backAtMs = 0; ///< of what is off: when the hub puts it on again by itself; 0: when somebody does

    bool operator==(const ItemMarked &) const = default;
};

/// One thing that somebody did at this terminal and that goes through the outbox.
using StaffAct = std::variant<OrderCommand, OrderTaken, LinesAdded, FieldsEdited, ItemMarked>;

/// As ParkedCommand::what.
QString actCode(const StaffAct &act);
/// Hub time as estimated; nothing: not said.
std::optional<qint64> actedAtMs(const StaffAct &act);
void setActedAtMs(StaffAct *act, qint64 atMs);

/// What was ordered by it; null: nothing.
const std::vector<NewOrderLine> *orderedLines(const StaffAct &act);

/// What terminal.db keeps of an act beside the columns of order commands: JSON; empty for those commands.
QString payloadOf(const StaffAct &act);
/// The text of the column `kind`.
QString kindOf(const StaffAct &act);
/// Nothing for a kind that has no payload, or that this program does not know, or a payload that is not one.
std::optional<StaffAct> actFromPayload(const QString &kind, const QString &payload);

} // namespace oshaq
