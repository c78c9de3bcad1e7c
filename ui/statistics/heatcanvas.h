// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/statistics/chartcanvas.h"

namespace oshaq {

/// Weekdays by hours, a cell each: the darker (or, on dark, the lighter) the more, with the figure where it has room.
class HeatCanvas final : public ChartCanvas
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HeatCanvas)

public:
    using ChartCanvas::ChartCanvas;

    void setChart(const Chart &chart) override;
    QRect markRect(int index) const override;
    QSize minimumSizeHint() const override;

protected:
    int markAt(const QPoint &point) const override;
    int neighbour(int index, int key) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    QRect grid() const;
    int columns() const { return int(chart().gridColumns.size()); }
    int rows() const { return int(chart().gridRows.size()); }

    qint64 m_largest = 0;
};

} // namespace oshaq
