// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/tlswire.h"

#include <QTimer>

#include <algorithm>
#include <utility>

#include <sys/socket.h>

namespace oshaq {

namespace {
/// How long a client may take to hear that the connection is closed.
constexpr int farewellMs = 2'000;
} // namespace

TlsWire::TlsWire(QSslSocket *socket)
    : m_socket(socket)
{
    m_socket->setParent(nullptr);
}

TlsWire::~TlsWire()
{
    if (!m_socket)
        return;
    m_socket->disconnect();
    // Its own signals may be what is being handled, so it goes from the event loop.
    if (m_isClosed && m_socket->state() != QAbstractSocket::UnconnectedState) {
        QObject::connect(m_socket, &QAbstractSocket::disconnected, m_socket, &QObject::deleteLater);
        QTimer::singleShot(farewellMs, m_socket, &QObject::deleteLater);
        return;
    }
    m_socket->abort();
    m_socket->deleteLater();
}

void TlsWire::watch(Watcher &watcher)
{
    QObject::connect(m_socket, &QIODevice::readyRead, m_socket, [&watcher] { watcher.wireReadable(); });
    QObject::connect(m_socket, &QSslSocket::encryptedBytesWritten, m_socket, [&watcher] { watcher.wireWritten(); });
    QObject::connect(m_socket, &QAbstractSocket::disconnected, m_socket, [this, &watcher] {
        if (!std::exchange(m_isOver, true))
            watcher.wireBroken();
    });
    // What came together with the end of the handshake was told of before anybody listened.
    if (m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(m_socket, &QIODevice::readyRead, Qt::QueuedConnection);
}

QHostAddress TlsWire::peer() const
{
    return m_socket->peerAddress();
}

Wire::Reading TlsWire::read(char *to, qint64 most, qint64 &taken)
{
    taken = m_isOver ? 0 : std::max<qint64>(m_socket->read(to, most), 0);
    return taken > 0 ? Reading::Bytes : Reading::Nothing;
}

bool TlsWire::hasUnread() const
{
    return !m_isOver && m_socket->bytesAvailable() > 0;
}

void TlsWire::stopReading()
{
    QObject::disconnect(m_socket, &QIODevice::readyRead, m_socket, nullptr);
}

bool TlsWire::write(const QByteArray &head, const QByteArray &body)
{
    if (m_isOver || m_socket->state() != QAbstractSocket::ConnectedState)
        return false;
    m_socket->write(head);
    if (!body.isEmpty())
        m_socket->write(body);
    // At once, which saves a turn of the event loop and, for most answers, the write notifier.
    m_socket->flush();
    return !m_isOver;
}

qint64 TlsWire::pendingBytes() const
{
    // What is encrypted already is still ours until the client takes it.
    return m_isOver ? 0 : m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite();
}

void TlsWire::shutDownWriting()
{
    if (!m_isOver)
        ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
}

void TlsWire::close()
{
    if (std::exchange(m_isOver, true))
        return;
    m_isClosed = true;
    m_socket->disconnectFromHost();
}

void TlsWire::abort()
{
    if (!std::exchange(m_isOver, true))
        m_socket->abort();
}

QTcpSocket *TlsWire::release(const QByteArray &bytes)
{
    m_socket->disconnect();
    unread(*m_socket, bytes);
    return std::exchange(m_socket, nullptr);
}

} // namespace oshaq
