// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/terminal/terminalfixture.h"

#include <QSignalSpy>

using namespace oshaq;

class TerminalCacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reopenGivesTheSameState();
    void newerReplacesOlderAndNeverBack();
    void aPageMayComeTwice();
    void aDeletedOrderLeaves();
    void rowsAndCursorMoveTogether();
    void pageOfAnotherEpochIsRefused();
    void aRowThatDoesNotFitItsChangeIsRefused();
    void catalogFollowsTheFeed();
    void feedMakesNoOutboxRow();
    void snapshotOfTheSameEpochKeepsWhatIsNewer();
    void snapshotOfAnotherEpochReplacesAll();
    void whatASnapshotLeavesOutIsKnown();
    void anOlderCopyUnderTheSameEpochReplacesAll();
    void closedOrdersLeaveAfterTwoDays();
    void knownAtIsKept();
    void oneSignalForAPage();
};

void TerminalCacheTest::reopenGivesTheSameState()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    Order order = testOrder(1, fixture.clock.nowMs());
    order.fulfilment = Fulfilment::Delivery;
    order.table = QStringLiteral("7");
    order.covers = 4;
    order.note = QStringLiteral("қоңырау шалмаңыз");
    order.allergy = QStringLiteral("nuts");
    order.userId = 99;
    order.guestPhone = QStringLiteral("+77010000000");
    order.addressId = 5;
    order.address = QStringLiteral("Абай 10");
    order.promisedAtMs = order.placedAtMs + 1'800'000;
    order.cancelReason = QStringLiteral("none");
    order.cost.deliveryMinor = 50000;
    order.cost.totalMinor += 50000;
    order.version = 17;
    order.lines[0].quantity = 1500;
    order.lines[0].status = LineStatus::Done;
    order.lines[0].course = 2;
    order.lines[0].prepSeconds = 120;
    order.lines[0].note = QStringLiteral("no salt; \"hot\"");
    order.lines[0].options = {{51, QStringLiteral("Rare"), 0}, {52, QStringLiteral("Соус"), 999'999'999'999'999}};
    order.lines[1].stationId.reset();
    fixture.hub.put(order);
    fixture.hub.put(testOrder(2, fixture.clock.nowMs() + 1));
    VERIFY_OK(fixture.snapshot());
    VERIFY_OK(fixture.open());

    const OrderCache &cache = fixture.terminal->cache();
    QVERIFY(fixture.equalsHub());
    QCOMPARE(*cache.find(1), order);
    QCOMPARE(cache.cursor(), fixture.hub.cursor());
    QCOMPARE(cache.business(), testBusiness());
    QCOMPARE(cache.catalog().stations, testCatalog().stations);
    QCOMPARE(cache.catalog().categories, testCatalog().categories);
    QCOMPARE(cache.catalog().items, testCatalog().items);
}

void TerminalCacheTest::newerReplacesOlderAndNeverBack()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    Order order = testOrder(1, fixture.clock.nowMs());
    order.version = 5;
    fixture.hub.put(order);
    VERIFY_OK(fixture.snapshot());

    Order older = order;
    older.version = 4;
    older.note = QStringLiteral("older");
    Order same = order;
    same.note = QStringLiteral("same version");
    FeedChange change;
    change.change = {2, EntityKind::Order, 1, 4, false, 0, {}};
    change.order = older;
    VERIFY_OK(fixture.terminal->cache().applyChanges({change}, {QStringLiteral("e1"), 2}));
    QCOMPARE(*fixture.terminal->cache().find(1), order);
    change.order = same;
    VERIFY_OK(fixture.terminal->cache().applyChanges({change}, {QStringLiteral("e1"), 3}));
    QCOMPARE(*fixture.terminal->cache().find(1), order);
    VERIFY_OK(fixture.terminal->cache().foldAnswer(older));
    QCOMPARE(*fixture.terminal->cache().find(1), order);

    Order newer = order;
    newer.version = 6;
    newer.lines.pop_back();
    VERIFY_OK(fixture.terminal->cache().foldAnswer(newer));
    QCOMPARE(*fixture.terminal->cache().find(1), newer);
    QCOMPARE(fixture.terminal->cache().cursor().seq, 3); // an answer is not the feed
    VERIFY_OK(fixture.open());
    QCOMPARE(*fixture.terminal->cache().find(1), newer);
}

