// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/banknoting.h"

#include "models/domain/timespans.h"
#include "models/hub/journalstore.h"
#include "models/hub/orderstore.h"
#include "models/hub/paymentservice.h"
#include "models/hub/paymentsteps.h"
#include "models/hub/paymentstore.h"

#include <algorithm>

namespace oshaq {

namespace {

constexpr qint64 pageLongestPollMs = 10'000; ///< somebody stands there and waits
constexpr qint64 leastWatchMs = 10 * minuteMs;
constexpr qsizetype maxProblem = 300;
constexpr qsizetype shownDigits = 4;

bool isOpen(PaymentStatus status)
{
    return status == PaymentStatus::Pending || status == PaymentStatus::Unknown;
}

bool isClosed(PaymentStatus status)
{
    return status == PaymentStatus::Cancelled || status == PaymentStatus::Failed;
}

/// Whatever a bank calls a mask, no more than the last digits of a card's number are kept.
QString maskOf(const QString &said)
{
    QString digits;
    for (const QChar c : said) {
        if (c.isDigit())
            digits += c;
    }
    return QStringLiteral("**** ") + digits.right(shownDigits);
}

} // namespace

Result<void> BankNoting::load(qint64 paymentId)
{
    auto payment = paymentstore::find(m_context.database, m_context.principal.businessId, paymentId);
    if (!payment)
        return payment.error();
    auto attempt = bankattemptstore::find(m_context.database, payment->businessId, paymentId);
    if (!attempt)
        return attempt.error();
    m_payment = std::move(*payment);
    m_attempt = std::move(*attempt);
    return {};
}

Result<void> BankNoting::move(PaymentEvent event)
{
    const auto to = paymentAfter(m_payment.status, event);
    return to ? become(*to) : Result<void>(paymentsteps::notAllowed(m_payment));
}

Result<void> BankNoting::become(PaymentStatus to)
{
    const PaymentStatus from = m_payment.status;
    m_payment.status = to;
    ++m_payment.version;
    m_attempt.polls = 0;
    m_moved = true;
    if (const auto updated = paymentstore::update(m_context.database, m_payment, now()); !updated)
        return updated.error();
    return paymentsteps::journal(m_context, m_payment, QStringLiteral("payment.status"),
                                 {{QStringLiteral("from"), paymentStatusText(from)}});
}

Result<void> BankNoting::close(PaymentEvent event, GivenUp givenUp)
{
    if (const auto moved = move(event); !moved)
        return moved.error();
    m_attempt.givenUp = givenUp;
    m_attempt.watchUntilMs = std::max(now() + leastWatchMs, m_attempt.begunAtMs + m_timing.watchMs);
    return {};
}

void BankNoting::plan()
{
    const qint64 pause = m_timing.pauseAfter(std::max(m_attempt.polls, m_attempt.misses));
    switch (m_payment.status) {
    case PaymentStatus::Created:
        m_attempt.nextAtMs = now();
        return;
    case PaymentStatus::Pending: {
        const bool isWatched = m_payment.method == PaymentMethod::Halyk && m_attempt.misses == 0;
        m_attempt.nextAtMs = now() + (isWatched ? std::min(pause, pageLongestPollMs) : pause);
        return;
    }
    case PaymentStatus::Unknown:
    case PaymentStatus::Authorised:
        m_attempt.nextAtMs = now() + pause;
        return;
    case PaymentStatus::Cancelled:
    case PaymentStatus::Failed: {
        const bool isHeld = m_attempt.bankState == BankState::Authorised;
        if (isHeld || now() < m_attempt.watchUntilMs)
            m_attempt.nextAtMs = now() + pause;
        else
            m_attempt.nextAtMs.reset();
        return;
    }
    case PaymentStatus::Charged:
    case PaymentStatus::PartRefunded: {
        const auto is = [this](RefundState state) {
            return std::any_of(m_payment.refunds.begin(), m_payment.refunds.end(),
                               [state](const Refund &refund) { return refund.state == state; });
        };
        if (is(RefundState::Sent) || (is(RefundState::Asked) && m_attempt.misses > 0))
            m_attempt.nextAtMs = now() + pause;
        else if (is(RefundState::Asked))
            m_attempt.nextAtMs = now();
        else if (m_attempt.misses > 0 && m_attempt.misses < m_timing.missesUntilUnknown)
            m_attempt.nextAtMs = now() + pause;
        else
            m_attempt.nextAtMs.reset();
        return;
    }
    case PaymentStatus::Refunded:
        m_attempt.nextAtMs.reset();
        return;
    }
}

Result<WriteOutcome> BankNoting::save()
{
    m_attempt.problem.truncate(maxProblem);
    if (const auto updated = bankattemptstore::update(m_context.database, m_attempt); !updated)
        return updated.error();
    if (!m_moved) {
        WriteOutcome outcome;
        outcome.entity = EntityKind::Payment;
        outcome.entityId = m_payment.id;
        return outcome;
    }
    return paymentsteps::finish(m_context, m_payment, 200);
}

void BankNoting::contradiction(const QString &what)
{
    m_attempt.problem =
        QStringLiteral("Here it is %1, and the bank says: %2.").arg(paymentStatusText(m_payment.status), what);
}

Result<void> BankNoting::note(const BankNote &note)
{
    using Outcome = BankReply::Outcome;
    const Outcome outcome = note.reply.outcome;
    switch (note.call) {
    case BankCall::Ask:
        return heard(note.reply, note.merchantTerminal);
    case BankCall::Page:
        // Without a page nobody can pay; what was lost on its way to us nobody else has.
        if (outcome == Outcome::Told && m_attempt.sentAtMs == 0)
            m_attempt.sentAtMs = now();
        if (m_attempt.sentAtMs != 0 || m_payment.status != PaymentStatus::Pending)
            return {};
        m_attempt.problem = note.reply.reason;
        if (const auto closed = close(PaymentEvent::Decline, GivenUp::No); !closed)
            return closed.error();
        plan();
        return {};
    case BankCall::Pay:
        if (!isOpen(m_payment.status)) {
            m_attempt.nextAtMs = now();
            return {};
        }
        if (outcome == Outcome::Declined || outcome == Outcome::NotSent) {
            m_attempt.problem = note.reply.reason;
            if (const auto closed = close(PaymentEvent::Decline, GivenUp::No); !closed)
                return closed.error();
            plan();
            return {};
        }
        if (outcome != Outcome::Told && m_payment.status == PaymentStatus::Pending) {
            if (const auto lost = move(PaymentEvent::LoseTrack); !lost)
                return lost.error();
        }
        plan();
        // What it says at once is not final either.
        if (outcome == Outcome::Told)
            m_attempt.nextAtMs = now();
        return {};
    case BankCall::Capture:
    case BankCall::Release:
        if (outcome == Outcome::Told) {
            m_attempt.polls = 0;
            m_attempt.nextAtMs = now();
            return {};
        }
        m_attempt.problem = note.reply.reason;
        if (outcome == Outcome::Lost && m_payment.status == PaymentStatus::Authorised) {
            if (const auto lost = move(PaymentEvent::LoseTrack); !lost)
                return lost.error();
        }
        return missed();
    case BankCall::Refund:
        return refundAnswered(note.reply);
    }
    return {};
}

Result<void> BankNoting::missed()
{
    ++m_attempt.misses;
    // While a page is open nobody expects to know; from then on somebody may have to look.
    const bool isOverdue =
        m_payment.method != PaymentMethod::Halyk || now() - m_attempt.begunAtMs >= m_timing.pageLifeMs;
    if (m_payment.status == PaymentStatus::Pending && isOverdue && m_attempt.misses >= m_timing.missesUntilUnknown) {
        if (const auto lost = move(PaymentEvent::LoseTrack); !lost)
            return lost.error();
    }
    plan();
    return {};
}

Result<void> BankNoting::heard(const BankReply &reply, const QString &merchantTerminal)
{
    using Outcome = BankReply::Outcome;
    const bool isAnswer = reply.outcome == Outcome::Told || reply.outcome == Outcome::NotFound;
    if (!isAnswer)
        return missed();
    if (reply.outcome == Outcome::Told) {
        const QString mismatch = bankMismatch(m_payment, m_attempt, reply.transaction, merchantTerminal);
        if (!mismatch.isEmpty()) {
            m_attempt.problem = mismatch;
            return missed();
        }
    }
    const bool isNews = reply.outcome == Outcome::Told ? m_attempt.bankState != reply.transaction.state
                                                       : m_attempt.bankState.has_value();
    m_attempt.misses = 0;
    if (!isClosed(m_payment.status))
        m_attempt.problem.clear(); // else it is why it was closed
    m_attempt.answeredAtMs = now();
    m_attempt.polls = isNews ? 0 : m_attempt.polls + 1;
    if (reply.outcome == Outcome::NotFound) {
        m_attempt.bankState.reset();
        if (!isOpen(m_payment.status) && !isClosed(m_payment.status))
            contradiction(QStringLiteral("it never heard of it"));
        if (const auto done = undecided(); !done)
            return done.error();
    } else {
        const BankTransaction &said = reply.transaction;
        m_attempt.bankState = said.state;
        m_attempt.transactionId = said.id;
        m_attempt.bankAmountMinor = said.amountMinor;
        m_attempt.bankRefundedMinor = said.refundedMinor;
        if (const auto done = follow(said); !done)
            return done.error();
    }
    plan();
    return {};
}

/// What the bank says fits the payment.
Result<void> BankNoting::follow(const BankTransaction &said)
{
    const bool isHeldHere = m_payment.status == PaymentStatus::Authorised;
    switch (said.state) {
    case BankState::New:
    case BankState::Waiting:
        if (!isOpen(m_payment.status) && !isClosed(m_payment.status))
            contradiction(QStringLiteral("nothing was taken"));
        return undecided();
    case BankState::Authorised:
        if (isOpen(m_payment.status))
            return move(PaymentEvent::Authorise);
        if (isPaid(m_payment.status))
            contradiction(QStringLiteral("it is held and not taken"));
        return {};
    case BankState::Charged:
    case BankState::Refunded:
        return charged(said);
    case BankState::Cancelled:
        if (isOpen(m_payment.status) || isHeldHere)
            return close(PaymentEvent::Cancel, GivenUp::No);
        if (!isClosed(m_payment.status))
            contradiction(QStringLiteral("it was cancelled"));
        return {};
    case BankState::Rejected:
        if (isOpen(m_payment.status) || isHeldHere) {
            if (const auto closed = close(PaymentEvent::Decline, GivenUp::No); !closed)
                return closed.error();
            m_attempt.problem = said.reason;
            return {};
        }
        if (!isClosed(m_payment.status))
            contradiction(QStringLiteral("it was declined"));
        return {};
    }
    return {};
}

/// The bank was asked and has taken nothing: for how long may it still?
Result<void> BankNoting::undecided()
{
    if (!isOpen(m_payment.status))
        return {};
    if (m_payment.method == PaymentMethod::Halyk) {
        const bool isBusy = m_attempt.bankState == BankState::Waiting;
        const qint64 life = isBusy ? m_timing.waitingLifeMs : m_timing.pageLifeMs;
        if (now() - m_attempt.begunAtMs >= life)
            return close(PaymentEvent::Cancel, GivenUp::ByTime);
        return {};
    }
    const qint64 age = now() - m_attempt.sentAtMs;
    // It said so twice, and what was sent so long ago does not arrive any more.
    if (!m_attempt.bankState && age >= m_timing.arrivesWithinMs && m_attempt.polls > 0)
        return close(PaymentEvent::Decline, GivenUp::No);
    if (m_attempt.bankState && age >= m_timing.waitingLifeMs)
        return close(PaymentEvent::Cancel, GivenUp::ByTime);
    return {};
}

Result<void> BankNoting::charged(const BankTransaction &said)
{
    if (isClosed(m_payment.status)) {
        if (const auto late = takeLate(); !late)
            return late.error();
    } else if (!isPaid(m_payment.status) && m_payment.status != PaymentStatus::Refunded) {
        if (const auto moved = move(PaymentEvent::Charge); !moved)
            return moved.error();
        m_attempt.chargedAtMs = now();
        const auto order = orderstore::find(m_context.database, m_payment.businessId, {m_payment.orderId, {}});
        if (!order)
            return order.error();
        if (order->status == OrderStatus::Cancelled) {
            const auto back =
                paymentwrites::askRefund(m_context, &m_payment, m_payment.totalMinor(),
                                         QStringLiteral("The order was cancelled before this came."), true);
            if (!back)
                return back.error();
        }
    }
    if (const auto kept = keepCard(said); !kept)
        return kept.error();
    return refundsSaid(said.refundedMinor);
}

/// Money came that nobody expected any more. It is kept when the order still owes it and nobody was told otherwise;
/// else it goes back by itself.
Result<void> BankNoting::takeLate()
{
    const auto order = orderstore::find(m_context.database, m_payment.businessId, {m_payment.orderId, {}});
    if (!order)
        return order.error();
    const auto all = paymentstore::ofOrder(m_context.database, m_payment.businessId, m_payment.orderId);
    if (!all)
        return all.error();
    const bool isOwed = order->status != OrderStatus::Cancelled && m_attempt.givenUp != GivenUp::ByHand &&
                        summarise(order->cost.totalMinor, *all).dueMinor >= m_payment.amountMinor;
    const auto to = paymentAfterLateCharge(m_payment.status);
    if (!to)
        return paymentsteps::notAllowed(m_payment);
    if (const auto moved = become(*to); !moved)
        return moved.error();
    m_attempt.chargedAtMs = now();
    m_attempt.problem.clear();
    if (isOwed)
        return {};
    return paymentwrites::askRefund(m_context, &m_payment, m_payment.totalMinor(),
                                    QStringLiteral("It came after it was given up."), true);
}

Result<void> BankNoting::refundDone(BankRefund refund)
{
    const qint64 amount = refund.refund.amountMinor;
    m_payment.refundedMinor += amount;
    const bool isWhole = m_payment.refundedMinor == m_payment.totalMinor();
    if (const auto moved =
            paymentsteps::move(&m_payment, isWhole ? PaymentEvent::RefundWhole : PaymentEvent::RefundPart);
        !moved)
        return moved.error();
    ++m_payment.version;
    m_moved = true;
    m_attempt.polls = 0;
    if (const auto updated = paymentstore::update(m_context.database, m_payment, now()); !updated)
        return updated.error();
    refund.refund.state = RefundState::Done;
    refund.refund.problem.clear();
    if (const auto updated = bankattemptstore::updateRefund(m_context.database, refund, now()); !updated)
        return updated.error();
    for (Refund &one : m_payment.refunds) {
        if (one.id == refund.refund.id)
            one = refund.refund;
    }
    return paymentsteps::journal(m_context, m_payment, QStringLiteral("payment.refunded"),
                                 {{QStringLiteral("refund"), refund.refund.id}, {QStringLiteral("amount"), amount}});
}

/// The bank says how much it gave back in all. One refund at most is on its way, so that is what the rest is about.
Result<void> BankNoting::refundsSaid(qint64 bankRefundedMinor)
{
    const auto refunds = bankattemptstore::refunds(m_context.database, m_payment);
    if (!refunds)
        return refunds.error();
    bool isOnItsWay = false;
    for (const BankRefund &sent : *refunds) {
        if (sent.refund.state != RefundState::Sent)
            continue;
        if (bankRefundedMinor - m_payment.refundedMinor >= sent.refund.amountMinor) {
            if (const auto done = refundDone(sent); !done)
                return done.error();
            continue;
        }
        BankRefund next = sent;
        if (sent.answer == RefundAnswer::Declined) {
            next.refund.state = RefundState::Failed;
            m_attempt.problem = QStringLiteral("The bank does not give it back: %1").arg(sent.refund.problem);
        } else if (now() - sent.sentAtMs >= showsWithin(sent.answer)) {
            next.refund.state = RefundState::Asked; // told again, by the same id
        } else {
            if (sent.answer == RefundAnswer::Told && now() - sent.sentAtMs >= m_timing.arrivesWithinMs)
                m_attempt.problem = QStringLiteral("The bank said yes to a refund and does not show it.");
            isOnItsWay = true;
            continue;
        }
        if (const auto updated = bankattemptstore::updateRefund(m_context.database, next, now()); !updated)
            return updated.error();
        for (Refund &one : m_payment.refunds) {
            if (one.id == next.refund.id)
                one = next.refund;
        }
        if (next.refund.state == RefundState::Failed) {
            ++m_payment.version;
            m_moved = true;
            if (const auto updated = paymentstore::update(m_context.database, m_payment, now()); !updated)
                return updated.error();
            const auto written = paymentsteps::journal(
                m_context, m_payment, QStringLiteral("payment.refund_failed"),
                {{QStringLiteral("refund"), next.refund.id}, {QStringLiteral("amount"), next.refund.amountMinor}});
            if (!written)
                return written.error();
        }
    }
    const qint64 more = std::min(bankRefundedMinor, m_payment.totalMinor()) - m_payment.refundedMinor;
    if (more <= 0 || isOnItsWay)
        return {};
    // Somebody gave it back at the bank itself.
    BankRefund there;
    there.refund.amountMinor = more;
    there.refund.reason = QStringLiteral("Given back at the bank.");
    there.refund.createdAtMs = now();
    there.refund.state = RefundState::Done;
    const auto inserted =
        paymentstore::insertRefund(m_context.database, m_payment, &there.refund, m_context.principal.actor());
    if (!inserted)
        return inserted.error();
    m_payment.refunds.push_back(there.refund);
    return refundDone(there);
}

Result<void> BankNoting::refundAnswered(const BankReply &reply)
{
    using Outcome = BankReply::Outcome;
    const auto refunds = bankattemptstore::refunds(m_context.database, m_payment);
    if (!refunds)
        return refunds.error();
    const auto sent = std::find_if(refunds->begin(), refunds->end(),
                                   [](const BankRefund &one) { return one.refund.state == RefundState::Sent; });
    if (sent == refunds->end())
        return {};
    BankRefund refund = *sent;
    plan();
    switch (reply.outcome) {
    case Outcome::Told:
        refund.answer = RefundAnswer::Told;
        m_attempt.nextAtMs = now();
        break;
    case Outcome::Declined:
        refund.answer = RefundAnswer::Declined;
        refund.refund.problem = reply.reason.left(maxProblem);
        m_attempt.nextAtMs = now();
        break;
    case Outcome::NotSent:
        // An earlier one may have arrived: the status is asked before it is told again, at once.
        refund.sentAtMs = std::min(refund.sentAtMs, now() - m_timing.arrivesWithinMs);
        [[fallthrough]];
    case Outcome::NotFound:
    case Outcome::Lost:
        refund.answer = RefundAnswer::None;
        ++m_attempt.misses;
        plan();
        break;
    }
    return bankattemptstore::updateRefund(m_context.database, refund, now());
}

Result<void> BankNoting::keepCard(const BankTransaction &said)
{
    if (!m_attempt.keepCard || said.cardId.isEmpty() || !m_secrets)
        return {};
    const auto guest = bankattemptstore::guestOf(m_context.database, m_payment.id);
    if (!guest)
        return guest.error();
    if (*guest == 0)
        return {};
    const auto known = bankattemptstore::hasCard(m_context.database, m_payment.businessId, *guest, said.cardId);
    if (!known)
        return known.error();
    if (*known)
        return {};
    SavedCard card;
    card.userId = *guest;
    card.mask = maskOf(said.cardMask);
    card.type = said.cardType.left(20);
    const auto inserted =
        bankattemptstore::keepCard(m_context.database, *m_secrets, m_payment.businessId, &card, said.cardId, now());
    if (!inserted)
        return inserted.error();
    const auto seq = journalstore::append(
        m_context, m_payment.businessId,
        {EntityKind::SavedCard, card.id, 1, QStringLiteral("card.saved"), {}, paymentstore::digest(card)});
    if (!seq)
        return seq.error();
    return {};
}

} // namespace oshaq
