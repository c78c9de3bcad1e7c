// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/accessservice.h"
#include "tests/support/apiharness.h"
#include "tests/support/blockinghttp.h"
#include "tests/support/fakeclock.h"
#include "tests/support/liveclient.h"

#include <QJsonDocument>
#include <QTest>
#include <QThread>

using namespace oshaq;
using namespace oshaq::test;

namespace {

/// Places orders over HTTP as fast as one client can.
class OrderPlacer final : public QThread
{
public:
    OrderPlacer(quint16 port, QByteArray token, QByteArray body, int count)
        : m_port(port)
        , m_token(std::move(token))
        , m_body(std::move(body))
        , m_count(count)
    {}
    int placed() const
    {
        const std::lock_guard lock(m_mutex);
        return m_placed;
    }

protected:
    void run() override
    {
        BlockingHttp http(m_port, m_token);
        for (int i = 0; i < m_count; ++i) {
            const auto answer = http.request("POST", "/api/v1/user/orders/create", m_body);
            if (answer && answer->status == 201) {
                const std::lock_guard lock(m_mutex);
                ++m_placed;
            }
        }
    }

private:
    const quint16 m_port;
    const QByteArray m_token;
    const QByteArray m_body;
    const int m_count;
    mutable std::mutex m_mutex;
    int m_placed = 0;
};

/// A socket that the test can make slow.
class FakeSocket final : public LiveSocket
{
public:
    void sendText(const QByteArray &utf8) override { sent.append(utf8); }
    void sendTexts(const LiveTexts &texts) override
    {
        for (const QByteArray &text : texts.texts())
            sent.append(text);
    }
    qint64 bytesPending() const override { return pending; }
    void close(int code, const QByteArray &) override { closedWith.append(code); }

    QList<QByteArray> sent;
    QList<int> closedWith;
    qint64 pending = 0;
};

} // namespace

class LiveApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysHelloThenChangesThenHeartbeats();
    void hidesFromTheKitchenWhatItNeedNotSee();
    void tellsATerminalARowOnce();
    void refusesStrangers();
    void missesNothingUnderLoad();
    void joiningInTheMiddleLosesNothing();
    void businessesDoNotMeet();
    void closesRevokedTokens();
    void closesSlowConsumers();
    void limitsSocketsPerToken();
    void ignoresWhatClientsSay();
    void makesUpForALostNotice();

private:
    qint64 placeOrder();
    bool revoke(const QByteArray &token);

    std::unique_ptr<TestSite> m_site;
};

void LiveApiTest::init()
{
    TestSiteOptions options;
    options.liveTickMs = 100;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
}

void LiveApiTest::cleanup()
{
    m_site.reset();
}

qint64 LiveApiTest::placeOrder()
{
    BlockingHttp http(m_site->port(), m_site->business().guestToken);
    const auto answer = http.request("POST", "/api/v1/user/orders/create", pickupBody(m_site->business().item("Soup")));
    if (!answer || answer->status != 201)
        return 0;
    return QJsonDocument::fromJson(answer->body)
        .object()
        .value(QLatin1String("data"))
        .toObject()
        .value(QLatin1String("order_id"))
        .toInteger();
}

bool LiveApiTest::revoke(const QByteArray &token)
{
    const auto reader = m_site->hub().openReader();
    if (!reader)
        return false;
    const auto principal =
        accessreads::authenticate(**reader, QString::fromLatin1(token), m_site->hub().clock().nowMs());
    if (!principal)
        return false;
    WriteCommand command;
    command.principal = *principal;
    command.run = [id = principal->sessionId](WriteContext &context) {
        return accesswrites::revokeSession(context, id);
    };
    return m_site->hub().writer().submitAndWait(std::move(command)).ok();
}

void LiveApiTest::saysHelloThenChangesThenHeartbeats()
{
    LiveClient client(m_site->port(), m_site->business().token);
    QVERIFY2(client.waitForHello(), qPrintable(client.socket().errorString()));
    QVERIFY(client.cursor().startsWith(m_site->hub().epoch().toLatin1() + '.'));
    QVERIFY(!client.hellos.first().value(QLatin1String("hub_time")).isUndefined());

    const qint64 id = placeOrder();
    QVERIFY(id > 0);
    QTRY_COMPARE(client.changes.size(), 1);
    const QJsonObject change = client.changes.first();
    QCOMPARE(change.value(QLatin1String("entity")).toString(), QStringLiteral("order"));
    QCOMPARE(change.value(QLatin1String("id")).toInteger(), id);
    QCOMPARE(change.value(QLatin1String("op")).toString(), QStringLiteral("upsert"));
    QCOMPARE(change.value(QLatin1String("seq")).toInteger(), client.cursorSeq() + 1);
    QCOMPARE(change.value(QLatin1String("data")).toObject().value(QLatin1String("order_id")).toInteger(), id);

    QTRY_VERIFY(!client.heartbeats.isEmpty() && client.heartbeats.last()
                                                    .value(QLatin1String("cursor"))
                                                    .toString()
                                                    .endsWith(QStringLiteral(".%1").arg(client.cursorSeq() + 1)));
    QVERIFY(!client.heartbeats.last().value(QLatin1String("hub_time")).isUndefined());
    QCOMPARE(client.unknown, 0);
    QCOMPARE(client.hellos.size(), 1);
}

