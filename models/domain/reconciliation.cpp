// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/reconciliation.h"

#include <utility>

namespace oshaq {

namespace {

bool isTaken(const std::optional<BankState> &state)
{
    return state == BankState::Charged || state == BankState::Refunded;
}

} // namespace

QString bankDifferenceText(BankDifference difference)
{
    switch (difference) {
    case BankDifference::None:
        return QStringLiteral("none");
    case BankDifference::NotAsked:
        return QStringLiteral("not_asked");
    case BankDifference::Open:
        return QStringLiteral("open");
    case BankDifference::MissingThere:
        return QStringLiteral("missing_there");
    case BankDifference::MissingHere:
        return QStringLiteral("missing_here");
    case BankDifference::Refunds:
        return QStringLiteral("refunds");
    case BankDifference::Other:
        return QStringLiteral("other");
    }
    return {};
}

BankDifference bankDifferenceOf(const Payment &payment, const BankAttempt &attempt)
{
    const bool isClosed = payment.status == PaymentStatus::Cancelled || payment.status == PaymentStatus::Failed;
    const bool wasTaken = isPaid(payment.status) || payment.status == PaymentStatus::Refunded;
    if (!isClosed && !wasTaken)
        return attempt.problem.isEmpty() ? BankDifference::Open : BankDifference::Other;
    if (isClosed) {
        if (attempt.bankState == BankState::Authorised)
            return BankDifference::MissingHere;
        return isTaken(attempt.bankState) && attempt.bankRefundedMinor < attempt.bankAmountMinor
                   ? BankDifference::MissingHere
                   : BankDifference::None;
    }
    if (attempt.answeredAtMs == 0)
        return BankDifference::NotAsked;
    if (!isTaken(attempt.bankState))
        return BankDifference::MissingThere;
    if (payment.returningMinor() > 0)
        return BankDifference::Open;
    if (attempt.bankRefundedMinor != payment.refundedMinor)
        return BankDifference::Refunds;
    return attempt.problem.isEmpty() ? BankDifference::None : BankDifference::Other;
}

void addToReconciliation(Reconciliation *all, ReconciliationRow row)
{
    row.difference = bankDifferenceOf(row.payment, row.attempt);
    all->differences += row.difference == BankDifference::None ? 0 : 1;
    if (isPaid(row.payment.status) || row.payment.status == PaymentStatus::Refunded)
        all->chargedMinor += row.payment.totalMinor();
    all->refundedMinor += row.payment.refundedMinor;
    if (isTaken(row.attempt.bankState))
        all->bankChargedMinor += row.attempt.bankAmountMinor;
    all->bankRefundedMinor += row.attempt.bankRefundedMinor;
    all->rows.push_back(std::move(row));
}

} // namespace oshaq
