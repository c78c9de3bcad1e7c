// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <array>
#include <optional>

namespace oshaq {

/// Business days, both included.
struct DayRange
{
    QDate from;
    QDate to;

    bool isValid() const { return from.isValid() && to.isValid() && from <= to; }
    int days() const { return isValid() ? int(from.daysTo(to)) + 1 : 0; }
    bool operator==(const DayRange &) const = default;
};

enum class RangeKind
{
    Today,
    Yesterday,
    ThisWeek, ///< begun on Monday; ends today, as everything that goes on
    LastWeek,
    ThisMonth,
    LastMonth,
    ThisYear,
    Last30Days, ///< today is the last of them
    Own
};

inline constexpr std::array allRangeKinds{RangeKind::Today,    RangeKind::Yesterday,  RangeKind::ThisWeek,
                                          RangeKind::LastWeek, RangeKind::ThisMonth,  RangeKind::LastMonth,
                                          RangeKind::ThisYear, RangeKind::Last30Days, RangeKind::Own};

enum class Comparison
{
    Before,     ///< the period of the same kind that came before
    YearBefore, ///< days and weeks by the weekday (52 weeks), months and years by the date
    None
};

inline constexpr std::array allComparisons{Comparison::Before, Comparison::YearBefore, Comparison::None};

/// Which days are looked at, and beside which. A value; `own` counts for RangeKind::Own alone.
struct RangeChoice
{
    RangeKind kind = RangeKind::ThisWeek;
    Comparison comparison = Comparison::Before;
    DayRange own;

    bool operator==(const RangeChoice &) const = default;
};

/// As many days as one question to the hub may span: ten years.
inline constexpr int mostRangeDays = 3700;

/// Never later than today; an own range that makes no sense is today.
DayRange rangeOf(const RangeChoice &choice, const QDate &today);
/// What it is compared with, of the same extent: a week so far with as much of the week before, a whole month with the
/// whole month before, however long they are.
std::optional<DayRange> comparisonOf(const RangeChoice &choice, const QDate &today);

/// Stable, for the settings file.
QString rangeCode(RangeKind kind);
std::optional<RangeKind> rangeFromCode(const QString &code);
QString comparisonCode(Comparison comparison);
std::optional<Comparison> comparisonFromCode(const QString &code);

} // namespace oshaq
