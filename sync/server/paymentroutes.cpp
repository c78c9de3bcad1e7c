// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/hub/bank.h"
#include "models/hub/paymentservice.h"
#include "sync/protocol/outputs.h"
#include "sync/protocol/paymentjson.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/ifmatch.h"
#include "sync/server/routebuilder.h"

namespace oshaq::routes {

namespace {

constexpr qint64 maxWebhookBytes = 16 * 1024;

Flow refuse(Exchange &exchange, const Error &error)
{
    exchange.error = error;
    return Flow::Answer;
}

std::optional<qint64> guestOf(const Exchange &exchange)
{
    const Principal &principal = *exchange.principal;
    return principal.kind == Principal::Kind::Guest ? std::optional(principal.id) : std::nullopt;
}

Result<void> renderPayment(ApiThread &thread, Exchange &exchange, const WriteOutcome &outcome, const QString &message)
{
    auto database = thread.reader();
    if (!database)
        return database.error();
    const auto payment = paymentreads::one(**database, exchange.principal->businessId, outcome.entityId);
    if (!payment)
        return payment.error();
    JsonWriter json;
    writePayment(json, *payment);
    apijson::succeed(exchange, outcome.code, json.take(), message);
    return {};
}

Flow payDirect(ApiThread &thread, const ExchangePtr &exchange)
{
    const Result<Currency> currency = thread.currencyOf(*exchange);
    if (!currency)
        return refuse(*exchange, currency.error());
    const JsonValue &body = exchange->body;
    const auto amount = readAmount(body, u"amount", *currency);
    const auto tip = readAmount(body, u"tip", *currency);
    const auto tendered = readAmount(body, u"tendered", *currency);
    for (const auto *read : {&amount, &tip, &tendered}) {
        if (!*read)
            return refuse(*exchange, read->error());
    }
    DirectPayment payment;
    payment.orderId = body[u"order_id"].integer();
    payment.method = paymentMethodFromText(body[u"method"].string()).value_or(PaymentMethod::Cash);
    payment.amountMinor = amount->value_or(0);
    payment.tipMinor = tip->value_or(0);
    payment.tenderedMinor = *tendered;
    payment.slip = cleanText(body[u"slip"].string()).trimmed();
    return thread.submit(
        exchange, [payment](WriteContext &context) { return paymentwrites::takeDirect(context, payment); },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) {
            return renderPayment(owner, done, outcome, QStringLiteral("Payment taken"));
        });
}

/// Everything that can be wrong with a payment before a bank hears of it, and last whether there is one.
Result<BankPayment> readBankPayment(ApiThread &thread, const Exchange &exchange, PaymentMethod method)
{
    const JsonValue &body = exchange.body;
    auto database = thread.reader();
    if (!database)
        return database.error();
    const qint64 businessId = exchange.principal->businessId;
    const OrderRef ref{body[u"order_id"].integer(), {}};
    const auto payments = paymentreads::ofOrder(**database, businessId, ref, guestOf(exchange));
    if (!payments)
        return payments.error();
    const auto amount = readAmount(body, u"amount", payments->currency);
    if (!amount)
        return amount.error();
    const auto tip = readAmount(body, u"tip", payments->currency);
    if (!tip)
        return tip.error();
    BankPayment payment;
    payment.orderId = payments->orderId;
    payment.method = method;
    payment.amountMinor = amount->value_or(payments->summary.dueMinor);
    payment.tipMinor = tip->value_or(0);
    if (method == PaymentMethod::SavedCard) {
        const auto card =
            paymentreads::card(**database, businessId, exchange.principal->id, body[u"card_id"].integer());
        if (!card)
            return card.error();
        payment.cardId = card->id;
    }
    if (const auto ready = thread.shared().options.bank->ready(businessId); !ready)
        return ready.error();
    return payment;
}

Flow payWithBank(ApiThread &thread, const ExchangePtr &exchange, PaymentMethod method)
{
    const auto payment = readBankPayment(thread, *exchange, method);
    if (!payment)
        return refuse(*exchange, payment.error());
    return thread.submit(
        exchange,
        [request = *payment](WriteContext &context) { return paymentwrites::beginWithBank(context, request); },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) {
            return renderPayment(owner, done, outcome, QStringLiteral("Payment begun"));
        });
}

Flow payHalyk(ApiThread &thread, const ExchangePtr &exchange)
{
    return payWithBank(thread, exchange, PaymentMethod::Halyk);
}

Flow paySaved(ApiThread &thread, const ExchangePtr &exchange)
{
    return payWithBank(thread, exchange, PaymentMethod::SavedCard);
}

Flow halykWebhook(ApiThread &, const ExchangePtr &exchange)
{
    // Who calls is nobody's word but theirs: without a bank there is no payment that this could be about.
    return refuse(*exchange,
                  Error{ErrorCode::PaymentMethodNotConfigured, QStringLiteral("No bank is set up here."), {}});
}

