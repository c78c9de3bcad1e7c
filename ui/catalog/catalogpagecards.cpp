// SPDX-License-Identifier: GPL-3.0-or-later
// What the catalog page shows: cards of the menu as it is now, what can be done, and why something cannot.
#include "ui/catalog/catalogpage.h"

#include "models/domain/searchtext.h"
#include "ui/catalog/availability.h"
#include "ui/catalog/catalogtext.h"
#include "ui/catalog/categorylist.h"
#include "ui/catalog/itemeditor.h"
#include "ui/catalog/itemgrid.h"
#include "ui/catalog/menurules.h"
#include "ui/catalog/pictureloader.h"
#include "ui/catalog/selectionbar.h"
#include "ui/common/band.h"
#include "ui/common/formats.h"
#include "ui/common/linktext.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace oshaq {

// ---- what is shown

void CatalogPage::armMinuteHand()
{
    constexpr int minuteMs = 60'000;
    constexpr int behindMs = 50;
    m_minuteHand.start(int(minuteMs - m_port.hubNowMs() % minuteMs) + behindMs);
}

void CatalogPage::refreshTime()
{
    updateCards();
    m_editor->setCatalog(m_catalog, m_business, m_port.hubNowMs());
}

bool CatalogPage::isQuiet() const
{
    return m_pictures->onTheWay() == 0 && !m_desk->busy();
}

bool CatalogPage::isOnline() const
{
    return m_link.facts().state == LinkStatus::State::Live;
}

bool CatalogPage::isLoading() const
{
    return m_catalog.items.empty() && m_catalog.categories.empty() && m_link.facts().knownAtMs == 0;
}

void CatalogPage::handleCatalogChanged()
{
    m_catalog = m_desk->catalog();
    if (const Business business = m_port.business(); business != m_business || m_business.id == 0) {
        m_business = business;
        m_clock = ZoneClock(business.timeZone);
        m_zone = QTimeZone(business.timeZone.toUtf8());
        if (!m_zone.isValid())
            m_zone = QTimeZone::utc();
    }
    const int count = int(m_catalog.items.size());
    m_search->setPlaceholderText(count == 0 ? tr("Search") : tr("Search %1").arg(CatalogText::items(count)));
    m_categories->setCatalog(m_catalog);
    updateCategoryCombo();
    m_editor->setCatalog(m_catalog, m_business, m_port.hubNowMs());
    updateCards();
}

void CatalogPage::handleLinkChanged()
{
    const bool online = isOnline();
    QString words;
    if (!online && !isLoading()) {
        //: %1 is "Offline since 19:42" or the like
        words = tr("%1: everything can be read and 86 works; other changes need the site.")
                    .arg(LinkText::connection(m_link.facts(), m_clock, m_port.hubNowMs()).text);
    }
    m_linkBand->setMessage(words, Band::Tone::Warning);
    m_editor->setOnline(online);
    m_grid->setEditable(online);
    m_categories->setEditable(online);
    for (TouchButton *button : {m_import, m_export, m_prices, m_new, m_newCategory})
        button->setEnabled(online);
    m_editCategory->setEnabled(online && m_category != 0);
    m_state->actionButton()->setEnabled(online || !m_words.isEmpty());
    handleDeskChanged();
    updateSelection();
    updateState();
    if (online && !std::exchange(m_wasOnline, online))
        m_pictures->retry();
    m_wasOnline = online;
}

void CatalogPage::handleDeskChanged()
{
    const bool online = isOnline();
    m_undo->setEnabled(online && m_desk->canUndo());
    m_redo->setEnabled(online && m_desk->canRedo());
    const QString undoWords = m_desk->undoWords();
    const QString redoWords = m_desk->redoWords();
    m_undo->setToolTip(undoWords.isEmpty() ? tr("Nothing to undo") : tr("Undo: %1 (Ctrl+Z)").arg(undoWords));
    m_redo->setToolTip(redoWords.isEmpty() ? tr("Nothing to redo") : tr("Redo: %1 (Ctrl+Shift+Z)").arg(redoWords));
    m_undo->setAccessibleName(undoWords.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(undoWords));
    m_redo->setAccessibleName(redoWords.isEmpty() ? tr("Redo") : tr("Redo: %1").arg(redoWords));
}

