// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/guesterasure.h"

#include "models/domain/searchtext.h"
#include "models/domain/timespans.h"
#include "models/hub/bankattemptstore.h"
#include "models/hub/canonicalhash.h"
#include "models/hub/editrules.h"
#include "models/hub/journalstore.h"
#include "models/hub/orderstore.h"
#include "models/hub/paymentstore.h"
#include "models/hub/phonecodestore.h"
#include "models/hub/sqlvalues.h"
#include "models/hub/userstore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace oshaq {

namespace {

/// Terminals keep closed orders for 48 hours, and what was typed at them for 72; they are told of no older ones.
constexpr qint64 toldMs = 7 * dayMs;

/// A word of a name that is shorter stands in too many other words.
constexpr qsizetype fewestLetters = 3;

QString reasonText(ErasureReason reason)
{
    return reason == ErasureReason::Request ? QStringLiteral("request") : QStringLiteral("retention");
}

/// The rows of one person, and what to look for in what others wrote.
struct Person
{
    std::vector<qint64> userIds;
    std::vector<qint64> orderIds;
    QString users;  ///< userIds, for hubsql::inIds()
    QString orders; ///< likewise
    QStringList phones;
    QSet<QString> words; ///< folded
};

Result<std::vector<qint64>> ids(sql::Database &database, const QString &statement, const QVariantList &values)
{
    auto rows = database.query(statement, values);
    if (!rows)
        return rows.error();
    std::vector<qint64> found;
    while (rows->next())
        found.push_back(rows->integer(0));
    if (rows->failed())
        return hubsql::readFailed();
    return found;
}

Result<bool> exists(sql::Database &database, const QString &statement, const QVariantList &values)
{
    auto rows = database.query(statement, values);
    if (!rows)
        return rows.error();
    return hubsql::nextRow(*rows);
}

void addWords(Person *person, const QString &text)
{
    const QStringList words = foldForSearch(text).split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (word.size() >= fewestLetters)
            person->words.insert(word);
    }
}

Result<Person> read(sql::Database &database, qint64 businessId, qint64 userId)
{
    Person person;
    const auto rows = userstore::samePerson(database, businessId, userId);
    if (!rows)
        return rows.error();
    if (rows->empty())
        return editrules::noSuch("guest");
    person.userIds = *rows;
    person.users = hubsql::idArray(person.userIds);
    for (const qint64 id : person.userIds) {
        const auto user = userstore::find(database, businessId, id);
        if (!user)
            return user.error();
        addWords(&person, user->name);
        if (user->phone.isEmpty())
            continue;
        person.phones.append(user->phone);
        if (const QString digits = phoneDigits(user->phone); digits.size() >= userstore::fewestOwnDigits)
            person.words.insert(digits.right(phoneSignificantDigits));
    }
    auto orders =
        ids(database, QStringLiteral("SELECT order_id FROM orders WHERE user_id") + hubsql::inIds(), {person.users});
    if (!orders)
        return orders.error();
    person.orderIds = std::move(*orders);
    person.orders = hubsql::idArray(person.orderIds);
    return person;
}

Result<void> checkDone(sql::Database &database, const Person &person)
{
    const auto open = exists(database,
                             QStringLiteral("SELECT 1 FROM orders WHERE order_id") + hubsql::inIds() +
                                 QStringLiteral("AND status < 6 LIMIT 1"),
                             {person.orders});
    if (!open)
        return open.error();
    if (*open) {
        return Error{ErrorCode::StillInUse,
                     QStringLiteral("An order of this guest is still open: finish or cancel it first."),
                     {}};
    }
    const auto moving = exists(
        database,
        QStringLiteral("SELECT 1 FROM payments p WHERE p.order_id") + hubsql::inIds() +
            QStringLiteral("AND (p.status IN ('created', 'pending', 'authorised', 'unknown') OR EXISTS (SELECT 1 FROM"
                           " refunds r WHERE r.payment_id = p.payment_id AND r.state IN ('asked', 'sent'))) LIMIT 1"),
        {person.orders});
    if (!moving)
        return moving.error();
    if (*moving) {
        return Error{ErrorCode::StillInUse,
                     QStringLiteral("A payment or a refund of this guest is still on its way: wait until it is there."),
                     {}};
    }
    return {};
}

