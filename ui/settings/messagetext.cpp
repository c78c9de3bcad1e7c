// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/messagetext.h"

namespace oshaq {

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
    case IntegrationKind::Delivery:
    case IntegrationKind::Outside:
        return integrationKindText(kind);
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
    case IntegrationKind::Delivery:
    case IntegrationKind::Outside:
        return {};
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
    case IntegrationKind::Delivery:
    case IntegrationKind::Outside:
        return {};
    }
    return {};
}

QString MessageText::label(IntegrationKind kind, const QString &field)
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
    Q_UNUSED(kind)
    return field;
}

QString MessageText::hint(IntegrationKind kind, const QString &field)
{
    if (field == u"host")
        return tr("Such as smtp.example.kz");
    if (field == u"from_name")
        return tr("Empty: the restaurant's name.");
    if (field == u"url")
        return tr("Empty: the provider's own.");
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
