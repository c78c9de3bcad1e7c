// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/commandbatch.h"

#include "models/domain/timespans.h"
#include "models/hub/idempotencystore.h"
#include "models/runtime/tracer.h"
#include "models/sql/maintenance.h"
#include "models/sql/transaction.h"

#include <QElapsedTimer>
#include <QLoggingCategory>

#include <algorithm>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcBatch, "oshaq.hub.writer")

// Expired keys go in small portions inside batches that write anyway: no fsync of their own, and no batch feels them.
constexpr qint64 cleanUpEveryMs = 5 * minuteMs;
constexpr int cleanUpRows = 200;

/// What a client may read of an error whose text is SQLite's.
Error withoutInternals(const Error &error)
{
    if (error.code == ErrorCode::StorageUnavailable)
        return Error{error.code, QStringLiteral("The write could not be stored."), {}};
    if (error.code == ErrorCode::Internal)
        return Error{error.code, QStringLiteral("The write failed inside the hub."), {}};
    return error;
}

} // namespace

CommandBatch::CommandBatch(sql::Database &database, const Clock &clock, const QString &epoch, Replica *replica)
    : m_database(database)
    , m_rows(database)
    , m_shelf(database)
    , m_orders(database)
    , m_clock(clock)
    , m_epoch(epoch)
    , m_replica(replica)
{
    m_rows.onCatalog([this] {
        m_catalogTouched = true;
        m_shelf.clear();
    });
    m_rows.tell(&m_orders);
}

TouchedRows CommandBatch::takeTouched()
{
    forget();
    return m_rows.take();
}

BatchOutcome CommandBatch::execute(std::vector<WriteCommand> *commands, const TakeMore &more)
{
    m_care = Care::Optimistic;
    BatchOutcome outcome = attempt(commands, more);
    if (!m_isSpoiled)
        return outcome;
    m_care = Care::Savepoints;
    return attempt(commands, {});
}

BatchOutcome CommandBatch::attempt(std::vector<WriteCommand> *commands, const TakeMore &more)
{
    m_isSpoiled = false;
    m_database.clearLastError();
    m_brokenBy.clear();
    m_seqs.clear();
    std::unique_ptr<sql::ChangeCapture> capture;
    if (m_replica && m_replica->captures()) {
        auto begun = sql::ChangeCapture::begin(m_database, &replicastore::isReplicated);
        if (!begun)
            return abandoned(begun.error().message);
        capture = std::move(*begun);
    }
    auto transaction = sql::Transaction::begin(m_database, sql::Transaction::Kind::Immediate);
    if (!transaction)
        return abandoned(transaction.error().message);

    m_rows.take();
    const qint64 changesBefore = sql::rowsChanged(m_database);
    removeExpiredKeys();
    BatchOutcome outcome;
    outcome.times.begunUs = Tracer::nowUs();
    outcome.results.reserve(commands->size());
    qint64 begunUs = outcome.times.begunUs;
    for (std::size_t i = 0; !isBroken() && !m_isSpoiled; ++i) {
        if (i == commands->size() && more) {
            more(commands);
            begunUs = Tracer::nowUs();
        }
        if (i == commands->size())
            break;
        const qint64 spentBefore = m_database.spentNs();
        outcome.results.push_back(runOne((*commands)[i], &outcome));
        outcome.shares.push_back({begunUs, (m_database.spentNs() - spentBefore) / 1000});
    }
    if (m_isSpoiled && !isBroken()) {
        (*transaction)->rollback();
        return abandoned(QString());
    }
    if (isBroken()) {
        auto result =
            abandoned(QStringLiteral("SQLite %1 inside a command; %2").arg(m_database.lastErrorCode()).arg(m_brokenBy));
        (*transaction)->rollback();
        result.connectionSuspect |= !m_database.isAutocommit();
        return result;
    }

    if (capture) {
        auto change = captured(*capture);
        if (!change) {
            auto result = abandoned(change.error().message);
            (*transaction)->rollback();
            result.connectionSuspect |= !m_database.isAutocommit();
            return result;
        }
        outcome.change = std::move(*change);
    }
    m_database.clearLastError();
    const bool wrote = sql::rowsChanged(m_database) != changesBefore;
    outcome.times.commitUs = Tracer::nowUs();
    QElapsedTimer watch;
    watch.start();
    if (m_commitWatch)
        m_commitWatch(true);
    auto committed = (*transaction)->commit();
    if (m_commitWatch)
        m_commitWatch(false);
    if (!committed) {
        forget();
        outcome.end = BatchOutcome::End::CommitFailed;
        outcome.results.clear();
        outcome.change.reset();
        outcome.reason = committed.error().message;
        outcome.connectionSuspect = true;
        return outcome; // the transaction rolls back what is left of itself
    }
    outcome.end = BatchOutcome::End::Committed;
    outcome.times.committedUs = Tracer::nowUs();
    outcome.times.inBatch = qint64(commands->size());
    if (wrote)
        outcome.commitUs = watch.nsecsElapsed() / 1000;
    outcome.touched = m_rows.take();
    return outcome;
}

