// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/searchtext.h"
#include "models/sql/database.h"

#include <cstddef>
#include <vector>

namespace oshaq {

class SearchShelf;

/// An order that a search found, where it stands in time.
struct OrderMatch
{
    qint64 placedAtMs = 0;
    qint64 orderId = 0;

    auto operator<=>(const OrderMatch &) const = default;
};

/// What is looked for among all orders of a business: each word in the order's number, in the name of one of its lines
/// or in its guest's name; or the guest's phone.
struct MatchQuery
{
    SearchText search;
    bool searchesPersonal = false; ///< else first names only, and no phones
    OrderMatch after;              ///< not this one and nothing before it
    OrderMatch before;             ///< not this one and nothing after it
    bool oldestFirst = false;
    std::size_t limit = 0; ///< the first so many in that order; 0: all of them, in no order
};

/// Reads what ordersearch keeps, packed. As soon as the newest that are wanted are found the older orders are not
/// looked at, and blocks of thousands that cannot hold a word (searchblocks) are passed over, so that neither what is
/// frequent nor what is rare takes longer with the years. Only all of what is frequent does.
namespace ordermatches {

/// `shelf` null: what may be found in the blocks is read from the database each time.
Result<std::vector<OrderMatch>> find(sql::Database &database, qint64 businessId, const MatchQuery &query,
                                     SearchShelf *shelf);

} // namespace ordermatches

} // namespace oshaq
