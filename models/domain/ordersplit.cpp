// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ordersplit.h"

#include "models/domain/orderlimits.h"
#include "models/domain/payment.h"
#include "models/domain/pricing.h"
#include "models/domain/problems.h"
#include "models/domain/quantity.h"

#include <algorithm>

namespace oshaq {

namespace {

Error closed(const Order &order)
{
    return {ErrorCode::OrderTransitionNotAllowed,
            QStringLiteral("The order %1 is %2; it stays as it is.").arg(order.number, orderStatusName(order.status)),
            {}};
}

bool isOpenLine(const OrderLine &line)
{
    return line.status == LineStatus::Queued || line.status == LineStatus::Started;
}

bool hasBegun(const OrderLine &line)
{
    return line.status == LineStatus::Started || line.status == LineStatus::Done;
}

struct LineCount
{
    int open = 0;
    int begun = 0;
    int done = 0;
    int alive = 0; ///< not voided
};

LineCount countLines(const std::vector<OrderLine> &lines)
{
    LineCount count;
    for (const OrderLine &line : lines) {
        count.open += isOpenLine(line) ? 1 : 0;
        count.begun += hasBegun(line) ? 1 : 0;
        count.done += line.status == LineStatus::Done ? 1 : 0;
        count.alive += line.status != LineStatus::Voided ? 1 : 0;
    }
    return count;
}

bool isAllDone(const LineCount &count)
{
    return count.done > 0 && count.open == 0;
}

/// Forward from where the order is, one step at a time.
void stepUpTo(OrderStatus to, qint64 atMs, Order *order, std::vector<OrderEffect::StatusStep> *steps)
{
    for (int code = static_cast<int>(order->status) + 1; code <= static_cast<int>(to); ++code)
        steps->push_back({static_cast<OrderStatus>(code), atMs, {}, false});
    if (!steps->empty()) {
        order->status = steps->back().status;
        order->statusAtMs = steps->back().atMs;
    }
}

/// How much of a line goes; nothing, with a refusal noted, when it cannot.
std::optional<qint64> quantityOf(const SplitPart &part, const OrderLine &line, const QString &path,
                                 const SplitContext &context, Problems *problems)
{
    const qint64 quantity = part.quantity.value_or(line.quantity);
    if (quantity == line.quantity)
        return quantity;
    const QString at = path + QStringLiteral(".quantity");
    if (quantity > line.quantity) {
        problems->add(ErrorCode::ValidationFailed, at,
                      QStringLiteral("There is only %1 of \"%2\".")
                          .arg(QString::fromLatin1(formatQuantity(line.quantity)), line.name));
        return std::nullopt;
    }
    const qint64 step = context.quantityStep ? context.quantityStep(line.itemId) : defaultQuantityStep;
    if (const auto onStep = checkQuantityStep(quantity, step); !onStep) {
        problems->add(onStep.error().code, at, onStep.error().message);
        return std::nullopt;
    }
    return quantity;
}

/// How much goes of each line of the order, in the order of its lines; 0: nothing of it.
Result<std::vector<qint64>> leavingOf(const Order &order, const std::vector<SplitPart> &parts,
                                      const SplitContext &context)
{
    std::vector<qint64> leaving(order.lines.size(), 0);
    Problems problems;
    if (parts.empty())
        problems.add(ErrorCode::ValidationFailed, QStringLiteral("items"), QStringLiteral("Something has to go."));
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const QString path = QStringLiteral("items[%1]").arg(i);
        const QString idPath = path + QStringLiteral(".order_item_id");
        const qint64 id = parts[i].lineId;
        const auto line =
            std::find_if(order.lines.begin(), order.lines.end(), [id](const OrderLine &one) { return one.id == id; });
        if (line == order.lines.end()) {
            problems.add(ErrorCode::NotFound, idPath, QStringLiteral("The order has no line %1.").arg(id));
            continue;
        }
        if (line->status == LineStatus::Voided) {
            problems.add(ErrorCode::LineTransitionNotAllowed, idPath,
                         QStringLiteral("Line %1 is voided; nobody pays for it.").arg(id));
            continue;
        }
        qint64 &goes = leaving[std::size_t(line - order.lines.begin())];
        if (goes != 0) {
            problems.add(ErrorCode::ValidationFailed, idPath, QStringLiteral("Line %1 stands twice.").arg(id));
            continue;
        }
        if (const auto quantity = quantityOf(parts[i], *line, path, context, &problems))
            goes = *quantity;
    }
    if (problems.any())
        return problems.error();
    for (std::size_t i = 0; i < leaving.size(); ++i) {
        if (order.lines[i].status != LineStatus::Voided && leaving[i] < order.lines[i].quantity)
            return leaving;
    }
    problems.add(ErrorCode::ValidationFailed, QStringLiteral("items"),
                 QStringLiteral("Something has to stay; an order that goes as a whole needs no second one."));
    return problems.error();
}

/// Head of the new order: what it shares with the one that it comes from.
Order headOfPart(const Order &order)
{
    Order part = order;
    part.id = 0;
    part.uuid.clear();
    part.number.clear();
    part.covers = 0;
    part.note.clear();
    part.cancelReason.clear();
    part.payment = {};
    part.carrier = {};
    part.origin = {};
    part.version = 1;
    part.lines.clear();
    return part;
}

void settlePartStatus(const Order &order, const SplitContext &context, Order *part)
{
    if (order.status == OrderStatus::OutForDelivery)
        return;
    const LineCount count = countLines(part->lines);
    if (isAllDone(count))
        part->status = OrderStatus::Ready;
    else if (count.begun > 0)
        part->status = OrderStatus::Preparing;
    else
        part->status = std::min(order.status, OrderStatus::Accepted);
    if (part->status == order.status)
        return;

    qint64 atMs = order.placedAtMs;
    if (part->status == OrderStatus::Accepted) {
        atMs = std::max(atMs, context.acceptedAtMs);
    } else {
        std::optional<qint64> reached;
        for (const OrderLine &line : part->lines) {
            if (!hasBegun(line))
                continue;
            const bool isReady = part->status == OrderStatus::Ready;
            reached = !reached  ? line.statusAtMs
                      : isReady ? std::max(*reached, line.statusAtMs)
                                : std::min(*reached, line.statusAtMs);
        }
        atMs = std::max(atMs, reached.value_or(context.nowMs));
    }
    part->statusAtMs = std::min(atMs, std::max(context.nowMs, order.placedAtMs));
}

/// Both texts, and nothing twice. Only whole pieces are compared: who may not have nuts is not told so by "peanuts".
QString joinedText(const QString &own, const QString &other, const QString &between)
{
    const QString added = other.trimmed();
    if (added.isEmpty() || own.trimmed() == added)
        return own;
    for (const QString &piece : own.split(between)) {
        if (piece.trimmed() == added)
            return own;
    }
    return own.trimmed().isEmpty() ? other : own + between + added;
}

void followJoinedLines(const Order &order, qint64 atMs, JoinedOrders *joined)
{
    Order &target = joined->target;
    const LineCount count = countLines(target.lines);
    if (target.status == OrderStatus::Ready) {
        if (count.open == 0)
            return;
        joined->targetSteps.push_back({OrderStatus::Preparing, atMs, {}, true});
        target.status = OrderStatus::Preparing;
        target.statusAtMs = atMs;
        return;
    }
    if (target.status > OrderStatus::Preparing)
        return;
    OrderStatus reached = target.status;
    if (isAllDone(count))
        reached = OrderStatus::Ready;
    else if (count.begun > 0)
        reached = OrderStatus::Preparing;
    else if (order.status > OrderStatus::New)
        reached = std::max(reached, OrderStatus::Accepted);
    stepUpTo(reached, atMs, &target, &joined->targetSteps);
}

} // namespace

