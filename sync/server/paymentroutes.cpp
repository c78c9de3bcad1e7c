// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/hub/paymentservice.h"
#include "sync/protocol/outputs.h"
#include "sync/protocol/paymentjson.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/bankanswers.h"
#include "sync/server/ifmatch.h"
#include "sync/server/routebuilder.h"

namespace oshaq::routes {

namespace {

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
    payment.share = readShare(body);
    return thread.submit(
        exchange, [payment](WriteContext &context) { return paymentwrites::takeDirect(context, payment); },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) {
            return renderPayment(owner, done, outcome, QStringLiteral("Payment taken"));
        });
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

Flow writeStatus(ApiThread &thread, const ExchangePtr &exchange, PaymentStatus to, std::optional<qint64> version)
{
    return thread.submit(
        exchange,
        [id = exchange->rowId(), to, version](WriteContext &context) {
            return paymentwrites::setStatus(context, id, to, version);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) {
            return renderPayment(owner, done, outcome, QStringLiteral("Payment updated"));
        });
}

/// Nobody gives up what a bank was told of before it was asked once more.
Flow setPaymentStatus(ApiThread &thread, const ExchangePtr &exchange)
{
    const JsonValue &body = exchange->body;
    const auto to = paymentStatusFromText(body[u"status"].string()).value_or(PaymentStatus::Unknown);
    const auto version = seenVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto payment = paymentreads::one(**database, exchange->principal->businessId, exchange->rowId());
    if (!payment)
        return refuse(*exchange, payment.error());
    if (isDirect(payment->method))
        return writeStatus(thread, exchange, to, *version);
    // What the bank says is a newer version than the one that was seen; what decides is what it is then.
    if (*version && **version != payment->version)
        return refuse(*exchange, {ErrorCode::VersionStale, QStringLiteral("The payment changed meanwhile."), {}});
    return bankanswers::afterAsking(thread, exchange, payment->id,
                                    [to](ApiThread &owner, const ExchangePtr &done, const Result<void> &) {
                                        return writeStatus(owner, done, to, std::nullopt);
                                    });
}

Flow answerCards(const ExchangePtr &exchange, const std::vector<SavedCard> &cards)
{
    JsonWriter json;
    json.beginArray();
    for (const SavedCard &card : cards)
        writeSavedCard(json, card);
    json.endArray();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"), R"({"next_cursor":null})");
    return Flow::Answer;
}

Flow listCards(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const Principal &guest = *exchange->principal;
    const auto cards = paymentreads::cards(**database, guest.businessId, guest.id);
    return cards ? answerCards(exchange, *cards) : refuse(*exchange, cards.error());
}

/// Of whoever ordered, for the counter.
Flow listCardsOfOrder(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const qint64 businessId = exchange->principal->businessId;
    const auto payments = paymentreads::ofOrder(**database, businessId, exchange->orderRef, guestOf(*exchange));
    if (!payments)
        return refuse(*exchange, payments.error());
    if (payments->userId == 0)
        return answerCards(exchange, {});
    const auto cards = paymentreads::cards(**database, businessId, payments->userId);
    return cards ? answerCards(exchange, *cards) : refuse(*exchange, cards.error());
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
        summed(get("/payment/orders/{id}", "payment.order", floorAndGuests, {},
                   answers("OrderPayments", outputs::orderPayments()), orderPayments),
               "The payments of an order, and what it still owes"),
        summed(get("/payment/orders/{id}/cards", "payment.order.cards", floor, {},
                   answersList("SavedCardList", outputs::savedCard()), listCardsOfOrder),
               "The cards that the bank keeps for whoever ordered"),
        summed(write("POST", "/payment/{id}/refund", "payment.refund", floor, needed, refundSchema(), created(payment),
                     refundPayment),
               "Give back a payment or a part of it; what came through a bank is back when the bank says so"),
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
