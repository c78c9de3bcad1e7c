// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace oshaq::sql {

/// The name of a VFS that is SQLite's own, but for the write-ahead log: there SQLite writes each page in two pieces,
/// and the pieces of a commit go to the system in one call instead of hundreds. Nothing else changes: what was written
/// is in the file before it is synced, read, measured or cut, so that other connections and a crash see what they
/// always did.
///
/// Only for the one connection that writes, with synchronous=FULL: its every COMMIT syncs the log before others are
/// told of it. With less they would be told of what is not in the file yet.
///
/// Null when SQLite's own VFS cannot be had. Threads: any.
const char *gatheredLogVfs();

} // namespace oshaq::sql
