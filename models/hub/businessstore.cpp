// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/businessstore.h"

#include "models/hub/canonicalhash.h"
#include "models/hub/sqlvalues.h"

namespace oshaq {

namespace {

QString selectBusinesses()
{
    return QStringLiteral(
        "SELECT business_id, name, currency, time_zone, day_start_minutes, delivery_cost, version,"
        " tax_rate, tax_name FROM businesses ");
}

Business read(const sql::Statement &row)
{
    Business business;
    business.id = row.integer(0);
    business.name = row.text(1);
    business.currency = row.text(2);
    business.timeZone = row.text(3);
    business.dayStartMinutes = int(row.integer(4));
    business.deliveryCostMinor = row.integer(5);
    business.version = row.integer(6);
    business.taxRate = row.integer(7);
    business.taxName = row.text(8);
    return business;
}

} // namespace

Result<Business> businessstore::find(sql::Database &database, qint64 businessId)
{
    auto rows = database.query(selectBusinesses() + QStringLiteral("WHERE business_id = ?"), {businessId});
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such business."), {}};
    return read(*rows);
}

Result<std::vector<Business>> businessstore::list(sql::Database &database, int limit)
{
    auto rows = database.query(selectBusinesses() + QStringLiteral("ORDER BY business_id LIMIT ?"), {limit});
    if (!rows)
        return rows.error();
    std::vector<Business> businesses;
    while (rows->next())
        businesses.push_back(read(*rows));
    if (rows->failed())
        return hubsql::readFailed();
    return businesses;
}

Result<void> businessstore::insert(sql::Database &database, Business *business, qint64 nowMs)
{
    auto inserted = database.query(
        QStringLiteral("INSERT INTO businesses (name, currency, time_zone, day_start_minutes, delivery_cost, version,"
                       " tax_rate, tax_name, created_at, updated_at, pin_salt)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, randomblob(16))"),
        {business->name, business->currency, business->timeZone, business->dayStartMinutes, business->deliveryCostMinor,
         business->version, business->taxRate, business->taxName, nowMs, nowMs});
    if (!inserted)
        return inserted.error();
    business->id = inserted->lastInsertId();
    return {};
}

Result<void> businessstore::update(sql::Database &database, const Business &business, qint64 nowMs)
{
    return database.run(QStringLiteral("UPDATE businesses SET name = ?, currency = ?, time_zone = ?,"
                                       " day_start_minutes = ?, delivery_cost = ?, tax_rate = ?, tax_name = ?,"
                                       " version = ?, updated_at = ? WHERE business_id = ?"),
                        {business.name, business.currency, business.timeZone, business.dayStartMinutes,
                         business.deliveryCostMinor, business.taxRate, business.taxName, business.version, nowMs,
                         business.id});
}

Result<void> businessstore::setTokenHash(sql::Database &database, qint64 businessId, const QByteArray &tokenHash,
                                         qint64 nowMs)
{
    return database.run(QStringLiteral("UPDATE businesses SET token = ?, updated_at = ? WHERE business_id = ?"),
                        {tokenHash.isEmpty() ? QVariant() : QVariant(tokenHash), nowMs, businessId});
}

Result<void> businessstore::forgetToken(sql::Database &database, qint64 businessId, qint64 sessionId, qint64 nowMs)
{
    return database.run(QStringLiteral("UPDATE businesses SET token = NULL, updated_at = ? WHERE business_id = ?"
                                       " AND token = (SELECT token_hash FROM sessions WHERE session_id = ?)"),
                        {nowMs, businessId, sessionId});
}

Result<void> businessstore::forgetApiToken(sql::Database &database, qint64 businessId, qint64 apiTokenId, qint64 nowMs)
{
    return database.run(QStringLiteral("UPDATE businesses SET token = NULL, updated_at = ? WHERE business_id = ?"
                                       " AND token IN (SELECT token_hash FROM sessions WHERE api_token_id = ?)"),
                        {nowMs, businessId, apiTokenId});
}

Result<qint64> businessstore::first(sql::Database &database)
{
    auto row = database.query(QStringLiteral("SELECT coalesce(min(business_id), 0) FROM businesses"));
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    return row->integer(0);
}

QByteArray businessstore::digest(const Business &business)
{
    return CanonicalHash("oshaq.business.2")
        .add(business.id)
        .add(business.name)
        .add(business.currency)
        .add(business.timeZone)
        .add(qint64{business.dayStartMinutes})
        .add(business.deliveryCostMinor)
        .add(business.taxRate)
        .add(business.taxName)
        .add(business.version)
        .result();
}

} // namespace oshaq
