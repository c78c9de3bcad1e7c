// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/userstore.h"

#include "models/domain/searchtext.h"
#include "models/hub/editrules.h"
#include "models/hub/sqlvalues.h"

namespace oshaq {

namespace {

QString selectUsers()
{
    return QStringLiteral(
        "SELECT user_id, business_id, name, oshaq_open('users.phone', phone), phone_verified, table_id"
        " FROM users WHERE business_id = ? ");
}

Result<std::optional<UserRow>> readUser(Result<sql::Statement> rows)
{
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<UserRow>();
    UserRow user;
    user.id = rows->integer(0);
    user.businessId = rows->integer(1);
    user.name = rows->text(2);
    user.phone = rows->text(3);
    user.phoneVerified = rows->integer(4) != 0;
    user.tableId = hubsql::readOptionalId(*rows, 5);
    return std::optional(std::move(user));
}

QString selectAddresses()
{
    return QStringLiteral("SELECT address_id, business_id, user_id, oshaq_open('user_addresses.address', address),"
                          " oshaq_open('user_addresses.label', label),"
                          " oshaq_open('user_addresses.coordinates', coordinates), is_selected"
                          " FROM user_addresses WHERE business_id = ? AND deleted_at IS NULL ");
}

AddressRow readAddress(const sql::Statement &row)
{
    AddressRow address;
    address.id = row.integer(0);
    address.businessId = row.integer(1);
    address.userId = row.integer(2);
    address.address = row.text(3);
    address.label = row.text(4);
    address.coordinates = row.text(5);
    address.selected = row.integer(6) != 0;
    return address;
}

/// By what a phone is found.
struct PhoneMarks
{
    explicit PhoneMarks(const UserRow &user)
        : digits(phoneDigits(user.phone).right(phoneSignificantDigits))
        , end(digits.right(phoneLastDigits))
        , proven(user.phoneVerified ? user.phone : QString())
    {
        const bool isOneDigit = digits.count(digits.isEmpty() ? QChar() : digits.front()) == digits.size();
        isOwn = digits.size() >= userstore::fewestOwnDigits && !isOneDigit;
    }

