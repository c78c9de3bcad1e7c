// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/wireclient.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstring>

namespace oshaq::load {

std::int64_t monotonicNs()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

std::int64_t wallMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

WireClient::WireClient(std::uint16_t port, SSL_CTX *tls)
{
    m_descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (m_descriptor < 0) {
        breakOff(std::strerror(errno));
        return;
    }
    const int on = 1;
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (tls) {
        m_tls.reset(SSL_new(tls));
        SSL_set_fd(m_tls.get(), m_descriptor);
    }
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0 && errno != EINPROGRESS)
        breakOff(std::strerror(errno));
}

WireClient::~WireClient()
{
    breakOff({});
}

void WireClient::breakOff(std::string why)
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
    if (m_why.empty())
        m_why = std::move(why);
}

void WireClient::connectOn()
{
    if (!m_isConnected) {
        int error = 0;
        socklen_t size = sizeof error;
        if (::getsockopt(m_descriptor, SOL_SOCKET, SO_ERROR, &error, &size) != 0 || error != 0)
            return breakOff(std::strerror(error != 0 ? error : errno));
        sockaddr_in there{};
        socklen_t length = sizeof there;
        if (::getpeername(m_descriptor, reinterpret_cast<sockaddr *>(&there), &length) != 0)
            return; // not yet
        m_isConnected = true;
    }
    if (m_tls) {
        ERR_clear_error();
        const int done = SSL_connect(m_tls.get());
        if (done != 1) {
            const int state = SSL_get_error(m_tls.get(), done);
            m_wantsToWrite = state == SSL_ERROR_WANT_WRITE;
            if (state != SSL_ERROR_WANT_READ && state != SSL_ERROR_WANT_WRITE)
                breakOff("the handshake of TLS failed");
            return;
        }
    }
    m_isReady = true;
}

std::uint32_t WireClient::interest() const
{
    const bool wantsToWrite = m_isReady ? m_sent < m_out.size() : !m_isConnected || m_wantsToWrite;
    return EPOLLIN | (wantsToWrite ? std::uint32_t(EPOLLOUT) : 0);
}

void WireClient::send(std::string_view bytes)
{
    m_out.append(bytes);
    if (m_isReady)
        flush();
}

void WireClient::sendFrame(int opcode, std::string_view payload)
{
    // Short ones only: pongs.
    std::string frame{char(0x80 | opcode), char(0x80 | int(payload.size()))};
    frame.append(4, '\0'); // a mask of nothing
    frame.append(payload);
    send(frame);
}

void WireClient::flush()
{
    while (m_descriptor >= 0 && m_sent < m_out.size()) {
        const char *from = m_out.data() + m_sent;
        const std::size_t left = m_out.size() - m_sent;
        ERR_clear_error();
        const auto done =
            m_tls ? ssize_t(SSL_write(m_tls.get(), from, int(left))) : ::send(m_descriptor, from, left, MSG_NOSIGNAL);
        if (done <= 0) {
            const bool isLater = m_tls ? SSL_get_error(m_tls.get(), int(done)) == SSL_ERROR_WANT_WRITE ||
                                             SSL_get_error(m_tls.get(), int(done)) == SSL_ERROR_WANT_READ
                                       : errno == EAGAIN;
            if (!isLater)
                breakOff(m_tls || done == 0 ? "closed by the other end" : std::strerror(errno));
            return;
        }
        m_sent += std::size_t(done);
    }
    m_out.clear();
    m_sent = 0;
}

bool WireClient::fill()
{
    char buffer[65536];
    for (;;) {
        // What one connection left in the thread's queue of errors would be taken for another one's.
        ERR_clear_error();
        const auto done = m_tls ? ssize_t(SSL_read(m_tls.get(), buffer, sizeof buffer))
                                : ::recv(m_descriptor, buffer, sizeof buffer, 0);
        if (done > 0) {
            m_in.append(buffer, std::size_t(done));
            if (m_tls ? SSL_has_pending(m_tls.get()) == 0 : std::size_t(done) < sizeof buffer)
                return true;
            continue;
        }
        const bool isLater =
            m_tls ? SSL_get_error(m_tls.get(), int(done)) == SSL_ERROR_WANT_READ : done < 0 && errno == EAGAIN;
        if (!isLater && m_why.empty())
            m_why = m_tls || done == 0 ? "closed by the other end" : std::strerror(errno);
        return isLater;
    }
}

void WireClient::ready(const std::function<void(const Answer &)> &onAnswer,
                       const std::function<void(std::string_view)> &onFrame)
{
    if (m_descriptor >= 0 && !m_isReady) {
        connectOn();
        if (m_descriptor >= 0 && !m_isReady)
            return;
    }
    flush();
    const bool isAlive = m_descriptor >= 0 && fill();
    if (!m_isUpgraded)
        parseAnswers(onAnswer);
    if (m_isUpgraded)
        parseFrames(onFrame);
    if (m_read == m_in.size()) {
        m_in.clear();
        m_read = 0;
    } else if (m_read > 1'000'000) {
        m_in.erase(0, m_read);
        m_read = 0;
    }
    if (!isAlive) {
        breakOff("closed");
        Answer broken;
        broken.why = m_why;
        onAnswer(broken);
    }
}

void WireClient::parseAnswers(const std::function<void(const Answer &)> &onAnswer)
{
    while (!m_isUpgraded) {
        const std::string_view rest = std::string_view(m_in).substr(m_read);
        const std::size_t end = rest.find("\r\n\r\n");
        if (end == std::string_view::npos)
            return;
        Answer answer;
        answer.head = rest.substr(0, end);
        std::from_chars(rest.data() + 9, rest.data() + 12, answer.status);
        std::size_t length = 0;
        for (const char *name : {"\r\nContent-Length: ", "\r\ncontent-length: "}) {
            if (const std::size_t at = answer.head.find(name); at != std::string_view::npos)
                std::from_chars(rest.data() + at + std::strlen(name), rest.data() + end, length);
        }
        if (rest.size() < end + 4 + length)
            return;
        answer.body = rest.substr(end + 4, length);
        m_read += end + 4 + length;
        m_isUpgraded = answer.status == 101;
        onAnswer(answer);
    }
}

void WireClient::parseFrames(const std::function<void(std::string_view)> &onFrame)
{
    for (;;) {
        const std::string_view rest = std::string_view(m_in).substr(m_read);
        if (rest.size() < 2)
            return;
        const int opcode = rest[0] & 0x0f;
        std::size_t length = std::size_t(rest[1]) & 0x7f;
        std::size_t head = 2;
        const auto wide = [&](std::size_t bytes) {
            length = 0;
            for (std::size_t i = 0; i < bytes; ++i)
                length = length << 8 | std::size_t(static_cast<unsigned char>(rest[2 + i]));
            head += bytes;
        };
        if (length == 126 && rest.size() >= 4)
            wide(2);
        else if (length == 127 && rest.size() >= 10)
            wide(8);
        else if (length >= 126)
            return;
        if (rest.size() < head + length)
            return;
        m_read += head + length;
        if (opcode == 9)
            sendFrame(10, rest.substr(head, length));
        else if (opcode == 1)
            onFrame(rest.substr(head, length));
    }
}

} // namespace oshaq::load
