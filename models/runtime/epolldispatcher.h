// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>

#include <array>
#include <atomic>
#include <chrono>
#include <memory>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

namespace oshaq {

/// An event loop over epoll, for threads with thousands of sockets: Qt's own one hands all of them to poll() at every
/// turn, so that ten thousand who say nothing slow down the eight who do. For a QThread that has not started:
///
///     thread.setEventDispatcher(EpollDispatcher::make().release());
///
/// All calls but wakeUp() and interrupt() belong to that thread. Linux only.
class EpollDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EpollDispatcher)

public:
    /// Null when the system has no descriptor left: Qt's own dispatcher does as well.
    static std::unique_ptr<EpollDispatcher> make();
    ~EpollDispatcher() override;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;
    void registerTimer(int id, qint64 intervalMs, Qt::TimerType type, QObject *object) override;
    bool unregisterTimer(int id) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int id) override;
    void wakeUp() override;
    void interrupt() override;

private:
    using Clock = std::chrono::steady_clock;

    /// One descriptor and who waits for it.
    struct Watch
    {
        std::array<QSocketNotifier *, 3> notifiers = {}; ///< by QSocketNotifier::Type
        quint32 armed = 0;      ///< what epoll was told; 0: nothing
        quint32 generation = 0; ///< tells it from one that had this descriptor before
        bool isDirty = false;   ///< epoll is told before the next wait

        quint32 wanted() const;
    };
    struct Timer
    {
        std::chrono::milliseconds interval{0};
        Qt::TimerType type = Qt::CoarseTimer;
        QObject *object = nullptr;
        Clock::time_point due;
    };

    EpollDispatcher(int epoll, int wake);

    void markDirty(int descriptor, Watch &watch);
    void applyDirty();
    int waitMs(bool canWait, bool countsTimers) const;
    bool deliverSockets(int count);
    bool deliverTimers();
    void forgetTimer(int id);

    const int m_epoll;
    const int m_wake;
    std::unordered_map<int, Watch> m_watches;
    std::vector<int> m_dirty;
    quint32 m_generation = 0;
    std::unordered_map<int, Timer> m_timers;
    std::set<std::pair<Clock::time_point, int>> m_due; ///< the same by when they are due
    std::atomic<bool> m_isWoken{false};                ///< the wake descriptor was written and not yet read
    std::atomic<bool> m_isInterrupted{false};
};

} // namespace oshaq
