// SPDX-License-Identifier: GPL-3.0-or-later
// Which days a range has, and with which it is compared.
#include "ui/statistics/statisticsrange.h"

#include <QTest>

using namespace oshaq;

namespace {

QDate date(const char *text)
{
    return QDate::fromString(QString::fromLatin1(text), Qt::ISODate);
}

QString text(const DayRange &range)
{
    return range.from.toString(Qt::ISODate) + QLatin1Char(' ') + range.to.toString(Qt::ISODate);
}

} // namespace

class StatisticsRangeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usualRanges_data();
    void usualRanges();
    void comparisons_data();
    void comparisons();
    void ownRangesAreCut();
    void codesComeBack();
};

void StatisticsRangeTest::usualRanges_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("today");
    QTest::addColumn<QString>("expected");
    const auto row = [](RangeKind kind, const char *today, const char *expected) {
        QTest::addRow("%s %s", qPrintable(rangeCode(kind)), today)
            << int(kind) << QString::fromLatin1(today) << QString::fromLatin1(expected);
    };
    row(RangeKind::Today, "2026-11-22", "2026-11-22 2026-11-22");
    row(RangeKind::Yesterday, "2026-03-01", "2026-02-28 2026-02-28");
    row(RangeKind::Yesterday, "2028-03-01", "2028-02-29 2028-02-29");
    row(RangeKind::ThisWeek, "2026-11-22", "2026-11-16 2026-11-22"); // a Sunday: the week is full
    row(RangeKind::ThisWeek, "2026-11-16", "2026-11-16 2026-11-16"); // a Monday
    row(RangeKind::ThisWeek, "2027-01-01", "2026-12-28 2027-01-01"); // over New Year
    row(RangeKind::LastWeek, "2026-11-16", "2026-11-09 2026-11-15");
    row(RangeKind::ThisMonth, "2026-11-22", "2026-11-01 2026-11-22");
    row(RangeKind::LastMonth, "2026-03-31", "2026-02-01 2026-02-28");
    row(RangeKind::LastMonth, "2028-03-31", "2028-02-01 2028-02-29");
    row(RangeKind::LastMonth, "2027-01-15", "2026-12-01 2026-12-31");
    row(RangeKind::ThisYear, "2026-11-22", "2026-01-01 2026-11-22");
    row(RangeKind::Last30Days, "2026-03-10", "2026-02-09 2026-03-10");
}

void StatisticsRangeTest::usualRanges()
{
    QFETCH(int, kind);
    QFETCH(QString, today);
    QFETCH(QString, expected);
    QCOMPARE(text(rangeOf({RangeKind(kind), Comparison::Before, {}}, QDate::fromString(today, Qt::ISODate))), expected);
}

