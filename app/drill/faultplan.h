// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace oshaq::drill {

/// One thing that goes wrong, from a moment on and for a while.
struct Fault
{
    enum class Kind
    {
        Cut,     ///< the cable is pulled
        Loss,    ///< Wi-Fi: packets vanish, both ways
        Delay,   ///< Wi-Fi: packets come late, some after the ones behind them
        Restart, ///< the program is ended politely and started when the fault ends
        Kill,    ///< kill -9, and started when the fault ends
        // Of a hub with a standby that has everything:
        Takeover, ///< kill -9 of the hub, and a manager promotes the standby at once; the old hub is started later
        Split,    ///< the hub's cable is pulled, and a manager promotes the standby; then the old hub is seen again
    };

    qint64 atMs = 0; ///< since the beginning of the drill
    qint64 forMs = 0;
    Kind kind = Kind::Cut;
    QString node;
    int percent = 0;  ///< of Loss: packets lost; of Delay: packets that come out of order
    int delayMs = 0;  ///< of Delay
    int jitterMs = 0; ///< of Delay

    qint64 endMs() const { return atMs + forMs; }
    bool operator==(const Fault &) const = default;
};

QString faultText(Fault::Kind kind);
inline constexpr int faultKinds = 5; ///< that every role can have

struct FaultPlanOptions
{
    quint32 seed = 1;
    qint64 durationMs = 60'000; ///< the last fault has ended by then
    qint64 everyMs = 4'000;     ///< a new fault so often, in the mean
    /// Each a role with its nodes. Every role gets every kind before one comes again.
    std::vector<QStringList> roles;
    /// The first two roles are a hub and its standby: one of both has a fault at a time, and the hub is taken over too.
    bool standby = false;
};

/// The same seed gives the same plan. A node has one fault at a time; different nodes' overlap. By time.
std::vector<Fault> makeFaultPlan(const FaultPlanOptions &options);

} // namespace oshaq::drill
