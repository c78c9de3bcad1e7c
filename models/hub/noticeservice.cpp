// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/noticeservice.h"

#include "models/domain/timespans.h"
#include "models/hub/businessstore.h"
#include "models/hub/journalstore.h"
#include "models/hub/noticecontent.h"
#include "models/hub/sqlvalues.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int rowsAtOnce = 500;
constexpr std::size_t maxRecipients = 50;
constexpr std::size_t maxPushesOfUser = 10;
constexpr std::size_t maxPushesOfStaff = 50;
constexpr int longestLateMinutes = 24 * 60;
constexpr qsizetype maxError = 300;
constexpr qint64 keepLogMs = 30 * dayMs;

Error wrong(const char *field, const QString &issue)
{
    return {ErrorCode::ValidationFailed,
            QStringLiteral("The request is wrong in one place."),
            {{QString::fromLatin1(field), issue}}};
}

WriteOutcome outcomeOf(qint64 businessId, int code = 200)
{
    WriteOutcome outcome;
    outcome.entity = EntityKind::Business;
    outcome.entityId = businessId;
    outcome.code = code;
    return outcome;
}

/// No address and no words: names and codes of what changed.
Result<void> journal(WriteContext &context, const QString &type, const QJsonObject &payload)
{
    const qint64 businessId = context.principal.businessId;
    const auto business = businessstore::find(context.database, businessId);
    if (!business)
        return business.error();
    const auto seq = journalstore::append(
        context, businessId,
        {EntityKind::Business, businessId, business->version, type, payload, businessstore::digest(*business)});
    if (!seq)
        return seq.error();
    return {};
}

Result<void> checkQuiet(const QuietHours &hours, const char *field)
{
    const auto fits = [](int minutes) { return minutes >= 0 && minutes < 24 * 60; };
    if (!fits(hours.fromMinutes) || !fits(hours.toMinutes))
        return wrong(field, QStringLiteral("must be minutes after midnight, 0 to 1439"));
    return {};
}

Result<void> checkLanguage(const QString &language, bool mayBeEmpty)
{
    if ((mayBeEmpty && language.isEmpty()) || noticeLanguages().contains(language))
        return {};
    return wrong("language", QStringLiteral("must be one of: %1").arg(noticeLanguages().join(QLatin1String(", "))));
}

QByteArray hashOf(const QString &endpoint)
{
    return QCryptographicHash::hash(endpoint.toUtf8(), QCryptographicHash::Sha256);
}

/// True: something was put in.
Result<bool> insertAll(WriteContext &context, const NoticeBoard *board, const noticeplan::Site &site,
                       const NoticeNews &news)
{
    auto notices = noticeplan::noticesOf(context.database, site, news, board, context.nowMs);
    if (!notices)
        return notices.error();
    for (Notice &notice : *notices) {
        if (const auto inserted = noticestore::insert(context.database, &notice); !inserted)
            return inserted.error();
    }
    return !notices->empty();
}

/// Of a business whose news are one piece.
Result<bool> insertAll(WriteContext &context, const NoticeBoard *board, qint64 businessId, const NoticeNews &news)
{
    const auto site = noticeplan::siteOf(context.database, businessId);
    if (!site)
        return site.error();
    return insertAll(context, board, *site, news);
}

Result<void> forget(WriteContext &context, SecretStore &secrets, qint64 businessId, qint64 subscriptionId)
{
    if (const auto removed = secrets.remove(context.database, businessId, noticestore::pushSecretName(subscriptionId));
        !removed && removed.error().code != ErrorCode::NotFound)
        return removed;
    return noticestore::removeSubscription(context.database, subscriptionId);
}

} // namespace

