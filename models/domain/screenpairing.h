// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace oshaq {

/// A new screen that wants in, with the six digits that it must show too.
struct KnockingScreen
{
    enum class State
    {
        Compare, ///< nobody has said anything here
        Agreed,  ///< here they were said to be the same; the other side has not fetched its token yet
        Paired,
        Refused, ///< by either side
    };

    QString id;
    QString name;    ///< as the screen calls itself
    QString address; ///< where it knocks from
    QString digits;  ///< "042917"; empty: it came in by the code
    bool screenAgreed = false;
    State state = State::Compare;
    qint64 expiresAtMs = 0;

    bool operator==(const KnockingScreen &) const = default;
};

/// What a screen of the hub shows while it lets a new one in.
struct ScreenDoor
{
    bool hasAuthority = false; ///< the hub has a CA of its own; without one there are neither links nor digits
    bool isAnnounced = false;  ///< new screens find it by itself
    QString url;               ///< where they find it otherwise
    qint64 openUntilMs = 0;    ///< 0: nobody may knock now
    std::optional<KnockingScreen> screen;

    bool operator==(const ScreenDoor &) const = default;
};

} // namespace oshaq
