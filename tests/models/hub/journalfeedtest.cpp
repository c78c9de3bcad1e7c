// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/accessservice.h"
#include "models/hub/feedservice.h"
#include "models/hub/orderservice.h"
#include "models/sql/transaction.h"
#include "tests/support/hubfixture.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

namespace {

constexpr qint64 hourMs = 60 * 60 * 1000;

} // namespace

/// The journal, its chain, and the feed and the snapshot that read it.
class JournalFeedTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pagesFollowTheJournal();
    void changesCarryTheCurrentRow();
    void everyKindIsJoined();
    void aDeletedRowIsADelete();
    void goneCursors();
    void cleanedUpJournalIsGone();
    void businessesHaveTheirOwnSeq();
    void headsAreReportedToTheWriter();
    void theChainHolds();
    void tamperingIsFound_data();
    void tamperingIsFound();
    void aMissingRowIsFound();
    void theJournalHoldsNothingPersonal();
    void theDigestFollowsTheOrder();
    void aSnapshotIsWhole();
    void aSnapshotLeavesTheOldestOut();
    void aSnapshotIsOfOneMoment();

private:
    std::optional<Order> place(const Principal &principal, const NewOrder &request)
    {
        const auto placed =
            m_hub->run(principal, [&](WriteContext &context) { return orderwrites::create(context, request); });
        return placed ? std::optional(*placed->order) : std::nullopt;
    }
    qint64 place()
    {
        const auto order = place(m_business.owner(), pickup({line(m_business.item(u"Soup"))}));
        return order ? order->id : 0;
    }
    bool move(qint64 orderId, OrderStatus to)
    {
        OrderCommand command;
        command.to = to;
        command.reason = QStringLiteral("Kuanysh said so");
        return m_hub
            ->run(m_business.owner(),
                  [&](WriteContext &context) {
                      return orderwrites::command(context, {orderId, {}}, command);
                  })
            .ok();
    }
    FeedPage changes(qint64 since, int limit)
    {
        auto page = feedreads::changes(m_hub->database(), m_business.id, {m_hub->epoch, since}, limit);
        if (!page) {
            QTest::qFail(qPrintable(page.error().message), __FILE__, __LINE__);
            return {};
        }
        return *page;
    }
    qint64 lastSeq() { return feedreads::cursor(m_hub->database(), m_business.id)->seq; }

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
};

void JournalFeedTest::init()
{
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
}

void JournalFeedTest::pagesFollowTheJournal()
{
    for (int i = 0; i < 5; ++i)
        QVERIFY(place() != 0);
    const qint64 last = lastSeq();
    QVERIFY(last > 5);
    qint64 since = 0;
    int pages = 0;
    bool more = true;
    while (more && pages < 100) {
        const FeedPage page = changes(since, 3);
        QCOMPARE(page.cursor.epoch, m_hub->epoch);
        for (const FeedChange &change : page.changes)
            QCOMPARE(change.change.seq, ++since);
        QCOMPARE(page.cursor.seq, since);
        QCOMPARE(page.more, since < last);
        more = page.more;
        ++pages;
    }
    QCOMPARE(since, last);
    QCOMPARE(pages, int((last + 2) / 3));
    const FeedPage end = changes(last, 3);
    QVERIFY(end.changes.empty());
    QVERIFY(!end.more);
    QCOMPARE(end.cursor.seq, last);
}

void JournalFeedTest::changesCarryTheCurrentRow()
{
    const qint64 before = lastSeq();
    const qint64 order = place();
    QVERIFY(move(order, OrderStatus::Preparing));
    const FeedPage page = changes(before, 100);
    QCOMPARE(page.changes.size(), std::size_t(3));
    QCOMPARE(page.changes[0].change.type, QStringLiteral("order.created"));
    QCOMPARE(page.changes[0].change.version, 1);
    const Order current = *orderreads::one(m_hub->database(), m_business.id, {order, {}});
    for (const FeedChange &change : page.changes) {
        QCOMPARE(change.change.entity, EntityKind::Order);
        QCOMPARE(change.change.id, order);
        QVERIFY(!change.change.deleted);
        QVERIFY(change.order && *change.order == current);
    }
    QCOMPARE(page.changes[2].change.version, 2);
    QCOMPARE(page.changes[2].change.atMs, m_hub->nowMs);
}

