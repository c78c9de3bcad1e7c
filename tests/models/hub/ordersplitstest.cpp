// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/searchentry.h"
#include "models/domain/uuid7.h"
#include "models/hub/feedservice.h"
#include "models/hub/orderhistory.h"
#include "models/hub/orderservice.h"
#include "models/hub/paymentservice.h"
#include "models/hub/paymentstore.h"
#include "tests/support/hubfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

namespace {

constexpr qint64 minuteMs = 60 * 1000;

} // namespace

/// orderwrites::split and join over the real schema; the rules themselves are in ordersplittest.
class OrderSplitsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void linesKeepTheirRows();
    void aPartOfALineGetsItsOwnRow();
    void theNumberIsOfTheOrdersDay();
    void statusesFollow();
    void stepsAreTheItems();
    void aGivenUuidIsTheNewOrders();
    void splitRefusals_data();
    void splitRefusals();
    void moneyHeldKeepsAnOrderTogether_data();
    void moneyHeldKeepsAnOrderTogether();
    void bothOrdersAreInTheJournal();
    void foundUnderTheRightOrder();
    void joiningMovesEverything();
    void readyGoesBackForMoreWork();
    void joinRefusals_data();
    void joinRefusals();
    void joinedOrdersAreInTheJournal();
    void joiningAfterASplitIsAsBefore();
    void splittingPrintsNothing();
    void joiningPrintsOnlyWhatIsNotOnPaper_data();
    void joiningPrintsOnlyWhatIsNotOnPaper();
    void theFeedBringsBoth();

private:
    using Parts = std::vector<SplitPart>;

    Order place(std::vector<NewOrderLine> lines, const std::function<void(NewOrder &)> &with = {})
    {
        NewOrder request = pickup(std::move(lines));
        if (with)
            with(request);
        const auto placed = m_hub->run(m_business.owner(),
                                       [&](WriteContext &context) { return orderwrites::create(context, request); });
        return placed ? *placed->order : Order();
    }
    /// Soup, two breads, 1.5 shashlik.
    Order placeThree(const std::function<void(NewOrder &)> &with = {})
    {
        return place({line(m_business.item(u"Soup")), line(m_business.item(u"Bread"), 2000),
                      line(m_business.item(u"Shashlik"), 1500)},
                     with);
    }
    Result<WriteOutcome> split(qint64 orderId, const Parts &parts, const QString &uuid = {})
    {
        return m_hub->run(m_business.terminal(Role::Counter), [&](WriteContext &context) {
            return orderwrites::split(context, {orderId, {}}, {parts, uuid});
        });
    }
    Result<WriteOutcome> join(qint64 orderId, qint64 intoId)
    {
        return m_hub->run(m_business.terminal(Role::Counter), [&](WriteContext &context) {
            return orderwrites::join(context, {orderId, {}}, intoId);
        });
    }
    bool setStatus(qint64 orderId, OrderStatus to)
    {
        OrderCommand command;
        command.to = to;
        command.reason = QStringLiteral("test");
        return run(orderId, command);
    }
    bool onLines(qint64 orderId, LineAction action, std::vector<qint64> ids)
    {
        OrderCommand command;
        command.kind = OrderCommand::Kind::Lines;
        command.action = action;
        command.lineIds = std::move(ids);
        command.reason = QStringLiteral("test");
        return run(orderId, command);
    }
    bool run(qint64 orderId, const OrderCommand &command)
    {
        return m_hub
            ->run(m_business.owner(),
                  [&](WriteContext &context) {
                      return orderwrites::command(context, {orderId, {}}, command);
                  })
            .ok();
    }
    Order stored(qint64 orderId)
    {
        const auto order = orderreads::one(m_hub->database(), m_business.id, {orderId, {}});
        return order ? *order : Order();
    }
    bool pay(const Order &order, PaymentStatus status)
    {
        Payment payment;
        payment.businessId = order.businessId;
        payment.orderId = order.id;
        payment.status = status;
        payment.amountMinor = 100;
        payment.refundedMinor = status == PaymentStatus::Refunded       ? 100
                                : status == PaymentStatus::PartRefunded ? 40
                                                                        : 0;
        payment.createdAtMs = m_hub->nowMs;
        return bool(paymentstore::insert(m_hub->database(), &payment, QStringLiteral("terminal:1"), m_hub->nowMs));
    }
    /// The journal's rows of an order after `seq`, as "type payload".
    QStringList journalOf(qint64 orderId, qint64 afterSeq)
    {
        QStringList rows;
        auto found = m_hub->database().query(
            QStringLiteral("SELECT type || ' ' || version || ' ' || payload FROM journal WHERE entity = 'order'"
                           " AND entity_id = ? AND seq > ? ORDER BY seq"),
            {orderId, afterSeq});
        while (found && found->next())
            rows.append(found->text(0));
        return rows;
    }
    qint64 lastSeq() { return m_hub->number(QStringLiteral("SELECT coalesce(max(seq), 0) FROM journal")); }
    bool addPrinter()
    {
        return m_hub->execute(
            QStringLiteral("INSERT INTO printers (business_id, name, kind, address, width, language, prints_tickets,"
                           " prints_receipts, receipt_on_completion, answers_status, has_drawer, fallback_after,"
                           " active, created_at, updated_at) VALUES (?, 'Hot', 'network', '192.168.1.50', 576, 'en', 1,"
                           " 0, 0, 1, 0, 0, 1, 1, 1)"),
            {m_business.id});
    }
    QList<qint64> find(const QString &text)
    {
        OrderFilter filter;
        filter.search = searchTextFrom(text);
        QList<qint64> ids;
        if (const auto page = orderreads::list(m_hub->database(), m_business.id, filter)) {
            for (const Order &order : page->orders)
                ids.append(order.id);
        }
        std::sort(ids.begin(), ids.end());
        return ids;
    }

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
};

