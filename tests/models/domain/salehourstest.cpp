// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/catalog.h"
#include "models/domain/timetext.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace oshaq;

namespace {

constexpr unsigned monday = 1U << 0;
constexpr unsigned friday = 1U << 4;
constexpr unsigned saturday = 1U << 5;
constexpr unsigned sunday = 1U << 6;
constexpr unsigned weekdays = 0x1f;
constexpr qint64 minuteMs = 60'000;
constexpr qint64 hourMs = 60 * minuteMs;

const QString almaty = QStringLiteral("Asia/Almaty");
const QString berlin = QStringLiteral("Europe/Berlin");
const QString newYork = QStringLiteral("America/New_York");

qint64 at(const char *iso)
{
    const auto ms = fromIso(QString::fromLatin1(iso));
    if (!ms)
        qFatal("no time: %s", iso);
    return *ms;
}

int minutes(int hour, int minute = 0)
{
    return hour * 60 + minute;
}

QString text(std::optional<qint64> ms)
{
    return ms ? isoUtc(*ms) : QStringLiteral("never");
}

} // namespace

class SaleHoursTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checks_data();
    void checks();
    void noHoursAreAlways();
    void daysAndTimes_data();
    void daysAndTimes();
    void overMidnight_data();
    void overMidnight();
    void clockChanges_data();
    void clockChanges();
    void nextChange_data();
    void nextChange();
    void allWeekNeverChanges();
    void nextChangeIsWhereTheAnswerChanges_data();
    void nextChangeIsWhereTheAnswerChanges();
    void unknownZoneIsUtc();
    void beforeTheEpoch();
    void texts_data();
    void texts();
    void ofItemsAndCategories();
    void nextChangeOfAMenu();
};

void SaleHoursTest::checks_data()
{
    QTest::addColumn<unsigned>("days");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QStringList>("paths");
    const auto path = [](const char *field) { return QStringLiteral("hours[0].") + QLatin1String(field); };
    QTest::newRow("breakfast") << weekdays << 420 << 660 << QStringList();
    QTest::newRow("whole day") << 0x7fU << 0 << 1440 << QStringList();
    QTest::newRow("over midnight") << friday << 1320 << 120 << QStringList();
    QTest::newRow("last minute") << friday << 1439 << 1440 << QStringList();
    QTest::newRow("no day") << 0U << 0 << 60 << QStringList{path("weekdays")};
    QTest::newRow("eighth day") << 0x80U << 0 << 60 << QStringList{path("weekdays")};
    QTest::newRow("begins before midnight") << monday << -1 << 60 << QStringList{path("from_minutes")};
    QTest::newRow("begins at 24:00") << monday << 1440 << 60 << QStringList{path("from_minutes")};
    QTest::newRow("ends at 0:00") << monday << 60 << 0 << QStringList{path("to_minutes")};
    QTest::newRow("ends after midnight") << monday << 60 << 1441 << QStringList{path("to_minutes")};
    QTest::newRow("no time at all") << monday << 60 << 60 << QStringList{path("to_minutes")};
    QTest::newRow("all wrong") << 0U << 2000 << -5
                               << QStringList{path("weekdays"), path("from_minutes"), path("to_minutes")};
}

void SaleHoursTest::checks()
{
    QFETCH(unsigned, days);
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(QStringList, paths);
    const auto checked = checkSaleHours({{days, from, to}});
    QCOMPARE(checked.ok(), paths.isEmpty());
    QStringList found;
    if (!checked) {
        QCOMPARE(checked.error().code, ErrorCode::ValidationFailed);
        for (const ErrorDetail &detail : checked.error().details)
            found << detail.path;
    }
    QCOMPARE(found, paths);

    QVERIFY(checkSaleHours(SaleHours(std::size_t(maxSaleWindows))).ok());
    const auto tooMany = checkSaleHours(SaleHours(std::size_t(maxSaleWindows) + 1));
    QVERIFY(!tooMany);
    QCOMPARE(tooMany.error().details.front().path, QStringLiteral("hours"));
}

