// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/liveconnection.h"

#include "sync/server/connectionguard.h"

#include <QTcpSocket>
#include <QWebSocket>
#include <QWebSocketProtocol>

#include <algorithm>
#include <utility>

namespace oshaq {

namespace {
constexpr int unsupportedData = 1003;
constexpr int tryAgainLater = 1013;
/// Header of a text frame of a server: at most 10 bytes.
constexpr qint64 frameOverhead = 10;
/// Written at once instead of at the end of the turn.
constexpr qint64 flushFromBytes = 64 * 1024;

} // namespace

LiveConnection::LiveConnection(std::unique_ptr<QWebSocket> webSocket, QTcpSocket *socket,
                               std::unique_ptr<LiveSession> session, ConnectionGuard &guard)
    : m_webSocket(std::move(webSocket))
    , m_socket(socket)
    , m_session(std::move(session))
    , m_guard(guard)
    , m_lastWriteProgress(guard.monotonicMs())
{
    const auto limit = static_cast<quint64>(std::max(1, guard.limits().webSocketMaxMessageBytes));
    m_webSocket->setMaxAllowedIncomingFrameSize(limit);
    m_webSocket->setMaxAllowedIncomingMessageSize(limit);
    connect(m_webSocket.get(), &QWebSocket::textMessageReceived, this, &LiveConnection::handleText);
    connect(m_webSocket.get(), &QWebSocket::binaryMessageReceived, this, &LiveConnection::handleBinary);
    connect(m_webSocket.get(), &QWebSocket::bytesWritten, this, &LiveConnection::handleBytesWritten);
    connect(m_webSocket.get(), &QWebSocket::disconnected, this, &LiveConnection::handleDisconnected);
}

LiveConnection::~LiveConnection()
{
    // The session may use its LiveSocket to the last, so it goes first.
    m_session.reset();
    m_webSocket->disconnect(this);
    // QWebSocket does not own a socket that it was given.
    m_webSocket->abort();
    delete m_socket.data();
    m_webSocket.reset();
}

void LiveConnection::open()
{
    m_session->opened(*this);
}

void LiveConnection::tick()
{
    if (!m_closing)
        m_session->tick();
}

bool LiveConnection::canSend(qsizetype bytes)
{
    if (m_closing)
        return false;
    const qint64 pending = bytesPending();
    if (pending > 0 && pending + bytes > m_guard.limits().maxBytesToWrite) {
        close(tryAgainLater, QByteArrayLiteral("The client takes its messages too slowly."));
        return false;
    }
    if (pending == 0)
        m_lastWriteProgress = m_guard.monotonicMs();
    return m_socket && m_socket->state() == QAbstractSocket::ConnectedState;
}

void LiveConnection::sendText(const QByteArray &utf8)
{
    if (!canSend(utf8.size() + frameOverhead))
        return;
    // What is said in one turn of the event loop is one call of the system, where the socket's own buffer would make
    // one of each message, and a turn of its own.
    if (m_unsent.isEmpty())
        QMetaObject::invokeMethod(this, &LiveConnection::writeUnsent, Qt::QueuedConnection);
    // Not by sendTextMessage(), which wants UTF-16 to make the same bytes of it again, for each of thousands.
    LiveTexts::appendFrame(&m_unsent, utf8);
    // Else what is told in one turn would look like a client that takes nothing.
    if (m_unsent.size() > flushFromBytes)
        writeUnsent();
}

void LiveConnection::sendTexts(const LiveTexts &texts)
{
    if (!canSend(texts.frames().size()))
        return;
    if (!m_unsent.isEmpty()) {
        m_unsent += texts.frames(); // in the order in which they were said
        if (m_unsent.size() > flushFromBytes)
            writeUnsent();
        return;
    }
    m_socket->write(texts.frames());
    m_socket->flush(); // may find the socket dead, and end this
}

void LiveConnection::writeUnsent()
{
    if (m_unsent.isEmpty() || !m_socket || m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    m_socket->write(std::exchange(m_unsent, {}));
    m_socket->flush(); // may find the socket dead, and end this
}

qint64 LiveConnection::bytesPending() const
{
    return m_closing ? 0 : m_unsent.size() + m_webSocket->bytesToWrite();
}

void LiveConnection::close(int code, const QByteArray &reason)
{
    if (m_closing)
        return;
    m_closing = true;
    m_closingSince = m_guard.monotonicMs();
    // What was said comes before the goodbye.
    const QPointer<LiveConnection> self(this);
    writeUnsent();
    if (!self || m_gone)
        return;
    // The close frame itself may find the socket dead, and its signals come back into this object.
    m_webSocket->close(static_cast<QWebSocketProtocol::CloseCode>(code), QString::fromUtf8(reason));
}

void LiveConnection::handleText(const QString &message)
{
    if (!m_closing)
        m_session->textReceived(message.toUtf8());
}

void LiveConnection::handleBinary(const QByteArray &message)
{
    Q_UNUSED(message)
    close(unsupportedData, QByteArrayLiteral("Only text messages are understood."));
}

void LiveConnection::handleBytesWritten()
{
    m_lastWriteProgress = m_guard.monotonicMs();
}

void LiveConnection::handleDisconnected()
{
    if (m_gone)
        return;
    m_gone = true;
    m_closing = true;
    Q_EMIT ended();
}

void LiveConnection::sweep(qint64 now)
{
    if (m_gone)
        return;
    const GuardLimits &limits = m_guard.limits();
    const qint64 pending = m_webSocket->bytesToWrite();
    const bool closedInVain = m_closing && now - m_closingSince >= limits.lingerMs;
    const bool stuck = pending > 0 && now - m_lastWriteProgress >= limits.idleDeadlineMs;
    // Answers to pings count too, and nothing of ours limits those.
    const bool flooded = pending > 2 * limits.maxBytesToWrite;
    if (!closedInVain && !stuck && !flooded)
        return;
    m_closing = true;
    m_webSocket->abort();
    // A socket that was closing already may say nothing more.
    handleDisconnected();
}

} // namespace oshaq
