// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/certificates.h"
#include "sync/server/tlsidentity.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testsite.h"
#include "tests/sync/server/rawclient.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QSslKey>
#include <QSslSocket>
#include <QTest>
#include <QWebSocket>

using namespace oshaq;
using namespace oshaq::test;

namespace {

constexpr int waitMs = 20'000;
constexpr qint64 dayMs = qint64{24} * 60 * 60 * 1000;

/// A client that trusts one CA only.
QSslConfiguration trusting(const QString &caFile)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromPath(caFile));
    return configuration;
}

/// Runs the event loop until the handshake is done or has failed.
bool connectEncrypted(QSslSocket &socket, quint16 port, const QString &name = QStringLiteral("localhost"))
{
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port, name);
    return QTest::qWaitFor(
               [&] { return socket.isEncrypted() || socket.error() != QAbstractSocket::UnknownSocketError; }, waitMs) &&
           socket.isEncrypted();
}

QByteArray exchange(QSslSocket &socket, const QByteArray &bytes, QByteArrayView end)
{
    socket.write(bytes);
    QByteArray received;
    const bool came = QTest::qWaitFor(
        [&] {
            received += socket.readAll();
            return received.endsWith(end);
        },
        waitMs);
    return came ? received : QByteArray("nothing came: ") + received;
}

