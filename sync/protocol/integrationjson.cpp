// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/integrationjson.h"

#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/outputs.h"

#include <limits>

namespace oshaq {

namespace {

using outputs::always;
using outputs::maybe;
using outputs::number;
using outputs::text;

constexpr int maxFields = 40;
constexpr int maxValue = 20'000;

QStringList kinds()
{
    QStringList texts;
    for (const IntegrationKind kind : allIntegrationKinds)
        texts.append(integrationKindText(kind));
    return texts;
}

QStringList fieldTypes()
{
    using Type = IntegrationField::Type;
    QStringList texts;
    for (const Type type :
         {Type::Text, Type::Note, Type::Url, Type::Integer, Type::Boolean, Type::Choice, Type::Secret})
        texts.append(integrationFieldTypeText(type));
    return texts;
}

QStringList states()
{
    QStringList texts;
    for (const IntegrationState state :
         {IntegrationState::Unknown, IntegrationState::Working, IntegrationState::Failing})
        texts.append(integrationStateText(state));
    return texts;
}

QStringList circuits()
{
    using Circuit = IntegrationHealth::Circuit;
    return {circuitText(Circuit::Closed), circuitText(Circuit::HalfOpen), circuitText(Circuit::Open)};
}

SchemaField optional(const char *name, Schema schema)
{
    return {QString::fromLatin1(name), std::move(schema), Presence::Optional};
}

void writeField(JsonWriter &json, const Integration &integration, const IntegrationField &field)
{
    const QString key = QString::fromLatin1(field.key);
    const bool isSecret = field.type == IntegrationField::Type::Secret;
    const auto filled = integration.config.find(key);
    const bool isSet = isSecret ? integration.secretsSet.contains(key) : filled != integration.config.end();
    json.beginObject();
    json.key("key").value(key);
    json.key("type").value(integrationFieldTypeText(field.type));
    json.key("required").value(field.required);
    json.key("is_set").value(isSet);
    if (!isSecret) {
        writeTextOrNull(json, "value", isSet ? filled->second : QString());
        writeTextOrNull(json, "fallback", QString::fromUtf8(field.fallback));
    }
    if (field.type == IntegrationField::Type::Choice) {
        json.key("choices").beginArray();
        for (const QString &choice : QString::fromLatin1(field.choices).split(u' '))
            json.value(choice);
        json.endArray();
    }
    json.key("description").value(QString::fromUtf8(field.description));
    json.endObject();
}

void writeHealth(JsonWriter &json, const IntegrationHealth &health)
{
    json.beginObject();
    json.key("circuit").value(circuitText(health.circuit));
    json.key("in_flight").value(health.inFlight);
    json.key("in_flight_limit").value(health.maxInFlight);
    json.key("requests").value(health.requests);
    json.key("failures").value(health.failures);
    json.key("held_back").value(health.heldBack);
    writeTimeOrNull(json, "retry_at", health.retryAtMs);
    writeTextOrNull(json, "last_error", health.lastError);
    writeTimeOrNull(json, "last_error_at", health.lastErrorAtMs);
    writeTimeOrNull(json, "last_success_at", health.lastSuccessAtMs);
    json.endObject();
}

} // namespace

const Schema &integrationEditSchema()
{
    static const Schema values = Schema::map(Schema::note(maxValue).nullable(), maxFields);
    static const Schema schema = Schema::object(
        {optional("enabled", Schema::boolean()),
         optional("config", Schema(values).described(QStringLiteral("Fields by name; null or empty: the fallback."))),
         optional("secrets", Schema(values).described(QStringLiteral("Likewise; null or empty: forgotten."))),
         optional("version", Schema::integer(0, std::numeric_limits<int>::max()))});
    return schema;
}

const Schema &integrationTestSchema()
{
    static const Schema schema =
        Schema::object({optional("to", Schema::string(200).described(QStringLiteral(
                                           "Of messages: whom the test goes to, as the kind has it.")))});
    return schema;
}

std::map<QString, QString> readIntegrationValues(const JsonValue &values)
{
    std::map<QString, QString> read;
    for (const auto &[key, value] : values.members())
        read[key] = value.isString() ? cleanText(value.string()) : QString();
    return read;
}

void writeIntegration(JsonWriter &json, const Integration &integration, const std::optional<IntegrationHealth> &health)
{
    json.beginObject();
    json.key("kind").value(integrationKindText(integration.kind));
    json.key("enabled").value(integration.enabled);
    json.key("version").value(integration.version);
    json.key("fields").beginArray();
    for (const IntegrationField &field : integrationFields(integration.kind))
        writeField(json, integration, field);
    json.endArray();
    writeTextOrNull(json, "secrets_problem", integration.secretsProblem);
    json.key("state").value(integrationStateText(integration.state));
    writeTextOrNull(json, "state_reason", integration.stateReason);
    writeTimeOrNull(json, "state_at", integration.stateAtMs);
    json.key("health");
    if (health)
        writeHealth(json, *health);
    else
        json.null();
    writeTimeOrNull(json, "updated_at", integration.updatedAtMs);
    json.endObject();
}

Schema outputs::integration()
{
    const Schema field = Schema::object(
        {always("key", text()), always("type", Schema::oneOf(fieldTypes())), always("required", Schema::boolean()),
         always("is_set", Schema::boolean()), maybe("value", text()), maybe("fallback", text()),
         maybe("choices", Schema::array(text(), 0, 20)), always("description", text())});
    const Schema health = Schema::object(
        {always("circuit", Schema::oneOf(circuits())), always("in_flight", number()),
         always("in_flight_limit", number()), always("requests", number()), always("failures", number()),
         always("held_back", number()), maybe("retry_at", Schema::dateTime()), maybe("last_error", text()),
         maybe("last_error_at", Schema::dateTime()), maybe("last_success_at", Schema::dateTime())});
    return Schema::object({always("kind", Schema::oneOf(kinds())), always("enabled", Schema::boolean()),
                           always("version", number()), always("fields", Schema::array(field, 0, maxFields)),
                           maybe("secrets_problem", text()), always("state", Schema::oneOf(states())),
                           maybe("state_reason", text()), maybe("state_at", Schema::dateTime()),
                           maybe("health", health), maybe("updated_at", Schema::dateTime())});
}

Schema outputs::integrationTrial()
{
    return Schema::object({always("ok", Schema::boolean()), always("message", text())});
}

} // namespace oshaq