void JournalFeedTest::everyKindIsJoined()
{
    QVERIFY(m_hub->run(m_business.owner(), [this](WriteContext &context) {
        return accesswrites::createTerminal(context, m_business.id, QStringLiteral("Screen"), Role::Kitchen,
                                            std::nullopt);
    }));
    QVERIFY(place() != 0);
    int kinds[6] = {};
    for (const FeedChange &change : changes(0, 500).changes) {
        QVERIFY(!change.change.deleted);
        QVERIFY(int(change.change.entity) < int(std::size(kinds)));
        ++kinds[int(change.change.entity)];
        switch (change.change.entity) {
        case EntityKind::Order:
            QVERIFY(change.order && change.order->id == change.change.id);
            break;
        case EntityKind::Item: {
            QVERIFY(change.item && change.item->id == change.change.id);
            const Item *stored = m_business.catalog.findItem(change.change.id);
            QVERIFY(stored);
            QVERIFY(change.item->optionGroups == stored->optionGroups);
            break;
        }
        case EntityKind::Category:
            QVERIFY(change.category && change.category->id == change.change.id);
            break;
        case EntityKind::Station:
            QVERIFY(change.station && change.station->id == change.change.id);
            break;
        case EntityKind::Business:
            QVERIFY(change.business && change.business->name == QLatin1String("Oshaq"));
            break;
        case EntityKind::Terminal:
            break;
        default:
            QFAIL("an entity that this test did not make");
        }
    }
    for (const int count : kinds)
        QVERIFY(count > 0);
}

void JournalFeedTest::aDeletedRowIsADelete()
{
    QVERIFY(m_hub->execute(QStringLiteral("UPDATE items SET deleted_at = 1 WHERE item_id = ?"),
                           {m_business.item(u"Bread")}));
    int deleted = 0;
    for (const FeedChange &change : changes(0, 500).changes) {
        if (change.change.entity == EntityKind::Item && change.change.id == m_business.item(u"Bread")) {
            QVERIFY(change.change.deleted);
            QVERIFY(!change.item);
            ++deleted;
        } else {
            QVERIFY(!change.change.deleted);
        }
    }
    QCOMPARE(deleted, 1);
}

void JournalFeedTest::goneCursors()
{
    const auto gone = [this](const Cursor &since) {
        const auto page = feedreads::changes(m_hub->database(), m_business.id, since, 10);
        return !page && page.error().code == ErrorCode::CursorGone;
    };
    QVERIFY(!gone({m_hub->epoch, 0}));
    QVERIFY(!gone({m_hub->epoch, lastSeq()}));
    QVERIFY(gone({m_hub->epoch, lastSeq() + 1}));
    QVERIFY(gone({m_hub->epoch, -1}));
    QVERIFY(gone({QStringLiteral("OTHER"), 1}));
    QVERIFY(gone({QString(), 0}));
}

void JournalFeedTest::cleanedUpJournalIsGone()
{
    QVERIFY(place() != 0);
    QVERIFY(m_hub->execute(QStringLiteral("DELETE FROM journal WHERE business_id = ? AND seq <= 3"), {m_business.id}));
    QCOMPARE(feedreads::changes(m_hub->database(), m_business.id, {m_hub->epoch, 2}, 10).error().code,
             ErrorCode::CursorGone);
    QCOMPARE(changes(3, 10).changes.front().change.seq, 4);
}

void JournalFeedTest::businessesHaveTheirOwnSeq()
{
    const qint64 mine = lastSeq();
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    QCOMPARE(lastSeq(), mine);
    const auto page = feedreads::changes(m_hub->database(), other.id, {m_hub->epoch, 0}, 500);
    QVERIFY(page);
    QCOMPARE(page->changes.front().change.seq, 1);
    for (const FeedChange &change : page->changes) {
        if (change.business)
            QCOMPARE(change.business->id, other.id);
    }
    QVERIFY(feedreads::verifyChain(m_hub->database(), other.id));
    QVERIFY(feedreads::verifyChain(m_hub->database(), m_business.id));
}

void JournalFeedTest::headsAreReportedToTheWriter()
{
    const qint64 before = lastSeq();
    std::map<qint64, qint64> heads;
    QVERIFY(m_hub->run(m_business.owner(), [&](WriteContext &context) {
        auto outcome = orderwrites::create(context, pickup({line(m_business.item(u"Soup"))}));
        heads = context.journalHeads;
        return outcome;
    }));
    QCOMPARE(heads, (std::map<qint64, qint64>{{m_business.id, before + 1}}));
}

void JournalFeedTest::theChainHolds()
{
    for (int i = 0; i < 3; ++i)
        QVERIFY(move(place(), OrderStatus::Preparing));
    const auto rows = feedreads::verifyChain(m_hub->database(), m_business.id);
    QVERIFY2(rows, qPrintable(rows ? QString() : rows.error().message));
    QCOMPARE(*rows, lastSeq());
    QCOMPARE(*feedreads::verifyChain(m_hub->database(), 999), 0);
}

