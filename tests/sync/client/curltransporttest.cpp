// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/curltransport.h"

#include <QPointer>
#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace oshaq;

namespace {

/// A server that says what the test tells it to, on a free port.
class PlainServer final : public QObject
{
    Q_OBJECT

public:
    QByteArray answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-Mixed: Case\r\n\r\nok";
    bool hangUp = false;
    bool silent = false;
    QList<QByteArray> received;
    int connections = 0;

    PlainServer()
    {
        m_server.listen(QHostAddress::LocalHost, 0);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            ++connections;
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
    }

    QByteArray url(const QByteArray &path = "/x") const
    {
        return "http://127.0.0.1:" + QByteArray::number(m_server.serverPort()) + path;
    }
    void stop() { m_server.close(); }

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &pending = m_pending[socket];
        pending += socket->readAll();
        const qsizetype head = pending.indexOf("\r\n\r\n");
        if (head < 0)
            return;
        qsizetype length = 0;
        const qsizetype at = pending.toLower().indexOf("content-length:");
        if (at >= 0 && at < head)
            length = pending.mid(at + 15, pending.indexOf('\r', at) - at - 15).trimmed().toLongLong();
        if (pending.size() < head + 4 + length)
            return;
        received.append(std::exchange(pending, {}));
        if (hangUp)
            return socket->abort();
        if (!silent)
            socket->write(answer);
    }

    QTcpServer m_server;
    QHash<QTcpSocket *, QByteArray> m_pending;
};

} // namespace

class CurlTransportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsMethodHeadersAndBody();
    void reusesConnections();
    void onlyOnceIsSentOnce();
    void saysWhatMayHaveArrived();
    void manyAtOnce();
    void followsNoRedirect();
    void speaksHttpOnly_data();
    void speaksHttpOnly();
    void refusesHeadersThatWouldSplit();
    void ignoresProxiesOfTheEnvironment();
    void limitsTheAnswer();
    void sinksGetSuccesses();
    void sinksMayRefuse_data();
    void sinksMayRefuse();
    void timesOut();
    void reportsADeadNetwork();
    void cancelledRequestsStaySilent();
    void mayDieWithRequestsOnTheirWay();

private:
    WireReply get(HttpTransport &transport, WireRequest request);
};

WireReply CurlTransportTest::get(HttpTransport &transport, WireRequest request)
{
    std::optional<WireReply> reply;
    transport.send(std::move(request), [&](WireReply answer) { reply = std::move(answer); });
    if (!QTest::qWaitFor([&] { return reply.has_value(); }, 10'000)) {
        WireReply none;
        none.failureText = QStringLiteral("the test waited in vain");
        none.status = -1;
        return none;
    }
    return *reply;
}

void CurlTransportTest::sendsMethodHeadersAndBody()
{
    PlainServer server;
    WireThread wire;
    CurlTransport transport(wire);
    WireRequest request;
    request.method = "PATCH";
    request.url = server.url("/api?x=%20");
    request.headers = {{"Authorization", "Bearer t"}, {"Idempotency-Key", "k1"}};
    request.body = "{\"a\":1}";
    const WireReply reply = get(transport, request);
    QVERIFY(reply.arrived());
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, QByteArray("ok"));
    QCOMPARE(reply.header("x-mixed"), QByteArray("Case"));
    QCOMPARE(server.received.size(), 1);
    const QByteArray &text = server.received.front();
    QVERIFY(text.startsWith("PATCH /api?x=%20 HTTP/1.1\r\n"));
    QVERIFY(text.contains("\r\nAuthorization: Bearer t\r\n"));
    QVERIFY(text.contains("\r\nIdempotency-Key: k1\r\n"));
    QVERIFY(!text.contains("Expect:"));
    QVERIFY(text.endsWith("\r\n\r\n{\"a\":1}"));

    request.method = "POST";
    request.body.clear();
    QCOMPARE(get(transport, request).status, 200);
    QVERIFY(server.received.back().startsWith("POST "));
    QVERIFY(server.received.back().contains("\r\nContent-Length: 0\r\n"));
    request.method = "GET";
    QCOMPARE(get(transport, request).status, 200);
    QVERIFY(server.received.back().startsWith("GET "));
}

