// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakearchive.h"

#include "models/domain/pricing.h"

#include <algorithm>

namespace oshaq {

namespace {

PortFailure refused(const QString &code, const QString &message)
{
    return {PortFailure::Kind::Refused, code, message, {}};
}

PortFailure notFound()
{
    return refused(QStringLiteral("NOT_FOUND"), QStringLiteral("There is no such thing."));
}

bool contains(const QString &text, const QString &word)
{
    return text.contains(word, Qt::CaseInsensitive);
}

bool hasWords(const Order &order, const QString &words)
{
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts)) {
        bool found = contains(order.number, word) || contains(order.guestName, word) ||
                     contains(order.guestPhone, word) || contains(order.table, word);
        for (const OrderLine &line : order.lines)
            found |= contains(line.name, word);
        if (!found)
            return false;
    }
    return true;
}

bool isMeant(const Order &order, const ArchiveQuery &query)
{
    const auto &statuses = query.statuses;
    return hasWords(order, query.words) &&
           (statuses.empty() || std::find(statuses.begin(), statuses.end(), order.status) != statuses.end()) &&
           (!query.fulfilment || order.fulfilment == *query.fulfilment) &&
           (!query.payment || order.payment.state == *query.payment) &&
           (!query.fromMs || order.placedAtMs >= *query.fromMs) && (!query.toMs || order.placedAtMs < *query.toMs) &&
           (!query.userId || order.userId == *query.userId);
}

void costAgain(Order *order)
{
    if (const auto cost = costOf(order->lines, order->cost.deliveryMinor, order->cost.currency, 0))
        order->cost = *cost;
    ++order->version;
}

} // namespace

Order *FakeArchivePort::find(qint64 orderId)
{
    const auto found =
        std::find_if(known.begin(), known.end(), [orderId](const Order &order) { return order.id == orderId; });
    return found == known.end() ? nullptr : &*found;
}

PortAnswer<ArchivePage> FakeArchivePort::pageOf(const ArchiveQuery &query) const
{
    std::vector<Order> meant;
    std::copy_if(known.begin(), known.end(), std::back_inserter(meant),
                 [&query](const Order &order) { return isMeant(order, query); });
    std::stable_sort(meant.begin(), meant.end(), [](const Order &a, const Order &b) {
        return std::pair(a.placedAtMs, a.id) > std::pair(b.placedAtMs, b.id);
    });
    const auto begin = std::min(size_t(query.cursor.toULongLong()), meant.size());
    const auto end = std::min(begin + size_t(query.limit), meant.size());
    ArchivePage page;
    page.orders.assign(meant.begin() + qsizetype(begin), meant.begin() + qsizetype(end));
    if (end < meant.size())
        page.nextCursor = QString::number(end);
    return PortAnswer<ArchivePage>::of(std::move(page));
}

PortCall FakeArchivePort::findOrders(const ArchiveQuery &query, PortDone<ArchivePage> done)
{
    calls << QStringLiteral("findOrders %1").arg(query.words).trimmed();
    queries.push_back(query);
    return m_answers.ask<ArchivePage>(this, std::move(done), [this, query] { return pageOf(query); });
}

PortCall FakeArchivePort::oneOrder(qint64 orderId, PortDone<Order> done)
{
    calls << QStringLiteral("oneOrder %1").arg(orderId);
    return m_answers.ask<Order>(this, std::move(done), [this, orderId] {
        const Order *order = find(orderId);
        return order ? PortAnswer<Order>::of(*order) : PortAnswer<Order>::failed(notFound());
    });
}

PortCall FakeArchivePort::timeline(qint64 orderId, PortDone<OrderTimeline> done)
{
    calls << QStringLiteral("timeline %1").arg(orderId);
    return m_answers.ask<OrderTimeline>(this, std::move(done), [this, orderId] {
        const auto found = timelines.find(orderId);
        return PortAnswer<OrderTimeline>::of(found == timelines.end() ? OrderTimeline{orderId, {}} : found->second);
    });
}

PortCall FakeArchivePort::findGuests(const QString &words, PortDone<std::vector<GuestCard>> done)
{
    calls << QStringLiteral("findGuests %1").arg(words);
    return m_answers.ask<std::vector<GuestCard>>(this, std::move(done), [this, words] {
        std::vector<GuestCard> found;
        for (GuestCard card : guests) {
            if (!contains(card.name, words) && !contains(card.phone, words))
                continue;
            card.recent.clear();
            found.push_back(std::move(card));
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const GuestCard &a, const GuestCard &b) { return a.lastOrderAtMs > b.lastOrderAtMs; });
        if (found.size() > 20)
            found.resize(20);
        return PortAnswer<std::vector<GuestCard>>::of(std::move(found));
    });
}

PortCall FakeArchivePort::guest(qint64 userId, PortDone<GuestCard> done)
{
    calls << QStringLiteral("guest %1").arg(userId);
    return m_answers.ask<GuestCard>(this, std::move(done), [this, userId] {
        for (const GuestCard &card : guests) {
            if (card.userId == userId)
                return PortAnswer<GuestCard>::of(card);
        }
        return PortAnswer<GuestCard>::failed(notFound());
    });
}

PortCall FakeArchivePort::payments(qint64 orderId, PortDone<std::vector<Payment>> done)
{
    calls << QStringLiteral("payments %1").arg(orderId);
    return m_answers.ask<std::vector<Payment>>(
        this, std::move(done), [this, orderId] { return PortAnswer<std::vector<Payment>>::of(paid[orderId]); });
}

PortCall FakeArchivePort::pay(const DirectPayment &payment, PortDone<Payment> done)
{
    calls << QStringLiteral("pay %1 %2 %3")
                 .arg(QString::number(payment.orderId), paymentMethodText(payment.method),
                      QString::number(payment.amountMinor));
    payRequests.push_back(payment);
    keys << payment.key;
    return m_answers.ask<Payment>(this, std::move(done), [this, payment] { return take(payment); });
}

