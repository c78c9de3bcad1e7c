// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/timetext.h"

#include <QTest>
#include <QTimeZone>

#include <limits>

using namespace oshaq;

namespace {

constexpr qint64 hourMs = 3'600'000;

qint64 utc(int year, int month, int day, int hour, int minute = 0, int second = 0, int ms = 0)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute, second, ms), Qt::UTC).toMSecsSinceEpoch();
}

const QString berlin = QStringLiteral("Europe/Berlin");
const QString almaty = QStringLiteral("Asia/Almaty");

} // namespace

class TimeTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writes()
    {
        QCOMPARE(isoUtc(utc(2026, 1, 15, 10, 30)), QStringLiteral("2026-01-15T10:30:00.000Z"));
        QCOMPARE(isoUtc(utc(2024, 2, 29, 23, 59, 59, 999)), QStringLiteral("2024-02-29T23:59:59.999Z"));
        QCOMPARE(isoUtc(0), QStringLiteral("1970-01-01T00:00:00.000Z"));
        QCOMPARE(isoUtc(-1), QStringLiteral("1969-12-31T23:59:59.999Z"));
        QCOMPARE(isoUtc(utc(2199, 12, 31, 23, 59, 59, 7)), QStringLiteral("2199-12-31T23:59:59.007Z"));
        for (const qint64 extreme : {std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()})
            QCOMPARE(isoUtc(extreme).size(), 24);
    }

    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("ms");
        QTest::newRow("own shape") << "2026-01-15T10:30:00.000Z" << utc(2026, 1, 15, 10, 30);
        QTest::newRow("no fraction") << "2026-01-15T10:30:05Z" << utc(2026, 1, 15, 10, 30, 5);
        QTest::newRow("no seconds") << "2026-01-15T10:30Z" << utc(2026, 1, 15, 10, 30);
        QTest::newRow("one place") << "2026-01-15T10:30:05.2Z" << utc(2026, 1, 15, 10, 30, 5, 200);
        QTest::newRow("microseconds are cut") << "2026-01-15T10:30:05.123999Z" << utc(2026, 1, 15, 10, 30, 5, 123);
        QTest::newRow("east") << "2026-01-15T10:30:00+05:00" << utc(2026, 1, 15, 5, 30);
        QTest::newRow("west over midnight") << "2026-01-15T22:30:00-03:30" << utc(2026, 1, 16, 2, 0);
        QTest::newRow("leap day") << "2024-02-29T00:00:00Z" << utc(2024, 2, 29, 0);
        QTest::newRow("first") << "2000-01-01T00:00:00Z" << utc(2000, 1, 1, 0);
        QTest::newRow("last") << "2199-12-31T23:59:59.999Z" << utc(2199, 12, 31, 23, 59, 59, 999);
    }
    void reads()
    {
        QFETCH(QString, text);
        QFETCH(qint64, ms);
        const auto read = fromIso(text);
        QVERIFY(read);
        QCOMPARE(*read, ms);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",
                                 "2026",
                                 "2026-01-15",
                                 "2026-01-15T10:30:00",
                                 "2026-01-15T10:30:00z",
                                 "2026-01-15 10:30:00Z",
                                 "2026-01-15T10:30:00.Z",
                                 "2026-01-15T10:30:00.1234567890Z",
                                 "2026-02-29T10:30:00Z",
                                 "2026-13-01T10:30:00Z",
                                 "2026-00-01T10:30:00Z",
                                 "2026-01-32T10:30:00Z",
                                 "2026-01-00T10:30:00Z",
                                 "2026-01-15T24:00:00Z",
                                 "2026-01-15T10:60:00Z",
                                 "2026-01-15T10:30:60Z",
                                 "1999-12-31T23:59:59Z",
                                 "2200-01-01T00:00:00Z",
                                 "2026-01-15T10:30:00+0500",
                                 "2026-01-15T10:30:00+5:00",
                                 "2026-01-15T10:30:00+19:00",
                                 "2026-01-15T10:30:00+05:60",
                                 "2026-01-15T10:30:00Z ",
                                 " 2026-01-15T10:30:00Z",
                                 "2026-01-15T10:30:00ZZ",
                                 "+2026-01-15T10:30:00Z",
                                 "2026-1-15T10:30:00Z",
                                 "-026-01-15T10:30:00Z",
                                 "99999-01-15T10:30:00Z"})
            QTest::newRow(text) << QString::fromLatin1(text);
        QTest::newRow("full-width digits") << QStringLiteral("\uFF12026-01-15T10:30:00Z");
    }
    void refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!fromIso(text));
    }

    void roundTrip()
    {
        for (qint64 ms = utc(2000, 1, 1, 0); ms < utc(2199, 12, 31, 0); ms += 86'400'000LL * 17 + 12'345'678)
            QCOMPARE(fromIso(isoUtc(ms)), ms);
    }

    void dayStartsAtFour()
    {
        // Almaty is UTC+5 since March 2024, without summer time.
        const qint64 four = utc(2026, 1, 14, 23);
        QCOMPARE(businessDay(four, almaty, 240), QDate(2026, 1, 15));
        QCOMPARE(businessDay(four - 1, almaty, 240), QDate(2026, 1, 14));
        QCOMPARE(businessDay(utc(2026, 1, 14, 20), almaty, 240), QDate(2026, 1, 14)); // 01:00 at night
        QCOMPARE(businessDay(utc(2026, 1, 14, 20), almaty, 0), QDate(2026, 1, 15));
        const DayBounds bounds = businessDayBounds(QDate(2026, 1, 15), almaty, 240);
        QCOMPARE(bounds.beginMs, four);
        QCOMPARE(bounds.endMs, four + 24 * hourMs);
    }

    void daysOf23And25Hours()
    {
        // In Berlin clocks jump 02:00 -> 03:00 on 29 March 2026 and 03:00 -> 02:00 on 25 October 2026. With days from
        // 04:00 the short and the long day are those that contain the night after.
        const DayBounds shorter = businessDayBounds(QDate(2026, 3, 28), berlin, 240);
        QCOMPARE(shorter.beginMs, utc(2026, 3, 28, 3));
        QCOMPARE(shorter.endMs, utc(2026, 3, 29, 2));
        QCOMPARE(shorter.endMs - shorter.beginMs, 23 * hourMs);
        const DayBounds longer = businessDayBounds(QDate(2026, 10, 24), berlin, 240);
        QCOMPARE(longer.beginMs, utc(2026, 10, 24, 2));
        QCOMPARE(longer.endMs, utc(2026, 10, 25, 3));
        QCOMPARE(longer.endMs - longer.beginMs, 25 * hourMs);
        // Midnight days: the day of the jump itself.
        const DayBounds march = businessDayBounds(QDate(2026, 3, 29), berlin, 0);
        QCOMPARE(march.endMs - march.beginMs, 23 * hourMs);
        const DayBounds october = businessDayBounds(QDate(2026, 10, 25), berlin, 0);
        QCOMPARE(october.endMs - october.beginMs, 25 * hourMs);
    }

    void startInsideTheGap()
    {
        // 02:30 does not exist on 29 March 2026: the day begins when clocks jump.
        QCOMPARE(businessDayBounds(QDate(2026, 3, 29), berlin, 150).beginMs, utc(2026, 3, 29, 1));
        QCOMPARE(businessDay(utc(2026, 3, 29, 1), berlin, 150), QDate(2026, 3, 29));
        QCOMPARE(businessDay(utc(2026, 3, 29, 1) - 1, berlin, 150), QDate(2026, 3, 28));
    }

    void startInsideTheRepeatedHour()
    {
        // 02:30 happens twice on 25 October 2026: the day begins at the first and does not fall back at 02:00 again.
        const qint64 first = utc(2026, 10, 25, 0, 30);
        QCOMPARE(businessDayBounds(QDate(2026, 10, 25), berlin, 150).beginMs, first);
        QCOMPARE(businessDay(first - 1, berlin, 150), QDate(2026, 10, 24));
        QCOMPARE(businessDay(first, berlin, 150), QDate(2026, 10, 25));
        QCOMPARE(businessDay(utc(2026, 10, 25, 1, 10), berlin, 150), QDate(2026, 10, 25)); // 02:10 for the second time
    }

    void daysTileTime_data()
    {
        QTest::addColumn<QString>("zone");
        for (const char *zone : {"Europe/Berlin", "Asia/Almaty", "America/New_York", "Australia/Lord_Howe",
                                 "Asia/Beirut", "America/Santiago", "Pacific/Apia", "UTC", "No/Where", ""})
            QTest::newRow(*zone ? zone : "empty") << QString::fromLatin1(zone);
    }
    void daysTileTime()
    {
        QFETCH(QString, zone);
        for (const int start : {0, 30, 150, 240, 1439, -5, 5000}) {
            for (QDate day(2025, 12, 30); day < QDate(2027, 1, 3); day = day.addDays(1)) {
                const DayBounds bounds = businessDayBounds(day, zone, start);
                QVERIFY(bounds.beginMs < bounds.endMs);
                QCOMPARE(businessDayBounds(day.addDays(1), zone, start).beginMs, bounds.endMs);
                QCOMPARE(businessDay(bounds.beginMs, zone, start), day);
                QCOMPARE(businessDay(bounds.endMs - 1, zone, start), day);
                const qint64 length = bounds.endMs - bounds.beginMs;
                QVERIFY(length >= 23 * hourMs && length <= 25 * hourMs);
            }
        }
    }

    void unknownZoneIsUtc()
    {
        QCOMPARE(businessDayBounds(QDate(2026, 1, 15), QStringLiteral("Mars/Base"), 0).beginMs, utc(2026, 1, 15, 0));
    }

    void extremesEnd()
    {
        QVERIFY(businessDay(std::numeric_limits<qint64>::max(), berlin, 240).isValid());
        QVERIFY(businessDay(std::numeric_limits<qint64>::min(), berlin, 240).isValid());
    }
};

QTEST_APPLESS_MAIN(TimeTextTest)
#include "timetexttest.moc"
