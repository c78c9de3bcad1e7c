// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/sessionstore.h"

#include "models/hub/sqlvalues.h"

#include <QCryptographicHash>

#include <array>

namespace oshaq {

namespace {

struct KindName
{
    Principal::Kind kind;
    QLatin1String name;
};

constexpr std::array kindNames{
    KindName{Principal::Kind::Business, QLatin1String("business")},
    KindName{Principal::Kind::Terminal, QLatin1String("terminal")},
    KindName{Principal::Kind::Guest, QLatin1String("guest")},
    KindName{Principal::Kind::Staff, QLatin1String("staff")},
    KindName{Principal::Kind::Integration, QLatin1String("integration")},
};

QString kindText(Principal::Kind kind)
{
    for (const KindName &entry : kindNames) {
        if (entry.kind == kind)
            return entry.name;
    }
    return {};
}

std::optional<Principal::Kind> kindFromText(const QString &text)
{
    for (const KindName &entry : kindNames) {
        if (entry.name == text)
            return entry.kind;
    }
    return std::nullopt;
}

// A guest has no label: it goes into logs, and their name is personal.
QString selectSessions()
{
    return QStringLiteral(
        "SELECT s.session_id, s.kind, s.role, s.business_id, s.principal_id, s.expires_at, s.revoked_at,"
        " CASE s.kind WHEN 'business' THEN b.name WHEN 'terminal' THEN t.name WHEN 'integration' THEN a.name ELSE '' "
        "END,"
        " s.created_at, s.ends_at, s.last_used_at, s.label"
        " FROM sessions s JOIN businesses b ON b.business_id = s.business_id"
        " LEFT JOIN terminals t ON s.kind = 'terminal' AND t.terminal_id = s.principal_id"
        " LEFT JOIN api_tokens a ON a.token_id = s.api_token_id ");
}

Result<SessionRow> readRow(const sql::Statement *rows)
{
    const auto kind = kindFromText(rows->text(1));
    const auto role = roleFromText(rows->text(2));
    if (!kind || !role)
        return Error{ErrorCode::Internal, QStringLiteral("A session is of an unknown kind."), {}};
    SessionRow session;
    session.principal.sessionId = rows->integer(0);
    session.principal.kind = *kind;
    session.principal.role = *role;
    session.principal.businessId = rows->integer(3);
    session.principal.id = rows->integer(4);
    session.principal.expiresAtMs = rows->isNull(5) ? 0 : rows->integer(5);
    session.revoked = !rows->isNull(6);
    session.principal.label = rows->text(7);
    session.createdAtMs = rows->integer(8);
    session.endsAtMs = rows->isNull(9) ? 0 : rows->integer(9);
    session.lastUsedAtMs = rows->isNull(10) ? 0 : rows->integer(10);
    session.device = rows->text(11);
    return session;
}

Result<std::optional<SessionRow>> readOne(Result<sql::Statement> rows)
{
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<SessionRow>();
    auto session = readRow(&*rows);
    if (!session)
        return session.error();
    return std::optional(std::move(session).value());
}

/// `whose` is a condition with one value, the id.
Result<void> endThose(sql::Database &database, const QString &whose, qint64 id, qint64 endsAtMs, qint64 nowMs)
{
    if (endsAtMs <= nowMs) {
        return database.run(QStringLiteral("UPDATE sessions SET revoked_at = ? WHERE revoked_at IS NULL AND ") + whose,
                            {nowMs, id});
    }
    return database.run(QStringLiteral("UPDATE sessions SET expires_at = ? WHERE revoked_at IS NULL"
                                       " AND (expires_at IS NULL OR expires_at > ?) AND ") +
                            whose,
                        {endsAtMs, endsAtMs, id});
}

} // namespace

QByteArray sessionstore::hashOf(const QString &token)
{
    return QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256);
}

Result<std::optional<SessionRow>> sessionstore::findByHash(sql::Database &database, const QByteArray &tokenHash)
{
    return readOne(database.query(selectSessions() + QStringLiteral("WHERE s.token_hash = ?"), {tokenHash}));
}

Result<std::optional<SessionRow>> sessionstore::find(sql::Database &database, qint64 sessionId)
{
    return readOne(database.query(selectSessions() + QStringLiteral("WHERE s.session_id = ?"), {sessionId}));
}

Result<qint64> sessionstore::insert(sql::Database &database, const Principal &principal, const QByteArray &tokenHash,
                                    qint64 nowMs)
{
    auto inserted = database.query(
        QStringLiteral(
            "INSERT INTO sessions (token_hash, kind, role, business_id, principal_id, created_at, expires_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {tokenHash, kindText(principal.kind), roleText(principal.role), principal.businessId, principal.id, nowMs,
         principal.expiresAtMs == 0 ? QVariant() : QVariant(principal.expiresAtMs)});
    if (!inserted)
        return inserted.error();
    return inserted->lastInsertId();
}

