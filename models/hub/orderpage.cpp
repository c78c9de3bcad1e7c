// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/orderloader.h"
#include "models/hub/orderstore.h"
#include "models/hub/sqlvalues.h"
#include "models/hub/userstore.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace oshaq {

namespace {

/// A search whose matches are fewer than this looks at them and at nothing else.
constexpr std::size_t mostCandidates = 20'000;
/// Letters of which the index of words knows where they stand.
constexpr qsizetype leastIndexed = 3;
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

/// "*word*" for GLOB, in which the word stands for itself.
QString globFor(const QString &word)
{
    QString glob = QStringLiteral("*");
    for (const QChar c : word) {
        if (c == u'*' || c == u'?' || c == u'[')
            glob += QStringLiteral("[") + c + u']';
        else
            glob += c;
    }
    return glob + u'*';
}

/// Appends the first column; false: there are more than `mostCandidates` by now.
Result<bool> appendIds(Result<sql::Statement> rows, std::vector<qint64> *ids)
{
    if (!rows)
        return rows.error();
    while (rows->next())
        ids->push_back(rows->integer(0));
    if (rows->failed())
        return hubsql::readFailed();
    return ids->size() <= mostCandidates;
}

/// Every order that can match, when these are few: those whose words hold all that was typed, and those of guests of
/// whose name something was. Nothing: they are many (then looking at the newest first finds a page of them soon), or
/// only one or two letters were typed, of which the index knows nothing.
Result<std::optional<std::vector<qint64>>> fewCandidates(sql::Database &database, qint64 businessId,
                                                         const OrderFilter &filter)
{
    QString conditions;
    QVariantList globs;
    for (const QString &word : filter.search.words) {
        if (word.size() < leastIndexed)
            continue;
        conditions += conditions.isEmpty() ? QStringLiteral("words GLOB ?") : QStringLiteral(" AND words GLOB ?");
        globs << globFor(word);
    }
    if (globs.isEmpty())
        return std::optional<std::vector<qint64>>();
    const int limit = int(mostCandidates) + 1;
    std::vector<qint64> ids;
    const auto few =
        appendIds(database.query(QStringLiteral("SELECT rowid FROM order_words WHERE %1 LIMIT ?").arg(conditions),
                                 globs << limit),
                  &ids);
    if (!few)
        return few.error();
    if (!*few)
        return std::optional<std::vector<qint64>>();
    QString whose = QStringLiteral("EXISTS (SELECT 1 FROM json_each(?) w WHERE instr(oshaq_fold(%1), w.value) > 0)")
                        .arg(searchedName(filter));
    QVariantList values{businessId, jsonTexts(filter.search.words)};
    if (searchesPhones(filter)) {
        whose += QStringLiteral(" OR substr(oshaq_digits(u.phone), ?) = ?");
        values += phoneValues(filter);
    }
    const auto fewGuests = appendIds(
        database.query(QStringLiteral("SELECT o.order_id FROM users u CROSS JOIN orders o ON o.user_id = u.user_id"
                                      " WHERE u.business_id = ? AND (%1) LIMIT ?")
                           .arg(whose),
                       values << limit),
        &ids);
    if (!fewGuests)
        return fewGuests.error();
    return *fewGuests ? std::optional(std::move(ids)) : std::nullopt;
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

void addFilters(Where &where, const OrderFilter &filter)
{
    if (filter.stationId) {
        where.add(QStringLiteral("EXISTS (SELECT 1 FROM orders_items i WHERE i.order_id = o.order_id"
                                 " AND i.station_id = ? AND i.status < 4)"),
                  {*filter.stationId});
    }
    if (filter.terminalId) {
        where.add(QStringLiteral("EXISTS (SELECT 1 FROM journal j WHERE j.business_id = o.business_id"
                                 " AND j.entity = 'order' AND j.entity_id = o.order_id AND j.type = 'order.created'"
                                 " AND j.terminal_id = ?)"),
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
    if (!filter.search.isEmpty())
        addSearch(where, filter);
}

/// The text of the statement depends on which filters there are, never on their values.
Result<Where> whereOf(qint64 businessId, const OrderFilter &filter,
                      const std::optional<std::vector<qint64>> &candidates)
{
    const QString fulfilment = filter.fulfilment ? fulfilmentText(*filter.fulfilment) : QString();
    Where where;
    if (filter.sort == OrderSort::PlacedAt) {
        // Everything between two places, whichever bounds are given.
        std::pair after{filter.fromMs.value_or(std::numeric_limits<qint64>::min()), qint64{0}};
        std::pair before{filter.toMs.value_or(std::numeric_limits<qint64>::max()), qint64{0}};
        if (!filter.cursor.isEmpty()) {
            const auto place = placeFromCursor(filter);
            if (!place)
                return place.error();
            const std::pair at{(*place)[0].toLongLong(), (*place)[1].toLongLong()};
            if (filter.oldestFirst)
                after = std::max(after, at);
            else
                before = std::min(before, at);
        }
        // With a list of candidates the way in is that list; the plus says so to the planner.
        where.text =
            candidates
                ? QStringLiteral("WHERE (+o.placed_at, +o.order_id) > (?, ?) AND (+o.placed_at, +o.order_id) < (?, ?)")
                : QStringLiteral("WHERE (o.placed_at, o.order_id) > (?, ?) AND (o.placed_at, o.order_id) < (?, ?)");
        where.values = {after.first, after.second, before.first, before.second};
    } else {
        where.text = QStringLiteral("WHERE +o.placed_at >= ? AND +o.placed_at < ?");
        where.values = {filter.fromMs.value_or(std::numeric_limits<qint64>::min()),
                        filter.toMs.value_or(std::numeric_limits<qint64>::max())};
        if (filter.sort == OrderSort::Total)
            where.add(QStringLiteral("c.business_id = ?"), {businessId});
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
    addFilters(where, filter);
    if (candidates) {
        where.add(QStringLiteral("+o.business_id = ? AND o.order_id") + hubsql::inIds(),
                  {businessId, hubsql::idArray(*candidates)});
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

/// Of two or three states the page is among the first of each.
Result<std::optional<std::vector<qint64>>> firstOfEachPayment(sql::Database &database, qint64 businessId,
                                                              OrderFilter filter)
{
    std::vector<qint64> ids;
    const std::vector<PaymentState> states = filter.payments;
    for (const PaymentState state : states) {
        filter.payments = {state};
        const auto where = whereOf(businessId, filter, std::nullopt);
        if (!where)
            return where.error();
        const auto found = appendIds(
            database.query(QStringLiteral("SELECT o.order_id FROM orders o ") + where->text + sortedBy(filter),
                           where->values + QVariantList{pageSize(filter) + 1}),
            &ids);
        if (!found)
            return found.error();
    }
    return std::optional(std::move(ids));
}

Result<std::optional<std::vector<qint64>>> ordersOfPerson(sql::Database &database, qint64 businessId, qint64 personId)
{
    const auto rows = userstore::samePerson(database, businessId, personId);
    if (!rows)
        return rows.error();
    std::vector<qint64> ids;
    auto orders = database.query(QStringLiteral("SELECT order_id FROM orders WHERE user_id") + hubsql::inIds() +
                                     hubsql::ofBusiness(),
                                 {hubsql::idArray(*rows), businessId});
    if (!orders)
        return orders.error();
    while (orders->next())
        ids.push_back(orders->integer(0));
    if (orders->failed())
        return hubsql::readFailed();
    return std::optional(std::move(ids));
}

/// The orders among which the page is, when there is a way to know them without walking through the business's.
Result<std::optional<std::vector<qint64>>> candidatesOf(sql::Database &database, qint64 businessId,
                                                        const OrderFilter &filter)
{
    if (filter.personId)
        return ordersOfPerson(database, businessId, *filter.personId);
    if (!filter.search.isEmpty() && !filter.userId)
        return fewCandidates(database, businessId, filter);
    if (walksPayments(filter) && filter.payments.size() > 1)
        return firstOfEachPayment(database, businessId, filter);
    return std::optional<std::vector<qint64>>();
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

} // namespace

Result<OrderPage> orderstore::page(sql::Database &database, qint64 businessId, const OrderFilter &filter)
{
    const auto candidates = candidatesOf(database, businessId, filter);
    if (!candidates)
        return candidates.error();
    auto where = whereOf(businessId, filter, *candidates);
    if (!where)
        return where.error();
    const int limit = pageSize(filter);
    auto orders = orderloader::read(database, where->text + sortedBy(filter), where->values + QVariantList{limit + 1});
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
