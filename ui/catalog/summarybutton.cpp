// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/summarybutton.h"

#include "ui/common/painting.h"

#include <QBoxLayout>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

namespace oshaq {

SummaryButton::SummaryButton(const Look &look, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
{
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SummaryButton::setLook(const Look &look)
{
    m_look = look;
    arrange();
}

void SummaryButton::setHead(const QString &head)
{
    m_head = head;
    arrange();
}

void SummaryButton::setChevron(bool shown, bool open)
{
    m_hasChevron = shown;
    m_open = open;
    update();
}

void SummaryButton::setSummary(const QString &text)
{
    if (text == this->text())
        return;
    setText(text);
    arrange();
}

QRect SummaryButton::textRect(int width) const
{
    const int pad = m_look.px(12);
    int left = pad;
    if (isCheckable())
        left += m_look.px(30);
    return QRect(left, m_look.px(8), qMax(1, width - left - pad - (m_hasChevron ? m_look.px(20) : 0)), 10'000);
}

int SummaryButton::heightForWidth(int width) const
{
    const QFontMetrics metrics(m_look.font(TextRole::Caption));
    const QRect text = metrics.boundingRect(textRect(width), Qt::TextWordWrap, this->text());
    const int head = m_head.isEmpty() ? 0 : QFontMetrics(m_look.font(TextRole::Tag)).lineSpacing();
    return qMax(m_look.metrics().lineHeight(), text.height() + head + m_look.px(18));
}

QSize SummaryButton::sizeHint() const
{
    const int wide = width() > 0 ? width() : m_look.px(240);
    return QSize(m_look.px(160), heightForWidth(wide));
}

QSize SummaryButton::minimumSizeHint() const
{
    return QSize(m_look.px(100), heightForWidth(qMax(width(), m_look.px(100))));
}

void SummaryButton::arrange()
{
    setFixedHeight(heightForWidth(width()));
    update();
}

void SummaryButton::resizeEvent(QResizeEvent *event)
{
    if (event->oldSize().width() != width())
        arrange();
}

void SummaryButton::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && (event->modifiers() & ~Qt::KeypadModifier) == 0)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void SummaryButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    const qreal radius = m_look.px(9);
    const bool isChosen = isCheckable() && isChecked();
    painting::fillRounded(painter, rect(), radius,
                          isChosen                      ? theme.selection
                          : underMouse() && isEnabled() ? theme.raised
                                                        : theme.surface);
    painting::outlineRounded(painter, rect(), radius,
                             hasFocus() ? theme.focus
                             : isChosen ? theme.ember
                                        : theme.line,
                             hasFocus() || isChosen ? m_look.px(2) : 1);
    if (isCheckable()) {
        const qreal size = m_look.px(18);
        const QRectF dot(m_look.px(12), (height() - size) / 2.0, size, size);
        painter.setPen(QPen(isChosen ? theme.ember : theme.muted, m_look.px(2)));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(dot);
        if (isChosen) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.ember);
            const qreal inset = size * 0.27;
            painter.drawEllipse(dot.adjusted(inset, inset, -inset, -inset));
        }
    }
    QRect text = textRect(width());
    if (!m_head.isEmpty()) {
        painter.setFont(m_look.font(TextRole::Tag));
        painter.setPen(theme.muted);
        const int high = painter.fontMetrics().lineSpacing();
        painter.drawText(QRect(text.left(), text.top(), text.width(), high), Qt::AlignLeft | Qt::AlignVCenter, m_head);
        text.setTop(text.top() + high);
        text.setBottom(height() - m_look.px(8));
    } else {
        text = QRect(text.left(), 0, text.width(), height());
    }
    painter.setFont(m_look.font(TextRole::Caption));
    painter.setPen(isEnabled() ? theme.text : theme.faint);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, this->text());
    if (m_hasChevron) {
        const qreal half = m_look.px(5);
        const qreal lift = m_open ? -1 : 1;
        const QPointF tip(width() - m_look.px(18), height() / 2.0 + lift * half * 0.6);
        painter.setPen(QPen(theme.muted, m_look.px(2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF{tip + QPointF(-half, -lift * half), tip, tip + QPointF(half, -lift * half)});
    }
}

FoldedField::FoldedField(QWidget *content, const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_content(content)
    , m_label(new QLabel(this))
    , m_button(new SummaryButton(look, this))
    , m_error(new QLabel(this))
{
    m_label->setProperty("role", QStringLiteral("caption"));
    m_error->setProperty("role", QStringLiteral("error"));
    m_error->setWordWrap(true);
    m_error->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_label);
    layout->addWidget(m_button);
    layout->addWidget(m_error);
    layout->addWidget(content);
    content->setParent(this);
    content->hide();
    m_button->setChevron(true, false);
    connect(m_button, &SummaryButton::clicked, this, [this] { setOpen(!isOpen()); });
}

void FoldedField::setLook(const Look &look)
{
    m_button->setLook(look);
}

void FoldedField::setLabel(const QString &label)
{
    m_label->setText(label);
    m_button->setAccessibleName(label);
}

void FoldedField::setSummary(const QString &text)
{
    m_button->setSummary(text);
    m_button->setAccessibleDescription(text);
}

void FoldedField::setError(const QString &error)
{
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
}

QString FoldedField::error() const
{
    return m_error->text();
}

bool FoldedField::isOpen() const
{
    return !m_content->isHidden();
}

void FoldedField::setOpen(bool open)
{
    m_content->setVisible(open);
    m_button->setChevron(true, open);
}

} // namespace oshaq