Flow orderPayments(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto payments =
        paymentreads::ofOrder(**database, exchange->principal->businessId, exchange->orderRef, guestOf(*exchange));
    if (!payments)
        return refuse(*exchange, payments.error());
    JsonWriter json;
    writeOrderPayments(json, payments->orderId, payments->currency, payments->summary, payments->payments);
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"));
    return Flow::Answer;
}

Flow refundPayment(ApiThread &thread, const ExchangePtr &exchange)
{
    const Result<Currency> currency = thread.currencyOf(*exchange);
    if (!currency)
        return refuse(*exchange, currency.error());
    const auto amount = readAmount(exchange->body, u"amount", *currency);
    if (!amount)
        return refuse(*exchange, amount.error());
    const QString reason = cleanText(exchange->body[u"reason"].string()).trimmed();
    return thread.submit(
        exchange,
        [id = exchange->rowId(), minor = *amount, reason](WriteContext &context) {
            return paymentwrites::refund(context, id, minor, reason);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) {
            return renderPayment(owner, done, outcome, QStringLiteral("Refunded"));
        });
}

Flow setPaymentStatus(ApiThread &thread, const ExchangePtr &exchange)
{
    const JsonValue &body = exchange->body;
    const auto to = paymentStatusFromText(body[u"status"].string()).value_or(PaymentStatus::Unknown);
    const auto version = seenVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    return thread.submit(
        exchange,
        [id = exchange->rowId(), to, seen = *version](WriteContext &context) {
            return paymentwrites::setStatus(context, id, to, seen);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) {
            return renderPayment(owner, done, outcome, QStringLiteral("Payment updated"));
        });
}

Flow listCards(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const Principal &guest = *exchange->principal;
    const auto cards = paymentreads::cards(**database, guest.businessId, guest.id);
    if (!cards)
        return refuse(*exchange, cards.error());
    JsonWriter json;
    json.beginArray();
    for (const SavedCard &card : *cards)
        writeSavedCard(json, card);
    json.endArray();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"), R"({"next_cursor":null})");
    return Flow::Answer;
}

Flow removeCard(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange, [id = exchange->rowId()](WriteContext &context) { return paymentwrites::removeCard(context, id); },
        [](ApiThread &, Exchange &done, const WriteOutcome &) -> Result<void> {
            apijson::succeed(done, 200, "{}", QStringLiteral("Card removed"));
            return {};
        });
}

} // namespace

std::vector<Route> paymentRoutes()
{
    using namespace routing;
    constexpr auto needed = Route::Body::Required;
    const Permission floor = only(floorRoles);
    const Permission floorAndGuests = only(floorRoles | roleBit(Role::Guest));
    const Output payment = answers("Payment", outputs::payment());
    return {
        summed(write("POST", "/payment/orders/direct", "payment.direct", floor, needed, directPaymentSchema(),
                     created(payment), payDirect),
               "Take cash, or a card with the card reader"),
        summed(write("POST", "/payment/orders/halyk", "payment.halyk", floorAndGuests, needed, halykPaymentSchema(),
                     created(payment), payHalyk),
               "Pay on the bank's page"),
        summed(write("POST", "/payment/orders/saved", "payment.saved", guests(), needed, savedPaymentSchema(),
                     created(payment), paySaved),
               "Pay with a saved card"),
        summed(get("/payment/orders/{id}", "payment.order", floorAndGuests, {},
                   answers("OrderPayments", outputs::orderPayments()), orderPayments),
               "The payments of an order, and what it still owes"),
        summed(withMaxBody(write("POST", "/payment/webhooks/halyk", "payment.webhooks.halyk", everybody(), needed,
                                 halykWebhookSchema(), answers("Nothing", outputs::nothing()), halykWebhook),
                           maxWebhookBytes),
               "Where the bank posts what became of a payment"),
        summed(write("POST", "/payment/{id}/refund", "payment.refund", floor, needed, refundSchema(), created(payment),
                     refundPayment),
               "Give back a payment or a part of it"),
        summed(write("PATCH", "/payment/{id}/status", "payment.status", only(managers), needed, paymentStatusSchema(),
                     payment, setPaymentStatus),
               "Say what became of a payment, after asking the bank"),
        summed(get("/payment/cards", "payment.cards.list", guests(), {},
                   answersList("SavedCardList", outputs::savedCard()), listCards),
               "The cards that the bank keeps for the guest"),
        summed(remove("/payment/cards/{id}", "payment.cards.remove", guests(), answers("Nothing", outputs::nothing()),
                      removeCard),
               "Take a saved card away"),
    };
}

} // namespace oshaq::routes
