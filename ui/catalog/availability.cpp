// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/availability.h"

#include <QDateTime>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int dayMinutes = 24 * 60;

bool hasDay(const SaleWindow &window, const QDate &day)
{
    return (window.weekdays & (1U << (day.dayOfWeek() - 1))) != 0;
}

/// Whether the window that begins on `day` holds a moment so many minutes after that day's midnight.
bool holds(const SaleWindow &window, const QDate &day, int minutes)
{
    if (!hasDay(window, day))
        return false;
    const int end = window.toMinutes > window.fromMinutes ? window.toMinutes : window.toMinutes + dayMinutes;
    return minutes >= window.fromMinutes && minutes < end;
}

} // namespace

bool isSoldAt(const SaleHours &hours, qint64 ms, const QTimeZone &zone)
{
    if (hours.empty())
        return true;
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(ms, zone);
    const int minutes = at.time().hour() * 60 + at.time().minute();
    return std::any_of(hours.begin(), hours.end(), [&](const SaleWindow &window) {
        return holds(window, at.date(), minutes) || holds(window, at.date().addDays(-1), minutes + dayMinutes);
    });
}

std::optional<qint64> soldNextAt(const SaleHours &hours, qint64 ms, const QTimeZone &zone)
{
    if (isSoldAt(hours, ms, zone))
        return ms;
    constexpr int daysAhead = 8;
    const QDate today = QDateTime::fromMSecsSinceEpoch(ms, zone).date();
    std::optional<qint64> next;
    for (int ahead = 0; ahead < daysAhead; ++ahead) {
        const QDate day = today.addDays(ahead);
        for (const SaleWindow &window : hours) {
            if (!hasDay(window, day))
                continue;
            const qint64 begin = QDateTime(day, QTime(0, 0).addSecs(window.fromMinutes * 60), zone).toMSecsSinceEpoch();
            if (begin > ms && (!next || begin < *next))
                next = begin;
        }
    }
    return next;
}

const SaleHours &hoursOf(const Item &item, const Category *category)
{
    return item.hours.empty() && category ? category->hours : item.hours;
}

Availability availabilityOf(const Item &item, const Category *category, qint64 nowMs, const QTimeZone &zone)
{
    if (!item.available)
        return {Availability::State::Out, item.backAtMs};
    const SaleHours &hours = hoursOf(item, category);
    if (isSoldAt(hours, nowMs, zone))
        return {};
    return {Availability::State::NotNow, soldNextAt(hours, nowMs, zone).value_or(0)};
}

} // namespace oshaq
