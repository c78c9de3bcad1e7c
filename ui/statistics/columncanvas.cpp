// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/columncanvas.h"

#include "ui/common/painting.h"
#include "ui/statistics/chartcolours.h"
#include "ui/statistics/statisticstext.h"

#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QFontMetrics>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QPainter>
#include <QScatterSeries>
#include <QValueAxis>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int mostTicks = 5;
/// Of a column's width.
constexpr double besideWidth = 0.74;
constexpr double aloneWidth = 0.6;

} // namespace

ColumnCanvas::ColumnCanvas(const Look &look, QWidget *parent)
    : ChartCanvas(look, parent)
    , m_qtChart(new QChart)
    , m_view(new QChartView(m_qtChart, this))
    , m_across(new QValueAxis(m_qtChart))
    , m_up(new QValueAxis(m_qtChart))
{
    m_qtChart->setAnimationOptions(QChart::NoAnimation);
    m_qtChart->setBackgroundVisible(false);
    m_qtChart->setPlotAreaBackgroundVisible(false);
    m_qtChart->setMargins(QMargins());
    m_qtChart->layout()->setContentsMargins(0, 0, 0, 0);
    m_qtChart->legend()->hide();
    for (QValueAxis *axis : {m_across, m_up}) {
        axis->setVisible(false);
        m_qtChart->addAxis(axis, axis == m_across ? Qt::AlignBottom : Qt::AlignLeft);
    }
    // The canvas below answers the pointer and the keys for all charts in the same way.
    m_view->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setStyleSheet(QStringLiteral("background: transparent; border: none;"));
    m_view->setMinimumSize(1, 1);
    m_view->setAccessibleName(QString());
}

void ColumnCanvas::setLook(const Look &look)
{
    ChartCanvas::setLook(look);
    fillSeries();
    arrange();
}

void ColumnCanvas::setChart(const Chart &chart)
{
    qint64 largest = 0;
    for (const ChartMark &mark : chart.marks)
        largest = std::max({largest, mark.value.value_or(0), mark.second.value_or(0)});
    m_unit = statisticsmath::moneyUnit(largest, chart.currency);
    m_ticks = statisticsmath::niceTicks(largest, mostTicks);
    ChartCanvas::setChart(chart);
    fillSeries();
    arrange();
}

QSize ColumnCanvas::minimumSizeHint() const
{
    return QSize(look().px(300), look().px(260));
}

// ---- what Qt Charts draws

void ColumnCanvas::fillSeries()
{
    m_qtChart->removeAllSeries();
    m_across->setRange(-0.5, std::max(1, markCount()) - 0.5);
    m_up->setRange(0, double(m_ticks.back()));
    if (chart().shape == Chart::Shape::Columns) {
        addBars();
    } else {
        addLine(true);
        addLine(false);
    }
    for (QAbstractSeries *series : m_qtChart->series()) {
        series->attachAxis(m_across);
        series->attachAxis(m_up);
    }
}

void ColumnCanvas::addBars()
{
    const ChartColours colours = chartColours(look(), chart().colour);
    const bool hasSecond =
        std::any_of(chart().marks.begin(), chart().marks.end(), [](const ChartMark &mark) { return mark.second; });
    auto *series = new QBarSeries(m_qtChart);
    series->setBarWidth(hasSecond ? besideWidth : aloneWidth);
    auto *now = new QBarSet(QString(), series);
    now->setColor(colours.main);
    now->setPen(Qt::NoPen);
    auto *before = hasSecond ? new QBarSet(QString(), series) : nullptr;
    QList<qreal> nowValues;
    QList<qreal> beforeValues;
    for (const ChartMark &mark : chart().marks) {
        nowValues << qreal(mark.value.value_or(0));
        beforeValues << qreal(mark.second.value_or(0));
    }
    now->append(nowValues);
    if (before) {
        before->append(beforeValues);
        before->setBrush(colours.second);
        before->setPen(QPen(colours.outline, 1));
        series->append(before);
    }
    series->append(now);
    m_qtChart->addSeries(series);
}

void ColumnCanvas::addLine(bool second)
{
    const ChartColours colours = chartColours(look(), chart().colour);
    const QColor colour = second ? colours.outline : colours.main;
    QPen pen(colour, look().px(second ? 2 : 3));
    if (second)
        pen.setStyle(Qt::DashLine);
    auto *points = new QScatterSeries(m_qtChart);
    points->setColor(second ? look().theme().surface : colour);
    points->setBorderColor(colour);
    points->setMarkerShape(second ? QScatterSeries::MarkerShapeRectangle : QScatterSeries::MarkerShapeCircle);
    points->setMarkerSize(look().px(9));
    // A day without an average has no point, and no line is drawn through it.
    QLineSeries *line = nullptr;
    for (int i = 0; i < markCount(); ++i) {
        const ChartMark &mark = chart().marks[size_t(i)];
        const std::optional<qint64> value = second ? mark.second : mark.value;
        if (!value) {
            line = nullptr;
            continue;
        }
        if (!line) {
            line = new QLineSeries(m_qtChart);
            line->setPen(pen);
            m_qtChart->addSeries(line);
        }
        line->append(i, double(*value));
        points->append(i, double(*value));
    }
    m_qtChart->addSeries(points);
}

// ---- where things stand