Result<void> runAll(sql::Database &database, const std::vector<std::pair<QString, QVariantList>> &statements)
{
    for (const auto &[statement, values] : statements) {
        if (const auto done = database.run(statement, values); !done)
            return done;
    }
    return {};
}

/// Reasons that people typed stay, because they explain money; unless the guest is named in them.
Result<void> eraseFromReasons(sql::Database &database, const Person &person)
{
    if (person.words.isEmpty())
        return {};
    const QString words = QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(QStringList(person.words.begin(), person.words.end()))).toJson());
    const QString names =
        QStringLiteral(" AND EXISTS (SELECT 1 FROM json_each(?) w WHERE instr(oshaq_fold(%1), w.value)"
                       " > 0 OR instr(oshaq_digits(%1), w.value) > 0)");
    struct Reason
    {
        const char *table;
        const char *column;
    };
    for (const Reason &reason :
         {Reason{"orders", "cancel_reason"}, Reason{"order_status", "reason"}, Reason{"orders_items", "void_reason"}}) {
        const auto done = database.run(QStringLiteral("UPDATE %1 SET %2 = 'erased' WHERE order_id")
                                               .arg(QLatin1String(reason.table), QLatin1String(reason.column)) +
                                           hubsql::inIds() + names.arg(QLatin1String(reason.column)),
                                       {person.orders, words});
        if (!done)
            return done;
    }
    return database.run(
        QStringLiteral("UPDATE refunds SET reason = 'erased' WHERE payment_id IN (SELECT payment_id FROM payments"
                       " WHERE order_id") +
            hubsql::inIds() + QStringLiteral(")") + names.arg(QStringLiteral("reason")),
        {person.orders, words});
}

Result<void> eraseOrders(WriteContext &context, const Person &person)
{
    const QString ofOrders = QStringLiteral(" WHERE order_id") + hubsql::inIds();
    const QString ofPayments =
        QStringLiteral(" WHERE payment_id IN (SELECT payment_id FROM payments") + ofOrders + QStringLiteral(")");
    const QVariantList orders{person.orders};
    const qint64 businessId = context.principal.businessId;
    const auto done = runAll(
        context.database,
        {{QStringLiteral("UPDATE orders SET note = '', allergy = '', address_id = NULL, version = version + 1,"
                         " updated_at = ?") +
              ofOrders,
          {context.nowMs, person.orders}},
         {QStringLiteral("UPDATE orders_items SET note = ''") + ofOrders, orders},
         {QStringLiteral("DELETE FROM print_jobs") + ofOrders, orders},
         {QStringLiteral("UPDATE dispatches SET courier_name = '', courier_phone = '', tracking_url = '', error = ''") +
              ofOrders,
          orders},
         {QStringLiteral("UPDATE outside_orders SET error = ''") + ofOrders, orders},
         {QStringLiteral("UPDATE payments SET slip = ''") + ofOrders, orders},
         {QStringLiteral("UPDATE bank_attempts SET problem = '', page_key = NULL") + ofPayments, orders},
         {QStringLiteral("UPDATE refunds SET problem = ''") + ofPayments, orders},
         {QStringLiteral("UPDATE notifications SET hint = '', error = '', facts = '{}',"
                         " state = CASE state WHEN 'waiting' THEN 'skipped' ELSE state END") +
              ofOrders,
          orders},
         {QStringLiteral("UPDATE webhook_deliveries SET error = '' WHERE business_id = ? AND error <> '' AND seq IN"
                         " (SELECT seq FROM journal WHERE business_id = ? AND entity = 'order' AND entity_id") +
              hubsql::inIds() + QStringLiteral(")"),
          {businessId, businessId, person.orders}}});
    if (!done)
        return done;
    return eraseFromReasons(context.database, person);
}

