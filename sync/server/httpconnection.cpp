// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/httpconnection.h"

#include <QEvent>
#include <QHostAddress>
#include <QMetaObject>
#include <QSocketNotifier>
#include <QSslSocket>
#include <QTcpSocket>

#include <algorithm>
#include <utility>

#include <sys/socket.h>

namespace oshaq {

namespace {

constexpr qint64 readAheadBytes = 64 * 1024;

/// IPv4 clients of a dual-stack socket are shown as IPv4.
QByteArray addressText(const QHostAddress &address)
{
    bool isIPv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIPv4);
    return (isIPv4 ? QHostAddress(ipv4) : address).toString().toLatin1();
}

QSocketNotifier *readNotifierOf(const QTcpSocket *socket)
{
    const auto notifiers = socket->findChildren<QSocketNotifier *>();
    for (QSocketNotifier *notifier : notifiers) {
        if (notifier->type() == QSocketNotifier::Read)
            return notifier;
    }
    return nullptr;
}

} // namespace

HttpConnection::HttpConnection(QTcpSocket *socket, ConnectionGuard &guard, quint64 id, bool served)
    : QObject(socket)
    , m_socket(socket)
    , m_socketKey(socket)
    , m_guard(guard)
    , m_id(id)
    , m_served(served)
    , m_isTls(qobject_cast<QSslSocket *>(socket) != nullptr)
    , m_remoteAddress(addressText(socket->peerAddress()))
    , m_readNotifier(m_isTls ? nullptr : readNotifierOf(socket))
    , m_scanner(guard.headLimits())
    , m_since(guard.monotonicMs())
    , m_lastWriteProgress(m_since)
{
    // One request always fits, so a full buffer holds the sender back and never the parser.
    makeRoomFor(guard.limits().smallBodyBytes);
    connect(socket, &QTcpSocket::readyRead, this, &HttpConnection::handleReadyRead);
    connect(socket, &QTcpSocket::bytesWritten, this, &HttpConnection::handleBytesWritten);
    if (m_isTls) {
        connect(qobject_cast<QSslSocket *>(socket), &QSslSocket::encryptedBytesWritten, this,
                &HttpConnection::handleBytesWritten);
    }
    connect(socket, &QTcpSocket::disconnected, this, &HttpConnection::handleDisconnected);
    if (m_readNotifier)
        m_readNotifier->installEventFilter(this);
}

HttpConnection::~HttpConnection()
{
    m_guard.forget(*this);
}

void HttpConnection::makeRoomFor(qint64 bodyBytes)
{
    m_socket->setReadBufferSize(m_guard.headLimits().maxHeadBytes +
                                std::max(bodyBytes, m_guard.limits().smallBodyBytes) + readAheadBytes);
}

void HttpConnection::handleReadyRead()
{
    switch (m_phase) {
    case Phase::Head:
        readHead();
        break;
    case Phase::Body:
        takeBody(m_socket->bytesAvailable());
        break;
    case Phase::Closing:
        discardInput();
        break;
    case Phase::Live:
    case Phase::Gone:
        break;
    }
    // Only after Qt's slot of this emission has run is it clear what of the input is left.
    if (m_peerFinished)
        QMetaObject::invokeMethod(this, &HttpConnection::inputEnded, Qt::QueuedConnection);
}

void HttpConnection::readHead()
{
    while (m_socket->bytesAvailable() > 0) {
        QByteArray &scratch = m_guard.scratch();
        const qint64 there = m_socket->bytesAvailable();
        const qint64 peeked = m_socket->peek(scratch.data(), std::min<qint64>(there, scratch.size()));
        if (peeked <= 0)
            return;
        const HeadScanner::Verdict verdict = m_scanner.feed(QByteArrayView(scratch.constData(), peeked));
        if (m_scanner.leading() > 0) {
            // Qt must not see empty lines before a request, nor may they be part of what an upgrade hands over.
            if (m_socket->isTransactionStarted())
                m_socket->commitTransaction();
            m_socket->skip(m_scanner.leading());
        }
        if (m_scanner.started() && !m_headStarted) {
            m_headStarted = true;
            m_since = m_guard.monotonicMs();
        }
        switch (verdict) {
        case HeadScanner::Verdict::Incomplete:
            if (m_scanner.leading() == peeked && peeked < there)
                continue;
            return;
        case HeadScanner::Verdict::Refused:
            refuse(m_scanner.status(), m_scanner.code(), m_scanner.message());
            return;
        case HeadScanner::Verdict::Complete:
            acceptHead(there - m_scanner.taken());
            return;
        }
    }
}

