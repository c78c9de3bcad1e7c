// SPDX-License-Identifier: GPL-3.0-or-later
//
// noticestore: the browsers that want to be told.
#include "models/hub/noticestore.h"

#include "models/hub/sqlvalues.h"

namespace oshaq {

namespace {

Result<std::vector<PushSubscription>> readSubscriptions(sql::Database &database, const QString &where,
                                                        const QVariantList &values)
{
    auto rows = database.query(
        QStringLiteral("SELECT subscription_id, user_id, staff_id, language FROM push_subscriptions ") + where, values);
    if (!rows)
        return rows.error();
    std::vector<PushSubscription> subscriptions;
    while (rows->next()) {
        PushSubscription one;
        one.id = rows->integer(0);
        one.userId = hubsql::readOptionalId(*rows, 1).value_or(0);
        one.staffId = hubsql::readOptionalId(*rows, 2).value_or(0);
        one.language = rows->text(3);
        subscriptions.push_back(std::move(one));
    }
    if (rows->failed())
        return hubsql::readFailed();
    return subscriptions;
}

Result<std::optional<PushSubscription>> firstOf(Result<std::vector<PushSubscription>> found)
{
    if (!found)
        return found.error();
    if (found->empty())
        return std::optional<PushSubscription>();
    return std::optional(std::move(found->front()));
}

} // namespace

Result<std::optional<PushSubscription>> noticestore::subscription(sql::Database &database, qint64 businessId, qint64 id)
{
    return firstOf(
        readSubscriptions(database, QStringLiteral("WHERE subscription_id = ? AND business_id = ?"), {id, businessId}));
}

Result<std::vector<PushSubscription>> noticestore::subscriptionsOfUser(sql::Database &database, qint64 businessId,
                                                                       qint64 userId)
{
    return readSubscriptions(database,
                             QStringLiteral("WHERE user_id = ? AND +business_id = ? ORDER BY subscription_id"),
                             {userId, businessId});
}

Result<std::vector<PushSubscription>> noticestore::subscriptionsOfStaff(sql::Database &database, qint64 businessId)
{
    return readSubscriptions(database,
                             QStringLiteral("WHERE business_id = ? AND staff_id IS NOT NULL ORDER BY subscription_id"),
                             {businessId});
}

Result<std::optional<PushSubscription>> noticestore::subscriptionByHash(sql::Database &database, qint64 businessId,
                                                                        const QByteArray &endpointHash)
{
    return firstOf(readSubscriptions(database, QStringLiteral("WHERE business_id = ? AND endpoint_hash = ?"),
                                     {businessId, endpointHash}));
}

Result<void> noticestore::saveSubscription(sql::Database &database, qint64 businessId, PushSubscription *subscription,
                                           const QByteArray &endpointHash, qint64 nowMs)
{
    const auto holder = [](qint64 id) { return id == 0 ? QVariant() : QVariant(id); };
    if (subscription->id != 0) {
        return database.run(
            QStringLiteral("UPDATE push_subscriptions SET user_id = ?, staff_id = ?, language = ?"
                           " WHERE subscription_id = ?"),
            {holder(subscription->userId), holder(subscription->staffId), subscription->language, subscription->id});
    }
    auto inserted =
        database.query(QStringLiteral("INSERT INTO push_subscriptions (business_id, user_id, staff_id, endpoint_hash,"
                                      " language, created_at) VALUES (?, ?, ?, ?, ?, ?)"),
                       {businessId, holder(subscription->userId), holder(subscription->staffId), endpointHash,
                        subscription->language, nowMs});
    if (!inserted)
        return inserted.error();
    subscription->id = inserted->lastInsertId();
    return {};
}

Result<void> noticestore::removeSubscription(sql::Database &database, qint64 id)
{
    return database.run(QStringLiteral("DELETE FROM push_subscriptions WHERE subscription_id = ?"), {id});
}

QString noticestore::pushSecretName(qint64 subscriptionId)
{
    return QStringLiteral("push.%1").arg(subscriptionId);
}

} // namespace oshaq
