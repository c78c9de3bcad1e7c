// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace oshaq {

/// A few threads for work that takes long: reports, pictures, password hashes. The queue is bounded: what does not fit
/// is refused at once, so that a flood of reports never becomes a flood of memory.
class WorkerPool
{
    Q_DISABLE_COPY_MOVE(WorkerPool)

public:
    /// Gets the number of the worker that runs it, from 0.
    using Task = std::function<void(int worker)>;

    /// `atEnd` is what each worker does last, on its own thread: it closes there what belongs to that thread.
    WorkerPool(int threads, int maxQueue, Task atEnd = {});
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

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    const int m_maxQueue;
    const Task m_atEnd;
    bool m_stopping = false;
    std::vector<std::unique_ptr<QThread>> m_workers;
};

} // namespace oshaq
