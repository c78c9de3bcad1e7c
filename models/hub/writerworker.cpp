// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/writerworker.h"

#include "models/hub/replica.h"

#include <QLoggingCategory>

#include <algorithm>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcWriter, "oshaq.hub.writer")

constexpr int maxBackoffFactor = 20;

/// A full disk under load fails hundreds of batches a second, and the log may be on the same disk.
constexpr std::chrono::seconds failureLogPause(5);

/// quick_check takes about two seconds for a gigabyte that is in memory, during which the hub answers 503. Beyond this
/// size the pause would be felt in the kitchen, and what a failed commit can damage is in the log, whose every frame
/// has a checksum that opening verifies; the whole file is then checked at the next start.
constexpr qint64 checkUpToBytes = 1024LL * 1024 * 1024;

Error unknownOutcome()
{
    return Error{
        ErrorCode::StorageUnavailable,
        QStringLiteral("The storage failed while this was written. Send it again with the same Idempotency-Key."),
        {}};
}

Error notAcknowledged()
{
    return Error{ErrorCode::ReplicaUnreachable,
                 QStringLiteral("This is written here, and the standby did not say that it has it. Send it again with "
                                "the same Idempotency-Key."),
                 {}};
}

Error notStored()
{
    return Error{
        ErrorCode::StorageUnavailable, QStringLiteral("The storage cannot be written now; nothing was changed."), {}};
}

} // namespace

Writer::Worker::Worker(WriterOptions options, const Clock &clock, QString epoch, Listener listener)
    : m_options(std::move(options))
    , m_clock(clock)
    , m_listener(std::move(listener))
    , m_queue(m_options.maxQueue)
    , m_epoch(std::move(epoch))
{
    setObjectName(QStringLiteral("oshaq-writer")); // also the name that the system shows
}

Writer::Worker::~Worker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_wake.notify_one();
    }
    if (m_options.replica)
        m_options.replica->stop();
    wait();
    // QThread::wait() hands over inside Qt, where ThreadSanitizer cannot see it; this lock makes it visible.
    const std::lock_guard lock(m_mutex);
}

Result<void> Writer::Worker::startAndOpen()
{
    start();
    std::unique_lock lock(m_mutex);
    m_openedSignal.wait(lock, [this] { return m_opened.has_value(); });
    return *m_opened;
}

void Writer::Worker::submit(WriteCommand command)
{
    Error refusal;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopping && m_queue.push(std::move(command))) {
            m_wake.notify_one();
            return;
        }
        refusal = m_stopping ? Error{ErrorCode::StorageUnavailable, QStringLiteral("The hub is shutting down."), {}}
                             : Error{ErrorCode::Overloaded, QStringLiteral("Too many writes are waiting."), {}};
    }
    if (command.done)
        command.done(refusal);
}

WriterStats Writer::Worker::stats() const
{
    const std::lock_guard lock(m_mutex);
    WriterStats stats = m_stats;
    stats.queued = qint64(m_queue.size());
    stats.maxQueued = m_options.maxQueue;
    return stats;
}

void Writer::Worker::run()
{
    {
        auto opened = openFirst();
        const std::lock_guard lock(m_mutex);
        m_opened = opened;
        m_openedSignal.notify_one();
        if (!opened)
            return;
    }
    std::vector<WriteCommand> batch;
    for (;;) {
        batch.clear();
        const Wake wake = take(&batch);
        if (wake == Wake::Stop)
            break;
        if (!m_connection && SteadyClock::now() >= m_nextOpen)
            tryOpenAgain();
        if (wake == Wake::Commands) {
            if (!m_connection)
                answerAll(batch, notStored());
            else if (batch.front().alone)
                processAlone(batch.front());
            else
                process(&batch);
        } else if (m_connection) {
            m_connection->log.idle();
        }
        if (m_connection) {
            const std::lock_guard lock(m_mutex);
            m_stats.walBytes = m_connection->log.walBytes();
            m_stats.checkpoints = m_checkpointsBefore + m_connection->log.checkpoints();
        }
    }
    m_connection.reset();
    const std::lock_guard lock(m_mutex); // pairs with the one in the destructor
}

Writer::Worker::Wake Writer::Worker::take(std::vector<WriteCommand> *batch)
{
    std::unique_lock lock(m_mutex);
    const auto ready = [this] { return m_stopping || !m_queue.isEmpty(); };
    if (const auto limit = pause()) {
        if (!m_wake.wait_for(lock, *limit, ready))
            return Wake::Chore;
    } else {
        m_wake.wait(lock, ready);
    }
    if (m_queue.isEmpty())
        return Wake::Stop;
    m_queue.take(m_options.maxBatch, batch);
    return Wake::Commands;
}

