// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>
#include <QStringList>
#include <QtGlobal>

#include <array>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace oshaq {

/// What somebody is told of.
enum class NoticeEvent
{
    OrderAccepted,
    OrderReady,
    OrderOnItsWay,
    OrderCancelled,
    OrderRefunded,
    OrderUnseen,
    OrderLate,
    OutOfStock,
    PaymentUnknown,
    DayEnd,
    SystemAlarm,     ///< something at the site does not work, or looks wrong
    SystemEscalated, ///< the same, and nobody has confirmed it
};

inline constexpr std::array allNoticeEvents{
    NoticeEvent::OrderAccepted,  NoticeEvent::OrderReady,  NoticeEvent::OrderOnItsWay, NoticeEvent::OrderCancelled,
    NoticeEvent::OrderRefunded,  NoticeEvent::OrderUnseen, NoticeEvent::OrderLate,     NoticeEvent::OutOfStock,
    NoticeEvent::PaymentUnknown, NoticeEvent::DayEnd,      NoticeEvent::SystemAlarm,   NoticeEvent::SystemEscalated};

enum class NoticeAudience
{
    Guest,
    Staff
};

/// The way that it goes.
enum class NoticeChannel
{
    Email,
    Sms,
    WebPush,
    Telegram,
    Socket, ///< a guest's open page
    Screen, ///< the restaurant's own screens
};

inline constexpr std::array allNoticeChannels{NoticeChannel::Email,    NoticeChannel::Sms,    NoticeChannel::WebPush,
                                              NoticeChannel::Telegram, NoticeChannel::Socket, NoticeChannel::Screen};

enum class NoticeState
{
    Waiting,
    Sent,   ///< whoever brings it took it
    Failed, ///< given up
    Skipped ///< not to be told any more, or nobody to tell
};

inline constexpr std::array allNoticeStates{NoticeState::Waiting, NoticeState::Sent, NoticeState::Failed,
                                            NoticeState::Skipped};

/// "order_accepted", "order_ready", "order_on_its_way", "order_cancelled", "order_refunded", "order_unseen",
/// "order_late", "out_of_stock", "payment_unknown", "day_end", "system_alarm", "system_escalated".
QString noticeEventText(NoticeEvent event);
std::optional<NoticeEvent> noticeEventFromText(QStringView text);
/// "email", "sms", "webpush", "telegram", "socket", "screen".
QString noticeChannelText(NoticeChannel channel);
std::optional<NoticeChannel> noticeChannelFromText(QStringView text);
/// "waiting", "sent", "failed", "skipped".
QString noticeStateText(NoticeState state);
std::optional<NoticeState> noticeStateFromText(QStringView text);
/// "guest", "staff".
QString noticeAudienceText(NoticeAudience audience);

NoticeAudience audienceOf(NoticeEvent event);
/// Guests are not reached by a bot that they never spoke to, nor on the restaurant's screens.
bool reaches(NoticeChannel channel, NoticeAudience audience);
/// The integration that carries it, "smtp", "sms", "webpush", "telegram"; empty: the hub itself does.
QString integrationOf(NoticeChannel channel);
/// Whether it rings: such a one waits for the end of quiet hours.
bool rings(NoticeChannel channel);
/// News older than this are told to nobody.
qint64 lifeOfMs(NoticeEvent event);
/// May wait for the morning. The others are of no use then and come at any hour unless a guest asked for quiet.
bool canWait(NoticeEvent event);
/// Whether it goes out by this channel while nobody has decided.
bool isOnByDefault(NoticeEvent event, NoticeChannel channel);

/// From one time of day to another by the restaurant's clock, minutes after midnight; over midnight when `from` is
/// after `to`. Equal: none.
struct QuietHours
{
    int fromMinutes = 0;
    int toMinutes = 0;

    bool operator==(const QuietHours &) const = default;
    bool isNone() const { return fromMinutes == toMinutes; }
};

