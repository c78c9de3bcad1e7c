// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/httpserver.h"
#include "models/runtime/clock.h"
#include "tests/sync/server/rawclient.h"
#include "tests/sync/server/toyhandler.h"

#include <QTcpServer>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>
#include <random>
#include <vector>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace oshaq;

namespace {

std::atomic<int> acceptWarnings = 0;

void countAcceptWarnings(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    Q_UNUSED(type)
    Q_UNUSED(context)
    if (message.contains(QStringLiteral("Connections cannot be accepted")))
        ++acceptWarnings;
}

/// Answers what waits, from its own thread, once the server is being destroyed.
class Releaser final : public QThread
{
    Q_DISABLE_COPY_MOVE(Releaser)

public:
    explicit Releaser(ToyState &toy)
        : m_toy(toy)
    {}
    ~Releaser() override { wait(); }
    int released() const { return m_released; }

protected:
    void run() override { m_released = m_toy.releaseAll(); }

private:
    ToyState &m_toy;
    std::atomic<int> m_released = 0;
};

/// All descriptors below the returned number are in use.
int lowestFreeDescriptor()
{
    const int descriptor = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    ::close(descriptor);
    return descriptor;
}

} // namespace

class TestHttpServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void requestsArriveAsValues();
    void answersKeepTheOrderOfRequests();
    void headGetsNoBody();
    void oldAndClosingClients_data();
    void oldAndClosingClients();
    void whatComesBehindACloseIsIgnored();
    void aLostRespondBecomes500();
    void onlyTheFirstAnswerCounts();
    void anAnswerFromAnotherThreadArrives();
    void hangUpsWhileAnswersAreDeferred();
    void connectionsAboveTheCapGet503();
    void aSecondServerOnThePortIsRefused();
    void badAddressesAreRefused();
    void allThreadsServe();
    void acceptsAgainAfterRunningOutOfDescriptors();
    void stopAnswersWhatIsBeingHandled();
    void stopDoesNotWaitForEver();
    void stopWhileClientsTalk();
    void aHandlerThatCannotBeMadeFailsTheStart();

private:
    bool start(const HttpServerOptions &options = oneThread());
    static HttpServerOptions oneThread();

    SystemClock m_clock;
    std::unique_ptr<ToyState> m_toy;
    std::unique_ptr<HttpServer> m_server;
};

void TestHttpServer::init()
{
    m_toy = std::make_unique<ToyState>();
}

void TestHttpServer::cleanup()
{
    m_server.reset();
    m_toy.reset();
}

HttpServerOptions TestHttpServer::oneThread()
{
    HttpServerOptions options;
    options.threads = 1;
    return options;
}

bool TestHttpServer::start(const HttpServerOptions &options)
{
    auto started = HttpServer::start(options, m_clock, m_toy->factory());
    if (!started)
        return false;
    m_server = std::move(started).value();
    return m_server->port() != 0;
}

void TestHttpServer::requestsArriveAsValues()
{
    QVERIFY(start());
    const qint64 before = m_clock.nowMs();
    RawClient client(m_server->port());
    client.send(rawRequest("PATCH", "/a%20b/c?d=%31&e", "X-One: 1\r\nx-one: 2\r\nAuthorization: Bearer t\r\n", "{}"));
    const std::optional<RawAnswer> answer = client.receive();
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->header("Content-Type"), QByteArray("text/plain"));
    QVERIFY(answer->header("Date").endsWith(" GMT"));
    QVERIFY(answer->header("Connection").isEmpty());

    const HttpRequest request = m_toy->requests().value(0);
    QCOMPARE(request.method, QByteArray("PATCH"));
    QCOMPARE(request.path, QByteArray("/a%20b/c"));
    QCOMPARE(request.query, QByteArray("d=%31&e"));
    QCOMPARE(request.header("x-one"), QByteArray("1"));
    QCOMPARE(request.header("authorization"), QByteArray("Bearer t"));
    QCOMPARE(request.headers.size(), size_t(5));
    QCOMPARE(request.body, QByteArray("{}"));
    QCOMPARE(request.remoteAddress, QByteArray("127.0.0.1"));
    QVERIFY(request.arrivedAtMs >= before && request.arrivedAtMs <= m_clock.nowMs());
}

