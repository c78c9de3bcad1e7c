// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/statistics/chartcanvas.h"
#include "ui/statistics/statisticsmath.h"

#include <vector>

QT_BEGIN_NAMESPACE
class QChart;
class QChartView;
class QValueAxis;
QT_END_NAMESPACE

namespace oshaq {

/// Upright bars, or lines, by day, week or month. Qt Charts draws what stands in the plot; the axes are ours: Qt
/// Charts measures every label of its own axes anew at each change, which takes longer than a frame, and cuts them.
class ColumnCanvas final : public ChartCanvas
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColumnCanvas)

public:
    explicit ColumnCanvas(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look) override;
    void setChart(const Chart &chart) override;
    QRect markRect(int index) const override;
    QSize minimumSizeHint() const override;
    const std::vector<qint64> &ticks() const { return m_ticks; }

protected:
    int markAt(const QPoint &point) const override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QRect plot() const;
    void fillSeries();
    void addBars();
    void addLine(bool second);
    void arrange();
    void paintAxes(QPainter &painter) const;
    void paintFigures(QPainter &painter) const;
    qreal heightOf(qint64 value) const;

    QChart *m_qtChart;
    QChartView *m_view;
    QValueAxis *m_across;
    QValueAxis *m_up;
    std::vector<qint64> m_ticks{0, 1};
    statisticsmath::AxisUnit m_unit;
    int m_tickWidth = 0;
};

} // namespace oshaq
