// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "models/domain/result.h"
#include "sync/protocol/orderjson.h"
#include "sync/server/exchange.h"

#include <QByteArray>
#include <QString>

namespace oshaq {

/// Answers that more than one route gives.
namespace apijson {

/// Puts a success into the exchange's answer; headers that are there already stay.
void succeed(Exchange &exchange, int status, const QByteArray &data, const QString &message,
             const QByteArray &meta = {});

QByteArray order(const Order &order, OrderView view);

/// {"next_cursor":"..."|null}: the meta of every list; empty: that was the last page.
QByteArray pageMeta(const QString &nextCursor);

/// A list of orders with "meta":{"next_cursor":"..."|null}.
Exchange::Success orderPage(const OrderPage &page, OrderView view);

/// {"order_id":123,"new_status":{"status":3,"status_name":"Preparing","timestamp":"..."}}, the answer to a status
/// change. With `view` the whole order is added, so that a terminal can fold it into its cache without asking again.
QByteArray newStatus(const Order &order, std::optional<OrderView> view);

} // namespace apijson

} // namespace oshaq
