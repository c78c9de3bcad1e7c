// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/clock.h"
#include "sync/client/scheduler.h"

#include <atomic>
#include <map>

namespace oshaq::testing {

/// Both clocks, moved by the test.
class ManualClock final : public Clock
{
public:
    qint64 nowMs() const override { return m_startMs + m_elapsedMs; }
    qint64 monotonicMs() const override { return 1'000 + m_elapsedMs; }
    void advance(qint64 ms) { m_elapsedMs += ms; }

private:
    qint64 m_startMs = 1'768'473'000'000; // 2026-01-15T10:30:00.000Z
    std::atomic<qint64> m_elapsedMs = 0; // a hub's writer reads it too
};

/// Timers that run when the test lets time pass.
class ManualScheduler final : public Scheduler
{
public:
    explicit ManualScheduler(ManualClock &clock)
        : m_clock(clock)
    {}

    quint64 after(qint64 ms, Task task) override
    {
        const quint64 id = m_nextId++;
        m_tasks.emplace(std::pair(m_clock.monotonicMs() + ms, id), std::move(task));
        return id;
    }

    void cancel(quint64 id) override
    {
        std::erase_if(m_tasks, [id](const auto &entry) { return entry.first.second == id; });
    }

    /// Runs what is due now; true when something was.
    bool runDue()
    {
        bool any = false;
        while (!m_tasks.empty() && m_tasks.begin()->first.first <= m_clock.monotonicMs()) {
            const Task task = std::move(m_tasks.begin()->second);
            m_tasks.erase(m_tasks.begin());
            task();
            any = true;
        }
        return any;
    }

    /// Time until the next one; -1: there is none.
    qint64 nextIn() const { return m_tasks.empty() ? -1 : m_tasks.begin()->first.first - m_clock.monotonicMs(); }

private:
    ManualClock &m_clock;
    std::map<std::pair<qint64, quint64>, Task> m_tasks; // by time, then age
    quint64 m_nextId = 1;
};

} // namespace oshaq::testing
