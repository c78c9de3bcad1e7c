// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outsideorder.h"
#include "models/hub/writer.h"

#include <optional>
#include <vector>

namespace oshaq {

namespace outsidewrites {

/// Takes the order, or finds it when it came before: outcome 201 or 200 with the order. What cannot be cooked is
/// refused, with paths such as "items[1].item_id": the service hears it at once and tells its guest.
Result<WriteOutcome> create(WriteContext &context, const OutsideOrder &order);
/// The service takes its order back, as far as it can: OrderTransitionNotAllowed once it is closed.
Result<WriteOutcome> cancel(WriteContext &context, const QString &source, const QString &externalId,
                            const QString &reason);
/// Cancels what nobody accepted in time; the service has given it up too. Outcome: values[0] = how many.
Result<WriteOutcome> lapse(WriteContext &context);
/// The service was told that the order is `status`, or could not be: then again in `retryInMs`.
Result<WriteOutcome> noteTold(WriteContext &context, qint64 orderId, OrderStatus status, bool reached, qint64 retryInMs,
                              const QString &error);

} // namespace outsidewrites

namespace outsidereads {

/// What is to be told, of all businesses; some of it not before its time.
Result<std::vector<OutsideNews>> untold(sql::Database &database, int limit);
/// When the next order that nobody accepted lapses, of all businesses, with its business.
struct Deadline
{
    qint64 businessId = 0;
    qint64 atMs = 0;
};
Result<std::optional<Deadline>> nextDeadline(sql::Database &database);
/// The order of a service, by what it is called there.
Result<qint64> orderId(sql::Database &database, qint64 businessId, const QString &source, const QString &externalId);

} // namespace outsidereads

} // namespace oshaq
