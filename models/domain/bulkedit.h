// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogchange.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace oshaq {

/// What is to become of several dishes at once; members without a value leave each dish as it is.
struct BulkEdit
{
    std::optional<qint64> categoryId;
    std::optional<std::optional<qint64>> stationId;    ///< taken away: the category's
    std::optional<int> prepSeconds;                    ///< 0: the station's limits
    std::optional<std::optional<qint64>> quantityStep; ///< thousandths; taken away: the category's
    std::optional<SaleHours> hours;                    ///< empty: the category's
    QStringList addAllergens;
    QStringList removeAllergens; ///< whatever their case; stronger than addAllergens
    std::optional<bool> available;

    bool operator==(const BulkEdit &) const = default;
};

/// One change with the versions of `items`; a dish that is so already is not in it.
CatalogChange bulkChange(const std::vector<Item> &items, const BulkEdit &edit);

/// The value that all dishes share, or nothing when they differ; nothing for no dishes, too.
template <typename Value, typename Read>
std::optional<Value> sharedValue(const std::vector<Item> &items, const Read &read)
{
    if (items.empty())
        return std::nullopt;
    const Value first = read(items.front());
    for (const Item &item : items) {
        if (!(read(item) == first))
            return std::nullopt;
    }
    return first;
}

/// Allergens of the dishes, each once whatever its case, as the first one has it, sorted.
QStringList allergensOf(const std::vector<Item> &items);

} // namespace oshaq
