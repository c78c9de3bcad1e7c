// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/chartcolours.h"

#include "ui/statistics/statisticsmath.h"

#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <array>

namespace oshaq {

namespace {

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto part = [share](int one, int other) { return int(one + (other - one) * share + 0.5); };
    return QColor(part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue()));
}

/// Seen without colour as well.
QBrush striped(const Look &look, const QColor &paper, const QColor &stripe)
{
    const int side = look.px(8);
    QPixmap tile(side, side);
    tile.fill(paper);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(stripe, side / 5.0));
    for (const int shift : {-side, 0, side})
        painter.drawLine(QPointF(shift, side), QPointF(shift + side, 0));
    return QBrush(tile);
}

} // namespace

ChartColours chartColours(const Look &look, Chart::Colour colour)
{
    const Theme &theme = look.theme();
    ChartColours colours;
    colours.grid = theme.line;
    colours.track = theme.raised;
    switch (colour) {
    case Chart::Colour::Blue:
        colours.main = theme.isDark ? theme.fresh : QColor(0x0072B2);
        break;
    case Chart::Colour::Ember:
        colours.main = QColor(0xE69F00);
        break;
    case Chart::Colour::Late:
        colours.main = theme.late;
        break;
    }
    const QColor sand = theme.isDark ? QColor(0x4A5563) : QColor(0xDDD5C8);
    colours.outline = theme.isDark ? QColor(0x8C97A3) : QColor(0x877C6C);
    colours.second = striped(look, sand, theme.isDark ? QColor(0x66727F) : QColor(0xC2B7A5));
    return colours;
}

QColor heatColour(const Theme &theme, int level)
{
    if (level <= 0)
        return theme.raised;
    const QColor least = theme.isDark ? QColor(0x22384A) : QColor(0xDCE8F0);
    const QColor most = theme.isDark ? QColor(0x56B4E9) : QColor(0x00639C);
    // Not through the middle: neither dark nor light figures can be read there.
    constexpr std::array dark{0.0, 0.13, 0.26, 0.40, 0.65, 0.77, 0.88, 1.0};
    constexpr std::array light{0.0, 0.12, 0.24, 0.36, 0.48, 0.84, 0.92, 1.0};
    static_assert(dark.size() == statisticsmath::heatLevels && light.size() == statisticsmath::heatLevels);
    const auto at = size_t(std::min(level, statisticsmath::heatLevels) - 1);
    return mixed(least, most, theme.isDark ? dark[at] : light[at]);
}

QColor heatInk(const Theme &theme, int level)
{
    constexpr int lastOfDark = 4;
    constexpr int lastOfLight = 5;
    if (level <= (theme.isDark ? lastOfDark : lastOfLight))
        return theme.text;
    return theme.isDark ? theme.ink : QColor(Qt::white);
}

} // namespace oshaq
