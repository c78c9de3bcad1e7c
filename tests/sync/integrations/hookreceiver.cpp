// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/integrations/hookreceiver.h"

#include <QJsonDocument>
#include <QMessageAuthenticationCode>

namespace oshaq::test {

HookReceiver::HookReceiver()
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            m_sockets.append(socket);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
}

bool HookReceiver::listen(quint16 port)
{
    return m_server.listen(QHostAddress::LocalHost, port);
}

void HookReceiver::close()
{
    m_server.close();
    for (const QPointer<QTcpSocket> &socket : std::as_const(m_sockets)) {
        if (socket)
            socket->abort();
    }
    m_sockets.clear();
    m_input.clear();
}

QString HookReceiver::url() const
{
    return QStringLiteral("http://127.0.0.1:%1/hook").arg(port());
}

QList<HookReceiver::Hook> HookReceiver::taken() const
{
    QList<Hook> good;
    for (const Hook &hook : hooks) {
        if (hook.mood == Mood::Takes)
            good.append(hook);
    }
    return good;
}

bool HookReceiver::isSignedBy(const Hook &hook, const QByteArray &secret)
{
    QByteArray seconds;
    QList<QByteArray> signatures;
    for (const QByteArray &part : hook.headers.value("oshaq-signature").split(',')) {
        if (part.startsWith("t="))
            seconds = part.mid(2);
        else if (part.startsWith("v1="))
            signatures.append(part.mid(3));
    }
    const QByteArray wanted =
        QMessageAuthenticationCode::hash(seconds + '.' + hook.body, secret, QCryptographicHash::Sha256).toHex();
    return !seconds.isEmpty() && signatures.contains(wanted);
}

void HookReceiver::read(QTcpSocket *socket)
{
    QByteArray &input = m_input[socket];
    input += socket->readAll();
    const qsizetype end = input.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    Hook hook;
    for (const QByteArray &line : input.left(end).split('\n').mid(1)) {
        const qsizetype colon = line.indexOf(':');
        hook.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = hook.headers.value("content-length").toLongLong();
    if (input.size() < end + 4 + length)
        return;
    hook.body = input.mid(end + 4, length);
    hook.json = QJsonDocument::fromJson(hook.body).object();
    hook.mood = mood;
    input.remove(0, end + 4 + length);
    hooks.append(hook);
    switch (mood) {
    case Mood::Takes:
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        break;
    case Mood::Fails:
        socket->write("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n");
        break;
    case Mood::Redirects:
        socket->write("HTTP/1.1 302 Found\r\nLocation: " + url().toLatin1() +
                      "/elsewhere\r\nContent-Length: 0\r\n\r\n");
        break;
    case Mood::Hangs:
        break;
    }
}

} // namespace oshaq::test
