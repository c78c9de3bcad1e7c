// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/headscanner.h"
#include "sync/server/httpmessage.h"
#include "sync/server/responsewriter.h"
#include "sync/server/wire.h"

#include <memory>
#include <optional>
#include <vector>

class QTcpSocket;

namespace oshaq {

class ConnectionGuard;

/// One HTTP/1 connection: reads requests, refuses by itself what is not to reach a handler, keeps the answers in
/// request order, and owns the ways in which a connection ends.
///
/// Owned by its guard, which lets it go from the event loop only; under a WebSocket it stays, to be counted, until the
/// socket is gone.
class HttpConnection final : private Wire::Watcher
{
    Q_DISABLE_COPY_MOVE(HttpConnection)

public:
    /// `served`: within the cap; else it is about to be refused.
    HttpConnection(std::unique_ptr<Wire> wire, ConnectionGuard &guard, quint64 id, bool served);
    ~HttpConnection();

    quint64 id() const { return m_id; }
    bool isServed() const { return m_served; }
    const QByteArray &remoteAddress() const { return m_remoteAddress; }

    /// A request as a value.
    HttpRequest makeRequest(RequestHead head, const QByteArray &body) const;

    /// The answer of one request; kept until those before it are out. Unknown numbers are ignored.
    void answer(quint64 sequence, const HttpResponse &response);
    /// Nobody will answer that request any more.
    void answerLost(quint64 sequence);

    /// Refuses what is being read with the guard's own answer, queued behind pending ones, and ends the connection.
    void refuse(int status, const QByteArray &code, const QByteArray &message);
    /// The same with a given answer.
    void refuseWith(const HttpResponse &response);

    /// Gives the socket away to a WebSocket, with the whole upgrade request unread again. The caller owns it. Null: it
    /// broke just now.
    QTcpSocket *releaseToWebSocket();

    /// No further request; close behind the last pending answer.
    void drain();
    void sweep(qint64 nowMonotonicMs);

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
        QByteArray head;
        QByteArray body;
    };

    void wireReadable() override;
    void wireWritten() override;
    void wireBroken() override;

    /// Bytes as they come; what they are depends on the phase.
    void take(QByteArrayView bytes);
    /// How many of the bytes belong to the head that is being read.
    qsizetype takeHead(QByteArrayView bytes);
    void acceptHead(QByteArrayView behind);
    void deliver();
    void stopReading();
    void inputEnded();
    void sendContinueIfDue();
    void setAnswer(Slot &slot, const HttpResponse &response);
    void flushAnswers();
    bool write(const QByteArray &head, const QByteArray &body);
    void closeIdle();
    void finish();
    void finishIfDone();
    void shutDownWriting();
    void abortNow();
    void becomeGone();

    const std::unique_ptr<Wire> m_wire;
    ConnectionGuard &m_guard;
    const quint64 m_id;
    const bool m_served;
    QByteArray m_remoteAddress;

    Phase m_phase = Phase::Head;
    HeadScanner m_scanner;
    std::optional<RequestHead> m_head; ///< complete, waiting for its body
    QByteArray m_body;                 ///< of that request, as far as it has come
    QByteArray m_upgrade;              ///< the bytes of a request for a WebSocket and what came behind it
    std::vector<Slot> m_slots;         ///< the front is the oldest unanswered request; GuardLimits::maxPipelined at most
    quint64 m_firstSequence = 0;       ///< of the front
    qint64 m_since = 0; ///< of the phase, or of the last request's end: what deadlines count from
    qint64 m_lastWriteProgress = 0;
    bool m_headStarted = false;
    bool m_peerFinished = false; ///< the client has shut down its sending side
    bool m_finishing = false;    ///< the last answer is written, or there is none
    bool m_writeShutDown = false;
    bool m_draining = false;
};

} // namespace oshaq
