// SPDX-License-Identifier: GPL-3.0-or-later
// Changes, shares, buckets, axes, shades and the words for them.
#include "ui/statistics/statisticsmath.h"
#include "ui/common/theme.h"
#include "ui/statistics/chartcolours.h"
#include "ui/statistics/statisticsfiles.h"
#include "ui/statistics/statisticstext.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace oshaq;
using namespace oshaq::statisticsmath;

namespace {

double luminance(const QColor &colour)
{
    const auto part = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

std::vector<Analytics::Day> days(const QDate &from, int count)
{
    std::vector<Analytics::Day> all;
    for (int i = 0; i < count; ++i)
        all.push_back({from.addDays(i), {i + 1, i, 1, i * 100}});
    return all;
}

} // namespace

class StatisticsMathTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }
    void changesAreRoundedHalfUp();
    void nothingBeforeIsNoPercentage();
    void sharesAreRoundedHalfUp();
    void bucketsHaveEveryDayOnce();
    void ticksAreNice();
    void ticksNeverFail();
    void moneyAxesAreShort();
    void shadesRiseAndCanBeRead();
    void changesInWords();
    void rangesInWords();
    void fileNamesAreHarmless();
};

void StatisticsMathTest::changesAreRoundedHalfUp()
{
    QCOMPARE(changePermille(1062, 1000), std::optional<qint64>(62));
    QCOMPARE(changePermille(20005, 20000), std::optional<qint64>(0)); // 0.25 of a tenth of a percent
    QCOMPARE(changePermille(20010, 20000), std::optional<qint64>(1)); // a half: up
    QCOMPARE(changePermille(19990, 20000), std::optional<qint64>(-1));
    QCOMPARE(changePermille(19991, 20000), std::optional<qint64>(0));
    QCOMPARE(changePermille(0, 7), std::optional<qint64>(-1000));
    QCOMPARE(changePermille(maxAmountMinor, 1), std::optional<qint64>((maxAmountMinor - 1) * 1000));
}

void StatisticsMathTest::nothingBeforeIsNoPercentage()
{
    QCOMPARE(changePermille(5, 0), std::nullopt);
    QCOMPARE(changePermille(0, 0), std::optional<qint64>(0));
    QCOMPARE(sharePermille(0, 0), std::nullopt);
}

void StatisticsMathTest::sharesAreRoundedHalfUp()
{
    QCOMPARE(sharePermille(1, 2000), std::optional<qint64>(1));
    QCOMPARE(sharePermille(1, 2001), std::optional<qint64>(0));
    QCOMPARE(sharePermille(41, 1000), std::optional<qint64>(41));
    QCOMPARE(sharePermille(3, 3), std::optional<qint64>(1000));
}

void StatisticsMathTest::bucketsHaveEveryDayOnce()
{
    QCOMPARE(bucketSizeFor(1), BucketSize::Day);
    QCOMPARE(bucketSizeFor(62), BucketSize::Day);
    QCOMPARE(bucketSizeFor(63), BucketSize::Week);
    QCOMPARE(bucketSizeFor(366), BucketSize::Month);

    // From a Wednesday over the end of a leap February.
    const auto year = days(QDate(2028, 1, 5), 366);
    for (const BucketSize size : {BucketSize::Day, BucketSize::Week, BucketSize::Month}) {
        const auto buckets = bucketsOf(year, size);
        SalesFigures sum;
        QDate next = year.front().day;
        for (const DayBucket &bucket : buckets) {
            QCOMPARE(bucket.days.from, next);
            next = bucket.days.to.addDays(1);
            sum += bucket.sales;
        }
        QCOMPARE(next, year.back().day.addDays(1));
        SalesFigures expected;
        for (const Analytics::Day &day : year)
            expected += day.sales;
        QCOMPARE(sum, expected);
    }
    const auto weeks = bucketsOf(year, BucketSize::Week);
    QCOMPARE(weeks.front().days.days(), 5); // until Sunday
    QCOMPARE(weeks[1].days.from.dayOfWeek(), 1);
    QCOMPARE(weeks[1].days.days(), 7);
    const auto months = bucketsOf(year, BucketSize::Month);
    QCOMPARE(months[1].days.to, QDate(2028, 2, 29));
    QCOMPARE(months.size(), size_t(13));
    QVERIFY(bucketsOf({}, BucketSize::Week).empty());
}

void StatisticsMathTest::ticksAreNice()
{
    using Ticks = std::vector<qint64>;
    QCOMPARE(niceTicks(910, 4), Ticks({0, 250, 500, 750, 1000}));
    QCOMPARE(niceTicks(1000, 4), Ticks({0, 250, 500, 750, 1000}));
    QCOMPARE(niceTicks(1001, 4), Ticks({0, 500, 1000, 1500}));
    QCOMPARE(niceTicks(4, 5), Ticks({0, 1, 2, 3, 4}));
    QCOMPARE(niceTicks(9, 5), Ticks({0, 2, 4, 6, 8, 10}));
    QCOMPARE(niceTicks(0, 5), Ticks({0, 1}));
    QCOMPARE(niceTicks(-5, 5), Ticks({0, 1}));
}

void StatisticsMathTest::ticksNeverFail()
{
    for (qint64 largest = 1; largest < maxAmountMinor; largest = largest * 3 + 1) {
        for (const int most : {1, 2, 5, 9}) {
            const auto ticks = niceTicks(largest, most);
            QVERIFY(int(ticks.size()) <= most + 1);
            QVERIFY(ticks.back() >= largest);
            QVERIFY(ticks.size() < 2 || ticks[ticks.size() - 2] < largest);
        }
    }
}

