// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/mailbox.h"

#include <functional>
#include <mutex>
#include <thread>

namespace oshaq {

/// The way into one HTTP thread, held by whoever may outlive it: answers of the writer, commit notices. What is posted
/// after the door was closed is dropped.
class ThreadDoor final
{
    Q_DISABLE_COPY_MOVE(ThreadDoor)

public:
    /// On the thread that the door leads to.
    explicit ThreadDoor(Mailbox &mailbox);
    ~ThreadDoor() = default;

    /// Any thread. Tasks run in the order in which they were posted.
    void post(std::function<void()> task);
    bool isThisThread() const { return std::this_thread::get_id() == m_thread; }
    /// On the door's own thread, before the mailbox goes.
    void close();

private:
    const std::thread::id m_thread;
    std::mutex m_mutex;
    Mailbox *m_mailbox;
};

} // namespace oshaq
