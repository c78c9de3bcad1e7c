// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/writer.h"
#include "models/sql/database.h"

#include <optional>

namespace oshaq {

/// The table `idempotency_keys`: which outcome a key already had. Runs inside the writer's transaction, so that a key
/// and what it stands for become durable together. The answer itself is never stored: it may hold personal data and is
/// rendered again.
namespace idempotencystore {

/// What a key that is known must be answered with.
struct Known
{
    Result<WriteOutcome> answer; ///< the stored success (replayed) or refusal, or IdempotencyKeyReused
};

/// Keys of terminals and businesses live 30 days, because a terminal may come back from a long night without its hub;
/// others 24 hours.
qint64 lifetimeMs(const Principal &principal);

/// BadRequest for a claim that no server should have let through; nothing is looked up with it.
Result<void> check(const IdempotencyClaim &claim);

/// Nothing when the key is free or expired.
Result<std::optional<Known>> find(sql::Database &database, const Principal &principal, const IdempotencyClaim &claim,
                                  qint64 nowMs);

/// Whether a result may be stored. Refusals that another moment answers differently are not: our own failures, rate
/// limits, and 401 and 403, after which a terminal's outbox asks for sign-in and sends the same command under the same
/// key.
bool isStorable(const Result<WriteOutcome> &result);

/// Replaces an expired key.
Result<void> store(sql::Database &database, const Principal &principal, const IdempotencyClaim &claim,
                   const Result<WriteOutcome> &result, qint64 nowMs);

/// Deletes at most `limit` expired keys; how many it were.
Result<int> removeExpired(sql::Database &database, qint64 nowMs, int limit);

} // namespace idempotencystore

} // namespace oshaq
