// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/paymentstatus.h"

namespace oshaq {

namespace {

using enum PaymentStatus;
using enum PaymentEvent;

/// Whether a manager may say that it happened.
enum class ByHand
{
    No,
    Yes
};

struct Rule
{
    PaymentStatus from;
    PaymentEvent event;
    PaymentStatus to;
    ByHand byHand;
};

/// The payment machine. What is not here does not exist.
constexpr std::array rules{
    // Cash and card readers are charged where they stand; the others are written before the bank is told.
    Rule{Created, Submit, Pending, ByHand::No},
    Rule{Created, Charge, Charged, ByHand::No},
    Rule{Created, Decline, Failed, ByHand::No},
    Rule{Created, Cancel, Cancelled, ByHand::Yes},
    Rule{Pending, Authorise, Authorised, ByHand::No},
    Rule{Pending, Charge, Charged, ByHand::No},
    Rule{Pending, Decline, Failed, ByHand::Yes},
    Rule{Pending, Cancel, Cancelled, ByHand::Yes},
    Rule{Pending, LoseTrack, Unknown, ByHand::No},
    Rule{Authorised, Charge, Charged, ByHand::No},
    Rule{Authorised, Decline, Failed, ByHand::No},
    Rule{Authorised, Cancel, Cancelled, ByHand::Yes},
    Rule{Authorised, LoseTrack, Unknown, ByHand::No},
    // Only somebody who asked the bank knows what an unknown one became.
    Rule{Unknown, Authorise, Authorised, ByHand::No},
    Rule{Unknown, Charge, Charged, ByHand::No},
    Rule{Unknown, Decline, Failed, ByHand::Yes},
    Rule{Unknown, Cancel, Cancelled, ByHand::Yes},
    Rule{Charged, RefundPart, PartRefunded, ByHand::No},
    Rule{Charged, RefundWhole, Refunded, ByHand::No},
    Rule{PartRefunded, RefundPart, PartRefunded, ByHand::No},
    Rule{PartRefunded, RefundWhole, Refunded, ByHand::No},
};

constexpr bool eachIsThereOnce()
{
    for (std::size_t i = 0; i < rules.size(); ++i) {
        for (std::size_t j = i + 1; j < rules.size(); ++j) {
            if (rules[i].from == rules[j].from && rules[i].event == rules[j].event)
                return false;
        }
    }
    return true;
}
static_assert(eachIsThereOnce());

} // namespace

QString paymentStatusText(PaymentStatus status)
{
    switch (status) {
    case Created:
        return QStringLiteral("created");
    case Pending:
        return QStringLiteral("pending");
    case Authorised:
        return QStringLiteral("authorised");
    case Charged:
        return QStringLiteral("charged");
    case Cancelled:
        return QStringLiteral("cancelled");
    case PartRefunded:
        return QStringLiteral("part_refunded");
    case Refunded:
        return QStringLiteral("refunded");
    case Failed:
        return QStringLiteral("failed");
    case Unknown:
        return QStringLiteral("unknown");
    }
    return {};
}

std::optional<PaymentStatus> paymentStatusFromText(QStringView text)
{
    for (const PaymentStatus status : allPaymentStatuses) {
        if (text == paymentStatusText(status))
            return status;
    }
    return std::nullopt;
}

std::optional<PaymentStatus> paymentAfter(PaymentStatus from, PaymentEvent event)
{
    for (const Rule &rule : rules) {
        if (rule.from == from && rule.event == event)
            return rule.to;
    }
    return std::nullopt;
}

std::optional<PaymentEvent> eventByHand(PaymentStatus from, PaymentStatus to)
{
    for (const Rule &rule : rules) {
        if (rule.from == from && rule.to == to && rule.byHand == ByHand::Yes)
            return rule.event;
    }
    return std::nullopt;
}

QString paymentStateText(PaymentState state)
{
    switch (state) {
    case PaymentState::Unpaid:
        return QStringLiteral("unpaid");
    case PaymentState::PartPaid:
        return QStringLiteral("part_paid");
    case PaymentState::Paid:
        return QStringLiteral("paid");
    case PaymentState::Refunded:
        return QStringLiteral("refunded");
    }
    return {};
}

std::optional<PaymentState> paymentStateFromText(QStringView text)
{
    for (const PaymentState state : allPaymentStates) {
        if (paymentStateText(state) == text)
            return state;
    }
    return std::nullopt;
}

} // namespace oshaq