void HttpConnection::acceptHead(qint64 bodyBytesThere)
{
    RequestHead head = m_scanner.takeHead();
    m_scanner.reset();
    m_headStarted = false;
    m_since = m_guard.monotonicMs();

    if (static_cast<int>(m_slots.size()) >= m_guard.limits().maxPipelined) {
        refuse(429, QByteArrayLiteral("TOO_MANY_PIPELINED"),
               QByteArrayLiteral("Too many requests wait for their answers on this connection."));
        return;
    }
    if (head.upgrade) {
        if (!m_slots.empty())
            refuse(400, QByteArrayLiteral("BAD_REQUEST"),
                   QByteArrayLiteral("A WebSocket must not be asked for behind another request."));
        else
            m_guard.upgrade(*this, std::move(head));
        return;
    }

    const bool large = head.bodyBytes > m_guard.limits().smallBodyBytes;
    if (large && head.bodyBytes > m_guard.handler().maxBodyBytes(head.method, head.path, head.field("authorization"))) {
        refuse(413, QByteArrayLiteral("PAYLOAD_TOO_LARGE"), QByteArrayLiteral("The request body is too large."));
        return;
    }
    if (large)
        makeRoomFor(head.bodyBytes);

    Slot slot;
    slot.framing.head = head.method == "HEAD";
    slot.framing.close = head.close;
    slot.framing.minorVersion = head.minorVersion;
    slot.wantsContinue = head.expectContinue && head.bodyBytes > bodyBytesThere;
    m_slots.push_back(std::move(slot));
    m_bodyLeft = head.bodyBytes;
    m_head = std::move(head);
    takeBody(bodyBytesThere);
    sendContinueIfDue();
}

void HttpConnection::takeBody(qint64 bytesThere)
{
    m_bodyLeft -= std::min(bytesThere, m_bodyLeft);
    // With the last byte Qt delivers the request in this very emission.
    m_phase = m_bodyLeft > 0 ? Phase::Body : Phase::Head;
}

void HttpConnection::sendContinueIfDue()
{
    if (m_slots.empty() || !m_slots.front().wantsContinue || m_phase != Phase::Body)
        return;
    m_slots.front().wantsContinue = false;
    write(QByteArrayLiteral("HTTP/1.1 100 Continue\r\n\r\n"));
}

std::optional<HttpConnection::Delivery> HttpConnection::deliver(const QByteArray &body)
{
    if (!m_head || m_bodyLeft > 0 || m_slots.empty() || body.size() != m_head->bodyBytes) {
        abortNow();
        return std::nullopt;
    }
    Slot &slot = m_slots.back();
    slot.delivered = true;
    slot.wantsContinue = false;
    if (body.size() > m_guard.limits().smallBodyBytes)
        makeRoomFor(0);
    const bool last = slot.framing.close || m_draining;

    Delivery delivery;
    delivery.sequence = m_firstSequence + m_slots.size() - 1;
    delivery.request = makeRequest(*std::exchange(m_head, std::nullopt), body);
    m_since = m_guard.monotonicMs();
    if (last)
        stopReading();
    return delivery;
}

HttpRequest HttpConnection::makeRequest(RequestHead head, const QByteArray &body) const
{
    HttpRequest request;
    request.method = std::move(head.method);
    request.path = std::move(head.path);
    request.query = std::move(head.query);
    request.headers.reserve(static_cast<qsizetype>(head.fields.size()));
    for (RequestHead::Field &field : head.fields)
        request.headers.emplaceBack(std::move(field.name), std::move(field.value));
    request.body = body;
    request.remoteAddress = m_remoteAddress;
    request.arrivedAtMs = m_guard.nowMs();
    request.isTls = m_isTls;
    return request;
}

void HttpConnection::setAnswer(Slot &slot, const HttpResponse &response)
{
    slot.framing.close = slot.framing.close || (m_draining && &slot == &m_slots.back());
    slot.bytes = writeResponse(response, slot.framing, m_guard.dateHeader());
    slot.answered = true;
}

