// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/noticeplan.h"

#include "models/domain/orderstatus.h"
#include "models/domain/paymentstatus.h"
#include "models/domain/phone.h"
#include "models/domain/uuid7.h"
#include "models/hub/businessstore.h"
#include "models/hub/integrationstore.h"
#include "models/hub/sqlvalues.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace oshaq {

namespace {

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

/// What a change of status tells the guest: the last step counts, and "start" accepts as well.
std::optional<NoticeEvent> eventOfSteps(const QJsonArray &steps)
{
    std::vector<int> statuses;
    for (const QJsonValue &step : steps)
        statuses.push_back(step.toArray().at(0).toInt());
    if (statuses.empty())
        return std::nullopt;
    switch (OrderStatus(statuses.back())) {
    case OrderStatus::Accepted:
        return NoticeEvent::OrderAccepted;
    case OrderStatus::Preparing:
        if (std::find(statuses.begin(), statuses.end(), int(OrderStatus::Accepted)) != statuses.end())
            return NoticeEvent::OrderAccepted;
        return std::nullopt;
    case OrderStatus::Ready:
        return NoticeEvent::OrderReady;
    case OrderStatus::OutForDelivery:
        return NoticeEvent::OrderOnItsWay;
    case OrderStatus::Cancelled:
        return NoticeEvent::OrderCancelled;
    case OrderStatus::New:
    case OrderStatus::Completed:
        return std::nullopt;
    }
    return std::nullopt;
}

Result<std::optional<NoticeNews>> newsOfLine(sql::Database &database, qint64 businessId,
                                             const noticestore::JournalLine &line)
{
    const QJsonObject payload = QJsonDocument::fromJson(line.payload).object();
    NoticeNews news;
    news.seq = line.seq;
    news.atMs = line.atMs;
    if (line.type == u"order.status") {
        const auto event = eventOfSteps(payload.value(key("steps")).toArray());
        if (!event)
            return std::optional<NoticeNews>();
        news.event = *event;
        news.orderId = line.entityId;
        return std::optional(std::move(news));
    }
    if (line.type.startsWith(u"payment.")) {
        news.orderId = payload.value(key("order")).toInteger();
        news.facts.insert(key("payment"), line.entityId);
        if (line.type == u"payment.refunded") {
            news.event = NoticeEvent::OrderRefunded;
            news.facts.insert(key("amount"), payload.value(key("amount")).toInteger());
            news.facts.insert(key("currency"), payload.value(key("currency")).toString());
            return std::optional(std::move(news));
        }
        const QString unknown = paymentStatusText(PaymentStatus::Unknown);
        if (payload.value(key("status")).toString() != unknown || payload.value(key("from")).toString() == unknown)
            return std::optional<NoticeNews>();
        news.event = NoticeEvent::PaymentUnknown;
        return std::optional(std::move(news));
    }
    if (line.type == u"item.updated") {
        if (!payload.value(key("available")).isBool() || payload.value(key("available")).toBool())
            return std::optional<NoticeNews>();
        const auto before = noticestore::wasAvailable(database, businessId, line.entityId, line.seq);
        if (!before)
            return before.error();
        if (!before->value_or(true))
            return std::optional<NoticeNews>();
        news.event = NoticeEvent::OutOfStock;
        news.facts.insert(key("item"), line.entityId);
        return std::optional(std::move(news));
    }
    if (line.type == u"day_end.made") {
        news.event = NoticeEvent::DayEnd;
        for (const char *name : {"day", "orders", "revenue"})
            news.facts.insert(key(name), payload.value(key(name)));
        return std::optional(std::move(news));
    }
    return std::optional<NoticeNews>();
}

/// Makes the rows of one piece of news.
class Planner
{
public:
    Planner(const noticeplan::Site &site, const NoticeNews &news, qint64 nowMs)
        : m_site(site)
        , m_news(news)
        , m_nowMs(nowMs)
    {}

