// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/replicaacts.h"

#include "models/domain/epoch.h"
#include "models/hub/accessservice.h"
#include "models/hub/alonerows.h"
#include "models/hub/canonicalhash.h"
#include "models/hub/incarnation.h"
#include "models/hub/invoicenumbers.h"
#include "models/hub/journalstore.h"
#include "models/hub/sessionstore.h"
#include "models/hub/sqlvalues.h"
#include "models/hub/standbyfile.h"
#include "models/sql/changeset.h"
#include "models/sql/copy.h"
#include "models/sql/maintenance.h"
#include "models/sql/transaction.h"

#include <QDir>
#include <QLoggingCategory>

#include <algorithm>
#include <functional>

namespace oshaq::replicaacts {

namespace {

Q_LOGGING_CATEGORY(lcReplica, "oshaq.hub.replica")

Error notInStep(const QString &message)
{
    return Error{ErrorCode::ReplicaNotInStep, message, {}};
}

/// One transaction around `work`.
Result<void> transact(sql::Database &database, const std::function<Result<void>()> &work)
{
    auto transaction = sql::Transaction::begin(database, sql::Transaction::Kind::Immediate);
    if (!transaction)
        return transaction.error();
    if (auto done = work(); !done)
        return done;
    return (*transaction)->commit();
}

Result<void> store(AloneContext &context, const ReplicaState &state)
{
    return transact(context.database, [&] { return replicastore::setState(context.database, state); });
}

WriteOutcome done()
{
    WriteOutcome outcome;
    outcome.entity = EntityKind::Business;
    return outcome;
}

/// Who said so, in the journal of the epoch that begins with it.
Result<void> appendToJournal(AloneContext &context, const QString &epoch, const QString &type)
{
    const qint64 businessId = context.principal.businessId;
    if (businessId == 0)
        return {};
    qint64 version = 0;
    {
        auto row = context.database.query(QStringLiteral("SELECT version FROM businesses WHERE business_id = ?"),
                                          {businessId});
        if (!row)
            return row.error();
        const auto found = hubsql::nextRow(*row);
        if (!found)
            return found.error();
        if (!*found)
            return {};
        version = row->integer(0);
    }
    JournalEntry entry;
    entry.entity = EntityKind::Business;
    entry.entityId = businessId;
    entry.version = version;
    entry.type = type;
    entry.payload = QJsonObject{{QStringLiteral("term"), termOf(epoch)}};
    CanonicalHash hash("oshaq.replica.1");
    entry.digest = hash.add(businessId).add(epoch).result();
    WriteContext write{context.database, context.nowMs, context.principal, context.requestId, epoch};
    const auto seq = journalstore::append(write, businessId, entry);
    if (!seq)
        return seq.error();
    context.notice.lastSeq[businessId] = *seq;
    return {};
}

/// A new epoch that is above this one's, above every one that ran in the directory, and above `other`.
QString nextEpoch(const Replica &replica, const QString &directory, const QString &other)
{
    const qint64 highest = std::max({termOf(replica.epoch()), incarnation::highestTerm(directory), termOf(other)});
    return incarnation::makeEpoch(highest + 1);
}

/// Stores the epoch with what begins with it, and who said so.
Result<void> beginEpoch(AloneContext &context, const QString &epoch, const ReplicaState &state, const QString &type,
                        bool jumps)
{
    return transact(context.database, [&]() -> Result<void> {
        sql::Database &database = context.database;
        if (auto set = replicastore::setEpoch(database, epoch, context.nowMs); !set)
            return set;
        if (auto set = replicastore::setState(database, state); !set)
            return set;
        if (jumps) {
            if (auto jumped = replicastore::jumpOrderNumbers(database, context.nowMs); !jumped)
                return jumped;
            if (auto jumped = invoicenumbers::leaveOut(database); !jumped)
                return jumped;
        }
        return appendToJournal(context, epoch, type);
    });
}

/// What the file of a base says of itself.
struct Base
{
    int schema = 0;
    QString epoch;
    qint64 position = 0;
    ReplicaState state;
    std::map<qint64, qint64> lastSeq;
};

Result<Base> readBase(sql::Database &database)
{
    Base base;
    const auto schema = replicastore::schema(database);
    if (!schema)
        return schema.error();
    base.schema = *schema;
    const auto epoch = journalstore::epoch(database);
    if (!epoch)
        return epoch.error();
    base.epoch = *epoch;
    const auto position = replicastore::position(database);
    if (!position)
        return position.error();
    base.position = *position;
    const auto state = replicastore::state(database);
    if (!state)
        return state.error();
    base.state = *state;
    auto rows = database.query(QStringLiteral("SELECT business_id, max(seq) FROM journal GROUP BY business_id"));
    if (!rows)
        return rows.error();
    while (rows->next())
        base.lastSeq[rows->integer(0)] = rows->integer(1);
    if (rows->failed())
        return hubsql::readFailed();
    return base;
}

} // namespace

Result<WriteOutcome> configure(AloneContext &context, Replica &replica, ReplicaMode mode, const QString &standbyName)
{
    const ReplicaStatus status = replica.status();
    if (status.note.role != ReplicaRole::Hub)
        return notInStep(QStringLiteral("Only a hub is followed."));
    ReplicaState state = replica.state();
    if (mode != ReplicaMode::Sync && state.mode == ReplicaMode::Sync && !state.solo && !status.inStep)
        return notInStep(QStringLiteral("The standby does not answer. Declare solo to go on without it."));
    const bool begins = state.mode == ReplicaMode::Off && mode != ReplicaMode::Off;
    state.mode = mode;
    state.standbyName = standbyName;
    if (mode != ReplicaMode::Sync) {
        state.solo = false;
        state.joining = false;
    } else if (replica.state().mode != ReplicaMode::Sync && !replica.isClose()) {
        state.solo = true;
        state.joining = true;
    }
    qint64 position = status.position;
    auto stored = transact(context.database, [&]() -> Result<void> {
        if (begins) {
            // What was written while nobody captured it must not look like no gap.
            const auto raised = replicastore::raisePosition(context.database);
            if (!raised)
                return raised.error();
            position = *raised;
        }
        return replicastore::setState(context.database, state);
    });
    if (!stored)
        return stored.error();
    replica.become(ReplicaRole::Hub, state, status.epoch, position);
    qCInfo(lcReplica).noquote() << "the standby is followed as:" << replicaModeText(mode) << "by"
                                << context.principal.key();
    return done();
}

Result<WriteOutcome> makeToken(AloneContext &context, Replica &replica)
{
    if (replica.role() != ReplicaRole::Hub)
        return notInStep(QStringLiteral("Only a hub is followed."));
    const QString token = accesswrites::newToken(QLatin1String("os_"));
    ReplicaState state = replica.state();
    state.tokenHash = sessionstore::hashOf(token);
    state.tokenBusinessId = context.principal.businessId;
    if (auto stored = store(context, state); !stored)
        return stored.error();
    const ReplicaStatus status = replica.status();
    replica.become(ReplicaRole::Hub, state, status.epoch, status.position);
    context.notice.touched.access = true;
    WriteOutcome outcome = done();
    outcome.code = 201;
    outcome.secret = token;
    return outcome;
}

Result<WriteOutcome> declareSolo(AloneContext &context, Replica &replica, const QString &directory, const QString &over)
{
    const ReplicaRole role = replica.role();
    ReplicaState state = replica.state();
    if (role == ReplicaRole::Standby)
        return notInStep(QStringLiteral("This is the standby. Promote it instead."));
    if (role == ReplicaRole::Fenced && over != state.fencedBy) {
        return notInStep(QStringLiteral("Another computer became the hub (%1). Say so with the request to overrule it.")
                             .arg(state.fencedBy));
    }
    const bool hasRival = !replica.status().rival.isEmpty();
    if (role == ReplicaRole::Hub && state.mode == ReplicaMode::Off && !hasRival)
        return notInStep(QStringLiteral("This hub has no standby to go on without."));
    if (role == ReplicaRole::Hub && state.solo && !state.joining && !hasRival)
        return done();
    const QString epoch = nextEpoch(replica, directory, state.fencedBy);
    state.solo = state.mode != ReplicaMode::Off;
    // Of two hubs the one that this settles comes back as the standby, and is waited for again.
    state.joining = hasRival;
    state.fencedBy.clear();
    if (auto stored = beginEpoch(context, epoch, state, QStringLiteral("hub.solo"), role == ReplicaRole::Fenced);
        !stored)
        return stored.error();
    replica.become(ReplicaRole::Hub, state, epoch, replica.status().position);
    qCWarning(lcReplica).noquote() << "solo, declared by" << context.principal.actor() << "epoch" << epoch;
    return done();
}

Result<WriteOutcome> join(AloneContext &context, Replica &replica)
{
    return replica.canJoin() ? endSolo(context, replica) : Result<WriteOutcome>(done());
}

Result<WriteOutcome> endSolo(AloneContext &context, Replica &replica)
{
    const ReplicaStatus status = replica.status();
    ReplicaState state = replica.state();
    if (status.note.role != ReplicaRole::Hub)
        return notInStep(QStringLiteral("Only a hub is solo."));
    if (!state.solo)
        return done();
    if (!replica.isClose())
        return notInStep(QStringLiteral("The standby does not have everything yet."));
    state.solo = false;
    state.joining = false;
    if (auto stored = store(context, state); !stored)
        return stored.error();
    replica.become(ReplicaRole::Hub, state, status.epoch, status.position);
    qCInfo(lcReplica).noquote() << "solo ended by" << context.principal.actor();
    return done();
}

Result<WriteOutcome> fence(AloneContext &context, Replica &replica, const QString &epoch)
{
    auto stored = replicastore::state(context.database);
    if (!stored)
        return stored.error();
    ReplicaState state = *stored;
    const bool isHigher = Epoch::fromText(epoch).isHigherThan(Epoch::fromText(replica.epoch())) &&
                          termOf(epoch) >= termOf(state.fencedBy);
    if (replica.role() == ReplicaRole::Standby || !isHigher)
        return done();
    // First of all: what is stored late is only a matter of the next start.
    replica.fence(epoch);
    if (state.fencedBy == epoch)
        return done();
    state.fencedBy = epoch;
    if (auto kept = store(context, state); !kept)
        return kept.error();
    qCCritical(lcReplica).noquote() << "fenced: another hub of this site has the epoch" << epoch << "- this one has"
                                    << replica.epoch();
    return done();
}

Result<WriteOutcome> becomeStandby(AloneContext &context, Replica &replica, const QString &directory,
                                   const PeerFile &peer)
{
    Q_UNUSED(context)
    if (replica.role() != ReplicaRole::Fenced)
        return notInStep(QStringLiteral("Only a hub that another one took over from becomes its standby."));
    if (auto written = peerfile::write(directory, peer); !written)
        return written.error();
    if (auto written = standbyfile::write(directory, {peer.url, {}}); !written)
        return written.error();
    const ReplicaStatus status = replica.status();
    replica.become(ReplicaRole::Standby, replica.state(), status.epoch, status.position);
    qCWarning(lcReplica).noquote() << "this is the standby of" << peer.url << "from now on";
    return done();
}

Result<WriteOutcome> promote(AloneContext &context, Replica &replica, const QString &directory, bool insist)
{
    const ReplicaStatus status = replica.status();
    if (status.note.role != ReplicaRole::Standby)
        return notInStep(QStringLiteral("This is no standby."));
    const auto file = standbyfile::read(directory);
    if (!file)
        return file.error();
    if (!*file || (*file)->epoch.isEmpty() || (*file)->epoch != status.epoch)
        return notInStep(QStringLiteral("This standby has no whole copy of its hub yet."));
    if (status.peer && status.peer->connected && !insist)
        return notInStep(QStringLiteral("The hub answers still. Promoting takes its place; say so to insist."));
    if (auto sound = sql::quickCheck(context.database); !sound)
        return sound.error();

    const QString epoch = nextEpoch(replica, directory, {});
    ReplicaState state = replica.state();
    // Alone until somebody follows it: the one that it takes over from was to be its standby.
    state.mode = ReplicaMode::Sync;
    state.solo = true;
    state.joining = true;
    state.fencedBy.clear();
    if (auto stored = beginEpoch(context, epoch, state, QStringLiteral("hub.promoted"), true); !stored)
        return stored.error();
    if (auto removed = standbyfile::remove(directory); !removed)
        qCCritical(lcReplica).noquote() << removed.error().message << "- the next start sees by the term what it is";
    if (auto begun = incarnation::begin(context.database, directory); !begun)
        qCCritical(lcReplica).noquote() << begun.error().message;
    replica.become(ReplicaRole::Hub, state, epoch, status.position);
    context.notice.touched = TouchedRows::everything();
    qCWarning(lcReplica).noquote() << "promoted by" << context.principal.actor() << "epoch" << epoch << "after"
                                   << status.epoch << "position" << status.position;
    return done();
}

Result<WriteOutcome> takeBase(AloneContext &context, Replica &replica, const QString &directory, const QString &hubUrl,
                              const QString &baseFile)
{
    if (replica.role() != ReplicaRole::Standby)
        return notInStep(QStringLiteral("This is no standby."));
    Base base;
    qint64 alone = 0;
    {
        auto file = sql::Database::open({baseFile, sql::Access::ReadOnly});
        if (!file)
            return file.error();
        if (auto sound = sql::quickCheck(**file); !sound)
            return sound.error();
        auto read = readBase(**file);
        if (!read)
            return read.error();
        base = std::move(*read);
        if (base.schema != replica.schema()) {
            return Error{ErrorCode::VersionStale,
                         QStringLiteral("The hub's record has version %1 and this program makes version %2: both need "
                                        "the same program.")
                             .arg(QString::number(base.schema), QString::number(replica.schema())),
                         {}};
        }
        const QString name = QDir(directory).filePath(QStringLiteral("alone-%1.jsonl").arg(replica.epoch()));
        const auto written = alonerows::write(context.database, **file, name);
        if (!written)
            return written.error();
        alone = *written;
        if (alone > 0)
            qCCritical(lcReplica).noquote() << alone << "rows of the journal were here alone; they are in" << name;
    }
    // Before the base: a start in between finds a standby whose copy is none of this epoch, and takes a new one.
    if (auto written = standbyfile::write(directory, {hubUrl, base.epoch}); !written)
        return written.error();
    if (auto copied = sql::copyFrom(context.database, baseFile); !copied)
        return copied.error();
    if (auto begun = incarnation::begin(context.database, directory); !begun)
        return begun.error();
    replica.become(ReplicaRole::Standby, base.state, base.epoch, base.position);
    context.notice.lastSeq = base.lastSeq;
    context.notice.touched = TouchedRows::everything();
    WriteOutcome outcome = done();
    outcome.values = {alone};
    return outcome;
}

Result<WriteOutcome> apply(AloneContext &context, Replica &replica, const ReplicaChange &change)
{
    const ReplicaStatus status = replica.status();
    const Error gone{ErrorCode::CursorGone, QStringLiteral("This change is not the next one."), {}};
    if (status.note.role != ReplicaRole::Standby || change.epoch != status.epoch || change.n != status.position + 1)
        return gone;
    auto mode = sql::ReceiverMode::enter(context.database);
    if (!mode)
        return mode.error();
    Error misfit;
    auto stored = transact(context.database, [&]() -> Result<void> {
        if (auto applied = sql::applyChanges(context.database, change.bytes); !applied) {
            misfit = applied.error();
            return applied;
        }
        const auto position = replicastore::position(context.database);
        if (!position)
            return position.error();
        return *position == change.n ? Result<void>() : Result<void>(gone);
    });
    if (!stored) {
        // A disk that fails is no gap: the same change is tried again.
        const bool isStorage = context.database.lastFailure() == sql::dialect::Failure::Storage;
        return misfit.message.isEmpty() || isStorage ? stored.error()
                                                     : Error{ErrorCode::CursorGone, misfit.message, {}};
    }
    replica.applied(change.n);
    for (const auto &[business, seqs] : change.seqs)
        context.notice.lastSeq[business] = seqs.second;
    context.notice.touched = TouchedRows::everything();
    return done();
}

} // namespace oshaq::replicaacts