void OrderSplitsTest::init()
{
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
}

void OrderSplitsTest::linesKeepTheirRows()
{
    const Order before = placeThree([](NewOrder &request) {
        request.fulfilment = Fulfilment::DineIn;
        request.table = QStringLiteral("7");
        request.covers = 3;
        request.note = QStringLiteral("quick");
        request.allergy = QStringLiteral("nuts");
        request.guestName = QStringLiteral("Dana");
        request.lines[1].note = QStringLiteral("warm");
        request.lines[1].course = 2;
    });
    m_hub->nowMs += minuteMs;
    const auto done = split(before.id, {{before.lines[1].id, {}}});
    QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
    QCOMPARE(done->code, 201);
    QVERIFY(done->entityId != before.id);
    const Order part = stored(done->entityId);
    const Order rest = stored(before.id);
    QVERIFY(part == *done->order);
    QCOMPARE(part.number, QStringLiteral("A-002"));
    QVERIFY(isUuid(part.uuid));
    QCOMPARE(part.lines.size(), std::size_t(1));
    OrderLine moved = before.lines[1];
    ++moved.version;
    QCOMPARE(part.lines[0], moved);
    QVERIFY(part.lines[0].held);
    QCOMPARE(part.table, QStringLiteral("7"));
    QCOMPARE(part.covers, 0);
    QVERIFY(part.note.isEmpty());
    QCOMPARE(part.allergy, QStringLiteral("nuts"));
    QCOMPARE(part.userId, before.userId);
    QCOMPARE(part.placedAtMs, before.placedAtMs);
    QCOMPARE(part.statusAtMs, before.statusAtMs);
    QCOMPARE(part.status, OrderStatus::New);
    QCOMPARE(part.version, 1);
    Order expected = before;
    expected.lines.erase(expected.lines.begin() + 1);
    expected.version = 2;
    expected.cost.subtotalMinor -= 100;
    expected.cost.totalMinor -= 100;
    QVERIFY(rest == expected);
    QCOMPARE(part.cost.totalMinor, 100);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM orders_items")), 3);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM order_status WHERE order_id = ? AND status = 1"
                                          " AND timestamp = ?"),
                           {part.id, before.placedAtMs}),
             1);
}

