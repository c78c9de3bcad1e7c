// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/ordershelf.h"
#include "models/hub/commandbatch.h"
#include "models/hub/orderservice.h"
#include "models/hub/orderstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/hubfixture.h"

#include <QTest>

#include <functional>
#include <memory>
#include <vector>

using namespace oshaq;
using namespace oshaq::test;

#ifdef NDEBUG
#define SKIP_WITH_ASSERTIONS() static_cast<void>(0)
#else
#define SKIP_WITH_ASSERTIONS() QSKIP("with assertions the shelf itself finds out that the stored order is another one")
#endif

/// An order that the writer keeps is the one that is stored, whatever has happened to it.
class OrderShelfTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsWhatACommandLeaves_data();
    void keepsWhatACommandLeaves();
    void doesNotReadWhatItKeeps();
    void readsForACommandThatHasTouchedAnOrder();
    void aNameThatChangesIsTheNewOne();
    void anAddressThatChangesIsTheNewOne();
    void aNewGuestChangesNothing();
    void aLineAloneIsSeen();
    void anUnknownTableIsSeen();
    void whatWasTakenBackIsNotKept();
    void whatABatchLostIsNotKept();
    void whoUsesTheConnectionBesideIsSeen();
    void tellsWhenWhatWasToldIsNotSoAnyMore_data();
    void tellsWhenWhatWasToldIsNotSoAnyMore();
    void anotherBusinessFindsNothing();

private:
    using Run = std::function<Result<WriteOutcome>(WriteContext &)>;

    Result<WriteOutcome> executed(const Principal &principal, Run run)
    {
        std::vector<WriteCommand> commands(1);
        commands.front().principal = principal;
        commands.front().requestId = QStringLiteral("r");
        commands.front().run = std::move(run);
        BatchOutcome outcome = m_batch->execute(&commands);
        return outcome.end == BatchOutcome::End::Committed ? std::move(outcome.results.front())
                                                           : Error{ErrorCode::Internal, outcome.reason, {}};
    }
    Result<WriteOutcome> changed(const QString &sql, const QVariantList &values = {})
    {
        return executed(m_business.owner(), [sql, values](WriteContext &context) -> Result<WriteOutcome> {
            if (const auto done = context.database.run(sql, values); !done)
                return done.error();
            return WriteOutcome{};
        });
    }
    static Result<void> rename(WriteContext &context, qint64 guest)
    {
        return context.database.run(QStringLiteral("UPDATE users SET name = 'Aizhan' WHERE user_id = ?"), {guest});
    }
    qint64 placed(const Principal &principal, const NewOrder &request)
    {
        const auto outcome =
            executed(principal, [request](WriteContext &context) { return orderwrites::create(context, request); });
        return outcome ? outcome->entityId : 0;
    }
    Result<WriteOutcome> setStatus(qint64 id, OrderStatus to)
    {
        return executed(m_business.owner(), [id, to](WriteContext &context) {
            OrderCommand wanted;
            wanted.to = to;
            return orderwrites::command(context, {id, {}}, wanted);
        });
    }
    /// As the next command gets it.
    Result<Order> found(qint64 id)
    {
        Result<Order> order = Error{ErrorCode::Internal, {}, {}};
        const auto looked = executed(m_business.owner(), [&order, id](WriteContext &context) {
            order = context.orders->find(context.principal.businessId, {id, {}});
            return Result<WriteOutcome>(WriteOutcome{});
        });
        return looked ? order : looked.error();
    }
    Result<Order> stored(qint64 id) { return orderstore::find(m_hub->database(), m_business.id, {id, {}}); }
    bool isAsStored(qint64 id)
    {
        const auto kept = found(id);
        const auto read = stored(id);
        return kept && read && *kept == *read;
    }
    /// Changes it where the writer's connection does not see it: a kept one stays as it was.
    bool changedBehindItsBack(qint64 id)
    {
        sql::OpenOptions options{m_hub->database().path(), sql::Access::ReadWrite};
        options.keys = m_hub->keys();
        auto other = sql::Database::open(options);
        return other && (*other)->run(QStringLiteral("UPDATE orders SET note = 'unseen' WHERE order_id = ?"), {id});
    }

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
    FakeClock m_clock;
    std::unique_ptr<CommandBatch> m_batch;
};

