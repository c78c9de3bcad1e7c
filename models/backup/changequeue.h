// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/replica.h"

#include <mutex>
#include <vector>

namespace oshaq {

/// Changes between the writer and whoever puts them into files. It never waits: what does not fit is dropped, and the
/// gap is seen by the numbers. Thread-safe.
class ChangeQueue
{
    Q_DISABLE_COPY_MOVE(ChangeQueue)

public:
    explicit ChangeQueue(qint64 maxBytes)
        : m_maxBytes(maxBytes)
    {}

    /// Times never go back in what comes out, whatever somebody does to the clock.
    void add(const ReplicaChangePtr &change);
    std::vector<ReplicaChangePtr> take();
    /// Back to the front: they could not be put into a file.
    void giveBack(std::vector<ReplicaChangePtr> changes);

    /// UTC of the oldest that waits; 0: none does.
    qint64 oldestMs() const;
    qint64 lastMs() const;
    void startAt(qint64 lastMs);
    bool isEmpty() const;

private:
    const qint64 m_maxBytes;
    mutable std::mutex m_mutex;
    std::vector<ReplicaChangePtr> m_changes;
    qint64 m_bytes = 0;
    qint64 m_lastMs = 0;
};

} // namespace oshaq
