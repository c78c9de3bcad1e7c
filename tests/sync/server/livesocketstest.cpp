// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runtime/clock.h"
#include "sync/server/httpserver.h"
#include "tests/sync/server/rawclient.h"
#include "tests/sync/server/toyhandler.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrl>
#include <QWebSocket>

#include <memory>
#include <vector>

using namespace oshaq;

namespace {

const QByteArray upgradeFields = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: "
                                 "13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

/// A WebSocket client that remembers what it was told.
struct LiveClient
{
    explicit LiveClient(quint16 port, const QString &path = QStringLiteral("/live"))
        : disconnected(&socket, &QWebSocket::disconnected)
    {
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket,
                         [this](const QString &text) { texts.append(text); });
        socket.open(QUrl(QStringLiteral("ws://127.0.0.1:%1%2").arg(port).arg(path)));
    }

    QWebSocket socket;
    QStringList texts;
    QSignalSpy disconnected;
};

} // namespace

class TestLiveSockets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void acceptedSocketsTalk();
    void framesOfEverySizeArrive();
    void commitsReachEverySession();
    void commitsAreToldTogether();
    void sessionsTick();
    void refusals_data();
    void refusals();
    void aRefusedUpgradeWithMoreBehindItReadsItsAnswer();
    void anUpgradeBehindAPendingAnswerIsRefused();
    void anUpgradeBehindAnAnsweredRequestIsAccepted();
    void anUpgradeInSingleBytesIsAccepted();
    void limitsHoldFromTheStart_data();
    void limitsHoldFromTheStart();
    void theSessionCanClose();
    void muchAtOnceIsNoSlowConsumer();
    void slowConsumersAreClosed();
    void socketsCountAsConnections();
    void hangUpsAtAnyMoment();
    void stopSaysGoingAway();

private:
    bool start(const HttpServerOptions &options = oneThread());
    static HttpServerOptions oneThread();

    SystemClock m_clock;
    std::unique_ptr<ToyState> m_toy;
    std::unique_ptr<HttpServer> m_server;
};

void TestLiveSockets::init()
{
    m_toy = std::make_unique<ToyState>();
}

void TestLiveSockets::cleanup()
{
    m_server.reset();
    QCOMPARE(m_toy->liveSessions(), 0);
    m_toy.reset();
}

HttpServerOptions TestLiveSockets::oneThread()
{
    HttpServerOptions options;
    options.threads = 1;
    return options;
}

bool TestLiveSockets::start(const HttpServerOptions &options)
{
    auto started = HttpServer::start(options, m_clock, m_toy->factory());
    if (!started)
        return false;
    m_server = std::move(started).value();
    return true;
}

void TestLiveSockets::acceptedSocketsTalk()
{
    QVERIFY(start());
    LiveClient client(m_server->port());
    QTRY_COMPARE(client.texts.value(0), QStringLiteral("hello"));
    QCOMPARE(m_toy->liveSessions(), 1);
    client.socket.sendTextMessage(QStringLiteral("шаурма"));
    QTRY_COMPARE(client.texts.value(1), QStringLiteral("echo шаурма"));
    client.socket.close();
    QTRY_COMPARE(m_toy->liveSessions(), 0);
    QCOMPARE(m_toy->liveTexts().size(), 1);
}