void JournalFeedTest::tamperingIsFound_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("payload") << "payload = replace(payload, '1295', '1294')";
    QTest::newRow("time") << "at = at + 1";
    QTest::newRow("actor") << "actor = 'terminal:9'";
    QTest::newRow("terminal") << "terminal_id = 9";
    QTest::newRow("request") << "request_id = ''";
    QTest::newRow("entity") << "entity_id = entity_id + 1";
    QTest::newRow("version") << "version = 7";
    QTest::newRow("type") << "type = 'order.status'";
    QTest::newRow("digest") << "digest = zeroblob(32)";
    QTest::newRow("epoch") << "epoch = 'X'";
    QTest::newRow("hash") << "hash = zeroblob(32)";
    QTest::newRow("previous") << "prev_hash = zeroblob(32)";
}

void JournalFeedTest::tamperingIsFound()
{
    QFETCH(QString, change);
    QVERIFY(place() != 0);
    const qint64 seq = lastSeq();
    QVERIFY(place() != 0);
    QVERIFY(feedreads::verifyChain(m_hub->database(), m_business.id));
    QVERIFY2(m_hub->execute(QStringLiteral("UPDATE journal SET %1 WHERE seq = ? AND business_id = ?").arg(change),
                            {seq, m_business.id}),
             qPrintable(m_hub->problem()));
    const auto checked = feedreads::verifyChain(m_hub->database(), m_business.id);
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, ErrorCode::Internal);
    QVERIFY2(checked.error().message.contains(QStringLiteral("seq %1.").arg(seq)), qPrintable(checked.error().message));
}

void JournalFeedTest::aMissingRowIsFound()
{
    const qint64 seq = lastSeq() - 1;
    QVERIFY(
        m_hub->execute(QStringLiteral("DELETE FROM journal WHERE seq = ? AND business_id = ?"), {seq, m_business.id}));
    const auto checked = feedreads::verifyChain(m_hub->database(), m_business.id);
    QVERIFY(!checked);
    QVERIFY(checked.error().message.contains(QStringLiteral("seq %1.").arg(seq)));
}

void JournalFeedTest::theJournalHoldsNothingPersonal()
{
    const QString name = QStringLiteral("Zhuldyz Nurlanova");
    const QString phone = QStringLiteral("+77017654321");
    const QString address = QStringLiteral("Abai avenue 150");
    const qint64 guest = m_hub->makeGuest(m_business, name, phone);
    const qint64 addressId = m_hub->makeAddress(m_business, guest, address);
    NewOrder request = pickup({line(m_business.item(u"Soup"))});
    request.fulfilment = Fulfilment::Delivery;
    request.addressId = addressId;
    request.note = QStringLiteral("for grandmother Raushan");
    request.allergy = QStringLiteral("penicillin");
    request.lines[0].note = QStringLiteral("ask Timur");
    const auto order = place(m_business.guest(guest), request);
    QVERIFY(order);
    NewOrder byPhone = pickup({line(m_business.item(u"Soup"))});
    byPhone.guestName = QStringLiteral("Bekzat");
    byPhone.guestPhone = QStringLiteral("+77029998877");
    QVERIFY(place(m_business.owner(), byPhone));
    QVERIFY(m_hub->run(m_business.owner(), [this](WriteContext &context) {
        return accesswrites::createTerminal(context, m_business.id, QStringLiteral("Saule's phone"), Role::Counter,
                                            std::nullopt);
    }));
    QVERIFY(move(order->id, OrderStatus::Cancelled)); // the reason names Kuanysh

    const QList<QByteArray> secrets{"Zhuldyz", "Nurlanova", "7017654321", "Abai",  "Raushan", "penicillin",
                                    "Timur",   "Bekzat",    "7029998877", "Saule", "Kuanysh"};
    auto rows = m_hub->database().query(QStringLiteral("SELECT CAST(epoch || actor || request_id || entity || type || "
                                                       "payload AS BLOB) || digest || prev_hash || hash FROM journal"));
    QVERIFY(rows);
    int scanned = 0;
    while (rows->next()) {
        const QByteArray bytes = rows->bytes(0);
        QVERIFY(bytes.size() > 96);
        for (const QByteArray &secret : secrets)
            QVERIFY2(!bytes.contains(secret), (secret + " in " + bytes).constData());
        ++scanned;
    }
    QVERIFY(scanned > 10);
    // The scan itself can find them: they are in the tables where they belong.
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM users WHERE name LIKE '%Zhuldyz%' OR name = 'Bekzat'")),
             2);
}

