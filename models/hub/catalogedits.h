// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

Result<WriteOutcome> createCategory(WriteContext &context, const CategoryEdit &edit);
Result<WriteOutcome> editCategory(WriteContext &context, qint64 categoryId, const CategoryEdit &edit,
                                  ExpectedVersion version);
/// StillInUse while it has items.
Result<WriteOutcome> removeCategory(WriteContext &context, qint64 categoryId, ExpectedVersion version);

/// Two items of one category may share a name only when both have an external id: an import could not tell them apart.
Result<WriteOutcome> createItem(WriteContext &context, const ItemEdit &edit);
Result<WriteOutcome> editItem(WriteContext &context, qint64 itemId, const ItemEdit &edit, ExpectedVersion version);
/// With its picture. Orders keep what they say of it.
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
Result<std::vector<Category>> categories(sql::Database &database, qint64 businessId);
Result<std::vector<Station>> stations(sql::Database &database, qint64 businessId);
Result<ItemPage> items(sql::Database &database, qint64 businessId, const ItemFilter &filter);

} // namespace catalogreads

} // namespace oshaq
