// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/order.h"
#include "models/sql/database.h"

#include <unordered_map>

namespace oshaq::orderrows {

// Rows of terminal.db to values and back. Writes belong into the caller's transaction.

/// The chosen options of a line, as a JSON array.
QString lineOptionsText(const std::vector<OrderLineOption> &options);
std::vector<OrderLineOption> lineOptions(const QString &text);

Result<std::unordered_map<qint64, Order>> readOrders(sql::Database &database);
/// The row and its lines, in place of what was there.
Result<void> writeOrder(sql::Database &database, const Order &order);
Result<void> removeOrder(sql::Database &database, qint64 orderId);

Result<Catalog> readCatalog(sql::Database &database);
Result<void> writeStation(sql::Database &database, const Station &station);
Result<void> writeCategory(sql::Database &database, const Category &category);
Result<void> writeItem(sql::Database &database, const Item &item);
Result<void> removeStation(sql::Database &database, qint64 stationId);
Result<void> removeCategory(sql::Database &database, qint64 categoryId);
Result<void> removeItem(sql::Database &database, qint64 itemId);
/// All of it in place of what was there.
Result<void> writeCatalog(sql::Database &database, const Catalog &catalog);

/// Business{} (id 0) when there is none yet.
Result<Business> readBusiness(sql::Database &database);
Result<void> writeBusiness(sql::Database &database, const Business &business);

/// By position, then id: the order in which screens show them.
void sortCatalog(Catalog *catalog);

} // namespace oshaq::orderrows