void LiveApiTest::hidesFromTheKitchenWhatItNeedNotSee()
{
    LiveClient kitchen(m_site->port(), m_site->business().terminalTokens.at(Role::Kitchen));
    LiveClient counter(m_site->port(), m_site->business().terminalTokens.at(Role::Counter));
    QVERIFY(kitchen.waitForHello() && counter.waitForHello());
    QVERIFY(placeOrder() > 0);
    QTRY_COMPARE(kitchen.changes.size(), 1);
    QTRY_COMPARE(counter.changes.size(), 1);
    QVERIFY2(kitchen.raw.contains("\"Aigerim\"") && !kitchen.raw.contains("Serikova") &&
                 !kitchen.raw.contains("7010000001"),
             kitchen.raw);
    QVERIFY2(counter.raw.contains("Aigerim Serikova") && counter.raw.contains("7010000001"), counter.raw);
}

void LiveApiTest::tellsATerminalARowOnce()
{
    LiveClient kitchen(m_site->port(), m_site->business().terminalTokens.at(Role::Kitchen));
    LiveClient owner(m_site->port(), m_site->business().token);
    QVERIFY(kitchen.waitForHello() && owner.waitForHello());
    const qint64 id = placeOrder();
    BlockingHttp http(m_site->port(), m_site->business().token);
    const auto started =
        http.request("PATCH", "/api/v1/business/orders/" + QByteArray::number(id) + "/status", R"({"status":3})");
    QVERIFY(started && started->status == 200);
    // Created, then lines and status of one version.
    QTRY_COMPARE(kitchen.changes.size(), 3);
    QTRY_COMPARE(owner.changes.size(), 3);
    const QString data = QStringLiteral("data");
    for (const int i : {0, 1, 2}) {
        QJsonObject told = kitchen.changes.at(i);
        QJsonObject whole = owner.changes.at(i);
        const QJsonObject row = whole.take(data).toObject();
        QCOMPARE(row.value(QLatin1String("order_id")).toInteger(), id);
        QCOMPARE(row.value(QLatin1String("version")), whole.value(QLatin1String("version")));
        const QJsonValue kitchens = told.take(data);
        QCOMPARE(kitchens.isNull(), i == 2);
        QCOMPARE(told, whole);
    }
    QCOMPARE(kitchen.changes.at(2).value(QLatin1String("version")),
             kitchen.changes.at(1).value(QLatin1String("version")));
}

