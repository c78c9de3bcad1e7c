// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/clock.h"
#include "sync/server/connectiontable.h"
#include "sync/server/headscanner.h"
#include "sync/server/httpserver.h"
#include "sync/server/requesthandler.h"
#include "sync/server/threaddoor.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace oshaq {

class HttpConnection;
class Wire;

/// The connections of one HTTP thread: admits them, keeps what they share, and sweeps their deadlines with one timer.
class ConnectionGuard final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionGuard)

public:
    /// Takes over a complete, valid head that asks for a WebSocket and is alone on its connection.
    using Upgrader = std::function<void(HttpConnection &connection, RequestHead head)>;

    ConnectionGuard(const GuardLimits &limits, const Clock &clock, RequestHandler &handler,
                    std::shared_ptr<ThreadDoor> door);
    ~ConnectionGuard() override;

    void setUpgrader(Upgrader upgrader) { m_upgrader = std::move(upgrader); }

    /// No more connections, not even to say 503.
    bool isOverrun() const;
    /// Begins to serve a connection; over the cap it gets its 503.
    void admit(std::unique_ptr<Wire> wire);
    /// The way back for the answer of one request.
    Respond respondTo(const HttpConnection &connection, quint64 sequence);

    /// Lets idle connections go and closes each other one behind its last pending answer. `drained` runs once, when
    /// none is left.
    void drain(std::function<void()> drained);
    bool isDraining() const { return m_draining; }

    const GuardLimits &limits() const { return m_limits; }
    const HeadLimits &headLimits() const { return m_headLimits; }
    RequestHandler &handler() const { return m_handler; }
    qint64 nowMs() const { return m_clock.nowMs(); }
    qint64 monotonicMs() const { return m_clock.monotonicMs(); }
    /// Value of the Date header, made once a second.
    const QByteArray &dateHeader();
    /// Space to read into, shared because only one connection reads at a time.
    QByteArray &scratch() { return m_scratch; }

private:
    friend class HttpConnection;

    void upgrade(HttpConnection &connection, RequestHead head);
    /// It is over: nobody finds it any more, and it is destroyed at the next turn of the event loop.
    void letGo(const HttpConnection &connection);
    void clearGone();
    void sweep();

    const GuardLimits m_limits;
    const HeadLimits m_headLimits;
    const Clock &m_clock;
    RequestHandler &m_handler;
    std::shared_ptr<ThreadDoor> m_door;
    std::shared_ptr<ConnectionTable> m_table;
    std::vector<std::unique_ptr<HttpConnection>> m_gone;
    Upgrader m_upgrader;
    QTimer m_sweepTimer;
    QByteArray m_scratch;
    QByteArray m_date;
    qint64 m_dateSecond = -1;
    quint64 m_lastId = 0;
    int m_served = 0; ///< connections within the cap
    bool m_draining = false;
    std::function<void()> m_drained;
};

} // namespace oshaq
