// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runtime/clock.h"
#include "sync/server/httpserver.h"
#include "tests/sync/server/rawclient.h"
#include "tests/sync/server/toyhandler.h"

#include <QTest>

#include <memory>
#include <vector>

using namespace oshaq;

class TestConnectionGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void hostileRequestsAreRefusedOnce_data();
    void hostileRequestsAreRefusedOnce();
    void refusalsWaitForEarlierAnswers();
    void aRequestInSingleBytesIsServed();
    void bodiesAreDeliveredWhole();
    void emptyLinesBetweenRequestsAreSkipped();
    void slowHeadsAndBodiesGet408_data();
    void slowHeadsAndBodiesGet408();
    void idleConnectionsAreClosed();
    void continueIsAnsweredInOrder();
    void continueIsNotSentWhenTheBodyIsThere();
    void aTooLargeUploadReadsIts413();
    void tooManyPipelinedRequestsGet429();
    void aClientThatNeverReadsIsCutOff();
    void aClientThatStopsReadingIsCutOffByTime();
    void halfClosedClientsAreServed_data();
    void halfClosedClientsAreServed();
    void halfRequestsAreDropped_data();
    void halfRequestsAreDropped();

private:
    bool start(const GuardLimits &limits = {});

    SystemClock m_clock;
    std::unique_ptr<ToyState> m_toy;
    std::unique_ptr<HttpServer> m_server;
};

void TestConnectionGuard::init()
{
    m_toy = std::make_unique<ToyState>();
}

void TestConnectionGuard::cleanup()
{
    m_server.reset();
    m_toy.reset();
}

bool TestConnectionGuard::start(const GuardLimits &limits)
{
    HttpServerOptions options;
    options.threads = 1;
    options.limits = limits;
    auto started = HttpServer::start(options, m_clock, m_toy->factory());
    if (!started)
        return false;
    m_server = std::move(started).value();
    return true;
}

