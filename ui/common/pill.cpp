// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/pill.h"

#include "ui/common/accessible.h"
#include "ui/common/painting.h"

#include <QPainter>

namespace oshaq {

Pill::Pill(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setAccessibleRole(this, QAccessible::StaticText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setVisible(false);
}

void Pill::setLook(const Look &look)
{
    m_look = look;
    updateGeometry();
    update();
}

void Pill::setFact(const QString &text, Tone tone)
{
    if (text == m_text && tone == m_tone)
        return;
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const
{
    const int dot = m_tone == Tone::Quiet ? 0 : m_look.px(18);
    return QSize(painting::figuresWidth(m_text, m_look.font(TextRole::CaptionBold)) + dot + m_look.px(32),
                 m_look.px(36));
}

void Pill::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_look.theme();
    QColor colour = theme.line;
    switch (m_tone) {
    case Tone::Quiet:
        break;
    case Tone::Good:
        colour = theme.ready;
        break;
    case Tone::Warning:
        colour = theme.soon;
        break;
    case Tone::Late:
        colour = theme.late;
        break;
    case Tone::Waiting:
        colour = theme.fresh;
        break;
    }
    const bool loud = m_tone == Tone::Warning || m_tone == Tone::Late;

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = height() / 2.0;
    painting::fillRounded(painter, rect(), radius, theme.surface);
    painting::outlineRounded(painter, rect(), radius, loud ? colour : theme.line, loud ? m_look.px(1.5) : 1);

    int x = m_look.px(16);
    if (m_tone != Tone::Quiet) {
        const qreal size = m_look.px(10);
        painting::fillRounded(painter, QRectF(x, (height() - size) / 2, size, size), size / 2, colour);
        x += m_look.px(18);
    }
    painter.setPen(m_tone == Tone::Warning ? theme.soon : theme.text);
    painting::drawFigures(painter, QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, m_text,
                          m_look.font(TextRole::CaptionBold));
}

} // namespace oshaq
