// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/role.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace oshaq {

/// What is to be written of a row; members without a value stay as they are, or get their default in a new row. Members
/// of members (`optional<optional<>>`) can be taken away as well.
struct CategoryEdit
{
    std::optional<QString> name;
    std::optional<qint64> quantityStep; ///< thousandths
    std::optional<std::optional<qint64>> stationId;
    std::optional<int> position; ///< of a new one: behind all others
    std::optional<QString> externalId;
    std::optional<SaleHours> hours; ///< empty: always

    bool operator==(const CategoryEdit &) const = default;
};

struct ItemEdit
{
    std::optional<qint64> categoryId;
    std::optional<QString> name;
    std::optional<QString> description;
    std::optional<qint64> priceMinor;
    std::optional<std::optional<qint64>> quantityStep; ///< thousandths; taken away: the category's
    std::optional<bool> available;
    std::optional<std::optional<qint64>> stationId; ///< taken away: the category's
    std::optional<int> prepSeconds;
    std::optional<int> position; ///< of a new one: behind all others
    std::optional<QString> externalId;
    std::optional<QStringList> allergens;
    std::optional<std::vector<OptionGroup>> optionGroups; ///< as a whole; ids do not count, names do
    std::optional<SaleHours> hours;                       ///< empty: the category's
    std::optional<qint64> backAtMs;                       ///< with `available` = false; see Item::backAtMs

    bool operator==(const ItemEdit &) const = default;
};

struct StationEdit
{
    std::optional<QString> name;
    std::optional<int> position; ///< of a new one: behind all others
    std::optional<int> soonSeconds;
    std::optional<int> lateSeconds;
};

struct TerminalEdit
{
    std::optional<QString> name;
    std::optional<Role> role;
    std::optional<std::optional<qint64>> stationId;
};

/// Which items a list is to hold, in the order of the menu.
struct ItemFilter
{
    std::optional<qint64> categoryId;
    std::optional<bool> available;
    QString text; ///< part of the name, the description or the external id, whatever the case; empty: all
    QString cursor;
    int limit = 50;
};

struct ItemPage
{
    std::vector<Item> items;
    QString nextCursor; ///< empty: this is the last page
};

} // namespace oshaq
