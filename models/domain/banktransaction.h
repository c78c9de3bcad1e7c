// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace oshaq {

/// Where the bank says that a payment stands.
enum class BankState
{
    New,        ///< known, nothing taken
    Waiting,    ///< the guest is being asked (3-D Secure)
    Authorised, ///< held
    Charged,
    Cancelled,
    Refunded, ///< in part or whole; see refundedMinor
    Rejected,
};

struct BankTransaction
{
    QString id; ///< the bank's
    qint64 invoice = 0;
    BankState state = BankState::New;
    qint64 amountMinor = 0;
    qint64 refundedMinor = 0;
    QString currency;       ///< ISO 4217
    QString terminalId;     ///< the merchant terminal that took it
    qint64 createdAtMs = 0; ///< UTC; 0: the bank does not say
    QString cardId;         ///< empty: not kept
    QString cardMask;
    QString cardType;
    QString reference;
    QString reason; ///< of a refusal; English or as the bank has it
};

/// What came of one call.
struct BankReply
{
    enum class Outcome
    {
        Told,     ///< the bank answered: see the transaction
        Declined, ///< the bank said no, for good; nothing was taken by this call
        NotFound, ///< of a status: the bank has never heard of the invoice
        Lost,     ///< a time-out, a 5xx or an answer that is not final: the bank may have done it
        NotSent,  ///< certainly never left: not resolved, not connected, breaker open, no token
    };

    Outcome outcome = Outcome::Lost;
    BankTransaction transaction;
    QString reason; ///< English; no token, no secret
};

} // namespace oshaq
