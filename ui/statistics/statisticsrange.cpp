// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/statisticsrange.h"

#include <algorithm>

namespace oshaq {

namespace {

constexpr int daysOfWeek = 7;
constexpr int daysOf52Weeks = 364;

constexpr std::array rangeCodes{"today",      "yesterday", "this-week",    "last-week", "this-month",
                                "last-month", "this-year", "last-30-days", "own"};
constexpr std::array comparisonCodes{"before", "year-before", "none"};
static_assert(rangeCodes.size() == allRangeKinds.size());
static_assert(comparisonCodes.size() == allComparisons.size());

QDate firstOfMonth(const QDate &day)
{
    return QDate(day.year(), day.month(), 1);
}

QDate lastOfMonth(const QDate &day)
{
    return QDate(day.year(), day.month(), day.daysInMonth());
}

DayRange daysLater(const DayRange &range, int days)
{
    return {range.from.addDays(days), range.to.addDays(days)};
}

/// A month that is whole stays whole, whatever its length; a part ends on the same date, or where a shorter one ends.
DayRange monthsLater(const DayRange &range, int months)
{
    const QDate to = range.to.addMonths(months);
    return {range.from.addMonths(months), range.to == lastOfMonth(range.to) ? lastOfMonth(to) : to};
}

bool isWholeMonths(const DayRange &range)
{
    return range.from.day() == 1 && range.to == lastOfMonth(range.to);
}

int monthsOf(const DayRange &range)
{
    return (range.to.year() - range.from.year()) * 12 + range.to.month() - range.from.month() + 1;
}

DayRange periodBefore(RangeKind kind, const DayRange &range)
{
    switch (kind) {
    case RangeKind::ThisWeek:
    case RangeKind::LastWeek:
        return daysLater(range, -daysOfWeek);
    case RangeKind::ThisMonth:
    case RangeKind::LastMonth:
        return monthsLater(range, -1);
    case RangeKind::ThisYear:
        return monthsLater(range, -12);
    case RangeKind::Own:
        if (isWholeMonths(range))
            return monthsLater(range, -monthsOf(range));
        break;
    case RangeKind::Today:
    case RangeKind::Yesterday:
    case RangeKind::Last30Days:
        break;
    }
    return daysLater(range, -range.days());
}

DayRange yearBefore(RangeKind kind, const DayRange &range)
{
    switch (kind) {
    case RangeKind::Today:
    case RangeKind::Yesterday:
    case RangeKind::ThisWeek:
    case RangeKind::LastWeek:
        return daysLater(range, -daysOf52Weeks);
    case RangeKind::ThisMonth:
    case RangeKind::LastMonth:
    case RangeKind::ThisYear:
    case RangeKind::Last30Days:
    case RangeKind::Own:
        break;
    }
    return isWholeMonths(range) ? monthsLater(range, -12) : DayRange{range.from.addYears(-1), range.to.addYears(-1)};
}

} // namespace

DayRange rangeOf(const RangeChoice &choice, const QDate &today)
{
    const QDate monday = today.addDays(1 - today.dayOfWeek());
    switch (choice.kind) {
    case RangeKind::Today:
        break;
    case RangeKind::Yesterday:
        return {today.addDays(-1), today.addDays(-1)};
    case RangeKind::ThisWeek:
        return {monday, today};
    case RangeKind::LastWeek:
        return {monday.addDays(-daysOfWeek), monday.addDays(-1)};
    case RangeKind::ThisMonth:
        return {firstOfMonth(today), today};
    case RangeKind::LastMonth:
        return {firstOfMonth(today).addMonths(-1), firstOfMonth(today).addDays(-1)};
    case RangeKind::ThisYear:
        return {QDate(today.year(), 1, 1), today};
    case RangeKind::Last30Days:
        return {today.addDays(-29), today};
    case RangeKind::Own:
        if (choice.own.isValid() && choice.own.from <= today) {
            const DayRange past{choice.own.from, std::min(choice.own.to, today)};
            return {std::max(past.from, past.to.addDays(1 - mostRangeDays)), past.to};
        }
        break;
    }
    return {today, today};
}

std::optional<DayRange> comparisonOf(const RangeChoice &choice, const QDate &today)
{
    const DayRange range = rangeOf(choice, today);
    switch (choice.comparison) {
    case Comparison::Before:
        return periodBefore(choice.kind, range);
    case Comparison::YearBefore:
        return yearBefore(choice.kind, range);
    case Comparison::None:
        break;
    }
    return std::nullopt;
}

QString rangeCode(RangeKind kind)
{
    return QString::fromLatin1(rangeCodes[size_t(kind)]);
}

std::optional<RangeKind> rangeFromCode(const QString &code)
{
    const auto found = std::find(rangeCodes.begin(), rangeCodes.end(), code.toStdString());
    return found == rangeCodes.end() ? std::nullopt : std::optional(allRangeKinds[size_t(found - rangeCodes.begin())]);
}

QString comparisonCode(Comparison comparison)
{
    return QString::fromLatin1(comparisonCodes[size_t(comparison)]);
}

std::optional<Comparison> comparisonFromCode(const QString &code)
{
    const auto found = std::find(comparisonCodes.begin(), comparisonCodes.end(), code.toStdString());
    return found == comparisonCodes.end() ? std::nullopt
                                          : std::optional(allComparisons[size_t(found - comparisonCodes.begin())]);
}

} // namespace oshaq
