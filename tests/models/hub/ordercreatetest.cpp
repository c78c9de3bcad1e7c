// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/uuid7.h"
#include "models/hub/orderservice.h"
#include "models/hub/settingsservice.h"
#include "models/hub/terminalstore.h"
#include "tests/support/hubfixture.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

namespace {

constexpr qint64 hourMs = 60 * 60 * 1000;

} // namespace

/// orderwrites::create and addLines over the real schema.
class OrderCreateTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void storesPricesAndAnswersWhatIsStored();
    void numbersRunPerBusinessDay();
    void numbersGrowBeyondThreeDigits();
    void numbersOfTwoBusinessesAreIndependent();
    void aTerminalNumbersItsOwnOrders();
    void aTakenNumberGivesTheNextOne();
    void aNumberCountsOnTheDayItWasGiven();
    void numbersOfOthersAreRefused_data();
    void numbersOfOthersAreRefused();
    void anOrderIsPlacedWhenItWasTaken();
    void aKnownUuidIsRefused();
    void theSameUuidOfAnotherBusinessIsFine();
    void theHubMakesAUuid();
    void refusals_data();
    void refusals();
    void aRefusalWritesNothing();
    void aReceiptKeepsNameAndPrice();
    void guestsAreNamedByTheirAccount();
    void staffNamesBecomeAContact();
    void deliveryNeedsAnAddressOfTheGuest();
    void addedLinesArePricedAndCounted();
    void newLinesTakeAReadyOrderBack();
    void whatHasLeftTakesNoLines();
    void foreignOrdersTakeNoLines();

private:
    /// A new terminal with the next letter: the first one's is "B".
    Principal counterTerminal()
    {
        TerminalRecord row;
        row.businessId = m_business.id;
        row.name = QStringLiteral("Counter");
        row.role = Role::Counter;
        if (!terminalstore::insert(m_hub->database(), &row, m_hub->nowMs))
            return {};
        return m_business.terminal(Role::Counter, row.id);
    }
    Result<WriteOutcome> create(const NewOrder &request) { return create(m_business.owner(), request); }
    Result<WriteOutcome> create(const Principal &principal, const NewOrder &request)
    {
        return m_hub->run(principal, [&](WriteContext &context) { return orderwrites::create(context, request); });
    }
    Result<WriteOutcome> addLines(const Principal &principal, qint64 orderId, const std::vector<NewOrderLine> &lines)
    {
        return m_hub->run(principal, [&](WriteContext &context) {
            return orderwrites::addLines(context, {orderId, {}}, lines);
        });
    }
    Result<WriteOutcome> setStatus(qint64 orderId, OrderStatus to)
    {
        OrderCommand command;
        command.to = to;
        command.reason = QStringLiteral("test");
        return m_hub->run(m_business.owner(), [&](WriteContext &context) {
            return orderwrites::command(context, {orderId, {}}, command);
        });
    }
    Result<Order> stored(qint64 orderId) { return orderreads::one(m_hub->database(), m_business.id, {orderId, {}}); }

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
};

void OrderCreateTest::init()
{
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
}

