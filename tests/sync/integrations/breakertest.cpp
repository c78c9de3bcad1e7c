// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/integrationgates.h"
#include "tests/sync/client/fakewire.h"
#include "tests/sync/client/manualtime.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::testing;
using Circuit = IntegrationHealth::Circuit;
using Admission = Breaker::Admission;

/// What keeps a dead service from costing anybody anything.
class BreakerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void opensAfterFailuresInARow();
    void oneFindsOut();
    void pausesGrowAndEnd();
    void aStragglerIsNoProbe();
    void whatTaughtNothingLeavesItAlone();
    void theBudgetIsKept();
    void resetLetsTheNextOneGo();
    void judgesReplies_data();
    void judgesReplies();
    void heldRequestsAreNeverSent();
    void cancelledRequestsGiveTheirPlaceBack();
    void timeoutsAreCut();
    void integrationsDoNotShareABreaker();
    void turnsAreTold();

private:
    void fail(Breaker &breaker, int times)
    {
        for (int i = 0; i < times; ++i) {
            QCOMPARE(breaker.admit(), Admission::Admitted);
            breaker.failed(QStringLiteral("no answer"));
        }
    }

    BreakerLimits m_limits;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<ManualScheduler> m_scheduler;
    std::unique_ptr<FakeTransport> m_wire;
};

void BreakerTest::init()
{
    m_limits = {};
    m_limits.failuresToOpen = 3;
    m_limits.firstPauseMs = 1'000;
    m_limits.longestPauseMs = 5'000;
    m_limits.maxInFlight = 2;
    m_limits.timeoutMs = 10'000;
    m_clock = std::make_unique<ManualClock>();
    m_scheduler = std::make_unique<ManualScheduler>(*m_clock);
    m_wire = std::make_unique<FakeTransport>();
}

