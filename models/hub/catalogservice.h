// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/hub/writer.h"

#include <optional>
#include <vector>

namespace oshaq {

/// One item of a menu that is brought in from outside.
struct MenuImportItem
{
    QString category;
    QString name;
    QString description;
    qint64 priceMinor = 0;
    qint64 quantityStep = 0; ///< thousandths; 0: the category's
    QString externalId;
    QString station; ///< name; empty: the category's or the first one; unknown ones are made
    int prepSeconds = 0;
    std::vector<OptionGroup> optionGroups;     ///< ids are ignored
    std::optional<QStringList> allergens = {}; ///< none: as they were
};

struct MenuImportCounts
{
    int categoriesCreated = 0;
    int itemsCreated = 0;
    int itemsUpdated = 0;
    int itemsUnchanged = 0;
};

namespace catalogwrites {

/// All or nothing in one command; a value that is wrong, or two entries that mean one item, refuse the whole
/// (ValidationFailed, details "items[3].price"). The first menu of a new business gives its one station the first name
/// that it mentions. Items match by externalId, else by category and name. WriteOutcome::values are the four counts in
/// the order of MenuImportCounts. A dry run does all of it and takes it back.
Result<WriteOutcome> importMenu(WriteContext &context, const std::vector<MenuImportItem> &items, bool dryRun = false);

struct Availability
{
    bool available = true;
    qint64 backAtMs = 0; ///< of what is off; see Item::backAtMs. In the future, and within 90 days
    /// When somebody said so. What was to come back by now, but not then, changes nothing.
    std::optional<qint64> actedAtMs = {};
};

/// "86": false takes the item off the menu everywhere.
Result<WriteOutcome> setAvailable(WriteContext &context, qint64 itemId, const Availability &wanted);

/// Puts on the menu what is off it until a time that has come; WriteOutcome::values are the items.
Result<WriteOutcome> putBack(WriteContext &context);

} // namespace catalogwrites

namespace catalogreads {

Result<Business> business(sql::Database &database, qint64 businessId);
/// The only business of this hub, or NotFound when there are none or several.
Result<Business> onlyBusiness(sql::Database &database);
/// Whole catalog of a business: categories and items by position, options included.
Result<Catalog> catalog(sql::Database &database, qint64 businessId);

} // namespace catalogreads

} // namespace oshaq
