// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststart/menustep.h"

#include "models/terminal/idempotencykey.h"
#include "ui/common/band.h"
#include "ui/common/choicerow.h"
#include "ui/common/linktext.h"

#include <QBoxLayout>
#include <QLabel>

#include <algorithm>
#include <utility>

namespace oshaq {

MenuStep::MenuStep(CatalogPort &port, ImportMenu importMenu, const Look &look, QWidget *parent)
    : FirstStartStep(parent)
    , m_port(port)
    , m_importMenu(std::move(importMenu))
    , m_band(new Band(look, this))
    , m_choice(new ChoiceRow(look, this))
    , m_meaning(new QLabel(this))
    , m_layout(new QVBoxLayout(this))
{
    m_choice->setObjectName(QStringLiteral("firstMenu"));
    m_meaning->setWordWrap(true);
    m_meaning->setProperty("role", QStringLiteral("muted"));
    m_layout->addWidget(m_band);
    m_layout->addWidget(m_choice);
    m_layout->addWidget(m_meaning);
    m_layout->addStretch(1);
    connect(m_choice, &ChoiceRow::picked, this, [this] {
        retranslate();
        Q_EMIT wordsChanged();
    });
    connect(&m_port, &CatalogPort::catalogChanged, this, &MenuStep::noteSample);
    MenuStep::retranslate();
    m_choice->setChosen(File);
    MenuStep::retranslate();
    MenuStep::setLook(look);
}

MenuStep::~MenuStep()
{
    if (m_call != 0)
        m_port.cancel(m_call);
}

void MenuStep::retranslate()
{
    m_choice->setTexts({tr("Sample menu"), tr("From a file"), tr("Empty")});
    m_choice->setAccessibleName(tr("Menu to begin with"));
    switch (m_choice->chosen()) {
    case Sample:
        m_meaning->setText(tr("Some dishes of a Kazakh grill are there already: good for trying everything out."));
        break;
    case File:
        m_meaning->setText(m_imported
                               ? tr("Your dishes are in.")
                               : tr("A CSV file from any spreadsheet program: one dish a line, with its category, "
                                    "name and price. The columns are matched by you, and nothing is written "
                                    "before you have seen what would happen. The sample dishes go."));
        break;
    default:
        m_meaning->setText(tr("The sample dishes go, and you type in your own on the catalog page."));
        break;
    }
}

QString MenuStep::nextText() const
{
    return m_choice->chosen() == File && !m_imported ? tr("Choose the file") : tr("Next");
}

void MenuStep::enter()
{
    noteSample();
}

void MenuStep::noteSample()
{
    // A slow computer asks before its screen has heard from its hub at all.
    if (m_sampleItems || m_port.business().id == 0)
        return;
    const Catalog catalog = m_port.catalog();
    m_sampleItems.emplace();
    for (const Item &item : catalog.items)
        m_sampleItems->emplace(item.id, item.version);
    for (const Category &category : catalog.categories)
        m_sampleCategories.emplace(category.id, category.version);
    if (!std::exchange(m_isWaiting, false))
        return;
    Q_EMIT busyChanged(false);
    commit();
}

void MenuStep::commit()
{
    if (m_call != 0 || m_isWaiting)
        return;
    m_band->setMessage(QString(), Band::Tone::Alarm);
    if (m_choice->chosen() == Sample) {
        Q_EMIT done();
    } else if (!m_sampleItems) {
        m_isWaiting = true;
        Q_EMIT busyChanged(true);
    } else if (m_choice->chosen() == File && !m_imported) {
        importFile();
    } else {
        removeSample();
    }
}

void MenuStep::importFile()
{
    m_importMenu(window(), [this] {
        m_imported = true;
        retranslate();
        Q_EMIT wordsChanged();
        removeSample();
    });
}

CatalogChange MenuStep::withoutSample() const
{
    CatalogChange change;
    const Catalog catalog = m_port.catalog();
    QSet<qint64> used;
    for (const Item &item : catalog.items) {
        const auto known = m_sampleItems ? m_sampleItems->find(item.id) : std::map<qint64, qint64>::const_iterator();
        const bool sample = m_sampleItems && known != m_sampleItems->end() && known->second == item.version;
        if (sample)
            change.items.push_back({RowAct::Remove, item.id, item.version, {}});
        else
            used.insert(item.categoryId);
    }
    for (const Category &category : catalog.categories) {
        const auto known = m_sampleCategories.find(category.id);
        if (known != m_sampleCategories.end() && known->second == category.version && !used.contains(category.id))
            change.categories.push_back({RowAct::Remove, category.id, category.version, {}});
    }
    return change;
}

void MenuStep::removeSample()
{
    const CatalogChange change = withoutSample();
    if (change.isEmpty()) {
        Q_EMIT done();
        return;
    }
    if (m_key.isEmpty())
        m_key = newIdempotencyKey();
    Q_EMIT busyChanged(true);
    m_call = m_port.apply(m_key, change, [this](const PortAnswer<CatalogChanged> &answer) {
        m_call = 0;
        Q_EMIT busyChanged(false);
        if (answer || answer.failure.kind != PortFailure::Kind::Unreachable)
            m_key.clear();
        if (answer)
            Q_EMIT done();
        else
            m_band->setMessage(LinkText::failure(answer.failure), Band::Tone::Alarm);
    });
}

void MenuStep::setLook(const Look &look)
{
    m_band->setLook(look);
    m_choice->setLook(look);
    m_layout->setContentsMargins(0, look.px(12), look.px(8), look.px(12));
    m_layout->setSpacing(look.px(14));
}

} // namespace oshaq
