// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/idempotencystore.h"

#include "models/domain/timespans.h"

#include <algorithm>

namespace oshaq::idempotencystore {

namespace {

constexpr qsizetype maxKeyLength = 200;
constexpr qsizetype bodyHashLength = 32;

ErrorCode errorCodeFromText(const QString &text)
{
    // Only replays of refusals come here, so a walk over the codes is cheap enough.
    for (int code = 0; code <= int(ErrorCode::Internal); ++code) {
        if (errorCodeText(ErrorCode(code)) == text)
            return ErrorCode(code);
    }
    return ErrorCode::Internal;
}

} // namespace

qint64 lifetimeMs(const Principal &principal)
{
    const bool longLived = principal.kind == Principal::Kind::Terminal || principal.kind == Principal::Kind::Business;
    return longLived ? 30 * 24 * hourMs : 24 * hourMs;
}

Result<void> check(const IdempotencyClaim &claim)
{
    const bool printable = std::all_of(claim.key.cbegin(), claim.key.cend(),
                                       [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
    if (claim.key.isEmpty() || claim.key.size() > maxKeyLength || !printable)
        return Error{
            ErrorCode::BadRequest, QStringLiteral("Idempotency-Key must be 1 to 200 printable ASCII characters"), {}};
    if (claim.route.isEmpty() || claim.bodyHash.size() != bodyHashLength)
        return Error{
            ErrorCode::Internal, QStringLiteral("an idempotency claim without a route or a SHA-256 of the body"), {}};
    return {};
}

Result<std::optional<Known>> find(sql::Database &database, const Principal &principal, const IdempotencyClaim &claim,
                                  qint64 nowMs)
{
    auto row = database.query(
        QStringLiteral("SELECT body_hash, outcome_code, error_code, entity, entity_id FROM idempotency_keys "
                       "WHERE principal = ? AND route = ? AND key = ? AND expires_at > ?"),
        {principal.key(), claim.route, claim.key, nowMs});
    if (!row)
        return row.error();
    if (!row->next()) {
        if (row->failed())
            return Error{ErrorCode::StorageUnavailable, QStringLiteral("idempotency_keys cannot be read"), {}};
        return std::optional<Known>();
    }
    if (row->bytes(0) != claim.bodyHash) {
        return std::optional<Known>(
            Known{Error{ErrorCode::IdempotencyKeyReused,
                        QStringLiteral("this Idempotency-Key was used before with another body"),
                        {}}});
    }
    if (!row->isNull(2)) {
        return std::optional<Known>(
            Known{Error{errorCodeFromText(row->text(2)),
                        QStringLiteral("this request was refused before under the same Idempotency-Key"),
                        {}}});
    }
    WriteOutcome outcome;
    outcome.replayed = true;
    outcome.code = int(row->integer(1));
    outcome.entityId = row->integer(4);
    if (!entityKindFromText(row->text(3), &outcome.entity))
        return Error{ErrorCode::Internal,
                     QStringLiteral("idempotency_keys holds the unknown entity '%1'").arg(row->text(3)),
                     {}};
    return std::optional<Known>(Known{outcome});
}

bool isStorable(const Result<WriteOutcome> &result)
{
    if (result.ok())
        return true;
    switch (result.error().code) {
    case ErrorCode::RateLimited:
    case ErrorCode::Unauthenticated:
    case ErrorCode::TokenExpired:
    case ErrorCode::Forbidden:
    case ErrorCode::IdempotencyKeyReused:
    case ErrorCode::StorageUnavailable:
    case ErrorCode::Overloaded:
    case ErrorCode::ReplicaUnreachable:
    case ErrorCode::HubFenced:
    case ErrorCode::HubStandby:
    case ErrorCode::Internal:
        return false;
    default:
        return true;
    }
}

Result<void> store(sql::Database &database, const Principal &principal, const IdempotencyClaim &claim,
                   const Result<WriteOutcome> &result, qint64 nowMs)
{
    const bool success = result.ok();
    return database.run(
        QStringLiteral("REPLACE INTO idempotency_keys (principal, route, key, body_hash, outcome_code, error_code, "
                       "entity, entity_id, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {principal.key(), claim.route, claim.key, claim.bodyHash, success ? result->code : 0,
         success ? QVariant() : QVariant(errorCodeText(result.error().code)),
         success ? QVariant(entityKindText(result->entity)) : QVariant(),
         success ? QVariant(result->entityId) : QVariant(), nowMs, nowMs + lifetimeMs(principal)});
}

Result<int> removeExpired(sql::Database &database, qint64 nowMs, int limit)
{
    auto deleted =
        database.query(QStringLiteral("DELETE FROM idempotency_keys WHERE (principal, route, key) IN "
                                      "(SELECT principal, route, key FROM idempotency_keys WHERE expires_at <= ? "
                                      "ORDER BY expires_at LIMIT ?)"),
                       {nowMs, limit});
    if (!deleted)
        return deleted.error();
    return deleted->rowsAffected();
}

} // namespace oshaq::idempotencystore
