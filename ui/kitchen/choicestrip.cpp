// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitchen/choicestrip.h"

#include "ui/common/fittinglook.h"
#include "ui/common/touchbutton.h"

#include <QFontMetrics>
#include <QPainter>

namespace oshaq {

namespace {

constexpr int mostPercentOfPage = 33;

} // namespace

ChoiceStrip::ChoiceStrip(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_fitted(look)
{
    setVisible(false);
}

void ChoiceStrip::setLook(const Look &look)
{
    m_look = look;
    arrange();
}

void ChoiceStrip::ask(const QString &question, const std::vector<Choice> &choices)
{
    m_question = question;
    m_choices = choices;
    setAccessibleName(question);
    // One of them may be what was just clicked.
    for (TouchButton *button : m_buttons) {
        button->hide();
        button->deleteLater();
    }
    m_buttons.clear();
    for (size_t index = 0; index < m_choices.size(); ++index) {
        const Choice &choice = m_choices[index];
        auto *button = new TouchButton(m_look, this);
        button->setKind(TouchButton::Kind::Chosen);
        button->setCheckable(true);
        button->setChecked(choice.chosen);
        button->setText(choice.text);
        if (choice.slot >= 0)
            button->setKeys({QString::number((choice.slot + 1) % 10)});
        connect(button, &TouchButton::clicked, this, [this, index] { pick(index); });
        button->show();
        m_buttons.push_back(button);
    }
    arrange();
    show();
    update();
}

void ChoiceStrip::pick(size_t index)
{
    const std::function<void()> act = m_choices[index].act;
    hide();
    if (act)
        act();
}

bool ChoiceStrip::pickSlot(int slot)
{
    for (size_t index = 0; index < m_choices.size(); ++index) {
        if (slot >= 0 && m_choices[index].slot == slot) {
            pick(index);
            return true;
        }
    }
    return false;
}

int ChoiceStrip::place(const Look &look, bool apply) const
{
    // Rows that wrap: thirty choices are as reachable as three.
    const int gap = look.px(12);
    const int left = look.px(20);
    int x = left;
    int y = look.px(10);
    if (!m_question.isEmpty())
        y += look.lineSpacing(TextRole::BodyBold) + look.px(6);
    int rowHeight = 0;
    for (TouchButton *button : m_buttons) {
        button->setLook(look);
        const QSize size = button->sizeHint();
        if (x > left && x + size.width() > width() - left) {
            x = left;
            y += rowHeight + gap;
        }
        if (apply)
            button->setGeometry(QRect(QPoint(x, y), size));
        x += size.width() + gap;
        rowHeight = size.height();
    }
    return y + rowHeight + look.px(10);
}

void ChoiceStrip::arrange()
{
    const int most = parentWidget() ? parentWidget()->height() * mostPercentOfPage / 100 : QWIDGETSIZE_MAX;
    m_fitted = fittingLook(m_look, [this, most](const Look &look) {
        const int question = QFontMetrics(look.font(TextRole::BodyBold)).horizontalAdvance(m_question);
        return question <= width() - 2 * look.px(20) && place(look, false) <= most;
    });
    setFixedHeight(place(m_fitted, true));
}

void ChoiceStrip::resizeEvent(QResizeEvent *)
{
    arrange();
}

void ChoiceStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_fitted.theme().surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_fitted.theme().line);
    if (m_question.isEmpty())
        return;
    const QRect row(m_fitted.px(20), m_fitted.px(10), width() - m_fitted.px(40),
                    m_fitted.lineSpacing(TextRole::BodyBold));
    painter.setFont(m_fitted.font(TextRole::BodyBold));
    painter.setPen(m_fitted.theme().text);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(painter.font()).elidedText(m_question, Qt::ElideRight, row.width()));
}

} // namespace oshaq