void HttpConnection::answer(quint64 sequence, const HttpResponse &response)
{
    if (m_phase == Phase::Gone || m_phase == Phase::Live || sequence < m_firstSequence ||
        sequence - m_firstSequence >= m_slots.size())
        return;
    Slot &slot = m_slots[sequence - m_firstSequence];
    if (slot.answered || !slot.delivered)
        return;
    setAnswer(slot, response);
    if (sequence == m_firstSequence)
        flushAnswers();
}

void HttpConnection::answerLost(quint64 sequence)
{
    answer(sequence, m_guard.handler().guardRefusal(500, QByteArrayLiteral("INTERNAL"),
                                                    QByteArrayLiteral("The request got no answer.")));
}

void HttpConnection::refuse(int status, const QByteArray &code, const QByteArray &message)
{
    m_guard.handler().refusedByGuard(m_remoteAddress, status, message);
    refuseWith(m_guard.handler().guardRefusal(status, code, message));
}

void HttpConnection::refuseWith(const HttpResponse &response)
{
    if (m_phase == Phase::Gone || m_phase == Phase::Live)
        return;
    stopReading();
    discardInput();
    // A request that was being read has its place already.
    if (m_slots.empty() || m_slots.back().delivered)
        m_slots.emplace_back();
    m_head.reset();
    Slot &slot = m_slots.back();
    slot.framing.close = true;
    slot.wantsContinue = false;
    setAnswer(slot, response);
    flushAnswers();
}

void HttpConnection::stopReading()
{
    if (m_phase != Phase::Gone)
        m_phase = Phase::Closing;
    // Also keeps Qt's slot from running in the emission that is under way.
    if (m_guard.qtReader())
        QObject::disconnect(m_socket, &QIODevice::readyRead, m_guard.qtReader(), nullptr);
}

void HttpConnection::discardInput()
{
    if (m_socket->isTransactionStarted())
        m_socket->commitTransaction();
    if (m_socket->bytesAvailable() > 0)
        m_socket->skip(m_socket->bytesAvailable());
}

void HttpConnection::flushAnswers()
{
    while (!m_slots.empty() && m_slots.front().answered) {
        const Slot slot = std::move(m_slots.front());
        m_slots.pop_front();
        ++m_firstSequence;
        if (!write(slot.bytes))
            return;
        if (slot.framing.close) {
            m_firstSequence += m_slots.size();
            m_slots.clear();
            m_head.reset();
            finish();
            return;
        }
    }
    sendContinueIfDue();
    if (m_slots.empty()) {
        m_since = m_headStarted ? m_since : m_guard.monotonicMs();
        finishIfDone();
    }
}

bool HttpConnection::write(const QByteArray &bytes)
{
    if (m_phase == Phase::Gone || m_socket->state() != QAbstractSocket::ConnectedState)
        return false;
    if (pendingBytes() > m_guard.limits().maxBytesToWrite) {
        m_guard.handler().refusedByGuard(m_remoteAddress, 0,
                                         QByteArrayLiteral("The client does not read its answers."));
        abortNow();
        return false;
    }
    if (pendingBytes() == 0)
        m_lastWriteProgress = m_guard.monotonicMs();
    m_socket->write(bytes);
    // At once, which saves a turn of the event loop and, for most answers, the write notifier.
    m_socket->flush();
    return m_phase != Phase::Gone;
}

qint64 HttpConnection::pendingBytes() const
{
    // What TLS has encrypted already is still ours until the client takes it.
    const auto *encrypted = m_isTls ? qobject_cast<const QSslSocket *>(m_socket) : nullptr;
    return m_socket->bytesToWrite() + (encrypted ? encrypted->encryptedBytesToWrite() : 0);
}

void HttpConnection::handleBytesWritten()
{
    m_lastWriteProgress = m_guard.monotonicMs();
    if ((m_finishing || m_peerFinished) && pendingBytes() == 0)
        finishIfDone();
}

void HttpConnection::closeIdle()
{
    if (m_socket->bytesAvailable() > 0 || pendingBytes() > 0) {
        finish();
        return;
    }
    // No answer is on its way that a reset could destroy, so there is nothing to linger for.
    stopReading();
    m_phase = Phase::Gone;
    m_socket->disconnectFromHost();
}

void HttpConnection::finish()
{
    stopReading();
    m_finishing = true;
    m_since = m_guard.monotonicMs();
    finishIfDone();
}

