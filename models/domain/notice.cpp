// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/notice.h"

#include "models/domain/phone.h"
#include "models/domain/timespans.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace oshaq {

namespace {

constexpr qsizetype maxName = 100;
constexpr qsizetype maxAddress = 254;

constexpr unsigned bit(NoticeChannel channel)
{
    return 1u << unsigned(channel);
}

constexpr unsigned email = bit(NoticeChannel::Email);
constexpr unsigned sms = bit(NoticeChannel::Sms);
constexpr unsigned push = bit(NoticeChannel::WebPush);
constexpr unsigned telegram = bit(NoticeChannel::Telegram);
constexpr unsigned page = bit(NoticeChannel::Socket);
constexpr unsigned screen = bit(NoticeChannel::Screen);

struct EventRule
{
    NoticeEvent event;
    const char *text;
    NoticeAudience audience;
    qint64 lifeMs;
    bool canWait;
    unsigned onByDefault; ///< SMS cost money: only where somebody waits for it
};

constexpr std::array eventRules{
    EventRule{NoticeEvent::OrderAccepted, "order_accepted", NoticeAudience::Guest, 30 * minuteMs, false,
              email | push | page},
    EventRule{NoticeEvent::OrderReady, "order_ready", NoticeAudience::Guest, hourMs, false, sms | push | page},
    EventRule{NoticeEvent::OrderOnItsWay, "order_on_its_way", NoticeAudience::Guest, hourMs, false, sms | push | page},
    EventRule{NoticeEvent::OrderCancelled, "order_cancelled", NoticeAudience::Guest, 6 * hourMs, false,
              email | sms | push | page},
    EventRule{NoticeEvent::OrderRefunded, "order_refunded", NoticeAudience::Guest, 24 * hourMs, true,
              email | push | page},
    EventRule{NoticeEvent::OrderUnseen, "order_unseen", NoticeAudience::Staff, 30 * minuteMs, false, push | telegram},
    EventRule{NoticeEvent::OrderLate, "order_late", NoticeAudience::Staff, hourMs, false, push | telegram | screen},
    EventRule{NoticeEvent::OutOfStock, "out_of_stock", NoticeAudience::Staff, 4 * hourMs, true,
              push | telegram | screen},
    EventRule{NoticeEvent::PaymentUnknown, "payment_unknown", NoticeAudience::Staff, 6 * hourMs, false,
              email | sms | push | telegram | screen},
    EventRule{NoticeEvent::DayEnd, "day_end", NoticeAudience::Staff, 24 * hourMs, true, email | telegram},
    EventRule{NoticeEvent::SystemAlarm, "system_alarm", NoticeAudience::Staff, 6 * hourMs, true,
              email | push | telegram | screen},
    EventRule{NoticeEvent::SystemEscalated, "system_escalated", NoticeAudience::Staff, 6 * hourMs, false,
              email | sms | push | telegram | screen},
};

const EventRule &ruleOf(NoticeEvent event)
{
    return eventRules[std::size_t(event)];
}

struct ChannelRule
{
    NoticeChannel channel;
    const char *text;
    const char *integration;
    bool rings;
    bool guests;
    bool staff;
};

constexpr std::array channelRules{
    ChannelRule{NoticeChannel::Email, "email", "smtp", false, true, true},
    ChannelRule{NoticeChannel::Sms, "sms", "sms", true, true, true},
    ChannelRule{NoticeChannel::WebPush, "webpush", "webpush", true, true, true},
    ChannelRule{NoticeChannel::Telegram, "telegram", "telegram", true, false, true},
    ChannelRule{NoticeChannel::Socket, "socket", "", false, true, false},
    ChannelRule{NoticeChannel::Screen, "screen", "", false, false, true},
};

const ChannelRule &ruleOf(NoticeChannel channel)
{
    return channelRules[std::size_t(channel)];
}

constexpr std::array stateTexts{std::pair{NoticeState::Waiting, "waiting"}, std::pair{NoticeState::Sent, "sent"},
                                std::pair{NoticeState::Failed, "failed"}, std::pair{NoticeState::Skipped, "skipped"}};

constexpr std::array targetTexts{
    std::pair{NoticeTarget::Kind::User, "user"}, std::pair{NoticeTarget::Kind::Recipient, "recipient"},
    std::pair{NoticeTarget::Kind::Subscription, "subscription"}, std::pair{NoticeTarget::Kind::Site, "site"}};

template <typename Table, typename Value> QString textIn(const Table &table, Value value)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [value](const auto &entry) { return entry.first == value; });
    return found == table.end() ? QString() : QString::fromLatin1(found->second);
}

template <typename Table> auto valueIn(const Table &table, QStringView text)
{
    const auto found = std::find_if(table.begin(), table.end(),
                                    [text](const auto &entry) { return text == QLatin1String(entry.second); });
    return found == table.end() ? std::nullopt : std::optional(found->first);
}

Error wrong(const char *field, const QString &issue)
{
    return {ErrorCode::ValidationFailed,
            QStringLiteral("The request is wrong in one place."),
            {{QString::fromLatin1(field), issue}}};
}

} // namespace

QString noticeEventText(NoticeEvent event)
{
    return QString::fromLatin1(ruleOf(event).text);
}

std::optional<NoticeEvent> noticeEventFromText(QStringView text)
{
    for (const EventRule &rule : eventRules) {
        if (text == QLatin1String(rule.text))
            return rule.event;
    }
    return std::nullopt;
}

QString noticeChannelText(NoticeChannel channel)
{
    return QString::fromLatin1(ruleOf(channel).text);
}

