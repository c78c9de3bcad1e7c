// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/bankattemptstore.h"
#include "tests/sync/integrations/bankrig.h"

#include <QFile>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;
using Mood = FakeBankClient::Mood;
using enum PaymentStatus;

/// What the desk does with each thing that a bank may answer, or not.
class BankDeskTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_rig = std::make_unique<BankRig>();
        QVERIFY2(m_rig->open(), qPrintable(m_rig->problem));
    }
    void cleanup() { m_rig.reset(); }

    void aGuestPaysOnThePage();
    void aPageThatWasNeverGivenFails();
    void aPageThatNobodyUsesIsGivenUp();
    void whatComesAfterItIsKeptWhenItIsOwed();
    void whatWasGivenUpByHandGoesBack();
    void askedFirstSoNothingIsGivenUpThatCame();
    void aLostAnswerIsNeverSentAgain();
    void whatNeverArrivedFails();
    void whatWaitsTooLongIsNotSent();
    void aProcessThatEndsBeforeItSends();
    void othersMoneyIsNotBelieved_data();
    void othersMoneyIsNotBelieved();
    void cardsAreSealedAndForgotten();
    void heldMoneyIsTakenOrLetGo();
    void refundsAreDoneOnce();
    void refundsThatGotLostAreToldAgainByTheSameName();
    void whatTheBankGaveBackItself();
    void aDeclinedRefundIsSaid();
    void cancelledOrdersKeepNothing();
    void theDayAgreesWithTheBank();

private:
    BankRig &rig() { return *m_rig; }
    qint64 invoice(qint64 payment) { return rig().payment(payment).invoice; }
    PaymentStatus statusOf(qint64 payment) { return rig().payment(payment).status; }
    void always(const Mood &mood)
    {
        rig().bank.mood = [mood] { return mood; };
    }

    std::unique_ptr<BankRig> m_rig;
};