void TerminalCacheTest::aPageMayComeTwice()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.snapshot());
    fixture.hub.put(testOrder(1, fixture.clock.nowMs()));
    const FeedPage first = fixture.hub.page(fixture.terminal->cache().cursor());
    VERIFY_OK(fixture.terminal->cache().applyPage(first));
    Order newer = testOrder(1, fixture.clock.nowMs());
    newer.version = 2;
    fixture.hub.put(newer);
    VERIFY_OK(fixture.follow());
    QSignalSpy changed(&fixture.terminal->cache(), &OrderCache::ordersChanged);
    VERIFY_OK(fixture.terminal->cache().applyPage(first));
    QCOMPARE(changed.count(), 0);
    QCOMPARE(fixture.terminal->cache().find(1)->version, 2);
    QCOMPARE(fixture.terminal->cache().cursor(), fixture.hub.cursor()); // it did not move back
}

void TerminalCacheTest::aDeletedOrderLeaves()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    fixture.hub.put(testOrder(1, fixture.clock.nowMs()));
    fixture.hub.put(testOrder(2, fixture.clock.nowMs()));
    VERIFY_OK(fixture.snapshot());
    fixture.hub.remove(1);
    VERIFY_OK(fixture.follow());
    QVERIFY(!fixture.terminal->cache().find(1));
    QCOMPARE(fixture.ticketIds(), Ids{2});
    VERIFY_OK(fixture.open());
    QVERIFY(fixture.equalsHub());
}

void TerminalCacheTest::rowsAndCursorMoveTogether()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.snapshot());
    const Cursor before = fixture.terminal->cache().cursor();
    fixture.hub.put(testOrder(1, fixture.clock.nowMs()));
    fixture.hub.put(testOrder(2, fixture.clock.nowMs()));
    QSignalSpy changed(&fixture.terminal->cache(), &OrderCache::ordersChanged);

    // A trigger that fails at the cursor, after the rows were written, stands for a disk that fills up in between.
    sql::Database &connection = fixture.terminal->database().connection();
    VERIFY_OK(connection.run(QStringLiteral("CREATE TEMP TRIGGER full BEFORE UPDATE ON meta WHEN new.key = 'cursor' "
                                            "BEGIN SELECT RAISE(ABORT, 'disk full'); END")));
    VERIFY_REFUSED(fixture.follow(), ErrorCode::StorageUnavailable);
    QCOMPARE(fixture.terminal->cache().cursor(), before);
    QVERIFY(fixture.terminal->cache().orders().empty());
    QCOMPARE(changed.count(), 0);
    QVERIFY(connection.isAutocommit());
    VERIFY_OK(connection.run(QStringLiteral("DROP TRIGGER full")));

    // And one that fails at a row.
    VERIFY_OK(
        connection.run(QStringLiteral("CREATE TEMP TRIGGER full BEFORE INSERT ON order_lines WHEN new.order_id = 2 "
                                      "BEGIN SELECT RAISE(ABORT, 'disk full'); END")));
    VERIFY_REFUSED(fixture.follow(), ErrorCode::StorageUnavailable);
    VERIFY_OK(connection.run(QStringLiteral("DROP TRIGGER full")));
    VERIFY_OK(fixture.open());
    QCOMPARE(fixture.terminal->cache().cursor(), before);
    QVERIFY(fixture.terminal->cache().orders().empty());

    VERIFY_OK(fixture.follow());
    QVERIFY(fixture.equalsHub());
    QCOMPARE(fixture.terminal->cache().cursor(), fixture.hub.cursor());
}

