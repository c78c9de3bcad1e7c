// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/plainwire.h"

#include <QEvent>
#include <QTcpSocket>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace oshaq {

namespace {

bool isLater(int number)
{
    return number == EAGAIN || number == EWOULDBLOCK;
}

iovec part(const QByteArray &bytes, qint64 from)
{
    // sendmsg() only reads, its type comes from recvmsg().
    return {const_cast<char *>(bytes.constData()) + from, static_cast<std::size_t>(bytes.size() - from)};
}

/// Bytes that went, 0 when there is no room now, -1 when the connection is broken.
qint64 sendParts(int descriptor, iovec *parts, std::size_t count)
{
    msghdr message{};
    message.msg_iov = parts;
    message.msg_iovlen = count;
    ssize_t sent = 0;
    do {
        sent = ::sendmsg(descriptor, &message, MSG_DONTWAIT | MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    if (sent >= 0)
        return sent;
    return isLater(errno) ? 0 : -1;
}

} // namespace

PlainWire::Notifier::Notifier(int descriptor, Type type, PlainWire &wire)
    : QSocketNotifier(descriptor, type)
    , m_wire(wire)
{}

bool PlainWire::Notifier::event(QEvent *event)
{
    if (event->type() != QEvent::SockAct)
        return QSocketNotifier::event(event);
    m_wire.notified(type());
    return true;
}

PlainWire::PlainWire(int descriptor)
    : m_descriptor(descriptor)
{}

PlainWire::~PlainWire()
{
    abort();
}

void PlainWire::watch(Watcher &watcher)
{
    m_watcher = &watcher;
    m_readNotifier = std::make_unique<Notifier>(m_descriptor, QSocketNotifier::Read, *this);
}

QHostAddress PlainWire::peer() const
{
    sockaddr_storage storage{};
    socklen_t length = sizeof(storage);
    auto *address = reinterpret_cast<sockaddr *>(&storage);
    return ::getpeername(m_descriptor, address, &length) == 0 ? QHostAddress(address) : QHostAddress();
}

void PlainWire::notified(QSocketNotifier::Type type)
{
    // The watcher outlives this call: connections go from the event loop only.
    if (m_descriptor < 0)
        return;
    if (type == QSocketNotifier::Read) {
        m_watcher->wireReadable();
        return;
    }
    if (!sendWaiting()) {
        m_watcher->wireBroken();
        return;
    }
    if (m_pending == 0)
        m_writeNotifier->setEnabled(false);
    m_watcher->wireWritten();
}

Wire::Reading PlainWire::read(char *to, qint64 most, qint64 &taken)
{
    taken = 0;
    if (m_descriptor < 0)
        return Reading::Broken;
    ssize_t got = 0;
    do {
        got = ::recv(m_descriptor, to, static_cast<std::size_t>(most), MSG_DONTWAIT);
    } while (got < 0 && errno == EINTR);
    if (got > 0) {
        taken = got;
        return Reading::Bytes;
    }
    if (got == 0)
        return Reading::End;
    return isLater(errno) ? Reading::Nothing : Reading::Broken;
}

bool PlainWire::hasUnread() const
{
    char byte = 0;
    return m_descriptor >= 0 && ::recv(m_descriptor, &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
}

void PlainWire::stopReading()
{
    if (m_readNotifier)
        m_readNotifier->setEnabled(false);
}

bool PlainWire::write(const QByteArray &head, const QByteArray &body)
{
    if (m_descriptor < 0)
        return false;
    qint64 sent = 0;
    const qint64 whole = head.size() + body.size();
    if (m_pending == 0) {
        std::array<iovec, 2> parts{part(head, 0), part(body, 0)};
        sent = sendParts(m_descriptor, parts.data(), body.isEmpty() ? 1 : 2);
        if (sent < 0)
            return false;
        if (sent == whole)
            return true;
    }
    const qint64 sentOfBody = std::max<qint64>(sent - head.size(), 0);
    if (m_waiting.empty())
        m_sentOfFirst = sent < head.size() ? sent : sentOfBody;
    if (sent < head.size())
        m_waiting.push_back(head);
    if (sentOfBody < body.size())
        m_waiting.push_back(body);
    m_pending += whole - sent;
    if (!m_writeNotifier)
        m_writeNotifier = std::make_unique<Notifier>(m_descriptor, QSocketNotifier::Write, *this);
    m_writeNotifier->setEnabled(true);
    return true;
}

bool PlainWire::sendWaiting()
{
    while (!m_waiting.empty()) {
        iovec next = part(m_waiting.front(), m_sentOfFirst);
        const qint64 sent = sendParts(m_descriptor, &next, 1);
        if (sent < 0)
            return false;
        if (sent == 0)
            return true;
        m_pending -= sent;
        m_sentOfFirst += sent;
        if (m_sentOfFirst < m_waiting.front().size())
            return true;
        m_sentOfFirst = 0;
        m_waiting.erase(m_waiting.begin());
    }
    return true;
}

void PlainWire::shutDownWriting()
{
    if (m_descriptor >= 0)
        ::shutdown(m_descriptor, SHUT_WR);
}

void PlainWire::close()
{
    abort();
}

void PlainWire::abort()
{
    if (m_descriptor < 0)
        return;
    // Off first: the descriptor may be somebody else's in a moment. Kept as objects, since one of them may be calling.
    for (const auto &notifier : {m_readNotifier.get(), m_writeNotifier.get()}) {
        if (notifier)
            notifier->setEnabled(false);
    }
    ::close(std::exchange(m_descriptor, -1));
    m_waiting.clear();
    m_pending = 0;
}

QTcpSocket *PlainWire::release(const QByteArray &bytes)
{
    for (const auto &notifier : {m_readNotifier.get(), m_writeNotifier.get()}) {
        if (notifier)
            notifier->setEnabled(false);
    }
    auto socket = std::make_unique<QTcpSocket>();
    const int descriptor = std::exchange(m_descriptor, -1);
    if (!socket->setSocketDescriptor(descriptor)) {
        ::close(descriptor);
        return nullptr;
    }
    unread(*socket, bytes);
    return socket.release();
}

void unread(QTcpSocket &socket, const QByteArray &bytes)
{
    for (auto it = bytes.crbegin(); it != bytes.crend(); ++it)
        socket.ungetChar(*it);
}

} // namespace oshaq
