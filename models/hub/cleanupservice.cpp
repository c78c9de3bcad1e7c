// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/cleanupservice.h"

#include "models/hub/businessstore.h"
#include "models/hub/journalstore.h"
#include "models/hub/ordersearch.h"
#include "models/hub/orderstore.h"
#include "models/hub/settingsservice.h"
#include "models/hub/sqlvalues.h"

#include <QDateTime>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace oshaq {

namespace {

/// Tables whose rows are part of an order and go with it. Rows of any other table that point to an order keep it.
constexpr std::array partsOfAnOrder{"payments",     "order_status",  "orders_cost", "orders_items",
                                    "painted_acks", "order_search",  "print_jobs",  "unpainted_tickets",
                                    "dispatches",   "outside_orders"};

Result<qint64> number(sql::Database &database, const QString &sql, const QVariantList &values)
{
    auto row = database.query(sql, values);
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    return row->integer(0);
}

Result<qint64> retainedSince(sql::Database &database, qint64 businessId, qint64 nowMs)
{
    const auto years = settingsreads::one(database, businessId, QLatin1String(settingkeys::retentionYears));
    if (!years)
        return years.error();
    return QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).addYears(-int(std::get<qint64>(*years))).toMSecsSinceEpoch();
}

/// " AND NOT EXISTS (...)" for each table that refers to orders without being part of one: whoever adds such a table
/// decides by adding it above, and until then nothing of it is lost.
Result<QString> notNeeded(sql::Database &database)
{
    auto rows = database.query(sql::dialect::listReferences(), {QStringLiteral("orders")});
    if (!rows)
        return rows.error();
    QString conditions;
    while (rows->next()) {
        const QString table = rows->text(0);
        const bool isPart = std::any_of(partsOfAnOrder.begin(), partsOfAnOrder.end(),
                                        [&table](const char *part) { return table == QLatin1String(part); });
        if (!isPart) {
            conditions += QStringLiteral(" AND NOT EXISTS (SELECT 1 FROM \"%1\" x WHERE x.\"%2\" = o.order_id)")
                              .arg(table, rows->text(1));
        }
    }
    if (rows->failed())
        return hubsql::readFailed();
    return conditions;
}

QString closedBefore()
{
    return QStringLiteral("o.business_id = ? AND o.placed_at < ? AND o.status >= 6 AND o.status_at < ?");
}

/// What goes, of one business; binds goingValues(). Money that may still move keeps its order, and so does money that
/// moved since: what the law wants kept counts from there.
QString going(const QString &notNeeded)
{
    return closedBefore() +
           QStringLiteral(
               " AND NOT EXISTS (SELECT 1 FROM payments p WHERE p.order_id = o.order_id AND (p.updated_at >= ?"
               " OR p.status IN ('created', 'pending', 'authorised', 'unknown')"
               " OR EXISTS (SELECT 1 FROM refunds r WHERE r.payment_id = p.payment_id AND r.state IN ('asked', "
               "'sent'))))") +
           notNeeded;
}

QVariantList goingValues(qint64 businessId, qint64 cutoffMs)
{
    return {businessId, cutoffMs, cutoffMs, cutoffMs};
}

/// Guests who have nothing left: no order but those that go, no session, no saved card, no phone that was proven.
QString lonely()
{
    return QStringLiteral(
        " u.business_id = ? AND u.phone_verified = 0 AND (u.name <> '' OR u.phone <> '' OR u.email <> '')"
        " AND u.user_id NOT IN (SELECT s.principal_id FROM sessions s WHERE s.kind = 'guest')"
        " AND u.user_id NOT IN (SELECT k.user_id FROM saved_cards k)");
}

Result<void> eraseContacts(WriteContext &context, const std::vector<qint64> &userIds, qint64 *erased)
{
    sql::Database &database = context.database;
    const qint64 businessId = context.principal.businessId;
    const QString users = hubsql::idArray(userIds);
    auto addresses = database.query(
        QStringLiteral("DELETE FROM user_addresses WHERE business_id = ? AND user_id IN (SELECT u.user_id FROM users u"
                       " WHERE u.user_id IN (SELECT value FROM json_each(?)) AND") +
            lonely() +
            QStringLiteral(" AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.user_id = u.user_id))"
                           " AND address_id NOT IN (SELECT o.address_id FROM orders o WHERE o.address_id IS NOT NULL)"),
        {businessId, users, businessId});
    if (!addresses)
        return addresses.error();
    auto contacts = database.query(
        QStringLiteral("UPDATE users AS u SET name = '', phone = '', phone_index = x'', phone_end_index = x'',"
                       " phone_is_own = 0, proven_index = x'', email = '', updated_at = ?"
                       " WHERE u.user_id IN (SELECT value FROM json_each(?)) AND") +
            lonely() + QStringLiteral(" AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.user_id = u.user_id)"),
        {context.nowMs, users, businessId});
    if (!contacts)
        return contacts.error();
    *erased = contacts->rowsAffected();
    return {};
}

