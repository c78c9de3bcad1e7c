// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/change.h"
#include "models/domain/order.h"
#include "models/domain/result.h"
#include "models/domain/storagetrouble.h"
#include "models/hub/principal.h"
#include "models/hub/touchedrows.h"
#include "models/runtime/clock.h"
#include "models/runtime/histogram.h"
#include "models/runtime/threadpulse.h"
#include "models/sql/database.h"

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace oshaq {

class CatalogShelf;
class OrderShelf;

/// What a command may use while it runs inside the writer's transaction.
struct WriteContext
{
    sql::Database &database;
    qint64 nowMs = 0; ///< one clock reading per command
    Principal principal;
    QString requestId;
    QString epoch; ///< of the journal
    /// business -> last seq that this command appended; the writer makes the CommitNotice of it when the command
    /// counts.
    std::map<qint64, qint64> journalHeads = {};
    std::map<qint64, qint64> journalFirsts = {}; ///< likewise the first one
    /// Businesses of which this command ended sessions: open sockets of theirs look at their tokens again.
    std::set<qint64> sessionsEnded = {};
    CatalogShelf *shelf = nullptr; ///< of the writer; null outside of it: read the database
    OrderShelf *orders = nullptr;  ///< likewise
};

/// What a command did. `order` is the row as this transaction leaves it, when the command has it at hand.
struct WriteOutcome
{
    EntityKind entity = EntityKind::Order;
    qint64 entityId = 0;
    int code = 200;                     ///< outcome code: 200 or 201 (stored with the idempotency key)
    bool replayed = false;              ///< an idempotency key was known: nothing was written now
    std::shared_ptr<const Order> order; ///< may be null
    QString secret;                     ///< a token that is shown once; never stored, never logged
    QString refreshSecret;              ///< likewise
    std::vector<qint64> values;         ///< small numeric results, such as painted latencies in ms
};

/// Claim of an Idempotency-Key, made inside the command's own transaction. Only refusals of the domain and successes
/// are stored; 5xx and 429 never. Same key and body: the stored outcome. Another body: IdempotencyKeyReused.
struct IdempotencyClaim
{
    QString route;       ///< "POST /user/orders/create"
    QString key;         ///< 1 to 200 printable ASCII characters
    QByteArray bodyHash; ///< SHA-256
};

struct LiveNotice;

/// What a group commit made visible and touched; given to listeners after the commit and before any answer.
struct CommitNotice
{
    QString epoch;
    std::map<qint64, qint64> lastSeq; ///< business -> last journal seq, only businesses that moved
    TouchedRows touched = {};
    std::set<qint64> sessionsEnded = {}; ///< businesses of which tokens stopped being good
    /// Orders as their commands leave them, in order; one that is there twice was changed twice. Null: none.
    std::shared_ptr<const std::vector<std::shared_ptr<const Order>>> orders = {};
    /// Businesses whose alarms are others now: the server's own notice to its threads, with no commit behind it.
    std::set<qint64> alarmsChanged = {};
    /// A message for pages and screens that are open: likewise.
    std::shared_ptr<const LiveNotice> live = {};
};

/// What a command that is alone on the connection may use.
struct AloneContext
{
    sql::Database &database; ///< outside of a transaction
    qint64 nowMs = 0;
    Principal principal;
    QString requestId;
    CommitNotice notice = {}; ///< for the listeners, when it succeeds
};

/// When a command got how far, UTC in microseconds; 0: not yet. Written by the writer before `done` is called.
struct CommandTimes
{
    qint64 begunUs = 0;  ///< its batch, or when that took it in
    qint64 commitUs = 0; ///< COMMIT began
    qint64 committedUs = 0;
    qint64 inBatch = 0;    ///< commands of the transaction
    qint64 databaseUs = 0; ///< of SQLite: this command's statements and the whole COMMIT, which others share
};

/// A re-runnable value: `run` captures by value only and may run more than once before its outcome is known.
struct WriteCommand
{
    Principal principal;
    QString requestId;
    std::optional<IdempotencyClaim> idempotency;
    std::function<Result<WriteOutcome>(WriteContext &)> run;
    /// Called exactly once, on the writer thread, after the commit that the result rests on (refusals and replays too).
    std::function<void(Result<WriteOutcome>)> done;

    /// Somebody has to be able to come in and say how it goes on: done and answered also while the standby does not
    /// answer, and given to it later.
    bool withoutStandby = false;
    /// For whoever traces it; null: nobody.
    std::shared_ptr<CommandTimes> times = {};
    /// Instead of `run`: what this copy of the record does with itself. It makes its own transactions, is captured for
    /// no standby and refused by no replica.
    std::function<Result<WriteOutcome>(AloneContext &)> alone = {};
};

class Replica;

struct WriterOptions
{
    QString path; ///< hub.db; must exist
    sql::Synchronous synchronous = sql::Synchronous::Full;
    int maxBatch = 256;  ///< commands per transaction
    int maxQueue = 4096; ///< beyond it, or guests beyond three quarters of it, submit() answers Overloaded

    /// The log is copied into the file when it passes this many bytes, after this long without a command, and cut to
    /// nothing when it stays quiet. Checkpoints are the writer's own: SQLite swallows the errors of automatic ones.
    qint64 checkpointBytes = 4 * 1024 * 1024;
    int idleCheckpointMs = 200;
    int quietTruncateMs = 3000;
    int reopenBackoffMs = 100; ///< first pause before a broken file is opened again; doubles up to 20 times as much

    /// Last journal seq of a business in the file. After a commit of unknown outcome the writer tells the listener how
    /// far the journal really got, because the transaction may have become visible after all. Null: nobody is told.
    std::function<Result<qint64>(sql::Database &, qint64 businessId)> lastSeq = {};

    /// Decides whether writes are taken and gets what each group commit changed; outlives the writer. Null: nobody
    /// follows.
    Replica *replica = nullptr;

    /// Under which personal fields are sealed.
    std::shared_ptr<sql::FieldKeys> keys = {};

    /// Called once, on the writer's thread, when a file of the record is another one than that which is open: nothing
    /// is written any more until every connection of the program is opened anew. Null: nobody does that.
    std::function<void(const QString &why)> mustReopen = {};
};

struct WriterStats
{
    static constexpr std::array<qint64, 9> batchBounds{1, 2, 4, 8, 16, 32, 64, 128, 256};
    static constexpr std::array<qint64, 12> commitBoundsUs{500,    1'000,   2'000,   5'000,   10'000,    20'000,
                                                           50'000, 100'000, 200'000, 500'000, 1'000'000, 5'000'000};

    qint64 commands = 0; ///< answered after a commit: successes, refusals, replays
    qint64 commits = 0;
    qint64 failedCommits = 0;
    qint64 queued = 0;
    qint64 maxQueued = 0;     ///< beyond it commands are refused
    qint64 failedBatches = 0; ///< rolled back as a whole, failed commits not counted
    qint64 reopens = 0;       ///< times that the file was opened again and found sound
    qint64 checkpoints = 0;
    qint64 walBytes = 0; ///< in use after the last commit
    /// False while the file cannot be opened again, and after a write that failed until one has succeeded.
    bool available = true;
    StorageTrouble trouble = StorageTrouble::None; ///< why it is not available
    Histogram<batchBounds.size()> batches = {};    ///< commands in a committed transaction
    /// Microseconds that COMMIT took, its fsync included, of those that wrote something.
    Histogram<commitBoundsUs.size()> commitTimes = {};
};

/// The one read-write connection of the hub, on its own thread: drains its queue, one transaction for a batch, a
/// savepoint for each command where one is refused after it wrote, one fsync (ADR 35). After any SQL error it checks
/// that the transaction still stands; if it is gone the whole batch is answered StorageUnavailable and nothing of it
/// counts. After a failed commit it closes the connection, opens and checks the file again before the next write.
///
/// Errors inside a command, by what SQLite says:
/// - a constraint or a statement that does not fit: only that statement failed, SQLite guarantees the savepoint. The
/// command
///   alone is rolled back and answered with what `run` returned; otherwise one faulty command that a terminal sends for
///   ever would starve everybody who shares its batches.
/// - full, I/O, corruption, memory, lock: the whole batch is rolled back and answered StorageUnavailable, even when the
///   transaction still stands or `run` hid the error: what the other commands read came from the same storage, and a
///   retry under the same key costs them little.
///
/// While writes fail the writer tries by itself whether they succeed again, also when nobody asks.
///
/// With a replica in sync mode a committed batch is answered when the standby has it. When that does not say so in time
/// the answers are ReplicaUnreachable, and the same key tells later what became of them.
class Writer
{
    Q_DISABLE_COPY_MOVE(Writer)

public:
    using Listener = std::function<void(const CommitNotice &)>;

    /// Starts the thread; fails when the file cannot be opened for writing.
    static Result<std::unique_ptr<Writer>> start(const WriterOptions &options, const Clock &clock, QString epoch,
                                                 Listener listener);
    /// Finishes what is queued, then joins.
    ~Writer();

    /// Thread-safe, never blocks on I/O. When the queue is full `done` gets Overloaded at once on the caller's thread,
    /// and StorageUnavailable when the writer is shutting down.
    void submit(WriteCommand command);

    /// submit and wait; for start-up, command lines and tests, never on a GUI or HTTP thread. `command.done` may be
    /// null.
    Result<WriteOutcome> submitAndWait(WriteCommand command);

    WriterStats stats() const;
    /// How its thread is getting on. Thread-safe, never waits.
    ThreadPulse pulse() const;

    /// Thread-safe: a reader found that the file is damaged. The writer opens it anew and checks it before it writes
    /// again.
    void suspectDamage();

private:
    class Worker;
    explicit Writer(std::unique_ptr<Worker> worker);
    std::unique_ptr<Worker> m_worker;
};

} // namespace oshaq
