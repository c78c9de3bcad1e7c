// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/orderacts.h"

#include "models/domain/availability.h"

#include <algorithm>
#include <utility>

namespace oshaq {

namespace {

Error refusal(ErrorCode code, const QString &message)
{
    return Error{code, message, {}};
}

} // namespace

OrderActs::OrderActs(const OrderCache &cache, Outbox &outbox, const VisibleOrders &visible,
                     const VisibleCatalog &catalog, const HubClock &clock)
    : m_cache(cache)
    , m_outbox(outbox)
    , m_visible(visible)
    , m_catalog(catalog)
    , m_clock(clock)
{}

Result<const Order *> OrderActs::order(qint64 orderId) const
{
    if (const VisibleOrders::Entry *entry = m_visible.find(orderId))
        return &entry->order;
    return refusal(ErrorCode::NotFound, QStringLiteral("This screen knows no order %1.").arg(orderId));
}

Result<std::vector<StaffAct>> OrderActs::decideAll(Order order, std::vector<StaffAct> steps) const
{
    std::vector<StaffAct> effective;
    const qint64 nowMs = m_clock.nowMs();
    for (StaffAct &step : steps) {
        // Also of what is taken back: the role may be another one than when it was done, and a hub that answers 403
        // stops everything that waits here.
        if (!std::holds_alternative<OrderCommand>(step) && !localorders::maySell(m_visible.role()))
            return refusal(
                ErrorCode::Forbidden,
                QStringLiteral("The role \"%1\" may not take or edit orders.").arg(roleText(m_visible.role())));
        setActedAtMs(&step, nowMs);
        auto after = withAct(order, step, m_cache.business(), m_visible.role(), nowMs);
        if (!after)
            return after.error();
        if (after->version == order.version)
            continue; // reached already: nothing to write here, nothing to tell the hub
        order = std::move(*after);
        effective.push_back(std::move(step));
    }
    return effective;
}

Result<void> OrderActs::act(const Order &order, std::vector<StaffAct> steps, const QString &undoes)
{
    // The hub may accept an order as soon as it has it: what was New here is Accepted there, and nobody else has
    // decided anything about an order that only this terminal knows.
    if (order.id < 0) {
        for (StaffAct &step : steps) {
            auto *command = std::get_if<OrderCommand>(&step);
            if (command && command->kind == OrderCommand::Kind::SetStatus)
                command->from.reset();
        }
    }
    auto effective = decideAll(order, std::move(steps));
    if (!effective)
        return effective.error();
    if (effective->empty())
        return {};
    // By value: the entry behind `order` is replaced while the outbox tells of it.
    const Order acted = order;
    auto added = m_outbox.add(acted, std::move(*effective), undoes);
    if (!added)
        return added.error();
    return {};
}

Result<void> OrderActs::fire(qint64 orderId, int course, const std::function<bool(const OrderLine &)> &isOurs)
{
    const auto found = order(orderId);
    if (!found)
        return found.error();
    int next = course;
    if (next == 0) {
        for (const OrderLine &line : (*found)->lines) {
            if (isOurs(line) && line.isHeld())
                next = next == 0 ? line.course : std::min(next, line.course);
        }
    }
    OrderCommand command;
    command.kind = OrderCommand::Kind::Lines;
    command.action = LineAction::Fire;
    for (const OrderLine &line : (*found)->lines) {
        // A course goes to the table as a whole: every station makes its part of it.
        if (line.course == next && line.isHeld())
            command.lineIds.push_back(line.id);
    }
    if (command.lineIds.empty())
        return refusal(ErrorCode::LineTransitionNotAllowed, QStringLiteral("Nothing of this course is held."));
    return act(**found, {command});
}

Result<void> OrderActs::setPriority(qint64 orderId, bool priority)
{
    const auto found = order(orderId);
    if (!found)
        return found.error();
    OrderCommand command;
    command.kind = OrderCommand::Kind::Prioritise;
    command.priority = priority;
    return act(**found, {command});
}

Result<void> OrderActs::mayMark() const
{
    if (localorders::maySell(m_visible.role()) || m_visible.role() == Role::Kitchen)
        return {};
    return refusal(ErrorCode::Forbidden,
                   QStringLiteral("The role \"%1\" may not mark dishes.").arg(roleText(m_visible.role())));
}

Result<void> OrderActs::setAvailable(qint64 itemId, bool available, qint64 backAtMs)
{
    const Item *item = m_catalog.catalog().findItem(itemId);
    if (!item)
        return refusal(ErrorCode::NotFound, QStringLiteral("This dish is not on the menu."));
    if (auto allowed = mayMark(); !allowed)
        return allowed;
    const qint64 nowMs = m_clock.nowMs();
    if (backAtMs != 0 && (available || backAtMs <= nowMs || backAtMs > nowMs + maxBackInMs)) {
        return refusal(ErrorCode::ValidationFailed,
                       QStringLiteral("What is off the menu comes back later than now and within 90 days."));
    }
    if (item->available == available && item->backAtMs == backAtMs)
        return {};
    const Item marked = *item; // the menu is another one while the outbox tells of it
    auto written = m_outbox.mark(marked, {itemId, available, nowMs, backAtMs});
    if (!written)
        return written.error();
    return {};
}

const Order *OrderActs::orderOf(const shiftjournal::Act &act) const
{
    const VisibleOrders::Entry *entry = m_visible.find(act.orderId);
    return entry && entry->order.uuid == act.orderUuid ? &entry->order : nullptr;
}

const Item *OrderActs::markedItem(const shiftjournal::Act &act) const
{
    const auto &marked = std::get<ItemMarked>(act.steps.front());
    const Item *item = m_catalog.catalog().findItem(marked.itemId);
    return item && item->available == marked.available ? item : nullptr;
}

ShiftAction OrderActs::describe(const shiftjournal::Act &act) const
{
    ShiftAction action;
    action.batch = act.batch;
    action.orderId = act.orderId;
    const StaffAct &last = act.steps.back();
    action.what = actCode(last);
    action.actedAtMs = actedAtMs(last).value_or(0);
    action.undone = act.undone;
    if (act.isOfItem()) {
        action.dishes = {act.orderNumber};
        action.undoable = !act.undone && mayMark().ok() && markedItem(act);
        return action;
    }
    action.orderNumber = act.orderNumber;
    if (const auto *command = std::get_if<OrderCommand>(&last))
        action.reason = command->reason;
    const Order *order = orderOf(act);
    if (!order)
        return action;
    for (const OrderLine &line : order->lines) {
        if (act.names(line))
            action.dishes.append(line.name);
    }
    if (!act.undone) {
        const auto steps = decideAll(*order, shiftjournal::inverse(act, *order));
        action.undoable = steps.ok() && !steps->empty();
    }
    return action;
}

std::vector<ShiftAction> OrderActs::shiftActions(int limit) const
{
    const std::vector<shiftjournal::Act> acts = shiftjournal::acts(m_outbox.recent());
    std::vector<ShiftAction> list;
    for (auto act = acts.rbegin(); act != acts.rend() && int(list.size()) < limit; ++act)
        list.push_back(describe(*act));
    return list;
}

Result<ShiftAction> OrderActs::takeBack(const std::function<bool(const shiftjournal::Act &)> &which)
{
    const std::vector<shiftjournal::Act> acts = shiftjournal::acts(m_outbox.recent());
    for (auto last = acts.rbegin(); last != acts.rend(); ++last) {
        if (last->undone || !which(*last))
            continue;
        ShiftAction action = describe(*last);
        if (last->isOfItem()) {
            const Item *item = markedItem(*last);
            if (!item)
                continue; // somebody else put it back
            if (auto allowed = mayMark(); !allowed)
                return allowed.error();
            const Item marked = *item;
            if (auto done = m_outbox.mark(marked, {marked.id, !marked.available, m_clock.nowMs()}, last->batch); !done)
                return done.error();
        } else {
            const Order *order = orderOf(*last);
            if (!order)
                continue; // gone from here
            std::vector<StaffAct> steps = shiftjournal::inverse(*last, *order);
            if (steps.empty())
                continue; // somebody else took it back, or went on from there
            if (auto done = act(*order, std::move(steps), last->batch); !done)
                return done.error();
        }
        action.undone = true;
        action.undoable = false;
        return action;
    }
    return refusal(ErrorCode::RecallNotAllowed, QStringLiteral("Nothing of this stands any more."));
}

} // namespace oshaq
