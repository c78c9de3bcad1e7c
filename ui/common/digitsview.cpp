// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/digitsview.h"

#include "ui/common/accessible.h"
#include "ui/common/painting.h"

#include <QPainter>

namespace oshaq {

namespace {

constexpr double largerThanFigures = 2.2;
constexpr int sidePadding = 28;
constexpr int radius = 12;

} // namespace

DigitsView::DigitsView(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleRole(this, QAccessible::StaticText);
}

void DigitsView::setLook(const Look &look)
{
    m_look = look;
    updateGeometry();
    update();
}

void DigitsView::setDigits(const QString &digits)
{
    m_digits = digits;
    QStringList spoken;
    for (const QChar digit : digits)
        spoken << QString(digit);
    setAccessibleName(spoken.join(u' '));
    updateGeometry();
    update();
}

QFont DigitsView::figures() const
{
    QFont font = m_look.font(TextRole::Figure);
    font.setPixelSize(int(font.pixelSize() * largerThanFigures));
    return font;
}

QString DigitsView::grouped() const
{
    return m_digits.size() == 6 ? m_digits.left(3) + u' ' + m_digits.mid(3) : m_digits;
}

QSize DigitsView::sizeHint() const
{
    const QFont font = figures();
    return {painting::figuresWidth(QStringLiteral("000 000"), font) + 2 * m_look.px(sidePadding),
            font.pixelSize() * 17 / 10};
}

void DigitsView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painting::fillRounded(painter, rect(), m_look.px(radius), m_look.theme().raised);
    painter.setPen(m_look.theme().text);
    painting::drawFigures(painter, rect(), Qt::AlignCenter, grouped(), figures());
}

} // namespace oshaq
