// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/userstore.h"
#include "models/hub/writer.h"

#include <optional>
#include <vector>

namespace oshaq {

inline constexpr int maxAddresses = 20;
inline constexpr int maxAddressLength = 500;
inline constexpr int maxAddressLabel = 50;

/// A guest as they see themselves.
struct Profile
{
    UserRow user;
    QString table; ///< where they sit, when they came by a table's code and it is still there
};

/// What is left out stays as it is.
struct ProfileEdit
{
    std::optional<QString> name;
    std::optional<QString> phone; ///< empty: none
};

/// Likewise.
struct AddressEdit
{
    std::optional<QString> address;
    std::optional<QString> label;
    std::optional<QString> coordinates; ///< empty: none
    std::optional<bool> selected;
};

/// What guests say about themselves; always the caller's own. Not journalled: it is personal, and no screen keeps it.
namespace profilewrites {

/// A phone becomes an unverified contact. One that is verified stays: it is how they sign in.
Result<WriteOutcome> edit(WriteContext &context, const ProfileEdit &edit);

Result<WriteOutcome> addAddress(WriteContext &context, const AddressEdit &edit);
/// An address to which an order went stays as it is for that order: the guest's is a new one then. Outcome: entityId =
/// the address that the guest has now.
Result<WriteOutcome> editAddress(WriteContext &context, qint64 addressId, const AddressEdit &edit);
/// The guest sees it no more; orders keep it.
Result<WriteOutcome> removeAddress(WriteContext &context, qint64 addressId);

} // namespace profilewrites

namespace profilereads {

Result<Profile> profile(sql::Database &database, qint64 businessId, qint64 userId);
/// Oldest first.
Result<std::vector<AddressRow>> addresses(sql::Database &database, qint64 businessId, qint64 userId);
/// NotFound for another guest's as well.
Result<AddressRow> address(sql::Database &database, qint64 businessId, qint64 userId, qint64 addressId);

} // namespace profilereads

} // namespace oshaq
