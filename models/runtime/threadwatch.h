// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/threadpulse.h"

#include <QString>
#include <QThread>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace oshaq {

/// Asks an event loop whether it still turns: each look posts a question when the one before was answered. `post` hands
/// a task to that thread and never waits. Copies share the question.
class LoopPulse
{
public:
    using Post = std::function<void(std::function<void()>)>;
    explicit LoopPulse(Post post);

    ThreadPulse operator()() const;

private:
    struct Shared;
    Post m_post;
    std::shared_ptr<Shared> m_shared;
};

/// Notices a thread that has work and gets nowhere: one that waits for a lock for ever, or turns in a circle. Looks
/// once a tick, on a thread of its own, and counts looks without progress, not time: a machine that slept, or a program
/// that was stopped and goes on, has missed looks and not progress. A thread that waits for the disk is not stuck,
/// whatever the disk takes: the kernel says so of it (state D), or its pulse does, which is believed ten times as long.
class ThreadWatch final : public QThread
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThreadWatch)

public:
    struct Watched
    {
        QString name;                       ///< for the log
        std::function<ThreadPulse()> pulse; ///< called on the watch's thread; must not wait
    };
    struct Options
    {
        std::chrono::milliseconds tick = std::chrono::seconds(1);
        int patience = 60; ///< looks without progress until a thread is stuck; 0: it never is
        /// Called at most once, on the watch's thread, with what to write down. Not expected to return.
        std::function<void(const QString &what)> stuck = {};
    };

    /// Starts at once.
    ThreadWatch(Options options, std::vector<Watched> threads);
    /// Joins.
    ~ThreadWatch() override;

    /// Calls `answered` with the next look, on the watch's thread: false while a thread has got nowhere for more than
    /// two looks, and not because of the disk. Thread-safe.
    void ask(std::function<void(bool lives)> answered);

protected:
    void run() override;

private:
    struct Seen
    {
        quint64 beats = 0;
        int silent = 0; ///< looks without progress
        int stored = 0; ///< of them, those that the disk is to blame for
    };

    /// Empty, or what is stuck.
    QString look();
    QString lookAt(const Watched &thread, Seen *seen) const;
    bool allLive() const;

    const Options m_options;
    const std::vector<Watched> m_threads;
    std::vector<Seen> m_seen;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_stopping = false;
    std::vector<std::function<void(bool)>> m_questions;
};

} // namespace oshaq
