// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pressure.h"

#include <cerrno>

#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace oshaq::test {

SilentConnections::SilentConnections(quint16 port, int receiveBytes)
    : m_port(port)
    , m_receiveBytes(receiveBytes)
{}

SilentConnections::~SilentConnections()
{
    close();
}

int SilentConnections::open(int count)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    for (int i = 0; i < count; ++i) {
        const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        if (socket < 0)
            break;
        if (m_receiveBytes > 0)
            ::setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &m_receiveBytes, sizeof m_receiveBytes);
        const int code = ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address);
        if (code != 0 && errno != EINPROGRESS) {
            ::close(socket);
            break;
        }
        m_sockets.push_back(socket);
    }
    return int(m_sockets.size());
}

void SilentConnections::send(const QByteArray &bytes)
{
    for (const int socket : m_sockets)
        static_cast<void>(::send(socket, bytes.constData(), std::size_t(bytes.size()), MSG_NOSIGNAL));
}

void SilentConnections::close()
{
    for (const int socket : m_sockets)
        ::close(socket);
    m_sockets.clear();
}

} // namespace oshaq::test
