// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/httpthread.h"

#include "models/runtime/epolldispatcher.h"
#include "models/runtime/mailbox.h"
#include "models/runtime/threadrank.h"
#include "sync/server/connectionguard.h"
#include "sync/server/listener.h"
#include "sync/server/livegate.h"
#include "sync/server/tlsidentity.h"

#include <QTimer>

#include <utility>

#include <unistd.h>

namespace oshaq {

namespace {
constexpr int drainMs = 1'000;
}

HttpThread::HttpThread(int descriptor, const HttpServerOptions &options, const Clock &clock,
                       RequestHandlerFactory factory)
    : m_descriptor(descriptor)
    , m_options(options)
    , m_clock(clock)
    , m_factory(std::move(factory))
{
    // Qt's own one asks poll() about every socket at every turn.
    if (auto dispatcher = EpollDispatcher::make())
        setEventDispatcher(dispatcher.release());
}

HttpThread::~HttpThread()
{
    requestStop();
    join();
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

bool HttpThread::startAndWait()
{
    report(State::Starting, nullptr);
    start();
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_state != State::Starting; });
    return m_state == State::Running;
}

void HttpThread::join()
{
    {
        std::unique_lock lock(m_mutex);
        if (m_state == State::New)
            return;
        m_changed.wait(lock, [this] { return m_state == State::Ended; });
    }
    wait();
}

void HttpThread::report(State state, std::shared_ptr<ThreadDoor> door)
{
    const std::lock_guard lock(m_mutex);
    m_state = state;
    m_door = std::move(door);
    m_changed.notify_all();
}

void HttpThread::post(std::function<void()> task)
{
    std::shared_ptr<ThreadDoor> door;
    {
        const std::lock_guard lock(m_mutex);
        door = m_door;
    }
    if (door)
        door->post(std::move(task));
}

void HttpThread::notifyCommit(const CommitNotice &notice)
{
    post([this, notice] {
        if (!m_handler)
            return;
        m_handler->committed(notice);
        if (!m_tellTimer->isActive())
            m_tellTimer->start();
    });
}

void HttpThread::requestStop()
{
    post([this] {
        if (m_stop)
            std::exchange(m_stop, nullptr)();
    });
}

void HttpThread::run()
{
    setThreadRank(ThreadRank::Serving);
    serve();
    report(State::Ended, nullptr);
}

void HttpThread::serve()
{
    // Destroyed from the bottom up: live sessions before the guard, connections before the handler.
    Mailbox mailbox;
    const auto door = std::make_shared<ThreadDoor>(mailbox);
    const std::unique_ptr<RequestHandler> handler =
        m_factory([door](std::function<void()> task) { door->post(std::move(task)); });
    if (!handler) {
        door->close();
        return;
    }

    ConnectionGuard guard(m_options.limits, m_clock, *handler, door);
    Listener listener(guard, m_options.tls);
    if (!listener.listenOn(std::exchange(m_descriptor, -1))) {
        door->close();
        return;
    }
    LiveGate live(guard, m_options.liveTickMs);
    guard.setUpgrader(
        [&live](HttpConnection &connection, RequestHead head) { live.consider(connection, std::move(head)); });

    QTimer drainTimer;
    drainTimer.setSingleShot(true);
    connect(&drainTimer, &QTimer::timeout, &drainTimer, [this] { quit(); });
    m_stop = [this, &guard, &live, &drainTimer, &listener] {
        listener.close();
        drainTimer.start(drainMs);
        live.closeAll();
        guard.drain([this] { quit(); });
    };

    // A timer of no time comes behind the events and the sockets of a turn.
    QTimer tellTimer;
    tellTimer.setSingleShot(true);
    connect(&tellTimer, &QTimer::timeout, &tellTimer, [&handler] { handler->tellLive(); });

    m_tellTimer = &tellTimer;
    m_handler = handler.get();
    report(State::Running, door);
    exec();

    m_handler = nullptr;
    m_tellTimer = nullptr;
    m_stop = nullptr;
    // Whoever still holds an answer finds the door shut from here on.
    door->close();
}

} // namespace oshaq
