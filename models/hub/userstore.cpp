// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/userstore.h"

#include "models/hub/sqlvalues.h"

namespace oshaq {

Result<UserRow> userstore::find(sql::Database &database, qint64 businessId, qint64 userId)
{
    auto rows = database.query(
        QStringLiteral("SELECT user_id, business_id, name, phone FROM users WHERE user_id = ? AND business_id = ?"),
        {userId, businessId});
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such user."), {}};
    return UserRow{rows->integer(0), rows->integer(1), rows->text(2), rows->text(3)};
}

Result<void> userstore::insert(sql::Database &database, UserRow *user, qint64 nowMs)
{
    auto inserted = database.query(
        QStringLiteral("INSERT INTO users (business_id, name, phone, created_at, updated_at) VALUES (?, ?, ?, ?, ?)"),
        {user->businessId, user->name, user->phone, nowMs, nowMs});
    if (!inserted)
        return inserted.error();
    user->id = inserted->lastInsertId();
    return {};
}

Result<AddressRow> userstore::findAddress(sql::Database &database, qint64 businessId, qint64 addressId)
{
    auto rows = database.query(QStringLiteral("SELECT address_id, business_id, user_id, address FROM user_addresses"
                                              " WHERE address_id = ? AND business_id = ?"),
                               {addressId, businessId});
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such address."), {}};
    return AddressRow{rows->integer(0), rows->integer(1), rows->integer(2), rows->text(3)};
}

Result<void> userstore::insertAddress(sql::Database &database, AddressRow *address, qint64 nowMs)
{
    auto inserted = database.query(
        QStringLiteral("INSERT INTO user_addresses (business_id, user_id, address, created_at) VALUES (?, ?, ?, ?)"),
        {address->businessId, address->userId, address->address, nowMs});
    if (!inserted)
        return inserted.error();
    address->id = inserted->lastInsertId();
    return {};
}

} // namespace oshaq