void StatisticsMathTest::moneyAxesAreShort()
{
    const Currency tenge;
    QCOMPARE(moneyUnit(900'000, tenge).thousands, 0); // 9 000
    QCOMPARE(moneyUnit(91'000'000, tenge).thousands, 1);
    QCOMPARE(moneyUnit(91'000'000, tenge).minor, qint64(100'000));
    QCOMPARE(moneyUnit(4'205'300'000, tenge).thousands, 2);
    QCOMPARE(moneyUnit(maxAmountMinor, tenge).thousands, 2);
    QCOMPARE(StatisticsText::moneyUnit(moneyUnit(91'000'000, tenge), tenge), QStringLiteral("thousand ₸"));
    QCOMPARE(StatisticsText::axisFigure(75'000'000, moneyUnit(91'000'000, tenge)), QStringLiteral("750"));
    QCOMPARE(StatisticsText::axisFigure(250'000'000, moneyUnit(4'000'000'000, tenge)), QStringLiteral("2.5"));
    const auto yen = Currency::fromCode(QStringLiteral("JPY"));
    QVERIFY(bool(yen));
    QCOMPARE(moneyUnit(12'000, *yen).minor, qint64(1000));
}

void StatisticsMathTest::shadesRiseAndCanBeRead()
{
    QCOMPARE(heatLevel(0, 100), 0);
    QCOMPARE(heatLevel(1, 100'000), 1);
    QCOMPARE(heatLevel(100, 100), heatLevels);
    QCOMPARE(heatLevel(5, 0), 0);
    for (const Theme &theme : {lightTheme(), darkTheme()}) {
        double before = luminance(heatColour(theme, 1));
        for (int level = 1; level <= heatLevels; ++level) {
            const QColor cell = heatColour(theme, level);
            QVERIFY2(contrast(cell, heatInk(theme, level)) >= 4.5, qPrintable(QString::number(level)));
            if (level == 1)
                continue;
            // Seen without colour: each is darker, or on dark lighter, than the one before.
            QVERIFY(theme.isDark ? luminance(cell) > before : luminance(cell) < before);
            before = luminance(cell);
        }
    }
}

void StatisticsMathTest::changesInWords()
{
    using Way = StatisticsText::Change::Way;
    const auto change = [](std::optional<qint64> now, std::optional<qint64> before, FigureKind kind, bool more) {
        return StatisticsText::change(now, before, kind, more);
    };
    const auto revenue = change(1062, 1000, FigureKind::Money, true);
    QCOMPARE(revenue.way, Way::Better);
    QVERIFY(revenue.isUp);
    QCOMPARE(revenue.text, QStringLiteral("+6.2\u00A0%, better"));
    // Faster is better.
    const auto time = change(760'000, 795'000, FigureKind::Minutes, false);
    QCOMPARE(time.way, Way::Better);
    QVERIFY(!time.isUp);
    QCOMPARE(time.text, QStringLiteral("−0:35, better"));
    const auto late = change(41, 33, FigureKind::Share, false);
    QCOMPARE(late.way, Way::Worse);
    QCOMPARE(late.text, QStringLiteral("+0.8 pt, worse"));
    QCOMPARE(change(5, 5, FigureKind::Count, true).way, Way::Same);
    QCOMPARE(change(5, 0, FigureKind::Count, true).way, Way::Unknown);
    QCOMPARE(change(5, std::nullopt, FigureKind::Count, true).text, QStringLiteral("no comparison"));
    QCOMPARE(change(std::nullopt, 5, FigureKind::Count, true).way, Way::Unknown);
}

void StatisticsMathTest::rangesInWords()
{
    const QDate today(2026, 11, 22);
    QCOMPARE(StatisticsText::days({QDate(2026, 11, 16), today}, today), QStringLiteral("16–22 Nov"));
    QCOMPARE(StatisticsText::days({today, today}, today), QStringLiteral("22 Nov"));
    QCOMPARE(StatisticsText::days({QDate(2026, 10, 28), QDate(2026, 11, 3)}, today), QStringLiteral("28 Oct – 3 Nov"));
    QCOMPARE(StatisticsText::days({QDate(2025, 12, 28), QDate(2026, 1, 3)}, today),
             QStringLiteral("28 Dec 2025 – 3 Jan 2026"));
    QCOMPARE(StatisticsText::days({QDate(2025, 3, 1), QDate(2025, 3, 9)}, today), QStringLiteral("1–9 Mar 2025"));
}

void StatisticsMathTest::fileNamesAreHarmless()
{
    QCOMPARE(plainFileStem(QStringLiteral("  sales / November: all? ")), QStringLiteral("sales  November all"));
    QCOMPARE(plainFileStem(QStringLiteral("../../etc/passwd")), QStringLiteral("etcpasswd"));
    QCOMPARE(plainFileStem(QStringLiteral("...")), QString());
    QCOMPARE(plainFileStem(QStringLiteral(" / ")), QString());
    const QTemporaryDir directory;
    const QString first = freeFilePath(directory.path(), QStringLiteral("a"), QStringLiteral("csv"));
    QCOMPARE(first, directory.filePath(QStringLiteral("a.csv")));
    QFile file(first);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(freeFilePath(directory.path(), QStringLiteral("a"), QStringLiteral("csv")),
             directory.filePath(QStringLiteral("a-2.csv")));
}

QTEST_MAIN(StatisticsMathTest)
#include "statisticsmathtest.moc"
