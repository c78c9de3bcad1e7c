// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakehub.h"
#include "manualtime.h"

#include "models/terminal/terminal.h"
#include "sync/client/terminalclient.h"
#include "sync/protocol/errorjson.h"
#include "sync/protocol/orderjson.h"

#include <QTemporaryDir>
#include <QTest>

using namespace oshaq;
using namespace oshaq::testing;

class TerminalClientTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void saysHowItStands();
    void worksWithoutItsHub();
    void survivesARestartWithoutItsHub();
    void asksForSignInAndGoesOn();
    void showsAnAlarm();
    void measuresPainting();
    void aLostRequestIsADoubt();
    void refusesCredentialsThatCannotWork();
    void questionsGoWhereTheCredentialsPoint();

private:
    void open();
    void settle();
    void advance(qint64 ms)
    {
        m_clock->advance(ms);
        settle();
    }
    void connectToHub();
    const LinkStatus::Facts &link() const { return m_terminal->link().facts(); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<ManualScheduler> m_scheduler;
    std::unique_ptr<FakeHub> m_hub;
    std::unique_ptr<FakeTransport> m_transport;
    std::unique_ptr<FakeChannel> m_channel;
    std::unique_ptr<Terminal> m_terminal;
    std::unique_ptr<TerminalClient> m_client;
    QByteArray m_paintedAnswer;
};

void TerminalClientTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<ManualClock>();
    m_scheduler = std::make_unique<ManualScheduler>(*m_clock);
    m_hub = std::make_unique<FakeHub>(*m_clock);
    m_transport = std::make_unique<FakeTransport>();
    m_channel = std::make_unique<FakeChannel>();
    m_paintedAnswer.clear();
    m_transport->serve = [this](const WireRequest &request) -> std::optional<WireReply> {
        if (request.url.endsWith("/painted") && !m_paintedAnswer.isEmpty())
            return answered(200, m_paintedAnswer);
        return m_hub->handle(request);
    };
    m_hub->place();
    m_hub->place();
    open();
}

void TerminalClientTest::cleanup()
{
    m_client.reset();
    m_terminal.reset();
    m_channel.reset();
    m_transport.reset();
    m_hub.reset();
    m_scheduler.reset();
    m_clock.reset();
    m_directory.reset();
}

void TerminalClientTest::open()
{
    m_client.reset();
    m_terminal.reset();
    Result<std::unique_ptr<Terminal>> terminal = Terminal::open(m_directory->path(), *m_clock);
    QVERIFY(terminal.ok());
    m_terminal = std::move(terminal).value();
    auto client =
        TerminalClient::create({QStringLiteral("http://hub.test:8787/"), QStringLiteral("ott_good")}, *m_terminal,
                               *m_transport, *m_clock, {m_scheduler.get(), m_channel.get(), [] { return 0.0; }});
    QVERIFY(client.ok());
    m_client = std::move(client).value();
}

void TerminalClientTest::settle()
{
    while (m_transport->deliverOne() || m_scheduler->runDue()) {
    }
}

