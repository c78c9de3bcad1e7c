// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/noticecontent.h"

#include "models/domain/orderstatus.h"
#include "models/domain/paymentstatus.h"
#include "models/domain/timespans.h"
#include "models/hub/businessstore.h"
#include "models/hub/noticeplan.h"
#include "models/hub/orderstore.h"
#include "models/hub/paymentstore.h"
#include "models/hub/sqlvalues.h"
#include "models/hub/systemalarms.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

namespace oshaq {

namespace {

NoticeVerdict skip(const QString &reason)
{
    NoticeVerdict verdict;
    verdict.reason = reason;
    return verdict;
}

QString moneyText(qint64 minor, const Currency &currency)
{
    return QString::fromLatin1(formatMajorUnits(minor, currency)) + u' ' + currency.code();
}

/// Empty: it is still so.
QString whyNotOfOrder(NoticeEvent event, const Order &order)
{
    const auto unless = [](bool still) { return still ? QString() : QStringLiteral("The order has gone on."); };
    switch (event) {
    case NoticeEvent::OrderAccepted:
        return unless(order.status == OrderStatus::Accepted || order.status == OrderStatus::Preparing);
    case NoticeEvent::OrderReady:
        return unless(order.status == OrderStatus::Ready);
    case NoticeEvent::OrderOnItsWay:
        return unless(order.status == OrderStatus::OutForDelivery);
    case NoticeEvent::OrderCancelled:
        return unless(order.status == OrderStatus::Cancelled);
    case NoticeEvent::OrderUnseen:
    case NoticeEvent::OrderLate:
        return unless(order.status <= OrderStatus::Preparing);
    case NoticeEvent::OrderRefunded:
    case NoticeEvent::OutOfStock:
    case NoticeEvent::PaymentUnknown:
    case NoticeEvent::DayEnd:
    case NoticeEvent::SystemAlarm:
    case NoticeEvent::SystemEscalated:
        return {};
    }
    return {};
}

/// Reads the rows that a message speaks of.
class Reader
{
public:
    Reader(sql::Database &database, SecretStore &secrets, const Notice &notice, qint64 nowMs)
        : m_database(database)
        , m_secrets(secrets)
        , m_notice(notice)
        , m_nowMs(nowMs)
        , m_facts(QJsonDocument::fromJson(notice.facts.toUtf8()).object())
    {}

    Result<NoticeVerdict> read()
    {
        const auto business = businessstore::find(m_database, m_notice.businessId);
        if (!business)
            return business.error();
        const auto rules = noticestore::rules(m_database, m_notice.businessId);
        if (!rules)
            return rules.error();
        if (!rules->isOn(m_notice.event, m_notice.channel))
            return skip(QStringLiteral("This message was switched off."));
        m_verdict.content.businessName = business->name;
        m_values[QStringLiteral("business")] = business->name;
        for (const auto part :
             {&Reader::readOrder, &Reader::readItem, &Reader::readPayment, &Reader::readAlarm, &Reader::readAddress}) {
            if (const auto done = (this->*part)(*business); !done)
                return done.error();
            if (!m_why.isEmpty())
                return skip(m_why);
        }
        if (const auto until = noticeplan::heldUntil(*rules, m_wishes, business->timeZone, m_notice.event,
                                                     m_notice.channel, m_nowMs)) {
            m_verdict.kind = NoticeVerdict::Kind::Hold;
            m_verdict.untilMs = *until;
            return m_verdict;
        }
        const auto own = noticestore::templateOf(m_database, m_notice.businessId, m_notice.event, m_notice.channel,
                                                 m_notice.language);
        if (!own)
            return own.error();
        m_verdict.content.text =
            fillNotice(own->value_or(defaultNoticeText(m_notice.event, m_notice.channel, m_notice.language)), m_values);
        m_verdict.kind = NoticeVerdict::Kind::Send;
        return m_verdict;
    }

private:
    Result<void> readOrder(const Business &)
    {
        if (!m_notice.orderId)
            return {};
        const auto order = orderstore::find(m_database, m_notice.businessId, {*m_notice.orderId, {}});
        if (!order) {
            if (order.error().code != ErrorCode::NotFound)
                return order.error();
            m_why = QStringLiteral("The order is gone.");
            return {};
        }
        m_why = whyNotOfOrder(m_notice.event, *order);
        m_values[QStringLiteral("number")] = order->number;
        m_values[QStringLiteral("name")] = firstName(order->guestName);
        m_values[QStringLiteral("total")] = moneyText(order->cost.totalMinor, order->cost.currency);
        m_values[QStringLiteral("reason")] = order->cancelReason;
        m_values[QStringLiteral("minutes")] = QString::number((m_nowMs - order->placedAtMs) / minuteMs);
        m_currency = order->cost.currency;
        return {};
    }

