// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/replicanote.h"

namespace oshaq {

QString replicaRoleText(ReplicaRole role)
{
    switch (role) {
    case ReplicaRole::Hub:
        return QStringLiteral("hub");
    case ReplicaRole::Standby:
        return QStringLiteral("standby");
    case ReplicaRole::Fenced:
        return QStringLiteral("fenced");
    }
    return {};
}

std::optional<ReplicaRole> replicaRoleFromText(QStringView text)
{
    for (const ReplicaRole role : {ReplicaRole::Hub, ReplicaRole::Standby, ReplicaRole::Fenced}) {
        if (text == replicaRoleText(role))
            return role;
    }
    return std::nullopt;
}

QString replicaModeText(ReplicaMode mode)
{
    switch (mode) {
    case ReplicaMode::Off:
        return QStringLiteral("off");
    case ReplicaMode::Sync:
        return QStringLiteral("sync");
    case ReplicaMode::Async:
        return QStringLiteral("async");
    }
    return {};
}

std::optional<ReplicaMode> replicaModeFromText(QStringView text)
{
    for (const ReplicaMode mode : {ReplicaMode::Off, ReplicaMode::Sync, ReplicaMode::Async}) {
        if (text == replicaModeText(mode))
            return mode;
    }
    return std::nullopt;
}

} // namespace oshaq