void TerminalClientTest::connectToHub()
{
    if (!m_channel->isOpen)
        advance(60'000);
    m_channel->say(m_hub->hello());
    settle();
    QCOMPARE(link().state, LinkStatus::State::Live);
}

void TerminalClientTest::saysHowItStands()
{
    QCOMPARE(link().state, LinkStatus::State::Connecting);
    QCOMPARE(link().knownAtMs, qint64(0));
    m_client->start();
    connectToHub();
    QCOMPARE(link().knownAtMs, m_clock->nowMs());
    QCOMPARE(link().sinceMs, m_clock->nowMs());
    QCOMPARE(m_terminal->kitchen().tickets().size(), std::size_t(2));

    advance(5'000);
    m_channel->say(m_hub->heartbeat());
    settle();
    QCOMPARE(link().knownAtMs, m_clock->nowMs());
    const qint64 known = link().knownAtMs;

    m_hub->up = false;
    advance(FeedFollower::silenceMs);
    QCOMPARE(link().state, LinkStatus::State::Offline);
    QCOMPARE(link().knownAtMs, known);
    QCOMPARE(link().sinceMs, m_clock->nowMs());
    QVERIFY(!link().detail.isEmpty());
}

void TerminalClientTest::worksWithoutItsHub()
{
    m_client->start();
    connectToHub();
    m_hub->up = false;
    m_channel->breakOff();
    settle();
    QCOMPARE(link().state, LinkStatus::State::Offline);
    QVERIFY(m_terminal->kitchen().start(1).ok());
    QVERIFY(m_terminal->kitchen().bump(1).ok());
    const int pending = link().pending;
    QVERIFY(pending >= 2);
    advance(600'000);
    QCOMPARE(link().pending, pending);
    QVERIFY(m_hub->executed.isEmpty());

    m_hub->up = true;
    connectToHub();
    QCOMPARE(link().pending, 0);
    QCOMPARE(m_hub->executed.size(), pending);
    QCOMPARE(m_hub->order(1).status, OrderStatus::Ready);
    QVERIFY(m_terminal->kitchen().parked().empty());
}

void TerminalClientTest::survivesARestartWithoutItsHub()
{
    m_client->start();
    connectToHub();
    m_hub->up = false;
    m_channel->breakOff();
    settle();
    QVERIFY(m_terminal->kitchen().bump(2).ok());
    const int pending = link().pending;
    open();
    QCOMPARE(link().state, LinkStatus::State::Connecting);
    QCOMPARE(link().pending, pending);
    QVERIFY(link().knownAtMs != 0); // as of then
    m_client->start();
    m_channel->breakOff();
    settle();
    QCOMPARE(link().state, LinkStatus::State::Offline);
    m_hub->up = true;
    connectToHub();
    QCOMPARE(link().pending, 0);
    QCOMPARE(m_hub->order(2).status, OrderStatus::Ready);
}

void TerminalClientTest::asksForSignInAndGoesOn()
{
    m_client->start();
    connectToHub();
    m_hub->token = "ott_new";
    QVERIFY(m_terminal->kitchen().bump(1).ok());
    settle();
    QCOMPARE(link().state, LinkStatus::State::SignIn);
    QVERIFY(link().pending > 0);
    advance(1'000);
    m_channel->say(m_hub->heartbeat()); // the socket that is still open changes nothing
    settle();
    QCOMPARE(link().state, LinkStatus::State::SignIn);
    QVERIFY(
        m_terminal->setCredentials({QStringLiteral("http://hub.test:8787"), QStringLiteral("ott_new"), Role::Kitchen})
            .ok());
    QCOMPARE(m_channel->authorization, QByteArray("Bearer ott_new"));
    connectToHub();
    QCOMPARE(link().pending, 0);
    QCOMPARE(m_hub->order(1).status, OrderStatus::Ready);
}

void TerminalClientTest::showsAnAlarm()
{
    m_client->start();
    connectToHub();
    m_transport->queued.push_back(answered(418));
    QVERIFY(m_terminal->kitchen().bump(1).ok());
    settle();
    QCOMPARE(link().state, LinkStatus::State::Alarm);
    QVERIFY(link().detail.contains(QStringLiteral("418")));
    QVERIFY(link().pending > 0);
}

void TerminalClientTest::measuresPainting()
{
    m_client->start();
    connectToHub();
    QCOMPARE(link().paintedP50Ms, qint64(-1));
    m_paintedAnswer = successJson(paintedDataJson({40, 60}));
    m_terminal->kitchen().reportPainted({1, 2});
    advance(PaintedReporter::batchMs);
    QCOMPARE(link().paintedP50Ms, qint64(40));
    QCOMPARE(link().paintedP95Ms, qint64(60));
    QCOMPARE(link().paintedMaxMs, qint64(60));
    // The sink is taken away before the client goes.
    m_client.reset();
    m_terminal->kitchen().reportPainted({1, 2});
    m_terminal->kitchen().reportCounted({1, 2});
}

void TerminalClientTest::aLostRequestIsADoubt()
{
    m_client->start();
    connectToHub();
    m_transport->requests.clear();
    m_transport->queued.push_back(noNetwork());
    QVERIFY(m_terminal->kitchen().bump(1).ok());
    settle();
    // Before the command goes out again it is asked whether this is still the same record.
    QVERIFY(m_transport->requests.size() >= 2);
    QVERIFY(m_transport->requests[1].url.contains("/business/changes?since="));
    advance(1'000);
    QCOMPARE(link().pending, 0);
    QCOMPARE(link().state, LinkStatus::State::Live);
}

void TerminalClientTest::refusesCredentialsThatCannotWork()
{
    for (const char *url : {"", "hub", "ftp://hub/", "http://", "http://u:p@hub/", "http://hub/?x=1"}) {
        const auto client = TerminalClient::create({QString::fromLatin1(url), QStringLiteral("ott_good")}, *m_terminal,
                                                   *m_transport, *m_clock, {m_scheduler.get(), m_channel.get(), {}});
        QVERIFY2(!client.ok(), url);
    }
    QVERIFY(!m_client->setCredentials({QStringLiteral("http://hub.test"), QStringLiteral("a\r\nb")}).ok());
    QVERIFY(!m_client->setCredentials({QStringLiteral("http://hub.test"), QStringLiteral("два")}).ok());
}

void TerminalClientTest::questionsGoWhereTheCredentialsPoint()
{
    std::vector<PortFailure::Kind> failures;
    const auto keep = [&failures](const auto &answer) { failures.push_back(answer.failure.kind); };
    m_transport->hold = true;
    m_client->archive().oneOrder(1, keep);
    m_client->printers().printers(keep);
    QCOMPARE(m_transport->inFlight(), size_t(2));
    QVERIFY(m_client->setCredentials({QStringLiteral("http://new.test:8787"), QStringLiteral("ott_new")}).ok());
    QVERIFY(failures.empty());
    QTRY_COMPARE(failures.size(), size_t(2));
    QCOMPARE(failures, std::vector(2, PortFailure::Kind::Unreachable));

    m_client->archive().oneOrder(1, keep);
    QCOMPARE(m_transport->requests.back().url, QByteArray("http://new.test:8787/api/v1/business/orders/1"));
    QVERIFY(m_transport->requests.back().headers.contains({"Authorization", "Bearer ott_new"}));
    m_client.reset();
    QCOMPARE(failures.size(), size_t(2));
}

QTEST_GUILESS_MAIN(TerminalClientTest)
#include "terminalclienttest.moc"
