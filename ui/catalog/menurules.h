// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogchange.h"

#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// What the catalog page works out about a menu. Pure.
namespace menurules {

/// A price that differs so much from what is usual is worth a word.
inline constexpr int oddPricePercent = 25;
/// Of so few dishes nothing is usual.
inline constexpr int leastForMedian = 4;

/// How far the price is from the median of the other dishes of its category, in percent of it, when that is more than
/// oddPricePercent; else nothing.
std::optional<int> oddPrice(const Catalog &catalog, qint64 itemId, qint64 categoryId, qint64 priceMinor);

/// Another dish of that name, whatever the case; null: none. One of the same category comes first.
const Item *sameName(const Catalog &catalog, qint64 itemId, qint64 categoryId, const QString &name);

/// The dishes of the category in the order of the menu; 0: all, category by category. `words`: folded; those that have
/// all of them in name, description, external id or category.
std::vector<qint64> shownItems(const Catalog &catalog, qint64 categoryId, const QStringList &words);

/// `moved` stand before `beforeId` now (0: last), in the order in which they are in `order`. The new order.
std::vector<qint64> reordered(const std::vector<qint64> &order, const std::vector<qint64> &moved, qint64 beforeId);
/// The changes that give the rows that order among themselves. Rows that stay where they are are not in it.
CatalogChange itemOrder(const Catalog &catalog, const std::vector<qint64> &order);
CatalogChange categoryOrder(const Catalog &catalog, const std::vector<qint64> &order);

/// The items go to another category.
CatalogChange moveItems(const Catalog &catalog, const std::vector<qint64> &itemIds, qint64 categoryId);
CatalogChange removeItems(const Catalog &catalog, const std::vector<qint64> &itemIds);
/// With its items in `moveTo`.
CatalogChange removeCategory(const Catalog &catalog, qint64 categoryId, qint64 moveTo);

int itemCount(const Catalog &catalog, qint64 categoryId);

} // namespace menurules
} // namespace oshaq
