// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/feedfollower.h"

#include "models/domain/epoch.h"
#include "sync/client/retryafter.h"
#include "sync/protocol/errorjson.h"
#include "sync/protocol/feedjson.h"

#include <QLoggingCategory>

#include <algorithm>
#include <iterator>
#include <utility>

namespace oshaq {

Q_LOGGING_CATEGORY(lcFollower, "oshaq.client.feed")

namespace {

/// More than this many live changes behind a gap are asked for instead of kept.
constexpr std::size_t maxBuffered = 5000;
constexpr qint64 maxRetryAfterMs = 60'000;
/// An alarm is not a matter of milliseconds.
constexpr qint64 alarmDelayMs = 10'000;

} // namespace

FeedFollower::FeedFollower(OrderCache &cache, Outbox &outbox, HubClock &hubClock, const HubEndpoint &endpoint,
                           HttpTransport &transport, LiveChannel &channel, const Clock &clock, Scheduler &scheduler,
                           RandomFraction random)
    : m_cache(cache)
    , m_outbox(outbox)
    , m_hubClock(hubClock)
    , m_endpoint(endpoint)
    , m_transport(transport)
    , m_channel(channel)
    , m_clock(clock)
    , m_random(std::move(random))
    , m_reconnectTimer(scheduler)
    , m_silenceTimer(scheduler)
    , m_flushTimer(scheduler)
{
    connect(&channel, &LiveChannel::textReceived, this, &FeedFollower::handleText);
    connect(&channel, &LiveChannel::closed, this, &FeedFollower::handleClosed);
}

FeedFollower::~FeedFollower()
{
    cancelFetch();
}

void FeedFollower::start()
{
    if (m_running)
        return;
    m_running = true;
    connectLive();
}

void FeedFollower::stop()
{
    m_running = false;
    m_reconnectTimer.stop();
    cancelFetch();
    dropChannel();
    setVerified(false);
}

void FeedFollower::restart()
{
    stop();
    m_backoff.reset();
    setState(State::Connecting, {});
    start();
}

void FeedFollower::doubt()
{
    if (!m_running || !m_verified)
        return;
    setVerified(false);
    fetchChanges();
}

void FeedFollower::connectLive()
{
    dropChannel();
    m_channelOpen = true;
    m_channel.open(m_endpoint.liveUrl(), m_endpoint.authorization());
    m_silenceTimer.start(helloMs, [this] { handleClosed(QStringLiteral("no hello within %1 s").arg(helloMs / 1000)); });
}

void FeedFollower::dropChannel()
{
    m_silenceTimer.stop();
    m_flushTimer.stop();
    m_channelOpen = false;
    m_greeted = false;
    m_channel.close();
    // The next socket may speak for another record, where these numbers mean something else.
    m_buffer.clear();
}

void FeedFollower::handleClosed(const QString &reason)
{
    if (!m_running || !m_channelOpen)
        return;
    const bool wasGreeted = m_greeted;
    dropChannel();
    setVerified(false);
    m_detail = reason;
    qCInfo(lcFollower, "business/live ended: %ls", qUtf16Printable(reason));
    if (wasGreeted) {
        // The usual end is a hub that went away or restarts: try the socket again before anything is said.
        scheduleReconnect(0);
        if (m_fetch == Fetch::None)
            fetchChanges();
        return;
    }
    // Not even opened. HTTP tells why (no network, no token, no WebSocket on the way) and may serve instead.
    if (m_fetch == Fetch::None)
        m_cache.cursor().isValid() ? fetchChanges() : fetchSnapshot(Reason::First);
}

void FeedFollower::heard()
{
    m_silenceTimer.start(silenceMs, [this] {
        dropChannel();
        cancelFetch();
        lose(State::Offline, QStringLiteral("nothing heard for %1 s").arg(silenceMs / 1000));
        Q_EMIT unanswered();
    });
}

void FeedFollower::handleText(const QByteArray &utf8)
{
    if (!m_running || !m_channelOpen)
        return;
    heard();
    Result<LiveMessage> message = readLiveMessage(utf8, currency());
    if (!message) {
        // A newer hub may know more kinds of rows; changes by HTTP leave out what this program does not know.
        qCInfo(lcFollower, "a live message cannot be read: %ls", qUtf16Printable(message.error().message));
        if (m_greeted)
            fetchChanges();
        return;
    }
    switch (message->type) {
    case LiveMessage::Type::Hello:
        if (!fits(message->version))
            return waitForUpgrade();
        m_greeted = true;
        if (!mayFollow(message->cursor.epoch, message->replica))
            return;
        Q_EMIT alarmsHeard(message->alarms.value_or(std::vector<UnpaintedAlarm>()));
        handleCursor(message->cursor, message->hubTimeMs, true);
        return;
    case LiveMessage::Type::Heartbeat:
        if (!mayFollow(message->cursor.epoch, message->replica))
            return;
        handleCursor(message->cursor, message->hubTimeMs, false);
        if (message->screens)
            Q_EMIT screensHeard(*message->screens);
        return;
    case LiveMessage::Type::Change:
        if (m_buffer.size() < maxBuffered)
            m_buffer.push_back(std::move(message->change));
        else
            m_fetchAgain = true;
        scheduleFlush();
        return;
    case LiveMessage::Type::Alarms:
        if (m_greeted && message->alarms)
            Q_EMIT alarmsHeard(*message->alarms);
        return;
    case LiveMessage::Type::Notice:
        if (m_greeted)
            Q_EMIT noticeHeard(message->notice);
        return;
    case LiveMessage::Type::Other:
        return;
    }
}

bool FeedFollower::mayFollow(const QString &epoch, const std::optional<ReplicaNote> &replica)
{
    const bool isOld = termOf(epoch) < m_cache.term();
    const bool isStandby = replica && replica->role == ReplicaRole::Standby;
    // What was the hub and knows who is now; else it is read from, and says that it takes nothing.
    const bool isFenced = replica && replica->role == ReplicaRole::Fenced && !replica->otherUrl.isEmpty();
    if (!isOld && !isStandby && !isFenced) {
        m_hasTold = false;
        if (m_replica != replica) {
            m_replica = replica;
            Q_EMIT replicaChanged();
        }
        return true;
    }
    const QString detail = isStandby ? QStringLiteral("this is the standby")
                           : isFenced
                               ? QStringLiteral("another computer became the hub")
                               : QStringLiteral("the hub has an older term (%1) than the one that was followed (%2)")
                                     .arg(epoch)
                                     .arg(m_cache.term());
    // A hub that does not know yet that another one took over learns it from a cursor of that one.
    const bool tellsIt = isOld && !isStandby && !isFenced && m_cache.cursor().isValid() && !m_hasTold;
    dropChannel();
    cancelFetch();
    lose(State::Offline, detail);
    m_hasTold = tellsIt;
    if (tellsIt)
        fetchChanges();
    else
        Q_EMIT turnedAway(replica ? replica->otherUrl : QString());
    return false;
}

void FeedFollower::handleCursor(const Cursor &cursor, qint64 hubTimeMs, bool isHello)
{
    if (hubTimeMs != 0)
        m_hubClock.observe(hubTimeMs, 0);
    // While the hub asked us to wait, its heartbeats are no reason to ask again.
    const bool waiting = !isHello && m_reconnectTimer.isActive();
    if (!m_cache.cursor().isValid())
        return waiting ? void() : fetchSnapshot(Reason::First);
    if (cursor.epoch != m_cache.cursor().epoch) {
        setVerified(false);
        return waiting ? void() : fetchSnapshot(Reason::ForeignEpoch);
    }
    flush(m_buffer.size());
    // A hello that is behind us is looked into too; a heartbeat may be, when a catch-up read further than the socket
    // was.
    const qint64 knownSeq = m_cache.cursor().seq;
    if (isHello ? cursor.seq != knownSeq : cursor.seq > knownSeq)
        return waiting ? void() : fetchChanges();
    if (m_fetch == Fetch::None)
        upToDate(hubTimeMs);
}

void FeedFollower::scheduleFlush()
{
    // What arrives in one turn of the event loop is one transaction.
    if (!m_flushTimer.isActive())
        m_flushTimer.start(0, [this] { flush(pageSize); });
}

void FeedFollower::flush(std::size_t most)
{
    m_flushTimer.stop();
    if (m_buffer.empty() || m_fetch != Fetch::None)
        return;
    std::vector<FeedChange> buffer = std::exchange(m_buffer, {});
    std::stable_sort(buffer.begin(), buffer.end(),
                     [](const FeedChange &a, const FeedChange &b) { return a.change.seq < b.change.seq; });
    Cursor cursor = m_cache.cursor();
    std::vector<FeedChange> next;
    bool gap = false;
    for (auto at = buffer.begin(); at != buffer.end(); ++at) {
        FeedChange &change = *at;
        if (change.change.seq <= cursor.seq)
            continue;
        if (next.size() == most) {
            m_buffer.assign(std::make_move_iterator(at), std::make_move_iterator(buffer.end()));
            scheduleFlush();
            break;
        }
        if (change.change.seq != cursor.seq + 1) {
            gap = true;
            break;
        }
        cursor.seq = change.change.seq;
        next.push_back(std::move(change));
    }
    if (!next.empty()) {
        if (const Result<void> applied = m_cache.applyChanges(next, cursor); !applied)
            return lose(State::Alarm, applied.error().message);
    }
    if (gap)
        fetchChanges();
}

void FeedFollower::fetchChanges()
{
    if (!m_cache.cursor().isValid())
        return fetchSnapshot(Reason::First);
    if (m_fetch != Fetch::None) {
        m_fetchAgain = true;
        return;
    }
    send(Fetch::Changes, "/api/v1/business/changes?since=" + m_cache.cursor().text().toUtf8().toPercentEncoding() +
                             "&limit=" + QByteArray::number(pageSize));
}

void FeedFollower::fetchSnapshot(Reason reason)
{
    if (m_fetch == Fetch::Snapshot)
        return;
    cancelFetch();
    m_snapshotReason = reason;
    send(Fetch::Snapshot, "/api/v1/business/snapshot");
}

void FeedFollower::send(Fetch fetch, const QByteArray &path)
{
    m_fetch = fetch;
    m_fetchAgain = false;
    m_sentAtMs = m_clock.monotonicMs();
    m_request =
        m_transport.send(m_endpoint.request("GET", path), [this](const WireReply &reply) { handleReply(reply); });
}

void FeedFollower::cancelFetch()
{
    if (m_fetch != Fetch::None)
        m_transport.cancel(m_request);
    m_fetch = Fetch::None;
}

void FeedFollower::handleReply(const WireReply &reply)
{
    const Fetch fetch = std::exchange(m_fetch, Fetch::None);
    if (!reply.arrived() || reply.status != 200)
        return handleFailedFetch(reply);
    const qint64 roundTripMs = std::max<qint64>(1, m_clock.monotonicMs() - m_sentAtMs);
    if (fetch == Fetch::Changes)
        handleChanges(reply.body, roundTripMs);
    else
        handleSnapshot(reply.body, roundTripMs);
}

void FeedFollower::handleChanges(const QByteArray &body, qint64 roundTripMs)
{
    const Result<Answer> answer = readAnswer(body);
    if (!answer || !answer->success)
        return lose(State::Alarm, QStringLiteral("200 without an answer of the hub"));
    qint64 hubTimeMs = 0;
    const Result<FeedPage> page = readChanges(answer->data, answer->meta, currency(), &hubTimeMs);
    if (!page) {
        qCWarning(lcFollower, "changes cannot be read, taking a snapshot: %ls", qUtf16Printable(page.error().message));
        return fetchSnapshot(Reason::Unreadable);
    }
    if (page->cursor.epoch != m_cache.cursor().epoch)
        return fetchSnapshot(Reason::ForeignEpoch);
    if (hubTimeMs != 0)
        m_hubClock.observe(hubTimeMs, roundTripMs);
    if (const Result<void> applied = m_cache.applyPage(*page); !applied)
        return lose(State::Alarm, applied.error().message);
    if ((page->more && !page->changes.empty()) || m_fetchAgain)
        return fetchChanges();
    upToDate(hubTimeMs);
}

void FeedFollower::handleSnapshot(const QByteArray &body, qint64 roundTripMs)
{
    const Result<Answer> answer = readAnswer(body);
    if (!answer || !answer->success)
        return lose(State::Alarm, QStringLiteral("200 without an answer of the hub"));
    qint64 hubTimeMs = 0;
    const Result<Snapshot> snapshot = readSnapshot(answer->data, &hubTimeMs);
    if (!snapshot)
        return lose(State::Alarm, QStringLiteral("the snapshot cannot be read: %1").arg(snapshot.error().message));
    if (!mayFollow(snapshot->cursor.epoch, snapshot->replica))
        return;
    if (hubTimeMs != 0)
        m_hubClock.observe(hubTimeMs, roundTripMs);
    const QString epochBefore = m_cache.cursor().epoch;
    if (const Result<void> applied = m_cache.applySnapshot(*snapshot); !applied)
        return lose(State::Alarm, applied.error().message);
    if (m_snapshotReason == Reason::CursorGone && epochBefore == snapshot->cursor.epoch) {
        // An older copy under the same epoch: the cache asks for the commands again only when the epoch differs.
        const qint64 sinceMs = m_hubClock.nowMs() - Outbox::confirmedRetentionMs;
        if (const Result<int> requeued = m_outbox.requeueConfirmedSince(sinceMs); !requeued)
            return lose(State::Alarm, requeued.error().message);
    }
    if (m_fetchAgain)
        return fetchChanges();
    upToDate(hubTimeMs);
}

void FeedFollower::handleFailedFetch(const WireReply &reply)
{
    // Before the state, which is what tells others.
    if (reply.arrived() || reply.failure == WireReply::Failure::Untrusted)
        m_foreign = !reply.arrived();
    if (!reply.arrived()) {
        dropChannel();
        lose(State::Offline, reply.failureText);
        Q_EMIT unanswered();
        return;
    }
    const qint64 askedMs = retryAfterMs(reply.header("retry-after"), m_hubClock.nowMs(), maxRetryAfterMs);
    const QString detail = QStringLiteral("the hub answered the feed with %1").arg(reply.status);
    switch (reply.status) {
    case 410:
        return fetchSnapshot(Reason::CursorGone);
    case 401:
    case 403:
        m_reconnectTimer.stop();
        dropChannel();
        setVerified(false);
        return setState(State::SignIn, detail); // only restart() helps
    case 426:
        if (fits(QString::fromLatin1(reply.header("oshaq-version")))) // it knows better than we do
            m_fit = Compatibility::ScreenTooOld;
        return waitForUpgrade();
    case 408:
    case 425:
    case 429:
        break;
    default:
        if (reply.status < 500)
            return lose(State::Alarm, detail);
    }
    // It lives, but not for us: keep the socket if there is one and ask again later.
    setVerified(false);
    setState(State::Offline, detail);
    scheduleReconnect(askedMs);
}

bool FeedFollower::fits(const QString &hubVersion)
{
    const auto hub = ProgramVersion::fromText(hubVersion);
    const auto own = ProgramVersion::fromText(QString::fromLatin1(m_endpoint.version()));
    m_hubVersion = hub ? hub->text() : QString();
    m_fit = hub && own ? compatibility(*hub, *own) : Compatibility::Fits;
    return m_fit == Compatibility::Fits;
}

void FeedFollower::waitForUpgrade()
{
    dropChannel();
    cancelFetch();
    setVerified(false);
    setState(State::Upgrade, QStringLiteral("the hub is of version %1, this program of %2")
                                 .arg(m_hubVersion, QString::fromLatin1(m_endpoint.version())));
    // Either may be another program in a minute.
    scheduleReconnect(alarmDelayMs);
}

void FeedFollower::upToDate(qint64 hubTimeMs)
{
    if (m_greeted)
        m_backoff.reset();
    const bool later = hubTimeMs > m_cache.knownAtMs();
    if (later)
        m_cache.setKnownAtMs(hubTimeMs);
    m_foreign = false;
    setState(State::Live, m_greeted ? QString() : m_detail);
    setVerified(true);
    if (later)
        Q_EMIT knownAtChanged();
    scheduleFlush();
    if (!m_channelOpen && !m_reconnectTimer.isActive())
        scheduleReconnect(0);
}

void FeedFollower::lose(State state, const QString &detail)
{
    setVerified(false);
    setState(state, detail);
    scheduleReconnect(state == State::Alarm ? alarmDelayMs : 0);
}

void FeedFollower::scheduleReconnect(qint64 atLeastMs)
{
    m_reconnectTimer.start(std::max(atLeastMs, m_backoff.next(m_random)), [this] {
        if (!m_channelOpen)
            connectLive();
        else
            fetchChanges();
    });
}

void FeedFollower::setState(State state, const QString &detail)
{
    if (m_state == state && m_detail == detail)
        return;
    if (m_state != state)
        qCInfo(lcFollower, "state %d -> %d: %ls", static_cast<int>(m_state), static_cast<int>(state),
               qUtf16Printable(detail));
    m_state = state;
    m_detail = detail;
    Q_EMIT stateChanged();
}

void FeedFollower::setVerified(bool verified)
{
    if (m_verified == verified)
        return;
    m_verified = verified;
    Q_EMIT verifiedChanged(verified);
}

Currency FeedFollower::currency() const
{
    const Result<Currency> known = Currency::fromCode(m_cache.business().currency);
    return known ? *known : Currency();
}

} // namespace oshaq
