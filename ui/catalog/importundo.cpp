// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/importundo.h"

namespace oshaq {

namespace {

template <typename Value> void back(std::optional<Value> &target, const Value &before, const Value &now)
{
    if (before != now)
        target = before;
}

/// What an import writes of a dish, as it was.
ItemEdit editBack(const Item &before, const Item &now)
{
    ItemEdit edit;
    back(edit.categoryId, before.categoryId, now.categoryId);
    back(edit.name, before.name, now.name);
    back(edit.description, before.description, now.description);
    back(edit.priceMinor, before.priceMinor, now.priceMinor);
    back(edit.quantityStep, before.quantityStep, now.quantityStep);
    back(edit.stationId, before.stationId, now.stationId);
    back(edit.prepSeconds, before.prepSeconds, now.prepSeconds);
    back(edit.externalId, before.externalId, now.externalId);
    back(edit.allergens, before.allergens, now.allergens);
    back(edit.optionGroups, before.optionGroups, now.optionGroups);
    return edit;
}

} // namespace

std::optional<CatalogChange> importTakenBack(const Catalog &before, const Catalog &now, const MenuImportResult &result)
{
    CatalogChange change;
    int itemsCreated = 0;
    int itemsUpdated = 0;
    int categoriesCreated = 0;
    for (const Category &category : now.categories) {
        // An import makes categories and changes none.
        if (before.findCategory(category.id))
            continue;
        ++categoriesCreated;
        change.categories.push_back({RowAct::Remove, category.id, category.version, {}});
    }
    for (const Item &item : now.items) {
        const Item *old = before.findItem(item.id);
        if (!old) {
            ++itemsCreated;
            change.items.push_back({RowAct::Remove, item.id, item.version, {}});
        } else if (const ItemEdit edit = editBack(*old, item); edit != ItemEdit()) {
            ++itemsUpdated;
            change.items.push_back({RowAct::Edit, item.id, item.version, edit});
        }
        // Else it is as it was, or somebody has it out: an import never says that.
    }
    for (const Item &item : before.items) {
        if (!now.findItem(item.id))
            return std::nullopt;
    }
    const bool isAll = itemsCreated == result.itemsCreated && itemsUpdated == result.itemsUpdated &&
                       categoriesCreated == result.categoriesCreated;
    const bool isSmall = int(change.items.size() + change.categories.size()) <= maxCatalogChanges;
    return isAll && isSmall && !change.isEmpty() ? std::optional(change) : std::nullopt;
}

} // namespace oshaq
