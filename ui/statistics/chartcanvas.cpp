// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/chartcanvas.h"

#include "ui/common/accessible.h"
#include "ui/common/painting.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace oshaq {

ChartCanvas::ChartCanvas(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleRole(this, QAccessible::Chart);
}

void ChartCanvas::setLook(const Look &look)
{
    m_look = look;
    updateGeometry();
    update();
}

void ChartCanvas::setChart(const Chart &chart)
{
    m_chart = chart;
    m_current = std::min(m_current, markCount() - 1);
    m_hovered = -1;
    m_pressed = -1;
    setAccessibleName(chart.title);
    describe();
    updateGeometry();
    update();
}

void ChartCanvas::describe()
{
    // The mark that the keys are on, after the sentence about all of them.
    QString words = m_chart.sentence;
    if (hasFocus() && m_current >= 0)
        words = m_chart.marks[size_t(m_current)].tip + QLatin1Char('\n') + words;
    if (words == accessibleDescription())
        return;
    setAccessibleDescription(words);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void ChartCanvas::setCurrentMark(int index)
{
    m_current = std::clamp(index, -1, markCount() - 1);
    describe();
    update();
}

int ChartCanvas::markAt(const QPoint &point) const
{
    for (int i = 0; i < markCount(); ++i) {
        if (markRect(i).contains(point))
            return i;
    }
    return -1;
}

int ChartCanvas::neighbour(int index, int key) const
{
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        return index - 1;
    case Qt::Key_Right:
    case Qt::Key_Down:
        return index + 1;
    default:
        return -1;
    }
}

void ChartCanvas::choose(int index)
{
    if (index >= 0 && index < markCount() && m_chart.marks[size_t(index)].drill)
        Q_EMIT markChosen(index);
}

void ChartCanvas::setHovered(int index)
{
    if (index == m_hovered)
        return;
    m_hovered = index;
    const bool leads = index >= 0 && m_chart.marks[size_t(index)].drill;
    setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void ChartCanvas::paintFocus(QPainter &painter) const
{
    if (!hasFocus())
        return;
    const QRect rect = m_current >= 0 ? markRect(m_current) : this->rect();
    painting::outlineRounded(painter, rect, m_look.px(6), m_look.theme().focus, m_look.px(2));
}

bool ChartCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = markAt(help->pos());
        if (index < 0)
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), m_chart.marks[size_t(index)].tip, this, markRect(index));
        return true;
    }
    return QWidget::event(event);
}

void ChartCanvas::keyPressEvent(QKeyEvent *event)
{
    if ((event->modifiers() & ~Qt::KeypadModifier) != 0) {
        event->ignore();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (!event->isAutoRepeat())
            choose(m_current);
        return;
    case Qt::Key_Home:
        setCurrentMark(markCount() > 0 ? 0 : -1);
        return;
    case Qt::Key_End:
        setCurrentMark(markCount() - 1);
        return;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int next = m_current < 0 ? 0 : neighbour(m_current, event->key());
        if (next >= 0 && next < markCount())
            setCurrentMark(next);
        return;
    }
    default:
        event->ignore();
    }
}

void ChartCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_pressed = markAt(event->position().toPoint());
}

void ChartCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    const int index = markAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || index < 0 || index != m_pressed)
        return;
    setCurrentMark(index);
    choose(index);
}

void ChartCanvas::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(markAt(event->position().toPoint()));
}

void ChartCanvas::leaveEvent(QEvent *)
{
    setHovered(-1);
}

void ChartCanvas::focusInEvent(QFocusEvent *)
{
    if (m_current < 0 && markCount() > 0)
        m_current = 0;
    describe();
    update();
}

void ChartCanvas::focusOutEvent(QFocusEvent *)
{
    describe();
    update();
}

} // namespace oshaq
