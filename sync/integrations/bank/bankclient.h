// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "models/domain/result.h"

#include <QString>

#include <functional>

namespace oshaq {

/// What is to be paid, under one number that never named another payment.
struct BankOrder
{
    qint64 businessId = 0;
    qint64 invoice = 0; ///< 6 to 15 digits when written out
    qint64 amountMinor = 0;
    Currency currency;
    QString description; ///< cut to 125 bytes by the client
    QString accountId;   ///< the guest, as the bank knows them; empty: no card is kept
    bool keepCard = false;
    QString language; ///< "en", "ru", "kk"
    QString backUrl;  ///< where the guest's browser goes afterwards
};

/// Everything that a browser needs to show the bank's page. Holds a token: never logged, never stored.
struct HostedPage
{
    QString scriptUrl;     ///< of the bank's own script
    QByteArray parameters; ///< a JSON object for it
};

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

/// The bank's interface as calls that answer later. Lives on the integrations thread; an answer never comes inside the
/// call, and comes exactly once unless the client goes first. Nothing is ever sent twice by itself.
class BankClient
{
public:
    using Done = std::function<void(BankReply)>;
    using PageDone = std::function<void(Result<HostedPage>)>;

    virtual ~BankClient() = default;

    /// Takes no money. An error: no page can be shown now.
    virtual void openPage(const BankOrder &order, PageDone done) = 0;
    virtual void payWithCard(const BankOrder &order, const QString &bankCardId, Done done) = 0;
    virtual void status(qint64 businessId, qint64 invoice, Done done) = 0;
    virtual void charge(qint64 businessId, const QString &transactionId, qint64 amountMinor, Done done) = 0;
    virtual void cancel(qint64 businessId, const QString &transactionId, Done done) = 0;
    /// `externalId` makes it idempotent at the bank.
    virtual void refund(qint64 businessId, const QString &transactionId, qint64 amountMinor, const QString &externalId,
                        Done done) = 0;
    virtual void forgetCard(qint64 businessId, const QString &bankCardId, Done done) = 0;
};

} // namespace oshaq
