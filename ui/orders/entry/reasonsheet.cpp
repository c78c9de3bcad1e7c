// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/reasonsheet.h"

#include "ui/common/field.h"
#include "ui/common/touchbutton.h"
#include "ui/orders/entry/choicecard.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

#include <utility>

namespace oshaq {

namespace {

constexpr std::size_t numbered = 9;

} // namespace

ReasonSheet::ReasonSheet(const Look &look, QWidget *parent)
    : Sheet(look, Place::Center, 620, parent)
    , m_list(new QVBoxLayout)
    , m_words(new QLineEdit)
    , m_field(new Field(m_words))
    , m_back(new TouchButton(look))
    , m_ok(new TouchButton(look))
{
    setObjectName(QStringLiteral("reasonSheet"));
    m_words->setObjectName(QStringLiteral("reasonWords"));
    m_words->setMaxLength(200);
    m_ok->setObjectName(QStringLiteral("reasonDone"));
    m_ok->setKind(TouchButton::Kind::Primary);
    m_ok->setKeys({QStringLiteral("Enter")});
    m_back->setKeys({QStringLiteral("Esc")});
    m_back->setTakesFocus(true);
    m_ok->setTakesFocus(true);
    setFocusPolicy(Qt::StrongFocus);
    body()->addLayout(m_list);
    body()->addWidget(m_field);
    footer()->addWidget(m_back);
    footer()->addStretch(1);
    footer()->addWidget(m_ok);
    connect(m_back, &TouchButton::clicked, this, &Sheet::close);
    connect(m_ok, &TouchButton::clicked, this, [this] { give(m_words->text()); });
    connect(m_words, &QLineEdit::textEdited, this, [this] { m_field->setError(QString()); });
    setLook(look);
    retranslate();
}

void ReasonSheet::setLook(const Look &look)
{
    m_list->setSpacing(look.px(8));
    m_back->setLook(look);
    m_ok->setLook(look);
    for (ChoiceCard *card : m_cards)
        card->setLook(look);
    Sheet::setLook(look);
}

void ReasonSheet::retranslate()
{
    Sheet::retranslate();
    m_field->setLabel(tr("Another reason"));
    m_back->setText(tr("Back"));
    m_ok->setText(tr("Go on"));
}

void ReasonSheet::begin(const QString &title, const QStringList &reasons,
                        const std::function<void(const QString &)> &done)
{
    m_done = done;
    setTitle(title);
    for (ChoiceCard *card : std::exchange(m_cards, {})) {
        card->hide();
        m_list->removeWidget(card);
        card->deleteLater();
    }
    for (const QString &reason : reasons) {
        auto *card = new ChoiceCard(look(), this);
        card->setObjectName(QStringLiteral("reasonCard"));
        card->setTexts(reason, QString());
        if (m_cards.size() < numbered)
            card->setKey(QString::number(m_cards.size() + 1));
        connect(card, &ChoiceCard::clicked, this, [this, reason] { give(reason); });
        m_list->addWidget(card);
        card->show();
        // After the card before it, so that Tab goes down the list.
        if (m_cards.empty())
            setTabOrder(card, m_words);
        else
            setTabOrder(m_cards.back(), card);
        m_cards.push_back(card);
    }
    if (!m_cards.empty())
        setTabOrder(m_cards.back(), m_words);
    m_words->clear();
    m_field->setError(QString());
    open(m_cards.empty() ? static_cast<QWidget *>(m_words) : m_cards.front());
}

bool ReasonSheet::mayClose()
{
    m_done = nullptr;
    return true;
}

void ReasonSheet::give(const QString &reason)
{
    const QString plain = reason.simplified();
    if (plain.isEmpty()) {
        m_field->setError(tr("Choose a reason or write one."));
        m_words->setFocus(Qt::OtherFocusReason);
        return;
    }
    const auto done = std::exchange(m_done, nullptr);
    close();
    if (done)
        done(plain);
}

void ReasonSheet::keyPressEvent(QKeyEvent *event)
{
    const int number = event->key() - Qt::Key_0;
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == 0;
    if (isPlain && number >= 1 && number <= int(m_cards.size()) && number <= int(numbered) && !m_words->hasFocus()) {
        m_cards[std::size_t(number - 1)]->click();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_words->hasFocus()) {
        give(m_words->text());
    } else if (isPlain && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)) {
        focusNextPrevChild(event->key() == Qt::Key_Down);
    } else {
        Sheet::keyPressEvent(event);
        return;
    }
    event->accept();
}

} // namespace oshaq
