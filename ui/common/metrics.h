// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

class QScreen;

namespace oshaq {

/// Sizes on one screen, in device-independent pixels. A design pixel is 1/96 inch of the real screen, so that a dish
/// name is as tall on a 15-inch panel as on a 24-inch monitor; a finger is measured in millimetres.
class Metrics
{
public:
    /// 96 dpi, scale 1.
    Metrics() = default;

    /// `dpi` is the screen's real density; values that no screen has (a driver that reports nothing, or nonsense) count
    /// as 96. Text never gets smaller than designed, and only as large as leaves four columns of tickets in `window`:
    /// who has a small screen stands close to it.
    static Metrics forDpi(double dpi, QSize window);

    /// From what the screen reports; no screen: 96 dpi.
    static Metrics forScreen(const QScreen *screen, QSize window);

    /// The same screen with everything that is read larger or smaller: 50 to 250 percent. What is hit keeps its
    /// millimetres.
    Metrics withText(int percent) const;

    /// Factor from design pixels to this screen, in steps of 1/8 so that glyphs stay crisp.
    double scale() const { return m_scale; }

    /// Design pixels on this screen.
    int px(double design) const;

    /// Real millimetres on this screen.
    int mm(double millimetres) const;

    /// Height of the one large action of a ticket: 15 mm at least.
    int actionHeight() const { return qMax(px(56), mm(15)); }

    /// Height of anything else that a finger may hit: 10 mm at least.
    int lineHeight() const { return qMax(px(m_compact ? 40 : 46), mm(10)); }

    /// Height of the buttons in the bars.
    int buttonHeight() const { return qMax(px(48), mm(12)); }

    /// The window is low: paddings shrink before anything that is read or hit does.
    bool isCompact() const { return m_compact; }

    bool operator==(const Metrics &) const = default;

private:
    double m_scale = 1.0;
    double m_pixelsPerMm = 96.0 / 25.4;
    bool m_compact = false;
};

} // namespace oshaq