void SaleHoursTest::noHoursAreAlways()
{
    QVERIFY(checkSaleHours({}).ok());
    QVERIFY(isOnSale({}, almaty, at("2026-01-15T03:00:00Z")));
    QVERIFY(!nextSaleChange({}, almaty, at("2026-01-15T03:00:00Z")));
}

void SaleHoursTest::daysAndTimes_data()
{
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<bool>("on");
    // 2026-01-15 is a Thursday; Almaty is UTC+5 all year.
    QTest::newRow("just before") << QByteArray("2026-01-15T01:59:59.999Z") << false;
    QTest::newRow("first instant") << QByteArray("2026-01-15T02:00:00Z") << true;
    QTest::newRow("last instant") << QByteArray("2026-01-15T05:59:59.999Z") << true;
    QTest::newRow("the end is not in it") << QByteArray("2026-01-15T06:00:00Z") << false;
    QTest::newRow("Saturday") << QByteArray("2026-01-17T03:00:00Z") << false;
    QTest::newRow("Sunday in UTC, Monday here") << QByteArray("2026-01-18T20:00:00Z") << false;
    QTest::newRow("Monday") << QByteArray("2026-01-19T02:00:00Z") << true;
}

void SaleHoursTest::daysAndTimes()
{
    QFETCH(QByteArray, time);
    QFETCH(bool, on);
    const SaleHours breakfast{{weekdays, minutes(7), minutes(11)}};
    QCOMPARE(isOnSale(breakfast, almaty, at(time.constData())), on);
    // Two windows are one or the other.
    const SaleHours both{{weekdays, minutes(7), minutes(11)}, {weekdays, minutes(7), minutes(9)}};
    QCOMPARE(isOnSale(both, almaty, at(time.constData())), on);
}

void SaleHoursTest::overMidnight_data()
{
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<bool>("on");
    // Friday 22:00 to 02:00, Almaty; 2026-01-16 is a Friday.
    QTest::newRow("early on Friday belongs to Thursday") << QByteArray("2026-01-15T20:00:00Z") << false;
    QTest::newRow("Friday 21:59") << QByteArray("2026-01-16T16:59:00Z") << false;
    QTest::newRow("Friday 22:00") << QByteArray("2026-01-16T17:00:00Z") << true;
    QTest::newRow("midnight") << QByteArray("2026-01-16T19:00:00Z") << true;
    QTest::newRow("Saturday 01:59") << QByteArray("2026-01-16T20:59:59Z") << true;
    QTest::newRow("Saturday 02:00") << QByteArray("2026-01-16T21:00:00Z") << false;
    QTest::newRow("Saturday 22:00") << QByteArray("2026-01-17T17:00:00Z") << false;
}

void SaleHoursTest::overMidnight()
{
    QFETCH(QByteArray, time);
    QFETCH(bool, on);
    QCOMPARE(isOnSale({{friday, minutes(22), minutes(2)}}, almaty, at(time.constData())), on);
    // Sunday's window ends on Monday, which is the other end of the week.
    const qint64 twoDaysOn = at(time.constData()) + 48 * hourMs;
    QCOMPARE(isOnSale({{sunday, minutes(22), minutes(2)}}, almaty, twoDaysOn), on);
}

