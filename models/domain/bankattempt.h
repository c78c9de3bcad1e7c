// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/banktransaction.h"
#include "models/domain/payment.h"

#include <QString>

#include <optional>

namespace oshaq {

/// Who said that an attempt is over while the bank had not.
enum class GivenUp
{
    No,
    ByTime, ///< nobody paid on the page
    ByHand, ///< a manager, who told the guest so: what comes later goes back
};

/// "", "time", "hand".
QString givenUpText(GivenUp givenUp);
std::optional<GivenUp> givenUpFromText(QStringView text);

/// "new", "waiting", "authorised", "charged", "cancelled", "refunded", "rejected".
QString bankStateText(BankState state);
std::optional<BankState> bankStateFromText(QStringView text);

/// The bank's side of a payment: by which number it knows it, and what it said last. All times are UTC ms.
struct BankAttempt
{
    qint64 paymentId = 0;
    qint64 businessId = 0;
    qint64 invoice = 0;
    bool keepCard = false;
    QString language; ///< of the bank's page: "en", "ru", "kk"
    QString pageKey;  ///< by which a browser without a token finds the page; a secret until it is paid
    qint64 begunAtMs = 0;
    qint64 sentAtMs = 0; ///< since when the bank may know of it: a card was sent, a page given out; 0: certainly not
    GivenUp givenUp = GivenUp::No;

    QString transactionId;              ///< the bank's
    std::optional<BankState> bankState; ///< as it said it last; none: it never heard of it
    qint64 bankAmountMinor = 0;
    qint64 bankRefundedMinor = 0;
    qint64 answeredAtMs = 0; ///< when it last said anything about it; 0: never
    qint64 chargedAtMs = 0;  ///< when we came to know that the money is ours; 0: it is not
    QString problem;         ///< what somebody has to look at; English

    int polls = 0;                  ///< questions since something changed
    int misses = 0;                 ///< of those, the last ones in a row that were not answered
    std::optional<qint64> nextAtMs; ///< when there is something to do; none: nothing
    qint64 watchUntilMs = 0;        ///< of a closed one: how long it is asked about
};

/// How patient the hub is with a bank. Milliseconds.
struct BankTiming
{
    qint64 firstPollMs = 3'000; ///< doubles up to `longestPollMs`
    qint64 longestPollMs = 5 * 60'000;
    /// A charge that nobody sent in this time is not sent any more: the guest has given up.
    qint64 sendWithinMs = 60'000;
    /// The bank has certainly got, or certainly not got, what was sent to it so long ago. Longer than any call lasts.
    qint64 arrivesWithinMs = 120'000;
    qint64 pageLifeMs = 20 * 60'000;    ///< so long a guest may take on the bank's page
    qint64 waitingLifeMs = 60 * 60'000; ///< likewise, once the bank asks them something
    qint64 watchMs = 3 * 3600'000LL;    ///< a page's token lives two hours
    qint64 watchByHandMs = 48 * 3600'000LL;
    int missesUntilUnknown = 3;

    qint64 pauseAfter(int polls) const;
};

/// What is to be done about an attempt now.
enum class BankStep
{
    Rest,    ///< nothing
    GiveUp,  ///< it was not sent in time and is not sent any more
    Pay,     ///< tell the bank: it never heard of it
    Ask,     ///< its status
    Capture, ///< take what is held
    Release, ///< let go of what is held for something that was given up
    Refund,  ///< the first refund that was asked for
};

BankStep nextStep(const Payment &payment, const BankAttempt &attempt, qint64 nowMs, const BankTiming &timing);

/// Why what the bank says cannot be about this payment; empty: it is. Amount, currency, merchant terminal and time must
/// be what we know: a number may have been used before by somebody who had this terminal.
QString bankMismatch(const Payment &payment, const BankAttempt &attempt, const BankTransaction &said,
                     const QString &merchantTerminal);

/// How far a bank's clock may be from ours.
inline constexpr qint64 bankClockSlackMs = 15 * 60'000;

} // namespace oshaq
