// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/catalogshelf.h"

#include "models/hub/businessstore.h"
#include "models/hub/catalogstore.h"

#include <algorithm>
#include <iterator>

namespace oshaq {

Result<Business> CatalogShelf::business(qint64 businessId)
{
    std::optional<Business> &kept = m_shelves[businessId].business;
    if (kept)
        return *kept;
    auto read = businessstore::find(m_database, businessId);
    if (read)
        kept = *read;
    return read;
}

QDate CatalogShelf::dayOf(const Business &business, qint64 atMs)
{
    Shelf &shelf = m_shelves[business.id];
    if (!shelf.day.isValid() || atMs < shelf.dayBounds.beginMs || atMs >= shelf.dayBounds.endMs) {
        shelf.day = businessDay(atMs, business.timeZone, business.dayStartMinutes);
        shelf.dayBounds = businessDayBounds(shelf.day, business.timeZone, business.dayStartMinutes);
    }
    return shelf.day;
}

Result<Catalog> CatalogShelf::forItems(qint64 businessId, const std::vector<qint64> &itemIds)
{
    Shelf &shelf = m_shelves[businessId];
    std::vector<qint64> missing;
    std::copy_if(itemIds.begin(), itemIds.end(), std::back_inserter(missing),
                 [&shelf](qint64 id) { return !shelf.items.contains(id); });
    if (!missing.empty() || !shelf.stations) {
        auto read = catalogstore::loadForItems(m_database, businessId, missing);
        if (!read)
            return read.error();
        for (const Category &category : read->categories)
            shelf.categories.insert_or_assign(category.id, category);
        for (const Item &item : read->items)
            shelf.items.insert_or_assign(item.id, item);
        shelf.stations = std::move(read->stations);
    }
    Catalog catalog;
    catalog.stations = *shelf.stations;
    for (const qint64 id : itemIds) {
        const auto item = shelf.items.find(id);
        if (item == shelf.items.end())
            continue; // there is none: pricing says so
        catalog.items.push_back(item->second);
        const qint64 categoryId = item->second.categoryId;
        const bool known = std::any_of(catalog.categories.begin(), catalog.categories.end(),
                                       [categoryId](const Category &one) { return one.id == categoryId; });
        if (const auto category = shelf.categories.find(categoryId); !known && category != shelf.categories.end())
            catalog.categories.push_back(category->second);
    }
    return catalog;
}

} // namespace oshaq
