// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/noticeroutes.h"

#include "models/domain/webhook.h"
#include "models/hub/integrationservice.h"
#include "models/hub/noticeservice.h"
#include "sync/protocol/noticejson.h"
#include "sync/protocol/outputs.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/ifmatch.h"
#include "sync/server/routebuilder.h"

namespace oshaq::routes {

namespace {

constexpr int defaultPage = 50;
/// Of what a browser gives: a point of P-256 and a secret.
constexpr qsizetype pointBytes = 65;
constexpr qsizetype authBytes = 16;

Error wrong(const char *field, const QString &issue)
{
    return {ErrorCode::ValidationFailed,
            QStringLiteral("The request is wrong in one place."),
            {{QString::fromLatin1(field), issue}}};
}

Result<void> renderRules(ApiThread &thread, Exchange &exchange, const QString &message)
{
    auto database = thread.reader();
    if (!database)
        return database.error();
    const auto rules = noticestore::rules(**database, exchange.principal->businessId);
    if (!rules)
        return rules.error();
    const auto on = noticestore::integrationsOn(**database, exchange.principal->businessId);
    if (!on)
        return on.error();
    JsonWriter json;
    writeNoticeRules(json, *rules, *on);
    exchange.addHeader("ETag", '"' + QByteArray::number(rules->version) + '"');
    apijson::succeed(exchange, 200, json.take(), message);
    return {};
}

Flow getRules(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto rendered = renderRules(thread, *exchange, QStringLiteral("OK"));
    return rendered ? Flow::Answer : refuse(*exchange, rendered.error());
}

Flow putRules(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto version = requiredVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    return thread.submit(
        exchange,
        [rules = readNoticeRules(exchange->body), seen = *version](WriteContext &context) {
            return noticewrites::putRules(context, rules, seen);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &) {
            return renderRules(owner, done, QStringLiteral("Rules of messages updated"));
        });
}

Flow listTemplates(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto templates = noticereads::templates(**database, exchange->principal->businessId);
    if (!templates)
        return refuse(*exchange, templates.error());
    JsonWriter json;
    json.beginArray();
    for (const NoticeTemplate &one : *templates)
        writeNoticeTemplate(json, one);
    json.endArray();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"), R"({"next_cursor":null})");
    return Flow::Answer;
}

Flow putTemplate(ApiThread &thread, const ExchangePtr &exchange)
{
    const NoticeTemplate wanted = readNoticeTemplate(exchange->body);
    return thread.submit(
        exchange, [wanted](WriteContext &context) { return noticewrites::putTemplate(context, wanted); },
        [wanted](ApiThread &owner, Exchange &done, const WriteOutcome &) -> Result<void> {
            auto database = owner.reader();
            if (!database)
                return database.error();
            const auto own = noticestore::templateOf(**database, done.principal->businessId, wanted.event,
                                                     wanted.channel, wanted.language);
            if (!own)
                return own.error();
            NoticeTemplate now = wanted;
            now.isOwn = own->has_value();
            now.text = own->value_or(defaultNoticeText(wanted.event, wanted.channel, wanted.language));
            JsonWriter json;
            writeNoticeTemplate(json, now);
            apijson::succeed(done, 200, json.take(), QStringLiteral("Message updated"));
            return {};
        });
}

Flow listRecipients(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto recipients = noticestore::recipients(**database, exchange->principal->businessId);
    if (!recipients)
        return refuse(*exchange, recipients.error());
    JsonWriter json;
    json.beginArray();
    for (const NoticeRecipient &one : *recipients)
        writeNoticeRecipient(json, one);
    json.endArray();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"), R"({"next_cursor":null})");
    return Flow::Answer;
}

Flow saveRecipient(ApiThread &thread, const ExchangePtr &exchange, qint64 id)
{
    NoticeRecipient recipient = readNoticeRecipient(exchange->body);
    recipient.id = id;
    return thread.submit(
        exchange, [recipient](WriteContext &context) { return noticewrites::saveRecipient(context, recipient); },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            auto database = owner.reader();
            if (!database)
                return database.error();
            const auto all = noticestore::recipients(**database, done.principal->businessId);
            if (!all)
                return all.error();
            if (all->empty())
                return Error{ErrorCode::NotFound, QStringLiteral("There is no such recipient."), {}};
            // A replayed key does not know which one it made: the newest is closest.
            const NoticeRecipient *made = &all->back();
            for (const NoticeRecipient &one : *all) {
                if (!outcome.values.empty() && one.id == outcome.values.front())
                    made = &one;
            }
            JsonWriter json;
            writeNoticeRecipient(json, *made);
            apijson::succeed(done, outcome.code, json.take(), QStringLiteral("Recipient saved"));
            return {};
        });
}

Flow addRecipient(ApiThread &thread, const ExchangePtr &exchange)
{
    return saveRecipient(thread, exchange, 0);
}

Flow editRecipient(ApiThread &thread, const ExchangePtr &exchange)
{
    return saveRecipient(thread, exchange, exchange->rowId());
}

Result<void> answerNothing(Exchange &exchange, const QString &message)
{
    apijson::succeed(exchange, 200, "{}", message);
    return {};
}

Flow removeRecipient(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange,
        [id = exchange->rowId()](WriteContext &context) { return noticewrites::removeRecipient(context, id); },
        [](ApiThread &, Exchange &done, const WriteOutcome &) {
            return answerNothing(done, QStringLiteral("Recipient removed"));
        });
}