/// The bank is told by whoever tells it of any card that a guest takes away.
Result<void> eraseCards(WriteContext &context, const Person &person)
{
    const qint64 businessId = context.principal.businessId;
    auto rows =
        ids(context.database,
            QStringLiteral("SELECT card_id FROM saved_cards WHERE deleted_at IS NULL AND user_id") + hubsql::inIds(),
            {person.users});
    if (!rows)
        return rows.error();
    for (const qint64 cardId : *rows) {
        if (auto removed = paymentstore::removeCard(context.database, businessId, cardId, context.nowMs); !removed)
            return removed;
        if (auto told = bankattemptstore::setForgetAt(context.database, businessId, cardId, context.nowMs); !told)
            return told;
        CanonicalHash hash("oshaq.card.erased.1");
        const auto seq = journalstore::append(
            context, businessId,
            {EntityKind::SavedCard, cardId, 2, QStringLiteral("card.removed"), {}, hash.add(cardId).result()});
        if (!seq)
            return seq.error();
    }
    return context.database.run(QStringLiteral("UPDATE saved_cards SET mask = '****', type = '' WHERE user_id") +
                                    hubsql::inIds(),
                                {person.users});
}

Result<void> eraseUsers(WriteContext &context, const Person &person)
{
    sql::Database &database = context.database;
    const qint64 businessId = context.principal.businessId;
    const QVariantList users{person.users};
    const QString ofUsers = QStringLiteral(" WHERE user_id") + hubsql::inIds();
    const QString ofSessions =
        QStringLiteral(" WHERE business_id = ? AND kind = 'guest' AND principal_id") + hubsql::inIds();
    for (const QString &phone : person.phones) {
        const auto hash = phonecodestore::phoneHash(database, businessId, phone);
        if (!hash)
            return hash.error();
        const auto done = runAll(
            database,
            {{QStringLiteral("DELETE FROM phone_codes WHERE business_id = ? AND phone_hash = ?"), {businessId, *hash}},
             {QStringLiteral("DELETE FROM phone_code_requests WHERE business_id = ? AND subject = ?"),
              {businessId, *hash}}});
        if (!done)
            return done;
    }
    const auto done = runAll(
        database,
        {{QStringLiteral("DELETE FROM refresh_tokens WHERE session_id IN (SELECT session_id FROM sessions") +
              ofSessions + QStringLiteral(")"),
          {businessId, person.users}},
         {QStringLiteral("DELETE FROM sessions") + ofSessions, {businessId, person.users}},
         {QStringLiteral(
              "DELETE FROM idempotency_keys WHERE principal IN (SELECT 'guest:' || value FROM json_each(?))"),
          users},
         {QStringLiteral("DELETE FROM secrets WHERE business_id = ? AND name IN (SELECT 'push.' || subscription_id FROM"
                         " push_subscriptions") +
              ofUsers + QStringLiteral(")"),
          {businessId, person.users}},
         {QStringLiteral("DELETE FROM push_subscriptions") + ofUsers, users},
         {QStringLiteral("DELETE FROM guest_notification_wishes") + ofUsers, users},
         {QStringLiteral("UPDATE notifications SET hint = '', error = '', facts = '{}',"
                         " state = CASE state WHEN 'waiting' THEN 'skipped' ELSE state END"
                         " WHERE business_id = ? AND target_kind = 'user' AND target_id") +
              hubsql::inIds(),
          {businessId, person.users}},
         // Somebody else may have ordered to their door.
         {QStringLiteral("UPDATE orders SET address_id = NULL WHERE address_id IN (SELECT address_id FROM"
                         " user_addresses") +
              ofUsers + QStringLiteral(")"),
          users},
         {QStringLiteral("DELETE FROM user_addresses") + ofUsers, users},
         {QStringLiteral("UPDATE users SET name = '', phone = '', phone_index = x'', phone_end_index = x'',"
                         " phone_is_own = 0, proven_index = x'', phone_verified = 0, email = '', table_id = NULL,"
                         " updated_at = ?, erased_at = ?") +
              ofUsers,
          {context.nowMs, context.nowMs, person.users}}});
    if (!done)
        return done;
    context.sessionsEnded.insert(businessId);
    return {};
}