void TestConnectionGuard::hostileRequestsAreRefusedOnce_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const QByteArray smuggled = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
    const QByteArray length = "Content-Length: " + QByteArray::number(smuggled.size()) + "\r\n";
    const auto fields = [](int count) {
        QByteArray result;
        for (int i = 0; i < count; ++i)
            result += "X-" + QByteArray::number(i) + ": y\r\n";
        return result;
    };
    const auto row = [](const char *name, const QByteArray &bytes, int status) {
        QTest::newRow(name) << bytes << status;
    };

    row("65 fields with a request in the body",
        "POST /a HTTP/1.1\r\nHost: x\r\n" + fields(63) + length + "\r\n" + smuggled, 431);
    row("101 fields with a request in the body",
        "POST /a HTTP/1.1\r\nHost: x\r\n" + fields(99) + length + "\r\n" + smuggled, 431);
    row("bad field name with a request in the body",
        "POST /a HTTP/1.1\r\nHost: x\r\nB@d: y\r\n" + length + "\r\n" + smuggled, 400);
    row("space before the colon",
        "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length : " + QByteArray::number(smuggled.size()) + "\r\n\r\n" +
            smuggled,
        400);
    row("length and chunked",
        "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled,
        400);
    row("chunked", "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled, 411);
    row("hidden chunked",
        "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: \x0b"
        "chunked\r\n\r\n0\r\n\r\n" +
            smuggled,
        400);
    row("folded chunked", "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n" + smuggled,
        400);
    row("two lengths", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n" + length + "\r\n" + smuggled, 400);
    row("length with plus", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: +0\r\n\r\n" + smuggled, 400);
    row("bare LF heads", "GET /a HTTP/1.1\nHost: x\n\n" + smuggled, 400);
    row("bare LF at the end", "GET /a HTTP/1.1\r\nHost: x\r\n\n" + smuggled, 400);
    row("bare CR", "GET /a HTTP/1.1\r\nHost: x\rY: z\r\n\r\n" + smuggled, 400);
    row("no Host", "GET /a HTTP/1.1\r\n\r\n" + smuggled, 400);
    row("two Hosts", "GET /a HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n" + smuggled, 400);
    row("two slashes", "GET //evil/a HTTP/1.1\r\nHost: x\r\n\r\n" + smuggled, 400);
    row("fragment", "GET /a#b HTTP/1.1\r\nHost: x\r\n\r\n" + smuggled, 400);
    row("UTF-8 target", "GET /\xd0\xbc HTTP/1.1\r\nHost: x\r\n\r\n" + smuggled, 400);
    row("NUL in a value", "GET /a HTTP/1.1\r\nHost: x\r\nA: " + QByteArray(1, '\0') + "\r\n\r\n" + smuggled, 400);
    row("TRACE", "TRACE /a HTTP/1.1\r\nHost: x\r\n\r\n" + smuggled, 501);
    row("CONNECT", "CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n" + smuggled, 501);
    row("HTTP/0.9", "GET /a\r\n" + smuggled, 400);
    row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    row("TLS hello", QByteArray("\x16\x03\x01\x00\xf1\x01\x00\x00\xed\x03\x03", 11) + QByteArray(200, '\x7f'), 400);
    row("rubbish", QByteArray(5000, '\xff'), 400);
    row("long target", "GET /" + QByteArray(5000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n", 414);
    row("long head", "GET /a HTTP/1.1\r\nHost: x\r\nA: " + QByteArray(17'000, 'a') + "\r\n\r\n", 431);
    row("endless head", "GET /a HTTP/1.1\r\nHost: x\r\nA: " + QByteArray(300'000, 'a'), 431);
    row("too large a body", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 8388609\r\n\r\n" + smuggled, 413);
    row("strange expectation", "POST /a HTTP/1.1\r\nHost: x\r\nExpect: tea\r\n" + length + "\r\n" + smuggled, 417);
}

void TestConnectionGuard::hostileRequestsAreRefusedOnce()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    GuardLimits limits;
    limits.lingerMs = 200;
    QVERIFY(start(limits));

    for (const qsizetype piece : {bytes.size(), qsizetype(7)}) {
        RawClient client(m_server->port());
        // In small pieces too, so that the beginning has been read when the verdict falls.
        for (qsizetype at = 0; at < std::min<qsizetype>(bytes.size(), 700); at += piece) {
            client.send(bytes.sliced(at, std::min(piece, bytes.size() - at)));
            QCoreApplication::processEvents();
        }
        if (piece < bytes.size() && bytes.size() > 700)
            client.send(bytes.sliced((700 + piece - 1) / piece * piece));
        const std::optional<RawAnswer> answer = client.receive();
        QVERIFY(answer);
        QCOMPARE(answer->status, status);
        QCOMPARE(answer->header("Connection"), QByteArray("close"));
        QVERIFY(client.waitForClose());
        QCOMPARE(client.rest(), QByteArray());
    }
    QCOMPARE(m_toy->handled(), 0);
    QVERIFY(m_toy->hasRefusal(status));
}

void TestConnectionGuard::refusalsWaitForEarlierAnswers()
{
    QVERIFY(start());
    RawClient client(m_server->port());
    client.send(rawRequest("GET", "/later/a") + "GET / HTTP/1.1\n");
    QTRY_COMPARE(m_toy->waiting(), 1);
    QTRY_VERIFY(m_toy->hasRefusal(400));
    QCOMPARE(client.rest(), QByteArray());
    QVERIFY(m_toy->release("a", "first"));
    QCOMPARE(client.receive()->body, QByteArray("first"));
    QCOMPARE(client.receive()->status, 400);
    QVERIFY(client.waitForClose());
    QCOMPARE(m_toy->handled(), 1);
}

void TestConnectionGuard::aRequestInSingleBytesIsServed()
{
    QVERIFY(start());
    RawClient client(m_server->port());
    const QByteArray bytes = "\r\n" + rawRequest("PATCH", "/echo?a=b", "X-A: b\r\n", "the body");
    for (int round = 0; round < 3; ++round) {
        for (const char byte : bytes) {
            client.send(QByteArray(1, byte));
            QCoreApplication::processEvents();
        }
        const std::optional<RawAnswer> answer = client.receive();
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, QByteArray("PATCH /echo?a=b\nthe body"));
    }
    QCOMPARE(m_toy->handled(), 3);
}

void TestConnectionGuard::bodiesAreDeliveredWhole()
{
    QVERIFY(start());
    RawClient client(m_server->port());
    for (const int size : {1, 1000, 100'000, 1024 * 1024}) {
        QByteArray body(size, 'b');
        body[size / 2] = '\0';
        client.send(rawRequest("PUT", "/size/3", {}, body) + rawRequest("GET", "/echo"));
        QCOMPARE(client.receive()->body, QByteArray("sss"));
        QCOMPARE(client.receive()->body, QByteArray("GET /echo?\n"));
        QVERIFY(m_toy->requests().at(m_toy->handled() - 2).body == body);
    }
}

void TestConnectionGuard::emptyLinesBetweenRequestsAreSkipped()
{
    QVERIFY(start());
    RawClient client(m_server->port());
    client.send("\r\n" + rawRequest("GET", "/echo") + "\r\n\r\n" + rawRequest("GET", "/echo") + "\r\n");
    QCOMPARE(client.receive()->status, 200);
    QCOMPARE(client.receive()->status, 200);
    client.send(rawRequest("GET", "/echo"));
    QCOMPARE(client.receive()->status, 200);
    client.send("\r\n\r\n\r\n");
    QCOMPARE(client.receive()->status, 400);
    QVERIFY(client.waitForClose());
}

void TestConnectionGuard::slowHeadsAndBodiesGet408_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("one byte") << QByteArray("G");
    QTest::newRow("half a head") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\n");
    QTest::newRow("head without body") << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n");
    QTest::newRow("half a body") << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12345");
}

void TestConnectionGuard::slowHeadsAndBodiesGet408()
{
    QFETCH(QByteArray, bytes);
    GuardLimits limits;
    limits.headDeadlineMs = 100;
    limits.bodyDeadlineMs = 100;
    limits.lingerMs = 100;
    QVERIFY(start(limits));
    RawClient client(m_server->port());
    client.send(bytes);
    const std::optional<RawAnswer> answer = client.receive();
    QVERIFY(answer);
    QCOMPARE(answer->status, 408);
    QVERIFY(client.waitForClose());
    QCOMPARE(m_toy->handled(), 0);
}

void TestConnectionGuard::idleConnectionsAreClosed()
{
    GuardLimits limits;
    limits.idleDeadlineMs = 100;
    limits.lingerMs = 100;
    QVERIFY(start(limits));
    RawClient fresh(m_server->port());
    RawClient used(m_server->port());
    used.send(rawRequest("GET", "/later/a"));
    QTRY_COMPARE(m_toy->waiting(), 1);
    // One that waits for its answer is not idle.
    QVERIFY(fresh.waitForClose());
    QCOMPARE(fresh.rest(), QByteArray());
    QCOMPARE(used.socket().state(), QAbstractSocket::ConnectedState);
    QVERIFY(m_toy->release("a", "x"));
    QCOMPARE(used.receive()->status, 200);
    QVERIFY(used.waitForClose());
}

void TestConnectionGuard::continueIsAnsweredInOrder()
{
    QVERIFY(start());
    RawClient client(m_server->port());
    const QByteArray head = "POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n";
    client.send(head);
    QCOMPARE(client.receive(true)->status, 100);
    client.send("body");
    QCOMPARE(client.receive()->body, QByteArray("POST /echo?\nbody"));

    // Behind a request that still waits, the 100 waits too.
    client.send(rawRequest("GET", "/later/a") + head);
    QTRY_COMPARE(m_toy->waiting(), 1);
    RawClient other(m_server->port());
    other.send(rawRequest("GET", "/echo"));
    QCOMPARE(other.receive()->status, 200);
    QCOMPARE(client.rest(), QByteArray());
    QVERIFY(m_toy->release("a", "first"));
    QCOMPARE(client.receive()->body, QByteArray("first"));
    QCOMPARE(client.receive(true)->status, 100);
    client.send("body");
    QCOMPARE(client.receive()->body, QByteArray("POST /echo?\nbody"));

    // Too large: refused instead.
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 9999999\r\n\r\n");
    QCOMPARE(client.receive()->status, 413);
    QVERIFY(client.waitForClose());
}

void TestConnectionGuard::continueIsNotSentWhenTheBodyIsThere()
{
    QVERIFY(start());
    RawClient client(m_server->port());
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\nbody");
    QCOMPARE(client.receive()->status, 200);
}

void TestConnectionGuard::aTooLargeUploadReadsIts413()
{
    QVERIFY(start());
    RawClient client(m_server->port());
    // More than the socket buffers hold, so that a reset would hit the client in the middle of its sending.
    const QByteArray body(30 * 1024 * 1024, 'u');
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n");
    client.send(body);
    const std::optional<RawAnswer> answer = client.receive();
    QVERIFY(answer);
    QCOMPARE(answer->status, 413);
    QVERIFY(answer->body.startsWith("PAYLOAD_TOO_LARGE"));
    QCOMPARE(m_toy->handled(), 0);
}

void TestConnectionGuard::tooManyPipelinedRequestsGet429()
{
    GuardLimits limits;
    limits.maxPipelined = 3;
    QVERIFY(start(limits));
    RawClient client(m_server->port());
    QByteArray bytes;
    for (int i = 0; i < 5; ++i)
        bytes += rawRequest("GET", "/later/k" + QByteArray::number(i));
    client.send(bytes);
    QTRY_VERIFY(m_toy->hasRefusal(429));
    QCOMPARE(m_toy->handled(), 3);
    QCOMPARE(m_toy->releaseAll(), 3);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(client.receive()->body, "k" + QByteArray::number(i));
    QCOMPARE(client.receive()->status, 429);
    QVERIFY(client.waitForClose());

    // Answered ones do not count.
    RawClient quick(m_server->port());
    bytes.clear();
    for (int i = 0; i < 50; ++i)
        bytes += rawRequest("GET", "/echo");
    quick.send(bytes);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(quick.receive()->status, 200);
}

void TestConnectionGuard::aClientThatNeverReadsIsCutOff()
{
    constexpr qint64 limit = 256 * 1024;
    constexpr qint64 answerBytes = 200'000;
    constexpr qint64 kernelBuffers = 16 * 1024 * 1024;
    GuardLimits limits;
    limits.maxBytesToWrite = limit;
    QVERIFY(start(limits));
    RawClient client;
    client.socket().setReadBufferSize(1);
    QVERIFY(client.connectTo(m_server->port()));
    QByteArray bytes;
    for (int i = 0; i < 1'000; ++i)
        bytes += rawRequest("GET", "/size/" + QByteArray::number(answerBytes));
    client.send(bytes);
    QTRY_VERIFY(m_toy->hasRefusal(0));
    QVERIFY2(m_toy->handled() * answerBytes < limit + 2 * answerBytes + kernelBuffers,
             qPrintable(QString::number(m_toy->handled())));

    // The server goes on.
    RawClient other(m_server->port());
    other.send(rawRequest("GET", "/echo"));
    QCOMPARE(other.receive()->status, 200);
}

void TestConnectionGuard::aClientThatStopsReadingIsCutOffByTime()
{
    GuardLimits limits;
    limits.idleDeadlineMs = 200;
    limits.maxConnections = 1;
    QVERIFY(start(limits));
    RawClient client;
    client.socket().setReadBufferSize(1);
    QVERIFY(client.connectTo(m_server->port()));
    client.send(rawRequest("GET", "/size/30000000"));
    QTRY_COMPARE(m_toy->handled(), 1);
    // Its place is free again once it is gone.
    bool served = false;
    const auto tryToEnter = [this] {
        RawClient next(m_server->port());
        next.send(rawRequest("GET", "/echo"));
        const auto answer = next.receive();
        return answer && answer->status == 200;
    };
    QTRY_VERIFY_WITH_TIMEOUT(served = served || tryToEnter(), RawClient::waitMs);
}

void TestConnectionGuard::halfClosedClientsAreServed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("deferred");
    QTest::addColumn<QList<qsizetype>>("sizes");
    QTest::newRow("one at once") << rawRequest("GET", "/size/10") << 0 << QList<qsizetype>{10};
    QTest::newRow("large") << rawRequest("GET", "/size/20000000") << 0 << QList<qsizetype>{20'000'000};
    QTest::newRow("three at once") << rawRequest("GET", "/size/1") + rawRequest("GET", "/size/2") +
                                          rawRequest("GET", "/size/3")
                                   << 0 << QList<qsizetype>{1, 2, 3};
    QTest::newRow("deferred") << rawRequest("GET", "/later/a") << 1 << QList<qsizetype>{1};
    QTest::newRow("deferred and large") << rawRequest("GET", "/later/aa") + rawRequest("GET", "/size/9000000") << 1
                                        << QList<qsizetype>{2, 9'000'000};
    QTest::newRow("several deferred") << rawRequest("GET", "/later/a") + rawRequest("POST", "/later/bb", {}, "x") +
                                             rawRequest("GET", "/later/ccc")
                                      << 3 << QList<qsizetype>{1, 2, 3};
    QTest::newRow("and half a request") << rawRequest("GET", "/later/a") + "GET / HT" << 1 << QList<qsizetype>{1};
    QTest::newRow("and half a body") << rawRequest("GET", "/later/a") +
                                            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n12"
                                     << 1 << QList<qsizetype>{1};
}

void TestConnectionGuard::halfClosedClientsAreServed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, deferred);
    QFETCH(QList<qsizetype>, sizes);
    QVERIFY(start());
    RawClient client(m_server->port());
    client.send(bytes);
    client.finishSending();
    QTRY_COMPARE(m_toy->waiting(), deferred);
    // The server has one thread: when it has answered this one it has seen the end of the other's input.
    RawClient other(m_server->port());
    other.send(rawRequest("GET", "/echo"));
    QCOMPARE(other.receive()->status, 200);
    QCOMPARE(m_toy->releaseAll(), deferred);
    for (const qsizetype size : sizes) {
        const std::optional<RawAnswer> answer = client.receive();
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body.size(), size);
    }
    QVERIFY(client.waitForClose());
    QCOMPARE(client.rest(), QByteArray());
}

void TestConnectionGuard::halfRequestsAreDropped_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a line") << QByteArray("GET /");
    QTest::newRow("half a head") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\n");
    QTest::newRow("half a body") << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n12");
}

void TestConnectionGuard::halfRequestsAreDropped()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(start());
    RawClient client(m_server->port());
    client.send(bytes);
    client.finishSending();
    QVERIFY(client.waitForClose());
    QCOMPARE(client.rest(), QByteArray());
    QCOMPARE(m_toy->handled(), 0);
}

QTEST_GUILESS_MAIN(TestConnectionGuard)
#include "connectionguardtest.moc"
