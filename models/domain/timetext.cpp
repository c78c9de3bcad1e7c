// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/timetext.h"

#include "models/domain/timespans.h"

#include <QTimeZone>

#include <algorithm>
#include <chrono>

namespace oshaq {

namespace {

namespace chrono = std::chrono;

/// Years 1900 to 2300 or so: outside nothing happens in a restaurant, and Qt's calendar stays valid.
constexpr qint64 earliestMs = -70 * 366 * dayMs;
constexpr qint64 latestMs = 330 * 366 * dayMs;

/// Reads fixed-width decimal fields from the front of a text.
class FieldReader
{
public:
    explicit FieldReader(QStringView text)
        : m_rest(text)
    {}

    bool literal(char16_t c)
    {
        if (m_rest.isEmpty() || m_rest.front() != c)
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }

    bool number(int digits, int least, int most, int *value)
    {
        if (m_rest.size() < digits)
            return false;
        int sum = 0;
        for (int i = 0; i < digits; ++i) {
            const char16_t c = m_rest.at(i).unicode();
            if (c < u'0' || c > u'9')
                return false;
            sum = sum * 10 + (c - u'0');
        }
        m_rest = m_rest.sliced(digits);
        *value = sum;
        return sum >= least && sum <= most;
    }

    /// One to nine digits of a second; what is finer than a millisecond is cut off.
    bool fraction(int *milliseconds)
    {
        int sum = 0;
        int digits = 0;
        while (!m_rest.isEmpty() && m_rest.front() >= u'0' && m_rest.front() <= u'9') {
            if (++digits > 9)
                return false;
            if (digits <= 3)
                sum = sum * 10 + (m_rest.front().unicode() - u'0');
            m_rest = m_rest.sliced(1);
        }
        for (int i = digits; i < 3; ++i)
            sum *= 10;
        *milliseconds = sum;
        return digits > 0;
    }

    bool atEnd() const { return m_rest.isEmpty(); }

private:
    QStringView m_rest;
};

void putDigits(QChar *&out, int value, int digits)
{
    for (int i = digits - 1; i >= 0; --i) {
        out[i] = QLatin1Char(char('0' + value % 10));
        value /= 10;
    }
    out += digits;
}

QTimeZone zoneFor(const QString &timeZone)
{
    const QTimeZone zone(timeZone.toLatin1());
    return zone.isValid() ? zone : QTimeZone::utc();
}

qint64 offsetMs(const QTimeZone &zone, qint64 utcMs)
{
    return qint64{zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC))} * 1000;
}

/// The first instant at which a clock on the wall shows `localMs` (milliseconds since 1970 as if local were UTC); when
/// the wall clock jumps over it, the instant of the jump. QDateTime leaves the choice open for both cases.
qint64 firstInstantOf(qint64 localMs, const QTimeZone &zone)
{
    const qint64 before = offsetMs(zone, localMs - dayMs);
    const qint64 after = offsetMs(zone, localMs + dayMs);
    const qint64 early = localMs - std::max(before, after);
    const qint64 late = localMs - std::min(before, after);
    if (offsetMs(zone, early) == localMs - early)
        return early;
    if (offsetMs(zone, late) == localMs - late)
        return late;
    // A gap: both guesses are beside it, one on each side.
    qint64 low = early;
    qint64 high = late;
    const qint64 offsetLow = offsetMs(zone, low);
    while (high - low > 1) {
        const qint64 middle = low + (high - low) / 2;
        (offsetMs(zone, middle) == offsetLow ? low : high) = middle;
    }
    return high;
}

qint64 dayBegin(const QDate &day, const QTimeZone &zone, int dayStartMinutes)
{
    const qint64 minutes = std::clamp(dayStartMinutes, 0, 24 * 60 - 1);
    const qint64 daysSince1970 = QDate(1970, 1, 1).daysTo(day);
    return firstInstantOf(daysSince1970 * dayMs + minutes * minuteMs, zone);
}

} // namespace

