// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/menurules.h"

#include "models/domain/money.h"
#include "models/domain/searchtext.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace oshaq::menurules {

namespace {

/// Rows of one kind that are given positions among themselves.
template <typename Change, typename Row>
std::vector<Change> orderRows(const std::vector<Row> &rows, const std::vector<qint64> &order)
{
    std::vector<const Row *> wanted;
    std::vector<int> positions;
    for (const qint64 id : order) {
        const auto at = std::find_if(rows.begin(), rows.end(), [id](const Row &row) { return row.id == id; });
        if (at == rows.end())
            continue;
        wanted.push_back(&*at);
        positions.push_back(at->position);
    }
    std::sort(positions.begin(), positions.end());
    // Two rows of one place could not be told apart.
    for (size_t i = 1; i < positions.size(); ++i)
        positions[i] = std::max(positions[i], positions[i - 1] + 1);
    std::vector<Change> changes;
    for (size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i]->position == positions[i])
            continue;
        Change change;
        change.id = wanted[i]->id;
        change.version = wanted[i]->version;
        change.edit.position = positions[i];
        changes.push_back(std::move(change));
    }
    return changes;
}

ItemChange changeOf(const Item &item, RowAct act)
{
    ItemChange change;
    change.act = act;
    change.id = item.id;
    change.version = item.version;
    return change;
}

bool hasWords(const Item &item, const QString &categoryName, const QStringList &words)
{
    const QString text =
        foldForSearch(item.name + u'\n' + item.description + u'\n' + item.externalId + u'\n' + categoryName);
    return std::all_of(words.begin(), words.end(), [&text](const QString &word) { return text.contains(word); });
}

} // namespace

std::optional<int> oddPrice(const Catalog &catalog, qint64 itemId, qint64 categoryId, qint64 priceMinor)
{
    std::vector<qint64> prices;
    for (const Item &item : catalog.items) {
        if (item.categoryId == categoryId && item.id != itemId && item.priceMinor > 0)
            prices.push_back(item.priceMinor);
    }
    if (int(prices.size()) < leastForMedian || priceMinor < 0 || priceMinor > maxAmountMinor)
        return {};
    std::sort(prices.begin(), prices.end());
    const size_t middle = prices.size() / 2;
    const qint64 median = prices.size() % 2 == 1 ? prices[middle] : (prices[middle - 1] + prices[middle]) / 2;
    const qint64 percent = (priceMinor - median) * 100 / std::max<qint64>(1, median);
    if (std::abs(percent) <= oddPricePercent)
        return {};
    return int(std::min<qint64>(percent, 9999));
}

const Item *sameName(const Catalog &catalog, qint64 itemId, qint64 categoryId, const QString &name)
{
    const QString folded = foldForSearch(name.trimmed());
    const Item *found = nullptr;
    for (const Item &item : catalog.items) {
        if (folded.isEmpty() || item.id == itemId || item.name.size() > name.size() + 8 ||
            foldForSearch(item.name) != folded)
            continue;
        if (item.categoryId == categoryId)
            return &item;
        if (!found)
            found = &item;
    }
    return found;
}

std::vector<qint64> shownItems(const Catalog &catalog, qint64 categoryId, const QStringList &words)
{
    QHash<qint64, std::pair<int, QString>> categories;
    for (const Category &category : catalog.categories)
        categories.insert(category.id, {int(categories.size()), category.name});
    std::vector<const Item *> shown;
    for (const Item &item : catalog.items) {
        if (categoryId != 0 && item.categoryId != categoryId)
            continue;
        if (words.isEmpty() || hasWords(item, categories.value(item.categoryId).second, words))
            shown.push_back(&item);
    }
    std::stable_sort(shown.begin(), shown.end(), [&](const Item *a, const Item *b) {
        const auto key = [&](const Item *item) {
            return std::tuple(categories.value(item->categoryId).first, item->position, item->id);
        };
        return key(a) < key(b);
    });
    std::vector<qint64> ids;
    ids.reserve(shown.size());
    for (const Item *item : shown)
        ids.push_back(item->id);
    return ids;
}

std::vector<qint64> reordered(const std::vector<qint64> &order, const std::vector<qint64> &moved, qint64 beforeId)
{
    const auto isMoved = [&moved](qint64 id) { return std::find(moved.begin(), moved.end(), id) != moved.end(); };
    // Before itself means where it is: before the next one that stays.
    auto target = std::find(order.begin(), order.end(), beforeId);
    while (target != order.end() && isMoved(*target))
        ++target;
    std::vector<qint64> result;
    result.reserve(order.size());
    const auto addMoved = [&] { std::copy_if(order.begin(), order.end(), std::back_inserter(result), isMoved); };
    for (auto at = order.begin(); at != order.end(); ++at) {
        if (at == target)
            addMoved();
        if (!isMoved(*at))
            result.push_back(*at);
    }
    if (target == order.end())
        addMoved();
    return result;
}

CatalogChange itemOrder(const Catalog &catalog, const std::vector<qint64> &order)
{
    return {{}, orderRows<ItemChange>(catalog.items, order)};
}

CatalogChange categoryOrder(const Catalog &catalog, const std::vector<qint64> &order)
{
    return {orderRows<CategoryChange>(catalog.categories, order), {}};
}

CatalogChange moveItems(const Catalog &catalog, const std::vector<qint64> &itemIds, qint64 categoryId)
{
    CatalogChange change;
    for (const qint64 id : itemIds) {
        const Item *item = catalog.findItem(id);
        if (!item || item->categoryId == categoryId)
            continue;
        ItemChange one = changeOf(*item, RowAct::Edit);
        one.edit.categoryId = categoryId;
        change.items.push_back(std::move(one));
    }
    return change;
}

CatalogChange removeItems(const Catalog &catalog, const std::vector<qint64> &itemIds)
{
    CatalogChange change;
    for (const qint64 id : itemIds) {
        if (const Item *item = catalog.findItem(id))
            change.items.push_back(changeOf(*item, RowAct::Remove));
    }
    return change;
}

CatalogChange removeCategory(const Catalog &catalog, qint64 categoryId, qint64 moveTo)
{
    const Category *category = catalog.findCategory(categoryId);
    if (!category)
        return {};
    CatalogChange change = moveItems(catalog, shownItems(catalog, categoryId, {}), moveTo);
    CategoryChange removed;
    removed.act = RowAct::Remove;
    removed.id = categoryId;
    removed.version = category->version;
    change.categories.push_back(removed);
    return change;
}

int itemCount(const Catalog &catalog, qint64 categoryId)
{
    return int(std::count_if(catalog.items.begin(), catalog.items.end(),
                             [categoryId](const Item &item) { return item.categoryId == categoryId; }));
}

} // namespace oshaq::menurules