Result<void> journalOrders(WriteContext &context, const Person &person)
{
    const auto recent = ids(context.database,
                            QStringLiteral("SELECT order_id FROM orders WHERE status_at >= ? AND order_id") +
                                hubsql::inIds() + QStringLiteral("ORDER BY order_id"),
                            {context.nowMs - toldMs, person.orders});
    if (!recent)
        return recent.error();
    const auto orders = orderstore::findMany(context.database, context.principal.businessId, *recent);
    if (!orders)
        return orders.error();
    for (const Order &order : *orders) {
        const auto seq = journalstore::append(context, order.businessId,
                                              {EntityKind::Order,
                                               order.id,
                                               order.version,
                                               QStringLiteral("order.erased"),
                                               {},
                                               orderstore::digest(order)});
        if (!seq)
            return seq.error();
    }
    return {};
}

Result<void> journalGuests(WriteContext &context, const Person &person, ErasureReason reason)
{
    const qint64 businessId = context.principal.businessId;
    for (const qint64 userId : person.userIds) {
        auto counted =
            context.database.query(QStringLiteral("SELECT count(*) FROM orders WHERE user_id = ?"), {userId});
        if (!counted)
            return counted.error();
        if (const auto found = hubsql::nextRow(*counted); !found)
            return found.error();
        const qint64 orders = counted->integer(0);
        counted->finish();
        const auto noted = context.database.run(
            QStringLiteral("INSERT INTO guest_erasures (business_id, user_id, reason, orders, erased_at)"
                           " VALUES (?, ?, ?, ?, ?) ON CONFLICT (business_id, user_id) DO UPDATE SET"
                           " reason = excluded.reason, orders = excluded.orders, erased_at = excluded.erased_at"),
            {businessId, userId, reasonText(reason), orders, context.nowMs});
        if (!noted)
            return noted;
        CanonicalHash hash("oshaq.guest.erased.1");
        const auto seq = journalstore::append(
            context, businessId,
            {EntityKind::Guest, userId, 1, QStringLiteral("guest.erased"),
             QJsonObject{{QStringLiteral("reason"), reasonText(reason)}, {QStringLiteral("orders"), orders}},
             hash.add(userId).result()});
        if (!seq)
            return seq.error();
    }
    return {};
}

} // namespace

Result<WriteOutcome> guestwrites::erase(WriteContext &context, qint64 userId, ErasureReason reason)
{
    sql::Database &database = context.database;
    const qint64 businessId = context.principal.businessId;
    WriteOutcome outcome;
    outcome.entity = EntityKind::Guest;
    outcome.entityId = userId;
    outcome.values = {0, 0};
    const auto gone = exists(
        database, QStringLiteral("SELECT 1 FROM users WHERE user_id = ? AND business_id = ? AND erased_at IS NOT NULL"),
        {userId, businessId});
    if (!gone)
        return gone.error();
    if (*gone)
        return outcome;
    const auto person = read(database, businessId, userId);
    if (!person)
        return person.error();
    if (const auto finished = checkDone(database, *person); !finished)
        return finished.error();
    if (const auto erased = eraseOrders(context, *person); !erased)
        return erased.error();
    if (const auto erased = eraseCards(context, *person); !erased)
        return erased.error();
    if (const auto erased = eraseUsers(context, *person); !erased)
        return erased.error();
    if (const auto told = journalOrders(context, *person); !told)
        return told.error();
    if (const auto told = journalGuests(context, *person, reason); !told)
        return told.error();
    outcome.values = {qint64(person->userIds.size()), qint64(person->orderIds.size())};
    return outcome;
}

} // namespace oshaq
