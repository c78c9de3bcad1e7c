// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/domain/bankcallback.h"
#include "models/hub/bankattemptstore.h"
#include "models/hub/bankservice.h"
#include "models/hub/catalogservice.h"
#include "models/hub/integrationservice.h"
#include "models/hub/paymentservice.h"
#include "sync/protocol/outputs.h"
#include "sync/protocol/paymentjson.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/bankanswers.h"
#include "sync/server/huburls.h"
#include "sync/server/routebuilder.h"

#include <QFile>

namespace oshaq::routes {

namespace {

constexpr qint64 maxWebhookBytes = 16 * 1024;
constexpr int maxDay = 10;
constexpr qint64 unsignedPauseMs = 2'000;

/// The page is ours; the bank's script and frames on it are not, and are where the bank has them.
constexpr const char *payPolicy =
    "default-src 'none'; script-src 'self' https: http://127.0.0.1:*; style-src 'self' 'unsafe-inline' https:; "
    "connect-src 'self' https: http://127.0.0.1:*; frame-src https: http://127.0.0.1:*; img-src 'self' https: data:; "
    "font-src https: data:; form-action https: http://127.0.0.1:*; base-uri 'none'; frame-ancestors 'none'";

std::optional<qint64> guestOf(const Exchange &exchange)
{
    const Principal &principal = *exchange.principal;
    return principal.kind == Principal::Kind::Guest ? std::optional(principal.id) : std::nullopt;
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
    payment.share = readShare(body);
    const bool isShared = !payment.share.lines.empty() || payment.share.guests > 0;
    payment.amountMinor = amount->value_or(isShared ? 0 : payments->summary.dueMinor);
    payment.tipMinor = tip->value_or(0);
    payment.keepCard = body[u"save_card"].boolean();
    payment.language = body[u"language"].string();
    if (method == PaymentMethod::SavedCard) {
        const bool isGuest = exchange.principal->kind == Principal::Kind::Guest;
        const qint64 holder = isGuest ? exchange.principal->id : payments->userId;
        const auto card = paymentreads::card(**database, businessId, holder, body[u"card_id"].integer());
        if (!card)
            return card.error();
        payment.cardId = card->id;
    }
    if (const auto ready = thread.shared().options.bank->ready(**database, businessId); !ready)
        return ready.error();
    return payment;
}

/// Where a phone opens the page of a payment.
QString pageUrl(ApiThread &thread, const BankAttempt &attempt)
{
    return hubUrlForScreens(thread.shared()) + QStringLiteral("/pay/") + attempt.pageKey;
}

/// The payment as it is now, and the page when somebody may pay on it.
Flow answerHosted(ApiThread &thread, const ExchangePtr &exchange, qint64 paymentId, const Result<BankPage> &page)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const qint64 businessId = exchange->principal->businessId;
    const auto payment = paymentreads::one(**database, businessId, paymentId);
    if (!payment)
        return refuse(*exchange, payment.error());
    // A request that is sent again may find it decided: then that is the answer.
    if (!page && payment->status == PaymentStatus::Pending)
        return refuse(*exchange, page.error());
    const auto attempt = bankattemptstore::find(**database, businessId, paymentId);
    if (!attempt)
        return refuse(*exchange, attempt.error());
    JsonWriter json;
    writeHostedPayment(
        json, *payment,
        page ? std::optional(HostedPaymentPage{pageUrl(thread, *attempt), page->scriptUrl, page->parameters})
             : std::nullopt);
    exchange->addHeader("Cache-Control", "no-store");
    apijson::succeed(*exchange, 201, json.take(), QStringLiteral("Payment begun"));
    return Flow::Answer;
}

Flow payHalyk(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto payment = readBankPayment(thread, *exchange, PaymentMethod::Halyk);
    if (!payment)
        return refuse(*exchange, payment.error());
    return thread.submitThen(
        exchange,
        [request = *payment](WriteContext &context) { return paymentwrites::beginWithBank(context, request); },
        [](ApiThread &owner, const ExchangePtr &done, const Result<WriteOutcome> &begun) {
            if (!begun)
                return refuse(*done, begun.error());
            const qint64 id = begun->entityId;
            return bankanswers::afterPage(
                owner, done, done->principal->businessId, id,
                [id](ApiThread &last, const ExchangePtr &waiting, const Result<BankPage> &page) {
                    return answerHosted(last, waiting, id, page);
                });
        });
}

Flow paySaved(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto payment = readBankPayment(thread, *exchange, PaymentMethod::SavedCard);
    if (!payment)
        return refuse(*exchange, payment.error());
    return thread.submit(
        exchange,
        [request = *payment](WriteContext &context) { return paymentwrites::beginWithBank(context, request); },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            auto database = owner.reader();
            if (!database)
                return database.error();
            const auto begun = paymentreads::one(**database, done.principal->businessId, outcome.entityId);
            if (!begun)
                return begun.error();
            JsonWriter json;
            writePayment(json, *begun);
            apijson::succeed(done, outcome.code, json.take(), QStringLiteral("Payment begun"));
            return {};
        });
}

