// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/figurecard.h"

#include "ui/common/accessible.h"
#include "ui/common/fittinglook.h"
#include "ui/common/painting.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace oshaq {

namespace {

using Way = StatisticsText::Change::Way;

int figureWidth(const Look &look, const QString &figure)
{
    return painting::figuresWidth(figure, look.font(TextRole::Figure));
}

int wordsWidth(const Look &look, const QString &name, const QString &change)
{
    const QFontMetrics metrics(look.font(TextRole::CaptionBold));
    return std::max(metrics.horizontalAdvance(name), metrics.horizontalAdvance(change) + look.px(20));
}

} // namespace

FigureCard::FigureCard(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setAccessibleRole(this, QAccessible::StaticText);
}

void FigureCard::setLook(const Look &look)
{
    m_look = look;
    updateGeometry();
    update();
}

void FigureCard::setFigure(const QString &name, const QString &figure, const StatisticsText::Change &change)
{
    m_name = name;
    m_figure = figure;
    m_change = change;
    setAccessibleName(QStringLiteral("%1: %2, %3").arg(name, figure, change.text));
    updateGeometry();
    update();
}

int FigureCard::wantedWidth() const
{
    return std::max(figureWidth(m_look, m_figure), wordsWidth(m_look, m_name, m_change.text)) + 2 * m_look.px(16);
}

QSize FigureCard::sizeHint() const
{
    return QSize(wantedWidth(), m_look.px(118));
}

void FigureCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    painting::fillRounded(painter, rect(), m_look.px(12), theme.surface);
    painting::outlineRounded(painter, rect(), m_look.px(12), theme.line);

    const int edge = m_look.px(16);
    const int room = width() - 2 * edge;
    const Look look =
        fittingLook(m_look, [&](const Look &one) { return wordsWidth(one, m_name, m_change.text) <= room; });
    const Look figureLook = fittingLook(m_look, [&](const Look &one) { return figureWidth(one, m_figure) <= room; });
    painter.setFont(look.font(TextRole::CaptionBold));
    painter.setPen(theme.muted);
    painter.drawText(QRect(edge, m_look.px(14), room, m_look.px(24)), Qt::AlignLeft | Qt::AlignVCenter, m_name);
    painter.setPen(theme.text);
    painting::drawFigures(painter, QRect(edge, m_look.px(40), room, m_look.px(38)), Qt::AlignLeft, m_figure,
                          figureLook.font(TextRole::Figure));

    QRect line(edge, m_look.px(82), room, m_look.px(24));
    const QColor ink = m_change.way == Way::Better  ? theme.readyText
                       : m_change.way == Way::Worse ? theme.lateText
                                                    : theme.muted;
    if (m_change.way == Way::Better || m_change.way == Way::Worse) {
        const qreal side = look.px(13);
        const QPointF middle(line.left() + side / 2, line.center().y() + 0.5);
        const qreal direction = m_change.isUp ? -1 : 1;
        const QPolygonF arrow{middle + QPointF(0, direction * side * 0.42),
                              middle + QPointF(-side / 2, -direction * side * 0.42),
                              middle + QPointF(side / 2, -direction * side * 0.42)};
        painter.setPen(QPen(ink, look.px(2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(m_change.way == Way::Better ? QBrush(ink) : QBrush(Qt::NoBrush));
        painter.drawPolygon(arrow);
        line.setLeft(line.left() + look.px(20));
    }
    painter.setFont(look.font(TextRole::CaptionBold));
    painter.setPen(ink);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_change.text);
}

} // namespace oshaq