    void add(NoticeChannel channel, NoticeTarget target, const QString &language, const GuestNoticeWishes &wishes,
             const QString &hint)
    {
        Notice notice;
        notice.businessId = m_site.businessId;
        notice.uuid = makeUuid7(m_nowMs);
        notice.seq = m_news.seq;
        notice.event = m_news.event;
        notice.channel = channel;
        notice.target = target;
        notice.orderId = m_news.orderId;
        notice.facts = QString::fromUtf8(QJsonDocument(m_news.facts).toJson(QJsonDocument::Compact));
        notice.language = language.isEmpty() ? m_site.rules.language : language;
        notice.giveUpAtMs = m_news.atMs + lifeOfMs(m_news.event);
        notice.hint = hint;
        notice.createdAtMs = m_nowMs;
        notice.nextAtMs = noticeplan::heldUntil(m_site.rules, wishes, m_site.timeZone, m_news.event, channel, m_nowMs)
                              .value_or(m_nowMs);
        if (notice.nextAtMs >= notice.giveUpAtMs) {
            notice.state = NoticeState::Skipped;
            notice.error = QStringLiteral("The quiet hours last longer than this is news.");
        }
        m_notices.push_back(std::move(notice));
    }

    std::vector<Notice> take() { return std::move(m_notices); }

private:
    const noticeplan::Site &m_site;
    const NoticeNews &m_news;
    const qint64 m_nowMs;
    std::vector<Notice> m_notices;
};

Result<qint64> guestOf(sql::Database &database, qint64 businessId, qint64 orderId)
{
    auto row = database.query(QStringLiteral("SELECT user_id FROM orders WHERE order_id = ? AND business_id = ?"),
                              {orderId, businessId});
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    return *found && !row->isNull(0) ? row->integer(0) : qint64{0};
}

template <typename IsOn>
Result<void> planGuest(sql::Database &database, qint64 businessId, const NoticeNews &news, const NoticeBoard *board,
                       const IsOn &isOn, Planner &planner)
{
    if (!news.orderId)
        return {};
    const auto userId = guestOf(database, businessId, *news.orderId);
    if (!userId)
        return userId.error();
    if (*userId == 0)
        return {};
    const auto contact = noticeplan::contactOf(database, businessId, *userId);
    if (!contact)
        return contact.error();
    const auto wishes = noticestore::wishes(database, *userId);
    if (!wishes)
        return wishes.error();
    const auto wanted = [&](NoticeChannel channel) { return isOn(channel) && wishes->wants(channel); };
    const NoticeTarget user{NoticeTarget::Kind::User, *userId};
    if (wanted(NoticeChannel::Email) && !contact->email.isEmpty())
        planner.add(NoticeChannel::Email, user, wishes->language, *wishes, maskedAddress(contact->email));
    if (wanted(NoticeChannel::Sms) && !contact->phone.isEmpty())
        planner.add(NoticeChannel::Sms, user, wishes->language, *wishes, maskedAddress(contact->phone));
    if (wanted(NoticeChannel::Socket) && board->isHere(*userId))
        planner.add(NoticeChannel::Socket, user, wishes->language, *wishes, {});
    if (wanted(NoticeChannel::WebPush)) {
        const auto subscriptions = noticestore::subscriptionsOfUser(database, businessId, *userId);
        if (!subscriptions)
            return subscriptions.error();
        for (const PushSubscription &one : *subscriptions) {
            planner.add(NoticeChannel::WebPush, {NoticeTarget::Kind::Subscription, one.id},
                        one.language.isEmpty() ? wishes->language : one.language, *wishes, {});
        }
    }
    return {};
}

template <typename IsOn>
Result<void> planStaff(sql::Database &database, qint64 businessId, const NoticeNews &news, const IsOn &isOn,
                       Planner &planner)
{
    const auto recipients = noticestore::recipients(database, businessId);
    if (!recipients)
        return recipients.error();
    for (const NoticeRecipient &one : *recipients) {
        if (isOn(one.channel) && one.wants(news.event)) {
            planner.add(one.channel, {NoticeTarget::Kind::Recipient, one.id}, one.language, {},
                        maskedAddress(one.address));
        }
    }
    if (isOn(NoticeChannel::WebPush)) {
        const auto subscriptions = noticestore::subscriptionsOfStaff(database, businessId);
        if (!subscriptions)
            return subscriptions.error();
        for (const PushSubscription &one : *subscriptions)
            planner.add(NoticeChannel::WebPush, {NoticeTarget::Kind::Subscription, one.id}, one.language, {}, {});
    }
    if (isOn(NoticeChannel::Telegram)) {
        const auto bot = integrationstore::find(database, businessId, IntegrationKind::Telegram);
        if (!bot)
            return bot.error();
        if (*bot && !(*bot)->value(u"staff_chat").isEmpty())
            planner.add(NoticeChannel::Telegram, {NoticeTarget::Kind::Site, 0}, {}, {}, {});
    }
    if (isOn(NoticeChannel::Screen))
        planner.add(NoticeChannel::Screen, {NoticeTarget::Kind::Site, 0}, {}, {}, {});
    return {};
}

} // namespace

