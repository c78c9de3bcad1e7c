// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/listener.h"

#include "sync/server/connectionguard.h"
#include "sync/server/plainwire.h"
#include "sync/server/tlshandshake.h"
#include "sync/server/tlsidentity.h"
#include "sync/server/tlswire.h"

#include <QLoggingCategory>
#include <QTimer>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcListener, "oshaq.http.listener")

constexpr int backlog = 1'024;
constexpr int acceptPauseMs = 100;

struct SocketAddress
{
    sockaddr_storage storage{};
    socklen_t length = 0;
    bool dualStack = false;
};

sockaddr *asSockaddr(SocketAddress &address)
{
    return reinterpret_cast<sockaddr *>(&address.storage);
}

SocketAddress makeAddress(const QHostAddress &address, quint16 port)
{
    SocketAddress result;
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        sockaddr_in ipv4{};
        ipv4.sin_family = AF_INET;
        ipv4.sin_port = htons(port);
        ipv4.sin_addr.s_addr = htonl(address.toIPv4Address());
        std::memcpy(&result.storage, &ipv4, sizeof(ipv4));
        result.length = sizeof(ipv4);
        return result;
    }
    sockaddr_in6 ipv6{};
    ipv6.sin6_family = AF_INET6;
    ipv6.sin6_port = htons(port);
    const Q_IPV6ADDR bytes =
        address.protocol() == QAbstractSocket::IPv6Protocol ? address.toIPv6Address() : Q_IPV6ADDR{};
    std::memcpy(&ipv6.sin6_addr, &bytes, sizeof(bytes));
    ipv6.sin6_scope_id = address.scopeId().toUInt();
    std::memcpy(&result.storage, &ipv6, sizeof(ipv6));
    result.length = sizeof(ipv6);
    result.dualStack = address.protocol() == QAbstractSocket::AnyIPProtocol;
    return result;
}

Error listenError(int number, const QHostAddress &address, quint16 port)
{
    QString message;
    switch (number) {
    case EADDRINUSE:
        message = QStringLiteral("port %1 is in use").arg(port);
        break;
    case EACCES:
        message = QStringLiteral("port %1 needs more rights than this process has").arg(port);
        break;
    case EADDRNOTAVAIL:
        message = QStringLiteral("%1 is not an address of this machine").arg(address.toString());
        break;
    default:
        message = QStringLiteral("cannot listen on %1 port %2: %3")
                      .arg(address.toString())
                      .arg(port)
                      .arg(QString::fromLocal8Bit(std::strerror(number)));
        break;
    }
    return Error{ErrorCode::Internal, message, {}};
}

bool enable(int descriptor, int level, int option, int value)
{
    return ::setsockopt(descriptor, level, option, &value, sizeof(value)) == 0;
}

/// A listening socket, or -1 with errno set.
int openSocket(SocketAddress &address, bool sharedPort)
{
    const int descriptor = ::socket(address.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return -1;
    const bool ready = enable(descriptor, SOL_SOCKET, SO_REUSEADDR, 1) &&
                       (address.storage.ss_family != AF_INET6 ||
                        enable(descriptor, IPPROTO_IPV6, IPV6_V6ONLY, address.dualStack ? 0 : 1)) &&
                       (!sharedPort || enable(descriptor, SOL_SOCKET, SO_REUSEPORT, 1)) &&
                       ::bind(descriptor, asSockaddr(address), address.length) == 0 &&
                       ::listen(descriptor, backlog) == 0;
    if (ready)
        return descriptor;
    const int number = errno;
    ::close(descriptor);
    errno = number;
    return -1;
}

quint16 boundPort(int descriptor)
{
    SocketAddress address;
    address.length = sizeof(address.storage);
    if (::getsockname(descriptor, asSockaddr(address), &address.length) != 0)
        return 0;
    if (address.storage.ss_family == AF_INET) {
        sockaddr_in ipv4{};
        std::memcpy(&ipv4, &address.storage, sizeof(ipv4));
        return ntohs(ipv4.sin_port);
    }
    sockaddr_in6 ipv6{};
    std::memcpy(&ipv6, &address.storage, sizeof(ipv6));
    return ntohs(ipv6.sin6_port);
}

} // namespace

