// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/mailbox.h"
#include "sync/client/httptransport.h"

#include <QThread>

#include <memory>
#include <mutex>
#include <unordered_map>

namespace oshaq {

/// The thread that owns a libcurl multi handle: connections are kept and reused for everybody who sends through it.
/// Redirects are not followed, only http and https are spoken, proxies of the environment are ignored.
class WireThread final : public QThread
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WireThread)

public:
    /// Called on the wire thread.
    using Finished = std::function<void(WireReply)>;

    /// Starts at once.
    explicit WireThread(QObject *parent = nullptr);
    /// Gives up what is on its way, without calling anybody back, and joins.
    ~WireThread() override;

    /// Thread-safe. The number is never 0.
    quint64 submit(WireRequest request, Finished finished);
    /// Thread-safe. `finished` may still be called when it was on its way already.
    void cancel(quint64 id);

protected:
    void run() override;

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
};

/// HttpTransport over a WireThread. Make and use it on one thread with an event loop; the WireThread must outlive it.
class CurlTransport final : public HttpTransport
{
    Q_DISABLE_COPY_MOVE(CurlTransport)

public:
    explicit CurlTransport(WireThread &wire);
    /// Cancels everything.
    ~CurlTransport() override;

    quint64 send(WireRequest request, Done done) override;
    void cancel(quint64 id) override;

private:
    /// What the wire thread holds: it outlives the transport and knows when that is gone.
    struct Door
    {
        std::mutex mutex;
        Mailbox *mailbox = nullptr;
    };

    void tell(quint64 id, qint64 done, qint64 total);
    void deliver(quint64 id, WireReply reply);

    WireThread &m_wire;
    Mailbox m_mailbox;
    std::shared_ptr<Door> m_door;
    struct Waiting
    {
        quint64 wireId = 0;
        Done done;
        std::function<void(qint64, qint64)> progress;
    };
    std::unordered_map<quint64, Waiting> m_waiting;
    quint64 m_nextId = 1;
};

} // namespace oshaq
