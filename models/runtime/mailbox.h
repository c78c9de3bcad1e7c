// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <deque>
#include <functional>
#include <mutex>

namespace oshaq {

/// The one way work crosses into a thread that runs a Qt event loop.
///
/// Any thread posts a task; it runs in the thread that owns the mailbox, in posting order. The payload is handed over
/// under a std::mutex and the event only wakes the receiver: that is what ThreadSanitizer can follow with an
/// uninstrumented Qt (docs/threading.md). Tasks posted after the owner started to destroy the mailbox are not run.
class Mailbox final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Mailbox)

public:
    using Task = std::function<void()>;

    /// Lives in the constructing thread (or where moveToThread() puts it before the first post).
    explicit Mailbox(QObject *parent = nullptr);
    ~Mailbox() override;

    /// Thread-safe.
    void post(Task task);

protected:
    bool event(QEvent *event) override;

private:
    std::mutex m_mutex;
    std::deque<Task> m_tasks;
    bool m_wakePosted = false;
};

} // namespace oshaq
