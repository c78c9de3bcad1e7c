// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/catalogservice.h"

#include "models/hub/businessstore.h"
#include "models/hub/catalogedits.h"
#include "models/hub/catalogstore.h"
#include "models/hub/sqlvalues.h"

namespace oshaq {

Result<WriteOutcome> catalogwrites::setAvailable(WriteContext &context, qint64 itemId, const Availability &wanted)
{
    // Whoever was long without the hub sends what was over before it arrived.
    const bool isOver = !wanted.available && wanted.backAtMs != 0 && wanted.backAtMs <= context.nowMs &&
                        wanted.actedAtMs && *wanted.actedAtMs < wanted.backAtMs;
    ItemEdit edit;
    if (!isOver) {
        edit.available = wanted.available;
        edit.backAtMs = wanted.backAtMs;
    } else {
        const auto item = catalogreads::item(context.database, context.principal.businessId, itemId);
        if (!item)
            return item.error();
        // It was off and is back: the screen that said so waits for a newer row to stop showing its own word.
        if (item->available) {
            ItemEdit off;
            off.available = false;
            if (auto went = catalogwrites::editItem(context, itemId, off, std::nullopt); !went)
                return went;
            edit.available = true;
        }
    }
    return catalogwrites::editItem(context, itemId, edit, std::nullopt);
}

Result<WriteOutcome> catalogwrites::putBack(WriteContext &context)
{
    const auto due = catalogstore::itemsDueBack(context.database, context.principal.businessId, context.nowMs);
    if (!due)
        return due.error();
    CatalogChange change;
    for (const Item &item : *due) {
        ItemEdit edit;
        edit.available = true;
        edit.backAtMs = 0;
        change.items.push_back({RowAct::Edit, item.id, {}, edit});
        if (change.items.size() == std::size_t(maxCatalogChanges))
            break;
    }
    return catalogwrites::change(context, change);
}

Result<Business> catalogreads::business(sql::Database &database, qint64 businessId)
{
    return businessstore::find(database, businessId);
}

Result<Business> catalogreads::onlyBusiness(sql::Database &database)
{
    auto businesses = businessstore::list(database, 2);
    if (!businesses)
        return businesses.error();
    if (businesses->size() != 1) {
        return Error{ErrorCode::NotFound,
                     businesses->empty() ? QStringLiteral("This hub has no business yet.")
                                         : QStringLiteral("This hub has several businesses; say which."),
                     {}};
    }
    return std::move(businesses->front());
}

Result<Catalog> catalogreads::catalog(sql::Database &database, qint64 businessId)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    return catalogstore::load(database, businessId);
}

} // namespace oshaq
