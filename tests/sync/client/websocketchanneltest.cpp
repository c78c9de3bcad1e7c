// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/websocketchannel.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace oshaq;

class WebSocketChannelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void receivesText();
    void reportsTheEndOnce();
    void reportsARefusal();
    void reportsNobodyListening();
    void closesQuietly();
    void opensAnew();
};

namespace {

struct Server
{
    QWebSocketServer server{QStringLiteral("test"), QWebSocketServer::NonSecureMode};
    QList<QWebSocket *> sockets;

    Server()
    {
        server.listen(QHostAddress::LocalHost);
        QObject::connect(&server, &QWebSocketServer::newConnection, &server,
                         [this] { sockets.append(server.nextPendingConnection()); });
    }
    ~Server() { qDeleteAll(sockets); }
    QUrl url() const { return server.serverUrl(); }
};

} // namespace

void WebSocketChannelTest::receivesText()
{
    Server server;
    WebSocketChannel channel;
    QSignalSpy texts(&channel, &LiveChannel::textReceived);
    channel.open(server.url(), "Bearer ott_x");
    QTRY_COMPARE(server.sockets.size(), 1);
    QCOMPARE(server.sockets.front()->request().rawHeader("Authorization"), QByteArray("Bearer ott_x"));
    server.sockets.front()->sendTextMessage(QStringLiteral("сәлем 😀"));
    QTRY_COMPARE(texts.size(), 1);
    QCOMPARE(texts.front().front().toByteArray(), QByteArray("сәлем 😀"));
}

void WebSocketChannelTest::reportsTheEndOnce()
{
    Server server;
    WebSocketChannel channel;
    QSignalSpy closed(&channel, &LiveChannel::closed);
    channel.open(server.url(), "Bearer x");
    QTRY_COMPARE(server.sockets.size(), 1);
    server.sockets.front()->close(QWebSocketProtocol::CloseCodeGoingAway, QStringLiteral("going away"));
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(closed.front().front().toString(), QStringLiteral("going away"));
    QCoreApplication::processEvents();
    QCOMPARE(closed.size(), 1);
}

void WebSocketChannelTest::reportsARefusal()
{
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost, 0));
    connect(&plain, &QTcpServer::newConnection, this, [&plain] {
        QTcpSocket *socket = plain.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->readAll();
            socket->write("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
            socket->disconnectFromHost();
        });
    });
    WebSocketChannel channel;
    QSignalSpy closed(&channel, &LiveChannel::closed);
    channel.open(QUrl(QStringLiteral("ws://127.0.0.1:%1/live").arg(plain.serverPort())), "Bearer ott_secret");
    QTRY_COMPARE(closed.size(), 1);
    QVERIFY(!closed.front().front().toString().contains(QStringLiteral("ott_secret")));
    QTest::qWait(1);
    QCOMPARE(closed.size(), 1);
}

void WebSocketChannelTest::reportsNobodyListening()
{
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost, 0));
    const QUrl url(QStringLiteral("ws://127.0.0.1:%1/").arg(plain.serverPort()));
    plain.close();
    WebSocketChannel channel;
    QSignalSpy closed(&channel, &LiveChannel::closed);
    channel.open(url, "Bearer x");
    QCOMPARE(closed.size(), 0); // not inside open()
    QTRY_COMPARE(closed.size(), 1);
    QVERIFY(!closed.front().front().toString().isEmpty());
}

void WebSocketChannelTest::closesQuietly()
{
    Server server;
    WebSocketChannel channel;
    QSignalSpy closed(&channel, &LiveChannel::closed);
    QSignalSpy texts(&channel, &LiveChannel::textReceived);
    channel.open(server.url(), "Bearer x");
    QTRY_COMPARE(server.sockets.size(), 1);
    QSignalSpy gone(server.sockets.front(), &QWebSocket::disconnected);
    server.sockets.front()->sendTextMessage(QStringLiteral("late"));
    channel.close();
    QTRY_COMPARE(gone.size(), 1);
    QCOMPARE(closed.size(), 0);
    QCOMPARE(texts.size(), 0);
}

void WebSocketChannelTest::opensAnew()
{
    Server server;
    WebSocketChannel channel;
    QSignalSpy closed(&channel, &LiveChannel::closed);
    QSignalSpy texts(&channel, &LiveChannel::textReceived);
    channel.open(server.url(), "Bearer x");
    QTRY_COMPARE(server.sockets.size(), 1);
    channel.open(server.url(), "Bearer y");
    QTRY_COMPARE(server.sockets.size(), 2);
    server.sockets.back()->sendTextMessage(QStringLiteral("new"));
    QTRY_COMPARE(texts.size(), 1);
    QCOMPARE(closed.size(), 0);
}

QTEST_GUILESS_MAIN(WebSocketChannelTest)
#include "websocketchanneltest.moc"
