// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/catalogservice.h"

#include "models/hub/businessstore.h"
#include "models/hub/catalogstore.h"
#include "models/hub/journalstore.h"
#include "models/hub/sqlvalues.h"

#include <QJsonObject>

namespace oshaq {

Result<WriteOutcome> catalogwrites::setAvailable(WriteContext &context, qint64 itemId, bool available)
{
    const qint64 businessId = context.principal.businessId;
    auto items = catalogstore::itemsById(context.database, businessId, {itemId});
    if (!items)
        return items.error();
    if (items->empty())
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such item."), {}};
    WriteOutcome outcome;
    outcome.entity = EntityKind::Item;
    outcome.entityId = itemId;
    Item &item = items->front();
    if (item.available == available)
        return outcome;
    item.available = available;
    ++item.version;
    if (const auto updated = catalogstore::updateItem(context.database, businessId, &item, false, context.nowMs);
        !updated)
        return updated.error();
    const auto written =
        journalstore::append(context, businessId,
                             {EntityKind::Item, item.id, item.version, QStringLiteral("item.updated"),
                              QJsonObject{{QStringLiteral("available"), available}}, catalogstore::digest(item)});
    if (!written)
        return written.error();
    return outcome;
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
