// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/payment.h"
#include "models/hub/orderservice.h"
#include "models/hub/writer.h"

#include <optional>
#include <vector>

namespace oshaq {

/// Which part of what an order owes is paid, where no amount says it.
struct BillShare
{
    std::vector<qint64> lines; ///< what these lines cost; each can be paid for once
    int guests = 0;            ///< else: one share of so many that share what is owed now; 0: all of it
};

/// Cash or a card reader's slip, as somebody at the till entered it.
struct DirectPayment
{
    qint64 orderId = 0;
    PaymentMethod method = PaymentMethod::Cash;
    qint64 amountMinor = 0;
    qint64 tipMinor = 0;
    std::optional<qint64> tenderedMinor; ///< of cash; none: exactly amount and tip
    QString slip;                        ///< of a card reader
    BillShare share = {};                ///< where the amount is 0
};

/// An attempt that a bank is to be told about.
struct BankPayment
{
    qint64 orderId = 0;
    PaymentMethod method = PaymentMethod::Halyk;
    qint64 amountMinor = 0;
    qint64 tipMinor = 0;
    std::optional<qint64> cardId; ///< of SavedCard
    bool keepCard = false;        ///< of Halyk: the bank is asked to keep it for the guest
    QString language = {};        ///< of the bank's page
    BillShare share = {};         ///< where the amount is 0
};

struct OrderPayments
{
    qint64 orderId = 0;
    qint64 userId = 0; ///< who ordered; 0: nobody
    Currency currency;
    PaymentSummary summary;
    std::vector<Payment> payments;
};

/// Commands on payments: run inside the writer's transaction, each writes the row and the journal, and its order says
/// so from then on (see orderpayments). The outcomes carry the payment's id and the order. Guests reach only their own
/// orders and cards; anything else is NotFound.
namespace paymentwrites {

/// Charged at once. PaymentExceedsDue above what the order still owes, PaymentNotAllowed on a cancelled order.
Result<WriteOutcome> takeDirect(WriteContext &context, const DirectPayment &payment);

/// Writes the attempt and its invoice number before the bank is told: a page as pending, because a guest who has it may
/// pay; a saved card as created, which the bank's desk sends.
Result<WriteOutcome> beginWithBank(WriteContext &context, const BankPayment &payment);

/// What an attempt with a bank came to. Idempotent: PaymentNotAllowed when it cannot happen to the payment any more.
Result<WriteOutcome> apply(WriteContext &context, qint64 paymentId, PaymentEvent event);

/// Gives back `amountMinor`, or all that is left. Forbidden above the counter's limit, RefundExceedsPaid above what
/// came. What came through a bank is asked for here and counts for the order until the bank has given it back.
Result<WriteOutcome> refund(WriteContext &context, qint64 paymentId, std::optional<qint64> amountMinor,
                            const QString &reason);

/// The part of refund() that a bank is told of; also for what comes when it is not owed any more. Raises the version
/// and writes the journal, not the order.
Result<void> askRefund(WriteContext &context, Payment *payment, qint64 amountMinor, const QString &reason,
                       bool isAutomatic);

/// A manager says that a payment is not to come any more, after asking the bank. What comes all the same goes back by
/// itself. The status is reached already: nothing is written.
Result<WriteOutcome> setStatus(WriteContext &context, qint64 paymentId, PaymentStatus to,
                               std::optional<qint64> version);

/// A guest takes their card away.
Result<WriteOutcome> removeCard(WriteContext &context, qint64 cardId);

} // namespace paymentwrites

namespace paymentreads {

Result<Payment> one(sql::Database &database, qint64 businessId, qint64 paymentId);
/// NotFound also for the order of another guest when `guestId` is given.
Result<OrderPayments> ofOrder(sql::Database &database, qint64 businessId, const OrderRef &ref,
                              std::optional<qint64> guestId);
Result<std::vector<SavedCard>> cards(sql::Database &database, qint64 businessId, qint64 userId);
Result<SavedCard> card(sql::Database &database, qint64 businessId, qint64 userId, qint64 cardId);

} // namespace paymentreads

} // namespace oshaq
