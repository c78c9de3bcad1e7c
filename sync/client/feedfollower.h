// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/feed.h"
#include "models/domain/programversion.h"
#include "models/domain/screennotice.h"
#include "models/domain/screenstate.h"
#include "models/domain/unpaintedalarm.h"
#include "models/runtime/clock.h"
#include "models/terminal/hubclock.h"
#include "models/terminal/ordercache.h"
#include "models/terminal/outbox.h"
#include "sync/client/backoff.h"
#include "sync/client/httptransport.h"
#include "sync/client/hubendpoint.h"
#include "sync/client/livechannel.h"
#include "sync/client/scheduler.h"

#include <QObject>
#include <QString>

#include <vector>

namespace oshaq {

/// Keeps the cache in step with the hub's journal: listens on business/live, applies what follows its cursor, asks
/// business/changes for what it missed, and takes business/snapshot when the record is another one (410, a foreign
/// epoch) or when there was none yet. Nothing that it learns becomes an outbox row. GUI thread.
///
/// Where a WebSocket cannot be opened but the hub answers, it polls at the pace of its reconnects.
class FeedFollower final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FeedFollower)

public:
    /// The hub sends a heartbeat every 5 s; three missing ones mean offline.
    static constexpr qint64 silenceMs = 15'000;
    /// From opening the socket to its hello.
    static constexpr qint64 helloMs = 10'000;
    /// Changes that are asked for, or applied, at once: more would keep the GUI thread from its next frame
    /// (oshaq_framebench says what a page costs).
    static constexpr int pageSize = 50;

    enum class State
    {
        Connecting, ///< no contact since start()
        Live,       ///< following, or polling
        Offline,    ///< the hub does not answer; trying again
        SignIn,     ///< 401, 403: waits for restart()
        Upgrade,    ///< this program and the hub's do not fit together: see fit(); trying again slowly
        Alarm,      ///< the hub said, or the disk did, what nobody expected; trying again slowly
    };

    FeedFollower(OrderCache &cache, Outbox &outbox, HubClock &hubClock, const HubEndpoint &endpoint,
                 HttpTransport &transport, LiveChannel &channel, const Clock &clock, Scheduler &scheduler,
                 RandomFraction random);
    ~FeedFollower() override;

    void start();
    void stop();
    /// With other credentials, or to try at once.
    void restart();
    /// Somebody's request did not get through: look whether this is still the same record before more is sent.
    void doubt();

    State state() const { return m_state; }
    /// True while the hub's record is known to be the cache's: what staff did may be sent.
    bool isVerified() const { return m_verified; }
    /// English, for logs and the page of details.
    const QString &detail() const { return m_detail; }
    /// How the hub and its standby are, as last heard; none: the hub does not say.
    const std::optional<ReplicaNote> &replica() const { return m_replica; }
    /// Who answered last at the hub's address is not the hub that is trusted.
    bool isForeign() const { return m_foreign; }
    /// How this program fits the hub's, which was last heard to be of this version: "0.2"; empty: it did not say.
    Compatibility fit() const { return m_fit; }
    const QString &hubVersion() const { return m_hubVersion; }

Q_SIGNALS:
    void stateChanged();
    void verifiedChanged(bool verified);
    /// The cache is complete up to a later time now.
    void knownAtChanged();
    void replicaChanged();
    /// No answer came, once for each try.
    void unanswered();
    /// Somebody answered who is not the hub, or is not the one to follow any more; `otherUrl` may be, or is empty.
    void turnedAway(const QString &otherUrl);
    /// All that the hub calls an alarm now: with each hello, and when it is different.
    void alarmsHeard(const std::vector<UnpaintedAlarm> &alarms);
    /// The outbox tells this screen something.
    void noticeHeard(const ScreenNotice &notice);
    /// How all screens of the site are.
    void screensHeard(const std::vector<ScreenFacts> &screens);

private:
    enum class Fetch
    {
        None,
        Changes,
        Snapshot
    };
    /// Why a snapshot is taken.
    enum class Reason
    {
        First,
        ForeignEpoch,
        CursorGone,
        Unreadable
    };

    void connectLive();
    void dropChannel();
    void handleText(const QByteArray &utf8);
    void handleClosed(const QString &reason);
    /// Whether this hub is to be followed; false: it was turned away from.
    bool mayFollow(const QString &epoch, const std::optional<ReplicaNote> &replica);
    void handleCursor(const Cursor &cursor, qint64 hubTimeMs, bool isHello);
    void scheduleFlush();
    /// Applies what waits, at most so many changes; the rest comes in the next turn.
    void flush(std::size_t most);

    void fetchChanges();
    void fetchSnapshot(Reason reason);
    void send(Fetch fetch, const QByteArray &path);
    void handleReply(const WireReply &reply);
    void handleChanges(const QByteArray &body, qint64 roundTripMs);
    void handleSnapshot(const QByteArray &body, qint64 roundTripMs);
    void handleFailedFetch(const WireReply &reply);
    /// What the hub says that it is; false: this program must not go on with it.
    bool fits(const QString &hubVersion);
    void waitForUpgrade();
    void cancelFetch();

    void upToDate(qint64 hubTimeMs);
    void lose(State state, const QString &detail);
    void scheduleReconnect(qint64 atLeastMs);
    void heard();
    void setState(State state, const QString &detail);
    void setVerified(bool verified);
    Currency currency() const;

    OrderCache &m_cache;
    Outbox &m_outbox;
    HubClock &m_hubClock;
    const HubEndpoint &m_endpoint;
    HttpTransport &m_transport;
    LiveChannel &m_channel;
    const Clock &m_clock;
    RandomFraction m_random;
    OneShot m_reconnectTimer;
    OneShot m_silenceTimer;
    OneShot m_flushTimer;
    Backoff m_backoff{250, 5'000};
    State m_state = State::Connecting;
    QString m_detail;
    bool m_foreign = false;
    bool m_running = false;
    bool m_verified = false;
    bool m_channelOpen = false; ///< open() was called and nothing ended it
    bool m_greeted = false;     ///< hello came: changes arrive from here on
    Fetch m_fetch = Fetch::None;
    Reason m_snapshotReason = Reason::First;
    bool m_fetchAgain = false; ///< something was missed while a fetch was on its way
    quint64 m_request = 0;
    qint64 m_sentAtMs = 0; ///< monotonic
    std::optional<ReplicaNote> m_replica;
    bool m_hasTold = false; ///< the hub that is turned away from was asked for what follows a higher term
    Compatibility m_fit = Compatibility::Fits;
    QString m_hubVersion;
    std::vector<FeedChange> m_buffer; ///< live changes not yet applied, by seq
};

} // namespace oshaq
