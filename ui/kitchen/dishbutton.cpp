// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitchen/dishbutton.h"

#include "ui/common/painting.h"
#include "ui/common/textblock.h"

#include <QPainter>

namespace oshaq {

DishButton::DishButton(const Look &look, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
{
    setFocusPolicy(Qt::NoFocus);
}

void DishButton::setLook(const Look &look)
{
    m_look = look;
    update();
}

void DishButton::setDish(qint64 itemId, const QString &name, bool available, const QString &key)
{
    m_itemId = itemId;
    m_available = available;
    m_key = key;
    setText(name);
    //: Name of a dish for screen readers, with the word that it cannot be had
    setAccessibleName(available ? name : tr("%1, out").arg(name));
    update();
}

void DishButton::setChosen(bool chosen)
{
    if (chosen == m_chosen)
        return;
    m_chosen = chosen;
    update();
}

void DishButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    const int radius = m_look.px(10);
    painting::fillRounded(painter, rect(), radius, isDown() ? theme.line : m_available ? theme.surface : theme.raised);
    if (m_chosen)
        painting::outlineRounded(painter, rect(), radius, theme.focus, m_look.px(3));
    else
        painting::outlineRounded(painter, rect(), radius, m_available ? theme.line : theme.lateText);

    QRect text = rect().adjusted(m_look.px(14), 0, -m_look.px(12), 0);
    if (!m_key.isEmpty()) {
        const QSize cap = painting::keyCapSize(m_look, m_key);
        painting::drawKeyCap(painter, m_look,
                             QRect(QPoint(text.right() - cap.width() + 1, (height() - cap.height()) / 2), cap), m_key,
                             false);
        text.setRight(text.right() - cap.width() - m_look.px(8));
    }
    if (!m_available) {
        //: On a dish that cannot be had: 86
        const QString word = tr("OUT");
        const QSize tag = painting::tagSize(m_look, word);
        painting::drawTag(painter, m_look,
                          QRect(QPoint(text.right() - tag.width() + 1, (height() - tag.height()) / 2), tag), word,
                          theme.late);
        text.setRight(text.right() - tag.width() - m_look.px(8));
    }
    const TextBlock name(this->text(), m_look.font(TextRole::BodyBold), text.width(),
                         m_look.lineSpacing(TextRole::BodyBold), 2);
    const QPoint at(text.left(), (height() - name.height()) / 2);
    painter.setPen(m_available ? theme.text : theme.muted);
    name.draw(painter, at);
    if (!m_available)
        name.strike(painter, at, m_look.px(2));
}

} // namespace oshaq
