// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/painting.h"

#include <QFontMetrics>
#include <QFontMetricsF>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>

#include <algorithm>
#include <cmath>

namespace oshaq::painting {

QBrush lateStripes(const Look &look)
{
    // A square tile whose diagonal is one period: stripes meet without a seam in both directions.
    const int period = look.px(40);
    const QString key = QStringLiteral("oshaq/stripes/%1/%2/%3")
                            .arg(period)
                            .arg(look.theme().late.rgba())
                            .arg(look.theme().lateStripe.rgba());
    QPixmap tile;
    if (!QPixmapCache::find(key, &tile)) {
        tile = QPixmap(period, period);
        tile.fill(look.theme().late);
        QPainter painter(&tile);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.theme().lateStripe);
        const qreal half = period / 2.0;
        painter.drawPolygon(QPolygonF{{0, 0}, {half, 0}, {0, half}});
        painter.drawPolygon(
            QPolygonF{{qreal(period), 0}, {qreal(period), half}, {half, qreal(period)}, {0, qreal(period)}});
        painter.end();
        QPixmapCache::insert(key, tile);
    }
    return QBrush(tile);
}

QPainterPath roundedPath(const QRectF &rect, qreal topRadius, qreal bottomRadius)
{
    QPainterPath path;
    path.moveTo(rect.left() + topRadius, rect.top());
    path.lineTo(rect.right() - topRadius, rect.top());
    if (topRadius > 0)
        path.arcTo(QRectF(rect.right() - 2 * topRadius, rect.top(), 2 * topRadius, 2 * topRadius), 90, -90);
    path.lineTo(rect.right(), rect.bottom() - bottomRadius);
    if (bottomRadius > 0) {
        path.arcTo(QRectF(rect.right() - 2 * bottomRadius, rect.bottom() - 2 * bottomRadius, 2 * bottomRadius,
                          2 * bottomRadius),
                   0, -90);
    }
    path.lineTo(rect.left() + bottomRadius, rect.bottom());
    if (bottomRadius > 0) {
        path.arcTo(QRectF(rect.left(), rect.bottom() - 2 * bottomRadius, 2 * bottomRadius, 2 * bottomRadius), 270, -90);
    }
    path.lineTo(rect.left(), rect.top() + topRadius);
    if (topRadius > 0)
        path.arcTo(QRectF(rect.left(), rect.top(), 2 * topRadius, 2 * topRadius), 180, -90);
    path.closeSubpath();
    return path;
}

void fillRounded(QPainter &painter, const QRectF &rect, qreal radius, const QBrush &brush)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(brush);
    painter.drawRoundedRect(rect, radius, radius);
}

void outlineRounded(QPainter &painter, const QRectF &rect, qreal radius, const QColor &colour, qreal thickness)
{
    const qreal inset = thickness / 2;
    painter.setPen(QPen(colour, thickness));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
}

namespace {

qreal widestFigure(const QFontMetricsF &metrics)
{
    qreal widest = 0;
    for (char16_t figure = u'0'; figure <= u'9'; ++figure)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(figure)));
    return widest;
}

} // namespace

int figuresWidth(const QString &text, const QFont &font)
{
    const QFontMetricsF metrics(font);
    const qreal cell = widestFigure(metrics);
    qreal width = 0;
    for (const QChar letter : text)
        width += letter.isDigit() ? cell : metrics.horizontalAdvance(letter);
    return int(std::ceil(width));
}

void drawFigures(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text, const QFont &font)
{
    const QFontMetricsF metrics(font);
    const qreal cell = widestFigure(metrics);
    qreal x = rect.left();
    const int width = figuresWidth(text, font);
    if (alignment & Qt::AlignRight)
        x = rect.left() + rect.width() - width;
    else if (alignment & Qt::AlignHCenter)
        x = rect.left() + (rect.width() - width) / 2.0;
    // Figures are as tall as capitals: centre those, not the font's line.
    qreal baseline = rect.top() + (rect.height() + metrics.capHeight()) / 2.0;
    if (alignment & Qt::AlignTop)
        baseline = rect.top() + metrics.ascent();
    baseline = std::round(baseline);

    painter.setFont(font);
    for (const QChar letter : text) {
        const qreal advance = metrics.horizontalAdvance(letter);
        const qreal slot = letter.isDigit() ? cell : advance;
        painter.drawText(QPointF(x + (slot - advance) / 2, baseline), QString(letter));
        x += slot;
    }
}

QSize keyCapSize(const Look &look, const QString &key)
{
    const QFontMetrics metrics(look.font(TextRole::Tag));
    const int height = look.px(24);
    return QSize(std::max(height, metrics.horizontalAdvance(key) + look.px(14)), height);
}

void drawKeyCap(QPainter &painter, const Look &look, const QRect &rect, const QString &key, bool onLight)
{
    const Theme &theme = look.theme();
    // On the button that stands out, a cap stands out from it in turn.
    fillRounded(painter, rect, look.px(5), onLight ? (theme.isDark ? theme.ink : theme.text) : theme.background);
    if (!onLight)
        outlineRounded(painter, rect, look.px(5), theme.line);
    painter.setFont(look.font(TextRole::Tag));
    painter.setPen(onLight ? (theme.isDark ? theme.text : theme.background) : theme.muted);
    painter.drawText(rect, Qt::AlignCenter, key);
}

QSize tagSize(const Look &look, const QString &text)
{
    const QFontMetrics metrics(look.font(TextRole::Tag));
    return QSize(metrics.horizontalAdvance(text) + look.px(14), look.px(22));
}

void drawTag(QPainter &painter, const Look &look, const QRect &rect, const QString &text, const QColor &fill)
{
    fillRounded(painter, rect, look.px(5), fill);
    painter.setFont(look.font(TextRole::Tag));
    painter.setPen(look.theme().ink);
    painter.drawText(rect, Qt::AlignCenter, text);
}

void drawWarningSign(QPainter &painter, const QRectF &rect, const QColor &ink, const QColor &paper)
{
    const qreal w = rect.width();
    const qreal h = rect.height();
    const auto at = [&](qreal x, qreal y) { return QPointF(rect.left() + x * w, rect.top() + y * h); };
    painter.setPen(QPen(ink, w * 0.10, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(ink);
    painter.drawPolygon(QPolygonF{at(0.5, 0.10), at(0.95, 0.90), at(0.05, 0.90)});
    painter.setPen(QPen(paper, w * 0.11, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(at(0.5, 0.38), at(0.5, 0.60));
    painter.setPen(Qt::NoPen);
    painter.setBrush(paper);
    painter.drawEllipse(at(0.5, 0.775), w * 0.065, w * 0.065);
}

void drawPendingSign(QPainter &painter, const QRectF &rect, const QColor &ink)
{
    const qreal w = rect.width();
    const auto at = [&](qreal x, qreal y) { return QPointF(rect.left() + x * w, rect.top() + y * rect.height()); };
    painter.setPen(QPen(ink, std::max(1.5, w * 0.10), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(at(0.5, 0.66), at(0.5, 0.14));
    painter.drawPolyline(QPolygonF{at(0.28, 0.36), at(0.5, 0.14), at(0.72, 0.36)});
    painter.drawPolyline(QPolygonF{at(0.10, 0.62), at(0.10, 0.90), at(0.90, 0.90), at(0.90, 0.62)});
}

} // namespace oshaq::painting
