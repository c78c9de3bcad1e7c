// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/pairingservice.h"
#include "sync/client/curltransport.h"
#include "sync/client/pairingclient.h"
#include "sync/pairing/authoritykey.h"
#include "sync/protocol/pairingjson.h"
#include "sync/server/pairingdesk.h"
#include "sync/server/tlsidentity.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testsite.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <memory>

using namespace oshaq;
using namespace oshaq::test;

/// A new screen and a hub, over real TLS with real certificates: who comes in, and who does not and is told why.
class PairingHubTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aLinkLetsOneScreenIn();
    void wrongCodesAreRefused();
    void expiredCodesAreRefused();
    void replayedCodesAreRefused();
    void foreignCertificatesAreRefusedBeforeTheCodeIsSaid();
    void aScreenThatTrustsAnotherIsToldSo();
    void overTlsNobodyPairsWithoutAPin();

    void anotherAuthorityIsRefusedLater();
    void renewedCertificatesAreTaken();
    void aStandbyIsKnownByTheSameAuthority();
    void onlyTheAuthorityIssues();
    void anotherNameIsNoStranger();
    void strangersAreToldNoSecrets();

    void sixDigitsLetAScreenIn();
    void digitsThatDifferLetNobodyIn_data();
    void digitsThatDifferLetNobodyIn();
    void aBrokenPromiseIsRefusedByTheHub();
    void aBrokenPromiseIsRefusedByTheScreen();
    void nobodyKnocksAtAClosedDoor();
    void comparisonsEnd();
    void oneAtATime();
    void knocksAreCounted();
    void theTokenIsGivenOnceForBothYes();
    void onlyManagersSeeTheDigits();

    void removedScreensAreSignedOut();
    void secretsAreInNoLog();
    void withoutAnAuthorityThereIsOnlyTheCode();

private:
    static constexpr int patienceMs = 20'000;

    struct Server
    {
        std::unique_ptr<QTemporaryDir> directory;
        std::shared_ptr<TlsIdentity> identity;
        std::unique_ptr<TestSite> site;
        QString url() const { return QStringLiteral("https://127.0.0.1:%1").arg(site->port()); }
    };

    std::unique_ptr<Server> startServer(bool tls = true, std::shared_ptr<TlsIdentity> identity = nullptr);

    template <typename T> PortAnswer<T> wait(const std::function<PortCall(PortDone<T>)> &ask)
    {
        const auto got = std::make_shared<std::optional<PortAnswer<T>>>();
        ask([got](const PortAnswer<T> &answer) { *got = answer; });
        if (!QTest::qWaitFor([got] { return got->has_value(); }, patienceMs))
            return PortAnswer<T>::failed({PortFailure::Kind::Broken, QStringLiteral("NOTHING_CAME"), {}, {}});
        return **got;
    }
    WireReply send(const QString &base, const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                   const QByteArray &token = {}, const QString &caFile = {});
    /// To the one server, with its CA.
    WireReply ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                  const QByteArray &token = {})
    {
        return send(m_server->url(), method, "/api/v1/" + path, body, token, m_server->identity->caFile());
    }
    static JsonValue dataOf(const WireReply &reply)
    {
        const auto answer = readAnswer(reply.body);
        return answer ? answer->data : JsonValue();
    }
    static QString verdict(const WireReply &reply)
    {
        const auto answer = readAnswer(reply.body);
        return QStringLiteral("%1 %2").arg(QString::number(reply.status), answer ? answer->errorCode : QString());
    }
    QByteArray manager() const { return m_server->site->business().terminalTokens.at(Role::Manager); }
    QString openDoor(Role role = Role::Kitchen)
    {
        const auto made =
            ask("POST", "business/terminals/pairing", "{\"role\":\"" + roleText(role).toLatin1() + "\"}", manager());
        return dataOf(made)[u"link"].string();
    }
    PairingLink link()
    {
        const auto read = PairingLink::fromText(openDoor());
        return read ? *read : PairingLink();
    }
    PortAnswer<PairedHub> byLink(const PairingLink &link, const QString &name = QStringLiteral("Grill"))
    {
        return wait<PairedHub>([&](auto done) { return m_client->byLink(link, name, done); });
    }
    PortAnswer<QString> compare(PairingClient &client)
    {
        return wait<QString>([&](auto done) { return client.compare(m_server->url(), QStringLiteral("Grill"), done); });
    }
    ScreenDoor door()
    {
        const auto read = readScreenDoor(dataOf(ask("GET", "business/terminals/pairing", {}, manager())));
        return read ? *read : ScreenDoor();
    }
    QString answerAtHub(bool same)
    {
        const auto now = door();
        if (!now.screen)
            return QStringLiteral("no screen");
        return verdict(
            ask("POST", "business/terminals/pairing/answer",
                "{\"pairing_id\":\"" + now.screen->id.toLatin1() + "\",\"same\":" + (same ? "true" : "false") + "}",
                manager()));
    }
    qint64 terminals() { return m_server->site->rowCount("terminals"); }
    /// A snapshot with this token, over TLS by what was pinned.
    int statusWith(const PairedHub &paired);

    FakeClock m_clock;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<QTemporaryDir> m_screen;
    std::unique_ptr<WireThread> m_wire;
    std::unique_ptr<CurlTransport> m_transport;
    std::unique_ptr<PairingClient> m_client;
};

