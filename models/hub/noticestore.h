// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/noticetexts.h"
#include "models/sql/database.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace oshaq {

/// The tables of messages: what a business decided, whom it tells, and the outbox. Knows no secrets.
namespace noticestore {

/// The defaults, version 0, when nobody decided.
Result<NoticeRules> rules(sql::Database &database, qint64 businessId);
/// Everything of them; keeps the cursor.
Result<void> saveRules(sql::Database &database, qint64 businessId, const NoticeRules &rules);
Result<qint64> cursorOf(sql::Database &database, qint64 businessId);
Result<void> setCursor(sql::Database &database, qint64 businessId, qint64 seq);
/// Of all businesses.
Result<std::vector<qint64>> businesses(sql::Database &database);

/// Those that somebody of the restaurant wrote.
Result<std::vector<NoticeTemplate>> templates(sql::Database &database, qint64 businessId);
Result<std::optional<NoticeText>> templateOf(sql::Database &database, qint64 businessId, NoticeEvent event,
                                             NoticeChannel channel, const QString &language);
Result<void> saveTemplate(sql::Database &database, qint64 businessId, const NoticeTemplate &own, qint64 nowMs);
Result<void> removeTemplate(sql::Database &database, qint64 businessId, const NoticeTemplate &own);

Result<std::vector<NoticeRecipient>> recipients(sql::Database &database, qint64 businessId);
Result<NoticeRecipient> recipient(sql::Database &database, qint64 businessId, qint64 id);
/// Inserts one without an id and sets it. AlreadyExists for an address that the channel has.
Result<void> saveRecipient(sql::Database &database, qint64 businessId, NoticeRecipient *recipient, qint64 nowMs);
Result<void> removeRecipient(sql::Database &database, qint64 id);

Result<GuestNoticeWishes> wishes(sql::Database &database, qint64 userId);
Result<void> saveWishes(sql::Database &database, qint64 businessId, qint64 userId, const GuestNoticeWishes &wishes,
                        qint64 nowMs);

/// Id, holder and language alone: the rest is a secret, under pushSecretName().
Result<std::optional<PushSubscription>> subscription(sql::Database &database, qint64 businessId, qint64 id);
Result<std::vector<PushSubscription>> subscriptionsOfUser(sql::Database &database, qint64 businessId, qint64 userId);
Result<std::vector<PushSubscription>> subscriptionsOfStaff(sql::Database &database, qint64 businessId);
/// Of that endpoint; nothing: it is new.
Result<std::optional<PushSubscription>> subscriptionByHash(sql::Database &database, qint64 businessId,
                                                           const QByteArray &endpointHash);
/// Inserts one without an id and sets it, or changes holder and language.
Result<void> saveSubscription(sql::Database &database, qint64 businessId, PushSubscription *subscription,
                              const QByteArray &endpointHash, qint64 nowMs);
Result<void> removeSubscription(sql::Database &database, qint64 id);
/// "push.12".
QString pushSecretName(qint64 subscriptionId);

/// One line of the journal that may be told of.
struct JournalLine
{
    qint64 seq = 0;
    qint64 atMs = 0;
    QString type;
    qint64 entityId = 0;
    QByteArray payload;
};
/// Rows after `seq` of types that may be told of, in order; and where the journal ends.
struct JournalPart
{
    std::vector<JournalLine> lines;
    qint64 lastSeq = 0; ///< looked at as far as here
    bool more = false;
};
Result<JournalPart> linesAfter(sql::Database &database, qint64 businessId, qint64 seq, int limit);
/// What the line before `seq` said of an item: whether it was to be had. Nothing: nobody said.
Result<std::optional<bool>> wasAvailable(sql::Database &database, qint64 businessId, qint64 itemId, qint64 seq);

/// Orders that are not closed and wait longer than they should: (order, since when).
struct LateOrder
{
    qint64 orderId = 0;
    qint64 dueAtMs = 0;
};
Result<std::vector<LateOrder>> lateOrders(sql::Database &database, qint64 businessId, int lateMinutes, qint64 nowMs);
Result<bool> isTold(sql::Database &database, qint64 orderId, NoticeEvent event);

/// Sets the id; 0: it was there already.
Result<void> insert(sql::Database &database, Notice *notice);
Result<Notice> find(sql::Database &database, qint64 businessId, qint64 id);
/// Newest first, those before `beforeId` when it is not 0.
Result<std::vector<Notice>> list(sql::Database &database, qint64 businessId, std::optional<NoticeState> state,
                                 qint64 beforeId, int limit);
/// What waits for a channel, soonest first, due or not, of all businesses.
Result<std::vector<Notice>> waiting(sql::Database &database, NoticeChannel channel, int limit);
Result<void> update(sql::Database &database, const Notice &notice);
/// Finished ones from before `beforeMs`, some at a time.
Result<void> removeOld(sql::Database &database, qint64 businessId, qint64 beforeMs);

/// Integrations that are on, by name.
Result<QStringList> integrationsOn(sql::Database &database, qint64 businessId);

} // namespace noticestore

} // namespace oshaq
