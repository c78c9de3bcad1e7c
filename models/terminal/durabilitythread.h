// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QThread>

#include <condition_variable>
#include <functional>
#include <mutex>

namespace oshaq {

namespace sql {
class Database;
}

/// Makes the commits of terminal.db durable, away from the GUI thread.
///
/// The GUI's connection runs with synchronous=NORMAL: its COMMIT appends to the write-ahead log and returns, a matter
/// of microseconds. This thread then calls fdatasync() on the log. A commit is on the disk a few milliseconds after a
/// person acted; what a power cut inside these milliseconds may take is the newest commits, never the middle of the log
/// and never the consistency of the file (frames are chained by checksums, and recovery stops at the first that does
/// not fit).
///
/// A second file descriptor on the log is safe: closing any descriptor of a file drops the process's POSIX locks on it,
/// but SQLite locks the database file and the -shm file and never the -wal, so there is no lock to lose. The log keeps
/// its inode while a connection is open, and this thread holds one.
///
/// Checkpoints happen here too, on that own connection, since they sync twice. After one that emptied the log, this
/// thread also makes the first write, because that one restarts the log and SQLite then syncs the log's header while it
/// holds the write lock. Should the GUI commit in just these milliseconds it waits for them; hence the quiet moment.
class DurabilityThread final : public QThread
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DurabilityThread)

public:
    struct Options
    {
        QString databasePath;
        qint64 checkpointBytes = 4 * 1024 * 1024; ///< log in use from which a quiet moment is taken for a checkpoint
        qint64 checkpointBytesAtMost = 64 * 1024 * 1024; ///< and from which no quiet moment is waited for
        int quietMs = 2000;                              ///< without a commit: a quiet moment
        /// Called on this thread when a sync or a checkpoint begins to fail, with an English text.
        std::function<void(const QString &)> failed;
    };

    explicit DurabilityThread(Options options, QObject *parent = nullptr);
    /// stop().
    ~DurabilityThread() override;

    /// Any thread: a commit has returned, and the log holds `logBytes` since its last restart.
    void committed(qint64 logBytes);

    /// Any thread: what was committed before is not to stay in the log: it is copied into the file and the log cut to
    /// nothing as soon as nobody reads from it.
    void forget();

    /// Any thread: blocks until everything committed before the call is on disk; false when the time is over or the
    /// disk refuses. For closing and tests; the GUI never calls it while it runs.
    bool waitDurable(int timeoutMs);

    /// Any thread. Commits that are known to be on disk, and checkpoints that emptied the log.
    quint64 durableCount() const;
    quint64 checkpointCount() const;

    /// Syncs what is outstanding and joins.
    void stop();

protected:
    void run() override;

private:
    class LogFile;
    void report(const QString &problem);
    bool checkpoint(sql::Database &connection, bool truncates = false);

    const Options m_options;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_done;
    quint64 m_committed = 0;
    quint64 m_tried = 0; // commits that a sync was tried for
    quint64 m_durable = 0;
    quint64 m_checkpoints = 0;
    qint64 m_logBytes = 0;
    bool m_failing = false; // this thread only: a trouble is reported once, not at every commit
    bool m_stop = false;
    bool m_forget = false;
};

} // namespace oshaq
