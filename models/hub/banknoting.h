// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/bankattempt.h"
#include "models/domain/payment.h"
#include "models/hub/bankattemptstore.h"
#include "models/hub/bankservice.h"
#include "models/hub/secretstore.h"
#include "models/hub/writer.h"

#include <QString>

namespace oshaq {

/// One payment with what the bank said of it, while an answer is written down.
class BankNoting
{
    Q_DISABLE_COPY_MOVE(BankNoting)

public:
    /// `secrets`: for what is said of a card; null: nothing is.
    BankNoting(WriteContext &context, const BankTiming &timing, SecretStore *secrets = nullptr)
        : m_context(context)
        , m_timing(timing)
        , m_secrets(secrets)
    {}

    /// Before all else.
    Result<void> load(qint64 paymentId);

    Payment &payment() { return m_payment; }
    BankAttempt &attempt() { return m_attempt; }

    Result<void> note(const BankNote &note);
    /// By the payment's machine; PaymentNotAllowed when it knows no such way.
    Result<void> move(PaymentEvent event);
    /// Nothing was charged, as far as is known: what comes late is given back.
    Result<void> close(PaymentEvent event, GivenUp givenUp);
    /// Last of all.
    Result<WriteOutcome> save();

    /// When it is looked at again, by what it is now.
    void plan();

private:
    qint64 now() const { return m_context.nowMs; }
    Result<void> become(PaymentStatus to);
    Result<void> missed();
    Result<void> heard(const BankReply &reply, const QString &merchantTerminal);
    Result<void> follow(const BankTransaction &said);
    Result<void> undecided();
    Result<void> charged(const BankTransaction &said);
    Result<void> takeLate();
    Result<void> refundsSaid(qint64 bankRefundedMinor);
    /// After how long a refund that the bank does not show was not done.
    qint64 showsWithin(RefundAnswer answer) const
    {
        return answer == RefundAnswer::Told ? m_timing.refundShowsWithinMs : m_timing.arrivesWithinMs;
    }
    Result<void> refundDone(BankRefund refund);
    Result<void> refundAnswered(const BankReply &reply);
    Result<void> keepCard(const BankTransaction &said);
    void contradiction(const QString &what);

    WriteContext &m_context;
    const BankTiming &m_timing;
    SecretStore *m_secrets;
    Payment m_payment;
    BankAttempt m_attempt;
    bool m_moved = false;
};

} // namespace oshaq