std::unique_ptr<PairingHubTest::Server> PairingHubTest::startServer(bool tls, std::shared_ptr<TlsIdentity> identity)
{
    auto server = std::make_unique<Server>();
    server->directory = std::make_unique<QTemporaryDir>();
    server->identity = std::move(identity);
    if (tls && !server->identity) {
        static const SystemClock systemClock; // OpenSSL looks at the real one
        TlsOptions options;
        options.directory = server->directory->filePath(QStringLiteral("tls"));
        auto made = TlsIdentity::open(options, systemClock);
        if (!made)
            return nullptr;
        server->identity = *made;
    }
    TestSiteOptions options;
    options.clock = &m_clock;
    options.configure = [one = server.get()](ApiOptions &api) { api.http.tls = one->identity; };
    server->site = std::make_unique<TestSite>(options);
    return server->site->start() ? std::move(server) : nullptr;
}

void PairingHubTest::init()
{
    m_server = startServer();
    QVERIFY(m_server);
    m_screen = std::make_unique<QTemporaryDir>();
    m_wire = std::make_unique<WireThread>();
    m_transport = std::make_unique<CurlTransport>(*m_wire);
    m_client = std::make_unique<PairingClient>(*m_transport, m_screen->path());
}

void PairingHubTest::cleanup()
{
    m_client.reset();
    m_transport.reset();
    m_wire.reset();
    m_screen.reset();
    m_server.reset();
}

WireReply PairingHubTest::send(const QString &base, const QByteArray &method, const QByteArray &path,
                               const QByteArray &body, const QByteArray &token, const QString &caFile)
{
    const auto endpoint = HubEndpoint::make(base, QString::fromLatin1(token), caFile);
    if (!endpoint)
        return {};
    std::optional<WireReply> got;
    m_transport->send(endpoint->request(method, path, body), [&got](WireReply reply) { got = std::move(reply); });
    return QTest::qWaitFor([&got] { return got.has_value(); }, patienceMs) ? *got : WireReply();
}

int PairingHubTest::statusWith(const PairedHub &paired)
{
    const QString caFile = m_screen->filePath(QStringLiteral("pinned.pem"));
    QFile file(caFile);
    if (!file.open(QIODevice::WriteOnly) || file.write(paired.authorityPem) < 0)
        return -1;
    file.close();
    return send(paired.url, "GET", "/api/v1/business/snapshot", {}, paired.token.toLatin1(), caFile).status;
}

// ---- by link

void PairingHubTest::aLinkLetsOneScreenIn()
{
    const PairingLink shown = link();
    QCOMPARE(shown.url, m_server->url());
    const qint64 before = terminals();
    const auto paired = byLink(shown);
    QVERIFY2(bool(paired), qPrintable(paired.failure.errorCode + paired.failure.message));
    QCOMPARE(paired.value->role, Role::Kitchen);
    QCOMPARE(paired.value->fingerprint, shown.fingerprint);
    QCOMPARE(terminals(), before + 1);
    QCOMPARE(statusWith(*paired.value), 200);
    // The hub's screen says so, and the door that was for one is closed.
    const ScreenDoor shownThere = door();
    QCOMPARE(shownThere.openUntilMs, qint64{0});
    QVERIFY(shownThere.screen);
    QCOMPARE(shownThere.screen->state, KnockingScreen::State::Paired);
    QCOMPARE(shownThere.screen->name, QStringLiteral("Grill"));
    QCOMPARE(compare(*m_client).failure.errorCode, QStringLiteral("PAIRING_CLOSED"));
    // Nothing of it is left lying about.
    m_client.reset();
    QCOMPARE(QDir(m_screen->path()).entryList({QStringLiteral("ca-*")}), QStringList());
}