void CurlTransportTest::onlyOnceIsSentOnce()
{
    for (const bool onlyOnce : {false, true}) {
        PlainServer server;
        WireThread wire;
        CurlTransport transport(wire);
        WireRequest request;
        request.method = "POST";
        request.url = server.url();
        request.body = "pay";
        QCOMPARE(get(transport, request).status, 200);
        // The server takes the next one on the kept connection, does its work and dies without a word.
        server.hangUp = true;
        request.onlyOnce = onlyOnce;
        const WireReply lost = get(transport, request);
        QVERIFY(!lost.arrived());
        QVERIFY(lost.mayHaveArrived);
        // The control: without it libcurl takes the connection for a stale one and sends the body again.
        QCOMPARE(server.received.size(), onlyOnce ? 2 : 3);
    }
}

void CurlTransportTest::saysWhatMayHaveArrived()
{
    WireThread wire;
    CurlTransport transport(wire);
    WireRequest request;
    request.method = "POST";
    request.body = "pay";
    PlainServer server;
    request.url = server.url();
    QVERIFY(get(transport, request).mayHaveArrived);
    server.silent = true;
    request.totalTimeoutMs = 200;
    const WireReply late = get(transport, request);
    QCOMPARE(late.failure, WireReply::Failure::Timeout);
    QVERIFY(late.mayHaveArrived);
    server.stop();
    request.onlyOnce = true;
    request.totalTimeoutMs = 5'000;
    const WireReply refused = get(transport, request);
    QCOMPARE(refused.failure, WireReply::Failure::Network);
    QVERIFY(!refused.mayHaveArrived);
    request.url = "http://no-such-host.invalid/";
    QVERIFY(!get(transport, request).mayHaveArrived);
    request.url = "nothing://x";
    QVERIFY(!get(transport, request).mayHaveArrived);
}

void CurlTransportTest::reusesConnections()
{
    PlainServer server;
    WireThread wire;
    CurlTransport transport(wire);
    WireRequest request;
    request.url = server.url();
    for (int i = 0; i < 10; ++i)
        QCOMPARE(get(transport, request).status, 200);
    QCOMPARE(server.connections, 1);
    QCOMPARE(server.received.size(), 10);
}

void CurlTransportTest::manyAtOnce()
{
    PlainServer server;
    WireThread wire;
    CurlTransport first(wire);
    CurlTransport second(wire);
    int answers = 0;
    QSet<QThread *> threads;
    for (int i = 0; i < 100; ++i) {
        WireRequest request;
        request.url = server.url("/" + QByteArray::number(i));
        (i % 2 ? first : second).send(request, [&](const WireReply &reply) {
            answers += reply.status == 200 ? 1 : 0;
            threads.insert(QThread::currentThread());
        });
    }
    QTRY_COMPARE(answers, 100);
    QCOMPARE(threads, QSet<QThread *>{thread()});
    QSet<QByteArray> heads;
    for (const QByteArray &text : server.received)
        heads.insert(text.left(text.indexOf('\r')));
    QCOMPARE(heads.size(), 100);
}

void CurlTransportTest::followsNoRedirect()
{
    PlainServer server;
    server.answer = "HTTP/1.1 302 Found\r\nLocation: " + server.url("/elsewhere") + "\r\nContent-Length: 0\r\n\r\n";
    WireThread wire;
    CurlTransport transport(wire);
    WireRequest request;
    request.url = server.url();
    const WireReply reply = get(transport, request);
    QCOMPARE(reply.status, 302);
    QCOMPARE(server.received.size(), 1);
}