PortAnswer<Payment> FakeArchivePort::take(const DirectPayment &payment)
{
    if (const auto before = m_payments.find(payment.key); before != m_payments.end())
        return PortAnswer<Payment>::of(before->second);
    Order *order = find(payment.orderId);
    if (!order)
        return PortAnswer<Payment>::failed(notFound());
    std::vector<Payment> &payments = paid[payment.orderId];
    if (payment.amountMinor > summarise(order->cost.totalMinor, payments).dueMinor) {
        return PortAnswer<Payment>::failed(
            refused(QStringLiteral("PAYMENT_EXCEEDS_DUE"), QStringLiteral("The order owes less than this.")));
    }
    Payment made;
    made.id = m_nextId++;
    made.businessId = order->businessId;
    made.orderId = order->id;
    made.method = payment.method;
    made.status = PaymentStatus::Charged;
    made.amountMinor = payment.amountMinor;
    made.tipMinor = payment.tipMinor;
    made.tenderedMinor = payment.tenderedMinor;
    made.slip = payment.slip;
    made.currency = order->cost.currency;
    made.createdAtMs = nowMs;
    payments.push_back(made);
    m_payments.emplace(payment.key, made);
    const PaymentSummary summary = summarise(order->cost.totalMinor, payments);
    order->payment.state = summary.state;
    order->payment.paidMinor = summary.paidMinor;
    order->payment.pendingMinor = summary.pendingMinor;
    if (!order->payment.methods.contains(paymentMethodText(made.method)))
        order->payment.methods << paymentMethodText(made.method);
    return PortAnswer<Payment>::of(made);
}

PortCall FakeArchivePort::split(const QString &key, qint64 orderId, const std::vector<SplitLine> &lines,
                                PortDone<Order> done)
{
    QStringList names;
    for (const SplitLine &line : lines)
        names << QStringLiteral("%1x%2").arg(line.lineId).arg(line.quantity);
    calls << QStringLiteral("split %1 %2").arg(QString::number(orderId), names.join(u','));
    keys << key;
    return m_answers.ask<Order>(this, std::move(done), [this, key, orderId, lines] {
        if (const auto before = m_moves.find(key); before != m_moves.end())
            return PortAnswer<Order>::of(*find(before->second));
        auto made = splitNow(orderId, lines);
        if (made)
            m_moves.emplace(key, made.value->id);
        return made;
    });
}

PortAnswer<Order> FakeArchivePort::splitNow(qint64 orderId, const std::vector<SplitLine> &lines)
{
    const Order *found = find(orderId);
    if (!found)
        return PortAnswer<Order>::failed(notFound());
    Order from = *found;
    Order made = *found;
    made.id = m_nextId++;
    made.uuid.clear();
    made.number = QStringLiteral("%1-2").arg(from.number);
    made.lines.clear();
    made.payment = {};
    made.cost.deliveryMinor = 0;
    for (const SplitLine &wanted : lines) {
        const auto line = std::find_if(from.lines.begin(), from.lines.end(),
                                       [&wanted](const OrderLine &one) { return one.id == wanted.lineId; });
        if (line == from.lines.end() || wanted.quantity < 1 || wanted.quantity > line->quantity) {
            return PortAnswer<Order>::failed(
                refused(QStringLiteral("VALIDATION_FAILED"), QStringLiteral("The order has no such part of a line.")));
        }
        OrderLine moved = *line;
        moved.id = m_nextId++;
        moved.quantity = wanted.quantity;
        made.lines.push_back(moved);
        line->quantity -= wanted.quantity;
        if (line->quantity == 0)
            from.lines.erase(line);
    }
    if (made.lines.empty() || from.lines.empty()) {
        return PortAnswer<Order>::failed(refused(QStringLiteral("VALIDATION_FAILED"),
                                                 QStringLiteral("Something has to go, and something has to stay.")));
    }
    costAgain(&from);
    costAgain(&made);
    *find(orderId) = from;
    known.push_back(made);
    return PortAnswer<Order>::of(made);
}

PortCall FakeArchivePort::join(const QString &key, qint64 fromId, qint64 intoId, PortDone<Order> done)
{
    calls << QStringLiteral("join %1 %2").arg(fromId).arg(intoId);
    keys << key;
    return m_answers.ask<Order>(this, std::move(done), [this, key, fromId, intoId] {
        if (const auto before = m_moves.find(key); before != m_moves.end())
            return PortAnswer<Order>::of(*find(before->second));
        auto joined = joinNow(fromId, intoId);
        if (joined)
            m_moves.emplace(key, joined.value->id);
        return joined;
    });
}

PortAnswer<Order> FakeArchivePort::joinNow(qint64 fromId, qint64 intoId)
{
    Order *from = find(fromId);
    Order *into = find(intoId);
    if (!from || !into || from == into)
        return PortAnswer<Order>::failed(notFound());
    if (isClosed(from->status) || isClosed(into->status)) {
        return PortAnswer<Order>::failed(
            refused(QStringLiteral("ORDER_TRANSITION_NOT_ALLOWED"), QStringLiteral("One of the orders is over.")));
    }
    into->lines.insert(into->lines.end(), from->lines.begin(), from->lines.end());
    from->lines.clear();
    from->status = OrderStatus::Cancelled;
    from->cancelReason = QStringLiteral("joined");
    costAgain(from);
    costAgain(into);
    return PortAnswer<Order>::of(*into);
}

void FakeArchivePort::cancel(PortCall call)
{
    calls << QStringLiteral("cancel %1").arg(call);
    m_answers.cancel(call);
}

} // namespace oshaq