void TestHttpServer::answersKeepTheOrderOfRequests()
{
    HttpServerOptions options = oneThread();
    options.limits.maxPipelined = 64;
    QVERIFY(start(options));
    std::mt19937 random(7);
    for (int round = 0; round < 20; ++round) {
        RawClient client(m_server->port());
        QList<QByteArray> keys;
        QByteArray bytes;
        int deferred = 0;
        for (int i = 0; i < 30; ++i) {
            const QByteArray key = QByteArray::number(round) + '-' + QByteArray::number(i);
            if (random() % 3 == 0) {
                bytes += rawRequest("GET", "/echo?" + key);
                keys.append("GET /echo?" + key + '\n');
            } else {
                bytes += rawRequest("GET", "/later/" + key);
                keys.append(key);
                ++deferred;
            }
        }
        client.send(bytes);
        QTRY_COMPARE(m_toy->waiting(), deferred);
        QList<QByteArray> order = keys;
        std::shuffle(order.begin(), order.end(), random);
        for (const QByteArray &key : order) {
            if (!key.startsWith("GET "))
                QVERIFY(m_toy->release(key, key));
        }
        for (const QByteArray &key : keys) {
            const std::optional<RawAnswer> answer = client.receive();
            QVERIFY(answer);
            QCOMPARE(answer->body, key);
        }
    }
}

void TestHttpServer::headGetsNoBody()
{
    QVERIFY(start());
    RawClient client(m_server->port());
    client.send(rawRequest("HEAD", "/size/77") + rawRequest("GET", "/size/3"));
    const std::optional<RawAnswer> head = client.receive(true);
    QVERIFY(head);
    QCOMPARE(head->header("Content-Length"), QByteArray("77"));
    QCOMPARE(client.receive()->body, QByteArray("sss"));
    QCOMPARE(m_toy->requests().at(0).method, QByteArray("HEAD"));
}

void TestHttpServer::oldAndClosingClients_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<QByteArray>("connection");
    QTest::newRow("1.1") << QByteArray("GET /echo HTTP/1.1\r\nHost: x\r\n\r\n") << false << QByteArray();
    QTest::newRow("1.1 close") << QByteArray("GET /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n") << true
                               << QByteArray("close");
    QTest::newRow("1.0") << QByteArray("GET /echo HTTP/1.0\r\n\r\n") << true << QByteArray("close");
    QTest::newRow("1.0 keep-alive") << QByteArray("GET /echo HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") << false
                                    << QByteArray("keep-alive");
    QTest::newRow("1.0 both") << QByteArray("GET /echo HTTP/1.0\r\nConnection: keep-alive, close\r\n\r\n") << true
                              << QByteArray("close");
}

void TestHttpServer::oldAndClosingClients()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, closes);
    QFETCH(QByteArray, connection);
    QVERIFY(start());
    RawClient client(m_server->port());
    client.send(bytes);
    const std::optional<RawAnswer> answer = client.receive();
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->header("Connection"), connection);
    if (closes) {
        QVERIFY(client.waitForClose());
    } else {
        client.send(bytes);
        QCOMPARE(client.receive()->status, 200);
    }
}

void TestHttpServer::whatComesBehindACloseIsIgnored()
{
    QVERIFY(start());
    RawClient client(m_server->port());
    client.send(rawRequest("GET", "/later/a", "Connection: close\r\n") + rawRequest("GET", "/echo") +
                rawRequest("GET", "/echo"));
    QTRY_COMPARE(m_toy->waiting(), 1);
    client.send(rawRequest("GET", "/echo"));
    QVERIFY(m_toy->release("a", "only"));
    QCOMPARE(client.receive()->body, QByteArray("only"));
    QVERIFY(client.waitForClose());
    QCOMPARE(client.rest(), QByteArray());
    QCOMPARE(m_toy->handled(), 1);
}

void TestHttpServer::aLostRespondBecomes500()
{
    QVERIFY(start());
    RawClient client(m_server->port());
    client.send(rawRequest("GET", "/lost") + rawRequest("GET", "/echo"));
    QCOMPARE(client.receive()->status, 500);
    QCOMPARE(client.receive()->status, 200);
}

void TestHttpServer::onlyTheFirstAnswerCounts()
{
    QVERIFY(start());
    RawClient client(m_server->port());
    client.send(rawRequest("GET", "/twice") + rawRequest("GET", "/echo?x"));
    QCOMPARE(client.receive()->body, QByteArray("first"));
    QCOMPARE(client.receive()->body, QByteArray("GET /echo?x\n"));
}

void TestHttpServer::anAnswerFromAnotherThreadArrives()
{
    QVERIFY(start());
    RawClient client(m_server->port());
    client.send(rawRequest("GET", "/thread"));
    QCOMPARE(client.receive()->body, QByteArray("stray"));
}

