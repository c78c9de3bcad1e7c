// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/catalogport.h"

#include <optional>

namespace oshaq {

/// The one change that takes an import back, from the menu before it and the menu now: what is new goes, what changed
/// gets its values back, and stations that the file made stay. Nothing unless the two menus differ by just what the
/// import said it did: somebody else may have changed something meanwhile, or not all of it has arrived here. With the
/// versions of now: a row that changes before it is pressed makes the whole of it stale.
std::optional<CatalogChange> importTakenBack(const Catalog &before, const Catalog &now, const MenuImportResult &result);

} // namespace oshaq
