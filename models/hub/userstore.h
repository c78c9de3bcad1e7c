// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QString>

namespace oshaq {

/// A guest of one business. Together with their addresses this is all the personal data that the hub holds.
struct UserRow
{
    qint64 id = 0;
    qint64 businessId = 0;
    QString name;
    QString phone; ///< a contact; says nothing about who they are until it is verified
};

struct AddressRow
{
    qint64 id = 0;
    qint64 businessId = 0;
    qint64 userId = 0;
    QString address;
};

namespace userstore {

Result<UserRow> find(sql::Database &database, qint64 businessId, qint64 userId);
/// Sets id.
Result<void> insert(sql::Database &database, UserRow *user, qint64 nowMs);

Result<AddressRow> findAddress(sql::Database &database, qint64 businessId, qint64 addressId);
/// Sets id.
Result<void> insertAddress(sql::Database &database, AddressRow *address, qint64 nowMs);

} // namespace userstore

} // namespace oshaq
