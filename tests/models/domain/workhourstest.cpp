// SPDX-License-Identifier: GPL-3.0-or-later
// Hours of work by person and business day.
#include "models/domain/workhours.h"

#include "models/domain/timetext.h"

#include <QTest>

using namespace oshaq;

namespace {

constexpr qint64 hour = 3600 * 1000;
const QString almaty = QStringLiteral("Asia/Almaty");
const QString berlin = QStringLiteral("Europe/Berlin");
constexpr int fourOClock = 240;

qint64 at(const char *iso)
{
    return fromIso(QString::fromLatin1(iso)).value_or(0);
}

StaffShift shiftOf(qint64 id, qint64 staffId, const char *name, qint64 begin, std::optional<qint64> end)
{
    StaffShift shift;
    shift.id = id;
    shift.staffId = staffId;
    shift.staffName = QString::fromUtf8(name);
    shift.beganAtMs = begin;
    shift.endedAtMs = end;
    return shift;
}

} // namespace

class WorkHoursTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNightBelongsToItsBusinessDay();
    void whatCrossesTheDayIsCountedOnce();
    void onlyTheDaysAskedForCount();
    void clockChangesDoNotChangeHours_data();
    void clockChangesDoNotChangeHours();
    void openShiftsRunUntilNow();
    void forgottenOnesAreMarked();
    void severalShiftsAreInOrder();
    void peopleAreByName();
    void nonsenseMakesNoTime();
    void weeksBeginOnMonday();
};

void WorkHoursTest::aNightBelongsToItsBusinessDay()
{
    // 18:00 to 02:00 in Almaty (UTC+5 in 2026).
    const auto list =
        workedHours({shiftOf(1, 7, "Aigerim", at("2026-01-15T18:00:00+05:00"), at("2026-01-16T02:00:00+05:00"))},
                    QDate(2026, 1, 12), QDate(2026, 1, 18), at("2026-01-18T12:00:00+05:00"), almaty, fourOClock);
    QCOMPARE(list.size(), size_t(1));
    QCOMPARE(list[0].name, QStringLiteral("Aigerim"));
    QCOMPARE(list[0].days.size(), size_t(1));
    QCOMPARE(list[0].days.begin()->first, QDate(2026, 1, 15));
    QCOMPARE(list[0].totalMs, 8 * hour);
    const WorkPart &part = list[0].days.begin()->second.parts.at(0);
    QVERIFY(!part.open && !part.fromDayBefore && !part.intoNextDay);
}

void WorkHoursTest::whatCrossesTheDayIsCountedOnce()
{
    const auto list =
        workedHours({shiftOf(1, 7, "Aigerim", at("2026-01-15T22:00:00+05:00"), at("2026-01-16T06:30:00+05:00"))},
                    QDate(2026, 1, 12), QDate(2026, 1, 18), at("2026-01-18T12:00:00+05:00"), almaty, fourOClock);
    const auto &days = list.at(0).days;
    QCOMPARE(days.size(), size_t(2));
    QCOMPARE(days.at(QDate(2026, 1, 15)).totalMs, 6 * hour);
    QCOMPARE(days.at(QDate(2026, 1, 16)).totalMs, 5 * hour / 2);
    QVERIFY(days.at(QDate(2026, 1, 15)).parts[0].intoNextDay);
    QVERIFY(days.at(QDate(2026, 1, 16)).parts[0].fromDayBefore);
    QCOMPARE(list[0].totalMs, 17 * hour / 2);
}

void WorkHoursTest::onlyTheDaysAskedForCount()
{
    const StaffShift shift = shiftOf(1, 7, "Aigerim", at("2026-01-18T22:00:00+05:00"), at("2026-01-19T06:00:00+05:00"));
    const qint64 now = at("2026-01-20T12:00:00+05:00");
    const auto before = workedHours({shift}, QDate(2026, 1, 12), QDate(2026, 1, 18), now, almaty, fourOClock);
    const auto after = workedHours({shift}, QDate(2026, 1, 19), QDate(2026, 1, 25), now, almaty, fourOClock);
    QCOMPARE(before.at(0).totalMs + after.at(0).totalMs, 8 * hour);
    QCOMPARE(after.at(0).totalMs, 2 * hour);
    QVERIFY(workedHours({shift}, QDate(2026, 1, 20), QDate(2026, 1, 25), now, almaty, fourOClock).empty());
    // One that ends where the day ends is not in the next one.
    const StaffShift exact = shiftOf(1, 7, "Aigerim", at("2026-01-18T22:00:00+05:00"), at("2026-01-19T04:00:00+05:00"));
    QVERIFY(workedHours({exact}, QDate(2026, 1, 19), QDate(2026, 1, 25), now, almaty, fourOClock).empty());
}

void WorkHoursTest::clockChangesDoNotChangeHours_data()
{
    QTest::addColumn<qint64>("begin");
    QTest::addColumn<qint64>("end");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<qint64>("hours");
    // In spring 02:00 becomes 03:00: from 22:00 to 06:00 are seven hours.
    QTest::newRow("spring") << at("2026-03-28T22:00:00+01:00") << at("2026-03-29T06:00:00+02:00") << QDate(2026, 3, 28)
                            << qint64(7);
    // In autumn 03:00 becomes 02:00: nine.
    QTest::newRow("autumn") << at("2026-10-24T22:00:00+02:00") << at("2026-10-25T06:00:00+01:00") << QDate(2026, 10, 24)
                            << qint64(9);
}