void OrderSplitsTest::aPartOfALineGetsItsOwnRow()
{
    const Order before = placeThree();
    const qint64 shashlik = before.lines[2].id;
    const auto done = split(before.id, {{shashlik, 700}, {before.lines[0].id, {}}});
    QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
    const Order part = stored(done->entityId);
    const Order rest = stored(before.id);
    QVERIFY(part == *done->order);
    QCOMPARE(part.lines.size(), std::size_t(2));
    QCOMPARE(part.lines[0].id, before.lines[0].id);
    OrderLine cut = before.lines[2];
    cut.id = part.lines[1].id;
    cut.quantity = 700;
    QVERIFY(cut.id > shashlik);
    QCOMPARE(part.lines[1], cut);
    OrderLine left = before.lines[2];
    left.quantity = 800;
    left.version = 2;
    QCOMPARE(rest.lines[1], left);
    QCOMPARE(part.cost.subtotalMinor, 1295 + 6860);
    QCOMPARE(rest.cost.subtotalMinor, 100 + 7840);
    QCOMPARE(part.cost.subtotalMinor + rest.cost.subtotalMinor, before.cost.subtotalMinor);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT sum(total_cost) FROM orders_cost")), before.cost.totalMinor);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM orders_items WHERE void_reason <> ''")), 0);
}

void OrderSplitsTest::theNumberIsOfTheOrdersDay()
{
    m_hub->nowMs = 1'768'517'999'000; // 2026-01-15T22:59:59Z, the last second of the business day
    const Order before = placeThree();
    m_hub->nowMs += 10 * minuteMs;
    QCOMPARE(placeThree().number, QStringLiteral("A-001"));
    const auto done = split(before.id, {{before.lines[0].id, {}}});
    QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
    QCOMPARE(done->order->number, QStringLiteral("A-002"));
    QCOMPARE(m_hub->text(QStringLiteral("SELECT business_day FROM orders WHERE order_id = ?"), {done->entityId}),
             QStringLiteral("2026-01-15"));
}

void OrderSplitsTest::statusesFollow()
{
    const Order before = placeThree();
    m_hub->nowMs += minuteMs;
    QVERIFY(setStatus(before.id, OrderStatus::Accepted));
    const qint64 accepted = m_hub->nowMs;
    m_hub->nowMs += minuteMs;
    QVERIFY(onLines(before.id, LineAction::Done, {before.lines[0].id}));
    m_hub->nowMs += minuteMs;
    // The two that nobody has begun leave: accepted as the order was; what is left is done.
    const auto open = split(before.id, {{before.lines[1].id, {}}, {before.lines[2].id, {}}});
    QVERIFY2(open, qPrintable(open ? QString() : open.error().message));
    QCOMPARE(open->order->status, OrderStatus::Accepted);
    QCOMPARE(open->order->statusAtMs, accepted);
    const Order rest = stored(before.id);
    QCOMPARE(rest.status, OrderStatus::Ready);
    QCOMPARE(rest.statusAtMs, m_hub->nowMs);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM order_status WHERE order_id = ? AND status = 4"
                                          " AND timestamp = ? AND is_recall = 0"),
                           {before.id, m_hub->nowMs}),
             1);
    QVERIFY(stored(open->entityId) == *open->order);

    // And the other way round: the done one leaves.
    const Order second = placeThree();
    QVERIFY(setStatus(second.id, OrderStatus::Accepted));
    QVERIFY(onLines(second.id, LineAction::Done, {second.lines[0].id}));
    const qint64 done = m_hub->nowMs;
    m_hub->nowMs += minuteMs;
    const auto ready = split(second.id, {{second.lines[0].id, {}}});
    QVERIFY(ready);
    QCOMPARE(ready->order->status, OrderStatus::Ready);
    QCOMPARE(ready->order->statusAtMs, done);
    QCOMPARE(stored(second.id).status, OrderStatus::Preparing);
    const auto history = orderreads::history(m_hub->database(), m_business.id, {ready->entityId, {}});
    QVERIFY(history);
    QCOMPARE(history->statuses.size(), std::size_t(1));
    QCOMPARE(history->statuses[0].status, OrderStatus::Ready);
}