std::optional<std::chrono::milliseconds> Writer::Worker::pause() const
{
    if (m_connection)
        return m_connection->log.pause();
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_nextOpen - SteadyClock::now());
    return std::max(left, std::chrono::milliseconds(0));
}

Result<std::unique_ptr<sql::Database>> Writer::Worker::openFile() const
{
    // Never makes a file: an empty one in the place of a lost one would take orders.
    sql::OpenOptions options{m_options.path, sql::Access::ReadWrite, m_options.synchronous};
    options.create = false;
    options.keys = m_options.keys;
    return sql::Database::open(options);
}

Result<void> Writer::Worker::openFirst()
{
    auto opened = openFile();
    if (!opened)
        return opened.error();
    m_connection = std::make_unique<Connection>(std::move(*opened), m_options, m_clock, m_epoch);
    return {};
}

Result<void> Writer::Worker::openAgain()
{
    auto opened = openFile();
    if (!opened)
        return opened.error();
    sql::Database &database = **opened;

    // After a failed fsync the kernel may call pages clean that never reached the disk. Nothing may be appended to such
    // a log: a later commit behind a hole would be acknowledged and lost with the power. So the whole log goes into the
    // file, which writes and syncs it anew, and the log starts empty; until that succeeds nothing is written.
    auto emptied = sql::checkpoint(database, sql::CheckpointMode::Truncate);
    if (!emptied)
        return emptied.error();
    if (!emptied->complete)
        return Error{ErrorCode::StorageUnavailable, QStringLiteral("a reader still needs the log that failed"), {}};

    auto size = sql::databaseBytes(database);
    if (!size)
        return size.error();
    if (*size <= checkUpToBytes) {
        if (auto sound = sql::quickCheck(database); !sound)
            return sound;
    } else {
        qCWarning(lcWriter) << "not checked because of its size, check it at the next start:" << m_options.path;
    }

    auto notice = whatBecameVisible(database);
    if (!notice)
        return notice.error();
    m_unsure.clear();
    if (m_options.replica) {
        const auto position = replicastore::position(database);
        if (!position)
            return position.error();
        m_options.replica->reopened(*position);
    }
    // What else it may have touched nobody knows.
    notice->touched = TouchedRows::everything();
    if (m_listener)
        m_listener(*notice);
    m_connection = std::make_unique<Connection>(std::move(*opened), m_options, m_clock, m_epoch);
    return {};
}

void Writer::Worker::tryOpenAgain()
{
    if (auto opened = openAgain(); !opened) {
        qCCritical(lcWriter).noquote() << "the hub cannot write:" << opened.error().message << "- next try in"
                                       << m_backoff.count() << "ms";
        m_nextOpen = SteadyClock::now() + m_backoff;
        m_backoff = std::min(m_backoff * 2, std::chrono::milliseconds(m_options.reopenBackoffMs) * maxBackoffFactor);
        return;
    }
    qCWarning(lcWriter).noquote() << "the hub can write again:" << m_options.path << "was opened and checked";
    const std::lock_guard lock(m_mutex);
    ++m_stats.reopens;
    m_stats.available = true;
}

Result<CommitNotice> Writer::Worker::whatBecameVisible(sql::Database &database) const
{
    CommitNotice notice{m_epoch, {}, {}};
    if (!m_options.lastSeq)
        return notice;
    for (const qint64 business : m_unsure) {
        auto seq = m_options.lastSeq(database, business);
        if (!seq)
            return seq.error();
        if (*seq > 0)
            notice.lastSeq[business] = *seq;
    }
    return notice;
}

bool Writer::Worker::refuse(std::vector<WriteCommand> *batch)
{
    auto refusal = m_options.replica->refusal();
    if (refusal && refusal->code == ErrorCode::ReplicaUnreachable && m_options.replica->isClose()) {
        m_options.replica->awaitAck(m_options.replica->status().position);
        refusal = m_options.replica->refusal();
    }
    if (!refusal)
        return false;
    const bool comesLater = refusal->code == ErrorCode::ReplicaUnreachable;
    std::vector<WriteCommand> kept;
    for (WriteCommand &command : *batch) {
        if (comesLater && command.withoutStandby)
            kept.push_back(std::move(command));
        else if (command.done)
            command.done(*refusal);
    }
    *batch = std::move(kept);
    return true;
}

bool Writer::Worker::replicate(const ReplicaChangePtr &change, bool waits)
{
    if (!change)
        return true;
    m_options.replica->publish(change);
    if (waits)
        return m_options.replica->awaitAck(change->n);
    // Another hub may have taken over while this was committed: what is here alone is not to be called done.
    return m_options.replica->role() == ReplicaRole::Hub;
}

