// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/messagesclient.h"

#include "models/domain/timetext.h"
#include "sync/protocol/json.h"

#include <algorithm>

namespace oshaq {

namespace {

const QByteArray channelsPath = QByteArrayLiteral("/api/v1/admin/integrations");
const QByteArray logPath = QByteArrayLiteral("/api/v1/admin/notifications");
/// A test waits for a server that may be slow to say no.
constexpr int testTimeoutMs = 50'000;

Error unreadable(const char *what)
{
    return {ErrorCode::ValidationFailed, QStringLiteral("%1 cannot be read.").arg(QLatin1String(what)), {}};
}

qint64 timeIn(const JsonValue &value)
{
    return value.isString() ? fromIso(value.string()).value_or(0) : 0;
}

Result<Integration> channelIn(const JsonValue &data)
{
    const auto kind = integrationKindFromText(data[u"kind"].string());
    const auto state = integrationStateFromText(data[u"state"].string());
    if (!kind || !state || !data[u"fields"].isArray())
        return unreadable("An integration");
    Integration one;
    one.kind = *kind;
    one.enabled = data[u"enabled"].boolean();
    one.version = data[u"version"].integer();
    for (const JsonValue &field : data[u"fields"].items()) {
        const QString key = field[u"key"].string();
        if (field[u"is_set"].isBool() && field[u"is_set"].boolean() && field[u"type"].string() == u"secret")
            one.secretsSet.append(key);
        else if (field[u"value"].isString())
            one.config[key] = field[u"value"].string();
    }
    one.secretsProblem = data[u"secrets_problem"].string();
    one.state = *state;
    one.stateReason = data[u"state_reason"].string();
    one.stateAtMs = timeIn(data[u"state_at"]);
    one.updatedAtMs = timeIn(data[u"updated_at"]);
    return one;
}

/// Those that carry messages; others are set up elsewhere.
Result<std::vector<Integration>> channelsIn(const Answer &answer)
{
    if (!answer.data.isArray())
        return unreadable("The list of integrations");
    std::vector<Integration> channels;
    for (const JsonValue &row : answer.data.items()) {
        // Of a newer hub.
        if (!integrationKindFromText(row[u"kind"].string()))
            continue;
        auto one = channelIn(row);
        if (!one)
            return one.error();
        channels.push_back(std::move(*one));
    }
    return channels;
}

Result<Notice> noticeIn(const JsonValue &data)
{
    const auto event = noticeEventFromText(data[u"event"].string());
    const auto channel = noticeChannelFromText(data[u"channel"].string());
    const auto state = noticeStateFromText(data[u"state"].string());
    bool isNumber = false;
    Notice one;
    one.id = data[u"notification_id"].integer(&isNumber);
    if (!event || !channel || !state || !isNumber)
        return unreadable("A message");
    one.uuid = data[u"uuid"].string();
    one.event = *event;
    one.channel = *channel;
    one.hint = data[u"to"].string();
    if (data[u"order_id"].isNumber())
        one.orderId = data[u"order_id"].integer();
    one.orderNumber = data[u"number"].string();
    one.language = data[u"language"].string();
    one.state = *state;
    one.attempts = int(data[u"attempts"].integer());
    one.nextAtMs = timeIn(data[u"next_at"]);
    if (const qint64 lastAtMs = timeIn(data[u"last_at"]); lastAtMs != 0)
        one.lastAtMs = lastAtMs;
    one.latencyMs = data[u"latency_ms"].integer();
    one.error = data[u"error"].string();
    one.createdAtMs = timeIn(data[u"created_at"]);
    return one;
}

Result<std::vector<Notice>> logIn(const Answer &answer)
{
    if (!answer.data.isArray())
        return unreadable("The list of messages");
    std::vector<Notice> notices;
    for (const JsonValue &row : answer.data.items()) {
        auto one = noticeIn(row);
        if (!one)
            return one.error();
        notices.push_back(std::move(*one));
    }
    return notices;
}

void writeValues(JsonWriter &json, const char *name, const std::map<QString, QString> &values)
{
    json.key(name).beginObject();
    for (const auto &[key, value] : values)
        json.key(key.toUtf8()).value(value);
    json.endObject();
}

QByteArray editBody(const ChannelEdit &edit, qint64 version)
{
    JsonWriter json;
    json.beginObject();
    if (edit.enabled)
        json.key("enabled").value(*edit.enabled);
    if (!edit.config.empty())
        writeValues(json, "config", edit.config);
    if (!edit.secrets.empty())
        writeValues(json, "secrets", edit.secrets);
    json.key("version").value(version);
    json.endObject();
    return json.take();
}

QByteArray channelPath(IntegrationKind kind)
{
    return channelsPath + '/' + integrationKindText(kind).toLatin1();
}

} // namespace

MessagesClient::MessagesClient(const HubEndpoint &endpoint, HttpTransport &transport, QObject *parent)
    : MessagesPort(parent)
    , m_calls(endpoint, transport)
{}

PortCall MessagesClient::channels(PortDone<std::vector<Integration>> done)
{
    return m_calls.ask<std::vector<Integration>>({"GET", channelsPath}, channelsIn, std::move(done));
}

PortCall MessagesClient::saveChannel(IntegrationKind kind, const ChannelEdit &edit, qint64 version,
                                     PortDone<Integration> done)
{
    return m_calls.ask<Integration>(
        {"PUT", channelPath(kind), editBody(edit, version)},
        [](const Answer &answer) { return channelIn(answer.data); }, std::move(done));
}

PortCall MessagesClient::testChannel(const QString &key, IntegrationKind kind, const QString &to,
                                     PortDone<ChannelTrial> done)
{
    JsonWriter json;
    json.beginObject();
    if (!to.isEmpty())
        json.key("to").value(to);
    json.endObject();
    HubCalls::Request request{"POST", channelPath(kind) + "/test", json.take(), key};
    request.timeoutMs = testTimeoutMs;
    return m_calls.ask<ChannelTrial>(
        request,
        [](const Answer &answer) -> Result<ChannelTrial> {
            if (!answer.data[u"ok"].isBool())
                return unreadable("What came of the test");
            return ChannelTrial{answer.data[u"ok"].boolean(), answer.data[u"message"].string()};
        },
        std::move(done));
}

PortCall MessagesClient::log(std::optional<NoticeState> state, PortDone<std::vector<Notice>> done)
{
    const QByteArray only = state ? "&state=" + noticeStateText(*state).toLatin1() : QByteArray();
    return m_calls.ask<std::vector<Notice>>({"GET", logPath + "?limit=50" + only}, logIn, std::move(done));
}

PortCall MessagesClient::sendAgain(const QString &key, qint64 noticeId, PortDone<Notice> done)
{
    return m_calls.ask<Notice>(
        {"POST", logPath + '/' + QByteArray::number(noticeId) + "/retry", "{}", key},
        [](const Answer &answer) { return noticeIn(answer.data); }, std::move(done));
}

void MessagesClient::cancel(PortCall call)
{
    m_calls.cancel(call);
}

void MessagesClient::giveUp()
{
    m_calls.giveUp();
}

} // namespace oshaq
