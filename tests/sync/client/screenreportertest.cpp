// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminalworld.h"

#include "models/domain/timetext.h"
#include "sync/client/screenreporter.h"
#include "sync/protocol/errorjson.h"
#include "sync/protocol/screenjson.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::testing;

class ScreenReporterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void saysItEveryTenSeconds();
    void saysNothingWithoutAHub();
    void doesNotWaitWithNews();
    void aLostReportIsNotSentAgain();
    void measuresTheHubsClock();
    void saysWhatItsClockShows();
    void isQuietWhereNobodyListens_data();
    void isQuietWhereNobodyListens();
    void knowsWhoItIs();

private:
    WireReply noted(qint64 hubTimeMs = 0) const
    {
        return answered(200, successJson(screenReportedJson({7, hubTimeMs == 0 ? m_world->clock.nowMs() : hubTimeMs})));
    }
    std::size_t sent() const { return m_world->transport.requests.size(); }
    ScreenReport lastReport() const { return readScreenReport(*parseJson(m_world->transport.requests.back().body)); }

    std::unique_ptr<TerminalWorld> m_world;
    std::unique_ptr<ScreenReporter> m_reporter;
    ScreenReport m_says;
};

void ScreenReporterTest::init()
{
    m_world = std::make_unique<TerminalWorld>();
    m_world->transport.serve = [this](const WireRequest &) { return noted(); };
    m_says = {};
    m_says.version = QStringLiteral("0.1.0");
    m_reporter = std::make_unique<ScreenReporter>(m_world->endpoint, m_world->transport, m_world->clock,
                                                  *m_world->hubClock, m_world->scheduler, [this] { return m_says; });
}

void ScreenReporterTest::cleanup()
{
    m_reporter.reset();
    m_world.reset();
}

void ScreenReporterTest::saysItEveryTenSeconds()
{
    m_says.pending = 4;
    m_says.paintedP95Ms = 90;
    m_says.page = QStringLiteral("kitchen");
    m_says.stationId = 2;
    m_reporter->setGateOpen(true);
    m_world->advance(999);
    QCOMPARE(sent(), std::size_t(0));
    m_world->advance(1);
    QCOMPARE(sent(), std::size_t(1));
    const WireRequest &request = m_world->transport.requests.back();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.url, QByteArray("http://hub.test:8787/api/v1/business/terminals/report"));
    QVERIFY(request.headers.contains({QByteArray(programVersionHeader), QByteArray(OSHAQ_VERSION)}));
    QVERIFY(validate(screenReportSchema(), *parseJson(request.body)).ok());
    const ScreenReport said = lastReport();
    QCOMPARE(said.pending, 4);
    QCOMPARE(said.paintedP95Ms, 90);
    QCOMPARE(said.page, QStringLiteral("kitchen"));
    QCOMPARE(said.stationId, std::optional<qint64>(2));
    m_says.pending = 0;
    for (std::size_t i = 2; i < 8; ++i) {
        m_world->advance(screens::reportMs - 1);
        QCOMPARE(sent(), i - 1);
        m_world->advance(1);
        QCOMPARE(sent(), i);
    }
    QCOMPARE(lastReport().pending, 0);
}

void ScreenReporterTest::saysNothingWithoutAHub()
{
    m_world->advance(60'000);
    m_reporter->hurry();
    m_world->settle();
    QCOMPARE(sent(), std::size_t(0));
    m_reporter->setGateOpen(true);
    m_world->advance(500);
    m_reporter->setGateOpen(false);
    m_world->advance(60'000);
    QCOMPARE(sent(), std::size_t(0));
}

void ScreenReporterTest::doesNotWaitWithNews()
{
    m_reporter->setGateOpen(true);
    m_world->advance(1'000);
    m_reporter->hurry();
    m_world->settle();
    QCOMPARE(sent(), std::size_t(2));
    // One is on its way: the next one comes in its turn.
    m_world->transport.hold = true;
    m_reporter->hurry();
    m_world->settle();
    m_reporter->hurry();
    m_world->settle();
    QCOMPARE(sent(), std::size_t(3));
    m_world->transport.hold = false;
    m_world->settle();
    QCOMPARE(sent(), std::size_t(3));
    m_world->advance(screens::reportMs);
    QCOMPARE(sent(), std::size_t(4));
}

void ScreenReporterTest::aLostReportIsNotSentAgain()
{
    m_world->transport.queued = {noNetwork(), answered(503), answered(500), answered(429)};
    m_reporter->setGateOpen(true);
    m_world->advance(1'000);
    for (std::size_t i = 1; i < 6; ++i) {
        QCOMPARE(sent(), i);
        m_world->advance(screens::reportMs - 1);
        QCOMPARE(sent(), i);
        m_world->advance(1);
    }
}

void ScreenReporterTest::measuresTheHubsClock()
{
    const qint64 ahead = 3'600'000;
    m_world->transport.queued = {noted(m_world->clock.nowMs() + ahead)};
    m_reporter->setGateOpen(true);
    m_world->advance(1'000);
    QVERIFY(m_world->hubClock->isKnown());
    QCOMPARE(m_world->hubClock->nowMs(), m_world->clock.nowMs() - 1'000 + ahead);
}

void ScreenReporterTest::saysWhatItsClockShows()
{
    m_reporter->setGateOpen(true);
    m_world->advance(1'000);
    QVERIFY(!lastReport().clockOffsetMs); // it does not know yet
    QCOMPARE(lastReport().sentAtMs, m_world->clock.nowMs());
    m_world->hubClock->observe(m_world->clock.nowMs() - 60'000, 1);
    m_world->advance(screens::reportMs);
    QCOMPARE(lastReport().clockOffsetMs, std::optional<qint64>(60'000));
}

void ScreenReporterTest::isQuietWhereNobodyListens_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("an owner's token is no screen's") << 403;
    QTest::newRow("an older hub") << 404;
    QTest::newRow("something else") << 405;
}

void ScreenReporterTest::isQuietWhereNobodyListens()
{
    QFETCH(int, status);
    m_world->transport.queued = {answered(status)};
    m_reporter->setGateOpen(true);
    m_world->advance(1'000);
    QCOMPARE(sent(), std::size_t(1));
    m_reporter->setGateOpen(false);
    m_reporter->setGateOpen(true);
    m_world->advance(600'000);
    QCOMPARE(sent(), std::size_t(1));
    m_reporter->restart(); // other credentials
    m_world->advance(1'000);
    QCOMPARE(sent(), std::size_t(2));
    m_world->advance(screens::reportMs);
    QCOMPARE(sent(), std::size_t(3));
}

void ScreenReporterTest::knowsWhoItIs()
{
    QCOMPARE(m_reporter->terminalId(), 0);
    m_reporter->setGateOpen(true);
    m_world->advance(1'000);
    QCOMPARE(m_reporter->terminalId(), 7);
    m_reporter->restart();
    QCOMPARE(m_reporter->terminalId(), 0);
}

QTEST_GUILESS_MAIN(ScreenReporterTest)
#include "screenreportertest.moc"
