// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/localorders.h"

#include "models/domain/pricing.h"

#include <algorithm>

namespace oshaq {

namespace {

bool isSameDish(const OrderLine &ours, const OrderLine &hubs)
{
    const auto sameOption = [](const OrderLineOption &a, const OrderLineOption &b) { return a.optionId == b.optionId; };
    return ours.itemId == hubs.itemId && ours.quantity == hubs.quantity && ours.course == hubs.course &&
           ours.note == hubs.note &&
           std::is_permutation(ours.options.begin(), ours.options.end(), hubs.options.begin(), hubs.options.end(),
                               sameOption);
}

std::unordered_map<qint64, qint64> pairs(const std::vector<OrderLine> &lines, const std::vector<qint64> &hubIds)
{
    std::unordered_map<qint64, qint64> map;
    for (std::size_t i = 0; i < lines.size() && i < hubIds.size(); ++i) {
        if (hubIds[i] != 0)
            map[lines[i].id] = hubIds[i];
    }
    return map;
}

Error refused(ErrorCode code, const QString &message, const QString &path = {})
{
    Error error{code, message, {}};
    if (!path.isEmpty())
        error.details.push_back({path, message});
    return error;
}

/// Empty: the field is what is wanted, or was seen as it is.
template <typename T> bool take(T *field, const std::optional<T> &wanted, const std::optional<T> &seen, bool *changed)
{
    if (!wanted || *wanted == *field)
        return true;
    if (seen && *seen != *field)
        return false;
    *field = *wanted;
    *changed = true;
    return true;
}

} // namespace

bool localorders::maySell(Role role)
{
    return role == Role::Owner || role == Role::Manager || role == Role::Counter;
}

std::vector<qint64> localorders::matchLines(const std::vector<OrderLine> &ours, const std::vector<OrderLine> &hubs)
{
    std::vector<qint64> ids;
    std::vector<bool> taken(hubs.size(), false);
    for (const OrderLine &line : ours) {
        qint64 id = 0;
        for (std::size_t i = 0; i < hubs.size() && id == 0; ++i) {
            if (taken[i] || !isSameDish(line, hubs[i]))
                continue;
            taken[i] = true;
            id = hubs[i].id;
        }
        ids.push_back(id);
    }
    return ids;
}

std::vector<qint64> localorders::matchAdded(const LinesAdded &added, const std::vector<OrderLine> &hubs,
                                            const std::unordered_set<qint64> &claimed)
{
    std::vector<OrderLine> candidates;
    for (auto line = hubs.rbegin(); line != hubs.rend(); ++line) {
        if (line->id > added.afterLineId && !claimed.contains(line->id))
            candidates.push_back(*line);
    }
    std::vector<qint64> ids = matchLines({added.lines.rbegin(), added.lines.rend()}, candidates);
    std::reverse(ids.begin(), ids.end());
    return ids;
}

Result<Order> localorders::withLines(Order order, std::vector<OrderLine> lines, qint64 atMs)
{
    if (isClosed(order.status) || order.status == OrderStatus::OutForDelivery) {
        return refused(ErrorCode::OrderTransitionNotAllowed,
                       QStringLiteral("An order that is %1 takes no more lines.").arg(orderStatusName(order.status)));
    }
    holdLaterCourses(&lines, lastFiredCourse(order.lines));
    for (OrderLine &line : lines)
        line.addedAtMs = line.statusAtMs = atMs;
    order.lines.insert(order.lines.end(), lines.begin(), lines.end());
    const auto cost = costOf(order.lines, order.cost.deliveryMinor, order.cost.currency, order.cost.taxRate);
    if (!cost)
        return cost.error();
    order.cost = *cost;
    // Ready means that every line is done; with new work it is being prepared again.
    if (order.status == OrderStatus::Ready) {
        order.status = OrderStatus::Preparing;
        order.statusAtMs = std::max(atMs, order.statusAtMs);
    }
    ++order.version;
    return order;
}

Result<Order> localorders::withFields(Order order, const OrderEdit &edit)
{
    const OrderFields &seen = edit.from;
    if (isClosed(order.status)) {
        return refused(
            ErrorCode::OrderTransitionNotAllowed,
            QStringLiteral("An order that is %1 is not edited any more.").arg(orderStatusName(order.status)));
    }
    const bool dineIn = order.fulfilment == Fulfilment::DineIn;
    if (edit.table && edit.table->isEmpty() && dineIn)
        return refused(ErrorCode::ValidationFailed, QStringLiteral("A dine-in order needs its table."),
                       QStringLiteral("table"));
    if (edit.table && !edit.table->isEmpty() && !dineIn)
        return refused(ErrorCode::ValidationFailed, QStringLiteral("Only an order for dine-in has a table."),
                       QStringLiteral("table"));
    if (edit.covers && (*edit.covers < 0 || *edit.covers > 999))
        return refused(ErrorCode::ValidationFailed, QStringLiteral("Covers are a number from 0 to 999."),
                       QStringLiteral("covers"));
    if (edit.promisedAtMs && *edit.promisedAtMs != 0 && *edit.promisedAtMs < order.placedAtMs)
        return refused(ErrorCode::ValidationFailed, QStringLiteral("That is before the order was placed."),
                       QStringLiteral("promised_at"));
    bool changed = false;
    const bool fresh = take(&order.note, edit.note, seen.note, &changed) &&
                       take(&order.table, edit.table, seen.table, &changed) &&
                       take(&order.allergy, edit.allergy, seen.allergy, &changed) &&
                       take(&order.covers, edit.covers, seen.covers, &changed) &&
                       take(&order.promisedAtMs, edit.promisedAtMs, seen.promisedAtMs, &changed);
    if (!fresh)
        return refused(ErrorCode::VersionStale, QStringLiteral("Somebody else changed the same field."));
    if (changed)
        ++order.version;
    return order;
}

bool localorders::rename(StaffAct *act, const Renaming &renaming)
{
    auto *command = std::get_if<OrderCommand>(act);
    if (!command)
        return false;
    bool changed = false;
    for (qint64 &id : command->lineIds) {
        const qint64 other = renaming.lineId(id);
        changed |= other != id;
        id = other;
    }
    return changed;
}

Renaming localorders::toHub(const OrderTaken &taken, const QString &number)
{
    return {taken.order.uuid, taken.order.id, taken.hubOrderId, number, pairs(taken.order.lines, taken.hubLineIds)};
}

Renaming localorders::toHub(const QString &uuid, qint64 orderId, const LinesAdded &added)
{
    return {uuid, orderId, orderId, {}, pairs(added.lines, added.hubLineIds)};
}

Renaming localorders::reversed(const Renaming &renaming, const QString &number)
{
    Renaming back{renaming.uuid, renaming.to, renaming.from, number, {}};
    for (const auto &[from, to] : renaming.lines)
        back.lines[to] = from;
    return back;
}

} // namespace oshaq
