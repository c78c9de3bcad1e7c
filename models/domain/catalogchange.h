// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogedit.h"

#include <optional>
#include <vector>

namespace oshaq {

/// What happens to one row of the menu in a CatalogChange.
enum class RowAct
{
    Make,   ///< a new row
    Edit,   ///< of what is there
    Remove, ///< it goes off the menu; orders keep what they say of it
    Restore ///< one that was removed comes back as it was, then `edit` applies
};

struct CategoryChange
{
    RowAct act = RowAct::Edit;
    qint64 id = 0;                 ///< 0 for Make
    std::optional<qint64> version; ///< that the person saw; none: whatever it is
    CategoryEdit edit;

    bool operator==(const CategoryChange &) const = default;
};

struct ItemChange
{
    RowAct act = RowAct::Edit;
    qint64 id = 0;
    std::optional<qint64> version;
    ItemEdit edit;

    bool operator==(const ItemChange &) const = default;
};

/// Several changes of the menu that happen together or not at all: a new order of dishes, prices of a whole category,
/// one dish edited. Categories that are made, edited or restored come first, then the items, then the categories that
/// are removed; each in the order of its list.
struct CatalogChange
{
    std::vector<CategoryChange> categories;
    std::vector<ItemChange> items;

    bool isEmpty() const { return categories.empty() && items.empty(); }
    bool operator==(const CatalogChange &) const = default;
};

/// At most so many rows in one change.
inline constexpr int maxCatalogChanges = 2000;

/// The rows as they are after a CatalogChange, in the order of its lists; of removed ones as they were.
struct CatalogChanged
{
    std::vector<Category> categories;
    std::vector<Item> items;
};

/// What takes a change back. `before`: the rows that it named, as they were, in the order of its lists (of new ones:
/// anything); `after`: what the hub answered. It is refused as stale when somebody else changed one of the rows since.
CatalogChange inverseOf(const CatalogChange &change, const CatalogChanged &before, const CatalogChanged &after);
/// The rows of `catalog` that `change` names, as inverseOf() wants them; default ones where there is none.
CatalogChanged rowsOf(const CatalogChange &change, const Catalog &catalog);

} // namespace oshaq
