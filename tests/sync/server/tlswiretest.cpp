// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runtime/clock.h"
#include "sync/server/httpserver.h"
#include "sync/server/tlsidentity.h"
#include "tests/sync/server/rawclient.h"
#include "tests/sync/server/toyhandler.h"

#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>

#include <algorithm>
#include <memory>
#include <vector>

#include <netinet/in.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace oshaq;

namespace {

constexpr int waitMs = RawClient::waitMs;

/// A client that decides what stands in a record, in a packet, and when it reads. It blocks, for up to waitMs.
class TlsClient final
{
    Q_DISABLE_COPY_MOVE(TlsClient)

public:
    explicit TlsClient(quint16 port, SSL_SESSION *earlier = nullptr, int receiveBuffer = 0)
        : m_context(SSL_CTX_new(TLS_client_method()))
        , m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        const timeval patience{waitMs / 1000, 0};
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof(patience));
        if (receiveBuffer > 0)
            ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof(receiveBuffer));
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_isConnected = ::connect(m_descriptor, reinterpret_cast<sockaddr *>(&address), sizeof(address)) == 0;
        m_session = SSL_new(m_context);
        SSL_set_fd(m_session, m_descriptor);
        if (earlier)
            SSL_set_session(m_session, earlier);
    }

    ~TlsClient()
    {
        SSL_free(m_session);
        SSL_CTX_free(m_context);
        ::close(m_descriptor);
    }

    bool greet() { return m_isConnected && SSL_connect(m_session) == 1; }
    bool send(const QByteArray &bytes)
    {
        return SSL_write(m_session, bytes.constData(), int(bytes.size())) == bytes.size();
    }
    bool sendBare(const QByteArray &bytes)
    {
        return ::send(m_descriptor, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL) == bytes.size();
    }
    QByteArray receiveBare()
    {
        QByteArray bytes(16'384, '\0');
        return bytes.left(std::max<ssize_t>(::recv(m_descriptor, bytes.data(), size_t(bytes.size()), 0), 0));
    }
    /// Of `count` bytes, or as many as came before the end.
    QByteArray receive(qsizetype count)
    {
        QByteArray bytes(count, '\0');
        qsizetype have = 0;
        while (have < count) {
            const int got = SSL_read(m_session, bytes.data() + have, int(count - have));
            if (got <= 0)
                break;
            have += got;
        }
        return bytes.left(have);
    }
    /// Up to and with that text.
    QByteArray receiveTo(const QByteArray &end)
    {
        QByteArray bytes;
        while (!bytes.endsWith(end)) {
            const QByteArray next = receive(1);
            if (next.isEmpty())
                break;
            bytes += next;
        }
        return bytes;
    }
    /// The server said that it sends no more, in TLS's own words, and nothing came before that.
    bool isClosedInOrder()
    {
        char byte = 0;
        const int got = SSL_read(m_session, &byte, 1);
        return got <= 0 && SSL_get_error(m_session, got) == SSL_ERROR_ZERO_RETURN;
    }
    bool isClosed()
    {
        char byte = 0;
        return SSL_read(m_session, &byte, 1) <= 0;
    }
    void sayFarewell() { SSL_shutdown(m_session); }
    /// Leaves without a word, and with a reset.
    void vanish()
    {
        const linger none{1, 0};
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &none, sizeof(none));
    }
    SSL *session() { return m_session; }

private:
    SSL_CTX *m_context;
    int m_descriptor;
    SSL *m_session = nullptr;
    bool m_isConnected = false;
};

QByteArray bodyOf(const QByteArray &answer)
{
    return answer.mid(answer.indexOf("\r\n\r\n") + 4);
}

} // namespace

class TlsWireTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void manyRequestsInOneRecord();
    void aRequestInManyRecords();
    void aRequestBehindTheGreeting();
    void aLargeBodyComesWhole();
    void aLargeAnswerWaitsForASlowReader();
    void manyAnswersWaitForASlowReader();
    void closesInTlsWords();
    void aFarewellIsAnswered();
    void nonsenseEndsItsOwnConnection();
    void hangUpsAtAnyMoment();
    void sessionsAreResumed();
    void webSocketsTalk();
    void webSocketsTakeMuch();
    void slowWebSocketsAreClosed();
    void stopEndsAll();

