// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/courier.h"
#include "models/domain/deliveryzone.h"
#include "models/hub/orderservice.h"
#include "models/hub/writer.h"

#include <optional>
#include <vector>

namespace oshaq {

/// What is said anew of how an order is delivered; what is not there stays.
struct DeliveryEdit
{
    std::optional<std::optional<qint64>> courierId; ///< none inside: nobody carries it
    DeliveryPlace place;                            ///< given: the fee is what it costs there
};

namespace courierwrites {

/// Of a delivery that is not closed. Whoever stands at the counter gives it to any courier; a courier takes what nobody
/// has and gives back what is theirs, and changes no fee: Forbidden. StillInUse while the delivery service has the
/// order, PaymentNotAllowed when more was paid than it would cost then. The order is another one by that,
/// "order.delivery" in the journal. The outcome carries it.
Result<WriteOutcome> edit(WriteContext &context, const OrderRef &ref, const DeliveryEdit &edit);

/// The order as `carrier` says, with its row in the journal. For what other commands of deliveries do to it.
Result<void> setCarrier(WriteContext &context, Order *order, const OrderCarrier &carrier);

} // namespace courierwrites

namespace courierreads {

/// Who of the staff somebody is; none: a screen or a program at which nobody stands.
std::optional<qint64> staffIdOf(const Principal &principal);

/// Those who work here as couriers, by name.
Result<std::vector<Courier>> list(sql::Database &database, qint64 businessId, qint64 nowMs);
/// What this courier carries and is not closed, and the deliveries that wait for somebody: those that are taken first
/// come first.
Result<std::vector<Order>> ordersOf(sql::Database &database, qint64 businessId, std::optional<qint64> courierId);

} // namespace courierreads

} // namespace oshaq
