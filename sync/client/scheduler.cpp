// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/scheduler.h"

#include <QTimer>

#include <algorithm>
#include <limits>

namespace oshaq {

QtScheduler::QtScheduler(QObject *parent)
    : QObject(parent)
{}

QtScheduler::~QtScheduler() = default;

quint64 QtScheduler::after(qint64 ms, Task task)
{
    const quint64 id = m_nextId++;
    auto *timer = new QTimer(this);
    timer->setSingleShot(true);
    timer->setTimerType(Qt::PreciseTimer);
    m_timers.emplace(id, timer);
    connect(timer, &QTimer::timeout, this, [this, id, task = std::move(task)] {
        const Task keep = task; // the timer, and this lambda with it, goes before the task runs
        cancel(id);
        keep();
    });
    timer->start(static_cast<int>(std::clamp<qint64>(ms, 0, std::numeric_limits<int>::max())));
    return id;
}

void QtScheduler::cancel(quint64 id)
{
    const auto found = m_timers.find(id);
    if (found == m_timers.end())
        return;
    found->second->stop();
    found->second->deleteLater();
    m_timers.erase(found);
}

} // namespace oshaq
