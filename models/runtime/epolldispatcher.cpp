// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runtime/epolldispatcher.h"

#include <QCoreApplication>
#include <QEvent>
#include <QSocketNotifier>
#include <QTimerEvent>

#include <algorithm>
#include <cerrno>
#include <limits>

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace oshaq {

namespace {

/// So many descriptors are told of in one turn; the rest comes with the next one.
constexpr int maxEvents = 512;
constexpr quint64 wakeKey = std::numeric_limits<quint64>::max();

/// As QSocketNotifier::Type.
constexpr std::array<quint32, 3> interests{EPOLLIN, EPOLLOUT, EPOLLPRI};
/// Whoever waits for anything hears that the other side is gone.
constexpr quint32 over = EPOLLERR | EPOLLHUP;

epoll_event *events()
{
    thread_local std::array<epoll_event, maxEvents> buffer;
    return buffer.data();
}

} // namespace

quint32 EpollDispatcher::Watch::wanted() const
{
    quint32 all = 0;
    for (std::size_t type = 0; type < notifiers.size(); ++type)
        all |= notifiers[type] ? interests[type] : 0;
    return all;
}

std::unique_ptr<EpollDispatcher> EpollDispatcher::make()
{
    const int epoll = ::epoll_create1(EPOLL_CLOEXEC);
    const int wake = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    epoll_event event = {};
    event.events = EPOLLIN;
    event.data.u64 = wakeKey;
    if (epoll < 0 || wake < 0 || ::epoll_ctl(epoll, EPOLL_CTL_ADD, wake, &event) != 0) {
        if (epoll >= 0)
            ::close(epoll);
        if (wake >= 0)
            ::close(wake);
        return nullptr;
    }
    return std::unique_ptr<EpollDispatcher>(new EpollDispatcher(epoll, wake));
}

EpollDispatcher::EpollDispatcher(int epoll, int wake)
    : m_epoll(epoll)
    , m_wake(wake)
{}

EpollDispatcher::~EpollDispatcher()
{
    ::close(m_wake);
    ::close(m_epoll);
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_isInterrupted.store(false);
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();
    const bool canWait = flags.testFlag(QEventLoop::WaitForMoreEvents) && !m_isInterrupted.load();
    if (canWait)
        Q_EMIT aboutToBlock();
    if (m_isInterrupted.load())
        return false;
    const bool withSockets = !flags.testFlag(QEventLoop::ExcludeSocketNotifiers);
    const bool withTimers = !flags.testFlag(QEventLoop::X11ExcludeTimers);
    applyDirty();
    const int count = ::epoll_wait(m_epoll, events(), maxEvents, waitMs(canWait, withTimers));
    if (canWait)
        Q_EMIT awake();
    bool didSomething = false;
    if (count > 0 && withSockets)
        didSomething = deliverSockets(count);
    if (withTimers && !m_isInterrupted.load())
        didSomething = deliverTimers() || didSomething;
    return didSomething || count > 0;
}

int EpollDispatcher::waitMs(bool canWait, bool countsTimers) const
{
    if (!canWait)
        return 0;
    if (!countsTimers || m_due.empty())
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_due.begin()->first - Clock::now()).count();
    return int(std::clamp<qint64>(left, 0, std::numeric_limits<int>::max()));
}

// ---- sockets

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const int descriptor = int(notifier->socket());
    const auto [found, isNew] = m_watches.try_emplace(descriptor);
    if (isNew)
        found->second.generation = ++m_generation;
    found->second.notifiers[std::size_t(notifier->type())] = notifier;
    markDirty(descriptor, found->second);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const int descriptor = int(notifier->socket());
    const auto found = m_watches.find(descriptor);
    if (found == m_watches.end())
        return;
    QSocketNotifier *&known = found->second.notifiers[std::size_t(notifier->type())];
    if (known != notifier)
        return;
    known = nullptr;
    if (found->second.wanted() != 0)
        return markDirty(descriptor, found->second);
    // At once: the descriptor may be closed, and be somebody else's, before the next wait.
    if (found->second.armed != 0)
        ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
    m_watches.erase(found);
}

/// Sockets switch a notifier off and on again while they work: what counts is how it stands before the next wait.
void EpollDispatcher::markDirty(int descriptor, Watch &watch)
{
    if (std::exchange(watch.isDirty, true))
        return;
    m_dirty.push_back(descriptor);
}