Result<void> journalDeletion(WriteContext &context, const Order &order)
{
    const QJsonObject payload{{QStringLiteral("number"), order.number},
                              {QStringLiteral("placed_at"), order.placedAtMs},
                              {QStringLiteral("status"), int(order.status)},
                              {QStringLiteral("total"), order.cost.totalMinor},
                              {QStringLiteral("currency"), order.cost.currency.code()}};
    const auto written = journalstore::append(context, order.businessId,
                                              {EntityKind::Order, order.id, order.version + 1,
                                               QStringLiteral("order.deleted"), payload, orderstore::digest(order)});
    if (!written)
        return written.error();
    return {};
}

} // namespace

Result<CleanupPlan> cleanupreads::plan(sql::Database &database, qint64 businessId, qint64 beforeMs, qint64 nowMs)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    CleanupPlan plan;
    const auto retained = retainedSince(database, businessId, nowMs);
    if (!retained)
        return retained.error();
    plan.beforeMs = beforeMs;
    plan.retainedMs = *retained;
    plan.cutoffMs = std::min(beforeMs, *retained);
    const auto free = notNeeded(database);
    if (!free)
        return free.error();
    const QString goes = going(*free);
    const QVariantList values = goingValues(businessId, plan.cutoffMs);
    {
        auto row = database.query(
            QStringLiteral("SELECT count(*), coalesce(sum(c.total_cost), 0), coalesce(min(o.placed_at), 0),"
                           " coalesce(max(o.placed_at), 0) FROM orders o"
                           " LEFT JOIN orders_cost c ON c.order_id = o.order_id WHERE ") +
                goes,
            values);
        if (!row)
            return row.error();
        if (const auto found = hubsql::nextRow(*row); !found)
            return found.error();
        plan.orders = row->integer(0);
        plan.totalMinor = row->integer(1);
        plan.oldestMs = row->integer(2);
        plan.newestMs = row->integer(3);
    }
    const auto count = [&](qint64 *figure, const QString &sql, const QVariantList &bound) -> Result<void> {
        const auto counted = number(database, sql, bound);
        if (!counted)
            return counted.error();
        *figure = *counted;
        return {};
    };
    Result<void> counted = count(&plan.lines,
                                 QStringLiteral("SELECT count(*) FROM orders o JOIN orders_items i"
                                                " ON i.order_id = o.order_id WHERE ") +
                                     goes,
                                 values);
    if (counted) {
        counted = count(
            &plan.payments,
            QStringLiteral("SELECT count(*) FROM orders o JOIN payments y ON y.order_id = o.order_id WHERE ") + goes,
            values);
    }
    if (counted) {
        // Two lists that are made once each; asked guest by guest this would take minutes.
        counted = count(&plan.contacts,
                        QStringLiteral("SELECT count(*) FROM users u WHERE") + lonely() +
                            QStringLiteral(" AND u.user_id IN (SELECT o.user_id FROM orders o WHERE %1)"
                                           " AND u.user_id NOT IN (SELECT o.user_id FROM orders o"
                                           " WHERE o.user_id IS NOT NULL AND NOT (%1))")
                                .arg(goes),
                        QVariantList{businessId} + values + values);
    }
    if (counted) {
        counted = count(&plan.keptOpen,
                        QStringLiteral("SELECT count(*) FROM orders WHERE business_id = ? AND placed_at < ?"
                                       " AND status < 6"),
                        {businessId, beforeMs});
    }
    if (counted) {
        counted = count(&plan.keptRetained,
                        QStringLiteral("SELECT count(*) FROM orders WHERE business_id = ? AND placed_at < ?"
                                       " AND status >= 6 AND (placed_at >= ? OR status_at >= ?)"),
                        {businessId, beforeMs, plan.cutoffMs, plan.cutoffMs});
    }
    if (counted) {
        counted = count(&plan.keptNeeded, QStringLiteral("SELECT count(*) FROM orders o WHERE ") + closedBefore(),
                        {businessId, plan.cutoffMs, plan.cutoffMs});
        plan.keptNeeded -= plan.orders;
    }
    if (!counted)
        return counted.error();
    return plan;
}