Result<void> sessionstore::setTerminalRole(sql::Database &database, qint64 terminalId, Role role)
{
    return database.run(QStringLiteral("UPDATE sessions SET role = ? WHERE kind = 'terminal' AND principal_id = ?"),
                        {roleText(role), terminalId});
}

Result<void> sessionstore::endTerminal(sql::Database &database, qint64 terminalId, qint64 endsAtMs, qint64 nowMs)
{
    return endThose(database, QStringLiteral("kind = 'terminal' AND principal_id = ?"), terminalId, endsAtMs, nowMs);
}

Result<void> sessionstore::endApiToken(sql::Database &database, qint64 tokenId, qint64 endsAtMs, qint64 nowMs)
{
    return endThose(database, QStringLiteral("api_token_id = ?"), tokenId, endsAtMs, nowMs);
}

Result<void> sessionstore::giveToApiToken(sql::Database &database, const QByteArray &tokenHash, qint64 tokenId)
{
    return database.run(QStringLiteral("UPDATE sessions SET api_token_id = ? WHERE token_hash = ?"),
                        {tokenId, tokenHash});
}

Result<std::vector<SessionRow>> sessionstore::ofPrincipal(sql::Database &database, qint64 businessId,
                                                          Principal::Kind kind, qint64 principalId, qint64 nowMs)
{
    auto rows = database.query(
        selectSessions() + QStringLiteral("WHERE s.business_id = ? AND s.kind = ? AND s.principal_id = ?"
                                          " AND s.revoked_at IS NULL AND (coalesce(s.ends_at, s.expires_at) IS NULL"
                                          " OR coalesce(s.ends_at, s.expires_at) > ?) ORDER BY s.session_id DESC"),
        {businessId, kindText(kind), principalId, nowMs});
    if (!rows)
        return rows.error();
    std::vector<SessionRow> sessions;
    while (rows->next()) {
        auto session = readRow(&*rows);
        if (!session)
            return session.error();
        sessions.push_back(std::move(session).value());
    }
    if (rows->failed())
        return hubsql::readFailed();
    return sessions;
}

Result<void> sessionstore::revokeAll(sql::Database &database, qint64 businessId, Principal::Kind kind,
                                     qint64 principalId, qint64 nowMs)
{
    return database.run(QStringLiteral("UPDATE sessions SET revoked_at = ? WHERE business_id = ? AND kind = ?"
                                       " AND principal_id = ? AND revoked_at IS NULL"),
                        {nowMs, businessId, kindText(kind), principalId});
}

Result<void> sessionstore::describe(sql::Database &database, qint64 sessionId, const QString &device, qint64 endsAtMs,
                                    qint64 nowMs)
{
    return database.run(
        QStringLiteral("UPDATE sessions SET label = ?, ends_at = ?, last_used_at = ? WHERE session_id = ?"),
        {device, endsAtMs == 0 ? QVariant() : QVariant(endsAtMs), nowMs, sessionId});
}

Result<void> sessionstore::renew(sql::Database &database, qint64 sessionId, const QByteArray &tokenHash,
                                 qint64 expiresAtMs, qint64 nowMs)
{
    return database.run(
        QStringLiteral("UPDATE sessions SET token_hash = ?, expires_at = ?, last_used_at = ? WHERE session_id = ?"),
        {tokenHash, expiresAtMs, nowMs, sessionId});
}

Result<void> sessionstore::insertRefresh(sql::Database &database, qint64 businessId, qint64 sessionId,
                                         const QByteArray &tokenHash, qint64 nowMs)
{
    return database.run(QStringLiteral("INSERT INTO refresh_tokens (token_hash, session_id, business_id, issued_at)"
                                       " VALUES (?, ?, ?, ?)"),
                        {tokenHash, sessionId, businessId, nowMs});
}

Result<std::optional<RefreshRow>> sessionstore::findRefresh(sql::Database &database, const QByteArray &tokenHash)
{
    auto rows = database.query(
        QStringLiteral("SELECT session_id, issued_at, used_at FROM refresh_tokens WHERE token_hash = ?"), {tokenHash});
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<RefreshRow>();
    return std::optional(RefreshRow{rows->integer(0), rows->integer(1), !rows->isNull(2)});
}

Result<void> sessionstore::useRefresh(sql::Database &database, const QByteArray &tokenHash, qint64 nowMs)
{
    return database.run(QStringLiteral("UPDATE refresh_tokens SET used_at = ? WHERE token_hash = ?"),
                        {nowMs, tokenHash});
}

Result<void> sessionstore::revoke(sql::Database &database, qint64 sessionId, qint64 nowMs)
{
    return database.run(
        QStringLiteral("UPDATE sessions SET revoked_at = ? WHERE session_id = ? AND revoked_at IS NULL"),
        {nowMs, sessionId});
}

} // namespace oshaq
