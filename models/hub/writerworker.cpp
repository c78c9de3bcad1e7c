// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/writerworker.h"

#include "models/hub/replica.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

#include <unistd.h>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcWriter, "oshaq.hub.writer")

/// A full disk under load fails hundreds of batches a second, and the log may be on the same disk.
constexpr std::chrono::seconds failureLogPause(5);

/// What readers find is looked into once in this time, when it turned out to be nothing.
constexpr std::chrono::seconds suspicionPause(60);

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
    , m_limit(m_options.maxBatch)
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

ThreadPulse Writer::Worker::pulse() const
{
    const Doing doing = m_doing;
    return {m_beats, doing == Doing::Waiting, doing == Doing::Storing, m_threadId};
}

void Writer::Worker::suspectDamage()
{
    const std::lock_guard lock(m_mutex);
    m_suspected = true;
    m_wake.notify_one();
}

void Writer::Worker::run()
{
    m_threadId = ::gettid();
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
        m_doing = Doing::Waiting;
        const Wake wake = take(&batch);
        ++m_beats;
        m_doing = Doing::Working;
        if (wake == Wake::Stop)
            break;
        bool isSuspected = false;
        {
            const std::lock_guard lock(m_mutex);
            isSuspected = std::exchange(m_suspected, false);
        }
        if (isSuspected && m_connection && SteadyClock::now() >= m_nextSuspicion) {
            m_nextSuspicion = SteadyClock::now() + suspicionPause;
            setTrouble(StorageTrouble::Damaged);
            loseConnection(QStringLiteral("a reader found that it is damaged"), {});
        }
        if (!m_connection && !m_isOver && SteadyClock::now() >= m_nextOpen) {
            const Storing storing(*this);
            tryOpenAgain();
        }
        if (wake == Wake::Commands) {
            if (!m_connection)
                answerAll(batch, notStored());
            else if (batch.front().alone)
                processAlone(batch.front());
            else
                process(&batch);
        } else if (m_connection) {
            const Storing storing(*this);
            m_connection->log.idle();
            keepLog();
            if (m_connection && !m_stats.available && SteadyClock::now() >= m_nextProbe)
                probe();
        }
        if (m_isOver && m_connection) {
            m_checkpointsBefore += m_connection->log.checkpoints();
            m_connection.reset();
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
    const auto ready = [this] { return m_stopping || !m_queue.isEmpty() || m_suspected; };
    if (const auto limit = pause()) {
        if (!m_wake.wait_for(lock, *limit, ready))
            return Wake::Chore;
    } else {
        m_wake.wait(lock, ready);
    }
    if (m_queue.isEmpty())
        return m_stopping ? Wake::Stop : Wake::Chore;
    m_queue.take(m_limit.now(0, m_queue.size()), batch);
    return Wake::Commands;
}

void Writer::Worker::takeMore(std::vector<WriteCommand> *batch)
{
    // From when writes are stopped no other one begins.
    if (m_options.replica && m_options.replica->refusal())
        return;
    const std::lock_guard lock(m_mutex);
    const int room = m_limit.now(batch->size(), m_queue.size()) - int(batch->size());
    if (room > 0 && !m_queue.isEmpty())
        m_queue.take(room, batch);
}

std::optional<std::chrono::milliseconds> Writer::Worker::pause() const
{
    if (m_isOver)
        return std::nullopt;
    const auto until = [](SteadyClock::time_point when) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(when - SteadyClock::now());
        return std::max(left, std::chrono::milliseconds(0));
    };
    if (!m_connection)
        return until(m_nextOpen);
    const auto chore = m_connection->log.pause();
    if (m_stats.available)
        return chore;
    const auto probing = until(m_nextProbe);
    return chore ? std::min(*chore, probing) : probing;
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
    const Storing storing(*this);
    sql::Database &database = *m_connection->database;
    database.clearLastError();
    AloneContext context{database, m_clock.nowMs(), command.principal, command.requestId};
    auto result = command.alone(context);
    if (m_options.replica) {
        m_epoch = m_options.replica->epoch();
        m_connection->batch.setEpoch(m_epoch);
    }
    context.notice.epoch = m_epoch;
    if (database.lastFailure() == sql::dialect::Failure::Storage || !database.isAutocommit()) {
        setTrouble(sql::dialect::troubleOf(database.lastErrorCode()));
        loseConnection(result ? QStringLiteral("a transaction was left open") : result.error().message, {});
    } else if (result && !isInPlace({})) {
        result = unknownOutcome();
    }
    if (m_listener && result)
        m_listener(context.notice);
    if (command.done)
        command.done(std::move(result));
    if (!m_connection || m_isOver)
        return;
    if (m_connection->batch.takeTouched().erasures) // a hub's, which this standby follows
        m_connection->log.forget();
    m_connection->log.afterCommit();
    keepLog();
}

