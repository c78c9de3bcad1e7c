// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/choicerow.h"

#include "ui/common/touchbutton.h"

#include <QKeyEvent>

namespace oshaq {

ChoiceRow::ChoiceRow(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    // Not Fixed: a layout would never give it more than the lines of its size hint.
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChoiceRow::setLook(const Look &look)
{
    m_look = look;
    for (TouchButton *button : m_buttons)
        button->setLook(look);
    arrange();
}

void ChoiceRow::setMany(bool many)
{
    m_many = many;
}

void ChoiceRow::setTexts(const QStringList &texts)
{
    while (count() > texts.size()) {
        delete m_buttons.back();
        m_buttons.pop_back();
    }
    while (count() < texts.size()) {
        auto *button = new TouchButton(m_look, this);
        button->setKind(TouchButton::Kind::Chosen);
        button->setCheckable(true);
        button->setTakesFocus(true);
        const int index = count();
        // The button has changed by itself; what is chosen is for pick() to say.
        connect(button, &TouchButton::clicked, this, [this, index] { pick(index); });
        button->show();
        m_buttons.push_back(button);
    }
    for (int i = 0; i < count(); ++i)
        button(i)->setText(texts.at(i));
    arrange();
}

QStringList ChoiceRow::texts() const
{
    QStringList texts;
    for (const TouchButton *button : m_buttons)
        texts << button->text();
    return texts;
}

int ChoiceRow::chosen() const
{
    for (int i = 0; i < count(); ++i) {
        if (isChosen(i))
            return i;
    }
    return -1;
}

bool ChoiceRow::isChosen(int index) const
{
    return button(index)->isChecked();
}

void ChoiceRow::setChosen(int index)
{
    for (int i = 0; i < count(); ++i)
        button(i)->setChecked(i == index);
}

void ChoiceRow::setChosen(int index, bool chosen)
{
    button(index)->setChecked(chosen);
}

void ChoiceRow::setChoiceEnabled(int index, bool enabled)
{
    button(index)->setEnabled(enabled);
}

void ChoiceRow::pick(int index)
{
    if (!m_many)
        setChosen(index);
    Q_EMIT picked(index);
}

int ChoiceRow::place(int width, bool apply) const
{
    const int gap = m_look.px(8);
    int x = 0;
    int y = 0;
    int row = 0;
    for (TouchButton *button : m_buttons) {
        QSize size = button->sizeHint();
        size.setWidth(qMin(size.width(), qMax(width, 1)));
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += row + gap;
            row = 0;
        }
        if (apply)
            button->setGeometry(x, y, size.width(), size.height());
        x += size.width() + gap;
        row = qMax(row, size.height());
    }
    return y + row;
}

int ChoiceRow::heightForWidth(int width) const
{
    return place(width, false);
}

QSize ChoiceRow::sizeHint() const
{
    int width = 0;
    for (const TouchButton *button : m_buttons)
        width += button->sizeHint().width() + m_look.px(8);
    width = qMax(0, width - m_look.px(8));
    // Layouts bound a widget of fixed height by this hint, whatever heightForWidth() says: it has to know the lines
    // that the row really needs.
    return QSize(width, place(this->width(), false));
}

QSize ChoiceRow::minimumSizeHint() const
{
    int width = 0;
    for (const TouchButton *button : m_buttons)
        width = qMax(width, button->sizeHint().width());
    // All of its lines: a choice that is cut off cannot be chosen.
    return QSize(width, qMax(m_look.metrics().buttonHeight(), place(qMax(width, this->width()), false)));
}

void ChoiceRow::arrange()
{
    // Said to the layout as a minimum too: it asks for the height of a width only now and then.
    setMinimumHeight(place(width(), true));
    updateGeometry();
}

bool ChoiceRow::event(QEvent *event)
{
    // A button wants another size: it got keys, or more to say.
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

void ChoiceRow::resizeEvent(QResizeEvent *)
{
    arrange();
}

void ChoiceRow::keyPressEvent(QKeyEvent *event)
{
    int step = 0;
    if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Down)
        step = 1;
    else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Up)
        step = -1;
    for (int i = 0; step != 0 && i < count(); ++i) {
        if (!button(i)->hasFocus())
            continue;
        for (int to = i + step; to >= 0 && to < count(); to += step) {
            if (button(to)->isEnabled()) {
                button(to)->setFocus(Qt::OtherFocusReason);
                return;
            }
        }
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace oshaq