void OrderSplitsTest::stepsAreTheItems()
{
    const Order before = placeThree();
    QCOMPARE(split(before.id, {{before.lines[2].id, 50}}).error().code, ErrorCode::QuantityOffStep);
    QCOMPARE(split(before.id, {{before.lines[1].id, 500}}).error().code, ErrorCode::QuantityOffStep);
    QVERIFY(split(before.id, {{before.lines[2].id, 100}}));
    // An item that is not sold any more is cut by whole pieces.
    QVERIFY(m_hub->execute(QStringLiteral("UPDATE items SET deleted_at = 1 WHERE item_id = ?"),
                           {m_business.item(u"Shashlik")}));
    QCOMPARE(split(before.id, {{before.lines[2].id, 100}}).error().code, ErrorCode::QuantityOffStep);
    QVERIFY(split(before.id, {{before.lines[2].id, 1000}}));
    QVERIFY(split(before.id, {{before.lines[2].id, {}}}));
}

void OrderSplitsTest::aGivenUuidIsTheNewOrders()
{
    const Order before = placeThree();
    const QString uuid = makeUuid7(m_hub->nowMs);
    const auto done = split(before.id, {{before.lines[0].id, {}}}, uuid.toUpper());
    QVERIFY(done);
    QCOMPARE(done->order->uuid, uuid);
    QCOMPARE(split(before.id, {{before.lines[1].id, {}}}, uuid).error().code, ErrorCode::AlreadyExists);
    QCOMPARE(split(before.id, {{before.lines[1].id, {}}}, before.uuid).error().code, ErrorCode::AlreadyExists);
    QCOMPARE(split(before.id, {{before.lines[1].id, {}}}, QStringLiteral("x")).error().code,
             ErrorCode::ValidationFailed);
    QCOMPARE(stored(before.id).lines.size(), std::size_t(2));
}

void OrderSplitsTest::splitRefusals_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("an unknown line") << "line" << ErrorCode::NotFound;
    QTest::newRow("a line of another order") << "foreign line" << ErrorCode::NotFound;
    QTest::newRow("a voided line") << "voided" << ErrorCode::LineTransitionNotAllowed;
    QTest::newRow("everything that is not voided") << "all" << ErrorCode::ValidationFailed;
    QTest::newRow("nothing") << "none" << ErrorCode::ValidationFailed;
    QTest::newRow("an unknown order") << "order" << ErrorCode::NotFound;
    QTest::newRow("another business's order") << "foreign order" << ErrorCode::NotFound;
    QTest::newRow("a closed order") << "closed" << ErrorCode::OrderTransitionNotAllowed;
}

void OrderSplitsTest::splitRefusals()
{
    QFETCH(QString, what);
    QFETCH(ErrorCode, code);
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    const Order before = placeThree();
    const Order second = placeThree();
    QVERIFY(onLines(before.id, LineAction::Void, {before.lines[2].id}));
    qint64 orderId = before.id;
    Parts parts{{before.lines[0].id, {}}};
    if (what == QLatin1String("line"))
        parts[0].lineId = 987'654;
    else if (what == QLatin1String("foreign line"))
        parts[0].lineId = second.lines[0].id;
    else if (what == QLatin1String("voided"))
        parts[0].lineId = before.lines[2].id;
    else if (what == QLatin1String("all"))
        parts.push_back({before.lines[1].id, {}});
    else if (what == QLatin1String("none"))
        parts.clear();
    else if (what == QLatin1String("order"))
        orderId = 987'654;
    else if (what == QLatin1String("closed"))
        QVERIFY(setStatus(before.id, OrderStatus::Cancelled));
    const qint64 seq = lastSeq();
    const Order unchanged = stored(before.id);
    if (what == QLatin1String("foreign order")) {
        const auto refused = m_hub->run(other.owner(), [&](WriteContext &context) {
            return orderwrites::split(context, {before.id, {}}, {parts, {}});
        });
        QCOMPARE(refused.error().code, code);
    } else {
        QCOMPARE(split(orderId, parts).error().code, code);
    }
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM orders")), 2);
    QCOMPARE(lastSeq(), seq);
    QVERIFY(stored(before.id) == unchanged);
}