void TestLiveSockets::framesOfEverySizeArrive()
{
    QVERIFY(start());
    LiveClient client(m_server->port());
    QTRY_COMPARE(client.texts.size(), 1);
    // Around the sizes at which the length of a frame is written otherwise.
    const std::vector<int> sizes{0, 1, 125, 126, 127, 65'535, 65'536, 70'000};
    for (const int size : sizes)
        client.socket.sendTextMessage(QStringLiteral("burst 1 %1").arg(size));
    QTRY_COMPARE(client.texts.size(), qsizetype(sizes.size()) + 1);
    for (std::size_t i = 0; i < sizes.size(); ++i)
        QCOMPARE(client.texts.at(qsizetype(i) + 1), QString(sizes[i], u'x'));
}

void TestLiveSockets::commitsReachEverySession()
{
    HttpServerOptions options;
    options.threads = 3;
    QVERIFY(start(options));
    std::vector<std::unique_ptr<LiveClient>> clients;
    for (int i = 0; i < 30; ++i)
        clients.push_back(std::make_unique<LiveClient>(m_server->port()));
    for (const auto &client : clients)
        QTRY_COMPARE(client->texts.size(), 1);
    for (int i = 0; i < 20; ++i) {
        CommitNotice notice;
        notice.epoch = QString::number(i);
        m_server->notifyCommit(notice);
    }
    for (const auto &client : clients) {
        QTRY_COMPARE(client->texts.size(), 21);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(client->texts.at(i + 1), QStringLiteral("push %1").arg(i));
    }
}

/// Whatever was said in common comes behind what was said before, whole, and for the last commit too.
void TestLiveSockets::commitsAreToldTogether()
{
    QVERIFY(start(oneThread()));
    std::vector<std::unique_ptr<LiveClient>> clients;
    for (int i = 0; i < 3; ++i)
        clients.push_back(std::make_unique<LiveClient>(m_server->port()));
    for (const auto &client : clients)
        QTRY_COMPARE(client->texts.size(), 1);
    const std::vector<int> sizes{0, 1, 125, 126, 65'535, 65'536, 100'000};
    m_toy->setTold(sizes);
    for (int i = 0; i < 20; ++i) {
        CommitNotice notice;
        notice.epoch = QString::number(i);
        m_server->notifyCommit(notice);
    }
    for (const auto &client : clients) {
        QTRY_VERIFY(client->texts.contains(QStringLiteral("told 20")));
        QTRY_COMPARE(client->texts.last().size(), qsizetype(sizes.back()));
        int pushed = 0;
        for (qsizetype i = 1; i < client->texts.size(); ++i) {
            if (client->texts.at(i) == QStringLiteral("push %1").arg(pushed)) {
                ++pushed;
                continue;
            }
            QCOMPARE(client->texts.at(i), QStringLiteral("told %1").arg(pushed));
            for (const int size : sizes)
                QCOMPARE(client->texts.at(++i), QString(size, u't'));
        }
        QCOMPARE(pushed, 20);
    }
}

void TestLiveSockets::sessionsTick()
{
    HttpServerOptions options = oneThread();
    options.liveTickMs = 20;
    QVERIFY(start(options));
    LiveClient client(m_server->port());
    QTRY_VERIFY(client.texts.count(QStringLiteral("tick")) >= 3);
}

void TestLiveSockets::refusals_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QByteArray noVersion = upgradeFields;
    noVersion.replace("Sec-WebSocket-Version: 13\r\n", "");
    QByteArray oldVersion = upgradeFields;
    oldVersion.replace("13", "8");
    QByteArray noKey = upgradeFields;
    noKey.replace("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", "");
    QByteArray shortKey = upgradeFields;
    shortKey.replace("dGhlIHNhbXBsZSBub25jZQ==", "c2hvcnQ=");
    QByteArray list = upgradeFields;
    list.replace("Upgrade: websocket", "Upgrade: h2c, websocket");
    QTest::newRow("by the handler") << rawRequest("GET", "/forbidden", upgradeFields) << 401;
    QTest::newRow("POST") << rawRequest("POST", "/live", upgradeFields) << 400;
    QTest::newRow("with a body") << rawRequest("GET", "/live", upgradeFields, "body") << 400;
    QTest::newRow("HTTP/1.0") << "GET /live HTTP/1.0\r\nHost: x\r\n" + upgradeFields + "\r\n" << 400;
    QTest::newRow("no version") << rawRequest("GET", "/live", noVersion) << 426;
    QTest::newRow("old version") << rawRequest("GET", "/live", oldVersion) << 426;
    QTest::newRow("no key") << rawRequest("GET", "/live", noKey) << 400;
    QTest::newRow("short key") << rawRequest("GET", "/live", shortKey) << 400;
    QTest::newRow("a list of protocols") << rawRequest("GET", "/live", list) << 400;
    QTest::newRow("smuggled length") << rawRequest("GET", "/live",
                                                   upgradeFields + "Content-Length: 3\r\nContent-Length: 3\r\n")
                                     << 400;
}

void TestLiveSockets::refusals()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QVERIFY(start());
    RawClient client(m_server->port());
    client.send(bytes);
    const std::optional<RawAnswer> answer = client.receive();
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
    QCOMPARE(answer->header("Connection"), QByteArray("close"));
    if (status == 426)
        QCOMPARE(answer->header("Sec-WebSocket-Version"), QByteArray("13"));
    QVERIFY(client.waitForClose());
    QCOMPARE(m_toy->liveSessions(), 0);
    QCOMPARE(m_toy->handled(), 0);
}

