// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/result.h"
#include "models/hub/dayfigures.h"
#include "models/hub/writer.h"
#include "models/sql/database.h"

#include <QByteArray>
#include <QDate>

#include <optional>
#include <vector>

namespace oshaq {

/// A business day between its bounds.
struct DaySpan
{
    QDate day;
    qint64 beginMs = 0;
    qint64 endMs = 0;

    bool operator==(const DaySpan &) const = default;
};

/// Figures of days that are over, kept until an order of the day is written to again: the database takes the row away
/// by itself (migration 0013). A day is kept in two steps: claim it, read it from a snapshot that is younger than the
/// claim, store it. What is written to the day in between takes the claim away, and then nothing is stored.
namespace keptdays {

/// When the oldest and the newest order were placed; nothing without orders.
struct Placed
{
    qint64 firstMs = 0;
    qint64 lastMs = 0;
};
Result<std::optional<Placed>> placed(sql::Database &database, qint64 businessId);

/// Days without a row that can be used, among those that are over, from the first order's to the last one's; newest
/// first.
Result<std::vector<DaySpan>> missing(sql::Database &database, const Business &business, qint64 nowMs);

/// Where the first `orders` (at least one) that were placed from `beginMs` on end, at most `endMs`. More when others
/// were placed in the same millisecond as the last of them.
Result<qint64> partEnd(sql::Database &database, qint64 businessId, qint64 beginMs, qint64 endMs, int orders);

/// The bytes of each day of the clock, empty where there are none.
Result<std::vector<QByteArray>> read(sql::Database &database, const Business &business, const WallClock &clock);

} // namespace keptdays

/// Inside the writer's transaction.
namespace keptdaywrites {

struct Day
{
    DaySpan span;
    QByteArray figures;
};

/// VersionStale when the business's zone or start of day are not those of `business` any more.
Result<WriteOutcome> claim(WriteContext &context, const Business &business, const std::vector<DaySpan> &days);

/// Days that are still claimed. Outcome: values = how many were stored.
Result<WriteOutcome> store(WriteContext &context, qint64 businessId, const std::vector<Day> &days);

} // namespace keptdaywrites

} // namespace oshaq
