// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/choicecard.h"

#include "ui/common/painting.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int paddingPx = 12;
constexpr int gapPx = 8;
/// At words; inside of one only when it is wider than the card.
int wrapping(const QFontMetrics &metrics, const QString &text, int room)
{
    constexpr int atWords = int(Qt::AlignLeft) | int(Qt::AlignTop) | int(Qt::TextWordWrap);
    const QStringList words = text.split(QLatin1Char(' '));
    const bool isTooLong = std::any_of(words.begin(), words.end(),
                                       [&](const QString &word) { return metrics.horizontalAdvance(word) > room; });
    return isTooLong ? atWords | int(Qt::TextWrapAnywhere) : atWords;
}

} // namespace

ChoiceCard::ChoiceCard(const Look &look, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
{
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChoiceCard::setLook(const Look &look)
{
    m_look = look;
    updateGeometry();
    update();
}

void ChoiceCard::setTexts(const QString &title, const QString &below, const QString &alert, const QString &figure)
{
    setText(title);
    m_below = below;
    m_alert = alert;
    m_figure = figure;
    QStringList said{title};
    for (const QString &part : {below, alert, figure}) {
        if (!part.isEmpty())
            said << part;
    }
    setAccessibleName(said.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

void ChoiceCard::setKey(const QString &key)
{
    m_key = key;
    updateGeometry();
    update();
}

int ChoiceCard::keyWidth() const
{
    return m_key.isEmpty() ? 0 : painting::keyCapSize(m_look, m_key).width() + m_look.px(gapPx + 2);
}

int ChoiceCard::figureWidth() const
{
    if (m_figure.isEmpty())
        return 0;
    return QFontMetrics(m_look.font(TextRole::CaptionBold)).horizontalAdvance(m_figure) + m_look.px(gapPx);
}

int ChoiceCard::layOut(int width, QPainter *painter) const
{
    const int padding = m_look.px(paddingPx);
    const int left = padding + keyWidth();
    const int room = qMax(1, width - left - padding);
    int y = m_look.px(9);
    const auto put = [&](const QString &text, TextRole role, const QColor &ink, int most) {
        if (text.isEmpty())
            return;
        const QFont font = m_look.font(role);
        const QFontMetrics metrics(font);
        const int flags = wrapping(metrics, text, most);
        const int high = metrics.boundingRect(QRect(0, 0, most, 10'000), flags, text).height();
        if (painter) {
            painter->setFont(font);
            painter->setPen(ink);
            painter->drawText(QRect(left, y, most, high), flags, text);
        }
        y += high;
    };
    const Theme &theme = m_look.theme();
    const QColor ink = isChecked() ? theme.text : isEnabled() ? theme.text : theme.faint;
    put(text(), TextRole::BodyBold, ink, qMax(1, room - figureWidth()));
    put(m_below, TextRole::Caption, theme.muted, room);
    put(m_alert, TextRole::CaptionBold, theme.allergyText, room);
    return qMax(y + m_look.px(9), m_look.metrics().buttonHeight());
}

int ChoiceCard::heightForWidth(int width) const
{
    return layOut(width, nullptr);
}

QSize ChoiceCard::sizeHint() const
{
    return QSize(m_look.px(300), layOut(m_look.px(300), nullptr));
}

QSize ChoiceCard::minimumSizeHint() const
{
    return QSize(m_look.px(120) + figureWidth(), m_look.metrics().buttonHeight());
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    const qreal radius = m_look.px(10);
    const bool hovered = underMouse() && isEnabled();
    const QColor fill = isChecked() ? theme.selection : isDown() ? theme.line : hovered ? theme.raised : theme.surface;
    painting::fillRounded(painter, rect(), radius, fill);
    painting::outlineRounded(painter, rect(), radius,
                             hasFocus()    ? theme.focus
                             : isChecked() ? theme.ember
                                           : theme.line,
                             hasFocus() || isChecked() ? m_look.px(2) : 1);
    layOut(width(), &painter);
    if (!m_key.isEmpty()) {
        const QSize cap = painting::keyCapSize(m_look, m_key);
        painting::drawKeyCap(painter, m_look, QRect(QPoint(m_look.px(paddingPx), (height() - cap.height()) / 2), cap),
                             m_key, false);
    }
    if (!m_figure.isEmpty()) {
        painter.setFont(m_look.font(TextRole::CaptionBold));
        painter.setPen(theme.text);
        painter.drawText(QRect(0, m_look.px(9), width() - m_look.px(paddingPx), m_look.lineSpacing(TextRole::Body)),
                         Qt::AlignRight | Qt::AlignVCenter, m_figure);
    }
}

void ChoiceCard::enterEvent(QEnterEvent *)
{
    update();
}

void ChoiceCard::leaveEvent(QEvent *)
{
    update();
}

} // namespace oshaq
