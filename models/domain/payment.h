// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "models/domain/paymentstatus.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace oshaq {

/// How money is taken.
enum class PaymentMethod
{
    Cash,
    CardReader, ///< the bank's own device on the counter; only its slip is known here
    Halyk,      ///< the bank's hosted page
    SavedCard,  ///< a card that the bank keeps for a guest
};

inline constexpr std::array allPaymentMethods{PaymentMethod::Cash, PaymentMethod::CardReader, PaymentMethod::Halyk,
                                              PaymentMethod::SavedCard};

/// "cash", "card_reader", "halyk", "saved".
QString paymentMethodText(PaymentMethod method);
std::optional<PaymentMethod> paymentMethodFromText(QStringView text);

/// Done here and now, without a bank's answer.
constexpr bool isDirect(PaymentMethod method)
{
    return method == PaymentMethod::Cash || method == PaymentMethod::CardReader;
}

/// The one way out of an end that no event of the machine is: the bank says that it took the money after all. What was
/// given up here is charged then, and given back if it is not owed. Nothing for a payment that is no such end.
std::optional<PaymentStatus> paymentAfterLateCharge(PaymentStatus from);

/// Where a refund stands. What did not come through a bank is done at once.
enum class RefundState
{
    Asked, ///< written here, told to nobody yet
    Sent,  ///< told to the bank, which may have done it
    Done,
    Failed, ///< the bank does not give it back
};

inline constexpr std::array allRefundStates{RefundState::Asked, RefundState::Sent, RefundState::Done,
                                            RefundState::Failed};

/// "asked", "sent", "done", "failed".
QString refundStateText(RefundState state);
std::optional<RefundState> refundStateFromText(QStringView text);

struct Refund
{
    qint64 id = 0;
    qint64 amountMinor = 0;
    QString reason;
    qint64 createdAtMs = 0;
    RefundState state = RefundState::Done;
    bool isAutomatic = false; ///< of money that came when it was not owed any more: it never counts for the order
    QString problem = {};     ///< why the bank does not give it back, as it says it

    /// Asked for, and nobody knows yet that it is done.
    bool isOpen() const { return state == RefundState::Asked || state == RefundState::Sent; }
    bool operator==(const Refund &) const = default;
};

/// One attempt to pay for an order, or for a part of it.
struct Payment
{
    qint64 id = 0;
    qint64 businessId = 0;
    qint64 orderId = 0;
    PaymentMethod method = PaymentMethod::Cash;
    PaymentStatus status = PaymentStatus::Created;
    qint64 amountMinor = 0;              ///< towards the order, without the tip
    qint64 tipMinor = 0;                 ///< on top of it
    std::optional<qint64> tenderedMinor; ///< what the guest handed over, of cash
    QString slip;                        ///< number on the card reader's slip
    std::optional<qint64> cardId;        ///< the saved card
    qint64 refundedMinor = 0;            ///< of amount and tip, the amount first
    Currency currency;
    qint64 createdAtMs = 0;
    qint64 version = 1;
    std::vector<Refund> refunds;
    qint64 invoice = 0; ///< by which the bank knows it; 0: no bank was told

    /// What was, or may yet be, taken from the guest.
    qint64 totalMinor() const { return amountMinor + tipMinor; }
    /// On its way back to the guest.
    qint64 returningMinor() const;
    /// What can still be given back.
    qint64 refundableMinor() const;
    /// What counts against the order: the tip never does, and what is on its way back does until it is there.
    qint64 heldMinor() const;
    qint64 changeMinor() const { return tenderedMinor ? *tenderedMinor - totalMinor() : 0; }

    bool operator==(const Payment &) const = default;
};

struct Order;
struct OrderPayment;

struct PaymentSummary
{
    PaymentState state = PaymentState::Unpaid;
    qint64 totalMinor = 0;    ///< of the order
    qint64 paidMinor = 0;     ///< came and stayed, without tips
    qint64 pendingMinor = 0;  ///< may still come, or came and nobody knows
    qint64 refundedMinor = 0; ///< went back, tips included
    qint64 tipMinor = 0;
    qint64 dueMinor = 0; ///< what one more payment may be: never negative
};

/// The rule of the till: what came, what may come and what nobody knows never exceed the order's total together.
PaymentSummary summarise(qint64 orderTotalMinor, const std::vector<Payment> &payments);

/// What an order says of its payments, by the same rule; `payments` oldest first.
OrderPayment orderPaymentOf(qint64 orderTotalMinor, const std::vector<Payment> &payments);

/// The payments are as they were and the total may not be: how far the order is paid now. To be called after every
/// change of order->cost.
void settle(Order *order);

/// A card that the bank keeps for a guest. Its number is not known here.
struct SavedCard
{
    qint64 id = 0;
    qint64 userId = 0;
    QString mask; ///< "440564******1234"
    QString type; ///< "VISA"
    qint64 createdAtMs = 0;
};

} // namespace oshaq
