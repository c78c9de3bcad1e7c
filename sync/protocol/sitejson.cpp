// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/sitejson.h"

#include "sync/protocol/fieldreader.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/officejson.h"
#include "sync/protocol/outputs.h"

namespace oshaq {

namespace {

template <typename T> Result<T> finish(T value, const ReadIssues &issues, const char *what)
{
    if (!issues.isEmpty())
        return issues.error(QLatin1String(what));
    return value;
}

std::optional<qint64> timeOrNone(const FieldReader &in, QStringView name)
{
    const qint64 ms = in.time(name);
    return ms == 0 ? std::nullopt : std::optional(ms);
}

SettingValue readValue(const FieldReader &in, const SettingRule &rule, const Currency &currency)
{
    const QString key = QString::fromLatin1(rule.key);
    const JsonValue &value = in[key];
    switch (rule.type) {
    case SettingRule::Type::Boolean:
        return in.boolean(key, rule.fallback != 0);
    case SettingRule::Type::Integer:
        return in.integer(key, rule.fallback);
    case SettingRule::Type::Money:
        return in.money(key, currency);
    case SettingRule::Type::Percent: {
        // No quantity, which is never 0.
        bool isWhole = false;
        const qint64 whole = value.integer(&isWhole);
        return isWhole ? whole * 1000 : in.quantity(key);
    }
    case SettingRule::Type::Text:
    case SettingRule::Type::TimeZone:
    case SettingRule::Type::Currency:
        break;
    }
    return in.text(key);
}

} // namespace

Result<SiteSettings> readSiteSettings(const JsonValue &data)
{
    ReadIssues issues;
    const FieldReader in(data, {}, issues);
    SiteSettings settings;
    settings.version = in.integer(u"version");
    settings.currency = in.requiredText(u"currency");
    const Result<Currency> currency = Currency::fromCode(settings.currency);
    if (!currency) {
        in.wrong(u"currency", QStringLiteral("is not a known currency"));
        return issues.error(QStringLiteral("the settings"));
    }
    const FieldReader values = in.object(u"settings");
    for (const SettingRule &rule : settingRules()) {
        const QString key = QString::fromLatin1(rule.key);
        // A hub of another version may not have all of them.
        if (values[key].isNull())
            continue;
        settings.values[key] = readValue(values, rule, *currency);
    }
    return finish(std::move(settings), issues, "the settings");
}

QByteArray settingsBody(const std::map<QString, SettingValue> &changes, qint64 version, const Currency &currency)
{
    JsonWriter json;
    json.beginObject();
    json.key("version").value(version);
    json.key("settings").beginObject();
    for (const auto &[key, value] : changes) {
        const SettingRule *rule = findSettingRule(key);
        if (!rule)
            continue;
        json.key(rule->key);
        writeSetting(json, *rule, value, currency);
    }
    json.endObject().endObject();
    return json.take();
}

Result<TerminalRecord> readTerminalRecord(const JsonValue &data)
{
    ReadIssues issues;
    const FieldReader in(data, {}, issues);
    TerminalRecord terminal;
    terminal.id = in.integer(u"terminal_id");
    terminal.name = in.requiredText(u"name");
    if (const auto role = roleFromText(in.requiredText(u"role")))
        terminal.role = *role;
    else
        in.wrong(u"role", QStringLiteral("is not a known role"));
    terminal.stationId = in.maybeInteger(u"station_id");
    terminal.letter = in.text(u"letter");
    terminal.version = in.integer(u"version", 1);
    return finish(std::move(terminal), issues, "a terminal");
}

QByteArray terminalBody(const TerminalRecord &terminal)
{
    JsonWriter json;
    json.beginObject();
    json.key("name").value(terminal.name);
    json.key("role").value(roleText(terminal.role));
    writeNumberOrNull(json, "station_id", terminal.stationId);
    json.key("version").value(terminal.version);
    json.endObject();
    return json.take();
}

QByteArray pairingBody(Role role, std::optional<qint64> stationId)
{
    JsonWriter json;
    json.beginObject();
    json.key("role").value(roleText(role));
    writeNumberOrNull(json, "station_id", stationId);
    json.endObject();
    return json.take();
}

Result<PairingCode> readPairingCode(const JsonValue &data)
{
    ReadIssues issues;
    const FieldReader in(data, {}, issues);
    PairingCode code;
    code.code = in.requiredText(u"code");
    code.expiresAtMs = in.time(u"expires_at");
    code.link = in.text(u"link");
    return finish(std::move(code), issues, "a pairing code");
}

QByteArray stationBody(const Station &station)
{
    JsonWriter json;
    json.beginObject();
    json.key("name").value(station.name);
    json.key("position").value(station.position);
    json.key("soon_seconds").value(station.soonSeconds);
    json.key("late_seconds").value(station.lateSeconds);
    if (station.id != 0)
        json.key("version").value(station.version);
    json.endObject();
    return json.take();
}

Result<DiningTable> readTable(const JsonValue &data)
{
    ReadIssues issues;
    const FieldReader in(data, {}, issues);
    DiningTable table;
    table.id = in.integer(u"table_id");
    table.name = in.requiredText(u"name");
    table.codeExpiresAtMs = in.time(u"code_expires_at");
    table.guests = in.integer(u"guests", 0);
    table.version = in.integer(u"version", 1);
    return finish(std::move(table), issues, "a table");
}

QByteArray tableBody(const DiningTable &table)
{
    JsonWriter json;
    json.beginObject();
    json.key("name").value(table.name);
    if (table.id != 0)
        json.key("version").value(table.version);
    json.endObject();
    return json.take();
}

Result<TableCode> readTableCode(const JsonValue &data)
{
    ReadIssues issues;
    const FieldReader in(data, {}, issues);
    TableCode code;
    code.tableId = in.integer(u"table_id");
    code.code = in.requiredText(u"code");
    code.expiresAtMs = in.time(u"expires_at");
    return finish(std::move(code), issues, "a table's code");
}

Result<ApiToken> readApiToken(const JsonValue &data)
{
    ReadIssues issues;
    const FieldReader in(data, {}, issues);
    ApiToken token;
    token.id = in.integer(u"token_id");
    token.name = in.requiredText(u"name");
    token.actsAsOwner = in.requiredText(u"kind") == u"business";
    token.createdAtMs = in.time(u"created_at");
    token.expiresAtMs = in.time(u"expires_at");
    token.live = in.boolean(u"active", true);
    return finish(std::move(token), issues, "a token");
}

QByteArray tokenBody(const QString &name, qint64 expiresAtMs)
{
    JsonWriter json;
    json.beginObject();
    json.key("name").value(name);
    json.key("kind").value(QStringLiteral("integration"));
    if (expiresAtMs != 0)
        json.key("expires_at").value(isoUtc(expiresAtMs));
    json.endObject();
    return json.take();
}

Result<WebhookEndpoint> readWebhook(const JsonValue &data)
{
    ReadIssues issues;
    const FieldReader in(data, {}, issues);
    WebhookEndpoint endpoint;
    endpoint.id = in.integer(u"webhook_id");
    endpoint.url = in.requiredText(u"url");
    for (const JsonValue &event : in.array(u"events"))
        endpoint.events.append(event.string());
    endpoint.active = in.boolean(u"active", true);
    endpoint.failingSinceMs = timeOrNone(in, u"failing_since");
    endpoint.disabledAtMs = timeOrNone(in, u"disabled_at");
    endpoint.oldSecretUntilMs = in.time(u"old_secret_until");
    endpoint.createdAtMs = in.time(u"created_at");
    endpoint.version = in.integer(u"version", 1);
    return finish(std::move(endpoint), issues, "a webhook");
}

QByteArray webhookBody(const WebhookEndpoint &endpoint)
{
    JsonWriter json;
    json.beginObject();
    json.key("url").value(endpoint.url);
    json.key("events").beginArray();
    for (const QString &event : endpoint.events)
        json.value(event);
    json.endArray();
    json.key("active").value(endpoint.active);
    if (endpoint.id != 0)
        json.key("version").value(endpoint.version);
    json.endObject();
    return json.take();
}

Result<WebhookDelivery> readDelivery(const JsonValue &data)
{
    ReadIssues issues;
    const FieldReader in(data, {}, issues);
    WebhookDelivery delivery;
    delivery.id = in.integer(u"delivery_id");
    delivery.webhookId = in.integer(u"webhook_id");
    delivery.uuid = in.text(u"uuid");
    delivery.seq = in.maybeInteger(u"seq");
    delivery.event = in.requiredText(u"event");
    const QString state = in.requiredText(u"state");
    bool known = false;
    for (const DeliveryState one : {DeliveryState::Waiting, DeliveryState::Delivered, DeliveryState::Failed}) {
        if (deliveryStateText(one) != state)
            continue;
        delivery.state = one;
        known = true;
    }
    if (!known)
        in.wrong(u"state", QStringLiteral("is not a known state"));
    delivery.attempts = in.small(u"attempts", 0);
    delivery.nextAtMs = in.time(u"next_at");
    delivery.lastAtMs = timeOrNone(in, u"last_at");
    delivery.lastStatus = in.small(u"status", 0);
    delivery.latencyMs = in.integer(u"latency_ms", 0);
    delivery.error = in.text(u"error");
    delivery.createdAtMs = in.time(u"created_at");
    return finish(std::move(delivery), issues, "a delivery");
}

Result<std::vector<FeatureFlag>> readFlags(const JsonValue &data)
{
    ReadIssues issues;
    const FieldReader in(data, {}, issues);
    auto flags = readEach<FeatureFlag>(in, u"flags", [](const FieldReader &one) {
        FeatureFlag flag;
        flag.name = one.requiredText(u"name");
        flag.enabled = one.boolean(u"enabled", false);
        flag.owner = one.text(u"owner");
        flag.description = one.text(u"description");
        flag.expiresAtMs = one.time(u"expires_at");
        flag.version = one.integer(u"version", 0);
        flag.updatedAtMs = one.time(u"updated_at");
        return flag;
    });
    return finish(std::move(flags), issues, "a list of flags");
}

QByteArray flagsBody(const std::vector<FeatureFlag> &flags)
{
    JsonWriter json;
    json.beginObject();
    json.key("flags").beginArray();
    for (const FeatureFlag &flag : flags) {
        json.beginObject();
        json.key("name").value(flag.name);
        json.key("enabled").value(flag.enabled);
        json.key("owner").value(flag.owner);
        json.key("description").value(flag.description);
        json.key("expires_at").value(isoUtc(flag.expiresAtMs));
        if (flag.version != 0)
            json.key("version").value(flag.version);
        json.endObject();
    }
    json.endArray().endObject();
    return json.take();
}

Result<SettingsChange> readSettingsChange(const JsonValue &data)
{
    ReadIssues issues;
    const FieldReader in(data, {}, issues);
    SettingsChange change;
    change.atMs = in.time(u"at");
    change.actor = in.text(u"actor");
    change.terminalName = in.text(u"terminal");
    const FieldReader payload = in.object(u"payload");
    for (const JsonValue &key : payload.array(u"keys"))
        change.keys.append(key.string());
    for (const auto &[key, value] : payload[u"values"].members())
        change.values[key] = value.string();
    return finish(std::move(change), issues, "a row of the journal");
}

Result<HubFacts> readHubFacts(const JsonValue &data)
{
    ReadIssues issues;
    const FieldReader in(data, {}, issues);
    HubFacts facts;
    facts.version = in.requiredText(u"version");
    for (const JsonValue &url : in.array(u"urls"))
        facts.urls.append(url.string());
    facts.startedAtMs = in.time(u"started_at");
    facts.onlyThisComputer = in.boolean(u"only_this_computer", false);
    facts.databaseBytes = in.integer(u"database_bytes", 0);
    return finish(std::move(facts), issues, "what a hub says of itself");
}

void writeHubFacts(JsonWriter &json, const HubFacts &facts)
{
    json.beginObject();
    json.key("version").value(facts.version);
    json.key("urls").beginArray();
    for (const QString &url : facts.urls)
        json.value(url);
    json.endArray();
    json.key("started_at").value(isoUtc(facts.startedAtMs));
    json.key("only_this_computer").value(facts.onlyThisComputer);
    json.key("database_bytes").value(facts.databaseBytes);
    json.endObject();
}

Schema outputs::hubFacts()
{
    return Schema::object({always("version", text()), always("urls", Schema::array(text(), 0, 100)),
                           always("started_at", Schema::dateTime()), always("only_this_computer", Schema::boolean()),
                           always("database_bytes", number())});
}

} // namespace oshaq
