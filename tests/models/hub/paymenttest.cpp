// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/feedservice.h"
#include "models/hub/paymentservice.h"
#include "models/hub/paymentstore.h"
#include "tests/support/hubfixture.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// Money at the till, without a bank.
class HubPaymentTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cashInParts();
    void cardReaderWithTip();
    void neverMoreThanTheOrder();
    void refundsInPartsAndWhole();
    void counterHasALimit();
    void attemptsWithABank();
    void managersResolve();
    void othersReachNothing();
    void cardsAreTheGuestsOwn();
    void journalTellsAmountsAndNoReasons();
    void ordersSayWhatWasPaid();
    void totalsThatChangeUnpay();
    void freeOrdersArePaid();
    void sharesOfABill();

private:
    Result<WriteOutcome> pay(PaymentMethod method, qint64 amount, qint64 tip = 0,
                             std::optional<qint64> tendered = std::nullopt, const QString &slip = {})
    {
        return m_hub->run(m_till, [=, this](WriteContext &context) {
            return paymentwrites::takeDirect(context, {m_order, method, amount, tip, tendered, slip});
        });
    }
    Result<WriteOutcome> refund(const Principal &who, qint64 payment, std::optional<qint64> amount,
                                const QString &reason = QStringLiteral("Cold soup"))
    {
        return m_hub->run(
            who, [=](WriteContext &context) { return paymentwrites::refund(context, payment, amount, reason); });
    }
    Result<WriteOutcome> begin(const Principal &who, const BankPayment &payment)
    {
        return m_hub->run(who,
                          [payment](WriteContext &context) { return paymentwrites::beginWithBank(context, payment); });
    }
    Result<WriteOutcome> apply(qint64 payment, PaymentEvent event)
    {
        return m_hub->run(m_business.owner(),
                          [=](WriteContext &context) { return paymentwrites::apply(context, payment, event); });
    }
    PaymentSummary summary()
    {
        const auto all = paymentreads::ofOrder(m_hub->database(), m_business.id, {m_order, {}}, std::nullopt);
        return all ? all->summary : PaymentSummary();
    }
    Payment one(qint64 id) { return paymentreads::one(m_hub->database(), m_business.id, id).value(); }
    static ErrorCode codeOf(const Result<WriteOutcome> &result)
    {
        return result ? ErrorCode::Internal : result.error().code;
    }

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
    Principal m_till;
    Principal m_guest;
    qint64 m_order = 0; ///< 25.90 of the guest
};

void HubPaymentTest::init()
{
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
    m_till = m_business.terminal(Role::Counter, 1);
    m_guest = m_business.guest(m_hub->makeGuest(m_business, QStringLiteral("Dana")));
    const auto placed = m_hub->run(m_guest, [this](WriteContext &context) {
        return orderwrites::create(context, pickup({line(m_business.item(u"Soup"), 2000)}));
    });
    QVERIFY(placed);
    m_order = placed->entityId;
}

void HubPaymentTest::cashInParts()
{
    const auto first = pay(PaymentMethod::Cash, 1000, 0, 2000);
    QVERIFY(first);
    QCOMPARE(first->code, 201);
    const Payment taken = one(first->entityId);
    QVERIFY(taken.status == PaymentStatus::Charged);
    QCOMPARE(taken.changeMinor(), 1000);
    QVERIFY(summary().state == PaymentState::PartPaid);
    QCOMPARE(summary().dueMinor, 1590);
    QVERIFY(pay(PaymentMethod::Cash, 1590));
    QVERIFY(summary().state == PaymentState::Paid);
    QCOMPARE(codeOf(pay(PaymentMethod::Cash, 1)), ErrorCode::PaymentExceedsDue);
    // Less than it costs, and nothing at all.
    QCOMPARE(codeOf(pay(PaymentMethod::Cash, 0)), ErrorCode::ValidationFailed);
}

