// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/rowcard.h"

#include "ui/common/flowrow.h"
#include "ui/common/painting.h"
#include "ui/common/touchbutton.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

namespace oshaq {

RowCard::RowCard(const Look &look, QWidget *parent)
    : QFrame(parent)
    , m_look(look)
    , m_title(new QLabel(this))
    , m_trouble(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_buttons(new FlowRow(this))
    , m_layout(new QVBoxLayout(this))
{
    m_title->setProperty("role", QStringLiteral("strong"));
    m_trouble->setProperty("role", QStringLiteral("error"));
    m_facts->setProperty("role", QStringLiteral("muted"));
    for (QLabel *label : {m_title, m_trouble, m_facts}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        m_layout->addWidget(label);
    }
    m_layout->addWidget(m_buttons);
    setLook(look);
}

void RowCard::setLook(const Look &look)
{
    m_look = look;
    for (TouchButton *button : m_actions)
        button->setLook(look);
    m_buttons->setSpacing(look.px(8));
    m_layout->setContentsMargins(look.px(16), look.px(14), look.px(16), look.px(14));
    m_layout->setSpacing(look.px(6));
    update();
}

void RowCard::setWords(const Words &words)
{
    m_title->setText(words.title);
    m_trouble->setText(words.trouble);
    m_trouble->setVisible(!words.trouble.isEmpty());
    m_facts->setText(words.facts);
    m_facts->setVisible(!words.facts.isEmpty());
    m_bad = !words.trouble.isEmpty();
    while (m_actions.size() < size_t(words.actions.size())) {
        const int action = int(m_actions.size());
        auto *button = new TouchButton(m_look, this);
        button->setTakesFocus(true);
        button->setObjectName(QStringLiteral("rowAction%1").arg(action));
        connect(button, &TouchButton::clicked, this, [this, action] { Q_EMIT asked(action); });
        m_buttons->addWidget(button);
        m_actions.push_back(button);
    }
    for (int i = 0; i < int(m_actions.size()); ++i) {
        const bool used = i < words.actions.size();
        TouchButton *button = m_actions[size_t(i)];
        button->setVisible(used);
        if (used) {
            button->setText(words.actions.at(i));
            button->setAccessibleName(words.actionNames.value(i, words.actions.at(i)));
        }
    }
    m_buttons->setVisible(!words.actions.isEmpty());
    m_buttons->rearrange();
    setAccessibleName(words.title + QStringLiteral(". ") + words.trouble + u' ' + words.facts);
    update();
}

QString RowCard::title() const
{
    return m_title->text();
}

QString RowCard::facts() const
{
    return m_facts->text();
}

QString RowCard::trouble() const
{
    return m_trouble->text();
}

void RowCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    painting::fillRounded(painter, rect(), m_look.px(10), theme.surface);
    painting::outlineRounded(painter, rect(), m_look.px(10), m_bad ? theme.errorText : theme.line,
                             m_bad ? m_look.px(2) : 1);
}

} // namespace oshaq
