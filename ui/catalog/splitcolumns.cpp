// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/splitcolumns.h"

#include <QBoxLayout>

namespace oshaq {

SplitColumns::SplitColumns(QWidget *parent)
    : QWidget(parent)
    , m_left(new QWidget(this))
    , m_right(new QWidget(this))
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_first(new QVBoxLayout(m_left))
    , m_second(new QVBoxLayout(m_right))
{
    for (QBoxLayout *layout : {m_columns, static_cast<QBoxLayout *>(m_first), static_cast<QBoxLayout *>(m_second)})
        layout->setContentsMargins(0, 0, 0, 0);
    m_columns->addWidget(m_left);
    m_columns->addWidget(m_right, 1);
}

void SplitColumns::setWidths(int first, int leastSecond)
{
    m_firstWidth = first;
    m_leastSecond = leastSecond;
    arrange();
}

void SplitColumns::setSpacing(int between, int inside)
{
    m_columns->setSpacing(between);
    m_first->setSpacing(inside);
    m_second->setSpacing(inside);
}

void SplitColumns::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void SplitColumns::arrange()
{
    const bool isWide = width() >= m_firstWidth + m_columns->spacing() + m_leastSecond;
    m_columns->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_left->setMinimumWidth(isWide ? m_firstWidth : 0);
    m_left->setMaximumWidth(isWide ? m_firstWidth : QWIDGETSIZE_MAX);
}

} // namespace oshaq
