// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "models/domain/searchtext.h"
#include "models/hub/userstore.h"

#include <vector>

namespace oshaq {

/// A guest as the counter knows them: everything that is kept of one person, however often they were written down.
///
/// One person is all rows of users of the business whose phones have the same last ten digits (userstore::samePerson);
/// somebody without a phone is one row. Id, name and phone are those of the row with the newest order (without orders:
/// the row written last); a name that is missing there is the newest that there is. Everything else is of all rows
/// together.
struct GuestSummary
{
    qint64 userId = 0;
    QString name;
    QString phone;
    bool phoneVerified = false; ///< somebody signed in with it
    int orderCount = 0;         ///< whatever became of them
    qint64 firstOrderAtMs = 0;  ///< 0: none yet
    qint64 lastOrderAtMs = 0;
    qint64 spentMinor = 0;             ///< totals of completed orders
    QString lastAllergy;               ///< of the newest order that names one
    std::vector<AddressRow> addresses; ///< newest first, each text once
    std::vector<Order> recent;         ///< newest first, at most ten; one() only
};

inline constexpr int maxGuestsFound = 20;

/// Call from the connection's thread; find() looks at every guest of the business and belongs on a worker.
namespace guestbook {

/// Those whose name has all the words, or whose phone ends with what was typed (four digits at least, of which the last
/// ten count). Who ordered last comes first; at most `limit`, 1 to maxGuestsFound.
Result<std::vector<GuestSummary>> find(sql::Database &database, qint64 businessId, const SearchText &search, int limit);

/// By any of their rows. NotFound for another business's.
Result<GuestSummary> one(sql::Database &database, qint64 businessId, qint64 userId);

} // namespace guestbook

} // namespace oshaq