QRect ColumnCanvas::plot() const
{
    const QFontMetrics metrics(look().font(TextRole::Caption));
    const int left = m_tickWidth + look().px(10);
    const int top = metrics.height() + look().px(4);
    return QRect(left, top, std::max(1, width() - left - look().px(4)),
                 std::max(1, height() - top - metrics.height() - look().px(8)));
}

void ColumnCanvas::arrange()
{
    const QFontMetrics metrics(look().font(TextRole::Caption));
    m_tickWidth = 0;
    for (const qint64 tick : m_ticks)
        m_tickWidth = std::max(m_tickWidth, metrics.horizontalAdvance(StatisticsText::axisFigure(tick, m_unit)));
    m_view->setVisible(markCount() > 0);
    m_view->setGeometry(plot());
    m_qtChart->setPlotArea(QRectF(QPointF(0, 0), QSizeF(plot().size())));
    update();
}

void ColumnCanvas::resizeEvent(QResizeEvent *)
{
    arrange();
}

QRect ColumnCanvas::markRect(int index) const
{
    const QRect area = plot();
    const int count = std::max(1, markCount());
    const int left = area.left() + area.width() * index / count;
    const int right = area.left() + area.width() * (index + 1) / count;
    return QRect(left, area.top(), right - left, area.height());
}

int ColumnCanvas::markAt(const QPoint &point) const
{
    const QRect area = plot();
    // Its label belongs to it too.
    if (markCount() == 0 || point.x() < area.left() || point.x() > area.right() || point.y() < area.top())
        return -1;
    return std::min(markCount() - 1, (point.x() - area.left()) * markCount() / area.width());
}

qreal ColumnCanvas::heightOf(qint64 value) const
{
    return double(value) / double(m_ticks.back()) * plot().height();
}

// ---- painting

void ColumnCanvas::paintAxes(QPainter &painter) const
{
    const Theme &theme = look().theme();
    const QFont captions = look().font(TextRole::Caption);
    const QFontMetrics metrics(captions);
    const QRect area = plot();
    for (const qint64 tick : m_ticks) {
        const int y = qRound(area.bottom() + 1 - heightOf(tick));
        painter.fillRect(QRect(area.left(), y, area.width(), 1), tick == 0 ? theme.muted : theme.line);
        painter.setPen(theme.muted);
        painting::drawFigures(painter, QRect(0, y - metrics.height() / 2, m_tickWidth, metrics.height()),
                              Qt::AlignRight, StatisticsText::axisFigure(tick, m_unit), captions);
    }
    // As many names as stand apart.
    int widest = 1;
    for (const ChartMark &mark : chart().marks)
        widest = std::max(widest, metrics.horizontalAdvance(mark.label) + look().px(10));
    const int columnWidth = std::max(1, area.width() / std::max(1, markCount()));
    const int every = (widest + columnWidth - 1) / columnWidth;
    painter.setFont(captions);
    painter.setPen(theme.muted);
    int taken = 0;
    for (int i = 0; i < markCount(); i += every) {
        const QRect column = markRect(i);
        QRect label(column.center().x() - widest / 2, area.bottom() + look().px(6), widest, metrics.height());
        label.moveRight(std::min(label.right(), width() - 1));
        label.moveLeft(std::max(label.left(), 0));
        // The last one had to make room for itself.
        if (label.left() + look().px(6) < taken)
            continue;
        taken = label.right();
        painter.drawText(label, Qt::AlignHCenter | Qt::AlignTop, chart().marks[size_t(i)].label);
    }
}

void ColumnCanvas::paintFigures(QPainter &painter) const
{
    const QFont font = look().font(TextRole::Tag);
    const QFontMetrics metrics(font);
    QStringList texts;
    int widest = 0;
    for (const ChartMark &mark : chart().marks) {
        texts << (mark.value ? StatisticsText::axisFigure(*mark.value / m_unit.minor * m_unit.minor, m_unit)
                             : QString());
        widest = std::max(widest, metrics.horizontalAdvance(texts.back()));
    }
    // Each stands over its own bar, or not at all.
    const bool hasSecond =
        std::any_of(chart().marks.begin(), chart().marks.end(), [](const ChartMark &mark) { return mark.second; });
    const bool isBars = chart().shape == Chart::Shape::Columns;
    const double columnWidth = plot().width() / std::max(1.0, double(markCount()));
    const double barWidth = !isBars     ? columnWidth
                            : hasSecond ? columnWidth * besideWidth / 2
                                        : columnWidth * aloneWidth;
    if (widest + look().px(4) > barWidth)
        return;
    const int shift = isBars && hasSecond ? qRound(barWidth / 2) : 0;
    painter.setFont(font);
    painter.setPen(look().theme().text);
    for (int i = 0; i < markCount(); ++i) {
        const ChartMark &mark = chart().marks[size_t(i)];
        if (!mark.value)
            continue;
        const int middle = markRect(i).center().x() + shift;
        // Over the line of what was before where that is higher.
        const qint64 upper = isBars ? *mark.value : std::max(*mark.value, mark.second.value_or(0));
        const int y = qRound(plot().bottom() - heightOf(upper)) - metrics.height() - look().px(isBars ? 2 : 8);
        painter.drawText(QRect(middle - widest, y, 2 * widest, metrics.height()), Qt::AlignCenter, texts[i]);
    }
}

void ColumnCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hoveredMark() >= 0)
        painting::fillRounded(painter, markRect(hoveredMark()), look().px(6), look().theme().selection);
    paintAxes(painter);
    paintFigures(painter);
    paintFocus(painter);
}

} // namespace oshaq
