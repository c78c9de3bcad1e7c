// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/database.h"

namespace oshaq::sql {

/// Brings a database to the newest schema: files NNNN_name.sql of `folder` (a resource path such as
/// ":/migrations/hub"), each in its own transaction, recorded in schema_migrations with its SHA-256.
/// Refuses: a database newer than this program, a gap, a released file whose digest changed.
/// The SQL files hold one statement per ';' at a line's end; triggers are not used.
/// Returns the schema version.
Result<int> migrate(Database &database, const QString &folder, qint64 nowMs);

} // namespace oshaq::sql
