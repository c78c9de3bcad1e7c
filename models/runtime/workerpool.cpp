// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runtime/workerpool.h"

#include "models/runtime/threadrank.h"

namespace oshaq {

class WorkerPool::Worker final : public QThread
{
public:
    Worker(WorkerPool &pool, int number)
        : m_pool(pool)
        , m_number(number)
    {}

protected:
    void run() override
    {
        setThreadRank(ThreadRank::Serving);
        m_pool.work(m_number);
        if (m_pool.m_atEnd)
            m_pool.m_atEnd(m_number);
    }

private:
    WorkerPool &m_pool;
    const int m_number;
};

WorkerPool::WorkerPool(int threads, Limits limits, Task atEnd)
    : m_limits(limits)
    , m_atEnd(std::move(atEnd))
{
    for (int i = 0; i < threads; ++i) {
        m_workers.push_back(std::make_unique<Worker>(*this, i));
        m_workers.back()->setObjectName(QStringLiteral("worker %1").arg(i + 1));
    }
    // Only when all stand in the list: threads() is read by tasks.
    for (const auto &worker : m_workers)
        worker->start();
}

WorkerPool::~WorkerPool()
{
    std::deque<Task> dropped; // destroyed outside of the lock
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        dropped.swap(m_tasks);
    }
    m_wake.notify_all();
    for (const auto &worker : m_workers)
        worker->wait();
}

bool WorkerPool::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || isFull())
            return false;
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
    return true;
}

bool WorkerPool::isFull() const
{
    const int queued = int(m_tasks.size());
    if (queued < m_limits.queued)
        return false;
    return queued >= m_limits.queuedIfQuick || m_usual * queued / threads() > m_limits.wait;
}

int WorkerPool::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_tasks.size());
}

void WorkerPool::work(int worker)
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_stopping || !m_tasks.empty(); });
        if (m_stopping)
            return;
        Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        const auto began = std::chrono::steady_clock::now();
        task(worker);
        task = nullptr; // what it holds goes outside of the lock
        const std::chrono::nanoseconds took = std::chrono::steady_clock::now() - began;
        lock.lock();
        m_usual += (took - m_usual) / 8;
    }
}

} // namespace oshaq