void PairingHubTest::wrongCodesAreRefused()
{
    PairingLink wrong = link();
    wrong.code = QStringLiteral("K7QM-01XA");
    const qint64 before = terminals();
    const auto paired = byLink(wrong);
    QVERIFY(!paired);
    QCOMPARE(paired.failure.errorCode, QStringLiteral("CREDENTIALS_WRONG"));
    QCOMPARE(terminals(), before);
}

void PairingHubTest::expiredCodesAreRefused()
{
    const PairingLink old = link();
    m_clock.advance(pairingCodeLifetimeMs);
    openDoor(); // another one does not hide why
    const auto paired = byLink(old);
    QVERIFY(!paired);
    QCOMPARE(paired.failure.errorCode, QStringLiteral("PAIRING_EXPIRED"));
    QCOMPARE(paired.failure.kind, PortFailure::Kind::Refused);
}

void PairingHubTest::replayedCodesAreRefused()
{
    const PairingLink shown = link();
    QVERIFY(bool(byLink(shown)));
    const qint64 before = terminals();
    const auto again = byLink(shown, QStringLiteral("Thief"));
    QVERIFY(!again);
    QCOMPARE(again.failure.errorCode, QStringLiteral("PAIRING_USED"));
    QCOMPARE(terminals(), before);
}

/// Somebody else listens at the address that the link names.
void PairingHubTest::foreignCertificatesAreRefusedBeforeTheCodeIsSaid()
{
    const PairingLink shown = link();
    const auto thief = startServer();
    QVERIFY(thief);
    PairingLink led = shown;
    led.url = thief->url();
    const auto paired = byLink(led);
    QVERIFY(!paired);
    QCOMPARE(paired.failure.errorCode, QStringLiteral("PAIRING_FOREIGN"));
    // They were asked for their CA, and nothing else.
    const auto log = thief->site->accessLog();
    QCOMPARE(log.size(), 1);
    QVERIFY2(log.first().contains("/auth/pair/authority"), log.first());
    // The code is as good as before.
    QVERIFY(bool(byLink(shown)));
}

void PairingHubTest::aScreenThatTrustsAnotherIsToldSo()
{
    const PairingLink shown = link();
    const QByteArray body = "{\"code\":\"" + shown.code.toLatin1() + "\",\"name\":\"Grill\",\"authority\":\"" +
                            pairingText(QByteArray(32, 'x')).toLatin1() + "\"}";
    QCOMPARE(verdict(ask("POST", "auth/pair/code", body)), QStringLiteral("409 PAIRING_FOREIGN"));
    QVERIFY(bool(byLink(shown))); // and the code was not used up by that
}

void PairingHubTest::overTlsNobodyPairsWithoutAPin()
{
    const QByteArray body = "{\"code\":\"" + link().code.toLatin1() + "\",\"name\":\"Grill\"}";
    QCOMPARE(verdict(ask("POST", "auth/pair", body)), QStringLiteral("409 PAIRING_FOREIGN"));
}

// ---- afterwards

void PairingHubTest::anotherAuthorityIsRefusedLater()
{
    const auto paired = byLink(link());
    QVERIFY(bool(paired));
    const auto other = startServer();
    QVERIFY(other);
    PairedHub moved = *paired.value;
    moved.url = other->url();
    QCOMPARE(statusWith(moved), 0);
    const auto reply = send(other->url(), "GET", "/api/v1/business/snapshot", {}, moved.token.toLatin1(),
                            m_screen->filePath(QStringLiteral("pinned.pem")));
    QCOMPARE(reply.failure, WireReply::Failure::Untrusted);
    QCOMPARE(other->site->accessLog().size(), 0);
    // A trusted hub of this machine's own system list is no hub either: nothing but the pin counts.
    QCOMPARE(statusWith(*paired.value), 200);
}

