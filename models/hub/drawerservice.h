// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drawer.h"
#include "models/domain/payment.h"
#include "models/hub/writer.h"

#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// Commands on cash drawers: run inside the writer's transaction, each writes its rows and the journal. The outcomes
/// carry the session's id. A closed session is over: VersionStale, for whoever acts on it saw it open.
namespace drawerwrites {

/// Beside the caller's screen, or at no screen. AlreadyExists while one is open there.
Result<WriteOutcome> open(WriteContext &context, qint64 floatMinor);

/// Cash by hand, with its reason. No more goes out than should be there: ValidationFailed.
Result<WriteOutcome> move(WriteContext &context, qint64 sessionId, DrawerMoveKind kind, qint64 amountMinor,
                          const QString &reason);

/// What was found. `pieces` empty: only the sum is known; else the sum must be theirs.
struct Found
{
    qint64 countedMinor = 0;
    std::vector<DrawerPieces> pieces = {};
};

/// A count in between: nothing changes but that it is known.
Result<WriteOutcome> count(WriteContext &context, qint64 sessionId, const Found &found);

/// The last count. VersionStale when somebody changed the session since the caller saw it.
Result<WriteOutcome> close(WriteContext &context, qint64 sessionId, const Found &found, const QString &note,
                           std::optional<qint64> version);

} // namespace drawerwrites

/// Cash of payments, for the drawer that it goes into or comes from (see drawerFor()); none is open: it is in none, and
/// the payment counts all the same. Part of the payment's own command.
namespace drawercash {

Result<void> came(WriteContext &context, const Payment &payment);
Result<void> wentBack(WriteContext &context, const Payment &payment, const Refund &refund);

} // namespace drawercash

namespace drawerreads {

/// With the names of people as they are called now, moves by hand and counts.
Result<DrawerSession> one(sql::Database &database, qint64 businessId, qint64 sessionId);

/// The open ones, oldest first, without moves.
Result<std::vector<DrawerSession>> open(sql::Database &database, qint64 businessId);

struct Page
{
    std::vector<DrawerSession> sessions; ///< newest first, without moves
    QString nextCursor;                  ///< empty: the last page
};
/// ValidationFailed for a cursor that is none.
Result<Page> page(sql::Database &database, qint64 businessId, int limit, const QString &cursor);

/// Those that were open at some moment of [beginMs, endMs), oldest first, without moves.
Result<std::vector<DrawerSession>> during(sql::Database &database, qint64 businessId, qint64 beginMs, qint64 endMs);

} // namespace drawerreads

} // namespace oshaq
