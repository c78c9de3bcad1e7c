// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/statistics/chartcanvas.h"

namespace oshaq {

/// Lying bars, a line each: name, bar, figures. Long names are shortened with an ellipsis; the tip has them whole.
class BarCanvas final : public ChartCanvas
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BarCanvas)

public:
    using ChartCanvas::ChartCanvas;

    QRect markRect(int index) const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int rowHeight() const;
};

} // namespace oshaq
