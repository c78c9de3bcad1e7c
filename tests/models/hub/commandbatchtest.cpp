// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/commandbatch.h"
#include "models/hub/orderservice.h"
#include "tests/support/fakeclock.h"
#include "tests/support/hubfixture.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// What commands of one batch see and leave of each other: prices that are kept, and refusals after a write.
class CommandBatchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aPriceThatWasKeptIsTheNewOneAfterItChanged();
    void aPriceThatWasTakenBackIsNotKept();
    void aPriceOfABatchThatWasAbandonedIsNotKept();
    void aLateRefusalIsTakenBackAlone();
    void aLateRefusalIsStoredUnderItsKey();
    void anEarlyRefusalRunsOnce();

private:
    WriteCommand command(std::function<Result<WriteOutcome>(WriteContext &)> run) const
    {
        WriteCommand made;
        made.principal = m_business.owner();
        made.requestId = QStringLiteral("r");
        made.run = std::move(run);
        return made;
    }
    BatchOutcome executed(std::vector<WriteCommand> commands) { return m_batch->execute(&commands); }
    /// Two soups.
    WriteCommand order() const
    {
        return command([request = pickup({line(m_business.item(u"Soup"), 2000)})](WriteContext &context) {
            return orderwrites::create(context, request);
        });
    }
    static Result<void> setPrice(WriteContext &context, qint64 itemId, qint64 minor)
    {
        return context.database.run(QStringLiteral("UPDATE items SET price = ? WHERE item_id = ?"), {minor, itemId});
    }
    static Error refusal() { return Error{ErrorCode::OrderStatusChanged, QStringLiteral("refused late"), {}}; }
    static qint64 total(const Result<WriteOutcome> &outcome)
    {
        return outcome && outcome->order ? outcome->order->cost.totalMinor : -1;
    }
    qint64 orders() { return m_hub->number(QStringLiteral("SELECT count(*) FROM orders")); }

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
    FakeClock m_clock;
    std::unique_ptr<CommandBatch> m_batch;
};

void CommandBatchTest::init()
{
    m_batch.reset();
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Hearth"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
    m_batch = std::make_unique<CommandBatch>(m_hub->database(), m_clock, m_hub->epoch, nullptr);
}

void CommandBatchTest::aPriceThatWasKeptIsTheNewOneAfterItChanged()
{
    const qint64 soup = m_business.item(u"Soup");
    const BatchOutcome before = executed({order()});
    QCOMPARE(total(before.results.at(0)), 2590);
    const BatchOutcome after = executed({command([soup](WriteContext &context) -> Result<WriteOutcome> {
                                             if (const auto set = setPrice(context, soup, 1000); !set)
                                                 return set.error();
                                             return WriteOutcome{};
                                         }),
                                         order()});
    QCOMPARE(total(after.results.at(1)), 2000);
    QCOMPARE(total(executed({order()}).results.at(0)), 2000);
}

void CommandBatchTest::aPriceThatWasTakenBackIsNotKept()
{
    const qint64 soup = m_business.item(u"Soup");
    const BatchOutcome outcome =
        executed({order(), command([this, soup](WriteContext &context) -> Result<WriteOutcome> {
                      if (const auto set = setPrice(context, soup, 1); !set)
                          return set.error();
                      // Reads the price that is about to be taken back.
                      static_cast<void>(orderwrites::create(context, pickup({line(soup, 2000)})));
                      return refusal();
                  }),
                  order()});
    QCOMPARE(total(outcome.results.at(0)), 2590);
    QCOMPARE(outcome.results.at(1).error().code, ErrorCode::OrderStatusChanged);
    QCOMPARE(total(outcome.results.at(2)), 2590);
    QCOMPARE(orders(), 2);
}

void CommandBatchTest::aPriceOfABatchThatWasAbandonedIsNotKept()
{
    const qint64 soup = m_business.item(u"Soup");
    const BatchOutcome outcome = executed({command([this, soup](WriteContext &context) -> Result<WriteOutcome> {
        if (const auto set = setPrice(context, soup, 1); !set)
            return set.error();
        static_cast<void>(orderwrites::create(context, pickup({line(soup, 2000)})));
        // As an I/O error would: the transaction is gone.
        return context.database.run(QStringLiteral("ROLLBACK")) ? Result<WriteOutcome>(WriteOutcome{})
                                                                : Result<WriteOutcome>(refusal());
    })});
    QVERIFY(outcome.end != BatchOutcome::End::Committed);
    QCOMPARE(total(executed({order()}).results.at(0)), 2590);
}

void CommandBatchTest::aLateRefusalIsTakenBackAlone()
{
    int runs = 0;
    const BatchOutcome outcome =
        executed({order(), command([&runs, this](WriteContext &context) -> Result<WriteOutcome> {
                      ++runs;
                      static_cast<void>(orderwrites::create(context, pickup({line(m_business.item(u"Bread"))})));
                      return refusal();
                  }),
                  order()});
    QCOMPARE(outcome.end, BatchOutcome::End::Committed);
    QCOMPARE(outcome.results.size(), size_t(3));
    QCOMPARE(total(outcome.results.at(0)), 2590);
    QCOMPARE(outcome.results.at(1).error(), refusal());
    QCOMPARE(total(outcome.results.at(2)), 2590);
    QCOMPARE(runs, 2);
    QCOMPARE(orders(), 2);
    // Numbers and journal go on without a gap, as if it had never been.
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM journal WHERE type = 'order.created'")), 2);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT max(last) FROM order_numbers")), 2);
    QCOMPARE(outcome.journalHeads.at(m_business.id),
             m_hub->number(QStringLiteral("SELECT max(seq) FROM journal WHERE business_id = ?"), {m_business.id}));
}

void CommandBatchTest::aLateRefusalIsStoredUnderItsKey()
{
    int runs = 0;
    WriteCommand late = command([&runs, this](WriteContext &context) -> Result<WriteOutcome> {
        ++runs;
        static_cast<void>(orderwrites::create(context, pickup({line(m_business.item(u"Bread"))})));
        return refusal();
    });
    late.idempotency = IdempotencyClaim{QStringLiteral("POST /t"), QStringLiteral("k"), QByteArray(32, 'h')};
    QCOMPARE(executed({late}).results.at(0).error().code, ErrorCode::OrderStatusChanged);
    QCOMPARE(runs, 2);
    QCOMPARE(executed({late}).results.at(0).error().code, ErrorCode::OrderStatusChanged);
    QCOMPARE(runs, 2); // answered from the key
    QCOMPARE(orders(), 0);
}

void CommandBatchTest::anEarlyRefusalRunsOnce()
{
    int runs = 0;
    const BatchOutcome outcome = executed({order(), command([&runs](WriteContext &) -> Result<WriteOutcome> {
                                               ++runs;
                                               return refusal();
                                           }),
                                           order()});
    QCOMPARE(outcome.results.at(1).error(), refusal());
    QCOMPARE(runs, 1);
    QCOMPARE(orders(), 2);
}

QTEST_APPLESS_MAIN(CommandBatchTest)
#include "commandbatchtest.moc"
