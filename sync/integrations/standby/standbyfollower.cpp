// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/standby/standbyfollower.h"

#include "models/domain/epoch.h"
#include "models/hub/replicaacts.h"
#include "models/hub/standbyfile.h"
#include "models/hub/standbykeys.h"
#include "sync/protocol/errorjson.h"

#include <QDir>
#include <QLoggingCategory>
#include <QRandomGenerator>

#include <algorithm>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcFollower, "oshaq.standby")

/// A group commit may hold the pictures of a whole menu.
constexpr qint64 maxRecordBytes = 512 * 1024 * 1024;
/// The hub answers after ReplicaOptions::pollMs at the latest; whoever is silent for longer is not there.
constexpr int answerLimitMs = 10'000;
constexpr int connectLimitMs = 2'000;
/// So long after its last answer a hub counts as there.
constexpr qint64 silenceMs = 4'000;

QByteArray nameOfThisRun()
{
    return QByteArray::number(QRandomGenerator::system()->generate64(), 36);
}

} // namespace

void StandbyFollower::Door::post(std::function<void()> task)
{
    const std::lock_guard lock(mutex);
    if (mailbox)
        mailbox->post(std::move(task));
}

StandbyFollower::StandbyFollower(Hub &hub, HttpTransport &transport, Scheduler &scheduler, StandbyOptions options,
                                 RandomFraction random)
    : m_hub(hub)
    , m_transport(transport)
    , m_options(std::move(options))
    , m_random(std::move(random))
    , m_name(nameOfThisRun())
    , m_door(std::make_shared<Door>())
    , m_backoff(100, m_options.longestPauseMs)
    , m_pause(scheduler)
    , m_beat(scheduler)
    , m_baseFile(QDir(hub.directory()).filePath(QStringLiteral("hub.base")))
{
    m_door->mailbox = &m_mailbox;
}

StandbyFollower::~StandbyFollower()
{
    stop();
    const std::lock_guard lock(m_door->mutex);
    m_door->mailbox = nullptr;
}

void StandbyFollower::start()
{
    m_hub.replica().addListener([this, door = m_door] { door->post([this] { look(); }); });
    look();
}

void StandbyFollower::stop()
{
    m_pause.stop();
    m_beat.stop();
    for (quint64 *request : {&m_request, &m_beatRequest}) {
        if (*request != 0)
            m_transport.cancel(*request);
        *request = 0;
    }
}

void StandbyFollower::look()
{
    // What the writer has of ours says itself what it made of this copy.
    if (m_isWriting)
        return;
    stop();
    m_changes.clear();
    m_backoff.reset();
    const auto peer = peerfile::read(m_hub.directory());
    if (!peer) {
        qCCritical(lcFollower).noquote() << peer.error().message;
        return report(peer.error().message);
    }
    m_peer = *peer;
    if (!m_peer)
        return;
    const auto endpoint =
        HubEndpoint::make(m_peer->url, m_peer->token, m_peer->caFile.isEmpty() ? m_options.caFile : m_peer->caFile);
    if (!endpoint) {
        qCCritical(lcFollower).noquote() << endpoint.error().message;
        return report(endpoint.error().message);
    }
    m_endpoint = *endpoint;
    if (isStandby()) {
        const auto file = standbyfile::read(m_hub.directory());
        m_hasBase = file && *file && !(*file)->epoch.isEmpty() && (*file)->epoch == m_hub.epoch();
        report({});
        beat();
        return follow();
    }
    if (m_hub.replica().role() == ReplicaRole::Hub && m_toldEpoch != m_hub.epoch())
        tell();
}

Cursor StandbyFollower::position() const
{
    return m_hasBase ? Cursor{m_hub.epoch(), m_hub.replica().status().position} : Cursor{};
}

void StandbyFollower::heard()
{
    m_lastContactMs = m_hub.clock().nowMs();
    m_heardAtMs = m_hub.clock().monotonicMs();
}