void HubPaymentTest::cardReaderWithTip()
{
    QCOMPARE(codeOf(pay(PaymentMethod::CardReader, 2590, 0, 3000)), ErrorCode::ValidationFailed);
    QCOMPARE(codeOf(pay(PaymentMethod::Cash, 2590, 0, std::nullopt, QStringLiteral("17"))),
             ErrorCode::ValidationFailed);
    QCOMPARE(codeOf(pay(PaymentMethod::Cash, 2590, 500, 3000)), ErrorCode::ValidationFailed);
    QCOMPARE(codeOf(pay(PaymentMethod::Halyk, 2590)), ErrorCode::ValidationFailed);
    const auto paid = pay(PaymentMethod::CardReader, 2590, 410, std::nullopt, QStringLiteral("000017"));
    QVERIFY(paid);
    QCOMPARE(one(paid->entityId).slip, QStringLiteral("000017"));
    QCOMPARE(summary().tipMinor, 410);
    QVERIFY(summary().state == PaymentState::Paid);
}

void HubPaymentTest::neverMoreThanTheOrder()
{
    QCOMPARE(codeOf(pay(PaymentMethod::Cash, 2591, 0, 5000)), ErrorCode::PaymentExceedsDue);
    QVERIFY(begin(m_guest, {m_order, PaymentMethod::Halyk, 2000, 0, {}}));
    QCOMPARE(codeOf(pay(PaymentMethod::Cash, 591)), ErrorCode::PaymentExceedsDue);
    QCOMPARE(codeOf(begin(m_guest, {m_order, PaymentMethod::Halyk, 591, 0, {}})), ErrorCode::PaymentExceedsDue);
    QVERIFY(pay(PaymentMethod::Cash, 590));
    QCOMPARE(summary().pendingMinor, 2000);
    QCOMPARE(summary().dueMinor, 0);

    const auto cancelled = m_hub->run(m_business.owner(), [this](WriteContext &context) {
        OrderCommand command;
        command.kind = OrderCommand::Kind::SetStatus;
        command.to = OrderStatus::Cancelled;
        command.reason = QStringLiteral("Closed");
        return orderwrites::command(context, {m_order, {}}, command);
    });
    QVERIFY(cancelled);
    QCOMPARE(codeOf(pay(PaymentMethod::Cash, 1)), ErrorCode::PaymentNotAllowed);
}

void HubPaymentTest::refundsInPartsAndWhole()
{
    const qint64 id = pay(PaymentMethod::Cash, 2590, 100)->entityId;
    const Principal manager = m_business.terminal(Role::Manager, 2);
    QCOMPARE(codeOf(refund(manager, id, 2691)), ErrorCode::RefundExceedsPaid);
    QCOMPARE(codeOf(refund(manager, id, 0)), ErrorCode::ValidationFailed);
    QCOMPARE(codeOf(refund(manager, id, 100, QStringLiteral("  "))), ErrorCode::ValidationFailed);
    QVERIFY(refund(manager, id, 1000));
    QVERIFY(one(id).status == PaymentStatus::PartRefunded);
    QCOMPARE(summary().dueMinor, 1000);
    QVERIFY(refund(manager, id, 500));
    QCOMPARE(one(id).refunds.size(), size_t(2));
    QVERIFY(refund(manager, id, std::nullopt));
    const Payment all = one(id);
    QVERIFY(all.status == PaymentStatus::Refunded);
    QCOMPARE(all.refundedMinor, 2690);
    QCOMPARE(all.version, 4);
    QVERIFY(summary().state == PaymentState::Refunded);
    QCOMPARE(codeOf(refund(manager, id, 1)), ErrorCode::PaymentNotAllowed);
    // What went back can be paid again.
    QVERIFY(pay(PaymentMethod::Cash, 2590));
    QVERIFY(summary().state == PaymentState::Paid);
}

