// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/guestbook.h"

#include "models/hub/editrules.h"
#include "models/hub/orderstore.h"
#include "models/hub/sqlvalues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int recentOrders = 10;

/// A row of each person who is meant, who ordered last first.
Result<std::vector<qint64>> personsFound(sql::Database &database, qint64 businessId, const SearchText &search,
                                         int limit)
{
    QString condition = QStringLiteral("u.name <> '' AND NOT EXISTS (SELECT 1 FROM json_each(?) w"
                                       " WHERE instr(oshaq_fold(u.name), w.value) = 0)");
    QVariantList values{businessId,
                        QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(search.words)).toJson())};
    if (!search.phone.isEmpty()) {
        // By the whole number at once; by its end among the few that have the same last four digits.
        const bool isWhole = search.phone.size() == phoneSignificantDigits;
        const QString purpose = isWhole ? QStringLiteral("phone") : QStringLiteral("phone.end");
        const QString digits = isWhole ? search.phone : search.phone.right(phoneLastDigits);
        condition = QStringLiteral("((%1) OR (u.%2 <> x'' AND u.%2 IN (oshaq_index(?, ?, ?),"
                                   " oshaq_index_before(?, ?, ?))"
                                   " AND substr(oshaq_digits(oshaq_open('users.phone', u.phone)), ?) = ?))")
                        .arg(condition, isWhole ? QStringLiteral("phone_index") : QStringLiteral("phone_end_index"));
        values << purpose << businessId << digits << purpose << businessId << digits << -int(search.phone.size())
               << search.phone;
    }
    auto rows = database.query(
        QStringLiteral("SELECT p.user_id, coalesce(CASE WHEN p.mark IS NULL"
                       " THEN (SELECT max(o.placed_at) FROM orders o WHERE o.user_id = p.user_id)"
                       " ELSE (SELECT max(o.placed_at) FROM users v CROSS JOIN orders o ON o.user_id = v.user_id"
                       " WHERE v.business_id = p.business_id AND v.phone_index <> x'' AND v.phone_index = p.mark)"
                       " END, 0) AS newest"
                       " FROM (SELECT max(u.user_id) AS user_id, u.business_id,"
                       " CASE WHEN u.phone_is_own = 1 THEN u.phone_index END AS mark FROM users u"
                       " WHERE u.business_id = ? AND %1"
                       " GROUP BY CASE WHEN u.phone_is_own = 1 THEN u.phone_index ELSE u.user_id END) p"
                       " ORDER BY newest DESC, p.user_id DESC LIMIT ?")
            .arg(condition),
        values << limit);
    if (!rows)
        return rows.error();
    std::vector<qint64> found;
    while (rows->next())
        found.push_back(rows->integer(0));
    if (rows->failed())
        return hubsql::readFailed();
    return found;
}

/// Who they are: the row with the newest order, of several the one written last.
Result<void> readPerson(sql::Database &database, const QString &ids, GuestSummary *guest)
{
    auto rows = database.query(
        QStringLiteral("SELECT user_id, name, oshaq_open('users.phone', phone), phone_verified,"
                       " coalesce((SELECT max(o.placed_at) FROM orders o WHERE o.user_id = users.user_id), 0) AS newest"
                       " FROM users WHERE user_id") +
            hubsql::inIds() + QStringLiteral("ORDER BY newest DESC, user_id DESC"),
        {ids});
    if (!rows)
        return rows.error();
    while (rows->next()) {
        if (guest->userId == 0) {
            guest->userId = rows->integer(0);
            guest->phone = rows->text(2);
        }
        if (guest->name.isEmpty())
            guest->name = rows->text(1);
        guest->phoneVerified = guest->phoneVerified || rows->integer(3) != 0;
    }
    if (rows->failed())
        return hubsql::readFailed();
    return {};
}

Result<void> readFigures(sql::Database &database, const QString &ids, GuestSummary *guest)
{
    {
        auto row = database.query(
            QStringLiteral("SELECT count(*), coalesce(min(o.placed_at), 0), coalesce(max(o.placed_at), 0),"
                           " coalesce(sum(CASE WHEN o.status = 6 THEN c.total_cost END), 0)"
                           " FROM orders o LEFT JOIN orders_cost c ON c.order_id = o.order_id WHERE o.user_id") +
                hubsql::inIds(),
            {ids});
        if (!row)
            return row.error();
        if (const auto found = hubsql::nextRow(*row); !found)
            return found.error();
        guest->orderCount = int(row->integer(0));
        guest->firstOrderAtMs = row->integer(1);
        guest->lastOrderAtMs = row->integer(2);
        guest->spentMinor = row->integer(3);
    }
    auto row = database.query(QStringLiteral("SELECT allergy FROM orders WHERE user_id") + hubsql::inIds() +
                                  QStringLiteral("AND allergy <> '' ORDER BY placed_at DESC, order_id DESC LIMIT 1"),
                              {ids});
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    if (*found)
        guest->lastAllergy = row->text(0);
    return {};
}

Result<void> readAddresses(sql::Database &database, qint64 businessId, const std::vector<qint64> &ids,
                           GuestSummary *guest)
{
    auto all = userstore::addressesOf(database, businessId, ids);
    if (!all)
        return all.error();
    QSet<QString> seen;
    for (auto address = all->rbegin(); address != all->rend(); ++address) {
        const QString folded = foldForSearch(address->address);
        if (seen.contains(folded))
            continue;
        seen.insert(folded);
        guest->addresses.push_back(std::move(*address));
    }
    return {};
}

/// NotFound when the business has no such row.
Result<GuestSummary> summaryOf(sql::Database &database, qint64 businessId, qint64 userId)
{
    const auto rows = userstore::samePerson(database, businessId, userId);
    if (!rows)
        return rows.error();
    if (rows->empty())
        return editrules::noSuch("guest");
    GuestSummary guest;
    const QString ids = hubsql::idArray(*rows);
    if (const auto read = readPerson(database, ids, &guest); !read)
        return read.error();
    if (const auto read = readFigures(database, ids, &guest); !read)
        return read.error();
    if (const auto read = readAddresses(database, businessId, *rows, &guest); !read)
        return read.error();
    return guest;
}

} // namespace

Result<std::vector<GuestSummary>> guestbook::find(sql::Database &database, qint64 businessId, const SearchText &search,
                                                  int limit)
{
    if (search.isEmpty())
        return std::vector<GuestSummary>();
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    const auto persons = personsFound(database, businessId, search, std::clamp(limit, 1, maxGuestsFound));
    if (!persons)
        return persons.error();
    std::vector<GuestSummary> guests;
    for (const qint64 id : *persons) {
        auto guest = summaryOf(database, businessId, id);
        if (!guest)
            return guest.error();
        // While keys are changed, one person's rows may be found under two.
        if (std::none_of(guests.begin(), guests.end(),
                         [&guest](const GuestSummary &one) { return one.userId == guest->userId; }))
            guests.push_back(std::move(*guest));
    }
    return guests;
}

Result<GuestSummary> guestbook::one(sql::Database &database, qint64 businessId, qint64 userId)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    auto guest = summaryOf(database, businessId, userId);
    if (!guest)
        return guest;
    OrderFilter filter;
    filter.personId = userId;
    filter.limit = recentOrders;
    auto page = orderstore::page(database, businessId, filter);
    if (!page)
        return page.error();
    guest->recent = std::move(page->orders);
    return guest;
}

} // namespace oshaq