Result<WriteOutcome> noticewrites::collect(WriteContext &context, const NoticeBoard *board, qint64 businessId)
{
    const auto cursor = noticestore::cursorOf(context.database, businessId);
    if (!cursor)
        return cursor.error();
    const auto part = noticestore::linesAfter(context.database, businessId, *cursor, rowsAtOnce);
    if (!part)
        return part.error();
    const auto news = noticeplan::newsOf(context.database, businessId, part->lines);
    if (!news)
        return news.error();
    if (!news->empty()) {
        const auto site = noticeplan::siteOf(context.database, businessId);
        if (!site)
            return site.error();
        for (const NoticeNews &one : *news) {
            if (const auto inserted = insertAll(context, board, *site, one); !inserted)
                return inserted.error();
        }
    }
    if (const auto moved = noticestore::setCursor(context.database, businessId, part->lastSeq); !moved)
        return moved.error();
    if (const auto removed = noticestore::removeOld(context.database, businessId, context.nowMs - keepLogMs); !removed)
        return removed.error();
    WriteOutcome outcome = outcomeOf(businessId);
    outcome.values = {part->more ? 1 : 0};
    return outcome;
}

Result<WriteOutcome> noticewrites::raise(WriteContext &context, const NoticeBoard *board, qint64 businessId,
                                         NoticeEvent event, qint64 orderId)
{
    const auto told = noticestore::isTold(context.database, orderId, event);
    if (!told)
        return told.error();
    if (!*told) {
        NoticeNews news;
        news.event = event;
        news.atMs = context.nowMs;
        news.orderId = orderId;
        if (const auto inserted = insertAll(context, board, businessId, news); !inserted)
            return inserted.error();
    }
    return outcomeOf(businessId);
}

Result<void> noticewrites::tell(WriteContext &context, const NoticeBoard *board, qint64 businessId, NoticeEvent event,
                                const QJsonObject &facts)
{
    NoticeNews news;
    news.event = event;
    news.atMs = context.nowMs;
    news.facts = facts;
    if (const auto inserted = insertAll(context, board, businessId, news); !inserted)
        return inserted.error();
    return {};
}

Result<WriteOutcome> noticewrites::noteAttempt(WriteContext &context, SecretStore &secrets,
                                               const NoticeAttempt &attempt)
{
    auto notice = noticestore::find(context.database, attempt.businessId, attempt.noticeId);
    if (!notice)
        return notice.error();
    using Kind = NoticeAttempt::Kind;
    const bool tried = attempt.kind == Kind::Sent || attempt.kind == Kind::TryLater || attempt.kind == Kind::GiveUp;
    if (tried) {
        ++notice->attempts;
        notice->lastAtMs = context.nowMs;
        notice->latencyMs = attempt.latencyMs;
    }
    if (!attempt.hint.isEmpty())
        notice->hint = attempt.hint;
    notice->error = attempt.error.left(maxError);
    switch (attempt.kind) {
    case Kind::Sent:
        notice->state = NoticeState::Sent;
        break;
    case Kind::GiveUp:
        notice->state = NoticeState::Failed;
        break;
    case Kind::Skip:
        notice->state = NoticeState::Skipped;
        break;
    case Kind::TryLater:
    case Kind::Hold:
    case Kind::Held:
        notice->nextAtMs = context.nowMs + attempt.retryInMs;
        if (notice->nextAtMs < notice->giveUpAtMs)
            break;
        notice->state = attempt.kind == Kind::Hold ? NoticeState::Skipped : NoticeState::Failed;
        if (attempt.kind == Kind::Hold)
            notice->error = QStringLiteral("The quiet hours last longer than this is news.");
        break;
    }
    if (const auto updated = noticestore::update(context.database, *notice); !updated)
        return updated.error();
    if (attempt.forgetSubscription && notice->target.kind == NoticeTarget::Kind::Subscription) {
        if (const auto gone = forget(context, secrets, attempt.businessId, notice->target.id); !gone)
            return gone.error();
    }
    return outcomeOf(attempt.businessId);
}

