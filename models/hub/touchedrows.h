// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <set>

namespace oshaq {

/// What a group commit changed, in the terms of those who keep answers: SQLite itself tells of each row, so that no
/// store can forget to. May tell of more than was committed, never of less.
struct TouchedRows
{
    bool catalog = false;    ///< businesses, categories, items, options, stations
    bool orders = false;     ///< orders with their lines, costs, payments; names and addresses of guests
    bool access = false;     ///< sessions and whatever decides what a token may do
    bool allGuests = false;  ///< orders of guests that nobody has named
    std::set<qint64> guests; ///< users whose own orders changed
    bool prints = false;     ///< print jobs
    bool erasures = false;   ///< a guest was erased: what the write-ahead log holds of them has to go
    /// Orders, or names and addresses that are shown with them, beside those orders that the commands told.
    bool untoldOrders = false;

    bool any() const { return catalog || orders || access || allGuests || !guests.empty() || prints; }
    static TouchedRows everything()
    {
        TouchedRows all{true, true, true, true, {}, true};
        all.untoldOrders = true;
        return all;
    }
};

} // namespace oshaq
