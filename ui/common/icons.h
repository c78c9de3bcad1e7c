// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPixmap>
#include <QString>

namespace oshaq {

/// One of our own drawings (resources/icons/NAME.svg) at `size` device-independent pixels. `currentColor` in the
/// drawing becomes `colour`. Drawn once per size, colour and pixel ratio.
QPixmap iconPixmap(const QString &name, int size, const QColor &colour, qreal devicePixelRatio);

/// Where a style sheet finds a drawing, in the colours that it has: a style sheet cannot colour it.
QString iconFile(const QString &name);

} // namespace oshaq
