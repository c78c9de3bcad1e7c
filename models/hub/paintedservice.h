// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/painted.h"
#include "models/hub/writer.h"

#include <vector>

namespace oshaq {

namespace paintedwrites {

/// The creation's commit is orders.created_at: the hub's clock as the command that created the order read it, a few
/// milliseconds before the group commit that it was part of.
/// Stores the first acknowledgement of each (order, station, terminal); bumps no version, is not journalled. Unknown
/// orders are skipped. Outcome values: for each ack in order, arrival minus the creation's commit in ms, or -1
/// (counted, unknown, or acknowledged before).
Result<WriteOutcome> acknowledge(WriteContext &context, const std::vector<PaintedAck> &acks, qint64 arrivedAtMs);

} // namespace paintedwrites

} // namespace oshaq
