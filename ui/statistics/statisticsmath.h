// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/analytics.h"
#include "ui/statistics/statisticsrange.h"

#include <optional>
#include <vector>

namespace oshaq {

/// Arithmetic of the statistics page: pure, in whole numbers, halves away from zero.
namespace statisticsmath {

/// How much more than before, in tenths of a percent; nothing where there was nothing before: no percentage says that.
std::optional<qint64> changePermille(qint64 now, qint64 before);
/// `part` of `whole` in tenths of a percent; nothing of nothing.
std::optional<qint64> sharePermille(qint64 part, qint64 whole);

enum class BucketSize
{
    Day,
    Week, ///< from Monday
    Month
};

struct DayBucket
{
    DayRange days; ///< those of the range that fall into it: the first and the last one may be cut
    SalesFigures sales;
};

/// So coarse that a person can read it: days up to two months, weeks up to nine.
BucketSize bucketSizeFor(int days);
std::vector<DayBucket> bucketsOf(const std::vector<Analytics::Day> &days, BucketSize size);

/// Where an axis from 0 has its lines: at most `most` of them above 0, at 1, 2, 2.5 or 5 times a power of ten, the last
/// one not below the largest value. Never empty.
std::vector<qint64> niceTicks(qint64 largest, int most);

/// How the figures of a money axis are shortened.
struct AxisUnit
{
    qint64 minor = 1;  ///< what 1 on the axis is worth
    int thousands = 0; ///< 0: units of the currency, 1: thousands, 2: millions
};
AxisUnit moneyUnit(qint64 largestMinor, const Currency &currency);

/// Shades of a heat map: 0 is nothing at all, `heatLevels` the most there is.
inline constexpr int heatLevels = 8;
int heatLevel(qint64 value, qint64 largest);

} // namespace statisticsmath
} // namespace oshaq
