// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogedit.h"
#include "models/domain/result.h"

#include <vector>

/// What the values of a menu must be, without a look at its other rows.
namespace oshaq::catalogrules {

/// `edit` on the row; ValidationFailed with the first wrong field. What the edit says of stations and categories is
/// written as it is: whether there are such ones is not known here.
Result<void> apply(const CategoryEdit &edit, Category *category);
/// `nowMs`: what comes back, comes back after it. An item that is on the menu has no time at which it comes back.
Result<void> apply(const ItemEdit &edit, qint64 nowMs, Item *item);

/// Ids do not count: they are given when the groups are written.
bool sameGroups(std::vector<OptionGroup> a, std::vector<OptionGroup> b);

} // namespace oshaq::catalogrules