namespace {

std::shared_ptr<const std::vector<std::shared_ptr<const Order>>>
ordersOf(const std::vector<Result<WriteOutcome>> &results)
{
    std::vector<std::shared_ptr<const Order>> orders;
    for (const Result<WriteOutcome> &result : results) {
        if (result && result->order)
            orders.push_back(result->order);
    }
    if (orders.empty())
        return nullptr;
    return std::make_shared<const std::vector<std::shared_ptr<const Order>>>(std::move(orders));
}

} // namespace

void Writer::Worker::process(std::vector<WriteCommand> *commands, bool mayGrow)
{
    // Asked once: what is let through because the standby is there waits for it, whatever happens meanwhile.
    const bool isRefusing = m_options.replica && refuse(commands);
    if (commands->empty())
        return;
    const bool waits = m_options.replica && !isRefusing && m_options.replica->waitsForAck();
    CommandBatch::TakeMore more;
    if (mayGrow && !isRefusing)
        more = [this](std::vector<WriteCommand> *taken) { takeMore(taken); };
    BatchOutcome outcome = m_connection->batch.execute(commands, more);
    const std::vector<WriteCommand> &batch = *commands;
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
        const StorageTrouble trouble = sql::dialect::troubleOf(m_connection->database->lastErrorCode());
        if (trouble != StorageTrouble::None)
            setTrouble(trouble);
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
    const bool hasWritten = outcome.commitUs >= 0;
    if (hasWritten) {
        if (!isInPlace(outcome.journalHeads)) {
            answerAll(batch, unknownOutcome());
            return;
        }
        if (!m_isOver)
            setWell();
    }
    if (outcome.touched.erasures)
        m_connection->log.forget();
    // Before anybody hears of it: what only one of both has may be gone tomorrow.
    const auto committed = SteadyClock::now();
    const bool isSafe = replicate(outcome.change, waits);
    if (hasWritten) {
        const auto waited = std::chrono::duration_cast<std::chrono::microseconds>(SteadyClock::now() - committed);
        m_limit.ended(batch.size(), waiting(), outcome.commitUs + qint64(waited.count()));
    }
    // Who caches hears of it before anybody is told.
    if (m_listener && !(outcome.journalHeads.empty() && outcome.sessionsEnded.empty() && !outcome.touched.any()))
        m_listener(CommitNotice{m_epoch, std::move(outcome.journalHeads), std::move(outcome.touched),
                                std::move(outcome.sessionsEnded), ordersOf(outcome.results)});
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (batch[i].times) {
            *batch[i].times = outcome.times;
            batch[i].times->begunUs = outcome.shares[i].begunUs;
            batch[i].times->databaseUs =
                outcome.shares[i].databaseUs + outcome.times.committedUs - outcome.times.commitUs;
        }
        if (!batch[i].done)
            continue;
        if (isSafe || batch[i].withoutStandby)
            batch[i].done(std::move(outcome.results[i]));
        else
            batch[i].done(notAcknowledged());
    }
    // Who only asks whether the writer lives must not keep the log from being cut.
    if (m_isOver || !hasWritten)
        return;
    const Storing storing(*this);
    m_connection->log.afterCommit();
    keepLog();
}

std::size_t Writer::Worker::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_queue.size();
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

void Writer::Worker::answerAll(const std::vector<WriteCommand> &batch, const Error &error)
{
    for (const WriteCommand &command : batch) {
        if (command.done)
            command.done(error);
    }
}

} // namespace oshaq
