// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/barcanvas.h"

#include "ui/common/painting.h"
#include "ui/statistics/chartcolours.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace oshaq {

int BarCanvas::rowHeight() const
{
    return look().px(34);
}

QRect BarCanvas::markRect(int index) const
{
    return QRect(0, index * rowHeight(), width(), rowHeight());
}

QSize BarCanvas::minimumSizeHint() const
{
    return QSize(look().px(200), std::max(1, markCount()) * rowHeight());
}

void BarCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = look().theme();
    const ChartColours colours = chartColours(look(), chart().colour);
    const QFont nameFont = look().font(TextRole::Caption);
    const QFont figureFont = look().font(TextRole::CaptionBold);
    const QFontMetrics names(nameFont);
    const int gap = look().px(12);

    qint64 largest = 1;
    int nameWidth = 0;
    int figureWidth = 0;
    for (const ChartMark &mark : chart().marks) {
        largest = std::max({largest, mark.value.value_or(0), mark.second.value_or(0), mark.third.value_or(0)});
        nameWidth = std::max(nameWidth, names.horizontalAdvance(mark.label) + 2);
        figureWidth = std::max(figureWidth, painting::figuresWidth(mark.text, figureFont));
    }
    // The figures come first, then the names; a bar has to do with what is left.
    nameWidth = std::min(nameWidth, std::max(0, (width() - figureWidth - 2 * gap) * 45 / 100));
    const int barLeft = nameWidth + gap;
    const int barWidth = std::max(0, width() - barLeft - figureWidth - gap);
    const int barHeight = look().px(18);
    const qreal radius = look().px(5);

    for (int i = 0; i < markCount(); ++i) {
        const ChartMark &mark = chart().marks[size_t(i)];
        const QRect row = markRect(i);
        if (i == hoveredMark())
            painting::fillRounded(painter, row, look().px(6), theme.selection);
        painter.setFont(nameFont);
        painter.setPen(theme.text);
        painter.drawText(QRect(0, row.top(), nameWidth, row.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         names.elidedText(mark.label, Qt::ElideRight, nameWidth));
        painter.setPen(theme.text);
        painting::drawFigures(painter, QRect(width() - figureWidth, row.top(), figureWidth, row.height()),
                              Qt::AlignRight, mark.text, figureFont);

        const QRectF track(barLeft, row.top() + (row.height() - barHeight) / 2, barWidth, barHeight);
        painting::fillRounded(painter, track, radius, colours.track);
        const auto lengthOf = [&](qint64 value) { return double(value) / double(largest) * track.width(); };
        const auto part = [&](qint64 value) {
            return QRectF(track.left(), track.top(), std::max(lengthOf(value), 2.0), track.height());
        };
        if (mark.second && *mark.second > 0) {
            painting::fillRounded(painter, part(*mark.second), radius, colours.second);
            painting::outlineRounded(painter, part(*mark.second), radius, colours.outline);
        }
        if (mark.value && *mark.value > 0)
            painting::fillRounded(painter, part(*mark.value), radius, colours.main);
        if (mark.third && *mark.third > 0) {
            const qreal x = track.left() + std::min(lengthOf(*mark.third), track.width() - look().px(3));
            painter.fillRect(QRectF(x, track.top() - look().px(2), look().px(3), track.height() + look().px(4)),
                             theme.text);
        }
    }
    paintFocus(painter);
}

} // namespace oshaq
