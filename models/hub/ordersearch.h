// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QString>

#include <vector>

namespace oshaq {

/// The words by which an order is found (order_search) and the same packed for looking through years of them
/// (search_parts, search_names): the only place that writes them. Words are folded here. ordermatches reads them.
namespace ordersearch {

/// Of a new order: its number, what was ordered, and what else it is called.
Result<void> insert(sql::Database &database, const Order &order, const QString &alsoCalled);
/// Lines that came later.
Result<void> appendLines(sql::Database &database, const Order &order, const std::vector<OrderLine> &lines);
/// Its number and its lines as they are now, and nothing else that it may have been called.
Result<void> replace(sql::Database &database, const Order &order);
/// Forgets these orders.
Result<void> remove(sql::Database &database, qint64 businessId, const std::vector<qint64> &orderIds);

} // namespace ordersearch

} // namespace oshaq