Result<WriteOutcome> cleanupwrites::run(WriteContext &context, qint64 beforeMs, int limit)
{
    sql::Database &database = context.database;
    const qint64 businessId = context.principal.businessId;
    const auto retained = retainedSince(database, businessId, context.nowMs);
    if (!retained)
        return retained.error();
    const qint64 cutoff = std::min(beforeMs, *retained);
    const auto free = notNeeded(database);
    if (!free)
        return free.error();

    const QString goes = going(*free);
    const QVariantList values = goingValues(businessId, cutoff);
    std::vector<qint64> ids;
    std::vector<qint64> userIds;
    {
        auto rows = database.query(QStringLiteral("SELECT o.order_id, o.user_id FROM orders o WHERE ") + goes +
                                       QStringLiteral(" ORDER BY o.placed_at, o.order_id LIMIT ?"),
                                   values + QVariantList{std::clamp(limit, 1, maxOrdersAtOnce)});
        if (!rows)
            return rows.error();
        while (rows->next()) {
            ids.push_back(rows->integer(0));
            if (!rows->isNull(1))
                userIds.push_back(rows->integer(1));
        }
        if (rows->failed())
            return hubsql::readFailed();
    }
    WriteOutcome outcome;
    outcome.entity = EntityKind::Business;
    outcome.entityId = businessId;
    outcome.values = {0, 0, 0, 0, 0};
    if (ids.empty())
        return outcome;

    const auto orders = orderstore::findMany(database, businessId, ids);
    if (!orders)
        return orders.error();
    qint64 lines = 0;
    for (const Order &order : *orders) {
        lines += qint64(order.lines.size());
        if (const auto written = journalDeletion(context, order); !written)
            return written.error();
    }
    const QString array = hubsql::idArray(ids);
    const auto payments =
        number(database, QStringLiteral("SELECT count(*) FROM payments WHERE order_id") + hubsql::inIds(), {array});
    if (!payments)
        return payments.error();
    for (const char *table : {"refunds", "payment_lines", "bank_attempts"}) {
        const auto deleted = database.run(
            QStringLiteral("DELETE FROM %1 WHERE payment_id IN (SELECT payment_id FROM payments WHERE order_id")
                    .arg(QLatin1String(table)) +
                hubsql::inIds() + QStringLiteral(")"),
            {array});
        if (!deleted)
            return deleted.error();
    }
    if (const auto forgotten = ordersearch::remove(database, businessId, ids); !forgotten)
        return forgotten.error();
    for (const char *table : partsOfAnOrder) {
        const auto deleted = database.run(
            QStringLiteral("DELETE FROM %1 WHERE order_id").arg(QLatin1String(table)) + hubsql::inIds(), {array});
        if (!deleted)
            return deleted.error();
    }
    if (const auto deleted =
            database.run(QStringLiteral("DELETE FROM orders WHERE order_id") + hubsql::inIds() + hubsql::ofBusiness(),
                         {array, businessId});
        !deleted)
        return deleted.error();
    qint64 contacts = 0;
    if (const auto erased = eraseContacts(context, userIds, &contacts); !erased)
        return erased.error();
    const auto remain = number(database, QStringLiteral("SELECT count(*) FROM orders o WHERE ") + goes, values);
    if (!remain)
        return remain.error();

    const auto business = businessstore::find(database, businessId);
    if (!business)
        return business.error();
    outcome.values = {qint64(ids.size()), lines, contacts, *remain, *payments};
    const auto written =
        journalstore::append(context, businessId,
                             {EntityKind::Business, businessId, business->version, QStringLiteral("business.cleanup"),
                              QJsonObject{{QStringLiteral("before"), cutoff},
                                          {QStringLiteral("orders"), outcome.values[0]},
                                          {QStringLiteral("lines"), lines},
                                          {QStringLiteral("payments"), *payments},
                                          {QStringLiteral("contacts"), contacts}},
                              businessstore::digest(*business)});
    if (!written)
        return written.error();
    return outcome;
}

} // namespace oshaq
