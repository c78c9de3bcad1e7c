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

/// Their ids as the order has them now.
std::vector<qint64> idsOf(const LinesAdded &added)
{
    std::vector<qint64> ids;
    for (std::size_t i = 0; i < added.lines.size(); ++i) {
        const bool isKnown = i < added.hubLineIds.size() && added.hubLineIds[i] != 0;
        ids.push_back(isKnown ? added.hubLineIds[i] : added.lines[i].id);
    }
    return ids;
}

std::vector<StaffAct> inverseOfAdding(const LinesAdded &added, const Order &order)
{
    std::vector<qint64> ids = those(order, idsOf(added), [](const OrderLine &line) {
        return line.status == LineStatus::Queued || line.status == LineStatus::Started;
    });
    if (ids.empty())
        return {};
    return {onLines(LineAction::Void, std::move(ids), QString::fromLatin1(shiftjournal::undoneReason))};
}

std::vector<StaffAct> inverseOfTaking(const Order &order)
{
    if (isClosed(order.status))
        return {};
    OrderCommand cancel;
    cancel.kind = OrderCommand::Kind::SetStatus;
    cancel.from = order.status;
    cancel.to = OrderStatus::Cancelled;
    cancel.reason = QString::fromLatin1(shiftjournal::undoneReason);
    return {cancel};
}

/// Back to what was seen, unless somebody went on from there.
template <typename T>
void giveBack(const T &now, const std::optional<T> &made, const std::optional<T> &seen, std::optional<T> *target,
              std::optional<T> *from)
{
    if (!made || !seen || now != *made)
        return;
    *target = *seen;
    *from = now;
}

std::vector<StaffAct> inverseOfEdit(const OrderEdit &edit, const Order &order)
{
    FieldsEdited back;
    OrderEdit &to = back.edit;
    giveBack(order.note, edit.note, edit.from.note, &to.note, &to.from.note);
    giveBack(order.table, edit.table, edit.from.table, &to.table, &to.from.table);
    giveBack(order.allergy, edit.allergy, edit.from.allergy, &to.allergy, &to.from.allergy);
    giveBack(order.covers, edit.covers, edit.from.covers, &to.covers, &to.from.covers);
    giveBack(order.promisedAtMs, edit.promisedAtMs, edit.from.promisedAtMs, &to.promisedAtMs, &to.from.promisedAtMs);
    if (to.isEmpty())
        return {};
    return {back};
}

std::vector<StaffAct> inverseOf(const StaffAct &step, const Order &order)
{
    if (const auto *command = std::get_if<OrderCommand>(&step)) {
        const std::vector<OrderCommand> commands = inverseOf(*command, order);
        return {commands.begin(), commands.end()};
    }
    if (const auto *added = std::get_if<LinesAdded>(&step))
        return inverseOfAdding(*added, order);
    if (const auto *edited = std::get_if<FieldsEdited>(&step))
        return inverseOfEdit(edited->edit, order);
    if (std::holds_alternative<OrderTaken>(step))
        return inverseOfTaking(order);
    return {};
}

/// A step that leads nowhere back: an order that was accepted stays so, since the guest has been told.
bool isFinal(const StaffAct &step, const Order &order)
{
    const auto *command = std::get_if<OrderCommand>(&step);
    return command && command->kind == OrderCommand::Kind::SetStatus && !recallTarget(command->to, order.fulfilment);
}

/// The order that was taken here is promised from now on.
void settleTaking(const QString &orderUuid, std::vector<shiftjournal::Act> *list)
{
    for (shiftjournal::Act &act : *list) {
        if (act.orderUuid == orderUuid && std::holds_alternative<OrderTaken>(act.steps.front()))
            act.isSettled = true;
    }
}

/// What a recall took back is no longer part of the bumps of the same order before it.
void takeOut(const OutboxCommand &recalled, const std::vector<qint64> &ids, std::vector<shiftjournal::Act> *list)
{
    for (auto act = list->rbegin(); act != list->rend(); ++act) {
        if (act->undone || act->batch == recalled.batch || act->orderUuid != recalled.orderUuid || !act->isBump())
            continue;
        if (ids.empty()) {
            act->undone = true;
            return;
        }
        bool isEmpty = true;
        for (StaffAct &step : act->steps) {
            auto *command = std::get_if<OrderCommand>(&step);
            if (command) {
                std::erase_if(command->lineIds,
                              [&ids](qint64 id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); });
            }
            isEmpty &= command && command->kind == OrderCommand::Kind::Lines && command->lineIds.empty();
        }
        act->undone = isEmpty;
    }
}

} // namespace

bool shiftjournal::Act::isBump() const
{
    return std::any_of(steps.begin(), steps.end(), [](const StaffAct &step) {
        const auto *command = std::get_if<OrderCommand>(&step);
        return command && ((command->kind == OrderCommand::Kind::Lines && command->action == LineAction::Done) ||
                           (command->kind == OrderCommand::Kind::SetStatus && command->to != OrderStatus::Cancelled));
    });
}

bool shiftjournal::Act::isOfItem() const
{
    return std::holds_alternative<ItemMarked>(steps.front());
}

bool shiftjournal::Act::names(const OrderLine &line) const
{
    return std::any_of(steps.begin(), steps.end(), [&line](const StaffAct &step) {
        const auto has = [&line](const std::vector<qint64> &ids) {
            return std::find(ids.begin(), ids.end(), line.id) != ids.end();
        };
        if (const auto *command = std::get_if<OrderCommand>(&step))
            return has(command->lineIds);
        const auto *added = std::get_if<LinesAdded>(&step);
        return added && has(idsOf(*added));
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
            list.push_back({entry.batch,
                            entry.orderId,
                            entry.orderUuid,
                            entry.orderNumber,
                            {},
                            undone.contains(entry.batch),
                            false});
        list.back().steps.push_back(entry.act);
        const auto *command = std::get_if<OrderCommand>(&entry.act);
        if (command && command->kind == OrderCommand::Kind::Recall && !list.back().undone)
            takeOut(entry, command->lineIds, &list);
        if (command && command->kind == OrderCommand::Kind::SetStatus && command->to == OrderStatus::Accepted)
            settleTaking(entry.orderUuid, &list);
    }
    return list;
}

std::vector<StaffAct> shiftjournal::inverse(const Act &act, const Order &order)
{
    const bool isLast =
        std::any_of(act.steps.begin(), act.steps.end(), [&](const StaffAct &step) { return isFinal(step, order); });
    if (isLast || act.isSettled)
        return {};
    std::vector<StaffAct> all;
    for (auto step = act.steps.rbegin(); step != act.steps.rend(); ++step) {
        for (StaffAct &one : inverseOf(*step, order))
            all.push_back(std::move(one));
    }
    return all;
}

} // namespace oshaq
