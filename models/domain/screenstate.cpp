// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/screenstate.h"

#include <QStringList>

#include <array>
#include <cstdlib>

namespace oshaq {

namespace {

constexpr std::array names{std::pair(ScreenState::Live, "live"), std::pair(ScreenState::Skewed, "skewed"),
                           std::pair(ScreenState::Stale, "stale"), std::pair(ScreenState::Away, "away")};

/// The longest that a report is on its way; a request ends before.
constexpr qint64 longestWayMs = 20'000;
/// Two readings of clocks and an estimate are never equal to the millisecond.
constexpr qint64 measuringMs = 500;
constexpr qint64 lagStepMs = 10'000;

} // namespace

QString screenStateText(ScreenState state)
{
    for (const auto &[one, name] : names) {
        if (one == state)
            return QString::fromLatin1(name);
    }
    return {};
}

std::optional<ScreenState> screenStateFrom(const QString &text)
{
    for (const auto &[one, name] : names) {
        if (text == QLatin1String(name))
            return one;
    }
    return std::nullopt;
}

ScreenState screens::stateOf(const Signs &signs)
{
    if (signs.sinceSeenMs >= awayMs)
        return ScreenState::Away;
    if (signs.oldestUnpaintedMs >= unpaintedMs || signs.lagMs >= behindMs)
        return ScreenState::Stale;
    if (isClockWrong(signs.clockOffsetMs))
        return ScreenState::Skewed;
    return ScreenState::Live;
}

bool screens::needsSomebody(const ScreenFacts &screen, qint64 nowMs)
{
    switch (screen.state) {
    case ScreenState::Live:
    case ScreenState::Skewed: // times on it are right all the same
        return false;
    case ScreenState::Stale:
        return true;
    case ScreenState::Away:
        return nowMs - screen.lastSeenAtMs < rememberedMs;
    }
    return false;
}

bool screens::isClockWrong(const std::optional<qint64> &offsetMs)
{
    return offsetMs && (*offsetMs > clockToleranceMs || *offsetMs < -clockToleranceMs);
}

std::optional<qint64> screens::clockOffset(qint64 sentAtMs, qint64 arrivedAtMs,
                                           const std::optional<qint64> &estimatedMs)
{
    if (sentAtMs == 0)
        return estimatedMs;
    const qint64 least = sentAtMs - arrivedAtMs;
    if (estimatedMs && *estimatedMs >= least - measuringMs && *estimatedMs - least <= longestWayMs)
        return estimatedMs;
    return least;
}

QString screens::signature(const std::vector<ScreenFacts> &screens)
{
    QStringList parts;
    for (const ScreenFacts &screen : screens) {
        const bool isWell = screen.state == ScreenState::Live || screen.state == ScreenState::Skewed;
        parts << QStringLiteral("%1 %2 %3 %4 %5 %6")
                     .arg(screen.terminalId)
                     .arg(int(screen.state))
                     .arg(screen.stationId.value_or(0))
                     .arg(isWell ? 0 : screen.lagMs / lagStepMs)
                     .arg(screen.version, screen.name);
    }
    return parts.join(u'\n');
}

} // namespace oshaq
