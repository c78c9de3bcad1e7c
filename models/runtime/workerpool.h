// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace oshaq {

/// A few threads for work that takes long: reports, pictures, password hashes. The queue is bounded: what does not fit
/// is refused at once, so that a flood of reports never becomes a flood of memory, and nobody waits for an answer that
/// comes too late.
class WorkerPool
{
    Q_DISABLE_COPY_MOVE(WorkerPool)

public:
    /// Gets the number of the worker that runs it, from 0.
    using Task = std::function<void(int worker)>;

    struct Limits
    {
        int queued = 1; ///< so many may wait, whatever they are
        /// So many may wait while tasks take so little that the last of them would wait no longer than `wait`: a
        /// hundred searches are done in the time of one report. Not more than `queued`: never.
        int queuedIfQuick = 0;
        std::chrono::milliseconds wait{0};
    };

    /// `atEnd` is what each worker does last, on its own thread: it closes there what belongs to that thread.
    WorkerPool(int threads, Limits limits, Task atEnd = {});
    /// Finishes what runs, drops what waits, joins.
    ~WorkerPool();

    /// Thread-safe. False: too many wait already, or the pool is going.
    bool post(Task task);
    int threads() const { return int(m_workers.size()); }
    /// Tasks that no worker has begun yet.
    int waiting() const;

private:
    class Worker;
    void work(int worker);
    bool isFull() const;

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    const Limits m_limits;
    std::chrono::nanoseconds m_usual{0}; ///< what a task takes: of the last ones more than of those long ago
    const Task m_atEnd;
    bool m_stopping = false;
    std::vector<std::unique_ptr<QThread>> m_workers;
};

} // namespace oshaq