void PairingHubTest::renewedCertificatesAreTaken()
{
    const auto paired = byLink(link());
    QVERIFY(bool(paired));
    const QByteArray old = m_server->identity->context()->chain().constFirst().toDer();
    const QString leaf = QFileInfo(m_server->identity->caFile()).dir().filePath(QStringLiteral("hub.pem"));
    QVERIFY(QFile::remove(leaf));
    static const SystemClock systemClock;
    TlsOptions options;
    options.directory = QFileInfo(leaf).path();
    auto renewed = TlsIdentity::open(options, systemClock);
    QVERIFY(renewed);
    QVERIFY((*renewed)->context()->chain().constFirst().toDer() != old);
    m_server->identity = *renewed;
    m_server->site->stopServer();
    QVERIFY(m_server->site->startServer());
    PairedHub moved = *paired.value;
    moved.url = m_server->url();
    QCOMPARE(statusWith(moved), 200);
}

/// What a standby has its hub sign is good with the screens of that hub, whichever of the two answers.
void PairingHubTest::aStandbyIsKnownByTheSameAuthority()
{
    const auto paired = byLink(link());
    QVERIFY(bool(paired));
    static const SystemClock systemClock;
    const QTemporaryDir directory;
    TlsOptions options;
    options.directory = directory.filePath(QStringLiteral("tls"));
    QVERIFY(TlsIdentity::open(options, systemClock).ok()); // it had an authority of its own before
    const auto request = TlsIdentity::request(options);
    QVERIFY(request.ok());
    const auto bodyOf = [&request](const QByteArray &key) {
        JsonWriter json;
        json.beginObject();
        json.key("public_key").value(QString::fromLatin1(key));
        json.key("names").beginArray();
        for (const QString &name : request->names)
            json.value(name);
        json.endArray();
        json.endObject();
        return json.take();
    };
    const QByteArray kitchen = m_server->site->business().terminalTokens.at(Role::Kitchen);
    QCOMPARE(ask("POST", "admin/replica/certificate", bodyOf(request->publicKey), kitchen).status, 403);
    QCOMPARE(verdict(ask("POST", "admin/replica/certificate", bodyOf("no key"), manager())),
             QStringLiteral("422 VALIDATION_FAILED"));
    const auto made = ask("POST", "admin/replica/certificate", bodyOf(request->publicKey), manager());
    QCOMPARE(made.status, 201);
    QVERIFY(TlsIdentity::keepIssued(options, dataOf(made)[u"chain_pem"].string().toLatin1()).ok());
    QVERIFY(!QFile::exists(options.directory + QStringLiteral("/ca.key")));
    auto identity = TlsIdentity::open(options, systemClock);
    QVERIFY2(identity.ok(), identity ? "" : qPrintable(identity.error().message));
    const auto standby = startServer(true, *identity);
    QVERIFY(standby);
    PairedHub moved = *paired.value;
    moved.url = standby->url();
    QCOMPARE(statusWith(moved), 401); // it is listened to, and this record has no such screen
    // New screens pin the same key there.
    const auto pin = send(standby->url(), "GET", "/api/v1/auth/pair/authority", {}, {}, m_server->identity->caFile());
    QCOMPARE(dataOf(pin)[u"fingerprint"].string(), pairingText(paired.value->fingerprint));
}

