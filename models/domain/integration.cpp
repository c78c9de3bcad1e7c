// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/integration.h"

#include "models/domain/webhook.h"

#include <algorithm>

namespace oshaq {

QString integrationKindText(IntegrationKind kind)
{
    switch (kind) {
    case IntegrationKind::Halyk:
        return QStringLiteral("halyk");
    case IntegrationKind::Smtp:
        return QStringLiteral("smtp");
    case IntegrationKind::Sms:
        return QStringLiteral("sms");
    case IntegrationKind::WebPush:
        return QStringLiteral("webpush");
    case IntegrationKind::Telegram:
        return QStringLiteral("telegram");
    case IntegrationKind::Delivery:
        return QStringLiteral("delivery");
    case IntegrationKind::Outside:
        return QStringLiteral("outside");
    }
    return {};
}

std::optional<IntegrationKind> integrationKindFromText(QStringView text)
{
    for (const IntegrationKind kind : allIntegrationKinds) {
        if (text == integrationKindText(kind))
            return kind;
    }
    return std::nullopt;
}

QString integrationFieldTypeText(IntegrationField::Type type)
{
    using Type = IntegrationField::Type;
    switch (type) {
    case Type::Text:
        return QStringLiteral("text");
    case Type::Note:
        return QStringLiteral("note");
    case Type::Url:
        return QStringLiteral("url");
    case Type::Integer:
        return QStringLiteral("integer");
    case Type::Boolean:
        return QStringLiteral("boolean");
    case Type::Choice:
        return QStringLiteral("choice");
    case Type::Secret:
        return QStringLiteral("secret");
    }
    return {};
}

const IntegrationField *findIntegrationField(IntegrationKind kind, QStringView key)
{
    const auto fields = integrationFields(kind);
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [key](const IntegrationField &field) { return key == QLatin1String(field.key); });
    return found == fields.end() ? nullptr : &*found;
}

QString integrationValueProblem(const IntegrationField &field, const QString &value, bool privateToo)
{
    using Type = IntegrationField::Type;
    if (value.isEmpty())
        return {};
    switch (field.type) {
    case Type::Boolean:
        if (value != u"true" && value != u"false")
            return QStringLiteral("must be true or false");
        return {};
    case Type::Choice:
        if (!QString::fromLatin1(field.choices).split(u' ').contains(value))
            return QStringLiteral("must be one of: %1")
                .arg(QString::fromLatin1(field.choices).replace(u' ', QLatin1String(", ")));
        return {};
    case Type::Integer: {
        bool ok = false;
        const qint64 number = value.toLongLong(&ok);
        if (!ok || number < field.minimum || number > field.maximum)
            return QStringLiteral("must be a whole number from %1 to %2").arg(field.minimum).arg(field.maximum);
        return {};
    }
    case Type::Url:
        if (const auto checked = checkWebhookUrl(value, privateToo); !checked) {
            const auto &details = checked.error().details;
            return details.empty() ? checked.error().message : details.front().issue;
        }
        return {};
    case Type::Text:
    case Type::Note:
    case Type::Secret:
        if (value.size() > field.maximum)
            return QStringLiteral("must have at most %1 characters").arg(field.maximum);
        // A value goes into headers and forms of the other side.
        if (field.type != Type::Note && std::any_of(value.begin(), value.end(), [](QChar c) { return c < u' '; }))
            return QStringLiteral("must be one line");
        return {};
    }
    return {};
}

QString integrationStateText(IntegrationState state)
{
    switch (state) {
    case IntegrationState::Unknown:
        return QStringLiteral("unknown");
    case IntegrationState::Working:
        return QStringLiteral("working");
    case IntegrationState::Failing:
        return QStringLiteral("failing");
    }
    return {};
}

std::optional<IntegrationState> integrationStateFromText(QStringView text)
{
    for (const IntegrationState state :
         {IntegrationState::Unknown, IntegrationState::Working, IntegrationState::Failing}) {
        if (text == integrationStateText(state))
            return state;
    }
    return std::nullopt;
}

QString circuitText(IntegrationHealth::Circuit circuit)
{
    switch (circuit) {
    case IntegrationHealth::Circuit::Closed:
        return QStringLiteral("closed");
    case IntegrationHealth::Circuit::HalfOpen:
        return QStringLiteral("half_open");
    case IntegrationHealth::Circuit::Open:
        return QStringLiteral("open");
    }
    return {};
}

QString Integration::value(QStringView key) const
{
    const auto found = config.find(key.toString());
    if (found != config.end() && !found->second.isEmpty())
        return found->second;
    const IntegrationField *field = findIntegrationField(kind, key);
    return field ? QString::fromUtf8(field->fallback) : QString();
}

QStringList Integration::missing() const
{
    QStringList keys;
    for (const IntegrationField &field : integrationFields(kind)) {
        if (!field.required)
            continue;
        const QString key = QString::fromLatin1(field.key);
        const bool isThere =
            field.type == IntegrationField::Type::Secret ? secretsSet.contains(key) : !value(key).isEmpty();
        if (!isThere)
            keys.append(key);
    }
    return keys;
}

} // namespace oshaq
