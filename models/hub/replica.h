// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/change.h"
#include "models/domain/replicanote.h"
#include "models/domain/result.h"
#include "models/domain/storagetrouble.h"
#include "models/hub/replicastore.h"
#include "models/runtime/clock.h"

#include <QByteArray>
#include <QString>

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace oshaq {

struct ReplicaOptions
{
    /// Changes that are kept for a standby that is behind. What does not fit is gone, and it takes a new base.
    qint64 ringBytes = 64 * 1024 * 1024;
    int ackLimitMs = 2000;  ///< how long a committed batch waits for its acknowledgement
    int reachableMs = 3000; ///< a standby that was not heard of for longer is not there
    int pollMs = 1000;      ///< how long a standby is kept waiting for the next change
    /// False for a program that writes without an API, such as an import: no standby can reach it. It captures, so that
    /// the standby notices, and waits for nobody.
    bool reachable = true;
};

/// What one group commit changed.
struct ReplicaChange
{
    qint64 n = 0; ///< its number: EPOCH.N
    QString epoch;
    std::map<qint64, std::pair<qint64, qint64>> seqs; ///< business -> first and last journal seq
    QByteArray bytes;                                 ///< SQLite's changeset
    qint64 committedAtMs = 0;                         ///< monotonic
    qint64 atMs = 0;                                  ///< UTC; the commit came right after
};
using ReplicaChangePtr = std::shared_ptr<const ReplicaChange>;

/// The other side as this one sees it: the standby of a hub, or the hub of a standby.
struct ReplicaPeer
{
    QString name;
    QString url;
    bool connected = false;
    qint64 lastContactMs = 0; ///< UTC; 0: never
    qint64 lagSeq = 0;        ///< group commits that the standby lacks
    qint64 lagMs = 0;         ///< since when it lacks something
    QString problem;          ///< of a standby: why it does not follow; empty: it does
};

struct ReplicaStatus
{
    ReplicaNote note;
    QString epoch;
    QString fencedBy;
    QString rival;                   ///< another hub of the same term; empty: none is known
    std::optional<ReplicaPeer> peer; ///< none: mode off
    qint64 position = 0;
    bool inStep = false; ///< the standby is there and has everything, but for what it is being waited for
    qint64 ringBytes = 0;
    qint64 missedAcks = 0; ///< batches whose acknowledgement did not come in time
};

/// What the writer, the HTTP threads and a follower must agree on about the standby: what this copy is, which changes
/// wait for the standby, and how far it has them. Everything here is in memory; replica_state is what survives.
/// Thread-safe.
///
/// A change is published after its commit and before any answer. In sync mode the writer then waits until the standby
/// said that it has it durably; while the standby is not there, or lacks something, writes are refused before anything
/// is committed.
class Replica
{
    Q_DISABLE_COPY_MOVE(Replica)

public:
    Replica(const Clock &clock, ReplicaOptions options);

    const ReplicaOptions &options() const { return m_options; }

    // What this copy is.
    void restore(ReplicaRole role, const ReplicaState &state, const QString &epoch, qint64 position, int schema);
    QString epoch() const;
    ReplicaState state() const;
    ReplicaRole role() const;
    int schema() const;
    /// Whether a token is the one that a standby follows with, by its SHA-256.
    bool isStandbyToken(const QByteArray &hash) const;
    ReplicaNote note() const;
    ReplicaStatus status() const;
    /// A hub that was followed up to `position` goes on as something else: nothing that was kept holds any more.
    void become(ReplicaRole role, const ReplicaState &state, const QString &epoch, qint64 position);
    /// At once, before it is stored: from here on no write begins.
    void fence(const QString &byEpoch);
    /// Another hub has an epoch of the same term: only people can say which one goes on. Until this one's epoch
    /// changes.
    void setRival(const QString &epoch);
    /// True when the standby has nearly everything and the hub goes on alone only until then.
    bool canJoin() const;
    /// Hears whenever the role or the epoch changed, on the thread that changed it. It stays to the end, so it holds
    /// what outlives it only; quick, and without calls that wait.
    void addListener(std::function<void()> listener);

    /// From now on no write is taken, for good: the record was found damaged, and `why` says so to people.
    void stopWrites(const QString &why);

    // The writer.
    /// Why no write is taken now; nothing: it is.
    std::optional<Error> refusal() const;
    bool captures() const;
    /// Whether backups record the changes too, with a standby or without one.
    void setArchived(bool archived);
    bool isArchived() const;
    using Archive = std::function<void(const ReplicaChangePtr &)>;
    /// Gets each change after its commit and before any answer, on the writer's thread: quick, and without calls that
    /// wait. Empty: nobody; when this returns, the one before does not run and will not run again.
    void setArchive(Archive archive);
    /// After the commit.
    void publish(ReplicaChangePtr change);
    /// Whether commits wait for the standby.
    bool waitsForAck() const;
    /// Whether the standby will have everything in a moment, so that the next batch may wait for that.
    bool isClose() const;
    /// True when the standby has `n`, false when it does not say so in time. The writer's thread.
    bool awaitAck(qint64 n);
    /// Whether the record can be written, for the note: a screen is told by the same way.
    void setStorage(StorageTrouble trouble);
    /// The file was opened again after a failure: what is in it decides.
    void reopened(qint64 position);
    void stop();

    // The standby's requests.
    /// Changes after `since`, as many as fit into `maxBytes` and at least one; none: there are none yet. CursorGone: a
    /// gap, or another epoch. NotConfigured: nobody is to follow.
    Result<std::vector<ReplicaChangePtr>> changesAfter(const Cursor &since, qint64 maxBytes) const;
    /// It has everything up to `since`, durably. False: another follower is there already.
    bool heardOf(const QByteArray &follower, const std::optional<Cursor> &since, const QString &url = {});
    /// Calls once when there is a change after `n`, on the writer's thread; at once when there is one.
    void whenBeyond(qint64 n, std::function<void()> call);

    // Of a standby: what it knows of its hub.
    void setPeer(const ReplicaPeer &peer);
    void applied(qint64 position);

private:
    bool isFresh() const;
    bool isInStep() const;
    bool isNearlyInStep() const;
    qint64 lagMs() const;
    ReplicaNote makeNote() const;
    bool waits() const;
    void tellListeners();

    const Clock &m_clock;
    const ReplicaOptions m_options;

    mutable std::mutex m_mutex;
    std::condition_variable m_acked;
    QString m_damage; ///< empty: none was found
    ReplicaRole m_role = ReplicaRole::Hub;
    ReplicaState m_state;
    QString m_epoch;
    int m_schema = 0;
    qint64 m_position = 0;
    std::deque<ReplicaChangePtr> m_ring;
    qint64 m_ringBytes = 0;
    qint64 m_ackedUpTo = -1; ///< -1: not heard of in this epoch
    qint64 m_heardAtMs = 0;  ///< monotonic
    bool m_isHeard = false;
    QByteArray m_follower;
    ReplicaPeer m_peer;
    qint64 m_missedAcks = 0;
    bool m_stopping = false;
    std::vector<std::pair<qint64, std::function<void()>>> m_waiting;
    QString m_rival;
    StorageTrouble m_storage = StorageTrouble::None;
    bool m_archived = false;
    std::mutex m_archiveMutex; ///< held while it runs: that is what makes setArchive() final
    Archive m_archive;
    std::vector<std::function<void()>> m_listeners;
};

} // namespace oshaq
