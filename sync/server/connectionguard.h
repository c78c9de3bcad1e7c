// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/clock.h"
#include "sync/server/connectiontable.h"
#include "sync/server/headscanner.h"
#include "sync/server/httpserver.h"
#include "sync/server/requesthandler.h"
#include "sync/server/threaddoor.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

class QTcpSocket;

namespace oshaq {

class HttpConnection;

/// Stands between the sockets of one HTTP thread and Qt's HTTP parser, which has no limits, no deadlines and no 400 of
/// its own (DESIGN section 7). Admits connections, keeps what they share, and sweeps their deadlines with one timer.
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

    /// The object that Qt connects its own reading slot to; the guard cuts that connection to stop Qt from reading.
    void setQtReader(QObject *reader) { m_qtReader = reader; }
    void setUpgrader(Upgrader upgrader) { m_upgrader = std::move(upgrader); }

    /// No more connections, not even to say 503.
    bool isOverrun() const;
    /// Starts to guard a socket before anybody else reads from it. False: over the cap; it gets its 503 from here and
    /// must not be handed on.
    bool admit(QTcpSocket *socket);

    HttpConnection *find(const QTcpSocket *socket) const;
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
    /// Space to peek into, shared because only one connection looks at a time.
    QByteArray &scratch() { return m_scratch; }
    QObject *qtReader() const { return m_qtReader; }

private:
    friend class HttpConnection;

    void upgrade(HttpConnection &connection, RequestHead head);
    /// From the connection's destructor.
    void forget(const HttpConnection &connection);
    void sweep();

    const GuardLimits m_limits;
    const HeadLimits m_headLimits;
    const Clock &m_clock;
    RequestHandler &m_handler;
    std::shared_ptr<ThreadDoor> m_door;
    std::shared_ptr<ConnectionTable> m_table;
    QPointer<QObject> m_qtReader;
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