QString isoUtc(qint64 ms)
{
    // By hand: this is written several times for each order of each answer.
    const chrono::sys_time<chrono::milliseconds> instant{chrono::milliseconds(ms)};
    const auto days = chrono::floor<chrono::days>(instant);
    const chrono::year_month_day date{days};
    // Not instant - days: at the lower end of 64 bits the day's beginning does not fit them.
    const auto rest = static_cast<int>((ms % dayMs + dayMs) % dayMs);
    const int year = std::clamp(int(date.year()), 0, 9999);

    QString text(24, Qt::Uninitialized);
    QChar *out = text.data();
    putDigits(out, year, 4);
    *out++ = u'-';
    putDigits(out, int(unsigned(date.month())), 2);
    *out++ = u'-';
    putDigits(out, int(unsigned(date.day())), 2);
    *out++ = u'T';
    putDigits(out, int(rest / hourMs), 2);
    *out++ = u':';
    putDigits(out, int(rest / minuteMs % 60), 2);
    *out++ = u':';
    putDigits(out, rest / 1000 % 60, 2);
    *out++ = u'.';
    putDigits(out, rest % 1000, 3);
    *out++ = u'Z';
    return text;
}

std::optional<qint64> fromIso(QStringView text)
{
    FieldReader in(text);
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int milliseconds = 0;
    if (!in.number(4, 2000, 2199, &year) || !in.literal(u'-') || !in.number(2, 1, 12, &month) || !in.literal(u'-') ||
        !in.number(2, 1, 31, &day) || !in.literal(u'T') || !in.number(2, 0, 23, &hour) || !in.literal(u':') ||
        !in.number(2, 0, 59, &minute))
        return std::nullopt;
    if (in.literal(u':')) {
        if (!in.number(2, 0, 59, &second))
            return std::nullopt;
        if (in.literal(u'.') && !in.fraction(&milliseconds))
            return std::nullopt;
    }
    qint64 offset = 0;
    if (!in.literal(u'Z')) {
        const int sign = in.literal(u'+') ? 1 : in.literal(u'-') ? -1 : 0;
        int hours = 0;
        int minutes = 0;
        if (sign == 0 || !in.number(2, 0, 18, &hours) || !in.literal(u':') || !in.number(2, 0, 59, &minutes))
            return std::nullopt;
        offset = sign * (hours * hourMs + minutes * minuteMs);
    }
    if (!in.atEnd())
        return std::nullopt;
    const chrono::year_month_day date{chrono::year{year}, chrono::month{unsigned(month)}, chrono::day{unsigned(day)}};
    if (!date.ok())
        return std::nullopt;
    const qint64 days = chrono::sys_days{date}.time_since_epoch().count();
    return days * dayMs + hour * hourMs + minute * minuteMs + second * qint64{1000} + milliseconds - offset;
}

QDate businessDay(qint64 ms, const QString &timeZone, int dayStartMinutes)
{
    const QTimeZone zone = zoneFor(timeZone);
    ms = std::clamp(ms, earliestMs, latestMs);
    QDate day = QDateTime::fromMSecsSinceEpoch(ms + offsetMs(zone, ms), Qt::UTC).date();
    // The days' own bounds decide, not the clock on the wall: in autumn it shows the same hour twice.
    while (ms < dayBegin(day, zone, dayStartMinutes))
        day = day.addDays(-1);
    while (ms >= dayBegin(day.addDays(1), zone, dayStartMinutes))
        day = day.addDays(1);
    return day;
}

DayBounds businessDayBounds(const QDate &day, const QString &timeZone, int dayStartMinutes)
{
    const QTimeZone zone = zoneFor(timeZone);
    return {dayBegin(day, zone, dayStartMinutes), dayBegin(day.addDays(1), zone, dayStartMinutes)};
}

} // namespace oshaq
