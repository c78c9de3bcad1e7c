// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/drillreads.h"

#include "models/hub/businessstore.h"
#include "models/hub/dayfigures.h"
#include "models/hub/orderloader.h"
#include "models/hub/sqlvalues.h"

#include <algorithm>
#include <limits>

namespace oshaq {

namespace {

constexpr int maxPage = 200;

/// A place in the list; the next page begins behind it.
struct Place
{
    qint64 placedAtMs = std::numeric_limits<qint64>::max();
    qint64 orderId = std::numeric_limits<qint64>::max();
};

constexpr QByteArray::Base64Options cursorForm = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QString cursorText(const Place &place)
{
    const QByteArray plain = "D." + QByteArray::number(place.placedAtMs) + '.' + QByteArray::number(place.orderId);
    return QString::fromLatin1(plain.toBase64(cursorForm));
}

Result<Place> placeOf(const QString &cursor)
{
    if (cursor.isEmpty())
        return Place{};
    const auto decoded =
        QByteArray::fromBase64Encoding(cursor.toLatin1(), cursorForm | QByteArray::AbortOnBase64DecodingErrors);
    const QList<QByteArray> parts = decoded ? (*decoded).split('.') : QList<QByteArray>();
    bool placedOk = false;
    bool idOk = false;
    Place place;
    if (parts.size() == 3)
        place = {parts[1].toLongLong(&placedOk), parts[2].toLongLong(&idOk)};
    // One spelling per place: what we did not write ourselves is refused.
    if (!placedOk || !idOk || cursorText(place) != cursor) {
        const QString issue = QStringLiteral("This is not a cursor of this list.");
        return Error{ErrorCode::ValidationFailed, issue, {{QStringLiteral("cursor"), issue}}};
    }
    return place;
}

/// The clause and its values grow together.
struct Where
{
    QString text;
    QVariantList values;

    void add(const QString &condition, const QVariantList &with = {})
    {
        text += QStringLiteral(" AND ") + condition;
        values += with;
    }
};

bool asksLines(const DrillQuery &query)
{
    return query.itemId || query.categoryId || query.stationId;
}

/// One line that fits in everything.
void addLines(Where &where, const DrillQuery &query)
{
    Where line;
    if (query.itemId)
        line.add(QStringLiteral("i.item_id = ?"), {*query.itemId});
    if (query.categoryId)
        line.add(QStringLiteral("coalesce(t.category_id, 0) = ?"), {*query.categoryId});
    if (query.stationId)
        line.add(QStringLiteral("i.station_id = ?"), {*query.stationId});
    const bool late = query.late && (query.stationId || query.itemId);
    if (query.stationId || late)
        line.add(QStringLiteral("i.status = 3"));
    if (late) {
        line.add(QStringLiteral("i.station_id IS NOT NULL"));
        line.add(lineWork() + QStringLiteral(" > 1000 * CASE WHEN i.prep_seconds > 0 THEN i.prep_seconds"
                                             " ELSE s.late_seconds END"));
    }
    where.add(QStringLiteral("EXISTS (SELECT 1 FROM orders_items i LEFT JOIN items t ON t.item_id = i.item_id"
                             " LEFT JOIN stations s ON s.station_id = i.station_id"
                             " WHERE i.order_id = o.order_id AND i.status < 4%1)")
                  .arg(line.text),
              line.values);
}

Where whereOf(const DrillQuery &query)
{
    Where where;
    if (query.status)
        where.add(QStringLiteral("o.status = ?"), {int(*query.status)});
    if (query.fulfilment)
        where.add(QStringLiteral("o.fulfilment = ?"), {fulfilmentText(*query.fulfilment)});
    if (query.reason)
        where.add(QStringLiteral("o.status = 7 AND o.cancel_reason = ?"), {*query.reason});
    if (!query.channel.isEmpty()) {
        where.add(orderChannel() + QStringLiteral(" = ?"), {query.channel == u"unknown" ? QString() : query.channel});
    }
    if (asksLines(query))
        addLines(where, query);
    if (query.late && !query.stationId && !query.itemId) {
        where.add(QStringLiteral("o.promised_at <> 0 AND (SELECT min(h.timestamp) FROM order_status h"
                                 " WHERE h.order_id = o.order_id AND h.status = 4) > o.promised_at"));
    }
    return where;
}

} // namespace

Result<DrillPage> drillreads::orders(sql::Database &database, qint64 businessId, const DrillQuery &query)
{
    const auto place = placeOf(query.cursor);
    if (!place)
        return place.error();
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    const auto business = businessstore::find(database, businessId);
    if (!business)
        return business.error();
    WallClock clock(*business, query.from, query.to);
    const auto limit = std::size_t(std::clamp(query.limit, 1, maxPage));
    std::vector<qint64> ids;
    Place last;
    bool more = false;
    {
        const Where where = whereOf(query);
        const qint64 endMs = place->placedAtMs < clock.endMs() ? place->placedAtMs + 1 : clock.endMs();
        QVariantList values{businessId, clock.beginMs(), endMs, place->placedAtMs, place->orderId};
        values += where.values;
        // Weekday and hour are the clock's to say: rows come in the order of the index, and what is not asked for is
        // passed over until the page is full.
        auto rows = database.query(QStringLiteral("SELECT o.order_id, o.placed_at FROM orders o WHERE ") +
                                       countedOrders() + QStringLiteral("AND (o.placed_at, o.order_id) < (?, ?)") +
                                       where.text + QStringLiteral(" ORDER BY o.placed_at DESC, o.order_id DESC"),
                                   values);
        if (!rows)
            return rows.error();
        while (!more && rows->next()) {
            const Place at{rows->integer(1), rows->integer(0)};
            if (query.weekday && clock.day(clock.dayIndex(at.placedAtMs)).dayOfWeek() != *query.weekday)
                continue;
            if (query.hour && clock.hour(at.placedAtMs) != *query.hour)
                continue;
            more = ids.size() == limit;
            if (more)
                break;
            ids.push_back(at.orderId);
            last = at;
        }
        if (rows->failed())
            return hubsql::readFailed();
    }
    DrillPage page;
    if (ids.empty())
        return page;
    auto orders = orderloader::read(database,
                                    QStringLiteral("WHERE o.order_id") + hubsql::inIds() +
                                        QStringLiteral("ORDER BY o.placed_at DESC, o.order_id DESC"),
                                    {hubsql::idArray(ids)});
    if (!orders)
        return orders.error();
    page.orders = std::move(*orders);
    if (more)
        page.nextCursor = cursorText(last);
    return page;
}

} // namespace oshaq
