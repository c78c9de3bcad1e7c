// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/replica.h"

#include <algorithm>
#include <chrono>

namespace oshaq {

namespace {

Error unreachable()
{
    return Error{ErrorCode::ReplicaUnreachable,
                 QStringLiteral("The standby does not answer, so nothing is written. A manager can let this hub go on "
                                "alone."),
                 {}};
}

Error fenced()
{
    return Error{ErrorCode::HubFenced,
                 QStringLiteral("Another computer became the hub of this site. This one takes no writes any more."),
                 {}};
}

Error standby()
{
    return Error{ErrorCode::HubStandby, QStringLiteral("This is the standby. It takes no writes."), {}};
}

/// So many group commits a standby makes up for while one write waits.
constexpr qint64 closeCommits = 256;

/// What a change costs in memory beside its bytes.
constexpr qint64 changeOverhead = 256;

qint64 sizeOf(const ReplicaChange &change)
{
    return change.bytes.size() + changeOverhead;
}

} // namespace

Replica::Replica(const Clock &clock, ReplicaOptions options)
    : m_clock(clock)
    , m_options(options)
{}

void Replica::restore(ReplicaRole role, const ReplicaState &state, const QString &epoch, qint64 position, int schema)
{
    become(role, state, epoch, position);
    const std::lock_guard lock(m_mutex);
    m_schema = schema;
}

QString Replica::epoch() const
{
    const std::lock_guard lock(m_mutex);
    return m_epoch;
}

ReplicaState Replica::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

ReplicaRole Replica::role() const
{
    const std::lock_guard lock(m_mutex);
    return m_role;
}

int Replica::schema() const
{
    const std::lock_guard lock(m_mutex);
    return m_schema;
}

bool Replica::isStandbyToken(const QByteArray &hash) const
{
    const std::lock_guard lock(m_mutex);
    return !hash.isEmpty() && m_state.tokenHash == hash;
}

ReplicaNote Replica::note() const
{
    const std::lock_guard lock(m_mutex);
    return makeNote();
}

ReplicaStatus Replica::status() const
{
    const std::lock_guard lock(m_mutex);
    ReplicaStatus status;
    status.note = makeNote();
    status.epoch = m_epoch;
    status.fencedBy = m_state.fencedBy;
    status.rival = m_rival;
    status.position = m_position;
    status.ringBytes = m_ringBytes;
    status.missedAcks = m_missedAcks;
    if (m_role == ReplicaRole::Standby) {
        status.peer = m_peer;
        status.inStep = m_peer.connected && m_peer.lagSeq == 0;
    } else if (m_state.mode != ReplicaMode::Off) {
        ReplicaPeer peer = m_peer;
        peer.name = m_state.standbyName;
        peer.connected = isFresh();
        peer.lagSeq = m_ackedUpTo < 0 ? m_position : std::max<qint64>(m_position - m_ackedUpTo, 0);
        peer.lagMs = lagMs();
        status.peer = peer;
        status.inStep = isInStep() || (waits() && isFresh() && m_ackedUpTo == m_position - 1);
    }
    return status;
}

void Replica::become(ReplicaRole role, const ReplicaState &state, const QString &epoch, qint64 position)
{
    bool isNews = false;
    {
        const std::lock_guard lock(m_mutex);
        isNews = role != m_role || epoch != m_epoch;
        const bool isAnotherStream = epoch != m_epoch || position != m_position;
        m_role = role;
        m_state = state;
        m_position = position;
        if (epoch != m_epoch)
            m_rival.clear();
        m_epoch = epoch;
        if (isAnotherStream) {
            m_ring.clear();
            m_ringBytes = 0;
            m_ackedUpTo = -1;
        }
        m_acked.notify_all();
    }
    if (isNews)
        tellListeners();
}

void Replica::fence(const QString &byEpoch)
{
    {
        const std::lock_guard lock(m_mutex);
        m_role = ReplicaRole::Fenced;
        m_state.fencedBy = byEpoch;
        m_acked.notify_all();
    }
    tellListeners();
}

void Replica::setRival(const QString &epoch)
{
    const std::lock_guard lock(m_mutex);
    if (m_role == ReplicaRole::Hub)
        m_rival = epoch;
}

bool Replica::canJoin() const
{
    const std::lock_guard lock(m_mutex);
    return m_role == ReplicaRole::Hub && m_state.solo && m_state.joining && isNearlyInStep();
}

std::optional<Error> Replica::refusal() const
{
    const std::lock_guard lock(m_mutex);
    if (!m_damage.isEmpty())
        return Error{ErrorCode::StorageUnavailable, m_damage, {}};
    if (m_role == ReplicaRole::Fenced)
        return fenced();
    if (m_role == ReplicaRole::Standby)
        return standby();
    if (waits() && !isInStep())
        return unreachable();
    return std::nullopt;
}

void Replica::stopWrites(const QString &why)
{
    {
        const std::lock_guard lock(m_mutex);
        m_damage = why;
    }
    tellListeners();
}

bool Replica::captures() const
{
    const std::lock_guard lock(m_mutex);
    return m_role == ReplicaRole::Hub && (m_state.mode != ReplicaMode::Off || m_archived);
}

void Replica::setArchived(bool archived)
{
    const std::lock_guard lock(m_mutex);
    m_archived = archived;
}

bool Replica::isArchived() const
{
    const std::lock_guard lock(m_mutex);
    return m_archived;
}

void Replica::setArchive(Archive archive)
{
    const std::lock_guard lock(m_archiveMutex);
    m_archive = std::move(archive);
}

void Replica::publish(ReplicaChangePtr change)
{
    std::vector<std::function<void()>> calls;
    {
        const std::lock_guard lock(m_archiveMutex);
        if (m_archive)
            m_archive(change);
    }
    {
        const std::lock_guard lock(m_mutex);
        m_position = change->n;
        // Where nobody follows nothing is kept: whoever begins to, begins behind a gap (replicaacts::configure).
        if (m_state.mode != ReplicaMode::Off) {
            m_ringBytes += sizeOf(*change);
            m_ring.push_back(std::move(change));
        }
        while (m_ring.size() > 1 && m_ringBytes > m_options.ringBytes) {
            m_ringBytes -= sizeOf(*m_ring.front());
            m_ring.pop_front();
        }
        for (auto &[n, call] : m_waiting) {
            if (n < m_position)
                calls.push_back(std::move(call));
        }
        std::erase_if(m_waiting, [this](const auto &waiting) { return waiting.first < m_position; });
    }
    for (const auto &call : calls)
        call();
}

bool Replica::waitsForAck() const
{
    const std::lock_guard lock(m_mutex);
    return waits();
}

bool Replica::isClose() const
{
    const std::lock_guard lock(m_mutex);
    return isNearlyInStep();
}

bool Replica::awaitAck(qint64 n)
{
    std::unique_lock lock(m_mutex);
    m_acked.wait_for(lock, std::chrono::milliseconds(m_options.ackLimitMs),
                     [this, n] { return m_ackedUpTo >= n || m_stopping || m_role != ReplicaRole::Hub; });
    if (m_ackedUpTo >= n && m_role == ReplicaRole::Hub)
        return true;
    // Whoever is silent now is not waited for again until it is heard of.
    m_isHeard = false;
    ++m_missedAcks;
    return false;
}

void Replica::setStorage(StorageTrouble trouble)
{
    const std::lock_guard lock(m_mutex);
    m_storage = trouble;
}

void Replica::reopened(qint64 position)
{
    const std::lock_guard lock(m_mutex);
    if (position == m_position)
        return;
    // A commit of unknown outcome is there after all and nobody captured it: the next change does not fit behind the
    // last one that is kept, and the standby takes a new base.
    m_position = position;
    m_ring.clear();
    m_ringBytes = 0;
}

void Replica::stop()
{
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
    m_waiting.clear();
    m_acked.notify_all();
}

Result<std::vector<ReplicaChangePtr>> Replica::changesAfter(const Cursor &since, qint64 maxBytes) const
{
    const std::lock_guard lock(m_mutex);
    if (m_role == ReplicaRole::Fenced)
        return fenced();
    if (m_role == ReplicaRole::Standby)
        return standby();
    if (m_state.mode == ReplicaMode::Off)
        return Error{ErrorCode::NotConfigured, QStringLiteral("This hub has no standby."), {}};
    const Error gone{ErrorCode::CursorGone, QStringLiteral("Nobody can go on from there; take a new base."), {}};
    if (since.epoch != m_epoch || since.seq > m_position)
        return gone;
    std::vector<ReplicaChangePtr> changes;
    if (since.seq == m_position)
        return changes;
    if (m_ring.empty() || m_ring.front()->n > since.seq + 1)
        return gone;
    qint64 bytes = 0;
    for (const ReplicaChangePtr &change : m_ring) {
        if (change->n <= since.seq)
            continue;
        bytes += sizeOf(*change);
        if (!changes.empty() && bytes > maxBytes)
            break;
        changes.push_back(change);
    }
    return changes;
}

bool Replica::heardOf(const QByteArray &follower, const std::optional<Cursor> &since, const QString &url)
{
    const std::lock_guard lock(m_mutex);
    if (follower != m_follower && isFresh())
        return false;
    const bool isNew = follower != m_follower;
    m_follower = follower;
    m_isHeard = true;
    m_heardAtMs = m_clock.monotonicMs();
    m_peer.lastContactMs = m_clock.nowMs();
    if (!url.isEmpty())
        m_peer.url = url;
    // Of one follower an older request may arrive behind a newer one.
    if (since && since->epoch == m_epoch && since->seq <= m_position)
        m_ackedUpTo = isNew ? since->seq : std::max(m_ackedUpTo, since->seq);
    else if (since || isNew)
        m_ackedUpTo = -1;
    m_acked.notify_all();
    return true;
}

void Replica::whenBeyond(qint64 n, std::function<void()> call)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping)
            return;
        if (m_position <= n) {
            m_waiting.emplace_back(n, std::move(call));
            // Whoever gave up waiting leaves its call behind; a silent hub must not gather them.
            if (m_waiting.size() > 64)
                m_waiting.erase(m_waiting.begin());
            return;
        }
    }
    call();
}

