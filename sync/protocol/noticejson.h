// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/noticetexts.h"
#include "sync/protocol/json.h"
#include "sync/protocol/schema.h"

namespace oshaq {

/// {"language","guest_quiet":{"from","to"},"staff_quiet","late_minutes","events":[{"event","channels":{"email":true}}]}
const Schema &noticeRulesSchema();
/// {"event","channel","language","subject"?,"body"}
const Schema &noticeTemplateSchema();
/// {"name","channel","address","language"?,"events"?}
const Schema &noticeRecipientSchema();
/// {"language"?,"muted"?,"quiet"?}
const Schema &noticeWishesSchema();
/// As a browser's PushSubscription writes itself: {"endpoint","keys":{"p256dh","auth"}}, and {"language"?}.
const Schema &pushSubscriptionSchema();
/// {"endpoint"}
const Schema &pushEndpointSchema();

NoticeRules readNoticeRules(const JsonValue &body);
NoticeTemplate readNoticeTemplate(const JsonValue &body);
NoticeRecipient readNoticeRecipient(const JsonValue &body);
GuestNoticeWishes readNoticeWishes(const JsonValue &body);
/// Empty keys where the text is no base64url.
PushSubscription readPushSubscription(const JsonValue &body);

/// Every event and channel that reaches its audience, set or not, and with `placeholders` for those who write.
void writeNoticeRules(JsonWriter &json, const NoticeRules &rules, const QStringList &integrationsOn);
void writeNoticeTemplate(JsonWriter &json, const NoticeTemplate &one);
void writeNoticeRecipient(JsonWriter &json, const NoticeRecipient &recipient);
void writeNoticeWishes(JsonWriter &json, const GuestNoticeWishes &wishes, const QString &pushKey);
/// A line of the log: no address but masked, no words.
void writeNotice(JsonWriter &json, const Notice &notice);

/// {"type":"notice",...}: what open pages and screens hear.
QByteArray noticeMessage(const QString &uuid, NoticeEvent event, std::optional<qint64> orderId, const QString &language,
                         const NoticeText &text, qint64 atMs);

namespace outputs {

Schema noticeRules();
Schema noticeTemplate();
Schema noticeRecipient();
Schema noticeWishes();
Schema notice();

} // namespace outputs

} // namespace oshaq
