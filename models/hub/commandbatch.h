// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/catalogshelf.h"
#include "models/hub/ordershelf.h"
#include "models/hub/replica.h"
#include "models/hub/rowwatch.h"
#include "models/hub/writer.h"
#include "models/sql/changeset.h"

#include <functional>
#include <map>
#include <set>
#include <vector>

namespace oshaq {

/// How the transaction of a batch ended.
struct BatchOutcome
{
    enum class End
    {
        Committed,
        RolledBack,   ///< nothing of it counts
        CommitFailed, ///< it may have become durable all the same
    };

    End end = End::RolledBack;
    std::vector<Result<WriteOutcome>> results; ///< with Committed: one for each command, in order
    std::map<qint64, qint64> journalHeads;     ///< of the commands that counted; with CommitFailed: that would have
    TouchedRows touched;                       ///< with Committed
    std::set<qint64> sessionsEnded;            ///< likewise
    ReplicaChangePtr change; ///< likewise, for the standby; null: nothing was written, or nobody follows
    QString reason;          ///< for the log, when it is not Committed
    /// Of one command in it.
    struct Share
    {
        qint64 begunUs = 0;    ///< when the batch took it in
        qint64 databaseUs = 0; ///< of SQLite
    };
    CommandTimes times;             ///< with Committed; what is of one command alone is in its share
    std::vector<Share> shares;      ///< likewise: one for each command, in order
    qint64 commitUs = -1;           ///< with Committed: how long COMMIT took; -1: nothing was written
    bool connectionSuspect = false; ///< close the connection and look at the file before the next write
};

/// Runs commands in one transaction, so that each stands or falls by itself. Lives on the writer's thread, as long as
/// its connection.
///
/// A savepoint for each would be the plain way, and makes SQLite keep a copy of every page that a command changes.
/// Nearly all commands succeed, and those that are refused are refused before they write; so they run without, and only
/// when one is refused after it has written is the batch taken back and run again with savepoints.
class CommandBatch final
{
    Q_DISABLE_COPY_MOVE(CommandBatch)

public:
    /// `replica` may be null.
    CommandBatch(sql::Database &database, const Clock &clock, const QString &epoch, Replica *replica);

    /// Hears when COMMIT begins and when it has ended.
    void setCommitWatch(std::function<void(bool isCommitting)> watch) { m_commitWatch = std::move(watch); }

    void setEpoch(const QString &epoch) { m_epoch = epoch; }

    /// Adds what came meanwhile to the end of the batch.
    using TakeMore = std::function<void(std::vector<WriteCommand> *commands)>;

    /// When all of them have run, those that `more` adds are part of it, until it adds none: who came while others were
    /// written shares their COMMIT, as far as BatchLimit lets him. `more` may be empty.
    BatchOutcome execute(std::vector<WriteCommand> *commands, const TakeMore &more = {});

    /// What was touched on the connection since the last batch, by somebody else.
    TouchedRows takeTouched();

private:
    enum class Care
    {
        Optimistic, ///< no savepoints: a refusal that has written spoils the batch
        Savepoints,
    };

    /// True when the transaction is gone or what it read and wrote is not to be trusted.
    bool isBroken() const;
    /// What is kept from one command to the next.
    void forget();
    BatchOutcome abandoned(const QString &reason);
    void removeExpiredKeys();
    /// What the standby has to do to have this batch; null when nothing was written.
    Result<ReplicaChangePtr> captured(sql::ChangeCapture &capture);
    Result<WriteOutcome> runOne(const WriteCommand &command, BatchOutcome *batch);
    Result<WriteOutcome> run(const WriteCommand &command, WriteContext &context);
    BatchOutcome attempt(std::vector<WriteCommand> *commands, const TakeMore &more);

    sql::Database &m_database;
    RowWatch m_rows;
    CatalogShelf m_shelf;
    OrderShelf m_orders;
    bool m_catalogTouched = false; ///< by the command that runs
    const Clock &m_clock;
    QString m_epoch;
    Replica *const m_replica;
    std::function<void(bool)> m_commitWatch;
    std::map<qint64, std::pair<qint64, qint64>> m_seqs; ///< of this batch: business -> first and last
    qint64 m_nextCleanUpMs = 0;                         ///< monotonic
    Care m_care = Care::Optimistic;
    bool m_isSpoiled = false; ///< to be taken back and run again with savepoints
    QString m_brokenBy;       ///< what the command that broke the batch said
};

} // namespace oshaq
