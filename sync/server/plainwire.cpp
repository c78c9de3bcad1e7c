// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/plainwire.h"

#include <QTcpSocket>

#include <cerrno>

#include <sys/socket.h>
#include <unistd.h>

namespace oshaq {

namespace {

bool isLater(int number)
{
    return number == EAGAIN || number == EWOULDBLOCK;
}

} // namespace

PlainWire::PlainWire(int descriptor)
    : SocketWire(descriptor)
{}

Wire::Reading PlainWire::read(char *to, qint64 most, qint64 &taken)
{
    taken = 0;
    if (descriptor() < 0)
        return Reading::Broken;
    ssize_t got = 0;
    do {
        got = ::recv(descriptor(), to, static_cast<std::size_t>(most), MSG_DONTWAIT);
    } while (got < 0 && errno == EINTR);
    if (got > 0) {
        taken = got;
        return got < most ? Reading::AllBytes : Reading::Bytes;
    }
    if (got == 0)
        return Reading::End;
    return isLater(errno) ? Reading::Nothing : Reading::Broken;
}

bool PlainWire::hasUnread() const
{
    char byte = 0;
    return descriptor() >= 0 && ::recv(descriptor(), &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
}

qint64 PlainWire::transmit(std::span<const iovec> parts)
{
    msghdr message{};
    message.msg_iov = const_cast<iovec *>(parts.data()); // sendmsg() only reads, its type comes from recvmsg()
    message.msg_iovlen = parts.size();
    ssize_t sent = 0;
    do {
        sent = ::sendmsg(descriptor(), &message, MSG_DONTWAIT | MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    if (sent >= 0)
        return sent;
    return isLater(errno) ? 0 : -1;
}

QTcpSocket *PlainWire::release(const QByteArray &bytes)
{
    auto socket = std::make_unique<QTcpSocket>();
    const int taken = takeDescriptor();
    if (!socket->setSocketDescriptor(taken)) {
        ::close(taken);
        return nullptr;
    }
    unread(*socket, bytes);
    return socket.release();
}

} // namespace oshaq
