// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>

#include <optional>

namespace oshaq {

/// The file hub.standby in a data directory: as long as it is there, no program takes the directory for a hub's. Two
/// hubs of one site are what must not be.
struct StandbyFile
{
    QString hubUrl;
    QString epoch; ///< of the base that is here, or on its way; empty: none yet
};

namespace standbyfile {

/// Nothing when there is none.
Result<std::optional<StandbyFile>> read(const QString &directory);
/// Durable when it returns.
Result<void> write(const QString &directory, const StandbyFile &file);
Result<void> remove(const QString &directory);

/// As read(). A promotion raises the term before it takes the file away: one that was cut off between is finished here,
/// because the directory's `epoch` is above the one that was followed.
Result<std::optional<StandbyFile>> settle(const QString &directory, const QString &epoch);

} // namespace standbyfile

} // namespace oshaq
