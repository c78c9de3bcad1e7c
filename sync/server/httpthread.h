// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/clock.h"
#include "sync/server/httpserver.h"
#include "sync/server/requesthandler.h"
#include "sync/server/threaddoor.h"

#include <QThread>

#include <condition_variable>
#include <memory>
#include <mutex>

class QTimer;

namespace oshaq {

/// One HTTP thread: event loop, listening socket, guard, live sessions and the handler, all made and
/// destroyed on it.
class HttpThread final : public QThread
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpThread)

public:
    /// Owns the listening descriptor from here on.
    HttpThread(int descriptor, const HttpServerOptions &options, const Clock &clock, RequestHandlerFactory factory);
    ~HttpThread() override;

    /// Starts and waits until connections are accepted; false when the handler or the listener could not be made.
    bool startAndWait();
    /// Any thread.
    void post(std::function<void()> task);
    /// Any thread: hands the notice to this thread's handler.
    void notifyCommit(const CommitNotice &notice);
    /// Any thread: stop accepting, answer what is being handled for up to a second, end.
    void requestStop();
    /// Waits for the end. What the thread did is visible to the caller afterwards, for ThreadSanitizer too.
    void join();

protected:
    void run() override;

private:
    enum class State
    {
        New,
        Starting,
        Running,
        Ended
    };

    void serve();
    void report(State state, std::shared_ptr<ThreadDoor> door);

    int m_descriptor;
    const HttpServerOptions m_options;
    const Clock &m_clock;
    RequestHandlerFactory m_factory;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    State m_state = State::New;
    std::shared_ptr<ThreadDoor> m_door;
    // On the thread itself only.
    RequestHandler *m_handler = nullptr;
    QTimer *m_tellTimer = nullptr;
    std::function<void()> m_stop;
};

} // namespace oshaq
