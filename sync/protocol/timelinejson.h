// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "models/domain/timeline.h"
#include "sync/protocol/json.h"

namespace oshaq {

/// The data of business/orders/{id}/history as people read it: statuses, journal, paintings, payments and papers as one
/// list, newest first, and nothing twice. ValidationFailed when a part of it is not what it should be; what a newer hub
/// adds to it is left out, and journal rows of a type that is not known here are Other.
///
/// - Each row of "statuses" is a Status. The journal's row of the same step says who and where; without one nobody is
///   named. A step in the request that created the order was done by nobody ("automatic").
/// - Lines that were started, done or taken back by the same request as a status are named in that Status; others are
///   Lines by themselves, one for each thing that was done.
/// - A join or split is a Moved; the cancelling that a join brings to the order that is gone stays a Status.
/// - Paintings: those that were drawn; a ticket that was counted on a later page was not seen.
/// `currency`: of amounts, when the journal does not name the order's own.
Result<OrderTimeline> readTimeline(const JsonValue &data, const Currency &currency);

} // namespace oshaq