private:
    bool start(const HttpServerOptions &options);
    static HttpServerOptions oneThread();
    QSslConfiguration trusting() const;

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::shared_ptr<TlsIdentity> m_identity;
    std::unique_ptr<ToyState> m_toy;
    std::unique_ptr<HttpServer> m_server;
};

void TlsWireTest::init()
{
    m_toy = std::make_unique<ToyState>();
}

void TlsWireTest::cleanup()
{
    m_server.reset();
    QCOMPARE(m_toy->liveSessions(), 0);
    m_toy.reset();
}

HttpServerOptions TlsWireTest::oneThread()
{
    HttpServerOptions options;
    options.threads = 1;
    return options;
}

bool TlsWireTest::start(const HttpServerOptions &given)
{
    m_directory = std::make_unique<QTemporaryDir>();
    TlsOptions tls;
    tls.directory = m_directory->filePath(QStringLiteral("tls"));
    auto identity = TlsIdentity::open(tls, m_clock);
    if (!identity)
        return false;
    m_identity = std::move(identity).value();
    HttpServerOptions options = given;
    options.tls = m_identity;
    auto started = HttpServer::start(options, m_clock, m_toy->factory());
    if (!started)
        return false;
    m_server = std::move(started).value();
    return true;
}

QSslConfiguration TlsWireTest::trusting() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromPath(m_identity->caFile()));
    return configuration;
}

void TlsWireTest::manyRequestsInOneRecord()
{
    QVERIFY(start(oneThread()));
    TlsClient client(m_server->port());
    QVERIFY(client.greet());
    QByteArray all;
    for (int i = 0; i < 10; ++i)
        all += rawRequest("GET", "/echo/" + QByteArray::number(i));
    QVERIFY(client.send(all));
    for (int i = 0; i < 10; ++i) {
        const QByteArray wanted = "GET /echo/" + QByteArray::number(i) + "?\n";
        QVERIFY(client.receiveTo(wanted).endsWith(wanted));
    }
    const QList<HttpRequest> requests = m_toy->requests();
    QCOMPARE(requests.size(), 10);
    QVERIFY(requests.first().isTls);
    QCOMPARE(requests.first().remoteAddress, QByteArray("127.0.0.1"));
}

void TlsWireTest::aRequestInManyRecords()
{
    QVERIFY(start(oneThread()));
    TlsClient client(m_server->port());
    QVERIFY(client.greet());
    for (const char byte : rawRequest("GET", "/echo/slowly"))
        QVERIFY(client.send(QByteArray(1, byte)));
    const QByteArray wanted = "GET /echo/slowly?\n";
    QVERIFY(client.receiveTo(wanted).endsWith(wanted));
}

