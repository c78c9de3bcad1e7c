// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/bank/halykwords.h"

#include "models/domain/bankcallback.h"
#include "sync/protocol/json.h"

#include <QDateTime>
#include <QTimeZone>
#include <QUrl>

#include <algorithm>
#include <array>

namespace oshaq {

namespace {

constexpr qsizetype descriptionBytes = 125;
constexpr qsizetype maxReason = 200;
constexpr int httpTooMany = 429;

/// Codes after which nothing was taken and nothing will be. Every other one, the documented "not final" (454), those on
/// which the languages of the documents disagree (459) and unknown ones too, is asked about.
constexpr std::array finalRefusals{455, 457, 462, 463, 464, 465, 466, 467, 468, 469,
                                   470, 471, 472, 473, 475, 476, 477, 478, 479};

QString withoutSlash(QString url)
{
    while (url.endsWith(u'/'))
        url.chop(1);
    return url;
}

void addField(QByteArray &form, const char *name, const QString &value)
{
    if (!form.isEmpty())
        form += '&';
    form += QByteArray(name) + '=' + QUrl::toPercentEncoding(value);
}

QString languageOf(const QString &language)
{
    if (language == u"kk")
        return QStringLiteral("kaz");
    return language == u"en" ? QStringLiteral("eng") : QStringLiteral("rus");
}

/// A number, or a number in a text: ePay has both.
std::optional<int> codeOf(const JsonValue &value)
{
    bool ok = false;
    const QByteArray text = value.isNumber() ? value.numberText() : value.string().toLatin1();
    const int code = text.toInt(&ok);
    return ok ? std::optional(code) : std::nullopt;
}

std::optional<qint64> amountOf(const JsonValue &value, const Currency &currency)
{
    QByteArray text = value.isNumber() ? value.numberText() : value.string().toLatin1();
    // 100.000 is 100, whatever the currency's places.
    if (text.contains('.')) {
        while (text.endsWith('0'))
            text.chop(1);
        if (text.endsWith('.'))
            text.chop(1);
    }
    const auto minor = parseMajorUnits(text, currency);
    return minor ? std::optional(*minor) : std::nullopt;
}

/// The samples have +06:00, +05:00 and Z; a time without a zone says nothing.
qint64 timeOf(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() && time.timeSpec() != Qt::LocalTime ? time.toMSecsSinceEpoch() : 0;
}

std::optional<BankState> stateOf(const QString &name)
{
    if (name == u"NEW")
        return BankState::New;
    if (name == u"3D")
        return BankState::Waiting;
    if (name == u"AUTH")
        return BankState::Authorised;
    if (name == u"CHARGE")
        return BankState::Charged;
    if (name == u"CANCEL" || name == u"CANCEL_OLD")
        return BankState::Cancelled;
    if (name == u"REFUND")
        return BankState::Refunded;
    if (name == u"REJECT" || name == u"FAILED")
        return BankState::Rejected;
    return std::nullopt;
}

QString firstText(const JsonValue &object, std::initializer_list<const char16_t *> names)
{
    for (const char16_t *name : names) {
        const JsonValue &value = object[QStringView(name)];
        if (value.isString() && !value.string().isEmpty())
            return value.string();
    }
    return {};
}

BankReply reply(BankReply::Outcome outcome, const QString &reason)
{
    BankReply made;
    made.outcome = outcome;
    made.reason = reason.left(maxReason);
    made.transaction.reason = made.reason;
    return made;
}

/// "462: Declined" of {"code","message"}, whichever of them there is.
QString reasonOf(const HalykAccount &account, const JsonValue &json, int status)
{
    const auto code = codeOf(json[u"code"]);
    const QString message = firstText(json, {u"message", u"reason", u"statusDescription", u"resultMessage"});
    QString reason = code ? QString::number(*code) : QStringLiteral("HTTP %1").arg(status);
    if (!message.isEmpty())
        reason += QStringLiteral(": ") + message;
    return halyk::scrubbed(account, reason);
}

/// The bank did not look at the call: it does not know us, or has no time.
bool wasTurnedAway(int status)
{
    return status == 401 || status == 403 || status == httpTooMany;
}

std::optional<BankTransaction> readTransaction(const HalykAccount &account, const JsonValue &json)
{
    const auto state = stateOf(firstText(json, {u"statusName", u"status"}));
    const QString code = json[u"currency"].string();
    const auto currency = code.isEmpty() ? Result<Currency>(account.currency) : Currency::fromCode(code);
    if (!state || !currency)
        return std::nullopt;
    const auto amount = amountOf(json[u"amount"], *currency);
    if (!amount)
        return std::nullopt;
    BankTransaction made;
    made.id = json[u"id"].string();
    made.invoice = bankInvoiceFromText(firstText(json, {u"invoiceID", u"invoiceId"}));
    made.state = *state;
    // After a part went back `amount` is what is left, and `orgAmount` what was taken.
    const auto original = amountOf(json[u"orgAmount"], *currency).value_or(0);
    made.amountMinor = std::max(*amount, original);
    if (made.state == BankState::Refunded)
        made.refundedMinor = original > *amount ? original - *amount : *amount;
    made.currency = currency->code();
    const QString terminal = json[u"terminal"].string();
    const QString terminalId = json[u"terminalID"].string();
    made.terminalId = terminal == account.terminalId || terminalId.isEmpty() ? terminal : terminalId;
    made.createdAtMs = timeOf(json[u"createdDate"].string());
    made.cardId = firstText(json, {u"cardID", u"cardId"});
    made.cardMask = json[u"cardMask"].string();
    made.cardType = json[u"cardType"].string();
    made.reference = json[u"reference"].string();
    if (made.state == BankState::Rejected)
        made.reason = halyk::scrubbed(account, firstText(json, {u"reason", u"statusDescription"})).left(maxReason);
    return made;
}

} // namespace

HalykAccount HalykAccount::from(const IntegrationAccess &access, const Currency &currency)
{
    HalykAccount account;
    account.oauthUrl = access.value(u"oauth_url");
    account.apiUrl = withoutSlash(access.value(u"api_url"));
    account.scriptUrl = access.value(u"script_url");
    account.clientId = access.value(u"client_id");
    account.clientSecret = access.secret(u"client_secret");
    account.terminalId = access.value(u"terminal_id");
    account.postLink = access.value(u"post_link");
    account.backLink = access.value(u"back_link");
    account.currency = currency;
    return account;
}

QByteArray halyk::tokenForm(const HalykAccount &account, const BankOrder *order)
{
    QByteArray form;
    addField(form, "grant_type", QStringLiteral("client_credentials"));
    addField(form, "scope",
             QStringLiteral("webapi usermanagement email_send verification statement statistics payment"));
    addField(form, "client_id", account.clientId);
    addField(form, "client_secret", account.clientSecret);
    addField(form, "terminal", account.terminalId);
    if (!order)
        return form;
    addField(form, "invoiceID", bankInvoiceText(order->invoice));
    addField(form, "amount", QString::fromLatin1(formatMajorUnits(order->amountMinor, order->currency)));
    addField(form, "currency", order->currency.code());
    if (!account.postLink.isEmpty()) {
        addField(form, "secret_hash", QString::fromLatin1(bankCallbackHash(account.clientSecret, order->invoice)));
        addField(form, "postLink", account.postLink);
        addField(form, "failurePostLink", account.postLink);
    }
    return form;
}

Result<QString> halyk::readToken(const HalykAccount &account, const WireReply &reply)
{
    const auto refuse = [](const QString &why) { return Error{ErrorCode::NotConfigured, why.left(maxReason), {}}; };
    if (!reply.arrived())
        return refuse(
            QStringLiteral("The bank's sign-in cannot be reached: %1").arg(scrubbed(account, reply.failureText)));
    const auto json = parseJson(reply.body);
    if (reply.status == 200 && json && !(*json)[u"access_token"].string().isEmpty())
        return (*json)[u"access_token"].string();
    QString reason = json ? firstText(*json, {u"error_description", u"error", u"message"}) : QString();
    reason = scrubbed(account, reason);
    const QString tail = reason.isEmpty() ? QString() : QStringLiteral(": ") + reason;
    if (reply.status >= 400 && reply.status < 500) {
        return refuse(QStringLiteral("The bank does not accept the client id, its secret or the terminal (HTTP %1)%2")
                          .arg(reply.status)
                          .arg(tail));
    }
    return refuse(QStringLiteral("The bank gave no token (HTTP %1)%2").arg(reply.status).arg(tail));
}

QByteArray halyk::pageParameters(const HalykAccount &account, const BankOrder &order, const QByteArray &auth)
{
    const QString back = order.backUrl.isEmpty() ? account.backLink : order.backUrl;
    JsonWriter json;
    json.beginObject();
    json.key("invoiceId").value(bankInvoiceText(order.invoice));
    json.key("backLink").value(back);
    json.key("failureBackLink").value(back);
    json.key("autoBackLink").value(true);
    json.key("postLink").value(account.postLink);
    json.key("failurePostLink").value(account.postLink);
    json.key("language").value(languageOf(order.language));
    json.key("description").value(cutToBytes(order.description, descriptionBytes));
    json.key("accountId").value(order.accountId);
    json.key("terminal").value(account.terminalId);
    json.key("amount").raw(formatMajorUnits(order.amountMinor, order.currency));
    json.key("currency").value(order.currency.code());
    json.key("cardSave").value(order.keepCard && !order.accountId.isEmpty());
    json.key("auth").raw(auth);
    json.endObject();
    return json.take();
}

QByteArray halyk::cardBody(const HalykAccount &account, const BankOrder &order, const QString &bankCardId)
{
    const QString back = order.backUrl.isEmpty() ? account.backLink : order.backUrl;
    JsonWriter json;
    json.beginObject();
    json.key("amount").raw(formatMajorUnits(order.amountMinor, order.currency));
    json.key("currency").value(order.currency.code());
    json.key("terminalId").value(account.terminalId);
    json.key("invoiceId").value(bankInvoiceText(order.invoice));
    json.key("description").value(cutToBytes(order.description, descriptionBytes));
    json.key("accountId").value(order.accountId);
    json.key("backLink").value(back);
    json.key("failureBackLink").value(back);
    json.key("postLink").value(account.postLink);
    json.key("failurePostLink").value(account.postLink);
    json.key("language").value(languageOf(order.language));
    json.key("paymentType").value(QStringLiteral("cardId"));
    json.key("cardId").beginObject().key("id").value(bankCardId).endObject();
    json.endObject();
    return json.take();
}

BankReply halyk::unanswered(const WireReply &wire)
{
    return reply(wire.mayHaveArrived ? BankReply::Outcome::Lost : BankReply::Outcome::NotSent, wire.failureText);
}

BankReply halyk::readPayment(const HalykAccount &account, const WireReply &wire)
{
    using Outcome = BankReply::Outcome;
    if (!wire.arrived())
        return unanswered(wire);
    if (wasTurnedAway(wire.status))
        return reply(Outcome::NotSent, QStringLiteral("The bank turned the call away (HTTP %1).").arg(wire.status));
    const auto json = parseJson(wire.body);
    if (!json || !json->isObject() || wire.status >= 500)
        return reply(Outcome::Lost, QStringLiteral("The bank's answer says nothing (HTTP %1).").arg(wire.status));
    const auto code = codeOf((*json)[u"code"]);
    if (code && std::find(finalRefusals.begin(), finalRefusals.end(), *code) != finalRefusals.end())
        return reply(Outcome::Declined, reasonOf(account, *json, wire.status));
    const QString status = (*json)[u"status"].string();
    if (wire.status == 200 && code.value_or(0) == 0 && (status == u"3D" || (*json)[u"secure3D"].isObject())) {
        BankReply waiting;
        waiting.outcome = Outcome::Told;
        waiting.transaction.id = (*json)[u"id"].string();
        waiting.transaction.invoice = bankInvoiceFromText(firstText(*json, {u"invoiceID", u"invoiceId"}));
        waiting.transaction.state = BankState::Waiting;
        waiting.transaction.currency = (*json)[u"currency"].string();
        waiting.transaction.amountMinor = amountOf((*json)[u"amount"], account.currency).value_or(0);
        return waiting;
    }
    BankReply open =
        reply(Outcome::Lost,
              QStringLiteral("The bank has it and has not decided (%1).").arg(reasonOf(account, *json, wire.status)));
    open.transaction.id = (*json)[u"id"].string();
    return open;
}

BankReply halyk::readStatus(const HalykAccount &account, qint64 invoice, const WireReply &wire)
{
    using Outcome = BankReply::Outcome;
    if (!wire.arrived())
        return unanswered(wire);
    if (wasTurnedAway(wire.status))
        return reply(Outcome::NotSent, QStringLiteral("The bank turned the call away (HTTP %1).").arg(wire.status));
    const auto json = parseJson(wire.body);
    const auto code = json ? codeOf((*json)[u"resultCode"]) : std::nullopt;
    if (!code)
        return reply(Outcome::Lost, QStringLiteral("The bank's answer says nothing (HTTP %1).").arg(wire.status));
    const QString words =
        scrubbed(account, QStringLiteral("%1: %2").arg(*code).arg((*json)[u"resultMessage"].string()));
    switch (*code) {
    case 100:
    case 101:
        break;
    case 102:
        return reply(Outcome::NotFound, words);
    case 104:
    case 109:
        return reply(Outcome::NotSent, QStringLiteral("The bank does not take this terminal for ours (%1)").arg(words));
    default:
        return reply(Outcome::Lost, words);
    }
    const auto transaction = readTransaction(account, (*json)[u"transaction"]);
    if (!transaction)
        return reply(Outcome::Lost, QStringLiteral("The bank's answer lacks what counts (%1)").arg(words));
    if (transaction->invoice != invoice)
        return reply(Outcome::Lost, QStringLiteral("The bank spoke of another invoice."));
    BankReply told;
    told.outcome = Outcome::Told;
    told.transaction = *transaction;
    told.reason = transaction->reason;
    return told;
}

BankReply halyk::readOperation(const HalykAccount &account, const WireReply &wire, const BankTransaction &after)
{
    using Outcome = BankReply::Outcome;
    if (!wire.arrived())
        return unanswered(wire);
    if (wasTurnedAway(wire.status))
        return reply(Outcome::NotSent, QStringLiteral("The bank turned the call away (HTTP %1).").arg(wire.status));
    if (wire.status == 200) {
        BankReply told;
        told.outcome = Outcome::Told;
        told.transaction = after;
        return told;
    }
    const auto json = parseJson(wire.body);
    const bool isRefusal = json && json->isObject() && (wire.status == 400 || wire.status == 404 || wire.status == 422);
    if (!isRefusal)
        return reply(Outcome::Lost, QStringLiteral("The bank's answer says nothing (HTTP %1).").arg(wire.status));
    return reply(Outcome::Declined, reasonOf(account, *json, wire.status));
}

QString halyk::cutToBytes(const QString &text, qsizetype bytes)
{
    QByteArray utf8 = text.toUtf8();
    if (utf8.size() <= bytes)
        return text;
    const auto continues = [&utf8](qsizetype at) { return (static_cast<unsigned char>(utf8[at]) & 0xc0) == 0x80; };
    while (bytes > 0 && continues(bytes))
        --bytes;
    utf8.truncate(bytes);
    return QString::fromUtf8(utf8);
}

QString halyk::scrubbed(const HalykAccount &account, const QString &text)
{
    QString clean = text;
    if (!account.clientSecret.isEmpty())
        clean.replace(account.clientSecret, QStringLiteral("***"));
    return clean;
}

} // namespace oshaq
