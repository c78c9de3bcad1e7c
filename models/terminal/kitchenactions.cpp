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
void addStepsToReady(const Order &order, std::vector<StaffAct> *commands)
{
    if (order.status == OrderStatus::OutForDelivery || order.status == OrderStatus::Completed)
        commands->push_back(recallOrderCommand(order.status));
}

} // namespace

Result<void> KitchenService::start(qint64 orderId)
{
    auto order = m_acts.order(orderId);
    if (!order)
        return order.error();
    std::vector<qint64> queued;
    for (const OrderLine &line : (*order)->lines) {
        if (belongs(line) && line.status == LineStatus::Queued && !line.isHeld())
            queued.push_back(line.id);
    }
    if (queued.empty())
        return {};
    return m_acts.act(**order, {linesCommand(LineAction::Start, std::move(queued))});
}

Result<void> KitchenService::toggleLines(qint64 orderId, const std::vector<qint64> &lineIds)
{
    auto order = m_acts.order(orderId);
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
    return m_acts.act(**order,
                      {open.empty() ? recallLinesCommand(lineIds) : linesCommand(LineAction::Done, std::move(open))});
}

Result<void> KitchenService::bump(qint64 orderId)
{
    auto found = m_acts.order(orderId);
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
        auto done = m_acts.act(acted, {linesCommand(LineAction::Done, std::move(open))});
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
        return m_acts.act(order, {statusCommand(order.status, OrderStatus::Ready)});
    return m_acts.act(
        order, {statusCommand(order.status, order.fulfilment == Fulfilment::Delivery ? OrderStatus::OutForDelivery
                                                                                     : OrderStatus::Completed)});
}

std::vector<StaffAct> KitchenService::recallCommands(const Order &order) const
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
    std::vector<StaffAct> commands;
    commands.reserve(3); // back to Ready in at most two, and the dishes
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
    auto order = m_acts.order(orderId);
    if (!order)
        return order.error();
    const std::vector<StaffAct> commands = recallCommands(**order);
    if (commands.empty())
        return refusal(ErrorCode::RecallNotAllowed,
                       QStringLiteral("This station has done nothing of the order that it could take back."));
    return m_acts.act(**order, commands);
}

Result<void> KitchenService::fire(qint64 orderId, int course)
{
    return m_acts.fire(orderId, course, [this](const OrderLine &line) { return belongs(line); });
}

Result<void> KitchenService::hold(qint64 orderId, int course)
{
    const auto order = m_acts.order(orderId);
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
    return m_acts.act(**order, {linesCommand(LineAction::Hold, std::move(queued))});
}

Result<void> KitchenService::voidLines(qint64 orderId, const std::vector<qint64> &lineIds, const QString &reason)
{
    const auto order = m_acts.order(orderId);
    if (!order)
        return order.error();
    OrderCommand command = linesCommand(LineAction::Void, lineIds);
    command.reason = reason.trimmed();
    if (auto done = m_acts.act(**order, {command}); !done)
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

Result<void> KitchenService::recallLast()
{
    const auto done = m_acts.takeBack([](const shiftjournal::Act &act) { return act.isBump(); });
    if (!done)
        return done.error();
    return {};
}

Result<ShiftAction> KitchenService::undo(const QString &batch)
{
    return m_acts.takeBack([&batch](const shiftjournal::Act &act) { return batch.isEmpty() || act.batch == batch; });
}

} // namespace oshaq
