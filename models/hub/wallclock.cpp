// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/wallclock.h"

#include "models/domain/timespans.h"
#include "models/domain/timetext.h"

#include <QDateTime>

#include <algorithm>

namespace oshaq {

namespace {

constexpr qint64 quarterMs = 15 * minuteMs;

} // namespace

WallClock::WallClock(const Business &business, const QDate &from, const QDate &to)
    : m_from(from)
    , m_zone(business.timeZone.toLatin1())
{
    if (!m_zone.isValid())
        m_zone = QTimeZone::utc();
    m_begins.reserve(std::size_t(from.daysTo(to)) + 2);
    for (QDate day = from; day <= to.addDays(1); day = day.addDays(1))
        m_begins.push_back(businessDayBounds(day, business.timeZone, business.dayStartMinutes).beginMs);
}

std::size_t WallClock::dayIndex(qint64 ms) const
{
    const auto after = std::upper_bound(m_begins.begin(), m_begins.end(), ms);
    return std::size_t(std::max<std::ptrdiff_t>(after - m_begins.begin() - 1, 0));
}

int WallClock::hour(qint64 ms)
{
    const auto [known, isNew] = m_offsets.try_emplace(ms / quarterMs, 0);
    if (isNew)
        known->second = m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC));
    const qint64 local = ms / 1000 + known->second;
    return int(local / 3600 % 24);
}

} // namespace oshaq
