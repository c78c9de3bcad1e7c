// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/orderloader.h"
#include "models/hub/ordermatches.h"
#include "models/hub/orderstore.h"
#include "models/hub/sqlvalues.h"
#include "models/hub/userstore.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>

namespace oshaq {

namespace {

/// Orders that a search found are looked at one by one when they are fewer than this, whatever the list is sorted by.
constexpr std::size_t mostCandidates = 4'000;
/// How many times more of them are looked at when the filters left too few.
constexpr std::size_t candidatesGrowth = 16;
constexpr int maxPage = 200;

/// A place in the list: its sort keys, the last of which no two orders share. New orders get a place of their own and
/// never change those of others, so pages neither repeat nor skip.
using Place = QVariantList;

/// What a sort means in SQL. The columns are those of an index.
struct SortRule
{
    OrderSort sort;
    char ascending; ///< in cursors
    char descending;
    const char *columns;
    const char *descendingColumns;
    const char *placeholders;
    int keys;
    bool firstIsText;
};

constexpr SortRule sortRules[] = {
    {OrderSort::PlacedAt, 'a', 'd', "o.placed_at, o.order_id", "o.placed_at DESC, o.order_id DESC", "?, ?", 2, false},
    {OrderSort::Total, 't', 'T', "c.total_cost, c.order_id", "c.total_cost DESC, c.order_id DESC", "?, ?", 2, false},
    {OrderSort::Number, 'n', 'N', "o.business_day, length(o.number), o.number",
     "o.business_day DESC, length(o.number) DESC, o.number DESC", "?, ?, ?", 3, true},
};

const SortRule &ruleOf(OrderSort sort)
{
    return *std::find_if(std::begin(sortRules), std::end(sortRules),
                         [sort](const SortRule &rule) { return rule.sort == sort; });
}

/// Opaque to clients. Sort and direction are part of it, because the same place cuts another list into other halves.
QString cursorText(const Place &place, const OrderFilter &filter)
{
    const SortRule &rule = ruleOf(filter.sort);
    QByteArray plain(1, filter.oldestFirst ? rule.ascending : rule.descending);
    for (const QVariant &key : place)
        plain += '.' + key.toString().toUtf8();
    return QString::fromLatin1(plain.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<Place> placeFromCursor(const OrderFilter &filter)
{
    const SortRule &rule = ruleOf(filter.sort);
    const auto decoded = QByteArray::fromBase64Encoding(filter.cursor.toLatin1(),
                                                        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals |
                                                            QByteArray::AbortOnBase64DecodingErrors);
    const QList<QByteArray> parts = decoded ? (*decoded).split('.') : QList<QByteArray>();
    bool sound = parts.size() == rule.keys + 1;
    Place place;
    for (qsizetype i = 1; sound && i < parts.size(); ++i) {
        const bool isText = rule.firstIsText && i != 2;
        if (isText)
            place.append(QString::fromUtf8(parts[i]));
        else
            place.append(parts[i].toLongLong(&sound));
    }
    // One spelling per place: what we did not write ourselves is refused.
    if (!sound || cursorText(place, filter) != filter.cursor) {
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

bool asksPayment(const OrderFilter &filter)
{
    return !filter.payments.empty() && filter.payments.size() < allPaymentStates.size();
}

/// One state at a time is an index of its own; nothing narrower is asked for.
bool walksPayments(const OrderFilter &filter)
{
    return asksPayment(filter) && filter.sort == OrderSort::PlacedAt && !filter.userId && !onlyOpen(filter);
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

/// What of a guest's name this caller may search.
QString searchedName(const OrderFilter &filter)
{
    return filter.searchesPersonal ? QStringLiteral("u.name")
                                   : QStringLiteral("substr(ltrim(u.name), 1, instr(ltrim(u.name) || ' ', ' ') - 1)");
}

QString jsonTexts(const QStringList &texts)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

/// The end of the phone that was typed, and how much of it counts.
QVariantList phoneValues(const OrderFilter &filter)
{
    const bool lastOnly = filter.search.phone.size() == phoneLastDigits;
    return {-(lastOnly ? phoneLastDigits : phoneSignificantDigits), filter.search.phone};
}

bool searchesPhones(const OrderFilter &filter)
{
    return filter.searchesPersonal && !filter.search.phone.isEmpty();
}

/// Every word stands in the number, the lines' names or the guest's name; or it is the guest's phone.
void addSearch(Where &where, const OrderFilter &filter)
{
    QString condition =
        QStringLiteral("NOT EXISTS (SELECT 1 FROM json_each(?) w WHERE"
                       " instr((SELECT s.words FROM order_search s WHERE s.order_id = o.order_id), w.value) = 0"
                       " AND coalesce(instr(oshaq_fold(%1), w.value), 0) = 0)")
            .arg(searchedName(filter));
    QVariantList values{jsonTexts(filter.search.words)};
    if (searchesPhones(filter)) {
        condition = QStringLiteral("(%1 OR substr(oshaq_digits(u.phone), ?) = ?)").arg(condition);
        values += phoneValues(filter);
    }
    where.add(condition, values);
}

/// The orders among which the page is.
struct Found
{
    std::vector<qint64> ids; ///< few, or
    QByteArray bits;         ///< bit n is set: the order with the id n
    bool isSearched = false; ///< all that was typed is in them
};

void addFilters(Where &where, const OrderFilter &filter, const Found *found)
{
    if (filter.stationId) {
        where.add(QStringLiteral("EXISTS (SELECT 1 FROM orders_items i WHERE i.order_id = o.order_id"
                                 " AND i.station_id = ? AND i.status < 4)"),
                  {*filter.stationId});
    }
    if (filter.terminalId) {
        // An order's first entry is its creation; see journalstore::seqsOfEntity() for why only its seq is asked for.
        where.add(QStringLiteral("EXISTS (SELECT 1 FROM journal j WHERE j.business_id = o.business_id AND j.seq ="
                                 " (SELECT min(k.seq) FROM journal k WHERE k.business_id = o.business_id"
                                 " AND k.entity = 'order' AND k.entity_id = o.order_id)"
                                 " AND j.type = 'order.created' AND j.terminal_id = ?)"),
                  {*filter.terminalId});
    }
    if (asksPayment(filter)) {
        QString states = QStringLiteral(",");
        for (const PaymentState state : filter.payments)
            states += paymentStateText(state) + u',';
        where.add(QStringLiteral("instr(?, ',' || o.payment_state || ',') > 0"), {states});
    }
    if (!filter.table.isEmpty())
        where.add(QStringLiteral("o.table_name = ?"), {filter.table});
    if (found && !found->bits.isEmpty())
        where.add(QStringLiteral("oshaq_has(?, o.order_id)"), {found->bits});
    else if (!(found && found->isSearched) && !filter.search.isEmpty())
        addSearch(where, filter);
}

struct Range
{
    OrderMatch after;
    OrderMatch before;
};

/// Everything between two places, whichever bounds are given.
Result<Range> rangeOf(const OrderFilter &filter)
{
    Range range{{filter.fromMs.value_or(std::numeric_limits<qint64>::min()), 0},
                {filter.toMs.value_or(std::numeric_limits<qint64>::max()), 0}};
    if (filter.sort == OrderSort::PlacedAt && !filter.cursor.isEmpty()) {
        const auto place = placeFromCursor(filter);
        if (!place)
            return place.error();
        const OrderMatch at{(*place)[0].toLongLong(), (*place)[1].toLongLong()};
        if (filter.oldestFirst)
            range.after = std::max(range.after, at);
        else
            range.before = std::min(range.before, at);
    }
    return range;
}

/// No business day is further than that from the days, at Greenwich, of its orders: zones are up to 14 hours away, and
/// a day may begin up to 24 hours late.
constexpr int daysApart = 2;

QString dayAround(qint64 ms, int days)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).date().addDays(days).toString(Qt::ISODate);
}

/// The text of the statement depends on which filters there are, never on their values.
Result<Where> whereOf(qint64 businessId, const OrderFilter &filter, const Found *found)
{
    const bool few = found && found->bits.isEmpty();
    const QString fulfilment = filter.fulfilment ? fulfilmentText(*filter.fulfilment) : QString();
    Where where;
    if (filter.sort == OrderSort::PlacedAt) {
        const auto range = rangeOf(filter);
        if (!range)
            return range.error();
        // With a list of candidates the way in is that list; the plus says so to the planner.
        where.text =
            few ? QStringLiteral("WHERE (+o.placed_at, +o.order_id) > (?, ?) AND (+o.placed_at, +o.order_id) < (?, ?)")
                : QStringLiteral("WHERE (o.placed_at, o.order_id) > (?, ?) AND (o.placed_at, o.order_id) < (?, ?)");
        where.values = {range->after.placedAtMs, range->after.orderId, range->before.placedAtMs, range->before.orderId};
    } else {
        where.text = QStringLiteral("WHERE +o.placed_at >= ? AND +o.placed_at < ?");
        where.values = {filter.fromMs.value_or(std::numeric_limits<qint64>::min()),
                        filter.toMs.value_or(std::numeric_limits<qint64>::max())};
        if (filter.sort == OrderSort::Number) {
            // Where in the list by number the period is: its walk begins and ends there. A page that goes on begins at
            // the place of the cursor, and SQLite takes one bound on each side of an index.
            const bool goesOn = !filter.cursor.isEmpty();
            if (filter.fromMs && !(goesOn && filter.oldestFirst))
                where.add(QStringLiteral("o.business_day >= ?"), {dayAround(*filter.fromMs, -daysApart)});
            if (filter.toMs && !(goesOn && !filter.oldestFirst))
                where.add(QStringLiteral("o.business_day <= ?"), {dayAround(*filter.toMs, daysApart)});
        }
        // The index of totals, unless the way in is a list of candidates: then the plus keeps the planner from it.
        if (filter.sort == OrderSort::Total)
            where.add(few ? QStringLiteral("+c.business_id = ?") : QStringLiteral("c.business_id = ?"), {businessId});
        if (!filter.cursor.isEmpty()) {
            const auto place = placeFromCursor(filter);
            if (!place)
                return place.error();
            const SortRule &rule = ruleOf(filter.sort);
            where.add(QStringLiteral("(%1) %2 (%3)")
                          .arg(QLatin1String(rule.columns),
                               filter.oldestFirst ? QStringLiteral(">") : QStringLiteral("<"),
                               QLatin1String(rule.placeholders)),
                      *place);
        }
    }
    where.add(QStringLiteral("((? >> o.status) & 1) = 1 AND (? = '' OR o.fulfilment = ?)"),
              {statusMask(filter), fulfilment, fulfilment});
    addFilters(where, filter, found);
    if (few) {
        where.add(QStringLiteral("+o.business_id = ? AND o.order_id") + hubsql::inIds(),
                  {businessId, hubsql::idArray(found->ids)});
    } else if (filter.userId) {
        // A guest's few orders are the narrowest way in; the plus keeps the planner from walking the business's.
        where.add(QStringLiteral("+o.business_id = ? AND o.user_id = ?"), {businessId, *filter.userId});
    } else if (filter.sort == OrderSort::PlacedAt && onlyOpen(filter)) {
        // The literal is what lets the index of open orders be used.
        where.add(QStringLiteral("o.business_id = ? AND o.status < 6"), {businessId});
    } else if (walksPayments(filter) && filter.payments.size() == 1) {
        where.add(QStringLiteral("o.business_id = ? AND o.payment_state = ?"),
                  {businessId, paymentStateText(filter.payments.front())});
    } else if (filter.sort == OrderSort::Total) {
        // The way in is the index of totals.
        where.add(QStringLiteral("+o.business_id = ?"), {businessId});
    } else {
        where.add(QStringLiteral("o.business_id = ?"), {businessId});
    }
    return where;
}

QString sortedBy(const OrderFilter &filter)
{
    const SortRule &rule = ruleOf(filter.sort);
    return QStringLiteral(" ORDER BY %1 LIMIT ?")
        .arg(QLatin1String(filter.oldestFirst ? rule.columns : rule.descendingColumns));
}

int pageSize(const OrderFilter &filter)
{
    return std::clamp(filter.limit, 1, maxPage);
}

/// Appends the first column.
Result<void> appendIds(Result<sql::Statement> rows, std::vector<qint64> *ids)
{
    if (!rows)
        return rows.error();
    while (rows->next())
        ids->push_back(rows->integer(0));
    if (rows->failed())
        return hubsql::readFailed();
    return {};
}

/// Of two or three states the page is among the first of each.
Result<Found> firstOfEachPayment(sql::Database &database, qint64 businessId, OrderFilter filter)
{
    Found found;
    const std::vector<PaymentState> states = filter.payments;
    for (const PaymentState state : states) {
        filter.payments = {state};
        const auto where = whereOf(businessId, filter, nullptr);
        if (!where)
            return where.error();
        const auto appended = appendIds(
            database.query(QStringLiteral("SELECT o.order_id FROM orders o ") + where->text + sortedBy(filter),
                           where->values + QVariantList{pageSize(filter) + 1}),
            &found.ids);
        if (!appended)
            return appended.error();
    }
    return found;
}

Result<Found> ordersOfPerson(sql::Database &database, qint64 businessId, qint64 personId)
{
    const auto rows = userstore::samePerson(database, businessId, personId);
    if (!rows)
        return rows.error();
    Found found;
    const auto appended = appendIds(database.query(QStringLiteral("SELECT order_id FROM orders WHERE user_id") +
                                                       hubsql::inIds() + hubsql::ofBusiness(),
                                                   {hubsql::idArray(*rows), businessId}),
                                    &found.ids);
    if (!appended)
        return appended.error();
    return found;
}

/// The keys of one order in the list's sort.
Result<Place> placeOf(sql::Database &database, const Order &order, OrderSort sort)
{
    switch (sort) {
    case OrderSort::PlacedAt:
        return Place{order.placedAtMs, order.id};
    case OrderSort::Total:
        return Place{order.cost.totalMinor, order.id};
    case OrderSort::Number:
        break;
    }
    auto row = database.query(QStringLiteral("SELECT business_day FROM orders WHERE order_id = ?"), {order.id});
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    return Place{row->text(0), qint64(order.number.size()), order.number};
}

/// Of many the page's own, in no order: only what they are sorted by is read of the others.
Result<Found> firstOf(sql::Database &database, qint64 businessId, const OrderFilter &filter, const Found &found,
                      std::size_t limit)
{
    const auto where = whereOf(businessId, filter, &found);
    if (!where)
        return where.error();
    Found first{{}, {}, found.isSearched};
    const auto appended = appendIds(database.query(QStringLiteral("SELECT o.order_id FROM orders o"
                                                                  " LEFT JOIN orders_cost c ON c.order_id = o.order_id"
                                                                  " LEFT JOIN users u ON u.user_id = o.user_id ") +
                                                       where->text + sortedBy(filter),
                                                   where->values + QVariantList{qint64(limit)}),
                                    &first.ids);
    if (!appended)
        return appended.error();
    return first;
}

Result<std::vector<Order>> read(sql::Database &database, qint64 businessId, const OrderFilter &filter,
                                const Found *found, std::size_t limit)
{
    if (found && found->ids.size() > limit * 4) {
        const auto first = firstOf(database, businessId, filter, *found, limit);
        return first ? read(database, businessId, filter, &*first, limit) : first.error();
    }
    const auto where = whereOf(businessId, filter, found);
    if (!where)
        return where.error();
    return orderloader::read(database, where->text + sortedBy(filter), where->values + QVariantList{qint64(limit)});
}

/// Is anything asked but words and a time?
bool leavesOut(const OrderFilter &filter)
{
    return !filter.statuses.empty() || filter.fulfilment || !filter.payments.empty() || filter.userId ||
           filter.personId || filter.stationId || filter.terminalId || !filter.table.isEmpty() || filter.openOnly;
}

/// By time of placing: as many of those that were found as a page shows, some more when filters may leave some of them
/// out, and when they left too few, more.
Result<std::vector<Order>> readFoundByTime(sql::Database &database, qint64 businessId, const OrderFilter &filter,
                                           MatchQuery query, std::size_t limit, SearchShelf *shelf)
{
    query.limit = leavesOut(filter) ? limit * 4 : limit;
    std::vector<Order> orders;
    while (orders.size() < limit) {
        const auto matches = ordermatches::find(database, businessId, query, shelf);
        if (!matches)
            return matches.error();
        Found found{{}, {}, true};
        for (const OrderMatch &match : *matches)
            found.ids.push_back(match.orderId);
        auto more = read(database, businessId, filter, &found, limit - orders.size());
        if (!more)
            return more;
        orders.insert(orders.end(), std::make_move_iterator(more->begin()), std::make_move_iterator(more->end()));
        if (matches->size() < query.limit)
            break;
        (query.oldestFirst ? query.after : query.before) = matches->back();
        query.limit *= candidatesGrowth;
    }
    return orders;
}

Result<std::vector<Order>> readFound(sql::Database &database, qint64 businessId, const OrderFilter &filter,
                                     std::size_t limit, SearchShelf *shelf)
{
    const auto range = rangeOf(filter);
    if (!range)
        return range.error();
    MatchQuery query{filter.search, filter.searchesPersonal, range->after, range->before, filter.oldestFirst, 0};
    if (filter.sort == OrderSort::PlacedAt)
        return readFoundByTime(database, businessId, filter, std::move(query), limit, shelf);
    const auto matches = ordermatches::find(database, businessId, query, shelf);
    if (!matches)
        return matches.error();
    Found found{{}, {}, true};
    if (matches->size() <= mostCandidates) {
        for (const OrderMatch &match : *matches)
            found.ids.push_back(match.orderId);
    } else {
        // The list is walked in its order, and most of what it passes need not be read.
        for (const OrderMatch &match : *matches) {
            const qsizetype byte = match.orderId / 8;
            if (byte >= found.bits.size())
                found.bits.append(byte + 1 - found.bits.size(), '\0');
            found.bits[byte] = char(uchar(found.bits.at(byte)) | 1u << (match.orderId % 8));
        }
    }
    return read(database, businessId, filter, &found, limit);
}

/// The orders of one guest, and those that are open, are few: these are looked at one by one.
bool searchesAll(const OrderFilter &filter)
{
    return !filter.search.isEmpty() && !filter.userId && !(filter.sort == OrderSort::PlacedAt && onlyOpen(filter));
}

/// So many orders of a period are looked at one by one. The list by total has one of theirs in every (all / theirs), so
/// that a walk through it fills a page after limit * all / theirs, and after ten times as many where the days of the
/// period were cheaper or dearer than others: what takes longer is not done.
Result<qint64> mostOfPeriod(sql::Database &database, std::size_t limit)
{
    auto row = database.query(QStringLiteral("SELECT coalesce(max(order_id), 0) FROM orders"));
    if (!row)
        return row.error();
    if (!row->next())
        return hubsql::readFailed();
    return std::max(qint64(mostCandidates), qint64(std::sqrt(10.0 * double(limit) * double(row->integer(0)))));
}

/// Of an order by total: the orders of the period when they are few, as today's are. Nothing when they are many, of
/// whom the list has enough everywhere.
Result<std::optional<Found>> ordersOfPeriod(sql::Database &database, qint64 businessId, const OrderFilter &filter,
                                            std::size_t limit)
{
    if (filter.sort != OrderSort::Total || filter.userId || (!filter.fromMs && !filter.toMs))
        return std::optional<Found>();
    const auto most = mostOfPeriod(database, limit);
    if (!most)
        return most.error();
    Found found;
    const auto appended =
        appendIds(database.query(QStringLiteral("SELECT o.order_id FROM orders o WHERE o.business_id = ?"
                                                " AND o.placed_at >= ? AND o.placed_at < ? LIMIT ?"),
                                 {businessId, filter.fromMs.value_or(std::numeric_limits<qint64>::min()),
                                  filter.toMs.value_or(std::numeric_limits<qint64>::max()), *most + 1}),
                  &found.ids);
    if (!appended)
        return appended.error();
    return qint64(found.ids.size()) <= *most ? std::optional(std::move(found)) : std::nullopt;
}

/// As many as asked for at most, by the narrowest way in that there is.
Result<std::vector<Order>> readList(sql::Database &database, qint64 businessId, const OrderFilter &filter,
                                    std::size_t limit, SearchShelf *shelf)
{
    const auto among = [&](const Result<Found> &found) -> Result<std::vector<Order>> {
        if (!found)
            return found.error();
        return read(database, businessId, filter, &*found, limit);
    };
    if (filter.personId)
        return among(ordersOfPerson(database, businessId, *filter.personId));
    if (searchesAll(filter))
        return readFound(database, businessId, filter, limit, shelf);
    if (walksPayments(filter) && filter.payments.size() > 1)
        return among(firstOfEachPayment(database, businessId, filter));
    const auto ofPeriod = ordersOfPeriod(database, businessId, filter, limit);
    if (!ofPeriod)
        return ofPeriod.error();
    if (*ofPeriod)
        return read(database, businessId, filter, &**ofPeriod, limit);
    return read(database, businessId, filter, nullptr, limit);
}

} // namespace

Result<OrderPage> orderstore::page(sql::Database &database, qint64 businessId, const OrderFilter &filter,
                                   SearchShelf *shelf)
{
    const int limit = pageSize(filter);
    auto orders = readList(database, businessId, filter, std::size_t(limit) + 1, shelf);
    if (!orders)
        return orders.error();
    OrderPage page;
    page.orders = std::move(*orders);
    if (page.orders.size() > std::size_t(limit)) {
        page.orders.pop_back();
        const auto place = placeOf(database, page.orders.back(), filter.sort);
        if (!place)
            return place.error();
        page.nextCursor = cursorText(*place, filter);
    }
    return page;
}

} // namespace oshaq