void WorkHoursTest::clockChangesDoNotChangeHours()
{
    QFETCH(qint64, begin);
    QFETCH(qint64, end);
    QFETCH(QDate, day);
    QFETCH(qint64, hours);
    const auto list = workedHours({shiftOf(1, 7, "Jan", begin, end)}, day, day.addDays(1), end, berlin, fourOClock);
    QCOMPARE(list.at(0).totalMs, hours * hour);
    qint64 sum = 0;
    for (const auto &[one, worked] : list.at(0).days)
        sum += worked.totalMs;
    QCOMPARE(sum, hours * hour);
}

void WorkHoursTest::openShiftsRunUntilNow()
{
    const qint64 begin = at("2026-01-15T09:02:00+05:00");
    const auto list = workedHours({shiftOf(1, 7, "Aigerim", begin, std::nullopt)}, QDate(2026, 1, 12),
                                  QDate(2026, 1, 18), begin + 3 * hour, almaty, fourOClock);
    const WorkPart &part = list.at(0).days.begin()->second.parts.at(0);
    QVERIFY(part.open);
    QVERIFY(!part.forgotten);
    QCOMPARE(part.endMs, begin + 3 * hour);
    QCOMPARE(list[0].totalMs, 3 * hour);
}

void WorkHoursTest::forgottenOnesAreMarked()
{
    const qint64 begin = at("2026-01-14T09:00:00+05:00");
    const StaffShift shift = shiftOf(1, 7, "Aigerim", begin, std::nullopt);
    QVERIFY(!isForgotten(shift, begin + forgottenAfterMs));
    QVERIFY(isForgotten(shift, begin + forgottenAfterMs + 1));
    StaffShift ended = shift;
    ended.endedAtMs = begin + 40 * hour;
    QVERIFY(!isForgotten(ended, begin + 50 * hour));
    const auto list =
        workedHours({shift}, QDate(2026, 1, 12), QDate(2026, 1, 18), begin + 30 * hour, almaty, fourOClock);
    // Both days say it, only the last one runs.
    const auto &days = list.at(0).days;
    QCOMPARE(days.size(), size_t(2));
    QVERIFY(days.at(QDate(2026, 1, 14)).parts[0].forgotten && days.at(QDate(2026, 1, 15)).parts[0].forgotten);
    QVERIFY(!days.at(QDate(2026, 1, 14)).parts[0].open && days.at(QDate(2026, 1, 15)).parts[0].open);
    QCOMPARE(list[0].totalMs, 30 * hour);
}

void WorkHoursTest::severalShiftsAreInOrder()
{
    const auto list =
        workedHours({shiftOf(2, 7, "Aigerim", at("2026-01-15T17:00:00+05:00"), at("2026-01-15T21:00:00+05:00")),
                     shiftOf(1, 7, "Aigerim", at("2026-01-15T09:00:00+05:00"), at("2026-01-15T13:00:00+05:00"))},
                    QDate(2026, 1, 15), QDate(2026, 1, 15), at("2026-01-16T09:00:00+05:00"), almaty, fourOClock);
    const WorkedDay &day = list.at(0).days.at(QDate(2026, 1, 15));
    QCOMPARE(day.parts.size(), size_t(2));
    QCOMPARE(day.parts[0].shiftId, 1);
    QCOMPARE(day.totalMs, 8 * hour);
}

void WorkHoursTest::peopleAreByName()
{
    const qint64 begin = at("2026-01-15T09:00:00+05:00");
    const auto list =
        workedHours({shiftOf(1, 9, "Marat", begin, begin + hour), shiftOf(2, 8, "Dana", begin, begin + hour),
                     shiftOf(3, 7, "Dana", begin, begin + hour)},
                    QDate(2026, 1, 15), QDate(2026, 1, 15), begin + hour, almaty, fourOClock);
    QCOMPARE(list.size(), size_t(3));
    QCOMPARE(list[0].staffId, 7);
    QCOMPARE(list[1].staffId, 8);
    QCOMPARE(list[2].staffId, 9);
}

void WorkHoursTest::nonsenseMakesNoTime()
{
    const qint64 begin = at("2026-01-15T09:00:00+05:00");
    // Ended before it began, and one that begins in the future.
    const auto list = workedHours(
        {shiftOf(1, 7, "Dana", begin, begin - hour), shiftOf(2, 8, "Marat", begin + 2 * hour, std::nullopt)},
        QDate(2026, 1, 15), QDate(2026, 1, 15), begin + hour, almaty, fourOClock);
    for (const WorkedPerson &person : list)
        QCOMPARE(person.totalMs, 0);
    QVERIFY(workedHours({}, QDate(2026, 1, 15), QDate(2026, 1, 15), begin, almaty, fourOClock).empty());
    QVERIFY(workedHours({shiftOf(1, 7, "Dana", begin, begin + hour)}, QDate(2026, 1, 16), QDate(2026, 1, 15), begin,
                        almaty, fourOClock)
                .empty());
}

void WorkHoursTest::weeksBeginOnMonday()
{
    QCOMPARE(weekOf(QDate(2026, 1, 12)), QDate(2026, 1, 12));
    QCOMPARE(weekOf(QDate(2026, 1, 18)), QDate(2026, 1, 12));
    QCOMPARE(weekOf(QDate(2026, 1, 1)), QDate(2025, 12, 29));
}

QTEST_APPLESS_MAIN(WorkHoursTest)
#include "workhourstest.moc"
