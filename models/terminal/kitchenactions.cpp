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

Result<void> KitchenService::act(const Order &order, const std::vector<OrderCommand> &commands, const QString &undoes)
{
    auto effective = decideAll(order, commands);
    if (!effective)
        return effective.error();
    if (effective->empty())
        return {};
    // By value: the entry behind `order` is replaced while the outbox tells of it.
    const Order acted = order;
    auto added = m_outbox.add(acted, *effective, undoes);
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
        if (belongs(line) && line.status == LineStatus::Queued && !line.isHeld())
            queued.push_back(line.id);
    }
    if (queued.empty())
        return {};
    return act(**order, {linesCommand(LineAction::Start, std::move(queued))});
}

Result<void> KitchenService::toggleLines(qint64 orderId, const std::vector<qint64> &lineIds)
{
    auto order = visibleOrder(orderId);
    if (!order)
        return order.error();
    std::vector<qint64> open;
    for (const qint64 id : lineIds) {
        const auto &lines = (*order)->lines;
        const auto line = std::find_if(lines.begin(), lines.end(), [id](const OrderLine &one) { return one.id == id; });
        if (line == lines.end())
            return refusal(ErrorCode::NotFound, QStringLiteral("The order has no line %1.").arg(id));
        if (line->status != LineStatus::Done)
            open.push_back(id);
    }
    return act(**order, {open.empty() ? recallLinesCommand(lineIds) : linesCommand(LineAction::Done, std::move(open))});
}

