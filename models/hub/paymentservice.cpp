// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/paymentservice.h"

#include "models/domain/billshares.h"
#include "models/domain/refundrules.h"
#include "models/hub/bankattemptstore.h"
#include "models/hub/drawerservice.h"
#include "models/hub/invoicenumbers.h"
#include "models/hub/journalstore.h"
#include "models/hub/orderstore.h"
#include "models/hub/paymentsteps.h"
#include "models/hub/paymentstore.h"
#include "models/hub/sqlvalues.h"

#include <QJsonObject>
#include <QUuid>

#include <algorithm>

namespace oshaq {

using paymentsteps::finish;
using paymentsteps::move;
using paymentsteps::moveStored;
using paymentsteps::notAllowed;

namespace {

constexpr qsizetype maxSlip = 50;
constexpr qsizetype maxReason = 500;

Error invalid(const QString &path, const QString &issue)
{
    return {ErrorCode::ValidationFailed, issue, {{path, issue}}};
}

WriteOutcome outcomeOf(const Payment &payment, int code)
{
    WriteOutcome outcome;
    outcome.entity = EntityKind::Payment;
    outcome.entityId = payment.id;
    outcome.code = code;
    return outcome;
}

Result<Order> findOrder(sql::Database &database, qint64 businessId, const OrderRef &ref, std::optional<qint64> guestId)
{
    auto order = orderstore::find(database, businessId, ref);
    if (order && guestId && order->userId != *guestId)
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such order."), {}};
    return order;
}

std::optional<qint64> guestOf(const Principal &principal)
{
    return principal.kind == Principal::Kind::Guest ? std::optional(principal.id) : std::nullopt;
}

/// The new payment of an order that still owes as much, and the lines that it is for.
struct Draft
{
    Payment payment;
    qint64 userId = 0; ///< who ordered; 0: nobody
    std::vector<PaidLine> lines;
};

Result<Draft> draft(WriteContext &context, qint64 orderId, PaymentMethod method, qint64 amountMinor, qint64 tipMinor,
                    const BillShare &share)
{
    const qint64 businessId = context.principal.businessId;
    const auto order = findOrder(context.database, businessId, {orderId, {}}, guestOf(context.principal));
    if (!order)
        return order.error();
    if (order->status == OrderStatus::Cancelled)
        return Error{ErrorCode::PaymentNotAllowed, QStringLiteral("Nothing is paid for a cancelled order."), {}};
    const auto before = paymentstore::ofOrder(context.database, businessId, orderId);
    if (!before)
        return before.error();
    const PaymentSummary summary = summarise(order->cost.totalMinor, *before);
    Draft draft;
    if (!share.lines.empty()) {
        const auto paid = paymentstore::paidLines(context.database, orderId);
        if (!paid)
            return paid.error();
        auto lines = sharesOfLines(*order, share.lines, *paid);
        if (!lines)
            return lines.error();
        draft.lines = std::move(*lines);
    }
    if (amountMinor == 0 && !draft.lines.empty()) {
        for (const PaidLine &line : draft.lines)
            amountMinor += line.amountMinor;
        // Lines are rounded by themselves, and the delivery is nobody's: the last share is what is left.
        amountMinor = std::min(amountMinor, summary.dueMinor);
    } else if (amountMinor == 0 && share.guests > 0) {
        amountMinor = evenShareMinor(summary.dueMinor, share.guests);
    }
    if (amountMinor <= 0 || amountMinor > maxAmountMinor)
        return invalid(QStringLiteral("amount"), QStringLiteral("must be more than 0"));
    if (tipMinor < 0 || tipMinor > maxAmountMinor)
        return invalid(QStringLiteral("tip"), QStringLiteral("must not be negative"));
    if (amountMinor > summary.dueMinor) {
        const QString issue = QStringLiteral("The order owes %1 %2 more.")
                                  .arg(QString::fromLatin1(formatMajorUnits(summary.dueMinor, order->cost.currency)),
                                       order->cost.currency.code());
        return Error{ErrorCode::PaymentExceedsDue, issue, {{QStringLiteral("amount"), issue}}};
    }
    draft.userId = order->userId;
    draft.payment.businessId = businessId;
    draft.payment.orderId = orderId;
    draft.payment.method = method;
    draft.payment.amountMinor = amountMinor;
    draft.payment.tipMinor = tipMinor;
    draft.payment.currency = order->cost.currency;
    return draft;
}

Result<void> checkCounterLimit(const WriteContext &context, const Payment &payment, qint64 amountMinor)
{
    const auto limitMinor = refundLimitMinor(context.principal.role, payment.currency);
    // Of the whole payment, so that many small ones are not a way around it.
    if (!limitMinor || payment.refundedMinor + payment.returningMinor() + amountMinor <= *limitMinor)
        return {};
    return Error{ErrorCode::Forbidden,
                 QStringLiteral("A counter gives back at most %1 %2 of a payment; ask a manager.")
                     .arg(QString::number(counterRefundLimit), payment.currency.code()),
                 {}};
}

} // namespace

Result<WriteOutcome> paymentwrites::takeDirect(WriteContext &context, const DirectPayment &request)
{
    if (!isDirect(request.method))
        return invalid(QStringLiteral("method"), QStringLiteral("must be cash or card_reader"));
    const bool isCash = request.method == PaymentMethod::Cash;
    if (request.tenderedMinor && !isCash)
        return invalid(QStringLiteral("tendered"), QStringLiteral("belongs to cash"));
    if (!request.slip.isEmpty() && isCash)
        return invalid(QStringLiteral("slip"), QStringLiteral("belongs to a card reader"));
    if (request.slip.size() > maxSlip)
        return invalid(QStringLiteral("slip"), QStringLiteral("is too long"));
    auto drafted =
        draft(context, request.orderId, request.method, request.amountMinor, request.tipMinor, request.share);
    if (!drafted)
        return drafted.error();
    Payment *const payment = &drafted->payment;
    if (isCash) {
        payment->tenderedMinor = request.tenderedMinor.value_or(payment->totalMinor());
        if (*payment->tenderedMinor < payment->totalMinor())
            return invalid(QStringLiteral("tendered"), QStringLiteral("is less than amount and tip"));
        if (*payment->tenderedMinor > maxAmountMinor)
            return invalid(QStringLiteral("tendered"), QStringLiteral("is too much"));
    }
    payment->slip = request.slip;
    if (const auto moved = move(payment, PaymentEvent::Charge); !moved)
        return moved.error();
    const auto inserted = paymentstore::insert(context.database, payment, context.principal.actor(), context.nowMs);
    if (!inserted)
        return inserted.error();
    if (const auto kept = paymentstore::insertLines(context.database, payment->id, drafted->lines); !kept)
        return kept.error();
    if (const auto put = drawercash::came(context, *payment); !put)
        return put.error();
    return finish(context, *payment, QStringLiteral("payment.taken"),
                  {{QStringLiteral("method"), paymentMethodText(payment->method)},
                   {QStringLiteral("amount"), payment->amountMinor},
                   {QStringLiteral("tip"), payment->tipMinor}},
                  201);
}

Result<WriteOutcome> paymentwrites::beginWithBank(WriteContext &context, const BankPayment &request)
{
    if (isDirect(request.method))
        return invalid(QStringLiteral("method"), QStringLiteral("needs no bank"));
    auto drafted =
        draft(context, request.orderId, request.method, request.amountMinor, request.tipMinor, request.share);
    if (!drafted)
        return drafted.error();
    Payment *const payment = &drafted->payment;
    if (request.method == PaymentMethod::SavedCard) {
        // A guest pays with their own; the counter with one of whoever ordered.
        const bool isGuest = context.principal.kind == Principal::Kind::Guest;
        const qint64 holder = isGuest ? context.principal.id : drafted->userId;
        const auto card =
            paymentstore::card(context.database, payment->businessId, holder, request.cardId.value_or(0));
        if (!card)
            return card.error();
        payment->cardId = card->id;
    }
    // A guest may pay on the page as soon as they have it; a saved card is charged by us, and that is written down
    // apart.
    const bool isPage = request.method == PaymentMethod::Halyk;
    if (isPage) {
        if (const auto moved = move(payment, PaymentEvent::Submit); !moved)
            return moved.error();
    }
    const auto inserted = paymentstore::insert(context.database, payment, context.principal.actor(), context.nowMs);
    if (!inserted)
        return inserted.error();
    if (const auto kept = paymentstore::insertLines(context.database, payment->id, drafted->lines); !kept)
        return kept.error();
    const auto invoice = invoicenumbers::next(context.database, payment->businessId);
    if (!invoice)
        return invoice.error();
    payment->invoice = *invoice;
    BankAttempt attempt;
    attempt.paymentId = payment->id;
    attempt.businessId = payment->businessId;
    attempt.invoice = *invoice;
    attempt.keepCard = isPage && request.keepCard;
    attempt.language = request.language;
    if (isPage)
        attempt.pageKey = QUuid::createUuid().toString(QUuid::Id128);
    attempt.begunAtMs = context.nowMs;
    attempt.nextAtMs = isPage ? context.nowMs + BankTiming().firstPollMs : context.nowMs;
    if (const auto kept = bankattemptstore::insert(context.database, attempt); !kept)
        return kept.error();
    return finish(context, *payment, QStringLiteral("payment.begun"),
                  {{QStringLiteral("method"), paymentMethodText(payment->method)},
                   {QStringLiteral("amount"), payment->amountMinor},
                   {QStringLiteral("tip"), payment->tipMinor},
                   {QStringLiteral("invoice"), payment->invoice}},
                  201);
}

Result<WriteOutcome> paymentwrites::apply(WriteContext &context, qint64 paymentId, PaymentEvent event)
{
    const auto payment = paymentstore::find(context.database, context.principal.businessId, paymentId);
    if (!payment)
        return payment.error();
    if (event == PaymentEvent::RefundPart || event == PaymentEvent::RefundWhole)
        return Error{ErrorCode::Internal, QStringLiteral("a refund has an amount"), {}};
    return moveStored(context, *payment, event);
}

Result<void> paymentwrites::askRefund(WriteContext &context, Payment *payment, qint64 amountMinor,
                                      const QString &reason, bool isAutomatic)
{
    auto attempt = bankattemptstore::find(context.database, payment->businessId, payment->id);
    if (!attempt)
        return attempt.error();
    BankRefund asked;
    asked.refund.amountMinor = amountMinor;
    asked.refund.reason = reason;
    asked.refund.createdAtMs = context.nowMs;
    asked.refund.state = RefundState::Asked;
    asked.refund.isAutomatic = isAutomatic;
    asked.externalId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto inserted =
        paymentstore::insertRefund(context.database, *payment, &asked.refund, context.principal.actor());
    if (!inserted)
        return inserted.error();
    if (const auto named = bankattemptstore::updateRefund(context.database, asked, context.nowMs); !named)
        return named.error();
    payment->refunds.push_back(asked.refund);
    ++payment->version;
    if (const auto updated = paymentstore::update(context.database, *payment, context.nowMs); !updated)
        return updated.error();
    attempt->nextAtMs = context.nowMs;
    attempt->polls = 0;
    if (const auto updated = bankattemptstore::update(context.database, *attempt); !updated)
        return updated.error();
    return paymentsteps::journal(context, *payment, QStringLiteral("payment.refund_asked"),
                                 {{QStringLiteral("refund"), asked.refund.id},
                                  {QStringLiteral("amount"), amountMinor},
                                  {QStringLiteral("automatic"), isAutomatic}});
}

Result<WriteOutcome> paymentwrites::refund(WriteContext &context, qint64 paymentId, std::optional<qint64> amountMinor,
                                           const QString &reason)
{
    auto payment = paymentstore::find(context.database, context.principal.businessId, paymentId);
    if (!payment)
        return payment.error();
    if (reason.trimmed().isEmpty() || reason.size() > maxReason)
        return invalid(QStringLiteral("reason"), QStringLiteral("is required"));
    const qint64 refundable = payment->refundableMinor();
    if (refundable == 0)
        return notAllowed(*payment);
    const qint64 amount = amountMinor.value_or(refundable);
    if (amount <= 0)
        return invalid(QStringLiteral("amount"), QStringLiteral("must be more than 0"));
    if (amount > refundable) {
        const QString issue =
            QStringLiteral("At most %1 %2 can be given back.")
                .arg(QString::fromLatin1(formatMajorUnits(refundable, payment->currency)), payment->currency.code());
        return Error{ErrorCode::RefundExceedsPaid, issue, {{QStringLiteral("amount"), issue}}};
    }
    if (const auto allowed = checkCounterLimit(context, *payment, amount); !allowed)
        return allowed.error();
    // Money that came through a bank goes back through it, and is back when the bank says so.
    if (!isDirect(payment->method)) {
        const auto asked = askRefund(context, &*payment, amount, reason.trimmed(), false);
        if (!asked)
            return asked.error();
        return finish(context, *payment, 201);
    }
    const auto event = amount == refundable ? PaymentEvent::RefundWhole : PaymentEvent::RefundPart;
    if (const auto moved = move(&*payment, event); !moved)
        return moved.error();
    payment->refundedMinor += amount;
    ++payment->version;
    Refund refund;
    refund.amountMinor = amount;
    refund.reason = reason.trimmed();
    refund.createdAtMs = context.nowMs;
    if (const auto updated = paymentstore::update(context.database, *payment, context.nowMs); !updated)
        return updated.error();
    const auto inserted = paymentstore::insertRefund(context.database, *payment, &refund, context.principal.actor());
    if (!inserted)
        return inserted.error();
    if (const auto taken = drawercash::wentBack(context, *payment, refund); !taken)
        return taken.error();
    return finish(context, *payment, QStringLiteral("payment.refunded"),
                  {{QStringLiteral("refund"), refund.id}, {QStringLiteral("amount"), amount}}, 201);
}

Result<WriteOutcome> paymentwrites::setStatus(WriteContext &context, qint64 paymentId, PaymentStatus to,
                                              std::optional<qint64> version)
{
    const auto payment = paymentstore::find(context.database, context.principal.businessId, paymentId);
    if (!payment)
        return payment.error();
    if (payment->status == to)
        return outcomeOf(*payment, 200);
    if (version && *version != payment->version)
        return Error{ErrorCode::VersionStale, QStringLiteral("The payment changed meanwhile."), {}};
    const auto event = eventByHand(payment->status, to);
    if (!event) {
        return Error{ErrorCode::PaymentNotAllowed,
                     QStringLiteral("A payment does not go from %1 to %2 by hand.")
                         .arg(paymentStatusText(payment->status), paymentStatusText(to)),
                     {}};
    }
    if (!isDirect(payment->method)) {
        auto attempt = bankattemptstore::find(context.database, payment->businessId, payment->id);
        if (attempt) {
            // What the bank takes all the same from now on goes back by itself.
            const BankTiming timing;
            attempt->givenUp = GivenUp::ByHand;
            attempt->watchUntilMs = context.nowMs + timing.watchByHandMs;
            attempt->nextAtMs = context.nowMs + timing.firstPollMs;
            attempt->polls = 0;
            if (const auto updated = bankattemptstore::update(context.database, *attempt); !updated)
                return updated.error();
        } else if (attempt.error().code != ErrorCode::NotFound) {
            return attempt.error();
        }
    }
    return moveStored(context, *payment, *event);
}

Result<WriteOutcome> paymentwrites::removeCard(WriteContext &context, qint64 cardId)
{
    const Principal &guest = context.principal;
    const auto card = paymentstore::card(context.database, guest.businessId, guest.id, cardId);
    if (!card)
        return card.error();
    if (const auto removed = paymentstore::removeCard(context.database, guest.businessId, cardId, context.nowMs);
        !removed)
        return removed.error();
    if (const auto told = bankattemptstore::setForgetAt(context.database, guest.businessId, cardId, context.nowMs);
        !told)
        return told.error();
    const auto seq = journalstore::append(
        context, guest.businessId,
        {EntityKind::SavedCard, cardId, 2, QStringLiteral("card.removed"), {}, paymentstore::digest(*card)});
    if (!seq)
        return seq.error();
    WriteOutcome outcome;
    outcome.entity = EntityKind::SavedCard;
    outcome.entityId = cardId;
    return outcome;
}

Result<Payment> paymentreads::one(sql::Database &database, qint64 businessId, qint64 paymentId)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    return paymentstore::find(database, businessId, paymentId);
}

Result<OrderPayments> paymentreads::ofOrder(sql::Database &database, qint64 businessId, const OrderRef &ref,
                                            std::optional<qint64> guestId)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    const auto order = findOrder(database, businessId, ref, guestId);
    if (!order)
        return order.error();
    auto payments = paymentstore::ofOrder(database, businessId, order->id);
    if (!payments)
        return payments.error();
    OrderPayments all;
    all.orderId = order->id;
    all.currency = order->cost.currency;
    all.userId = order->userId;
    all.summary = summarise(order->cost.totalMinor, *payments);
    all.payments = std::move(*payments);
    return all;
}

Result<std::vector<SavedCard>> paymentreads::cards(sql::Database &database, qint64 businessId, qint64 userId)
{
    return paymentstore::cards(database, businessId, userId);
}

Result<SavedCard> paymentreads::card(sql::Database &database, qint64 businessId, qint64 userId, qint64 cardId)
{
    return paymentstore::card(database, businessId, userId, cardId);
}

} // namespace oshaq
