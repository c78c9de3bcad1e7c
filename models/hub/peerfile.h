// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>

#include <optional>

namespace oshaq {

/// The file hub.peer in a data directory: the other computer of this site's two, and the token that both know it by.
/// A standby follows it; what was promoted tells it so. Readable by its user only.
struct PeerFile
{
    QString url;    ///< "https://192.168.1.10:8787"
    QString token;  ///< of the role standby; never log it
    QString caFile; ///< trusted with that URL; empty: this hub's own CA

    bool operator==(const PeerFile &) const = default;
};

namespace peerfile {

/// Nothing when there is none.
Result<std::optional<PeerFile>> read(const QString &directory);
/// Durable when it returns.
Result<void> write(const QString &directory, const PeerFile &file);

} // namespace peerfile

} // namespace oshaq
