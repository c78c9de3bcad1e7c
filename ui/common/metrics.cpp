// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/metrics.h"

#include <QScreen>

#include <algorithm>
#include <cmath>

namespace oshaq {

namespace {

constexpr double designDpi = 96.0;
constexpr double millimetresPerInch = 25.4;
// Below and above these a report is a driver's mistake, not a screen.
constexpr double leastCredibleDpi = 35.0;
constexpr double mostCredibleDpi = 500.0;
// A wall television has 40 dpi, but nobody touches 24 pixels with a thumb that other people see as 15 mm.
constexpr double leastUsedDpi = 80.0;
constexpr double largestScale = 2.5;
// A window of this size holds four columns of tickets and two rows at scale 1.
constexpr double leastWidth = 1500.0;
constexpr double leastHeight = 800.0;
constexpr double compactHeight = 900.0;
constexpr int compactPercent = 120;

} // namespace

Metrics Metrics::forDpi(double dpi, QSize window)
{
    if (!std::isfinite(dpi) || dpi < leastCredibleDpi || dpi > mostCredibleDpi)
        dpi = designDpi;
    dpi = std::max(dpi, leastUsedDpi);

    double scale = std::clamp(std::round(dpi / designDpi * 8.0) / 8.0, 1.0, largestScale);
    if (window.isValid()) {
        const double room = std::min(window.width() / leastWidth, window.height() / leastHeight);
        scale = std::min(scale, std::max(1.0, std::floor(room * 8.0) / 8.0));
    }

    Metrics metrics;
    metrics.m_scale = scale;
    metrics.m_pixelsPerMm = dpi / millimetresPerInch;
    metrics.m_compact = window.isValid() && window.height() / scale < compactHeight;
    return metrics;
}

Metrics Metrics::forScreen(const QScreen *screen, QSize window)
{
    return forDpi(screen ? screen->physicalDotsPerInch() : designDpi, window);
}

Metrics Metrics::withText(int percent) const
{
    Metrics other = *this;
    other.m_scale = m_scale * std::clamp(percent, 50, 250) / 100.0;
    // Large letters make any window a low one.
    other.m_compact = m_compact || percent > compactPercent;
    return other;
}

int Metrics::px(double design) const
{
    return qRound(design * m_scale);
}

int Metrics::mm(double millimetres) const
{
    return int(std::ceil(millimetres * m_pixelsPerMm));
}

} // namespace oshaq
