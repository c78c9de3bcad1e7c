// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/orderservice.h"
#include "tests/support/hubfixture.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// orderwrites::command: what a decision becomes in the tables.
class OrderCommandTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void startWritesTwoSteps();
    void theAnswerIsTheStoredRow();
    void aReachedTargetWritesNothing();
    void aRefusalWritesNothing();
    void actedAtIsClamped();
    void cancellingIsMarked();
    void linesMoveTheOrder();
    void voidingChangesTheCost();
    void recallAddsHistory();
    void managersRecallUntilTheDayEnds();
    void guestsReachOnlyTheirOwn();
    void anotherBusinessFindsNothing();
    void theCurrentStatusIsTheNewestHistory();

private:
    Result<WriteOutcome> command(const Principal &principal, const OrderCommand &command)
    {
        return m_hub->run(principal, [&](WriteContext &context) {
            return orderwrites::command(context, {m_order, {}}, command);
        });
    }
    Result<WriteOutcome> setStatus(const Principal &principal, OrderStatus to, const QString &reason = {})
    {
        OrderCommand wanted;
        wanted.to = to;
        wanted.reason = reason;
        return command(principal, wanted);
    }
    Result<WriteOutcome> lines(const Principal &principal, LineAction action, std::vector<qint64> ids,
                               const QString &reason = {})
    {
        OrderCommand wanted;
        wanted.kind = OrderCommand::Kind::Lines;
        wanted.action = action;
        wanted.lineIds = std::move(ids);
        wanted.reason = reason;
        return command(principal, wanted);
    }
    Result<WriteOutcome> recall(const Principal &principal)
    {
        OrderCommand wanted;
        wanted.kind = OrderCommand::Kind::Recall;
        return command(principal, wanted);
    }
    Order stored() { return *orderreads::one(m_hub->database(), m_business.id, {m_order, {}}); }
    qint64 historyRows()
    {
        return m_hub->number(QStringLiteral("SELECT count(*) FROM order_status WHERE order_id = ?"), {m_order});
    }
    qint64 journalRows() { return m_hub->number(QStringLiteral("SELECT count(*) FROM journal")); }
    QStringList journalTypes()
    {
        QStringList types;
        auto rows =
            m_hub->database().query(QStringLiteral("SELECT type FROM journal WHERE entity = 'order' ORDER BY seq"));
        while (rows && rows->next())
            types.append(rows->text(0));
        return types;
    }

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
    qint64 m_guest = 0;
    qint64 m_order = 0;
    std::vector<qint64> m_lines;
};

void OrderCommandTest::init()
{
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
    m_guest = m_hub->makeGuest(m_business, QStringLiteral("Aigerim"));
    const auto placed = m_hub->run(m_business.guest(m_guest), [this](WriteContext &context) {
        return orderwrites::create(context,
                                   pickup({line(m_business.item(u"Soup")), line(m_business.item(u"Shashlik"), 500)}));
    });
    QVERIFY(placed);
    m_order = placed->entityId;
    m_lines = {placed->order->lines[0].id, placed->order->lines[1].id};
    m_hub->nowMs += 10'000;
}

void OrderCommandTest::startWritesTwoSteps()
{
    const auto started = setStatus(m_business.terminal(Role::Kitchen), OrderStatus::Preparing);
    QVERIFY2(started, qPrintable(started ? QString() : started.error().message));
    QCOMPARE(started->code, 200);
    QCOMPARE(started->order->status, OrderStatus::Preparing);
    QCOMPARE(started->order->version, 2);
    QStringList statuses;
    auto rows = m_hub->database().query(
        QStringLiteral("SELECT status, timestamp, created_at FROM order_status WHERE order_id = ? ORDER BY status_id"),
        {m_order});
    while (rows->next()) {
        statuses.append(rows->text(0));
        if (statuses.size() > 1) {
            QCOMPARE(rows->integer(1), m_hub->nowMs);
            QCOMPARE(rows->integer(2), m_hub->nowMs);
        }
    }
    QCOMPARE(statuses, (QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}));
    QCOMPARE(started->order->lines[0].status, LineStatus::Started);
    QCOMPARE(started->order->lines[0].version, 2);
    QCOMPARE(journalTypes(), (QStringList{QStringLiteral("order.created"), QStringLiteral("order.lines"),
                                          QStringLiteral("order.status")}));
    QCOMPARE(
        m_hub->number(
            QStringLiteral("SELECT count(*) FROM journal WHERE entity_id = ? AND version = 2 AND actor = 'terminal:1'"
                           " AND terminal_id = 1 AND request_id = 'request-1'"),
            {m_order}),
        2);
}

