// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/catalogchange.h"

#include <algorithm>

namespace oshaq {

namespace {

/// `old` in `target` when the change sets the field.
template <typename T, typename Old> void back(std::optional<T> &target, const std::optional<T> &set, const Old &old)
{
    if (set)
        target = T(old);
}

CategoryEdit editBack(const CategoryEdit &edit, const Category &old)
{
    CategoryEdit result;
    back(result.name, edit.name, old.name);
    back(result.quantityStep, edit.quantityStep, old.quantityStep);
    back(result.stationId, edit.stationId, old.stationId);
    back(result.position, edit.position, old.position);
    back(result.externalId, edit.externalId, old.externalId);
    back(result.hours, edit.hours, old.hours);
    return result;
}

ItemEdit editBack(const ItemEdit &edit, const Item &old)
{
    ItemEdit result;
    back(result.categoryId, edit.categoryId, old.categoryId);
    back(result.name, edit.name, old.name);
    back(result.description, edit.description, old.description);
    back(result.priceMinor, edit.priceMinor, old.priceMinor);
    back(result.quantityStep, edit.quantityStep, old.quantityStep);
    back(result.available, edit.available, old.available);
    back(result.stationId, edit.stationId, old.stationId);
    back(result.prepSeconds, edit.prepSeconds, old.prepSeconds);
    back(result.position, edit.position, old.position);
    back(result.externalId, edit.externalId, old.externalId);
    back(result.allergens, edit.allergens, old.allergens);
    back(result.optionGroups, edit.optionGroups, old.optionGroups);
    back(result.hours, edit.hours, old.hours);
    back(result.backAtMs, edit.backAtMs, old.backAtMs);
    return result;
}

template <typename Change, typename Row> Change inverseRow(const Change &change, const Row &before, const Row &after)
{
    Change result;
    result.id = after.id;
    switch (change.act) {
    case RowAct::Make:
    case RowAct::Restore:
        result.act = RowAct::Remove;
        result.version = after.version;
        break;
    case RowAct::Edit:
        result.act = RowAct::Edit;
        result.version = after.version;
        result.edit = editBack(change.edit, before);
        break;
    case RowAct::Remove:
        result.act = RowAct::Restore;
        result.id = change.id;
        break;
    }
    return result;
}

template <typename Change, typename Row>
std::vector<Change> inverseRows(const std::vector<Change> &changes, const std::vector<Row> &before,
                                const std::vector<Row> &after)
{
    std::vector<Change> result;
    const std::size_t count = std::min({changes.size(), before.size(), after.size()});
    result.reserve(count);
    for (std::size_t i = count; i > 0; --i)
        result.push_back(inverseRow(changes[i - 1], before[i - 1], after[i - 1]));
    return result;
}

template <typename Row, typename Change>
std::vector<Row> named(const std::vector<Change> &changes, const std::vector<Row> &rows)
{
    std::vector<Row> result;
    result.reserve(changes.size());
    for (const Change &change : changes) {
        const auto found =
            std::find_if(rows.begin(), rows.end(), [&change](const Row &row) { return row.id == change.id; });
        result.push_back(found == rows.end() ? Row() : *found);
    }
    return result;
}

} // namespace

CatalogChange inverseOf(const CatalogChange &change, const CatalogChanged &before, const CatalogChanged &after)
{
    return {inverseRows(change.categories, before.categories, after.categories),
            inverseRows(change.items, before.items, after.items)};
}

CatalogChanged rowsOf(const CatalogChange &change, const Catalog &catalog)
{
    return {named(change.categories, catalog.categories), named(change.items, catalog.items)};
}

} // namespace oshaq