Result<void> KitchenService::bump(qint64 orderId)
{
    auto found = visibleOrder(orderId);
    if (!found)
        return found.error();
    const Order &order = **found;
    std::vector<qint64> open;
    int heldCourse = 0;
    for (const OrderLine &line : order.lines) {
        if (!belongs(line))
            continue;
        if (line.isHeld())
            heldCourse = heldCourse == 0 ? line.course : std::min(heldCourse, line.course);
        else if (line.status == LineStatus::Queued || line.status == LineStatus::Started)
            open.push_back(line.id);
    }
    if (!open.empty()) {
        const Order acted = order;
        auto done = act(acted, {linesCommand(LineAction::Done, std::move(open))});
        if (done)
            acknowledge(acted.id);
        return done;
    }
    if (heldCourse > 0) {
        return refusal(ErrorCode::LineTransitionNotAllowed,
                       QStringLiteral("Course %1 is held; fire it first.").arg(heldCourse));
    }
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

Result<void> KitchenService::fire(qint64 orderId, int course)
{
    const auto order = visibleOrder(orderId);
    if (!order)
        return order.error();
    int next = course;
    if (next == 0) {
        for (const OrderLine &line : (*order)->lines) {
            if (belongs(line) && line.isHeld())
                next = next == 0 ? line.course : std::min(next, line.course);
        }
    }
    std::vector<qint64> held;
    for (const OrderLine &line : (*order)->lines) {
        // A course goes to the table as a whole: every station makes its part of it.
        if (line.course == next && line.isHeld())
            held.push_back(line.id);
    }
    if (held.empty())
        return refusal(ErrorCode::LineTransitionNotAllowed, QStringLiteral("Nothing of this course is held."));
    return act(**order, {linesCommand(LineAction::Fire, std::move(held))});
}

Result<void> KitchenService::hold(qint64 orderId, int course)
{
    const auto order = visibleOrder(orderId);
    if (!order)
        return order.error();
    std::vector<qint64> queued;
    for (const OrderLine &line : (*order)->lines) {
        if (line.course == course && line.status == LineStatus::Queued && !line.held)
            queued.push_back(line.id);
    }
    if (queued.empty())
        return refusal(ErrorCode::LineTransitionNotAllowed,
                       QStringLiteral("Nothing of this course can wait any more."));
    return act(**order, {linesCommand(LineAction::Hold, std::move(queued))});
}

Result<void> KitchenService::setPriority(qint64 orderId, bool priority)
{
    const auto order = visibleOrder(orderId);
    if (!order)
        return order.error();
    OrderCommand command;
    command.kind = OrderCommand::Kind::Prioritise;
    command.priority = priority;
    return act(**order, {command});
}

Result<void> KitchenService::voidLines(qint64 orderId, const std::vector<qint64> &lineIds, const QString &reason)
{
    const auto order = visibleOrder(orderId);
    if (!order)
        return order.error();
    OrderCommand command = linesCommand(LineAction::Void, lineIds);
    command.reason = reason.trimmed();
    if (auto done = act(**order, {command}); !done)
        return done;
    // Whoever voids it here has seen it.
    if (const VisibleOrders::Entry *entry = m_visible.find(orderId)) {
        m_seen.acknowledgeLines(entry->order, lineIds, m_clock.nowMs());
        m_changes[orderId] = m_seen.changesOf(entry->order);
        std::erase(m_changed, orderId);
    }
    scheduleChange();
    return {};
}

void KitchenService::acknowledge(qint64 orderId)
{
    const VisibleOrders::Entry *entry = m_visible.find(orderId);
    if (!entry)
        return;
    m_seen.acknowledge(entry->order, m_clock.nowMs());
    m_changes[orderId].clear();
    scheduleChange();
}

ShiftAction KitchenService::describe(const shiftjournal::Act &act) const
{
    ShiftAction action;
    action.batch = act.batch;
    action.orderId = act.orderId;
    action.orderNumber = act.orderNumber;
    const OrderCommand &last = act.commands.back();
    action.what = commandCode(last);
    action.reason = last.reason;
    action.actedAtMs = last.actedAtMs.value_or(0);
    action.undone = act.undone;
    const VisibleOrders::Entry *entry = m_visible.find(act.orderId);
    if (!entry || entry->order.uuid != act.orderUuid)
        return action;
    for (const OrderLine &line : entry->order.lines) {
        const bool named = std::any_of(act.commands.begin(), act.commands.end(), [&line](const OrderCommand &command) {
            return std::find(command.lineIds.begin(), command.lineIds.end(), line.id) != command.lineIds.end();
        });
        if (named)
            action.dishes.append(line.name);
    }
    if (!act.undone) {
        const auto commands = decideAll(entry->order, shiftjournal::inverse(act, entry->order));
        action.undoable = commands.ok() && !commands->empty();
    }
    return action;
}

std::vector<ShiftAction> KitchenService::shiftActions(int limit) const
{
    const std::vector<shiftjournal::Act> acts = shiftjournal::acts(m_outbox.recent());
    std::vector<ShiftAction> list;
    for (auto act = acts.rbegin(); act != acts.rend() && int(list.size()) < limit; ++act)
        list.push_back(describe(*act));
    return list;
}

Result<ShiftAction> KitchenService::takeBack(const std::function<bool(const shiftjournal::Act &)> &which)
{
    const std::vector<shiftjournal::Act> acts = shiftjournal::acts(m_outbox.recent());
    for (auto last = acts.rbegin(); last != acts.rend(); ++last) {
        if (last->undone || !which(*last))
            continue;
        const VisibleOrders::Entry *entry = m_visible.find(last->orderId);
        if (!entry || entry->order.uuid != last->orderUuid)
            continue; // gone from here
        const std::vector<OrderCommand> commands = shiftjournal::inverse(*last, entry->order);
        if (commands.empty())
            continue; // somebody else took it back, or went on from there
        ShiftAction action = describe(*last);
        if (auto done = act(entry->order, commands, last->batch); !done)
            return done.error();
        action.undone = true;
        action.undoable = false;
        return action;
    }
    return refusal(ErrorCode::RecallNotAllowed, QStringLiteral("Nothing of this stands any more."));
}

Result<void> KitchenService::recallLast()
{
    const auto done = takeBack([](const shiftjournal::Act &act) { return act.isBump(); });
    if (!done)
        return done.error();
    return {};
}

Result<ShiftAction> KitchenService::undo(const QString &batch)
{
    return takeBack([&batch](const shiftjournal::Act &act) { return batch.isEmpty() || act.batch == batch; });
}

Result<void> KitchenService::setAvailable(qint64 itemId, bool)
{
    if (!m_cache.catalog().findItem(itemId))
        return refusal(ErrorCode::NotFound, QStringLiteral("This dish is not on the menu."));
    return refusal(ErrorCode::NotConfigured, QStringLiteral("Dishes cannot be marked here yet."));
}

} // namespace oshaq
