// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeorders.h"

#include "models/domain/uuid7.h"

#include <algorithm>
#include <utility>

namespace oshaq {

namespace {

constexpr qint64 dayMs = qint64{24} * 60 * 60 * 1000;

Error refusal(ErrorCode code, const QString &message, const QString &path = {})
{
    Error error{code, message, {}};
    if (!path.isEmpty())
        error.details.push_back({path, message});
    return error;
}

Error noSuchOrder()
{
    return refusal(ErrorCode::NotFound, QStringLiteral("There is no such order."));
}

QString idsText(const std::vector<qint64> &ids)
{
    QStringList names;
    for (const qint64 id : ids)
        names << QString::number(id);
    return names.join(u',');
}

QString linesText(const std::vector<NewOrderLine> &lines)
{
    QStringList names;
    for (const NewOrderLine &line : lines)
        names << QStringLiteral("%1x%2").arg(line.itemId).arg(line.quantity);
    return names.join(u',');
}

QString fieldsText(const OrderFields &fields)
{
    QStringList names;
    if (fields.table)
        names << QStringLiteral("table=%1").arg(*fields.table);
    if (fields.covers)
        names << QStringLiteral("covers=%1").arg(*fields.covers);
    if (fields.note)
        names << QStringLiteral("note=%1").arg(*fields.note);
    if (fields.allergy)
        names << QStringLiteral("allergy=%1").arg(*fields.allergy);
    if (fields.promisedAtMs)
        names << QStringLiteral("promised=%1").arg(*fields.promisedAtMs);
    return names.join(u' ');
}

OrderCommand statusCommand(OrderStatus to, const QString &reason)
{
    OrderCommand command;
    command.to = to;
    command.reason = reason;
    return command;
}

OrderCommand linesCommand(LineAction action, const std::vector<qint64> &lineIds)
{
    OrderCommand command;
    command.kind = OrderCommand::Kind::Lines;
    command.action = action;
    command.lineIds = lineIds;
    return command;
}

/// As the hub checks an edit.
Result<void> checkEdit(const Order &order, const OrderFields &fields)
{
    if (isClosed(order.status)) {
        return refusal(
            ErrorCode::OrderTransitionNotAllowed,
            QStringLiteral("An order that is %1 is not edited any more.").arg(orderStatusName(order.status)));
    }
    const bool dineIn = order.fulfilment == Fulfilment::DineIn;
    if (fields.table && fields.table->trimmed().isEmpty() == dineIn) {
        return refusal(ErrorCode::ValidationFailed,
                       dineIn ? QStringLiteral("is required for dine-in")
                              : QStringLiteral("only an order for dine-in has a table"),
                       QStringLiteral("table"));
    }
    if (fields.covers && (*fields.covers < 0 || *fields.covers > 1000)) {
        return refusal(ErrorCode::ValidationFailed, QStringLiteral("Covers are a number from 0 to 1000."),
                       QStringLiteral("covers"));
    }
    if (fields.promisedAtMs && *fields.promisedAtMs != 0 && *fields.promisedAtMs < order.placedAtMs) {
        return refusal(ErrorCode::ValidationFailed, QStringLiteral("is before the order was placed"),
                       QStringLiteral("promised_at"));
    }
    return {};
}

} // namespace

FakeOrdersPort::FakeOrdersPort(QObject *parent)
    : OrdersPort(parent)
{
    m_business.id = 1;
    m_business.name = QStringLiteral("Dostyk Grill");
}

OrderLine FakeOrdersPort::makeLine(const Dish &dish)
{
    OrderLine line;
    line.id = m_nextLineId++;
    line.name = dish.name;
    line.quantity = dish.quantity;
    line.status = dish.status;
    line.course = dish.course;
    line.note = dish.note;
    line.held = dish.held;
    const auto item = std::find_if(m_catalog.items.begin(), m_catalog.items.end(),
                                   [&dish](const Item &one) { return one.name == dish.name; });
    if (item == m_catalog.items.end()) {
        line.itemId = qint64(qHash(dish.name) & 0xffffff) + 1'000'000;
    } else {
        line.itemId = item->id;
        line.priceMinor = item->priceMinor;
        line.prepSeconds = item->prepSeconds;
        line.stationId = m_catalog.stationOf(*item);
    }
    for (const QString &name : dish.options) {
        OrderLineOption chosen{0, name, 0};
        if (item != m_catalog.items.end()) {
            for (const OptionGroup &group : item->optionGroups) {
                for (const Option &option : group.options) {
                    if (option.name == name)
                        chosen = {option.id, name, option.priceMinor};
                }
            }
        }
        line.priceMinor += chosen.priceMinor;
        line.options.push_back(chosen);
    }
    if (dish.priceMinor >= 0)
        line.priceMinor = dish.priceMinor;
    return line;
}

qint64 FakeOrdersPort::addOrder(const QString &number, OrderStatus status, int ageSeconds,
                                const std::vector<Dish> &dishes)
{
    DeskOrder entry;
    Order &order = entry.order;
    order.id = m_nextId++;
    order.uuid = makeUuid7(m_nowMs);
    order.businessId = m_business.id;
    order.number = number;
    order.status = status;
    order.placedAtMs = m_nowMs - qint64(ageSeconds) * 1000;
    order.statusAtMs = order.placedAtMs;
    for (const Dish &dish : dishes) {
        OrderLine line = makeLine(dish);
        line.addedAtMs = order.placedAtMs;
        line.statusAtMs = order.placedAtMs;
        order.lines.push_back(std::move(line));
    }
    costAgain(&order);
    const qint64 id = order.id;
    m_orders.emplace(id, std::move(entry));
    return id;
}

void FakeOrdersPort::setDelivery(qint64 orderId, qint64 deliveryMinor)
{
    Order &order = orderRow(orderId);
    order.cost.deliveryMinor = deliveryMinor;
    costAgain(&order);
}

void FakeOrdersPort::costAgain(Order *order)
{
    const auto currency = Currency::fromCode(m_business.currency);
    if (const auto cost = costOf(order->lines, order->cost.deliveryMinor, currency ? *currency : Currency(), 0))
        order->cost = *cost;
}

void FakeOrdersPort::setCatalog(const Catalog &catalog)
{
    m_catalog = catalog;
    Q_EMIT catalogChanged();
}

void FakeOrdersPort::park(const ParkedCommand &command)
{
    m_parked.insert(m_parked.begin(), command);
    Q_EMIT parkedChanged();
}

qint64 FakeOrdersPort::becomeKnown(qint64 localId)
{
    DeskOrder entry = m_orders.at(localId);
    m_orders.erase(localId);
    const qint64 id = m_nextId++;
    entry.order.id = id;
    entry.onlyHere = false;
    entry.pending = false;
    m_orders.emplace(id, std::move(entry));
    Q_EMIT orderKnown(localId, id);
    Q_EMIT ordersChanged();
    return id;
}

std::vector<DeskOrder> FakeOrdersPort::orders() const
{
    std::vector<DeskOrder> list;
    for (const auto &[id, entry] : m_orders) {
        if (!isClosed(entry.order.status) || m_nowMs - entry.order.statusAtMs <= 2 * dayMs)
            list.push_back(entry);
    }
    std::stable_sort(list.begin(), list.end(), [](const DeskOrder &a, const DeskOrder &b) {
        return std::pair(a.order.placedAtMs, a.order.id) > std::pair(b.order.placedAtMs, b.order.id);
    });
    return list;
}

std::optional<DeskOrder> FakeOrdersPort::order(qint64 orderId) const
{
    const auto found = m_orders.find(orderId);
    return found == m_orders.end() ? std::nullopt : std::optional(found->second);
}

CommandContext FakeOrdersPort::context() const
{
    return {m_role, m_nowMs, m_nowMs + dayMs};
}

std::vector<OrderStatus> FakeOrdersPort::nextStatuses(qint64 orderId) const
{
    std::vector<OrderStatus> next;
    const auto found = m_orders.find(orderId);
    if (found == m_orders.end() || isClosed(found->second.order.status))
        return next;
    for (const OrderStatus to : allOrderStatuses) {
        if (to == found->second.order.status)
            continue;
        if (decide(found->second.order, statusCommand(to, QStringLiteral("?")), context()))
            next.push_back(to);
    }
    return next;
}

Result<void> FakeOrdersPort::mayRecall(qint64 orderId) const
{
    const auto found = m_orders.find(orderId);
    if (found == m_orders.end())
        return noSuchOrder();
    OrderCommand command;
    command.kind = OrderCommand::Kind::Recall;
    if (const auto effect = decide(found->second.order, command, context()); !effect)
        return effect.error();
    return {};
}

Result<void> FakeOrdersPort::takeRefusal()
{
    if (const auto refused = std::exchange(m_refusal, std::nullopt))
        return *refused;
    return {};
}

Result<void> FakeOrdersPort::act(qint64 orderId, const OrderCommand &command)
{
    if (auto allowed = takeRefusal(); !allowed)
        return allowed;
    const auto found = m_orders.find(orderId);
    if (found == m_orders.end())
        return noSuchOrder();
    const auto effect = decide(found->second.order, command, context());
    if (!effect)
        return effect.error();
    found->second.order = applyEffect(found->second.order, *effect);
    Q_EMIT ordersChanged();
    return {};
}

Result<void> FakeOrdersPort::accept(qint64 orderId, std::optional<qint64> promisedAtMs)
{
    calls << QStringLiteral("accept %1 %2").arg(orderId).arg(promisedAtMs.value_or(0));
    if (promisedAtMs) {
        const auto found = m_orders.find(orderId);
        if (found != m_orders.end() && *promisedAtMs < found->second.order.placedAtMs) {
            return refusal(ErrorCode::ValidationFailed, QStringLiteral("is before the order was placed"),
                           QStringLiteral("promised_at"));
        }
    }
    auto done = act(orderId, statusCommand(OrderStatus::Accepted, {}));
    if (done && promisedAtMs) {
        m_orders.at(orderId).order.promisedAtMs = *promisedAtMs;
        Q_EMIT ordersChanged();
    }
    return done;
}

Result<void> FakeOrdersPort::setStatus(qint64 orderId, OrderStatus to, const QString &reason)
{
    calls
        << QStringLiteral("status %1 %2 %3").arg(QString::number(orderId), QString::number(int(to)), reason).trimmed();
    return act(orderId, statusCommand(to, reason));
}

Result<void> FakeOrdersPort::recall(qint64 orderId)
{
    calls << QStringLiteral("recall %1").arg(orderId);
    OrderCommand command;
    command.kind = OrderCommand::Kind::Recall;
    return act(orderId, command);
}

Result<void> FakeOrdersPort::setPriority(qint64 orderId, bool priority)
{
    calls << QStringLiteral("priority %1 %2").arg(orderId).arg(priority ? 1 : 0);
    OrderCommand command;
    command.kind = OrderCommand::Kind::Prioritise;
    command.priority = priority;
    return act(orderId, command);
}

Result<void> FakeOrdersPort::voidLines(qint64 orderId, const std::vector<qint64> &lineIds, const QString &reason)
{
    calls << QStringLiteral("void %1 %2 %3").arg(QString::number(orderId), idsText(lineIds), reason).trimmed();
    OrderCommand command = linesCommand(LineAction::Void, lineIds);
    command.reason = reason;
    return act(orderId, command);
}

Result<void> FakeOrdersPort::restoreLines(qint64 orderId, const std::vector<qint64> &lineIds)
{
    calls << QStringLiteral("restore %1 %2").arg(QString::number(orderId), idsText(lineIds));
    return act(orderId, linesCommand(LineAction::Restore, lineIds));
}

Result<void> FakeOrdersPort::fire(qint64 orderId, int course)
{
    calls << QStringLiteral("fire %1 %2").arg(orderId).arg(course);
    const auto found = m_orders.find(orderId);
    if (found == m_orders.end())
        return noSuchOrder();
    int next = course;
    std::vector<qint64> held;
    for (const OrderLine &line : found->second.order.lines) {
        if (course == 0 && line.isHeld())
            next = next == 0 ? line.course : std::min(next, line.course);
    }
    for (const OrderLine &line : found->second.order.lines) {
        if (line.isHeld() && line.course == next)
            held.push_back(line.id);
    }
    if (held.empty())
        return refusal(ErrorCode::LineTransitionNotAllowed, QStringLiteral("Nothing of this course is held."));
    return act(orderId, linesCommand(LineAction::Fire, held));
}

Result<void> FakeOrdersPort::addLines(qint64 orderId, const std::vector<NewOrderLine> &lines)
{
    calls << QStringLiteral("add %1 %2").arg(QString::number(orderId), linesText(lines));
    if (auto allowed = takeRefusal(); !allowed)
        return allowed;
    const auto found = m_orders.find(orderId);
    if (found == m_orders.end())
        return noSuchOrder();
    Order &order = found->second.order;
    if (isClosed(order.status) || order.status == OrderStatus::OutForDelivery) {
        return refusal(ErrorCode::OrderTransitionNotAllowed,
                       QStringLiteral("An order that is %1 takes no more lines.").arg(orderStatusName(order.status)));
    }
    NewOrder request;
    request.lines = lines;
    auto priced = priceOrder(request, m_catalog, m_business);
    if (!priced)
        return priced.error();
    for (OrderLine &line : priced->lines) {
        line.id = m_nextLineId++;
        line.addedAtMs = m_nowMs;
        line.statusAtMs = m_nowMs;
        order.lines.push_back(std::move(line));
    }
    // What was ready is not any more.
    if (order.status == OrderStatus::Ready) {
        order.status = OrderStatus::Preparing;
        order.statusAtMs = m_nowMs;
    }
    ++order.version;
    costAgain(&order);
    Q_EMIT ordersChanged();
    return {};
}

Result<void> FakeOrdersPort::edit(qint64 orderId, const OrderFields &fields)
{
    calls << QStringLiteral("edit %1 %2").arg(QString::number(orderId), fieldsText(fields)).trimmed();
    edits.emplace_back(orderId, fields);
    if (auto allowed = takeRefusal(); !allowed)
        return allowed;
    const auto found = m_orders.find(orderId);
    if (found == m_orders.end())
        return noSuchOrder();
    Order &order = found->second.order;
    if (auto checked = checkEdit(order, fields); !checked)
        return checked;
    order.note = fields.note.value_or(order.note);
    order.table = fields.table.value_or(order.table).trimmed();
    order.allergy = fields.allergy.value_or(order.allergy);
    order.covers = fields.covers.value_or(order.covers);
    order.promisedAtMs = fields.promisedAtMs.value_or(order.promisedAtMs);
    ++order.version;
    Q_EMIT ordersChanged();
    return {};
}

Result<Order> FakeOrdersPort::price(const NewOrder &request) const
{
    return priceOrder(request, m_catalog, m_business);
}

Result<DeskOrder> FakeOrdersPort::create(const NewOrder &request)
{
    calls << QStringLiteral("create %1 %2").arg(fulfilmentText(request.fulfilment), linesText(request.lines)).trimmed();
    created.push_back(request);
    if (const auto allowed = takeRefusal(); !allowed)
        return allowed.error();
    auto priced = price(request);
    if (!priced)
        return priced.error();
    DeskOrder entry{std::move(*priced), true, true};
    Order &order = entry.order;
    order.id = m_nextLocalId--;
    if (order.uuid.isEmpty())
        order.uuid = makeUuid7(m_nowMs);
    order.number = QStringLiteral("B-%1").arg(m_nextNumber++, 3, 10, QLatin1Char('0'));
    order.placedAtMs = m_nowMs;
    order.statusAtMs = m_nowMs;
    for (OrderLine &line : order.lines) {
        line.id = m_nextLineId++;
        line.addedAtMs = m_nowMs;
        line.statusAtMs = m_nowMs;
    }
    holdLaterCourses(&order.lines);
    m_orders.emplace(order.id, entry);
    Q_EMIT ordersChanged();
    return entry;
}

Result<void> FakeOrdersPort::setAvailable(qint64 itemId, bool available)
{
    calls << QStringLiteral("available %1 %2").arg(itemId).arg(available ? 1 : 0);
    if (auto allowed = takeRefusal(); !allowed)
        return allowed;
    const auto item = std::find_if(m_catalog.items.begin(), m_catalog.items.end(),
                                   [itemId](const Item &one) { return one.id == itemId; });
    if (item == m_catalog.items.end())
        return refusal(ErrorCode::NotFound, QStringLiteral("This dish is not on the menu."));
    item->available = available;
    Q_EMIT catalogChanged();
    return {};
}

Result<ShiftAction> FakeOrdersPort::undo()
{
    calls << QStringLiteral("undo");
    if (const auto allowed = takeRefusal(); !allowed)
        return allowed.error();
    auto action = std::exchange(m_undoable, std::nullopt);
    if (!action)
        return refusal(ErrorCode::RecallNotAllowed, QStringLiteral("Nothing of this stands any more."));
    action->undone = true;
    action->undoable = false;
    Q_EMIT ordersChanged();
    return *action;
}

void FakeOrdersPort::dismissParked(const QString &id)
{
    calls << QStringLiteral("dismiss %1").arg(id);
    std::erase_if(m_parked, [&id](const ParkedCommand &command) { return command.id == id; });
    Q_EMIT parkedChanged();
}

} // namespace oshaq
