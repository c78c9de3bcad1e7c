// SPDX-License-Identifier: GPL-3.0-or-later
//
// oshaq_lyingproxy LISTEN_PORT HUB_HOST HUB_PORT swallow|double: a bug on purpose, between phones and a hub, so that a
// drill can show that its checker would notice. Of the orders that come by, each fifth one is
//   swallow: answered 201 and thrown away,
//   double:  sent twice, the second time under another key and another uuid.

#include <QCoreApplication>
#include <QHostAddress>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUuid>

#include <cstdio>

namespace {

constexpr int lieEvery = 5;

class LyingProxy final : public QObject
{
    Q_DISABLE_COPY_MOVE(LyingProxy)

public:
    LyingProxy(QString hubHost, quint16 hubPort, bool doubles)
        : m_hubHost(std::move(hubHost))
        , m_hubPort(hubPort)
        , m_doubles(doubles)
    {
        connect(&m_server, &QTcpServer::newConnection, this, &LyingProxy::handleConnection);
    }

    bool listen(quint16 port) { return m_server.listen(QHostAddress::LocalHost, port); }

private:
    void handleConnection()
    {
        while (QTcpSocket *client = m_server.nextPendingConnection()) {
            auto *hub = new QTcpSocket(client);
            hub->connectToHost(m_hubHost, m_hubPort);
            connect(client, &QTcpSocket::readyRead, hub, [this, client, hub] { takeRequests(client, hub); });
            connect(hub, &QTcpSocket::readyRead, client, [client, hub] { client->write(hub->readAll()); });
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
            connect(hub, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
            connect(hub, &QTcpSocket::errorOccurred, client, [client] { client->abort(); });
        }
    }

    /// Whole requests only, one after the other; bytes of one that is not whole yet stay in the socket.
    void takeRequests(QTcpSocket *client, QTcpSocket *hub)
    {
        for (;;) {
            const QByteArray seen = client->peek(client->bytesAvailable());
            const qsizetype headEnd = seen.indexOf("\r\n\r\n");
            if (headEnd < 0)
                return;
            static const QRegularExpression length(QStringLiteral("\r\ncontent-length: *(\\d+)"),
                                                   QRegularExpression::CaseInsensitiveOption);
            const auto match = length.match(QString::fromLatin1(seen.left(headEnd)));
            const qsizetype size = headEnd + 4 + (match.hasMatch() ? match.captured(1).toLongLong() : 0);
            if (seen.size() < size)
                return;
            handleRequest(client, hub, client->read(size), headEnd + 4);
        }
    }

    void handleRequest(QTcpSocket *client, QTcpSocket *hub, const QByteArray &request, qsizetype bodyAt)
    {
        const bool isOrder = request.startsWith("POST ") && request.left(200).contains("/user/orders/create");
        if (!isOrder || ++m_orders % lieEvery != 0) {
            hub->write(request);
            return;
        }
        static const QRegularExpression uuidField(QStringLiteral("\"order_uuid\":\"([^\"]+)\""));
        const QByteArray uuid = uuidField.match(QString::fromUtf8(request.mid(bodyAt))).captured(1).toLatin1();
        if (!m_doubles) {
            const QByteArray body = R"({"success":true,"data":{"order_id":)" + QByteArray::number(900'000 + m_orders) +
                                    R"(,"order_uuid":")" + uuid + R"(","number":"A-)" +
                                    QByteArray::number(9'000 + m_orders) +
                                    R"(","cost":{"total_cost":1.00}},"message":"Order created"})";
            client->write("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: " +
                          QByteArray::number(body.size()) + "\r\n\r\n" + body);
            return;
        }
        hub->write(request);
        QByteArray again = request;
        again.replace(uuid, QUuid::createUuid().toByteArray(QUuid::WithoutBraces)); // key and uuid are the same text
        auto *second = new QTcpSocket(this);
        connect(second, &QTcpSocket::connected, second, [second, again] { second->write(again); });
        connect(second, &QTcpSocket::readyRead, second, &QTcpSocket::disconnectFromHost);
        connect(second, &QTcpSocket::disconnected, second, &QObject::deleteLater);
        second->connectToHost(m_hubHost, m_hubPort);
    }

    QTcpServer m_server;
    const QString m_hubHost;
    const quint16 m_hubPort;
    const bool m_doubles;
    int m_orders = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString bug = arguments.value(4);
    if (arguments.size() != 5 || (bug != QLatin1String("swallow") && bug != QLatin1String("double"))) {
        std::fputs("usage: oshaq_lyingproxy LISTEN_PORT HUB_HOST HUB_PORT swallow|double\n", stderr);
        return 2;
    }
    LyingProxy proxy(arguments[2], quint16(arguments[3].toUInt()), bug == QLatin1String("double"));
    if (!proxy.listen(quint16(arguments[1].toUInt()))) {
        std::fputs("oshaq_lyingproxy: the port is taken\n", stderr);
        return 1;
    }
    return QCoreApplication::exec();
}
