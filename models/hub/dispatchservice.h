// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/dispatch.h"
#include "models/hub/orderservice.h"
#include "models/hub/writer.h"

#include <optional>

namespace oshaq {

/// Deliveries that a service carries. Everything here only writes down what is wanted and what was heard; who speaks to
/// the service is sync/integrations/delivery. Each change of state is one of the order, "order.delivery" in the
/// journal. Outcomes carry the order, and the delivery's id in values[0].
namespace dispatchwrites {

/// Asks the service: for its price first (`quoteOnly`), else for a courier at once. AlreadyExists while a delivery of
/// this order is open, StillInUse while one of the house's couriers has it. Outcome 201.
Result<WriteOutcome> request(WriteContext &context, const OrderRef &ref, bool quoteOnly);
/// Yes to the price. OrderTransitionNotAllowed when there is none to say yes to.
Result<WriteOutcome> confirm(WriteContext &context, const OrderRef &ref);
/// Calls it off: at once while the service cannot have heard of it, else the service is told.
/// OrderTransitionNotAllowed when a courier has the food already.
Result<WriteOutcome> cancel(WriteContext &context, const OrderRef &ref);

/// Just before the service is told for the first time: from here on it may have heard. NotFound when it is not wanted
/// any more, and then it must not be told.
Result<WriteOutcome> begin(WriteContext &context, qint64 dispatchId);
/// What was heard. A state that cannot follow is left out and the rest is kept: news come late and twice. A courier who
/// has the food takes the order out of the house, and who brought it completes it.
Result<WriteOutcome> note(WriteContext &context, qint64 dispatchId, const DispatchNews &news);

} // namespace dispatchwrites

namespace dispatchreads {

/// NotFound when the service was never asked.
Result<Dispatch> ofOrder(sql::Database &database, qint64 businessId, const OrderRef &ref);

} // namespace dispatchreads

} // namespace oshaq
