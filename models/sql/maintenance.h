// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/database.h"

#include <QStringList>

namespace oshaq::sql {

enum class CheckpointMode
{
    Passive,  ///< copies what it can without waiting for readers
    Restart,  ///< copies all, and the next commit begins the log anew; stops at a reader that still needs it
    Truncate, ///< copies all and cuts the log to nothing; stops at a reader that still needs it
};

struct CheckpointResult
{
    int walFrames = 0;     ///< frames in the log
    int copiedFrames = 0;  ///< of them, copied into the file
    bool complete = false; ///< everything was copied; with Restart and Truncate: and nobody needs the log
};

/// Moves the write-ahead log into the file, fsync included. Waits for readers for `patienceMs` at most, and never with
/// Passive. Outside a transaction only. A busy reader is not an error: `complete` is false then.
Result<CheckpointResult> checkpoint(Database &database, CheckpointMode mode, int patienceMs = 0);

/// PRAGMA quick_check of the whole file: StorageUnavailable with SQLite's first finding. Reads every page, but no index
/// is compared with its table.
Result<void> quickCheck(Database &database);
/// The same of one table and its indexes.
Result<void> quickCheck(Database &database, const QString &table);

/// Ends what the connection runs at this moment with an error. From any thread, while the connection lives.
void interrupt(const Database &database);

/// Of all tables that are ours.
Result<QStringList> tableNames(Database &database);

/// PRAGMA integrity_check and foreign_key_check: all that quickCheck() leaves out, which takes much longer.
Result<void> integrityCheck(Database &database);

/// Size of the file in bytes as this connection sees it.
Result<qint64> databaseBytes(Database &database);

/// Rows that this connection has changed since it was opened, those that were rolled back included.
qint64 rowsChanged(Database &database);

/// Knows how much of the log is in use. The file's size does not tell: it stays when the log starts over.
/// Belongs to one connection, lives on its thread, goes before it.
class WalGauge
{
    Q_DISABLE_COPY_MOVE(WalGauge)

public:
    explicit WalGauge(Database &database);
    ~WalGauge();

    /// Frames after the last commit of this connection; 0 before the first.
    int frames() const { return m_frames; }
    qint64 bytes() const { return qint64(m_frames) * m_pageSize; }

    /// After a checkpoint that emptied the log.
    void reset() { m_frames = 0; }

private:
    Database &m_database;
    int m_frames = 0;
    qint64 m_pageSize = 4096;
};

} // namespace oshaq::sql
