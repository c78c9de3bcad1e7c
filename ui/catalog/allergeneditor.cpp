// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/allergeneditor.h"

#include "ui/catalog/catalogtext.h"
#include "ui/common/choicerow.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLineEdit>

namespace oshaq {

AllergenEditor::AllergenEditor(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_known(new ChoiceRow(look, this))
    , m_own(new QLineEdit(this))
{
    m_known->setObjectName(QStringLiteral("allergenChoices"));
    m_known->setMany(true);
    m_own->setObjectName(QStringLiteral("allergenOwn"));
    m_own->setMaxLength(500);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_known);
    layout->addWidget(m_own);
    connect(m_known, &ChoiceRow::picked, this, &AllergenEditor::edited);
    connect(m_own, &QLineEdit::textEdited, this, &AllergenEditor::edited);
    retranslate();
    setLook(look);
}

void AllergenEditor::setLook(const Look &look)
{
    m_known->setLook(look);
    layout()->setSpacing(look.px(8));
}

void AllergenEditor::retranslate()
{
    QStringList texts;
    for (const QString &word : CatalogText::knownAllergens())
        texts << CatalogText::allergen(word);
    m_known->setTexts(texts);
    m_known->setAccessibleName(tr("Allergens"));
    m_own->setPlaceholderText(tr("Others, with commas between"));
    m_own->setAccessibleName(tr("Other allergens"));
}

QStringList AllergenEditor::allergens() const
{
    const QStringList known = CatalogText::knownAllergens();
    QStringList chosen;
    for (int i = 0; i < known.size(); ++i) {
        if (m_known->isChosen(i))
            chosen << known[i];
    }
    for (const QString &part : m_own->text().split(u',')) {
        const QString word = part.trimmed();
        if (!word.isEmpty() && !chosen.contains(word, Qt::CaseInsensitive))
            chosen << word;
    }
    // In the order that they had, the new ones behind.
    QStringList ordered;
    for (const QString &word : m_order) {
        if (chosen.contains(word, Qt::CaseInsensitive) && !ordered.contains(word, Qt::CaseInsensitive))
            ordered << word;
    }
    for (const QString &word : std::as_const(chosen)) {
        if (!ordered.contains(word, Qt::CaseInsensitive))
            ordered << word;
    }
    return ordered;
}

void AllergenEditor::setAllergens(const QStringList &words)
{
    if (words == allergens())
        return;
    m_order = words;
    const QStringList known = CatalogText::knownAllergens();
    for (int i = 0; i < known.size(); ++i)
        m_known->setChosen(i, words.contains(known[i], Qt::CaseInsensitive));
    QStringList own;
    for (const QString &word : words) {
        if (!known.contains(word, Qt::CaseInsensitive))
            own << word;
    }
    m_own->setText(own.join(QStringLiteral(", ")));
}

void AllergenEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace oshaq