void StandbyFollower::report(const QString &problem)
{
    if (problem != m_problem && !problem.isEmpty())
        qCWarning(lcFollower).noquote() << "does not follow:" << problem;
    else if (problem != m_problem)
        qCInfo(lcFollower).noquote() << "follows" << (m_peer ? m_peer->url : QString());
    m_problem = problem;
    if (!isStandby())
        return;
    const qint64 now = m_hub.clock().monotonicMs();
    const qint64 lag = m_hasBase ? std::max<qint64>(m_headN - m_hub.replica().status().position, 0) : 0;
    if (lag == 0)
        m_behindSinceMs = 0;
    else if (m_behindSinceMs == 0)
        m_behindSinceMs = now;
    ReplicaPeer peer;
    peer.url = m_peer ? m_peer->url : QString();
    peer.connected = problem.isEmpty() && m_lastContactMs > 0 && now - m_heardAtMs <= silenceMs;
    peer.lastContactMs = m_lastContactMs;
    peer.lagSeq = lag;
    peer.lagMs = m_behindSinceMs == 0 ? 0 : now - m_behindSinceMs;
    peer.problem = problem;
    m_hub.replica().setPeer(peer);
}

quint64 StandbyFollower::send(const QByteArray &method, const QByteArray &path, const QByteArray &body, Handle handle)
{
    WireRequest request = m_endpoint.request(method, "/api/v1/replica/" + path, body);
    request.connectTimeoutMs = connectLimitMs;
    request.totalTimeoutMs = answerLimitMs;
    request.maxResponseBytes = maxRecordBytes;
    return m_transport.send(std::move(request), [this, handle](const WireReply &reply) { (this->*handle)(reply); });
}

void StandbyFollower::submit(Act act, void (StandbyFollower::*handle)(const Result<WriteOutcome> &))
{
    m_isWriting = true;
    WriteCommand command;
    command.requestId = QStringLiteral("standby");
    command.principal.kind = Principal::Kind::System;
    command.alone = std::move(act);
    command.done = [this, door = m_door, handle](const Result<WriteOutcome> &outcome) {
        door->post([this, handle, outcome] {
            m_isWriting = false;
            (this->*handle)(outcome);
        });
    };
    m_hub.writer().submit(std::move(command));
}

void StandbyFollower::pause(const QString &problem, void (StandbyFollower::*next)())
{
    report(problem);
    m_pause.start(m_backoff.next(m_random), [this, next] { (this->*next)(); });
}

QString StandbyFollower::problemOf(const WireReply &reply) const
{
    if (!reply.arrived())
        return reply.failureText;
    const auto answer = readAnswer(reply.body);
    return answer && !answer->success ? answer->message : QStringLiteral("The hub answered with %1.").arg(reply.status);
}

void StandbyFollower::follow()
{
    // First of all: from the first answer on the hub may count on this one, and whoever is promoted without the keys
    // charges no card, calls no guest and signs no webhook.
    if (!m_knowsKeys) {
        m_request = send("GET", "keys", {}, &StandbyFollower::handleFirstKeys);
        return;
    }
    const Cursor since = position();
    QByteArray path = "changes?follower=" + m_name;
    if (since.isValid())
        path += "&since=" + since.text().toLatin1().toPercentEncoding();
    m_request = send("GET", path, {}, &StandbyFollower::handleChanges);
}

void StandbyFollower::handleChanges(const WireReply &reply)
{
    m_request = 0;
    if (!reply.arrived() || (reply.status != 200 && reply.status != 410))
        return pause(problemOf(reply), &StandbyFollower::follow);
    heard();
    if (reply.status == 410)
        return takeBase();
    const int schema = reply.header("oshaq-replica-schema").toInt();
    const Cursor head = Cursor::fromText(QString::fromLatin1(reply.header("oshaq-replica-head")));
    auto frames = readFrames(reply.body);
    if (!frames || !head.isValid())
        return pause(QStringLiteral("The hub answers with changes that cannot be read."), &StandbyFollower::follow);
    if (schema != m_hub.replica().schema()) {
        return pause(QStringLiteral("The hub runs another version of the program: both need the same one."),
                     &StandbyFollower::follow);
    }
    m_headN = head.seq;
    for (ReplicaFrame &frame : *frames) {
        auto change = std::make_shared<ReplicaChange>();
        change->n = frame.n;
        change->epoch = head.epoch;
        change->seqs = std::move(frame.seqs);
        change->bytes = std::move(frame.bytes);
        m_changes.push_back(std::move(change));
    }
    m_backoff.reset();
    const QByteArray keys = reply.header("oshaq-replica-key");
    if (!keys.isEmpty() && keys != m_keysAsked && keys != standbykeys::ids(m_hub)) {
        m_keysAsked = keys;
        m_request = send("GET", "keys", {}, &StandbyFollower::handleKeys);
        return;
    }
    applyNext();
}

