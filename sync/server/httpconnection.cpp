// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/httpconnection.h"

#include "sync/server/connectionguard.h"

#include <QHostAddress>
#include <QTcpSocket>

#include <algorithm>
#include <utility>

namespace oshaq {

namespace {

/// Read for one connection before others have their turn.
constexpr qint64 turnBytes = 256 * 1024;
/// Lent to a body before it is there.
constexpr qint64 bodyReserveBytes = 64 * 1024;

/// IPv4 clients of a dual-stack socket are shown as IPv4.
QByteArray addressText(const QHostAddress &address)
{
    bool isIPv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIPv4);
    return (isIPv4 ? QHostAddress(ipv4) : address).toString().toLatin1();
}

} // namespace

HttpConnection::HttpConnection(std::unique_ptr<Wire> wire, ConnectionGuard &guard, quint64 id, bool served)
    : m_wire(std::move(wire))
    , m_guard(guard)
    , m_id(id)
    , m_served(served)
    , m_remoteAddress(addressText(m_wire->peer()))
    , m_scanner(guard.headLimits())
    , m_since(guard.monotonicMs())
    , m_lastWriteProgress(m_since)
{
    m_wire->watch(*this);
}

HttpConnection::~HttpConnection() = default;

void HttpConnection::wireReadable()
{
    // Shared by all connections of the thread: no handler runs an event loop of its own.
    QByteArray &scratch = m_guard.scratch();
    qint64 turn = 0;
    while (m_phase != Phase::Live && m_phase != Phase::Gone) {
        qint64 taken = 0;
        switch (m_wire->read(scratch.data(), scratch.size(), taken)) {
        case Wire::Reading::Bytes:
            take(QByteArrayView(scratch.constData(), taken));
            break;
        case Wire::Reading::AllBytes:
            take(QByteArrayView(scratch.constData(), taken));
            return;
        case Wire::Reading::Nothing:
            return;
        case Wire::Reading::End:
            m_peerFinished = true;
            m_wire->stopReading();
            inputEnded();
            return;
        case Wire::Reading::Broken:
            wireBroken();
            return;
        }
        turn += taken;
        if (turn >= turnBytes) {
            m_wire->tellOfRest();
            return;
        }
    }
}

void HttpConnection::take(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        if (m_phase == Phase::Head) {
            bytes = bytes.sliced(takeHead(bytes));
        } else if (m_phase == Phase::Body) {
            const qsizetype part = std::min<qsizetype>(bytes.size(), m_head->bodyBytes - m_body.size());
            m_body.append(bytes.first(part));
            bytes = bytes.sliced(part);
            if (m_body.size() == m_head->bodyBytes)
                deliver();
        } else {
            return; // discarded
        }
    }
}

qsizetype HttpConnection::takeHead(QByteArrayView bytes)
{
    const HeadScanner::Verdict verdict = m_scanner.feed(bytes);
    if (m_scanner.started() && !m_headStarted) {
        m_headStarted = true;
        m_since = m_guard.monotonicMs();
    }
    const qsizetype taken = m_scanner.taken();
    if (verdict == HeadScanner::Verdict::Refused)
        refuse(m_scanner.status(), m_scanner.code(), m_scanner.message());
    else if (verdict == HeadScanner::Verdict::Complete)
        acceptHead(bytes.sliced(taken));
    return taken;
}

void HttpConnection::acceptHead(QByteArrayView behind)
{
    RequestHead head = m_scanner.takeHead();
    if (head.upgrade)
        m_upgrade = m_scanner.headText() + behind.toByteArray();
    m_scanner.reset();
    m_headStarted = false;
    m_since = m_guard.monotonicMs();

    if (static_cast<int>(m_slots.size()) >= m_guard.limits().maxPipelined) {
        refuse(429, QByteArrayLiteral("TOO_MANY_PIPELINED"),
               QByteArrayLiteral("Too many requests wait for their answers on this connection."));
        return;
    }
    if (head.upgrade) {
        if (!m_slots.empty() || m_wire->pendingBytes() > 0)
            refuse(400, QByteArrayLiteral("BAD_REQUEST"),
                   QByteArrayLiteral("A WebSocket must not be asked for behind another request."));
        else
            m_guard.upgrade(*this, std::move(head));
        return;
    }
    if (head.bodyBytes > m_guard.limits().smallBodyBytes &&
        head.bodyBytes > m_guard.handler().maxBodyBytes(head.method, head.path, head.field("authorization"))) {
        refuse(413, QByteArrayLiteral("PAYLOAD_TOO_LARGE"), QByteArrayLiteral("The request body is too large."));
        return;
    }

    Slot slot;
    slot.framing.head = head.method == "HEAD";
    slot.framing.close = head.close;
    slot.framing.minorVersion = head.minorVersion;
    slot.wantsContinue = head.expectContinue && head.bodyBytes > behind.size();
    m_slots.push_back(std::move(slot));
    m_head = std::move(head);
    if (m_head->bodyBytes == 0) {
        deliver();
        return;
    }
    m_phase = Phase::Body;
    m_body.reserve(static_cast<qsizetype>(std::min(m_head->bodyBytes, bodyReserveBytes)));
    sendContinueIfDue();
}