Result<WriteOutcome> noticewrites::retry(WriteContext &context, qint64 noticeId)
{
    const qint64 businessId = context.principal.businessId;
    auto notice = noticestore::find(context.database, businessId, noticeId);
    if (!notice)
        return notice.error();
    if (notice->state == NoticeState::Sent)
        return Error{ErrorCode::AlreadyExists, QStringLiteral("This message was sent."), {}};
    notice->state = NoticeState::Waiting;
    notice->nextAtMs = context.nowMs;
    notice->giveUpAtMs = context.nowMs + lifeOfMs(notice->event);
    if (const auto updated = noticestore::update(context.database, *notice); !updated)
        return updated.error();
    const auto written =
        journal(context, QStringLiteral("business.notification_retried"), {{QStringLiteral("notification"), noticeId}});
    if (!written)
        return written.error();
    WriteOutcome outcome = outcomeOf(businessId);
    outcome.values = {noticeId};
    return outcome;
}

Result<WriteOutcome> noticewrites::putRules(WriteContext &context, NoticeRules rules, qint64 version)
{
    const qint64 businessId = context.principal.businessId;
    const auto present = noticestore::rules(context.database, businessId);
    if (!present)
        return present.error();
    if (present->version != version)
        return Error{ErrorCode::VersionStale, QStringLiteral("The rules of messages changed meanwhile."), {}};
    if (const auto fits = checkLanguage(rules.language, false); !fits)
        return fits.error();
    if (const auto fits = checkQuiet(rules.guestQuiet, "guest_quiet"); !fits)
        return fits.error();
    if (const auto fits = checkQuiet(rules.staffQuiet, "staff_quiet"); !fits)
        return fits.error();
    if (rules.lateMinutes < 0 || rules.lateMinutes > longestLateMinutes)
        return wrong("late_minutes", QStringLiteral("must be 0 to %1").arg(longestLateMinutes));
    QJsonArray changed;
    for (const auto &[way, enabled] : rules.set) {
        if (!reaches(way.second, audienceOf(way.first))) {
            return wrong("events", QStringLiteral("%1 does not reach who is told of %2")
                                       .arg(noticeChannelText(way.second), noticeEventText(way.first)));
        }
        if (present->isOn(way.first, way.second) != enabled)
            changed.append(noticeEventText(way.first) + u'/' + noticeChannelText(way.second));
    }
    rules.version = version + 1;
    if (const auto saved = noticestore::saveRules(context.database, businessId, rules); !saved)
        return saved.error();
    const auto written =
        journal(context, QStringLiteral("business.notification_rules"), {{QStringLiteral("changed"), changed}});
    if (!written)
        return written.error();
    return outcomeOf(businessId);
}

Result<WriteOutcome> noticewrites::putTemplate(WriteContext &context, const NoticeTemplate &wanted)
{
    const qint64 businessId = context.principal.businessId;
    if (const auto fits = checkLanguage(wanted.language, false); !fits)
        return fits.error();
    if (!reaches(wanted.channel, audienceOf(wanted.event)))
        return wrong("channel", QStringLiteral("does not reach who is told of this"));
    if (wanted.text.body.trimmed().isEmpty()) {
        if (const auto removed = noticestore::removeTemplate(context.database, businessId, wanted); !removed)
            return removed.error();
    } else {
        if (const auto fits = checkNoticeText(wanted.event, wanted.channel, wanted.text); !fits)
            return fits.error();
        if (const auto saved = noticestore::saveTemplate(context.database, businessId, wanted, context.nowMs); !saved)
            return saved.error();
    }
    const auto written = journal(context, QStringLiteral("business.notification_template"),
                                 {{QStringLiteral("event"), noticeEventText(wanted.event)},
                                  {QStringLiteral("channel"), noticeChannelText(wanted.channel)},
                                  {QStringLiteral("language"), wanted.language}});
    if (!written)
        return written.error();
    return outcomeOf(businessId);
}

