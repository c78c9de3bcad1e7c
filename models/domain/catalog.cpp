// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/catalog.h"

#include <algorithm>

namespace oshaq {

const Item *Catalog::findItem(qint64 itemId) const
{
    const auto it = std::find_if(items.begin(), items.end(), [itemId](const Item &item) { return item.id == itemId; });
    return it == items.end() ? nullptr : &*it;
}

const Category *Catalog::findCategory(qint64 categoryId) const
{
    const auto it = std::find_if(categories.begin(), categories.end(),
                                 [categoryId](const Category &category) { return category.id == categoryId; });
    return it == categories.end() ? nullptr : &*it;
}

qint64 Catalog::quantityStepOf(const Item &item) const
{
    if (item.quantityStep)
        return *item.quantityStep;
    const Category *category = findCategory(item.categoryId);
    return category ? category->quantityStep : defaultQuantityStep;
}

std::optional<qint64> Catalog::stationOf(const Item &item) const
{
    if (item.stationId)
        return item.stationId;
    if (const Category *category = findCategory(item.categoryId); category && category->stationId)
        return category->stationId;
    if (!stations.empty())
        return stations.front().id;
    return std::nullopt;
}

} // namespace oshaq
