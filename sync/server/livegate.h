// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/connectionguard.h"
#include "sync/server/headscanner.h"
#include "sync/server/httpmessage.h"
#include "sync/server/requesthandler.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWebSocketServer>

#include <memory>
#include <optional>
#include <vector>

class QTcpSocket;
class QWebSocket;

namespace oshaq {

class LiveConnection;

/// What is wrong with an upgrade request by RFC 6455: method, version, key, and how it asks. Nothing when it is in
/// order. Pure.
struct UpgradeFault
{
    int status = 400;
    QByteArray code;
    QByteArray message;
};
std::optional<UpgradeFault> findUpgradeFault(const RequestHead &head);

/// Turns upgrade requests of one HTTP thread into live sessions.
///
/// The guard hands an upgrade over, and the socket goes to a QWebSocketServer of our own that never listens.
class LiveGate final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LiveGate)

public:
    LiveGate(ConnectionGuard &guard, int tickMs);
    ~LiveGate() override;

    /// Decides over an upgrade; the head is valid HTTP and alone on its connection.
    void consider(HttpConnection &connection, RequestHead head);

    /// Closes every live session with 1001 (going away).
    void closeAll();

private:
    friend class LiveConnection;

    /// An accepted upgrade whose handshake Qt has not written yet.
    struct Accepted
    {
        QPointer<QTcpSocket> socket;
        std::unique_ptr<LiveSession> session;
        qint64 since = 0;
    };

    void handleNewConnection();
    void tick();
    void sweep();
    void remove(const LiveConnection *connection);

    ConnectionGuard &m_guard;
    QWebSocketServer m_server;
    std::vector<Accepted> m_accepted;
    std::vector<std::unique_ptr<LiveConnection>> m_live;
    QTimer m_tickTimer;
    QTimer m_sweepTimer;
};

} // namespace oshaq