void SaleHoursTest::clockChanges_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<bool>("on");
    // Berlin 2026: 29 March 02:00 -> 03:00, 25 October 03:00 -> 02:00. Both are Sundays.
    const int two = minutes(2);
    const int three = minutes(3);
    const int six = minutes(6);
    QTest::newRow("spring, before") << berlin << minutes(1) << six << QByteArray("2026-03-29T00:00:00Z") << true;
    QTest::newRow("spring, after") << berlin << minutes(1) << six << QByteArray("2026-03-29T03:59:59Z") << true;
    QTest::newRow("spring, an hour shorter")
        << berlin << minutes(1) << six << QByteArray("2026-03-29T04:00:00Z") << false;
    QTest::newRow("the hour that is not there")
        << berlin << two << three << QByteArray("2026-03-29T01:00:00Z") << false;
    QTest::newRow("nor just before it") << berlin << two << three << QByteArray("2026-03-29T00:59:59Z") << false;
    QTest::newRow("autumn, first 02:30") << berlin << two << three << QByteArray("2026-10-25T00:30:00Z") << true;
    QTest::newRow("autumn, second 02:30") << berlin << two << three << QByteArray("2026-10-25T01:30:00Z") << true;
    QTest::newRow("autumn, 03:00") << berlin << two << three << QByteArray("2026-10-25T02:00:00Z") << false;
    // New York 2026: 8 March 02:00 -> 03:00, 1 November 02:00 -> 01:00.
    QTest::newRow("New York, spring 03:00") << newYork << three << six << QByteArray("2026-03-08T07:00:00Z") << true;
    QTest::newRow("New York, spring 01:59") << newYork << three << six << QByteArray("2026-03-08T06:59:00Z") << false;
    QTest::newRow("New York, autumn first 01:30")
        << newYork << minutes(1) << two << QByteArray("2026-11-01T05:30:00Z") << true;
    QTest::newRow("New York, autumn second 01:30")
        << newYork << minutes(1) << two << QByteArray("2026-11-01T06:30:00Z") << true;
    // Almaty went from +6 to +5 on 1 March 2024, a Friday: nothing of that hour is counted twice in a wrong week.
    QTest::newRow("Almaty, before the change")
        << almaty << minutes(7) << minutes(11) << QByteArray("2024-02-25T01:00:00Z") << true;
    QTest::newRow("Almaty, after the change")
        << almaty << minutes(7) << minutes(11) << QByteArray("2024-03-03T01:00:00Z") << false;
}

void SaleHoursTest::clockChanges()
{
    QFETCH(QString, zone);
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(QByteArray, time);
    QFETCH(bool, on);
    QCOMPARE(isOnSale({{sunday, from, to}}, zone, at(time.constData())), on);
}

void SaleHoursTest::nextChange_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<unsigned>("days");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QString>("next");
    const auto iso = [](const char *time) { return isoUtc(at(time)); };
    QTest::newRow("opens today") << almaty << weekdays << minutes(7) << minutes(11)
                                 << QByteArray("2026-01-15T00:00:00Z") << iso("2026-01-15T02:00:00Z");
    QTest::newRow("closes today") << almaty << weekdays << minutes(7) << minutes(11)
                                  << QByteArray("2026-01-15T02:00:00Z") << iso("2026-01-15T06:00:00Z");
    QTest::newRow("over the week-end") << almaty << weekdays << minutes(7) << minutes(11)
                                       << QByteArray("2026-01-16T06:00:00Z") << iso("2026-01-19T02:00:00Z");
    QTest::newRow("once a week, just over") << almaty << monday << minutes(7) << minutes(8)
                                            << QByteArray("2026-01-19T03:00:00Z") << iso("2026-01-26T02:00:00Z");
    QTest::newRow("days that meet at midnight") << almaty << (friday | saturday) << 0 << 1440
                                                << QByteArray("2026-01-16T00:00:00Z") << iso("2026-01-17T19:00:00Z");
    QTest::newRow("over midnight") << almaty << friday << minutes(22) << minutes(2)
                                   << QByteArray("2026-01-16T18:00:00Z") << iso("2026-01-16T21:00:00Z");
    QTest::newRow("over midnight, open already at the clock change")
        << berlin << saturday << minutes(22) << minutes(4) << QByteArray("2026-03-28T23:00:00Z")
        << iso("2026-03-29T02:00:00Z");
    QTest::newRow("an hour longer in autumn") << berlin << saturday << minutes(22) << minutes(4)
                                              << QByteArray("2026-10-24T23:00:00Z") << iso("2026-10-25T03:00:00Z");
    QTest::newRow("the hour that is not there: a week later")
        << berlin << sunday << minutes(2) << minutes(3) << QByteArray("2026-03-28T12:00:00Z")
        << iso("2026-04-05T00:00:00Z");
    QTest::newRow("opens as the clock is put forward")
        << berlin << sunday << minutes(2, 30) << minutes(5) << QByteArray("2026-03-29T00:00:00Z")
        << iso("2026-03-29T01:00:00Z");
    QTest::newRow("closes, and opens once more as the clock is put back")
        << berlin << sunday << minutes(2) << minutes(2, 30) << QByteArray("2026-10-25T00:40:00Z")
        << iso("2026-10-25T01:00:00Z");
    QTest::newRow("New York") << newYork << sunday << minutes(3) << minutes(5) << QByteArray("2026-03-08T00:00:00Z")
                              << iso("2026-03-08T07:00:00Z");
}