void OrderCreateTest::storesPricesAndAnswersWhatIsStored()
{
    NewOrder request = pickup({line(m_business.item(u"Soup"), 2000), line(m_business.item(u"Shashlik"), 300),
                               line(m_business.item(u"Plov"), 1000, {m_business.option(u"Plov", u"Large")})});
    request.fulfilment = Fulfilment::DineIn;
    request.table = QStringLiteral("7");
    request.covers = 3;
    request.note = QStringLiteral("по-быстрому");
    request.allergy = QStringLiteral("nuts");
    request.promisedAtMs = m_hub->nowMs + hourMs;
    request.lines[0].note = QStringLiteral("no salt");
    request.lines[2].course = 2;
    const auto outcome = create(request);
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().message));
    QCOMPARE(outcome->code, 201);
    QCOMPARE(outcome->entity, EntityKind::Order);
    QVERIFY(outcome->order);
    const Order &order = *outcome->order;
    QCOMPARE(order.id, outcome->entityId);
    QVERIFY(order.id > 0);
    QCOMPARE(order.number, QStringLiteral("A-001"));
    QCOMPARE(order.status, OrderStatus::New);
    QCOMPARE(order.placedAtMs, m_hub->nowMs);
    QCOMPARE(order.version, 1);
    // 2 x 12.95 + 0.3 x 98 + 25 + 5.5
    QCOMPARE(order.cost.subtotalMinor, 2590 + 2940 + 3050);
    QCOMPARE(order.cost.totalMinor, 8580);
    QCOMPARE(order.cost.currency.code(), QStringLiteral("KZT"));
    QCOMPARE(order.lines.size(), std::size_t(3));
    QCOMPARE(order.lines[1].stationId, std::optional(m_business.station(u"Tandoor")));
    QCOMPARE(order.lines[2].priceMinor, 3050);
    QCOMPARE(order.lines[2].prepSeconds, 480);
    QCOMPARE(order.lines[2].options.size(), std::size_t(1));
    QCOMPARE(order.lines[2].options[0].name, QStringLiteral("Large"));

    const auto reader = m_hub->openReader();
    QVERIFY(reader);
    const auto byId = orderreads::one(*reader, m_business.id, {order.id, {}});
    QVERIFY(byId);
    QVERIFY(*byId == order);
    const auto byUuid = orderreads::one(*reader, m_business.id, {0, order.uuid.toUpper()});
    QVERIFY(byUuid);
    QVERIFY(*byUuid == order);

    QCOMPARE(m_hub->number(
                 QStringLiteral("SELECT count(*) FROM order_status WHERE order_id = ? AND status = 1 AND isCanceled = 0"
                                " AND timestamp = ?"),
                 {order.id, m_hub->nowMs}),
             1);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT total_cost FROM orders_cost WHERE order_id = ?"), {order.id}), 8580);
    QCOMPARE(m_hub->number(
                 QStringLiteral("SELECT count(*) FROM journal WHERE entity = 'order' AND entity_id = ? AND version = 1"
                                " AND type = 'order.created'"),
                 {order.id}),
             1);
}

void OrderCreateTest::numbersRunPerBusinessDay()
{
    // The day begins at 04:00 in Almaty (UTC+5), which is 23:00 UTC of the day before.
    const QString item = QStringLiteral("Soup");
    m_hub->nowMs = 1'768'517'999'000; // 2026-01-15T22:59:59Z
    QCOMPARE(create(pickup({line(m_business.item(item))}))->order->number, QStringLiteral("A-001"));
    QCOMPARE(create(pickup({line(m_business.item(item))}))->order->number, QStringLiteral("A-002"));
    m_hub->nowMs += 1000;
    const auto next = create(pickup({line(m_business.item(item))}));
    QCOMPARE(next->order->number, QStringLiteral("A-001"));
    QCOMPARE(m_hub->text(QStringLiteral("SELECT business_day FROM orders WHERE order_id = ?"), {next->entityId}),
             QStringLiteral("2026-01-16"));
}

void OrderCreateTest::numbersGrowBeyondThreeDigits()
{
    QVERIFY(create(pickup({line(m_business.item(u"Soup"))})));
    QVERIFY(m_hub->execute(QStringLiteral("UPDATE order_numbers SET last = 998")));
    QCOMPARE(create(pickup({line(m_business.item(u"Soup"))}))->order->number, QStringLiteral("A-999"));
    QCOMPARE(create(pickup({line(m_business.item(u"Soup"))}))->order->number, QStringLiteral("A-1000"));
}

void OrderCreateTest::numbersOfTwoBusinessesAreIndependent()
{
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    QVERIFY(create(pickup({line(m_business.item(u"Soup"))})));
    QCOMPARE(create(other.owner(), pickup({line(other.item(u"Soup"))}))->order->number, QStringLiteral("A-001"));
}

void OrderCreateTest::aTerminalNumbersItsOwnOrders()
{
    const Principal counter = counterTerminal();
    NewOrder request = pickup({line(m_business.item(u"Soup"))});
    request.number = QStringLiteral("B-17");
    const auto first = create(counter, request);
    QVERIFY2(first, qPrintable(first ? QString() : first.error().message));
    QCOMPARE(first->order->number, QStringLiteral("B-017"));
    QVERIFY(*stored(first->entityId) == *first->order);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT last FROM order_numbers WHERE letter = 'B'")), 17);
    // An earlier one that comes later, as of another queue: its place is free, and nothing goes back.
    request.number = QStringLiteral("B-003");
    QCOMPARE(create(counter, request)->order->number, QStringLiteral("B-003"));
    QCOMPARE(m_hub->number(QStringLiteral("SELECT last FROM order_numbers WHERE letter = 'B'")), 17);
    request.number.clear();
    QCOMPARE(create(counter, request)->order->number, QStringLiteral("A-001"));
}

