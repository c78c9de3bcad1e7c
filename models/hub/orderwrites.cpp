// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/payment.h"
#include "models/domain/timespans.h"
#include "models/domain/timetext.h"
#include "models/hub/businessstore.h"
#include "models/hub/catalogshelf.h"
#include "models/hub/catalogstore.h"
#include "models/hub/deliveryzones.h"
#include "models/hub/journalstore.h"
#include "models/hub/ordercaller.h"
#include "models/hub/orderclaims.h"
#include "models/hub/orderservice.h"
#include "models/hub/ordershelf.h"
#include "models/hub/orderstore.h"
#include "models/hub/printservice.h"
#include "models/hub/settingsservice.h"
#include "models/hub/tablestore.h"
#include "models/hub/terminalstore.h"
#include "models/hub/userstore.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <memory>

namespace oshaq {

namespace {

/// How long ago an order may have been taken: what a terminal that was away for longer took counts as of then.
constexpr qint64 maxAwayMs = dayMs;

Error invalid(const QString &path, const QString &issue)
{
    return {ErrorCode::ValidationFailed, issue, {{path, issue}}};
}

Error noSuchOrder()
{
    return {ErrorCode::NotFound, QStringLiteral("There is no such order."), {}};
}

bool isGuest(const WriteContext &context)
{
    return context.principal.kind == Principal::Kind::Guest;
}

/// Guests order what is on sale; staff know what they sell, whenever it is.
std::optional<qint64> saleTime(const WriteContext &context)
{
    return isGuest(context) ? std::optional(context.nowMs) : std::nullopt;
}

Result<Catalog> catalogFor(WriteContext &context, const std::vector<NewOrderLine> &lines)
{
    std::vector<qint64> itemIds;
    for (const NewOrderLine &line : lines) {
        if (std::find(itemIds.begin(), itemIds.end(), line.itemId) == itemIds.end())
            itemIds.push_back(line.itemId);
    }
    if (context.shelf)
        return context.shelf->forItems(context.principal.businessId, itemIds);
    return catalogstore::loadForItems(context.database, context.principal.businessId, itemIds);
}

/// Whoever came by a table's code eats at that table and names no other one.
Result<NewOrder> atOwnTable(WriteContext &context, NewOrder request)
{
    if (!isGuest(context) || request.fulfilment != Fulfilment::DineIn)
        return request;
    const auto user = userstore::find(context.database, context.principal.businessId, context.principal.id);
    if (!user)
        return user.error();
    if (!user->tableId)
        return request;
    const auto table = tablestore::find(context.database, user->businessId, *user->tableId);
    if (!table && table.error().code == ErrorCode::NotFound)
        return invalid(QStringLiteral("table"), QStringLiteral("Your table is not there any more."));
    if (!table)
        return table.error();
    const QString named = request.table.trimmed();
    if (!named.isEmpty() && named != table->name)
        return invalid(QStringLiteral("table"), QStringLiteral("You sit at another table."));
    request.table = table->name;
    return request;
}

/// The number that a terminal gave; nothing when it gave none. What counts is whose letter it is, not that it is still
/// free: an order that was taken is never refused for its number.
Result<std::optional<OrderNumber>> ownNumber(WriteContext &context, const NewOrder &request)
{
    const QString path = QStringLiteral("number");
    if (request.number.isEmpty())
        return std::optional<OrderNumber>();
    const auto number = orderNumberFromText(request.number);
    if (!number)
        return invalid(path, QStringLiteral("This is not an order's number."));
    if (context.principal.kind != Principal::Kind::Terminal)
        return invalid(path, QStringLiteral("Only a terminal numbers its orders itself."));
    const auto terminal = terminalstore::find(context.database, context.principal.businessId, context.principal.id);
    if (!terminal && terminal.error().code != ErrorCode::NotFound)
        return terminal.error();
    if (!terminal || terminal->letter != number->letters)
        return invalid(path, QStringLiteral("This letter is not the terminal's own."));
    return number;
}

/// When the order was taken, as far as the hub believes it.
qint64 takenAtMs(const WriteContext &context, const NewOrder &request)
{
    const qint64 acted = request.actedAtMs.value_or(context.nowMs);
    return std::clamp(acted, context.nowMs - maxAwayMs, context.nowMs);
}

/// `firedCourse`: of the order that they come to, see holdLaterCourses().
void stampNewLines(std::vector<OrderLine> *lines, qint64 nowMs, int firedCourse = 0)
{
    holdLaterCourses(lines, firedCourse);
    for (OrderLine &line : *lines) {
        line.id = 0;
        line.status = LineStatus::Queued;
        line.statusAtMs = nowMs;
        line.addedAtMs = nowMs;
        line.version = 1;
    }
}

Result<void> journal(WriteContext &context, const Order &order, const QByteArray &digest, const QString &type,
                     const JournalPayload &payload)
{
    const auto seq = journalstore::append(context, order.businessId,
                                          {EntityKind::Order, order.id, order.version, type, payload, digest});
    if (!seq)
        return seq.error();
    return {};
}

WriteOutcome outcomeOf(Order order, int code)
{
    WriteOutcome outcome;
    outcome.entity = EntityKind::Order;
    outcome.entityId = order.id;
    outcome.code = code;
    outcome.order = std::make_shared<const Order>(std::move(order));
    return outcome;
}

/// Another business's order, or another guest's, does not exist for whoever asks.
Result<Order> reachableOrder(WriteContext &context, const OrderRef &ref)
{
    const qint64 businessId = context.principal.businessId;
    auto order =
        context.orders ? context.orders->find(businessId, ref) : orderstore::find(context.database, businessId, ref);
    if (order && isGuest(context) && order->userId != context.principal.id)
        return noSuchOrder();
    return order;
}

/// Only a recall asks for it, and time zones are not cheap.
Result<qint64> businessDayEnd(WriteContext &context, const Order &order)
{
    const auto business = businessstore::find(context.database, order.businessId);
    if (!business)
        return business.error();
    const QDate day = businessDay(order.statusAtMs, business->timeZone, business->dayStartMinutes);
    return businessDayBounds(day, business->timeZone, business->dayStartMinutes).endMs;
}

bool hasSteps(const OrderEffect &effect, bool recalls)
{
    return std::any_of(effect.statuses.begin(), effect.statuses.end(),
                       [recalls](const OrderEffect::StatusStep &step) { return step.recall == recalls; });
}

JournalPayload stepsPayload(const OrderEffect &effect, bool recalls, OrderStatus from)
{
    JsonWriter json;
    json.beginObject();
    json.key("from").value(int(from));
    json.key("steps").beginArray();
    for (const OrderEffect::StatusStep &step : effect.statuses) {
        if (step.recall == recalls)
            json.beginArray().value(int(step.status)).value(step.atMs).endArray();
    }
    json.endArray();
    json.endObject();
    return JournalPayload(json);
}

/// Rows, history and journal of an effect; `after` is the order with the effect applied.
Result<void> writeEffect(WriteContext &context, const Order &before, const Order &after, const OrderEffect &effect,
                         const QString &voidReason)
{
    sql::Database &database = context.database;
    if (const auto updated = orderstore::updateHead(database, after, context.nowMs); !updated)
        return updated;
    for (const OrderEffect::StatusStep &step : effect.statuses) {
        if (const auto added = orderstore::addHistory(database, after, step, context.nowMs); !added)
            return added;
    }
    JsonWriter lines;
    lines.beginObject();
    lines.key("lines").beginArray();
    for (const OrderEffect::LineStep &step : effect.lines) {
        const auto line = std::find_if(after.lines.begin(), after.lines.end(),
                                       [&step](const OrderLine &candidate) { return candidate.id == step.lineId; });
        if (line == after.lines.end())
            return Error{
                ErrorCode::Internal, QStringLiteral("A decision names a line that the order does not have."), {}};
        if (const auto updated = orderstore::updateLine(database, after, *line, voidReason); !updated)
            return updated;
        lines.beginArray()
            .value(line->id)
            .value(int(line->status))
            .value(line->statusAtMs)
            .value(int(line->held))
            .endArray();
    }
    lines.endArray();
    if (before.cost != after.cost) {
        if (const auto updated = orderstore::updateCost(database, after, context.nowMs); !updated)
            return updated;
    }

    const QByteArray digest = orderstore::digest(after);
    if (!effect.lines.empty()) {
        if (before.cost != after.cost)
            lines.key("total").value(after.cost.totalMinor);
        lines.endObject();
        if (const auto written = journal(context, after, digest, QStringLiteral("order.lines"), JournalPayload(lines));
            !written)
            return written;
    }
    if (effect.priority) {
        const QJsonObject payload{{QStringLiteral("priority"), after.priority}};
        if (const auto written = journal(context, after, digest, QStringLiteral("order.priority"), payload); !written)
            return written;
    }
    if (hasSteps(effect, true)) {
        if (const auto written = journal(context, after, digest, QStringLiteral("order.recalled"),
                                         stepsPayload(effect, true, before.status));
            !written)
            return written;
    }
    if (hasSteps(effect, false)) {
        if (const auto written = journal(context, after, digest, QStringLiteral("order.status"),
                                         stepsPayload(effect, false, before.status));
            !written)
            return written;
    }
    return orderprinting::changed(context, before, after);
}

/// What the delivery costs: where it was said to go, else where its address is.
Result<void> setFee(WriteContext &context, DeliveryPlace place, const Business &business, Order *order)
{
    if (order->fulfilment != Fulfilment::Delivery)
        return {};
    if (!place.isGiven() && order->addressId) {
        const auto address = userstore::findAddress(context.database, order->businessId, *order->addressId);
        if (!address)
            return address.error();
        place.point = geoPointFromText(address->coordinates);
    }
    return place.isGiven() ? setDeliveryFee(context.database, place, business, order) : Result<void>();
}

/// `orders.auto_accept`: the order is New and Accepted in one transaction, with a row of history for each.
Result<void> acceptIfSet(WriteContext &context, Order *order)
{
    const auto automatic =
        settingsreads::one(context.database, order->businessId, QLatin1String(settingkeys::autoAccept));
    if (!automatic)
        return automatic.error();
    if (!std::get<bool>(*automatic))
        return {};
    OrderEffect effect;
    effect.statuses.push_back({OrderStatus::Accepted, context.nowMs, {}, false});
    Order after = applyEffect(*order, effect);
    if (const auto written = writeEffect(context, *order, after, effect, {}); !written)
        return written;
    *order = std::move(after);
    return {};
}

} // namespace

Result<WriteOutcome> orderwrites::create(WriteContext &context, const NewOrder &wanted)
{
    const auto uuid = orderclaims::uuid(context, wanted.uuid);
    if (!uuid)
        return uuid.error();
    const auto placed = atOwnTable(context, wanted);
    if (!placed)
        return placed.error();
    const NewOrder &request = *placed;
    const auto given = ownNumber(context, request);
    if (!given)
        return given.error();
    const auto business = context.shelf ? context.shelf->business(context.principal.businessId)
                                        : businessstore::find(context.database, context.principal.businessId);
    if (!business)
        return business.error();
    const auto catalog = catalogFor(context, request.lines);
    if (!catalog)
        return catalog.error();
    auto priced = priceOrder(request, *catalog, *business, saleTime(context));
    if (!priced)
        return priced.error();

    Order order = std::move(*priced);
    order.origin = request.origin;
    order.businessId = business->id;
    order.uuid = *uuid;
    order.status = OrderStatus::New;
    order.placedAtMs = takenAtMs(context, request);
    order.statusAtMs = order.placedAtMs;
    order.version = 1;
    stampNewLines(&order.lines, order.placedAtMs);
    if (const auto guest = ordercaller::set(context, request, &order); !guest)
        return guest.error();
    if (const auto set = setFee(context, request.place, *business, &order); !set)
        return set.error();

    const QDate day = context.shelf ? context.shelf->dayOf(*business, order.placedAtMs)
                                    : businessDay(order.placedAtMs, business->timeZone, business->dayStartMinutes);
    const auto number = *given ? orderstore::givenNumber(context.database, business->id, day, **given)
                               : orderstore::nextNumber(context.database, business->id, day, orderclaims::hubLetter());
    if (!number)
        return number.error();
    order.number = *number;
    if (const auto inserted = orderstore::insert(context.database, &order, day, context.nowMs); !inserted)
        return inserted.error();

    JsonWriter payload;
    payload.beginObject();
    payload.key("currency").value(order.cost.currency.code());
    payload.key("fulfilment").value(fulfilmentText(order.fulfilment));
    payload.key("lines").value(qint64(order.lines.size()));
    payload.key("number").value(order.number);
    payload.key("status").value(int(order.status));
    payload.key("total").value(order.cost.totalMinor);
    payload.endObject();
    if (const auto written = journal(context, order, orderstore::digest(order), QStringLiteral("order.created"),
                                     JournalPayload(payload));
        !written)
        return written.error();
    if (const auto accepted = acceptIfSet(context, &order); !accepted)
        return accepted.error();
    return outcomeOf(std::move(order), 201);
}

Result<WriteOutcome> orderwrites::command(WriteContext &context, const OrderRef &ref, const OrderCommand &command)
{
    auto order = reachableOrder(context, ref);
    if (!order)
        return order.error();
    CommandContext rules;
    rules.role = context.principal.role;
    rules.nowMs = context.nowMs;
    const bool recalls = command.kind == OrderCommand::Kind::Recall ||
                         (command.kind == OrderCommand::Kind::Lines && command.action == LineAction::Recall);
    if (recalls) {
        const auto end = businessDayEnd(context, *order);
        if (!end)
            return end.error();
        rules.businessDayEndMs = *end;
    }
    const auto effect = decide(*order, command, rules);
    if (!effect)
        return effect.error();
    if (effect->isEmpty())
        return outcomeOf(std::move(*order), 200);

    Order after = applyEffect(*order, *effect);
    if (const auto written = writeEffect(context, *order, after, *effect, command.reason.trimmed()); !written)
        return written.error();
    return outcomeOf(std::move(after), 200);
}

Result<WriteOutcome> orderwrites::addLines(WriteContext &context, const OrderRef &ref,
                                           const std::vector<NewOrderLine> &lines)
{
    auto order = reachableOrder(context, ref);
    if (!order)
        return order.error();
    // What has left the house cannot grow; the courier carries what was packed.
    if (isClosed(order->status) || order->status == OrderStatus::OutForDelivery) {
        return Error{ErrorCode::OrderTransitionNotAllowed,
                     QStringLiteral("An order that is %1 takes no more lines.").arg(orderStatusName(order->status)),
                     {}};
    }
    const auto business = businessstore::find(context.database, order->businessId);
    if (!business)
        return business.error();
    const auto catalog = catalogFor(context, lines);
    if (!catalog)
        return catalog.error();
    NewOrder request;
    request.fulfilment = order->fulfilment;
    request.table = order->table;
    request.addressId = order->addressId;
    request.lines = lines;
    auto priced = priceOrder(request, *catalog, *business, saleTime(context));
    if (!priced)
        return priced.error();
    std::vector<OrderLine> added = std::move(priced->lines);
    stampNewLines(&added, context.nowMs, lastFiredCourse(order->lines));

    Order after = *order;
    if (const auto inserted = orderstore::insertLines(context.database, after, &added, context.nowMs); !inserted)
        return inserted.error();
    after.lines.insert(after.lines.end(), added.begin(), added.end());
    const auto cost = costOf(after.lines, after.cost.deliveryMinor, after.cost.currency, after.cost.taxRate);
    if (!cost)
        return cost.error();
    after.cost = *cost;
    settle(&after);
    ++after.version;

    QJsonArray ids;
    for (const OrderLine &line : added)
        ids.append(line.id);
    // Ready means that every line is done; with new work it is being prepared again.
    std::optional<OrderEffect::StatusStep> back;
    if (after.status == OrderStatus::Ready) {
        back = OrderEffect::StatusStep{OrderStatus::Preparing, std::max(context.nowMs, order->statusAtMs), {}, true};
        after.status = back->status;
        after.statusAtMs = back->atMs;
        if (const auto history = orderstore::addHistory(context.database, after, *back, context.nowMs); !history)
            return history.error();
    }
    if (const auto updated = orderstore::updateHead(context.database, after, context.nowMs); !updated)
        return updated.error();
    if (const auto updated = orderstore::updateCost(context.database, after, context.nowMs); !updated)
        return updated.error();
    const QByteArray digest = orderstore::digest(after);
    const QJsonObject payload{{QStringLiteral("added"), ids}, {QStringLiteral("total"), after.cost.totalMinor}};
    if (const auto written = journal(context, after, digest, QStringLiteral("order.lines"), payload); !written)
        return written.error();
    if (back) {
        const QJsonObject steps{{QStringLiteral("from"), int(order->status)},
                                {QStringLiteral("steps"), QJsonArray{QJsonArray{int(back->status), back->atMs}}}};
        if (const auto written = journal(context, after, digest, QStringLiteral("order.recalled"), steps); !written)
            return written.error();
    }
    if (const auto printed = orderprinting::changed(context, *order, after); !printed)
        return printed.error();
    return outcomeOf(std::move(after), 200);
}

} // namespace oshaq
