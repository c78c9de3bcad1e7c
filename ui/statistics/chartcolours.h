// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"
#include "ui/statistics/chart.h"

#include <QBrush>
#include <QColor>

namespace oshaq {

/// The few colours that charts have beside those of the theme. The second series has stripes and an outline too.
struct ChartColours
{
    QColor main;
    QColor outline; ///< of the second series: 3:1 on the card
    QColor track;   ///< behind lying bars
    QColor grid;
    QBrush second;
};

ChartColours chartColours(const Look &look, Chart::Colour colour);
/// A cell of the heat map: `level` of statisticsmath::heatLevel.
QColor heatColour(const Theme &theme, int level);
/// Text on it.
QColor heatInk(const Theme &theme, int level);

} // namespace oshaq