void OrderCreateTest::aTakenNumberGivesTheNextOne()
{
    const Principal counter = counterTerminal();
    NewOrder request = pickup({line(m_business.item(u"Soup"))});
    request.number = QStringLiteral("B-017");
    QVERIFY(create(counter, request));
    const auto second = create(counter, request);
    QVERIFY2(second, qPrintable(second ? QString() : second.error().message));
    QCOMPARE(second->order->number, QStringLiteral("B-018"));
    QVERIFY(*stored(second->entityId) == *second->order);
    QCOMPARE(m_hub->text(QStringLiteral("SELECT payload ->> 'number' FROM journal WHERE type = 'order.created'"
                                        " AND entity_id = ?"),
                         {second->entityId}),
             QStringLiteral("B-018"));
    request.number = QStringLiteral("B-018");
    QCOMPARE(create(counter, request)->order->number, QStringLiteral("B-019"));
}

void OrderCreateTest::aNumberCountsOnTheDayItWasGiven()
{
    const Principal counter = counterTerminal();
    m_hub->nowMs = 1'768'518'600'000; // 2026-01-15T23:10:00Z, ten minutes into the business day of the 16th
    NewOrder request = pickup({line(m_business.item(u"Soup"))});
    request.number = QStringLiteral("B-001");
    QCOMPARE(create(counter, request)->order->number, QStringLiteral("B-001"));
    request.actedAtMs = m_hub->nowMs - 20 * 60 * 1000;
    const auto yesterday = create(counter, request);
    QCOMPARE(yesterday->order->number, QStringLiteral("B-001"));
    QCOMPARE(yesterday->order->placedAtMs, *request.actedAtMs);
    QCOMPARE(m_hub->text(QStringLiteral("SELECT business_day FROM orders WHERE order_id = ?"), {yesterday->entityId}),
             QStringLiteral("2026-01-15"));
    // The hub's own letter follows the day too.
    request.number.clear();
    QCOMPARE(create(counter, request)->order->number, QStringLiteral("A-001"));
    request.actedAtMs.reset();
    QCOMPARE(create(counter, request)->order->number, QStringLiteral("A-001"));
}

void OrderCreateTest::numbersOfOthersAreRefused_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("number");
    QTest::newRow("the hub's letter") << "terminal"
                                      << "A-017";
    QTest::newRow("another terminal's") << "terminal"
                                        << "C-017";
    QTest::newRow("an unknown letter") << "terminal"
                                       << "ZZ-017";
    QTest::newRow("no number") << "terminal"
                               << "seventeen";
    QTest::newRow("the business's token") << "owner"
                                          << "B-017";
    QTest::newRow("a guest") << "guest"
                             << "B-017";
    QTest::newRow("a terminal that is not there") << "gone"
                                                  << "B-017";
    QTest::newRow("a terminal of another business") << "foreign"
                                                    << "B-017";
}

void OrderCreateTest::numbersOfOthersAreRefused()
{
    QFETCH(QString, who);
    QFETCH(QString, number);
    const Principal counter = counterTerminal();
    QVERIFY(counterTerminal().id != counter.id); // "C"
    Principal caller = counter;
    FixtureBusiness other = m_business;
    if (who == QLatin1String("owner"))
        caller = m_business.owner();
    else if (who == QLatin1String("guest"))
        caller = m_business.guest(m_hub->makeGuest(m_business, QStringLiteral("Aigerim")));
    else if (who == QLatin1String("gone"))
        caller = m_business.terminal(Role::Counter, 999);
    else if (who == QLatin1String("foreign")) {
        other = m_hub->makeBusiness(QStringLiteral("Other"));
        caller = other.terminal(Role::Counter, counter.id);
    }
    NewOrder request = pickup({line(other.item(u"Soup"))});
    request.number = number;
    const auto refused = create(caller, request);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ValidationFailed);
    QCOMPARE(refused.error().details.size(), std::size_t(1));
    QCOMPARE(refused.error().details.front().path, QStringLiteral("number"));
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM orders")), 0);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM order_numbers")), 0);
}

