// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/shiftjournal.h"

#include <algorithm>
#include <functional>
#include <unordered_set>

namespace oshaq {

namespace {

OrderCommand onLines(LineAction action, std::vector<qint64> lineIds, const QString &reason = {})
{
    OrderCommand command;
    command.kind = OrderCommand::Kind::Lines;
    command.action = action;
    command.lineIds = std::move(lineIds);
    command.reason = reason;
    return command;
}

OrderCommand recall(std::optional<OrderStatus> from, std::vector<qint64> lineIds = {})
{
    OrderCommand command;
    command.kind = OrderCommand::Kind::Recall;
    command.from = from;
    command.lineIds = std::move(lineIds);
    return command;
}

std::vector<qint64> those(const Order &order, const std::vector<qint64> &ids,
                          const std::function<bool(const OrderLine &)> &which)
{
    std::vector<qint64> found;
    for (const OrderLine &line : order.lines) {
        if (std::find(ids.begin(), ids.end(), line.id) != ids.end() && which(line))
            found.push_back(line.id);
    }
    return found;
}

std::function<bool(const OrderLine &)> inState(LineStatus status)
{
    return [status](const OrderLine &line) { return line.status == status; };
}

std::vector<OrderCommand> recallDone(const Order &order, const std::vector<qint64> &ids)
{
    std::vector<qint64> done = those(order, ids, inState(LineStatus::Done));
    if (done.empty())
        return {};
    std::vector<OrderCommand> commands;
    // A handed-over order comes back to Ready before its lines do.
    if (order.status == OrderStatus::OutForDelivery || order.status == OrderStatus::Completed)
        commands.push_back(recall(order.status));
    commands.push_back(recall({}, std::move(done)));
    return commands;
}

std::vector<OrderCommand> inverseOfLines(const OrderCommand &command, const Order &order)
{
    const auto one = [](LineAction action, std::vector<qint64> ids, const QString &reason = {}) {
        return ids.empty() ? std::vector<OrderCommand>()
                           : std::vector<OrderCommand>{onLines(action, std::move(ids), reason)};
    };
    const std::vector<qint64> &ids = command.lineIds;
    const auto queued = [&order, &ids](bool held) {
        return those(order, ids,
                     [held](const OrderLine &line) { return line.status == LineStatus::Queued && line.held == held; });
    };
    switch (command.action) {
    case LineAction::Start:
        return one(LineAction::Unstart, those(order, ids, inState(LineStatus::Started)));
    case LineAction::Done:
        return recallDone(order, ids);
    case LineAction::Void:
        return one(LineAction::Restore, those(order, ids, inState(LineStatus::Voided)));
    case LineAction::Recall:
        return one(LineAction::Done, those(order, ids, inState(LineStatus::Started)));
    case LineAction::Unstart:
        return one(LineAction::Start, queued(false));
    case LineAction::Restore:
        return one(LineAction::Void, those(order, ids, inState(LineStatus::Queued)), QStringLiteral("undo"));
    case LineAction::Fire:
        return one(LineAction::Hold, queued(false));
    case LineAction::Hold:
        return one(LineAction::Fire, queued(true));
    }
    return {};
}

std::vector<OrderCommand> inverseOf(const OrderCommand &command, const Order &order)
{
    switch (command.kind) {
    case OrderCommand::Kind::Lines:
        return inverseOfLines(command, order);
    case OrderCommand::Kind::SetStatus:
        if (order.status != command.to || !recallTarget(command.to, order.fulfilment))
            return {};
        return {recall(order.status)};
    case OrderCommand::Kind::Recall: {
        if (!command.lineIds.empty())
            return inverseOfLines(onLines(LineAction::Recall, command.lineIds), order);
        if (!command.from || recallTarget(*command.from, order.fulfilment) != order.status)
            return {};
        OrderCommand forward;
        forward.kind = OrderCommand::Kind::SetStatus;
        forward.from = order.status;
        forward.to = *command.from;
        return {forward};
    }
    case OrderCommand::Kind::Prioritise: {
        if (order.priority != command.priority)
            return {};
        OrderCommand other = command;
        other.priority = !command.priority;
        other.actedAtMs.reset();
        return {other};
    }
    }
    return {};
}

/// What a recall took back is no longer part of the bumps of the same order before it.
void takeOut(const OutboxCommand &recalled, std::vector<shiftjournal::Act> *list)
{
    const std::vector<qint64> &ids = recalled.command.lineIds;
    for (auto act = list->rbegin(); act != list->rend(); ++act) {
        if (act->undone || act->batch == recalled.batch || act->orderUuid != recalled.orderUuid || !act->isBump())
            continue;
        if (ids.empty()) {
            act->undone = true;
            return;
        }
        for (OrderCommand &command : act->commands) {
            std::erase_if(command.lineIds,
                          [&ids](qint64 id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); });
        }
        act->undone = std::all_of(act->commands.begin(), act->commands.end(), [](const OrderCommand &command) {
            return command.kind == OrderCommand::Kind::Lines && command.lineIds.empty();
        });
    }
}

} // namespace

bool shiftjournal::Act::isBump() const
{
    return std::any_of(commands.begin(), commands.end(), [](const OrderCommand &command) {
        return (command.kind == OrderCommand::Kind::Lines && command.action == LineAction::Done) ||
               (command.kind == OrderCommand::Kind::SetStatus && command.to != OrderStatus::Cancelled);
    });
}

std::vector<shiftjournal::Act> shiftjournal::acts(const std::deque<OutboxCommand> &commands)
{
    std::vector<Act> list;
    std::unordered_set<QString> undone;
    for (const OutboxCommand &entry : commands) {
        if (!entry.undoes.isEmpty())
            undone.insert(entry.undoes);
    }
    for (const OutboxCommand &entry : commands) {
        if (!entry.undoes.isEmpty())
            continue;
        if (list.empty() || list.back().batch != entry.batch)
            list.push_back(
                {entry.batch, entry.orderId, entry.orderUuid, entry.orderNumber, {}, undone.contains(entry.batch)});
        list.back().commands.push_back(entry.command);
        if (entry.command.kind == OrderCommand::Kind::Recall && !list.back().undone)
            takeOut(entry, &list);
    }
    return list;
}

std::vector<OrderCommand> shiftjournal::inverse(const Act &act, const Order &order)
{
    std::vector<OrderCommand> all;
    for (auto command = act.commands.rbegin(); command != act.commands.rend(); ++command) {
        for (OrderCommand &one : inverseOf(*command, order))
            all.push_back(std::move(one));
    }
    return all;
}

} // namespace oshaq
