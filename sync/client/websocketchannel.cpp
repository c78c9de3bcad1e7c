// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/websocketchannel.h"

#include "sync/protocol/screenjson.h"

#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QWebSocket>

#include <utility>

namespace oshaq {

namespace {
/// An order with all its lines is some kilobytes; whatever is larger is not from a hub.
constexpr quint64 maxMessageBytes = 8 * 1024 * 1024;
} // namespace

WebSocketChannel::WebSocketChannel(const QString &caFile, QByteArray version, QObject *parent)
    : LiveChannel(parent)
    , m_caFile(caFile)
    , m_version(std::move(version))
{}

WebSocketChannel::~WebSocketChannel()
{
    close();
}

void WebSocketChannel::open(const QUrl &url, const QByteArray &authorization)
{
    close();
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setMaxAllowedIncomingFrameSize(maxMessageBytes);
    m_socket->setMaxAllowedIncomingMessageSize(maxMessageBytes);
    connect(m_socket, &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { Q_EMIT textReceived(text.toUtf8()); });
    connect(m_socket, &QWebSocket::disconnected, this, &WebSocketChannel::handleEnded);
    // A connection that never came up ends with an error and no disconnected(). Queued: the socket still works on it.
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto errorSignal = &QWebSocket::errorOccurred;
#else
    const auto errorSignal = qOverload<QAbstractSocket::SocketError>(&QWebSocket::error);
#endif
    connect(m_socket, errorSignal, this, &WebSocketChannel::handleEnded, Qt::QueuedConnection);

    if (!m_caFile.isEmpty()) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromPath(m_caFile));
        m_socket->setSslConfiguration(tls);
    }
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", authorization);
    request.setRawHeader(programVersionHeader, m_version);
    m_socket->open(request);
}

void WebSocketChannel::close()
{
    if (!m_socket)
        return;
    QWebSocket *socket = m_socket;
    m_socket = nullptr;
    disconnect(socket, nullptr, this, nullptr);
    socket->abort();
    socket->deleteLater();
}

void WebSocketChannel::handleEnded()
{
    // An error of a socket that was replaced since then is not this one's.
    if (!m_socket || sender() != m_socket)
        return;
    QString reason = m_socket->closeReason();
    if (reason.isEmpty())
        reason = m_socket->errorString();
    close();
    Q_EMIT closed(reason);
}

} // namespace oshaq
