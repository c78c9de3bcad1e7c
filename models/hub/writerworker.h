// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/batchlimit.h"
#include "models/hub/commandbatch.h"
#include "models/hub/commandqueue.h"
#include "models/hub/logkeeper.h"
#include "models/hub/recordfiles.h"
#include "models/hub/writer.h"

#include <QThread>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>

namespace oshaq {

/// The writer's thread: takes batches from the queue, answers them, and brings the file back after a failure.
class Writer::Worker final : public QThread
{
    Q_DISABLE_COPY_MOVE(Worker)

public:
    Worker(WriterOptions options, const Clock &clock, QString epoch, Listener listener);
    ~Worker() override;

    /// Starts the thread and waits until it has opened the file.
    Result<void> startAndOpen();

    void submit(WriteCommand command);
    WriterStats stats() const;
    ThreadPulse pulse() const;
    void suspectDamage();
    bool isOwnThread() const { return QThread::currentThread() == this; }

protected:
    void run() override;

private:
    using SteadyClock = std::chrono::steady_clock;

    /// All that lives and dies with one connection; in the order in which it is built.
    struct Connection
    {
        Connection(std::unique_ptr<sql::Database> opened, const WriterOptions &options, const Clock &clock,
                   const QString &epoch)
            : database(std::move(opened))
            , batch(*database, clock, epoch, options.replica)
            , log(*database, options)
        {}

        std::unique_ptr<sql::Database> database;
        CommandBatch batch;
        LogKeeper log;
    };
    /// What this thread does, for whoever watches it.
    enum class Doing
    {
        Waiting, ///< for commands
        Working,
        Storing ///< may take as long as the disk takes
    };
    class Storing;

    enum class Wake
    {
        Commands,
        Chore,
        Stop
    };
    Wake take(std::vector<WriteCommand> *batch);
    void takeMore(std::vector<WriteCommand> *batch);
    std::optional<std::chrono::milliseconds> pause() const;

    Result<std::unique_ptr<sql::Database>> openFile() const;
    Result<void> openFirst();
    void connectTo(std::unique_ptr<sql::Database> opened);
    Result<void> openAgain();
    void tryOpenAgain();
    /// Answers those that the replica does not let through, and keeps the others. False: it lets through all.
    bool refuse(std::vector<WriteCommand> *batch);
    void process(std::vector<WriteCommand> *commands, bool mayGrow = true);
    /// Gives the standby what was committed; false when it should have said that it has it, and did not.
    bool replicate(const ReplicaChangePtr &change, bool waits);
    std::size_t waiting() const;
    void processAlone(const WriteCommand &command);
    /// Whether what was just committed is where the next start will find it.
    bool isInPlace(const std::map<qint64, qint64> &journalHeads);
    /// Copies a log that was removed into the file; whether all of it is there.
    bool rescueLog();
    void stopFor(RecordFiles::State state);
    StorageTrouble troubleOfFile() const;
    void setTrouble(StorageTrouble trouble);
    void setWell();
    void probe();
    void keepLog();
    void logFailure(const QString &text);
    void loseConnection(const QString &reason, const std::map<qint64, qint64> &journalHeads);
    Result<CommitNotice> whatBecameVisible(sql::Database &database) const;
    static void answerAll(const std::vector<WriteCommand> &batch, const Error &error);

    const WriterOptions m_options;
    const Clock &m_clock;
    const Listener m_listener;

    // Between threads, under m_mutex.
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_openedSignal;
    CommandQueue m_queue;
    WriterStats m_stats;
    std::optional<Result<void>> m_opened;
    bool m_stopping = false;
    bool m_suspected = false; ///< a reader found damage

    std::atomic<quint64> m_beats{0};
    std::atomic<Doing> m_doing{Doing::Waiting};
    std::atomic<qint64> m_threadId{0};

    // The thread's own.
    BatchLimit m_limit;
    QString m_epoch;
    std::optional<RecordFiles> m_files;       ///< since the file was opened first
    std::unique_ptr<Connection> m_connection; ///< null while the file cannot be used
    std::set<qint64> m_unsure;                ///< businesses of commits whose outcome is unknown
    SteadyClock::time_point m_nextOpen;
    std::chrono::milliseconds m_backoff{0};
    qint64 m_checkpointsBefore = 0; ///< of connections that are gone
    bool m_isOver = false;          ///< another file is in the record's place: this connection writes no more
    SteadyClock::time_point m_nextProbe;
    SteadyClock::time_point m_nextSuspicion;
    SteadyClock::time_point m_nextFailureLog;
    qint64 m_failuresUnlogged = 0;
};

/// While it lives the thread waits for the disk, however long that takes.
class Writer::Worker::Storing
{
    Q_DISABLE_COPY_MOVE(Storing)

public:
    explicit Storing(Worker &worker)
        : m_worker(worker)
        , m_before(worker.m_doing.exchange(Doing::Storing))
    {}
    ~Storing()
    {
        ++m_worker.m_beats;
        m_worker.m_doing = m_before;
    }

private:
    Worker &m_worker;
    const Doing m_before;
};

} // namespace oshaq
