// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/analytics.h"
#include "models/domain/result.h"
#include "models/hub/wallclock.h"
#include "models/sql/database.h"

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <array>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace oshaq {

/// All that a business day adds to the figures of any period: sums where sums can be added, single durations where they
/// cannot, so that percentiles of a year are as exact as those of a day. What can change without an order changing
/// (names and limits of stations, categories, names of terminals) is not in it.
struct DayFigures
{
    /// Other contents, or another way of adding them up: raise it, and what was kept is added up again.
    static constexpr int version = 1;

    struct Item
    {
        qint64 itemId = 0;
        QByteArray name;  ///< UTF-8, of its last line of the day that was not voided
        qint64 lines = 0; ///< of completed orders, not voided; so are the next two
        qint64 quantity = 0;
        qint64 revenueMinor = 0;

        bool operator==(const Item &) const = default;
    };
    struct Cancellation
    {
        qint64 orders = 0;
        qint64 totalMinor = 0;

        bool operator==(const Cancellation &) const = default;
    };
    /// Lines of one dish that are done at one station. Durations ascending, in ms.
    struct Work
    {
        qint64 itemId = 0;
        qint64 stationId = 0;
        std::vector<qint64> timed;   ///< lines with a time of their own
        qint64 timedLate = 0;        ///< of those: longer than it
        std::vector<qint64> untimed; ///< whether they were late the station's limit says

        bool operator==(const Work &) const = default;
    };

    std::array<SalesFigures, 24> hours;
    std::array<SalesFigures, allFulfilments.size()> fulfilments;
    std::map<QByteArray, SalesFigures> channels; ///< by kind of actor, "" where the journal knows none
    qint64 subtotalMinor = 0;
    qint64 deliveryMinor = 0;
    qint64 taxMinor = 0;
    std::vector<Item> items;                          ///< by id
    std::map<QByteArray, Cancellation> cancellations; ///< by reason
    std::vector<qint64> toAccept;                     ///< durations ascending, as all below
    std::vector<qint64> toReady;
    std::vector<qint64> preparing;
    qint64 promised = 0;
    std::vector<qint64> lateness;
    std::vector<Work> works;                           ///< by item and station
    std::map<QByteArray, std::vector<qint64>> painted; ///< by viewer, "terminal:3"

    bool operator==(const DayFigures &) const = default;

    /// Of one day of the clock, from its orders, at once (see DayReader).
    static Result<DayFigures> read(sql::Database &database, qint64 businessId, WallClock &clock, std::size_t day);

    /// Compact bytes that begin with their version. Sums and names as they are, durations as steps.
    QByteArray bytes() const;
    /// Nothing for bytes of another version, or that are none of ours. Names point into `bytes`, which must outlive
    /// them.
    static std::optional<DayFigures> fromBytes(const QByteArray &bytes);
};

/// Adds up one day, at once or in parts: each part may be read from a snapshot of its own when nothing of the day is
/// written to from the first to the last of them.
class DayReader
{
public:
    /// The clock must outlive it.
    DayReader(qint64 businessId, WallClock &clock)
        : m_businessId(businessId)
        , m_clock(clock)
    {}

    /// Orders placed from `beginMs` on and before `endMs`. Parts in the order of time.
    Result<void> add(sql::Database &database, qint64 beginMs, qint64 endMs);
    /// Once, after the last part.
    DayFigures take();

private:
    Result<void> orders(sql::Database &database, const QVariantList &period);
    Result<void> lines(sql::Database &database, const QVariantList &period);
    Result<void> times(sql::Database &database, const QVariantList &period);
    Result<void> painted(sql::Database &database, const QVariantList &period);

    const qint64 m_businessId;
    WallClock &m_clock;
    DayFigures m_figures;
    std::map<qint64, DayFigures::Item> m_items;
    std::map<std::pair<qint64, qint64>, DayFigures::Work> m_works; ///< by item and station
};

/// Conditions for orders `o` that count in figures; binds business, begin and end of the period. An order that was
/// joined with another one is neither a sale nor a cancellation: all of it is in the other one. One that somebody
/// cancelled with such a reason still has its total.
QString countedOrders();

/// What kind of actor placed an order `o`, as the journal says; '' when it does not.
QString orderChannel();

/// How long a line `i` was worked on.
QString lineWork();

} // namespace oshaq