Result<ListeningSockets> ListeningSockets::open(const QHostAddress &address, quint16 port, int count)
{
    ListeningSockets sockets;
    SocketAddress wanted = makeAddress(address, port);
    int first = openSocket(wanted, false);
    if (first < 0 && errno == EAFNOSUPPORT && wanted.dualStack) {
        // A kernel without IPv6.
        wanted = makeAddress(QHostAddress(QHostAddress::AnyIPv4), port);
        first = openSocket(wanted, false);
    }
    if (first < 0)
        return listenError(errno, address, port);
    sockets.m_descriptors.push_back(first);
    sockets.m_port = boundPort(first);

    if (count > 1 && !enable(first, SOL_SOCKET, SO_REUSEPORT, 1))
        return listenError(errno, address, sockets.m_port);
    const QHostAddress actual =
        wanted.storage.ss_family == AF_INET && address.protocol() != QAbstractSocket::IPv4Protocol
            ? QHostAddress(QHostAddress::AnyIPv4)
            : address;
    SocketAddress shared = makeAddress(actual, sockets.m_port);
    while (static_cast<int>(sockets.m_descriptors.size()) < count) {
        const int next = openSocket(shared, true);
        if (next < 0)
            return listenError(errno, address, sockets.m_port);
        sockets.m_descriptors.push_back(next);
    }
    return sockets;
}

ListeningSockets::ListeningSockets(ListeningSockets &&other) noexcept
    : m_descriptors(std::exchange(other.m_descriptors, {}))
    , m_port(other.m_port)
{}

ListeningSockets &ListeningSockets::operator=(ListeningSockets &&other) noexcept
{
    std::swap(m_descriptors, other.m_descriptors);
    std::swap(m_port, other.m_port);
    return *this;
}

ListeningSockets::~ListeningSockets()
{
    for (const int descriptor : m_descriptors)
        ::close(descriptor);
}

int ListeningSockets::take()
{
    if (m_descriptors.empty())
        return -1;
    const int descriptor = m_descriptors.back();
    m_descriptors.pop_back();
    return descriptor;
}

Listener::Listener(ConnectionGuard &guard, std::shared_ptr<TlsIdentity> tls)
    : m_guard(guard)
    , m_tls(std::move(tls))
{
    connect(this, &QTcpServer::acceptError, this, &Listener::handleAcceptError);
    if (m_tls) {
        connect(&m_sweepTimer, &QTimer::timeout, this, &Listener::sweepHandshakes);
        m_sweepTimer.start(std::clamp(guard.limits().headDeadlineMs / 4, 10, 1'000));
    }
}

Listener::~Listener() = default;

bool Listener::listenOn(int descriptor)
{
    if (setSocketDescriptor(descriptor))
        return true;
    ::close(descriptor);
    return false;
}

void Listener::incomingConnection(qintptr descriptor)
{
    if (m_guard.isOverrun() || static_cast<int>(m_handshakes.size()) >= m_guard.limits().maxConnections) {
        ::close(static_cast<int>(descriptor));
        return;
    }
    const int socket = static_cast<int>(descriptor);
    enable(socket, IPPROTO_TCP, TCP_NODELAY, 1);
    enable(socket, SOL_SOCKET, SO_KEEPALIVE, 1);
    if (m_tls)
        beginHandshake(socket);
    else
        m_guard.admit(std::make_unique<PlainWire>(socket));
}

void Listener::beginHandshake(int descriptor)
{
    const quint64 id = ++m_lastHandshake;
    m_handshakes[id] = std::make_unique<TlsHandshake>(descriptor, m_tls->context(), m_guard.monotonicMs(),
                                                      [this, id](bool good) { endHandshake(id, good); });
}

void Listener::endHandshake(quint64 id, bool good)
{
    auto entry = m_handshakes.extract(id);
    if (entry.empty())
        return;
    std::unique_ptr<TlsHandshake> &handshake = entry.mapped();
    if (good)
        m_guard.admit(handshake->takeWire());
    // It may be the one that is calling.
    if (m_over.empty())
        QMetaObject::invokeMethod(
            this, [this] { m_over.clear(); }, Qt::QueuedConnection);
    m_over.push_back(std::move(handshake));
}

void Listener::sweepHandshakes()
{
    const qint64 now = m_guard.monotonicMs();
    std::erase_if(m_handshakes, [this, now](const auto &entry) {
        return now - entry.second->since() >= m_guard.limits().headDeadlineMs;
    });
}

void Listener::handleAcceptError()
{
    // Out of descriptors, mostly. QTcpServer stops accepting for good unless somebody asks it to go on.
    qCWarning(lcListener, "Connections cannot be accepted: %s", qUtf8Printable(errorString()));
    QTimer::singleShot(acceptPauseMs, this, [this] {
        if (isListening())
            resumeAccepting();
    });
}

} // namespace oshaq
