// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/banktransaction.h"
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

/// The bank's interface as calls that answer later. Lives on the integrations thread; an answer never comes inside the
/// call, and comes exactly once unless the client goes first. Nothing is ever sent twice by itself.
class BankClient
{
public:
    using Done = std::function<void(BankReply)>;
    using PageDone = std::function<void(Result<HostedPage>)>;

    virtual ~BankClient() = default;

    /// The merchant terminal that takes the payments of this business: BankTransaction::terminalId of each of them.
    /// Answers at once. An error: it has no bank. One that is switched off takes no new payments, and is still asked
    /// about those that there are.
    virtual Result<QString> merchantTerminal(qint64 businessId) = 0;
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