void TerminalCacheTest::pageOfAnotherEpochIsRefused()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_REFUSED(fixture.terminal->cache().applyChanges({}, {QStringLiteral("e1"), 1}), ErrorCode::CursorGone);
    VERIFY_OK(fixture.snapshot());
    fixture.hub.epoch = QStringLiteral("e2");
    fixture.hub.put(testOrder(1, fixture.clock.nowMs()));
    VERIFY_REFUSED(fixture.follow(), ErrorCode::CursorGone);
    QVERIFY(fixture.terminal->cache().orders().empty());
}

void TerminalCacheTest::aRowThatDoesNotFitItsChangeIsRefused()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.snapshot());
    FeedChange change;
    change.change = {1, EntityKind::Order, 1, 1, false, 0, {}};
    change.order = testOrder(2, fixture.clock.nowMs());
    VERIFY_REFUSED(fixture.terminal->cache().applyChanges({change}, {QStringLiteral("e1"), 1}),
                   ErrorCode::ValidationFailed);
    QCOMPARE(fixture.terminal->cache().cursor().seq, 0);
}

void TerminalCacheTest::catalogFollowsTheFeed()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.snapshot());
    QSignalSpy stations(&fixture.kitchen(), &KitchenPort::stationsChanged);

    FeedChange bar;
    bar.change = {1, EntityKind::Station, 3, 1, false, 0, {}};
    bar.station = Station{3, QStringLiteral("Bar"), 0, 100, 200, 1};
    FeedChange gone;
    gone.change = {2, EntityKind::Station, coldId, 2, true, 0, {}};
    FeedChange steak;
    steak.change = {3, EntityKind::Item, 11, 2, false, 0, {}};
    steak.item = testCatalog().items[0];
    steak.item->available = false;
    steak.item->version = 2;
    FeedChange stale = steak;
    stale.item->version = 1;
    stale.item->name = QStringLiteral("stale");
    FeedChange name;
    name.change = {5, EntityKind::Business, 1, 2, false, 0, {}};
    name.business = testBusiness();
    name.business->name = QStringLiteral("Renamed");
    name.business->version = 2;
    VERIFY_OK(fixture.terminal->cache().applyChanges({bar, gone, steak, stale, name}, {QStringLiteral("e1"), 5}));
    QCOMPARE(stations.count(), 1);

    for (int round = 0; round < 2; ++round) {
        const OrderCache &cache = fixture.terminal->cache();
        QCOMPARE(cache.stations().size(), std::size_t(2));
        QCOMPARE(cache.stations()[0].name, QStringLiteral("Bar")); // position 0 comes first
        QCOMPARE(cache.stations()[1].id, grillId);
        QCOMPARE(cache.catalog().findItem(11)->available, false);
        QCOMPARE(cache.catalog().findItem(11)->name, QStringLiteral("Steak"));
        QCOMPARE(cache.business().name, QStringLiteral("Renamed"));
        QCOMPARE(cache.cursor().seq, 5);
        VERIFY_OK(fixture.open());
    }
}

void TerminalCacheTest::feedMakesNoOutboxRow()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    fixture.hub.put(testOrder(1, fixture.clock.nowMs()));
    VERIFY_OK(fixture.snapshot());
    VERIFY_OK(fixture.hub.act(1, lineCommand(LineAction::Done, {101, 102}), Role::Kitchen));
    VERIFY_OK(fixture.hub.act(1, cancelCommand(), Role::Manager));
    QSignalSpy ready(&fixture.terminal->outbox(), &Outbox::readyToSend);
    VERIFY_OK(fixture.follow());
    QCOMPARE(fixture.visible(1).status, OrderStatus::Cancelled);
    auto rows = fixture.terminal->database().connection().query(QStringLiteral("SELECT count(*) FROM outbox"));
    VERIFY_OK(rows);
    QVERIFY(rows->next());
    QCOMPARE(rows->integer(0), 0);
    QCOMPARE(ready.count(), 0);
}

