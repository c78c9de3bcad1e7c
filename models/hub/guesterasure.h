// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/writer.h"

namespace oshaq {

/// Why a guest is erased.
enum class ErasureReason
{
    Request,  ///< somebody asked for it
    Retention ///< the time that the restaurant keeps guests is over (settingkeys::guestMonths)
};

namespace guestwrites {

/// Erases a person: all rows of users that are theirs (see userstore::samePerson). What they are called, their phones,
/// e-mail and addresses go, with what was written about them (notes, allergies, papers, what was sent to them and what
/// services answered), their tokens, wishes, devices and saved cards, which the bank is told to forget. Their orders
/// and what they paid stay, as nobody's; those that a terminal may still hold are in the feed with a new version. The
/// journal says that it was done, by numbers. Bytes are overwritten in the file, and the write-ahead log is cut.
/// StillInUse while an order of theirs is open or money may still move. Erased again: nothing is done.
/// Outcome: values = {rows of users, orders}.
Result<WriteOutcome> erase(WriteContext &context, qint64 userId, ErasureReason reason);

} // namespace guestwrites

/// What erasing everybody who is due would do.
struct RetentionPlan
{
    qint64 months = 0;   ///< 0: nobody is ever erased for their age
    qint64 cutoffMs = 0; ///< who ordered, or was written down, since then stays
    qint64 guests = 0;   ///< persons
    qint64 orders = 0;   ///< of theirs, which stay as nobody's
    qint64 kept = 0;     ///< old enough, but an order is open or money may still move
    qint64 oldestMs = 0; ///< when the first of them was last heard of; 0: nobody is due
};

namespace guestretention {

/// Call on a worker: it looks at every guest. One snapshot. `months`: what would be with another setting.
Result<RetentionPlan> plan(sql::Database &database, qint64 businessId, qint64 nowMs, std::optional<qint64> months = {});

/// Who was erased in a newer record than the one that was restored, and is still in this one.
struct PromisedErasure
{
    qint64 userId = 0;
    ErasureReason reason = ErasureReason::Request;
};
Result<std::vector<PromisedErasure>> promised(sql::Database &database, qint64 businessId);

/// Rows of users, one of each person who is due, oldest first, at most `limit`.
Result<std::vector<qint64>> due(sql::Database &database, qint64 businessId, qint64 nowMs, int limit);

} // namespace guestretention

} // namespace oshaq