void LiveApiTest::refusesStrangers()
{
    for (const QByteArray &token : {QByteArray(), QByteArray("obt_wrong"), m_site->business().guestToken}) {
        LiveClient client(m_site->port(), token);
        QTRY_COMPARE(client.socket().state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(client.hellos.size(), 0);
    }
    LiveClient elsewhere(m_site->port(), m_site->business().token, "/api/v1/business/orders");
    QTRY_COMPARE(elsewhere.socket().state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(elsewhere.hellos.size(), 0);
}

void LiveApiTest::missesNothingUnderLoad()
{
    std::vector<std::unique_ptr<LiveClient>> clients;
    for (int i = 0; i < 6; ++i)
        clients.push_back(std::make_unique<LiveClient>(m_site->port(), m_site->business().token));
    for (const auto &client : clients)
        QVERIFY(client->waitForHello());

    const QByteArray body = pickupBody(m_site->business().item("Soup"));
    OrderPlacer first(m_site->port(), m_site->business().guestToken, body, 100);
    OrderPlacer second(m_site->port(), m_site->business().guestToken, body, 100);
    first.start();
    second.start();
    for (const auto &client : clients)
        QTRY_COMPARE_WITH_TIMEOUT(client->changes.size(), 200, 30'000);
    QVERIFY(first.wait() && second.wait());
    QCOMPARE(first.placed() + second.placed(), 200);
    for (const auto &client : clients) {
        for (int i = 0; i < client->changes.size(); ++i)
            QCOMPARE(client->changes[i].value(QLatin1String("seq")).toInteger(), client->cursorSeq() + 1 + i);
    }
}

void LiveApiTest::joiningInTheMiddleLosesNothing()
{
    // What a terminal does: socket first, then the feed from the cursor that it had, up to the hello's. Together they
    // are all.
    const QByteArray token = m_site->business().token;
    BlockingHttp http(m_site->port(), token);
    const auto snapshot = http.get("/api/v1/business/snapshot");
    QVERIFY(snapshot && snapshot->status == 200);
    const QByteArray start = QJsonDocument::fromJson(snapshot->body)
                                 .object()
                                 .value(QLatin1String("data"))
                                 .toObject()
                                 .value(QLatin1String("cursor"))
                                 .toString()
                                 .toLatin1();
    const qint64 startSeq = start.mid(start.lastIndexOf('.') + 1).toLongLong();

    OrderPlacer placer(m_site->port(), m_site->business().guestToken, pickupBody(m_site->business().item("Soup")), 200);
    placer.start();
    std::vector<std::unique_ptr<LiveClient>> clients;
    for (int i = 1; i <= 5; ++i) {
        QTRY_VERIFY_WITH_TIMEOUT(placer.placed() >= i * 25, 30'000);
        clients.push_back(std::make_unique<LiveClient>(m_site->port(), token));
        QVERIFY(clients.back()->waitForHello());
    }
    QVERIFY(placer.wait());
    QCOMPARE(placer.placed(), 200);
    const qint64 lastSeq = startSeq + 200;
    for (const auto &client : clients) {
        QVERIFY(client->cursorSeq() > startSeq);
        QTRY_VERIFY(!client->heartbeats.isEmpty() && client->heartbeats.last()
                                                         .value(QLatin1String("cursor"))
                                                         .toString()
                                                         .endsWith(QStringLiteral(".%1").arg(lastSeq)));
        QList<qint64> seqs;
        QByteArray since = start;
        bool more = true;
        while (more && seqs.size() < 300) {
            const auto page = http.get("/api/v1/business/changes?limit=50&since=" + since);
            QVERIFY(page && page->status == 200);
            const QJsonObject json = QJsonDocument::fromJson(page->body).object();
            for (const QJsonValue &value : json.value(QLatin1String("data")).toArray()) {
                const qint64 seq = value.toObject().value(QLatin1String("seq")).toInteger();
                if (seq <= client->cursorSeq())
                    seqs.append(seq);
            }
            const QJsonObject meta = json.value(QLatin1String("meta")).toObject();
            since = meta.value(QLatin1String("cursor")).toString().toLatin1();
            more = meta.value(QLatin1String("more")).toBool();
        }
        for (const QJsonObject &change : client->changes)
            seqs.append(change.value(QLatin1String("seq")).toInteger());
        QCOMPARE(seqs.size(), 200);
        for (int i = 0; i < seqs.size(); ++i)
            QCOMPARE(seqs[i], startSeq + 1 + i);
    }
}

void LiveApiTest::businessesDoNotMeet()
{
    const TestBusiness *other = m_site->addBusiness(QStringLiteral("Other Place"));
    QVERIFY2(other, qPrintable(m_site->problem()));
    LiveClient ours(m_site->port(), m_site->business().token);
    LiveClient theirs(m_site->port(), other->token);
    QVERIFY(ours.waitForHello() && theirs.waitForHello());
    QVERIFY(placeOrder() > 0);
    QTRY_COMPARE(ours.changes.size(), 1);
    // Two heartbeats later it would have come.
    const auto beats = theirs.heartbeats.size();
    QTRY_VERIFY(theirs.heartbeats.size() >= beats + 2);
    QCOMPARE(theirs.changes.size(), 0);
}

void LiveApiTest::closesRevokedTokens()
{
    const QByteArray token = m_site->addTerminal(m_site->business(), QStringLiteral("Old screen"), Role::Kitchen);
    LiveClient client(m_site->port(), token);
    LiveClient other(m_site->port(), m_site->business().token);
    QVERIFY(client.waitForHello() && other.waitForHello());
    QVERIFY(revoke(token));
    QTRY_COMPARE(client.socket().state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(int(client.socket().closeCode()), 4401);
    QCOMPARE(other.socket().state(), QAbstractSocket::ConnectedState);
}

void LiveApiTest::closesSlowConsumers()
{
    ApiHarness api(*m_site);
    FakeSocket slow;
    FakeSocket quick;
    const UpgradeDecision first = api.upgrade("/api/v1/business/live", m_site->business().token);
    const UpgradeDecision second = api.upgrade("/api/v1/business/live", m_site->business().token);
    QVERIFY(first.session && second.session);
    first.session->opened(slow);
    second.session->opened(quick);
    QCOMPARE(slow.sent.size(), 1);
    slow.pending = 1024 * 1024 + 1;
    QVERIFY(placeOrder() > 0);
    QTRY_COMPARE(quick.sent.size(), 2);
    QCOMPARE(slow.closedWith, QList<int>({1013}));
    QCOMPARE(slow.sent.size(), 1);
    // Nothing follows the close.
    QVERIFY(placeOrder() > 0);
    QTRY_COMPARE(quick.sent.size(), 3);
    first.session->tick();
    QCOMPARE(slow.sent.size(), 1);
    QCOMPARE(slow.closedWith.size(), 1);
}

void LiveApiTest::limitsSocketsPerToken()
{
    const QByteArray token = m_site->business().terminalTokens.at(Role::Kitchen);
    std::vector<std::unique_ptr<LiveClient>> clients;
    for (int i = 0; i < 8; ++i) {
        clients.push_back(std::make_unique<LiveClient>(m_site->port(), token));
        QVERIFY(clients.back()->waitForHello());
    }
    LiveClient ninth(m_site->port(), token);
    QTRY_COMPARE(ninth.socket().state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(ninth.hellos.size(), 0);
    // Another token has its own eight, and a place that was left is free again.
    LiveClient other(m_site->port(), m_site->business().token);
    QVERIFY(other.waitForHello());
    clients.pop_back();
    bool again = false;
    for (int i = 0; i < 50 && !again; ++i) {
        LiveClient next(m_site->port(), token);
        QTRY_VERIFY(!next.hellos.isEmpty() || next.socket().state() == QAbstractSocket::UnconnectedState);
        again = !next.hellos.isEmpty();
    }
    QVERIFY(again);
}

void LiveApiTest::ignoresWhatClientsSay()
{
    LiveClient client(m_site->port(), m_site->business().token);
    QVERIFY(client.waitForHello());
    client.socket().sendTextMessage(QStringLiteral("{\"type\":\"subscribe\"}"));
    client.socket().sendTextMessage(QStringLiteral("nonsense"));
    QVERIFY(placeOrder() > 0);
    QTRY_COMPARE(client.changes.size(), 1);
    QCOMPARE(client.socket().state(), QAbstractSocket::ConnectedState);
}

void LiveApiTest::makesUpForALostNotice()
{
    FakeClock clock;
    TestSiteOptions options;
    options.server = false;
    options.clock = &clock;
    TestSite site(options);
    QVERIFY2(site.start(), qPrintable(site.problem()));
    ApiHarness api(site);
    // A handler that no commit listener feeds.
    Mailbox mailbox;
    ApiHandler deaf(std::make_shared<ApiShared>(site.hub(), ApiHarness::withoutLimits()),
                    [&mailbox](std::function<void()> task) { mailbox.post(std::move(task)); });
    HttpRequest request;
    request.method = "GET";
    request.path = "/api/v1/business/live";
    request.headers = {{"authorization", "Bearer " + site.business().token}};
    const UpgradeDecision decision = deaf.upgrade(request);
    QVERIFY(decision.session);
    FakeSocket socket;
    decision.session->opened(socket);
    QCOMPARE(socket.sent.size(), 1);
    QCOMPARE(api.call("POST", "/api/v1/user/orders/create", site.business().guestToken,
                      pickupBody(site.business().item("Soup")))
                 .status,
             201);
    QCOMPARE(socket.sent.size(), 1);
    clock.advance(5000);
    decision.session->tick();
    // First the change, then the heartbeat that counts it.
    QCOMPARE(socket.sent.size(), 3);
    const QJsonObject change = QJsonDocument::fromJson(socket.sent[1]).object();
    QCOMPARE(change.value(QLatin1String("type")).toString(), QStringLiteral("change"));
    const QJsonObject heartbeat = QJsonDocument::fromJson(socket.sent[2]).object();
    QCOMPARE(heartbeat.value(QLatin1String("type")).toString(), QStringLiteral("heartbeat"));
    QVERIFY(heartbeat.value(QLatin1String("cursor"))
                .toString()
                .endsWith(u'.' + QString::number(change.value(QLatin1String("seq")).toInteger())));
}

QTEST_GUILESS_MAIN(LiveApiTest)
#include "liveapitest.moc"
