// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace oshaq {

/// One ticket that a terminal has drawn wholly in an exposed window ("painted"), or counted on a later page.
struct PaintedAck
{
    qint64 orderId = 0;
    qint64 stationId = 0; ///< 0: a view of all stations
    bool counted = false; ///< on a later page: a second state, no latency
};

} // namespace oshaq
