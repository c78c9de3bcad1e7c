// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// What a screen says of itself every `screens::reportMs` while it has its hub.
struct ScreenReport
{
    QString version;              ///< of its program: "0.1.0"
    int pending = 0;              ///< commands that the hub has not confirmed
    int parked = 0;               ///< commands that the hub refused and nobody has looked at
    qint64 paintedP95Ms = -1;     ///< accepted -> painted there, last 200 tickets; -1: unknown
    qint64 oldestUnpaintedMs = 0; ///< how long a ticket is known there and neither drawn nor counted; 0: none
    qint64 lagMs = 0;             ///< how old what it knows is
    /// Its wall clock minus the hub's, as it estimates it; positive: its clock is ahead.
    std::optional<qint64> clockOffsetMs;
    qint64 sentAtMs = 0; ///< UTC, by its own wall clock; 0: not said
    QString page;        ///< that it shows: "kitchen"
    std::optional<qint64> stationId;
};

/// How a screen does, the worst thing that is true of it.
enum class ScreenState
{
    Live,
    Skewed, ///< works, but its clock is wrong
    Stale,  ///< in touch, and what it shows is old, or it does not draw its tickets
    Away,   ///< not heard of
};

/// "live", "skewed", "stale", "away".
QString screenStateText(ScreenState state);
std::optional<ScreenState> screenStateFrom(const QString &text);

/// What everybody at the site may know of a screen.
struct ScreenFacts
{
    qint64 terminalId = 0;
    QString name;
    std::optional<qint64> stationId; ///< that its tickets count for; none: all
    ScreenState state = ScreenState::Away;
    qint64 lastSeenAtMs = 0; ///< hub time
    qint64 lagMs = 0;
    qint64 paintedP95Ms = -1;
    std::optional<qint64> clockOffsetMs; ///< its wall clock minus the hub's; none: not known
    QString version;

    // What only the list of the screens tells.
    QString address;
    int pending = 0;
    int parked = 0;
    QString page;

    bool operator==(const ScreenFacts &) const = default;
};

/// When a screen is what. Pure; milliseconds.
namespace screens {

inline constexpr qint64 reportMs = 10'000;
/// Three reports are missing, and one was on its way.
inline constexpr qint64 awayMs = 35'000;
/// As long as a terminal waits for heartbeats before it calls itself offline.
inline constexpr qint64 behindMs = 15'000;
inline constexpr qint64 unpaintedMs = 10'000;
/// A clock that is wrong by more is shown.
inline constexpr qint64 clockToleranceMs = 2'000;
/// A screen that was switched off for longer is nobody's emergency.
inline constexpr qint64 rememberedMs = 60LL * 60 * 1000;
/// As many screens are told to each other, those that need somebody first.
inline constexpr std::size_t maxTold = 32;

struct Signs
{
    qint64 sinceSeenMs = 0;
    qint64 lagMs = 0;
    qint64 oldestUnpaintedMs = 0;
    std::optional<qint64> clockOffsetMs;
};
ScreenState stateOf(const Signs &signs);

/// Somebody should look at it: others show it.
bool needsSomebody(const ScreenFacts &screen, qint64 nowMs);

/// Its clock is wrong by more than the tolerance.
bool isClockWrong(const std::optional<qint64> &offsetMs);

/// How far its clock is ahead of the hub's, by a report that it sent at `sentAtMs` of its own clock and that arrived at
/// `arrivedAtMs` of the hub's. A message may be late and never early, so the difference is the least that the offset
/// can be; what the screen estimates is believed where it lies between that and what a request may take. Nothing else
/// hangs on it: it is shown, and no time of an event is made of it.
std::optional<qint64> clockOffset(qint64 sentAtMs, qint64 arrivedAtMs, const std::optional<qint64> &estimatedMs);

/// What would be told anew: others hear of it only when this changes. The same for all that is told of a screen while
/// it is well; while it is not, also how far it is behind, in steps.
QString signature(const std::vector<ScreenFacts> &screens);

} // namespace screens

} // namespace oshaq