void JournalFeedTest::theDigestFollowsTheOrder()
{
    const qint64 order = place();
    QVERIFY(move(order, OrderStatus::Accepted));
    QCOMPARE(m_hub->number(
                 QStringLiteral("SELECT count(DISTINCT digest) FROM journal WHERE entity = 'order' AND entity_id = ?"),
                 {order}),
             2);
}

void JournalFeedTest::aSnapshotIsWhole()
{
    const qint64 longDone = place();
    const qint64 done = place();
    const qint64 open = place();
    for (const qint64 order : {longDone, done}) {
        QVERIFY(move(order, OrderStatus::Preparing));
        QVERIFY(move(order, OrderStatus::Ready));
    }
    QVERIFY(move(longDone, OrderStatus::Completed));
    m_hub->nowMs += hourMs;
    QVERIFY(move(done, OrderStatus::Completed));
    m_hub->nowMs += hourMs + 1;
    const auto snapshot = feedreads::snapshot(m_hub->database(), m_business.id, m_hub->nowMs);
    QVERIFY(snapshot);
    QVERIFY(snapshot->cursor == *feedreads::cursor(m_hub->database(), m_business.id));
    QCOMPARE(snapshot->business.name, QStringLiteral("Oshaq"));
    QCOMPARE(snapshot->catalog.items.size(), m_business.catalog.items.size());
    QCOMPARE(snapshot->orders.size(), std::size_t(2));
    QCOMPARE(snapshot->orders[0].id, done);
    QCOMPARE(snapshot->orders[1].id, open);
    QCOMPARE(snapshot->orders[1].lines.size(), std::size_t(1));
    QCOMPARE(snapshot->ordersLeftOut, 0);
    QCOMPARE(feedreads::snapshot(m_hub->database(), 999, m_hub->nowMs).error().code, ErrorCode::NotFound);
}

void JournalFeedTest::aSnapshotLeavesTheOldestOut()
{
    const qint64 newest = place();
    // A restaurant that has not closed an order for months.
    QVERIFY2(
        m_hub->execute(QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4002) "
                                      "INSERT INTO orders (order_uuid, business_id, number, business_day, fulfilment, "
                                      "placed_at, status, status_at, created_at, updated_at) "
                                      "SELECT printf('%036d', i), business_id, 'old ' || i, business_day, fulfilment, "
                                      "placed_at - i, status, status_at, created_at, updated_at "
                                      "FROM orders JOIN n WHERE order_id = ?"),
                       {newest}),
        qPrintable(m_hub->problem()));
    QVERIFY2(m_hub->execute(QStringLiteral("INSERT INTO orders_cost (order_id, business_id, subtotal, delivery_cost, "
                                           "total_cost, currency, created_at, updated_at) "
                                           "SELECT order_id, business_id, 0, 0, 0, 'KZT', created_at, updated_at "
                                           "FROM orders WHERE order_id <> ?"),
                            {newest}),
             qPrintable(m_hub->problem()));
    const auto snapshot = feedreads::snapshot(m_hub->database(), m_business.id, m_hub->nowMs);
    QVERIFY(snapshot);
    QCOMPARE(snapshot->orders.size(), std::size_t(4000));
    QCOMPARE(snapshot->ordersLeftOut, 3);
    QCOMPARE(snapshot->orders.back().id, newest);
    QCOMPARE(snapshot->orders.front().number, QStringLiteral("old 3999"));
}

void JournalFeedTest::aSnapshotIsOfOneMoment()
{
    const auto reader = m_hub->openReader();
    QVERIFY(reader);
    const qint64 first = place();
    auto moment = sql::Transaction::begin(*reader, sql::Transaction::Kind::Read);
    QVERIFY(moment);
    const auto before = feedreads::cursor(*reader, m_business.id); // fixes the moment
    QVERIFY(before);
    QVERIFY(place() != 0);
    QVERIFY(move(first, OrderStatus::Preparing));
    const auto snapshot = feedreads::snapshot(*reader, m_business.id, m_hub->nowMs);
    QVERIFY(snapshot);
    QVERIFY(snapshot->cursor == *before);
    QCOMPARE(snapshot->orders.size(), std::size_t(1));
    QCOMPARE(snapshot->orders[0].status, OrderStatus::New);
    (*moment)->rollback();
    QCOMPARE(feedreads::snapshot(*reader, m_business.id, m_hub->nowMs)->orders.size(), std::size_t(2));
}

QTEST_GUILESS_MAIN(JournalFeedTest)
#include "journalfeedtest.moc"
