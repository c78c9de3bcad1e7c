// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/commandbatch.h"
#include "models/hub/commandqueue.h"
#include "models/hub/logkeeper.h"
#include "models/hub/writer.h"

#include <QThread>

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

    enum class Wake
    {
        Commands,
        Chore,
        Stop
    };
    Wake take(std::vector<WriteCommand> *batch);
    std::optional<std::chrono::milliseconds> pause() const;

    Result<std::unique_ptr<sql::Database>> openFile() const;
    Result<void> openFirst();
    Result<void> openAgain();
    void tryOpenAgain();
    /// Answers those that the replica does not let through, and keeps the others. False: it lets through all.
    bool refuse(std::vector<WriteCommand> *batch);
    void process(std::vector<WriteCommand> *commands);
    /// Gives the standby what was committed; false when it should have said that it has it, and did not.
    bool replicate(const ReplicaChangePtr &change, bool waits);
    void processAlone(const WriteCommand &command);
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

    // The thread's own.
    QString m_epoch;
    std::unique_ptr<Connection> m_connection; ///< null while the file cannot be used
    std::set<qint64> m_unsure;                ///< businesses of commits whose outcome is unknown
    SteadyClock::time_point m_nextOpen;
    std::chrono::milliseconds m_backoff{0};
    qint64 m_checkpointsBefore = 0; ///< of connections that are gone
    SteadyClock::time_point m_nextFailureLog;
    qint64 m_failuresUnlogged = 0;
};

} // namespace oshaq
