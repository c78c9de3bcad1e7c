// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/optionstore.h"

#include "models/hub/sqlvalues.h"

#include <algorithm>
#include <unordered_map>

namespace oshaq {

namespace {

/// The row of that name among those that nobody took yet; it is taken from now on.
template <typename Row> std::optional<Row> take(std::vector<Row> *rows, const QString &name)
{
    const auto found = std::find_if(rows->begin(), rows->end(), [&](const Row &row) { return row.name == name; });
    if (found == rows->end())
        return std::nullopt;
    Row row = std::move(*found);
    rows->erase(found);
    return row;
}

Result<void> removeOptions(sql::Database &database, const std::vector<Option> &options)
{
    for (const Option &option : options) {
        if (auto removed = database.run(QStringLiteral("DELETE FROM options WHERE option_id = ?"), {option.id});
            !removed)
            return removed;
    }
    return {};
}

Result<void> writeOption(sql::Database &database, qint64 businessId, qint64 groupId, qint64 position,
                         const std::optional<Option> &known, Option *option)
{
    if (known) {
        option->id = known->id;
        return database.run(QStringLiteral("UPDATE options SET price = ?, position = ? WHERE option_id = ?"),
                            {option->priceMinor, position, option->id});
    }
    auto inserted = database.query(QStringLiteral("INSERT INTO options (business_id, option_group_id, name, price,"
                                                  " position) VALUES (?, ?, ?, ?, ?)"),
                                   {businessId, groupId, option->name, option->priceMinor, position});
    if (!inserted)
        return inserted.error();
    option->id = inserted->lastInsertId();
    return {};
}

Result<void> writeGroup(sql::Database &database, qint64 businessId, qint64 itemId, qint64 position,
                        const std::optional<OptionGroup> &known, OptionGroup *group)
{
    if (known) {
        group->id = known->id;
        auto updated =
            database.run(QStringLiteral("UPDATE option_groups SET min_choices = ?, max_choices = ?, position = ?"
                                        " WHERE option_group_id = ?"),
                         {group->minChoices, group->maxChoices, position, group->id});
        if (!updated)
            return updated;
    } else {
        auto inserted = database.query(
            QStringLiteral("INSERT INTO option_groups (business_id, item_id, name, min_choices, max_choices, position)"
                           " VALUES (?, ?, ?, ?, ?, ?)"),
            {businessId, itemId, group->name, group->minChoices, group->maxChoices, position});
        if (!inserted)
            return inserted.error();
        group->id = inserted->lastInsertId();
    }
    std::vector<Option> left = known ? known->options : std::vector<Option>();
    for (std::size_t i = 0; i < group->options.size(); ++i) {
        Option &option = group->options[i];
        auto written = writeOption(database, businessId, group->id, qint64(i), take(&left, option.name), &option);
        if (!written)
            return written;
    }
    return removeOptions(database, left);
}

} // namespace

Result<void> optionstore::attach(sql::Database &database, std::vector<Item> *items)
{
    if (items->empty())
        return {};
    std::vector<qint64> ids;
    std::unordered_map<qint64, Item *> byId;
    for (Item &item : *items) {
        ids.push_back(item.id);
        byId.emplace(item.id, &item);
    }
    auto rows = database.query(
        QStringLiteral(
            "SELECT g.item_id, g.option_group_id, g.name, g.min_choices, g.max_choices, o.option_id, o.name, o.price"
            " FROM option_groups g LEFT JOIN options o ON o.option_group_id = g.option_group_id WHERE g.item_id") +
            hubsql::inIds() +
            QStringLiteral("ORDER BY g.item_id, g.position, g.option_group_id, o.position, o.option_id"),
        {hubsql::idArray(ids)});
    if (!rows)
        return rows.error();
    while (rows->next()) {
        std::vector<OptionGroup> &groups = byId.at(rows->integer(0))->optionGroups;
        const qint64 groupId = rows->integer(1);
        if (groups.empty() || groups.back().id != groupId)
            groups.push_back({groupId, rows->text(2), int(rows->integer(3)), int(rows->integer(4)), {}});
        if (!rows->isNull(5))
            groups.back().options.push_back({rows->integer(5), rows->text(6), rows->integer(7)});
    }
    if (rows->failed())
        return hubsql::readFailed();
    return {};
}

Result<void> optionstore::replace(sql::Database &database, qint64 businessId, Item *item)
{
    std::vector<Item> before(1);
    before.front().id = item->id;
    if (auto attached = attach(database, &before); !attached)
        return attached;
    std::vector<OptionGroup> left = std::move(before.front().optionGroups);
    for (std::size_t i = 0; i < item->optionGroups.size(); ++i) {
        OptionGroup &group = item->optionGroups[i];
        auto written = writeGroup(database, businessId, item->id, qint64(i), take(&left, group.name), &group);
        if (!written)
            return written;
    }
    for (const OptionGroup &group : left) {
        if (auto removed = removeOptions(database, group.options); !removed)
            return removed;
        auto removed =
            database.run(QStringLiteral("DELETE FROM option_groups WHERE option_group_id = ?"), {group.id});
        if (!removed)
            return removed;
    }
    return {};
}

} // namespace oshaq