void OrderSplitsTest::moneyHeldKeepsAnOrderTogether_data()
{
    QTest::addColumn<PaymentStatus>("status");
    for (const PaymentStatus status : allPaymentStatuses)
        QTest::newRow(qPrintable(paymentStatusText(status))) << status;
}

void OrderSplitsTest::moneyHeldKeepsAnOrderTogether()
{
    QFETCH(PaymentStatus, status);
    const Order paid = placeThree();
    const Order other = placeThree();
    QVERIFY(pay(paid, status));
    const qint64 seq = lastSeq();
    if (holdsMoney(status)) {
        QCOMPARE(split(paid.id, {{paid.lines[0].id, {}}}).error().code, ErrorCode::PaymentNotAllowed);
        QCOMPARE(join(paid.id, other.id).error().code, ErrorCode::PaymentNotAllowed);
        QCOMPARE(join(other.id, paid.id).error().code, ErrorCode::PaymentNotAllowed);
        QCOMPARE(lastSeq(), seq);
        return;
    }
    QVERIFY(split(paid.id, {{paid.lines[0].id, {}}}));
    QVERIFY(join(paid.id, other.id));
    // A payment that came to nothing stays with the order that it was for.
    QCOMPARE(m_hub->number(QStringLiteral("SELECT order_id FROM payments")), paid.id);
}

void OrderSplitsTest::bothOrdersAreInTheJournal()
{
    const Order before = placeThree();
    QVERIFY(setStatus(before.id, OrderStatus::Accepted));
    QVERIFY(onLines(before.id, LineAction::Done, {before.lines[0].id, before.lines[1].id}));
    const qint64 seq = lastSeq();
    const qint64 version = stored(before.id).version;
    const auto done = split(before.id, {{before.lines[2].id, {}}, {before.lines[1].id, 1000}});
    QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
    const qint64 part = done->entityId;
    const qint64 cut = done->order->lines[1].id;
    const QStringList ofRest = journalOf(before.id, seq);
    QCOMPARE(
        ofRest,
        QStringList(
            {QStringLiteral("order.split %1 {\"into_number\":\"A-002\",\"into_order\":%2,"
                            "\"lines\":[%3,%4],\"total\":1345}")
                 .arg(version + 1)
                 .arg(part)
                 .arg(before.lines[1].id)
                 .arg(before.lines[2].id),
             QStringLiteral("order.status %1 {\"from\":3,\"steps\":[[4,%2]]}").arg(version + 1).arg(m_hub->nowMs)}));
    const QStringList ofPart = journalOf(part, seq);
    QCOMPARE(ofPart.size(), 2);
    QVERIFY2(ofPart[0].startsWith(QStringLiteral("order.created 1 {")), qPrintable(ofPart[0]));
    QCOMPARE(ofPart[1], QStringLiteral("order.split 1 {\"from_number\":\"A-001\",\"from_order\":%1,\"lines\":[%2,%3],"
                                       "\"total\":14750}")
                            .arg(before.id)
                            .arg(before.lines[2].id)
                            .arg(cut));
    QVERIFY(feedreads::verifyChain(m_hub->database(), m_business.id));
}

