// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/selectionbar.h"

#include "ui/common/flowrow.h"
#include "ui/common/painting.h"
#include "ui/common/touchbutton.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>

namespace oshaq {

SelectionBar::SelectionBar(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_row(new FlowRow(this))
    , m_words(new QLabel(m_row))
    , m_edit(new TouchButton(look, m_row))
    , m_prices(new TouchButton(look, m_row))
    , m_out(new TouchButton(look, m_row))
    , m_back(new TouchButton(look, m_row))
    , m_move(new TouchButton(look, m_row))
    , m_remove(new TouchButton(look, m_row))
    , m_end(new TouchButton(look, m_row))
{
    setObjectName(QStringLiteral("selectionBar"));
    m_words->setObjectName(QStringLiteral("selectionWords"));
    m_words->setProperty("role", QStringLiteral("strong"));
    m_edit->setObjectName(QStringLiteral("selectionEdit"));
    m_prices->setObjectName(QStringLiteral("selectionPrices"));
    m_out->setObjectName(QStringLiteral("selectionOut"));
    m_back->setObjectName(QStringLiteral("selectionBack"));
    m_move->setObjectName(QStringLiteral("selectionMove"));
    m_remove->setObjectName(QStringLiteral("selectionRemove"));
    m_remove->setKind(TouchButton::Kind::Danger);
    m_end->setObjectName(QStringLiteral("selectionEnd"));
    m_end->setKind(TouchButton::Kind::Glyph);
    m_end->setIconName(QStringLiteral("close"));
    m_row->addWidget(m_words);
    for (TouchButton *button : {m_edit, m_prices, m_out, m_back, m_move, m_remove, m_end}) {
        button->setTakesFocus(true);
        m_row->addWidget(button);
    }
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_row);
    retranslate();
    setLook(look);
    hide();
}

void SelectionBar::setLook(const Look &look)
{
    m_look = look;
    for (TouchButton *button : {m_edit, m_prices, m_out, m_back, m_move, m_remove, m_end})
        button->setLook(look);
    layout()->setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(8));
    m_words->setMinimumHeight(look.metrics().buttonHeight());
    m_row->setSpacing(look.px(8));
}

void SelectionBar::setCount(int count, bool isChoosing)
{
    m_count = count;
    m_choosing = isChoosing;
    retranslate();
    setVisible(count > 1 || isChoosing);
    for (TouchButton *button : {m_out, m_back})
        button->setEnabled(count > 0);
}

void SelectionBar::setOffers(bool online, bool hasSheets)
{
    m_edit->setVisible(hasSheets);
    m_prices->setVisible(hasSheets);
    for (TouchButton *button : {m_edit, m_prices, m_move, m_remove})
        button->setEnabled(online && m_count > 0);
    m_row->rearrange();
}

QString SelectionBar::words() const
{
    return m_words->text();
}

void SelectionBar::retranslate()
{
    // The singular is a text of its own: English has no translation file that would pick it.
    m_words->setText(m_count == 1 ? tr("1 chosen") : tr("%n chosen", nullptr, m_count));
    m_edit->setText(tr("Edit several"));
    m_prices->setText(tr("Change prices"));
    m_out->setText(QStringLiteral("86"));
    //: Keys on the keyboard
    m_out->setKeys({QStringLiteral("8")});
    m_back->setText(tr("Bring back"));
    m_move->setText(tr("Move to…"));
    m_remove->setText(tr("Remove"));
    m_end->setAccessibleName(tr("Choose no more"));
    m_end->setToolTip(tr("Choose no more (Esc)"));
    m_row->rearrange();
}

void SelectionBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SelectionBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painting::fillRounded(painter, rect(), m_look.px(11), m_look.theme().surface);
    painting::outlineRounded(painter, rect(), m_look.px(11), m_look.theme().ember, m_look.px(2));
}

} // namespace oshaq