Result<WriteOutcome> noticewrites::saveRecipient(WriteContext &context, NoticeRecipient recipient)
{
    const qint64 businessId = context.principal.businessId;
    const bool isNew = recipient.id == 0;
    const auto known = noticestore::recipients(context.database, businessId);
    if (!known)
        return known.error();
    if (isNew && known->size() >= maxRecipients)
        return Error{ErrorCode::AlreadyExists, QStringLiteral("At most %1 are told.").arg(maxRecipients), {}};
    if (!isNew && std::none_of(known->begin(), known->end(), [&](const auto &one) { return one.id == recipient.id; }))
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such recipient."), {}};
    if (const auto fits = checkRecipient(&recipient); !fits)
        return fits.error();
    if (const auto fits = checkLanguage(recipient.language, true); !fits)
        return fits.error();
    if (const auto saved = noticestore::saveRecipient(context.database, businessId, &recipient, context.nowMs); !saved)
        return saved.error();
    const auto written = journal(context, QStringLiteral("business.notification_recipient"),
                                 {{QStringLiteral("recipient"), recipient.id},
                                  {QStringLiteral("channel"), noticeChannelText(recipient.channel)}});
    if (!written)
        return written.error();
    WriteOutcome outcome = outcomeOf(businessId, isNew ? 201 : 200);
    outcome.values = {recipient.id};
    return outcome;
}

Result<WriteOutcome> noticewrites::removeRecipient(WriteContext &context, qint64 recipientId)
{
    const qint64 businessId = context.principal.businessId;
    if (const auto known = noticestore::recipient(context.database, businessId, recipientId); !known)
        return known.error();
    if (const auto removed = noticestore::removeRecipient(context.database, recipientId); !removed)
        return removed.error();
    const auto written = journal(context, QStringLiteral("business.notification_recipient"),
                                 {{QStringLiteral("recipient"), recipientId}, {QStringLiteral("removed"), true}});
    if (!written)
        return written.error();
    return outcomeOf(businessId);
}

Result<WriteOutcome> noticewrites::putWishes(WriteContext &context, const GuestNoticeWishes &wishes)
{
    if (const auto fits = checkLanguage(wishes.language, true); !fits)
        return fits.error();
    if (const auto fits = checkQuiet(wishes.quiet, "quiet"); !fits)
        return fits.error();
    const Principal &guest = context.principal;
    if (const auto saved = noticestore::saveWishes(context.database, guest.businessId, guest.id, wishes, context.nowMs);
        !saved)
        return saved.error();
    return outcomeOf(guest.businessId);
}

Result<WriteOutcome> noticewrites::subscribe(WriteContext &context, SecretStore &secrets, PushSubscription wanted)
{
    const qint64 businessId = context.principal.businessId;
    if (const auto fits = checkLanguage(wanted.language, true); !fits)
        return fits.error();
    const bool isGuest = context.principal.kind == Principal::Kind::Guest;
    wanted.userId = isGuest ? context.principal.id : 0;
    wanted.staffId = isGuest ? 0 : context.principal.id;
    const auto known = noticestore::subscriptionByHash(context.database, businessId, hashOf(wanted.endpoint));
    if (!known)
        return known.error();
    wanted.id = *known ? (*known)->id : 0;
    if (!*known) {
        auto others = isGuest ? noticestore::subscriptionsOfUser(context.database, businessId, wanted.userId)
                              : noticestore::subscriptionsOfStaff(context.database, businessId);
        if (!others)
            return others.error();
        // Browsers come anew with every clearing of their data: the oldest one makes room.
        if (others->size() >= (isGuest ? maxPushesOfUser : maxPushesOfStaff)) {
            if (const auto gone = forget(context, secrets, businessId, others->front().id); !gone)
                return gone.error();
        }
    }
    if (const auto saved = noticestore::saveSubscription(context.database, businessId, &wanted, hashOf(wanted.endpoint),
                                                         context.nowMs);
        !saved)
        return saved.error();
    if (const auto put = secrets.put(context.database, businessId, noticestore::pushSecretName(wanted.id),
                                     noticecontent::subscriptionSecret(wanted), context.nowMs);
        !put)
        return put.error();
    WriteOutcome outcome = outcomeOf(businessId, *known ? 200 : 201);
    outcome.values = {wanted.id};
    return outcome;
}