void CatalogPage::updateCategoryCombo()
{
    const QSignalBlocker quiet(m_categoryCombo);
    m_categoryCombo->clear();
    for (const CategoryModel::Row &row : m_categories->categories()->rows())
        m_categoryCombo->addItem(QStringLiteral("%1 · %2").arg(row.name).arg(row.count), row.id);
    m_categoryCombo->setCurrentIndex(std::max(0, m_categoryCombo->findData(m_category)));
}

void CatalogPage::showCategory(qint64 categoryId)
{
    m_category = categoryId;
    updateCategoryCombo();
    m_editCategory->setEnabled(isOnline() && m_category != 0);
    // Who goes to a category wants to see it.
    if (!m_search->text().isEmpty()) {
        m_search->clear();
        m_searchTimer.stop();
        m_words.clear();
    }
    m_grid->setChoosing(false);
    updateCards();
    m_grid->scrollToTop();
}

void CatalogPage::updateCards()
{
    const qint64 now = m_port.hubNowMs();
    Currency currency;
    if (const auto known = Currency::fromCode(m_business.currency))
        currency = *known;
    QHash<qint64, const Item *> items;
    for (const Item &item : m_catalog.items)
        items.insert(item.id, &item);
    QHash<qint64, const Category *> categories;
    for (const Category &category : m_catalog.categories)
        categories.insert(category.id, &category);
    // Whoever searches means the whole menu.
    const qint64 shown = m_words.isEmpty() ? m_category : 0;
    std::vector<ItemModel::Card> cards;
    for (const qint64 id : menurules::shownItems(m_catalog, shown, m_words)) {
        ItemModel::Card card;
        card.item = *items.value(id);
        card.price = formats::money(card.item.priceMinor, currency);
        const auto availability = availabilityOf(card.item, categories.value(card.item.categoryId), now, m_zone);
        card.availability = CatalogText::availability(availability, now, m_zone);
        card.state = availability.state;
        card.hasDraft = m_editor->isDirty(id);
        cards.push_back(std::move(card));
    }
    m_grid->setReorderable(shown != 0);
    m_grid->setCards(std::move(cards));
    updateState();
}

void CatalogPage::updateState()
{
    const bool isEmpty = m_grid->items()->rowCount() == 0;
    m_state->setVisible(isEmpty);
    if (!isEmpty)
        return;
    m_state->setGeometry(m_grid->viewport()->rect());
    const Category *category = m_catalog.findCategory(m_category);
    if (isLoading()) {
        m_state->setState(QStringLiteral("clock"), tr("The menu is on its way"),
                          tr("It comes from the site as soon as that answers."));
    } else if (!m_words.isEmpty()) {
        m_state->setState(QStringLiteral("search"), tr("Nothing found"),
                          tr("No dish has these words in its name, description, category or external id."),
                          tr("Clear the search"));
    } else if (category) {
        m_state->setState(QStringLiteral("catalog"), tr("%1 has no dishes yet").arg(category->name),
                          tr("Drag dishes onto the category, or make a new one."), tr("New item"));
    } else {
        m_state->setState(QStringLiteral("catalog"), tr("The menu is empty"),
                          m_sheets ? tr("Take it from a spreadsheet file, or make the first dish yourself with Ctrl+N.")
                                   : tr("Make the first category and its first dish."),
                          m_sheets ? tr("Import a menu…") : tr("New item"));
    }
}

void CatalogPage::updateSelection()
{
    const int count = int(m_grid->chosenIds().size());
    m_selection->setCount(count, m_grid->isChoosing());
    m_selection->setOffers(isOnline(), m_sheets != nullptr);
}

void CatalogPage::handleCurrentChanged(qint64 itemId)
{
    // Searching takes cards away; what is edited stays.
    if (itemId != 0)
        m_editor->open(itemId);
}

} // namespace oshaq