Flow listLog(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const QString limit = queryValue(exchange->query, u"limit");
    const auto page = noticereads::log(
        **database, exchange->principal->businessId, noticeStateFromText(queryValue(exchange->query, u"state")),
        queryValue(exchange->query, u"cursor"), limit.isNull() ? defaultPage : limit.toInt());
    if (!page)
        return refuse(*exchange, page.error());
    JsonWriter json;
    json.beginArray();
    for (const Notice &one : page->notices)
        writeNotice(json, one);
    json.endArray();
    JsonWriter meta;
    meta.beginObject().key("next_cursor");
    page->nextCursor.isEmpty() ? meta.null() : meta.value(page->nextCursor);
    meta.endObject();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"), meta.take());
    return Flow::Answer;
}

Flow retryNotice(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange, [id = exchange->rowId()](WriteContext &context) { return noticewrites::retry(context, id); },
        [id = exchange->rowId()](ApiThread &owner, Exchange &done, const WriteOutcome &) -> Result<void> {
            auto database = owner.reader();
            if (!database)
                return database.error();
            const auto notice = noticestore::find(**database, done.principal->businessId, id);
            if (!notice)
                return notice.error();
            JsonWriter json;
            writeNotice(json, *notice);
            apijson::succeed(done, 200, json.take(), QStringLiteral("It is on its way"));
            return {};
        });
}

Result<void> renderWishes(ApiThread &thread, Exchange &exchange, const QString &message)
{
    auto database = thread.reader();
    if (!database)
        return database.error();
    const Principal &guest = *exchange.principal;
    const auto wishes = noticestore::wishes(**database, guest.id);
    if (!wishes)
        return wishes.error();
    const auto push =
        integrationreads::one(**database, thread.hub().secrets(), guest.businessId, IntegrationKind::WebPush);
    if (!push)
        return push.error();
    JsonWriter json;
    writeNoticeWishes(json, *wishes, push->enabled ? push->value(u"public_key") : QString());
    apijson::succeed(exchange, 200, json.take(), message);
    return {};
}

Flow getWishes(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto rendered = renderWishes(thread, *exchange, QStringLiteral("OK"));
    return rendered ? Flow::Answer : refuse(*exchange, rendered.error());
}

Flow putWishes(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange,
        [wishes = readNoticeWishes(exchange->body)](WriteContext &context) {
            return noticewrites::putWishes(context, wishes);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &) {
            return renderWishes(owner, done, QStringLiteral("Wishes kept"));
        });
}

Flow subscribe(ApiThread &thread, const ExchangePtr &exchange)
{
    const Principal::Kind kind = exchange->principal->kind;
    if (kind != Principal::Kind::Guest && kind != Principal::Kind::Staff) {
        return refuse(
            *exchange,
            Error{ErrorCode::Forbidden, QStringLiteral("A browser is told for a person: sign in as one."), {}});
    }
    const PushSubscription wanted = readPushSubscription(exchange->body);
    // Whatever a guest names the hub would call: only what the world can reach, as for webhooks.
    if (const auto fits = checkWebhookUrl(wanted.endpoint, thread.shared().options.privateWebhooks); !fits) {
        const auto &details = fits.error().details;
        return refuse(*exchange, wrong("endpoint", details.empty() ? fits.error().message : details.front().issue));
    }
    if (wanted.p256dh.size() != pointBytes || wanted.p256dh.at(0) != '\x04')
        return refuse(*exchange, wrong("keys.p256dh", QStringLiteral("must be a point of P-256 in base64url")));
    if (wanted.auth.size() != authBytes)
        return refuse(*exchange, wrong("keys.auth", QStringLiteral("must be 16 bytes in base64url")));
    return thread.submit(
        exchange,
        [wanted, &secrets = thread.hub().secrets()](WriteContext &context) {
            return noticewrites::subscribe(context, secrets, wanted);
        },
        [](ApiThread &, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            apijson::succeed(done, outcome.code, "{}", QStringLiteral("This browser is told"));
            return {};
        });
}

