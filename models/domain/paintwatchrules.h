// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/linestatus.h"
#include "models/domain/orderstatus.h"

#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// What of an order decides whether a kitchen screen must have shown it. Times are UTC milliseconds of the hub's clock
/// as its commits read it, so no terminal's clock is in them.
struct WatchedOrder
{
    struct Line
    {
        qint64 id = 0; ///< rises: a later line has a larger one
        std::optional<qint64> stationId;
        LineStatus status = LineStatus::Queued;
        bool held = false; ///< waits until its course is fired
        qint64 createdAtMs = 0;
        qint64 firedAtMs = 0;  ///< 0: it was never held
        qint64 statusAtMs = 0; ///< of its present status
    };
    /// A screen that drew the order's ticket, or counted it on a later page.
    struct Seen
    {
        qint64 stationId = 0;  ///< what it showed; 0: all stations
        qint64 lastLineId = 0; ///< the order's newest line then
    };

    qint64 id = 0;
    QString number;
    OrderStatus status = OrderStatus::New;
    qint64 createdAtMs = 0; ///< its commit, not when it was placed
    std::vector<Line> lines;
    std::vector<Seen> seen;
};

/// A ticket that is on no screen of its station.
struct UnseenTicket
{
    qint64 stationId = 0;
    /// The first line of the ticket as it stands. A ticket whose lines were all finished before later ones came is
    /// another ticket: the pair (station, first line) names it for ever.
    qint64 firstLineId = 0;
    qint64 sinceMs = 0; ///< since when there is something on it to be made

    bool operator==(const UnseenTicket &) const = default;
};

/// A terminal from which a station's tickets can be read.
struct KitchenScreen
{
    qint64 terminalId = 0;
    std::optional<qint64> stationId; ///< none: all stations
    bool connected = false;
    qint64 awaySinceMs = 0; ///< monotonic; while it is not connected
};

enum class StationGlass
{
    None, ///< nobody shows this station on a screen: there is nothing to watch
    Away, ///< every screen of it is away
    There
};

namespace paintwatch {

/// A screen that is gone for less may be on its way back: a restarted hub, a Wi-Fi that hiccups.
inline constexpr qint64 awayAfterMs = 5'000;

/// The station on whose tickets the line stands: its own, or the first one when it has none that is known, as kitchen
/// screens do it. `stations` by position; 0: there are none.
qint64 stationOf(const WatchedOrder::Line &line, const std::vector<qint64> &stations);

/// The tickets of this order that must be seen and are not, by station. Must be seen: the order is New to Ready, and
/// the ticket has a line that is queued or started and not held. Seen: a screen of that station or of all stations
/// painted or counted it when a line of the present ticket was there already; lines that are added to a ticket in sight
/// need no second look.
std::vector<UnseenTicket> unseenTickets(const WatchedOrder &order, const std::vector<qint64> &stations);

/// The lines of such a ticket that are to be made now, by id.
std::vector<qint64> linesToMake(const WatchedOrder &order, const UnseenTicket &ticket,
                                const std::vector<qint64> &stations);

/// Can anybody see tickets of this station? `nowMs`: monotonic.
StationGlass glassOf(qint64 stationId, const std::vector<KitchenScreen> &screens, qint64 nowMs);

/// When an unseen ticket becomes an alarm, monotonic; none: never. `knownAtMs`: when the hub found it unseen first, so
/// that neither a set clock nor the time without a hub makes it late. `limitMs` 0: nothing is watched. A screen that
/// has been gone for less than awayAfterMs gets the rest of that, and never more than the limit.
std::optional<qint64> alarmAt(qint64 knownAtMs, qint64 limitMs, StationGlass glass);

/// When glassOf() becomes Away by itself, monotonic; none: not by time alone.
std::optional<qint64> awayAt(qint64 stationId, const std::vector<KitchenScreen> &screens);

} // namespace paintwatch

} // namespace oshaq
