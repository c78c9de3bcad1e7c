// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/bankservice.h"

#include "models/domain/timespans.h"
#include "models/hub/banknoting.h"
#include "models/hub/paymentsteps.h"
#include "models/hub/paymentstore.h"

#include <algorithm>

namespace oshaq {

Result<WriteOutcome> bankwrites::send(WriteContext &context, qint64 paymentId, const BankTiming &timing)
{
    BankNoting noting(context, timing);
    if (const auto loaded = noting.load(paymentId); !loaded)
        return loaded.error();
    if (noting.payment().status != PaymentStatus::Created)
        return paymentsteps::notAllowed(noting.payment());
    if (const auto moved = noting.move(PaymentEvent::Submit); !moved)
        return moved.error();
    noting.attempt().sentAtMs = context.nowMs;
    noting.plan();
    return noting.save();
}

Result<WriteOutcome> bankwrites::giveUp(WriteContext &context, qint64 paymentId, const BankTiming &timing)
{
    BankNoting noting(context, timing);
    if (const auto loaded = noting.load(paymentId); !loaded)
        return loaded.error();
    if (noting.payment().status != PaymentStatus::Created)
        return paymentsteps::notAllowed(noting.payment());
    if (const auto closed = noting.close(PaymentEvent::Cancel, GivenUp::ByTime); !closed)
        return closed.error();
    // The bank never heard of it and never will.
    noting.attempt().nextAtMs.reset();
    return noting.save();
}

Result<WriteOutcome> bankwrites::sendRefund(WriteContext &context, qint64 paymentId, const BankTiming &timing)
{
    BankNoting noting(context, timing);
    if (const auto loaded = noting.load(paymentId); !loaded)
        return loaded.error();
    Payment &payment = noting.payment();
    const auto refunds = bankattemptstore::refunds(context.database, payment);
    if (!refunds)
        return refunds.error();
    const auto is = [](RefundState state) {
        return [state](const BankRefund &one) { return one.refund.state == state; };
    };
    const auto next = std::find_if(refunds->begin(), refunds->end(), is(RefundState::Asked));
    const bool isOnItsWay = std::any_of(refunds->begin(), refunds->end(), is(RefundState::Sent));
    if (!isPaid(payment.status) || isOnItsWay || next == refunds->end()) {
        noting.plan();
        return noting.save();
    }
    BankRefund refund = *next;
    refund.refund.state = RefundState::Sent;
    refund.answer = RefundAnswer::None;
    refund.sentAtMs = context.nowMs;
    if (refund.refund.amountMinor > payment.totalMinor() - payment.refundedMinor) {
        // What is left of it went back at the bank itself meanwhile.
        refund.refund.state = RefundState::Failed;
        refund.refund.problem = QStringLiteral("It went back already.");
    }
    if (const auto updated = bankattemptstore::updateRefund(context.database, refund, context.nowMs); !updated)
        return updated.error();
    for (Refund &one : payment.refunds) {
        if (one.id == refund.refund.id)
            one = refund.refund;
    }
    noting.plan();
    auto outcome = noting.save();
    if (outcome && refund.refund.state == RefundState::Sent)
        outcome->values = {refund.refund.id};
    return outcome;
}

Result<WriteOutcome> bankwrites::note(WriteContext &context, SecretStore &secrets, const BankNote &note,
                                      const BankTiming &timing)
{
    BankNoting noting(context, timing, &secrets);
    if (const auto loaded = noting.load(note.paymentId); !loaded)
        return loaded.error();
    if (const auto noted = noting.note(note); !noted)
        return noted.error();
    return noting.save();
}

Result<WriteOutcome> bankwrites::askSoon(WriteContext &context, qint64 paymentId)
{
    auto attempt = bankattemptstore::find(context.database, context.principal.businessId, paymentId);
    if (!attempt)
        return attempt.error();
    // What was never sent has nothing to be asked about.
    const auto payment = paymentstore::find(context.database, attempt->businessId, paymentId);
    if (!payment)
        return payment.error();
    if (payment->status != PaymentStatus::Created) {
        attempt->nextAtMs = attempt->nextAtMs ? std::min(*attempt->nextAtMs, context.nowMs) : context.nowMs;
        if (const auto updated = bankattemptstore::update(context.database, *attempt); !updated)
            return updated.error();
    }
    WriteOutcome outcome;
    outcome.entity = EntityKind::Payment;
    outcome.entityId = paymentId;
    return outcome;
}

Result<WriteOutcome> bankwrites::askAll(WriteContext &context, qint64 beginMs, qint64 endMs)
{
    const qint64 businessId = context.principal.businessId;
    const auto attempts = bankattemptstore::between(context.database, businessId, beginMs, endMs);
    if (!attempts)
        return attempts.error();
    for (const BankAttempt &attempt : *attempts) {
        if (const auto asked = askSoon(context, attempt.paymentId); !asked)
            return asked.error();
    }
    WriteOutcome outcome;
    outcome.entity = EntityKind::Business;
    outcome.entityId = businessId;
    outcome.values = {qint64(attempts->size())};
    return outcome;
}

Result<WriteOutcome> bankwrites::noteForgotten(WriteContext &context, SecretStore &secrets, qint64 cardId,
                                               bool isForgotten)
{
    constexpr qint64 againInMs = hourMs;
    const qint64 businessId = context.principal.businessId;
    const auto set =
        isForgotten ? bankattemptstore::forgotten(context.database, secrets, businessId, cardId)
                    : bankattemptstore::setForgetAt(context.database, businessId, cardId, context.nowMs + againInMs);
    if (!set)
        return set.error();
    WriteOutcome outcome;
    outcome.entity = EntityKind::SavedCard;
    outcome.entityId = cardId;
    return outcome;
}

} // namespace oshaq
