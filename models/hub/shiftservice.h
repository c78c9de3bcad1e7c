// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/staffshift.h"
#include "models/hub/shiftstore.h"
#include "models/hub/signinservice.h"
#include "models/hub/writer.h"

#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// Who may stand at a screen, for a request that names them.
struct OperatorRow
{
    Role role = Role::Kitchen; ///< of somebody who left: the last one they had
    bool worksHere = false;
};

namespace shiftreads {

/// Shifts that touch the business days `from` to `to` ("2026-01-15"; null ones: the last 30), newest first, at most
/// 2,000. One that nobody ended by the end of its business day has ended there.
Result<std::vector<StaffShift>> list(sql::Database &database, qint64 businessId, const QString &from, const QString &to,
                                     std::optional<qint64> staffId, qint64 nowMs);
Result<StaffShift> one(sql::Database &database, qint64 businessId, qint64 shiftId, qint64 nowMs);

/// NotFound for an id that was never one of this business's staff; those who left are found.
Result<OperatorRow> operatorRow(sql::Database &database, qint64 businessId, qint64 staffId);

} // namespace shiftreads

/// Shifts begin and end at terminals. A person has one open shift at most: whoever signs in at another screen takes it
/// along. What happened while a screen was offline arrives later and says when; it is believed as far back as a day, as
/// with orders. Each change is in the journal, with ids only; the actor is the person.
///
/// Outcome of both sign-ins: entityId = staff, values = {shift (0: none was written), role, 1 when they work here}.
namespace shiftwrites {

/// The caller's terminal, by a PIN that a worker checked.
Result<WriteOutcome> signIn(WriteContext &context, const SignInProof &proof);
/// By a screen that had no hub and checked the PIN itself. Somebody who left meanwhile was at work until then.
Result<WriteOutcome> signedInAway(WriteContext &context, qint64 staffId, qint64 actedAtMs);
/// NotFound when they are not at the caller's terminal. A sign-out that arrives late says when it really was, also of a
/// shift that somebody else or the end of the day has ended.
Result<WriteOutcome> signOut(WriteContext &context, qint64 staffId, std::optional<qint64> actedAtMs);

/// A manager says when somebody left who did not. ValidationFailed before its begin, after now, inside a later shift,
/// and for a shift that the person ended. Outcome: values = {shift}.
Result<WriteOutcome> end(WriteContext &context, qint64 shiftId, qint64 endedAtMs);
/// Somebody leaves for good, or may not sign in any more.
Result<void> endOpen(WriteContext &context, const StaffMember &staff);

} // namespace shiftwrites

} // namespace oshaq
