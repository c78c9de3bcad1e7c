// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/apitokenstore.h"

#include "models/hub/canonicalhash.h"
#include "models/hub/editrules.h"
#include "models/hub/sqlvalues.h"

namespace oshaq {

namespace {

QString kindText(const ApiTokenRow &token)
{
    return token.kind == Principal::Kind::Business ? QStringLiteral("business") : QStringLiteral("integration");
}

QVariant optionalTime(qint64 ms)
{
    return ms == 0 ? QVariant() : QVariant(ms);
}

/// The first value is now.
QString selectTokens()
{
    return QStringLiteral("SELECT a.token_id, a.business_id, a.name, a.kind, a.created_at, a.expires_at,"
                          " EXISTS (SELECT 1 FROM sessions s WHERE s.api_token_id = a.token_id AND s.revoked_at IS NULL"
                          " AND (s.expires_at IS NULL OR s.expires_at > ?))"
                          " FROM api_tokens a WHERE a.deleted_at IS NULL ");
}

ApiTokenRow readRow(const sql::Statement &row)
{
    ApiTokenRow token;
    token.id = row.integer(0);
    token.businessId = row.integer(1);
    token.name = row.text(2);
    token.kind = row.text(3) == u"business" ? Principal::Kind::Business : Principal::Kind::Integration;
    token.createdAtMs = row.integer(4);
    token.expiresAtMs = row.isNull(5) ? 0 : row.integer(5);
    token.live = row.integer(6) != 0;
    return token;
}

} // namespace

Result<ApiTokenRow> apitokenstore::find(sql::Database &database, qint64 businessId, qint64 tokenId, qint64 nowMs)
{
    auto rows = database.query(selectTokens() + QStringLiteral("AND a.token_id = ? AND a.business_id = ?"),
                               {nowMs, tokenId, businessId});
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    if (!*found)
        return editrules::noSuch("token");
    return readRow(*rows);
}

Result<std::vector<ApiTokenRow>> apitokenstore::list(sql::Database &database, qint64 businessId, qint64 nowMs)
{
    auto rows = database.query(selectTokens() + QStringLiteral("AND a.business_id = ? ORDER BY a.token_id"),
                               {nowMs, businessId});
    if (!rows)
        return rows.error();
    std::vector<ApiTokenRow> tokens;
    while (rows->next())
        tokens.push_back(readRow(*rows));
    if (rows->failed())
        return hubsql::readFailed();
    return tokens;
}

Result<void> apitokenstore::insert(sql::Database &database, ApiTokenRow *token)
{
    auto inserted = database.query(
        QStringLiteral("INSERT INTO api_tokens (business_id, name, kind, created_at, expires_at)"
                       " VALUES (?, ?, ?, ?, ?)"),
        {token->businessId, token->name, kindText(*token), token->createdAtMs, optionalTime(token->expiresAtMs)});
    if (!inserted)
        return inserted.error();
    token->id = inserted->lastInsertId();
    return {};
}

Result<void> apitokenstore::setExpiry(sql::Database &database, const ApiTokenRow &token)
{
    return database.run(QStringLiteral("UPDATE api_tokens SET expires_at = ? WHERE token_id = ?"),
                        {optionalTime(token.expiresAtMs), token.id});
}

Result<void> apitokenstore::hide(sql::Database &database, const ApiTokenRow &token, qint64 nowMs)
{
    return database.run(QStringLiteral("UPDATE api_tokens SET deleted_at = ? WHERE token_id = ?"), {nowMs, token.id});
}

QByteArray apitokenstore::digest(const ApiTokenRow &token)
{
    return CanonicalHash("oshaq.apitoken.1")
        .add(token.id)
        .add(kindText(token))
        .add(token.createdAtMs)
        .add(token.expiresAtMs)
        .result();
}

} // namespace oshaq
