// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/orderloader.h"
#include "models/hub/orderstore.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace oshaq {

namespace {

constexpr int maxPage = 200;

/// A place in the list: (placed_at, order_id). New orders go to the end of that order, so pages neither repeat nor
/// skip.
using Place = std::pair<qint64, qint64>;

/// Opaque to clients. The direction is part of it, because the same place cuts the list into other halves the other way
/// round.
QString cursorText(const Place &place, bool oldestFirst)
{
    const QByteArray plain =
        (oldestFirst ? "a." : "d.") + QByteArray::number(place.first) + '.' + QByteArray::number(place.second);
    return QString::fromLatin1(plain.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<Place> placeFromCursor(const QString &cursor, bool oldestFirst)
{
    const auto decoded = QByteArray::fromBase64Encoding(cursor.toLatin1(), QByteArray::Base64UrlEncoding |
                                                                               QByteArray::OmitTrailingEquals |
                                                                               QByteArray::AbortOnBase64DecodingErrors);
    const QList<QByteArray> parts = decoded ? (*decoded).split('.') : QList<QByteArray>();
    bool numbers = parts.size() == 3;
    Place place;
    if (numbers)
        place.first = parts[1].toLongLong(&numbers);
    if (numbers)
        place.second = parts[2].toLongLong(&numbers);
    // One spelling per place: what we did not write ourselves is refused.
    if (!numbers || parts[0] != (oldestFirst ? "a" : "d") || cursorText(place, oldestFirst) != cursor) {
        const QString issue = QStringLiteral("This is not a cursor of this list.");
        return Error{ErrorCode::ValidationFailed, issue, {{QStringLiteral("cursor"), issue}}};
    }
    return place;
}

bool onlyOpen(const OrderFilter &filter)
{
    return filter.openOnly ||
           (!filter.statuses.empty() && std::none_of(filter.statuses.begin(), filter.statuses.end(), isClosed));
}

/// Bit n for status n.
int statusMask(const OrderFilter &filter)
{
    int mask = 0;
    for (const OrderStatus status : allOrderStatuses) {
        const bool asked = filter.statuses.empty() ||
                           std::find(filter.statuses.begin(), filter.statuses.end(), status) != filter.statuses.end();
        if (asked && !(filter.openOnly && isClosed(status)))
            mask |= 1 << int(status);
    }
    return mask;
}

} // namespace

Result<OrderPage> orderstore::page(sql::Database &database, qint64 businessId, const OrderFilter &filter)
{
    // Everything between two places, so that the text of the statement does not depend on which bounds are given.
    Place after{filter.fromMs.value_or(std::numeric_limits<qint64>::min()), 0};
    Place before{filter.toMs.value_or(std::numeric_limits<qint64>::max()), 0};
    if (!filter.cursor.isEmpty()) {
        const auto place = placeFromCursor(filter.cursor, filter.oldestFirst);
        if (!place)
            return place.error();
        if (filter.oldestFirst)
            after = std::max(after, *place);
        else
            before = std::min(before, *place);
    }
    const int limit = std::clamp(filter.limit, 1, maxPage);

    QString where = QStringLiteral("WHERE (o.placed_at, o.order_id) > (?, ?) AND (o.placed_at, o.order_id) < (?, ?)"
                                   " AND ((? >> o.status) & 1) = 1 AND (? = '' OR o.fulfilment = ?) ");
    const QString fulfilment = filter.fulfilment ? fulfilmentText(*filter.fulfilment) : QString();
    QVariantList values{after.first,        after.second, before.first, before.second,
                        statusMask(filter), fulfilment,   fulfilment,   businessId};
    if (filter.userId) {
        // A guest's few orders are the narrowest way in; the plus keeps the planner from walking the business's.
        where += QStringLiteral("AND +o.business_id = ? AND o.user_id = ? ");
        values.append(*filter.userId);
    } else if (onlyOpen(filter)) {
        // The literal is what lets the index of open orders be used.
        where += QStringLiteral("AND o.business_id = ? AND o.status < 6 ");
    } else {
        where += QStringLiteral("AND o.business_id = ? ");
    }
    where += filter.oldestFirst ? QStringLiteral("ORDER BY o.placed_at, o.order_id LIMIT ?")
                                : QStringLiteral("ORDER BY o.placed_at DESC, o.order_id DESC LIMIT ?");
    values.append(limit + 1);

    auto orders = orderloader::read(database, where, values);
    if (!orders)
        return orders.error();
    OrderPage page;
    page.orders = std::move(*orders);
    if (page.orders.size() > std::size_t(limit)) {
        page.orders.pop_back();
        page.nextCursor = cursorText({page.orders.back().placedAtMs, page.orders.back().id}, filter.oldestFirst);
    }
    return page;
}

} // namespace oshaq