void OrderCreateTest::anOrderIsPlacedWhenItWasTaken()
{
    const Principal counter = counterTerminal();
    const qint64 now = m_hub->nowMs;
    NewOrder request = pickup({line(m_business.item(u"Soup"))});
    request.actedAtMs = now - hourMs;
    const auto taken = create(counter, request);
    QVERIFY2(taken, qPrintable(taken ? QString() : taken.error().message));
    QCOMPARE(taken->order->placedAtMs, now - hourMs);
    QCOMPARE(taken->order->statusAtMs, now - hourMs);
    QCOMPARE(taken->order->lines[0].addedAtMs, now - hourMs);
    QVERIFY(*stored(taken->entityId) == *taken->order);
    // What the painted latency counts from is when the hub knew of it.
    QCOMPARE(m_hub->number(QStringLiteral("SELECT created_at FROM orders WHERE order_id = ?"), {taken->entityId}), now);

    request.actedAtMs = now + hourMs;
    QCOMPARE(create(counter, request)->order->placedAtMs, now);
    request.actedAtMs = now - 25 * hourMs;
    QCOMPARE(create(counter, request)->order->placedAtMs, now - 24 * hourMs);
    request.actedAtMs.reset();
    QCOMPARE(create(counter, request)->order->placedAtMs, now);

    // Accepted is what the hub does, now.
    QVERIFY(m_hub->run(m_business.owner(), [](WriteContext &context) -> Result<WriteOutcome> {
        return settingswrites::put(context, {{QLatin1String(settingkeys::autoAccept), true}}, 1);
    }));
    request.actedAtMs = now - hourMs;
    const auto accepted = create(counter, request);
    QCOMPARE(accepted->order->status, OrderStatus::Accepted);
    QCOMPARE(accepted->order->placedAtMs, now - hourMs);
    QCOMPARE(accepted->order->statusAtMs, now);
}

void OrderCreateTest::aKnownUuidIsRefused()
{
    NewOrder request = pickup({line(m_business.item(u"Soup"))});
    request.uuid = makeUuid7(m_hub->nowMs);
    QVERIFY(create(request));
    request.uuid = request.uuid.toUpper();
    const auto again = create(request);
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::AlreadyExists);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM orders")), 1);
}

void OrderCreateTest::theSameUuidOfAnotherBusinessIsFine()
{
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    NewOrder request = pickup({line(m_business.item(u"Soup"))});
    request.uuid = makeUuid7(m_hub->nowMs);
    QVERIFY(create(request));
    request.lines = {line(other.item(u"Soup"))};
    QVERIFY(create(other.owner(), request));
}

void OrderCreateTest::theHubMakesAUuid()
{
    const auto outcome = create(pickup({line(m_business.item(u"Soup"))}));
    QVERIFY(isUuid(outcome->order->uuid));
    QCOMPARE(outcome->order->uuid[14], QLatin1Char('7'));
}

void OrderCreateTest::refusals_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("path");
    QTest::newRow("not available") << "oyster" << ErrorCode::ItemUnavailable << "items[1].item_id";
    QTest::newRow("off its step") << "step" << ErrorCode::QuantityOffStep << "items[1].quantity";
    QTest::newRow("another business") << "foreign" << ErrorCode::ItemUnknown << "items[1].item_id";
    QTest::newRow("unknown item") << "unknown" << ErrorCode::ItemUnknown << "items[1].item_id";
    QTest::newRow("deleted item") << "deleted" << ErrorCode::ItemUnknown << "items[1].item_id";
    QTest::newRow("no choice") << "option" << ErrorCode::OptionInvalid << "items[1].options";
    QTest::newRow("no uuid") << "uuid" << ErrorCode::ValidationFailed << "order_uuid";
    QTest::newRow("no lines") << "empty" << ErrorCode::ValidationFailed << "items";
    QTest::newRow("no table") << "table" << ErrorCode::ValidationFailed << "table";
}