void OrderSplitsTest::foundUnderTheRightOrder()
{
    const Order before = placeThree();
    const auto done = split(before.id, {{before.lines[1].id, {}}, {before.lines[2].id, 500}});
    QVERIFY(done);
    const qint64 part = done->entityId;
    QCOMPARE(find(QStringLiteral("soup")), QList<qint64>({before.id}));
    QCOMPARE(find(QStringLiteral("bread")), QList<qint64>({part}));
    QCOMPARE(find(QStringLiteral("shashlik")), QList<qint64>({before.id, part}));
    QCOMPARE(find(QStringLiteral("a-002")), QList<qint64>({part}));
    QVERIFY(join(part, before.id));
    QCOMPARE(find(QStringLiteral("bread")), QList<qint64>({before.id}));
    QCOMPARE(find(QStringLiteral("shashlik")), QList<qint64>({before.id}));
    QCOMPARE(find(QStringLiteral("a-002")), QList<qint64>({part}));
    // The search holds each order once.
    QList<qint64> held;
    auto parts = m_hub->database().query(QStringLiteral("SELECT entries FROM search_parts"));
    QVERIFY(parts);
    while (parts->next()) {
        const QByteArray bytes = parts->bytes(0);
        SearchEntries entries(bytes);
        for (SearchEntry entry; entries.next(&entry);)
            held.append(entry.orderId);
        QVERIFY(!entries.failed());
    }
    QCOMPARE(held, QList<qint64>({before.id, part}));
}

void OrderSplitsTest::joiningMovesEverything()
{
    const Order gone = placeThree([](NewOrder &request) {
        request.allergy = QStringLiteral("nuts");
        request.note = QStringLiteral("no spoon");
        request.covers = 2;
    });
    const Order target = place({line(m_business.item(u"Soup"), 2000)}, [](NewOrder &request) { request.covers = 1; });
    QVERIFY(onLines(gone.id, LineAction::Void, {gone.lines[1].id}));
    m_hub->nowMs += minuteMs;
    const auto done = join(gone.id, target.id);
    QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
    QCOMPARE(done->code, 200);
    QCOMPARE(done->entityId, target.id);
    const Order into = stored(target.id);
    QVERIFY(into == *done->order);
    QCOMPARE(into.lines.size(), std::size_t(3));
    QCOMPARE(into.lines[0].id, gone.lines[0].id);
    QCOMPARE(into.lines[0].version, gone.lines[0].version + 1);
    QCOMPARE(into.cost.totalMinor, 1295 + 14'700 + 2590);
    QCOMPARE(into.allergy, QStringLiteral("nuts"));
    QCOMPARE(into.note, QStringLiteral("no spoon"));
    QCOMPARE(into.covers, 3);
    QCOMPARE(into.number, target.number);
    const Order left = stored(gone.id);
    QCOMPARE(left.status, OrderStatus::Cancelled);
    QCOMPARE(left.cancelReason, QStringLiteral("joined:A-002"));
    QCOMPARE(left.statusAtMs, m_hub->nowMs);
    QCOMPARE(left.lines.size(), std::size_t(1));
    QCOMPARE(left.lines[0].status, LineStatus::Voided);
    QCOMPARE(left.cost.totalMinor, 0);
    const auto history = orderreads::history(m_hub->database(), m_business.id, {gone.id, {}});
    QVERIFY(history);
    QCOMPARE(history->statuses.back().status, OrderStatus::Cancelled);
    QCOMPARE(history->statuses.back().reason, QStringLiteral("joined:A-002"));
}

void OrderSplitsTest::readyGoesBackForMoreWork()
{
    const Order target = placeThree();
    const Order gone = placeThree();
    QVERIFY(setStatus(target.id, OrderStatus::Preparing));
    QVERIFY(setStatus(target.id, OrderStatus::Ready));
    const auto done = join(gone.id, target.id);
    QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
    QCOMPARE(done->order->status, OrderStatus::Preparing);
    QVERIFY(stored(target.id) == *done->order);
    QCOMPARE(m_hub->number(QStringLiteral(
                               "SELECT count(*) FROM order_status WHERE order_id = ? AND status = 3 AND is_recall = 1"),
                           {target.id}),
             1);
}

void OrderSplitsTest::joinRefusals_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("itself") << "itself" << ErrorCode::ValidationFailed;
    QTest::newRow("an unknown order") << "unknown" << ErrorCode::NotFound;
    QTest::newRow("into an unknown one") << "into unknown" << ErrorCode::NotFound;
    QTest::newRow("into another business's") << "into foreign" << ErrorCode::NotFound;
    QTest::newRow("another fulfilment") << "fulfilment" << ErrorCode::OrderTransitionNotAllowed;
    QTest::newRow("a closed one") << "closed" << ErrorCode::OrderTransitionNotAllowed;
    QTest::newRow("into a closed one") << "into closed" << ErrorCode::OrderTransitionNotAllowed;
}

