// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/workhours.h"

#include "models/domain/timetext.h"

#include <algorithm>

namespace oshaq {

namespace {

WorkPart partOf(const StaffShift &shift, qint64 endMs, const DayBounds &day, qint64 nowMs)
{
    WorkPart part;
    part.shiftId = shift.id;
    part.beginMs = std::max(shift.beganAtMs, day.beginMs);
    part.endMs = std::min(endMs, day.endMs);
    part.fromDayBefore = shift.beganAtMs < day.beginMs;
    part.intoNextDay = endMs > day.endMs;
    part.open = !shift.endedAtMs && !part.intoNextDay;
    part.forgotten = isForgotten(shift, nowMs);
    part.endedByOther = shift.endedByOther;
    return part;
}

} // namespace

bool isForgotten(const StaffShift &shift, qint64 nowMs)
{
    return !shift.endedAtMs && nowMs - shift.beganAtMs > forgottenAfterMs;
}

std::vector<WorkedPerson> workedHours(const std::vector<StaffShift> &shifts, QDate from, QDate to, qint64 nowMs,
                                      const QString &timeZone, int dayStartMinutes)
{
    std::map<qint64, WorkedPerson> people;
    for (QDate day = from; day <= to; day = day.addDays(1)) {
        const DayBounds bounds = businessDayBounds(day, timeZone, dayStartMinutes);
        for (const StaffShift &shift : shifts) {
            // A clock that was set back must not make time that nobody worked.
            const qint64 endMs = std::max(shift.endedAtMs.value_or(nowMs), shift.beganAtMs);
            const bool touches = shift.beganAtMs < bounds.endMs &&
                                 (endMs > bounds.beginMs || (endMs == shift.beganAtMs && endMs == bounds.beginMs));
            if (!touches)
                continue;
            WorkedPerson &person = people[shift.staffId];
            person.staffId = shift.staffId;
            person.name = shift.staffName;
            const WorkPart part = partOf(shift, endMs, bounds, nowMs);
            WorkedDay &worked = person.days[day];
            worked.parts.push_back(part);
            worked.totalMs += part.lengthMs();
            person.totalMs += part.lengthMs();
        }
    }
    std::vector<WorkedPerson> list;
    list.reserve(people.size());
    for (auto &[id, person] : people) {
        for (auto &[day, worked] : person.days) {
            std::stable_sort(worked.parts.begin(), worked.parts.end(),
                             [](const WorkPart &a, const WorkPart &b) { return a.beginMs < b.beginMs; });
        }
        list.push_back(std::move(person));
    }
    std::stable_sort(list.begin(), list.end(), [](const WorkedPerson &a, const WorkedPerson &b) {
        const int order = QString::localeAwareCompare(a.name, b.name);
        return order != 0 ? order < 0 : a.staffId < b.staffId;
    });
    return list;
}

QDate weekOf(QDate day)
{
    return day.addDays(1 - day.dayOfWeek());
}

} // namespace oshaq