/// The attempt of a page's key, for a browser without a token.
Result<BankAttempt> pageOf(ApiThread &thread, const Exchange &exchange)
{
    auto database = thread.reader();
    if (!database)
        return database.error();
    return bankattemptstore::byPage(**database, exchange.pathText);
}

Flow answerPage(ApiThread &thread, const ExchangePtr &exchange, const BankAttempt &attempt,
                const Result<BankPage> &page)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto payment = paymentreads::one(**database, attempt.businessId, attempt.paymentId);
    if (!payment)
        return refuse(*exchange, payment.error());
    if (!page && payment->status == PaymentStatus::Pending)
        return refuse(*exchange, page.error());
    const auto order = orderreads::one(**database, attempt.businessId, {payment->orderId, {}});
    if (!order)
        return refuse(*exchange, order.error());
    JsonWriter json;
    writePaymentPage(json, *payment, order->number,
                     page ? std::optional(HostedPaymentPage{{}, page->scriptUrl, page->parameters}) : std::nullopt);
    exchange->addHeader("Cache-Control", "no-store");
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"));
    return Flow::Answer;
}

Flow paymentPage(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto attempt = pageOf(thread, *exchange);
    if (!attempt)
        return refuse(*exchange, attempt.error());
    return bankanswers::afterPage(
        thread, exchange, attempt->businessId, attempt->paymentId,
        [attempt = *attempt](ApiThread &owner, const ExchangePtr &done, const Result<BankPage> &page) {
            return answerPage(owner, done, attempt, page);
        });
}

/// What becomes of it, for the page that waits: no page is opened and the bank is not asked.
Flow paymentPageState(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto attempt = pageOf(thread, *exchange);
    if (!attempt)
        return refuse(*exchange, attempt.error());
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto payment = paymentreads::one(**database, attempt->businessId, attempt->paymentId);
    if (!payment)
        return refuse(*exchange, payment.error());
    const auto order = orderreads::one(**database, attempt->businessId, {payment->orderId, {}});
    if (!order)
        return refuse(*exchange, order.error());
    JsonWriter json;
    writePaymentPage(json, *payment, order->number, std::nullopt);
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"));
    return Flow::Answer;
}

/// Whether who calls knows what the bank was given with this payment.
bool bringsHash(ApiThread &thread, sql::Database &database, const Exchange &exchange, const BankAttempt &attempt)
{
    const QByteArray given = exchange.body[u"secret_hash"].string().toUtf8();
    if (given.isEmpty())
        return false;
    const auto access =
        integrationreads::accessForTest(database, thread.hub().secrets(), attempt.businessId, IntegrationKind::Halyk);
    return access && isBankCallbackHash(given, access->secret(u"client_secret"), attempt.invoice);
}

/// Who calls is nobody's word but theirs: it only makes us ask the bank, and tells nobody whether there is such a
/// payment. Who cannot show that the bank sent it is heard only of what is open, and not often.
Flow halykWebhook(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto attempts =
        bankattemptstore::byInvoice(**database, bankInvoiceFromText(exchange->body[u"invoiceId"].string()));
    if (!attempts)
        return refuse(*exchange, attempts.error());
    const auto business = catalogreads::onlyBusiness(**database);
    if (attempts->empty() && business) {
        if (const auto ready = thread.shared().options.bank->ready(**database, business->id); !ready)
            return refuse(*exchange, ready.error());
    }
    for (const BankAttempt &attempt : *attempts) {
        const bool isOpen = attempt.nextAtMs && thread.nowMs() - attempt.answeredAtMs >= unsignedPauseMs;
        if (!isOpen && !bringsHash(thread, **database, *exchange, attempt))
            continue;
        WriteCommand command;
        command.principal.kind = Principal::Kind::System;
        command.principal.role = Role::Integration;
        command.principal.businessId = attempt.businessId;
        command.run = [id = attempt.paymentId](WriteContext &context) { return bankwrites::askSoon(context, id); };
        command.done = [bank = thread.shared().options.bank](const Result<WriteOutcome> &) { bank->look(); };
        thread.hub().writer().submit(std::move(command));
    }
    apijson::succeed(*exchange, 200, "{}", QStringLiteral("OK"));
    return Flow::Answer;
}

Flow showReconciliation(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.offload(exchange,
                          [businessId = exchange->principal->businessId, day = queryValue(exchange->query, u"day"),
                           nowMs = thread.nowMs()](Result<sql::Database *> database) -> ApiThread::Continue {
                              const auto all = database ? bankreads::reconciliation(**database, businessId, day, nowMs)
                                                        : Result<Reconciliation>(database.error());
                              return [all](ApiThread &, const ExchangePtr &done) {
                                  if (!all)
                                      return refuse(*done, all.error());
                                  JsonWriter json;
                                  writeReconciliation(json, *all);
                                  apijson::succeed(*done, 200, json.take(), QStringLiteral("OK"));
                                  return Flow::Answer;
                              };
                          });
}

