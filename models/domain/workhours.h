// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/staffshift.h"

#include <QDate>
#include <QString>
#include <QtGlobal>

#include <map>
#include <vector>

namespace oshaq {

/// An open shift that is longer than this was left open: nobody works so long, somebody went home without signing out.
inline constexpr qint64 forgottenAfterMs = 16LL * 3600 * 1000;

/// Whether somebody seems to have gone without signing out.
bool isForgotten(const StaffShift &shift, qint64 nowMs);

/// The part of a shift that belongs to one business day. A shift that goes on when the next day begins has a part in
/// each of them, so that the sum of the days is the shift, and nothing is counted twice.
struct WorkPart
{
    qint64 shiftId = 0;
    qint64 beginMs = 0;
    qint64 endMs = 0;           ///< of an open shift: now, or the end of the business day
    bool open = false;          ///< it goes on now
    bool forgotten = false;     ///< see isForgotten()
    bool endedByOther = false;  ///< not they, but a manager or the end of the day signed them out
    bool fromDayBefore = false; ///< began before this business day
    bool intoNextDay = false;   ///< goes on after it

    qint64 lengthMs() const { return endMs - beginMs; }
    bool operator==(const WorkPart &) const = default;
};

/// One business day of one person.
struct WorkedDay
{
    std::vector<WorkPart> parts; ///< by their begin
    qint64 totalMs = 0;

    bool operator==(const WorkedDay &) const = default;
};

/// One person in the days that were asked for.
struct WorkedPerson
{
    qint64 staffId = 0;
    QString name;
    std::map<QDate, WorkedDay> days; ///< only those on which they worked
    qint64 totalMs = 0;

    bool operator==(const WorkedPerson &) const = default;
};

/// Who worked when, by name, from the shifts that touch the business days from `from` to `to` (both included). Only
/// what lies within those days counts. Lengths are differences of instants: right across daylight-saving changes.
std::vector<WorkedPerson> workedHours(const std::vector<StaffShift> &shifts, QDate from, QDate to, qint64 nowMs,
                                      const QString &timeZone, int dayStartMinutes);

/// Monday of the week that a day belongs to.
QDate weekOf(QDate day);

} // namespace oshaq
