// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/ordersfilter.h"

#include "ui/orders/ordertext.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace oshaq {

BusinessDay BusinessDay::of(const Business &business, qint64 atMs, int daysBefore)
{
    QTimeZone zone(business.timeZone.toUtf8());
    if (!zone.isValid())
        zone = QTimeZone::utc();
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(atMs, zone);
    const QTime begin = QTime(0, 0).addSecs(business.dayStartMinutes * 60);
    QDate day = at.time() < begin ? at.date().addDays(-1) : at.date();
    day = day.addDays(-daysBefore);
    return {QDateTime(day, begin, zone).toMSecsSinceEpoch(),
            QDateTime(day.addDays(1), begin, zone).toMSecsSinceEpoch()};
}

DayLimits DayLimits::of(OrdersFilter::Days days, const Business &business, qint64 nowMs)
{
    switch (days) {
    case OrdersFilter::Days::Today:
        return {BusinessDay::of(business, nowMs).beginMs, std::nullopt, true};
    case OrdersFilter::Days::Yesterday: {
        const BusinessDay day = BusinessDay::of(business, nowMs, 1);
        return {day.beginMs, day.endMs, false};
    }
    case OrdersFilter::Days::Week:
        return {BusinessDay::of(business, nowMs, 6).beginMs, std::nullopt, false};
    case OrdersFilter::Days::All:
        break;
    }
    return {};
}

bool showsStatus(OrdersFilter::Show show, OrderStatus status)
{
    switch (show) {
    case OrdersFilter::Show::Open:
        return !isClosed(status);
    case OrdersFilter::Show::New:
        return status == OrderStatus::New;
    case OrdersFilter::Show::Preparing:
        return status == OrderStatus::Accepted || status == OrderStatus::Preparing;
    case OrdersFilter::Show::Ready:
        return status == OrderStatus::Ready;
    case OrdersFilter::Show::OutForDelivery:
        return status == OrderStatus::OutForDelivery;
    case OrdersFilter::Show::Completed:
        return status == OrderStatus::Completed;
    case OrdersFilter::Show::Cancelled:
        return status == OrderStatus::Cancelled;
    case OrdersFilter::Show::All:
        return true;
    }
    return true;
}

namespace {

bool isOfDays(const DayLimits &limits, const Order &order)
{
    if (limits.openToo && !isClosed(order.status))
        return true;
    return (!limits.fromMs || order.placedAtMs >= *limits.fromMs) && (!limits.toMs || order.placedAtMs < *limits.toMs);
}

bool isPaidAs(OrdersFilter::Paid paid, const Order &order)
{
    switch (paid) {
    case OrdersFilter::Paid::Any:
        return true;
    case OrdersFilter::Paid::Due:
        return dueMinor(order) > 0 && order.status != OrderStatus::Cancelled;
    case OrdersFilter::Paid::Paid:
        return order.payment.state == PaymentState::Paid;
    case OrdersFilter::Paid::Unknown:
        return order.payment.pendingMinor > 0;
    case OrdersFilter::Paid::Refunded:
        return order.payment.state == PaymentState::Refunded;
    }
    return true;
}

} // namespace

bool matches(const OrdersFilter &filter, const DayLimits &limits, const Order &order)
{
    return showsStatus(filter.show, order.status) && (!filter.fulfilment || order.fulfilment == *filter.fulfilment) &&
           isPaidAs(filter.paid, order) && isOfDays(limits, order);
}

QString searchable(const Order &order)
{
    QStringList parts{order.number,    QString(order.number).remove(QLatin1Char('-')),
                      order.guestName, order.table,
                      order.address,   order.note};
    for (const OrderLine &line : order.lines)
        parts << line.name;
    return foldForSearch(parts.join(QLatin1Char(' ')));
}

bool matchesWords(const SearchText &search, const Order &order, const QString &searchable)
{
    if (!search.phone.isEmpty() && phoneDigits(order.guestPhone).endsWith(search.phone))
        return true;
    return std::all_of(search.words.begin(), search.words.end(),
                       [&](const QString &word) { return searchable.contains(word); });
}

ArchiveQuery archiveQuery(const OrdersFilter &filter, const QString &words, const Business &business, qint64 nowMs)
{
    ArchiveQuery query;
    query.words = words.trimmed();
    if (filter.show != OrdersFilter::Show::All) {
        for (const OrderStatus status : allOrderStatuses) {
            if (showsStatus(filter.show, status))
                query.statuses.push_back(status);
        }
    }
    query.fulfilment = filter.fulfilment;
    if (filter.paid == OrdersFilter::Paid::Paid)
        query.payment = PaymentState::Paid;
    else if (filter.paid == OrdersFilter::Paid::Refunded)
        query.payment = PaymentState::Refunded;
    const DayLimits limits = DayLimits::of(filter.days, business, nowMs);
    query.fromMs = limits.fromMs;
    query.toMs = limits.toMs;
    return query;
}

} // namespace oshaq