void PairingHubTest::onlyTheAuthorityIssues()
{
    static const SystemClock systemClock;
    const QTemporaryDir directory;
    TlsOptions options;
    options.directory = directory.filePath(QStringLiteral("tls"));
    const auto request = TlsIdentity::request(options);
    QVERIFY(request.ok());
    const TlsIdentity &hub = *m_server->identity;
    QCOMPARE(hub.issue("no key", {QStringLiteral("kitchen")}).error().code, ErrorCode::ValidationFailed);
    for (const QStringList &names :
         {QStringList(), QStringList{QStringLiteral("a b")}, QStringList{QStringLiteral("a,IP:1.2.3.4")},
          QStringList(1'000, QStringLiteral("a"))})
        QCOMPARE(hub.issue(request->publicKey, names).error().code, ErrorCode::ValidationFailed);
    // For another key than the one that was asked for.
    const auto chain = hub.issue(request->publicKey, request->names);
    QVERIFY(chain.ok());
    QVERIFY(TlsIdentity::request(options).ok());
    QVERIFY(!TlsIdentity::keepIssued(options, *chain).ok());
    // Who has a certificate from somebody else signs nothing with it.
    const auto again = TlsIdentity::request(options);
    QVERIFY(TlsIdentity::keepIssued(options, *hub.issue(again->publicKey, again->names)).ok());
    const auto issued = TlsIdentity::open(options, systemClock);
    QVERIFY(issued.ok());
    QCOMPARE((*issued)->issue(request->publicKey, request->names).error().code, ErrorCode::NotConfigured);
}

void PairingHubTest::anotherNameIsNoStranger()
{
    // 127.0.0.2 is this machine too, and no name of the certificate: not the hub's fault, and not a foreign CA.
    const auto reply = send(QStringLiteral("https://127.0.0.2:%1").arg(m_server->site->port()), "GET",
                            "/api/v1/business/snapshot", {}, "ott_x", m_server->identity->caFile());
    QCOMPARE(reply.failure, WireReply::Failure::Network);
}

void PairingHubTest::strangersAreToldNoSecrets()
{
    const auto sendTo = [this](WireRequest request) {
        std::optional<WireReply> got;
        m_transport->send(std::move(request), [&got](WireReply reply) { got = std::move(reply); });
        return QTest::qWaitFor([&got] { return got.has_value(); }, patienceMs) ? *got : WireReply();
    };
    WireRequest request;
    request.asksStranger = true;
    request.url = m_server->url().toLatin1() + "/api/v1/auth/pair/authority";
    QCOMPARE(sendTo(request).status, 200);
    WireRequest withToken = request;
    withToken.headers.append(std::pair<QByteArray, QByteArray>("authorization", "Bearer ott_secret"));
    QCOMPARE(sendTo(withToken).failure, WireReply::Failure::Invalid);
    WireRequest withBody = request;
    withBody.method = "POST";
    withBody.body = "{}";
    QCOMPARE(sendTo(withBody).failure, WireReply::Failure::Invalid);
    QVERIFY(!HubEndpoint::makeStranger(QStringLiteral("http://127.0.0.1:1")).ok());
}

// ---- six digits

void PairingHubTest::sixDigitsLetAScreenIn()
{
    openDoor(Role::Counter);
    const qint64 before = terminals();
    const auto digits = compare(*m_client);
    QVERIFY2(bool(digits), qPrintable(digits.failure.errorCode + digits.failure.message));
    QCOMPARE(digits.value->size(), 6);
    const ScreenDoor shown = door();
    QVERIFY(shown.screen);
    QCOMPARE(shown.screen->digits, *digits.value);
    QCOMPARE(shown.screen->name, QStringLiteral("Grill"));
    QCOMPARE(shown.screen->address, QStringLiteral("127.0.0.1"));
    QVERIFY(!shown.screen->screenAgreed);

    std::optional<PortAnswer<PairedHub>> paired;
    m_client->agree([&paired](const PortAnswer<PairedHub> &answer) { paired = answer; });
    QTRY_VERIFY_WITH_TIMEOUT(door().screen && door().screen->screenAgreed, patienceMs);
    QVERIFY(!paired);
    QCOMPARE(terminals(), before); // one yes is none
    QCOMPARE(answerAtHub(true), QStringLiteral("200 "));
    QTRY_VERIFY_WITH_TIMEOUT(paired.has_value(), patienceMs);
    QVERIFY2(bool(*paired), qPrintable(paired->failure.errorCode + paired->failure.message));
    QCOMPARE(paired->value->role, Role::Counter);
    QCOMPARE(terminals(), before + 1);
    QCOMPARE(statusWith(*paired->value), 200);
    QCOMPARE(door().openUntilMs, qint64{0});
    QCOMPARE(door().screen->state, KnockingScreen::State::Paired);
}

void PairingHubTest::digitsThatDifferLetNobodyIn_data()
{
    QTest::addColumn<bool>("atHub");
    QTest::newRow("said at the hub") << true;
    QTest::newRow("said at the screen") << false;
}

void PairingHubTest::digitsThatDifferLetNobodyIn()
{
    QFETCH(bool, atHub);
    openDoor();
    const qint64 before = terminals();
    QVERIFY(bool(compare(*m_client)));
    if (atHub) {
        QCOMPARE(answerAtHub(false), QStringLiteral("200 "));
        const auto paired = wait<PairedHub>([&](auto done) { return m_client->agree(done); });
        QCOMPARE(paired.failure.errorCode, QStringLiteral("PAIRING_REFUSED"));
    } else {
        m_client->refuse();
        QTRY_VERIFY_WITH_TIMEOUT(door().screen && door().screen->state == KnockingScreen::State::Refused, patienceMs);
        QCOMPARE(answerAtHub(true), QStringLiteral("409 PAIRING_REFUSED"));
    }
    QCOMPARE(terminals(), before);
    // The door is still open: the person may try again.
    QVERIFY(bool(compare(*m_client)));
}

void PairingHubTest::aBrokenPromiseIsRefusedByTheHub()
{
    openDoor();
    const comparison::EphemeralKey key;
    const QByteArray nonce = comparison::makeNonce();
    const QByteArray promise = comparison::screenCommitment(key.publicKey(), nonce, QStringLiteral("Grill"));
    const auto hello =
        readPairingHello(dataOf(ask("POST", "auth/pair/digits",
                                    "{\"name\":\"Grill\",\"key\":\"" + pairingText(key.publicKey()).toLatin1() +
                                        "\",\"commitment\":\"" + pairingText(promise).toLatin1() + "\"}")));
    QVERIFY(hello.ok());
    // Before anything is revealed nobody is shown digits.
    QVERIFY(!door().screen);
    const QByteArray id = hello->id.toLatin1();
    const QByteArray other = pairingText(comparison::makeNonce()).toLatin1();
    QCOMPARE(
        verdict(ask("POST", "auth/pair/digits/reveal", "{\"pairing_id\":\"" + id + "\",\"nonce\":\"" + other + "\"}")),
        QStringLiteral("409 PAIRING_REFUSED"));
    // For good: the right one comes too late.
    QCOMPARE(verdict(ask("POST", "auth/pair/digits/reveal",
                         "{\"pairing_id\":\"" + id + "\",\"nonce\":\"" + pairingText(nonce).toLatin1() + "\"}")),
             QStringLiteral("409 PAIRING_REFUSED"));
    QCOMPARE(verdict(ask("POST", "auth/pair/digits/claim", "{\"pairing_id\":\"" + id + "\"}")),
             QStringLiteral("409 PAIRING_REFUSED"));
}

/// Who answers for the hub says another nonce than it had promised.
void PairingHubTest::aBrokenPromiseIsRefusedByTheScreen()
{
    class Between final : public HttpTransport
    {
    public:
        explicit Between(HttpTransport &real)
            : m_real(real)
        {}
        quint64 send(WireRequest request, Done done) override
        {
            const bool isReveal = request.url.endsWith("/reveal");
            return m_real.send(std::move(request), [done, isReveal](WireReply reply) {
                if (isReveal)
                    reply.body.replace(reply.body.indexOf("\"nonce\":\"") + 9, 43,
                                       pairingText(comparison::makeNonce()).toLatin1());
                done(std::move(reply));
            });
        }
        void cancel(quint64 id) override { m_real.cancel(id); }

    private:
        HttpTransport &m_real;
    };
    openDoor();
    Between between(*m_transport);
    PairingClient client(between, m_screen->path());
    const auto digits = compare(client);
    QVERIFY(!digits);
    QCOMPARE(digits.failure.errorCode, QStringLiteral("PAIRING_FOREIGN"));
    const auto paired = wait<PairedHub>([&](auto done) { return client.agree(done); });
    QVERIFY(!paired);
}

void PairingHubTest::nobodyKnocksAtAClosedDoor()
{
    QCOMPARE(compare(*m_client).failure.errorCode, QStringLiteral("PAIRING_CLOSED"));
    openDoor();
    QVERIFY(bool(compare(*m_client)));
    QCOMPARE(ask("DELETE", "business/terminals/pairing", {}, manager()).status, 200);
    QCOMPARE(wait<PairedHub>([&](auto done) { return m_client->agree(done); }).failure.errorCode,
             QStringLiteral("PAIRING_REFUSED"));
    QCOMPARE(compare(*m_client).failure.errorCode, QStringLiteral("PAIRING_CLOSED"));
}

void PairingHubTest::comparisonsEnd()
{
    openDoor();
    QVERIFY(bool(compare(*m_client)));
    m_clock.advance(PairingDesk::openMs - 1);
    QVERIFY(door().screen);
    m_clock.advance(1);
    QVERIFY(!door().screen);
    QCOMPARE(wait<PairedHub>([&](auto done) { return m_client->agree(done); }).failure.errorCode,
             QStringLiteral("PAIRING_EXPIRED"));
    QCOMPARE(compare(*m_client).failure.errorCode, QStringLiteral("PAIRING_CLOSED"));
}

void PairingHubTest::oneAtATime()
{
    PairingDesk desk(QByteArray{});
    PairingDesk::Door door;
    door.by.businessId = 1;
    desk.open(door, 1'000);
    const QByteArray key(32, 'k');
    const auto first = desk.knock(QStringLiteral("A"), key, QByteArray(32, 'c'), "192.168.1.20", 1'000);
    QVERIFY(first.ok());
    const auto second = desk.knock(QStringLiteral("B"), key, QByteArray(32, 'c'), "192.168.1.21", 1'000);
    QCOMPARE(second.error().code, ErrorCode::PairingBusy);
    // Who says nothing for long makes way; the same screen may begin again at once.
    QVERIFY(desk.knock(QStringLiteral("A"), key, QByteArray(32, 'c'), "192.168.1.20", 1'000).ok());
    QVERIFY(
        desk.knock(QStringLiteral("B"), key, QByteArray(32, 'c'), "192.168.1.21", 1'000 + PairingDesk::revealMs).ok());
    QCOMPARE(desk.claim(first->id, 1'000).error().code, ErrorCode::PairingRefused);
    // Another business sees nothing of it, and closes nothing.
    desk.close(2);
    QCOMPARE(desk.view(2, 2'000).openUntilMs, qint64{0});
    QVERIFY(desk.view(1, 2'000).openUntilMs > 0);
}

void PairingHubTest::knocksAreCounted()
{
    PairingDesk desk(QByteArray{});
    PairingDesk::Door door;
    door.by.businessId = 1;
    const auto knock = [&desk](const char *address, qint64 at) {
        const auto hello = desk.knock(QStringLiteral("A"), QByteArray(32, 'k'), QByteArray(32, 'c'), address, at);
        return hello ? QString() : errorCodeText(hello.error().code);
    };
    desk.open(door, 0);
    for (int i = 0; i < PairingDesk::maxKnocks; ++i)
        QCOMPARE(knock("192.168.1.20", 0), QString());
    QCOMPARE(knock("192.168.1.20", 0), QStringLiteral("PAIRING_CLOSED"));
    desk.open(door, 0);
    for (int i = PairingDesk::maxKnocks + 1; i < PairingDesk::maxKnocksOfAddress; ++i)
        QCOMPARE(knock("192.168.1.20", 0), QString());
    QCOMPARE(knock("192.168.1.20", 0), QStringLiteral("RATE_LIMITED"));
    desk.open(door, PairingDesk::addressMs);
    QCOMPARE(knock("192.168.1.20", PairingDesk::addressMs), QString());
}

/// The answer may be lost on its way: asked again it is the same token, and no second terminal.
void PairingHubTest::theTokenIsGivenOnceForBothYes()
{
    openDoor();
    QVERIFY(bool(compare(*m_client)));
    const QByteArray body = "{\"pairing_id\":\"" + door().screen->id.toLatin1() + "\"}";
    const qint64 before = terminals();
    QCOMPARE(answerAtHub(true), QStringLiteral("200 "));
    const auto first = ask("POST", "auth/pair/digits/claim", body);
    const auto second = ask("POST", "auth/pair/digits/claim", body);
    QCOMPARE(dataOf(first)[u"state"].string(), QStringLiteral("paired"));
    QCOMPARE(dataOf(first)[u"sealed"].string(), dataOf(second)[u"sealed"].string());
    QVERIFY(!first.body.contains("ott_"));
    QCOMPARE(terminals(), before + 1);
    QVERIFY(bool(wait<PairedHub>([&](auto done) { return m_client->agree(done); })));
}

void PairingHubTest::onlyManagersSeeTheDigits()
{
    openDoor();
    QVERIFY(bool(compare(*m_client)));
    const QByteArray kitchen = m_server->site->business().terminalTokens.at(Role::Kitchen);
    QCOMPARE(ask("GET", "business/terminals/pairing", {}, kitchen).status, 403);
    QCOMPARE(ask("GET", "business/terminals/pairing").status, 401);
    const TestBusiness *other = m_server->site->addBusiness(QStringLiteral("Other"));
    const auto seen = readScreenDoor(dataOf(ask("GET", "business/terminals/pairing", {}, other->token)));
    QVERIFY(seen.ok());
    QVERIFY(!seen->screen);
    QCOMPARE(verdict(ask("POST", "business/terminals/pairing/answer",
                         "{\"pairing_id\":\"" + door().screen->id.toLatin1() + "\",\"same\":true}", other->token)),
             QStringLiteral("404 NOT_FOUND"));
}

// ---- what is left

void PairingHubTest::removedScreensAreSignedOut()
{
    const auto paired = byLink(link());
    QVERIFY(bool(paired));
    QCOMPARE(statusWith(*paired.value), 200);
    const auto list = dataOf(ask("GET", "business/terminals", {}, manager()));
    qint64 id = 0;
    for (const JsonValue &one : list.items()) {
        if (one[u"name"].string() == u"Grill")
            id = one[u"terminal_id"].integer();
    }
    QVERIFY(id > 0);
    QCOMPARE(ask("DELETE", "business/terminals/" + QByteArray::number(id), {}, manager()).status, 200);
    QCOMPARE(statusWith(*paired.value), 401);
}

void PairingHubTest::secretsAreInNoLog()
{
    const PairingLink shown = link();
    const auto byCode = byLink(shown);
    QVERIFY(bool(byCode));
    openDoor();
    const auto digits = compare(*m_client);
    QVERIFY(bool(digits));
    QCOMPARE(answerAtHub(true), QStringLiteral("200 "));
    const auto byDigits = wait<PairedHub>([&](auto done) { return m_client->agree(done); });
    QVERIFY(bool(byDigits));
    QByteArray kept = m_server->site->accessLog().join('\n');
    QVERIFY(kept.contains("/auth/pair/digits/claim"));
    for (const QString &name : QDir(m_server->site->hub().directory()).entryList(QDir::Files)) {
        QFile file(QDir(m_server->site->hub().directory()).filePath(name));
        if (file.open(QIODevice::ReadOnly))
            kept += file.readAll();
    }
    QVERIFY(kept.contains("Grill"));
    for (const QString &secret : {shown.code, byCode.value->token, byDigits.value->token})
        QVERIFY2(!kept.contains(secret.toLatin1()), qPrintable(secret));
}

void PairingHubTest::withoutAnAuthorityThereIsOnlyTheCode()
{
    const auto plain = startServer(false);
    QVERIFY(plain);
    const QString url = QStringLiteral("http://127.0.0.1:%1").arg(plain->site->port());
    const QByteArray token = plain->site->business().terminalTokens.at(Role::Manager);
    const auto made = send(url, "POST", "/api/v1/business/terminals/pairing", "{\"role\":\"kitchen\"}", token);
    QCOMPARE(made.status, 201);
    QVERIFY(dataOf(made)[u"link"].isNull());
    QCOMPARE(verdict(send(url, "GET", "/api/v1/auth/pair/authority")), QStringLiteral("404 NOT_FOUND"));
    const QByteArray code = dataOf(made)[u"code"].string().toLatin1();
    QCOMPARE(verdict(send(url, "POST", "/api/v1/auth/pair/code",
                          "{\"code\":\"" + code + "\",\"name\":\"Grill\",\"authority\":\"" +
                              pairingText(QByteArray(32, 'x')).toLatin1() + "\"}")),
             QStringLiteral("503 NOT_CONFIGURED"));
    QCOMPARE(send(url, "POST", "/api/v1/auth/pair", "{\"code\":\"" + code + "\",\"name\":\"Grill\"}").status, 201);
}

QTEST_GUILESS_MAIN(PairingHubTest)
#include "pairinghubtest.moc"
