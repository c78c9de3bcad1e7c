// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/bankattempt.h"

#include <algorithm>
#include <array>

namespace oshaq {

namespace {

constexpr std::array allBankStates{BankState::New,       BankState::Waiting,  BankState::Authorised, BankState::Charged,
                                   BankState::Cancelled, BankState::Refunded, BankState::Rejected};

bool isClosed(PaymentStatus status)
{
    return status == PaymentStatus::Cancelled || status == PaymentStatus::Failed;
}

} // namespace

QString givenUpText(GivenUp givenUp)
{
    switch (givenUp) {
    case GivenUp::No:
        return QStringLiteral("");
    case GivenUp::ByTime:
        return QStringLiteral("time");
    case GivenUp::ByHand:
        return QStringLiteral("hand");
    }
    return {};
}

std::optional<GivenUp> givenUpFromText(QStringView text)
{
    for (const GivenUp givenUp : {GivenUp::No, GivenUp::ByTime, GivenUp::ByHand}) {
        if (text == givenUpText(givenUp))
            return givenUp;
    }
    return std::nullopt;
}

QString bankStateText(BankState state)
{
    switch (state) {
    case BankState::New:
        return QStringLiteral("new");
    case BankState::Waiting:
        return QStringLiteral("waiting");
    case BankState::Authorised:
        return QStringLiteral("authorised");
    case BankState::Charged:
        return QStringLiteral("charged");
    case BankState::Cancelled:
        return QStringLiteral("cancelled");
    case BankState::Refunded:
        return QStringLiteral("refunded");
    case BankState::Rejected:
        return QStringLiteral("rejected");
    }
    return {};
}

std::optional<BankState> bankStateFromText(QStringView text)
{
    for (const BankState state : allBankStates) {
        if (text == bankStateText(state))
            return state;
    }
    return std::nullopt;
}

qint64 BankTiming::pauseAfter(int polls) const
{
    return std::min(longestPollMs, firstPollMs << std::min(polls, 20));
}

BankStep nextStep(const Payment &payment, const BankAttempt &attempt, qint64 nowMs, const BankTiming &timing)
{
    if (!attempt.nextAtMs || *attempt.nextAtMs > nowMs)
        return BankStep::Rest;
    if (payment.status == PaymentStatus::Created)
        return nowMs - attempt.begunAtMs <= timing.sendWithinMs ? BankStep::Pay : BankStep::GiveUp;
    const bool isHeld = attempt.bankState == BankState::Authorised && attempt.misses == 0 && attempt.polls > 0;
    // It said so twice: for a terminal of one step this is only a moment on the way to charged.
    if (isHeld && payment.status == PaymentStatus::Authorised)
        return BankStep::Capture;
    if (isHeld && isClosed(payment.status))
        return BankStep::Release;
    if (isPaid(payment.status)) {
        const auto isSent = [](const Refund &refund) { return refund.state == RefundState::Sent; };
        const auto isAsked = [](const Refund &refund) { return refund.state == RefundState::Asked; };
        // One at a time: what the bank says that it gave back must be about one of them.
        if (std::any_of(payment.refunds.begin(), payment.refunds.end(), isSent))
            return BankStep::Ask;
        if (std::any_of(payment.refunds.begin(), payment.refunds.end(), isAsked))
            return BankStep::Refund;
    }
    return BankStep::Ask;
}

QString bankMismatch(const Payment &payment, const BankAttempt &attempt, const BankTransaction &said,
                     const QString &merchantTerminal)
{
    if (said.invoice != attempt.invoice)
        return QStringLiteral("The bank answered about another invoice, %1.").arg(said.invoice);
    if (said.terminalId != merchantTerminal)
        return QStringLiteral("The bank names another merchant terminal.");
    if (said.currency != payment.currency.code())
        return QStringLiteral("The bank names another currency.");
    if (said.amountMinor != payment.totalMinor()) {
        return QStringLiteral("The bank names another amount, %1.")
            .arg(QString::fromLatin1(formatMajorUnits(said.amountMinor, payment.currency)));
    }
    if (said.createdAtMs != 0 && said.createdAtMs < attempt.begunAtMs - bankClockSlackMs)
        return QStringLiteral("What the bank tells of is older than this payment.");
    if (!attempt.transactionId.isEmpty() && !said.id.isEmpty() && attempt.bankState == BankState::Charged &&
        said.id != attempt.transactionId)
        return QStringLiteral("The bank names another transaction than before.");
    return {};
}

} // namespace oshaq
