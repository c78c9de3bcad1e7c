// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTimer>

#include <memory>
#include <unordered_map>
#include <vector>

namespace oshaq {

class ConnectionGuard;
class TlsHandshake;
class TlsIdentity;

/// Listening sockets of one port, one for each HTTP thread; the kernel spreads connections over them. Closes what
/// nobody took.
class ListeningSockets final
{
    Q_DISABLE_COPY(ListeningSockets)

public:
    /// Binds and listens. Port 0 takes a free one. The first socket takes the port for itself alone and only then lets
    /// the others in: with SO_REUSEPORT from the start a second instance would silently get half of the connections.
    static Result<ListeningSockets> open(const QHostAddress &address, quint16 port, int count);

    ListeningSockets(ListeningSockets &&other) noexcept;
    ListeningSockets &operator=(ListeningSockets &&other) noexcept;
    ~ListeningSockets();

    quint16 port() const { return m_port; }
    /// Hands out the next socket, which the caller then owns; -1 when all are taken.
    int take();

private:
    ListeningSockets() = default;

    std::vector<int> m_descriptors;
    quint16 m_port = 0;
};

/// Accepts on one listening socket and shows each connection to the guard before anybody can read from it. With TLS the
/// guard hears of a connection when its handshake is done; handshakes have a cap and a deadline of their own, because
/// a silent client must hold nothing up.
class Listener final : public QTcpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Listener)

public:
    /// `tls` null: plain connections.
    Listener(ConnectionGuard &guard, std::shared_ptr<TlsIdentity> tls);
    ~Listener() override;

    /// Takes the descriptor over.
    bool listenOn(int descriptor);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void handleAcceptError();
    void beginHandshake(int descriptor);
    void endHandshake(quint64 id, bool good);
    void sweepHandshakes();

    ConnectionGuard &m_guard;
    const std::shared_ptr<TlsIdentity> m_tls;
    std::unordered_map<quint64, std::unique_ptr<TlsHandshake>> m_handshakes; ///< nobody else knows of these yet
    std::vector<std::unique_ptr<TlsHandshake>> m_over; ///< destroyed at the next turn of the event loop
    quint64 m_lastHandshake = 0;
    QTimer m_sweepTimer;
};

} // namespace oshaq
