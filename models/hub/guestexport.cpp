// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/guestexport.h"

#include "models/hub/orderstore.h"
#include "models/hub/paymentstore.h"
#include "models/hub/sqlvalues.h"

#include <algorithm>
#include <iterator>

namespace oshaq {

namespace {

Result<void> readRecords(sql::Database &database, qint64 businessId, const QString &ids, GuestExport *all)
{
    std::vector<std::pair<qint64, qint64>> rows;
    {
        auto read = database.query(QStringLiteral("SELECT user_id, created_at FROM users WHERE user_id") +
                                       hubsql::inIds() + QStringLiteral("ORDER BY user_id"),
                                   {ids});
        if (!read)
            return read.error();
        while (read->next())
            rows.emplace_back(read->integer(0), read->integer(1));
        if (read->failed())
            return hubsql::readFailed();
    }
    for (const auto &[id, createdAt] : rows) {
        auto user = userstore::find(database, businessId, id);
        if (!user)
            return user.error();
        all->records.push_back({std::move(*user), createdAt});
    }
    return {};
}

Result<void> readAddresses(sql::Database &database, qint64 businessId, const QString &ids, GuestExport *all)
{
    auto rows =
        database.query(QStringLiteral("SELECT address_id, user_id, oshaq_open('user_addresses.address', address),"
                                      " oshaq_open('user_addresses.label', label),"
                                      " oshaq_open('user_addresses.coordinates', coordinates), is_selected"
                                      " FROM user_addresses WHERE user_id") +
                           hubsql::inIds() + QStringLiteral("ORDER BY address_id"),
                       {ids});
    if (!rows)
        return rows.error();
    while (rows->next())
        all->addresses.push_back({rows->integer(0), businessId, rows->integer(1), rows->text(2), rows->text(3),
                                  rows->text(4), rows->integer(5) != 0});
    return rows->failed() ? Result<void>(hubsql::readFailed()) : Result<void>();
}

Result<void> readOrders(sql::Database &database, qint64 businessId, const QString &ids, GuestExport *all)
{
    std::vector<qint64> orderIds;
    {
        auto rows =
            database.query(QStringLiteral("SELECT order_id FROM orders WHERE user_id") + hubsql::inIds(), {ids});
        if (!rows)
            return rows.error();
        while (rows->next())
            orderIds.push_back(rows->integer(0));
        if (rows->failed())
            return hubsql::readFailed();
    }
    auto orders = orderstore::findMany(database, businessId, orderIds);
    if (!orders)
        return orders.error();
    all->orders = std::move(*orders);
    std::sort(all->orders.begin(), all->orders.end(), [](const Order &left, const Order &right) {
        return std::pair(left.placedAtMs, left.id) < std::pair(right.placedAtMs, right.id);
    });
    for (const Order &order : all->orders) {
        auto payments = paymentstore::ofOrder(database, businessId, order.id);
        if (!payments)
            return payments.error();
        std::move(payments->begin(), payments->end(), std::back_inserter(all->payments));
    }
    return {};
}

Result<void> readMessages(sql::Database &database, qint64 businessId, const QString &ids, GuestExport *all)
{
    auto rows = database.query(QStringLiteral("SELECT event, channel, state, hint, created_at FROM notifications"
                                              " WHERE business_id = ? AND target_kind = 'user' AND target_id") +
                                   hubsql::inIds() + QStringLiteral("ORDER BY notification_id"),
                               {businessId, ids});
    if (!rows)
        return rows.error();
    while (rows->next())
        all->messages.push_back({rows->text(0), rows->text(1), rows->text(2), rows->text(3), rows->integer(4)});
    return rows->failed() ? Result<void>(hubsql::readFailed()) : Result<void>();
}

} // namespace

Result<GuestExport> guestexport::one(sql::Database &database, qint64 businessId, qint64 userId)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    auto card = guestbook::one(database, businessId, userId);
    if (!card)
        return card.error();
    GuestExport all;
    all.card = std::move(*card);
    all.card.recent.clear();
    const auto rows = userstore::samePerson(database, businessId, userId);
    if (!rows)
        return rows.error();
    const QString ids = hubsql::idArray(*rows);
    for (const auto &read : {readRecords, readAddresses, readOrders, readMessages}) {
        if (const auto done = read(database, businessId, ids, &all); !done)
            return done.error();
    }
    for (const qint64 id : *rows) {
        auto cards = paymentstore::cards(database, businessId, id);
        if (!cards)
            return cards.error();
        std::move(cards->begin(), cards->end(), std::back_inserter(all.cards));
    }
    return all;
}

} // namespace oshaq
