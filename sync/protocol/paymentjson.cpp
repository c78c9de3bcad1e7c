// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/paymentjson.h"

#include "models/domain/timetext.h"
#include "sync/protocol/fieldreader.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/outputs.h"

namespace oshaq {

namespace {

constexpr int maxSlip = 50;
constexpr int maxReason = 500;
constexpr int maxRows = 1'000'000;
constexpr int maxLines = 500;
constexpr int maxGuests = 999;

SchemaField required(const char *name, Schema schema)
{
    return {QString::fromLatin1(name), std::move(schema), Presence::Required};
}

SchemaField optional(const char *name, Schema schema)
{
    return {QString::fromLatin1(name), std::move(schema), Presence::Optional};
}

Schema lines()
{
    return Schema::array(Schema::id(), 1, maxLines)
        .described(QStringLiteral("The lines of the order that are paid for; each can be paid for once."));
}

Schema guests()
{
    return Schema::integer(1, maxGuests)
        .described(QStringLiteral("So many share what the order owes now; this is one of their shares."));
}

void writeAmount(JsonWriter &json, QByteArrayView key, qint64 minor, const Currency &currency)
{
    json.key(key).raw(formatMajorUnits(minor, currency));
}

std::optional<qint64> maybeMoney(const FieldReader &in, QStringView name, const Currency &currency)
{
    return in[name].isNull() ? std::nullopt : std::optional(in.money(name, currency));
}

Payment readPayment(const FieldReader &in)
{
    Payment payment;
    if (const Result<Currency> currency = Currency::fromCode(in.requiredText(u"currency")))
        payment.currency = *currency;
    else
        in.wrong(u"currency", QStringLiteral("is not a known currency"));
    const Currency currency = payment.currency;
    payment.id = in.integer(u"payment_id");
    payment.orderId = in.integer(u"order_id");
    if (const auto method = paymentMethodFromText(in.requiredText(u"method")))
        payment.method = *method;
    else
        in.wrong(u"method", QStringLiteral("is not a known method"));
    if (const auto status = paymentStatusFromText(in.requiredText(u"status")))
        payment.status = *status;
    else
        in.wrong(u"status", QStringLiteral("is not a known status"));
    payment.amountMinor = in.money(u"amount", currency);
    payment.tipMinor = in.money(u"tip", currency);
    payment.tenderedMinor = maybeMoney(in, u"tendered", currency);
    payment.slip = in.text(u"slip");
    payment.cardId = in.maybeInteger(u"card_id");
    payment.refundedMinor = in.money(u"refunded", currency);
    payment.refunds = readEach<Refund>(in, u"refunds", [&currency](const FieldReader &one) {
        Refund refund;
        refund.id = one.integer(u"refund_id");
        refund.amountMinor = one.money(u"amount", currency);
        refund.reason = one.text(u"reason");
        refund.createdAtMs = one.time(u"created_at");
        // A hub of before knew only what is done.
        if (!one[u"state"].isNull()) {
            if (const auto state = refundStateFromText(one.requiredText(u"state")))
                refund.state = *state;
            else
                one.wrong(u"state", QStringLiteral("is not a known state"));
        }
        refund.isAutomatic = one[u"automatic"].boolean();
        refund.problem = one.text(u"problem");
        return refund;
    });
    payment.createdAtMs = in.time(u"created_at");
    payment.version = in.integer(u"version", 1);
    payment.invoice = in.integer(u"invoice", 0);
    return payment;
}

} // namespace

const Schema &directPaymentSchema()
{
    static const Schema schema = Schema::object({
        required("order_id", Schema::id()),
        required("method",
                 Schema::oneOf({paymentMethodText(PaymentMethod::Cash), paymentMethodText(PaymentMethod::CardReader)})),
        optional("amount", Schema::money().described(QStringLiteral(
                               "Towards the order, without the tip. Left out only where lines or guests say it."))),
        optional("lines", lines()),
        optional("guests", guests()),
        optional("tendered", Schema::money().described(QStringLiteral("Cash that the guest handed over."))),
        optional("slip", Schema::string(maxSlip).described(QStringLiteral("Number on the card reader's slip."))),
        optional("tip", Schema::money()),
    });
    return schema;
}

const Schema &halykPaymentSchema()
{
    static const Schema schema = Schema::object({
        required("order_id", Schema::id()),
        optional("amount", Schema::money().described(QStringLiteral("All that the order owes when left out."))),
        optional("tip", Schema::money()),
        optional("save_card", Schema::boolean()),
        optional("lines", lines()),
        optional("guests", guests()),
        optional("language", Schema::oneOf({QStringLiteral("en"), QStringLiteral("ru"), QStringLiteral("kk")})),
    });
    return schema;
}

const Schema &savedPaymentSchema()
{
    static const Schema schema = Schema::object({
        required("order_id", Schema::id()),
        required("card_id", Schema::id()),
        optional("amount", Schema::money().described(QStringLiteral("All that the order owes when left out."))),
        optional("tip", Schema::money()),
        optional("lines", lines()),
        optional("guests", guests()),
    });
    return schema;
}

const Schema &refundSchema()
{
    static const Schema schema = Schema::object({
        optional("amount", Schema::money().described(QStringLiteral("All that is left of it when left out."))),
        required("reason", Schema::string(maxReason, 1)),
    });
    return schema;
}

const Schema &paymentStatusSchema()
{
    // The states that somebody may say by hand; the machine decides from where.
    static const Schema schema = Schema::object({
        required("status",
                 Schema::oneOf({paymentStatusText(PaymentStatus::Cancelled), paymentStatusText(PaymentStatus::Failed),
                                paymentStatusText(PaymentStatus::Charged)})),
        optional("version", Schema::id()),
    });
    return schema;
}

const Schema &halykWebhookSchema()
{
    static const Schema schema = [] {
        std::vector<SchemaField> fields{
            required("id", Schema::string(100, 1)),
            required("invoiceId", Schema::string(32, 1)),
            optional("amount", Schema::decimal(2, 0, maxAmountMinor)),
            optional("reasonCode", Schema::integer(-1'000'000, 1'000'000)),
        };
        for (const char *name :
             {"accountId", "approvalCode",  "cardId",      "cardMask", "cardType",     "code",
              "currency",  "dateTime",      "description", "email",    "invoiceIdAlt", "ip",
              "ipCity",    "ipCountry",     "ipDistrict",  "ipRegion", "issuer",       "issuerBankCountry",
              "language",  "name",          "phone",       "reason",   "reference",    "intReference",
              "secure",    "secureDetails", "secret_hash", "terminal"})
            fields.push_back(optional(name, Schema::string(1000)));
        fields.push_back(optional("data", Schema::note(4000)));
        fields.push_back(optional("ipLatitude", Schema::decimal(10, -1'800'000'000'000, 1'800'000'000'000)));
        fields.push_back(optional("ipLongitude", Schema::decimal(10, -1'800'000'000'000, 1'800'000'000'000)));
        return Schema::object(std::move(fields));
    }();
    return schema;
}

Result<std::optional<qint64>> readAmount(const JsonValue &body, QStringView name, const Currency &currency)
{
    const JsonValue &value = body[name];
    if (value.isNull())
        return std::optional<qint64>();
    const Result<qint64> minor = parseMajorUnits(value.numberText(), currency);
    if (minor)
        return std::optional(*minor);
    Error error = minor.error();
    error.details = {{name.toString(), error.message}};
    return error;
}

namespace {

void writePaymentFields(JsonWriter &json, const Payment &payment)
{
    const Currency &currency = payment.currency;
    json.key("payment_id").value(payment.id);
    json.key("order_id").value(payment.orderId);
    json.key("method").value(paymentMethodText(payment.method));
    json.key("status").value(paymentStatusText(payment.status));
    writeAmount(json, "amount", payment.amountMinor, currency);
    writeAmount(json, "tip", payment.tipMinor, currency);
    json.key("tendered");
    payment.tenderedMinor ? json.raw(formatMajorUnits(*payment.tenderedMinor, currency)) : json.null();
    writeAmount(json, "change", payment.changeMinor(), currency);
    writeTextOrNull(json, "slip", payment.slip);
    writeNumberOrNull(json, "card_id", payment.cardId);
    writeAmount(json, "refunded", payment.refundedMinor, currency);
    json.key("refunds").beginArray();
    for (const Refund &refund : payment.refunds) {
        json.beginObject();
        json.key("refund_id").value(refund.id);
        writeAmount(json, "amount", refund.amountMinor, currency);
        json.key("reason").value(refund.reason);
        json.key("created_at").value(isoUtc(refund.createdAtMs));
        json.key("state").value(refundStateText(refund.state));
        json.key("automatic").value(refund.isAutomatic);
        writeTextOrNull(json, "problem", refund.problem);
        json.endObject();
    }
    json.endArray();
    writeAmount(json, "returning", payment.returningMinor(), currency);
    json.key("invoice");
    payment.invoice > 0 ? json.value(payment.invoice) : json.null();
    json.key("currency").value(currency.code());
    json.key("created_at").value(isoUtc(payment.createdAtMs));
    json.key("version").value(payment.version);
}

} // namespace

void writePayment(JsonWriter &json, const Payment &payment)
{
    json.beginObject();
    writePaymentFields(json, payment);
    json.endObject();
}

void writeHostedPayment(JsonWriter &json, const Payment &payment, const std::optional<HostedPaymentPage> &page)
{
    json.beginObject();
    writePaymentFields(json, payment);
    json.key("page");
    if (page) {
        json.beginObject();
        json.key("url").value(page->url);
        json.key("script_url").value(page->scriptUrl);
        json.key("parameters").raw(page->parameters);
        json.endObject();
    } else {
        json.null();
    }
    json.endObject();
}

void writePaymentPage(JsonWriter &json, const Payment &payment, const QString &orderNumber,
                      const std::optional<HostedPaymentPage> &page)
{
    json.beginObject();
    json.key("order_number").value(orderNumber);
    json.key("status").value(paymentStatusText(payment.status));
    writeAmount(json, "amount", payment.totalMinor(), payment.currency);
    json.key("currency").value(payment.currency.code());
    writeTextOrNull(json, "script_url", page ? page->scriptUrl : QString());
    json.key("parameters");
    page ? json.raw(page->parameters) : json.null();
    json.endObject();
}

void writeReconciliation(JsonWriter &json, const Reconciliation &all)
{
    json.beginObject();
    json.key("day").value(all.day.toString(Qt::ISODate));
    json.key("currency").value(all.currency.code());
    writeAmount(json, "charged", all.chargedMinor, all.currency);
    writeAmount(json, "refunded", all.refundedMinor, all.currency);
    writeAmount(json, "bank_charged", all.bankChargedMinor, all.currency);
    writeAmount(json, "bank_refunded", all.bankRefundedMinor, all.currency);
    json.key("differences").value(all.differences);
    json.key("payments").beginArray();
    for (const ReconciliationRow &row : all.rows) {
        const Currency &currency = row.payment.currency;
        json.beginObject();
        json.key("payment_id").value(row.payment.id);
        json.key("order_id").value(row.payment.orderId);
        json.key("order_number").value(row.orderNumber);
        json.key("invoice").value(row.attempt.invoice);
        json.key("method").value(paymentMethodText(row.payment.method));
        json.key("status").value(paymentStatusText(row.payment.status));
        writeAmount(json, "amount", row.payment.totalMinor(), currency);
        writeAmount(json, "refunded", row.payment.refundedMinor, currency);
        writeTextOrNull(json, "bank_status", row.attempt.bankState ? bankStateText(*row.attempt.bankState) : QString());
        writeAmount(json, "bank_amount", row.attempt.bankAmountMinor, currency);
        writeAmount(json, "bank_refunded", row.attempt.bankRefundedMinor, currency);
        writeTimeOrNull(json, "asked_at", row.attempt.answeredAtMs);
        json.key("difference").value(bankDifferenceText(row.difference));
        writeTextOrNull(json, "problem", row.attempt.problem);
        json.key("created_at").value(isoUtc(row.payment.createdAtMs));
        json.endObject();
    }
    json.endArray();
    json.endObject();
}

void writeOrderPayments(JsonWriter &json, qint64 orderId, const Currency &currency, const PaymentSummary &summary,
                        const std::vector<Payment> &payments)
{
    json.beginObject();
    json.key("order_id").value(orderId);
    json.key("payment_status").value(paymentStateText(summary.state));
    writeAmount(json, "total", summary.totalMinor, currency);
    writeAmount(json, "paid", summary.paidMinor, currency);
    writeAmount(json, "pending", summary.pendingMinor, currency);
    writeAmount(json, "refunded", summary.refundedMinor, currency);
    writeAmount(json, "tips", summary.tipMinor, currency);
    writeAmount(json, "due", summary.dueMinor, currency);
    json.key("currency").value(currency.code());
    json.key("payments").beginArray();
    for (const Payment &payment : payments)
        writePayment(json, payment);
    json.endArray();
    json.endObject();
}

void writeSavedCard(JsonWriter &json, const SavedCard &card)
{
    json.beginObject();
    json.key("card_id").value(card.id);
    json.key("mask").value(card.mask);
    writeTextOrNull(json, "type", card.type);
    json.key("created_at").value(isoUtc(card.createdAtMs));
    json.endObject();
}

Result<std::vector<SavedCard>> readSavedCards(const JsonValue &data)
{
    if (!data.isArray())
        return Error{ErrorCode::ValidationFailed, QStringLiteral("This is no list of cards."), {}};
    std::vector<SavedCard> cards;
    for (const JsonValue &row : data.items()) {
        if (row[u"card_id"].isNumber() && row[u"mask"].isString())
            cards.push_back({row[u"card_id"].integer(), 0, row[u"mask"].string(), row[u"type"].string(),
                             fromIso(row[u"created_at"].string()).value_or(0)});
    }
    return cards;
}

Result<Payment> readPayment(const JsonValue &json)
{
    ReadIssues issues;
    const Payment payment = readPayment(FieldReader(json, {}, issues));
    if (!issues.isEmpty())
        return issues.error(QStringLiteral("a payment"));
    return payment;
}

Result<std::vector<Payment>> readOrderPayments(const JsonValue &data)
{
    ReadIssues issues;
    const FieldReader in(data, {}, issues);
    if (!data[u"payments"].isArray())
        in.wrong(u"payments", QStringLiteral("must be an array"));
    auto payments = readEach<Payment>(in, u"payments", [](const FieldReader &one) { return readPayment(one); });
    if (!issues.isEmpty())
        return issues.error(QStringLiteral("the payments of an order"));
    return payments;
}

QByteArray directPaymentBody(const Payment &wanted)
{
    JsonWriter json;
    json.beginObject();
    json.key("order_id").value(wanted.orderId);
    json.key("method").value(paymentMethodText(wanted.method));
    writeAmount(json, "amount", wanted.amountMinor, wanted.currency);
    if (wanted.tipMinor != 0)
        writeAmount(json, "tip", wanted.tipMinor, wanted.currency);
    if (wanted.tenderedMinor)
        writeAmount(json, "tendered", *wanted.tenderedMinor, wanted.currency);
    if (!wanted.slip.isEmpty())
        json.key("slip").value(wanted.slip);
    json.endObject();
    return json.take();
}

QByteArray halykPaymentBody(const Payment &wanted)
{
    JsonWriter json;
    json.beginObject();
    json.key("order_id").value(wanted.orderId);
    writeAmount(json, "amount", wanted.amountMinor, wanted.currency);
    if (wanted.tipMinor != 0)
        writeAmount(json, "tip", wanted.tipMinor, wanted.currency);
    json.endObject();
    return json.take();
}

QByteArray savedPaymentBody(const Payment &wanted)
{
    JsonWriter json;
    json.beginObject();
    json.key("order_id").value(wanted.orderId);
    json.key("card_id").value(wanted.cardId.value_or(0));
    writeAmount(json, "amount", wanted.amountMinor, wanted.currency);
    if (wanted.tipMinor != 0)
        writeAmount(json, "tip", wanted.tipMinor, wanted.currency);
    json.endObject();
    return json.take();
}

QByteArray refundBody(const std::optional<qint64> &amountMinor, const Currency &currency, const QString &reason)
{
    JsonWriter json;
    json.beginObject();
    if (amountMinor)
        writeAmount(json, "amount", *amountMinor, currency);
    json.key("reason").value(reason);
    json.endObject();
    return json.take();
}

namespace {

using outputs::always;
using outputs::maybe;

QStringList methodTexts()
{
    QStringList methods;
    for (const PaymentMethod method : allPaymentMethods)
        methods.append(paymentMethodText(method));
    return methods;
}

QStringList statusTexts()
{
    QStringList statuses;
    for (const PaymentStatus status : allPaymentStatuses)
        statuses.append(paymentStatusText(status));
    return statuses;
}

std::vector<SchemaField> paymentFields()
{
    using namespace outputs;
    QStringList states;
    for (const RefundState state : allRefundStates)
        states.append(refundStateText(state));
    const Schema refund =
        Schema::object({always("refund_id", number()), always("amount", Schema::money()), always("reason", text()),
                        always("created_at", Schema::dateTime()), always("state", Schema::oneOf(states)),
                        always("automatic", Schema::boolean()), maybe("problem", text())});
    return {always("payment_id", number()),
            always("order_id", number()),
            always("method", Schema::oneOf(methodTexts())),
            always("status", Schema::oneOf(statusTexts())),
            always("amount", Schema::money()),
            always("tip", Schema::money()),
            maybe("tendered", Schema::money()),
            always("change", Schema::money()),
            maybe("slip", text()),
            maybe("card_id", number()),
            always("refunded", Schema::money()),
            always("refunds", Schema::array(refund, 0, maxRows)),
            always("returning", Schema::money()),
            maybe("invoice", number()),
            always("currency", currency()),
            always("created_at", Schema::dateTime()),
            always("version", number())};
}

} // namespace

Schema outputs::payment()
{
    return Schema::object(paymentFields());
}

Schema outputs::hostedPayment()
{
    std::vector<SchemaField> fields = paymentFields();
    fields.push_back(maybe("page", Schema::object({always("url", text()), always("script_url", text()),
                                                   always("parameters", Schema::any())})));
    return Schema::object(std::move(fields));
}

Schema outputs::paymentPage()
{
    return Schema::object({always("order_number", text()), always("status", Schema::oneOf(statusTexts())),
                           always("amount", Schema::money()), always("currency", currency()),
                           maybe("script_url", text()), maybe("parameters", Schema::any())});
}

Schema outputs::reconciliation()
{
    const Schema row = Schema::object(
        {always("payment_id", number()), always("order_id", number()), always("order_number", text()),
         always("invoice", number()), always("method", Schema::oneOf(methodTexts())),
         always("status", Schema::oneOf(statusTexts())), always("amount", Schema::money()),
         always("refunded", Schema::money()), maybe("bank_status", text()), always("bank_amount", Schema::money()),
         always("bank_refunded", Schema::money()), maybe("asked_at", Schema::dateTime()), always("difference", text()),
         maybe("problem", text()), always("created_at", Schema::dateTime())});
    return Schema::object({always("day", text()), always("currency", currency()), always("charged", Schema::money()),
                           always("refunded", Schema::money()), always("bank_charged", Schema::money()),
                           always("bank_refunded", Schema::money()), always("differences", number()),
                           always("payments", Schema::array(row, 0, maxRows))});
}

Schema outputs::orderPayments()
{
    QStringList states;
    for (const PaymentState state : allPaymentStates)
        states.append(paymentStateText(state));
    return Schema::object({always("order_id", number()), always("payment_status", Schema::oneOf(states)),
                           always("total", Schema::money()), always("paid", Schema::money()),
                           always("pending", Schema::money()), always("refunded", Schema::money()),
                           always("tips", Schema::money()), always("due", Schema::money()),
                           always("currency", currency()), always("payments", Schema::array(payment(), 0, maxRows))});
}

Schema outputs::savedCard()
{
    return Schema::object({always("card_id", number()), always("mask", text()), maybe("type", text()),
                           always("created_at", Schema::dateTime())});
}

} // namespace oshaq
