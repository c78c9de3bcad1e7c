// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "models/domain/payment.h"
#include "models/hub/writer.h"

namespace oshaq {

/// What an order says of its payments, kept in its own row. Whoever writes payments calls one of these in the same
/// transaction; whoever changes a total calls settle() and orderstore::updateCost().
namespace orderpayments {

/// Adds the order's payments up again, into `order` and its row. The caller raises the version before and writes the
/// journal.
Result<void> recount(sql::Database &database, Order *order, qint64 nowMs);

/// A payment was taken, refunded or has another status: recount(), one version more and "order.payment" in the journal,
/// so that everybody who shows the order hears of it. The order as it is then.
Result<Order> follow(WriteContext &context, const Payment &payment);

} // namespace orderpayments

} // namespace oshaq
