// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/searchblocks.h"

#include "models/domain/searchblock.h"
#include "models/domain/searchentry.h"
#include "models/hub/sqlvalues.h"

#include <QRandomGenerator>

#include <algorithm>
#include <unordered_set>

namespace oshaq {

namespace {

/// A packed row holds the orders of one order_id >> 7.
constexpr int partShift = searchblock::orderShift - 7;

WriteOutcome outcomeOf(qint64 businessId)
{
    WriteOutcome outcome;
    outcome.entity = EntityKind::Business;
    outcome.entityId = businessId;
    return outcome;
}

} // namespace

Result<qint64> searchblocks::newest(sql::Database &database)
{
    auto row = database.query(QStringLiteral("SELECT coalesce(max(part), -1) FROM search_parts"));
    if (!row)
        return row.error();
    if (!row->next())
        return hubsql::readFailed();
    return row->integer(0) < 0 ? qint64{-1} : row->integer(0) >> partShift;
}

Result<std::vector<searchblocks::Known>> searchblocks::known(sql::Database &database, qint64 businessId)
{
    // newest = 0: the block is claimed and being read.
    auto rows = database.query(QStringLiteral("SELECT search_block_id, block, oldest, newest"
                                              " FROM search_blocks INDEXED BY search_blocks_filled"
                                              " WHERE business_id = ? AND newest <> 0"),
                               {businessId});
    if (!rows)
        return rows.error();
    std::vector<Known> blocks;
    while (rows->next())
        blocks.push_back({rows->integer(0), rows->integer(1), rows->integer(2), rows->integer(3)});
    if (rows->failed())
        return hubsql::readFailed();
    return blocks;
}

Result<std::vector<qint64>> searchblocks::missing(sql::Database &database, qint64 businessId, std::size_t limit)
{
    const auto last = newest(database);
    if (!last)
        return last.error();
    const auto stored = known(database, businessId);
    if (!stored)
        return stored.error();
    std::unordered_set<qint64> kept;
    for (const Known &one : *stored)
        kept.insert(one.block);
    std::vector<qint64> blocks;
    for (qint64 block = *last - 1; block >= 0 && blocks.size() < limit; --block) {
        if (!kept.contains(block))
            blocks.push_back(block);
    }
    return blocks;
}

Result<searchblocks::Block> searchblocks::read(sql::Database &database, qint64 businessId, qint64 block)
{
    auto rows = database.query(QStringLiteral("SELECT oldest, newest, entries FROM search_parts"
                                              " WHERE part >= ? AND part < ? AND +business_id = ?"),
                               {block << partShift, (block + 1) << partShift, businessId});
    if (!rows)
        return rows.error();
    Block found;
    found.block = block;
    searchblock::Builder builder;
    SearchEntry entry;
    while (rows->next()) {
        found.oldestMs = std::min(found.oldestMs, rows->integer(0));
        found.newestMs = std::max(found.newestMs, rows->integer(1));
        const QByteArray bytes = rows->bytes(2);
        SearchEntries entries(bytes);
        while (entries.next(&entry))
            builder.add(entry);
        if (entries.failed())
            return hubsql::readFailed();
    }
    if (rows->failed())
        return hubsql::readFailed();
    found.names = builder.names();
    found.texts = builder.texts();
    return found;
}

Result<WriteOutcome> searchblockwrites::claim(WriteContext &context, qint64 businessId,
                                              const std::vector<qint64> &blocks)
{
    for (const qint64 block : blocks) {
        const auto gone = context.database.run(
            QStringLiteral("DELETE FROM search_blocks WHERE business_id = ? AND block = ?"), {businessId, block});
        if (!gone)
            return gone.error();
        // Whoever keeps what is in a row knows it by its number (SearchShelf): none is given twice.
        const auto number = qint64(QRandomGenerator::system()->generate64() >> 1);
        const auto claimed = context.database.run(
            QStringLiteral("INSERT INTO search_blocks (search_block_id, business_id, block, oldest, newest)"
                           " VALUES (?, ?, ?, 0, 0)"),
            {number, businessId, block});
        if (!claimed)
            return claimed.error();
    }
    return outcomeOf(businessId);
}

Result<WriteOutcome> searchblockwrites::store(WriteContext &context, qint64 businessId,
                                              const std::vector<searchblocks::Block> &blocks)
{
    for (const searchblocks::Block &block : blocks) {
        const auto stored =
            context.database.run(QStringLiteral("UPDATE search_blocks SET oldest = ?, newest = ?, names = ?, texts = ?"
                                                " WHERE business_id = ? AND block = ?"),
                                 {block.oldestMs, block.newestMs, block.names, block.texts, businessId, block.block});
        if (!stored)
            return stored.error();
    }
    return outcomeOf(businessId);
}

} // namespace oshaq
