// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/ordersservice.h"

#include "models/domain/orderlimits.h"
#include "models/domain/timetext.h"
#include "models/domain/uuid7.h"

#include <algorithm>
#include <tuple>

namespace oshaq {

namespace {

OrderCommand statusCommand(OrderStatus from, OrderStatus to, const QString &reason = {})
{
    // With `from`: what a person decides here is about the order that they saw.
    OrderCommand command;
    command.kind = OrderCommand::Kind::SetStatus;
    command.from = from;
    command.to = to;
    command.reason = reason.trimmed();
    return command;
}

OrderCommand recallCommand(const Order &order)
{
    OrderCommand command;
    command.kind = OrderCommand::Kind::Recall;
    command.from = order.status;
    return command;
}

OrderCommand linesCommand(LineAction action, const std::vector<qint64> &lineIds, const QString &reason = {})
{
    // Without `from`: lines guard themselves by their own status, and a kitchen may move the order at any moment.
    OrderCommand command;
    command.kind = OrderCommand::Kind::Lines;
    command.action = action;
    command.lineIds = lineIds;
    command.reason = reason.trimmed();
    return command;
}

/// What the hub makes of a text, so that the two compare equal; and nothing that nobody sees at its ends.
QString tidy(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C).remove(QChar(QChar::ByteOrderMark)).trimmed();
}

template <typename T, typename Clean>
void change(const std::optional<T> &wanted, const T &now, Clean clean, std::optional<T> *to, std::optional<T> *from)
{
    if (!wanted)
        return;
    const T value = clean(*wanted);
    if (value == now)
        return;
    *to = value;
    *from = now;
}

} // namespace

OrdersService::OrdersService(const OrderCache &cache, Outbox &outbox, const VisibleOrders &visible,
                             const VisibleCatalog &catalog, OrderActs &acts, const HubClock &clock)
    : m_cache(cache)
    , m_outbox(outbox)
    , m_visible(visible)
    , m_catalog(catalog)
    , m_acts(acts)
    , m_clock(clock)
{
    m_announce = cache.cursor().isValid();
    meetAll();

    m_changeTimer.setSingleShot(true);
    m_changeTimer.setInterval(0);
    connect(&m_changeTimer, &QTimer::timeout, this, &OrdersService::announceChange);
    connect(&visible, &VisibleOrders::changed, this, &OrdersService::handleVisibleChanged);
    // Connected after VisibleOrders, so the first snapshot has been met when announcing begins.
    connect(&cache, &OrderCache::ordersChanged, this, [this] { m_announce = m_cache.cursor().isValid(); });
    connect(&catalog, &VisibleCatalog::changed, this, &OrdersPort::catalogChanged);
    connect(&outbox, &Outbox::renamed, this, &OrdersService::handleRenamed);
    connect(&outbox, &Outbox::parkedChanged, this, &OrdersPort::parkedChanged);
}

OrdersService::~OrdersService() = default;

// --- what is shown ---

std::vector<DeskOrder> OrdersService::orders() const
{
    const qint64 since = m_clock.nowMs() - closedShownMs;
    std::vector<const VisibleOrders::Entry *> shown;
    for (const auto &[id, entry] : m_visible.entries()) {
        if (!isClosed(entry.order.status) || entry.order.statusAtMs >= since)
            shown.push_back(&entry);
    }
    std::sort(shown.begin(), shown.end(), [](const VisibleOrders::Entry *a, const VisibleOrders::Entry *b) {
        return std::tie(b->order.placedAtMs, b->order.uuid) < std::tie(a->order.placedAtMs, a->order.uuid);
    });
    std::vector<DeskOrder> list;
    list.reserve(shown.size());
    for (const VisibleOrders::Entry *entry : shown)
        list.push_back({entry->order, entry->pending, entry->onlyHere});
    return list;
}

std::optional<DeskOrder> OrdersService::order(qint64 orderId) const
{
    const VisibleOrders::Entry *entry = m_visible.find(orderId);
    if (!entry)
        return std::nullopt;
    return DeskOrder{entry->order, entry->pending, entry->onlyHere};
}

std::vector<OrderStatus> OrdersService::nextStatuses(qint64 orderId) const
{
    const auto found = m_acts.order(orderId);
    if (!found)
        return {};
    const Order &order = **found;
    std::vector<OrderStatus> statuses;
    for (const OrderStatus to : allOrderStatuses) {
        // Whether a reason is given is asked later.
        const auto steps = m_acts.decideAll(order, {statusCommand(order.status, to, QStringLiteral("?"))});
        if (steps && !steps->empty())
            statuses.push_back(to);
    }
    return statuses;
}

