// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/catalogstore.h"
#include "models/hub/optionstore.h"
#include "models/hub/sqlvalues.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace oshaq {

namespace {

constexpr int maxPage = 200;

/// (position, item_id)
using Place = std::pair<qint64, qint64>;

QString cursorText(const Place &place)
{
    const QByteArray plain = "i." + QByteArray::number(place.first) + '.' + QByteArray::number(place.second);
    return QString::fromLatin1(plain.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<Place> placeFromCursor(const QString &cursor)
{
    if (cursor.isEmpty())
        return Place{std::numeric_limits<qint64>::min(), 0};
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
    if (!numbers || cursorText(place) != cursor) {
        const QString issue = QStringLiteral("This is not a cursor of this list.");
        return Error{ErrorCode::ValidationFailed, issue, {{QStringLiteral("cursor"), issue}}};
    }
    return place;
}

/// How texts are compared: composed, and without their case in every script, which SQLite knows of ASCII only.
QString folded(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C).toCaseFolded();
}

Result<qint64> count(Result<sql::Statement> rows)
{
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    return *found ? rows->integer(0) : 0;
}

} // namespace

Result<catalogstore::StationUse> catalogstore::stationUse(sql::Database &database, qint64 businessId, qint64 stationId)
{
    StationUse use;
    const std::array<std::pair<qint64 *, QString>, 4> questions{
        std::pair{&use.categories, QStringLiteral("SELECT count(*) FROM categories"
                                                  " WHERE business_id = ? AND station_id = ? AND deleted_at IS NULL")},
        std::pair{&use.items, QStringLiteral("SELECT count(*) FROM items"
                                             " WHERE business_id = ? AND station_id = ? AND deleted_at IS NULL")},
        std::pair{&use.terminals, QStringLiteral("SELECT count(*) FROM terminals"
                                                 " WHERE business_id = ? AND station_id = ? AND deleted_at IS NULL")},
        // The literals are what lets the index of open orders be used; lines of 3 and more are done or voided.
        std::pair{&use.openLines,
                  QStringLiteral("SELECT count(*) FROM orders o JOIN orders_items l ON l.order_id = o.order_id"
                                 " WHERE o.business_id = ? AND o.status < 6 AND l.station_id = ? AND l.status < 3")},
    };
    for (const auto &[number, statement] : questions) {
        const auto counted = count(database.query(statement, {businessId, stationId}));
        if (!counted)
            return counted.error();
        *number = *counted;
    }
    return use;
}

Result<qint64> catalogstore::itemCount(sql::Database &database, qint64 businessId, qint64 categoryId)
{
    return count(database.query(QStringLiteral("SELECT count(*) FROM items"
                                               " WHERE business_id = ? AND category_id = ? AND deleted_at IS NULL"),
                                {businessId, categoryId}));
}

Result<ItemPage> catalogstore::itemPage(sql::Database &database, qint64 businessId, const ItemFilter &filter)
{
    const auto after = placeFromCursor(filter.cursor);
    if (!after)
        return after.error();
    const auto limit = std::size_t(std::clamp(filter.limit, 1, maxPage));
    const QString wanted = folded(filter.text.trimmed());
    const QVariant category = hubsql::optionalId(filter.categoryId);
    const QVariant available = filter.available ? QVariant(int(*filter.available)) : QVariant();

    std::vector<qint64> ids;
    bool more = false;
    {
        auto rows = database.query(
            QStringLiteral("SELECT item_id, name, description, external_id FROM items"
                           " WHERE business_id = ? AND deleted_at IS NULL AND (position, item_id) > (?, ?)"
                           " AND (? IS NULL OR category_id = ?) AND (? IS NULL OR available = ?)"
                           " ORDER BY position, item_id"),
            {businessId, after->first, after->second, category, category, available, available});
        if (!rows)
            return rows.error();
        while (!more && rows->next()) {
            const bool matches = wanted.isEmpty() || folded(rows->text(1)).contains(wanted) ||
                                 folded(rows->text(2)).contains(wanted) || folded(rows->text(3)).contains(wanted);
            if (!matches)
                continue;
            if (ids.size() == limit)
                more = true;
            else
                ids.push_back(rows->integer(0));
        }
        if (rows->failed())
            return hubsql::readFailed();
    }
    auto items = itemsById(database, businessId, ids);
    if (!items)
        return items.error();
    ItemPage page;
    page.items = std::move(*items);
    std::sort(page.items.begin(), page.items.end(), [](const Item &a, const Item &b) {
        return Place{a.position, a.id} < Place{b.position, b.id};
    });
    if (more && !page.items.empty())
        page.nextCursor = cursorText({page.items.back().position, page.items.back().id});
    return page;
}

Result<int> catalogstore::nextPosition(sql::Database &database, qint64 businessId, EntityKind kind)
{
    const QString table = kind == EntityKind::Item       ? QStringLiteral("items")
                          : kind == EntityKind::Category ? QStringLiteral("categories")
                                                         : QStringLiteral("stations");
    const auto next = count(database.query(
        QStringLiteral("SELECT coalesce(max(position), -1) + 1 FROM %1 WHERE business_id = ? AND deleted_at IS NULL")
            .arg(table),
        {businessId}));
    if (!next)
        return next.error();
    return int(std::clamp<qint64>(*next, 0, std::numeric_limits<int>::max()));
}

} // namespace oshaq
