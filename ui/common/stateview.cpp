// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/stateview.h"

#include "ui/common/accessible.h"
#include "ui/common/icons.h"
#include "ui/common/touchbutton.h"

#include <QFontMetrics>
#include <QPainter>

namespace oshaq {

namespace {

constexpr int iconSize = 56;
constexpr int widest = 560;

} // namespace

StateView::StateView(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_action(new TouchButton(look, this))
{
    setAccessibleRole(this, QAccessible::StaticText);
    m_action->setTakesFocus(true);
    m_action->hide();
}

void StateView::setLook(const Look &look)
{
    m_look = look;
    m_action->setLook(look);
    arrange();
    update();
}

void StateView::setState(const QString &iconName, const QString &title, const QString &text, const QString &action)
{
    m_iconName = iconName;
    m_title = title;
    m_text = text;
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(text.isEmpty() ? title : title + QStringLiteral(". ") + text);
    arrange();
    update();
}

QSize StateView::sizeHint() const
{
    return QSize(m_look.px(320), m_look.px(240));
}

int StateView::textHeight(int width, TextRole role, const QString &text) const
{
    if (text.isEmpty())
        return 0;
    const QFontMetrics metrics(m_look.font(role));
    return metrics.boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap | Qt::AlignHCenter, text).height();
}

int StateView::wordsHeight(int wide) const
{
    int high = textHeight(wide, TextRole::Title, m_title);
    if (!m_action->isHidden())
        high += m_look.px(16) + m_action->sizeHint().height();
    // Title and button say enough where there is very little room.
    const int text = m_look.px(8) + textHeight(wide, TextRole::Body, m_text);
    return high + text + m_look.px(8) <= height() || m_action->isHidden() ? high + text : high;
}

int StateView::iconHeight() const
{
    // Words and button come first where there is little room.
    const int high = m_look.px(iconSize) + m_look.px(12);
    const int wide = qMin(m_look.px(widest), width() - m_look.px(32));
    return high + wordsHeight(wide) + m_look.px(8) <= height() ? high : 0;
}

QRect StateView::block() const
{
    const int blockWidth = qMin(m_look.px(widest), width() - m_look.px(32));
    int blockHeight = iconHeight() + wordsHeight(blockWidth);
    return QRect((width() - blockWidth) / 2, qMax(m_look.px(8), (height() - blockHeight) * 2 / 5), blockWidth,
                 blockHeight);
}

void StateView::arrange()
{
    if (m_action->isHidden())
        return;
    const QRect area = block();
    const QSize size = m_action->sizeHint();
    m_action->setGeometry((width() - size.width()) / 2, area.bottom() + 1 - size.height(), size.width(), size.height());
}

void StateView::resizeEvent(QResizeEvent *)
{
    arrange();
}

void StateView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = m_look.theme();
    const QRect area = block();
    const int icon = m_look.px(iconSize);
    int y = area.top();
    if (!m_iconName.isEmpty() && iconHeight() > 0) {
        painter.drawPixmap((width() - icon) / 2, y, iconPixmap(m_iconName, icon, theme.muted, devicePixelRatioF()));
    }
    y += iconHeight();
    painter.setFont(m_look.font(TextRole::Title));
    painter.setPen(theme.text);
    const int titleHeight = textHeight(area.width(), TextRole::Title, m_title);
    painter.drawText(QRect(area.left(), y, area.width(), titleHeight), Qt::TextWordWrap | Qt::AlignHCenter, m_title);
    y += titleHeight + m_look.px(8);
    if (!m_action->isHidden() && y + textHeight(area.width(), TextRole::Body, m_text) > m_action->y())
        return;
    painter.setFont(m_look.font(TextRole::Body));
    painter.setPen(theme.muted);
    painter.drawText(QRect(area.left(), y, area.width(), textHeight(area.width(), TextRole::Body, m_text)),
                     Qt::TextWordWrap | Qt::AlignHCenter, m_text);
}

} // namespace oshaq