Flow unsubscribe(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange,
        [endpoint = exchange->body[u"endpoint"].string(), &secrets = thread.hub().secrets()](WriteContext &context) {
            return noticewrites::unsubscribe(context, secrets, endpoint);
        },
        [](ApiThread &, Exchange &done, const WriteOutcome &) {
            return answerNothing(done, QStringLiteral("This browser is told no more"));
        });
}

} // namespace

std::vector<Route> noticeRoutes()
{
    using namespace routing;
    constexpr auto needed = Route::Body::Required;
    const Permission office = only(managers);
    const Permission people = only(staffRoles);
    const Output rules = answers("NotificationRules", outputs::noticeRules());
    const Output recipient = answers("NotificationRecipient", outputs::noticeRecipient());
    const Output wishes = answers("NotificationWishes", outputs::noticeWishes());
    const Output nothing = answers("Nothing", outputs::nothing());
    QStringList states;
    for (const NoticeState state : allNoticeStates)
        states.append(noticeStateText(state));
    return {
        summed(get("/admin/notifications", "admin.notifications.list", office,
                   {queryField("state", Schema::oneOf(states)), limitField(), cursorField()},
                   answersList("NotificationList", outputs::notice()), listLog),
               "What was told to guests and staff, newest first"),
        summed(write("POST", "/admin/notifications/{id}/retry", "admin.notifications.retry", office,
                     Route::Body::Optional, Schema::object({}), answers("Notification", outputs::notice()),
                     retryNotice),
               "Send one again that failed or was left out"),
        summed(get("/admin/notifications/rules", "admin.notifications.rules", office, {}, rules, getRules),
               "Who is told of what by which channel, and when it is quiet"),
        summed(write("PUT", "/admin/notifications/rules", "admin.notifications.rules.put", office, needed,
                     noticeRulesSchema(), rules, putRules),
               "Change that"),
        summed(get("/admin/notifications/templates", "admin.notifications.templates", office, {},
                   answersList("NotificationTemplateList", outputs::noticeTemplate()), listTemplates),
               "The words of every message, in every language"),
        summed(write("PUT", "/admin/notifications/templates", "admin.notifications.templates.put", office, needed,
                     noticeTemplateSchema(), answers("NotificationTemplate", outputs::noticeTemplate()), putTemplate),
               "Own words for one; an empty body goes back to the program's"),
        summed(get("/admin/notifications/recipients", "admin.notifications.recipients", office, {},
                   answersList("NotificationRecipientList", outputs::noticeRecipient()), listRecipients),
               "Who of the restaurant is told, and where"),
        summed(write("POST", "/admin/notifications/recipients", "admin.notifications.recipients.add", office, needed,
                     noticeRecipientSchema(), created(recipient), addRecipient),
               "Tell somebody of the restaurant"),
        summed(write("PUT", "/admin/notifications/recipients/{id}", "admin.notifications.recipients.edit", office,
                     needed, noticeRecipientSchema(), recipient, editRecipient),
               "Change what somebody is told"),
        summed(remove("/admin/notifications/recipients/{id}", "admin.notifications.recipients.remove", office, nothing,
                      removeRecipient),
               "Tell somebody no more"),
        summed(get("/user/notifications", "user.notifications", guests(), {}, wishes, getWishes),
               "What this guest wants to be told, and the key that a browser subscribes with"),
        summed(write("PUT", "/user/notifications", "user.notifications.put", guests(), needed, noticeWishesSchema(),
                     wishes, putWishes),
               "Change language, muted channels and quiet hours"),
        summed(write("PUT", "/user/push-subscriptions", "user.push.subscribe", guests(), needed,
                     pushSubscriptionSchema(), nothing, subscribe),
               "Tell this browser by web push"),
        summed(write("POST", "/user/push-subscriptions/remove", "user.push.unsubscribe", guests(), needed,
                     pushEndpointSchema(), nothing, unsubscribe),
               "Tell this browser no more"),
        summed(write("PUT", "/business/push-subscriptions", "business.push.subscribe", people, needed,
                     pushSubscriptionSchema(), nothing, subscribe),
               "Tell this browser of somebody of the restaurant by web push"),
        summed(write("POST", "/business/push-subscriptions/remove", "business.push.unsubscribe", people, needed,
                     pushEndpointSchema(), nothing, unsubscribe),
               "Tell this browser no more"),
    };
}

} // namespace oshaq::routes