void TestLiveSockets::aRefusedUpgradeWithMoreBehindItReadsItsAnswer()
{
    QVERIFY(start());
    RawClient client(m_server->port());
    client.send(rawRequest("GET", "/forbidden", upgradeFields) + QByteArray(500'000, 'f'));
    const std::optional<RawAnswer> answer = client.receive();
    QVERIFY(answer);
    QCOMPARE(answer->status, 401);
    QCOMPARE(answer->body, QByteArray("not you"));
}

void TestLiveSockets::anUpgradeBehindAPendingAnswerIsRefused()
{
    QVERIFY(start());
    RawClient client(m_server->port());
    client.send(rawRequest("GET", "/later/a") + rawRequest("GET", "/live", upgradeFields));
    QTRY_COMPARE(m_toy->waiting(), 1);
    QTRY_VERIFY(m_toy->hasRefusal(400));
    QVERIFY(m_toy->release("a", "first"));
    QCOMPARE(client.receive()->body, QByteArray("first"));
    QCOMPARE(client.receive()->status, 400);
    QVERIFY(client.waitForClose());
}

void TestLiveSockets::anUpgradeBehindAnAnsweredRequestIsAccepted()
{
    QVERIFY(start());
    RawClient client(m_server->port());
    client.send("\r\n" + rawRequest("GET", "/echo") + "\r\n" + rawRequest("GET", "/live", upgradeFields));
    QCOMPARE(client.receive()->status, 200);
    QCOMPARE(client.receive(true)->status, 101);
    QTRY_VERIFY(client.rest().contains("hello"));
}

void TestLiveSockets::anUpgradeInSingleBytesIsAccepted()
{
    QVERIFY(start());
    RawClient client(m_server->port());
    for (const char byte : "\r\n" + rawRequest("GET", "/live", upgradeFields)) {
        client.send(QByteArray(1, byte));
        QCoreApplication::processEvents();
    }
    const std::optional<RawAnswer> answer = client.receive(true);
    QVERIFY(answer);
    QCOMPARE(answer->status, 101);
    // The example of RFC 6455.
    QCOMPARE(answer->header("Sec-WebSocket-Accept"), QByteArray("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
    QTRY_VERIFY(client.rest().contains("hello"));
}

void TestLiveSockets::limitsHoldFromTheStart_data()
{
    QTest::addColumn<bool>("binary");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("text at the limit") << false << 1000 << 0;
    QTest::newRow("text above the limit") << false << 1001 << 1009;
    QTest::newRow("binary") << true << 10 << 1003;
}

void TestLiveSockets::limitsHoldFromTheStart()
{
    QFETCH(bool, binary);
    QFETCH(int, bytes);
    QFETCH(int, code);
    HttpServerOptions options = oneThread();
    options.limits.webSocketMaxMessageBytes = 1000;
    QVERIFY(start(options));
    LiveClient client(m_server->port());
    QTRY_COMPARE(client.texts.size(), 1);
    if (binary)
        client.socket.sendBinaryMessage(QByteArray(bytes, 'x'));
    else
        client.socket.sendTextMessage(QString(bytes, QLatin1Char('x')));
    if (code == 0) {
        QTRY_COMPARE(client.texts.size(), 2);
        return;
    }
    QTRY_COMPARE(client.disconnected.size(), 1);
    QCOMPARE(static_cast<int>(client.socket.closeCode()), code);
    QTRY_COMPARE(m_toy->liveSessions(), 0);
}

void TestLiveSockets::theSessionCanClose()
{
    QVERIFY(start());
    LiveClient client(m_server->port());
    QTRY_COMPARE(client.texts.size(), 1);
    client.socket.sendTextMessage(QStringLiteral("close"));
    QTRY_COMPARE(client.disconnected.size(), 1);
    QCOMPARE(static_cast<int>(client.socket.closeCode()), 4000);
    QCOMPARE(client.socket.closeReason(), QStringLiteral("as you wish"));
    QTRY_COMPARE(m_toy->liveSessions(), 0);
}

void TestLiveSockets::muchAtOnceIsNoSlowConsumer()
{
    HttpServerOptions options = oneThread();
    options.limits.maxBytesToWrite = 512 * 1024;
    QVERIFY(start(options));
    LiveClient client(m_server->port());
    QTRY_COMPARE(client.texts.size(), 1);
    // Twice as much as may wait, told in one turn of the server's event loop, which the kernel has room for.
    client.socket.sendTextMessage(QStringLiteral("burst 100 10000"));
    QTRY_COMPARE(client.texts.size(), 101);
    QCOMPARE(client.disconnected.count(), 0);
}

void TestLiveSockets::slowConsumersAreClosed()
{
    HttpServerOptions options = oneThread();
    options.limits.maxBytesToWrite = 256 * 1024;
    options.limits.lingerMs = 100;
    QVERIFY(start(options));
    RawClient slow;
    slow.socket().setReadBufferSize(1);
    QVERIFY(slow.connectTo(m_server->port()));
    slow.send(rawRequest("GET", "/live", upgradeFields));
    LiveClient quick(m_server->port());
    QTRY_COMPARE(m_toy->liveSessions(), 2);
    QTRY_COMPARE(quick.texts.size(), 1);

    m_toy->setPush(QByteArray(100'000, 'p'));
    int pushes = 0;
    while (m_toy->liveSessions() == 2 && pushes < 2'000) {
        ++pushes;
        m_server->notifyCommit({});
        // The quick one takes what it gets, so it stays.
        QTRY_COMPARE_WITH_TIMEOUT(quick.texts.size(), pushes + 1, RawClient::waitMs);
    }
    QCOMPARE(m_toy->liveSessions(), 1);
    quick.socket.sendTextMessage(QStringLiteral("still here"));
    QTRY_COMPARE(quick.texts.last(), QStringLiteral("echo still here"));
}

void TestLiveSockets::socketsCountAsConnections()
{
    HttpServerOptions options = oneThread();
    options.limits.maxConnections = 3;
    QVERIFY(start(options));
    for (int round = 0; round < 10; ++round) {
        std::vector<std::unique_ptr<LiveClient>> clients;
        // A place is free a moment after its last owner is gone, so a 503 is no failure here.
        const auto enter = [this, &clients] {
            auto client = std::make_unique<LiveClient>(m_server->port());
            const bool settled = QTest::qWaitFor(
                [&client] { return !client->texts.isEmpty() || client->disconnected.size() > 0; }, RawClient::waitMs);
            if (!settled || client->texts.isEmpty())
                return false;
            clients.push_back(std::move(client));
            return true;
        };
        for (std::size_t i = 0; i < 3; ++i)
            QTRY_VERIFY_WITH_TIMEOUT(clients.size() > i || enter(), RawClient::waitMs);
        QCOMPARE(m_toy->liveSessions(), 3);
        RawClient refused(m_server->port());
        const std::optional<RawAnswer> answer = refused.receive();
        QVERIFY(answer);
        QCOMPARE(answer->status, 503);
        QVERIFY(refused.waitForClose());
        clients.clear();
        QTRY_COMPARE(m_toy->liveSessions(), 0);
    }
}

void TestLiveSockets::hangUpsAtAnyMoment()
{
    HttpServerOptions options;
    options.threads = 2;
    options.liveTickMs = 1;
    QVERIFY(start(options));
    const QByteArray bytes = rawRequest("GET", "/live", upgradeFields);
    for (int round = 0; round < 300; ++round) {
        RawClient client(m_server->port());
        client.send(bytes);
        if (round % 3 == 1)
            QVERIFY(client.receive(true));
        else if (round % 3 == 2)
            QTRY_VERIFY(client.rest().contains("hello"));
        if (round % 2)
            m_server->notifyCommit({});
        if (round % 5 == 0)
            client.finishSending();
        client.socket().abort();
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_toy->liveSessions(), 0, RawClient::waitMs);
    LiveClient client(m_server->port());
    QTRY_VERIFY(!client.texts.isEmpty());
}

void TestLiveSockets::stopSaysGoingAway()
{
    QVERIFY(start());
    LiveClient client(m_server->port());
    QTRY_COMPARE(client.texts.size(), 1);
    m_server.reset();
    QTRY_COMPARE(client.disconnected.size(), 1);
    QCOMPARE(static_cast<int>(client.socket.closeCode()), 1001);
    QCOMPARE(m_toy->liveSessions(), 0);
}

QTEST_GUILESS_MAIN(TestLiveSockets)
#include "livesocketstest.moc"
