// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/daykeeper.h"
#include "models/hub/accessservice.h"
#include "models/hub/analytics.h"
#include "models/hub/catalogservice.h"
#include "models/hub/orderservice.h"
#include "tests/support/hubfixture.h"
#include "writerfixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

namespace {

constexpr qint64 dayMs = 24 * 3'600'000;

} // namespace

/// The thread that keeps days, beside a real hub.
class DayKeeperTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_hub.reset(); }
    void keepsDaysThatAreOver();
    void keepsADayWhenItEnds();
    void keepsADayAgainThatWasWrittenTo();
    void goesOnAfterARestart();
    void stopsWhileTheWriterIsBusy();
    void everyBusinessHasItsDays();

private:
    void open()
    {
        HubOptions options;
        options.directory = m_directory->path();
        auto hub = Hub::open(options, m_clock);
        QVERIFY2(hub, hub ? "" : qPrintable(hub.error().message));
        m_hub = std::move(*hub);
    }
    Principal owner(qint64 businessId) const
    {
        Principal principal;
        principal.kind = Principal::Kind::Business;
        principal.role = Role::Owner;
        principal.businessId = businessId;
        principal.id = businessId;
        return principal;
    }
    qint64 run(qint64 businessId, std::function<Result<WriteOutcome>(WriteContext &)> command)
    {
        const auto done = m_hub->writer().submitAndWait(
            {owner(businessId), QStringLiteral("test"), std::nullopt, std::move(command), {}});
        if (!done)
            QTest::qFail(qPrintable(done.error().message), __FILE__, __LINE__);
        return done ? done->entityId : 0;
    }
    qint64 makeBusiness()
    {
        Business business;
        business.name = QStringLiteral("Oshaq");
        const qint64 id =
            run(1, [business](WriteContext &context) { return accesswrites::createBusiness(context, business); });
        MenuImportItem item;
        item.category = QStringLiteral("Food");
        item.name = QStringLiteral("Soup");
        item.priceMinor = 1295;
        run(id, [item](WriteContext &context) { return catalogwrites::importMenu(context, {item}); });
        return id;
    }
    qint64 place(qint64 businessId = 1)
    {
        const qint64 item = number(QStringLiteral("SELECT item_id FROM items WHERE business_id = %1").arg(businessId));
        return run(businessId,
                   [item](WriteContext &context) { return orderwrites::create(context, pickup({line(item)})); });
    }
    qint64 number(const QString &sql)
    {
        auto reader = m_hub->openReader();
        auto row = (*reader)->query(sql);
        return row && row->next() ? row->integer(0) : -1;
    }
    qint64 kept(qint64 businessId = 1)
    {
        return number(QStringLiteral("SELECT count(*) FROM kept_days WHERE figures IS NOT NULL AND business_id = %1")
                          .arg(businessId));
    }
    /// An order on each of so many days, the last of which is today.
    void trade(int days)
    {
        for (int day = 0; day < days; ++day) {
            if (day > 0)
                m_clock.advance(dayMs);
            place();
        }
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    FakeClock m_clock;
    std::unique_ptr<Hub> m_hub;
};

void DayKeeperTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    open();
    QCOMPARE(makeBusiness(), 1);
}

void DayKeeperTest::keepsDaysThatAreOver()
{
    trade(20);
    m_clock.advance(3 * dayMs);
    place(); // two days without orders are kept too: nobody looks at them again
    DayKeeper keeper(*m_hub);
    keeper.waitUntilKept();
    QCOMPARE(kept(), 22);
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM kept_days WHERE end_ms > %1").arg(m_clock.nowMs())), 0);
}

void DayKeeperTest::keepsADayWhenItEnds()
{
    DayKeeper keeper(*m_hub);
    keeper.waitUntilKept();
    QCOMPARE(kept(), 0);
    place();
    keeper.waitUntilKept();
    QCOMPARE(kept(), 0);
    m_clock.advance(dayMs);
    keeper.waitUntilKept();
    QCOMPARE(kept(), 1);
}

void DayKeeperTest::keepsADayAgainThatWasWrittenTo()
{
    const qint64 order = place();
    m_clock.advance(dayMs);
    place();
    DayKeeper keeper(*m_hub);
    keeper.waitUntilKept();
    QCOMPARE(kept(), 1);
    run(1, [order](WriteContext &context) {
        OrderCommand command;
        command.to = OrderStatus::Cancelled;
        command.reason = QStringLiteral("test");
        return orderwrites::command(context, {order, {}}, command);
    });
    QCOMPARE(kept(), 0);
    keeper.waitUntilKept();
    QCOMPARE(kept(), 1);
    auto reader = m_hub->openReader();
    const auto period = analyticsreads::period(**reader, 1, {}, {}, m_clock.nowMs());
    const auto figures = analyticsreads::of(**reader, 1, *period);
    QVERIFY(figures);
    QCOMPARE(figures->total.cancelled, 1);
    QCOMPARE(figures->total.orders, 2);
}

void DayKeeperTest::goesOnAfterARestart()
{
    trade(12);
    {
        DayKeeper keeper(*m_hub);
        keeper.waitUntilKept();
    }
    QCOMPARE(kept(), 11);
    // As it is left when the program ends between claim and figures, and before the claim.
    run(1, [](WriteContext &context) -> Result<WriteOutcome> {
        for (const char *sql : {"UPDATE kept_days SET figures = NULL, version = 0 WHERE kept_day_id % 3 = 0",
                                "DELETE FROM kept_days WHERE kept_day_id % 3 = 1"}) {
            if (const auto done = context.database.run(QString::fromLatin1(sql)); !done)
                return done.error();
        }
        return WriteOutcome();
    });
    m_hub.reset();
    open();
    QVERIFY(kept() > 0);
    QVERIFY(kept() < 11);
    DayKeeper keeper(*m_hub);
    keeper.waitUntilKept();
    QCOMPARE(kept(), 11);
}

void DayKeeperTest::stopsWhileTheWriterIsBusy()
{
    trade(3);
    Gate gate;
    m_hub->writer().submit({owner(1),
                            QStringLiteral("test"),
                            std::nullopt,
                            [&gate](WriteContext &) -> Result<WriteOutcome> {
                                gate.pass();
                                return WriteOutcome();
                            },
                            {}});
    gate.waitUntilReached();
    {
        DayKeeper keeper(*m_hub); // its claim waits behind the gate, and its end does not
    }
    QCOMPARE(kept(), 0);
    gate.open();
    DayKeeper keeper(*m_hub);
    keeper.waitUntilKept();
    QCOMPARE(kept(), 2);
}

void DayKeeperTest::everyBusinessHasItsDays()
{
    const qint64 other = makeBusiness();
    QCOMPARE(other, 2);
    place(1);
    place(2);
    m_clock.advance(dayMs);
    place(2);
    DayKeeper keeper(*m_hub);
    keeper.waitUntilKept();
    QCOMPARE(kept(1), 1);
    QCOMPARE(kept(2), 1);
}

QTEST_GUILESS_MAIN(DayKeeperTest)
#include "daykeepertest.moc"
