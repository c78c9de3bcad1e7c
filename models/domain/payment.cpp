// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/payment.h"

#include "models/domain/order.h"

#include <algorithm>

namespace oshaq {

QString paymentMethodText(PaymentMethod method)
{
    switch (method) {
    case PaymentMethod::Cash:
        return QStringLiteral("cash");
    case PaymentMethod::CardReader:
        return QStringLiteral("card_reader");
    case PaymentMethod::Halyk:
        return QStringLiteral("halyk");
    case PaymentMethod::SavedCard:
        return QStringLiteral("saved");
    }
    return {};
}

std::optional<PaymentMethod> paymentMethodFromText(QStringView text)
{
    for (const PaymentMethod method : allPaymentMethods) {
        if (text == paymentMethodText(method))
            return method;
    }
    return std::nullopt;
}

std::optional<PaymentStatus> paymentAfterLateCharge(PaymentStatus from)
{
    const bool isGivenUp = from == PaymentStatus::Cancelled || from == PaymentStatus::Failed;
    return isGivenUp ? std::optional(PaymentStatus::Charged) : std::nullopt;
}

QString refundStateText(RefundState state)
{
    switch (state) {
    case RefundState::Asked:
        return QStringLiteral("asked");
    case RefundState::Sent:
        return QStringLiteral("sent");
    case RefundState::Done:
        return QStringLiteral("done");
    case RefundState::Failed:
        return QStringLiteral("failed");
    }
    return {};
}

std::optional<RefundState> refundStateFromText(QStringView text)
{
    for (const RefundState state : allRefundStates) {
        if (text == refundStateText(state))
            return state;
    }
    return std::nullopt;
}

qint64 Payment::returningMinor() const
{
    qint64 returning = 0;
    for (const Refund &refund : refunds)
        returning += refund.isOpen() ? refund.amountMinor : 0;
    return returning;
}

qint64 Payment::refundableMinor() const
{
    return isPaid(status) ? std::max<qint64>(0, totalMinor() - refundedMinor - returningMinor()) : 0;
}

qint64 Payment::heldMinor() const
{
    if (!holdsMoney(status))
        return 0;
    qint64 notOurs = refundedMinor;
    for (const Refund &refund : refunds)
        notOurs += refund.isAutomatic && refund.state != RefundState::Done ? refund.amountMinor : 0;
    return amountMinor - std::min(notOurs, amountMinor);
}

namespace {

PaymentState stateOf(qint64 totalMinor, qint64 paidMinor, bool cameAndWent)
{
    if (paidMinor == 0 && cameAndWent)
        return PaymentState::Refunded;
    if (paidMinor >= totalMinor)
        return PaymentState::Paid;
    return paidMinor > 0 ? PaymentState::PartPaid : PaymentState::Unpaid;
}

} // namespace

PaymentSummary summarise(qint64 orderTotalMinor, const std::vector<Payment> &payments)
{
    PaymentSummary summary;
    summary.totalMinor = orderTotalMinor;
    for (const Payment &payment : payments) {
        if (isPaid(payment.status)) {
            summary.paidMinor += payment.heldMinor();
            // The amount goes back before the tip does; what goes back by itself was never given.
            const bool wasOwed = std::none_of(payment.refunds.begin(), payment.refunds.end(),
                                              [](const Refund &refund) { return refund.isAutomatic; });
            if (wasOwed)
                summary.tipMinor += std::min(payment.tipMinor, payment.totalMinor() - payment.refundedMinor);
        } else {
            summary.pendingMinor += payment.heldMinor();
        }
        summary.refundedMinor += payment.refundedMinor;
    }
    summary.dueMinor = std::max<qint64>(0, orderTotalMinor - summary.paidMinor - summary.pendingMinor);
    summary.state = stateOf(orderTotalMinor, summary.paidMinor, summary.refundedMinor > 0);
    return summary;
}

OrderPayment orderPaymentOf(qint64 orderTotalMinor, const std::vector<Payment> &payments)
{
    const PaymentSummary summary = summarise(orderTotalMinor, payments);
    OrderPayment payment{summary.state, summary.paidMinor, summary.pendingMinor, {}};
    for (const Payment &one : payments) {
        const QString method = paymentMethodText(one.method);
        if (one.heldMinor() > 0 && !payment.methods.contains(method))
            payment.methods.append(method);
    }
    return payment;
}

void settle(Order *order)
{
    OrderPayment &payment = order->payment;
    payment.state = stateOf(order->cost.totalMinor, payment.paidMinor, payment.state == PaymentState::Refunded);
}

} // namespace oshaq