void TlsWireTest::aRequestBehindTheGreeting()
{
    QVERIFY(start(oneThread()));
    // In one packet with the end of the greeting: the server has read it before anybody asks for it.
    TlsClient client(m_server->port());
    SSL *session = client.session();
    SSL_set_connect_state(session);
    SSL_set_bio(session, BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
    const auto takeOutgoing = [session] {
        QByteArray bytes(qsizetype(BIO_ctrl_pending(SSL_get_wbio(session))), '\0');
        BIO_read(SSL_get_wbio(session), bytes.data(), int(bytes.size()));
        return bytes;
    };
    const auto feed = [session, &client] {
        const QByteArray bytes = client.receiveBare();
        return !bytes.isEmpty() && BIO_write(SSL_get_rbio(session), bytes.constData(), int(bytes.size())) > 0;
    };
    while (SSL_do_handshake(session) != 1) {
        if (const QByteArray greeting = takeOutgoing(); !greeting.isEmpty())
            QVERIFY(client.sendBare(greeting));
        QVERIFY(feed());
    }
    QVERIFY(client.send(rawRequest("GET", "/size/2") + rawRequest("GET", "/size/3")));
    QVERIFY(client.sendBare(takeOutgoing()));
    QByteArray received;
    while (!received.endsWith("\r\n\r\nsss")) {
        char buffer[4'096];
        const int got = SSL_read(session, buffer, sizeof(buffer));
        if (got > 0)
            received.append(buffer, got);
        else
            QVERIFY(feed());
    }
    QVERIFY(received.contains("\r\n\r\nssHTTP/1.1 200 OK"));
}

void TlsWireTest::aLargeBodyComesWhole()
{
    HttpServerOptions options = oneThread();
    options.limits.smallBodyBytes = 4 * 1024 * 1024;
    QVERIFY(start(options));
    TlsClient client(m_server->port());
    QVERIFY(client.greet());
    QByteArray body(3'000'000, '\0');
    for (qsizetype i = 0; i < body.size(); ++i)
        body[i] = char('a' + i % 23);
    QVERIFY(client.send(rawRequest("POST", "/echo/body", {}, body)));
    client.receiveTo("\r\n\r\n");
    const QByteArray first = "POST /echo/body?\n";
    QCOMPARE(client.receive(first.size()), first);
    QVERIFY(client.receive(body.size()) == body);
}

void TlsWireTest::aLargeAnswerWaitsForASlowReader()
{
    QVERIFY(start(oneThread()));
    constexpr qsizetype bytes = 20'000'000; // far more than two kernels hold
    TlsClient slow(m_server->port(), nullptr, 4'096);
    QVERIFY(slow.greet());
    QVERIFY(slow.send(rawRequest("GET", "/size/" + QByteArray::number(bytes))));
    QTRY_COMPARE_WITH_TIMEOUT(m_toy->handled(), 1, waitMs);
    // Meanwhile others are served.
    TlsClient quick(m_server->port());
    QVERIFY(quick.greet());
    QVERIFY(quick.send(rawRequest("GET", "/size/3")));
    QVERIFY(quick.receiveTo("sss").endsWith("\r\n\r\nsss"));
    QVERIFY(slow.receiveTo("\r\n\r\n").contains("Content-Length: 20000000"));
    const QByteArray body = slow.receive(bytes);
    QCOMPARE(body.size(), bytes);
    QCOMPARE(body.count('s'), bytes);
    QVERIFY(slow.send(rawRequest("GET", "/size/3")));
    QVERIFY(slow.receiveTo("sss").endsWith("\r\n\r\nsss"));
}

void TlsWireTest::manyAnswersWaitForASlowReader()
{
    HttpServerOptions options = oneThread();
    options.limits.maxBytesToWrite = 64 * 1024 * 1024;
    QVERIFY(start(options));
    TlsClient slow(m_server->port(), nullptr, 4'096);
    QVERIFY(slow.greet());
    // Of all sizes around that of a record, so that heads and bodies are cut and put together in every way.
    const std::vector<int> sizes{1'000'000, 0,      1, 16'000,    16'383, 16'384,  16'385,
                                 200,       40'000, 3, 1'000'000, 15'900, 700'000, 5};
    QByteArray requests;
    for (const int size : sizes)
        requests += rawRequest("GET", "/size/" + QByteArray::number(size));
    QVERIFY(slow.send(requests));
    QTRY_COMPARE_WITH_TIMEOUT(m_toy->handled(), int(sizes.size()), waitMs);
    for (const int size : sizes) {
        const QByteArray head = slow.receiveTo("\r\n\r\n");
        QVERIFY2(head.startsWith("HTTP/1.1 200 OK"), head);
        QVERIFY2(head.contains("Content-Length: " + QByteArray::number(size) + "\r\n"), head);
        QCOMPARE(slow.receive(size), QByteArray(size, 's'));
    }
}

void TlsWireTest::closesInTlsWords()
{
    QVERIFY(start(oneThread()));
    TlsClient client(m_server->port());
    QVERIFY(client.greet());
    QVERIFY(client.send(rawRequest("GET", "/size/100000", "Connection: close\r\n")));
    client.receiveTo("\r\n\r\n");
    QCOMPARE(client.receive(100'000).size(), 100'000);
    // An answer that is cut off by somebody else cannot be taken for a whole one.
    QVERIFY(client.isClosedInOrder());
}

void TlsWireTest::aFarewellIsAnswered()
{
    QVERIFY(start(oneThread()));
    TlsClient client(m_server->port());
    QVERIFY(client.greet());
    QVERIFY(client.send(rawRequest("GET", "/later/it")));
    client.sayFarewell();
    // Nothing more comes from the client, which still reads.
    QTRY_COMPARE_WITH_TIMEOUT(m_toy->waiting(), 1, waitMs);
    QVERIFY(m_toy->release("it", "at last"));
    QCOMPARE(bodyOf(client.receiveTo("at last")), QByteArray("at last"));
    QVERIFY(client.isClosedInOrder());
}

void TlsWireTest::nonsenseEndsItsOwnConnection()
{
    QVERIFY(start(oneThread()));
    TlsClient good(m_server->port());
    QVERIFY(good.greet());
    for (const QByteArray &nonsense :
         {QByteArray("GET / HTTP/1.1\r\n\r\n"), QByteArray::fromHex("1703030010000102030405060708090a0b0c0d0e0f"),
          QByteArray::fromHex("16030100ff"), QByteArray(70'000, '\xff')}) {
        TlsClient bad(m_server->port());
        QVERIFY(bad.greet());
        QVERIFY(bad.send(rawRequest("GET", "/size/2")));
        QVERIFY(bad.receiveTo("ss").endsWith("ss"));
        bad.sendBare(nonsense); // the server may be gone before it has all of it
        bad.vanish();
    }
    RawClient never(m_server->port());
    never.send(QByteArray(70'000, '\0'));
    QVERIFY(never.waitForClose());
    QVERIFY(good.send(rawRequest("GET", "/size/3")));
    QVERIFY(good.receiveTo("sss").endsWith("\r\n\r\nsss"));
}

void TlsWireTest::hangUpsAtAnyMoment()
{
    HttpServerOptions options;
    options.threads = 2;
    QVERIFY(start(options));
    for (int i = 0; i < 60; ++i) {
        TlsClient client(m_server->port(), nullptr, 4'096);
        if (i % 6 > 0)
            QVERIFY(client.greet());
        if (i % 6 > 1)
            client.send(rawRequest("GET", "/size/5000000"));
        if (i % 6 > 2)
            client.receive(100'000);
        if (i % 6 > 3)
            client.sayFarewell();
        if (i % 2 == 0)
            client.vanish();
    }
    TlsClient client(m_server->port());
    QVERIFY(client.greet());
    QVERIFY(client.send(rawRequest("GET", "/size/3")));
    QVERIFY(client.receiveTo("sss").endsWith("\r\n\r\nsss"));
}

void TlsWireTest::sessionsAreResumed()
{
    QVERIFY(start(oneThread()));
    std::unique_ptr<SSL_SESSION, void (*)(SSL_SESSION *)> earlier(nullptr, SSL_SESSION_free);
    {
        TlsClient client(m_server->port());
        QVERIFY(client.greet());
        QVERIFY(!SSL_session_reused(client.session()));
        QVERIFY(client.send(rawRequest("GET", "/size/2")));
        QVERIFY(client.receiveTo("ss").endsWith("ss")); // the ticket came before
        earlier.reset(SSL_get1_session(client.session()));
        client.sayFarewell();
    }
    TlsClient again(m_server->port(), earlier.get());
    QVERIFY(again.greet());
    QVERIFY(SSL_session_reused(again.session()));
    QVERIFY(again.send(rawRequest("GET", "/size/2")));
    QVERIFY(again.receiveTo("ss").endsWith("ss"));
}

void TlsWireTest::webSocketsTalk()
{
    QVERIFY(start(oneThread()));
    QWebSocket socket;
    QStringList texts;
    connect(&socket, &QWebSocket::textMessageReceived, &socket, [&texts](const QString &text) { texts.append(text); });
    socket.setSslConfiguration(trusting());
    socket.open(QUrl(QStringLiteral("wss://localhost:%1/live").arg(m_server->port())));
    QTRY_COMPARE_WITH_TIMEOUT(texts.value(0), QStringLiteral("hello"), waitMs);
    QVERIFY(socket.isValid());
    socket.sendTextMessage(QStringLiteral("шаурма"));
    QTRY_COMPARE_WITH_TIMEOUT(texts.value(1), QStringLiteral("echo шаурма"), waitMs);
    QSignalSpy pongs(&socket, &QWebSocket::pong);
    socket.ping("here?");
    QTRY_COMPARE_WITH_TIMEOUT(pongs.count(), 1, waitMs);
    // Either side may close.
    socket.sendTextMessage(QStringLiteral("close"));
    QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::UnconnectedState, waitMs);
    QCOMPARE(int(socket.closeCode()), 4000);
    QTRY_COMPARE_WITH_TIMEOUT(m_toy->liveSessions(), 0, waitMs);
    socket.open(QUrl(QStringLiteral("wss://localhost:%1/live").arg(m_server->port())));
    QTRY_COMPARE_WITH_TIMEOUT(m_toy->liveSessions(), 1, waitMs);
    socket.close();
    QTRY_COMPARE_WITH_TIMEOUT(m_toy->liveSessions(), 0, waitMs);
}

void TlsWireTest::webSocketsTakeMuch()
{
    QVERIFY(start(oneThread()));
    QWebSocket socket;
    QList<qsizetype> sizes;
    connect(&socket, &QWebSocket::textMessageReceived, &socket,
            [&sizes](const QString &text) { sizes.append(text.size()); });
    socket.setSslConfiguration(trusting());
    socket.open(QUrl(QStringLiteral("wss://localhost:%1/live").arg(m_server->port())));
    QTRY_COMPARE_WITH_TIMEOUT(sizes.size(), 1, waitMs);
    socket.sendTextMessage(QStringLiteral("burst 40 90000"));
    QTRY_COMPARE_WITH_TIMEOUT(sizes.size(), 41, waitMs);
    QCOMPARE(sizes.count(90'000), 40);
    for (int i = 0; i < 20; ++i)
        socket.sendTextMessage(QString(60'000, u'o'));
    QTRY_COMPARE_WITH_TIMEOUT(sizes.size(), 61, waitMs);
    QCOMPARE(sizes.count(60'005), 20); // with its "echo "
}

void TlsWireTest::slowWebSocketsAreClosed()
{
    HttpServerOptions options = oneThread();
    options.limits.maxBytesToWrite = 256 * 1024;
    options.limits.lingerMs = 100;
    QVERIFY(start(options));
    TlsClient slow(m_server->port(), nullptr, 4'096);
    QVERIFY(slow.greet());
    QVERIFY(slow.send(rawRequest("GET", "/live",
                                 "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                 "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n")));
    QTRY_COMPARE_WITH_TIMEOUT(m_toy->liveSessions(), 1, waitMs);
    m_toy->setPush(QByteArray(100'000, 'p'));
    for (int pushes = 0; m_toy->liveSessions() == 1 && pushes < 2'000; ++pushes) {
        m_server->notifyCommit({});
        QTest::qWait(1); // for the server's threads; what ends the loop is the session's end
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_toy->liveSessions(), 0, waitMs);
}

void TlsWireTest::stopEndsAll()
{
    QVERIFY(start(oneThread()));
    std::vector<std::unique_ptr<TlsClient>> clients;
    for (int i = 0; i < 8; ++i) {
        clients.push_back(std::make_unique<TlsClient>(m_server->port()));
        if (i > 0)
            QVERIFY(clients.back()->greet());
        if (i > 4)
            QVERIFY(
                clients.back()->send(rawRequest("GET", "/live",
                                                "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: "
                                                "13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n")));
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_toy->liveSessions(), 3, waitMs);
    m_server.reset();
    QVERIFY(clients[1]->isClosed());
    QVERIFY(clients[7]->receiveTo("never").size() > 0); // 101, hello, the close frame, the end
}

QTEST_GUILESS_MAIN(TlsWireTest)
#include "tlswiretest.moc"
