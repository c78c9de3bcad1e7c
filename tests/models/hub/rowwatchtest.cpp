// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/rowwatch.h"
#include "models/hub/orderservice.h"
#include "tests/support/hubfixture.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// What a commit tells those who keep answers.
class RowWatchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsEveryTable();
    void tellsWhoseOrderChanged();
    void countsWhatNobodyNamedAsEverybodys();
    void countsUnknownTablesAsEverything();
    void forgetsWhatItTold();
};

void RowWatchTest::knowsEveryTable()
{
    HubFixture hub;
    QVERIFY2(hub.open(), qPrintable(hub.problem()));
    auto tables = hub.database().query(
        QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"));
    QVERIFY(tables);
    int count = 0;
    while (tables->next()) {
        QVERIFY2(RowWatch::knows(tables->text(0).toLatin1()), qPrintable(tables->text(0)));
        ++count;
    }
    QVERIFY(count >= 15);
}

void RowWatchTest::tellsWhoseOrderChanged()
{
    HubFixture hub;
    QVERIFY2(hub.open(), qPrintable(hub.problem()));
    RowWatch watch(hub.database());
    QVERIFY(!watch.take().any());

    auto order = std::make_shared<Order>();
    order->id = 7;
    order->userId = 42;
    WriteOutcome outcome;
    outcome.order = order;
    QVERIFY(hub.database().run(QStringLiteral("PRAGMA foreign_keys = OFF")));
    QVERIFY(hub.database().run(QStringLiteral(
        "INSERT INTO orders (order_id, order_uuid, user_id, business_id, number, business_day, fulfilment, placed_at,"
        " status, status_at, created_at, updated_at) VALUES (7, '01a20b81-8c3a-7ff9-97de-5b5a349b1169', 42, 1, 'A-1',"
        " '2026-01-15', 'pickup', 1, 1, 1, 1, 1)")));
    watch.name(outcome);
    const TouchedRows touched = watch.take();
    QVERIFY(touched.orders && !touched.catalog && !touched.access && !touched.allGuests);
    QCOMPARE(touched.guests, std::set<qint64>{42});
}

void RowWatchTest::countsWhatNobodyNamedAsEverybodys()
{
    HubFixture hub;
    QVERIFY2(hub.open(), qPrintable(hub.problem()));
    QVERIFY(hub.database().run(QStringLiteral("PRAGMA foreign_keys = OFF")));
    RowWatch watch(hub.database());
    QVERIFY(hub.database().run(QStringLiteral(
        "INSERT INTO orders (order_id, order_uuid, user_id, business_id, number, business_day, fulfilment, placed_at,"
        " status, status_at, created_at, updated_at) VALUES (7, '01a20b81-8c3a-7ff9-97de-5b5a349b1169', 42, 1, 'A-1',"
        " '2026-01-15', 'pickup', 1, 1, 1, 1, 1)")));
    QVERIFY(watch.take().allGuests);
}

void RowWatchTest::countsUnknownTablesAsEverything()
{
    HubFixture hub;
    QVERIFY2(hub.open(), qPrintable(hub.problem()));
    RowWatch watch(hub.database());
    QVERIFY(hub.database().run(QStringLiteral("CREATE TABLE novelty (id INTEGER PRIMARY KEY)")));
    watch.take();
    QVERIFY(hub.database().run(QStringLiteral("INSERT INTO novelty VALUES (1)")));
    const TouchedRows touched = watch.take();
    QVERIFY(touched.catalog && touched.orders && touched.access && touched.allGuests);
}

void RowWatchTest::forgetsWhatItTold()
{
    HubFixture hub;
    QVERIFY2(hub.open(), qPrintable(hub.problem()));
    QVERIFY(hub.database().run(QStringLiteral("PRAGMA foreign_keys = OFF")));
    RowWatch watch(hub.database());
    QVERIFY(hub.database().run(
        QStringLiteral("INSERT INTO users (business_id, name, created_at, updated_at) VALUES (1, 'Guest', 1, 1)")));
    QVERIFY(watch.take().any());
    QVERIFY(!watch.take().any());
}

QTEST_GUILESS_MAIN(RowWatchTest)
#include "rowwatchtest.moc"