void OrderCreateTest::refusals()
{
    QFETCH(QString, what);
    QFETCH(ErrorCode, code);
    QFETCH(QString, path);
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    NewOrder request = pickup({line(m_business.item(u"Soup"))});
    if (what == QLatin1String("oyster"))
        request.lines.push_back(line(m_business.item(u"Oyster")));
    else if (what == QLatin1String("step"))
        request.lines.push_back(line(m_business.item(u"Shashlik"), 250));
    else if (what == QLatin1String("foreign"))
        request.lines.push_back(line(other.item(u"Soup")));
    else if (what == QLatin1String("unknown"))
        request.lines.push_back(line(987'654));
    else if (what == QLatin1String("option"))
        request.lines.push_back(line(m_business.item(u"Plov")));
    else if (what == QLatin1String("uuid"))
        request.uuid = QStringLiteral("not-a-uuid");
    else if (what == QLatin1String("empty"))
        request.lines.clear();
    else if (what == QLatin1String("table"))
        request.fulfilment = Fulfilment::DineIn;
    else if (what == QLatin1String("deleted")) {
        request.lines.push_back(line(m_business.item(u"Bread")));
        QVERIFY(m_hub->execute(QStringLiteral("UPDATE items SET deleted_at = 1 WHERE item_id = ?"),
                               {m_business.item(u"Bread")}));
    }
    const auto outcome = create(request);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, code);
    QVERIFY(!outcome.error().details.empty());
    QCOMPARE(outcome.error().details.front().path, path);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM orders")), 0);
}

void OrderCreateTest::aRefusalWritesNothing()
{
    const qint64 journal = m_hub->number(QStringLiteral("SELECT count(*) FROM journal"));
    NewOrder request = pickup({line(m_business.item(u"Oyster"))});
    request.guestName = QStringLiteral("Aigerim");
    QVERIFY(!create(request));
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM journal")), journal);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM users")), 0);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM order_numbers")), 0);
    QCOMPARE(create(pickup({line(m_business.item(u"Soup"))}))->order->number, QStringLiteral("A-001"));
}

void OrderCreateTest::aReceiptKeepsNameAndPrice()
{
    const auto placed = create(pickup({line(m_business.item(u"Plov"), 1000, {m_business.option(u"Plov", u"Large")})}));
    QVERIFY(placed);
    QVERIFY(m_hub->execute(QStringLiteral("UPDATE items SET name = 'Dear plov', price = 9999")));
    QVERIFY(m_hub->execute(QStringLiteral("UPDATE options SET name = 'Huge', price = 1")));
    const auto order = stored(placed->entityId);
    QVERIFY(order);
    QVERIFY(*order == *placed->order);
}

void OrderCreateTest::guestsAreNamedByTheirAccount()
{
    const qint64 user = m_hub->makeGuest(m_business, QStringLiteral("Aigerim S."), QStringLiteral("+77010000001"));
    QVERIFY(user != 0);
    NewOrder request = pickup({line(m_business.item(u"Soup"))});
    request.guestName = QStringLiteral("Somebody else");
    const auto outcome = create(m_business.guest(user), request);
    QVERIFY(outcome);
    QCOMPARE(outcome->order->userId, user);
    QCOMPARE(outcome->order->guestName, QStringLiteral("Aigerim S."));
    QCOMPARE(outcome->order->guestPhone, QStringLiteral("+77010000001"));
    const auto order = stored(outcome->entityId);
    QVERIFY(*order == *outcome->order);
}

void OrderCreateTest::staffNamesBecomeAContact()
{
    NewOrder request = pickup({line(m_business.item(u"Soup"))});
    request.guestName = QStringLiteral(" Marat ");
    const auto outcome = create(m_business.terminal(Role::Counter), request);
    QVERIFY(outcome);
    QVERIFY(outcome->order->userId != 0);
    QCOMPARE(stored(outcome->entityId)->guestName, QStringLiteral("Marat"));
    const auto nameless = create(m_business.terminal(Role::Counter), pickup({line(m_business.item(u"Soup"))}));
    QCOMPARE(nameless->order->userId, 0);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM users")), 1);
}