void TerminalCacheTest::snapshotOfTheSameEpochKeepsWhatIsNewer()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    fixture.hub.put(testOrder(1, fixture.clock.nowMs()));
    fixture.hub.put(testOrder(2, fixture.clock.nowMs()));
    Order closed = testOrder(3, fixture.clock.nowMs());
    closed.status = OrderStatus::Completed;
    fixture.hub.put(closed);
    VERIFY_OK(fixture.snapshot());
    const Snapshot early = fixture.hub.snapshot();

    Order answered = testOrder(1, fixture.clock.nowMs());
    answered.version = 2;
    answered.note = QStringLiteral("answered after the snapshot was read");
    VERIFY_OK(fixture.terminal->cache().foldAnswer(answered));
    fixture.clock.advance(3 * 3'600'000); // order 3 is too old for a snapshot now, order 2 was deleted meanwhile
    Snapshot late = early;
    std::erase_if(late.orders, [](const Order &order) { return order.id != 1; });
    late.cursor.seq += 10;
    VERIFY_OK(fixture.terminal->cache().applySnapshot(late));
    QCOMPARE(fixture.terminal->cache().find(1)->version, 2);
    QVERIFY(!fixture.terminal->cache().find(2));
    QVERIFY(fixture.terminal->cache().find(3));
    QCOMPARE(fixture.terminal->cache().cursor(), late.cursor);
}

void TerminalCacheTest::snapshotOfAnotherEpochReplacesAll()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    Order order = testOrder(1, fixture.clock.nowMs());
    order.version = 9;
    fixture.hub.put(order);
    Order closed = testOrder(3, fixture.clock.nowMs());
    closed.status = OrderStatus::Completed;
    fixture.hub.put(closed);
    VERIFY_OK(fixture.snapshot());

    FakeHub copy(fixture.clock);
    copy.epoch = QStringLiteral("e2");
    Order older = order;
    older.version = 4;
    copy.put(older);
    QSignalSpy epoch(&fixture.terminal->cache(), &OrderCache::epochChanged);
    VERIFY_OK(fixture.terminal->cache().applySnapshot(copy.snapshot()));
    QCOMPARE(epoch.count(), 1);
    QCOMPARE(*fixture.terminal->cache().find(1), older);
    QVERIFY(!fixture.terminal->cache().find(3));
    VERIFY_OK(fixture.open());
    QCOMPARE(*fixture.terminal->cache().find(1), older);
    QCOMPARE(fixture.terminal->cache().cursor().epoch, QStringLiteral("e2"));
}

void TerminalCacheTest::whatASnapshotLeavesOutIsKnown()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.snapshot());
    QCOMPARE(fixture.terminal->cache().leftOut(), 0);
    Snapshot full = fixture.hub.snapshot();
    full.ordersLeftOut = 7;
    VERIFY_OK(fixture.terminal->cache().applySnapshot(full));
    QCOMPARE(fixture.terminal->cache().leftOut(), 7);
    VERIFY_OK(fixture.open()); // also before the hub is heard of
    QCOMPARE(fixture.terminal->cache().leftOut(), 7);
    VERIFY_OK(fixture.snapshot());
    QCOMPARE(fixture.terminal->cache().leftOut(), 0);
}

