// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "models/domain/result.h"
#include "models/hub/orderservice.h"
#include "models/sql/database.h"

#include <QString>
#include <QVariantList>

#include <optional>
#include <vector>

namespace oshaq::orderloader {

/// Whole orders by a WHERE clause over `o` (orders): one statement for the orders with user, address and cost, one for
/// all their lines. The clause is constant text.
Result<std::vector<Order>> read(sql::Database &database, const QString &where, const QVariantList &values);

/// The order of a business by its id, or by its uuid in lower case; nothing when there is none.
Result<std::optional<Order>> one(sql::Database &database, qint64 businessId, const OrderRef &ref);

/// orders_items.options: empty, or a JSON array of [option_id, name, price].
QString optionsText(const std::vector<OrderLineOption> &options);

} // namespace oshaq::orderloader
