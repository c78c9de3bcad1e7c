// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/orderservice.h"
#include "models/hub/paintedservice.h"
#include "tests/support/hubfixture.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// Acknowledgements of what the kitchen has really seen.
class PaintedTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theFirstCounts();
    void everyTerminalAndStationHasItsOwn();
    void countedIsAnotherState();
    void unknownOrdersAreSkipped();
    void aClockSetBackIsZero();
    void nothingElseChanges();

private:
    std::vector<qint64> acknowledge(const Principal &who, const std::vector<PaintedAck> &acks, qint64 afterMs)
    {
        const auto outcome = m_hub->run(who, [&](WriteContext &context) {
            return paintedwrites::acknowledge(context, acks, m_createdAt + afterMs);
        });
        if (!outcome) {
            QTest::qFail(qPrintable(outcome.error().message), __FILE__, __LINE__);
            return {};
        }
        return outcome->values;
    }

    using Values = std::vector<qint64>;
    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
    Principal m_screen;
    qint64 m_order = 0;
    qint64 m_createdAt = 0;
};

void PaintedTest::init()
{
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
    m_screen = m_business.terminal(Role::Kitchen, 1);
    const auto placed = m_hub->run(m_business.owner(), [this](WriteContext &context) {
        return orderwrites::create(context, pickup({line(m_business.item(u"Soup"))}));
    });
    QVERIFY(placed);
    m_order = placed->entityId;
    m_createdAt = m_hub->nowMs;
}

void PaintedTest::theFirstCounts()
{
    QCOMPARE(acknowledge(m_screen, {{m_order, 0, false}}, 40), Values{40});
    QCOMPARE(acknowledge(m_screen, {{m_order, 0, false}}, 90), Values{-1});
    QCOMPARE(acknowledge(m_screen, {{m_order, 0, false}, {m_order, 0, false}}, 95), (Values{-1, -1}));
    QCOMPARE(m_hub->number(QStringLiteral("SELECT latency_ms FROM painted_acks")), 40);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT painted_at FROM painted_acks")), m_createdAt + 40);
}

void PaintedTest::everyTerminalAndStationHasItsOwn()
{
    const qint64 hot = m_business.station(u"Hot");
    QCOMPARE(acknowledge(m_screen, {{m_order, 0, false}, {m_order, hot, false}}, 10), (Values{10, 10}));
    QCOMPARE(acknowledge(m_business.terminal(Role::Kitchen, 2), {{m_order, hot, false}}, 20), Values{20});
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM painted_acks")), 3);
}

void PaintedTest::countedIsAnotherState()
{
    QCOMPARE(acknowledge(m_screen, {{m_order, 0, true}}, 10), Values{-1});
    QCOMPARE(m_hub->number(QStringLiteral(
                 "SELECT count(*) FROM painted_acks WHERE latency_ms IS NULL AND counted_at IS NOT NULL")),
             1);
    QCOMPARE(orderreads::stats(m_hub->database(), m_business.id, m_hub->nowMs)->paintedCount, 0);
    // It comes into view later: that is its first painting.
    QCOMPARE(acknowledge(m_screen, {{m_order, 0, false}}, 5000), Values{5000});
    QCOMPARE(acknowledge(m_screen, {{m_order, 0, true}}, 6000), Values{-1});
    QCOMPARE(m_hub->number(QStringLiteral("SELECT counted_at FROM painted_acks")), m_createdAt + 10);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT painted_at FROM painted_acks")), m_createdAt + 5000);
    QCOMPARE(orderreads::stats(m_hub->database(), m_business.id, m_hub->nowMs)->paintedMaxMs, 5000);
}

void PaintedTest::unknownOrdersAreSkipped()
{
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    QCOMPARE(acknowledge(other.terminal(Role::Kitchen), {{m_order, 0, false}}, 10), Values{-1});
    QCOMPARE(acknowledge(m_screen, {{99'999, 0, false}, {m_order, 0, false}}, 10), (Values{-1, 10}));
    QCOMPARE(acknowledge(m_screen, {}, 10), Values{});
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM painted_acks")), 1);
}

void PaintedTest::aClockSetBackIsZero()
{
    QCOMPARE(acknowledge(m_screen, {{m_order, 0, false}}, -3000), Values{0});
}

void PaintedTest::nothingElseChanges()
{
    const qint64 journal = m_hub->number(QStringLiteral("SELECT count(*) FROM journal"));
    QCOMPARE(acknowledge(m_screen, {{m_order, 0, false}}, 10), Values{10});
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM journal")), journal);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT version FROM orders WHERE order_id = ?"), {m_order}), 1);
}

QTEST_GUILESS_MAIN(PaintedTest)
#include "paintedtest.moc"
