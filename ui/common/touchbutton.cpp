// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/touchbutton.h"

#include "ui/common/icons.h"
#include "ui/common/painting.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

namespace oshaq {

QColor emberUnderPointer(const Theme &theme)
{
    // Away from the colour of its text.
    return theme.isDark ? theme.ember.lighter(112) : theme.ember.darker(112);
}

TouchButton::TouchButton(const Look &look, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
{
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void TouchButton::setLook(const Look &look)
{
    m_look = look;
    updateGeometry();
    update();
}

void TouchButton::setKind(Kind kind)
{
    m_kind = kind;
    update();
}

void TouchButton::setKeys(const QStringList &keys)
{
    m_keys = keys;
    updateGeometry();
    update();
}

void TouchButton::setIconName(const QString &name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

void TouchButton::setTakesFocus(bool takes)
{
    setFocusPolicy(takes ? Qt::StrongFocus : Qt::NoFocus);
}

TextRole TouchButton::textRole() const
{
    return m_kind == Kind::Title ? TextRole::Title : TextRole::CaptionBold;
}

int TouchButton::chevronWidth() const
{
    return m_kind == Kind::Title && isEnabled() ? m_look.px(22) : 0;
}

int TouchButton::contentWidth() const
{
    const int gap = m_look.px(8);
    int width = 0;
    if (!m_iconName.isEmpty())
        width += m_look.px(22) + gap;
    if (!text().isEmpty())
        width += QFontMetrics(m_look.font(textRole())).horizontalAdvance(text()) + gap;
    for (const QString &key : m_keys)
        width += painting::keyCapSize(m_look, key).width() + gap;
    return (width > 0 ? width - gap : 0) + chevronWidth();
}

QSize TouchButton::sizeHint() const
{
    const int height = m_look.metrics().buttonHeight();
    const int margins = m_kind == Kind::Title ? m_look.px(24) : m_kind == Kind::Glyph ? m_look.px(12) : m_look.px(36);
    return QSize(qMax(height, contentWidth() + margins), height);
}

void TouchButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    const bool filled = isChecked() && (m_kind == Kind::Chosen || m_kind == Kind::Primary);
    const bool primary = m_kind == Kind::Primary && isEnabled();
    const qreal radius = m_look.px(10);

    const bool bare = m_kind == Kind::OnBand || m_kind == Kind::Title || m_kind == Kind::Glyph;
    const auto stronger = [&theme](const QColor &colour, int percent) {
        return theme.isDark ? colour.lighter(percent) : colour.darker(percent);
    };
    QColor fill = bare ? QColor(Qt::transparent) : m_kind == Kind::Chosen ? theme.surface : theme.raised;
    if (primary)
        fill = isDown() || underMouse() ? emberUnderPointer(theme) : theme.ember;
    else if (filled)
        fill = theme.text;
    else if (isDown())
        fill = theme.line;
    else if (underMouse() && isEnabled())
        fill = bare ? (theme.isDark ? QColor(255, 255, 255, 18) : QColor(0, 0, 0, 14))
                    : stronger(fill, theme.isDark ? 118 : 104);
    painting::fillRounded(painter, rect(), radius, fill);
    if (!filled && !primary && m_kind != Kind::Title && m_kind != Kind::Glyph)
        painting::outlineRounded(painter, rect(), radius,
                                 m_kind == Kind::OnBand   ? theme.muted
                                 : m_kind == Kind::Danger ? theme.errorText
                                                          : theme.line);
    if (hasFocus()) {
        const qreal gapToEdge = m_look.px(3);
        painting::outlineRounded(painter, QRectF(rect()).adjusted(gapToEdge, gapToEdge, -gapToEdge, -gapToEdge),
                                 radius - gapToEdge,
                                 primary  ? theme.emberText
                                 : filled ? theme.plateText
                                          : theme.focus,
                                 m_look.px(2));
    }

    // A title without a choice is still the title.
    const bool dim = !isEnabled() && m_kind != Kind::Title;
    const QColor ink = primary                  ? theme.emberText
                       : filled                 ? theme.background
                       : dim                    ? theme.faint
                       : m_kind == Kind::Danger ? theme.errorText
                                                : theme.text;
    const int gap = m_look.px(8);
    int x = (width() - contentWidth()) / 2;
    if (!m_iconName.isEmpty()) {
        const int size = m_look.px(22);
        painter.drawPixmap(x, (height() - size) / 2, iconPixmap(m_iconName, size, ink, devicePixelRatioF()));
        x += size + gap;
    }
    if (!text().isEmpty()) {
        painter.setFont(m_look.font(textRole()));
        painter.setPen(ink);
        const int textWidth = QFontMetrics(painter.font()).horizontalAdvance(text());
        painter.drawText(QRect(x, 0, textWidth + 1, height()), Qt::AlignLeft | Qt::AlignVCenter, text());
        x += textWidth + gap;
    }
    for (const QString &key : m_keys) {
        const QSize cap = painting::keyCapSize(m_look, key);
        painting::drawKeyCap(painter, m_look, QRect(QPoint(x, (height() - cap.height()) / 2), cap), key,
                             primary || (filled && theme.isDark));
        x += cap.width() + gap;
    }
    if (chevronWidth() > 0) {
        const qreal half = m_look.px(5);
        const QPointF tip(x + half, height() / 2.0 + half * 0.7);
        painter.setPen(QPen(theme.muted, m_look.px(2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF{tip + QPointF(-half, -half), tip, tip + QPointF(half, -half)});
    }
}

void TouchButton::keyPressEvent(QKeyEvent *event)
{
    // Qt presses with Space alone; people press Enter too. With Ctrl it means the whole sheet, and on what is chosen
    // already it means to go on.
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter)
        QAbstractButton::keyPressEvent(event);
    else if ((event->modifiers() & ~Qt::KeypadModifier) != 0 || (m_kind == Kind::Chosen && isChecked()))
        event->ignore();
    else if (!event->isAutoRepeat())
        click();
}

void TouchButton::enterEvent(QEnterEvent *)
{
    update();
}

void TouchButton::leaveEvent(QEvent *)
{
    update();
}

} // namespace oshaq
