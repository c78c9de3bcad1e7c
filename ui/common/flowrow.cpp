// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/flowrow.h"

#include <QEvent>

namespace oshaq {

FlowRow::FlowRow(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FlowRow::addWidget(QWidget *widget)
{
    widget->setParent(this);
    widget->show();
    m_widgets.push_back(widget);
    rearrange();
}

void FlowRow::setSpacing(int pixels)
{
    m_spacing = pixels;
    rearrange();
}

void FlowRow::rearrange()
{
    // A scroll area asks nobody for the height that goes with a width.
    setMinimumHeight(place(width(), true));
    updateGeometry();
}

int FlowRow::place(int width, bool apply) const
{
    int x = 0;
    int y = 0;
    int row = 0;
    for (QWidget *widget : m_widgets) {
        if (widget->isHidden())
            continue;
        QSize size = widget->sizeHint();
        size.setWidth(qMin(size.width(), qMax(width, 1)));
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += row + m_spacing;
            row = 0;
        }
        if (apply)
            widget->setGeometry(QRect(QPoint(x, y), size));
        x += size.width() + m_spacing;
        row = qMax(row, size.height());
    }
    return y + row;
}

int FlowRow::heightForWidth(int width) const
{
    return place(width, false);
}

QSize FlowRow::sizeHint() const
{
    int width = 0;
    for (const QWidget *widget : m_widgets)
        width += widget->isHidden() ? 0 : widget->sizeHint().width() + m_spacing;
    width = qMax(0, width - m_spacing);
    return QSize(width, place(qMax(width, 1), false));
}

QSize FlowRow::minimumSizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QWidget *widget : m_widgets) {
        if (!widget->isHidden()) {
            width = qMax(width, widget->sizeHint().width());
            height = qMax(height, widget->sizeHint().height());
        }
    }
    return QSize(width, height);
}

void FlowRow::resizeEvent(QResizeEvent *)
{
    rearrange();
}

bool FlowRow::event(QEvent *event)
{
    // A child has other words, or is shown or hidden.
    if (event->type() == QEvent::LayoutRequest)
        rearrange();
    return QWidget::event(event);
}

} // namespace oshaq