QByteArray get(const QByteArray &path, const QByteArray &token = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" +
           (token.isEmpty() ? QByteArray() : "Authorization: Bearer " + token + "\r\n") + "\r\n";
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TlsApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answersOverTls();
    void pushesOverTls();
    void speaksOnlyWhatItWasAskedTo();
    void answersALargeBodyWhole();
    void silentClientsHoldNobodyUp();
    void plainRequestsGetNoAnswer();
    void keepsItsAuthority();
    void renewsBeforeExpiry();
    void refusesHalfAnIdentity();
    void takesAGivenCertificate();
    void refusesAGivenCertificate_data();
    void refusesAGivenCertificate();

private:
    Result<std::shared_ptr<TlsIdentity>> openIdentity(bool allowTls12 = false);
    bool startSite(bool allowTls12 = false, int headDeadlineMs = 10'000);

    std::unique_ptr<QTemporaryDir> m_directory;
    FakeClock m_clock;
    std::shared_ptr<TlsIdentity> m_identity;
    std::unique_ptr<TestSite> m_site;
};

void TlsApiTest::init()
{
    m_site.reset();
    m_identity.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
}

Result<std::shared_ptr<TlsIdentity>> TlsApiTest::openIdentity(bool allowTls12)
{
    TlsOptions options;
    options.directory = m_directory->filePath(QStringLiteral("tls"));
    options.names = {QStringLiteral("kitchen.example")};
    options.allowTls12 = allowTls12;
    static const SystemClock clock;
    return TlsIdentity::open(options, clock);
}

bool TlsApiTest::startSite(bool allowTls12, int headDeadlineMs)
{
    auto identity = openIdentity(allowTls12);
    if (!identity)
        return false;
    m_identity = *identity;
    TestSiteOptions options;
    options.configure = [this, headDeadlineMs](ApiOptions &api) {
        api.http.tls = m_identity;
        api.http.limits.headDeadlineMs = headDeadlineMs;
    };
    m_site = std::make_unique<TestSite>(options);
    return m_site->start();
}

void TlsApiTest::answersOverTls()
{
    QVERIFY(startSite());
    // By each name that the certificate promises.
    for (const char *name : {"localhost", "127.0.0.1", "kitchen.example"}) {
        QSslSocket socket;
        socket.setSslConfiguration(trusting(m_identity->caFile()));
        QVERIFY2(connectEncrypted(socket, m_site->port(), QString::fromLatin1(name)), qPrintable(socket.errorString()));
        QCOMPARE(socket.sessionProtocol(), QSsl::TlsV1_3);
        const QByteArray answer = exchange(socket, get("/version") + get("/health/live"), "\"message\":\"OK\"}");
        QVERIFY2(answer.startsWith("HTTP/1.1 200 OK"), answer);
        QVERIFY(answer.contains("Strict-Transport-Security: max-age="));
    }
    // Nobody who was not told to trust this CA is deceived, nor by another name.
    QSslSocket stranger;
    QVERIFY(!connectEncrypted(stranger, m_site->port()));
    QSslSocket other;
    other.setSslConfiguration(trusting(m_identity->caFile()));
    QVERIFY(!connectEncrypted(other, m_site->port(), QStringLiteral("elsewhere.example")));
}

void TlsApiTest::pushesOverTls()
{
    QVERIFY(startSite());
    QWebSocket socket;
    socket.setSslConfiguration(trusting(m_identity->caFile()));
    QSignalSpy messages(&socket, &QWebSocket::textMessageReceived);
    QNetworkRequest request(QUrl(QStringLiteral("wss://localhost:%1/api/v1/business/live").arg(m_site->port())));
    request.setRawHeader("Authorization", "Bearer " + m_site->business().token);
    socket.open(request);
    QTRY_VERIFY_WITH_TIMEOUT(messages.count() > 0, waitMs);
    QVERIFY(messages.first().first().toString().startsWith(QStringLiteral("{\"type\":\"hello\"")));
}

void TlsApiTest::speaksOnlyWhatItWasAskedTo()
{
    QVERIFY(startSite(false));
    const auto tryWith = [this](QSsl::SslProtocol protocol) {
        QSslSocket socket;
        QSslConfiguration configuration = trusting(m_identity->caFile());
        configuration.setProtocol(protocol);
        socket.setSslConfiguration(configuration);
        return connectEncrypted(socket, m_site->port());
    };
    QVERIFY(tryWith(QSsl::TlsV1_3));
    QVERIFY(!tryWith(QSsl::TlsV1_2));
    m_site.reset();
    QVERIFY(startSite(true));
    QVERIFY(tryWith(QSsl::TlsV1_3));
    QVERIFY(tryWith(QSsl::TlsV1_2));
}

void TlsApiTest::answersALargeBodyWhole()
{
    QVERIFY(startSite());
    QSslSocket socket;
    socket.setSslConfiguration(trusting(m_identity->caFile()));
    QVERIFY(connectEncrypted(socket, m_site->port()));
    // Far more than one record, to a client that closes behind it.
    socket.write("GET /openapi.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    QByteArray received;
    QVERIFY(QTest::qWaitFor(
        [&] {
            received += socket.readAll();
            return socket.state() == QAbstractSocket::UnconnectedState;
        },
        waitMs));
    const qsizetype head = received.indexOf("\r\n\r\n");
    QVERIFY(head > 0);
    const qsizetype at = received.indexOf("Content-Length: ") + 16;
    const qsizetype length = received.mid(at, received.indexOf('\r', at) - at).toLongLong();
    QVERIFY(length > 50'000);
    QCOMPARE(received.size() - head - 4, length);
}

void TlsApiTest::silentClientsHoldNobodyUp()
{
    QVERIFY(startSite(false, 500));
    // Some say nothing, some stop in the middle of their greeting.
    std::vector<std::unique_ptr<RawClient>> silent;
    for (int i = 0; i < 100; ++i) {
        silent.push_back(std::make_unique<RawClient>(m_site->port()));
        if (i % 2 == 0)
            silent.back()->send(QByteArray::fromHex("160301020001"));
    }
    QSslSocket socket;
    socket.setSslConfiguration(trusting(m_identity->caFile()));
    QVERIFY2(connectEncrypted(socket, m_site->port()), qPrintable(socket.errorString()));
    QVERIFY(exchange(socket, get("/version"), "\"message\":\"OK\"}").startsWith("HTTP/1.1 200 OK"));
    for (const auto &client : silent)
        QVERIFY(client->waitForClose());
}

void TlsApiTest::plainRequestsGetNoAnswer()
{
    QVERIFY(startSite());
    RawClient client(m_site->port());
    client.send(get("/version"));
    QVERIFY(client.waitForClose());
    QVERIFY(!client.rest().contains("HTTP/"));
}

void TlsApiTest::keepsItsAuthority()
{
    const auto first = openIdentity();
    QVERIFY2(first, qPrintable(first ? QString() : first.error().message));
    const QString tls = m_directory->filePath(QStringLiteral("tls/"));
    const QByteArray authority = read(tls + QStringLiteral("ca.pem"));
    const QByteArray leaf = read(tls + QStringLiteral("hub.pem"));
    QVERIFY(leaf.endsWith(authority));
    for (const char *name : {"ca.key", "hub.key"}) {
        const auto others =
            QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther;
        QVERIFY((QFile::permissions(tls + QLatin1String(name)) & others) == QFileDevice::Permissions());
    }
    QVERIFY(openIdentity());
    QCOMPARE(read(tls + QStringLiteral("hub.pem")), leaf);
    // A leaf that is lost is made again by the same authority, which phones and screens trust.
    QVERIFY(QFile::remove(tls + QStringLiteral("hub.pem")));
    QVERIFY(openIdentity());
    QVERIFY(read(tls + QStringLiteral("hub.pem")) != leaf);
    QCOMPARE(read(tls + QStringLiteral("ca.pem")), authority);
}

void TlsApiTest::renewsBeforeExpiry()
{
    TlsOptions options;
    options.directory = m_directory->filePath(QStringLiteral("tls"));
    const auto identity = TlsIdentity::open(options, m_clock);
    QVERIFY(identity);
    const QDateTime first = (*identity)->expiresAt();
    const QSslCertificate leaf = (*identity)->context()->chain().constFirst();
    m_clock.advance(TlsIdentity::leafLifetimeMs - TlsIdentity::renewBeforeMs - dayMs);
    QCOMPARE((*identity)->context()->chain().constFirst(), leaf);
    m_clock.advance(2 * dayMs);
    const QSslCertificate renewed = (*identity)->context()->chain().constFirst();
    QVERIFY(renewed != leaf);
    QVERIFY((*identity)->expiresAt() > first);
    QCOMPARE(renewed.issuerDisplayName(), leaf.issuerDisplayName());
}

void TlsApiTest::refusesHalfAnIdentity()
{
    QVERIFY(openIdentity());
    const QString tls = m_directory->filePath(QStringLiteral("tls/"));
    QVERIFY(QFile::remove(tls + QStringLiteral("hub.pem")));
    QVERIFY(write(tls + QStringLiteral("ca.key"), "nonsense"));
    const auto broken = openIdentity();
    QVERIFY(!broken);
    QVERIFY2(broken.error().message.contains(QStringLiteral("ca.pem")), qPrintable(broken.error().message));
    QVERIFY(QFile::remove(tls + QStringLiteral("ca.key")));
    const auto half = openIdentity();
    QVERIFY(!half);
    QVERIFY2(half.error().message.contains(QStringLiteral("ca.key")), qPrintable(half.error().message));
}

void TlsApiTest::takesAGivenCertificate()
{
    const SystemClock clock;
    const qint64 now = clock.nowMs();
    const auto authority = certificates::makeAuthority(QStringLiteral("Given"), now - dayMs, now + dayMs);
    QVERIFY(authority);
    const auto server =
        certificates::makeServer(*authority, {QStringLiteral("orders.example")}, now - dayMs, now + dayMs);
    QVERIFY(server);
    TlsOptions options;
    options.certificateFile = m_directory->filePath(QStringLiteral("given.pem"));
    options.keyFile = m_directory->filePath(QStringLiteral("given.key"));
    QVERIFY(write(options.certificateFile, server->certificate + authority->certificate));
    QVERIFY(write(options.keyFile, server->key));
    const auto identity = TlsIdentity::open(options, clock);
    QVERIFY2(identity, qPrintable(identity ? QString() : identity.error().message));
    QVERIFY((*identity)->caFile().isEmpty());
    QCOMPARE((*identity)->context()->chain().constFirst().subjectAlternativeNames().values(),
             QStringList{QStringLiteral("orders.example")});
    QCOMPARE((*identity)->context()->chain().size(), 2);
}

void TlsApiTest::refusesAGivenCertificate_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("message");
    QTest::newRow("no key named") << "key unnamed"
                                  << "one of the two is missing";
    QTest::newRow("no file") << "file missing"
                             << "given.pem";
    QTest::newRow("not PEM") << "nonsense"
                             << "not in PEM";
    QTest::newRow("foreign key") << "foreign key"
                                 << "does not belong";
    QTest::newRow("expired") << "expired"
                             << "expired on";
}

void TlsApiTest::refusesAGivenCertificate()
{
    QFETCH(QString, what);
    QFETCH(QString, message);
    const SystemClock clock;
    const qint64 now = clock.nowMs();
    const qint64 until = what == u"expired" ? now - dayMs : now + dayMs;
    const auto authority = certificates::makeAuthority(QStringLiteral("Given"), now - 9 * dayMs, now + dayMs);
    QVERIFY(authority);
    const auto server = certificates::makeServer(*authority, {QStringLiteral("a.example")}, now - 5 * dayMs, until);
    QVERIFY(server);
    TlsOptions options;
    options.certificateFile = m_directory->filePath(QStringLiteral("given.pem"));
    if (what != u"key unnamed")
        options.keyFile = m_directory->filePath(QStringLiteral("given.key"));
    if (what != u"file missing")
        QVERIFY(write(options.certificateFile, what == u"nonsense" ? QByteArray("nonsense") : server->certificate));
    QVERIFY(write(m_directory->filePath(QStringLiteral("given.key")),
                  what == u"foreign key" ? authority->key : server->key));
    const auto identity = TlsIdentity::open(options, clock);
    QVERIFY(!identity);
    QVERIFY2(identity.error().message.contains(message), qPrintable(identity.error().message));
    QVERIFY(identity.error().message.contains(QStringLiteral("TLS is asked for and cannot be had")));
    // Nor does a server start that was asked for it.
    QVERIFY(!identity.error().message.contains(QStringLiteral("PRIVATE KEY")));
}

QTEST_GUILESS_MAIN(TlsApiTest)
#include "tlsapitest.moc"
