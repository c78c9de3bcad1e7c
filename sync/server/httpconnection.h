// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/connectionguard.h"
#include "sync/server/headscanner.h"
#include "sync/server/httpmessage.h"
#include "sync/server/responsewriter.h"

#include <QObject>
#include <QPointer>

#include <deque>
#include <optional>

class QSocketNotifier;
class QTcpSocket;

namespace oshaq {

/// One guarded TCP connection. Sees its bytes before Qt's parser does (its slot is connected first, and it only peeks),
/// refuses by itself what is not to reach the parser, keeps the answers in request order, and owns the ways in which a
/// connection ends.
///
/// Child of its socket: it lives as long as the socket does, also under a WebSocket.
class HttpConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpConnection)

public:
    /// A request that Qt has read to its end.
    struct Delivery
    {
        HttpRequest request;
        quint64 sequence = 0;
    };

    /// `served`: within the cap; else it is about to be refused.
    HttpConnection(QTcpSocket *socket, ConnectionGuard &guard, quint64 id, bool served);
    ~HttpConnection() override;

    quint64 id() const { return m_id; }
    bool isServed() const { return m_served; }
    QTcpSocket *socket() const { return m_socket; }
    /// The socket's address as a key; still valid while the socket is being destroyed.
    const QObject *socketKey() const { return m_socketKey; }
    const QByteArray &remoteAddress() const { return m_remoteAddress; }

    /// The request whose head passed and whose body Qt has just read. Nothing when Qt and the guard disagree about what
    /// was sent: then the connection is gone, for one of the two has been tricked.
    std::optional<Delivery> deliver(const QByteArray &body);
    /// Body of an upgrade or of a plain request as a value.
    HttpRequest makeRequest(RequestHead head, const QByteArray &body) const;

    /// The answer of one request; kept until those before it are out. Unknown numbers are ignored.
    void answer(quint64 sequence, const HttpResponse &response);
    /// Nobody will answer that request any more.
    void answerLost(quint64 sequence);

    /// Refuses what is being read with the guard's own answer, queued behind pending ones, and ends the connection.
    void refuse(int status, const QByteArray &code, const QByteArray &message);
    /// The same with a given answer.
    void refuseWith(const HttpResponse &response);

    /// Gives the socket away to a WebSocket, with the whole upgrade request unread again.
    void releaseToWebSocket();

    /// No further request; close behind the last pending answer.
    void drain();
    void sweep(qint64 nowMonotonicMs);

protected:
    /// Looks at the socket's read notifier, to learn that the client has finished sending before Qt closes the whole
    /// socket over it.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Phase
    {
        Head,    ///< reading a request line and headers, or between two requests
        Body,    ///< reading a body
        Closing, ///< input is discarded; answers may still be on their way
        Live,    ///< a WebSocket has the socket
        Gone,
    };

    /// An answer's place in the queue.
    struct Slot
    {
        ResponseFraming framing;
        bool delivered = false; ///< the handler has the request
        bool answered = false;
        bool wantsContinue = false;
        QByteArray bytes;
    };

    void handleReadyRead();
    void handleBytesWritten();
    void handleDisconnected();

    /// How much of the socket may wait here: the head, this body, and a little of what comes after.
    void makeRoomFor(qint64 bodyBytes);
    void readHead();
    void acceptHead(qint64 bodyBytesThere);
    void takeBody(qint64 bytesThere);
    void discardInput();
    void stopReading();
    void inputEnded();
    void sendContinueIfDue();
    void setAnswer(Slot &slot, const HttpResponse &response);
    void flushAnswers();
    bool write(const QByteArray &bytes);
    qint64 pendingBytes() const; ///< written, and not yet taken by the client's machine
    void closeIdle();
    void finish();
    void finishIfDone();
    void shutDownWriting();
    void abortNow();
    bool isUnfinished() const;

    QTcpSocket *m_socket;
    const QObject *m_socketKey;
    ConnectionGuard &m_guard;
    const quint64 m_id;
    const bool m_served;
    const bool m_isTls;
    QByteArray m_remoteAddress;
    QPointer<QSocketNotifier> m_readNotifier; ///< null with TLS, whose own close says that a client has finished

    Phase m_phase = Phase::Head;
    HeadScanner m_scanner;
    std::optional<RequestHead> m_head; ///< complete, waiting for its body and for Qt
    qint64 m_bodyLeft = 0;
    std::deque<Slot> m_slots;    ///< the front is the oldest unanswered request
    quint64 m_firstSequence = 0; ///< of the front
    qint64 m_since = 0;          ///< of the phase, or of the last request's end: what deadlines count from
    qint64 m_lastWriteProgress = 0;
    bool m_headStarted = false;
    bool m_peerFinished = false; ///< the client has shut down its sending side
    bool m_finishing = false;    ///< the last answer is written, or there is none
    bool m_writeShutDown = false;
    bool m_draining = false;
};

} // namespace oshaq
