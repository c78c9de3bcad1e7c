// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/catalogedit.h"
#include "models/domain/change.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QByteArray>

#include <map>
#include <vector>

namespace oshaq {

/// Stations, categories, items and their options. Deleted rows stay in the tables for old orders and are invisible
/// here.
namespace catalogstore {

/// Everything of a business, by position. Call inside one transaction.
Result<Catalog> load(sql::Database &database, qint64 businessId);

/// What pricing needs for these items and no more: the items with their options, their categories, all stations.
/// Unknown ids, and those of another business, are left out.
Result<Catalog> loadForItems(sql::Database &database, qint64 businessId, const std::vector<qint64> &itemIds);

Result<std::vector<Station>> stations(sql::Database &database, qint64 businessId);
Result<std::vector<Category>> categories(sql::Database &database, qint64 businessId);
Result<std::vector<Item>> items(sql::Database &database, qint64 businessId);

/// The rows among `ids` that exist, in no particular order.
Result<std::vector<Station>> stationsById(sql::Database &database, qint64 businessId, const std::vector<qint64> &ids);
Result<std::vector<Category>> categoriesById(sql::Database &database, qint64 businessId,
                                             const std::vector<qint64> &ids);
Result<std::vector<Item>> itemsById(sql::Database &database, qint64 businessId, const std::vector<qint64> &ids);

/// The rows among `ids` that were removed and that nobody sees any more.
Result<std::vector<Category>> removedCategories(sql::Database &database, qint64 businessId,
                                                const std::vector<qint64> &ids);
Result<std::vector<Item>> removedItems(sql::Database &database, qint64 businessId, const std::vector<qint64> &ids);

/// What says which item is which, and where it stands.
struct ItemKey
{
    qint64 id = 0;
    qint64 categoryId = 0;
    QString name;
    QString externalId;
    int position = 0;
};
/// Of all visible items, in no particular order.
Result<std::vector<ItemKey>> itemKeys(sql::Database &database, qint64 businessId);

/// Items whose Item::backAtMs has come.
Result<std::vector<Item>> itemsDueBack(sql::Database &database, qint64 businessId, qint64 nowMs);
/// business -> the first Item::backAtMs of its items, of those that have any.
Result<std::map<qint64, qint64>> firstBackAt(sql::Database &database);

/// Each sets the id of the row and of what belongs to it.
Result<void> insertStation(sql::Database &database, qint64 businessId, Station *station, qint64 nowMs);
Result<void> insertCategory(sql::Database &database, qint64 businessId, Category *category, qint64 nowMs);
Result<void> insertItem(sql::Database &database, qint64 businessId, Item *item, qint64 nowMs);

/// Each writes the row with its version as it stands; a category or an item that was hidden is seen again.
Result<void> updateStation(sql::Database &database, qint64 businessId, const Station &station, qint64 nowMs);

Result<void> updateCategory(sql::Database &database, qint64 businessId, const Category &category, qint64 nowMs);
/// The option groups are written as well (see optionstore) when `withOptions` says that they changed.
Result<void> updateItem(sql::Database &database, qint64 businessId, Item *item, bool withOptions, qint64 nowMs);

/// From now on nobody sees the row, but orders that point to it; writes its version as well.
Result<void> hideStation(sql::Database &database, qint64 businessId, const Station &station, qint64 nowMs);
Result<void> hideCategory(sql::Database &database, qint64 businessId, const Category &category, qint64 nowMs);
Result<void> hideItem(sql::Database &database, qint64 businessId, const Item &item, qint64 nowMs);

/// What needs a station: visible categories and items that are made there, terminals that show it, lines of open
/// orders that are not done yet.
struct StationUse
{
    qint64 categories = 0;
    qint64 items = 0;
    qint64 terminals = 0;
    qint64 openLines = 0;
};
Result<StationUse> stationUse(sql::Database &database, qint64 businessId, qint64 stationId);
/// Visible items of a category.
Result<qint64> itemCount(sql::Database &database, qint64 businessId, qint64 categoryId);

/// A page of the items in the order of the menu: (position, id). An item that is moved meanwhile may be seen twice or
/// not at all; nothing else is.
Result<ItemPage> itemPage(sql::Database &database, qint64 businessId, const ItemFilter &filter);

/// The first position behind all rows of a table's business.
Result<int> nextPosition(sql::Database &database, qint64 businessId, EntityKind kind);

/// SHA-256 of the rows' fields, for the journal.
QByteArray digest(const Station &station);
QByteArray digest(const Category &category);
QByteArray digest(const Item &item);

} // namespace catalogstore

} // namespace oshaq
