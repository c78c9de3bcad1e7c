// SPDX-License-Identifier: GPL-3.0-or-later
// What the charts and the tables behind them say is what the hub said, to the last unit.
#include "ui/statistics/chartbuilder.h"
#include "tests/support/statisticssample.h"
#include "ui/statistics/figuremodel.h"
#include "ui/statistics/figuretable.h"
#include "ui/statistics/statisticstext.h"

#include <QTest>

#include <numeric>

using namespace oshaq;

namespace {

StatisticsFigures figuresOf(const Analytics &now, const std::optional<Analytics> &before = {})
{
    StatisticsFigures figures;
    figures.choice = {RangeKind::Own, Comparison::Before, {now.from, now.to}};
    figures.range = {now.from, now.to};
    figures.today = now.to;
    figures.now = now;
    figures.before = before;
    if (before)
        figures.beforeRange = DayRange{before->from, before->to};
    return figures;
}

qint64 columnSum(const Chart &chart, size_t column)
{
    return std::accumulate(chart.rows.begin(), chart.rows.end(), qint64(0),
                           [column](qint64 sum, const ChartRow &row) { return sum + row.figures[column].value_or(0); });
}

qint64 markSum(const Chart &chart)
{
    return std::accumulate(chart.marks.begin(), chart.marks.end(), qint64(0),
                           [](qint64 sum, const ChartMark &mark) { return sum + mark.value.value_or(0); });
}

qint64 secondSum(const Chart &chart)
{
    return std::accumulate(chart.marks.begin(), chart.marks.end(), qint64(0),
                           [](qint64 sum, const ChartMark &mark) { return sum + mark.second.value_or(0); });
}

} // namespace

class ChartBuilderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }
    void tablesSumUpToTheTotals_data();
    void tablesSumUpToTheTotals();
    void everyTableIsWhole_data();
    void everyTableIsWhole();
    void longRangesAreDrawnInBuckets();
    void longerMonthsBeforeAreNotLost();
    void daysWithoutOrdersHaveNoAverage();
    void hoursBeginWithTheBusinessDay();
    void drillsAskForWhatTheBarCounts();
    void nothingIsSaidInWords();
    void oddNamesStayRows();
    void rowsAreSortedAndCopied();
};

void ChartBuilderTest::tablesSumUpToTheTotals_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<int>("days");
    for (const int days : {1, 7, 31, 90, 365})
        for (unsigned seed = 1; seed <= 4; ++seed)
            QTest::addRow("%d days, %u", days, seed) << seed << days;
}

void ChartBuilderTest::tablesSumUpToTheTotals()
{
    QFETCH(unsigned, seed);
    QFETCH(int, days);
    const QDate to(2026, 11, 22);
    const QDate from = to.addDays(1 - days);
    const Analytics now = statisticssample::random(from, to, seed);
    const Analytics before = statisticssample::random(from.addDays(-days), from.addDays(-1), seed + 100);
    const StatisticsFigures figures = figuresOf(now, before);

    const Chart revenue = ChartBuilder::make(ChartId::Revenue, 0, figures);
    QCOMPARE(int(revenue.rows.size()), days);
    QCOMPARE(columnSum(revenue, 0), now.total.orders);
    QCOMPARE(columnSum(revenue, 1), now.total.completed);
    QCOMPARE(columnSum(revenue, 2), now.total.cancelled);
    QCOMPARE(columnSum(revenue, 3), now.total.revenueMinor);
    QCOMPARE(columnSum(revenue, 5), before.total.revenueMinor);
    // The bars have what the table has, however coarse they are.
    QCOMPARE(markSum(revenue), now.total.revenueMinor);
    QCOMPARE(secondSum(revenue), before.total.revenueMinor);
    QCOMPARE(revenue.totals[3], std::optional(now.total.revenueMinor));

    const Chart hours = ChartBuilder::make(ChartId::Hours, 0, figures);
    QCOMPARE(columnSum(hours, 0), now.total.orders);
    QCOMPARE(columnSum(hours, 3), now.total.revenueMinor);
    QCOMPARE(markSum(hours), now.total.orders);

    for (const int variant : {0, 1}) {
        const Chart channels = ChartBuilder::make(ChartId::Channels, variant, figures);
        QCOMPARE(columnSum(channels, 0), now.total.orders);
        QCOMPARE(columnSum(channels, 1), now.total.completed);
        QCOMPARE(columnSum(channels, 2), now.total.cancelled);
        QCOMPARE(columnSum(channels, 3), now.total.revenueMinor);
        const Chart dishes = ChartBuilder::make(ChartId::Dishes, variant, figures);
        QCOMPARE(columnSum(dishes, 2), now.subtotalMinor);
        QCOMPARE(int(dishes.marks.size()) + dishes.leftOut, int(dishes.rows.size()));
    }
    const Chart categories = ChartBuilder::make(ChartId::Categories, 0, figures);
    QCOMPARE(columnSum(categories, 1), now.subtotalMinor);
    QCOMPARE(markSum(categories), now.subtotalMinor);
    const Chart cancelled = ChartBuilder::make(ChartId::Cancellations, 0, figures);
    QCOMPARE(columnSum(cancelled, 0), now.total.cancelled);
    QCOMPARE(columnSum(cancelled, 1), now.cancelledMinor);
}

