// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/paintwatchrules.h"

#include <algorithm>
#include <limits>
#include <map>

namespace oshaq {

namespace {

using Line = WatchedOrder::Line;

bool isOpen(const Line &line)
{
    return line.status == LineStatus::Queued || line.status == LineStatus::Started;
}

/// A held line stands on the ticket and asks for nothing.
bool isToBeMade(const Line &line)
{
    return isOpen(line) && !(line.held && line.status == LineStatus::Queued);
}

qint64 sinceOf(const WatchedOrder &order, const Line &line)
{
    return std::max({order.createdAtMs, line.createdAtMs, line.firedAtMs});
}

/// The first line of the ticket that is open now: from the open lines back over those that were still unfinished when
/// the next one came.
qint64 firstLineOf(const std::vector<const Line *> &lines)
{
    qint64 first = std::numeric_limits<qint64>::max();
    qint64 beganMs = std::numeric_limits<qint64>::max();
    for (const Line *line : lines) {
        if (isOpen(*line)) {
            first = std::min(first, line->id);
            beganMs = std::min(beganMs, line->createdAtMs);
        }
    }
    bool isFurther = true;
    while (isFurther) {
        isFurther = false;
        for (const Line *line : lines) {
            if (isOpen(*line) || line->statusAtMs < beganMs || line->createdAtMs > beganMs)
                continue;
            if (line->id < first) {
                first = line->id;
                isFurther = true;
            }
            if (line->createdAtMs < beganMs) {
                beganMs = line->createdAtMs;
                isFurther = true;
            }
        }
    }
    return first;
}

bool isSeen(const WatchedOrder &order, qint64 stationId, qint64 firstLineId)
{
    return std::any_of(order.seen.begin(), order.seen.end(), [&](const WatchedOrder::Seen &seen) {
        return (seen.stationId == 0 || seen.stationId == stationId) && seen.lastLineId >= firstLineId;
    });
}

bool shows(const KitchenScreen &screen, qint64 stationId)
{
    return !screen.stationId || *screen.stationId == stationId;
}

} // namespace

qint64 paintwatch::stationOf(const WatchedOrder::Line &line, const std::vector<qint64> &stations)
{
    if (stations.empty())
        return 0;
    const bool isKnown =
        line.stationId && std::find(stations.begin(), stations.end(), *line.stationId) != stations.end();
    return isKnown ? *line.stationId : stations.front();
}

std::vector<UnseenTicket> paintwatch::unseenTickets(const WatchedOrder &order, const std::vector<qint64> &stations)
{
    // An order on its way to the guest has left the kitchen, whatever its lines say.
    if (isClosed(order.status) || order.status == OrderStatus::OutForDelivery)
        return {};
    std::map<qint64, std::vector<const Line *>> byStation;
    for (const Line &line : order.lines)
        byStation[stationOf(line, stations)].push_back(&line);

    std::vector<UnseenTicket> unseen;
    for (const auto &[stationId, lines] : byStation) {
        UnseenTicket ticket;
        ticket.stationId = stationId;
        ticket.sinceMs = std::numeric_limits<qint64>::max();
        bool isMade = true;
        for (const Line *line : lines) {
            if (!isToBeMade(*line))
                continue;
            isMade = false;
            ticket.sinceMs = std::min(ticket.sinceMs, sinceOf(order, *line));
        }
        if (isMade)
            continue;
        ticket.firstLineId = firstLineOf(lines);
        if (!isSeen(order, stationId, ticket.firstLineId))
            unseen.push_back(ticket);
    }
    return unseen;
}

std::vector<qint64> paintwatch::linesToMake(const WatchedOrder &order, const UnseenTicket &ticket,
                                            const std::vector<qint64> &stations)
{
    std::vector<qint64> ids;
    for (const Line &line : order.lines) {
        if (isToBeMade(line) && stationOf(line, stations) == ticket.stationId)
            ids.push_back(line.id);
    }
    return ids;
}

StationGlass paintwatch::glassOf(qint64 stationId, const std::vector<KitchenScreen> &screens, qint64 nowMs)
{
    StationGlass glass = StationGlass::None;
    for (const KitchenScreen &screen : screens) {
        if (!shows(screen, stationId))
            continue;
        if (screen.connected || nowMs - screen.awaySinceMs < awayAfterMs)
            return StationGlass::There;
        glass = StationGlass::Away;
    }
    return glass;
}

std::optional<qint64> paintwatch::alarmAt(qint64 knownAtMs, qint64 limitMs, StationGlass glass)
{
    if (limitMs <= 0 || glass == StationGlass::None)
        return std::nullopt;
    return glass == StationGlass::Away ? knownAtMs : knownAtMs + limitMs;
}

std::optional<qint64> paintwatch::awayAt(qint64 stationId, const std::vector<KitchenScreen> &screens)
{
    std::optional<qint64> at;
    for (const KitchenScreen &screen : screens) {
        if (!shows(screen, stationId))
            continue;
        if (screen.connected)
            return std::nullopt;
        at = std::max(at.value_or(0), screen.awaySinceMs + awayAfterMs);
    }
    return at;
}

} // namespace oshaq