void HttpConnection::sendContinueIfDue()
{
    if (m_slots.empty() || !m_slots.front().wantsContinue || m_phase != Phase::Body)
        return;
    m_slots.front().wantsContinue = false;
    write(QByteArrayLiteral("HTTP/1.1 100 Continue\r\n\r\n"), QByteArray());
}

void HttpConnection::deliver()
{
    Slot &slot = m_slots.back();
    slot.delivered = true;
    slot.wantsContinue = false;
    const bool last = slot.framing.close || m_draining;
    const quint64 sequence = m_firstSequence + m_slots.size() - 1;
    HttpRequest request = makeRequest(*std::exchange(m_head, std::nullopt), std::exchange(m_body, QByteArray()));
    m_since = m_guard.monotonicMs();
    m_phase = Phase::Head;
    if (last)
        stopReading();
    m_guard.handler().handle(std::move(request), m_guard.respondTo(*this, sequence));
}

HttpRequest HttpConnection::makeRequest(RequestHead head, const QByteArray &body) const
{
    HttpRequest request;
    request.method = std::move(head.method);
    request.path = std::move(head.path);
    request.query = std::move(head.query);
    request.headers = std::move(head.fields);
    request.body = body;
    request.remoteAddress = m_remoteAddress;
    request.arrivedAtMs = m_guard.nowMs();
    request.isTls = m_wire->isEncrypted();
    return request;
}

void HttpConnection::setAnswer(Slot &slot, const HttpResponse &response)
{
    slot.framing.close = slot.framing.close || (m_draining && &slot == &m_slots.back());
    slot.head = writeHead(response, slot.framing, m_guard.dateHeader());
    slot.body = bodyToSend(response, slot.framing);
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
}

void HttpConnection::flushAnswers()
{
    while (!m_slots.empty() && m_slots.front().answered) {
        const Slot slot = std::move(m_slots.front());
        m_slots.erase(m_slots.begin());
        ++m_firstSequence;
        if (!write(slot.head, slot.body))
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

bool HttpConnection::write(const QByteArray &head, const QByteArray &body)
{
    if (m_phase == Phase::Gone)
        return false;
    const qint64 pending = m_wire->pendingBytes();
    if (pending > m_guard.limits().maxBytesToWrite) {
        m_guard.handler().refusedByGuard(m_remoteAddress, 0,
                                         QByteArrayLiteral("The client does not read its answers."));
        abortNow();
        return false;
    }
    if (pending == 0)
        m_lastWriteProgress = m_guard.monotonicMs();
    if (m_wire->write(head, body))
        return true;
    wireBroken();
    return false;
}

void HttpConnection::wireWritten()
{
    m_lastWriteProgress = m_guard.monotonicMs();
    if ((m_finishing || m_peerFinished) && m_wire->pendingBytes() == 0)
        finishIfDone();
}

void HttpConnection::wireBroken()
{
    if (m_phase != Phase::Live)
        abortNow();
}

void HttpConnection::closeIdle()
{
    if (m_wire->hasUnread() || m_wire->pendingBytes() > 0) {
        finish();
        return;
    }
    // No answer is on its way that a reset could destroy, so there is nothing to linger for.
    m_wire->close();
    becomeGone();
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
    if (m_phase == Phase::Gone || m_phase == Phase::Live || !m_slots.empty() || m_wire->pendingBytes() > 0)
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
        m_wire->close();
        becomeGone();
        return;
    }
    // Closing with unread input would reset the connection and the client would lose the answer: say that nothing more
    // comes, go on discarding, and close when the client does or after the linger time.
    m_wire->shutDownWriting();
}

void HttpConnection::abortNow()
{
    m_wire->abort();
    becomeGone();
}

void HttpConnection::becomeGone()
{
    if (std::exchange(m_phase, Phase::Gone) == Phase::Gone)
        return;
    m_slots.clear();
    m_head.reset();
    m_guard.letGo(*this);
}

void HttpConnection::inputEnded()
{
    if (m_phase == Phase::Gone || m_phase == Phase::Live)
        return;
    // A request that came in part.
    if (!m_slots.empty() && !m_slots.back().delivered && !m_slots.back().answered) {
        m_slots.pop_back();
        m_head.reset();
    }
    if (m_slots.empty())
        finish();
    else
        stopReading();
}

QTcpSocket *HttpConnection::releaseToWebSocket()
{
    m_phase = Phase::Live;
    QTcpSocket *socket = m_wire->release(std::exchange(m_upgrade, QByteArray()));
    if (!socket) {
        becomeGone();
        return nullptr;
    }
    QObject::connect(socket, &QObject::destroyed, &m_guard, [&connection = *this] { connection.becomeGone(); });
    return socket;
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
    if (m_wire->pendingBytes() > 0) {
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
