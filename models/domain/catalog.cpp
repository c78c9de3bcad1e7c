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

const SaleHours &Catalog::saleHoursOf(const Item &item) const
{
    static const SaleHours always;
    if (!item.hours.empty())
        return item.hours;
    const Category *category = findCategory(item.categoryId);
    return category ? category->hours : always;
}

std::optional<qint64> Catalog::nextSaleChange(const QString &timeZone, qint64 ms) const
{
    // Many dishes have few different hours.
    std::vector<const SaleHours *> known;
    std::optional<qint64> next;
    const auto look = [&](const SaleHours &hours) {
        const auto same = [&hours](const SaleHours *other) { return *other == hours; };
        if (hours.empty() || std::any_of(known.begin(), known.end(), same))
            return;
        known.push_back(&hours);
        const std::optional<qint64> change = oshaq::nextSaleChange(hours, timeZone, ms);
        if (change && (!next || *change < *next))
            next = change;
    };
    for (const Category &category : categories)
        look(category.hours);
    for (const Item &item : items)
        look(item.hours);
    return next;
}

} // namespace oshaq
