// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/bankattempt.h"
#include "models/domain/reconciliation.h"
#include "models/hub/secretstore.h"
#include "models/hub/writer.h"

#include <QString>

namespace oshaq {

/// What was asked of the bank about one payment.
enum class BankCall
{
    Page, ///< the parameters of its page
    Pay,
    Ask,
    Capture,
    Release,
    Refund,
};

/// What came of it, as it is written down.
struct BankNote
{
    qint64 paymentId = 0;
    BankCall call = BankCall::Ask;
    BankReply reply;
    QString merchantTerminal; ///< ours; what the bank tells of another one is not about this payment
};

/// Commands of the bank's desk, each in its own transaction. What the bank is told is written down before it is told;
/// money came, or went back, only when a status says so that fits the payment. Outcomes carry the payment's id.
namespace bankwrites {

/// Before a saved card is charged. Who gets a success, and nobody else, may tell the bank; PaymentNotAllowed when it
/// may have been told already.
Result<WriteOutcome> send(WriteContext &context, qint64 paymentId, const BankTiming &timing);
/// It was not sent in time; it is certain that the bank never heard of it.
Result<WriteOutcome> giveUp(WriteContext &context, qint64 paymentId, const BankTiming &timing);
/// Before a refund is told, the first that waits. The outcome's value is its id; no value: there is none to tell.
Result<WriteOutcome> sendRefund(WriteContext &context, qint64 paymentId, const BankTiming &timing);
/// `secrets`: where the bank's names of kept cards go.
Result<WriteOutcome> note(WriteContext &context, SecretStore &secrets, const BankNote &note, const BankTiming &timing);

/// The bank is asked about it as soon as may be; for webhooks and for people. NotFound for what no bank was told of.
Result<WriteOutcome> askSoon(WriteContext &context, qint64 paymentId);
/// Every payment of a bank that was begun or charged in that time. The outcome's value is how many.
Result<WriteOutcome> askAll(WriteContext &context, qint64 beginMs, qint64 endMs);

/// The bank was, or was not, told to forget a card.
Result<WriteOutcome> noteForgotten(WriteContext &context, SecretStore &secrets, qint64 cardId, bool isForgotten);

} // namespace bankwrites

namespace bankreads {

/// The payments of a bank that were begun or charged on that business day. ValidationFailed for no day.
Result<Reconciliation> reconciliation(sql::Database &database, qint64 businessId, const QString &day, qint64 nowMs);

} // namespace bankreads

} // namespace oshaq