void SaleHoursTest::nextChange()
{
    QFETCH(QString, zone);
    QFETCH(unsigned, days);
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(QByteArray, time);
    QFETCH(QString, next);
    QCOMPARE(text(nextSaleChange({{days, from, to}}, zone, at(time.constData()))), next);
}

void SaleHoursTest::allWeekNeverChanges()
{
    QVERIFY(!nextSaleChange({{0x7f, 0, 1440}}, berlin, at("2026-03-28T12:00:00Z")));
    QVERIFY(!nextSaleChange({{0x7f, 0, minutes(12)}, {0x7f, minutes(12), 1440}}, berlin, at("2026-10-24T12:00:00Z")));
    QVERIFY(!nextSaleChange({{0x7f, minutes(6), minutes(18)}, {0x7f, minutes(18), minutes(6)}}, newYork,
                            at("2026-10-31T12:00:00Z")));
}

void SaleHoursTest::nextChangeIsWhereTheAnswerChanges_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("Berlin, spring") << berlin << QByteArray("2026-03-26T00:00:00Z");
    QTest::newRow("Berlin, autumn") << berlin << QByteArray("2026-10-22T00:00:00Z");
    QTest::newRow("New York, spring") << newYork << QByteArray("2026-03-05T00:00:00Z");
    QTest::newRow("New York, autumn") << newYork << QByteArray("2026-10-29T00:00:00Z");
    QTest::newRow("Almaty") << almaty << QByteArray("2024-02-27T00:00:00Z");
}

/// Walks a week in quarters of an hour, by which all these windows begin and end.
void SaleHoursTest::nextChangeIsWhereTheAnswerChanges()
{
    QFETCH(QString, zone);
    QFETCH(QByteArray, start);
    const std::vector<SaleHours> all{
        {{weekdays, minutes(7), minutes(11)}},
        {{0x7f, minutes(1, 30), minutes(2, 30)}},
        {{saturday | sunday, minutes(22), minutes(3)}},
        {{sunday, minutes(2, 15), minutes(2, 45)}, {friday, 0, 1440}},
        {{0x7f, minutes(23), minutes(22)}},
    };
    constexpr qint64 step = 15 * minuteMs;
    const qint64 begin = at(start.constData());
    for (const SaleHours &hours : all) {
        std::optional<qint64> expected = nextSaleChange(hours, zone, begin);
        bool on = isOnSale(hours, zone, begin);
        for (qint64 ms = begin + step; ms < begin + 7 * 24 * hourMs; ms += step) {
            const bool now = isOnSale(hours, zone, ms);
            QCOMPARE(text(now != on ? std::optional(ms) : std::nullopt),
                     text(expected == ms ? expected : std::nullopt));
            if (now != on) {
                QVERIFY(isOnSale(hours, zone, ms - 1) == on);
                expected = nextSaleChange(hours, zone, ms);
            }
            on = now;
        }
    }
}