    Result<void> readItem(const Business &)
    {
        if (m_notice.event != NoticeEvent::OutOfStock)
            return {};
        auto row =
            m_database.query(QStringLiteral("SELECT name, available FROM items WHERE item_id = ? AND business_id = ?"
                                            " AND deleted_at IS NULL"),
                             {fact("item"), m_notice.businessId});
        if (!row)
            return row.error();
        const auto found = hubsql::nextRow(*row);
        if (!found)
            return found.error();
        if (!*found || row->integer(1) != 0)
            m_why = QStringLiteral("It is not off the menu any more.");
        else
            m_values[QStringLiteral("item")] = row->text(0);
        return {};
    }

    Result<void> readPayment(const Business &business)
    {
        if (m_notice.event == NoticeEvent::DayEnd) {
            const auto currency = Currency::fromCode(business.currency);
            if (!currency)
                return currency.error();
            m_values[QStringLiteral("day")] = m_facts.value(QLatin1String("day")).toString();
            m_values[QStringLiteral("orders")] = QString::number(fact("orders"));
            m_values[QStringLiteral("revenue")] = moneyText(fact("revenue"), *currency);
            return {};
        }
        if (m_notice.event == NoticeEvent::OrderRefunded) {
            m_values[QStringLiteral("amount")] = moneyText(fact("amount"), m_currency);
            return {};
        }
        if (m_notice.event != NoticeEvent::PaymentUnknown)
            return {};
        const auto payment = paymentstore::find(m_database, m_notice.businessId, fact("payment"));
        if (!payment)
            return payment.error();
        if (payment->status != PaymentStatus::Unknown)
            m_why = QStringLiteral("The bank has said it meanwhile.");
        m_values[QStringLiteral("amount")] = moneyText(payment->totalMinor(), payment->currency);
        return {};
    }

    Result<void> readAlarm(const Business &business)
    {
        if (m_notice.event != NoticeEvent::SystemAlarm && m_notice.event != NoticeEvent::SystemEscalated)
            return {};
        const auto alarm = systemreads::alarm(m_database, m_notice.businessId, fact("alarm"));
        if (!alarm && alarm.error().code != ErrorCode::NotFound)
            return alarm.error();
        if (!alarm || alarm->endedAtMs > 0) {
            m_why = QStringLiteral("It is well again.");
            return {};
        }
        if (m_notice.event == NoticeEvent::SystemEscalated && alarm->confirmedAtMs > 0) {
            m_why = QStringLiteral("Somebody has confirmed it.");
            return {};
        }
        m_values[QStringLiteral("problem")] = systemAlarmSentence(alarm->finding, m_notice.language);
        QTimeZone zone(business.timeZone.toLatin1());
        if (!zone.isValid())
            zone = QTimeZone::utc();
        m_values[QStringLiteral("time")] =
            QDateTime::fromMSecsSinceEpoch(alarm->beganAtMs, zone).toString(QStringLiteral("HH:mm"));
        return {};
    }

