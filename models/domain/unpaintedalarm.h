// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/printer.h"

#include <QString>

namespace oshaq {

/// A ticket that no screen of its station shows although it must be made: what every screen of the site is told.
struct UnpaintedAlarm
{
    qint64 orderId = 0;
    QString number;       ///< of the order: "A-042"
    qint64 stationId = 0; ///< 0: a site without stations
    QString station;      ///< its name; empty without one
    qint64 sinceMs = 0;   ///< hub time at which the ticket was there to be seen
    bool away = false;    ///< every screen of the station is away

    QString printer; ///< where its paper goes instead; empty: no printer prints kitchen tickets
    PrintJobState paper = PrintJobState::Queued; ///< how far that is
    PrintFault fault = PrintFault::None;         ///< why its last attempt was none; it is tried again while it is queued

    bool operator==(const UnpaintedAlarm &) const = default;
};

} // namespace oshaq