void TestHttpServer::hangUpsWhileAnswersAreDeferred()
{
    constexpr int rounds = 40;
    constexpr int clientsPerRound = 75;
    HttpServerOptions options = oneThread();
    options.threads = 2;
    // If connections leaked, the later rounds would meet the cap.
    options.limits.maxConnections = 2 * clientsPerRound;
    QVERIFY(start(options));
    std::mt19937 random(11);
    for (int round = 0; round < rounds; ++round) {
        const int before = m_toy->handled();
        std::vector<std::unique_ptr<RawClient>> clients;
        int expected = 0;
        for (int i = 0; i < clientsPerRound; ++i) {
            auto client = std::make_unique<RawClient>(m_server->port());
            QByteArray bytes;
            for (unsigned n = 0; n <= random() % 3; ++n) {
                bytes += rawRequest("GET", "/later/k");
                ++expected;
            }
            client->send(bytes);
            clients.push_back(std::move(client));
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_toy->handled() - before, expected, RawClient::waitMs);
        QVERIFY(!m_toy->hasRefusal(503));
        for (const auto &client : clients) {
            switch (random() % 4) {
            case 0:
                client->socket().abort();
                break;
            case 1:
                client->finishSending();
                break;
            case 2:
                client->socket().disconnectFromHost();
                break;
            default:
                break;
            }
        }
        m_toy->releaseAll();
        if (round % 2)
            clients.clear();
        QCOMPARE(m_toy->waiting(), 0);
    }
    RawClient client(m_server->port());
    client.send(rawRequest("GET", "/echo"));
    QCOMPARE(client.receive()->status, 200);
    QVERIFY(!m_toy->hasRefusal(503));
}

void TestHttpServer::connectionsAboveTheCapGet503()
{
    constexpr int cap = 8;
    HttpServerOptions options = oneThread();
    options.limits.maxConnections = cap;
    QVERIFY(start(options));
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < cap; ++i) {
        clients.push_back(std::make_unique<RawClient>(m_server->port()));
        clients.back()->send(rawRequest("GET", "/echo"));
        QCOMPARE(clients.back()->receive()->status, 200);
    }
    for (int i = 0; i < 3; ++i) {
        RawClient refused(m_server->port());
        refused.send(rawRequest("GET", "/echo"));
        const std::optional<RawAnswer> answer = refused.receive();
        QVERIFY(answer);
        QCOMPARE(answer->status, 503);
        QCOMPARE(answer->header("Connection"), QByteArray("close"));
        QVERIFY(refused.waitForClose());
    }
    // Those inside go on, and a place that becomes free is given away.
    clients.front()->send(rawRequest("GET", "/echo"));
    QCOMPARE(clients.front()->receive()->status, 200);
    clients.pop_back();
    bool served = false;
    const auto tryToEnter = [this] {
        RawClient next(m_server->port());
        next.send(rawRequest("GET", "/echo"));
        const auto answer = next.receive();
        return answer && answer->status == 200;
    };
    QTRY_VERIFY_WITH_TIMEOUT(served = served || tryToEnter(), RawClient::waitMs);
}

void TestHttpServer::aSecondServerOnThePortIsRefused()
{
    for (const int threads : {1, 3}) {
        HttpServerOptions options;
        options.threads = threads;
        QVERIFY(start(options));
        ToyState other;
        options.port = m_server->port();
        for (const int otherThreads : {1, 2}) {
            options.threads = otherThreads;
            const auto second = HttpServer::start(options, m_clock, other.factory());
            QVERIFY(!second.ok());
            QCOMPARE(second.error().message, QStringLiteral("port %1 is in use").arg(m_server->port()));
        }
        QCOMPARE(other.handlers(), 0);
        const quint16 port = m_server->port();
        m_server.reset();
        // And free again at once, though clients have just used it.
        options.port = port;
        options.threads = threads;
        QVERIFY(start(options));
        QCOMPARE(m_server->port(), port);
        m_server.reset();
    }

    QTcpServer foreign;
    QVERIFY(foreign.listen(QHostAddress::LocalHost));
    HttpServerOptions options;
    options.port = foreign.serverPort();
    QVERIFY(!HttpServer::start(options, m_clock, m_toy->factory()).ok());
}

void TestHttpServer::badAddressesAreRefused()
{
    HttpServerOptions options = oneThread();
    options.address = QHostAddress(QStringLiteral("192.0.2.1"));
    const auto started = HttpServer::start(options, m_clock, m_toy->factory());
    QVERIFY(!started.ok());
    QCOMPARE(started.error().message, QStringLiteral("192.0.2.1 is not an address of this machine"));

    for (const QHostAddress::SpecialAddress any : {QHostAddress::Any, QHostAddress::AnyIPv4}) {
        options.address = QHostAddress(any);
        options.threads = 2;
        QVERIFY(start(options));
        RawClient client(m_server->port());
        client.send(rawRequest("GET", "/echo"));
        QCOMPARE(client.receive()->status, 200);
        QCOMPARE(m_toy->requests().last().remoteAddress, QByteArray("127.0.0.1"));
        m_server.reset();
    }
}