void TerminalCacheTest::anOlderCopyUnderTheSameEpochReplacesAll()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    fixture.hub.put(testOrder(1, fixture.clock.nowMs(), {grillId}));
    VERIFY_OK(fixture.snapshot());
    const FakeHub copy = fixture.hub; // the file as somebody kept it
    VERIFY_OK(fixture.kitchen().bump(1));
    QVERIFY(fixture.deliver());
    VERIFY_OK(fixture.follow());

    QSignalSpy epoch(&fixture.terminal->cache(), &OrderCache::epochChanged);
    fixture.hub.orders = copy.orders;
    fixture.hub.journal = copy.journal;
    fixture.hub.outcomes.clear();
    VERIFY_OK(fixture.snapshot());
    QCOMPARE(epoch.count(), 1);
    QCOMPARE(*fixture.terminal->cache().find(1), copy.orders.at(1)); // not our newer version of another past
    QCOMPARE(fixture.terminal->outbox().pendingCount(), 1);
    QVERIFY(fixture.deliver());
    QCOMPARE(fixture.hub.orders.at(1).status, OrderStatus::Ready);
    VERIFY_OK(fixture.follow());
    QVERIFY(fixture.equalsHub());
}

void TerminalCacheTest::closedOrdersLeaveAfterTwoDays()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    const qint64 start = fixture.clock.nowMs();
    Order done = testOrder(1, start);
    done.status = OrderStatus::Completed;
    Order cancelled = testOrder(2, start);
    cancelled.status = OrderStatus::Cancelled;
    Order later = done;
    later.id = 4;
    later.uuid = testOrder(4, start).uuid;
    later.statusAtMs = start + 1;
    for (const Order &order : {done, cancelled, testOrder(3, start), later})
        fixture.hub.put(order);
    VERIFY_OK(fixture.snapshot());

    fixture.clock.advance(OrderCache::closedRetentionMs);
    fixture.terminal->tidy();
    QCOMPARE(fixture.terminal->cache().orders().size(), std::size_t(4)); // to the millisecond not yet
    fixture.clock.advance(1);
    fixture.terminal->tidy();
    QVERIFY(!fixture.terminal->cache().find(1));
    QVERIFY(!fixture.terminal->cache().find(2));
    QVERIFY(fixture.terminal->cache().find(3)); // open orders stay, however old
    QVERIFY(fixture.terminal->cache().find(4));
    auto lines = fixture.terminal->database().connection().query(QStringLiteral("SELECT count(*) FROM order_lines"));
    VERIFY_OK(lines);
    QVERIFY(lines->next());
    QCOMPARE(lines->integer(0), 4);
    lines->finish();

    // With a command that the hub has not answered the order stays until it has.
    VERIFY_OK(
        fixture.terminal->outbox().add(*fixture.terminal->cache().find(4), {lineCommand(LineAction::Done, {401})}));
    fixture.clock.advance(10);
    fixture.terminal->tidy();
    QVERIFY(fixture.terminal->cache().find(4));
}

void TerminalCacheTest::knownAtIsKept()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    QCOMPARE(fixture.terminal->cache().knownAtMs(), 0);
    fixture.terminal->cache().setKnownAtMs(1'000'000);
    fixture.terminal->cache().setKnownAtMs(1'000'500); // too soon to be written again
    fixture.terminal->cache().setKnownAtMs(900'000);   // knowledge does not get older
    QCOMPARE(fixture.terminal->cache().knownAtMs(), 1'000'500);
    VERIFY_OK(fixture.open());
    QCOMPARE(fixture.terminal->cache().knownAtMs(), 1'000'000);
    QCOMPARE(fixture.terminal->link().facts().knownAtMs, 1'000'000);
}

void TerminalCacheTest::oneSignalForAPage()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.snapshot());
    for (int version = 1; version <= 4; ++version) {
        Order order = testOrder(1, fixture.clock.nowMs());
        order.version = version;
        fixture.hub.put(order);
        order = testOrder(2, fixture.clock.nowMs());
        order.version = version;
        fixture.hub.put(order);
    }
    QSignalSpy changed(&fixture.terminal->cache(), &OrderCache::ordersChanged);
    VERIFY_OK(fixture.follow());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].value<std::vector<qint64>>(), (Ids{1, 2}));
    QVERIFY(fixture.equalsHub());
}

QTEST_GUILESS_MAIN(TerminalCacheTest)
#include "terminalcachetest.moc"