void CurlTransportTest::speaksHttpOnly_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::newRow("file") << QByteArray("file:///etc/hostname");
    QTest::newRow("ftp") << QByteArray("ftp://127.0.0.1/x");
    QTest::newRow("gopher") << QByteArray("gopher://127.0.0.1/x");
    QTest::newRow("none") << QByteArray("");
    QTest::newRow("line break") << QByteArray("http://127.0.0.1/x\r\nX: y");
}

void CurlTransportTest::speaksHttpOnly()
{
    QFETCH(QByteArray, url);
    WireThread wire;
    CurlTransport transport(wire);
    WireRequest request;
    request.url = url;
    const WireReply reply = get(transport, request);
    QCOMPARE(reply.failure, WireReply::Failure::Invalid);
    QVERIFY(reply.body.isEmpty());
}

void CurlTransportTest::refusesHeadersThatWouldSplit()
{
    PlainServer server;
    WireThread wire;
    CurlTransport transport(wire);
    WireRequest request;
    request.url = server.url();
    request.headers = {{"Authorization", "Bearer x\r\nX-Injected: 1"}};
    QCOMPARE(get(transport, request).failure, WireReply::Failure::Invalid);
    QCOMPARE(server.connections, 0);
}

void CurlTransportTest::ignoresProxiesOfTheEnvironment()
{
    PlainServer server;
    PlainServer proxy;
    qputenv("http_proxy", proxy.url(""));
    qputenv("ALL_PROXY", proxy.url(""));
    WireThread wire;
    CurlTransport transport(wire);
    WireRequest request;
    request.url = server.url();
    const WireReply reply = get(transport, request);
    qunsetenv("http_proxy");
    qunsetenv("ALL_PROXY");
    QCOMPARE(reply.status, 200);
    QCOMPARE(server.received.size(), 1);
    QCOMPARE(proxy.connections, 0);
}

void CurlTransportTest::limitsTheAnswer()
{
    PlainServer server;
    server.answer = "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + QByteArray(5000, 'x');
    WireThread wire;
    CurlTransport transport(wire);
    WireRequest request;
    request.url = server.url();
    request.maxResponseBytes = 5000;
    QCOMPARE(get(transport, request).body.size(), 5000);
    request.maxResponseBytes = 4999;
    const WireReply reply = get(transport, request);
    QCOMPARE(reply.failure, WireReply::Failure::TooLarge);
    QVERIFY(reply.body.isEmpty());
}

namespace {

/// Keeps what it gets, as far as the test lets it.
class KeepingSink final : public WireSink
{
public:
    bool takesHead = true;
    bool takesBody = true;
    bool takesEnd = true;
    int begun = 0;
    int ended = 0;
    int status = 0;
    QByteArray kept;

    bool begin(const WireReply &head) override
    {
        ++begun;
        status = head.status;
        return takesHead;
    }
    bool write(QByteArrayView bytes) override
    {
        kept.append(bytes);
        return takesBody;
    }
    bool end() override
    {
        ++ended;
        return takesEnd;
    }
};

} // namespace

void CurlTransportTest::sinksGetSuccesses()
{
    PlainServer server;
    const QByteArray body(3'000'000, 'x');
    server.answer = "HTTP/1.1 200 OK\r\nContent-Length: 3000000\r\n\r\n" + body;
    WireThread wire;
    CurlTransport transport(wire);
    WireRequest request;
    request.url = server.url();
    request.maxResponseBytes = 1000; // of what is kept in memory
    auto sink = std::make_shared<KeepingSink>();
    request.sink = sink;
    const WireReply reply = get(transport, request);
    QVERIFY2(reply.arrived(), qPrintable(reply.failureText));
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.body.isEmpty());
    QCOMPARE(sink->kept, body);
    QCOMPARE(sink->begun, 1);
    QCOMPARE(sink->ended, 1);
    QCOMPARE(sink->status, 200);

    // A body of nothing is a success too.
    server.answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    auto empty = std::make_shared<KeepingSink>();
    request.sink = empty;
    QVERIFY(get(transport, request).arrived());
    QCOMPARE(empty->begun, 1);
    QCOMPARE(empty->ended, 1);

    server.answer = "HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno";
    auto unused = std::make_shared<KeepingSink>();
    request.sink = unused;
    QCOMPARE(get(transport, request).body, QByteArray("no"));
    QCOMPARE(unused->begun + unused->ended, 0);
}

