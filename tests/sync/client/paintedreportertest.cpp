// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminalworld.h"

#include "sync/client/paintedreporter.h"
#include "sync/protocol/orderjson.h"

#include <QSignalSpy>
#include <QTest>

using namespace oshaq;
using namespace oshaq::testing;

class PaintedReporterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void batches();
    void keepsLatencies();
    void waitsForTheHub();
    void dropsClosedOrders();
    void triesAgainButNotForEver();
    void refusedBatchesAreDropped();

private:
    std::vector<PaintedAck> sent(std::size_t request) const;
    WireReply latencies(const std::vector<qint64> &values) const
    {
        return answered(200, successJson(paintedDataJson(values)));
    }

    std::unique_ptr<TerminalWorld> m_world;
    std::unique_ptr<PaintedReporter> m_reporter;
};

void PaintedReporterTest::init()
{
    m_world = std::make_unique<TerminalWorld>();
    for (int i = 0; i < 4; ++i)
        m_world->hub.place();
    QVERIFY(m_world->cache->applySnapshot(m_world->hub.snapshot()).ok());
    m_reporter = std::make_unique<PaintedReporter>(*m_world->cache, m_world->endpoint, m_world->transport,
                                                   m_world->scheduler, [] { return 0.0; });
    m_world->transport.serve = {};
}

void PaintedReporterTest::cleanup()
{
    m_reporter.reset();
    m_world.reset();
}

std::vector<PaintedAck> PaintedReporterTest::sent(std::size_t request) const
{
    const Result<JsonValue> body = parseJson(m_world->transport.requests.at(request).body);
    return body ? *readPainted(*body) : std::vector<PaintedAck>();
}

void PaintedReporterTest::batches()
{
    m_reporter->setGateOpen(true);
    m_world->transport.queued = {latencies({10, -1, 20}), latencies({30})};
    m_reporter->reportPainted({{1, 1, false}});
    m_world->advance(20);
    m_reporter->reportPainted({{2, 1, true}, {3, 0, false}});
    m_world->advance(9);
    QVERIFY(m_world->transport.requests.empty());
    m_world->advance(1);
    QCOMPARE(m_world->transport.requests.size(), std::size_t(1));
    QCOMPARE(m_world->transport.requests.front().url, QByteArray("http://hub.test:8787/api/v1/business/painted"));
    QCOMPARE(sent(0).size(), std::size_t(3));
    QCOMPARE(sent(0)[1].orderId, qint64(2));
    QVERIFY(sent(0)[1].counted && !sent(0)[2].counted);
    m_reporter->reportPainted({{4, 1, false}});
    m_world->advance(30);
    QCOMPARE(sent(1).size(), std::size_t(1));
}

void PaintedReporterTest::keepsLatencies()
{
    m_reporter->setGateOpen(true);
    QCOMPARE(m_reporter->percentile(50), qint64(-1));
    QSignalSpy changed(m_reporter.get(), &PaintedReporter::latenciesChanged);
    const auto report = [this](const std::vector<qint64> &values) {
        m_world->transport.queued.push_back(latencies(values));
        m_reporter->reportPainted({{1, 1, false}});
        m_world->advance(30);
    };
    report({40, -1, 10, 30, 20});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_reporter->percentile(50), qint64(20));
    QCOMPARE(m_reporter->percentile(95), qint64(40));
    report({-1});
    QCOMPARE(changed.size(), 1);
    // 200 of them are kept: the early ones are forgotten.
    report(std::vector<qint64>(199, 100));
    QCOMPARE(m_reporter->percentile(1), qint64(100));
    report(std::vector<qint64>(20, 500));
    QCOMPARE(m_reporter->percentile(50), qint64(100));
    QCOMPARE(m_reporter->percentile(95), qint64(500));
}

void PaintedReporterTest::waitsForTheHub()
{
    m_reporter->reportPainted({{1, 1, false}, {2, 1, false}});
    m_world->advance(60'000);
    QVERIFY(m_world->transport.requests.empty());
    m_world->transport.queued = {noNetwork(), latencies({7, 8})};
    m_reporter->setGateOpen(true);
    m_world->advance(30);
    QCOMPARE(m_world->transport.requests.size(), std::size_t(1));
    m_reporter->setGateOpen(false);
    m_world->advance(60'000);
    QCOMPARE(m_world->transport.requests.size(), std::size_t(1));
    m_reporter->setGateOpen(true);
    m_world->advance(30);
    QCOMPARE(sent(1).size(), std::size_t(2));
    QCOMPARE(m_reporter->waiting(), std::size_t(0));
    QCOMPARE(m_reporter->percentile(95), qint64(8));
}

void PaintedReporterTest::dropsClosedOrders()
{
    m_reporter->reportPainted({{1, 1, false}, {2, 1, false}, {999, 1, false}});
    OrderCommand cancel;
    cancel.to = OrderStatus::Cancelled;
    cancel.reason = QStringLiteral("guest left");
    QVERIFY(m_world->cache->foldAnswer(m_world->hub.change(1, cancel)).ok());
    m_world->transport.queued = {latencies({5})};
    m_reporter->setGateOpen(true);
    m_world->advance(30);
    QCOMPARE(sent(0).size(), std::size_t(1));
    QCOMPARE(sent(0).front().orderId, qint64(2));
}

void PaintedReporterTest::triesAgainButNotForEver()
{
    m_reporter->setGateOpen(true);
    for (int i = 0; i < 20; ++i)
        m_world->transport.queued.push_back(answered(503));
    m_reporter->reportPainted({{1, 1, false}});
    for (int i = 0; i < 100; ++i)
        m_world->advance(15'000);
    QCOMPARE(m_world->transport.requests.size(), std::size_t(PaintedReporter::maxAttempts));
    QCOMPARE(m_reporter->waiting(), std::size_t(0));
}

void PaintedReporterTest::refusedBatchesAreDropped()
{
    m_reporter->setGateOpen(true);
    m_world->transport.queued = {answered(422, errorJson(QByteArray("VALIDATION_FAILED"), QStringLiteral("No."), "r"))};
    m_reporter->reportPainted({{1, 1, false}});
    m_world->advance(60'000);
    QCOMPARE(m_world->transport.requests.size(), std::size_t(1));
    QCOMPARE(m_reporter->waiting(), std::size_t(0));
}

QTEST_GUILESS_MAIN(PaintedReporterTest)
#include "paintedreportertest.moc"
