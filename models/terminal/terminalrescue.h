// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/database.h"

#include <QString>
#include <QStringList>

namespace oshaq {

/// True when SQLite says that the file is not a database or that its pages do not fit together. False for everything
/// else, a file that cannot be opened included: such a file is not moved aside.
bool isDamagedDatabase(const QString &path);

/// Moves terminal.db and its log aside, next to where they were; the new name, or StorageUnavailable.
Result<QString> moveAside(const QString &path, qint64 nowMs);

struct RescueReport
{
    int queued = 0; ///< commands that had not reached the hub
    int others = 0; ///< confirmed and parked ones
    int settings = 0;
    bool complete = false; ///< the whole outbox could be read
};

/// Copies what can be read of the damaged file's outbox and settings into the new database: from the front up to the
/// first damaged page and from the back down to it. The cache is not copied, the hub has it; the epoch is, so that a
/// change of epoch is still noticed. Inside the caller's transaction.
Result<RescueReport> rescueInto(sql::Database &database, const QString &damagedPath);

} // namespace oshaq
