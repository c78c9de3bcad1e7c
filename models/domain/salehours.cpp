// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/salehours.h"

#include "models/domain/timespans.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int dayMinutes = 24 * 60;
constexpr unsigned everyDay = 0x7f;
/// The week repeats itself; what falls into the hour that a clock leaves out comes a week later.
constexpr int daysAhead = 15;

QTimeZone zoneOf(const QString &name)
{
    QTimeZone zone(name.toUtf8());
    return zone.isValid() ? zone : QTimeZone::utc();
}

qint64 offsetMs(const QTimeZone &zone, qint64 ms)
{
    return qint64{zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC))} * 1000;
}

qint64 floorDiv(qint64 a, qint64 b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

/// Days since 1970-01-01, a Thursday, to bits of SaleWindow::weekdays.
unsigned weekdayBit(qint64 day)
{
    const qint64 sinceMonday = (day + 3) % 7;
    return 1U << unsigned(sinceMonday < 0 ? sinceMonday + 7 : sinceMonday);
}

bool isOpen(const SaleWindow &window, qint64 localMs)
{
    const qint64 day = floorDiv(localMs, dayMs);
    const auto minute = int(floorDiv(localMs, minuteMs) - day * dayMinutes);
    const bool beginsToday = (window.weekdays & weekdayBit(day)) != 0;
    if (window.fromMinutes < window.toMinutes)
        return beginsToday && minute >= window.fromMinutes && minute < window.toMinutes;
    const bool beganYesterday = (window.weekdays & weekdayBit(day - 1)) != 0;
    return (beginsToday && minute >= window.fromMinutes) || (beganYesterday && minute < window.toMinutes);
}

bool isOpen(const SaleHours &hours, qint64 localMs)
{
    return std::any_of(hours.begin(), hours.end(),
                       [localMs](const SaleWindow &window) { return isOpen(window, localMs); });
}

/// The instants of [fromMs, toMs) at which the wall clock, at this offset from UTC, passes the edge of a window.
void addEdges(const SaleHours &hours, qint64 fromMs, qint64 toMs, qint64 offset, std::vector<qint64> *edges)
{
    const qint64 firstDay = floorDiv(fromMs + offset, dayMs);
    const qint64 lastDay = floorDiv(toMs - 1 + offset, dayMs);
    for (qint64 day = firstDay; day <= lastDay; ++day) {
        for (const SaleWindow &window : hours) {
            for (const int minute : {window.fromMinutes, window.toMinutes}) {
                const qint64 ms = day * dayMs + minute * minuteMs - offset;
                if (ms >= fromMs && ms < toMs)
                    edges->push_back(ms);
            }
        }
    }
}

/// When the clocks are put forward or back in (fromMs, toMs).
std::vector<qint64> clockChanges(const QTimeZone &zone, qint64 fromMs, qint64 toMs)
{
    std::vector<qint64> changes;
    if (!zone.hasTransitions())
        return changes;
    const QTimeZone::OffsetDataList found = zone.transitions(QDateTime::fromMSecsSinceEpoch(fromMs + 1, Qt::UTC),
                                                             QDateTime::fromMSecsSinceEpoch(toMs - 1, Qt::UTC));
    for (const QTimeZone::OffsetData &one : found)
        changes.push_back(one.atUtc.toMSecsSinceEpoch());
    return changes;
}

} // namespace

Result<void> checkSaleHours(const SaleHours &hours)
{
    std::vector<ErrorDetail> details;
    if (hours.size() > std::size_t(maxSaleWindows))
        details.push_back({QStringLiteral("hours"), QStringLiteral("There are at most %1 times.").arg(maxSaleWindows)});
    for (std::size_t i = 0; i < hours.size() && details.size() < 100; ++i) {
        const SaleWindow &window = hours[i];
        const auto wrong = [&details, i](const char *field, const QString &issue) {
            details.push_back({QStringLiteral("hours[%1].%2").arg(i).arg(QLatin1String(field)), issue});
        };
        if (window.weekdays == 0 || (window.weekdays & ~everyDay) != 0)
            wrong("weekdays", QStringLiteral("At least one day of the week."));
        if (window.fromMinutes < 0 || window.fromMinutes >= dayMinutes)
            wrong("from_minutes", QStringLiteral("0 to %1 minutes after midnight.").arg(dayMinutes - 1));
        if (window.toMinutes < 1 || window.toMinutes > dayMinutes)
            wrong("to_minutes", QStringLiteral("1 to %1 minutes after midnight.").arg(dayMinutes));
        else if (window.toMinutes == window.fromMinutes)
            wrong("to_minutes", QStringLiteral("It ends at another time than it begins."));
    }
    if (details.empty())
        return {};
    const QString message = details.front().issue;
    return Error{ErrorCode::ValidationFailed, message, std::move(details)};
}

bool isOnSale(const SaleHours &hours, const QString &timeZone, qint64 ms)
{
    return hours.empty() || isOpen(hours, ms + offsetMs(zoneOf(timeZone), ms));
}

std::optional<qint64> nextSaleChange(const SaleHours &hours, const QString &timeZone, qint64 ms)
{
    if (hours.empty())
        return std::nullopt;
    const QTimeZone zone = zoneOf(timeZone);
    const qint64 endMs = ms + daysAhead * dayMs;
    // Between two changes of the clocks the wall runs as UTC does.
    std::vector<qint64> starts{ms};
    for (const qint64 change : clockChanges(zone, ms, endMs))
        starts.push_back(change);
    const bool now = isOpen(hours, ms + offsetMs(zone, ms));
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const qint64 from = starts[i];
        const qint64 to = i + 1 < starts.size() ? starts[i + 1] : endMs;
        const qint64 offset = offsetMs(zone, from);
        std::vector<qint64> edges{from};
        addEdges(hours, from, to, offset, &edges);
        std::sort(edges.begin(), edges.end());
        for (const qint64 edge : edges) {
            if (edge > ms && isOpen(hours, edge + offset) != now)
                return edge;
        }
    }
    return std::nullopt;
}

QString saleHoursText(const SaleHours &hours)
{
    QJsonArray windows;
    for (const SaleWindow &window : hours)
        windows.append(QJsonArray{qint64{window.weekdays}, window.fromMinutes, window.toMinutes});
    return QString::fromUtf8(QJsonDocument(windows).toJson(QJsonDocument::Compact));
}

SaleHours saleHoursFromText(const QString &text)
{
    SaleHours hours;
    // Most rows have none, and a menu is read often.
    if (text == u"[]")
        return hours;
    const QJsonArray windows = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue &one : windows) {
        const QJsonArray parts = one.toArray();
        hours.push_back({unsigned(parts.at(0).toInt()), parts.at(1).toInt(-1), parts.at(2).toInt(-1)});
    }
    return checkSaleHours(hours) ? hours : SaleHours();
}

} // namespace oshaq
