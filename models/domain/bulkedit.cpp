// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/bulkedit.h"

#include <algorithm>

namespace oshaq {

namespace {

/// `target` is set when it is wanted and something else than now.
template <typename Value> void set(std::optional<Value> &target, const std::optional<Value> &wanted, const Value &now)
{
    if (wanted && *wanted != now)
        target = wanted;
}

QStringList allergensAfter(const QStringList &now, const BulkEdit &edit)
{
    QStringList after;
    for (const QString &allergen : now + edit.addAllergens) {
        if (!edit.removeAllergens.contains(allergen, Qt::CaseInsensitive) &&
            !after.contains(allergen, Qt::CaseInsensitive))
            after << allergen;
    }
    return after;
}

} // namespace

CatalogChange bulkChange(const std::vector<Item> &items, const BulkEdit &edit)
{
    CatalogChange change;
    for (const Item &item : items) {
        ItemEdit row;
        set(row.categoryId, edit.categoryId, item.categoryId);
        set(row.stationId, edit.stationId, item.stationId);
        set(row.prepSeconds, edit.prepSeconds, item.prepSeconds);
        set(row.quantityStep, edit.quantityStep, item.quantityStep);
        set(row.hours, edit.hours, item.hours);
        set(row.available, edit.available, item.available);
        if (!edit.addAllergens.isEmpty() || !edit.removeAllergens.isEmpty())
            set(row.allergens, std::optional(allergensAfter(item.allergens, edit)), item.allergens);
        if (row != ItemEdit())
            change.items.push_back({RowAct::Edit, item.id, item.version, row});
    }
    return change;
}

QStringList allergensOf(const std::vector<Item> &items)
{
    QStringList all;
    for (const Item &item : items) {
        for (const QString &allergen : item.allergens) {
            if (!all.contains(allergen, Qt::CaseInsensitive))
                all << allergen;
        }
    }
    std::sort(all.begin(), all.end(),
              [](const QString &a, const QString &b) { return a.compare(b, Qt::CaseInsensitive) < 0; });
    return all;
}

} // namespace oshaq
