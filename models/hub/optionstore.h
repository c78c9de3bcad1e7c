// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

#include <vector>

namespace oshaq {

/// The tables `option_groups` and `options`: what belongs to an item and is written as a whole with it.
namespace optionstore {

/// All options of all these items with one statement.
Result<void> attach(sql::Database &database, std::vector<Item> *items);

/// Writes item->optionGroups in place of what the item has. Groups keep their id by their name, options by theirs
/// within the group, so that a basket that a guest filled before the edit still means something; the ids of
/// item->optionGroups are set. Orders hold their own snapshot and refer to none of these rows.
Result<void> replace(sql::Database &database, qint64 businessId, Item *item);

} // namespace optionstore

} // namespace oshaq
