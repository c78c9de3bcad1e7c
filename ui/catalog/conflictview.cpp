// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/conflictview.h"

#include "ui/catalog/catalogtext.h"
#include "ui/catalog/summarybutton.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>

#include <algorithm>

namespace oshaq {

ConflictView::ConflictView(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_words(new QLabel(this))
{
    setObjectName(QStringLiteral("conflictView"));
    m_words->setWordWrap(true);
    m_words->setProperty("role", QStringLiteral("notice"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_words);
    m_list = new QVBoxLayout;
    layout->addLayout(m_list);
    hide();
}

void ConflictView::setLook(const Look &look)
{
    m_look = look;
    layout()->setSpacing(look.px(12));
    m_list->setSpacing(look.px(12));
    for (const Row &row : m_rows) {
        row.mine->setLook(look);
        row.theirs->setLook(look);
        row.box->layout()->setSpacing(look.px(6));
    }
}

void ConflictView::setChoices(const std::vector<Choice> &choices)
{
    for (const Row &row : m_rows) {
        row.box->hide();
        m_list->removeWidget(row.box);
        row.box->deleteLater();
    }
    m_rows.clear();
    m_choices = choices;
    for (size_t i = 0; i < m_choices.size(); ++i) {
        Row row;
        row.box = new QWidget(this);
        row.name = new QLabel(row.box);
        row.name->setProperty("role", QStringLiteral("strong"));
        row.theirs = new SummaryButton(m_look, row.box);
        row.mine = new SummaryButton(m_look, row.box);
        auto *box = new QVBoxLayout(row.box);
        box->setContentsMargins(0, 0, 0, 0);
        for (QWidget *one : std::initializer_list<QWidget *>{row.name, row.theirs, row.mine})
            box->addWidget(one);
        for (SummaryButton *button : {row.mine, row.theirs}) {
            button->setCheckable(true);
            const bool isMine = button == row.mine;
            // The button has changed by itself; which of both counts is said here.
            connect(button, &SummaryButton::clicked, this, [this, i, isMine] {
                m_choices[i].takesMine = isMine;
                m_rows[i].mine->setChecked(isMine);
                m_rows[i].theirs->setChecked(!isMine);
                Q_EMIT picked();
            });
        }
        row.mine->setChecked(m_choices[i].takesMine);
        row.theirs->setChecked(!m_choices[i].takesMine);
        m_list->addWidget(row.box);
        m_rows.push_back(row);
    }
    retranslate();
    setLook(m_look);
    setVisible(!m_choices.empty());
}

void ConflictView::takeOver(const std::vector<Choice> &before)
{
    for (size_t i = 0; i < m_choices.size(); ++i) {
        for (const Choice &choice : before) {
            if (choice.field == m_choices[i].field)
                m_choices[i].takesMine = choice.takesMine;
        }
        m_rows[i].mine->setChecked(m_choices[i].takesMine);
        m_rows[i].theirs->setChecked(!m_choices[i].takesMine);
    }
}

const ConflictView::Row *ConflictView::row(ItemField field) const
{
    for (size_t i = 0; i < m_choices.size(); ++i) {
        if (m_choices[i].field == field)
            return &m_rows[i];
    }
    return nullptr;
}

SummaryButton *ConflictView::mineButton(ItemField field) const
{
    const Row *one = row(field);
    return one ? one->mine : nullptr;
}

SummaryButton *ConflictView::theirsButton(ItemField field) const
{
    const Row *one = row(field);
    return one ? one->theirs : nullptr;
}

void ConflictView::retranslate()
{
    m_words->setText(tr("Somebody else changed this dish while you were editing it. Choose what counts, then save."));
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        const QString name = CatalogText::fieldName(m_choices[i].field);
        row.name->setText(name);
        row.mine->setHead(tr("Yours"));
        row.mine->setSummary(m_choices[i].mine);
        row.mine->setAccessibleName(tr("%1, yours: %2").arg(name, m_choices[i].mine));
        row.theirs->setHead(tr("Theirs"));
        row.theirs->setSummary(m_choices[i].theirs);
        row.theirs->setAccessibleName(tr("%1, theirs: %2").arg(name, m_choices[i].theirs));
    }
}

void ConflictView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace oshaq
