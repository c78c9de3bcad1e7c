// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace oshaq {

/// Where one payment stands.
enum class PaymentStatus
{
    Created,      ///< written here, told to nobody yet
    Pending,      ///< told to the bank, which has not decided
    Authorised,   ///< held on the guest's card
    Charged,      ///< the money is ours
    Cancelled,    ///< given up before any money moved
    PartRefunded, ///< charged, and a part given back
    Refunded,     ///< charged, and all of it given back
    Failed,       ///< declined
    Unknown,      ///< the bank was told and its answer was lost: money may have moved
};

inline constexpr std::array allPaymentStatuses{
    PaymentStatus::Created,  PaymentStatus::Pending,   PaymentStatus::Authorised,
    PaymentStatus::Charged,  PaymentStatus::Cancelled, PaymentStatus::PartRefunded,
    PaymentStatus::Refunded, PaymentStatus::Failed,    PaymentStatus::Unknown};

/// How far an order is paid.
enum class PaymentState
{
    Unpaid,
    PartPaid,
    Paid,
    Refunded ///< money came, and all of it went back
};

inline constexpr std::array allPaymentStates{PaymentState::Unpaid, PaymentState::PartPaid, PaymentState::Paid,
                                             PaymentState::Refunded};

/// "unpaid", "part_paid", "paid", "refunded".
QString paymentStateText(PaymentState state);
std::optional<PaymentState> paymentStateFromText(QStringView text);

/// What happens to a payment.
enum class PaymentEvent
{
    Submit,      ///< the bank is told
    Authorise,   ///< the bank holds the amount
    Charge,      ///< the money came
    Decline,     ///< the bank, or the guest, said no
    Cancel,      ///< given up
    LoseTrack,   ///< a time-out or an answer that says nothing
    RefundPart,  ///< some of it is given back
    RefundWhole, ///< what was left of it is given back
};

inline constexpr std::array allPaymentEvents{
    PaymentEvent::Submit, PaymentEvent::Authorise, PaymentEvent::Charge,     PaymentEvent::Decline,
    PaymentEvent::Cancel, PaymentEvent::LoseTrack, PaymentEvent::RefundPart, PaymentEvent::RefundWhole};

/// "created", "pending", "authorised", "charged", "cancelled", "part_refunded", "refunded", "failed", "unknown".
QString paymentStatusText(PaymentStatus status);
std::optional<PaymentStatus> paymentStatusFromText(QStringView text);

/// The machine as one table lookup: where `event` takes a payment that is `from`; nothing when it cannot happen there.
std::optional<PaymentStatus> paymentAfter(PaymentStatus from, PaymentEvent event);

/// The event by which a manager takes a payment from -> to by hand, after asking the bank; nothing when there is none:
/// money is given back by refunds, and what was charged stays charged.
std::optional<PaymentEvent> eventByHand(PaymentStatus from, PaymentStatus to);

/// The amount may have been taken from the guest, or still may be: it counts against what the order owes.
constexpr bool holdsMoney(PaymentStatus status)
{
    return status != PaymentStatus::Cancelled && status != PaymentStatus::Failed && status != PaymentStatus::Refunded;
}

/// The money came, and at least a part of it is still here.
constexpr bool isPaid(PaymentStatus status)
{
    return status == PaymentStatus::Charged || status == PaymentStatus::PartRefunded;
}

} // namespace oshaq