void Writer::Worker::processAlone(const WriteCommand &command)
{
    sql::Database &database = *m_connection->database;
    database.clearLastError();
    AloneContext context{database, m_clock.nowMs(), command.principal, command.requestId};
    auto result = command.alone(context);
    if (m_options.replica) {
        m_epoch = m_options.replica->epoch();
        m_connection->batch.setEpoch(m_epoch);
    }
    context.notice.epoch = m_epoch;
    if (database.lastFailure() == sql::dialect::Failure::Storage || !database.isAutocommit())
        loseConnection(result ? QStringLiteral("a transaction was left open") : result.error().message, {});
    if (m_listener && result)
        m_listener(context.notice);
    if (command.done)
        command.done(std::move(result));
    if (!m_connection)
        return;
    if (m_connection->batch.takeTouched().erasures) // a hub's, which this standby follows
        m_connection->log.forget();
    m_connection->log.afterCommit();
}

void Writer::Worker::process(std::vector<WriteCommand> *commands)
{
    // Asked once: what is let through because the standby is there waits for it, whatever happens meanwhile.
    const bool isRefusing = m_options.replica && refuse(commands);
    if (commands->empty())
        return;
    const bool waits = m_options.replica && !isRefusing && m_options.replica->waitsForAck();
    const std::vector<WriteCommand> &batch = *commands;
    BatchOutcome outcome = m_connection->batch.execute(batch);
    if (outcome.end != BatchOutcome::End::Committed) {
        const bool unknown = outcome.end == BatchOutcome::End::CommitFailed;
        logFailure((unknown ? QStringLiteral("a commit failed, its outcome is unknown: %1 - commands: %2")
                            : QStringLiteral("a batch was rolled back: %1 - commands: %2"))
                       .arg(outcome.reason)
                       .arg(batch.size()));
        {
            const std::lock_guard lock(m_mutex);
            ++(unknown ? m_stats.failedCommits : m_stats.failedBatches);
        }
        if (outcome.connectionSuspect)
            loseConnection(outcome.reason, outcome.journalHeads);
        answerAll(batch, unknown ? unknownOutcome() : notStored());
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        ++m_stats.commits;
        m_stats.commands += qint64(batch.size());
        m_stats.batches.add(qint64(batch.size()), WriterStats::batchBounds);
        if (outcome.commitUs >= 0)
            m_stats.commitTimes.add(outcome.commitUs, WriterStats::commitBoundsUs);
    }
    if (outcome.touched.erasures)
        m_connection->log.forget();
    // Before anybody hears of it: what only one of both has may be gone tomorrow.
    const bool isSafe = replicate(outcome.change, waits);
    // Who caches hears of it before anybody is told.
    if (m_listener && !(outcome.journalHeads.empty() && outcome.sessionsEnded.empty() && !outcome.touched.any()))
        m_listener(CommitNotice{m_epoch, std::move(outcome.journalHeads), std::move(outcome.touched),
                                std::move(outcome.sessionsEnded)});
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (batch[i].times)
            *batch[i].times = outcome.times;
        if (!batch[i].done)
            continue;
        if (isSafe || batch[i].withoutStandby)
            batch[i].done(std::move(outcome.results[i]));
        else
            batch[i].done(notAcknowledged());
    }
    m_connection->log.afterCommit();
}

void Writer::Worker::logFailure(const QString &text)
{
    const auto now = SteadyClock::now();
    ++m_failuresUnlogged;
    if (now < m_nextFailureLog)
        return;
    qCCritical(lcWriter).noquote() << text << "- failures since the last such line:" << m_failuresUnlogged;
    m_failuresUnlogged = 0;
    m_nextFailureLog = now + failureLogPause;
}

void Writer::Worker::loseConnection(const QString &reason, const std::map<qint64, qint64> &journalHeads)
{
    qCCritical(lcWriter).noquote() << "closing" << m_options.path << "after:" << reason;
    for (const auto &[business, seq] : journalHeads)
        m_unsure.insert(business);
    m_checkpointsBefore += m_connection->log.checkpoints();
    m_connection.reset();
    m_nextOpen = SteadyClock::now();
    m_backoff = std::chrono::milliseconds(m_options.reopenBackoffMs);
    const std::lock_guard lock(m_mutex);
    m_stats.available = false;
}

void Writer::Worker::answerAll(const std::vector<WriteCommand> &batch, const Error &error)
{
    for (const WriteCommand &command : batch) {
        if (command.done)
            command.done(error);
    }
}

} // namespace oshaq
