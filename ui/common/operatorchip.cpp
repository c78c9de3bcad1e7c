// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/operatorchip.h"

#include "ui/common/formats.h"
#include "ui/common/painting.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

namespace oshaq {

namespace {

constexpr double plateSize = 40;

} // namespace

OperatorChip::OperatorChip(const Look &look, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
{
    setObjectName(QStringLiteral("operatorChip"));
    setFocusPolicy(Qt::TabFocus);
    hide();
}

void OperatorChip::setLook(const Look &look, bool showsName)
{
    m_look = look;
    m_showsName = showsName;
    update();
}

void OperatorChip::setPerson(const QString &name, const QString &role)
{
    m_name = name;
    m_role = role;
    retranslate();
    update();
}

void OperatorChip::retranslate()
{
    setText(m_name);
    setAccessibleName(tr("%1, %2. Change who is here, lock or sign out").arg(m_name, m_role));
    setToolTip(tr("%1: change who is here, lock (Ctrl+L) or sign out").arg(m_name));
}

void OperatorChip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QAbstractButton::changeEvent(event);
}

int OperatorChip::heightFor(const Look &look, bool showsName)
{
    const int name = showsName ? look.lineSpacing(TextRole::Tag) : 0;
    return qMax(look.px(plateSize) + name + look.px(8), look.mm(12));
}

void OperatorChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    if (isDown() || underMouse())
        painting::fillRounded(painter, rect(), m_look.px(10), isDown() ? theme.line : theme.raised);
    if (hasFocus())
        painting::outlineRounded(painter, rect(), m_look.px(10), theme.focus, m_look.px(2));
    const int plate = m_look.px(plateSize);
    const int row = m_showsName ? m_look.lineSpacing(TextRole::Tag) : 0;
    const QRect circle((width() - plate) / 2, (height() - plate - row) / 2, plate, plate);
    painting::fillRounded(painter, circle, plate / 2.0, theme.text);
    painter.setFont(m_look.font(TextRole::CaptionBold));
    painter.setPen(theme.background);
    painter.drawText(circle, Qt::AlignCenter, formats::initials(m_name));
    if (!m_showsName)
        return;
    painter.setFont(m_look.font(TextRole::Tag));
    painter.setPen(theme.text);
    // What people are called by comes first in it.
    const QString first = m_name.section(u' ', 0, 0, QString::SectionSkipEmpty);
    painter.drawText(QRect(0, circle.bottom() + 1, width(), row), Qt::AlignCenter,
                     painter.fontMetrics().elidedText(first, Qt::ElideRight, width() - m_look.px(4)));
}

void OperatorChip::keyPressEvent(QKeyEvent *event)
{
    const bool presses =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (presses && !event->isAutoRepeat())
        click();
    else
        event->ignore();
}

} // namespace oshaq