Result<void> OrdersService::mayRecall(qint64 orderId) const
{
    const auto order = m_acts.order(orderId);
    if (!order)
        return order.error();
    const auto steps = m_acts.decideAll(**order, {recallCommand(**order)});
    if (!steps)
        return steps.error();
    return {};
}

// --- what is done ---

Result<void> OrdersService::accept(qint64 orderId, std::optional<qint64> promisedAtMs)
{
    const auto found = m_acts.order(orderId);
    if (!found)
        return found.error();
    const Order &order = **found;
    if (order.status != OrderStatus::New) {
        return Error{ErrorCode::OrderTransitionNotAllowed,
                     QStringLiteral("The order is %1; only a new one is accepted.").arg(orderStatusName(order.status)),
                     {}};
    }
    std::vector<StaffAct> steps{statusCommand(order.status, OrderStatus::Accepted)};
    if (promisedAtMs && *promisedAtMs != order.promisedAtMs) {
        if (auto allowed = maySell(); !allowed)
            return allowed;
        FieldsEdited promise;
        promise.edit.promisedAtMs = *promisedAtMs;
        promise.edit.from.promisedAtMs = order.promisedAtMs;
        steps.push_back(promise);
    }
    return m_acts.act(order, std::move(steps));
}

Result<void> OrdersService::setStatus(qint64 orderId, OrderStatus to, const QString &reason)
{
    const auto order = m_acts.order(orderId);
    if (!order)
        return order.error();
    if (auto fits = orderlimits::checkReason(tidy(reason)); !fits)
        return fits;
    return m_acts.act(**order, {statusCommand((*order)->status, to, reason)});
}

Result<void> OrdersService::recall(qint64 orderId)
{
    const auto order = m_acts.order(orderId);
    if (!order)
        return order.error();
    return m_acts.act(**order, {recallCommand(**order)});
}

Result<void> OrdersService::voidLines(qint64 orderId, const std::vector<qint64> &lineIds, const QString &reason)
{
    const auto order = m_acts.order(orderId);
    if (!order)
        return order.error();
    if (auto fits = orderlimits::checkReason(tidy(reason)); !fits)
        return fits;
    return m_acts.act(**order, {linesCommand(LineAction::Void, lineIds, reason)});
}

Result<void> OrdersService::restoreLines(qint64 orderId, const std::vector<qint64> &lineIds)
{
    const auto order = m_acts.order(orderId);
    if (!order)
        return order.error();
    return m_acts.act(**order, {linesCommand(LineAction::Restore, lineIds)});
}

Result<void> OrdersService::fire(qint64 orderId, int course)
{
    return m_acts.fire(orderId, course, [](const OrderLine &) { return true; });
}

Result<void> OrdersService::maySell() const
{
    if (localorders::maySell(role()))
        return {};
    return Error{
        ErrorCode::Forbidden, QStringLiteral("The role \"%1\" may not take or edit orders.").arg(roleText(role())), {}};
}

Result<void> OrdersService::addLines(qint64 orderId, const std::vector<NewOrderLine> &lines)
{
    const auto found = m_acts.order(orderId);
    if (!found)
        return found.error();
    if (auto allowed = maySell(); !allowed)
        return allowed;
    const Order &order = **found;
    NewOrder request;
    request.fulfilment = order.fulfilment;
    request.table = order.table;
    request.addressId = order.addressId;
    // The address was asked for when the order was taken.
    request.address = order.address.isEmpty() ? QStringLiteral("-") : order.address;
    request.lines = lines;
    for (NewOrderLine &line : request.lines)
        line.note = tidy(line.note);
    if (auto fits = orderlimits::check(request.lines); !fits)
        return fits;
    auto priced = priceOrder(request, m_catalog.catalog(), business());
    if (!priced)
        return priced.error();
    LinesAdded added;
    added.request = std::move(request.lines);
    added.lines = std::move(priced->lines);
    for (const OrderLine &line : order.lines)
        added.afterLineId = std::max(added.afterLineId, line.id);
    return m_acts.act(order, {std::move(added)});
}

