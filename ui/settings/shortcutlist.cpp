// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/shortcutlist.h"

#include "ui/common/painting.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace oshaq {

namespace {

constexpr double columnWidth = 420;
constexpr double columnGap = 28;
constexpr int mostColumns = 3;
constexpr auto wrapped = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap;

} // namespace

ShortcutList::ShortcutList(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ShortcutList::setLook(const Look &look)
{
    m_look = look;
    updateGeometry();
    update();
}

void ShortcutList::setGroups(std::vector<Group> groups)
{
    m_groups = std::move(groups);
    QStringList spoken;
    for (const Group &group : m_groups) {
        spoken << group.title;
        for (const Shortcut &one : group.shortcuts)
            spoken << one.keys.join(QLatin1Char(' ')) + QStringLiteral(": ") + one.meaning;
    }
    setAccessibleName(spoken.join(QStringLiteral(". ")));
    updateGeometry();
    update();
}

int ShortcutList::capsWidthOf(const Shortcut &shortcut) const
{
    int width = 0;
    for (const QString &key : shortcut.keys)
        width += painting::keyCapSize(m_look, key).width() + m_look.px(4);
    return width;
}

int ShortcutList::capsWidth() const
{
    int widest = m_look.px(60);
    for (const Group &group : m_groups) {
        for (const Shortcut &one : group.shortcuts)
            widest = std::max(widest, capsWidthOf(one));
    }
    return std::min(widest, m_look.px(200));
}

std::vector<ShortcutList::Row> ShortcutList::rowsFor(int width) const
{
    const int gap = m_look.px(columnGap);
    const int columns = std::clamp((width + gap) / (m_look.px(columnWidth) + gap), 1, mostColumns);
    const int wide = std::max(1, (width - (columns - 1) * gap) / columns);
    const QFontMetrics title(m_look.font(TextRole::Title));
    const QFontMetrics body(m_look.font(TextRole::Body));
    const int caps = capsWidth();
    std::vector<Row> rows;
    int y = 0;
    for (int g = 0; g < int(m_groups.size()); ++g) {
        const Group &group = m_groups[size_t(g)];
        y += g > 0 ? m_look.px(20) : m_look.px(8);
        const int titleHeight = title.boundingRect(QRect(0, 0, width, 10'000), wrapped, group.title).height();
        rows.push_back({g, -1, QRect(0, y, width, titleHeight)});
        y += titleHeight + m_look.px(8);
        const int count = int(group.shortcuts.size());
        const int perColumn = (count + columns - 1) / columns;
        int lowest = y;
        for (int i = 0; i < count; ++i) {
            const int column = i / std::max(1, perColumn);
            const Shortcut &one = group.shortcuts[size_t(i)];
            // Keys that are wider than their column stand above their meaning.
            const bool above = capsWidthOf(one) > caps;
            const int left = above ? 0 : caps + m_look.px(12);
            const int text = body.boundingRect(QRect(0, 0, wide - left, 10'000), wrapped, one.meaning).height();
            const int cap = painting::keyCapSize(m_look, QString()).height();
            const int height = (above ? cap + m_look.px(4) + text : std::max(cap, text)) + m_look.px(14);
            const int top = i % std::max(1, perColumn) == 0 ? y : rows.back().rect.bottom() + 1;
            rows.push_back({g, i, QRect(column * (wide + gap), top, wide, height)});
            lowest = std::max(lowest, top + height);
        }
        y = lowest;
    }
    return rows;
}

int ShortcutList::heightForWidth(int width) const
{
    int height = 0;
    for (const Row &row : rowsFor(width))
        height = std::max(height, row.rect.bottom() + 1);
    return height + m_look.px(16);
}

QSize ShortcutList::sizeHint() const
{
    const int wide = m_look.px(columnWidth);
    return QSize(wide, heightForWidth(std::max(wide, width())));
}

QSize ShortcutList::minimumSizeHint() const
{
    return QSize(m_look.px(240), heightForWidth(std::max(m_look.px(240), width())));
}

void ShortcutList::resizeEvent(QResizeEvent *)
{
    updateGeometry();
}

void ShortcutList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    const int caps = capsWidth();
    for (const Row &row : rowsFor(width())) {
        const Group &group = m_groups[size_t(row.group)];
        painter.setPen(theme.text);
        if (row.shortcut < 0) {
            painter.setFont(m_look.font(TextRole::Title));
            painter.drawText(row.rect, wrapped, group.title);
            continue;
        }
        const Shortcut &one = group.shortcuts[size_t(row.shortcut)];
        const bool above = capsWidthOf(one) > caps;
        int x = row.rect.left();
        int bottom = row.rect.top();
        for (const QString &key : one.keys) {
            const QSize cap = painting::keyCapSize(m_look, key);
            const int top = above ? row.rect.top() : row.rect.center().y() - cap.height() / 2;
            painting::drawKeyCap(painter, m_look, QRect(QPoint(x, top), cap), key, false);
            x += cap.width() + m_look.px(4);
            bottom = top + cap.height() + m_look.px(4);
        }
        const QRect text = above ? QRect(QPoint(row.rect.left(), bottom), row.rect.bottomRight())
                                 : row.rect.adjusted(caps + m_look.px(12), 0, 0, 0);
        painter.setFont(m_look.font(TextRole::Body));
        painter.setPen(theme.text);
        painter.drawText(text, wrapped, one.meaning);
        painter.fillRect(QRect(row.rect.left(), row.rect.bottom(), row.rect.width(), 1), theme.line);
    }
}

} // namespace oshaq
