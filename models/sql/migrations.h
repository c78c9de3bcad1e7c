// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/database.h"

namespace oshaq::sql {

/// Brings a database to the newest schema: files NNNN_name.sql of `folder` (a resource path such as
/// ":/migrations/hub"), all that are missing in one transaction, each recorded in schema_migrations with its SHA-256: what
/// a crash in the middle leaves is the old schema.
/// Refuses, and then changes nothing: a database newer than this program (the message has both numbers), a gap or a
/// number given twice, a released file whose digest changed, tables without a record of migrations (another program's
/// file). The SQL files hold statements separated by ';' (quotes, comments and triggers are respected);
/// transaction statements are not used. Foreign keys are off while a file runs, so that a table can be rebuilt, and
/// checked before its commit. Returns the schema version. Call outside a transaction, on the only connection that
/// writes.
Result<int> migrate(Database &database, const QString &folder, qint64 nowMs);

/// What was applied last; 0 for a file that nobody has migrated yet. Changes nothing.
Result<int> schemaVersion(Database &database);
/// To what migrate() would bring it.
Result<int> newestSchema(const QString &folder);

} // namespace oshaq::sql
