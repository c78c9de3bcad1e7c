// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/socketwire.h"

#include <QEvent>
#include <QMetaObject>

#include <algorithm>
#include <array>
#include <utility>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace oshaq {

namespace {

/// Parts that are sent by one call.
constexpr std::size_t mostParts = 16;

iovec part(const QByteArray &bytes, qint64 from)
{
    // Only read, though the kernel's structure is one for reading into as well.
    return {const_cast<char *>(bytes.constData()) + from, static_cast<std::size_t>(bytes.size() - from)};
}

/// Of no family when the connection is gone.
sockaddr_storage peerOf(int descriptor)
{
    sockaddr_storage storage{};
    socklen_t length = sizeof(storage);
    if (::getpeername(descriptor, reinterpret_cast<sockaddr *>(&storage), &length) != 0)
        storage.ss_family = AF_UNSPEC;
    return storage;
}

} // namespace

SocketWire::Notifier::Notifier(int descriptor, Type type, SocketWire &wire)
    : QSocketNotifier(descriptor, type)
    , m_wire(wire)
{}

bool SocketWire::Notifier::event(QEvent *event)
{
    if (event->type() != QEvent::SockAct)
        return QSocketNotifier::event(event);
    m_wire.notified(type());
    return true;
}

SocketWire::SocketWire(int descriptor)
    : m_descriptor(descriptor)
{}

SocketWire::~SocketWire()
{
    abort();
}

void SocketWire::watch(Watcher &watcher)
{
    m_watcher = &watcher;
    m_readNotifier = std::make_unique<Notifier>(m_descriptor, QSocketNotifier::Read, *this);
}

QHostAddress SocketWire::peer() const
{
    const sockaddr_storage storage = peerOf(m_descriptor);
    return storage.ss_family == AF_UNSPEC ? QHostAddress() : QHostAddress(reinterpret_cast<const sockaddr *>(&storage));
}

quint16 SocketWire::peerPort() const
{
    const sockaddr_storage storage = peerOf(m_descriptor);
    if (storage.ss_family == AF_INET)
        return ntohs(reinterpret_cast<const sockaddr_in *>(&storage)->sin_port);
    return storage.ss_family == AF_INET6 ? ntohs(reinterpret_cast<const sockaddr_in6 *>(&storage)->sin6_port) : 0;
}

void SocketWire::tellReadable()
{
    QMetaObject::invokeMethod(
        m_readNotifier.get(),
        [this] {
            if (m_readNotifier->isEnabled())
                notified(QSocketNotifier::Read);
        },
        Qt::QueuedConnection);
}

void SocketWire::notified(QSocketNotifier::Type type)
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

void SocketWire::stopReading()
{
    if (m_readNotifier)
        m_readNotifier->setEnabled(false);
}

bool SocketWire::write(const QByteArray &head, const QByteArray &body)
{
    if (m_descriptor < 0)
        return false;
    qint64 sent = 0;
    const qint64 whole = head.size() + body.size();
    if (m_pending == 0) {
        const std::array<iovec, 2> parts{part(head, 0), part(body, 0)};
        sent = transmit(std::span(parts).first(body.isEmpty() ? 1 : 2));
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

bool SocketWire::sendWaiting()
{
    std::array<iovec, mostParts> parts;
    const std::size_t count = std::min(m_waiting.size(), mostParts);
    for (std::size_t i = 0; i < count; ++i)
        parts[i] = part(m_waiting[i], i == 0 ? m_sentOfFirst : 0);
    const qint64 sent = transmit(std::span(parts).first(count));
    if (sent < 0)
        return false;
    m_pending -= sent;
    m_sentOfFirst += sent;
    auto rest = m_waiting.begin();
    for (; rest != m_waiting.end() && m_sentOfFirst >= rest->size(); ++rest)
        m_sentOfFirst -= rest->size();
    m_waiting.erase(m_waiting.begin(), rest);
    return true;
}

void SocketWire::shutDownWriting()
{
    if (m_descriptor < 0)
        return;
    sayFarewell();
    ::shutdown(m_descriptor, SHUT_WR);
}

void SocketWire::close()
{
    if (m_descriptor >= 0)
        sayFarewell();
    abort();
}

void SocketWire::abort()
{
    if (m_descriptor < 0)
        return;
    ::close(takeDescriptor());
    m_waiting.clear();
    m_pending = 0;
}

int SocketWire::takeDescriptor()
{
    // Off first: the descriptor may be somebody else's in a moment. Kept as objects, since one of them may be calling.
    for (const auto &notifier : {m_readNotifier.get(), m_writeNotifier.get()}) {
        if (notifier)
            notifier->setEnabled(false);
    }
    return std::exchange(m_descriptor, -1);
}

void unread(QIODevice &device, const QByteArray &bytes)
{
    for (auto it = bytes.crbegin(); it != bytes.crend(); ++it)
        device.ungetChar(*it);
}

} // namespace oshaq