Result<SplitOrders> splitOrder(const Order &order, const std::vector<SplitPart> &parts, const SplitContext &context)
{
    if (isClosed(order.status))
        return closed(order);
    const auto leaving = leavingOf(order, parts, context);
    if (!leaving)
        return leaving.error();

    SplitOrders split;
    split.rest = order;
    split.rest.lines.clear();
    split.part = headOfPart(order);
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
        OrderLine line = order.lines[i];
        const qint64 goes = (*leaving)[i];
        if (goes == 0) {
            split.rest.lines.push_back(std::move(line));
            continue;
        }
        OrderLine gone = line;
        if (goes == line.quantity) {
            ++gone.version;
            split.moved.push_back(gone.id);
        } else {
            gone.id = 0;
            gone.quantity = goes;
            gone.version = 1;
            line.quantity -= goes;
            ++line.version;
            split.divided.push_back(line.id);
            split.rest.lines.push_back(std::move(line));
        }
        split.part.lines.push_back(std::move(gone));
    }

    const auto restCost = costOf(split.rest.lines, order.cost.deliveryMinor, order.cost.currency, order.cost.taxRate);
    if (!restCost)
        return restCost.error();
    const auto partCost = costOf(split.part.lines, 0, order.cost.currency, order.cost.taxRate);
    if (!partCost)
        return partCost.error();
    split.rest.cost = *restCost;
    split.part.cost = *partCost;
    settle(&split.rest);
    settle(&split.part);
    ++split.rest.version;
    settlePartStatus(order, context, &split.part);
    if (order.status <= OrderStatus::Preparing && isAllDone(countLines(split.rest.lines)))
        stepUpTo(OrderStatus::Ready, std::max(context.nowMs, order.statusAtMs), &split.rest, &split.restSteps);
    return split;
}