Result<std::vector<NoticeNews>> noticeplan::newsOf(sql::Database &database, qint64 businessId,
                                                   const std::vector<noticestore::JournalLine> &lines)
{
    std::vector<NoticeNews> all;
    for (const noticestore::JournalLine &line : lines) {
        auto news = newsOfLine(database, businessId, line);
        if (!news)
            return news.error();
        if (*news)
            all.push_back(std::move(**news));
    }
    return all;
}

Result<noticeplan::Site> noticeplan::siteOf(sql::Database &database, qint64 businessId)
{
    auto rules = noticestore::rules(database, businessId);
    if (!rules)
        return rules.error();
    auto integrations = noticestore::integrationsOn(database, businessId);
    if (!integrations)
        return integrations.error();
    const auto business = businessstore::find(database, businessId);
    if (!business)
        return business.error();
    return Site{businessId, std::move(*rules), std::move(*integrations), business->timeZone};
}

Result<std::vector<Notice>> noticeplan::noticesOf(sql::Database &database, const Site &site, const NoticeNews &news,
                                                  const NoticeBoard *board, qint64 nowMs)
{
    if (nowMs - news.atMs >= lifeOfMs(news.event))
        return std::vector<Notice>();
    const auto isOn = [&](NoticeChannel channel) {
        const QString integration = integrationOf(channel);
        return site.rules.isOn(news.event, channel) &&
               (integration.isEmpty() ? board != nullptr : site.integrations.contains(integration));
    };
    Planner planner(site, news, nowMs);
    const auto planned = audienceOf(news.event) == NoticeAudience::Guest
                             ? planGuest(database, site.businessId, news, board, isOn, planner)
                             : planStaff(database, site.businessId, news, isOn, planner);
    if (!planned)
        return planned.error();
    return planner.take();
}

std::optional<qint64> noticeplan::heldUntil(const NoticeRules &rules, const GuestNoticeWishes &wishes,
                                            const QString &timeZone, NoticeEvent event, NoticeChannel channel,
                                            qint64 nowMs)
{
    if (!rings(channel))
        return std::nullopt;
    std::optional<qint64> until;
    if (audienceOf(event) == NoticeAudience::Guest) {
        until = quietUntil(wishes.quiet, timeZone, nowMs);
        if (const auto site = quietUntil(rules.guestQuiet, timeZone, nowMs); site && canWait(event))
            until = std::max(until.value_or(0), *site);
    } else if (canWait(event)) {
        until = quietUntil(rules.staffQuiet, timeZone, nowMs);
    }
    return until;
}

Result<noticeplan::GuestContact> noticeplan::contactOf(sql::Database &database, qint64 businessId, qint64 userId)
{
    auto row =
        database.query(QStringLiteral("SELECT name, oshaq_open('users.phone', phone), oshaq_open('users.email', email)"
                                      " FROM users WHERE user_id = ? AND business_id = ?"),
                       {userId, businessId});
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    GuestContact contact;
    if (*found) {
        contact.userId = userId;
        contact.name = row->text(0);
        contact.phone = normalPhone(row->text(1)).value_or(QString());
        contact.email = isEmailAddress(row->text(2)) ? row->text(2) : QString();
    }
    return contact;
}

} // namespace oshaq
