// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/bankattempt.h"
#include "models/domain/billshares.h"
#include "models/domain/reconciliation.h"

#include <QTest>

#include <algorithm>

using namespace oshaq;
using enum PaymentStatus;

namespace {

constexpr qint64 now = 1'768'471'200'000;

BankAttempt attemptAt(qint64 begunMs, std::optional<qint64> nextMs = now)
{
    BankAttempt attempt;
    attempt.invoice = 17;
    attempt.begunAtMs = begunMs;
    attempt.nextAtMs = nextMs;
    return attempt;
}

Payment paymentOf(PaymentStatus status)
{
    Payment payment;
    payment.method = PaymentMethod::SavedCard;
    payment.status = status;
    payment.amountMinor = 1000;
    payment.tipMinor = 50;
    return payment;
}

} // namespace

class BankAttemptTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsToBeDone()
    {
        const BankTiming timing;
        for (const PaymentStatus status : allPaymentStatuses) {
            const Payment payment = paymentOf(status);
            QVERIFY(nextStep(payment, attemptAt(now, now + 1), now, timing) == BankStep::Rest);
            QVERIFY(nextStep(payment, attemptAt(now, std::nullopt), now, timing) == BankStep::Rest);
            const BankStep due = nextStep(payment, attemptAt(now), now, timing);
            QVERIFY2(due == (status == Created ? BankStep::Pay : BankStep::Ask), qPrintable(paymentStatusText(status)));
            // The bank is told of what was just begun, and of nothing else, ever.
            const BankStep old = nextStep(payment, attemptAt(now - timing.sendWithinMs - 1), now, timing);
            QVERIFY(old == (status == Created ? BankStep::GiveUp : BankStep::Ask));
            BankAttempt held = attemptAt(now);
            held.bankState = BankState::Authorised;
            held.polls = 1;
            const BankStep step = nextStep(payment, held, now, timing);
            if (status == Authorised)
                QVERIFY(step == BankStep::Capture);
            else if (status == Cancelled || status == Failed)
                QVERIFY(step == BankStep::Release);
            else
                QVERIFY(step == due);
            held.polls = 0;
            QVERIFY(nextStep(payment, held, now, timing) == due);
        }
    }

    void refundsGoOneByOne()
    {
        Payment payment = paymentOf(Charged);
        Refund first;
        first.state = RefundState::Asked;
        payment.refunds = {first, first};
        QVERIFY(nextStep(payment, attemptAt(now), now, {}) == BankStep::Refund);
        payment.refunds.front().state = RefundState::Sent;
        QVERIFY(nextStep(payment, attemptAt(now), now, {}) == BankStep::Ask);
    }

    void pausesDouble()
    {
        const BankTiming timing;
        QCOMPARE(timing.pauseAfter(0), 3'000);
        QCOMPARE(timing.pauseAfter(3), 24'000);
        QCOMPARE(timing.pauseAfter(1'000), timing.longestPollMs);
        // What was sent must be decided later than any call ends, and watched longer than a page's token lives.
        QVERIFY(timing.arrivesWithinMs > timing.sendWithinMs);
        QVERIFY(timing.watchMs > 2 * 3600'000);
    }

    void whatFitsAPayment()
    {
        const Payment payment = paymentOf(Pending);
        const BankAttempt attempt = attemptAt(now);
        BankTransaction right;
        right.id = QStringLiteral("a");
        right.invoice = 17;
        right.amountMinor = 1050;
        right.currency = QStringLiteral("KZT");
        right.terminalId = QStringLiteral("t");
        right.createdAtMs = now;
        const auto fits = [&](const BankTransaction &said) {
            return bankMismatch(payment, attempt, said, QStringLiteral("t")).isEmpty();
        };
        QVERIFY(fits(right));
        BankTransaction wrong = right;
        wrong.createdAtMs = 0; // the bank does not say
        QVERIFY(fits(wrong));
        wrong.createdAtMs = now - bankClockSlackMs;
        QVERIFY(fits(wrong));
        wrong.createdAtMs -= 1;
        QVERIFY(!fits(wrong));
        wrong = right;
        wrong.invoice = 18;
        QVERIFY(!fits(wrong));
        wrong = right;
        wrong.amountMinor = 1000; // without the tip
        QVERIFY(!fits(wrong));
        wrong = right;
        wrong.currency = QStringLiteral("USD");
        QVERIFY(!fits(wrong));
        wrong = right;
        wrong.terminalId.clear();
        QVERIFY(!fits(wrong));
        BankAttempt charged = attempt;
        charged.transactionId = QStringLiteral("a");
        charged.bankState = BankState::Charged;
        wrong = right;
        wrong.id = QStringLiteral("b");
        QVERIFY(!bankMismatch(payment, charged, wrong, QStringLiteral("t")).isEmpty());
    }

    void differences()
    {
        BankAttempt attempt = attemptAt(now);
        QVERIFY(bankDifferenceOf(paymentOf(Pending), attempt) == BankDifference::Open);
        QVERIFY(bankDifferenceOf(paymentOf(Charged), attempt) == BankDifference::NotAsked);
        QVERIFY(bankDifferenceOf(paymentOf(Failed), attempt) == BankDifference::None);
        attempt.answeredAtMs = now;
        QVERIFY(bankDifferenceOf(paymentOf(Charged), attempt) == BankDifference::MissingThere);
        attempt.bankState = BankState::Charged;
        attempt.bankAmountMinor = 1050;
        QVERIFY(bankDifferenceOf(paymentOf(Charged), attempt) == BankDifference::None);
        QVERIFY(bankDifferenceOf(paymentOf(Cancelled), attempt) == BankDifference::MissingHere);
        attempt.bankRefundedMinor = 50;
        QVERIFY(bankDifferenceOf(paymentOf(Charged), attempt) == BankDifference::Refunds);
        attempt.bankRefundedMinor = 1050;
        QVERIFY(bankDifferenceOf(paymentOf(Cancelled), attempt) == BankDifference::None);
        attempt.bankState = BankState::Authorised;
        QVERIFY(bankDifferenceOf(paymentOf(Failed), attempt) == BankDifference::MissingHere);
    }

    void evenSharesAddUp()
    {
        for (const qint64 bill : {1, 2, 99, 100, 101, 2590, 123'457}) {
            for (int guests = 1; guests <= 12; ++guests) {
                qint64 due = bill;
                qint64 least = bill;
                qint64 most = 0;
                for (int left = guests; left > 0; --left) {
                    const qint64 share = evenShareMinor(due, left);
                    due -= share;
                    least = std::min(least, share);
                    most = std::max(most, share);
                }
                QCOMPARE(due, 0);
                QVERIFY(most - least <= 1);
            }
        }
        QCOMPARE(evenShareMinor(0, 3), 0);
        QCOMPARE(evenShareMinor(100, 0), 0);
    }

    void textsRoundTrip()
    {
        for (const GivenUp givenUp : {GivenUp::No, GivenUp::ByTime, GivenUp::ByHand})
            QCOMPARE(givenUpFromText(givenUpText(givenUp)), std::optional(givenUp));
        for (const BankState state : {BankState::New, BankState::Waiting, BankState::Authorised, BankState::Charged,
                                      BankState::Cancelled, BankState::Refunded, BankState::Rejected})
            QCOMPARE(bankStateFromText(bankStateText(state)), std::optional(state));
        QVERIFY(!bankStateFromText(u""));
    }
};

QTEST_APPLESS_MAIN(BankAttemptTest)
#include "bankattempttest.moc"
