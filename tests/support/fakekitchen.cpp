// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakekitchen.h"

#include <algorithm>

namespace oshaq {

namespace {

bool isOpenLine(const OrderLine &line)
{
    return line.status == LineStatus::Queued || line.status == LineStatus::Started;
}

} // namespace

qint64 FakeKitchenPort::addOrder(const QString &number, OrderStatus status, int ageSeconds,
                                 const std::vector<Dish> &dishes)
{
    Entry entry;
    Order &order = entry.order;
    order.id = m_nextId++;
    order.number = number;
    order.status = status;
    order.placedAtMs = m_nowMs - qint64(ageSeconds) * 1000;
    order.statusAtMs = order.placedAtMs;
    for (const Dish &dish : dishes) {
        OrderLine line;
        line.id = m_nextLineId++;
        line.itemId = qint64(qHash(dish.name) & 0xffffff);
        line.name = dish.name;
        line.quantity = dish.quantity;
        line.status = dish.status;
        line.course = dish.course;
        line.note = dish.note;
        line.stationId = dish.station;
        line.held = dish.held;
        line.prepSeconds = dish.prepSeconds;
        line.addedAtMs = dish.addedLater ? m_nowMs - 12'000 : order.placedAtMs;
        for (const QString &option : dish.options)
            line.options.push_back({0, option, 0});
        if (dish.addedLater)
            entry.changes.push_back({TicketChange::Kind::Added, line.id});
        order.lines.push_back(line);
    }
    const qint64 id = order.id;
    m_orders.emplace(id, std::move(entry));
    return id;
}

void FakeKitchenPort::removeOrder(qint64 orderId)
{
    m_orders.erase(orderId);
}

void FakeKitchenPort::setStations(const std::vector<Station> &stations)
{
    m_stations = stations;
    Q_EMIT stationsChanged();
}

void FakeKitchenPort::park(const ParkedCommand &command)
{
    m_parked.push_back(command);
    Q_EMIT parkedChanged();
}

void FakeKitchenPort::setStation(std::optional<qint64> stationId)
{
    calls << QStringLiteral("station %1").arg(stationId.value_or(0));
    m_station = stationId;
    Q_EMIT ticketsChanged();
}

bool FakeKitchenPort::isShown(const Order &order) const
{
    if (order.status == OrderStatus::Cancelled)
        return !m_orders.at(order.id).changes.empty();
    if (isClosed(order.status) || order.status == OrderStatus::OutForDelivery)
        return false;
    return std::any_of(order.lines.begin(), order.lines.end(), [this](const OrderLine &line) {
        if (m_station)
            return line.stationId == m_station && isOpenLine(line);
        return line.status != LineStatus::Voided;
    });
}

Ticket FakeKitchenPort::makeTicket(const Entry &entry) const
{
    Ticket ticket;
    ticket.orderId = entry.order.id;
    ticket.order = entry.order;
    for (const OrderLine &line : entry.order.lines) {
        if (!m_station || line.stationId == m_station)
            ticket.lines.push_back(line);
    }
    ticket.pending = entry.pending;
    ticket.changes = entry.changes;
    for (const OrderLine &line : ticket.lines)
        ticket.startAtMs.push_back(entry.order.placedAtMs +
                                   (line.prepSeconds > 0 ? 600'000 - line.prepSeconds * 1000 : 0));
    ticket.soonAtMs = entry.order.placedAtMs + 600'000;
    ticket.lateAtMs = entry.order.placedAtMs + 900'000;
    return ticket;
}

std::vector<Ticket> FakeKitchenPort::tickets() const
{
    std::vector<Ticket> tickets;
    for (const auto &[id, entry] : m_orders) {
        if (isShown(entry.order))
            tickets.push_back(makeTicket(entry));
    }
    std::stable_sort(tickets.begin(), tickets.end(), [](const Ticket &a, const Ticket &b) {
        return std::pair(!a.order.priority, a.order.placedAtMs) < std::pair(!b.order.priority, b.order.placedAtMs);
    });
    return tickets;
}

std::optional<Ticket> FakeKitchenPort::ticket(qint64 orderId) const
{
    const auto found = m_orders.find(orderId);
    if (found == m_orders.end() || !isShown(found->second.order))
        return std::nullopt;
    return makeTicket(found->second);
}

std::vector<AllDayCount> FakeKitchenPort::allDay() const
{
    std::vector<AllDayCount> counts;
    for (const Ticket &ticket : tickets()) {
        for (const OrderLine &line : ticket.lines) {
            if (!isOpenLine(line))
                continue;
            const auto found = std::find_if(counts.begin(), counts.end(),
                                            [&](const AllDayCount &count) { return count.itemId == line.itemId; });
            if (found == counts.end())
                counts.push_back({line.itemId, line.name, line.quantity, 0, line.stationId.value_or(0)});
            else
                found->quantity += line.quantity;
        }
    }
    return counts;
}

Result<void> FakeKitchenPort::takeRefusal()
{
    if (!m_refusal)
        return {};
    const Error error = *m_refusal;
    m_refusal.reset();
    return error;
}

Result<void> FakeKitchenPort::act(qint64 orderId, const OrderCommand &command)
{
    if (auto allowed = takeRefusal(); !allowed)
        return allowed;
    const auto found = m_orders.find(orderId);
    if (found == m_orders.end())
        return Error{ErrorCode::NotFound, QStringLiteral("no such order"), {}};
    auto effect = decide(found->second.order, command, {Role::Kitchen, m_nowMs, 0});
    if (!effect)
        return effect.error();
    found->second.order = applyEffect(found->second.order, *effect);
    Q_EMIT ticketsChanged();
    return {};
}

Result<void> FakeKitchenPort::start(qint64 orderId)
{
    calls << QStringLiteral("start %1").arg(orderId);
    OrderCommand command;
    command.kind = OrderCommand::Kind::Lines;
    command.action = LineAction::Start;
    if (const auto shown = ticket(orderId)) {
        for (const OrderLine &line : shown->lines) {
            if (line.status == LineStatus::Queued && !line.isHeld())
                command.lineIds.push_back(line.id);
        }
    }
    return act(orderId, command);
}

Result<void> FakeKitchenPort::toggleLines(qint64 orderId, const std::vector<qint64> &lineIds)
{
    OrderCommand command;
    command.kind = OrderCommand::Kind::Lines;
    QStringList names;
    for (const OrderLine &line : m_orders.at(orderId).order.lines) {
        if (std::find(lineIds.begin(), lineIds.end(), line.id) == lineIds.end())
            continue;
        names << QString::number(line.id);
        if (line.status != LineStatus::Done)
            command.lineIds.push_back(line.id);
    }
    calls << QStringLiteral("line %1 %2").arg(orderId).arg(names.join(u','));
    if (command.lineIds.empty()) {
        command.kind = OrderCommand::Kind::Recall;
        command.lineIds = lineIds;
    }
    return act(orderId, command);
}

Result<void> FakeKitchenPort::bump(qint64 orderId)
{
    calls << QStringLiteral("bump %1").arg(orderId);
    const auto shown = ticket(orderId);
    if (!shown)
        return Error{ErrorCode::NotFound, QStringLiteral("no such ticket"), {}};
    OrderCommand command;
    for (const OrderLine &line : shown->lines) {
        if (isOpenLine(line) && !line.isHeld())
            command.lineIds.push_back(line.id);
    }
    if (!command.lineIds.empty()) {
        command.kind = OrderCommand::Kind::Lines;
    } else {
        command.to = shown->order.status < OrderStatus::Ready          ? OrderStatus::Ready
                     : shown->order.fulfilment == Fulfilment::Delivery ? OrderStatus::OutForDelivery
                                                                       : OrderStatus::Completed;
    }
    auto done = act(orderId, command);
    if (done)
        m_bumped.push_back(orderId);
    return done;
}

Result<void> FakeKitchenPort::recall(qint64 orderId)
{
    calls << QStringLiteral("recall %1").arg(orderId);
    OrderCommand command;
    command.kind = OrderCommand::Kind::Recall;
    return act(orderId, command);
}

Result<void> FakeKitchenPort::recallLast()
{
    calls << QStringLiteral("recallLast");
    if (m_bumped.empty())
        return Error{ErrorCode::RecallNotAllowed, QStringLiteral("nothing was bumped"), {}};
    const qint64 orderId = m_bumped.back();
    m_bumped.pop_back();
    return recall(orderId);
}

Result<void> FakeKitchenPort::fire(qint64 orderId, int course)
{
    calls << QStringLiteral("fire %1 %2").arg(orderId).arg(course);
    OrderCommand command;
    command.kind = OrderCommand::Kind::Lines;
    command.action = LineAction::Fire;
    int next = course;
    for (const OrderLine &line : m_orders.at(orderId).order.lines) {
        if (course == 0 && line.isHeld())
            next = next == 0 ? line.course : std::min(next, line.course);
    }
    for (const OrderLine &line : m_orders.at(orderId).order.lines) {
        if (line.isHeld() && line.course == next)
            command.lineIds.push_back(line.id);
    }
    return act(orderId, command);
}

Result<void> FakeKitchenPort::hold(qint64 orderId, int course)
{
    calls << QStringLiteral("hold %1 %2").arg(orderId).arg(course);
    OrderCommand command;
    command.kind = OrderCommand::Kind::Lines;
    command.action = LineAction::Hold;
    for (const OrderLine &line : m_orders.at(orderId).order.lines) {
        if (line.status == LineStatus::Queued && line.course == course)
            command.lineIds.push_back(line.id);
    }
    return act(orderId, command);
}

Result<void> FakeKitchenPort::setPriority(qint64 orderId, bool priority)
{
    calls << QStringLiteral("priority %1 %2").arg(orderId).arg(priority ? 1 : 0);
    OrderCommand command;
    command.kind = OrderCommand::Kind::Prioritise;
    command.priority = priority;
    return act(orderId, command);
}

Result<void> FakeKitchenPort::voidLines(qint64 orderId, const std::vector<qint64> &lineIds, const QString &reason)
{
    QStringList names;
    for (const qint64 id : lineIds)
        names << QString::number(id);
    calls << QStringLiteral("void %1 %2 %3").arg(QString::number(orderId), names.join(u','), reason);
    OrderCommand command;
    command.kind = OrderCommand::Kind::Lines;
    command.action = LineAction::Void;
    command.lineIds = lineIds;
    command.reason = reason;
    return act(orderId, command);
}

std::vector<ShiftAction> FakeKitchenPort::shiftActions(int limit) const
{
    return {m_actions.begin(), m_actions.begin() + std::min(limit, int(m_actions.size()))};
}

Result<ShiftAction> FakeKitchenPort::undo(const QString &batch)
{
    calls << QStringLiteral("undo %1").arg(batch).trimmed();
    for (ShiftAction &action : m_actions) {
        if (!action.undone && action.undoable && (batch.isEmpty() || action.batch == batch)) {
            action.undone = true;
            action.undoable = false;
            Q_EMIT ticketsChanged();
            return action;
        }
    }
    return Error{ErrorCode::RecallNotAllowed, QStringLiteral("nothing was done"), {}};
}

void FakeKitchenPort::acknowledge(qint64 orderId)
{
    calls << QStringLiteral("acknowledge %1").arg(orderId);
    m_orders.at(orderId).changes.clear();
    Q_EMIT ticketsChanged();
}

void FakeKitchenPort::dismissParked(const QString &id)
{
    calls << QStringLiteral("dismiss %1").arg(id);
    std::erase_if(m_parked, [&](const ParkedCommand &command) { return command.id == id; });
    Q_EMIT parkedChanged();
}

void FakeKitchenPort::reportPainted(const std::vector<qint64> &orderIds)
{
    painted.insert(painted.end(), orderIds.begin(), orderIds.end());
}

void FakeKitchenPort::reportCounted(const std::vector<qint64> &orderIds)
{
    counted.insert(counted.end(), orderIds.begin(), orderIds.end());
}

void FakeKitchenPort::setCatalog(const Catalog &catalog)
{
    m_catalog = catalog;
    Q_EMIT catalogChanged();
}

Result<void> FakeKitchenPort::setAvailable(qint64 itemId, bool available)
{
    calls << QStringLiteral("available %1 %2").arg(itemId).arg(available ? 1 : 0);
    if (auto refused = takeRefusal(); !refused)
        return refused;
    for (Item &item : m_catalog.items) {
        if (item.id == itemId)
            item.available = available;
    }
    Q_EMIT catalogChanged();
    return {};
}

} // namespace oshaq
