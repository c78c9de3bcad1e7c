// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <unordered_map>

class QTimer;

namespace oshaq {

/// "Later", injected, so that tests own time. One thread, the caller's.
class Scheduler
{
public:
    using Task = std::function<void()>;

    virtual ~Scheduler() = default;

    /// Runs the task once after that time, from the event loop. The number is never 0.
    virtual quint64 after(qint64 ms, Task task) = 0;
    virtual void cancel(quint64 id) = 0;
};

/// Scheduler on Qt's timers.
class QtScheduler final : public QObject, public Scheduler
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QtScheduler)

public:
    explicit QtScheduler(QObject *parent = nullptr);
    ~QtScheduler() override;

    quint64 after(qint64 ms, Task task) override;
    void cancel(quint64 id) override;

private:
    std::unordered_map<quint64, QTimer *> m_timers; // children of this
    quint64 m_nextId = 1;
};

/// One pending task that dies with its owner.
class OneShot
{
    Q_DISABLE_COPY_MOVE(OneShot)

public:
    explicit OneShot(Scheduler &scheduler)
        : m_scheduler(scheduler)
    {}
    ~OneShot() { stop(); }

    bool isActive() const { return m_id != 0; }

    /// Replaces what was pending.
    void start(qint64 ms, Scheduler::Task task)
    {
        stop();
        m_id = m_scheduler.after(ms, [this, task = std::move(task)] {
            m_id = 0;
            const Scheduler::Task keep = task; // it may start this one again
            keep();
        });
    }

    void stop()
    {
        if (m_id != 0)
            m_scheduler.cancel(m_id);
        m_id = 0;
    }

private:
    Scheduler &m_scheduler;
    quint64 m_id = 0;
};

} // namespace oshaq
