// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/hub/writer.h"
#include "models/sql/database.h"

#include <QByteArray>

#include <limits>
#include <vector>

namespace oshaq {

/// What may be found in each block of orders (models/domain/searchblock), kept until something that its orders are
/// found by is written: the database takes the row away by itself (migration 0030). A block is kept in two steps, as a
/// day is (see keptdays): claim it, read its orders from a snapshot that is younger than the claim, store it.
namespace searchblocks {

struct Block
{
    qint64 block = 0; ///< order_id >> searchblock::orderShift
    /// No order of it was placed before or after.
    qint64 oldestMs = std::numeric_limits<qint64>::max();
    qint64 newestMs = std::numeric_limits<qint64>::min();
    QByteArray names;
    QByteArray texts;
};

/// A block whose filters are stored, without them.
struct Known
{
    qint64 id = 0; ///< search_block_id
    qint64 block = 0;
    qint64 oldestMs = 0;
    qint64 newestMs = 0;
};

/// All of them, in no order, from an index alone (migration 0031).
Result<std::vector<Known>> known(sql::Database &database, qint64 businessId);

/// The block of the newest order of all; -1: there is none. No row is kept of it, because it is written to all day.
Result<qint64> newest(sql::Database &database);

/// Blocks before the newest that are not known, newest first, at most so many.
Result<std::vector<qint64>> missing(sql::Database &database, qint64 businessId, std::size_t limit);

/// From what the orders of the block are found by.
Result<Block> read(sql::Database &database, qint64 businessId, qint64 block);

} // namespace searchblocks

/// Inside the writer's transaction.
namespace searchblockwrites {

Result<WriteOutcome> claim(WriteContext &context, qint64 businessId, const std::vector<qint64> &blocks);
/// Those that are still claimed.
Result<WriteOutcome> store(WriteContext &context, qint64 businessId, const std::vector<searchblocks::Block> &blocks);

} // namespace searchblockwrites

} // namespace oshaq