void StatisticsRangeTest::comparisons_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("comparison");
    QTest::addColumn<QString>("today");
    QTest::addColumn<QString>("own");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, RangeKind kind, Comparison comparison, const char *today,
                        const char *expected, const char *own = "") {
        QTest::addRow("%s", name) << int(kind) << int(comparison) << QString::fromLatin1(today)
                                  << QString::fromLatin1(own) << QString::fromLatin1(expected);
    };
    using enum RangeKind;
    constexpr auto before = Comparison::Before;
    constexpr auto year = Comparison::YearBefore;
    row("day", Today, before, "2026-03-01", "2026-02-28 2026-02-28");
    row("as much of the week before", ThisWeek, before, "2026-11-18", "2026-11-09 2026-11-11");
    row("whole week", LastWeek, before, "2026-11-18", "2026-11-02 2026-11-08");
    row("as much of the month before", ThisMonth, before, "2026-11-22", "2026-10-01 2026-10-22");
    row("a longer month so far", ThisMonth, before, "2026-03-30", "2026-02-01 2026-02-28");
    row("a whole month with a whole longer one", ThisMonth, before, "2026-11-30", "2026-10-01 2026-10-31");
    row("February with January", LastMonth, before, "2026-03-05", "2026-01-01 2026-01-31");
    row("March with a leap February", LastMonth, before, "2028-04-05", "2028-02-01 2028-02-29");
    row("year so far", ThisYear, before, "2026-11-22", "2025-01-01 2025-11-22");
    row("leap day a year before", ThisYear, before, "2028-02-29", "2027-01-01 2027-02-28");
    row("end of February before a leap year", ThisYear, before, "2029-02-28", "2028-01-01 2028-02-29");
    row("thirty days", Last30Days, before, "2026-03-10", "2026-01-10 2026-02-08");
    row("own days", Own, before, "2026-11-22", "2026-11-01 2026-11-05", "2026-11-06 2026-11-10");
    row("own whole months", Own, before, "2026-11-22", "2026-01-01 2026-02-28", "2026-03-01 2026-04-30");
    row("the same weekday a year before", Today, year, "2026-11-22", "2025-11-23 2025-11-23");
    row("the same weekdays a year before", ThisWeek, year, "2026-11-18", "2025-11-17 2025-11-19");
    row("the month a year before", LastMonth, year, "2025-03-05", "2024-02-01 2024-02-29");
    row("a leap month a year before", LastMonth, year, "2028-03-05", "2027-02-01 2027-02-28");
    row("own days a year before", Own, year, "2026-11-22", "2025-11-06 2025-11-10", "2026-11-06 2026-11-10");
    row("nothing", ThisYear, Comparison::None, "2026-11-22", "");
}

void StatisticsRangeTest::comparisons()
{
    QFETCH(int, kind);
    QFETCH(int, comparison);
    QFETCH(QString, today);
    QFETCH(QString, own);
    QFETCH(QString, expected);
    RangeChoice choice{RangeKind(kind), Comparison(comparison), {}};
    if (!own.isEmpty())
        choice.own = {date(qPrintable(own.left(10))), date(qPrintable(own.mid(11)))};
    const QDate day = QDate::fromString(today, Qt::ISODate);
    const auto range = comparisonOf(choice, day);
    QCOMPARE(range ? text(*range) : QString(), expected);
    if (range)
        QVERIFY(range->to < rangeOf(choice, day).from);
}

void StatisticsRangeTest::ownRangesAreCut()
{
    const QDate today = date("2026-11-22");
    RangeChoice choice{RangeKind::Own, Comparison::Before, {date("2026-11-20"), date("2026-12-05")}};
    QCOMPARE(text(rangeOf(choice, today)), QStringLiteral("2026-11-20 2026-11-22"));
    choice.own = {date("2026-12-01"), date("2026-12-05")};
    QCOMPARE(text(rangeOf(choice, today)), QStringLiteral("2026-11-22 2026-11-22"));
    choice.own = {date("2026-11-20"), date("2026-11-10")};
    QCOMPARE(text(rangeOf(choice, today)), QStringLiteral("2026-11-22 2026-11-22"));
    choice.own = {date("1990-01-01"), today};
    QCOMPARE(rangeOf(choice, today).days(), mostRangeDays);
    QCOMPARE(rangeOf(choice, today).to, today);
    QCOMPARE(DayRange().days(), 0);
}

void StatisticsRangeTest::codesComeBack()
{
    for (const RangeKind kind : allRangeKinds)
        QCOMPARE(rangeFromCode(rangeCode(kind)), std::optional(kind));
    for (const Comparison comparison : allComparisons)
        QCOMPARE(comparisonFromCode(comparisonCode(comparison)), std::optional(comparison));
    QCOMPARE(rangeFromCode(QStringLiteral("fortnight")), std::nullopt);
    QCOMPARE(comparisonFromCode(QString()), std::nullopt);
}

QTEST_GUILESS_MAIN(StatisticsRangeTest)
#include "statisticsrangetest.moc"
