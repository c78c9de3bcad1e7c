// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>
#include <QStringList>

#include <array>
#include <map>
#include <optional>
#include <span>

namespace oshaq {

/// A service outside of the restaurant. A business has at most one of each kind.
enum class IntegrationKind
{
    Halyk,    ///< the bank that takes cards
    Smtp,     ///< mail
    Sms,      ///< messages to phones
    WebPush,  ///< messages to browsers
    Telegram, ///< a bot
    Delivery, ///< couriers of somebody else
    Outside   ///< services that take orders for us
};

inline constexpr std::array allIntegrationKinds{
    IntegrationKind::Halyk,    IntegrationKind::Smtp,     IntegrationKind::Sms,    IntegrationKind::WebPush,
    IntegrationKind::Telegram, IntegrationKind::Delivery, IntegrationKind::Outside};

/// "halyk", "smtp", "sms", "webpush", "telegram", "delivery", "outside".
QString integrationKindText(IntegrationKind kind);
std::optional<IntegrationKind> integrationKindFromText(QStringView text);

/// One thing to fill in, declared once: checks, the API and forms read this. Every value is a text.
struct IntegrationField
{
    enum class Type
    {
        Text,
        Note, ///< text of several lines
        Url,
        Integer,
        Boolean, ///< "true" or "false"
        Choice,
        Secret ///< goes to the secret store and is never shown again
    };

    const char *key;
    Type type;
    bool required;        ///< to be switched on
    qint64 minimum;       ///< of a number
    qint64 maximum;       ///< of a number, or of a text's length
    const char *fallback; ///< what counts while it is empty
    const char *choices;  ///< of a choice, by spaces
    const char *description;
};

/// "text", "note", "url", "integer", "boolean", "choice", "secret".
QString integrationFieldTypeText(IntegrationField::Type type);

std::span<const IntegrationField> integrationFields(IntegrationKind kind);
/// Null: there is no such field.
const IntegrationField *findIntegrationField(IntegrationKind kind, QStringView key);

/// Empty when the value fits, else what is wrong with it, in English and without the value. An empty value always fits.
/// `privateToo`: see checkWebhookUrl().
QString integrationValueProblem(const IntegrationField &field, const QString &value, bool privateToo);

/// What was last known of an integration.
enum class IntegrationState
{
    Unknown, ///< never tried
    Working,
    Failing
};

/// "unknown", "working", "failing".
QString integrationStateText(IntegrationState state);
std::optional<IntegrationState> integrationStateFromText(QStringView text);

struct Integration
{
    qint64 id = 0; ///< 0: nobody has set it up
    qint64 businessId = 0;
    IntegrationKind kind = IntegrationKind::Halyk;
    bool enabled = false;
    std::map<QString, QString> config; ///< what was filled in, without secrets
    QStringList secretsSet;            ///< keys of the secrets that there are
    QString secretsProblem;            ///< why those cannot be read, for people; empty: they can, or there are none
    qint64 version = 0;
    IntegrationState state = IntegrationState::Unknown;
    QString stateReason; ///< of Failing; English, or as the other side has it; no secret
    qint64 stateAtMs = 0;
    qint64 updatedAtMs = 0;

    /// What was filled in, else the field's fallback.
    QString value(QStringView key) const;
    /// Required fields and secrets that are empty.
    QStringList missing() const;
};

/// What the circuit breaker of an integration knows now; lost with the process.
struct IntegrationHealth
{
    enum class Circuit
    {
        Closed,   ///< requests go out
        HalfOpen, ///< one may go and find out
        Open      ///< too many failed: nothing goes out until retryAtMs
    };

    Circuit circuit = Circuit::Closed;
    int inFlight = 0;
    int maxInFlight = 0;
    qint64 requests = 0;  ///< that went out
    qint64 failures = 0;  ///< of them
    qint64 heldBack = 0;  ///< never sent: the circuit was open, or too many were on their way
    qint64 retryAtMs = 0; ///< UTC; of an open circuit
    QString lastError;
    qint64 lastErrorAtMs = 0;
    qint64 lastSuccessAtMs = 0;

    bool operator==(const IntegrationHealth &) const = default;
};

/// "closed", "half_open", "open".
QString circuitText(IntegrationHealth::Circuit circuit);

} // namespace oshaq
