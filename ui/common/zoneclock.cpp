// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/zoneclock.h"

#include <QDateTime>
#include <QLocale>

namespace oshaq {

ZoneClock::ZoneClock(const QString &zoneName)
    : m_zone(zoneName.toUtf8())
{
    m_known = m_zone.isValid();
    if (!m_known)
        m_zone = QTimeZone::utc();
}

QString ZoneClock::time(qint64 utcMs) const
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, m_zone).toString(QStringLiteral("HH:mm"));
}

QString ZoneClock::moment(qint64 utcMs, qint64 nowMs) const
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(utcMs, m_zone).date();
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs, m_zone).date();
    if (day == today)
        return time(utcMs);
    const QString format = day.year() == today.year() ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy");
    return QLocale().toString(day, format) + QLatin1Char(' ') + time(utcMs);
}

} // namespace oshaq
