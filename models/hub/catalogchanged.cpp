// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/catalogedits.h"
#include "models/hub/catalogstore.h"
#include "models/hub/journalstore.h"
#include "models/hub/sqlvalues.h"

#include <QHash>

#include <algorithm>

namespace oshaq {

namespace {

/// The ids of the rows that a replayed change made, in the order of its lists, out of what was written then.
Result<std::vector<qint64>> madeRows(sql::Database &database, qint64 businessId, const CatalogChange &change,
                                     qint64 firstSeq)
{
    const int rows = int(change.categories.size() + change.items.size());
    const auto written = journalstore::rowsAfter(database, businessId, firstSeq - 1, rows + int(maxCatalogChanges));
    if (!written)
        return written.error();
    std::vector<qint64> categories;
    std::vector<qint64> items;
    for (const Change &row : *written) {
        if (row.type == u"category.created")
            categories.push_back(row.id);
        else if (row.type == u"item.created")
            items.push_back(row.id);
    }
    const auto isMade = [](const auto &one) { return one.act == RowAct::Make; };
    const auto newCategories = std::count_if(change.categories.begin(), change.categories.end(), isMade);
    const auto newItems = std::count_if(change.items.begin(), change.items.end(), isMade);
    if (written->empty() || written->front().seq != firstSeq || std::ssize(categories) < newCategories ||
        std::ssize(items) < newItems) {
        return Error{ErrorCode::NotFound, QStringLiteral("What this change made is not known any more."), {}};
    }
    categories.resize(std::size_t(newCategories));
    items.resize(std::size_t(newItems));
    categories.insert(categories.end(), items.begin(), items.end());
    return categories;
}

Result<std::vector<qint64>> rowIds(sql::Database &database, qint64 businessId, const CatalogChange &change,
                                   const WriteOutcome &outcome)
{
    if (!outcome.replayed)
        return outcome.values;
    std::vector<qint64> ids;
    bool makes = false;
    for (const CategoryChange &one : change.categories) {
        ids.push_back(one.act == RowAct::Make ? 0 : one.id);
        makes |= one.act == RowAct::Make;
    }
    for (const ItemChange &one : change.items) {
        ids.push_back(one.act == RowAct::Make ? 0 : one.id);
        makes |= one.act == RowAct::Make;
    }
    if (!makes)
        return ids;
    const auto made = madeRows(database, businessId, change, outcome.entityId);
    if (!made)
        return made.error();
    auto next = made->begin();
    for (qint64 &id : ids) {
        if (id == 0)
            id = *next++;
    }
    return ids;
}

/// The rows of these ids in their order, whether they can be seen or not.
template <typename Row, typename Read>
Result<std::vector<Row>> rowsInOrder(sql::Database &database, qint64 businessId, const std::vector<qint64> &ids,
                                     Read visible, Read removed)
{
    if (ids.empty())
        return std::vector<Row>();
    auto rows = visible(database, businessId, ids);
    if (rows && rows->size() < ids.size()) {
        const auto gone = removed(database, businessId, ids);
        if (!gone)
            return gone.error();
        rows->insert(rows->end(), gone->begin(), gone->end());
    }
    if (!rows)
        return rows.error();
    QHash<qint64, const Row *> index;
    for (const Row &row : *rows)
        index.insert(row.id, &row);
    std::vector<Row> ordered;
    ordered.reserve(ids.size());
    for (const qint64 id : ids) {
        const Row *row = index.value(id);
        if (!row)
            return Error{ErrorCode::Internal, QStringLiteral("A row of this change is not there."), {}};
        ordered.push_back(*row);
    }
    return ordered;
}

} // namespace

Result<CatalogChanged> catalogreads::changed(sql::Database &database, qint64 businessId, const CatalogChange &change,
                                             const WriteOutcome &outcome)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    const auto ids = rowIds(database, businessId, change, outcome);
    if (!ids)
        return ids.error();
    const auto middle = ids->begin() + std::ssize(change.categories);
    auto categories = rowsInOrder<Category>(database, businessId, {ids->begin(), middle}, catalogstore::categoriesById,
                                            catalogstore::removedCategories);
    if (!categories)
        return categories.error();
    auto items = rowsInOrder<Item>(database, businessId, {middle, ids->end()}, catalogstore::itemsById,
                                   catalogstore::removedItems);
    if (!items)
        return items.error();
    return CatalogChanged{std::move(*categories), std::move(*items)};
}

} // namespace oshaq
