// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/noticejson.h"

#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/outputs.h"

namespace oshaq {

namespace {

constexpr int maxName = 100;
constexpr int maxAddress = 254;
constexpr int maxBody = 4000;
constexpr int maxSubject = 200;
constexpr int maxEndpoint = 2000;
constexpr int maxKey = 200;
constexpr int lastMinute = 24 * 60 - 1;
constexpr int maxRows = 1'000;

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

template <typename Values, typename ToText> QStringList textsOf(const Values &values, ToText toText)
{
    QStringList texts;
    for (const auto value : values)
        texts.append(toText(value));
    return texts;
}

QStringList eventTexts()
{
    return textsOf(allNoticeEvents, noticeEventText);
}

QStringList channelTexts()
{
    return textsOf(allNoticeChannels, noticeChannelText);
}

Schema quietSchema()
{
    return Schema::object({{key("from"), Schema::integer(0, lastMinute), Presence::Required},
                           {key("to"), Schema::integer(0, lastMinute), Presence::Required}})
        .described(QStringLiteral("Minutes after midnight by the restaurant's clock; equal: none."));
}

Schema languageSchema(bool mayBeEmpty)
{
    QStringList languages = noticeLanguages();
    if (mayBeEmpty)
        languages.append(QString());
    return Schema::oneOf(languages);
}

QuietHours readQuiet(const JsonValue &value)
{
    if (!value.isObject())
        return {};
    return {int(value[u"from"].integer()), int(value[u"to"].integer())};
}

void writeQuiet(JsonWriter &json, const char *name, const QuietHours &hours)
{
    json.key(name).beginObject();
    json.key("from").value(hours.fromMinutes);
    json.key("to").value(hours.toMinutes);
    json.endObject();
}

Schema quietOutput()
{
    return Schema::object({outputs::always("from", outputs::number()), outputs::always("to", outputs::number())});
}

QByteArray fromBase64Url(const QString &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::Base64UrlEncoding |
                                                                             QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? *decoded : QByteArray();
}

} // namespace

const Schema &noticeRulesSchema()
{
    static const Schema schema = Schema::object(
        {{key("language"), languageSchema(false), Presence::Required},
         {key("guest_quiet"), quietSchema(), Presence::Required},
         {key("staff_quiet"), quietSchema(), Presence::Required},
         {key("late_minutes"), Schema::integer(0, 24 * 60), Presence::Required},
         {key("events"),
          Schema::array(Schema::object({{key("event"), Schema::oneOf(eventTexts()), Presence::Required},
                                        {key("channels"), Schema::map(Schema::boolean(), int(allNoticeChannels.size())),
                                         Presence::Required}}),
                        0, int(allNoticeEvents.size())),
          Presence::Optional},
         {key("version"), Schema::integer(0, 1'000'000'000), Presence::Optional}});
    return schema;
}

const Schema &noticeTemplateSchema()
{
    static const Schema schema = Schema::object({{key("event"), Schema::oneOf(eventTexts()), Presence::Required},
                                                 {key("channel"), Schema::oneOf(channelTexts()), Presence::Required},
                                                 {key("language"), languageSchema(false), Presence::Required},
                                                 {key("subject"), Schema::string(maxSubject), Presence::Optional},
                                                 {key("body"), Schema::note(maxBody), Presence::Required}});
    return schema;
}

const Schema &noticeRecipientSchema()
{
    static const Schema schema = Schema::object(
        {{key("name"), Schema::string(maxName, 1), Presence::Required},
         {key("channel"), Schema::oneOf({key("email"), key("sms"), key("telegram")}), Presence::Required},
         {key("address"), Schema::string(maxAddress, 1), Presence::Required},
         {key("language"), languageSchema(true), Presence::Optional},
         {key("events"), Schema::array(Schema::oneOf(eventTexts()), 0, int(allNoticeEvents.size())).unique(),
          Presence::Optional}});
    return schema;
}

const Schema &noticeWishesSchema()
{
    static const Schema schema = Schema::object(
        {{key("language"), languageSchema(true), Presence::Optional},
         {key("muted"), Schema::array(Schema::oneOf(channelTexts()), 0, int(allNoticeChannels.size())).unique(),
          Presence::Optional},
         {key("quiet"), quietSchema(), Presence::Optional}});
    return schema;
}

const Schema &pushSubscriptionSchema()
{
    static const Schema schema =
        Schema::object({{key("endpoint"), Schema::string(maxEndpoint, 1), Presence::Required},
                        {key("keys"),
                         Schema::object({{key("p256dh"), Schema::string(maxKey, 1), Presence::Required},
                                         {key("auth"), Schema::string(maxKey, 1), Presence::Required}}),
                         Presence::Required},
                        {key("language"), languageSchema(true), Presence::Optional}});
    return schema;
}

const Schema &pushEndpointSchema()
{
    static const Schema schema =
        Schema::object({{key("endpoint"), Schema::string(maxEndpoint, 1), Presence::Required}});
    return schema;
}

NoticeRules readNoticeRules(const JsonValue &body)
{
    NoticeRules rules;
    rules.language = body[u"language"].string();
    rules.guestQuiet = readQuiet(body[u"guest_quiet"]);
    rules.staffQuiet = readQuiet(body[u"staff_quiet"]);
    rules.lateMinutes = int(body[u"late_minutes"].integer());
    for (const JsonValue &entry : body[u"events"].items()) {
        const auto event = noticeEventFromText(entry[u"event"].string());
        for (const auto &[name, enabled] : entry[u"channels"].members()) {
            const auto channel = noticeChannelFromText(name);
            if (event && channel)
                rules.set[{*event, *channel}] = enabled.boolean();
        }
    }
    return rules;
}

NoticeTemplate readNoticeTemplate(const JsonValue &body)
{
    NoticeTemplate one;
    one.event = noticeEventFromText(body[u"event"].string()).value_or(NoticeEvent::OrderReady);
    one.channel = noticeChannelFromText(body[u"channel"].string()).value_or(NoticeChannel::Email);
    one.language = body[u"language"].string();
    one.text = {body[u"subject"].string(), body[u"body"].string()};
    return one;
}

NoticeRecipient readNoticeRecipient(const JsonValue &body)
{
    NoticeRecipient recipient;
    recipient.name = body[u"name"].string();
    recipient.channel = noticeChannelFromText(body[u"channel"].string()).value_or(NoticeChannel::Email);
    recipient.address = body[u"address"].string();
    recipient.language = body[u"language"].string();
    for (const JsonValue &item : body[u"events"].items()) {
        if (const auto event = noticeEventFromText(item.string()))
            recipient.events.push_back(*event);
    }
    return recipient;
}

GuestNoticeWishes readNoticeWishes(const JsonValue &body)
{
    GuestNoticeWishes wishes;
    wishes.language = body[u"language"].string();
    for (const JsonValue &item : body[u"muted"].items()) {
        if (const auto channel = noticeChannelFromText(item.string()))
            wishes.muted.push_back(*channel);
    }
    wishes.quiet = readQuiet(body[u"quiet"]);
    return wishes;
}

PushSubscription readPushSubscription(const JsonValue &body)
{
    PushSubscription subscription;
    subscription.endpoint = body[u"endpoint"].string();
    subscription.p256dh = fromBase64Url(body[u"keys"][u"p256dh"].string());
    subscription.auth = fromBase64Url(body[u"keys"][u"auth"].string());
    subscription.language = body[u"language"].string();
    return subscription;
}

void writeNoticeRules(JsonWriter &json, const NoticeRules &rules, const QStringList &integrationsOn)
{
    json.beginObject();
    json.key("language").value(rules.language);
    writeQuiet(json, "guest_quiet", rules.guestQuiet);
    writeQuiet(json, "staff_quiet", rules.staffQuiet);
    json.key("late_minutes").value(rules.lateMinutes);
    json.key("channels_on").beginArray();
    for (const NoticeChannel channel : allNoticeChannels) {
        const QString integration = integrationOf(channel);
        if (integrationsOn.contains(integration))
            json.value(noticeChannelText(channel));
    }
    json.endArray();
    json.key("events").beginArray();
    for (const NoticeEvent event : allNoticeEvents) {
        json.beginObject();
        json.key("event").value(noticeEventText(event));
        json.key("audience").value(noticeAudienceText(audienceOf(event)));
        json.key("channels").beginObject();
        for (const NoticeChannel channel : allNoticeChannels) {
            if (reaches(channel, audienceOf(event)))
                json.key(noticeChannelText(channel).toLatin1()).value(rules.isOn(event, channel));
        }
        json.endObject();
        json.key("placeholders").beginArray();
        for (const QString &name : noticePlaceholders(event))
            json.value(name);
        json.endArray();
        json.endObject();
    }
    json.endArray();
    json.key("version").value(rules.version);
    json.endObject();
}

void writeNoticeTemplate(JsonWriter &json, const NoticeTemplate &one)
{
    json.beginObject();
    json.key("event").value(noticeEventText(one.event));
    json.key("channel").value(noticeChannelText(one.channel));
    json.key("language").value(one.language);
    json.key("subject").value(one.text.subject);
    json.key("body").value(one.text.body);
    json.key("is_own").value(one.isOwn);
    json.endObject();
}

void writeNoticeRecipient(JsonWriter &json, const NoticeRecipient &recipient)
{
    json.beginObject();
    json.key("recipient_id").value(recipient.id);
    json.key("name").value(recipient.name);
    json.key("channel").value(noticeChannelText(recipient.channel));
    json.key("address").value(recipient.address);
    json.key("language").value(recipient.language);
    json.key("events").beginArray();
    for (const NoticeEvent event : recipient.events)
        json.value(noticeEventText(event));
    json.endArray();
    json.endObject();
}

void writeNoticeWishes(JsonWriter &json, const GuestNoticeWishes &wishes, const QString &pushKey)
{
    json.beginObject();
    json.key("language").value(wishes.language);
    json.key("muted").beginArray();
    for (const NoticeChannel channel : wishes.muted)
        json.value(noticeChannelText(channel));
    json.endArray();
    writeQuiet(json, "quiet", wishes.quiet);
    writeTextOrNull(json, "push_key", pushKey);
    json.endObject();
}

void writeNotice(JsonWriter &json, const Notice &notice)
{
    json.beginObject();
    json.key("notification_id").value(notice.id);
    json.key("uuid").value(notice.uuid);
    json.key("event").value(noticeEventText(notice.event));
    json.key("audience").value(noticeAudienceText(audienceOf(notice.event)));
    json.key("channel").value(noticeChannelText(notice.channel));
    writeTextOrNull(json, "to", notice.hint);
    writeNumberOrNull(json, "order_id", notice.orderId);
    writeTextOrNull(json, "number", notice.orderNumber);
    json.key("language").value(notice.language);
    json.key("state").value(noticeStateText(notice.state));
    json.key("attempts").value(notice.attempts);
    writeTimeOrNull(json, "next_at", notice.state == NoticeState::Waiting ? notice.nextAtMs : 0);
    writeTimeOrNull(json, "last_at", notice.lastAtMs.value_or(0));
    json.key("latency_ms").value(notice.latencyMs);
    writeTextOrNull(json, "error", notice.error);
    json.key("created_at").value(isoUtc(notice.createdAtMs));
    json.endObject();
}

QByteArray noticeMessage(const QString &uuid, NoticeEvent event, std::optional<qint64> orderId, const QString &language,
                         const NoticeText &text, qint64 atMs)
{
    JsonWriter json;
    json.beginObject();
    json.key("type").value(QStringLiteral("notice"));
    json.key("id").value(uuid);
    json.key("event").value(noticeEventText(event));
    writeNumberOrNull(json, "order_id", orderId);
    json.key("language").value(language);
    json.key("title").value(text.subject);
    json.key("text").value(text.body);
    json.key("at").value(isoUtc(atMs));
    json.endObject();
    return json.take();
}

Schema outputs::noticeRules()
{
    return Schema::object(
        {always("language", text()), always("guest_quiet", quietOutput()), always("staff_quiet", quietOutput()),
         always("late_minutes", number()), always("channels_on", Schema::array(text(), 0, maxRows)),
         always("events", Schema::array(Schema::object({always("event", text()), always("audience", text()),
                                                        always("channels", Schema::map(Schema::boolean(), maxRows)),
                                                        always("placeholders", Schema::array(text(), 0, maxRows))}),
                                        0, maxRows)),
         always("version", number())});
}

Schema outputs::noticeTemplate()
{
    return Schema::object({always("event", text()), always("channel", text()), always("language", text()),
                           always("subject", text()), always("body", text()), always("is_own", Schema::boolean())});
}

Schema outputs::noticeRecipient()
{
    return Schema::object({always("recipient_id", number()), always("name", text()), always("channel", text()),
                           always("address", text()), always("language", text()),
                           always("events", Schema::array(text(), 0, maxRows))});
}

Schema outputs::noticeWishes()
{
    return Schema::object({always("language", text()), always("muted", Schema::array(text(), 0, maxRows)),
                           always("quiet", quietOutput()), maybe("push_key", text())});
}

Schema outputs::notice()
{
    return Schema::object({always("notification_id", number()), always("uuid", Schema::uuid()), always("event", text()),
                           always("audience", text()), always("channel", text()), maybe("to", text()),
                           maybe("order_id", number()), maybe("number", text()), always("language", text()),
                           always("state", Schema::oneOf(textsOf(allNoticeStates, noticeStateText))),
                           always("attempts", number()), maybe("next_at", Schema::dateTime()),
                           maybe("last_at", Schema::dateTime()), always("latency_ms", number()), maybe("error", text()),
                           always("created_at", Schema::dateTime())});
}

} // namespace oshaq
