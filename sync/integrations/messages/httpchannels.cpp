// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/messages/httpchannels.h"

#include "models/domain/timespans.h"
#include "sync/integrations/messages/webpush.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>
#include <QUrl>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace oshaq {

namespace {

constexpr qint64 maxAnswerBytes = 64 * 1024;
constexpr int timeoutMs = 15'000;
constexpr qsizetype maxSaid = 200;
/// Push services refuse a token that is good for more than a day.
constexpr qint64 tokenLifeMs = 12 * hourMs;

using Kind = MessageOutcome::Kind;

MessageOutcome outcomeOf(Kind kind, const QString &error = {}, qint64 retryInMs = 0)
{
    MessageOutcome outcome;
    outcome.kind = kind;
    outcome.error = error;
    outcome.retryInMs = retryInMs;
    return outcome;
}

Error notConfigured(const QString &what)
{
    return {ErrorCode::NotConfigured, what, {}};
}

/// What the other side says, for people: short, one line.
QString said(const QString &text)
{
    return text.simplified().left(maxSaid);
}

/// Nothing: it arrived, and its status is the caller's matter.
std::optional<MessageOutcome> notArrived(const WireReply &reply)
{
    if (reply.arrived())
        return std::nullopt;
    if (reply.failure == WireReply::Failure::Held)
        return outcomeOf(Kind::Held, reply.failureText);
    return outcomeOf(Kind::TryLater, reply.failureText);
}

/// 2xx is sent, 408, 425, 429 and 5xx are tried again, and so is what a corrected setting may cure: 401 and 403.
MessageOutcome byStatus(const WireReply &reply, const QString &why = {})
{
    if (reply.status >= 200 && reply.status < 300)
        return outcomeOf(Kind::Sent);
    const QString text = why.isEmpty() ? QStringLiteral("Answered %1.").arg(reply.status)
                                       : QStringLiteral("Answered %1: %2").arg(reply.status).arg(said(why));
    const bool later = reply.status >= 500 || reply.status == 408 || reply.status == 425 || reply.status == 429 ||
                       reply.status == 401 || reply.status == 403;
    bool isNumber = false;
    const qint64 afterSeconds = reply.header("retry-after").toLongLong(&isNumber);
    const qint64 retryInMs = isNumber ? std::clamp<qint64>(afterSeconds, 0, 3'600) * secondMs : 0;
    return outcomeOf(later ? Kind::TryLater : Kind::GiveUp, text, retryInMs);
}

QByteArray formOf(const std::vector<std::pair<const char *, QString>> &fields)
{
    QByteArray form;
    for (const auto &[name, value] : fields) {
        if (!form.isEmpty())
            form += '&';
        form += QByteArray(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return form;
}

WireRequest postOf(const QString &url, const char *type, QByteArray body)
{
    WireRequest request;
    request.method = "POST";
    request.url = QUrl(url).toEncoded();
    request.headers = {{"Content-Type", type}};
    request.body = std::move(body);
    request.totalTimeoutMs = timeoutMs;
    request.maxResponseBytes = maxAnswerBytes;
    // A second one costs money, and whoever gets it is woken twice.
    request.onlyOnce = true;
    return request;
}

/// A text as it stands inside the quotes of JSON.
QString insideJson(const QString &text)
{
    const QByteArray quoted = QJsonDocument(QJsonObject{{QStringLiteral("t"), text}}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(quoted.mid(6, quoted.size() - 8)); // {"t":"..."}
}

QString orElse(const QString &text, const char *fallback)
{
    return text.isEmpty() ? QString::fromLatin1(fallback) : text;
}

QJsonObject objectOf(const WireReply &reply)
{
    return QJsonDocument::fromJson(reply.body).object();
}

MessageOutcome mobizonOutcome(const WireReply &reply)
{
    const QJsonObject answer = objectOf(reply);
    if (reply.status != 200)
        return byStatus(reply);
    if (!answer.contains(QLatin1String("code")))
        return outcomeOf(Kind::TryLater, QStringLiteral("Answered 200, but not as Mobizon does."));
    const int code = answer.value(QLatin1String("code")).toInt();
    if (code == 0 || code == 100) // 100: it works on it
        return outcomeOf(Kind::Sent);
    const QString text =
        QStringLiteral("Mobizon says %1: %2").arg(code).arg(said(answer.value(QLatin1String("message")).toString()));
    // 1: the message itself is wrong, such as a number that does not exist.
    return outcomeOf(code == 1 ? Kind::GiveUp : Kind::TryLater, text);
}

MessageOutcome smscOutcome(const WireReply &reply)
{
    const QJsonObject answer = objectOf(reply);
    if (reply.status == 200 && answer.contains(QLatin1String("id")) && !answer.contains(QLatin1String("error_code")))
        return outcomeOf(Kind::Sent);
    if (reply.status != 200)
        return byStatus(reply);
    if (!answer.contains(QLatin1String("error_code")))
        return outcomeOf(Kind::TryLater, QStringLiteral("Answered 200, but not as SMSC does."));
    const int code = answer.value(QLatin1String("error_code")).toInt();
    const QString text =
        QStringLiteral("SMSC says %1: %2").arg(code).arg(said(answer.value(QLatin1String("error")).toString()));
    // 1, 5: the message; 6: its text is forbidden; 7, 8: the number. The rest is the account's, which somebody mends.
    const bool never = code == 1 || code == 5 || code == 6 || code == 7 || code == 8;
    return outcomeOf(never ? Kind::GiveUp : Kind::TryLater, text);
}

} // namespace

Result<WireRequest> smsprovider::request(const IntegrationAccess &access, const QString &phone, const QString &text)
{
    const QString provider = access.value(u"provider");
    const QString url = access.value(u"url");
    const QString sender = access.value(u"sender");
    const QString key = access.secret(u"api_key");
    const QString digits = phone.startsWith(u'+') ? phone.mid(1) : phone;
    if (provider == u"mobizon") {
        const QString base = orElse(url, "https://api.mobizon.kz/service");
        std::vector<std::pair<const char *, QString>> fields{{"recipient", digits}, {"text", text}};
        if (!sender.isEmpty())
            fields.emplace_back("from", sender);
        return postOf(base + QStringLiteral("/message/sendsmsmessage?output=json&api=v1&apiKey=") +
                          QString::fromLatin1(QUrl::toPercentEncoding(key)),
                      "application/x-www-form-urlencoded", formOf(fields));
    }
    if (provider == u"smsc") {
        std::vector<std::pair<const char *, QString>> fields{
            {"phones", phone}, {"mes", text}, {"fmt", QStringLiteral("3")}, {"charset", QStringLiteral("utf-8")}};
        const QString login = access.value(u"login");
        if (login.isEmpty()) {
            fields.emplace_back("apikey", key);
        } else {
            fields.emplace_back("login", login);
            fields.emplace_back("psw", key);
        }
        if (!sender.isEmpty())
            fields.emplace_back("sender", sender);
        return postOf(orElse(url, "https://smsc.kz/sys/send.php"), "application/x-www-form-urlencoded", formOf(fields));
    }
    if (url.isEmpty())
        return notConfigured(QStringLiteral("The SMS provider has no address."));
    // Filled in one pass: a text with {phone} in it stays as it is.
    const QString pattern = orElse(access.value(u"body"), R"({"to":"{phone}","text":"{text}","from":"{sender}"})");
    QString body;
    for (qsizetype at = 0; at < pattern.size();) {
        const QStringView rest = QStringView(pattern).mid(at);
        const auto take = [&](QLatin1String name, const QString &value) {
            if (!rest.startsWith(name))
                return false;
            body += insideJson(value);
            at += name.size();
            return true;
        };
        if (take(QLatin1String("{phone}"), phone) || take(QLatin1String("{text}"), text) ||
            take(QLatin1String("{sender}"), sender))
            continue;
        body += pattern.at(at++);
    }
    if (QJsonDocument::fromJson(body.toUtf8()).isNull())
        return notConfigured(QStringLiteral("The body for the SMS provider is no JSON."));
    WireRequest request = postOf(url, "application/json", body.toUtf8());
    request.headers.append({"Authorization", "Bearer " + key.toUtf8()});
    return request;
}

MessageOutcome smsprovider::outcome(const IntegrationAccess &access, const WireReply &reply)
{
    if (const auto lost = notArrived(reply))
        return *lost;
    const QString provider = access.value(u"provider");
    if (provider == u"mobizon")
        return mobizonOutcome(reply);
    if (provider == u"smsc")
        return smscOutcome(reply);
    return byStatus(reply);
}

void SmsChannel::send(const IntegrationAccess &access, const OutgoingMessage &message, Done done)
{
    auto request = smsprovider::request(access, message.content.address, message.content.text.body);
    if (!request) {
        request = WireRequest{}; // answered from the event loop like every other
        request->url = "invalid:";
    }
    m_transport(message.businessId).send(std::move(*request), [access, done = std::move(done)](const WireReply &reply) {
        if (reply.failure == WireReply::Failure::Invalid)
            return done(outcomeOf(Kind::TryLater, QStringLiteral("The SMS provider is not set up.")));
        done(smsprovider::outcome(access, reply));
    });
}

Result<WireRequest> telegrambot::request(const IntegrationAccess &access, const QString &chat, const QString &text)
{
    const QString to = chat.isEmpty() ? access.value(u"staff_chat") : chat;
    if (to.isEmpty())
        return notConfigured(QStringLiteral("There is no chat to write to."));
    QString base = access.value(u"api_url");
    while (base.endsWith(u'/'))
        base.chop(1);
    const QJsonObject body{{QStringLiteral("chat_id"), to},
                           {QStringLiteral("text"), text},
                           {QStringLiteral("disable_web_page_preview"), true}};
    return postOf(base + QStringLiteral("/bot") +
                      QString::fromLatin1(QUrl::toPercentEncoding(access.secret(u"bot_token"), ":")) +
                      QStringLiteral("/sendMessage"),
                  "application/json", QJsonDocument(body).toJson(QJsonDocument::Compact));
}

MessageOutcome telegrambot::outcome(const WireReply &reply)
{
    if (const auto lost = notArrived(reply))
        return *lost;
    const QJsonObject answer = objectOf(reply);
    if (answer.value(QLatin1String("ok")).toBool())
        return outcomeOf(Kind::Sent);
    MessageOutcome outcome = byStatus(reply, answer.value(QLatin1String("description")).toString());
    if (reply.status == 200)
        return outcomeOf(Kind::TryLater, QStringLiteral("Answered 200, but not as Telegram does."));
    // 403: the chat threw the bot out, which no setting here cures.
    if (reply.status == 403)
        outcome.kind = Kind::GiveUp;
    const qint64 after =
        answer.value(QLatin1String("parameters")).toObject().value(QLatin1String("retry_after")).toInteger();
    if (after > 0)
        outcome.retryInMs = std::min<qint64>(after, 3'600) * secondMs;
    return outcome;
}

void TelegramChannel::send(const IntegrationAccess &access, const OutgoingMessage &message, Done done)
{
    auto request = telegrambot::request(access, message.content.address, message.content.text.body);
    QString why = QStringLiteral("Telegram is not set up.");
    if (!request) {
        why = request.error().message;
        request = WireRequest{};
        request->url = "invalid:";
    }
    m_transport(message.businessId).send(std::move(*request), [why, done = std::move(done)](const WireReply &reply) {
        if (reply.failure == WireReply::Failure::Invalid)
            return done(outcomeOf(Kind::TryLater, why));
        done(telegrambot::outcome(reply));
    });
}

MessageOutcome WebPushChannel::outcome(const WireReply &reply)
{
    if (const auto lost = notArrived(reply))
        return *lost;
    MessageOutcome outcome = byStatus(reply);
    // RFC 8030: the subscription is over; nothing that is sent there will ever arrive.
    if (reply.status == 404 || reply.status == 410) {
        outcome.kind = Kind::GiveUp;
        outcome.error = QStringLiteral("The browser is not subscribed any more.");
        outcome.forgetSubscription = true;
    }
    return outcome;
}

void WebPushChannel::send(const IntegrationAccess &access, const OutgoingMessage &message, Done done)
{
    const qint64 nowMs = m_clock.nowMs();
    const qint64 lifeMs = std::max<qint64>(0, message.giveUpAtMs - nowMs);
    const PushSubscription subscription = message.content.subscription.value_or(PushSubscription());
    QJsonObject content{{QStringLiteral("id"), message.uuid},
                        {QStringLiteral("event"), noticeEventText(message.event)},
                        {QStringLiteral("title"), message.content.text.subject},
                        {QStringLiteral("body"), message.content.text.body}};
    if (!message.orderNumber.isEmpty())
        content.insert(QStringLiteral("order"), message.orderNumber);
    const webpush::VapidKeys keys{access.value(u"public_key"), access.secret(u"private_key")};
    const QByteArray endpoint = QUrl(subscription.endpoint).toEncoded();
    const auto body =
        webpush::encrypt(QJsonDocument(content).toJson(QJsonDocument::Compact), subscription.p256dh, subscription.auth);
    const auto authorization = webpush::authorization(keys, endpoint, access.value(u"subject"), nowMs + tokenLifeMs);
    WireRequest request;
    request.method = "POST";
    request.totalTimeoutMs = timeoutMs;
    request.maxResponseBytes = maxAnswerBytes;
    QString why;
    if (!body)
        why = body.error().message;
    else if (!authorization)
        why = authorization.error().message;
    if (!why.isEmpty()) {
        request.url = "invalid:";
    } else {
        request.url = endpoint;
        // The topic replaces an attempt that waits at the push service: 32 letters of base64url at most.
        const QByteArray topic = QCryptographicHash::hash(message.uuid.toUtf8(), QCryptographicHash::Sha256)
                                     .left(18)
                                     .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        request.headers = {{"Content-Type", "application/octet-stream"},
                           {"Content-Encoding", "aes128gcm"},
                           {"TTL", QByteArray::number(lifeMs / secondMs)},
                           {"Urgency", canWait(message.event) ? "normal" : "high"},
                           {"Topic", topic},
                           {"Authorization", *authorization}};
        request.body = *body;
    }
    m_transport(message.businessId).send(std::move(request), [why, done = std::move(done)](const WireReply &reply) {
        if (reply.failure == WireReply::Failure::Invalid)
            return done(outcomeOf(Kind::TryLater, why.isEmpty() ? reply.failureText : why));
        done(WebPushChannel::outcome(reply));
    });
}

} // namespace oshaq
