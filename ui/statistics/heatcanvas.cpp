// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/heatcanvas.h"

#include "ui/common/painting.h"
#include "ui/statistics/chartcolours.h"
#include "ui/statistics/statisticsmath.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace oshaq {

void HeatCanvas::setChart(const Chart &chart)
{
    m_largest = 0;
    for (const ChartMark &mark : chart.marks)
        m_largest = std::max(m_largest, mark.value.value_or(0));
    ChartCanvas::setChart(chart);
}

QSize HeatCanvas::minimumSizeHint() const
{
    return QSize(look().px(300), look().px(260));
}

QRect HeatCanvas::grid() const
{
    const QFontMetrics metrics(look().font(TextRole::Caption));
    int names = 0;
    for (const QString &row : chart().gridRows)
        names = std::max(names, metrics.horizontalAdvance(row));
    return QRect(names + look().px(12), 0, std::max(1, width() - names - look().px(12)),
                 std::max(1, height() - metrics.height() - look().px(10)));
}

QRect HeatCanvas::markRect(int index) const
{
    if (columns() == 0 || index < 0)
        return {};
    const QRect area = grid();
    const int row = index / columns();
    const int column = index % columns();
    const int left = area.left() + area.width() * column / columns();
    const int right = area.left() + area.width() * (column + 1) / columns();
    const int top = area.top() + area.height() * row / rows();
    const int bottom = area.top() + area.height() * (row + 1) / rows();
    return QRect(left, top, right - left, bottom - top);
}

int HeatCanvas::markAt(const QPoint &point) const
{
    const QRect area = grid();
    if (columns() == 0 || !area.contains(point))
        return -1;
    const int column = std::min(columns() - 1, (point.x() - area.left()) * columns() / area.width());
    const int row = std::min(rows() - 1, (point.y() - area.top()) * rows() / area.height());
    return row * columns() + column;
}

int HeatCanvas::neighbour(int index, int key) const
{
    const int column = index % columns();
    switch (key) {
    case Qt::Key_Left:
        return column > 0 ? index - 1 : -1;
    case Qt::Key_Right:
        return column < columns() - 1 ? index + 1 : -1;
    case Qt::Key_Up:
        return index - columns();
    case Qt::Key_Down:
        return index + columns();
    default:
        return -1;
    }
}

void HeatCanvas::paintEvent(QPaintEvent *)
{
    if (columns() == 0)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = look().theme();
    const QFont captions = look().font(TextRole::Caption);
    const QFontMetrics metrics(captions);
    const QFont inCell = look().font(TextRole::Tag);
    const QFontMetrics cellMetrics(inCell);
    const QRect area = grid();

    painter.setFont(captions);
    painter.setPen(theme.muted);
    for (int row = 0; row < rows(); ++row) {
        const QRect cell = markRect(row * columns());
        painter.drawText(QRect(0, cell.top(), area.left() - look().px(12), cell.height()),
                         Qt::AlignRight | Qt::AlignVCenter, chart().gridRows[row]);
    }
    // As many hours as stand apart.
    const int columnWidth = std::max(1, area.width() / columns());
    const int hourWidth = metrics.horizontalAdvance(QStringLiteral("00")) + look().px(8);
    const int every = std::max(1, (hourWidth + columnWidth - 1) / columnWidth);
    for (int column = 0; column < columns(); column += every) {
        const QRect cell = markRect(column);
        painter.drawText(
            QRect(cell.center().x() - look().px(30), area.bottom() + look().px(6), look().px(60), metrics.height()),
            Qt::AlignHCenter | Qt::AlignTop, chart().gridColumns[column]);
    }

    const bool hasRoom = cellMetrics.horizontalAdvance(QLocale().toString(m_largest)) + look().px(8) < columnWidth &&
                         cellMetrics.height() < area.height() / rows();
    const int inset = std::max(1, look().px(1.5));
    painter.setFont(inCell);
    for (int i = 0; i < markCount(); ++i) {
        const ChartMark &mark = chart().marks[size_t(i)];
        const int level = statisticsmath::heatLevel(mark.value.value_or(0), m_largest);
        const QRect cell = markRect(i).adjusted(inset, inset, -inset, -inset);
        painting::fillRounded(painter, cell, look().px(4), heatColour(theme, level));
        if (hasRoom && level > 0) {
            painter.setPen(heatInk(theme, level));
            painter.drawText(cell, Qt::AlignCenter, mark.text);
        }
        if (i == hoveredMark())
            painting::outlineRounded(painter, cell, look().px(4), theme.focus, look().px(1.5));
    }
    paintFocus(painter);
}

} // namespace oshaq