void HttpConnection::finishIfDone()
{
    if (m_phase == Phase::Gone || m_phase == Phase::Live || !m_slots.empty() || pendingBytes() > 0)
        return;
    if (m_finishing)
        shutDownWriting();
    else if (m_peerFinished)
        inputEnded();
    else if (m_phase == Phase::Closing)
        finish();
}

void HttpConnection::shutDownWriting()
{
    if (m_writeShutDown)
        return;
    m_writeShutDown = true;
    m_since = m_guard.monotonicMs();
    if (m_peerFinished) {
        m_phase = Phase::Gone;
        m_socket->disconnectFromHost();
        return;
    }
    // Closing with unread input would reset the connection and the client would lose the answer: say that nothing more
    // comes, go on discarding, and close when the client does or after the linger time.
    ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
}

void HttpConnection::abortNow()
{
    stopReading();
    m_phase = Phase::Gone;
    m_slots.clear();
    m_head.reset();
    m_socket->abort();
}

bool HttpConnection::isUnfinished() const
{
    return !m_slots.empty() || pendingBytes() > 0 || m_socket->bytesAvailable() > 0;
}

bool HttpConnection::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_readNotifier || event->type() != QEvent::SockAct || m_phase == Phase::Live ||
        m_phase == Phase::Gone || !isUnfinished())
        return QObject::eventFilter(watched, event);

    // Qt takes the end of the client's input for the end of the connection and drops what has not been sent yet. While
    // there is something to answer, the end is kept from it.
    char byte = 0;
    if (::recv(static_cast<int>(m_socket->socketDescriptor()), &byte, 1, MSG_PEEK | MSG_DONTWAIT) != 0)
        return false;
    m_readNotifier->setEnabled(false);
    m_peerFinished = true;
    inputEnded();
    return true;
}

void HttpConnection::inputEnded()
{
    if (m_phase == Phase::Gone || m_phase == Phase::Live)
        return;
    // What Qt has not taken yet it takes at the readyRead that it has queued.
    if (m_phase != Phase::Closing && m_socket->bytesAvailable() > 0)
        return;
    if (!m_slots.empty() && !m_slots.back().delivered && !m_slots.back().answered) {
        m_slots.pop_back();
        m_head.reset();
    }
    if (m_slots.empty())
        finish();
    else
        stopReading();
}

void HttpConnection::handleDisconnected()
{
    m_phase = Phase::Gone;
    m_slots.clear();
    m_head.reset();
    m_socket->deleteLater();
}

void HttpConnection::releaseToWebSocket()
{
    stopReading();
    m_phase = Phase::Live;
    if (m_readNotifier)
        m_readNotifier->removeEventFilter(this);
    QObject::disconnect(m_socket, nullptr, this, nullptr);
    if (m_socket->isTransactionStarted())
        m_socket->rollbackTransaction();
}

void HttpConnection::drain()
{
    m_draining = true;
    if (m_phase != Phase::Head || m_headStarted || (!m_slots.empty() && !m_slots.back().delivered))
        return;
    if (m_slots.empty())
        closeIdle();
    else
        stopReading();
}

void HttpConnection::sweep(qint64 now)
{
    const GuardLimits &limits = m_guard.limits();
    if (m_phase == Phase::Live || m_phase == Phase::Gone)
        return;
    if (pendingBytes() > 0) {
        if (now - m_lastWriteProgress >= limits.idleDeadlineMs)
            abortNow();
        return;
    }
    if (m_writeShutDown) {
        if (now - m_since >= limits.lingerMs)
            abortNow();
        return;
    }
    if (m_phase == Phase::Body) {
        if (now - m_since >= limits.bodyDeadlineMs)
            refuse(408, QByteArrayLiteral("REQUEST_TIMEOUT"),
                   QByteArrayLiteral("The request body did not arrive in time."));
    } else if (m_phase == Phase::Head && m_headStarted) {
        if (now - m_since >= limits.headDeadlineMs)
            refuse(408, QByteArrayLiteral("REQUEST_TIMEOUT"),
                   QByteArrayLiteral("The request head did not arrive in time."));
    } else if (m_phase == Phase::Head && m_slots.empty()) {
        if (now - m_since >= limits.idleDeadlineMs)
            closeIdle();
    }
}

} // namespace oshaq
