// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/pairinglink.h"
#include "sync/client/curltransport.h"
#include "sync/client/pairingclient.h"
#include "sync/client/terminalclient.h"
#include "sync/server/tlsidentity.h"
#include "tests/support/testsite.h"

#include <QFile>
#include <QSslSocket>
#include <QTest>

#include <memory>

using namespace oshaq;
using namespace oshaq::test;

/// A screen after its pairing: it follows its hub over TLS, under renewed certificates too, and says nothing to another
/// one at the same address.
class PairedTerminalTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void itFollowsItsHub();
    void anotherHubInItsPlaceIsToldNothing();
    void theHubWithANewCertificateIsItsHub();

private:
    static constexpr int patienceMs = 60'000;

    struct Server
    {
        QTemporaryDir tls;
        std::shared_ptr<TlsIdentity> identity;
        std::unique_ptr<TestSite> site;
    };

    Result<std::shared_ptr<TlsIdentity>> identityIn(const QTemporaryDir &directory) const
    {
        TlsOptions options;
        options.directory = directory.filePath(QStringLiteral("tls"));
        return TlsIdentity::open(options, m_clock);
    }
    /// On m_port, or on any while that is 0.
    std::unique_ptr<Server> startServer()
    {
        auto server = std::make_unique<Server>();
        auto identity = identityIn(server->tls);
        if (!identity)
            return nullptr;
        server->identity = *identity;
        TestSiteOptions options;
        options.configure = [this, server = server.get()](ApiOptions &api) {
            api.http.tls = server->identity;
            api.http.port = m_port;
        };
        server->site = std::make_unique<TestSite>(options);
        return server->site->start() ? std::move(server) : nullptr;
    }
    /// Pairs with m_server and follows it.
    void pairAndFollow();
    LinkStatus::Facts facts() const { return m_terminal->link().facts(); }

    SystemClock m_clock;
    quint16 m_port = 0;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<WireThread> m_wire;
    std::unique_ptr<CurlTransport> m_transport;
    std::unique_ptr<Terminal> m_terminal;
    std::unique_ptr<TerminalClient> m_client;
};

void PairedTerminalTest::initTestCase()
{
    QVERIFY(QSslSocket::supportsSsl());
}

void PairedTerminalTest::cleanup()
{
    m_client.reset();
    m_terminal.reset();
    m_transport.reset();
    m_wire.reset();
    m_directory.reset();
    m_server.reset();
    m_port = 0;
}

void PairedTerminalTest::pairAndFollow()
{
    m_server = startServer();
    QVERIFY(m_server);
    m_port = m_server->site->port();
    const QString url = QStringLiteral("https://127.0.0.1:%1").arg(m_port);
    m_directory = std::make_unique<QTemporaryDir>();
    m_wire = std::make_unique<WireThread>();
    m_transport = std::make_unique<CurlTransport>(*m_wire);

    const auto endpoint =
        HubEndpoint::make(url, QString::fromLatin1(m_server->site->business().terminalTokens.at(Role::Manager)),
                          m_server->identity->caFile());
    QVERIFY(endpoint.ok());
    std::optional<WireReply> made;
    m_transport->send(endpoint->request("POST", "/api/v1/business/terminals/pairing", "{\"role\":\"kitchen\"}"),
                      [&made](WireReply reply) { made = std::move(reply); });
    QTRY_VERIFY_WITH_TIMEOUT(made.has_value(), patienceMs);
    const auto answer = readAnswer(made->body);
    QVERIFY(answer.ok());
    const auto link = PairingLink::fromText(answer->data[u"link"].string());
    QVERIFY(link.ok());
    PairingClient pairing(*m_transport, m_directory->path());
    std::optional<PortAnswer<PairedHub>> paired;
    pairing.byLink(*link, QStringLiteral("Grill"), [&paired](const PortAnswer<PairedHub> &got) { paired = got; });
    QTRY_VERIFY_WITH_TIMEOUT(paired.has_value(), patienceMs);
    QVERIFY(bool(*paired));

    auto terminal = Terminal::open(m_directory->filePath(QStringLiteral("screen")), m_clock);
    QVERIFY(terminal.ok());
    m_terminal = std::move(*terminal);
    const PairedHub &hub = *paired->value;
    QVERIFY(m_terminal->setCredentials({hub.url, hub.token, hub.role, hub.authorityPem}).ok());
    QCOMPARE(m_terminal->credentials().authorityPem, hub.authorityPem);
    const QString caFile = m_directory->filePath(QStringLiteral("hub-ca.pem"));
    QFile file(caFile);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(hub.authorityPem) > 0);
    file.close();
    auto client = TerminalClient::create({hub.url, hub.token, caFile}, *m_terminal, *m_transport, m_clock);
    QVERIFY(client.ok());
    m_client = std::move(*client);
    m_client->start();
    QTRY_COMPARE_WITH_TIMEOUT(facts().state, LinkStatus::State::Live, patienceMs);
}

void PairedTerminalTest::itFollowsItsHub()
{
    pairAndFollow();
    if (QTest::currentTestFailed())
        return;
    QVERIFY(!facts().isForeignHub);
    QVERIFY(facts().knownAtMs > 0);
    QVERIFY(!m_terminal->cache().business().name.isEmpty());
}

void PairedTerminalTest::anotherHubInItsPlaceIsToldNothing()
{
    pairAndFollow();
    if (QTest::currentTestFailed())
        return;
    m_server->site->stopServer();
    QTRY_COMPARE_WITH_TIMEOUT(facts().state, LinkStatus::State::Offline, patienceMs);
    auto stranger = startServer();
    QVERIFY(stranger);
    QCOMPARE(stranger->site->port(), m_port);
    QTRY_VERIFY_WITH_TIMEOUT(facts().isForeignHub, patienceMs);
    QCOMPARE(facts().state, LinkStatus::State::Offline);
    QVERIFY2(stranger->site->accessLog().isEmpty(), stranger->site->accessLog().value(0).constData());
    stranger.reset();
    QVERIFY(m_server->site->startServer());
    QTRY_COMPARE_WITH_TIMEOUT(facts().state, LinkStatus::State::Live, patienceMs);
    QVERIFY(!facts().isForeignHub);
}

void PairedTerminalTest::theHubWithANewCertificateIsItsHub()
{
    pairAndFollow();
    if (QTest::currentTestFailed())
        return;
    m_server->site->stopServer();
    QVERIFY(QFile::remove(m_server->tls.filePath(QStringLiteral("tls/hub.pem"))));
    auto renewed = identityIn(m_server->tls);
    QVERIFY(renewed.ok());
    QVERIFY((*renewed)->context()->chain().constFirst() != m_server->identity->context()->chain().constFirst());
    m_server->identity = *renewed;
    QTRY_COMPARE_WITH_TIMEOUT(facts().state, LinkStatus::State::Offline, patienceMs);
    QVERIFY(m_server->site->startServer());
    QTRY_COMPARE_WITH_TIMEOUT(facts().state, LinkStatus::State::Live, patienceMs);
    QVERIFY(!facts().isForeignHub);
}

QTEST_GUILESS_MAIN(PairedTerminalTest)
#include "pairedterminaltest.moc"
