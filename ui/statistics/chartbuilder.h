// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/statistics/chart.h"
#include "ui/statistics/statisticsrange.h"

#include <QCoreApplication>

namespace oshaq {

/// What the hub said of a range, and of what it is compared with.
struct StatisticsFigures
{
    RangeChoice choice;
    DayRange range;
    QDate today;
    Analytics now;
    std::optional<DayRange> beforeRange;
    std::optional<Analytics> before; ///< none: nothing to compare with, or it did not come
    int firstHour = 4;               ///< on the wall, with which a business day begins
};

/// Makes the charts of the page. Pure: no figure is reckoned that is not in Analytics, but shares and sums of days.
class ChartBuilder
{
    Q_DECLARE_TR_FUNCTIONS(oshaq::ChartBuilder)

public:
    /// What a chart can be of: "Number", "Revenue"; empty: one thing only.
    static QStringList variants(ChartId id);
    static QString title(ChartId id);
    static Chart make(ChartId id, int variant, const StatisticsFigures &figures);

private:
    static void addByDay(Chart *chart, const StatisticsFigures &figures);
    static void addDishes(Chart *chart, const StatisticsFigures &figures, bool byRevenue);
    static void addHours(Chart *chart, const StatisticsFigures &figures);
    static void addStations(Chart *chart, const StatisticsFigures &figures);
    static void addDishWork(Chart *chart, const StatisticsFigures &figures);
    static void addCategories(Chart *chart, const StatisticsFigures &figures);
    static void addChannels(Chart *chart, const StatisticsFigures &figures, bool byFulfilment);
    static void addScreens(Chart *chart, const StatisticsFigures &figures);
    static void addCancellations(Chart *chart, const StatisticsFigures &figures);
    static void addWorkColumns(Chart *chart);
    static void addWork(Chart *chart, const QString &name, const DurationFigures &work, qint64 late,
                        const DrillQuery &query);
    static QString sentence(const Chart &chart);
};

} // namespace oshaq