void OrderSplitsTest::joinRefusals()
{
    QFETCH(QString, what);
    QFETCH(ErrorCode, code);
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    const auto foreign = m_hub->run(other.owner(), [&](WriteContext &context) {
        return orderwrites::create(context, pickup({line(other.item(u"Soup"))}));
    });
    QVERIFY(foreign);
    const Order gone = placeThree([&what](NewOrder &request) {
        if (what != QLatin1String("fulfilment"))
            return;
        request.fulfilment = Fulfilment::DineIn;
        request.table = QStringLiteral("5");
    });
    const Order target = placeThree();
    qint64 orderId = gone.id;
    qint64 intoId = target.id;
    if (what == QLatin1String("itself"))
        intoId = gone.id;
    else if (what == QLatin1String("unknown"))
        orderId = 987'654;
    else if (what == QLatin1String("into unknown"))
        intoId = 987'654;
    else if (what == QLatin1String("into foreign"))
        intoId = foreign->entityId;
    else if (what == QLatin1String("closed"))
        QVERIFY(setStatus(gone.id, OrderStatus::Cancelled));
    else if (what == QLatin1String("into closed"))
        QVERIFY(setStatus(target.id, OrderStatus::Cancelled));
    const qint64 seq = lastSeq();
    const auto refused = join(orderId, intoId);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, code);
    if (what.startsWith(QLatin1String("into ")) && code == ErrorCode::NotFound)
        QCOMPARE(refused.error().details.front().path, QStringLiteral("into"));
    QCOMPARE(lastSeq(), seq);
    QCOMPARE(stored(gone.id).lines.size(), std::size_t(3));
    QCOMPARE(stored(target.id).lines.size(), std::size_t(3));
}

void OrderSplitsTest::joinedOrdersAreInTheJournal()
{
    const Order gone = place({line(m_business.item(u"Soup"))});
    const Order target = place({line(m_business.item(u"Bread"))});
    QVERIFY(setStatus(gone.id, OrderStatus::Accepted));
    const qint64 seq = lastSeq();
    m_hub->nowMs += minuteMs;
    QVERIFY(join(gone.id, target.id));
    QCOMPARE(journalOf(gone.id, seq),
             QStringList({QStringLiteral("order.joined 3 {\"into_number\":\"A-002\",\"into_order\":%1,\"lines\":[%2],"
                                         "\"total\":0}")
                              .arg(target.id)
                              .arg(gone.lines[0].id),
                          QStringLiteral("order.status 3 {\"from\":2,\"steps\":[[7,%1]]}").arg(m_hub->nowMs)}));
    QCOMPARE(journalOf(target.id, seq),
             QStringList({QStringLiteral("order.joined 2 {\"from_number\":\"A-001\",\"from_order\":%1,\"lines\":[%2],"
                                         "\"total\":1345}")
                              .arg(gone.id)
                              .arg(gone.lines[0].id),
                          QStringLiteral("order.status 2 {\"from\":1,\"steps\":[[2,%1]]}").arg(m_hub->nowMs)}));
    QVERIFY(feedreads::verifyChain(m_hub->database(), m_business.id));
}

void OrderSplitsTest::joiningAfterASplitIsAsBefore()
{
    const Order before = placeThree();
    const auto done = split(before.id, {{before.lines[0].id, {}}, {before.lines[2].id, {}}});
    QVERIFY(done);
    QVERIFY(join(done->entityId, before.id));
    Order again = stored(before.id);
    QCOMPARE(again.version, 3);
    again.version = before.version;
    for (OrderLine &one : again.lines)
        one.version = 1;
    QVERIFY(again == before);
}

