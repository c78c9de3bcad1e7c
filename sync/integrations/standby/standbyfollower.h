// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/change.h"
#include "models/hub/hub.h"
#include "models/hub/peerfile.h"
#include "models/runtime/mailbox.h"
#include "sync/client/backoff.h"
#include "sync/client/httptransport.h"
#include "sync/client/hubendpoint.h"
#include "sync/client/scheduler.h"
#include "sync/protocol/replicajson.h"

#include <QFile>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace oshaq {

struct StandbyOptions
{
    QString ownUrl; ///< where this computer answers; told to the other one
    QString caFile; ///< this hub's own CA, trusted when hub.peer names none
    /// A standby says that often that it is there, whatever else it is busy with; less than
    /// ReplicaOptions::reachableMs.
    qint64 beatMs = 1000;
    qint64 longestPauseMs = 2000; ///< between two tries to reach the other one
};

/// What this computer does about the other one of its site, for as long as hub.peer names one. A standby follows it:
/// takes a base when it must, then each group commit as it comes; asking for what comes after a position is what
/// acknowledges it, so nothing is asked for before it is durable. A hub that was promoted tells the other one so until
/// it gives way; a hub that hears from it of a higher term gives way itself. One thread with an event loop.
class StandbyFollower
{
    Q_DISABLE_COPY_MOVE(StandbyFollower)

public:
    StandbyFollower(Hub &hub, HttpTransport &transport, Scheduler &scheduler, StandbyOptions options,
                    RandomFraction random);
    ~StandbyFollower();

    void start();

private:
    /// Looks at what this copy is now and does that.
    void look();
    void stop();
    bool isStandby() const { return m_hub.replica().role() == ReplicaRole::Standby; }

    // A standby.
    void follow();
    void handleChanges(const WireReply &reply);
    bool takeKeys(const WireReply &reply);
    void handleFirstKeys(const WireReply &reply);
    void handleKeys(const WireReply &reply);
    void applyNext();
    void handleApplied(const Result<WriteOutcome> &outcome);
    void takeBase();
    void askBasePart();
    void handleBasePart(const WireReply &reply);
    void loadBase();
    void handleLoaded(const Result<WriteOutcome> &outcome);
    void beat();
    void handleBeat(const WireReply &reply);

    // A hub.
    void tell();
    void handleTold(const WireReply &reply);
    void giveWay(const QString &epoch);
    void handleGaveWay(const Result<WriteOutcome> &outcome);

    using Handle = void (StandbyFollower::*)(const WireReply &);
    quint64 send(const QByteArray &method, const QByteArray &path, const QByteArray &body, Handle handle);
    using Act = std::function<Result<WriteOutcome>(AloneContext &)>;
    void submit(Act act, void (StandbyFollower::*handle)(const Result<WriteOutcome> &));
    /// Not now; `problem` is for people.
    void pause(const QString &problem, void (StandbyFollower::*next)());
    /// What an answer that is no success says.
    QString problemOf(const WireReply &reply) const;
    Cursor position() const;
    void report(const QString &problem);
    /// The hub answered.
    void heard();

    /// What the writer's thread holds: it outlives the follower.
    struct Door
    {
        std::mutex mutex;
        Mailbox *mailbox = nullptr;
        void post(std::function<void()> task);
    };

    Hub &m_hub;
    HttpTransport &m_transport;
    const StandbyOptions m_options;
    const RandomFraction m_random;
    const QByteArray m_name; ///< of this run: a hub is followed by one at a time
    Mailbox m_mailbox;
    std::shared_ptr<Door> m_door;
    std::optional<PeerFile> m_peer;
    HubEndpoint m_endpoint;
    Backoff m_backoff;
    OneShot m_pause;
    OneShot m_beat;
    quint64 m_request = 0;     ///< of following or telling
    quint64 m_beatRequest = 0; ///< 0: none
    bool m_isWriting = false;  ///< the writer has something of ours
    bool m_hasBase = false;
    bool m_knowsKeys = false; ///< this hub was asked for its keys
    QByteArray m_keysAsked;   ///< which keys of it were asked for last
    std::deque<ReplicaChangePtr> m_changes;
    qint64 m_headN = 0;         ///< of the hub, when it last answered
    qint64 m_behindSinceMs = 0; ///< monotonic; 0: it has everything
    qint64 m_lastContactMs = 0; ///< UTC
    qint64 m_heardAtMs = 0;     ///< monotonic
    QString m_problem;
    QFile m_baseFile;
    QByteArray m_copy;
    QString m_toldEpoch; ///< under which the other one knows this hub
};

} // namespace oshaq
