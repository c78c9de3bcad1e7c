// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/noticestore.h"

#include "models/domain/timespans.h"
#include "models/hub/journalstore.h"
#include "models/hub/sqlvalues.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <type_traits>

namespace oshaq {

namespace {

/// Orders that were left open by accident are not late for ever.
constexpr qint64 lateForMs = 12 * hourMs;

template <typename Value, typename ToText> QString joined(const std::vector<Value> &values, ToText toText)
{
    QStringList texts;
    for (const Value value : values)
        texts.append(toText(value));
    return texts.join(u' ');
}

/// Names that this program does not know are left out.
template <typename FromText> auto separated(const QString &text, FromText fromText)
{
    std::vector<typename std::invoke_result_t<FromText, QString>::value_type> values;
    for (const QString &name : text.split(u' ', Qt::SkipEmptyParts)) {
        if (const auto value = fromText(name))
            values.push_back(*value);
    }
    return values;
}

Result<std::vector<NoticeRecipient>> readRecipients(sql::Database &database, const QString &where,
                                                    const QVariantList &values)
{
    auto rows = database.query(
        QStringLiteral("SELECT recipient_id, name, channel, oshaq_open('notification_recipients.address', address),"
                       " language, events FROM notification_recipients ") +
            where,
        values);
    if (!rows)
        return rows.error();
    std::vector<NoticeRecipient> recipients;
    while (rows->next()) {
        NoticeRecipient one;
        one.id = rows->integer(0);
        one.name = rows->text(1);
        one.channel = noticeChannelFromText(rows->text(2)).value_or(NoticeChannel::Email);
        one.address = rows->text(3);
        one.language = rows->text(4);
        one.events = separated(rows->text(5), [](const QString &name) { return noticeEventFromText(name); });
        recipients.push_back(std::move(one));
    }
    if (rows->failed())
        return hubsql::readFailed();
    return recipients;
}

/// What may be told of. The others are most of the journal: they are passed over inside SQLite.
QString toldTypes()
{
    return QStringLiteral("('order.status', 'payment.refunded', 'payment.status', 'payment.begun', 'payment.taken',"
                          " 'item.updated', 'day_end.made')");
}

} // namespace

Result<NoticeRules> noticestore::rules(sql::Database &database, qint64 businessId)
{
    NoticeRules rules;
    {
        auto row = database.query(
            QStringLiteral("SELECT language, guest_quiet_from, guest_quiet_to, staff_quiet_from, staff_quiet_to,"
                           " late_minutes, version FROM notification_settings WHERE business_id = ?"),
            {businessId});
        if (!row)
            return row.error();
        const auto found = hubsql::nextRow(*row);
        if (!found)
            return found.error();
        if (*found) {
            rules.language = row->text(0);
            rules.guestQuiet = {int(row->integer(1)), int(row->integer(2))};
            rules.staffQuiet = {int(row->integer(3)), int(row->integer(4))};
            rules.lateMinutes = int(row->integer(5));
            rules.version = row->integer(6);
        }
    }
    auto rows = database.query(
        QStringLiteral("SELECT event, channel, enabled FROM notification_rules WHERE business_id = ?"), {businessId});
    if (!rows)
        return rows.error();
    while (rows->next()) {
        const auto event = noticeEventFromText(rows->text(0));
        const auto channel = noticeChannelFromText(rows->text(1));
        if (event && channel)
            rules.set[{*event, *channel}] = rows->integer(2) != 0;
    }
    if (rows->failed())
        return hubsql::readFailed();
    return rules;
}

Result<void> noticestore::saveRules(sql::Database &database, qint64 businessId, const NoticeRules &rules)
{
    const auto saved = database.run(
        QStringLiteral("INSERT INTO notification_settings (business_id, language, guest_quiet_from, guest_quiet_to,"
                       " staff_quiet_from, staff_quiet_to, late_minutes, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                       " ON CONFLICT (business_id) DO UPDATE SET language = excluded.language,"
                       " guest_quiet_from = excluded.guest_quiet_from, guest_quiet_to = excluded.guest_quiet_to,"
                       " staff_quiet_from = excluded.staff_quiet_from, staff_quiet_to = excluded.staff_quiet_to,"
                       " late_minutes = excluded.late_minutes, version = excluded.version"),
        {businessId, rules.language, rules.guestQuiet.fromMinutes, rules.guestQuiet.toMinutes,
         rules.staffQuiet.fromMinutes, rules.staffQuiet.toMinutes, rules.lateMinutes, rules.version});
    if (!saved)
        return saved.error();
    for (const auto &[way, enabled] : rules.set) {
        const auto set = database.run(
            QStringLiteral("INSERT INTO notification_rules (business_id, event, channel, enabled) VALUES (?, ?, ?, ?)"
                           " ON CONFLICT (business_id, event, channel) DO UPDATE SET enabled = excluded.enabled"),
            {businessId, noticeEventText(way.first), noticeChannelText(way.second), enabled ? 1 : 0});
        if (!set)
            return set.error();
    }
    return {};
}

Result<qint64> noticestore::cursorOf(sql::Database &database, qint64 businessId)
{
    auto row =
        database.query(QStringLiteral("SELECT cursor FROM notification_settings WHERE business_id = ?"), {businessId});
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    return *found ? row->integer(0) : qint64{0};
}

Result<void> noticestore::setCursor(sql::Database &database, qint64 businessId, qint64 seq)
{
    return database.run(QStringLiteral("INSERT INTO notification_settings (business_id, cursor) VALUES (?, ?)"
                                       " ON CONFLICT (business_id) DO UPDATE SET cursor = excluded.cursor"),
                        {businessId, seq});
}

Result<std::vector<qint64>> noticestore::businesses(sql::Database &database)
{
    auto rows = database.query(QStringLiteral("SELECT business_id FROM businesses"));
    if (!rows)
        return rows.error();
    std::vector<qint64> ids;
    while (rows->next())
        ids.push_back(rows->integer(0));
    if (rows->failed())
        return hubsql::readFailed();
    return ids;
}

Result<std::vector<NoticeTemplate>> noticestore::templates(sql::Database &database, qint64 businessId)
{
    auto rows = database.query(QStringLiteral("SELECT event, channel, language, subject, body"
                                              " FROM notification_templates WHERE business_id = ?"),
                               {businessId});
    if (!rows)
        return rows.error();
    std::vector<NoticeTemplate> all;
    while (rows->next()) {
        const auto event = noticeEventFromText(rows->text(0));
        const auto channel = noticeChannelFromText(rows->text(1));
        if (event && channel)
            all.push_back({*event, *channel, rows->text(2), {rows->text(3), rows->text(4)}, true});
    }
    if (rows->failed())
        return hubsql::readFailed();
    return all;
}

Result<std::optional<NoticeText>> noticestore::templateOf(sql::Database &database, qint64 businessId, NoticeEvent event,
                                                          NoticeChannel channel, const QString &language)
{
    auto row = database.query(QStringLiteral("SELECT subject, body FROM notification_templates WHERE business_id = ?"
                                             " AND event = ? AND channel = ? AND language = ?"),
                              {businessId, noticeEventText(event), noticeChannelText(channel), language});
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<NoticeText>();
    return std::optional(NoticeText{row->text(0), row->text(1)});
}

Result<void> noticestore::saveTemplate(sql::Database &database, qint64 businessId, const NoticeTemplate &own,
                                       qint64 nowMs)
{
    return database.run(
        QStringLiteral("INSERT INTO notification_templates (business_id, event, channel, language, subject, body,"
                       " updated_at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (business_id, event, channel, language)"
                       " DO UPDATE SET subject = excluded.subject, body = excluded.body,"
                       " updated_at = excluded.updated_at"),
        {businessId, noticeEventText(own.event), noticeChannelText(own.channel), own.language, own.text.subject,
         own.text.body, nowMs});
}

Result<void> noticestore::removeTemplate(sql::Database &database, qint64 businessId, const NoticeTemplate &own)
{
    return database.run(QStringLiteral("DELETE FROM notification_templates WHERE business_id = ? AND event = ?"
                                       " AND channel = ? AND language = ?"),
                        {businessId, noticeEventText(own.event), noticeChannelText(own.channel), own.language});
}

Result<std::vector<NoticeRecipient>> noticestore::recipients(sql::Database &database, qint64 businessId)
{
    return readRecipients(database, QStringLiteral("WHERE business_id = ? ORDER BY recipient_id"), {businessId});
}

Result<NoticeRecipient> noticestore::recipient(sql::Database &database, qint64 businessId, qint64 id)
{
    auto found =
        readRecipients(database, QStringLiteral("WHERE recipient_id = ? AND business_id = ?"), {id, businessId});
    if (!found)
        return found.error();
    if (found->empty())
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such recipient."), {}};
    return std::move(found->front());
}

Result<void> noticestore::saveRecipient(sql::Database &database, qint64 businessId, NoticeRecipient *recipient,
                                        qint64 nowMs)
{
    const QString channel = noticeChannelText(recipient->channel);
    const QString events = joined(recipient->events, noticeEventText);
    {
        auto taken = database.query(
            QStringLiteral("SELECT recipient_id FROM notification_recipients WHERE business_id = ?"
                           " AND channel = ? AND address_index IN (oshaq_index('recipient', ?, ?),"
                           " oshaq_index_before('recipient', ?, ?)) AND recipient_id <> ?"),
            {businessId, channel, businessId, recipient->address, businessId, recipient->address, recipient->id});
        if (!taken)
            return taken.error();
        const auto found = hubsql::nextRow(*taken);
        if (!found)
            return found.error();
        if (*found) {
            const QString issue = QStringLiteral("is told already");
            return Error{ErrorCode::AlreadyExists,
                         QStringLiteral("This address is told already."),
                         {{QStringLiteral("address"), issue}}};
        }
    }
    if (recipient->id != 0) {
        return database.run(QStringLiteral("UPDATE notification_recipients SET name = ?, channel = ?,"
                                           " address = oshaq_seal('notification_recipients.address', ?),"
                                           " address_index = oshaq_index('recipient', ?, ?), language = ?, events = ?"
                                           " WHERE recipient_id = ? AND business_id = ?"),
                            {recipient->name, channel, recipient->address, businessId, recipient->address,
                             recipient->language, events, recipient->id, businessId});
    }
    auto inserted =
        database.query(QStringLiteral("INSERT INTO notification_recipients (business_id, name, channel, address,"
                                      " address_index, language, events, created_at) VALUES (?, ?, ?,"
                                      " oshaq_seal('notification_recipients.address', ?),"
                                      " oshaq_index('recipient', ?, ?), ?, ?, ?)"),
                       {businessId, recipient->name, channel, recipient->address, businessId, recipient->address,
                        recipient->language, events, nowMs});
    if (!inserted)
        return inserted.error();
    recipient->id = inserted->lastInsertId();
    return {};
}

Result<void> noticestore::removeRecipient(sql::Database &database, qint64 id)
{
    return database.run(QStringLiteral("DELETE FROM notification_recipients WHERE recipient_id = ?"), {id});
}

Result<GuestNoticeWishes> noticestore::wishes(sql::Database &database, qint64 userId)
{
    auto row = database.query(QStringLiteral("SELECT language, muted, quiet_from, quiet_to"
                                             " FROM guest_notification_wishes WHERE user_id = ?"),
                              {userId});
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    GuestNoticeWishes wishes;
    if (*found) {
        wishes.language = row->text(0);
        wishes.muted = separated(row->text(1), [](const QString &name) { return noticeChannelFromText(name); });
        wishes.quiet = {int(row->integer(2)), int(row->integer(3))};
    }
    return wishes;
}

Result<void> noticestore::saveWishes(sql::Database &database, qint64 businessId, qint64 userId,
                                     const GuestNoticeWishes &wishes, qint64 nowMs)
{
    return database.run(
        QStringLiteral("INSERT INTO guest_notification_wishes (user_id, business_id, language, muted, quiet_from,"
                       " quiet_to, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (user_id) DO UPDATE SET"
                       " language = excluded.language, muted = excluded.muted, quiet_from = excluded.quiet_from,"
                       " quiet_to = excluded.quiet_to, updated_at = excluded.updated_at"),
        {userId, businessId, wishes.language, joined(wishes.muted, noticeChannelText), wishes.quiet.fromMinutes,
         wishes.quiet.toMinutes, nowMs});
}

Result<noticestore::JournalPart> noticestore::linesAfter(sql::Database &database, qint64 businessId, qint64 seq,
                                                         int limit)
{
    JournalPart part;
    part.lastSeq = seq;
    {
        auto last = database.query(
            QStringLiteral("SELECT seq FROM journal WHERE business_id = ? AND seq > ? ORDER BY seq LIMIT 1 OFFSET ?"),
            {businessId, seq, limit - 1});
        if (!last)
            return last.error();
        const auto found = hubsql::nextRow(*last);
        if (!found)
            return found.error();
        part.more = *found;
        if (*found)
            part.lastSeq = last->integer(0);
    }
    if (!part.more) {
        auto last = database.query(
            QStringLiteral("SELECT seq FROM journal WHERE business_id = ? AND seq > ? ORDER BY seq DESC LIMIT 1"),
            {businessId, seq});
        if (!last)
            return last.error();
        const auto found = hubsql::nextRow(*last);
        if (!found)
            return found.error();
        if (!*found)
            return part;
        part.lastSeq = last->integer(0);
    }
    auto rows = database.query(QStringLiteral("SELECT seq, at, type, entity_id, payload FROM journal"
                                              " WHERE business_id = ? AND seq > ? AND seq <= ? AND type IN ") +
                                   toldTypes() + QStringLiteral(" ORDER BY seq"),
                               {businessId, seq, part.lastSeq});
    if (!rows)
        return rows.error();
    while (rows->next()) {
        part.lines.push_back(
            {rows->integer(0), rows->integer(1), rows->text(2), rows->integer(3), rows->text(4).toUtf8()});
    }
    if (rows->failed())
        return hubsql::readFailed();
    return part;
}

Result<std::optional<bool>> noticestore::wasAvailable(sql::Database &database, qint64 businessId, qint64 itemId,
                                                      qint64 seq)
{
    auto rows =
        database.query(QStringLiteral("SELECT payload FROM journal WHERE business_id = ? AND seq IN") +
                           journalstore::seqsOfEntity() + QStringLiteral("AND +seq < ? ORDER BY seq DESC LIMIT 5"),
                       {businessId, businessId, entityKindText(EntityKind::Item), itemId, seq});
    if (!rows)
        return rows.error();
    while (rows->next()) {
        const QJsonValue before =
            QJsonDocument::fromJson(rows->text(0).toUtf8()).object().value(QLatin1String("available"));
        if (before.isBool())
            return std::optional(before.toBool());
    }
    if (rows->failed())
        return hubsql::readFailed();
    return std::optional<bool>();
}

Result<std::vector<noticestore::LateOrder>> noticestore::lateOrders(sql::Database &database, qint64 businessId,
                                                                    int lateMinutes, qint64 nowMs)
{
    // Ready ones wait for the guest, and what was promised for later is not late before.
    const qint64 limitMs = lateMinutes * minuteMs;
    auto rows = database.query(
        QStringLiteral("SELECT order_id, placed_at, promised_at FROM orders WHERE business_id = ? AND status < 6"
                       " AND status <= 3 AND placed_at > ? AND placed_at <= ? ORDER BY placed_at"),
        {businessId, nowMs - lateForMs, nowMs - limitMs});
    if (!rows)
        return rows.error();
    std::vector<LateOrder> late;
    while (rows->next()) {
        const qint64 dueAtMs = std::max(rows->integer(1) + limitMs, rows->integer(2));
        if (dueAtMs <= nowMs)
            late.push_back({rows->integer(0), dueAtMs});
    }
    if (rows->failed())
        return hubsql::readFailed();
    return late;
}

Result<QStringList> noticestore::integrationsOn(sql::Database &database, qint64 businessId)
{
    auto rows = database.query(QStringLiteral("SELECT kind FROM integrations WHERE business_id = ? AND enabled = 1"),
                               {businessId});
    if (!rows)
        return rows.error();
    QStringList kinds;
    while (rows->next())
        kinds.append(rows->text(0));
    if (rows->failed())
        return hubsql::readFailed();
    return kinds;
}

} // namespace oshaq
