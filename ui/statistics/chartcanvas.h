// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"
#include "ui/statistics/chart.h"

#include <QWidget>

namespace oshaq {

/// Where a chart is drawn. Tab reaches it, the arrow keys go through its marks, Enter or a touch asks for the orders
/// behind one; a pointer over a mark tells its figures. What it looks like is the subclasses' business.
class ChartCanvas : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartCanvas)

public:
    explicit ChartCanvas(const Look &look, QWidget *parent = nullptr);

    virtual void setLook(const Look &look);
    virtual void setChart(const Chart &chart);
    const Chart &chart() const { return m_chart; }
    /// Where a mark is hit; empty: nowhere.
    virtual QRect markRect(int index) const = 0;
    /// -1: none.
    int currentMark() const { return m_current; }
    void setCurrentMark(int index);

    QSize sizeHint() const override { return minimumSizeHint(); }

Q_SIGNALS:
    /// Its orders are wanted; only of marks that have some.
    void markChosen(int index);

protected:
    const Look &look() const { return m_look; }
    int hoveredMark() const { return m_hovered; }
    int markCount() const { return int(m_chart.marks.size()); }
    virtual int markAt(const QPoint &point) const;
    /// Where the keys lead from a mark; -1: nowhere.
    virtual int neighbour(int index, int key) const;
    /// The outline of the mark that the keyboard acts on.
    void paintFocus(QPainter &painter) const;

    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void choose(int index);
    void setHovered(int index);
    void describe();

    Look m_look;
    Chart m_chart;
    int m_current = -1;
    int m_hovered = -1;
    int m_pressed = -1;
};

} // namespace oshaq
