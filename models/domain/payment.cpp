// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/payment.h"

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

qint64 Payment::heldMinor() const
{
    return holdsMoney(status) ? amountMinor - std::min(refundedMinor, amountMinor) : 0;
}

PaymentSummary summarise(qint64 orderTotalMinor, const std::vector<Payment> &payments)
{
    PaymentSummary summary;
    summary.totalMinor = orderTotalMinor;
    for (const Payment &payment : payments) {
        if (isPaid(payment.status)) {
            summary.paidMinor += payment.heldMinor();
            // The amount goes back before the tip does.
            summary.tipMinor += std::min(payment.tipMinor, payment.totalMinor() - payment.refundedMinor);
        } else {
            summary.pendingMinor += payment.heldMinor();
        }
        summary.refundedMinor += payment.refundedMinor;
    }
    summary.dueMinor = std::max<qint64>(0, orderTotalMinor - summary.paidMinor - summary.pendingMinor);
    if (summary.paidMinor == 0 && summary.refundedMinor > 0)
        summary.state = PaymentState::Refunded;
    else if (summary.paidMinor >= orderTotalMinor)
        summary.state = PaymentState::Paid;
    else if (summary.paidMinor > 0)
        summary.state = PaymentState::PartPaid;
    return summary;
}

} // namespace oshaq
