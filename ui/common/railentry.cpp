// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/railentry.h"

#include "ui/common/icons.h"
#include "ui/common/painting.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

namespace oshaq {

namespace {

constexpr double signSize = 28;
constexpr double padding = 8;
constexpr double capGap = 3;

} // namespace

RailEntry::RailEntry(const QString &iconName, const QString &key, const Look &look, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
    , m_iconName(iconName)
    , m_key(key)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::NoFocus);
}

void RailEntry::setLook(const Look &look, bool showsKey)
{
    m_look = look;
    m_showsKey = showsKey;
    update();
}

void RailEntry::setPercent(int percent)
{
    m_percent = percent;
    update();
}

int RailEntry::heightFor(const Look &look, bool showsKey)
{
    int content = look.px(signSize) + look.lineSpacing(TextRole::Tag);
    if (showsKey)
        content += look.px(capGap) + painting::keyCapSize(look, QString()).height();
    return qMax(content + look.px(padding), look.mm(15));
}

int RailEntry::wantedWidth(const Look &look, bool showsKey) const
{
    int content = QFontMetrics(look.font(TextRole::Tag)).horizontalAdvance(text());
    if (showsKey)
        content = qMax(content, painting::keyCapSize(look, m_key).width());
    return content + look.px(padding);
}

QSize RailEntry::sizeHint() const
{
    return QSize(wantedWidth(m_look, m_showsKey), heightFor(m_look, m_showsKey));
}

void RailEntry::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    if (isChecked() || isDown() || underMouse())
        painting::fillRounded(painter, rect(), m_look.px(10), isDown() ? theme.line : theme.raised);
    if (isChecked()) {
        painting::fillRounded(painter, QRectF(0, m_look.px(6), m_look.px(4), height() - m_look.px(12)), m_look.px(2),
                              theme.ember);
    }
    if (hasFocus())
        painting::outlineRounded(painter, rect(), m_look.px(10), theme.focus, m_look.px(2));

    const QColor ink = isChecked() ? theme.text : theme.muted;
    const int icon = m_look.px(signSize);
    const int row = m_look.lineSpacing(TextRole::Tag);
    const QSize cap = m_showsKey ? painting::keyCapSize(m_look, m_key) : QSize();
    const int content = icon + row + (m_showsKey ? m_look.px(capGap) + cap.height() : 0);
    int y = (height() - content) / 2;
    painter.drawPixmap((width() - icon) / 2, y, iconPixmap(m_iconName, icon, ink, devicePixelRatioF()));
    y += icon;
    painter.setFont(m_look.font(TextRole::Tag));
    painter.setPen(ink);
    painter.drawText(QRect(0, y, width(), row), Qt::AlignCenter, text());
    if (m_percent >= 0) {
        const QRectF track(m_look.px(10), y + row + m_look.px(4), width() - m_look.px(20), m_look.px(4));
        QRectF done = track;
        done.setWidth(track.width() * m_percent / 100);
        painting::fillRounded(painter, track, m_look.px(2), theme.line);
        painting::fillRounded(painter, done, m_look.px(2), theme.ember);
    }
    if (m_showsKey) {
        y += row + m_look.px(capGap);
        painting::drawKeyCap(painter, m_look, QRect(QPoint((width() - cap.width()) / 2, y), cap), m_key, false);
    }
}

void RailEntry::keyPressEvent(QKeyEvent *event)
{
    // Arrows belong to the rail: a button of Qt's would open each page that they pass.
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) &&
        !event->isAutoRepeat())
        click();
    else
        event->ignore();
}

void RailEntry::focusInEvent(QFocusEvent *)
{
    update();
}

void RailEntry::focusOutEvent(QFocusEvent *)
{
    update();
}

void RailEntry::enterEvent(QEnterEvent *)
{
    update();
}

void RailEntry::leaveEvent(QEvent *)
{
    update();
}

} // namespace oshaq