void CurlTransportTest::sinksMayRefuse_data()
{
    QTest::addColumn<bool>("head");
    QTest::addColumn<bool>("body");
    QTest::addColumn<bool>("end");
    QTest::newRow("the head") << false << true << true;
    QTest::newRow("the body") << true << false << true;
    QTest::newRow("the end") << true << true << false;
}

void CurlTransportTest::sinksMayRefuse()
{
    QFETCH(bool, head);
    QFETCH(bool, body);
    QFETCH(bool, end);
    PlainServer server;
    server.answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    WireThread wire;
    CurlTransport transport(wire);
    WireRequest request;
    request.url = server.url();
    auto sink = std::make_shared<KeepingSink>();
    sink->takesHead = head;
    sink->takesBody = body;
    sink->takesEnd = end;
    request.sink = sink;
    QCOMPARE(get(transport, request).failure, WireReply::Failure::NotKept);
    QCOMPARE(sink->ended, end ? 0 : 1);
}

void CurlTransportTest::timesOut()
{
    PlainServer server;
    server.silent = true;
    WireThread wire;
    CurlTransport transport(wire);
    WireRequest request;
    request.url = server.url();
    request.totalTimeoutMs = 50;
    QCOMPARE(get(transport, request).failure, WireReply::Failure::Timeout);
}

void CurlTransportTest::reportsADeadNetwork()
{
    PlainServer server;
    WireThread wire;
    CurlTransport transport(wire);
    WireRequest request;
    request.url = server.url();
    request.headers = {{"Authorization", "Bearer ott_secret"}};
    server.hangUp = true;
    QCOMPARE(get(transport, request).failure, WireReply::Failure::Network);
    server.stop();
    const WireReply reply = get(transport, request);
    QCOMPARE(reply.failure, WireReply::Failure::Network);
    QVERIFY(!reply.failureText.isEmpty());
    QVERIFY(!reply.failureText.contains(QStringLiteral("ott_secret")));
}

void CurlTransportTest::cancelledRequestsStaySilent()
{
    PlainServer server;
    server.silent = true;
    WireThread wire;
    CurlTransport transport(wire);
    WireRequest request;
    request.url = server.url();
    bool called = false;
    const quint64 id = transport.send(request, [&](const WireReply &) { called = true; });
    QTRY_COMPARE(server.received.size(), 1);
    transport.cancel(id);
    transport.cancel(id);
    transport.cancel(12'345);
    server.silent = false;
    // The wire goes on: what comes after it is answered.
    QCOMPARE(get(transport, request).status, 200);
    QVERIFY(!called);
}

void CurlTransportTest::mayDieWithRequestsOnTheirWay()
{
    PlainServer server;
    server.silent = true;
    WireThread wire;
    int called = 0;
    {
        CurlTransport transport(wire);
        for (int i = 0; i < 20; ++i) {
            WireRequest request;
            request.url = i % 2 ? server.url() : QByteArray("ftp://x/");
            transport.send(request, [&](const WireReply &) { ++called; });
        }
    }
    CurlTransport next(wire);
    server.silent = false;
    WireRequest request;
    request.url = server.url("/after");
    QCOMPARE(get(next, request).status, 200);
    QCOMPARE(called, 0);
    // And the thread may go while something is on its way.
    server.silent = true;
    auto shortLived = std::make_unique<WireThread>();
    shortLived->submit(request, [](const WireReply &) { QFAIL("nobody may be called any more"); });
    shortLived.reset();
}

QTEST_GUILESS_MAIN(CurlTransportTest)
#include "curltransporttest.moc"