void BankDeskTest::aGuestPaysOnThePage()
{
    const qint64 order = rig().placeOrder(10);
    const qint64 id = rig().beginPage(order, 1000, false, 50);
    QVERIFY(rig().openPage(id));
    QVERIFY(statusOf(id) == Pending);
    QCOMPARE(rig().ofOrder(order).summary.dueMinor, 0);
    QVERIFY(rig().bank.guestPays(invoice(id)));
    rig().pass(30'000);
    QVERIFY(statusOf(id) == Charged);
    QVERIFY(rig().ofOrder(order).summary.state == PaymentState::Paid);
    QCOMPARE(rig().bank.keptMinor(invoice(id)), 1050);
    // It is decided: nobody asks any more.
    const int asked = rig().bank.asked;
    rig().pass(3600'000);
    QCOMPARE(rig().bank.asked, asked);
}

void BankDeskTest::aPageThatWasNeverGivenFails()
{
    const qint64 order = rig().placeOrder(10);
    const qint64 id = rig().beginPage(order, 1000);
    always({.isLost = true});
    QVERIFY(!rig().openPage(id));
    QVERIFY(statusOf(id) == Failed);
    QCOMPARE(rig().ofOrder(order).summary.dueMinor, 1000);
    // One that was given once stays open, whatever becomes of a second try.
    always({});
    const qint64 second = rig().beginPage(order, 1000);
    QVERIFY(rig().openPage(second));
    always({.isLost = true});
    QVERIFY(!rig().openPage(second));
    QVERIFY(statusOf(second) == Pending);
}

void BankDeskTest::aPageThatNobodyUsesIsGivenUp()
{
    const qint64 order = rig().placeOrder(10);
    const qint64 id = rig().beginPage(order, 1000);
    QVERIFY(rig().openPage(id));
    rig().pass(60'000);
    QVERIFY(statusOf(id) == Pending);
    rig().pass(90'000);
    QVERIFY(statusOf(id) == Cancelled);
    QVERIFY(rig().attempt(id).givenUp == GivenUp::ByTime);
    // A bank that does not answer then makes it unknown, and one that does again decides.
    const qint64 second = rig().beginPage(order, 1000);
    QVERIFY(rig().openPage(second));
    always({.notSent = true});
    rig().pass(10 * 60'000);
    QVERIFY(statusOf(second) == Unknown);
    QCOMPARE(rig().ofOrder(order).summary.dueMinor, 0);
    always({});
    rig().pass(2 * 60'000);
    QVERIFY(statusOf(second) == Cancelled);
}

void BankDeskTest::whatComesAfterItIsKeptWhenItIsOwed()
{
    const qint64 order = rig().placeOrder(10);
    const qint64 id = rig().beginPage(order, 1000);
    QVERIFY(rig().openPage(id));
    rig().pass(3 * 60'000);
    QVERIFY(statusOf(id) == Cancelled);
    QVERIFY(rig().bank.guestPays(invoice(id)));
    rig().pass(2 * 60'000);
    QVERIFY(statusOf(id) == Charged);
    QVERIFY(rig().ofOrder(order).summary.state == PaymentState::Paid);

    // Not when it was paid otherwise meanwhile.
    const qint64 other = rig().placeOrder(10);
    const qint64 late = rig().beginPage(other, 1000);
    QVERIFY(rig().openPage(late));
    rig().pass(3 * 60'000);
    QVERIFY(rig().run(rig().owner(), [other](WriteContext &context) {
        DirectPayment cash;
        cash.orderId = other;
        cash.amountMinor = 1000;
        return paymentwrites::takeDirect(context, cash);
    }));
    QVERIFY(rig().bank.guestPays(invoice(late)));
    rig().pass(3 * 60'000);
    QVERIFY(statusOf(late) == Refunded);
    QCOMPARE(rig().bank.keptMinor(invoice(late)), 0);
    QCOMPARE(rig().ofOrder(other).summary.paidMinor, 1000);
    QVERIFY(rig().payment(late).refunds.front().isAutomatic);
}

void BankDeskTest::whatWasGivenUpByHandGoesBack()
{
    const qint64 order = rig().placeOrder(10);
    const qint64 id = rig().beginPage(order, 1000);
    QVERIFY(rig().openPage(id));
    const int asked = rig().bank.asked;
    QVERIFY(rig().giveUp(id));
    QVERIFY(rig().bank.asked > asked); // nobody gives up what the bank was not asked about
    QVERIFY(statusOf(id) == Cancelled);
    QVERIFY(rig().bank.guestPays(invoice(id)));
    rig().pass(3 * 60'000);
    QVERIFY(statusOf(id) == Refunded);
    QCOMPARE(rig().bank.keptMinor(invoice(id)), 0);
    QCOMPARE(rig().ofOrder(order).summary.dueMinor, 1000);
}

void BankDeskTest::askedFirstSoNothingIsGivenUpThatCame()
{
    const qint64 order = rig().placeOrder(10);
    const qint64 id = rig().beginPage(order, 1000);
    QVERIFY(rig().openPage(id));
    QVERIFY(rig().bank.guestPays(invoice(id)));
    const auto refused = rig().giveUp(id);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::PaymentNotAllowed);
    QVERIFY(statusOf(id) == Charged);
}

void BankDeskTest::aLostAnswerIsNeverSentAgain()
{
    const qint64 order = rig().placeOrder(10);
    always({.isLost = true}); // it is done, and nobody hears of it
    const qint64 id = rig().beginSaved(order, 1000);
    rig().pass(10 * 60'000);
    QVERIFY(statusOf(id) == Unknown);
    QCOMPARE(rig().ofOrder(order).summary.dueMinor, 0);
    always({});
    rig().pass(60'000);
    QVERIFY(statusOf(id) == Charged);
    QCOMPARE(rig().bank.book.at(invoice(id)).posts, 1);
}

void BankDeskTest::whatNeverArrivedFails()
{
    const qint64 order = rig().placeOrder(10);
    always({.does = false, .isLost = true});
    const qint64 id = rig().beginSaved(order, 1000);
    rig().settle();
    QVERIFY(statusOf(id) == Unknown);
    always({});
    // It may still be on its way.
    rig().pass(30'000);
    QVERIFY(statusOf(id) == Unknown);
    rig().pass(3 * 60'000);
    QVERIFY(statusOf(id) == Failed);
    QCOMPARE(rig().bank.book.at(invoice(id)).posts, 1);

    always({.notSent = true});
    const qint64 second = rig().beginSaved(order, 1000);
    rig().settle();
    QVERIFY(statusOf(second) == Failed);
    always({.declines = true});
    const qint64 third = rig().beginSaved(order, 1000);
    rig().settle();
    QVERIFY(statusOf(third) == Failed);
    QVERIFY(!rig().attempt(third).problem.isEmpty());
}

void BankDeskTest::whatWaitsTooLongIsNotSent()
{
    rig().killDesk();
    const qint64 id = rig().beginSaved(rig().placeOrder(10), 1000);
    rig().pass(31'000);
    QVERIFY(statusOf(id) == Created);
    rig().startDesk();
    rig().pass(10'000);
    QVERIFY(statusOf(id) == Cancelled);
    QVERIFY(!rig().bank.book.contains(invoice(id)));
}

void BankDeskTest::aProcessThatEndsBeforeItSends()
{
    const qint64 order = rig().placeOrder(10);
    rig().killDesk();
    const qint64 id = rig().beginSaved(order, 1000);
    // It is written down that it is sent now, and it never is.
    const BankTiming timing = rig().options.timing;
    QVERIFY(rig().run(rig().owner(), [=](WriteContext &context) { return bankwrites::send(context, id, timing); }));
    rig().startDesk();
    rig().pass(4 * 60'000);
    QVERIFY(statusOf(id) == Failed);
    QVERIFY(!rig().bank.book.contains(invoice(id)));
    // Nobody may send it twice either.
    const auto again =
        rig().run(rig().owner(), [=](WriteContext &context) { return bankwrites::send(context, id, timing); });
    QVERIFY(!again);
}

void BankDeskTest::othersMoneyIsNotBelieved_data()
{
    QTest::addColumn<int>("lie");
    QTest::newRow("amount") << 0;
    QTest::newRow("terminal") << 1;
    QTest::newRow("currency") << 2;
    QTest::newRow("before it was begun") << 3;
    QTest::newRow("invoice") << 4;
}

void BankDeskTest::othersMoneyIsNotBelieved()
{
    QFETCH(int, lie);
    const qint64 id = rig().beginPage(rig().placeOrder(10), 1000);
    QVERIFY(rig().openPage(id));
    QVERIFY(rig().bank.guestPays(invoice(id)));
    BankTransaction &said = rig().bank.book.at(invoice(id)).said;
    const BankTransaction truth = said;
    switch (lie) {
    case 0:
        said.amountMinor = 1;
        break;
    case 1:
        said.terminalId = QStringLiteral("terminal-2");
        break;
    case 2:
        said.currency = QStringLiteral("USD");
        break;
    case 3:
        said.createdAtMs -= bankClockSlackMs + 60'000;
        break;
    default:
        said.invoice = 77;
    }
    rig().pass(10 * 60'000);
    QVERIFY(statusOf(id) == Unknown);
    QVERIFY(!rig().attempt(id).problem.isEmpty());
    said = truth;
    rig().pass(2 * 60'000);
    QVERIFY(statusOf(id) == Charged);
    QVERIFY(rig().attempt(id).problem.isEmpty());
}

void BankDeskTest::cardsAreSealedAndForgotten()
{
    const qint64 id = rig().beginPage(rig().placeOrder(10), 1000, true);
    QVERIFY(rig().openPage(id));
    QVERIFY(rig().bank.guestPays(invoice(id)));
    rig().pass(30'000);
    QCOMPARE(rig().cards().size(), size_t(2));
    const SavedCard card = rig().cards().back();
    QCOMPARE(card.mask, QStringLiteral("**** 1234"));
    // Asked again, it is not kept twice.
    QVERIFY(rig().run(rig().owner(), [id](WriteContext &context) { return bankwrites::askSoon(context, id); }));
    rig().door->look();
    const int askedBefore = rig().bank.asked;
    rig().pass(30'000);
    QVERIFY(rig().bank.asked > askedBefore);
    QCOMPARE(rig().cards().size(), size_t(2));
    QFile file(rig().hub->directory() + QStringLiteral("/hub.db-wal"));
    QFile base(rig().hub->directory() + QStringLiteral("/hub.db"));
    QVERIFY(base.open(QIODevice::ReadOnly));
    const QByteArray kept = base.readAll() + (file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    QVERIFY(!kept.contains(rig().bank.keptCard.toUtf8()));

    QVERIFY(
        rig().run(rig().guest(), [&](WriteContext &context) { return paymentwrites::removeCard(context, card.id); }));
    always({.notSent = true});
    rig().pass(10'000);
    QVERIFY(rig().bank.forgotten.isEmpty());
    always({});
    rig().pass(2 * 3600'000);
    QCOMPARE(rig().bank.forgotten, QStringList({rig().bank.keptCard}));
}

void BankDeskTest::heldMoneyIsTakenOrLetGo()
{
    rig().bank.holdsFirst = true;
    const qint64 id = rig().beginSaved(rig().placeOrder(10), 1000);
    rig().pass(5'000);
    QVERIFY(statusOf(id) == Authorised || statusOf(id) == Charged);
    rig().pass(60'000);
    QVERIFY(statusOf(id) == Charged);
    QVERIFY(rig().bank.book.at(invoice(id)).said.state == BankState::Charged);

    const qint64 second = rig().beginPage(rig().placeOrder(10), 1000);
    QVERIFY(rig().openPage(second));
    QVERIFY(rig().giveUp(second));
    QVERIFY(rig().bank.guestPays(invoice(second)));
    rig().pass(5 * 60'000);
    QVERIFY(statusOf(second) == Cancelled);
    QVERIFY(rig().bank.book.at(invoice(second)).said.state == BankState::Cancelled);
}

void BankDeskTest::refundsAreDoneOnce()
{
    const qint64 order = rig().placeOrder(10);
    const qint64 id = rig().beginSaved(order, 1000);
    rig().pass(30'000);
    QVERIFY(statusOf(id) == Charged);
    always({.isLost = true});
    QVERIFY(rig().refund(id, 300));
    QVERIFY(rig().refund(id, 200));
    rig().pass(5 * 60'000);
    QVERIFY(statusOf(id) == Charged);
    QCOMPARE(rig().payment(id).returningMinor(), 500);
    always({});
    rig().pass(5 * 60'000);
    QVERIFY(statusOf(id) == PartRefunded);
    QCOMPARE(rig().payment(id).refundedMinor, 500);
    QCOMPARE(rig().bank.keptMinor(invoice(id)), 500);
    QVERIFY(rig().refund(id));
    rig().pass(60'000);
    QVERIFY(statusOf(id) == Refunded);
    QCOMPARE(rig().bank.keptMinor(invoice(id)), 0);
    QCOMPARE(rig().bank.book.at(invoice(id)).refunds.size(), size_t(3));
}

void BankDeskTest::refundsThatGotLostAreToldAgainByTheSameName()
{
    const qint64 id = rig().beginSaved(rig().placeOrder(10), 1000);
    rig().pass(30'000);
    always({.does = false, .isLost = true});
    QVERIFY(rig().refund(id, 300));
    rig().settle();
    rig().killDesk();
    rig().startDesk();
    always({});
    rig().pass(5 * 60'000);
    QVERIFY(statusOf(id) == PartRefunded);
    QCOMPARE(rig().bank.keptMinor(invoice(id)), 700);
    QCOMPARE(rig().bank.book.at(invoice(id)).refunds.size(), size_t(1));
}

void BankDeskTest::whatTheBankGaveBackItself()
{
    const qint64 order = rig().placeOrder(10);
    const qint64 id = rig().beginSaved(order, 1000);
    rig().pass(30'000);
    FakeBankClient::Entry &entry = rig().bank.book.at(invoice(id));
    entry.said.refundedMinor = 400;
    entry.said.state = BankState::Refunded;
    QVERIFY(rig().run(rig().owner(), [id](WriteContext &context) { return bankwrites::askSoon(context, id); }));
    rig().door->look();
    rig().pass(10'000);
    QVERIFY(statusOf(id) == PartRefunded);
    QCOMPARE(rig().payment(id).refundedMinor, 400);
    QCOMPARE(rig().ofOrder(order).summary.paidMinor, 600);
}

void BankDeskTest::aDeclinedRefundIsSaid()
{
    const qint64 id = rig().beginSaved(rig().placeOrder(10), 1000);
    rig().pass(30'000);
    always({.declines = true});
    QVERIFY(rig().refund(id, 300));
    rig().pass(30'000);
    const Payment payment = rig().payment(id);
    QVERIFY(payment.status == Charged);
    QVERIFY(payment.refunds.front().state == RefundState::Failed);
    QVERIFY(!payment.refunds.front().problem.isEmpty());
    QCOMPARE(payment.refundableMinor(), 1000);
    QCOMPARE(rig().bank.keptMinor(invoice(id)), 1000);
}

void BankDeskTest::cancelledOrdersKeepNothing()
{
    const qint64 order = rig().placeOrder(10);
    const qint64 id = rig().beginPage(order, 1000);
    QVERIFY(rig().openPage(id));
    QVERIFY(rig().cancelOrder(order));
    QVERIFY(rig().bank.guestPays(invoice(id)));
    rig().pass(3 * 60'000);
    QVERIFY(statusOf(id) == Refunded);
    QCOMPARE(rig().bank.keptMinor(invoice(id)), 0);
}

void BankDeskTest::theDayAgreesWithTheBank()
{
    const qint64 order = rig().placeOrder(30);
    const qint64 first = rig().beginSaved(order, 1000);
    const qint64 second = rig().beginSaved(order, 500);
    rig().pass(30'000);
    QVERIFY(statusOf(second) == Charged);
    auto reader = rig().hub->openReader();
    QVERIFY(reader);
    const auto today = [&] {
        return bankreads::reconciliation(**reader, rig().owner().businessId, QStringLiteral("2026-01-15"),
                                         rig().clock.nowMs())
            .value();
    };
    Reconciliation day = today();
    QCOMPARE(day.rows.size(), size_t(2));
    QCOMPARE(day.differences, 0);
    QCOMPARE(day.chargedMinor, 1500);
    QCOMPARE(day.bankChargedMinor, 1500);
    // The bank thinks otherwise of one of them.
    rig().bank.book.at(invoice(first)).said.state = BankState::Rejected;
    QCOMPARE(today().differences, 0);
    const auto asked = rig().run(
        rig().owner(), [day](WriteContext &context) { return bankwrites::askAll(context, day.beginMs, day.endMs); });
    QVERIFY(asked);
    QCOMPARE(asked->values, std::vector<qint64>({2}));
    rig().door->look();
    rig().pass(10'000);
    day = today();
    QCOMPARE(day.differences, 1);
    QVERIFY(day.rows.front().difference == BankDifference::MissingThere);
    QCOMPARE(day.bankChargedMinor, 500);
    QVERIFY(!bankreads::reconciliation(**reader, rig().owner().businessId, QStringLiteral("2999-01-01"),
                                       rig().clock.nowMs()));
}

QTEST_GUILESS_MAIN(BankDeskTest)
#include "bankdesktest.moc"
