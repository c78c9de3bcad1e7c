// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTimeZone>

namespace oshaq {

/// Times of day in the business's time zone, whatever the computer's own zone is.
class ZoneClock
{
public:
    /// An IANA name; one that this system does not know counts as UTC and isKnown() says so.
    explicit ZoneClock(const QString &zoneName = QString());

    bool isKnown() const { return m_known; }
    /// "19:47".
    QString time(qint64 utcMs) const;
    /// "19:42" on the day of `nowMs`, otherwise with the date: "21 Nov 19:42", and "21 Nov 2025 19:42" in another year.
    QString moment(qint64 utcMs, qint64 nowMs) const;

private:
    QTimeZone m_zone;
    bool m_known = false;
};

} // namespace oshaq
