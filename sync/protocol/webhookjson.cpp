// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/webhookjson.h"

#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/outputs.h"

namespace oshaq {

namespace {

constexpr int maxUrl = 2000;
constexpr int maxEvents = 50;
constexpr int maxEvent = 100;
constexpr int maxWebhookRows = 1'000'000;

Schema events()
{
    return Schema::array(Schema::string(maxEvent, 1), 0, maxEvents)
        .unique()
        .described(QStringLiteral("\"order.status\" or \"order.*\"; none: all that integrations may hear."));
}

void writeMembers(JsonWriter &json, const WebhookEndpoint &endpoint)
{
    json.key("webhook_id").value(endpoint.id);
    json.key("url").value(endpoint.url);
    json.key("events").beginArray();
    for (const QString &event : endpoint.events)
        json.value(event);
    json.endArray();
    json.key("active").value(endpoint.active);
    writeTimeOrNull(json, "failing_since", endpoint.failingSinceMs.value_or(0));
    writeTimeOrNull(json, "disabled_at", endpoint.disabledAtMs.value_or(0));
    writeTimeOrNull(json, "old_secret_until", endpoint.oldSecretUntilMs);
    json.key("created_at").value(isoUtc(endpoint.createdAtMs));
    json.key("version").value(endpoint.version);
}

std::vector<SchemaField> endpointFields()
{
    using namespace outputs;
    return {always("webhook_id", number()),
            always("url", text()),
            always("events", Schema::array(text(), 0, maxEvents)),
            always("active", Schema::boolean()),
            maybe("failing_since", Schema::dateTime()),
            maybe("disabled_at", Schema::dateTime()),
            maybe("old_secret_until", Schema::dateTime()),
            always("created_at", Schema::dateTime()),
            always("version", number())};
}

} // namespace

const Schema &newWebhookSchema()
{
    static const Schema schema = Schema::object({{QStringLiteral("url"), Schema::string(maxUrl, 1), Presence::Required},
                                                 {QStringLiteral("events"), events(), Presence::Optional},
                                                 {QStringLiteral("active"), Schema::boolean(), Presence::Optional}});
    return schema;
}

const Schema &webhookEditSchema()
{
    static const Schema schema = Schema::object({{QStringLiteral("url"), Schema::string(maxUrl, 1), Presence::Optional},
                                                 {QStringLiteral("events"), events(), Presence::Optional},
                                                 {QStringLiteral("active"), Schema::boolean(), Presence::Optional},
                                                 {QStringLiteral("version"), Schema::id(), Presence::Optional}});
    return schema;
}

Result<QStringList> readEventFilters(const JsonValue &body)
{
    QStringList filters;
    for (const JsonValue &item : body[u"events"].items()) {
        const QString filter = item.string().trimmed();
        if (!isEventFilter(filter)) {
            return Error{ErrorCode::ValidationFailed,
                         QStringLiteral("The request is wrong in one place."),
                         {{QStringLiteral("events[%1]").arg(filters.size()),
                           QStringLiteral("must be an event such as order.status, or order.*")}}};
        }
        filters.append(filter);
    }
    return filters;
}

void writeWebhook(JsonWriter &json, const WebhookEndpoint &endpoint)
{
    json.beginObject();
    writeMembers(json, endpoint);
    json.endObject();
}

void writeWebhookWithSecret(JsonWriter &json, const WebhookEndpoint &endpoint, const QString &secret)
{
    json.beginObject();
    writeMembers(json, endpoint);
    json.key("secret").value(secret);
    json.endObject();
}

void writeDelivery(JsonWriter &json, const WebhookDelivery &delivery)
{
    json.beginObject();
    json.key("delivery_id").value(delivery.id);
    json.key("webhook_id").value(delivery.webhookId);
    json.key("uuid").value(delivery.uuid);
    writeNumberOrNull(json, "seq", delivery.seq);
    json.key("event").value(delivery.event);
    json.key("state").value(deliveryStateText(delivery.state));
    json.key("attempts").value(delivery.attempts);
    writeTimeOrNull(json, "next_at", delivery.state == DeliveryState::Waiting ? delivery.nextAtMs : 0);
    writeTimeOrNull(json, "last_at", delivery.lastAtMs.value_or(0));
    json.key("status").value(delivery.lastStatus);
    json.key("latency_ms").value(delivery.latencyMs);
    writeTextOrNull(json, "error", delivery.error);
    json.key("created_at").value(isoUtc(delivery.createdAtMs));
    json.endObject();
}

Schema outputs::webhook()
{
    return Schema::object(endpointFields());
}

Schema outputs::webhookSecret()
{
    auto fields = endpointFields();
    fields.push_back(always("secret", text()));
    return Schema::object(std::move(fields));
}

Schema outputs::delivery()
{
    QStringList states;
    for (const DeliveryState state : {DeliveryState::Waiting, DeliveryState::Delivered, DeliveryState::Failed})
        states.append(deliveryStateText(state));
    return Schema::object({always("delivery_id", number()), always("webhook_id", number()),
                           always("uuid", Schema::uuid()), maybe("seq", number()), always("event", text()),
                           always("state", Schema::oneOf(states)), always("attempts", number()),
                           maybe("next_at", Schema::dateTime()), maybe("last_at", Schema::dateTime()),
                           always("status", number()), always("latency_ms", number()), maybe("error", text()),
                           always("created_at", Schema::dateTime())});
}

} // namespace oshaq
