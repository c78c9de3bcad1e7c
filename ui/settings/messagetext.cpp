// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/messagetext.h"

namespace oshaq {

bool MessageText::isMessages(IntegrationKind kind)
{
    return kind == IntegrationKind::Smtp || kind == IntegrationKind::Sms || kind == IntegrationKind::WebPush ||
           kind == IntegrationKind::Telegram;
}

QString MessageText::channel(IntegrationKind kind)
{
    switch (kind) {
    case IntegrationKind::Smtp:
        return tr("E-mail");
    case IntegrationKind::Sms:
        return tr("SMS");
    case IntegrationKind::WebPush:
        return tr("Messages in the browser");
    case IntegrationKind::Telegram:
        return tr("Telegram");
    case IntegrationKind::Halyk:
        return tr("Halyk Bank");
    case IntegrationKind::Delivery:
        return tr("Delivery service");
    case IntegrationKind::Outside:
        return tr("Orders of other services");
    }
    return {};
}

QString MessageText::way(NoticeChannel channel)
{
    if (const auto kind = integrationKindFromText(integrationOf(channel)))
        return MessageText::channel(*kind);
    return channel == NoticeChannel::Screen ? tr("Screens") : tr("Open page");
}

QString MessageText::meaning(IntegrationKind kind)
{
    switch (kind) {
    case IntegrationKind::Smtp:
        return tr("Through your own mail server.");
    case IntegrationKind::Sms:
        return tr("Through a provider that you have an account with. Codes for signing in by phone use it too.");
    case IntegrationKind::WebPush:
        return tr("For guests and staff who allow it in their browser. The keys are made here.");
    case IntegrationKind::Telegram:
        return tr("A bot of yours tells the staff.");
    case IntegrationKind::Halyk:
        return tr("Guests pay with a card on the bank's own page; no card number comes here.");
    case IntegrationKind::Delivery:
        return tr("Its couriers bring orders where your own do not.");
    case IntegrationKind::Outside:
        return tr("They send signed orders to this hub; the kitchen accepts or refuses.");
    }
    return {};
}

QString MessageText::event(const Notice &notice)
{
    const QString &number = notice.orderNumber;
    switch (notice.event) {
    case NoticeEvent::OrderAccepted:
        return tr("Order %1 accepted").arg(number);
    case NoticeEvent::OrderReady:
        return tr("Order %1 ready").arg(number);
    case NoticeEvent::OrderOnItsWay:
        return tr("Order %1 on its way").arg(number);
    case NoticeEvent::OrderCancelled:
        return tr("Order %1 cancelled").arg(number);
    case NoticeEvent::OrderRefunded:
        return tr("Money back for order %1").arg(number);
    case NoticeEvent::OrderUnseen:
        return tr("Nobody has seen order %1").arg(number);
    case NoticeEvent::OrderLate:
        return tr("Order %1 late").arg(number);
    case NoticeEvent::OutOfStock:
        return tr("A dish is out");
    case NoticeEvent::PaymentUnknown:
        return tr("Payment of order %1 unknown").arg(number);
    case NoticeEvent::DayEnd:
        return tr("Day-end report");
    case NoticeEvent::SystemAlarm:
        return tr("System alarm");
    case NoticeEvent::SystemEscalated:
        return tr("System alarm that nobody confirmed");
    }
    return {};
}

QString MessageText::state(NoticeState state)
{
    switch (state) {
    case NoticeState::Waiting:
        return tr("Waits");
    case NoticeState::Sent:
        return tr("Sent");
    case NoticeState::Failed:
        return tr("Given up");
    case NoticeState::Skipped:
        return tr("Left out");
    }
    return {};
}

QStringList MessageText::fields(IntegrationKind kind)
{
    switch (kind) {
    case IntegrationKind::Smtp:
        return {QStringLiteral("host"),     QStringLiteral("port"), QStringLiteral("security"), QStringLiteral("user"),
                QStringLiteral("password"), QStringLiteral("from"), QStringLiteral("from_name")};
    case IntegrationKind::Sms:
        return {QStringLiteral("provider"), QStringLiteral("url"), QStringLiteral("login"), QStringLiteral("api_key"),
                QStringLiteral("sender")};
    case IntegrationKind::WebPush:
        return {QStringLiteral("subject")};
    case IntegrationKind::Telegram:
        return {QStringLiteral("bot_token"), QStringLiteral("staff_chat")};
    case IntegrationKind::Halyk:
        return {QStringLiteral("client_id"), QStringLiteral("terminal_id"), QStringLiteral("client_secret"),
                QStringLiteral("oauth_url"), QStringLiteral("api_url"),     QStringLiteral("script_url"),
                QStringLiteral("post_link"), QStringLiteral("back_link")};
    case IntegrationKind::Delivery:
        return {QStringLiteral("url"), QStringLiteral("api_key"), QStringLiteral("webhook_secret"),
                QStringLiteral("poll_seconds"), QStringLiteral("mapping")};
    case IntegrationKind::Outside:
        return {QStringLiteral("hmac_secret"), QStringLiteral("accept_seconds"), QStringLiteral("answer_url"),
                QStringLiteral("mapping")};
    }
    return {};
}

QString MessageText::label(const QString &field)
{
    if (field == u"host")
        return tr("Mail server");
    if (field == u"port")
        return tr("Port");
    if (field == u"security")
        return tr("Connection");
    if (field == u"user")
        return tr("Name to sign in with");
    if (field == u"password")
        return tr("Password");
    if (field == u"from")
        return tr("Sender's address");
    if (field == u"from_name" || field == u"sender")
        return tr("Sender's name");
    if (field == u"provider")
        return tr("Provider");
    if (field == u"url")
        return tr("Address of the interface");
    if (field == u"login")
        return tr("Account");
    if (field == u"api_key")
        return tr("Key or password");
    if (field == u"subject")
        return tr("How the push services reach you");
    if (field == u"bot_token")
        return tr("Token of the bot");
    if (field == u"staff_chat")
        return tr("Chat of the staff");
    if (field == u"client_id")
        return tr("Client");
    if (field == u"terminal_id")
        return tr("Merchant terminal");
    if (field == u"client_secret")
        return tr("Secret of the client");
    if (field == u"oauth_url")
        return tr("Address for tokens");
    if (field == u"api_url")
        return tr("Address of the interface");
    if (field == u"script_url")
        return tr("Script of the payment page");
    if (field == u"post_link")
        return tr("Where the bank tells of payments");
    if (field == u"back_link")
        return tr("Where the guest goes after paying");
    if (field == u"webhook_secret" || field == u"hmac_secret")
        return tr("Secret that messages are signed with");
    if (field == u"poll_seconds")
        return tr("Asked again after seconds");
    if (field == u"accept_seconds")
        return tr("Seconds to accept an order");
    if (field == u"answer_url")
        return tr("Where the service hears the answer");
    if (field == u"mapping")
        return tr("Names of the fields there");
    return field;
}

QString MessageText::hint(IntegrationKind kind, const QString &field)
{
    if (field == u"host")
        return tr("Such as smtp.example.kz");
    if (field == u"from_name")
        return tr("Empty: the restaurant's name.");
    if (field == u"url" && kind == IntegrationKind::Sms)
        return tr("Empty: the provider's own.");
    if (field == u"client_id" || field == u"terminal_id")
        return tr("As it stands in your contract with the bank.");
    if (field == u"post_link")
        return tr("This hub as the bank reaches it, with /api/v1/payment/webhooks/halyk. Empty: the bank is asked.");
    if (field == u"back_link")
        return tr("A page of yours. Empty: the bank's own.");
    if (field == u"answer_url")
        return tr("Empty: it is not told.");
    if (field == u"mapping")
        return tr("One JSON object: {\"our name\":\"their.name\"}. Empty: as our format says.");
    if (field == u"login")
        return tr("Only where the provider asks for one.");
    if (field == u"subject")
        return tr("Such as mailto:manager@example.kz");
    if (field == u"staff_chat")
        return tr("Its number; the bot must be in it.");
    const IntegrationField *known = findIntegrationField(kind, field);
    return known && known->type == IntegrationField::Type::Secret ? tr("It is kept sealed and not shown again.")
                                                                  : QString();
}

QString MessageText::choice(const QString &field, const QString &value)
{
    if (field == u"security") {
        if (value == u"starttls")
            return tr("Encrypted (STARTTLS)");
        return value == u"tls" ? tr("Encrypted (TLS)") : tr("Not encrypted, only inside your own network");
    }
    if (field == u"provider") {
        if (value == u"mobizon")
            return QStringLiteral("Mobizon");
        return value == u"smsc" ? QStringLiteral("SMSC") : tr("Another one");
    }
    return value;
}

} // namespace oshaq
