// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/statisticsmath.h"

#include <algorithm>

namespace oshaq::statisticsmath {

namespace {

constexpr int mostDays = 62;
constexpr int mostWeekDays = 280;
constexpr qint64 permille = 1000;

/// Halves away from zero; `divisor` is positive. Money below 10^15 times a thousand fits.
qint64 divided(qint64 dividend, qint64 divisor)
{
    const qint64 magnitude = dividend < 0 ? -dividend : dividend;
    const qint64 whole = magnitude / divisor + (magnitude % divisor >= divisor - magnitude % divisor ? 1 : 0);
    return dividend < 0 ? -whole : whole;
}

QDate bucketStart(const QDate &day, BucketSize size)
{
    switch (size) {
    case BucketSize::Day:
        return day;
    case BucketSize::Week:
        return day.addDays(1 - day.dayOfWeek());
    case BucketSize::Month:
        return QDate(day.year(), day.month(), 1);
    }
    return day;
}

} // namespace

std::optional<qint64> changePermille(qint64 now, qint64 before)
{
    if (before <= 0)
        return now == before ? std::optional<qint64>(0) : std::nullopt;
    return divided((now - before) * permille, before);
}

std::optional<qint64> sharePermille(qint64 part, qint64 whole)
{
    if (whole <= 0)
        return std::nullopt;
    return divided(part * permille, whole);
}

BucketSize bucketSizeFor(int days)
{
    if (days <= mostDays)
        return BucketSize::Day;
    return days <= mostWeekDays ? BucketSize::Week : BucketSize::Month;
}

std::vector<DayBucket> bucketsOf(const std::vector<Analytics::Day> &days, BucketSize size)
{
    std::vector<DayBucket> buckets;
    for (const Analytics::Day &day : days) {
        if (buckets.empty() || bucketStart(buckets.back().days.from, size) != bucketStart(day.day, size))
            buckets.push_back({{day.day, day.day}, {}});
        buckets.back().days.to = day.day;
        buckets.back().sales += day.sales;
    }
    return buckets;
}

std::vector<qint64> niceTicks(qint64 largest, int most)
{
    largest = std::max<qint64>(largest, 1);
    most = std::max(most, 1);
    qint64 step = 0;
    for (qint64 power = 1; step == 0; power *= 10) {
        for (const qint64 factor : {10, 20, 25, 50}) {
            const qint64 candidate = factor * power / 10;
            // 2.5 is no whole number of orders.
            if (candidate * 10 == factor * power && (largest + candidate - 1) / candidate <= most) {
                step = candidate;
                break;
            }
        }
    }
    std::vector<qint64> ticks;
    const qint64 top = (largest + step - 1) / step * step;
    for (qint64 tick = 0; tick <= top; tick += step)
        ticks.push_back(tick);
    return ticks;
}

AxisUnit moneyUnit(qint64 largestMinor, const Currency &currency)
{
    constexpr qint64 thousand = 1000;
    constexpr qint64 least = 10; // "10 thousand" is shorter than "10 000", "2 thousand" is not
    AxisUnit unit;
    for (int i = 0; i < currency.exponent(); ++i)
        unit.minor *= 10;
    while (unit.thousands < 2 && largestMinor / unit.minor >= least * thousand) {
        unit.minor *= thousand;
        ++unit.thousands;
    }
    return unit;
}

int heatLevel(qint64 value, qint64 largest)
{
    if (value <= 0 || largest <= 0)
        return 0;
    return int(std::clamp<qint64>((value * heatLevels + largest - 1) / largest, 1, heatLevels));
}

} // namespace oshaq::statisticsmath
