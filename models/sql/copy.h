// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/database.h"

#include <QString>

namespace oshaq::sql {

/// Writes the database as `source` sees it into a new file, in one step: SQLite starts a backup over when somebody
/// writes in between, so one in small steps would never end. Others read and write meanwhile. Not synced; 0600.
Result<void> copyTo(Database &source, const QString &fileName);

/// Replaces everything in `target` by the file's content in one transaction, durable when it returns. Readers of
/// `target` keep what they saw until they begin anew. Outside of a transaction only.
Result<void> copyFrom(Database &target, const QString &fileName);

} // namespace oshaq::sql
