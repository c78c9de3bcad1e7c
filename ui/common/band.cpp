// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/band.h"

#include "ui/common/accessible.h"
#include "ui/common/fittinglook.h"
#include "ui/common/painting.h"
#include "ui/common/touchbutton.h"

#include <QFontMetrics>
#include <QPainter>
#include <QResizeEvent>

namespace oshaq {

namespace {

/// More than one may be open, and there is a page below them.
constexpr int mostPercentOfPage = 15;

} // namespace

Band::Band(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_fitted(look)
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

QRect Band::textRect(const Look &look, int width, int height) const
{
    int right = width - look.px(24);
    if (!m_action->isHidden())
        right -= m_action->sizeHint().width() + look.px(16);
    return QRect(look.px(24), 0, qMax(1, right - look.px(24)), height);
}

int Band::heightFor(const Look &look, int width) const
{
    m_action->setLook(look);
    const QFontMetrics metrics(look.font(TextRole::BodyBold));
    const QRect text =
        metrics.boundingRect(QRect(0, 0, textRect(look, width, 0).width(), 10000), Qt::TextWordWrap, m_text);
    int height = text.height() + look.px(18);
    if (!m_action->isHidden())
        height = qMax(height, m_action->sizeHint().height() + look.px(12));
    return height;
}

int Band::heightForWidth(int width) const
{
    return heightFor(m_fitted, width);
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
    const QWidget *page = parentWidget();
    // Before it was laid out its own width says nothing, and a height for it would make the window grow.
    const int wide = isVisible() || !page ? width() : page->width();
    const int most = page ? page->height() * mostPercentOfPage / 100 : QWIDGETSIZE_MAX;
    m_fitted = fittingLook(m_look, [this, most, wide](const Look &look) { return heightFor(look, wide) <= most; });
    setFixedHeight(heightFor(m_fitted, wide));
    const QSize size = m_action->sizeHint();
    m_action->setGeometry(width() - size.width() - m_fitted.px(16), (height() - size.height()) / 2, size.width(),
                          size.height());
}

void Band::resizeEvent(QResizeEvent *)
{
    adjustHeight();
}

void Band::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_look.theme();
    const QColor ink = m_tone == Tone::Notice    ? theme.text
                       : m_tone == Tone::Warning ? theme.soonText
                                                 : theme.lateText;
    const QColor edge = m_tone == Tone::Notice ? theme.ready : m_tone == Tone::Warning ? theme.soon : theme.lateText;
    QPainter painter(this);
    painter.fillRect(rect(), m_tone == Tone::Notice    ? theme.raised
                             : m_tone == Tone::Warning ? theme.warningBand
                                                       : theme.alarmBand);
    painter.fillRect(QRect(0, 0, m_fitted.px(5), height()), edge);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
    painter.setFont(m_fitted.font(TextRole::BodyBold));
    painter.setPen(ink);
    painter.drawText(textRect(m_fitted, width(), height()), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap,
                     m_text);
}

} // namespace oshaq