    QString digits;
    QString end;
    QString proven;
    bool isOwn = false;
};

Result<std::vector<AddressRow>> readAddresses(Result<sql::Statement> rows)
{
    if (!rows)
        return rows.error();
    std::vector<AddressRow> all;
    while (rows->next())
        all.push_back(readAddress(*rows));
    if (rows->failed())
        return hubsql::readFailed();
    return all;
}

Result<void> makeRoomFor(sql::Database &database, const AddressRow &address)
{
    if (!address.selected)
        return {};
    return database.run(QStringLiteral("UPDATE user_addresses SET is_selected = 0 WHERE business_id = ? AND user_id = ?"
                                       " AND is_selected = 1 AND address_id <> ?"),
                        {address.businessId, address.userId, address.id});
}

} // namespace

Result<UserRow> userstore::find(sql::Database &database, qint64 businessId, qint64 userId)
{
    auto user = readUser(database.query(selectUsers() + QStringLiteral("AND user_id = ?"), {businessId, userId}));
    if (!user)
        return user.error();
    if (!user->has_value())
        return editrules::noSuch("user");
    return **user;
}

Result<std::optional<UserRow>> userstore::byVerifiedPhone(sql::Database &database, qint64 businessId,
                                                          const QString &phone)
{
    return readUser(
        database.query(selectUsers() + QStringLiteral("AND proven_index IN (oshaq_index('phone.proven', ?, ?),"
                                                      " oshaq_index_before('phone.proven', ?, ?))"
                                                      " AND phone_verified = 1"),
                       {businessId, businessId, phone, businessId, phone}));
}

Result<void> userstore::insert(sql::Database &database, UserRow *user, qint64 nowMs)
{
    const PhoneMarks marks(*user);
    auto inserted = database.query(
        QStringLiteral("INSERT INTO users (business_id, name, phone, phone_index, phone_end_index, phone_is_own,"
                       " proven_index, phone_verified, table_id, created_at, updated_at)"
                       " VALUES (?, ?, oshaq_seal('users.phone', ?), oshaq_index('phone', ?, ?),"
                       " oshaq_index('phone.end', ?, ?), ?, oshaq_index('phone.proven', ?, ?), ?, ?, ?, ?)"),
        {user->businessId, user->name, user->phone, user->businessId, marks.digits, user->businessId, marks.end,
         qint64{marks.isOwn}, user->businessId, marks.proven, qint64{user->phoneVerified},
         hubsql::optionalId(user->tableId), nowMs, nowMs});
    if (!inserted)
        return inserted.error();
    user->id = inserted->lastInsertId();
    return {};
}

Result<void> userstore::update(sql::Database &database, const UserRow &user, qint64 nowMs)
{
    const auto named =
        database.run(QStringLiteral("UPDATE users SET name = ?, updated_at = ? WHERE user_id = ? AND business_id = ?"),
                     {user.name, nowMs, user.id, user.businessId});
    if (!named)
        return named;
    // Only one that is another: a phone that cannot be read now, for want of its key, must not be lost with a new name.
    const PhoneMarks marks(user);
    return database.run(
        QStringLiteral(
            "UPDATE users SET phone = oshaq_seal('users.phone', ?), phone_index = oshaq_index('phone', ?, ?),"
            " phone_end_index = oshaq_index('phone.end', ?, ?), phone_is_own = ?,"
            " proven_index = oshaq_index('phone.proven', ?, ?) WHERE user_id = ? AND business_id = ?"
            " AND oshaq_open('users.phone', phone) <> ?"),
        {user.phone, user.businessId, marks.digits, user.businessId, marks.end, qint64{marks.isOwn}, user.businessId,
         marks.proven, user.id, user.businessId, user.phone});
}

Result<std::vector<qint64>> userstore::samePerson(sql::Database &database, qint64 businessId, qint64 userId)
{
    // The literal is what lets the index of phones be used. Rows that are still sealed under the key before are found
    // by what it makes of the same digits.
    auto rows = database.query(
        QStringLiteral("WITH one AS (SELECT user_id, phone_index, phone_is_own,"
                       " substr(oshaq_digits(oshaq_open('users.phone', phone)), -10) AS digits"
                       " FROM users WHERE user_id = ? AND +business_id = ?)"
                       " SELECT user_id FROM one UNION SELECT user_id FROM users WHERE business_id = ?"
                       " AND phone_index <> x'' AND phone_index IN"
                       " (SELECT phone_index FROM one WHERE phone_is_own = 1"
                       " UNION ALL SELECT oshaq_index('phone', ?, digits) FROM one WHERE phone_is_own = 1"
                       " UNION ALL SELECT oshaq_index_before('phone', ?, digits) FROM one WHERE phone_is_own = 1)"
                       " ORDER BY 1"),
        {userId, businessId, businessId, businessId, businessId});
    if (!rows)
        return rows.error();
    std::vector<qint64> ids;
    while (rows->next())
        ids.push_back(rows->integer(0));
    if (rows->failed())
        return hubsql::readFailed();
    return ids;
}

Result<AddressRow> userstore::findAddress(sql::Database &database, qint64 businessId, qint64 addressId)
{
    auto rows = database.query(selectAddresses() + QStringLiteral("AND address_id = ?"), {businessId, addressId});
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    if (!*found)
        return editrules::noSuch("address");
    return readAddress(*rows);
}

Result<std::vector<AddressRow>> userstore::addresses(sql::Database &database, qint64 businessId, qint64 userId)
{
    return readAddresses(database.query(selectAddresses() + QStringLiteral("AND user_id = ? ORDER BY address_id"),
                                        {businessId, userId}));
}

Result<std::vector<AddressRow>> userstore::addressesOf(sql::Database &database, qint64 businessId,
                                                       const std::vector<qint64> &userIds)
{
    return readAddresses(database.query(selectAddresses() + QStringLiteral("AND user_id") + hubsql::inIds() +
                                            QStringLiteral("ORDER BY address_id"),
                                        {businessId, hubsql::idArray(userIds)}));
}

Result<void> userstore::insertAddress(sql::Database &database, AddressRow *address, qint64 nowMs)
{
    if (const auto made = makeRoomFor(database, *address); !made)
        return made.error();
    auto inserted = database.query(
        QStringLiteral("INSERT INTO user_addresses (business_id, user_id, address, label, coordinates, is_selected,"
                       " created_at) VALUES (?, ?, oshaq_seal('user_addresses.address', ?),"
                       " oshaq_seal('user_addresses.label', ?), oshaq_seal('user_addresses.coordinates', ?), ?, ?)"),
        {address->businessId, address->userId, address->address, address->label, address->coordinates,
         qint64{address->selected}, nowMs});
    if (!inserted)
        return inserted.error();
    address->id = inserted->lastInsertId();
    return {};
}

Result<void> userstore::updateAddress(sql::Database &database, const AddressRow &address)
{
    if (const auto made = makeRoomFor(database, address); !made)
        return made.error();
    return database.run(QStringLiteral("UPDATE user_addresses SET address = oshaq_seal('user_addresses.address', ?),"
                                       " label = oshaq_seal('user_addresses.label', ?),"
                                       " coordinates = oshaq_seal('user_addresses.coordinates', ?), is_selected = ?"
                                       " WHERE address_id = ?"),
                        {address.address, address.label, address.coordinates, qint64{address.selected}, address.id});
}

Result<void> userstore::removeAddress(sql::Database &database, const AddressRow &address, qint64 nowMs)
{
    const auto used = isAddressUsed(database, address);
    if (!used)
        return used.error();
    if (!*used)
        return database.run(QStringLiteral("DELETE FROM user_addresses WHERE address_id = ?"), {address.id});
    return database.run(
        QStringLiteral("UPDATE user_addresses SET deleted_at = ?, is_selected = 0 WHERE address_id = ?"),
        {nowMs, address.id});
}

Result<bool> userstore::isAddressUsed(sql::Database &database, const AddressRow &address)
{
    // Not only of its owner's: the same person may have been written down again for an order.
    auto row =
        database.query(QStringLiteral("SELECT EXISTS (SELECT 1 FROM orders WHERE address_id = ?)"), {address.id});
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    return row->integer(0) != 0;
}

} // namespace oshaq