void TestHttpServer::allThreadsServe()
{
    HttpServerOptions options;
    options.threads = 3;
    QVERIFY(start(options));
    QCOMPARE(m_toy->handlers(), 3);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 120; ++i) {
        clients.push_back(std::make_unique<RawClient>(m_server->port()));
        clients.back()->send(rawRequest("GET", "/echo"));
        QCOMPARE(clients.back()->receive()->status, 200);
    }
    QCOMPARE(m_toy->busyHandlers(), 3);
}

void TestHttpServer::acceptsAgainAfterRunningOutOfDescriptors()
{
    constexpr int count = 6;
    QVERIFY(start());
    // Raw sockets first: the clients must not need descriptors while there are none.
    std::vector<int> descriptors;
    for (int i = 0; i < count; ++i)
        descriptors.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));

    acceptWarnings = 0;
    const QtMessageHandler previous = qInstallMessageHandler(countAcceptWarnings);
    rlimit limit{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
    rlimit low = limit;
    low.rlim_cur = static_cast<rlim_t>(lowestFreeDescriptor());
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &low), 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_server->port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int connected = 0;
    for (const int descriptor : descriptors)
        connected += ::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0;
    const bool warned = QTest::qWaitFor([] { return acceptWarnings >= 2; }, RawClient::waitMs);
    ::setrlimit(RLIMIT_NOFILE, &limit);
    qInstallMessageHandler(previous);
    QCOMPARE(connected, count);
    QVERIFY(warned);

    for (const int descriptor : descriptors) {
        RawClient client;
        QVERIFY(client.socket().setSocketDescriptor(descriptor));
        client.send(rawRequest("GET", "/echo"));
        const std::optional<RawAnswer> answer = client.receive();
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
    }
}

void TestHttpServer::stopAnswersWhatIsBeingHandled()
{
    QVERIFY(start());
    RawClient busy(m_server->port());
    busy.send(rawRequest("GET", "/later/a") + rawRequest("GET", "/later/b"));
    RawClient idle(m_server->port());
    idle.send(rawRequest("GET", "/echo"));
    QCOMPARE(idle.receive()->status, 200);
    QTRY_COMPARE(m_toy->waiting(), 2);
    const quint16 port = m_server->port();

    Releaser releaser(*m_toy);
    releaser.start();
    m_server.reset();
    releaser.wait();
    QCOMPARE(releaser.released(), 2);
    QCOMPARE(busy.receive()->body, QByteArray("a"));
    QCOMPARE(busy.receive()->body, QByteArray("b"));
    QVERIFY(busy.waitForClose());
    QVERIFY(idle.waitForClose());

    RawClient late;
    late.socket().connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    QTRY_COMPARE(late.socket().error(), QAbstractSocket::ConnectionRefusedError);
}

void TestHttpServer::stopDoesNotWaitForEver()
{
    QVERIFY(start());
    RawClient busy(m_server->port());
    busy.send(rawRequest("GET", "/later/a"));
    QTRY_COMPARE(m_toy->waiting(), 1);
    m_server.reset();
    QVERIFY(busy.waitForClose());
    QCOMPARE(busy.rest(), QByteArray());
    // The answer comes after everything is gone.
    QCOMPARE(m_toy->releaseAll(), 1);
}

void TestHttpServer::stopWhileClientsTalk()
{
    for (int round = 0; round < 4; ++round) {
        HttpServerOptions options;
        options.threads = 2;
        QVERIFY(start(options));
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 20; ++i) {
            clients.push_back(std::make_unique<RawClient>(m_server->port()));
            QByteArray bytes;
            for (int n = 0; n < 10; ++n)
                bytes += rawRequest("GET", "/size/20000");
            clients.back()->send(
                bytes +
                (i % 2 ? QByteArray("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf") : QByteArray()));
            if (i % 5 == 0)
                QCOMPARE(clients.back()->receive()->status, 200);
        }
        m_server.reset();
        for (const auto &client : clients)
            QVERIFY(client->waitForClose());
    }
}

void TestHttpServer::aHandlerThatCannotBeMadeFailsTheStart()
{
    HttpServerOptions options;
    options.threads = 2;
    int calls = 0;
    const auto started =
        HttpServer::start(options, m_clock, [this, &calls](PostToThread post) -> std::unique_ptr<RequestHandler> {
            return ++calls == 1 ? m_toy->factory()(std::move(post)) : nullptr;
        });
    QVERIFY(!started.ok());
    QCOMPARE(calls, 2);
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "httpservertest.moc"