void ChartBuilderTest::everyTableIsWhole_data()
{
    QTest::addColumn<int>("id");
    for (const ChartId id : allChartIds)
        QTest::addRow("%d", int(id)) << int(id);
}

void ChartBuilderTest::everyTableIsWhole()
{
    QFETCH(int, id);
    const Analytics now = statisticssample::busy(QDate(2026, 11, 1), QDate(2026, 11, 22), 90);
    const int variants = std::max(1, int(ChartBuilder::variants(ChartId(id)).size()));
    for (int variant = 0; variant < variants; ++variant) {
        const Chart chart = ChartBuilder::make(ChartId(id), variant, figuresOf(now));
        QVERIFY(!chart.title.isEmpty());
        QVERIFY(!chart.nameHead.isEmpty());
        QVERIFY(chart.empty.isEmpty());
        QVERIFY(chart.sentence.contains(chart.title));
        QVERIFY(!chart.marks.empty());
        for (const ChartRow &row : chart.rows) {
            QCOMPARE(row.figures.size(), chart.columns.size());
            QVERIFY(!row.name.isEmpty());
        }
        for (const ChartMark &mark : chart.marks) {
            QVERIFY(!mark.text.isEmpty());
            QVERIFY(mark.tip.contains(mark.name));
        }
        QCOMPARE(chart.totals.size(), chart.columns.size());
    }
}

void ChartBuilderTest::longRangesAreDrawnInBuckets()
{
    const auto chartOf = [](int days) {
        const QDate to(2026, 11, 22);
        return ChartBuilder::make(ChartId::Revenue, 0,
                                  figuresOf(statisticssample::random(to.addDays(1 - days), to, 3)));
    };
    QCOMPARE(chartOf(31).marks.size(), size_t(31));
    QVERIFY(chartOf(31).title.contains(QStringLiteral("day")));
    QVERIFY(chartOf(200).marks.size() <= 30);
    QVERIFY(chartOf(200).title.contains(QStringLiteral("week")));
    QCOMPARE(chartOf(200).rows.size(), size_t(200));
    QVERIFY(chartOf(365).marks.size() <= 13);
    QVERIFY(chartOf(365).title.contains(QStringLiteral("month")));
}

