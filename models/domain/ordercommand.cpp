// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ordercommand.h"

#include "models/domain/payment.h"
#include "models/domain/pricing.h"

#include <algorithm>

namespace oshaq {

namespace {

Error refusal(ErrorCode code, const QString &message, const QString &path = {})
{
    Error error{code, message, {}};
    if (!path.isEmpty())
        error.details.push_back({path, message});
    return error;
}

/// `actedAtMs` clamped to [notBefore, now]. A hub clock that was set back does not move a step before the one it
/// follows.
qint64 clampedTime(const OrderCommand &command, const CommandContext &context, qint64 notBeforeMs)
{
    const qint64 acted = std::min(command.actedAtMs.value_or(context.nowMs), context.nowMs);
    return std::max(acted, notBeforeMs);
}

qint64 lineReachedAtMs(const OrderLine &line)
{
    return std::max(line.statusAtMs, line.addedAtMs);
}

bool isManager(Role role)
{
    return role == Role::Manager || role == Role::Owner;
}

bool canEver(LineAction action, Role role)
{
    return std::any_of(allLineStatuses.begin(), allLineStatuses.end(),
                       [action, role](LineStatus from) { return mayApplyLineAction(from, action, role); });
}

/// What a role can never do, whatever state the order is in. Asked first, so that a refusal tells strangers nothing.
std::optional<Error> forbiddenAltogether(const OrderCommand &command, Role role)
{
    bool allowed = false;
    switch (command.kind) {
    case OrderCommand::Kind::SetStatus:
        allowed = role == Role::Guest ? command.to == OrderStatus::Cancelled : role != Role::Integration;
        break;
    case OrderCommand::Kind::Lines:
        allowed = canEver(command.action, role);
        break;
    case OrderCommand::Kind::Recall:
        allowed = mayRecall(role);
        break;
    case OrderCommand::Kind::Prioritise:
        allowed = canEver(LineAction::Fire, role);
        break;
    }
    if (allowed)
        return std::nullopt;
    return refusal(ErrorCode::Forbidden,
                   QStringLiteral("The role \"%1\" may not do this to an order.").arg(roleText(role)));
}

Error statusChanged(const Order &order, OrderStatus seen)
{
    return refusal(ErrorCode::OrderStatusChanged,
                   QStringLiteral("The order is %1 now, not %2 any more.")
                       .arg(orderStatusName(order.status), orderStatusName(seen)),
                   QStringLiteral("from"));
}

Error notAllowed(OrderStatus from, OrderStatus to)
{
    return refusal(
        ErrorCode::OrderTransitionNotAllowed,
        QStringLiteral("An order that is %1 cannot become %2.").arg(orderStatusName(from), orderStatusName(to)));
}

/// Nothing when the move is fine.
std::optional<Error> checkMove(const Order &order, OrderStatus from, OrderStatus to, Role role)
{
    if (!transitionExists(from, to, order.fulfilment))
        return notAllowed(order.status, to);
    if (mayTransition(from, to, role, order.fulfilment))
        return std::nullopt;
    // A guest's right to cancel ends with the order's state, not with who they are.
    if (role == Role::Guest) {
        return refusal(
            ErrorCode::OrderTransitionNotAllowed,
            QStringLiteral("An order that is %1 can no longer be cancelled by the guest.").arg(orderStatusName(from)));
    }
    return refusal(ErrorCode::Forbidden, QStringLiteral("The role \"%1\" may not move an order from %2 to %3.")
                                             .arg(roleText(role), orderStatusName(from), orderStatusName(to)));
}

/// Adds forward steps until the order is in `to` (Accepted, Preparing, Ready follow one another).
void stepUpTo(OrderStatus to, OrderStatus current, qint64 atMs, const QString &reason, OrderEffect *effect)
{
    for (int code = static_cast<int>(current) + 1; code <= static_cast<int>(to); ++code) {
        const auto status = static_cast<OrderStatus>(code);
        effect->statuses.push_back({status, atMs, status == to ? reason : QString(), false});
    }
}

/// Whoever works on a held line has fired it.
OrderEffect::LineStep lineStep(const OrderLine &line, LineStatus to, qint64 atMs)
{
    OrderEffect::LineStep step{line.id, to, atMs, {}};
    if (line.isHeld() && (to == LineStatus::Started || to == LineStatus::Done))
        step.firedAtMs = atMs;
    return step;
}

Result<OrderEffect> decideStatus(const Order &order, const OrderCommand &command, const CommandContext &context)
{
    if (order.status == command.to)
        return OrderEffect{};
    if (command.from && *command.from != order.status)
        return statusChanged(order, *command.from);

    const bool startsNew = order.status == OrderStatus::New && command.to == OrderStatus::Preparing;
    if (startsNew) {
        if (const auto error = checkMove(order, OrderStatus::New, OrderStatus::Accepted, context.role))
            return *error;
        if (const auto error = checkMove(order, OrderStatus::Accepted, OrderStatus::Preparing, context.role))
            return *error;
    } else if (const auto error = checkMove(order, order.status, command.to, context.role)) {
        return *error;
    }

    const QString reason = command.reason.trimmed();
    if (command.to == OrderStatus::Cancelled && reason.isEmpty()) {
        return refusal(ErrorCode::ValidationFailed, QStringLiteral("Cancelling an order needs a reason."),
                       QStringLiteral("reason"));
    }

    OrderEffect effect;
    const qint64 atMs = clampedTime(command, context, order.statusAtMs);
    if (startsNew)
        effect.statuses.push_back({OrderStatus::Accepted, atMs, {}, false});
    effect.statuses.push_back({command.to, atMs, reason, false});

    for (const OrderLine &line : order.lines) {
        const qint64 lineAtMs = clampedTime(command, context, lineReachedAtMs(line));
        if (command.to == OrderStatus::Preparing && line.status == LineStatus::Queued && !line.isHeld())
            effect.lines.push_back({line.id, LineStatus::Started, lineAtMs});
        const bool open = line.status == LineStatus::Queued || line.status == LineStatus::Started;
        if (command.to == OrderStatus::Ready && open)
            effect.lines.push_back(lineStep(line, LineStatus::Done, lineAtMs));
    }
    return effect;
}

bool recallInTime(qint64 reachedAtMs, const OrderCommand &command, const CommandContext &context)
{
    const qint64 actedMs = clampedTime(command, context, reachedAtMs);
    return actedMs - reachedAtMs <= recallWindowMs || (isManager(context.role) && actedMs < context.businessDayEndMs);
}

Error recallTooLate(Role role)
{
    return refusal(ErrorCode::RecallTooLate,
                   isManager(role) ? QStringLiteral("The business day of this step is over.")
                                   : QStringLiteral("More than 15 minutes have passed; a manager can recall it."));
}

/// The addressed lines in the order of the command, each once; NotFound with the place of every unknown id.
Result<std::vector<const OrderLine *>> addressedLines(const Order &order, const OrderCommand &command)
{
    std::vector<const OrderLine *> found;
    Error unknown{ErrorCode::NotFound, QStringLiteral("The order has no such line."), {}};
    for (std::size_t i = 0; i < command.lineIds.size(); ++i) {
        const qint64 id = command.lineIds[i];
        const auto it =
            std::find_if(order.lines.begin(), order.lines.end(), [id](const OrderLine &line) { return line.id == id; });
        if (it == order.lines.end()) {
            unknown.details.push_back(
                {QStringLiteral("line_ids[%1]").arg(i), QStringLiteral("The order has no line %1.").arg(id)});
        } else if (std::find(found.begin(), found.end(), &*it) == found.end()) {
            found.push_back(&*it);
        }
    }
    if (!unknown.details.empty())
        return unknown;
    if (found.empty())
        return refusal(ErrorCode::ValidationFailed, QStringLiteral("At least one line is needed."),
                       QStringLiteral("line_ids"));
    return found;
}

/// Nothing is to be done: somebody did it already.
bool isReached(const OrderLine &line, LineAction action)
{
    switch (action) {
    case LineAction::Fire:
        return line.status != LineStatus::Voided && !line.isHeld();
    case LineAction::Hold:
        return line.isHeld();
    default:
        return line.status == lineActionTarget(action);
    }
}

LineStatus statusAfter(const OrderLine &line, const OrderEffect &effect)
{
    for (const OrderEffect::LineStep &step : effect.lines) {
        if (step.lineId == line.id)
            return step.status;
    }
    return line.status;
}

/// What the lines' new states mean for the order as a whole.
void followLines(const Order &order, LineAction action, qint64 atMs, OrderEffect *effect)
{
    if (effect->lines.empty() || action == LineAction::Fire || action == LineAction::Hold)
        return;
    bool anyQueued = false;
    bool anyStarted = false;
    bool anyDone = false;
    for (const OrderLine &line : order.lines) {
        const LineStatus status = statusAfter(line, *effect);
        anyQueued |= status == LineStatus::Queued;
        anyStarted |= status == LineStatus::Started;
        anyDone |= status == LineStatus::Done;
    }
    if (order.status == OrderStatus::Ready && anyQueued)
        effect->statuses.push_back({OrderStatus::Preparing, atMs, {}, true});
    if (order.status > OrderStatus::Preparing)
        return;
    if (action == LineAction::Unstart) {
        if (order.status == OrderStatus::Preparing && !anyStarted && !anyDone)
            effect->statuses.push_back({OrderStatus::Accepted, atMs, {}, true});
        return;
    }
    if (anyDone && !anyQueued && !anyStarted)
        stepUpTo(OrderStatus::Ready, order.status, atMs, {}, effect);
    else if (action == LineAction::Start || action == LineAction::Done)
        stepUpTo(OrderStatus::Preparing, order.status, atMs, {}, effect);
}

Result<OrderEffect> recallLines(const Order &order, const OrderCommand &command, const CommandContext &context,
                                const std::vector<const OrderLine *> &lines)
{
    OrderEffect effect;
    Error wrong{ErrorCode::LineTransitionNotAllowed, QStringLiteral("Only a line that is done can be recalled."), {}};
    bool late = false;
    for (const OrderLine *line : lines) {
        if (line->status == LineStatus::Started)
            continue;
        if (!mayApplyLineAction(line->status, LineAction::Recall, context.role)) {
            wrong.details.push_back(
                {QStringLiteral("line_ids"),
                 QStringLiteral("Line %1 is %2.").arg(QString::number(line->id), lineStatusText(line->status))});
            continue;
        }
        // While the ticket is Ready, the step that is taken back is the order's; it may be younger than the line's.
        const qint64 reachedAtMs = order.status == OrderStatus::Ready
                                       ? std::max(lineReachedAtMs(*line), order.statusAtMs)
                                       : lineReachedAtMs(*line);
        late |= !recallInTime(reachedAtMs, command, context);
        effect.lines.push_back({line->id, LineStatus::Started, clampedTime(command, context, lineReachedAtMs(*line))});
    }
    if (!wrong.details.empty())
        return wrong;
    if (late)
        return recallTooLate(context.role);
    if (effect.lines.empty())
        return effect;
    if (order.status == OrderStatus::OutForDelivery) {
        return refusal(ErrorCode::RecallNotAllowed,
                       QStringLiteral("The order is out for delivery; recall the order before its lines."));
    }
    if (order.status == OrderStatus::Ready) {
        effect.statuses.push_back(
            {OrderStatus::Preparing, clampedTime(command, context, order.statusAtMs), command.reason.trimmed(), true});
    }
    return effect;
}

Result<OrderEffect> decideLines(const Order &order, const OrderCommand &command, const CommandContext &context)
{
    const auto lines = addressedLines(order, command);
    if (!lines)
        return lines.error();
    if (isClosed(order.status)) {
        return refusal(
            ErrorCode::OrderTransitionNotAllowed,
            QStringLiteral("The order is %1; its lines do not change any more.").arg(orderStatusName(order.status)));
    }
    if (command.kind == OrderCommand::Kind::Recall || command.action == LineAction::Recall)
        return recallLines(order, command, context, *lines);

    OrderEffect effect;
    const LineStatus target = lineActionTarget(command.action);
    Error wrong{ErrorCode::LineTransitionNotAllowed,
                QStringLiteral("The role \"%1\" cannot apply \"%2\" to a line in this state.")
                    .arg(roleText(context.role), lineActionText(command.action)),
                {}};
    for (const OrderLine *line : *lines) {
        if (isReached(*line, command.action))
            continue;
        if (!mayApplyLineAction(line->status, command.action, context.role)) {
            wrong.details.push_back(
                {QStringLiteral("line_ids"),
                 QStringLiteral("Line %1 is %2.").arg(QString::number(line->id), lineStatusText(line->status))});
            continue;
        }
        const qint64 atMs = clampedTime(command, context, lineReachedAtMs(*line));
        if (command.action == LineAction::Fire)
            effect.lines.push_back({line->id, line->status, line->statusAtMs, atMs});
        else if (command.action == LineAction::Hold)
            effect.lines.push_back({line->id, line->status, line->statusAtMs, 0});
        else
            effect.lines.push_back(lineStep(*line, target, atMs));
    }
    if (!wrong.details.empty())
        return wrong;
    if (command.action == LineAction::Restore && !effect.lines.empty() && order.status == OrderStatus::OutForDelivery) {
        return refusal(ErrorCode::LineTransitionNotAllowed,
                       QStringLiteral("The order is out for delivery; what was voided stays so."));
    }
    if (command.action == LineAction::Void && !effect.lines.empty() && command.reason.trimmed().isEmpty())
        return refusal(ErrorCode::ValidationFailed, QStringLiteral("Voiding a line needs a reason."),
                       QStringLiteral("reason"));
    followLines(order, command.action, clampedTime(command, context, order.statusAtMs), &effect);
    return effect;
}

Result<OrderEffect> decideRecall(const Order &order, const OrderCommand &command, const CommandContext &context)
{
    if (command.from && *command.from != order.status) {
        // Somebody else was faster with the same step back: the target is reached.
        if (recallTarget(*command.from, order.fulfilment) == order.status)
            return OrderEffect{};
        return statusChanged(order, *command.from);
    }
    const std::optional<OrderStatus> target = recallTarget(order.status, order.fulfilment);
    if (!target) {
        return refusal(ErrorCode::RecallNotAllowed,
                       QStringLiteral("An order that is %1 cannot be taken back.").arg(orderStatusName(order.status)));
    }
    if (!recallInTime(order.statusAtMs, command, context))
        return recallTooLate(context.role);

    OrderEffect effect;
    effect.statuses.push_back(
        {*target, clampedTime(command, context, order.statusAtMs), command.reason.trimmed(), true});
    for (const OrderLine &line : order.lines) {
        const qint64 lineAtMs = clampedTime(command, context, lineReachedAtMs(line));
        if (*target == OrderStatus::Preparing && line.status == LineStatus::Done)
            effect.lines.push_back({line.id, LineStatus::Started, lineAtMs});
        const bool begun = line.status == LineStatus::Started || line.status == LineStatus::Done;
        if (*target == OrderStatus::Accepted && begun)
            effect.lines.push_back({line.id, LineStatus::Queued, lineAtMs});
    }
    return effect;
}

Result<OrderEffect> decidePriority(const Order &order, const OrderCommand &command)
{
    OrderEffect effect;
    if (order.priority == command.priority)
        return effect;
    if (isClosed(order.status)) {
        return refusal(
            ErrorCode::OrderTransitionNotAllowed,
            QStringLiteral("The order is %1; nothing of it is still to be made.").arg(orderStatusName(order.status)));
    }
    effect.priority = command.priority;
    return effect;
}

/// What the service that brought an order does not take any more: a yes after its time, or a late no. A manager may
/// cancel all the same and talks to the service.
std::optional<Error> pastDeadline(const Order &order, const OrderEffect &effect, const CommandContext &context)
{
    const auto becomes = [&effect](OrderStatus to) {
        return std::any_of(effect.statuses.begin(), effect.statuses.end(),
                           [to](const OrderEffect::StatusStep &step) { return step.status == to && !step.recall; });
    };
    const OrderOrigin &origin = order.origin;
    if (origin.acceptByMs > 0 && context.nowMs > origin.acceptByMs && order.status == OrderStatus::New &&
        becomes(OrderStatus::Accepted)) {
        return refusal(
            ErrorCode::OrderTransitionNotAllowed,
            QStringLiteral("It is too late to accept this order: \"%1\" waits no longer.").arg(origin.source));
    }
    if (origin.refuseByMs > 0 && context.nowMs > origin.refuseByMs && order.status != OrderStatus::New &&
        becomes(OrderStatus::Cancelled) && !isManager(context.role)) {
        return refusal(ErrorCode::OrderTransitionNotAllowed,
                       QStringLiteral("\"%1\" takes no refusal of this order any more.").arg(origin.source));
    }
    return std::nullopt;
}

Result<OrderEffect> decideKind(const Order &order, const OrderCommand &command, const CommandContext &context)
{
    switch (command.kind) {
    case OrderCommand::Kind::SetStatus:
        return decideStatus(order, command, context);
    case OrderCommand::Kind::Lines:
        return decideLines(order, command, context);
    case OrderCommand::Kind::Recall:
        return command.lineIds.empty() ? decideRecall(order, command, context) : decideLines(order, command, context);
    case OrderCommand::Kind::Prioritise:
        return decidePriority(order, command);
    }
    return refusal(ErrorCode::Internal, QStringLiteral("Unknown kind of command."));
}

} // namespace

QString commandCode(const OrderCommand &command)
{
    switch (command.kind) {
    case OrderCommand::Kind::SetStatus:
        return QStringLiteral("status:%1").arg(int(command.to));
    case OrderCommand::Kind::Lines:
        return lineActionText(command.action);
    case OrderCommand::Kind::Recall:
        return QStringLiteral("recall");
    case OrderCommand::Kind::Prioritise:
        return QStringLiteral("priority");
    }
    return {};
}

Result<OrderEffect> decide(const Order &order, const OrderCommand &command, const CommandContext &context)
{
    if (const auto error = forbiddenAltogether(command, context.role))
        return *error;
    auto effect = decideKind(order, command, context);
    if (!effect || !order.origin.isOutside())
        return effect;
    if (const auto late = pastDeadline(order, *effect, context))
        return *late;
    return effect;
}

Order applyEffect(Order order, const OrderEffect &effect)
{
    if (effect.isEmpty())
        return order;
    bool costs = false;
    for (const OrderEffect::LineStep &step : effect.lines) {
        const auto it = std::find_if(order.lines.begin(), order.lines.end(),
                                     [&step](const OrderLine &line) { return line.id == step.lineId; });
        if (it == order.lines.end())
            continue;
        costs |= (step.status == LineStatus::Voided) != (it->status == LineStatus::Voided);
        it->status = step.status;
        it->statusAtMs = step.atMs;
        if (step.firedAtMs) {
            it->firedAtMs = *step.firedAtMs;
            it->held = *step.firedAtMs == 0;
        }
        ++it->version;
    }
    for (const OrderEffect::StatusStep &step : effect.statuses) {
        order.status = step.status;
        order.statusAtMs = step.atMs;
        if (step.status == OrderStatus::Cancelled)
            order.cancelReason = step.reason;
    }
    if (effect.priority)
        order.priority = *effect.priority;
    if (costs) {
        if (const Result<OrderCost> cost =
                costOf(order.lines, order.cost.deliveryMinor, order.cost.currency, order.cost.taxRate))
            order.cost = *cost;
        settle(&order);
    }
    ++order.version;
    return order;
}

} // namespace oshaq