void OrderCommandTest::theAnswerIsTheStoredRow()
{
    const Principal cook = m_business.terminal(Role::Kitchen);
    const auto answersWithTheRow = [this](const Result<WriteOutcome> &outcome) {
        return outcome && outcome->order && *outcome->order == stored();
    };
    QVERIFY(answersWithTheRow(setStatus(cook, OrderStatus::Preparing)));
    m_hub->nowMs += 1000;
    QVERIFY(answersWithTheRow(lines(cook, LineAction::Done, {m_lines[0]})));
    m_hub->nowMs += 1000;
    QVERIFY(answersWithTheRow(lines(cook, LineAction::Done, {m_lines[1]})));
    QVERIFY(answersWithTheRow(recall(cook)));
    QVERIFY(answersWithTheRow(setStatus(m_business.owner(), OrderStatus::Cancelled, QStringLiteral("no gas"))));
}

void OrderCommandTest::aReachedTargetWritesNothing()
{
    QVERIFY(setStatus(m_business.owner(), OrderStatus::Accepted));
    const qint64 journal = journalRows();
    const auto again = setStatus(m_business.owner(), OrderStatus::Accepted);
    QVERIFY(again);
    QCOMPARE(again->code, 200);
    QCOMPARE(again->order->status, OrderStatus::Accepted);
    QCOMPARE(again->order->version, 2);
    QCOMPARE(journalRows(), journal);
    QCOMPARE(historyRows(), 2);
}

void OrderCommandTest::aRefusalWritesNothing()
{
    const qint64 journal = journalRows();
    QCOMPARE(setStatus(m_business.owner(), OrderStatus::Completed).error().code, ErrorCode::OrderTransitionNotAllowed);
    OrderCommand stale;
    stale.to = OrderStatus::Accepted;
    stale.from = OrderStatus::Preparing;
    QCOMPARE(command(m_business.owner(), stale).error().code, ErrorCode::OrderStatusChanged);
    QCOMPARE(lines(m_business.owner(), LineAction::Done, {12'345}).error().code, ErrorCode::NotFound);
    QCOMPARE(journalRows(), journal);
    QCOMPARE(historyRows(), 1);
    QCOMPARE(stored().version, 1);
}

void OrderCommandTest::actedAtIsClamped()
{
    OrderCommand early;
    early.to = OrderStatus::Accepted;
    early.actedAtMs = 1;
    QVERIFY(command(m_business.owner(), early));
    QCOMPARE(stored().statusAtMs, m_hub->nowMs - 10'000); // when it was placed
    OrderCommand late;
    late.to = OrderStatus::Preparing;
    late.actedAtMs = m_hub->nowMs + 60'000;
    QVERIFY(command(m_business.owner(), late));
    QCOMPARE(stored().statusAtMs, m_hub->nowMs);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT min(created_at) FROM order_status WHERE order_id = ? AND status > 1"),
                           {m_order}),
             m_hub->nowMs);
}

void OrderCommandTest::cancellingIsMarked()
{
    QVERIFY(setStatus(m_business.owner(), OrderStatus::Cancelled, QStringLiteral("the guest left")));
    QCOMPARE(m_hub->number(QStringLiteral("SELECT isCanceled FROM order_status WHERE order_id = ? AND status = 7"),
                           {m_order}),
             1);
    QCOMPARE(
        m_hub->text(QStringLiteral("SELECT reason FROM order_status WHERE order_id = ? AND status = 7"), {m_order}),
        QStringLiteral("the guest left"));
    QCOMPARE(stored().cancelReason, QStringLiteral("the guest left"));
}

void OrderCommandTest::linesMoveTheOrder()
{
    const Principal cook = m_business.terminal(Role::Kitchen);
    QVERIFY(lines(cook, LineAction::Done, {m_lines[0]}));
    QCOMPARE(stored().status, OrderStatus::Preparing);
    QCOMPARE(stored().lines[0].status, LineStatus::Done);
    QCOMPARE(stored().lines[1].version, 1);
    QVERIFY(lines(cook, LineAction::Done, {m_lines[1]}));
    QCOMPARE(stored().status, OrderStatus::Ready);
    QCOMPARE(historyRows(), 4);
    QCOMPARE(stored().version, 3);
}

void OrderCommandTest::voidingChangesTheCost()
{
    const auto voided = lines(m_business.owner(), LineAction::Void, {m_lines[1]}, QStringLiteral("burnt"));
    QVERIFY2(voided, qPrintable(voided ? QString() : voided.error().message));
    QCOMPARE(voided->order->cost.totalMinor, 1295);
    QVERIFY(*voided->order == stored());
    QCOMPARE(m_hub->number(QStringLiteral("SELECT total_cost FROM orders_cost WHERE order_id = ?"), {m_order}), 1295);
    QCOMPARE(m_hub->text(QStringLiteral("SELECT void_reason FROM orders_items WHERE order_item_id = ?"), {m_lines[1]}),
             QStringLiteral("burnt"));
}

void OrderCommandTest::recallAddsHistory()
{
    const Principal cook = m_business.terminal(Role::Kitchen);
    QVERIFY(setStatus(cook, OrderStatus::Preparing));
    QVERIFY(setStatus(cook, OrderStatus::Ready));
    const qint64 before = historyRows();
    m_hub->nowMs += 14 * 60'000;
    const auto back = recall(cook);
    QVERIFY2(back, qPrintable(back ? QString() : back.error().message));
    QCOMPARE(back->order->status, OrderStatus::Preparing);
    QCOMPARE(back->order->lines[0].status, LineStatus::Started);
    QCOMPARE(historyRows(), before + 1);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM order_status WHERE order_id = ? AND is_recall = 1"),
                           {m_order}),
             1);
    QCOMPARE(journalTypes().last(), QStringLiteral("order.recalled"));
    m_hub->nowMs += 16 * 60'000;
    QCOMPARE(recall(cook).error().code, ErrorCode::RecallTooLate);
}

