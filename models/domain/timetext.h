// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace oshaq {

/// UTC milliseconds -> "2026-01-15T10:30:00.000Z".
QString isoUtc(qint64 ms);

/// ISO 8601 with a zone ("Z" or "+05:00"), years 2000 to 2199; otherwise nothing.
std::optional<qint64> fromIso(QStringView text);

/// The business day that an instant belongs to: local date, where the day begins at `dayStartMinutes` after local
/// midnight. Right across daylight-saving changes. An unknown zone counts as UTC.
QDate businessDay(qint64 ms, const QString &timeZone, int dayStartMinutes);

/// First and one-past-last instant (UTC ms) of a business day.
struct DayBounds
{
    qint64 beginMs = 0;
    qint64 endMs = 0;
};
DayBounds businessDayBounds(const QDate &day, const QString &timeZone, int dayStartMinutes);

} // namespace oshaq
