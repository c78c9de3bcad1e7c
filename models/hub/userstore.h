// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// A guest of one business. Phones and addresses are sealed in the file (see sql::FieldKeys); a value whose key is not
/// here is read as empty.
struct UserRow
{
    qint64 id = 0;
    qint64 businessId = 0;
    QString name = {};
    QString phone = {};                 ///< a contact; says nothing about who they are until it is verified
    bool phoneVerified = false;         ///< then it is E.164 and nobody else's
    std::optional<qint64> tableId = {}; ///< by whose code they came
};

struct AddressRow
{
    qint64 id = 0;
    qint64 businessId = 0;
    qint64 userId = 0;
    QString address = {};
    QString label = {};       ///< what the guest calls it: "Home"
    QString coordinates = {}; ///< "43.2389,76.8897", or empty
    bool selected = false;    ///< one of a guest's at most

    bool operator==(const AddressRow &) const = default;
};

namespace userstore {

Result<UserRow> find(sql::Database &database, qint64 businessId, qint64 userId);
/// Whose phone this is for certain.
Result<std::optional<UserRow>> byVerifiedPhone(sql::Database &database, qint64 businessId, const QString &phone);
/// Sets id.
Result<void> insert(sql::Database &database, UserRow *user, qint64 nowMs);
/// Name and phone.
Result<void> update(sql::Database &database, const UserRow &user, qint64 nowMs);

/// The fewest digits of a phone that is somebody's own: 102 and the extension of an office are many people's, and so is
/// 0000000000, which is what is typed when there is no phone.
inline constexpr int fewestOwnDigits = 7;

/// The rows of users that are one person as far as a counter can tell: those of the business whose phone has the same
/// last ten digits. Every order by phone and every visit at a table writes the caller down anew. Somebody without a
/// phone, or with one that tells nobody apart, is that row alone. Empty when the business has no such user.
Result<std::vector<qint64>> samePerson(sql::Database &database, qint64 businessId, qint64 userId);

// Hidden addresses are invisible here; orders that went there show them still.
Result<AddressRow> findAddress(sql::Database &database, qint64 businessId, qint64 addressId);
/// Of a guest, oldest first.
Result<std::vector<AddressRow>> addresses(sql::Database &database, qint64 businessId, qint64 userId);
/// Of several rows of users, likewise.
Result<std::vector<AddressRow>> addressesOf(sql::Database &database, qint64 businessId,
                                            const std::vector<qint64> &userIds);
/// Sets id. A selected one takes the place of the one that was.
Result<void> insertAddress(sql::Database &database, AddressRow *address, qint64 nowMs);
/// Likewise.
Result<void> updateAddress(sql::Database &database, const AddressRow &address);
/// Deletes it, or hides it when an order went there.
Result<void> removeAddress(sql::Database &database, const AddressRow &address, qint64 nowMs);
/// Whether an order went there, open or not.
Result<bool> isAddressUsed(sql::Database &database, const AddressRow &address);

} // namespace userstore

} // namespace oshaq