void OrderSplitsTest::splittingPrintsNothing()
{
    QVERIFY(addPrinter());
    const Order before = placeThree();
    QVERIFY(setStatus(before.id, OrderStatus::Accepted));
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM print_jobs")), 1);
    const auto done = split(before.id, {{before.lines[0].id, {}}, {before.lines[2].id, 500}});
    QVERIFY(done);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM print_jobs")), 1);
    // Later changes of either are printed as ever.
    QVERIFY(onLines(done->entityId, LineAction::Void, {before.lines[0].id}));
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM print_jobs WHERE kind = 'change' AND order_id = ?"),
                           {done->entityId}),
             1);
    // One that no kitchen knows of yet is printed when it is sent.
    const Order second = placeThree();
    const auto part = split(second.id, {{second.lines[0].id, {}}});
    QVERIFY(part);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM print_jobs")), 2);
    QVERIFY(setStatus(part->entityId, OrderStatus::Accepted));
    QVERIFY(setStatus(second.id, OrderStatus::Accepted));
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM print_jobs WHERE kind = 'ticket'")), 3);
}

void OrderSplitsTest::joiningPrintsOnlyWhatIsNotOnPaper_data()
{
    QTest::addColumn<bool>("goneSent");
    QTest::addColumn<bool>("targetSent");
    QTest::addColumn<QString>("kind"); // of the new paper; empty: none
    QTest::addColumn<bool>("hasGone"); // the dish that moved is on it
    QTest::addColumn<bool>("hasOwn");
    QTest::newRow("both on paper") << true << true << QString() << false << false;
    QTest::newRow("neither") << false << false << QString() << false << false;
    QTest::newRow("only the target") << false << true << QStringLiteral("change") << true << false;
    QTest::newRow("only what moves") << true << false << QStringLiteral("ticket") << false << true;
}

void OrderSplitsTest::joiningPrintsOnlyWhatIsNotOnPaper()
{
    QFETCH(bool, goneSent);
    QFETCH(bool, targetSent);
    QFETCH(QString, kind);
    QFETCH(bool, hasGone);
    QFETCH(bool, hasOwn);
    QVERIFY(addPrinter());
    const Order gone = place({line(m_business.item(u"Soup"))});
    const Order target = place({line(m_business.item(u"Bread"))});
    if (goneSent)
        QVERIFY(setStatus(gone.id, OrderStatus::Accepted));
    if (targetSent)
        QVERIFY(setStatus(target.id, OrderStatus::Accepted));
    const qint64 last = m_hub->number(QStringLiteral("SELECT coalesce(max(job_id), 0) FROM print_jobs"));
    QVERIFY(join(gone.id, target.id));
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM print_jobs WHERE job_id > ?"), {last}),
             kind.isEmpty() ? 0 : 1);
    if (kind.isEmpty())
        return;
    QCOMPARE(m_hub->text(QStringLiteral("SELECT kind FROM print_jobs WHERE job_id > ?"), {last}), kind);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT order_id FROM print_jobs WHERE job_id > ?"), {last}), target.id);
    const QString paper =
        m_hub->text(QStringLiteral("SELECT CAST(oshaq_open('print_jobs.document', document) AS TEXT) FROM print_jobs WHERE job_id > ?"), {last});
    QCOMPARE(paper.contains(QStringLiteral("Soup")), hasGone);
    QCOMPARE(paper.contains(QStringLiteral("Bread")), hasOwn);
}

void OrderSplitsTest::theFeedBringsBoth()
{
    const Order before = placeThree();
    const auto from = feedreads::cursor(m_hub->database(), m_business.id);
    QVERIFY(from);
    const auto done = split(before.id, {{before.lines[0].id, {}}});
    QVERIFY(done);
    const auto page = feedreads::changes(m_hub->database(), m_business.id, *from, 100);
    QVERIFY(page);
    std::map<qint64, std::size_t> lines;
    for (const FeedChange &change : page->changes) {
        QVERIFY(change.order);
        QCOMPARE(change.change.version, change.order->version);
        lines[change.order->id] = change.order->lines.size();
    }
    QCOMPARE(lines, (std::map<qint64, std::size_t>{{before.id, 2}, {done->entityId, 1}}));
}

QTEST_GUILESS_MAIN(OrderSplitsTest)
#include "ordersplitstest.moc"
