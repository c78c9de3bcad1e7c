// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QByteArray>

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

/// Each sets the id of the row and of what belongs to it.
Result<void> insertStation(sql::Database &database, qint64 businessId, Station *station, qint64 nowMs);
Result<void> insertCategory(sql::Database &database, qint64 businessId, Category *category, qint64 nowMs);
Result<void> insertItem(sql::Database &database, qint64 businessId, Item *item, qint64 nowMs);

/// Writes name and version.
Result<void> updateStation(sql::Database &database, qint64 businessId, const Station &station, qint64 nowMs);

/// Writes the row with item->version as it stands; the option groups are written anew (with new ids) when
/// `withOptions` says that they changed.
Result<void> updateItem(sql::Database &database, qint64 businessId, Item *item, bool withOptions, qint64 nowMs);

/// SHA-256 of the rows' fields, for the journal.
QByteArray digest(const Station &station);
QByteArray digest(const Category &category);
QByteArray digest(const Item &item);

} // namespace catalogstore

} // namespace oshaq