Result<ReplicaChangePtr> CommandBatch::captured(sql::ChangeCapture &capture)
{
    if (capture.isEmpty())
        return ReplicaChangePtr();
    const auto n = replicastore::raisePosition(m_database);
    if (!n)
        return n.error();
    auto bytes = capture.changes();
    if (!bytes)
        return bytes.error();
    auto change = std::make_shared<ReplicaChange>();
    change->n = *n;
    change->epoch = m_epoch;
    change->seqs = m_seqs;
    change->bytes = std::move(*bytes);
    change->committedAtMs = m_clock.monotonicMs();
    change->atMs = m_clock.nowMs();
    return ReplicaChangePtr(std::move(change));
}

bool CommandBatch::isBroken() const
{
    return m_database.isAutocommit() || sql::dialect::endsTransaction(m_database.lastFailure());
}

void CommandBatch::forget()
{
    m_shelf.clear();
    m_orders.clear();
}

BatchOutcome CommandBatch::abandoned(const QString &reason)
{
    forget();
    BatchOutcome outcome;
    outcome.reason = reason;
    // A full disk or somebody else's lock say nothing against this connection; an I/O error does.
    outcome.connectionSuspect = m_database.lastFailure() == sql::dialect::Failure::Storage;
    return outcome;
}

void CommandBatch::removeExpiredKeys()
{
    const qint64 now = m_clock.monotonicMs();
    if (now < m_nextCleanUpMs)
        return;
    auto removed = idempotencystore::removeExpired(m_database, m_clock.nowMs(), cleanUpRows);
    if (!removed)
        qCWarning(lcBatch) << "expired idempotency keys stay for now:" << removed.error().message;
    const bool more = removed.ok() && *removed == cleanUpRows;
    m_nextCleanUpMs = more ? now : now + cleanUpEveryMs;
}

Result<WriteOutcome> CommandBatch::runOne(const WriteCommand &command, BatchOutcome *batch)
{
    m_database.clearLastError();
    WriteContext context{m_database, m_clock.nowMs(), command.principal, command.requestId, m_epoch};
    context.shelf = &m_shelf;
    context.orders = &m_orders;
    m_catalogTouched = false;
    if (command.idempotency) {
        if (auto sound = idempotencystore::check(*command.idempotency); !sound)
            return sound.error();
        auto known = idempotencystore::find(m_database, command.principal, *command.idempotency, context.nowMs);
        if (!known)
            return withoutInternals(known.error());
        if (*known)
            return (*known)->answer;
    }
    auto result = run(command, context);
    if (m_isSpoiled)
        return result;
    if (result) {
        m_rows.name(*result);
        if (!isBroken())
            m_orders.commandEnded(result->order);
        for (const auto &[business, seq] : context.journalHeads) {
            qint64 &head = batch->journalHeads[business];
            head = std::max(head, seq);
        }
        for (const auto &[business, seq] : context.journalFirsts) {
            auto &seqs = m_seqs.try_emplace(business, seq, seq).first->second;
            seqs.second = batch->journalHeads[business];
        }
        batch->sessionsEnded.insert(context.sessionsEnded.begin(), context.sessionsEnded.end());
        return result;
    }
    if (isBroken()) {
        m_brokenBy = result.error().message; // the batch is logged once, not its every command
        return result;
    }
    if (result.error().code == ErrorCode::StorageUnavailable || result.error().code == ErrorCode::Internal) {
        qCCritical(lcBatch).noquote() << "command of" << command.principal.key() << "request" << command.requestId
                                      << "failed:" << result.error().message;
        return withoutInternals(result.error());
    }
    return result;
}

Result<WriteOutcome> CommandBatch::run(const WriteCommand &command, WriteContext &context)
{
    const auto store = [&](const Result<WriteOutcome> &result) -> Result<void> {
        if (!command.idempotency || !idempotencystore::isStorable(result))
            return {};
        return idempotencystore::store(m_database, command.principal, *command.idempotency, result, context.nowMs);
    };

    std::unique_ptr<sql::Savepoint> savepoint;
    if (m_care == Care::Savepoints) {
        auto begun = sql::Savepoint::begin(m_database);
        if (!begun)
            return begun.error();
        savepoint = std::move(*begun);
    }
    const qint64 changesBefore = sql::rowsChanged(m_database);
    auto result = command.run(context);
    if (isBroken())
        return result; // the batch ends here, whatever the command made of it
    if (!result && !savepoint && sql::rowsChanged(m_database) != changesBefore) {
        m_isSpoiled = true;
        return result;
    }
    if (!result) {
        // What it changed before it was refused, and then read, is not so.
        if (m_catalogTouched)
            m_shelf.clear();
        // The refusal's key belongs to the transaction and not to what is taken back.
        if (savepoint) {
            m_orders.clear();
            if (auto undone = savepoint->rollback(); !undone)
                return undone.error();
        }
        if (auto stored = store(result); !stored)
            return stored.error();
        return result;
    }
    // A success and its key stand or fall together.
    if (auto stored = store(result); !stored) {
        m_isSpoiled = !savepoint && !isBroken();
        m_orders.clear();
        return stored.error();
    }
    if (savepoint) {
        if (auto released = savepoint->release(); !released) {
            m_orders.clear();
            return released.error();
        }
    }
    return result;
}

} // namespace oshaq