void OrderCommandTest::managersRecallUntilTheDayEnds()
{
    QVERIFY(setStatus(m_business.owner(), OrderStatus::Preparing));
    QVERIFY(setStatus(m_business.owner(), OrderStatus::Ready));
    m_hub->nowMs = 1'768'517'999'999; // the last millisecond of the business day, 03:59:59.999 in Almaty
    const Principal manager = m_business.terminal(Role::Manager);
    const auto inTime = recall(manager);
    QVERIFY2(inTime, qPrintable(inTime ? QString() : inTime.error().message));

    QVERIFY(setStatus(manager, OrderStatus::Ready));
    m_hub->nowMs += 1;
    QVERIFY(recall(manager)); // the new day's manager, within 15 minutes
    // Ready again on the new day: that day's end counts.
    QVERIFY(setStatus(manager, OrderStatus::Ready));
    m_hub->nowMs += 20 * 60 * 60'000;
    QVERIFY(recall(manager));
    QVERIFY(setStatus(manager, OrderStatus::Ready));
    m_hub->nowMs += 24 * 60 * 60'000;
    QCOMPARE(recall(manager).error().code, ErrorCode::RecallTooLate);
}

void OrderCommandTest::guestsReachOnlyTheirOwn()
{
    const qint64 stranger = m_hub->makeGuest(m_business, QStringLiteral("Marat"));
    const QString reason = QStringLiteral("changed my mind");
    QCOMPARE(setStatus(m_business.guest(stranger), OrderStatus::Cancelled, reason).error().code, ErrorCode::NotFound);
    QCOMPARE(setStatus(m_business.guest(m_guest), OrderStatus::Accepted).error().code, ErrorCode::Forbidden);
    QVERIFY(setStatus(m_business.guest(m_guest), OrderStatus::Cancelled, reason));
}

void OrderCommandTest::anotherBusinessFindsNothing()
{
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    QCOMPARE(setStatus(other.owner(), OrderStatus::Accepted).error().code, ErrorCode::NotFound);
    QCOMPARE(orderreads::one(m_hub->database(), other.id, {m_order, {}}).error().code, ErrorCode::NotFound);
    QCOMPARE(orderreads::one(m_hub->database(), other.id, {0, stored().uuid}).error().code, ErrorCode::NotFound);
    QCOMPARE(orderreads::one(m_hub->database(), m_business.id, {0, QStringLiteral("nonsense")}).error().code,
             ErrorCode::NotFound);
}

void OrderCommandTest::theCurrentStatusIsTheNewestHistory()
{
    const Principal cook = m_business.terminal(Role::Kitchen);
    QVERIFY(lines(cook, LineAction::Start, {m_lines[0]}));
    m_hub->nowMs += 5;
    QVERIFY(lines(cook, LineAction::Done, m_lines));
    QVERIFY(recall(cook));
    QVERIFY(setStatus(cook, OrderStatus::Ready));
    QVERIFY(setStatus(m_business.terminal(Role::Counter), OrderStatus::Completed));
    QCOMPARE(m_hub->number(QStringLiteral(
                 "SELECT count(*) FROM orders o JOIN order_status s ON s.order_id = o.order_id AND s.status_id ="
                 " (SELECT max(status_id) FROM order_status WHERE order_id = o.order_id)"
                 " WHERE o.status = s.status AND o.status_at = s.timestamp")),
             1);
}

QTEST_GUILESS_MAIN(OrderCommandTest)
#include "ordercommandtest.moc"
