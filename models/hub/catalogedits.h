// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogchange.h"
#include "models/domain/catalogedit.h"
#include "models/hub/writer.h"

#include <optional>

namespace oshaq {

/// Editing the menu row by row. Everywhere: NotFound for a row that does not exist or is another business's;
/// VersionStale when `version` is given and is not the row's; ValidationFailed with the field for a value that does not
/// fit; AlreadyExists for a name or an external id that another row has. What changes nothing writes nothing and raises
/// no version. Outcomes say entity and id; 201 for what was made.
namespace catalogwrites {

using ExpectedVersion = std::optional<qint64>;

/// All of it or nothing; see CatalogChange. What is refused names every wrong place ("items[3].price",
/// "items[3].version" with VersionStale), the code is the first one's. Names count as they are in the end, so that two
/// rows may swap theirs. A row that is moved to the position of another one comes before it; the others make room.
///
/// What is restored comes back under its id with its picture and its options; when its station is gone meanwhile, it is
/// made at its category's. Restoring what is there is an edit.
///
/// WriteOutcome::values are the ids in the order of the lists, see also catalogreads::changed().
Result<WriteOutcome> change(WriteContext &context, const CatalogChange &change);

Result<WriteOutcome> createCategory(WriteContext &context, const CategoryEdit &edit);
Result<WriteOutcome> editCategory(WriteContext &context, qint64 categoryId, const CategoryEdit &edit,
                                  ExpectedVersion version);
/// StillInUse while it has items.
Result<WriteOutcome> removeCategory(WriteContext &context, qint64 categoryId, ExpectedVersion version);

/// Two items of one category may share a name only when both have an external id: an import could not tell them apart.
Result<WriteOutcome> createItem(WriteContext &context, const ItemEdit &edit);
Result<WriteOutcome> editItem(WriteContext &context, qint64 itemId, const ItemEdit &edit, ExpectedVersion version);
/// With its picture, which nobody sees until it is restored. Orders keep what they say of it.
Result<WriteOutcome> removeItem(WriteContext &context, qint64 itemId, ExpectedVersion version);

Result<WriteOutcome> createStation(WriteContext &context, const StationEdit &edit);
Result<WriteOutcome> editStation(WriteContext &context, qint64 stationId, const StationEdit &edit,
                                 ExpectedVersion version);
/// StillInUse while something is made or shown there, and for the last one.
Result<WriteOutcome> removeStation(WriteContext &context, qint64 stationId, ExpectedVersion version);

} // namespace catalogwrites

namespace catalogreads {

/// NotFound also for another business's row.
Result<Category> category(sql::Database &database, qint64 businessId, qint64 categoryId);
Result<Item> item(sql::Database &database, qint64 businessId, qint64 itemId);
Result<Station> station(sql::Database &database, qint64 businessId, qint64 stationId);
/// The rows of a change after `outcome` of it, also of a replayed one; of removed ones as they were.
Result<CatalogChanged> changed(sql::Database &database, qint64 businessId, const CatalogChange &change,
                               const WriteOutcome &outcome);
Result<std::vector<Category>> categories(sql::Database &database, qint64 businessId);
Result<std::vector<Station>> stations(sql::Database &database, qint64 businessId);
Result<ItemPage> items(sql::Database &database, qint64 businessId, const ItemFilter &filter);

} // namespace catalogreads

} // namespace oshaq