Result<JoinedOrders> joinOrders(const Order &order, const Order &target, qint64 nowMs)
{
    if (order.id == target.id) {
        const QString issue = QStringLiteral("An order is not joined with itself.");
        return Error{ErrorCode::ValidationFailed, issue, {{QStringLiteral("into"), issue}}};
    }
    if (isClosed(order.status))
        return closed(order);
    if (isClosed(target.status))
        return closed(target);
    if (order.fulfilment != target.fulfilment) {
        return Error{ErrorCode::OrderTransitionNotAllowed,
                     QStringLiteral("One is for %1, the other for %2; they do not become one order.")
                         .arg(fulfilmentText(order.fulfilment), fulfilmentText(target.fulfilment)),
                     {}};
    }
    if ((order.status == OrderStatus::OutForDelivery) != (target.status == OrderStatus::OutForDelivery)) {
        return Error{ErrorCode::OrderTransitionNotAllowed,
                     QStringLiteral("One of the two is out for delivery and the other is not."),
                     {}};
    }

    JoinedOrders joined;
    joined.gone = order;
    joined.target = target;
    joined.gone.lines.clear();
    for (const OrderLine &line : order.lines) {
        if (line.status == LineStatus::Voided) {
            joined.gone.lines.push_back(line);
            continue;
        }
        joined.target.lines.push_back(line);
        ++joined.target.lines.back().version;
        joined.moved.push_back(line.id);
    }
    if (joined.moved.empty()) {
        return Error{ErrorCode::ValidationFailed,
                     QStringLiteral("All of order %1 is voided; cancel it instead.").arg(order.number),
                     {}};
    }
    // As the hub reads them back.
    std::sort(joined.target.lines.begin(), joined.target.lines.end(),
              [](const OrderLine &a, const OrderLine &b) { return a.id < b.id; });

    joined.target.allergy = joinedText(target.allergy, order.allergy, QStringLiteral("; "));
    joined.target.note = joinedText(target.note, order.note, QStringLiteral("\n"));
    joined.target.covers = std::min(target.covers + order.covers, orderlimits::maxCovers);
    joined.target.priority = target.priority || order.priority;
    const auto targetCost =
        costOf(joined.target.lines, target.cost.deliveryMinor, target.cost.currency, target.cost.taxRate);
    if (!targetCost)
        return targetCost.error();
    joined.target.cost = *targetCost;
    settle(&joined.target);
    ++joined.target.version;
    followJoinedLines(order, std::max(nowMs, target.statusAtMs), &joined);

    joined.gone.cost = OrderCost{0, 0, 0, order.cost.currency};
    settle(&joined.gone);
    joined.goneStep = {OrderStatus::Cancelled, std::max(nowMs, order.statusAtMs),
                       QLatin1String(joinedReason) + target.number, false};
    joined.gone.status = OrderStatus::Cancelled;
    joined.gone.statusAtMs = joined.goneStep.atMs;
    joined.gone.cancelReason = joined.goneStep.reason;
    ++joined.gone.version;
    return joined;
}

} // namespace oshaq
