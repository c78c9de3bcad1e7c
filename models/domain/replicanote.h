// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace oshaq {

/// What a copy of the record is.
enum class ReplicaRole
{
    Hub,     ///< takes writes
    Standby, ///< follows a hub and takes none
    Fenced,  ///< was the hub until it heard of a higher term; takes none
};

/// How the hub deals with its standby.
enum class ReplicaMode
{
    Off,   ///< there is none
    Sync,  ///< a write is answered when the standby has it too
    Async, ///< the standby gets it when it can
};

/// "hub", "standby", "fenced".
QString replicaRoleText(ReplicaRole role);
std::optional<ReplicaRole> replicaRoleFromText(QStringView text);
/// "off", "sync", "async".
QString replicaModeText(ReplicaMode mode);
std::optional<ReplicaMode> replicaModeFromText(QStringView text);

/// What every screen hears of it with hello, heartbeat and snapshot.
struct ReplicaNote
{
    ReplicaRole role = ReplicaRole::Hub;
    ReplicaMode mode = ReplicaMode::Off;
    bool solo = false;     ///< it goes on without the standby: a manager said so, or it has not come yet
    bool refusing = false; ///< writes are answered 503
    /// Why it refuses: "standby_unreachable", "fenced", or "record_damaged" when a look through the whole file found
    /// it so. "two_hubs": it does not, and another one of the same term
    /// does not either. Empty: nothing is wrong, or it is a standby.
    QString reason;
    qint64 lagMs = 0; ///< how long the standby has lacked something
    QString otherUrl; ///< where the other side answers: of a hub its standby, of anything else its hub; may be empty
    /// Why nothing can be written into the record, as of storageTroubleText(); empty: it can. Orders are refused then
    /// too.
    QString storage = {};

    bool operator==(const ReplicaNote &) const = default;
};

} // namespace oshaq