void HubPaymentTest::counterHasALimit()
{
    const auto feast = m_hub->run(m_guest, [this](WriteContext &context) {
        return orderwrites::create(context, pickup({line(m_business.item(u"Shashlik"), 100'000)}));
    });
    QVERIFY(feast);
    m_order = feast->entityId; // 9,800.00
    const qint64 id = pay(PaymentMethod::Cash, 980'000)->entityId;
    QCOMPARE(codeOf(refund(m_till, id, 500'001)), ErrorCode::Forbidden);
    QVERIFY(refund(m_till, id, 300'000));
    QCOMPARE(codeOf(refund(m_till, id, 200'001)), ErrorCode::Forbidden);
    QVERIFY(refund(m_till, id, 200'000));
    QVERIFY(refund(m_business.terminal(Role::Manager, 2), id, std::nullopt));
}

void HubPaymentTest::attemptsWithABank()
{
    const auto begun = begin(m_guest, {m_order, PaymentMethod::Halyk, 2590, 0, {}});
    QVERIFY(begun);
    const qint64 id = begun->entityId;
    QVERIFY(one(id).status == PaymentStatus::Pending);
    QVERIFY(summary().state == PaymentState::Unpaid);
    QVERIFY(apply(id, PaymentEvent::LoseTrack));
    QVERIFY(one(id).status == PaymentStatus::Unknown);
    QCOMPARE(summary().dueMinor, 0);
    QCOMPARE(codeOf(apply(id, PaymentEvent::LoseTrack)), ErrorCode::PaymentNotAllowed);
    QVERIFY(apply(id, PaymentEvent::Charge));
    QVERIFY(summary().state == PaymentState::Paid);
    QCOMPARE(codeOf(apply(id, PaymentEvent::Charge)), ErrorCode::PaymentNotAllowed);
    // It goes back through the bank, and counts until it is there.
    QVERIFY(one(id).invoice > 0);
    const auto asked = refund(m_business.owner(), id, 100);
    QVERIFY(asked);
    QCOMPARE(asked->code, 201);
    QVERIFY(one(id).status == PaymentStatus::Charged);
    QVERIFY(one(id).refunds.front().state == RefundState::Asked);
    QCOMPARE(one(id).returningMinor(), 100);
    QCOMPARE(summary().paidMinor, 2590);
    QCOMPARE(summary().dueMinor, 0);
    QCOMPARE(codeOf(refund(m_business.owner(), id, 2491)), ErrorCode::RefundExceedsPaid);
}

void HubPaymentTest::managersResolve()
{
    const qint64 id = begin(m_guest, {m_order, PaymentMethod::Halyk, 2590, 0, {}})->entityId;
    const auto set = [&](PaymentStatus to, std::optional<qint64> version = std::nullopt) {
        return m_hub->run(m_business.owner(),
                          [=](WriteContext &context) { return paymentwrites::setStatus(context, id, to, version); });
    };
    QCOMPARE(codeOf(set(PaymentStatus::Charged)), ErrorCode::PaymentNotAllowed);
    QVERIFY(apply(id, PaymentEvent::LoseTrack));
    QCOMPARE(codeOf(set(PaymentStatus::Failed, 1)), ErrorCode::VersionStale);
    QVERIFY(set(PaymentStatus::Failed, 2));
    QCOMPARE(summary().dueMinor, 2590);
    const qint64 written = m_hub->number(QStringLiteral("SELECT count(*) FROM journal"));
    QVERIFY(set(PaymentStatus::Failed));
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM journal")), written);
    QCOMPARE(codeOf(set(PaymentStatus::Cancelled)), ErrorCode::PaymentNotAllowed);
}

void HubPaymentTest::othersReachNothing()
{
    const qint64 id = pay(PaymentMethod::Cash, 1000)->entityId;
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    QCOMPARE(codeOf(refund(other.owner(), id, 1)), ErrorCode::NotFound);
    QVERIFY(!paymentreads::one(m_hub->database(), other.id, id));
    QVERIFY(!paymentreads::ofOrder(m_hub->database(), other.id, {m_order, {}}, std::nullopt));
    const auto foreign = m_hub->run(other.owner(), [this](WriteContext &context) {
        return paymentwrites::takeDirect(context, {m_order, PaymentMethod::Cash, 100, 0, {}, {}});
    });
    QCOMPARE(codeOf(foreign), ErrorCode::NotFound);
    const Principal stranger = m_business.guest(m_hub->makeGuest(m_business, QStringLiteral("Aru")));
    QCOMPARE(codeOf(begin(stranger, {m_order, PaymentMethod::Halyk, 100, 0, {}})), ErrorCode::NotFound);
    QVERIFY(!paymentreads::ofOrder(m_hub->database(), m_business.id, {m_order, {}}, stranger.id));
    QVERIFY(paymentreads::ofOrder(m_hub->database(), m_business.id, {m_order, {}}, m_guest.id));
}

void HubPaymentTest::cardsAreTheGuestsOwn()
{
    SavedCard card;
    card.userId = m_guest.id;
    card.mask = QStringLiteral("440564******1234");
    QVERIFY(paymentstore::insertCard(m_hub->database(), m_business.id, &card, QStringLiteral("token-of-the-bank"),
                                     m_hub->nowMs));
    const Principal stranger = m_business.guest(m_hub->makeGuest(m_business, QStringLiteral("Aru")));
    const auto remove = [&](const Principal &who) {
        return m_hub->run(who, [&](WriteContext &context) { return paymentwrites::removeCard(context, card.id); });
    };
    QVERIFY(paymentreads::cards(m_hub->database(), m_business.id, stranger.id)->empty());
    QCOMPARE(codeOf(remove(stranger)), ErrorCode::NotFound);
    QCOMPARE(paymentreads::cards(m_hub->database(), m_business.id, m_guest.id)->size(), size_t(1));
    const auto paid = begin(m_guest, {m_order, PaymentMethod::SavedCard, 100, 0, card.id});
    QVERIFY(paid);
    QCOMPARE(one(paid->entityId).cardId, std::optional(card.id));
    // The bank's desk sends it; until then the bank knows nothing.
    QVERIFY(one(paid->entityId).status == PaymentStatus::Created);
    QVERIFY(summary().pendingMinor == 100);
    QVERIFY(remove(m_guest));
    QVERIFY(paymentreads::cards(m_hub->database(), m_business.id, m_guest.id)->empty());
    QCOMPARE(codeOf(remove(m_guest)), ErrorCode::NotFound);
    QCOMPARE(codeOf(begin(m_guest, {m_order, PaymentMethod::SavedCard, 100, 0, card.id})), ErrorCode::NotFound);
}

void HubPaymentTest::journalTellsAmountsAndNoReasons()
{
    const qint64 before = m_hub->number(QStringLiteral("SELECT max(seq) FROM journal"));
    const qint64 id = pay(PaymentMethod::CardReader, 2590, 10, std::nullopt, QStringLiteral("S-17"))->entityId;
    QVERIFY(refund(m_till, id, 100, QStringLiteral("Dana asked for it")));
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM journal WHERE entity = 'payment'")), 2);
    const QString payloads =
        m_hub->text(QStringLiteral("SELECT group_concat(type || payload) FROM journal WHERE seq > ?"), {before});
    QVERIFY2(payloads.contains(QStringLiteral("payment.taken")) && payloads.contains(QStringLiteral("2590")) &&
                 payloads.contains(QStringLiteral("payment.refunded")),
             qPrintable(payloads));
    QVERIFY2(!payloads.contains(QStringLiteral("Dana")) && !payloads.contains(QStringLiteral("S-17")),
             qPrintable(payloads));
    QVERIFY(feedreads::verifyChain(m_hub->database(), m_business.id));
    // Followers see every seq, and of payments no more than that there are some,
    const auto page = feedreads::changes(m_hub->database(), m_business.id, {m_hub->epoch, before}, 10);
    QVERIFY(page);
    // and of the order all that it says now.
    QCOMPARE(page->changes.size(), size_t(4));
    QVERIFY(!page->changes.front().order && !page->changes.front().change.deleted);
    QCOMPARE(page->changes[1].change.type, QStringLiteral("order.payment"));
    QCOMPARE(page->changes[1].change.version, 2);
    QCOMPARE(page->changes[3].change.version, 3);
    QVERIFY(page->changes[3].order);
    QCOMPARE(page->changes[3].order->payment.paidMinor, 2490);
    QCOMPARE(page->changes[3].order->version, 3);
}

/// By the order's own row as by adding its payments up.
void HubPaymentTest::ordersSayWhatWasPaid()
{
    qint64 version = 1;
    const auto check = [&](PaymentState state, qint64 paid, qint64 pending, const QStringList &methods) {
        ++version;
        const auto order = orderreads::one(m_hub->database(), m_business.id, {m_order, {}});
        if (!order || order->version != version)
            return false;
        const auto all = paymentreads::ofOrder(m_hub->database(), m_business.id, {m_order, {}}, std::nullopt);
        return all && order->payment == OrderPayment{state, paid, pending, methods} &&
               order->payment == orderPaymentOf(order->cost.totalMinor, all->payments) && all->summary.state == state &&
               all->summary.paidMinor == paid && all->summary.pendingMinor == pending;
    };
    const QString cash = QStringLiteral("cash");
    const QString halyk = QStringLiteral("halyk");
    const auto first = pay(PaymentMethod::Cash, 1000, 50);
    QVERIFY(first && first->order);
    QCOMPARE(first->order->payment.paidMinor, 1000);
    QVERIFY(check(PaymentState::PartPaid, 1000, 0, {cash}));
    const qint64 bank = begin(m_guest, {m_order, PaymentMethod::Halyk, 1590, 0, {}})->entityId;
    QVERIFY(check(PaymentState::PartPaid, 1000, 1590, {cash, halyk}));
    QVERIFY(apply(bank, PaymentEvent::LoseTrack));
    QVERIFY(check(PaymentState::PartPaid, 1000, 1590, {cash, halyk}));
    QVERIFY(apply(bank, PaymentEvent::Charge));
    QVERIFY(check(PaymentState::Paid, 2590, 0, {cash, halyk}));
    // The amount goes back before the tip: what is left of the first payment is not the order's.
    QVERIFY(refund(m_till, first->entityId, 1000));
    QVERIFY(check(PaymentState::PartPaid, 1590, 0, {halyk}));
    QVERIFY(refund(m_till, first->entityId, std::nullopt));
    QVERIFY(check(PaymentState::PartPaid, 1590, 0, {halyk}));
    QVERIFY(pay(PaymentMethod::Cash, 1000));
    QVERIFY(check(PaymentState::Paid, 2590, 0, {halyk, cash}));
    // What is refused changes nothing.
    QVERIFY(!pay(PaymentMethod::Cash, 1000));
    QCOMPARE(orderreads::one(m_hub->database(), m_business.id, {m_order, {}})->version, version);
    QVERIFY(feedreads::verifyChain(m_hub->database(), m_business.id));

    // In a list and in a snapshot as by itself.
    OrderFilter filter;
    const auto page = orderreads::list(m_hub->database(), m_business.id, filter);
    QVERIFY(page);
    QCOMPARE(page->orders.front().payment.methods, QStringList({halyk, cash}));
    const auto snapshot = feedreads::snapshot(m_hub->database(), m_business.id, m_hub->nowMs);
    QVERIFY(snapshot);
    QCOMPARE(snapshot->orders.front().payment, page->orders.front().payment);
}

void HubPaymentTest::totalsThatChangeUnpay()
{
    const auto order = [this] { return *orderreads::one(m_hub->database(), m_business.id, {m_order, {}}); };
    QVERIFY(pay(PaymentMethod::Cash, 2590));
    QVERIFY(order().payment.state == PaymentState::Paid);
    const auto added = m_hub->run(m_till, [this](WriteContext &context) {
        return orderwrites::addLines(context, {m_order, {}}, {line(m_business.item(u"Bread"))});
    });
    QVERIFY(added);
    QCOMPARE(added->order->payment.paidMinor, 2590);
    QVERIFY(added->order->payment.state == PaymentState::PartPaid);
    QCOMPARE(order(), *added->order);
    const auto voided = m_hub->run(m_business.owner(), [&](WriteContext &context) {
        OrderCommand command;
        command.kind = OrderCommand::Kind::Lines;
        command.action = LineAction::Void;
        command.lineIds = {added->order->lines.back().id};
        command.reason = QStringLiteral("Stale");
        return orderwrites::command(context, {m_order, {}}, command);
    });
    QVERIFY(voided);
    QVERIFY(voided->order->payment.state == PaymentState::Paid);
    QCOMPARE(order(), *voided->order);
}

void HubPaymentTest::freeOrdersArePaid()
{
    Order order = *orderreads::one(m_hub->database(), m_business.id, {m_order, {}});
    QVERIFY(order.payment == OrderPayment());
    order.cost.subtotalMinor = order.cost.totalMinor = 0;
    settle(&order);
    QVERIFY(order.payment.state == PaymentState::Paid);
    order.payment.state = PaymentState::Refunded;
    settle(&order);
    QVERIFY(order.payment.state == PaymentState::Refunded);
    QVERIFY(orderPaymentOf(0, {}).state == PaymentState::Paid);
}

void HubPaymentTest::sharesOfABill()
{
    const auto feast = m_hub->run(m_guest, [this](WriteContext &context) {
        return orderwrites::create(context,
                                   pickup({line(m_business.item(u"Soup")), line(m_business.item(u"Bread"), 2000)}));
    });
    QVERIFY(feast);
    m_order = feast->entityId; // 12.95 and 1.00
    const Order order = *orderreads::one(m_hub->database(), m_business.id, {m_order, {}});
    const auto share = [&](const BillShare &wanted) {
        return m_hub->run(m_till, [=, this](WriteContext &context) {
            DirectPayment payment;
            payment.orderId = m_order;
            payment.share = wanted;
            return paymentwrites::takeDirect(context, payment);
        });
    };
    const auto soup = share({{order.lines[0].id}, 0});
    QVERIFY(soup);
    QCOMPARE(one(soup->entityId).amountMinor, 1295);
    // Nobody pays for the same dish twice, while the first payment holds.
    QCOMPARE(codeOf(share({{order.lines[0].id}, 0})), ErrorCode::PaymentNotAllowed);
    QCOMPARE(codeOf(share({{order.lines[1].id, order.lines[1].id}, 0})), ErrorCode::ValidationFailed);
    QCOMPARE(codeOf(share({{987'654}, 0})), ErrorCode::ValidationFailed);
    QVERIFY(refund(m_business.owner(), soup->entityId, std::nullopt));
    QVERIFY(share({{order.lines[0].id}, 0}));
    // Three share a hundred: 34, 33, 33.
    QCOMPARE(one(share({{}, 3})->entityId).amountMinor, 34);
    QCOMPARE(one(share({{}, 2})->entityId).amountMinor, 33);
    QCOMPARE(one(share({{}, 1})->entityId).amountMinor, 33);
    QVERIFY(summary().state == PaymentState::Paid);
    QCOMPARE(codeOf(share({{}, 2})), ErrorCode::ValidationFailed);
}

QTEST_GUILESS_MAIN(HubPaymentTest)
#include "paymenttest.moc"