void ChartBuilderTest::longerMonthsBeforeAreNotLost()
{
    const Analytics now = statisticssample::random(QDate(2026, 11, 1), QDate(2026, 11, 30), 5);
    const Analytics before = statisticssample::random(QDate(2026, 10, 1), QDate(2026, 10, 31), 6);
    const Chart chart = ChartBuilder::make(ChartId::Revenue, 0, figuresOf(now, before));
    QCOMPARE(chart.marks.size(), size_t(31));
    QCOMPARE(chart.rows.size(), size_t(31));
    QCOMPARE(chart.rows.back().figures[3], std::nullopt);
    QVERIFY(!chart.marks.back().drill);
    QCOMPARE(secondSum(chart), before.total.revenueMinor);
    QCOMPARE(columnSum(chart, 5), before.total.revenueMinor);

    // A leap year beside an ordinary one: month beside month.
    const Analytics leap = statisticssample::random(QDate(2028, 1, 1), QDate(2028, 12, 31), 5);
    const Analytics ordinary = statisticssample::random(QDate(2027, 1, 1), QDate(2027, 12, 31), 6);
    const Chart year = ChartBuilder::make(ChartId::Revenue, 0, figuresOf(leap, ordinary));
    QCOMPARE(year.marks.size(), size_t(12));
    qint64 february = 0;
    for (const Analytics::Day &day : ordinary.days)
        february += day.day.month() == 2 ? day.sales.revenueMinor : 0;
    QCOMPARE(year.marks[1].second, std::optional(february));
}

