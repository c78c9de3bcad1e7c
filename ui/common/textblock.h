// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QGlyphRun>
#include <QHash>
#include <QList>
#include <QPoint>
#include <QString>

#include <memory>

class QPainter;

namespace oshaq {

/// Text that was wrapped and shaped once and is drawn many times.
class TextBlock
{
public:
    /// Wraps `text` to `width`; a word longer than that is broken. More than `maxLines` (0: no limit) are elided.
    TextBlock(const QString &text, const QFont &font, int width, int lineSpacing, int maxLines = 0);

    int height() const { return int(m_lines.size()) * m_lineSpacing; }
    int lineCount() const { return int(m_lines.size()); }
    /// Width of the longest line.
    int width() const;
    int lastLineWidth() const { return m_lines.isEmpty() ? 0 : m_lines.last().width; }
    /// Whether something had to be left out.
    bool isElided() const { return m_elided; }

    /// In the painter's pen.
    void draw(QPainter &painter, QPoint topLeft) const;
    /// A line through every line of the text.
    void strike(QPainter &painter, QPoint topLeft, qreal thickness) const;

private:
    struct Line
    {
        QList<QGlyphRun> runs; ///< positions relative to the block
        int width = 0;
        qreal middle = 0; ///< where a strike goes
    };

    QList<Line> m_lines;
    int m_lineSpacing = 0;
    bool m_elided = false;
};

/// Shares equal blocks: three hundred tickets have some dozens of different dishes.
class TextCache
{
public:
    explicit TextCache(const Look &look)
        : m_look(look)
    {}

    const Look &look() const { return m_look; }
    void setLook(const Look &look);

    std::shared_ptr<const TextBlock> block(const QString &text, TextRole role, int width, int maxLines = 0);

private:
    struct Key
    {
        QString text;
        TextRole role;
        int width;
        int maxLines;

        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.text, int(key.role), key.width, key.maxLines);
        }
    };

    Look m_look;
    QHash<Key, std::shared_ptr<const TextBlock>> m_blocks;
};

} // namespace oshaq
