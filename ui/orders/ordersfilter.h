// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/searchtext.h"
#include "models/terminal/archiveport.h"

#include <QString>

#include <array>
#include <optional>

namespace oshaq {

/// Which orders the page shows. A value; pure.
struct OrdersFilter
{
    enum class Show
    {
        Open,
        New,
        Preparing, ///< accepted ones too: the kitchen has them
        Ready,
        OutForDelivery,
        Completed,
        Cancelled,
        All
    };
    enum class Days
    {
        Today, ///< the business day, and whatever is open
        Yesterday,
        Week, ///< today and the six business days before
        All
    };
    enum class Paid
    {
        Any,
        Due, ///< something is still to be paid
        Paid,
        Unknown, ///< a bank has not said yet
        Refunded
    };

    static constexpr std::array allShows{Show::Open,           Show::New,       Show::Preparing, Show::Ready,
                                         Show::OutForDelivery, Show::Completed, Show::Cancelled, Show::All};

    Show show = Show::Open;
    Days days = Days::Today;
    std::optional<Fulfilment> fulfilment;
    Paid paid = Paid::Any;

    bool operator==(const OrdersFilter &) const = default;
};

/// When the business day of that moment began, and when the next one does. UTC milliseconds.
struct BusinessDay
{
    qint64 beginMs = 0;
    qint64 endMs = 0;

    static BusinessDay of(const Business &business, qint64 atMs, int daysBefore = 0);
};

/// Which days those are at one moment: computed once, asked for every order.
struct DayLimits
{
    std::optional<qint64> fromMs; ///< placed at or after
    std::optional<qint64> toMs;   ///< placed before
    bool openToo = false;         ///< what is open belongs to it, whenever it was placed

    static DayLimits of(OrdersFilter::Days days, const Business &business, qint64 nowMs);
};

bool showsStatus(OrdersFilter::Show show, OrderStatus status);
/// All but the words.
bool matches(const OrdersFilter &filter, const DayLimits &limits, const Order &order);
/// Everything of the order that is searched, folded.
QString searchable(const Order &order);
/// Every word is in it, or the phone ends like that.
bool matchesWords(const SearchText &search, const Order &order, const QString &searchable);
/// What the hub is asked for the same.
ArchiveQuery archiveQuery(const OrdersFilter &filter, const QString &words, const Business &business, qint64 nowMs);

} // namespace oshaq
