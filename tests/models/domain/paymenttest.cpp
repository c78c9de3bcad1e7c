// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/payment.h"

#include <QTest>

using namespace oshaq;

namespace {

using enum PaymentStatus;

/// The machine told as sentences about each event rather than as the table's rows.
std::optional<PaymentStatus> expected(PaymentStatus from, PaymentEvent event)
{
    const bool isOpen = from == Created || from == Pending || from == Authorised || from == Unknown;
    const bool hasMoney = from == Charged || from == PartRefunded;
    switch (event) {
    case PaymentEvent::Submit: // the bank is told once
        return from == Created ? std::optional(Pending) : std::nullopt;
    case PaymentEvent::Authorise: // by a bank that was told, and once
        return from == Pending || from == Unknown ? std::optional(Authorised) : std::nullopt;
    case PaymentEvent::Charge:
        return isOpen ? std::optional(Charged) : std::nullopt;
    case PaymentEvent::Decline:
        return isOpen ? std::optional(Failed) : std::nullopt;
    case PaymentEvent::Cancel: // before money moved
        return isOpen ? std::optional(Cancelled) : std::nullopt;
    case PaymentEvent::LoseTrack: // of what the bank was told
        return from == Pending || from == Authorised ? std::optional(Unknown) : std::nullopt;
    case PaymentEvent::RefundPart:
        return hasMoney ? std::optional(PartRefunded) : std::nullopt;
    case PaymentEvent::RefundWhole:
        return hasMoney ? std::optional(Refunded) : std::nullopt;
    }
    return std::nullopt;
}

Payment payment(PaymentStatus status, qint64 amount, qint64 tip = 0, qint64 refunded = 0)
{
    Payment one;
    one.status = status;
    one.amountMinor = amount;
    one.tipMinor = tip;
    one.refundedMinor = refunded;
    return one;
}

} // namespace

class PaymentTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEventInEveryStatus()
    {
        int checked = 0;
        int moves = 0;
        for (const PaymentStatus from : allPaymentStatuses) {
            for (const PaymentEvent event : allPaymentEvents) {
                const auto after = paymentAfter(from, event);
                QVERIFY2(after == expected(from, event),
                         qPrintable(QStringLiteral("%1, event %2").arg(paymentStatusText(from)).arg(int(event))));
                moves += after ? 1 : 0;
                ++checked;
            }
        }
        QCOMPARE(checked, 9 * 8);
        QCOMPARE(moves, 1 + 2 + 4 + 4 + 4 + 2 + 2 + 2);
    }

    void byHandNeverInventsMoney()
    {
        for (const PaymentStatus from : allPaymentStatuses) {
            for (const PaymentStatus to : allPaymentStatuses) {
                const bool isOpen = from == Created || from == Pending || from == Authorised || from == Unknown;
                const bool want = (to == Cancelled && isOpen) || (to == Failed && (from == Pending || from == Unknown));
                const auto event = eventByHand(from, to);
                QVERIFY2(event.has_value() == want,
                         qPrintable(paymentStatusText(from) + QStringLiteral(" -> ") + paymentStatusText(to)));
                if (event)
                    QCOMPARE(paymentAfter(from, *event), std::optional(to));
            }
        }
    }

    void endsAreEnds()
    {
        for (const PaymentEvent event : allPaymentEvents) {
            for (const PaymentStatus end : {Cancelled, Failed, Refunded})
                QVERIFY(!paymentAfter(end, event));
        }
    }

    /// The bank's word alone brings back what was given up, and from nowhere else.
    void lateChargesComeFromEnds()
    {
        for (const PaymentStatus from : allPaymentStatuses) {
            const bool isGivenUp = from == Cancelled || from == Failed;
            QVERIFY2(paymentAfterLateCharge(from) == (isGivenUp ? std::optional(Charged) : std::nullopt),
                     qPrintable(paymentStatusText(from)));
        }
    }

    void refundsOnTheirWay()
    {
        Payment one = payment(Charged, 100, 10);
        Refund asked;
        asked.amountMinor = 60;
        asked.state = RefundState::Asked;
        one.refunds = {asked};
        // Until it is there it counts for the order, and cannot be given back twice.
        QCOMPARE(one.returningMinor(), 60);
        QCOMPARE(one.refundableMinor(), 50);
        QCOMPARE(one.heldMinor(), 100);
        one.refunds.front().state = RefundState::Failed;
        QCOMPARE(one.refundableMinor(), 110);
        // What nobody owed never counts, whatever becomes of its way back.
        one.refunds.front().isAutomatic = true;
        one.refunds.front().amountMinor = 110;
        for (const RefundState state : {RefundState::Asked, RefundState::Sent, RefundState::Failed}) {
            one.refunds.front().state = state;
            QCOMPARE(one.heldMinor(), 0);
            QCOMPARE(summarise(100, {one}).dueMinor, 100);
            QCOMPARE(summarise(100, {one}).tipMinor, 0);
        }
    }

    void textsRoundTrip()
    {
        for (const RefundState state : allRefundStates)
            QCOMPARE(refundStateFromText(refundStateText(state)), std::optional(state));
        for (const PaymentStatus status : allPaymentStatuses)
            QCOMPARE(paymentStatusFromText(paymentStatusText(status)), std::optional(status));
        for (const PaymentMethod method : allPaymentMethods)
            QCOMPARE(paymentMethodFromText(paymentMethodText(method)), std::optional(method));
        QVERIFY(!paymentStatusFromText(u"paid"));
        QVERIFY(!paymentMethodFromText(u"CASH"));
    }

    void whatCountsAgainstTheOrder()
    {
        for (const PaymentStatus status : allPaymentStatuses) {
            const bool nothing = status == Cancelled || status == Failed || status == Refunded;
            const qint64 refunded = status == Refunded ? 110 : status == PartRefunded ? 40 : 0;
            const Payment one = payment(status, 100, 10, refunded);
            QCOMPARE(one.heldMinor(), nothing ? 0 : status == PartRefunded ? 60 : 100);
            QCOMPARE(one.refundableMinor(), status == Charged ? 110 : status == PartRefunded ? 70 : 0);
            const PaymentSummary summary = summarise(150, {one});
            QCOMPARE(summary.dueMinor, 150 - one.heldMinor());
            QCOMPARE(summary.paidMinor + summary.pendingMinor, one.heldMinor());
        }
    }

    void summaries()
    {
        QVERIFY(summarise(100, {}).state == PaymentState::Unpaid);
        QVERIFY(summarise(0, {}).state == PaymentState::Paid);
        QVERIFY(summarise(100, {payment(Pending, 100)}).state == PaymentState::Unpaid);
        QCOMPARE(summarise(100, {payment(Unknown, 100)}).dueMinor, 0);
        QVERIFY(summarise(100, {payment(Charged, 40), payment(Failed, 60)}).state == PaymentState::PartPaid);
        QVERIFY(summarise(100, {payment(Charged, 40), payment(Charged, 60, 5)}).state == PaymentState::Paid);
        QVERIFY(summarise(100, {payment(PartRefunded, 100, 0, 30)}).state == PaymentState::PartPaid);
        QVERIFY(summarise(100, {payment(Refunded, 100, 0, 100)}).state == PaymentState::Refunded);
        // Paid again after all went back.
        QVERIFY(summarise(100, {payment(Refunded, 100, 0, 100), payment(Charged, 100)}).state == PaymentState::Paid);
        // The amount went back and the tip stayed.
        const PaymentSummary tipStays = summarise(100, {payment(PartRefunded, 100, 10, 100)});
        QVERIFY(tipStays.state == PaymentState::Refunded);
        QCOMPARE(tipStays.tipMinor, 10);
        // A line was voided after the order was paid: nothing is due, and never less.
        QCOMPARE(summarise(80, {payment(Charged, 100)}).dueMinor, 0);
    }

    void change()
    {
        Payment cash = payment(Charged, 1295, 105);
        QCOMPARE(cash.changeMinor(), 0);
        cash.tenderedMinor = 2000;
        QCOMPARE(cash.changeMinor(), 600);
    }
};

QTEST_APPLESS_MAIN(PaymentTest)
#include "paymenttest.moc"