/// The bank is asked about every payment of the day; its answers come one by one.
Flow askForReconciliation(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const qint64 businessId = exchange->principal->businessId;
    const auto day = bankreads::reconciliation(**database, businessId, exchange->body[u"day"].string(), thread.nowMs());
    if (!day)
        return refuse(*exchange, day.error());
    if (const auto ready = thread.shared().options.bank->ready(**database, businessId); !ready)
        return refuse(*exchange, ready.error());
    return thread.submit(
        exchange,
        [beginMs = day->beginMs, endMs = day->endMs](WriteContext &context) {
            return bankwrites::askAll(context, beginMs, endMs);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            owner.shared().options.bank->look();
            JsonWriter json;
            json.beginObject();
            json.key("payments").value(outcome.values.empty() ? 0 : outcome.values.front());
            json.endObject();
            apijson::succeed(done, 200, json.take(), QStringLiteral("The bank is asked"));
            return {};
        });
}

Flow sendPage(Exchange &exchange, const QString &name, const QByteArray &mediaType)
{
    QFile file(QStringLiteral(":/web/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        exchange.refuse(ErrorCode::Internal, QStringLiteral("%1 is missing from the program").arg(file.fileName()));
        return Flow::Answer;
    }
    exchange.response.body = file.readAll();
    exchange.response.contentType = mediaType;
    exchange.addHeader("Content-Security-Policy", payPolicy);
    exchange.addHeader("Referrer-Policy", "no-referrer");
    exchange.addHeader("Cache-Control", "no-cache");
    return Flow::Answer;
}

Flow payPage(ApiThread &, const ExchangePtr &exchange)
{
    return sendPage(*exchange, QStringLiteral("pay.html"), "text/html; charset=utf-8");
}

Flow payStyle(ApiThread &, const ExchangePtr &exchange)
{
    return sendPage(*exchange, QStringLiteral("pay.css"), "text/css; charset=utf-8");
}

Flow payScript(ApiThread &, const ExchangePtr &exchange)
{
    return sendPage(*exchange, QStringLiteral("pay.js"), "text/javascript; charset=utf-8");
}

} // namespace

std::vector<Route> bankRoutes()
{
    using namespace routing;
    constexpr auto needed = Route::Body::Required;
    const Permission floorAndGuests = only(floorRoles | roleBit(Role::Guest));
    const Schema dayBody =
        Schema::object({SchemaField{QStringLiteral("day"), Schema::string(maxDay, maxDay), Presence::Required}});
    const Schema asked = Schema::object({outputs::always("payments", outputs::number())});
    return {
        summed(write("POST", "/payment/orders/halyk", "payment.halyk", floorAndGuests, needed, halykPaymentSchema(),
                     created(answers("HostedPayment", outputs::hostedPayment())), payHalyk),
               "Pay on the bank's page: its parameters for a browser, and a page of this hub that shows it"),
        summed(write("POST", "/payment/orders/saved", "payment.saved", floorAndGuests, needed, savedPaymentSchema(),
                     created(answers("Payment", outputs::payment())), paySaved),
               "Pay with a saved card: a guest with their own, the counter with one of whoever ordered"),
        summed(withMaxBody(write("POST", "/payment/webhooks/halyk", "payment.webhooks.halyk", everybody(), needed,
                                 halykWebhookSchema(), answers("Nothing", outputs::nothing()), halykWebhook),
                           maxWebhookBytes),
               "Where the bank posts what became of a payment; nothing of it is believed, the bank is asked"),
        summed(get("/payment/pages/{key}", "payment.pages.open", everybody(), {},
                   answers("PaymentPage", outputs::paymentPage()), paymentPage),
               "The parameters of the bank's page, for whoever has its key"),
        summed(get("/payment/pages/{key}/state", "payment.pages.state", everybody(), {},
                   answers("PaymentPage", outputs::paymentPage()), paymentPageState),
               "What became of a payment, for whoever has the key of its page"),
        summed(get("/payment/reconciliation", "payment.reconciliation", only(managers),
                   {requiredQuery("day", Schema::string(maxDay, maxDay))},
                   answers("Reconciliation", outputs::reconciliation()), showReconciliation),
               "A business day's payments as they are here and as the bank said them last"),
        summed(write("POST", "/payment/reconciliation", "payment.reconciliation.ask", only(managers), needed, dayBody,
                     answers("ReconciliationAsked", asked), askForReconciliation),
               "Ask the bank about every payment of a business day"),
        site(get("/pay/{key}", "pay.page", everybody(), {}, answersWith("PayPage", "text/html"), payPage)),
        site(get("/pay/page/pay.css", "pay.style", everybody(), {}, answersWith("PayStyle", "text/css"), payStyle)),
        site(get("/pay/page/pay.js", "pay.script", everybody(), {}, answersWith("PayScript", "text/javascript"),
                 payScript)),
    };
}

} // namespace oshaq::routes