void ChartBuilderTest::daysWithoutOrdersHaveNoAverage()
{
    Analytics now = statisticssample::empty(QDate(2026, 11, 20), QDate(2026, 11, 22));
    now.days[0].sales = {2, 2, 0, 100'001};
    now.total = now.days[0].sales;
    const Chart chart = ChartBuilder::make(ChartId::AverageCheck, 0, figuresOf(now));
    QCOMPARE(chart.marks[0].value, std::optional<qint64>(50'001)); // half up
    QCOMPARE(chart.marks[1].value, std::nullopt);
    QCOMPARE(chart.marks[1].text, QStringLiteral("—"));
}

void ChartBuilderTest::hoursBeginWithTheBusinessDay()
{
    Analytics now = statisticssample::empty(QDate(2026, 11, 20), QDate(2026, 11, 20));
    for (const size_t hour : {size_t(23), size_t(1)}) {
        now.hours[hour] = {1, 1, 0, 500};
        now.weekHours[4][hour] = {1, 1, 0, 500};
    }
    StatisticsFigures figures = figuresOf(now);
    figures.firstHour = 4;
    const Chart chart = ChartBuilder::make(ChartId::Hours, 0, figures);
    // One in the morning still belongs to Friday's evening, and stands after eleven at night.
    QCOMPARE(chart.gridColumns, QStringList({QStringLiteral("23"), QStringLiteral("0"), QStringLiteral("1")}));
    QCOMPARE(chart.marks[4 * 3 + 2].value, std::optional<qint64>(1));
    QCOMPARE(chart.marks[4 * 3 + 2].drill->hour, std::optional(1));
    QCOMPARE(chart.marks[4 * 3 + 2].drill->weekday, std::optional(5));
    QVERIFY(!chart.marks[0].drill);
    figures.firstHour = 0;
    QCOMPARE(ChartBuilder::make(ChartId::Hours, 0, figures).gridColumns.size(), 23);
}

void ChartBuilderTest::drillsAskForWhatTheBarCounts()
{
    const Analytics now = statisticssample::busy(QDate(2026, 11, 16), QDate(2026, 11, 22), 90);
    const StatisticsFigures figures = figuresOf(now);
    const auto first = [&figures](ChartId id, int variant = 0) {
        return *ChartBuilder::make(id, variant, figures).marks.front().drill;
    };
    // Revenue is that of completed orders.
    QCOMPARE(first(ChartId::Revenue).status, std::optional(OrderStatus::Completed));
    QCOMPARE(first(ChartId::Revenue).from, QDate(2026, 11, 16));
    QCOMPARE(first(ChartId::Revenue).to, QDate(2026, 11, 16));
    QVERIFY(first(ChartId::Dishes).itemId.has_value());
    QCOMPARE(first(ChartId::Dishes).to, QDate(2026, 11, 22));
    QVERIFY(first(ChartId::Categories).categoryId.has_value());
    QVERIFY(first(ChartId::Late).late);
    QCOMPARE(first(ChartId::Late).stationId, std::optional<qint64>(1)); // the grill
    QVERIFY(first(ChartId::Late, 1).itemId.has_value());
    QVERIFY(!first(ChartId::Preparation).late);
    QCOMPARE(first(ChartId::Channels).channel, QStringLiteral("terminal"));
    QCOMPARE(first(ChartId::Channels, 1).fulfilment, std::optional(Fulfilment::DineIn));
    QVERIFY(first(ChartId::Cancellations).reason.has_value());
    QVERIFY(!ChartBuilder::make(ChartId::Painted, 0, figures).marks.front().drill);
}

void ChartBuilderTest::nothingIsSaidInWords()
{
    const StatisticsFigures figures = figuresOf(statisticssample::empty(QDate(2026, 11, 16), QDate(2026, 11, 22)));
    for (const ChartId id : allChartIds) {
        const Chart chart = ChartBuilder::make(id, 0, figures);
        QVERIFY(!chart.empty.isEmpty());
        QVERIFY(chart.sentence.contains(chart.empty));
    }
}

void ChartBuilderTest::oddNamesStayRows()
{
    const Analytics now = statisticssample::oddNames(QDate(2026, 11, 16), QDate(2026, 11, 22));
    const Chart chart = ChartBuilder::make(ChartId::Dishes, 0, figuresOf(now));
    QCOMPARE(chart.rows[0].name, QStringLiteral("Without a name"));
    QCOMPARE(chart.rows[4].name, QStringLiteral("Tab here, line there"));
    QCOMPARE(StatisticsText::channel(QStringLiteral("drone")), QStringLiteral("drone"));
    QCOMPARE(StatisticsText::cancelReason(QStringLiteral("undone")), QStringLiteral("Taken back"));

    FigureTable table{Look(lightTheme())};
    table.setChart(chart);
    const QStringList lines = table.tsv().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), qsizetype(chart.rows.size()) + 1);
    for (const QString &line : lines)
        QCOMPARE(line.count(QLatin1Char('\t')), qsizetype(chart.columns.size()));
    // Nothing that a spreadsheet would reckon.
    QVERIFY(lines[2].startsWith(QStringLiteral("'=HYPERLINK")));
}

void ChartBuilderTest::rowsAreSortedAndCopied()
{
    const Analytics now = statisticssample::busy(QDate(2026, 11, 16), QDate(2026, 11, 22), 90);
    const Chart chart = ChartBuilder::make(ChartId::Revenue, 0, figuresOf(now));
    FigureTable table{Look(lightTheme())};
    table.resize(900, 400);
    table.setChart(chart);
    QCOMPARE(table.model()->rowCount(), 7);
    QCOMPARE(table.sourceRow(0), 0);
    // By figures, not by their letters.
    table.sortByColumn(4, Qt::DescendingOrder);
    for (int row = 1; row < 7; ++row) {
        QVERIFY(*chart.rows[size_t(table.sourceRow(row - 1))].figures[3] >=
                *chart.rows[size_t(table.sourceRow(row))].figures[3]);
    }
    // Days by the calendar, not by their names.
    table.sortByColumn(0, Qt::AscendingOrder);
    QCOMPARE(table.sourceRow(6), 6);
    table.selectRow(2);
    QCOMPARE(table.tsv().split(QLatin1Char('\n'), Qt::SkipEmptyParts).size(), 2);
    QVERIFY(table.tsv().contains(chart.rows[2].name));
    QVERIFY(table.figures()->totals().contains(
        StatisticsText::figure(now.total.revenueMinor, FigureKind::Money, now.currency)));
}

QTEST_MAIN(ChartBuilderTest)
#include "chartbuildertest.moc"