/// When the quiet that holds at `ms` ends; nothing: it is not quiet. An unknown zone counts as UTC.
std::optional<qint64> quietUntil(const QuietHours &hours, const QString &timeZone, qint64 ms);

using NoticeWay = std::pair<NoticeEvent, NoticeChannel>;

/// What a business decided about messages.
struct NoticeRules
{
    QString language = QStringLiteral("ru"); ///< of whoever did not choose
    QuietHours guestQuiet;
    QuietHours staffQuiet;
    int lateMinutes = 30;          ///< an order that waits longer is late, unless it was promised for later; 0: never
    std::map<NoticeWay, bool> set; ///< what differs from the defaults
    qint64 version = 0;

    bool isOn(NoticeEvent event, NoticeChannel channel) const;
};

/// Somebody of the restaurant who is told, by an address of one channel.
struct NoticeRecipient
{
    qint64 id = 0;
    QString name;
    NoticeChannel channel = NoticeChannel::Email; ///< e-mail, SMS or Telegram
    QString address;                              ///< an e-mail address, a phone, a chat's number or @name
    QString language;                             ///< empty: the business's
    std::vector<NoticeEvent> events;              ///< empty: all that staff are told

    bool operator==(const NoticeRecipient &) const = default;
    bool wants(NoticeEvent event) const;
};

/// ValidationFailed with what is wrong; brings a phone into its one form.
Result<void> checkRecipient(NoticeRecipient *recipient);
/// One address that a mail can be sent to: no blanks, no line ends, ASCII.
bool isEmailAddress(QStringView text);

/// What a guest wants.
struct GuestNoticeWishes
{
    QString language; ///< empty: the business's
    std::vector<NoticeChannel> muted;
    QuietHours quiet;

    bool operator==(const GuestNoticeWishes &) const = default;
    bool wants(NoticeChannel channel) const;
};

/// A browser that takes web push, as it named itself.
struct PushSubscription
{
    qint64 id = 0;
    QString endpoint;   ///< whoever knows it may push
    QByteArray p256dh;  ///< 65 bytes
    QByteArray auth;    ///< 16 bytes, a secret
    QString language;   ///< empty: as its holder
    qint64 userId = 0;  ///< a guest's
    qint64 staffId = 0; ///< or somebody's of the restaurant
};

/// Who a notice goes to. Addresses are looked up when it is sent, so that none of them is copied.
struct NoticeTarget
{
    enum class Kind
    {
        User,
        Recipient,
        Subscription,
        Site
    };
    Kind kind = Kind::Site;
    qint64 id = 0;

    bool operator==(const NoticeTarget &) const = default;
};

/// "user", "recipient", "subscription", "site".
QString noticeTargetText(NoticeTarget::Kind kind);
std::optional<NoticeTarget::Kind> noticeTargetFromText(QStringView text);

/// One row of the outbox: one event on one way to one address.
struct Notice
{
    qint64 id = 0;
    qint64 businessId = 0;
    QString uuid;              ///< the same for each attempt
    std::optional<qint64> seq; ///< of the journal; none: the clock's
    NoticeEvent event = NoticeEvent::OrderReady;
    NoticeChannel channel = NoticeChannel::Email;
    NoticeTarget target;
    std::optional<qint64> orderId;
    QString facts; ///< a JSON object of codes and amounts of the moment it happened
    QString language;
    NoticeState state = NoticeState::Waiting;
    int attempts = 0;
    qint64 nextAtMs = 0;
    qint64 giveUpAtMs = 0;
    std::optional<qint64> lastAtMs;
    qint64 latencyMs = 0;
    QString error; ///< English; holds no address and no text of the message
    QString hint;  ///< who it went to, masked: "+7*******67"
    qint64 createdAtMs = 0;
    QString orderNumber; ///< joined; empty: of no order
};

/// "+7*******67", "a***@example.kz"; enough to recognise an address that one knows.
QString maskedAddress(const QString &address);

} // namespace oshaq
