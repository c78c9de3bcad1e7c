// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/dispatchstore.h"

#include "models/hub/sqlvalues.h"

namespace oshaq {

namespace {

QString selectDispatches()
{
    return QStringLiteral("SELECT dispatch_id, business_id, order_id, uuid, state, service_id, price, courier_name,"
                          " oshaq_open('dispatches.courier_phone', courier_phone), tracking_url, arrives_at, attempts, "
                          "next_at, error, version, created_at"
                          " FROM dispatches ");
}

Dispatch read(const sql::Statement &row)
{
    Dispatch one;
    one.id = row.integer(0);
    one.businessId = row.integer(1);
    one.orderId = row.integer(2);
    one.uuid = row.text(3);
    one.state = dispatchStateFromText(row.text(4)).value_or(DispatchState::Failed);
    one.serviceId = row.text(5);
    one.priceMinor = hubsql::readOptionalId(row, 6);
    one.courierName = row.text(7);
    one.courierPhone = row.text(8);
    one.trackingUrl = row.text(9);
    one.arrivesAtMs = hubsql::readOptionalId(row, 10);
    one.attempts = int(row.integer(11));
    one.nextAtMs = hubsql::readOptionalId(row, 12);
    one.error = row.text(13);
    one.version = row.integer(14);
    one.createdAtMs = row.integer(15);
    return one;
}

Result<std::optional<Dispatch>> readOne(Result<sql::Statement> rows)
{
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<Dispatch>();
    return std::optional(read(*rows));
}

Result<std::vector<Dispatch>> readAll(Result<sql::Statement> rows)
{
    if (!rows)
        return rows.error();
    std::vector<Dispatch> all;
    while (rows->next())
        all.push_back(read(*rows));
    if (rows->failed())
        return hubsql::readFailed();
    return all;
}

} // namespace

Result<void> dispatchstore::insert(sql::Database &database, Dispatch *dispatch, qint64 nowMs)
{
    auto inserted =
        database.query(QStringLiteral("INSERT INTO dispatches (business_id, order_id, uuid, state, next_at, created_at,"
                                      " updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)"),
                       {dispatch->businessId, dispatch->orderId, dispatch->uuid, dispatchStateText(dispatch->state),
                        hubsql::optionalId(dispatch->nextAtMs), nowMs, nowMs});
    if (!inserted)
        return inserted.error();
    dispatch->id = inserted->lastInsertId();
    dispatch->createdAtMs = nowMs;
    return {};
}

Result<void> dispatchstore::update(sql::Database &database, const Dispatch &dispatch, qint64 nowMs)
{
    return database.run(QStringLiteral("UPDATE dispatches SET state = ?, service_id = ?, price = ?, courier_name = ?,"
                                       " courier_phone = oshaq_seal('dispatches.courier_phone', ?), tracking_url = ?, "
                                       "arrives_at = ?, attempts = ?, next_at = ?, error = ?,"
                                       " version = ?, updated_at = ? WHERE dispatch_id = ?"),
                        {dispatchStateText(dispatch.state), dispatch.serviceId, hubsql::optionalId(dispatch.priceMinor),
                         dispatch.courierName, dispatch.courierPhone, dispatch.trackingUrl,
                         hubsql::optionalId(dispatch.arrivesAtMs), dispatch.attempts,
                         hubsql::optionalId(dispatch.nextAtMs), dispatch.error, dispatch.version, nowMs, dispatch.id});
}

Result<std::optional<Dispatch>> dispatchstore::ofOrder(sql::Database &database, qint64 businessId, qint64 orderId)
{
    return readOne(database.query(
        selectDispatches() + QStringLiteral("WHERE order_id = ? AND business_id = ? ORDER BY dispatch_id DESC LIMIT 1"),
        {orderId, businessId}));
}

Result<std::optional<Dispatch>> dispatchstore::byId(sql::Database &database, qint64 businessId, qint64 dispatchId)
{
    return readOne(database.query(selectDispatches() + QStringLiteral("WHERE dispatch_id = ? AND business_id = ?"),
                                  {dispatchId, businessId}));
}

Result<std::optional<Dispatch>> dispatchstore::byName(sql::Database &database, qint64 businessId, const QString &uuid,
                                                      const QString &serviceId)
{
    if (!uuid.isEmpty()) {
        return readOne(database.query(selectDispatches() + QStringLiteral("WHERE uuid = ? AND business_id = ?"),
                                      {uuid.toLower(), businessId}));
    }
    // The service names what is under way; how long it remembers what is over is its own affair.
    return readOne(database.query(selectDispatches() +
                                      QStringLiteral("WHERE business_id = ? AND service_id = ? AND service_id <> ''"
                                                     " AND state NOT IN ('delivered', 'cancelled', 'failed')"
                                                     " ORDER BY dispatch_id DESC LIMIT 1"),
                                  {businessId, serviceId}));
}

Result<std::vector<Dispatch>> dispatchstore::due(sql::Database &database, qint64 nowMs, int limit)
{
    return readAll(
        database.query(selectDispatches() + QStringLiteral("WHERE next_at <= ? ORDER BY next_at, dispatch_id LIMIT ?"),
                       {nowMs, limit}));
}

Result<std::vector<Dispatch>> dispatchstore::ofCancelledOrders(sql::Database &database, int limit)
{
    return readAll(database.query(
        selectDispatches() +
            // The first condition follows from the second and is what the index of open ones is for.
            QStringLiteral("WHERE state NOT IN ('delivered', 'cancelled', 'failed')"
                           " AND state IN ('quoting', 'quoted', 'wanted', 'unknown', 'accepted', 'assigned')"
                           " AND order_id IN (SELECT o.order_id FROM orders o WHERE o.order_id = dispatches.order_id"
                           " AND o.status = 7) LIMIT ?"),
        {limit}));
}

Result<std::optional<qint64>> dispatchstore::nextDue(sql::Database &database)
{
    auto rows = database.query(QStringLiteral("SELECT min(next_at) FROM dispatches WHERE next_at IS NOT NULL"));
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    return *found ? hubsql::readOptionalId(*rows, 0) : std::optional<qint64>();
}

} // namespace oshaq
