// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/server/rawclient.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QHostAddress>
#include <QTimer>

#include <sys/socket.h>

namespace oshaq {

namespace {

/// Unlike QTest::qWaitFor this wakes up for every event, so that thousands of short waits stay short.
template <typename Predicate> bool waitUntil(Predicate predicate)
{
    const QDeadlineTimer deadline(RawClient::waitMs);
    QTimer tick;
    tick.start(20);
    while (!predicate()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

} // namespace

QByteArray RawAnswer::header(const QByteArray &name) const
{
    const qsizetype at = head.indexOf("\r\n" + name + ": ");
    if (at < 0)
        return {};
    const qsizetype begin = at + name.size() + 4;
    return head.sliced(begin, head.indexOf("\r\n", begin) - begin);
}

RawClient::RawClient(quint16 port)
{
    connectTo(port);
}

bool RawClient::connectTo(quint16 port)
{
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    return waitUntil([this] { return m_socket.state() == QAbstractSocket::ConnectedState; });
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

void RawClient::finishSending()
{
    if (waitUntil([this] { return m_socket.bytesToWrite() == 0; }))
        ::shutdown(static_cast<int>(m_socket.socketDescriptor()), SHUT_WR);
}

std::optional<RawAnswer> RawClient::takeAnswer(bool headOnly)
{
    m_received += m_socket.readAll();
    const qsizetype end = m_received.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    RawAnswer answer;
    answer.head = m_received.first(end + 2);
    answer.status = answer.head.mid(9, 3).toInt();
    const qsizetype length = headOnly ? 0 : answer.header("Content-Length").toLongLong();
    if (m_received.size() < end + 4 + length)
        return std::nullopt;
    answer.body = m_received.sliced(end + 4, length);
    m_received.remove(0, end + 4 + length);
    return answer;
}

std::optional<RawAnswer> RawClient::receive(bool headOnly)
{
    std::optional<RawAnswer> answer;
    const bool there = waitUntil([this, headOnly, &answer] {
        answer = takeAnswer(headOnly);
        return answer || m_socket.state() == QAbstractSocket::UnconnectedState;
    });
    return there ? answer : std::nullopt;
}

bool RawClient::waitForClose()
{
    const bool closed = waitUntil([this] {
        m_received += m_socket.readAll();
        return m_socket.state() == QAbstractSocket::UnconnectedState;
    });
    m_received += m_socket.readAll();
    return closed;
}

QByteArray RawClient::rest()
{
    m_received += m_socket.readAll();
    return m_received;
}

QByteArray rawRequest(const QByteArray &method, const QByteArray &path, const QByteArray &fields,
                      const QByteArray &body)
{
    QByteArray bytes = method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + fields;
    if (!body.isEmpty())
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + "\r\n" + body;
}

} // namespace oshaq