void OrderCreateTest::deliveryNeedsAnAddressOfTheGuest()
{
    const qint64 user = m_hub->makeGuest(m_business, QStringLiteral("Aigerim"));
    const qint64 stranger = m_hub->makeGuest(m_business, QStringLiteral("Marat"));
    const qint64 address = m_hub->makeAddress(m_business, user, QStringLiteral("Abai 10"));
    NewOrder request = pickup({line(m_business.item(u"Soup"))});
    request.fulfilment = Fulfilment::Delivery;
    const auto without = create(m_business.guest(user), request);
    QCOMPARE(without.error().code, ErrorCode::AddressRequired);
    request.addressId = address;
    const auto foreign = create(m_business.guest(stranger), request);
    QVERIFY(!foreign);
    QCOMPARE(foreign.error().code, ErrorCode::ValidationFailed);
    QCOMPARE(foreign.error().details.front().path, QStringLiteral("address_id"));

    const auto own = create(m_business.guest(user), request);
    QVERIFY(own);
    QCOMPARE(own->order->cost.deliveryMinor, 700);
    QCOMPARE(own->order->cost.totalMinor, 1995);
    QCOMPARE(own->order->address, QStringLiteral("Abai 10"));
    QVERIFY(*stored(own->entityId) == *own->order);

    // Staff who take a call name the address: the order is its owner's.
    const auto called = create(m_business.terminal(Role::Counter), request);
    QVERIFY(called);
    QCOMPARE(called->order->userId, user);
    QCOMPARE(called->order->guestName, QStringLiteral("Aigerim"));

    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    request.lines = {line(other.item(u"Soup"))};
    QCOMPARE(create(other.owner(), request).error().code, ErrorCode::ValidationFailed);
}

void OrderCreateTest::addedLinesArePricedAndCounted()
{
    const auto placed = create(pickup({line(m_business.item(u"Soup"))}));
    m_hub->nowMs += 60'000;
    const auto added =
        addLines(m_business.terminal(Role::Counter), placed->entityId, {line(m_business.item(u"Bread"), 3000)});
    QVERIFY2(added, qPrintable(added ? QString() : added.error().message));
    QCOMPARE(added->order->lines.size(), std::size_t(2));
    QCOMPARE(added->order->cost.totalMinor, 1295 + 150);
    QCOMPARE(added->order->version, 2);
    QCOMPARE(added->order->lines[1].addedAtMs, m_hub->nowMs);
    QCOMPARE(added->order->lines[0].addedAtMs, m_hub->nowMs - 60'000);
    QVERIFY(*stored(placed->entityId) == *added->order);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM journal WHERE type = 'order.lines' AND version = 2")),
             1);

    const auto wrong = addLines(m_business.owner(), placed->entityId, {line(m_business.item(u"Oyster"))});
    QCOMPARE(wrong.error().code, ErrorCode::ItemUnavailable);
    QCOMPARE(stored(placed->entityId)->version, 2);
}

void OrderCreateTest::newLinesTakeAReadyOrderBack()
{
    const auto placed = create(pickup({line(m_business.item(u"Soup"))}));
    QVERIFY(setStatus(placed->entityId, OrderStatus::Preparing));
    QVERIFY(setStatus(placed->entityId, OrderStatus::Ready));
    const auto added = addLines(m_business.owner(), placed->entityId, {line(m_business.item(u"Bread"))});
    QVERIFY(added);
    QCOMPARE(added->order->status, OrderStatus::Preparing);
    QVERIFY(*stored(placed->entityId) == *added->order);
    QCOMPARE(m_hub->number(QStringLiteral(
                               "SELECT count(*) FROM order_status WHERE order_id = ? AND status = 3 AND is_recall = 1"),
                           {placed->entityId}),
             1);
}

void OrderCreateTest::whatHasLeftTakesNoLines()
{
    const auto placed = create(pickup({line(m_business.item(u"Soup"))}));
    QVERIFY(setStatus(placed->entityId, OrderStatus::Cancelled));
    const auto added = addLines(m_business.owner(), placed->entityId, {line(m_business.item(u"Bread"))});
    QCOMPARE(added.error().code, ErrorCode::OrderTransitionNotAllowed);
}

void OrderCreateTest::foreignOrdersTakeNoLines()
{
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    const qint64 guest = m_hub->makeGuest(m_business, QStringLiteral("Aigerim"));
    const auto placed = create(pickup({line(m_business.item(u"Soup"))}));
    QCOMPARE(addLines(other.owner(), placed->entityId, {line(other.item(u"Bread"))}).error().code, ErrorCode::NotFound);
    QCOMPARE(addLines(m_business.guest(guest), placed->entityId, {line(m_business.item(u"Bread"))}).error().code,
             ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(OrderCreateTest)
#include "ordercreatetest.moc"