void SaleHoursTest::unknownZoneIsUtc()
{
    const SaleHours hours{{0x7f, minutes(7), minutes(11)}};
    QVERIFY(isOnSale(hours, QStringLiteral("Mars/Olympus"), at("2026-01-15T07:00:00Z")));
    QVERIFY(!isOnSale(hours, QStringLiteral("Mars/Olympus"), at("2026-01-15T06:59:00Z")));
    QCOMPARE(text(nextSaleChange(hours, QString(), at("2026-01-15T07:00:00Z"))), isoUtc(at("2026-01-15T11:00:00Z")));
}

/// No restaurant was there, but a clock that is set wrongly may say so.
void SaleHoursTest::beforeTheEpoch()
{
    // 1969-12-31 was a Wednesday.
    constexpr unsigned wednesday = 1U << 2;
    QVERIFY(isOnSale({{wednesday, minutes(23), 1440}}, QStringLiteral("UTC"), -1));
    QVERIFY(!isOnSale({{wednesday, minutes(23), 1440}}, QStringLiteral("UTC"), 0));
}

void SaleHoursTest::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("sound");
    QTest::newRow("always") << QStringLiteral("[]") << false;
    QTest::newRow("one") << QStringLiteral("[[31,420,660]]") << true;
    QTest::newRow("two") << QStringLiteral("[[31,420,660],[96,540,1440]]") << true;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("no JSON") << QStringLiteral("[[31,") << false;
    QTest::newRow("an object") << QStringLiteral("{\"a\":1}") << false;
    QTest::newRow("texts") << QStringLiteral("[\"31\"]") << false;
    QTest::newRow("too short") << QStringLiteral("[[31,420]]") << false;
    QTest::newRow("wrong times") << QStringLiteral("[[31,420,2000]]") << false;
    QTest::newRow("one of two is wrong") << QStringLiteral("[[31,420,660],[0,420,660]]") << false;
}

void SaleHoursTest::texts()
{
    QFETCH(QString, text);
    QFETCH(bool, sound);
    const SaleHours hours = saleHoursFromText(text);
    QCOMPARE(!hours.empty(), sound);
    QCOMPARE(saleHoursText(hours), sound ? text : QStringLiteral("[]"));
}

void SaleHoursTest::ofItemsAndCategories()
{
    Catalog catalog;
    Category lunch;
    lunch.id = 1;
    lunch.hours = {{weekdays, minutes(12), minutes(15)}};
    catalog.categories = {lunch};
    Item plain;
    plain.categoryId = 1;
    Item special = plain;
    special.hours = {{sunday, minutes(12), minutes(15)}};
    Item lost;
    lost.categoryId = 9;
    QVERIFY(catalog.saleHoursOf(plain) == lunch.hours);
    QVERIFY(catalog.saleHoursOf(special) == special.hours);
    QVERIFY(catalog.saleHoursOf(lost).empty());
}

void SaleHoursTest::nextChangeOfAMenu()
{
    Catalog catalog;
    QVERIFY(!catalog.nextSaleChange(almaty, at("2026-01-15T00:00:00Z")));
    Category lunch;
    lunch.hours = {{weekdays, minutes(12), minutes(15)}};
    Item soup;
    Item breakfast;
    breakfast.hours = {{weekdays, minutes(7), minutes(11)}};
    catalog.categories = {lunch};
    catalog.items = {soup, breakfast, breakfast};
    QCOMPARE(text(catalog.nextSaleChange(almaty, at("2026-01-15T00:00:00Z"))), isoUtc(at("2026-01-15T02:00:00Z")));
    QCOMPARE(text(catalog.nextSaleChange(almaty, at("2026-01-15T06:00:00Z"))), isoUtc(at("2026-01-15T07:00:00Z")));
}

QTEST_GUILESS_MAIN(SaleHoursTest)
#include "salehourstest.moc"