void BreakerTest::opensAfterFailuresInARow()
{
    Breaker breaker(m_limits, *m_clock);
    fail(breaker, 2);
    QCOMPARE(breaker.admit(), Admission::Admitted);
    breaker.succeeded();
    fail(breaker, 2);
    QCOMPARE(breaker.health().circuit, Circuit::Closed);
    fail(breaker, 1);
    QCOMPARE(breaker.health().circuit, Circuit::Open);
    QCOMPARE(breaker.admit(), Admission::Open);
    QVERIFY(breaker.refusalText(Admission::Open).contains(QStringLiteral("no answer")));
    const IntegrationHealth &health = breaker.health();
    QCOMPARE(health.requests, 6);
    QCOMPARE(health.failures, 5);
    QCOMPARE(health.heldBack, 1);
    QCOMPARE(health.retryAtMs, m_clock->nowMs() + 1'000);
    QCOMPARE(health.lastErrorAtMs, m_clock->nowMs());
}

void BreakerTest::oneFindsOut()
{
    Breaker breaker(m_limits, *m_clock);
    fail(breaker, 3);
    m_clock->advance(999);
    QCOMPARE(breaker.admit(), Admission::Open);
    m_clock->advance(1);
    QCOMPARE(breaker.admit(), Admission::Admitted);
    QCOMPARE(breaker.health().circuit, Circuit::HalfOpen);
    QCOMPARE(breaker.admit(), Admission::Open); // alone
    breaker.succeeded();
    QCOMPARE(breaker.health().circuit, Circuit::Closed);
    QCOMPARE(breaker.admit(), Admission::Admitted);
    QCOMPARE(breaker.admit(), Admission::Admitted);
}

void BreakerTest::pausesGrowAndEnd()
{
    Breaker breaker(m_limits, *m_clock);
    fail(breaker, 3);
    for (const qint64 pauseMs : {1'000, 2'000, 4'000, 5'000, 5'000}) {
        QCOMPARE(breaker.pauseLeftMs(), pauseMs);
        m_clock->advance(pauseMs);
        fail(breaker, 1);
        QCOMPARE(breaker.health().circuit, Circuit::Open);
    }
    m_clock->advance(5'000);
    QCOMPARE(breaker.admit(), Admission::Admitted);
    breaker.succeeded();
    fail(breaker, 3);
    QCOMPARE(breaker.pauseLeftMs(), 1'000); // from the beginning again
}

void BreakerTest::aStragglerIsNoProbe()
{
    Breaker breaker(m_limits, *m_clock);
    fail(breaker, 2);
    QCOMPARE(breaker.admit(), Admission::Admitted);
    QCOMPARE(breaker.admit(), Admission::Admitted);
    breaker.failed(QStringLiteral("first"));
    m_clock->advance(500);
    breaker.failed(QStringLiteral("second")); // sent before it opened
    QCOMPARE(breaker.pauseLeftMs(), 500);
}

void BreakerTest::whatTaughtNothingLeavesItAlone()
{
    Breaker breaker(m_limits, *m_clock);
    fail(breaker, 2);
    QCOMPARE(breaker.admit(), Admission::Admitted);
    breaker.abandoned();
    QCOMPARE(breaker.health().inFlight, 0);
    fail(breaker, 1);
    QCOMPARE(breaker.health().circuit, Circuit::Open);
    m_clock->advance(1'000);
    QCOMPARE(breaker.admit(), Admission::Admitted);
    breaker.abandoned();
    QCOMPARE(breaker.health().circuit, Circuit::HalfOpen);
    QCOMPARE(breaker.admit(), Admission::Admitted); // another one finds out
}

void BreakerTest::theBudgetIsKept()
{
    Breaker breaker(m_limits, *m_clock);
    QCOMPARE(breaker.admit(), Admission::Admitted);
    QCOMPARE(breaker.admit(), Admission::Admitted);
    QCOMPARE(breaker.admit(), Admission::Full);
    QCOMPARE(breaker.health().circuit, Circuit::Closed);
    breaker.succeeded();
    QCOMPARE(breaker.admit(), Admission::Admitted);
}

void BreakerTest::resetLetsTheNextOneGo()
{
    Breaker breaker(m_limits, *m_clock);
    fail(breaker, 3);
    breaker.reset();
    QCOMPARE(breaker.admit(), Admission::Admitted);
    QCOMPARE(breaker.health().retryAtMs, 0);
}

void BreakerTest::judgesReplies_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("failure");
    QTest::addColumn<int>("failures");
    using Failure = WireReply::Failure;
    QTest::newRow("200") << 200 << int(Failure::None) << 0;
    QTest::newRow("400") << 400 << int(Failure::None) << 0; // it is well, and said no
    QTest::newRow("401") << 401 << int(Failure::None) << 0;
    QTest::newRow("429") << 429 << int(Failure::None) << 1;
    QTest::newRow("500") << 500 << int(Failure::None) << 1;
    QTest::newRow("503") << 503 << int(Failure::None) << 1;
    QTest::newRow("no network") << 0 << int(Failure::Network) << 1;
    QTest::newRow("timeout") << 0 << int(Failure::Timeout) << 1;
    QTest::newRow("untrusted") << 0 << int(Failure::Untrusted) << 1;
    QTest::newRow("too large") << 0 << int(Failure::TooLarge) << 1;
    QTest::newRow("our mistake") << 0 << int(Failure::Invalid) << 0;
}

void BreakerTest::judgesReplies()
{
    QFETCH(int, status);
    QFETCH(int, failure);
    QFETCH(int, failures);
    Breaker breaker(m_limits, *m_clock);
    GuardedTransport transport(*m_wire, breaker, *m_scheduler);
    WireReply reply = answered(status);
    reply.failure = static_cast<WireReply::Failure>(failure);
    m_wire->queued.push_back(reply);
    int came = 0;
    transport.send({}, [&](const WireReply &got) {
        ++came;
        QCOMPARE(got.status, status);
    });
    QVERIFY(m_wire->deliverOne());
    QCOMPARE(came, 1);
    QCOMPARE(breaker.health().failures, failures);
    QCOMPARE(breaker.health().inFlight, 0);
}

void BreakerTest::heldRequestsAreNeverSent()
{
    Breaker breaker(m_limits, *m_clock);
    GuardedTransport transport(*m_wire, breaker, *m_scheduler);
    QList<WireReply> replies;
    const auto keep = [&replies](const WireReply &reply) { replies.append(reply); };
    for (int i = 0; i < 3; ++i) {
        transport.send({}, keep);
        QVERIFY(m_wire->deliverOne()); // a dead network
    }
    transport.send({}, keep);
    QCOMPARE(replies.size(), 3); // never inside send()
    QVERIFY(m_scheduler->runDue());
    QCOMPARE(replies.size(), 4);
    QCOMPARE(replies[3].failure, WireReply::Failure::Held);
    QVERIFY(!replies[3].mayHaveArrived);
    QVERIFY(replies[3].failureText.contains(QStringLiteral("connection refused")));
    QCOMPARE(m_wire->requests.size(), 3u);

    const quint64 id = transport.send({}, keep);
    transport.cancel(id);
    QVERIFY(!m_scheduler->runDue());
    QCOMPARE(replies.size(), 4);
}

void BreakerTest::cancelledRequestsGiveTheirPlaceBack()
{
    Breaker breaker(m_limits, *m_clock);
    {
        GuardedTransport transport(*m_wire, breaker, *m_scheduler);
        m_wire->hold = true;
        const quint64 id = transport.send({}, [](const WireReply &) { QFAIL("it was cancelled"); });
        transport.send({}, [](const WireReply &) { QFAIL("the transport is gone"); });
        QCOMPARE(breaker.health().inFlight, 2);
        transport.cancel(id);
        QCOMPARE(breaker.health().inFlight, 1);
    }
    QCOMPARE(breaker.health().inFlight, 0);
    QCOMPARE(m_wire->cancelled, 2);
    QCOMPARE(breaker.health().failures, 0);
}

void BreakerTest::timeoutsAreCut()
{
    Breaker breaker(m_limits, *m_clock);
    GuardedTransport transport(*m_wire, breaker, *m_scheduler);
    WireRequest request;
    for (const int wantedMs : {0, 60'000, 3'000}) {
        request.totalTimeoutMs = wantedMs;
        transport.send(request, [](const WireReply &) {});
        m_wire->deliverOne();
        breaker.reset();
    }
    QCOMPARE(m_wire->requests[0].totalTimeoutMs, 10'000);
    QCOMPARE(m_wire->requests[1].totalTimeoutMs, 10'000);
    QCOMPARE(m_wire->requests[2].totalTimeoutMs, 3'000);
    QVERIFY(m_wire->requests[2].connectTimeoutMs <= 3'000);
}

void BreakerTest::integrationsDoNotShareABreaker()
{
    IntegrationBoard board;
    IntegrationGates gates(*m_wire, *m_scheduler, *m_clock, board);
    gates.setLimits(IntegrationKind::Sms, m_limits);
    for (int i = 0; i < 3; ++i) {
        gates.transport(1, IntegrationKind::Sms).send({}, [](const WireReply &) {});
        m_wire->deliverOne();
    }
    QCOMPARE(gates.breaker(1, IntegrationKind::Sms).health().circuit, Circuit::Open);
    QCOMPARE(gates.breaker(2, IntegrationKind::Sms).health().circuit, Circuit::Closed);
    QCOMPARE(gates.breaker(1, IntegrationKind::Smtp).admit(), Admission::Admitted);
    QCOMPARE(board.health(1, IntegrationKind::Sms)->circuit, Circuit::Open);
    QCOMPARE(board.health(1, IntegrationKind::Smtp)->inFlight, 1);
    QVERIFY(!board.health(2, IntegrationKind::Sms)); // nothing happened there
    QCOMPARE(board.all().size(), 2u);
}

void BreakerTest::turnsAreTold()
{
    IntegrationBoard board;
    QList<Circuit> turns;
    IntegrationGates gates(
        *m_wire, *m_scheduler, *m_clock, board,
        [&turns](qint64, IntegrationKind, const IntegrationHealth &health) { turns.append(health.circuit); });
    gates.setLimits(IntegrationKind::Halyk, m_limits);
    Breaker &breaker = gates.breaker(1, IntegrationKind::Halyk);
    fail(breaker, 3);
    QCOMPARE(turns, QList<Circuit>{Circuit::Open});
    m_clock->advance(1'000);
    fail(breaker, 1); // still ill
    m_clock->advance(2'000);
    QCOMPARE(breaker.admit(), Admission::Admitted);
    QCOMPARE(turns.size(), 1);
    breaker.succeeded();
    QCOMPARE(turns, (QList<Circuit>{Circuit::Open, Circuit::Closed}));
}

QTEST_GUILESS_MAIN(BreakerTest)
#include "breakertest.moc"