void Replica::setPeer(const ReplicaPeer &peer)
{
    const std::lock_guard lock(m_mutex);
    m_peer = peer;
}

void Replica::applied(qint64 position)
{
    const std::lock_guard lock(m_mutex);
    m_position = position;
}

void Replica::addListener(std::function<void()> listener)
{
    const std::lock_guard lock(m_mutex);
    m_listeners.push_back(std::move(listener));
}

void Replica::tellListeners()
{
    std::vector<std::function<void()>> listeners;
    {
        const std::lock_guard lock(m_mutex);
        listeners = m_listeners;
    }
    for (const auto &listener : listeners)
        listener();
}

bool Replica::waits() const
{
    return m_state.mode == ReplicaMode::Sync && !m_state.solo && m_options.reachable;
}

bool Replica::isFresh() const
{
    return m_isHeard && m_clock.monotonicMs() - m_heardAtMs <= m_options.reachableMs;
}

bool Replica::isInStep() const
{
    return isFresh() && m_ackedUpTo == m_position;
}

bool Replica::isNearlyInStep() const
{
    return isFresh() && m_ackedUpTo >= 0 && m_position - m_ackedUpTo <= closeCommits;
}

qint64 Replica::lagMs() const
{
    if (m_ackedUpTo >= m_position)
        return 0;
    const auto first = std::find_if(m_ring.begin(), m_ring.end(),
                                    [this](const ReplicaChangePtr &change) { return change->n > m_ackedUpTo; });
    return first == m_ring.end() ? 0 : std::max<qint64>(m_clock.monotonicMs() - (*first)->committedAtMs, 0);
}

ReplicaNote Replica::makeNote() const
{
    ReplicaNote note;
    note.role = m_role;
    note.mode = m_state.mode;
    note.solo = m_state.solo;
    note.refusing = m_role != ReplicaRole::Hub;
    note.otherUrl = m_peer.url;
    note.storage = storageTroubleText(m_storage);
    if (m_role == ReplicaRole::Fenced)
        note.reason = QStringLiteral("fenced");
    if (m_role == ReplicaRole::Standby) {
        note.lagMs = m_peer.lagMs;
        return note;
    }
    if (!m_rival.isEmpty() && m_role == ReplicaRole::Hub)
        note.reason = QStringLiteral("two_hubs");
    if (m_role == ReplicaRole::Hub && waits() && !isInStep()) {
        // What is on its way to it is how it works, not a refusal.
        note.refusing = !isNearlyInStep();
        if (note.refusing)
            note.reason = QStringLiteral("standby_unreachable");
    }
    if (!m_damage.isEmpty()) {
        note.refusing = true;
        note.reason = QStringLiteral("record_damaged");
    }
    if (m_state.mode != ReplicaMode::Off)
        note.lagMs = lagMs();
    return note;
}

} // namespace oshaq
