// SPDX-License-Identifier: GPL-3.0-or-later
//
// noticestore: what is told, was told, or could not be.
#include "models/hub/noticestore.h"

#include "models/hub/sqlvalues.h"

namespace oshaq {

namespace {

Result<std::vector<Notice>> readNotices(sql::Database &database, const QString &where, const QVariantList &values)
{
    auto rows = database.query(
        QStringLiteral("SELECT n.notification_id, n.business_id, n.uuid, n.seq, n.event, n.channel, n.target_kind,"
                       " n.target_id, n.order_id, n.facts, n.language, n.state, n.attempts, n.next_at, n.give_up_at,"
                       " n.last_at, n.latency_ms, n.error, n.hint, n.created_at, coalesce(o.number, '')"
                       " FROM notifications n LEFT JOIN orders o ON o.order_id = n.order_id ") +
            where,
        values);
    if (!rows)
        return rows.error();
    std::vector<Notice> notices;
    while (rows->next()) {
        const auto event = noticeEventFromText(rows->text(4));
        const auto channel = noticeChannelFromText(rows->text(5));
        if (!event || !channel)
            continue; // of a newer program
        Notice one;
        one.id = rows->integer(0);
        one.businessId = rows->integer(1);
        one.uuid = rows->text(2);
        one.seq = hubsql::readOptionalId(*rows, 3);
        one.event = *event;
        one.channel = *channel;
        one.target = {noticeTargetFromText(rows->text(6)).value_or(NoticeTarget::Kind::Site), rows->integer(7)};
        one.orderId = hubsql::readOptionalId(*rows, 8);
        one.facts = rows->text(9);
        one.language = rows->text(10);
        one.state = noticeStateFromText(rows->text(11)).value_or(NoticeState::Failed);
        one.attempts = int(rows->integer(12));
        one.nextAtMs = rows->integer(13);
        one.giveUpAtMs = rows->integer(14);
        one.lastAtMs = hubsql::readOptionalId(*rows, 15);
        one.latencyMs = rows->integer(16);
        one.error = rows->text(17);
        one.hint = rows->text(18);
        one.createdAtMs = rows->integer(19);
        one.orderNumber = rows->text(20);
        notices.push_back(std::move(one));
    }
    if (rows->failed())
        return hubsql::readFailed();
    return notices;
}

} // namespace

Result<bool> noticestore::isTold(sql::Database &database, qint64 orderId, NoticeEvent event)
{
    auto row = database.query(QStringLiteral("SELECT 1 FROM notifications WHERE order_id = ? AND event = ?"
                                             " AND seq IS NULL LIMIT 1"),
                              {orderId, noticeEventText(event)});
    if (!row)
        return row.error();
    return hubsql::nextRow(*row);
}

Result<void> noticestore::insert(sql::Database &database, Notice *notice)
{
    auto inserted = database.query(
        QStringLiteral("INSERT OR IGNORE INTO notifications (business_id, uuid, seq, event, channel, target_kind,"
                       " target_id, order_id, facts, language, state, next_at, give_up_at, error, hint, created_at)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {notice->businessId, notice->uuid, hubsql::optionalId(notice->seq), noticeEventText(notice->event),
         noticeChannelText(notice->channel), noticeTargetText(notice->target.kind), notice->target.id,
         hubsql::optionalId(notice->orderId), notice->facts, notice->language, noticeStateText(notice->state),
         notice->nextAtMs, notice->giveUpAtMs, notice->error, notice->hint, notice->createdAtMs});
    if (!inserted)
        return inserted.error();
    notice->id = inserted->rowsAffected() > 0 ? inserted->lastInsertId() : 0;
    return {};
}

Result<Notice> noticestore::find(sql::Database &database, qint64 businessId, qint64 id)
{
    auto found =
        readNotices(database, QStringLiteral("WHERE n.notification_id = ? AND n.business_id = ?"), {id, businessId});
    if (!found)
        return found.error();
    if (found->empty())
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such message."), {}};
    return std::move(found->front());
}

Result<std::vector<Notice>> noticestore::list(sql::Database &database, qint64 businessId,
                                              std::optional<NoticeState> state, qint64 beforeId, int limit)
{
    const QString wanted = state ? noticeStateText(*state) : QString();
    return readNotices(database,
                       QStringLiteral("WHERE n.business_id = ? AND (? = 0 OR n.notification_id < ?)"
                                      " AND (? = '' OR n.state = ?) ORDER BY n.notification_id DESC LIMIT ?"),
                       {businessId, beforeId, beforeId, wanted, wanted, limit});
}

Result<std::vector<Notice>> noticestore::waiting(sql::Database &database, NoticeChannel channel, int limit)
{
    return readNotices(
        database,
        QStringLiteral("WHERE n.channel = ? AND n.state = 'waiting' ORDER BY n.next_at, n.notification_id LIMIT ?"),
        {noticeChannelText(channel), limit});
}

Result<void> noticestore::update(sql::Database &database, const Notice &notice)
{
    return database.run(QStringLiteral("UPDATE notifications SET state = ?, attempts = ?, next_at = ?, give_up_at = ?,"
                                       " last_at = ?, latency_ms = ?, error = ?, hint = ? WHERE notification_id = ?"),
                        {noticeStateText(notice.state), notice.attempts, notice.nextAtMs, notice.giveUpAtMs,
                         hubsql::optionalId(notice.lastAtMs), notice.latencyMs, notice.error, notice.hint, notice.id});
}

Result<void> noticestore::removeOld(sql::Database &database, qint64 businessId, qint64 beforeMs)
{
    // Among the oldest only: else whoever has none to remove would look through all of them, for each new one.
    return database.run(
        QStringLiteral("DELETE FROM notifications WHERE notification_id IN (SELECT notification_id FROM"
                       " (SELECT notification_id, state, created_at FROM notifications WHERE business_id = ?"
                       " ORDER BY notification_id LIMIT 200) WHERE state <> 'waiting' AND created_at < ?)"),
        {businessId, beforeMs});
}

} // namespace oshaq
