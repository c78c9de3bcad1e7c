// SPDX-License-Identifier: GPL-3.0-or-later
//
// What each kind of integration is told. One table for a kind; whoever adds a field adds a line here and reads it with
// Integration::value() or, of a secret, integrationreads::access().
#include "models/domain/integration.h"

namespace oshaq {

namespace {

using Type = IntegrationField::Type;

constexpr qint64 lineLength = 200;
constexpr qint64 secretLength = 4'000;

constexpr IntegrationField text(const char *key, bool required, const char *description, const char *fallback = "")
{
    return {key, Type::Text, required, 0, lineLength, fallback, "", description};
}

constexpr IntegrationField url(const char *key, bool required, const char *description, const char *fallback = "")
{
    return {key, Type::Url, required, 0, 2'000, fallback, "", description};
}

constexpr IntegrationField secret(const char *key, bool required, const char *description)
{
    return {key, Type::Secret, required, 0, secretLength, "", "", description};
}

constexpr IntegrationField number(const char *key, qint64 minimum, qint64 maximum, const char *fallback,
                                  const char *description)
{
    return {key, Type::Integer, false, minimum, maximum, fallback, "", description};
}

constexpr IntegrationField choice(const char *key, const char *choices, const char *fallback, const char *description)
{
    return {key, Type::Choice, false, 0, 0, fallback, choices, description};
}

// The bank documents two families of test hosts, so each host is a field of its own.
constexpr std::array halyk{
    url("oauth_url", true, "Where the bank gives out tokens.", "https://epay-oauth.homebank.kz/oauth2/token"),
    url("api_url", true, "The bank's interface, without a path at its end.", "https://epay-api.homebank.kz"),
    url("script_url", true, "The script of the bank's payment page.",
        "https://epay.homebank.kz/payform/payment-api.js"),
    text("client_id", true, "Who we are, as the bank wrote it."),
    text("terminal_id", true, "The merchant terminal, as the bank wrote it."),
    secret("client_secret", true, "The client's secret, as the bank wrote it."),
    url("post_link", false,
        "Where the bank tells of payments: .../api/v1/payment/webhooks/halyk as the bank reaches it."
        " Without it the bank is asked."),
    url("back_link", false, "Where the guest's browser goes after a payment that names no page of its own."),
};

constexpr std::array smtp{
    text("host", true, "The mail server."),
    number("port", 1, 65'535, "587", "Its port."),
    choice("security", "starttls tls none", "starttls",
           "How the connection is kept secret; none only inside your own"
           " network."),
    text("user", false, "The name to sign in with; empty: without signing in."),
    secret("password", false, "Its password."),
    text("from", true, "The address that mail comes from."),
    text("from_name", false, "The name beside it; empty: the restaurant's."),
    text("ca_file", false, "A file with the certificate to trust instead of the system's."),
};

constexpr std::array sms{
    choice("provider", "generic mobizon smsc", "generic", "Whose interface it is."),
    url("url", false, "The interface's address; empty: the provider's own."),
    text("sender", false, "The name that the message comes from."),
    text("login", false, "The account, where the provider asks for one."),
    secret("api_key", true, "The key or password of the account."),
    IntegrationField{"body", Type::Note, false, 0, 4'000, "", "",
                     "Of the generic interface: the JSON that is sent, with {phone}, {text} and {sender}."},
};

constexpr std::array webPush{
    text("subject", true, "How the push services reach you: mailto: or https:."),
    text("public_key", false, "The public half of the key that browsers subscribe with."),
    secret("private_key", false, "Its private half."),
};

constexpr std::array telegram{
    url("api_url", true, "The bot interface, without the token.", "https://api.telegram.org"),
    secret("bot_token", true, "The bot's token."),
    text("staff_chat", false, "The chat that staff is told in."),
};

constexpr std::array delivery{
    url("url", true, "The delivery service's interface."),
    secret("api_key", true, "Its key."),
    secret("webhook_secret", false, "What its messages to us are signed with."),
    number("poll_seconds", 5, 3'600, "30", "How often a delivery is asked about that nothing was heard of."),
    IntegrationField{"mapping", Type::Note, false, 0, 20'000, "", "",
                     "How the service calls our fields: a JSON object of our names and theirs."},
};

constexpr std::array outside{
    secret("hmac_secret", true, "What orders are signed with, on both sides."),
    number("accept_seconds", 10, 3'600, "180", "How long an order may wait until somebody accepts it."),
    url("answer_url", false, "Where the service hears that an order was accepted or refused."),
    IntegrationField{"mapping", Type::Note, false, 0, 20'000, "", "",
                     "How the service calls our fields: a JSON object of our names and theirs."},
};

} // namespace

std::span<const IntegrationField> integrationFields(IntegrationKind kind)
{
    switch (kind) {
    case IntegrationKind::Halyk:
        return halyk;
    case IntegrationKind::Smtp:
        return smtp;
    case IntegrationKind::Sms:
        return sms;
    case IntegrationKind::WebPush:
        return webPush;
    case IntegrationKind::Telegram:
        return telegram;
    case IntegrationKind::Delivery:
        return delivery;
    case IntegrationKind::Outside:
        return outside;
    }
    return {};
}

} // namespace oshaq
