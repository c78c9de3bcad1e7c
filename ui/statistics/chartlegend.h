// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"
#include "ui/statistics/chart.h"

#include <QWidget>

namespace oshaq {

/// What the series of a chart are, each with its pattern; on as many lines as it needs.
class ChartLegend final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartLegend)

public:
    explicit ChartLegend(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setChart(const Chart &chart, const QString &unit);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int place(int width, QPainter *painter) const;

    Look m_look;
    Chart m_chart;
    QString m_unit;
};

} // namespace oshaq
