// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/painted.h"

#include <vector>

namespace oshaq {

/// Where painted acknowledgements go on their way to the hub. Implemented by sync/client, which batches them and sends
/// them when there is a connection; called on the GUI thread, must not block.
class PaintedSink
{
public:
    virtual ~PaintedSink() = default;

    /// Each (order, station) arrives once as painted and at most once before that as counted; again after an epoch
    /// change, because the new hub may never have heard of it.
    virtual void reportPainted(const std::vector<PaintedAck> &acks) = 0;
};

} // namespace oshaq