Result<WriteOutcome> noticewrites::unsubscribe(WriteContext &context, SecretStore &secrets, const QString &endpoint)
{
    const Principal &principal = context.principal;
    const auto known = noticestore::subscriptionByHash(context.database, principal.businessId, hashOf(endpoint));
    if (!known)
        return known.error();
    const bool isOwn = *known && (principal.kind == Principal::Kind::Guest ? (*known)->userId == principal.id
                                                                           : (*known)->staffId == principal.id);
    if (isOwn) {
        if (const auto gone = forget(context, secrets, principal.businessId, (*known)->id); !gone)
            return gone.error();
    }
    return outcomeOf(principal.businessId);
}

Result<noticereads::Look> noticereads::look(sql::Database &database, const NoticeBoard *board, qint64 businessId,
                                            qint64 fromSeq, qint64 nowMs)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    const auto cursor = noticestore::cursorOf(database, businessId);
    if (!cursor)
        return cursor.error();
    const auto part = noticestore::linesAfter(database, businessId, std::max(*cursor, fromSeq), rowsAtOnce);
    if (!part)
        return part.error();
    Look look;
    look.more = part->more;
    look.seenSeq = part->lastSeq;
    // A cursor that stays far behind would make the next start read all of it again.
    look.wanted = part->lastSeq - *cursor >= rowsAtOnce;
    const auto news = noticeplan::newsOf(database, businessId, part->lines);
    if (!news)
        return news.error();
    if (look.wanted || news->empty())
        return look;
    const auto site = noticeplan::siteOf(database, businessId);
    if (!site)
        return site.error();
    for (const NoticeNews &one : *news) {
        const auto notices = noticeplan::noticesOf(database, *site, one, board, nowMs);
        if (!notices)
            return notices.error();
        look.wanted = !notices->empty();
        if (look.wanted)
            break;
    }
    return look;
}

Result<std::vector<NoticeTemplate>> noticereads::templates(sql::Database &database, qint64 businessId)
{
    const auto own = noticestore::templates(database, businessId);
    if (!own)
        return own.error();
    std::vector<NoticeTemplate> all;
    for (const NoticeEvent event : allNoticeEvents) {
        for (const NoticeChannel channel : allNoticeChannels) {
            if (!reaches(channel, audienceOf(event)))
                continue;
            for (const QString &language : noticeLanguages()) {
                const auto found = std::find_if(own->begin(), own->end(), [&](const NoticeTemplate &one) {
                    return one.event == event && one.channel == channel && one.language == language;
                });
                all.push_back(found != own->end() ? *found
                                                  : NoticeTemplate{event, channel, language,
                                                                   defaultNoticeText(event, channel, language), false});
            }
        }
    }
    return all;
}

Result<noticereads::NoticePage> noticereads::log(sql::Database &database, qint64 businessId,
                                                 std::optional<NoticeState> state, const QString &cursor, int limit)
{
    bool fits = true;
    const qint64 before = cursor.isEmpty() ? 0 : cursor.toLongLong(&fits);
    if (!fits || before < 0)
        return wrong("cursor", QStringLiteral("is no cursor of this list"));
    auto rows = noticestore::list(database, businessId, state, before, limit + 1);
    if (!rows)
        return rows.error();
    NoticePage page;
    page.notices = std::move(*rows);
    if (page.notices.size() > std::size_t(limit)) {
        page.notices.pop_back();
        page.nextCursor = QString::number(page.notices.back().id);
    }
    return page;
}

} // namespace oshaq
