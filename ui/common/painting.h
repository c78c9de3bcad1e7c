// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QBrush>
#include <QPainterPath>
#include <QRect>
#include <QString>

class QPainter;

namespace oshaq {

/// Small things that several painters draw. All of them take device-independent pixels and leave pen and font changed.
namespace painting {

/// Diagonal stripes of the two late colours: the pattern that says "late" without colour.
QBrush lateStripes(const Look &look);

/// A rectangle whose upper or lower corners are rounded.
QPainterPath roundedPath(const QRectF &rect, qreal topRadius, qreal bottomRadius);

void fillRounded(QPainter &painter, const QRectF &rect, qreal radius, const QBrush &brush);
/// A one-pixel outline inside `rect`.
void outlineRounded(QPainter &painter, const QRectF &rect, qreal radius, const QColor &colour, qreal thickness = 1);

/// Text whose figures stand in cells of equal width, so that a running clock does not dance, whatever the font.
void drawFigures(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text, const QFont &font);
int figuresWidth(const QString &text, const QFont &font);

/// A key as it looks on a keyboard; `onLight` for caps on a light button.
QSize keyCapSize(const Look &look, const QString &key);
void drawKeyCap(QPainter &painter, const Look &look, const QRect &rect, const QString &key, bool onLight);

/// A filled label such as ADDED or VOID.
QSize tagSize(const Look &look, const QString &text);
void drawTag(QPainter &painter, const Look &look, const QRect &rect, const QString &text, const QColor &fill);

/// The warning sign of the allergy band: a triangle with a stroke and a dot.
void drawWarningSign(QPainter &painter, const QRectF &rect, const QColor &ink, const QColor &paper);

/// "Not at the hub yet": a small arrow that leaves a tray.
void drawPendingSign(QPainter &painter, const QRectF &rect, const QColor &ink);

} // namespace painting
} // namespace oshaq