    Result<void> readAddress(const Business &)
    {
        NoticeContent &content = m_verdict.content;
        switch (m_notice.target.kind) {
        case NoticeTarget::Kind::Site:
            return {};
        case NoticeTarget::Kind::User:
            return readGuest(m_notice.target.id);
        case NoticeTarget::Kind::Recipient: {
            const auto recipient = noticestore::recipient(m_database, m_notice.businessId, m_notice.target.id);
            if (recipient) {
                content.address = recipient->address;
                content.name = recipient->name;
                return {};
            }
            if (recipient.error().code != ErrorCode::NotFound)
                return recipient.error();
            m_why = QStringLiteral("Whoever was told is off the list.");
            return {};
        }
        case NoticeTarget::Kind::Subscription:
            return readSubscription();
        }
        return {};
    }

    Result<void> readGuest(qint64 userId)
    {
        const auto contact = noticeplan::contactOf(m_database, m_notice.businessId, userId);
        if (!contact)
            return contact.error();
        auto wishes = noticestore::wishes(m_database, userId);
        if (!wishes)
            return wishes.error();
        m_wishes = std::move(*wishes);
        NoticeContent &content = m_verdict.content;
        content.name = contact->name;
        if (m_notice.channel == NoticeChannel::Email)
            content.address = contact->email;
        if (m_notice.channel == NoticeChannel::Sms)
            content.address = contact->phone;
        if (!m_wishes.wants(m_notice.channel))
            m_why = QStringLiteral("The guest does not want this any more.");
        else if (contact->userId == 0 || (content.address.isEmpty() && m_notice.channel != NoticeChannel::Socket &&
                                          m_notice.channel != NoticeChannel::WebPush))
            m_why = QStringLiteral("The guest has no such address any more.");
        return {};
    }

    Result<void> readSubscription()
    {
        const auto stored = noticestore::subscription(m_database, m_notice.businessId, m_notice.target.id);
        if (!stored)
            return stored.error();
        if (!*stored) {
            m_why = QStringLiteral("The browser is not subscribed any more.");
            return {};
        }
        PushSubscription subscription = **stored;
        const auto secret =
            m_secrets.get(m_database, m_notice.businessId, noticestore::pushSecretName(subscription.id));
        if (!secret || !noticecontent::readSubscriptionSecret(*secret, &subscription)) {
            if (!secret && secret.error().code == ErrorCode::StorageUnavailable)
                return secret.error();
            m_why = QStringLiteral("The browser's keys cannot be read here.");
            return {};
        }
        m_verdict.content.subscription = subscription;
        return subscription.userId == 0 ? Result<void>() : readGuest(subscription.userId);
    }

    qint64 fact(const char *name) const { return m_facts.value(QLatin1String(name)).toInteger(); }

    sql::Database &m_database;
    SecretStore &m_secrets;
    const Notice &m_notice;
    const qint64 m_nowMs;
    const QJsonObject m_facts;
    NoticeVerdict m_verdict;
    NoticeValues m_values;
    GuestNoticeWishes m_wishes;
    Currency m_currency;
    QString m_why;
};

} // namespace

Result<NoticeVerdict> noticecontent::of(sql::Database &database, SecretStore &secrets, const Notice &notice,
                                        qint64 nowMs)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    return Reader(database, secrets, notice, nowMs).read();
}

QString noticecontent::subscriptionSecret(const PushSubscription &subscription)
{
    const QJsonObject object{{QStringLiteral("endpoint"), subscription.endpoint},
                             {QStringLiteral("p256dh"), QString::fromLatin1(subscription.p256dh.toBase64())},
                             {QStringLiteral("auth"), QString::fromLatin1(subscription.auth.toBase64())}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

bool noticecontent::readSubscriptionSecret(const QString &text, PushSubscription *subscription)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    subscription->endpoint = object.value(QLatin1String("endpoint")).toString();
    subscription->p256dh = QByteArray::fromBase64(object.value(QLatin1String("p256dh")).toString().toLatin1());
    subscription->auth = QByteArray::fromBase64(object.value(QLatin1String("auth")).toString().toLatin1());
    return !subscription->endpoint.isEmpty() && !subscription->p256dh.isEmpty() && !subscription->auth.isEmpty();
}

} // namespace oshaq
