// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ordersplit.h"
#include "models/domain/timetext.h"
#include "models/hub/businessstore.h"
#include "models/hub/catalogstore.h"
#include "models/hub/journalstore.h"
#include "models/hub/orderclaims.h"
#include "models/hub/orderservice.h"
#include "models/hub/orderstore.h"
#include "models/hub/paymentstore.h"
#include "models/hub/printservice.h"
#include "models/hub/sqlvalues.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <memory>

namespace oshaq {

namespace {

WriteOutcome outcomeOf(Order order, int code)
{
    WriteOutcome outcome;
    outcome.entity = EntityKind::Order;
    outcome.entityId = order.id;
    outcome.code = code;
    outcome.order = std::make_shared<const Order>(std::move(order));
    return outcome;
}

/// A payment is for the order as it was asked for: nobody could say which half of it is paid.
Result<void> checkNoMoneyHeld(WriteContext &context, const Order &order)
{
    const auto payments = paymentstore::ofOrder(context.database, order.businessId, order.id);
    if (!payments)
        return payments.error();
    if (std::none_of(payments->begin(), payments->end(),
                     [](const Payment &payment) { return holdsMoney(payment.status); }))
        return {};
    return Error{ErrorCode::PaymentNotAllowed,
                 QStringLiteral("There is a payment for order %1; give it back or cancel it before.").arg(order.number),
                 {}};
}

Result<qint64> acceptedAtMs(WriteContext &context, const Order &order)
{
    auto rows = context.database.query(
        QStringLiteral("SELECT coalesce(max(timestamp), 0) FROM order_status WHERE order_id = ? AND status = ?"),
        {order.id, int(OrderStatus::Accepted)});
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    return *found ? rows->integer(0) : 0;
}

Result<Catalog> catalogOf(WriteContext &context, const Order &order)
{
    std::vector<qint64> itemIds;
    for (const OrderLine &line : order.lines)
        itemIds.push_back(line.itemId);
    std::sort(itemIds.begin(), itemIds.end());
    itemIds.erase(std::unique(itemIds.begin(), itemIds.end()), itemIds.end());
    return catalogstore::loadForItems(context.database, order.businessId, itemIds);
}

Result<void> journal(WriteContext &context, const Order &order, const QString &type, const QJsonObject &payload)
{
    const auto seq =
        journalstore::append(context, order.businessId,
                             {EntityKind::Order, order.id, order.version, type, payload, orderstore::digest(order)});
    if (!seq)
        return seq.error();
    return {};
}

QJsonArray idsJson(const std::vector<qint64> &ids)
{
    QJsonArray array;
    for (const qint64 id : ids)
        array.append(id);
    return array;
}

/// Which lines, and the order on the other side: `side` is "into" or "from".
QJsonObject movePayload(const QString &side, const Order &other, const QJsonArray &lines, const Order &order)
{
    return {{side + QStringLiteral("_order"), other.id},
            {side + QStringLiteral("_number"), other.number},
            {QStringLiteral("lines"), lines},
            {QStringLiteral("total"), order.cost.totalMinor}};
}

/// History and journal of the steps that an order took from `before`.
Result<void> writeSteps(WriteContext &context, OrderStatus before, const Order &after,
                        const std::vector<OrderEffect::StatusStep> &steps)
{
    if (steps.empty())
        return {};
    QJsonArray array;
    for (const OrderEffect::StatusStep &step : steps) {
        if (const auto added = orderstore::addHistory(context.database, after, step, context.nowMs); !added)
            return added;
        array.append(QJsonArray{int(step.status), step.atMs});
    }
    const QString type = steps.front().recall ? QStringLiteral("order.recalled") : QStringLiteral("order.status");
    return journal(context, after, type, {{QStringLiteral("from"), int(before)}, {QStringLiteral("steps"), array}});
}

/// Head and costs as they are now, and the words by which the order is found.
Result<void> updateOrder(WriteContext &context, const Order &order)
{
    sql::Database &database = context.database;
    if (const auto updated = orderstore::updateHead(database, order, context.nowMs); !updated)
        return updated;
    if (const auto updated = orderstore::updateCost(database, order, context.nowMs); !updated)
        return updated;
    return orderstore::updateWords(database, order);
}

/// The new order with the lines that were cut off; what moves as a whole follows. Sets ids.
Result<void> insertPart(WriteContext &context, Order *part, const QDate &day)
{
    std::vector<OrderLine> moved;
    std::vector<OrderLine> cut;
    for (OrderLine &line : part->lines)
        (line.id == 0 ? cut : moved).push_back(std::move(line));
    part->lines = std::move(cut);
    if (const auto inserted = orderstore::insert(context.database, part, day, context.nowMs); !inserted)
        return inserted;
    part->lines.insert(part->lines.end(), std::make_move_iterator(moved.begin()), std::make_move_iterator(moved.end()));
    std::sort(part->lines.begin(), part->lines.end(),
              [](const OrderLine &a, const OrderLine &b) { return a.id < b.id; });
    return {};
}

QJsonArray linesJson(const Order &order)
{
    QJsonArray array;
    for (const OrderLine &line : order.lines)
        array.append(line.id);
    return array;
}

Result<void> writeSplit(WriteContext &context, const Order &before, SplitOrders *split)
{
    sql::Database &database = context.database;
    const auto business = businessstore::find(database, before.businessId);
    if (!business)
        return business.error();
    const QDate day = businessDay(before.placedAtMs, business->timeZone, business->dayStartMinutes);
    const auto number = orderstore::nextNumber(database, before.businessId, day, orderclaims::hubLetter());
    if (!number)
        return number.error();
    Order &part = split->part;
    Order &rest = split->rest;
    part.number = *number;
    if (const auto inserted = insertPart(context, &part, day); !inserted)
        return inserted;
    if (const auto moved = orderstore::moveLines(database, rest, part, split->moved); !moved)
        return moved;
    for (const OrderLine &line : rest.lines) {
        if (std::find(split->divided.begin(), split->divided.end(), line.id) == split->divided.end())
            continue;
        if (const auto updated = orderstore::updateQuantity(database, rest, line); !updated)
            return updated;
    }
    if (const auto updated = updateOrder(context, part); !updated)
        return updated;
    if (const auto updated = updateOrder(context, rest); !updated)
        return updated;

    const QJsonObject created{{QStringLiteral("status"), int(part.status)},
                              {QStringLiteral("number"), part.number},
                              {QStringLiteral("fulfilment"), fulfilmentText(part.fulfilment)},
                              {QStringLiteral("lines"), qint64(part.lines.size())},
                              {QStringLiteral("total"), part.cost.totalMinor},
                              {QStringLiteral("currency"), part.cost.currency.code()}};
    if (const auto written = journal(context, part, QStringLiteral("order.created"), created); !written)
        return written;
    const QString type = QStringLiteral("order.split");
    if (const auto written =
            journal(context, part, type, movePayload(QStringLiteral("from"), rest, linesJson(part), part));
        !written)
        return written;
    std::vector<qint64> touched = split->moved;
    touched.insert(touched.end(), split->divided.begin(), split->divided.end());
    std::sort(touched.begin(), touched.end());
    if (const auto written =
            journal(context, rest, type, movePayload(QStringLiteral("into"), part, idsJson(touched), rest));
        !written)
        return written;
    return writeSteps(context, before.status, rest, split->restSteps);
}

Result<void> writeJoin(WriteContext &context, const Order &gone, const Order &target, const JoinedOrders &joined)
{
    sql::Database &database = context.database;
    if (const auto moved = orderstore::moveLines(database, joined.gone, joined.target, joined.moved); !moved)
        return moved;
    if (const auto updated = updateOrder(context, joined.gone); !updated)
        return updated;
    if (const auto updated = updateOrder(context, joined.target); !updated)
        return updated;
    if (const auto updated = orderstore::updateDetails(database, joined.target, context.nowMs); !updated)
        return updated;

    const QString type = QStringLiteral("order.joined");
    const QJsonArray lines = idsJson(joined.moved);
    if (const auto written =
            journal(context, joined.gone, type, movePayload(QStringLiteral("into"), joined.target, lines, joined.gone));
        !written)
        return written;
    if (const auto written = writeSteps(context, gone.status, joined.gone, {joined.goneStep}); !written)
        return written;
    if (const auto written = journal(context, joined.target, type,
                                     movePayload(QStringLiteral("from"), joined.gone, lines, joined.target));
        !written)
        return written;
    if (const auto written = writeSteps(context, target.status, joined.target, joined.targetSteps); !written)
        return written;
    return orderprinting::joined(context, gone, target, joined.target);
}

} // namespace

Result<WriteOutcome> orderwrites::split(WriteContext &context, const OrderRef &ref, const OrderSplit &request)
{
    const auto order = orderstore::find(context.database, context.principal.businessId, ref);
    if (!order)
        return order.error();
    const auto uuid = orderclaims::uuid(context, request.uuid);
    if (!uuid)
        return uuid.error();
    const auto catalog = catalogOf(context, *order);
    if (!catalog)
        return catalog.error();
    const auto accepted = acceptedAtMs(context, *order);
    if (!accepted)
        return accepted.error();
    SplitContext rules;
    rules.nowMs = context.nowMs;
    rules.acceptedAtMs = *accepted;
    rules.quantityStep = [&catalog](qint64 itemId) {
        const Item *item = catalog->findItem(itemId);
        return item ? catalog->quantityStepOf(*item) : defaultQuantityStep;
    };
    auto split = splitOrder(*order, request.parts, rules);
    if (!split)
        return split.error();
    if (const auto checked = checkNoMoneyHeld(context, *order); !checked)
        return checked.error();
    split->part.uuid = *uuid;
    // Nothing is printed: the kitchen has these lines on paper already, and makes them all the same.
    if (const auto written = writeSplit(context, *order, &*split); !written)
        return written.error();
    return outcomeOf(std::move(split->part), 201);
}

Result<WriteOutcome> orderwrites::join(WriteContext &context, const OrderRef &ref, qint64 intoId)
{
    const auto order = orderstore::find(context.database, context.principal.businessId, ref);
    if (!order)
        return order.error();
    const auto target = orderstore::find(context.database, context.principal.businessId, OrderRef{intoId, {}});
    if (!target && target.error().code == ErrorCode::NotFound) {
        const QString issue = QStringLiteral("There is no order %1.").arg(intoId);
        return Error{ErrorCode::NotFound, issue, {{QStringLiteral("into"), issue}}};
    }
    if (!target)
        return target.error();
    auto joined = joinOrders(*order, *target, context.nowMs);
    if (!joined)
        return joined.error();
    for (const Order &one : {*order, *target}) {
        if (const auto checked = checkNoMoneyHeld(context, one); !checked)
            return checked.error();
    }
    if (const auto written = writeJoin(context, *order, *target, *joined); !written)
        return written.error();
    return outcomeOf(std::move(joined->target), 200);
}

} // namespace oshaq
