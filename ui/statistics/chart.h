// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "models/terminal/statisticsport.h"

#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace oshaq {

/// The cards of the statistics page, in the order in which they stand there.
enum class ChartId
{
    Revenue,
    Dishes,
    Hours, ///< by hour and weekday
    Late,
    AverageCheck,
    Categories,
    Preparation,
    Channels,
    Painted,
    Cancellations
};

inline constexpr std::array allChartIds{
    ChartId::Revenue,    ChartId::Dishes,      ChartId::Hours,    ChartId::Late,    ChartId::AverageCheck,
    ChartId::Categories, ChartId::Preparation, ChartId::Channels, ChartId::Painted, ChartId::Cancellations};

/// What a whole number counts.
enum class FigureKind
{
    Count,
    Money,    ///< minor units
    Quantity, ///< thousandths
    Share,    ///< tenths of a percent
    Minutes,  ///< milliseconds, told as minutes and seconds
    Millis    ///< milliseconds
};

/// Something drawn: a bar, a point, a cell. What a chart draws, its table has too.
struct ChartMark
{
    QString label; ///< beside it or under it
    QString name;  ///< for tips and readers: "Saturday, 21 Nov"
    std::optional<qint64> value;
    std::optional<qint64> second;
    std::optional<qint64> third;
    QString text; ///< the figures in words, as they stand beside it
    QString tip;
    std::optional<DrillQuery> drill; ///< the orders behind it
};

struct ChartColumn
{
    QString name;
    FigureKind kind = FigureKind::Count;
};

struct ChartRow
{
    QString name;
    std::vector<std::optional<qint64>> figures; ///< one for each column
    std::optional<DrillQuery> drill;
};

/// A chart and the table behind it, in words of the screen's language. The table holds every figure, the chart as many
/// of them as can be read.
struct Chart
{
    enum class Shape
    {
        Columns, ///< upright, `second` beside each
        Lines,   ///< `second` as another line
        Bars,    ///< lying, `second` behind as its continuation, `third` as a stroke
        Heat     ///< cells: marks row by row
    };
    enum class Colour
    {
        Blue,
        Ember,
        Late
    };

    ChartId id = ChartId::Revenue;
    Shape shape = Shape::Bars;
    Colour colour = Colour::Blue;
    QString title;
    /// What the value, the second and the third are; empty: there is none, or nothing to explain.
    std::array<QString, 3> legend;
    /// The chart in a sentence, for those who do not see it.
    QString sentence;
    /// Why there is nothing to draw; empty: there is.
    QString empty;
    std::vector<ChartMark> marks;
    int leftOut = 0; ///< rows of the table that are not drawn
    FigureKind kind = FigureKind::Count;
    Currency currency;
    QStringList gridRows; ///< of a heat map
    QStringList gridColumns;

    QString nameHead; ///< of the table's first column
    std::vector<ChartColumn> columns;
    std::vector<ChartRow> rows;
    std::vector<std::optional<qint64>> totals; ///< of columns that can be summed
    bool inOrder = false;                      ///< rows follow the calendar: sorted by place, not by name
};

} // namespace oshaq
