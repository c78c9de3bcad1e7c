// SPDX-License-Identifier: GPL-3.0-or-later
// What people do at the kitchen screen, as commands.
#include "models/terminal/kitchenservice.h"

#include <algorithm>
#include <utility>

namespace oshaq {

namespace {

OrderCommand linesCommand(LineAction action, std::vector<qint64> lineIds)
{
    // Without `from`: lines guard themselves by their own status, and another station may move the order at any moment.
    OrderCommand command;
    command.kind = OrderCommand::Kind::Lines;
    command.action = action;
    command.lineIds = std::move(lineIds);
    return command;
}

OrderCommand recallLinesCommand(std::vector<qint64> lineIds)
{
    OrderCommand command;
    command.kind = OrderCommand::Kind::Recall;
    command.lineIds = std::move(lineIds);
    return command;
}

OrderCommand recallOrderCommand(OrderStatus from)
{
    // With `from`: two screens that take back the same step take it back once.
    OrderCommand command;
    command.kind = OrderCommand::Kind::Recall;
    command.from = from;
    return command;
}

OrderCommand statusCommand(OrderStatus from, OrderStatus to)
{
    OrderCommand command;
    command.kind = OrderCommand::Kind::SetStatus;
    command.from = from;
    command.to = to;
    return command;
}

Error refusal(ErrorCode code, const QString &message)
{
    return Error{code, message, {}};
}

/// The steps back that bring a handed-over order to Ready, before its lines can be recalled.
void addStepsToReady(const Order &order, std::vector<OrderCommand> *commands)
{
    if (order.status == OrderStatus::OutForDelivery || order.status == OrderStatus::Completed)
        commands->push_back(recallOrderCommand(order.status));
}

} // namespace

Result<const Order *> KitchenService::visibleOrder(qint64 orderId) const
{
    if (const VisibleOrders::Entry *entry = m_visible.find(orderId))
        return &entry->order;
    return refusal(ErrorCode::NotFound, QStringLiteral("This screen knows no order %1.").arg(orderId));
}

Result<std::vector<OrderCommand>> KitchenService::decideAll(Order order,
                                                            const std::vector<OrderCommand> &commands) const
{
    std::vector<OrderCommand> effective;
    const qint64 nowMs = m_clock.nowMs();
    for (OrderCommand command : commands) {
        command.actedAtMs = nowMs;
        auto effect = decide(order, command, commandContext(order, m_cache.business(), m_visible.role(), nowMs));
        if (!effect)
            return effect.error();
        if (effect->isEmpty())
            continue; // reached already: nothing to write here, nothing to tell the hub
        order = applyEffect(std::move(order), *effect);
        effective.push_back(std::move(command));
    }
    return effective;
}

Result<void> KitchenService::act(const Order &order, const std::vector<OrderCommand> &commands)
{
    auto effective = decideAll(order, commands);
    if (!effective)
        return effective.error();
    if (effective->empty())
        return {};
    // By value: the entry behind `order` is replaced while the outbox tells of it.
    const Order acted = order;
    auto added = m_outbox.add(acted, *effective);
    if (!added)
        return added.error();
    return {};
}

Result<void> KitchenService::start(qint64 orderId)
{
    auto order = visibleOrder(orderId);
    if (!order)
        return order.error();
    std::vector<qint64> queued;
    for (const OrderLine &line : (*order)->lines) {
        if (belongs(line) && line.status == LineStatus::Queued)
            queued.push_back(line.id);
    }
    if (queued.empty())
        return {};
    return act(**order, {linesCommand(LineAction::Start, std::move(queued))});
}

Result<void> KitchenService::toggleLine(qint64 orderId, qint64 lineId)
{
    auto order = visibleOrder(orderId);
    if (!order)
        return order.error();
    const auto &lines = (*order)->lines;
    const auto line =
        std::find_if(lines.begin(), lines.end(), [lineId](const OrderLine &one) { return one.id == lineId; });
    if (line == lines.end())
        return refusal(ErrorCode::NotFound, QStringLiteral("The order has no line %1.").arg(lineId));
    return act(**order, {line->status == LineStatus::Done ? recallLinesCommand({lineId})
                                                          : linesCommand(LineAction::Done, {lineId})});
}

Result<void> KitchenService::bump(qint64 orderId)
{
    auto found = visibleOrder(orderId);
    if (!found)
        return found.error();
    const Order &order = **found;
    std::vector<qint64> open;
    for (const OrderLine &line : order.lines) {
        if (belongs(line) && (line.status == LineStatus::Queued || line.status == LineStatus::Started))
            open.push_back(line.id);
    }
    if (!open.empty())
        return act(order, {linesCommand(LineAction::Done, std::move(open))});
    if (m_station)
        return refusal(ErrorCode::LineTransitionNotAllowed,
                       QStringLiteral("Everything of this order is done at this station."));
    if (order.status < OrderStatus::Ready)
        return act(order, {statusCommand(order.status, OrderStatus::Ready)});
    return act(order,
               {statusCommand(order.status, order.fulfilment == Fulfilment::Delivery ? OrderStatus::OutForDelivery
                                                                                     : OrderStatus::Completed)});
}

std::vector<OrderCommand> KitchenService::recallCommands(const Order &order) const
{
    if (!m_station)
        return {recallOrderCommand(order.status)};
    std::vector<qint64> done;
    bool wholeOrderIsHere = true;
    for (const OrderLine &line : order.lines) {
        if (!belongs(line))
            wholeOrderIsHere &= line.status == LineStatus::Voided;
        else if (line.status == LineStatus::Done)
            done.push_back(line.id);
    }
    std::vector<OrderCommand> commands;
    if (!done.empty()) {
        addStepsToReady(order, &commands);
        commands.push_back(recallLinesCommand(std::move(done)));
    } else if (wholeOrderIsHere) {
        commands.push_back(recallOrderCommand(order.status));
    }
    return commands;
}

Result<void> KitchenService::recall(qint64 orderId)
{
    auto order = visibleOrder(orderId);
    if (!order)
        return order.error();
    const std::vector<OrderCommand> commands = recallCommands(**order);
    if (commands.empty())
        return refusal(ErrorCode::RecallNotAllowed,
                       QStringLiteral("This station has done nothing of the order that it could take back."));
    return act(**order, commands);
}

std::vector<KitchenService::Bump> KitchenService::standingBumps() const
{
    std::vector<Bump> bumps;
    for (const OutboxCommand &entry : m_outbox.recent()) {
        const OrderCommand &command = entry.command;
        if (command.kind == OrderCommand::Kind::Lines && command.action == LineAction::Done) {
            bumps.push_back({entry.orderId, entry.orderUuid, command.lineIds, std::nullopt});
        } else if (command.kind == OrderCommand::Kind::SetStatus && command.to != OrderStatus::Cancelled) {
            bumps.push_back({entry.orderId, entry.orderUuid, {}, command.to});
        } else if (command.kind == OrderCommand::Kind::Recall) {
            const auto last = std::find_if(bumps.rbegin(), bumps.rend(),
                                           [&entry](const Bump &bump) { return bump.orderUuid == entry.orderUuid; });
            if (last == bumps.rend())
                continue;
            if (command.lineIds.empty()) {
                bumps.erase(std::next(last).base());
                continue;
            }
            for (Bump &bump : bumps) {
                if (bump.orderUuid != entry.orderUuid)
                    continue;
                std::erase_if(bump.lineIds, [&command](qint64 id) {
                    return std::find(command.lineIds.begin(), command.lineIds.end(), id) != command.lineIds.end();
                });
            }
            std::erase_if(bumps, [](const Bump &bump) { return bump.lineIds.empty() && !bump.status; });
        }
    }
    return bumps;
}

std::vector<OrderCommand> KitchenService::undoCommands(const Bump &bump, const Order &order) const
{
    if (bump.status)
        return order.status == *bump.status ? std::vector{recallOrderCommand(order.status)}
                                            : std::vector<OrderCommand>();
    std::vector<qint64> done;
    for (const OrderLine &line : order.lines) {
        const bool mine = std::find(bump.lineIds.begin(), bump.lineIds.end(), line.id) != bump.lineIds.end();
        if (mine && line.status == LineStatus::Done)
            done.push_back(line.id);
    }
    std::vector<OrderCommand> commands;
    if (done.empty())
        return commands;
    addStepsToReady(order, &commands);
    commands.push_back(recallLinesCommand(std::move(done)));
    return commands;
}

Result<void> KitchenService::recallLast()
{
    const std::vector<Bump> bumps = standingBumps();
    for (auto bump = bumps.rbegin(); bump != bumps.rend(); ++bump) {
        const VisibleOrders::Entry *entry = m_visible.find(bump->orderId);
        if (!entry || entry->order.uuid != bump->orderUuid)
            continue; // gone from here
        const std::vector<OrderCommand> commands = undoCommands(*bump, entry->order);
        if (commands.empty())
            continue; // somebody else took it back, or went on from there
        return act(entry->order, commands);
    }
    return refusal(ErrorCode::RecallNotAllowed, QStringLiteral("Nothing was bumped here that could be taken back."));
}

} // namespace oshaq
