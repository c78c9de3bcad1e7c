// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/dayend.h"
#include "models/domain/dayendfigures.h"
#include "models/hub/writer.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace oshaq {

namespace dayendreads {

/// The figures of a business day as they are now; ValidationFailed for a text that is no day, or one that has not come
/// yet. Reads the whole day in one snapshot: on a worker.
Result<DayEndFigures> figures(sql::Database &database, qint64 businessId, const QString &day, qint64 nowMs);

/// A report as it was kept, with the name of who made it as they are called now.
struct Kept
{
    DayEnd dayEnd;
    DayEndFigures figures;
};
Result<Kept> one(sql::Database &database, qint64 businessId, qint64 dayEndId);

struct Page
{
    std::vector<DayEnd> dayEnds; ///< newest first
    QString nextCursor;          ///< empty: the last page
};
/// ValidationFailed for a cursor that is none.
Result<Page> page(sql::Database &database, qint64 businessId, int limit, const QString &cursor);

} // namespace dayendreads

namespace dayendwrites {

/// Keeps a report under the next number of its day. The journal's last row is read here, inside the transaction, and
/// the report itself is the row after it. Outcome 201.
Result<WriteOutcome> make(WriteContext &context, const std::shared_ptr<const DayEndFigures> &figures);

/// A job for the printer that is named, or for the first one that prints receipts. Outcome 201 with the job.
Result<WriteOutcome> print(WriteContext &context, qint64 dayEndId, std::optional<qint64> printerId);

} // namespace dayendwrites

} // namespace oshaq