/// False: it was not told them. Orders go on all the same; only what is sealed stays shut, and says so where it is
/// needed.
bool StandbyFollower::takeKeys(const WireReply &reply)
{
    if (!reply.arrived() || reply.status != 200) {
        qCWarning(lcFollower).noquote() << "does not get the hub's keys:" << problemOf(reply);
        return false;
    }
    if (const auto taken = standbykeys::adopt(m_hub, reply.body); !taken)
        qCWarning(lcFollower).noquote() << "cannot take the hub's keys:" << taken.error().message;
    return true;
}

void StandbyFollower::handleFirstKeys(const WireReply &reply)
{
    m_request = 0;
    if (!reply.arrived())
        return pause(problemOf(reply), &StandbyFollower::follow);
    takeKeys(reply);
    m_knowsKeys = true;
    follow();
}

void StandbyFollower::handleKeys(const WireReply &reply)
{
    m_request = 0;
    if (!takeKeys(reply))
        m_keysAsked.clear();
    applyNext();
}

void StandbyFollower::applyNext()
{
    report({});
    if (m_changes.empty())
        return follow();
    submit([&replica = m_hub.replica(), change = m_changes.front()](
               AloneContext &context) { return replicaacts::apply(context, replica, *change); },
           &StandbyFollower::handleApplied);
}

void StandbyFollower::handleApplied(const Result<WriteOutcome> &outcome)
{
    if (!isStandby())
        return look();
    if (outcome) {
        if (!m_changes.empty())
            m_changes.pop_front();
        return applyNext();
    }
    if (outcome.error().code == ErrorCode::CursorGone) {
        qCWarning(lcFollower).noquote() << "a new base is taken:" << outcome.error().message;
        m_changes.clear();
        return takeBase();
    }
    pause(outcome.error().message, &StandbyFollower::applyNext);
}

