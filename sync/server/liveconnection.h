// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/requesthandler.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QTcpSocket;
class QWebSocket;

namespace oshaq {

class ConnectionGuard;

/// One WebSocket with the session that the API made of it. Its owner deletes it after ended(), but never inside one of
/// the session's own calls.
class LiveConnection final : public QObject, public LiveSocket
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LiveConnection)

public:
    LiveConnection(std::unique_ptr<QWebSocket> webSocket, QTcpSocket *socket, std::unique_ptr<LiveSession> session,
                   ConnectionGuard &guard);
    ~LiveConnection() override;

    /// Tells the session. Apart from the constructor, so that the owner holds the connection by then.
    void open();
    void tick();
    /// Ends a client that takes nothing, or that does not answer a close.
    void sweep(qint64 nowMonotonicMs);

    void sendText(const QByteArray &utf8) override;
    void sendTexts(const LiveTexts &texts) override;
    qint64 bytesPending() const override;
    void close(int code, const QByteArray &reason) override;

Q_SIGNALS:
    /// The socket is gone. May come while a call of the session is running.
    void ended();

private:
    /// False: nothing is sent to it any more, or not now.
    bool canSend(qsizetype bytes);
    void writeUnsent();
    void handleText(const QString &message);
    void handleBinary(const QByteArray &message);
    void handleBytesWritten();
    void handleDisconnected();

    std::unique_ptr<QWebSocket> m_webSocket;
    QPointer<QTcpSocket> m_socket;
    std::unique_ptr<LiveSession> m_session;
    ConnectionGuard &m_guard;
    qint64 m_closingSince = 0;
    qint64 m_lastWriteProgress = 0;
    QByteArray m_unsent; ///< frames that were said in this turn of the event loop
    bool m_closing = false;
    bool m_gone = false;
};

} // namespace oshaq