void OrderShelfTest::init()
{
    m_batch.reset();
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Hearth"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
    m_batch = std::make_unique<CommandBatch>(m_hub->database(), m_clock, m_hub->epoch, nullptr);
}

void OrderShelfTest::keepsWhatACommandLeaves_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"guest", "delivery", "table", "caller", "options and weights", "notes"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void OrderShelfTest::keepsWhatACommandLeaves()
{
    QFETCH(QString, kind);
    const qint64 guest = m_hub->makeGuest(m_business, QStringLiteral("Aigerim"), QStringLiteral("+77010000001"));
    QVERIFY(guest != 0);
    Principal who = m_business.owner();
    NewOrder request = pickup({line(m_business.item(u"Soup"), 2000), line(m_business.item(u"Bread"))});
    if (kind == u"guest") {
        who = m_business.guest(guest);
    } else if (kind == u"delivery") {
        who = m_business.guest(guest);
        request.fulfilment = Fulfilment::Delivery;
        request.addressId = m_hub->makeAddress(m_business, guest, QStringLiteral("Abay 10"));
    } else if (kind == u"table") {
        request.fulfilment = Fulfilment::DineIn;
        request.table = QStringLiteral("7");
        request.covers = 3;
    } else if (kind == u"caller") {
        request.fulfilment = Fulfilment::Delivery;
        request.address = QStringLiteral("Abay 12");
        request.guestName = QStringLiteral("Daniyar");
        request.guestPhone = QStringLiteral("+7 701 000 00 02");
    } else if (kind == u"options and weights") {
        request.lines = {line(m_business.item(u"Plov"), 1000, {m_business.option(u"Plov", u"Large")}),
                         line(m_business.item(u"Shashlik"), 300)};
    } else {
        request.note = QStringLiteral(" no onions ");
        request.allergy = QStringLiteral("nuts");
        request.promisedAtMs = m_clock.nowMs() + 3'600'000;
        request.lines.front().note = QStringLiteral("hot");
    }
    const qint64 id = placed(who, request);
    QVERIFY(id != 0);
    QVERIFY(isAsStored(id));
    for (const OrderStatus to : {OrderStatus::Accepted, OrderStatus::Preparing, OrderStatus::Ready}) {
        m_clock.advance(60'000);
        QVERIFY(setStatus(id, to));
        QVERIFY(isAsStored(id));
    }
    const auto grown = executed(m_business.owner(), [this, id](WriteContext &context) {
        return orderwrites::addLines(context, {id, {}}, {line(m_business.item(u"Bread"))});
    });
    QVERIFY(grown);
    QVERIFY(isAsStored(id));
    const auto voided = executed(m_business.owner(), [&grown, id](WriteContext &context) {
        OrderCommand wanted;
        wanted.kind = OrderCommand::Kind::Lines;
        wanted.action = LineAction::Void;
        wanted.lineIds = {grown->order->lines.back().id};
        wanted.reason = QStringLiteral("fell");
        return orderwrites::command(context, {id, {}}, wanted);
    });
    QVERIFY(voided);
    QVERIFY(isAsStored(id));
}

void OrderShelfTest::doesNotReadWhatItKeeps()
{
    SKIP_WITH_ASSERTIONS();
    const qint64 taken = placed(m_business.owner(), pickup({line(m_business.item(u"Soup"))}));
    QVERIFY(changedBehindItsBack(taken));
    QCOMPARE(found(taken)->note, QString());
    QCOMPARE(stored(taken)->note, QStringLiteral("unseen"));
    // Its own next change makes it read again only when it does not say how the order is now.
    QVERIFY(changed(QStringLiteral("UPDATE orders SET covers = 2 WHERE order_id = ?"), {taken}));
    QCOMPARE(found(taken)->note, QStringLiteral("unseen"));
}

void OrderShelfTest::readsForACommandThatHasTouchedAnOrder()
{
    const qint64 id = placed(m_business.owner(), pickup({line(m_business.item(u"Soup"))}));
    std::vector<qint64> quantities;
    const auto looked = executed(m_business.owner(), [&](WriteContext &context) -> Result<WriteOutcome> {
        const auto look = [&] {
            quantities.push_back(context.orders->find(m_business.id, {id, {}})->lines[0].quantity);
        };
        look();
        if (const auto done = context.database.run(
                QStringLiteral("UPDATE orders_items SET quantity = 5000 WHERE order_id = ?"), {id});
            !done)
            return done.error();
        look();
        return WriteOutcome{};
    });
    QVERIFY(looked);
    QCOMPARE(quantities, (std::vector<qint64>{1000, 5000}));
}

void OrderShelfTest::aNameThatChangesIsTheNewOne()
{
    const qint64 guest = m_hub->makeGuest(m_business, QStringLiteral("Aigerim"));
    const qint64 id = placed(m_business.guest(guest), pickup({line(m_business.item(u"Soup"))}));
    QCOMPARE(found(id)->guestName, QStringLiteral("Aigerim"));
    QVERIFY(changed(QStringLiteral("UPDATE users SET name = 'Aizhan' WHERE user_id = ?"), {guest}));
    QCOMPARE(found(id)->guestName, QStringLiteral("Aizhan"));
}

void OrderShelfTest::anAddressThatChangesIsTheNewOne()
{
    const qint64 guest = m_hub->makeGuest(m_business, QStringLiteral("Aigerim"));
    NewOrder request = pickup({line(m_business.item(u"Soup"))});
    request.fulfilment = Fulfilment::Delivery;
    request.addressId = m_hub->makeAddress(m_business, guest, QStringLiteral("Abay 10"));
    const qint64 id = placed(m_business.guest(guest), request);
    QCOMPARE(found(id)->address, QStringLiteral("Abay 10"));
    QVERIFY(changed(QStringLiteral("UPDATE user_addresses SET address = oshaq_seal('user_addresses.address', 'Abay 11')"
                                   " WHERE address_id = ?"),
                    {*request.addressId}));
    QCOMPARE(found(id)->address, QStringLiteral("Abay 11"));
}

void OrderShelfTest::aNewGuestChangesNothing()
{
    SKIP_WITH_ASSERTIONS();
    const qint64 id = placed(m_business.owner(), pickup({line(m_business.item(u"Soup"))}));
    QVERIFY(changedBehindItsBack(id));
    NewOrder request = pickup({line(m_business.item(u"Soup"))});
    request.guestName = QStringLiteral("Daniyar");
    QVERIFY(placed(m_business.owner(), request) != 0);
    QCOMPARE(found(id)->note, QString());
}

void OrderShelfTest::aLineAloneIsSeen()
{
    const qint64 id = placed(m_business.owner(), pickup({line(m_business.item(u"Soup"))}));
    QVERIFY(changed(QStringLiteral("UPDATE orders_items SET quantity = 3000 WHERE order_id = ?"), {id}));
    QCOMPARE(found(id)->lines.front().quantity, 3000);
    QVERIFY(changed(QStringLiteral("UPDATE orders_cost SET tax_rate = 7 WHERE order_id = ?"), {id}));
    QCOMPARE(found(id)->cost.taxRate, 7);
}

void OrderShelfTest::anUnknownTableIsSeen()
{
    SKIP_WITH_ASSERTIONS();
    const qint64 id = placed(m_business.owner(), pickup({line(m_business.item(u"Soup"))}));
    QVERIFY(changed(QStringLiteral("CREATE TABLE novelty (id INTEGER PRIMARY KEY)")));
    QVERIFY(changedBehindItsBack(id));
    QVERIFY(changed(QStringLiteral("INSERT INTO novelty VALUES (1)")));
    QCOMPARE(found(id)->note, QStringLiteral("unseen"));
}

void OrderShelfTest::whatWasTakenBackIsNotKept()
{
    const qint64 guest = m_hub->makeGuest(m_business, QStringLiteral("Aigerim"));
    const qint64 id = placed(m_business.guest(guest), pickup({line(m_business.item(u"Soup"))}));
    QString meanwhile;
    const auto refused = executed(m_business.owner(), [&](WriteContext &context) -> Result<WriteOutcome> {
        if (const auto done = rename(context, guest); !done)
            return done.error();
        meanwhile = context.orders->find(context.principal.businessId, {id, {}})->guestName;
        return Error{ErrorCode::OrderStatusChanged, QStringLiteral("refused late"), {}};
    });
    QVERIFY(!refused);
    QCOMPARE(meanwhile, QStringLiteral("Aizhan"));
    QCOMPARE(found(id)->guestName, QStringLiteral("Aigerim"));
}

void OrderShelfTest::whatABatchLostIsNotKept()
{
    const qint64 guest = m_hub->makeGuest(m_business, QStringLiteral("Aigerim"));
    const qint64 id = placed(m_business.guest(guest), pickup({line(m_business.item(u"Soup"))}));
    const auto lost = executed(m_business.owner(), [&](WriteContext &context) -> Result<WriteOutcome> {
        if (const auto done = rename(context, guest); !done)
            return done.error();
        static_cast<void>(context.orders->find(context.principal.businessId, {id, {}}));
        // As an I/O error would: the transaction is gone.
        static_cast<void>(context.database.run(QStringLiteral("ROLLBACK")));
        return WriteOutcome{};
    });
    QVERIFY(!lost);
    QCOMPARE(found(id)->guestName, QStringLiteral("Aigerim"));
}

void OrderShelfTest::whoUsesTheConnectionBesideIsSeen()
{
    const qint64 id = placed(m_business.owner(), pickup({line(m_business.item(u"Soup"))}));
    QVERIFY(changedBehindItsBack(id));
    static_cast<void>(m_batch->takeTouched());
    QCOMPARE(found(id)->note, QStringLiteral("unseen"));
}

void OrderShelfTest::tellsWhenWhatWasToldIsNotSoAnyMore_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("isUntold");
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("a name") << QStringLiteral("UPDATE users SET name = 'Aizhan' WHERE user_id = ?") << true;
    QTest::newRow("a new guest") << QStringLiteral("INSERT INTO users (business_id, name, created_at, updated_at)"
                                                   " SELECT business_id, 'Daniyar', 1, 1 FROM users WHERE user_id = ?")
                                 << false;
    QTest::newRow("an order") << QStringLiteral("UPDATE orders SET covers = 2 WHERE user_id = ?") << true;
}

