// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/paintedservice.h"

#include "models/hub/paintedstore.h"

#include <algorithm>

namespace oshaq {

Result<WriteOutcome> paintedwrites::acknowledge(WriteContext &context, const std::vector<PaintedAck> &acks,
                                                qint64 arrivedAtMs)
{
    const qint64 businessId = context.principal.businessId;
    const QString viewer = context.principal.key();
    WriteOutcome outcome;
    outcome.entity = EntityKind::Business;
    outcome.entityId = businessId;
    outcome.values.reserve(acks.size());
    for (const PaintedAck &ack : acks) {
        qint64 latencyMs = -1;
        const auto createdAt = paintedstore::createdAt(context.database, businessId, ack.orderId);
        if (!createdAt)
            return createdAt.error();
        if (createdAt->has_value()) {
            // Never negative, or it would read as "none": a clock that was set back between the two says zero.
            const qint64 measured = std::max<qint64>(0, arrivedAtMs - **createdAt);
            const auto first =
                paintedstore::insertFirst(context.database, businessId, ack, viewer, arrivedAtMs, measured);
            if (!first)
                return first.error();
            if (*first && !ack.counted)
                latencyMs = measured;
        }
        outcome.values.push_back(latencyMs);
    }
    return outcome;
}

} // namespace oshaq