std::optional<NoticeChannel> noticeChannelFromText(QStringView text)
{
    for (const ChannelRule &rule : channelRules) {
        if (text == QLatin1String(rule.text))
            return rule.channel;
    }
    return std::nullopt;
}

QString noticeStateText(NoticeState state)
{
    return textIn(stateTexts, state);
}

std::optional<NoticeState> noticeStateFromText(QStringView text)
{
    return valueIn(stateTexts, text);
}

QString noticeAudienceText(NoticeAudience audience)
{
    return audience == NoticeAudience::Guest ? QStringLiteral("guest") : QStringLiteral("staff");
}

QString noticeTargetText(NoticeTarget::Kind kind)
{
    return textIn(targetTexts, kind);
}

std::optional<NoticeTarget::Kind> noticeTargetFromText(QStringView text)
{
    return valueIn(targetTexts, text);
}

NoticeAudience audienceOf(NoticeEvent event)
{
    return ruleOf(event).audience;
}

bool reaches(NoticeChannel channel, NoticeAudience audience)
{
    return audience == NoticeAudience::Guest ? ruleOf(channel).guests : ruleOf(channel).staff;
}

QString integrationOf(NoticeChannel channel)
{
    return QString::fromLatin1(ruleOf(channel).integration);
}

bool rings(NoticeChannel channel)
{
    return ruleOf(channel).rings;
}

qint64 lifeOfMs(NoticeEvent event)
{
    return ruleOf(event).lifeMs;
}

bool canWait(NoticeEvent event)
{
    return ruleOf(event).canWait;
}

bool isOnByDefault(NoticeEvent event, NoticeChannel channel)
{
    return (ruleOf(event).onByDefault & bit(channel)) != 0;
}

std::optional<qint64> quietUntil(const QuietHours &hours, const QString &timeZone, qint64 ms)
{
    if (hours.isNone())
        return std::nullopt;
    QTimeZone zone(timeZone.toLatin1());
    if (!zone.isValid())
        zone = QTimeZone::utc();
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(ms, zone);
    const int minute = local.time().hour() * 60 + local.time().minute();
    const bool overMidnight = hours.fromMinutes > hours.toMinutes;
    const bool isQuiet = overMidnight ? minute >= hours.fromMinutes || minute < hours.toMinutes
                                      : minute >= hours.fromMinutes && minute < hours.toMinutes;
    if (!isQuiet)
        return std::nullopt;
    const QDate day = local.date().addDays(minute < hours.toMinutes ? 0 : 1);
    const QDateTime end(day, QTime(hours.toMinutes / 60, hours.toMinutes % 60), zone);
    // An end that the clock leaves out, or shows twice, still lies ahead.
    return std::max(end.toMSecsSinceEpoch(), ms + 1);
}

bool NoticeRules::isOn(NoticeEvent event, NoticeChannel channel) const
{
    if (!reaches(channel, audienceOf(event)))
        return false;
    const auto found = set.find({event, channel});
    return found == set.end() ? isOnByDefault(event, channel) : found->second;
}

bool NoticeRecipient::wants(NoticeEvent event) const
{
    return audienceOf(event) == NoticeAudience::Staff &&
           (events.empty() || std::find(events.begin(), events.end(), event) != events.end());
}

bool GuestNoticeWishes::wants(NoticeChannel channel) const
{
    return std::find(muted.begin(), muted.end(), channel) == muted.end();
}

bool isEmailAddress(QStringView text)
{
    // The local part of RFC 5321 without quotes; names of hosts in letters, digits and hyphens (punycode for others).
    static const QRegularExpression shape(QStringLiteral(
        "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
        "([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$"));
    return text.size() <= maxAddress && !text.endsWith(u'\n') && shape.match(text.toString()).hasMatch();
}

Result<void> checkRecipient(NoticeRecipient *recipient)
{
    recipient->name = recipient->name.trimmed();
    recipient->address = recipient->address.trimmed();
    if (recipient->name.isEmpty() || recipient->name.size() > maxName)
        return wrong("name", QStringLiteral("must have 1 to %1 characters").arg(maxName));
    switch (recipient->channel) {
    case NoticeChannel::Email:
        if (!isEmailAddress(recipient->address))
            return wrong("address", QStringLiteral("must be an e-mail address"));
        break;
    case NoticeChannel::Sms: {
        const auto phone = normalPhone(recipient->address);
        if (!phone)
            return wrong("address", QStringLiteral("must be a phone number; begin with + and the country"));
        recipient->address = *phone;
        break;
    }
    case NoticeChannel::Telegram: {
        static const QRegularExpression chat(QStringLiteral("^(-?[0-9]{1,20}|@[A-Za-z][A-Za-z0-9_]{4,31})$"));
        if (recipient->address.endsWith(u'\n') || !chat.match(recipient->address).hasMatch())
            return wrong("address", QStringLiteral("must be the number of a chat, or the @name of a channel"));
        break;
    }
    case NoticeChannel::WebPush:
    case NoticeChannel::Socket:
    case NoticeChannel::Screen:
        return wrong("channel", QStringLiteral("must be email, sms or telegram"));
    }
    for (const NoticeEvent event : recipient->events) {
        if (audienceOf(event) != NoticeAudience::Staff)
            return wrong("events", QStringLiteral("must be events that staff are told of"));
    }
    return {};
}

QString maskedAddress(const QString &address)
{
    if (const qsizetype at = address.lastIndexOf(u'@'); at > 0)
        return address.left(1) + QStringLiteral("***") + address.mid(at);
    if (address.size() <= 4)
        return QString(address.size(), u'*');
    return address.left(2) + QString(address.size() - 4, u'*') + address.right(2);
}

} // namespace oshaq