void OrderShelfTest::tellsWhenWhatWasToldIsNotSoAnyMore()
{
    QFETCH(QString, what);
    QFETCH(bool, isUntold);
    const qint64 guest = m_hub->makeGuest(m_business, QStringLiteral("Aigerim"));
    QVERIFY(placed(m_business.guest(guest), pickup({line(m_business.item(u"Soup"))})) != 0);
    std::vector<WriteCommand> commands(2);
    commands[0].principal = m_business.guest(guest);
    commands[0].run = [request = pickup({line(m_business.item(u"Soup"))})](WriteContext &context) {
        return orderwrites::create(context, request);
    };
    commands[1].principal = m_business.owner();
    commands[1].run = [what, guest](WriteContext &context) -> Result<WriteOutcome> {
        if (const auto done = what.isEmpty() ? Result<void>() : context.database.run(what, {guest}); !done)
            return done.error();
        return WriteOutcome{};
    };
    const BatchOutcome outcome = m_batch->execute(&commands);
    QCOMPARE(outcome.end, BatchOutcome::End::Committed);
    QVERIFY(outcome.results.at(0) && outcome.results.at(1));
    QVERIFY(outcome.touched.orders);
    QCOMPARE(outcome.touched.untoldOrders, isUntold);
}

void OrderShelfTest::anotherBusinessFindsNothing()
{
    const qint64 id = placed(m_business.owner(), pickup({line(m_business.item(u"Soup"))}));
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Next door"));
    const auto looked = executed(other.owner(), [id](WriteContext &context) -> Result<WriteOutcome> {
        const auto order = context.orders->find(context.principal.businessId, {id, {}});
        return order ? Result<WriteOutcome>(WriteOutcome{}) : order.error();
    });
    QVERIFY(!looked);
    QCOMPARE(looked.error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(OrderShelfTest)
#include "ordershelftest.moc"
