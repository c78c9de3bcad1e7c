// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QThread>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>

namespace oshaq {

/// Makes the commits of terminal.db durable, away from the GUI thread.
///
/// The GUI's connection runs with synchronous=NORMAL: its COMMIT appends to the write-ahead log and returns, a matter of
/// microseconds. This thread then calls fdatasync() on the log. A commit is on the platter a few milliseconds after a person
/// acted; what a power cut inside these milliseconds may take is the newest commits, never the middle of the log and never the
/// consistency of the file (frames are chained by checksums, and recovery stops at the first that does not fit).
///
/// A second file descriptor on the log is safe: closing any descriptor of a file drops the process's POSIX locks on it, but
/// SQLite locks the database file and the -shm file and never the -wal, so there is no lock to lose. The log keeps its inode
/// while a connection is open, and this thread holds one.
///
/// Checkpoints happen here too, on that own connection, since they call fsync twice. After one that emptied the log, this
/// thread also makes the first write, because that write restarts the log and SQLite then syncs the log's header.
class DurabilityThread final : public QThread
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DurabilityThread)

public:
    struct Options
    {
        QString databasePath;
        qint64 checkpointBytes = 4 * 1024 * 1024;       ///< log size from which a quiet moment is used for a checkpoint
        qint64 checkpointBytesAtMost = 64 * 1024 * 1024; ///< and from which no quiet moment is waited for
        int quietMs = 2000;                              ///< without a commit: a quiet moment
        /// Called on this thread when a sync or a checkpoint fails, with an English text.
        std::function<void(const QString &)> failed;
    };

    explicit DurabilityThread(Options options, QObject *parent = nullptr);
    /// Syncs what is outstanding and joins.
    ~DurabilityThread() override;

    /// Any thread: a commit has returned. Returns its number.
    quint64 committed();

    /// Any thread: blocks until everything committed before the call is on disk, or the time is over. For closing and tests;
    /// the GUI never calls it while it runs.
    bool waitDurable(int timeoutMs);

    /// How many commits are known to be on disk.
    quint64 durableCount() const;

    void stop();

protected:
    void run() override;

private:
    bool syncLog(int descriptor);
    void checkpoint(class DurabilityConnection &connection);

    const Options m_options;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_done;
    quint64 m_committed = 0;
    quint64 m_durable = 0;
    bool m_failing = false;
    bool m_stop = false;
};

} // namespace oshaq
