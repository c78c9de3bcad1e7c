// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogchange.h"
#include "models/hub/writer.h"

#include <QString>

#include <vector>

namespace oshaq {

/// A row of a CatalogChange, from what it was to what it will be.
template <typename Change, typename Row> struct CatalogSlot
{
    const Change *change = nullptr;
    QString place; ///< "items[3]"
    Row before;
    Row row;
    bool isThere = false; ///< it can be seen before the change
    bool sound = true;    ///< nothing was wrong so far

    bool staysVisible() const { return sound && change->act != RowAct::Remove; }
    bool isMoved() const { return sound && change->edit.position && change->act != RowAct::Remove; }
};

using CategorySlot = CatalogSlot<CategoryChange, Category>;
using ItemSlot = CatalogSlot<ItemChange, Item>;

/// What a CatalogChange comes to, before anything of it is written.
struct CatalogPlan
{
    std::vector<CategorySlot> categories; ///< in the order of its lists
    std::vector<ItemSlot> items;
    std::vector<Category> shiftedCategories; ///< that make room for what is moved
    std::vector<Item> shiftedItems;          ///< likewise
};

namespace catalogplan {

/// Refused as catalogwrites::change() says. The change must outlive the plan.
Result<CatalogPlan> make(WriteContext &context, const CatalogChange &change);

} // namespace catalogplan

} // namespace oshaq