Result<void> OrdersService::edit(qint64 orderId, const OrderFields &fields)
{
    const auto found = m_acts.order(orderId);
    if (!found)
        return found.error();
    if (auto allowed = maySell(); !allowed)
        return allowed;
    const Order &order = **found;
    FieldsEdited edited;
    OrderEdit &to = edited.edit;
    const auto same = [](const auto &value) { return value; };
    change(fields.note, order.note, tidy, &to.note, &to.from.note);
    change(fields.table, order.table, tidy, &to.table, &to.from.table);
    change(fields.allergy, order.allergy, tidy, &to.allergy, &to.from.allergy);
    change(fields.covers, order.covers, same, &to.covers, &to.from.covers);
    change(fields.promisedAtMs, order.promisedAtMs, same, &to.promisedAtMs, &to.from.promisedAtMs);
    if (to.isEmpty())
        return {};
    if (auto fits = orderlimits::check(to); !fits)
        return fits;
    return m_acts.act(order, {std::move(edited)});
}

NewOrder OrdersService::tidied(NewOrder request) const
{
    request.uuid.clear();
    request.number.clear();
    request.actedAtMs.reset();
    for (QString *text :
         {&request.address, &request.table, &request.note, &request.allergy, &request.guestName, &request.guestPhone})
        *text = tidy(*text);
    for (NewOrderLine &line : request.lines)
        line.note = tidy(line.note);
    if (request.fulfilment != Fulfilment::Delivery) {
        request.address.clear();
        request.addressId.reset();
    }
    return request;
}

Result<Order> OrdersService::price(const NewOrder &request) const
{
    return priceOrder(tidied(request), m_catalog.catalog(), business());
}

Result<DeskOrder> OrdersService::create(const NewOrder &wanted)
{
    if (auto allowed = maySell(); !allowed)
        return allowed.error();
    NewOrder request = tidied(wanted);
    // Here and not in price(), which is asked while somebody is still typing.
    if (auto fits = orderlimits::check(request); !fits)
        return fits.error();
    const qint64 nowMs = m_clock.nowMs();
    request.uuid = makeUuid7(nowMs);
    request.actedAtMs = nowMs;
    auto priced = priceOrder(request, m_catalog.catalog(), business());
    if (!priced)
        return priced.error();
    Order order = std::move(*priced);
    order.address = request.address;
    order.userId = request.userId.value_or(0);
    order.placedAtMs = nowMs;
    order.statusAtMs = nowMs;
    holdLaterCourses(&order.lines);
    for (OrderLine &line : order.lines)
        line.statusAtMs = line.addedAtMs = nowMs;
    const QDate day = businessDay(nowMs, business().timeZone, business().dayStartMinutes);
    auto taken = m_outbox.take(std::move(request), std::move(order), day);
    if (!taken)
        return taken.error();
    // The dispatcher's cue came with it; the answer never does before this returns.
    return DeskOrder{std::move(*taken), true, true};
}

Result<ShiftAction> OrdersService::undo()
{
    return m_acts.takeBack([](const shiftjournal::Act &) { return true; });
}

// --- what changes ---

void OrdersService::announceChange()
{
    const std::vector<qint64> arrived = std::exchange(m_arrived, {});
    Q_EMIT ordersChanged();
    for (const qint64 id : arrived)
        Q_EMIT orderArrived(id);
}

void OrdersService::meetAll()
{
    for (const auto &[id, entry] : m_visible.entries())
        m_met.insert(id);
}

void OrdersService::handleRenamed(const Renaming &renaming)
{
    if (renaming.from == renaming.to)
        return;
    if (m_met.erase(renaming.from) != 0)
        m_met.insert(renaming.to);
    const auto earlier = std::find_if(m_known.begin(), m_known.end(),
                                      [&renaming](const auto &pair) { return pair.second == renaming.from; });
    if (earlier == m_known.end())
        m_known.emplace_back(renaming.from, renaming.to);
    else if (earlier->first == renaming.to)
        m_known.erase(earlier);
    else
        earlier->second = renaming.to;
}

void OrdersService::handleVisibleChanged(const std::vector<qint64> &orderIds)
{
    for (const qint64 id : orderIds) {
        const VisibleOrders::Entry *entry = m_visible.find(id);
        if (!entry) {
            m_met.erase(id);
            continue;
        }
        if (m_met.insert(id).second && !entry->onlyHere && m_announce)
            m_arrived.push_back(id);
    }
    for (const auto &[from, to] : std::exchange(m_known, {}))
        Q_EMIT orderKnown(from, to);
    if (!m_changeTimer.isActive())
        m_changeTimer.start();
}

} // namespace oshaq
