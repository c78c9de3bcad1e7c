// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/changequeue.h"

#include <algorithm>
#include <utility>

namespace oshaq {

void ChangeQueue::add(const ReplicaChangePtr &change)
{
    const std::lock_guard lock(m_mutex);
    ReplicaChangePtr kept = change;
    if (change->atMs < m_lastMs) {
        auto later = std::make_shared<ReplicaChange>(*change);
        later->atMs = m_lastMs;
        kept = std::move(later);
    }
    m_lastMs = kept->atMs;
    m_bytes += kept->bytes.size();
    // What is lost is lost: a new full copy comes, and the newest are those that may follow it.
    if (m_bytes > m_maxBytes) {
        m_changes.clear();
        m_bytes = kept->bytes.size();
    }
    m_changes.push_back(std::move(kept));
}

std::vector<ReplicaChangePtr> ChangeQueue::take()
{
    const std::lock_guard lock(m_mutex);
    m_bytes = 0;
    return std::exchange(m_changes, {});
}

void ChangeQueue::giveBack(std::vector<ReplicaChangePtr> changes)
{
    const std::lock_guard lock(m_mutex);
    for (const ReplicaChangePtr &change : changes)
        m_bytes += change->bytes.size();
    changes.insert(changes.end(), m_changes.begin(), m_changes.end());
    m_changes = std::move(changes);
}

qint64 ChangeQueue::oldestMs() const
{
    const std::lock_guard lock(m_mutex);
    return m_changes.empty() ? 0 : m_changes.front()->atMs;
}

qint64 ChangeQueue::lastMs() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastMs;
}

void ChangeQueue::startAt(qint64 lastMs)
{
    const std::lock_guard lock(m_mutex);
    m_lastMs = std::max(m_lastMs, lastMs);
}

bool ChangeQueue::isEmpty() const
{
    const std::lock_guard lock(m_mutex);
    return m_changes.empty();
}

} // namespace oshaq