void EpollDispatcher::applyDirty()
{
    for (const int descriptor : m_dirty) {
        const auto found = m_watches.find(descriptor);
        if (found == m_watches.end())
            continue;
        Watch &watch = found->second;
        watch.isDirty = false;
        const quint32 wanted = watch.wanted();
        if (wanted == watch.armed)
            continue;
        epoll_event event = {};
        event.events = wanted;
        event.data.u64 = quint64(watch.generation) << 32 | quint32(descriptor);
        const int operation = watch.armed == 0 ? EPOLL_CTL_ADD : EPOLL_CTL_MOD;
        if (::epoll_ctl(m_epoll, operation, descriptor, &event) == 0)
            watch.armed = wanted;
        else if (errno == EEXIST && ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event) == 0)
            watch.armed = wanted;
    }
    m_dirty.clear();
}

bool EpollDispatcher::deliverSockets(int count)
{
    bool didSomething = false;
    // A handler may run an event loop of its own, which fills the buffer anew.
    const std::vector<epoll_event> ready(events(), events() + count);
    for (const epoll_event &event : ready) {
        if (event.data.u64 == wakeKey) {
            quint64 value = 0;
            while (::read(m_wake, &value, sizeof value) < 0 && errno == EINTR) {}
            // Whoever posts from here on writes again; what was posted before this is sent before the next wait.
            m_isWoken.store(false);
            continue;
        }
        const int descriptor = int(quint32(event.data.u64));
        const auto generation = quint32(event.data.u64 >> 32);
        for (std::size_t type = 0; type < interests.size(); ++type) {
            if (!(event.events & (interests[type] | over)))
                continue;
            // Looked up each time: a handler may have closed it.
            const auto found = m_watches.find(descriptor);
            if (found == m_watches.end() || found->second.generation != generation)
                break;
            QSocketNotifier *notifier = found->second.notifiers[type];
            if (!notifier)
                continue;
            QEvent happened(QEvent::SockAct);
            QCoreApplication::sendEvent(notifier, &happened);
            didSomething = true;
        }
    }
    return didSomething;
}

// ---- timers

void EpollDispatcher::registerTimer(int id, qint64 intervalMs, Qt::TimerType type, QObject *object)
{
    const std::chrono::milliseconds interval(std::max<qint64>(intervalMs, 0));
    const Clock::time_point due = Clock::now() + interval;
    m_timers[id] = {interval, type, object, due};
    m_due.emplace(due, id);
}

void EpollDispatcher::forgetTimer(int id)
{
    const auto found = m_timers.find(id);
    m_due.erase({found->second.due, id});
    m_timers.erase(found);
}

bool EpollDispatcher::unregisterTimer(int id)
{
    if (m_timers.find(id) == m_timers.end())
        return false;
    forgetTimer(id);
    return true;
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    std::vector<int> theirs;
    for (const auto &[id, timer] : m_timers) {
        if (timer.object == object)
            theirs.push_back(id);
    }
    for (const int id : theirs)
        forgetTimer(id);
    return !theirs.empty();
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    QList<TimerInfo> theirs;
    for (const auto &[id, timer] : m_timers) {
        if (timer.object == object)
            theirs.append(TimerInfo(id, int(timer.interval.count()), timer.type));
    }
    return theirs;
}

int EpollDispatcher::remainingTime(int id)
{
    const auto found = m_timers.find(id);
    if (found == m_timers.end())
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(found->second.due - Clock::now()).count();
    return int(std::max<qint64>(left, 0));
}

bool EpollDispatcher::deliverTimers()
{
    const Clock::time_point now = Clock::now();
    std::vector<int> due;
    for (const auto &[at, id] : m_due) {
        if (at > now)
            break;
        due.push_back(id);
    }
    // Each once: one with an interval of nothing must not keep the sockets waiting.
    for (const int id : due) {
        const auto found = m_timers.find(id);
        if (found == m_timers.end() || found->second.due > now)
            continue; // gone, or an inner loop has delivered it
        Timer &timer = found->second;
        m_due.erase({timer.due, id});
        // Armed before it is delivered: the handler may look at it, stop it, or run a loop of its own.
        timer.due = std::max(timer.due + timer.interval, now);
        if (timer.due == now)
            timer.due = now + timer.interval;
        m_due.emplace(timer.due, id);
        QTimerEvent happened(id);
        QCoreApplication::sendEvent(timer.object, &happened);
    }
    return !due.empty();
}

// ---- from other threads

void EpollDispatcher::wakeUp()
{
    if (m_isWoken.exchange(true))
        return;
    const quint64 one = 1;
    while (::write(m_wake, &one, sizeof one) < 0 && errno == EINTR) {}
}

void EpollDispatcher::interrupt()
{
    m_isInterrupted.store(true);
    wakeUp();
}

} // namespace oshaq
