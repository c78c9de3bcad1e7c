// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/blockinghttp.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace oshaq::test {

namespace {
constexpr int answerTimeoutMs = 30'000;
}

QByteArray WireAnswer::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

BlockingHttp::BlockingHttp(quint16 port, QByteArray token)
    : m_port(port)
    , m_token(std::move(token))
{}

BlockingHttp::~BlockingHttp()
{
    disconnect();
}

void BlockingHttp::setPort(quint16 port)
{
    disconnect();
    m_port = port;
}

void BlockingHttp::disconnect()
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
    m_buffer.clear();
}

bool BlockingHttp::connectSocket()
{
    if (m_socket >= 0)
        return true;
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (m_socket < 0)
        return false;
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        disconnect();
        return false;
    }
    return true;
}

std::optional<WireAnswer> BlockingHttp::request(const QByteArray &method, const QByteArray &target,
                                                const QByteArray &body,
                                                const QList<QPair<QByteArray, QByteArray>> &headers)
{
    const bool reused = m_socket >= 0;
    auto answer = tryRequest(method, target, body, headers);
    // The other end may have closed an idle connection; a safe method may simply be sent again.
    if (!answer && reused && (method == "GET" || method == "HEAD"))
        answer = tryRequest(method, target, body, headers);
    return answer;
}

std::optional<WireAnswer> BlockingHttp::tryRequest(const QByteArray &method, const QByteArray &target,
                                                   const QByteArray &body,
                                                   const QList<QPair<QByteArray, QByteArray>> &headers)
{
    if (!connectSocket())
        return std::nullopt;
    QByteArray bytes = method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n";
    if (!m_token.isEmpty())
        bytes += "Authorization: Bearer " + m_token + "\r\n";
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    if (!body.isEmpty() || method == "POST" || method == "PATCH" || method == "PUT")
        bytes += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    bytes += "\r\n" + body;

    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t n = ::send(m_socket, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (n <= 0) {
            disconnect();
            return std::nullopt;
        }
        sent += n;
    }
    auto answer = readAnswer(method == "HEAD");
    if (!answer || answer->header("connection") == "close")
        disconnect();
    return answer;
}

std::optional<WireAnswer> BlockingHttp::readAnswer(bool headOnly)
{
    const auto readMore = [this] {
        pollfd waiting{m_socket, POLLIN, 0};
        if (::poll(&waiting, 1, answerTimeoutMs) <= 0)
            return false;
        char chunk[65536];
        const ssize_t n = ::recv(m_socket, chunk, sizeof chunk, 0);
        if (n <= 0)
            return false;
        m_buffer.append(chunk, n);
        return true;
    };

    qsizetype headEnd = -1;
    while ((headEnd = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!readMore())
            return std::nullopt;
    }
    WireAnswer answer;
    const QList<QByteArray> lines = m_buffer.left(headEnd).split('\n');
    answer.status = lines.front().split(' ').value(1).toInt();
    qsizetype length = 0;
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(colon).trimmed().toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        answer.headers.append({name, value});
        if (name == "content-length")
            length = value.toLongLong();
    }
    m_buffer.remove(0, headEnd + 4);
    if (headOnly || answer.status == 304 || answer.status == 204)
        length = 0;
    while (m_buffer.size() < length) {
        if (!readMore())
            return std::nullopt;
    }
    answer.body = m_buffer.left(length);
    m_buffer.remove(0, length);
    return answer;
}

QByteArray BlockingHttp::raw(const QByteArray &bytes, int silenceMs)
{
    disconnect();
    if (!connectSocket())
        return {};
    ::send(m_socket, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL);
    QByteArray all;
    for (;;) {
        pollfd waiting{m_socket, POLLIN, 0};
        if (::poll(&waiting, 1, silenceMs) <= 0)
            break;
        char chunk[65536];
        const ssize_t n = ::recv(m_socket, chunk, sizeof chunk, 0);
        if (n <= 0)
            break;
        all.append(chunk, n);
    }
    disconnect();
    return all;
}

} // namespace oshaq::test