void StandbyFollower::takeBase()
{
    m_knowsKeys = false; // it may be another hub
    m_changes.clear();
    m_copy.clear();
    m_baseFile.close();
    QFile::remove(m_baseFile.fileName());
    if (!m_baseFile.open(QIODevice::WriteOnly | QIODevice::Truncate, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return pause(m_baseFile.errorString(), &StandbyFollower::follow);
    askBasePart();
}

void StandbyFollower::askBasePart()
{
    QByteArray path = "base";
    if (!m_copy.isEmpty())
        path += "?copy=" + m_copy.toPercentEncoding() + "&offset=" + QByteArray::number(m_baseFile.pos());
    m_request = send("GET", path, {}, &StandbyFollower::handleBasePart);
}

void StandbyFollower::handleBasePart(const WireReply &reply)
{
    m_request = 0;
    if (!reply.arrived() || reply.status != 200)
        return pause(problemOf(reply), &StandbyFollower::follow);
    heard();
    const QByteArray copy = reply.header("oshaq-copy");
    const qint64 size = reply.header("oshaq-copy-size").toLongLong();
    const bool isOurs = !copy.isEmpty() && (m_copy.isEmpty() || m_copy == copy);
    if (!isOurs || reply.body.isEmpty() || m_baseFile.write(reply.body) != reply.body.size() || m_baseFile.pos() > size)
        return pause(QStringLiteral("The hub's copy of its record did not come whole."), &StandbyFollower::follow);
    m_copy = copy;
    if (m_baseFile.pos() < size)
        return askBasePart();
    const bool written = m_baseFile.flush();
    m_baseFile.close();
    if (!written)
        return pause(m_baseFile.errorString(), &StandbyFollower::follow);
    loadBase();
}

void StandbyFollower::loadBase()
{
    submit([&replica = m_hub.replica(), directory = m_hub.directory(), url = m_peer->url, file = m_baseFile.fileName()](
               AloneContext &context) { return replicaacts::takeBase(context, replica, directory, url, file); },
           &StandbyFollower::handleLoaded);
}

void StandbyFollower::handleLoaded(const Result<WriteOutcome> &outcome)
{
    for (const char *ending : {"", "-wal", "-shm", "-journal"})
        QFile::remove(m_baseFile.fileName() + QLatin1String(ending));
    if (!isStandby())
        return look();
    if (!outcome)
        return pause(outcome.error().message, &StandbyFollower::follow);
    m_hasBase = true;
    m_headN = m_hub.replica().status().position;
    m_backoff.reset();
    qCInfo(lcFollower).noquote() << "has the hub's record as of" << position().text();
    report({});
    follow();
}

void StandbyFollower::beat()
{
    m_beat.start(m_options.beatMs, [this] { beat(); });
    report(m_problem); // also of a hub that has fallen silent
    // One that is on its way says the same.
    if (m_beatRequest != 0)
        return;
    const Cursor at = position();
    m_beatRequest =
        send("POST", "ack", ackBody({m_name, at.isValid() ? at.text() : QString(), m_options.ownUrl, QString()}),
             &StandbyFollower::handleBeat);
}

void StandbyFollower::handleBeat(const WireReply &reply)
{
    // Only that it is there counts; what else may be wrong the changes tell.
    m_beatRequest = 0;
    if (reply.arrived() && reply.status == 200)
        heard();
}

void StandbyFollower::tell()
{
    const QString epoch = m_hub.epoch();
    m_request =
        send("POST", "ack", ackBody({m_name, QString(), m_options.ownUrl, epoch}), &StandbyFollower::handleTold);
}

void StandbyFollower::handleTold(const WireReply &reply)
{
    m_request = 0;
    const auto answer = reply.arrived() && reply.status == 200 ? readAnswer(reply.body) : Result<Answer>(Error{});
    const auto told = answer && answer->success ? readAckAnswer(answer->data) : Result<ReplicaAnswer>(Error{});
    if (!told)
        return pause(problemOf(reply), &StandbyFollower::tell);
    m_problem.clear();
    if (told->role == replicaRoleText(ReplicaRole::Standby)) {
        // Now it is the one that asks.
        m_toldEpoch = m_hub.epoch();
        return;
    }
    if (told->role == replicaRoleText(ReplicaRole::Fenced))
        return m_pause.start(m_backoff.next(m_random), [this] { tell(); });
    const Epoch own = Epoch::fromText(m_hub.epoch());
    const Epoch other = Epoch::fromText(told->epoch);
    if (other.isHigherThan(own))
        return giveWay(told->epoch);
    if (other.term == own.term && told->epoch != m_hub.epoch())
        m_hub.replica().setRival(told->epoch);
    pause(QStringLiteral("The other computer is a hub too, of the epoch %1.").arg(told->epoch), &StandbyFollower::tell);
}

void StandbyFollower::giveWay(const QString &epoch)
{
    m_hub.replica().fence(epoch);
    submit(
        [&replica = m_hub.replica(), directory = m_hub.directory(), epoch, peer = *m_peer](AloneContext &context) {
            auto fenced = replicaacts::fence(context, replica, epoch);
            return fenced ? replicaacts::becomeStandby(context, replica, directory, peer) : fenced;
        },
        &StandbyFollower::handleGaveWay);
}

void StandbyFollower::handleGaveWay(const Result<WriteOutcome> &outcome)
{
    if (!outcome)
        qCCritical(lcFollower).noquote() << outcome.error().message;
    look();
}

} // namespace oshaq
