// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/band.h"

#include "ui/common/accessible.h"
#include "ui/common/painting.h"
#include "ui/common/touchbutton.h"

#include <QFontMetrics>
#include <QPainter>
#include <QResizeEvent>

namespace oshaq {

Band::Band(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_action(new TouchButton(look, this))
{
    setAccessibleRole(this, QAccessible::AlertMessage);
    m_action->setKind(TouchButton::Kind::OnBand);
    m_action->hide();
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setVisible(false);
}

void Band::setLook(const Look &look)
{
    m_look = look;
    m_action->setLook(look);
    adjustHeight();
    update();
}

void Band::setMessage(const QString &text, Tone tone)
{
    if (text == m_text && tone == m_tone)
        return;
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    adjustHeight();
    setVisible(!text.isEmpty());
    update();
}

void Band::setAction(const QString &text, const QString &key)
{
    m_action->setText(text);
    m_action->setKeys(key.isEmpty() ? QStringList() : QStringList{key});
    m_action->setVisible(!text.isEmpty());
    adjustHeight();
}

QRect Band::textRect(int width, int height) const
{
    int right = width - m_look.px(24);
    if (!m_action->isHidden())
        right -= m_action->sizeHint().width() + m_look.px(16);
    return QRect(m_look.px(24), 0, qMax(1, right - m_look.px(24)), height);
}

int Band::heightForWidth(int width) const
{
    const QFontMetrics metrics(m_look.font(TextRole::BodyBold));
    const QRect text = metrics.boundingRect(QRect(0, 0, textRect(width, 0).width(), 10000), Qt::TextWordWrap, m_text);
    int height = text.height() + m_look.px(18);
    if (!m_action->isHidden())
        height = qMax(height, m_action->sizeHint().height() + m_look.px(12));
    return height;
}

QSize Band::sizeHint() const
{
    return QSize(m_look.px(400), heightForWidth(width()));
}

QSize Band::minimumSizeHint() const
{
    return QSize(m_look.px(100), heightForWidth(width()));
}

void Band::adjustHeight()
{
    setFixedHeight(heightForWidth(width()));
    const QSize size = m_action->sizeHint();
    m_action->setGeometry(width() - size.width() - m_look.px(16), (height() - size.height()) / 2, size.width(),
                          size.height());
}

void Band::resizeEvent(QResizeEvent *)
{
    adjustHeight();
}

void Band::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_look.theme();
    const QColor ink = m_tone == Tone::Warning ? theme.soon : theme.lateText;
    QPainter painter(this);
    painter.fillRect(rect(), m_tone == Tone::Warning ? theme.warningBand : theme.alarmBand);
    painter.fillRect(QRect(0, 0, m_look.px(5), height()), ink);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
    painter.setFont(m_look.font(TextRole::BodyBold));
    painter.setPen(ink);
    painter.drawText(textRect(width(), height()), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap, m_text);
}

} // namespace oshaq
