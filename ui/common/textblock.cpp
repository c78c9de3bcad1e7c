// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/textblock.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace oshaq {

namespace {

// Notes and options of a busy week; beyond that the oldest knowledge is not worth its memory.
constexpr int mostCachedBlocks = 6000;

} // namespace

TextBlock::TextBlock(const QString &text, const QFont &font, int width, int lineSpacing, int maxLines)
    : m_lineSpacing(lineSpacing)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    const QFontMetricsF metrics(font);
    const qreal baselineInLine = (lineSpacing + metrics.ascent() - metrics.descent()) / 2.0;
    // x-height over two: a strike through the middle of small letters.
    const qreal strikeAboveBaseline = metrics.xHeight() / 2.0;

    const auto shapeLine = [&](const QString &lineText, qreal top) {
        QTextLayout layout(lineText, font);
        layout.setTextOption(option);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        if (line.isValid()) {
            line.setLineWidth(1e6);
            line.setPosition(QPointF(0, top + baselineInLine - line.ascent()));
        }
        layout.endLayout();
        Line result;
        if (line.isValid()) {
            result.runs = line.glyphRuns();
            result.width = int(std::ceil(line.naturalTextWidth()));
        }
        result.middle = top + baselineInLine - strikeAboveBaseline;
        return result;
    };

    // A line break that somebody typed ends the line, as it did on the paper slip.
    const QStringList paragraphs = text.split(QLatin1Char('\n'));
    for (int index = 0; index < paragraphs.size(); ++index) {
        QTextLayout layout(paragraphs.at(index), font);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(std::max(1, width));
            const qreal top = qreal(m_lines.size()) * lineSpacing;
            const bool lastAllowed = maxLines > 0 && int(m_lines.size()) + 1 == maxLines;
            const bool moreFollows =
                line.textStart() + line.textLength() < paragraphs.at(index).size() || index + 1 < paragraphs.size();
            if (lastAllowed && moreFollows) {
                QString rest = paragraphs.at(index).mid(line.textStart());
                if (metrics.horizontalAdvance(rest) <= width)
                    rest += QStringLiteral(" …");
                m_lines.append(shapeLine(metrics.elidedText(rest, Qt::ElideRight, width), top));
                m_elided = true;
                break;
            }
            line.setPosition(QPointF(0, top + baselineInLine - line.ascent()));
            Line shaped;
            shaped.width = int(std::ceil(line.naturalTextWidth()));
            shaped.middle = top + baselineInLine - strikeAboveBaseline;
            m_lines.append(shaped);
        }
        layout.endLayout();
        const int firstOfParagraph = int(m_lines.size()) - layout.lineCount();
        for (int line = 0; line < layout.lineCount(); ++line) {
            const int target = firstOfParagraph + line;
            if (target >= 0 && target < m_lines.size() && m_lines.at(target).runs.isEmpty())
                m_lines[target].runs = layout.lineAt(line).glyphRuns();
        }
        if (m_elided)
            break;
    }
}

int TextBlock::width() const
{
    int widest = 0;
    for (const Line &line : m_lines)
        widest = std::max(widest, line.width);
    return widest;
}

void TextBlock::draw(QPainter &painter, QPoint topLeft) const
{
    for (const Line &line : m_lines) {
        for (const QGlyphRun &run : line.runs)
            painter.drawGlyphRun(topLeft, run);
    }
}

void TextBlock::strike(QPainter &painter, QPoint topLeft, qreal thickness) const
{
    for (const Line &line : m_lines) {
        const QRectF bar(topLeft.x(), std::round(topLeft.y() + line.middle - thickness / 2), line.width, thickness);
        painter.fillRect(bar, painter.pen().color());
    }
}

void TextCache::setLook(const Look &look)
{
    if (look == m_look)
        return;
    m_look = look;
    m_blocks.clear();
}

std::shared_ptr<const TextBlock> TextCache::block(const QString &text, TextRole role, int width, int maxLines)
{
    const Key key{text, role, width, maxLines};
    if (const auto found = m_blocks.constFind(key); found != m_blocks.constEnd())
        return *found;
    if (m_blocks.size() >= mostCachedBlocks)
        m_blocks.clear();
    auto made = std::make_shared<const TextBlock>(text, m_look.font(role), width, m_look.lineSpacing(role), maxLines);
    m_blocks.insert(key, made);
    return made;
}

} // namespace oshaq
