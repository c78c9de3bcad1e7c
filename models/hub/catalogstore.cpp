// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/catalogstore.h"

#include "models/hub/canonicalhash.h"
#include "models/hub/sqlvalues.h"

#include <algorithm>
#include <unordered_map>

namespace oshaq {

namespace {

Result<std::vector<Station>> readStations(Result<sql::Statement> rows)
{
    if (!rows)
        return rows.error();
    std::vector<Station> stations;
    while (rows->next()) {
        Station station;
        station.id = rows->integer(0);
        station.name = rows->text(1);
        station.position = int(rows->integer(2));
        station.soonSeconds = int(rows->integer(3));
        station.lateSeconds = int(rows->integer(4));
        station.version = rows->integer(5);
        stations.push_back(std::move(station));
    }
    if (rows->failed())
        return hubsql::readFailed();
    return stations;
}

QString selectStations()
{
    return QStringLiteral("SELECT station_id, name, position, soon_seconds, late_seconds, version FROM stations"
                          " WHERE deleted_at IS NULL ");
}

Result<std::vector<Category>> readCategories(Result<sql::Statement> rows)
{
    if (!rows)
        return rows.error();
    std::vector<Category> categories;
    while (rows->next()) {
        Category category;
        category.id = rows->integer(0);
        category.name = rows->text(1);
        category.image = rows->text(2);
        category.quantityStep = rows->integer(3);
        category.stationId = hubsql::readOptionalId(*rows, 4);
        category.position = int(rows->integer(5));
        category.externalId = rows->text(6);
        category.version = rows->integer(7);
        categories.push_back(std::move(category));
    }
    if (rows->failed())
        return hubsql::readFailed();
    return categories;
}

QString selectCategories()
{
    return QStringLiteral("SELECT category_id, name, image, quantity_step, station_id, position, external_id, version"
                          " FROM categories WHERE deleted_at IS NULL ");
}

Result<std::vector<Item>> readItems(Result<sql::Statement> rows)
{
    if (!rows)
        return rows.error();
    std::vector<Item> items;
    while (rows->next()) {
        Item item;
        item.id = rows->integer(0);
        item.categoryId = rows->integer(1);
        item.name = rows->text(2);
        item.description = rows->text(3);
        item.priceMinor = rows->integer(4);
        item.image = rows->text(5);
        item.quantityStep = hubsql::readOptionalId(*rows, 6);
        item.available = rows->integer(7) != 0;
        item.stationId = hubsql::readOptionalId(*rows, 8);
        item.prepSeconds = int(rows->integer(9));
        item.position = int(rows->integer(10));
        item.externalId = rows->text(11);
        item.version = rows->integer(12);
        items.push_back(std::move(item));
    }
    if (rows->failed())
        return hubsql::readFailed();
    return items;
}

QString selectItems()
{
    return QStringLiteral(
        "SELECT item_id, category_id, name, description, price, image, quantity_step, available, station_id,"
        " prep_seconds, position, external_id, version FROM items WHERE deleted_at IS NULL ");
}

/// All options of all these items with one statement.
Result<void> attachOptions(sql::Database &database, std::vector<Item> *items)
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

Result<std::vector<Item>> withOptions(sql::Database &database, Result<std::vector<Item>> items)
{
    if (!items)
        return items;
    if (const auto attached = attachOptions(database, &*items); !attached)
        return attached.error();
    return items;
}

Result<void> insertOptions(sql::Database &database, qint64 businessId, Item *item)
{
    for (std::size_t g = 0; g < item->optionGroups.size(); ++g) {
        OptionGroup &group = item->optionGroups[g];
        {
            auto inserted = database.query(
                QStringLiteral(
                    "INSERT INTO option_groups (business_id, item_id, name, min_choices, max_choices, position)"
                    " VALUES (?, ?, ?, ?, ?, ?)"),
                {businessId, item->id, group.name, group.minChoices, group.maxChoices, qint64(g)});
            if (!inserted)
                return inserted.error();
            group.id = inserted->lastInsertId();
        }
        for (std::size_t o = 0; o < group.options.size(); ++o) {
            Option &option = group.options[o];
            auto inserted = database.query(
                QStringLiteral("INSERT INTO options (business_id, option_group_id, name, price, position)"
                               " VALUES (?, ?, ?, ?, ?)"),
                {businessId, group.id, option.name, option.priceMinor, qint64(o)});
            if (!inserted)
                return inserted.error();
            option.id = inserted->lastInsertId();
        }
    }
    return {};
}

/// Orders keep their own snapshot of options, so nothing refers to these rows.
Result<void> deleteOptions(sql::Database &database, qint64 itemId)
{
    const auto options = database.run(QStringLiteral("DELETE FROM options WHERE option_group_id IN (SELECT "
                                                     "option_group_id FROM option_groups WHERE item_id = ?)"),
                                      {itemId});
    if (!options)
        return options;
    return database.run(QStringLiteral("DELETE FROM option_groups WHERE item_id = ?"), {itemId});
}

} // namespace

Result<std::vector<Station>> catalogstore::stations(sql::Database &database, qint64 businessId)
{
    return readStations(database.query(
        selectStations() + QStringLiteral("AND business_id = ? ORDER BY position, station_id"), {businessId}));
}

Result<std::vector<Category>> catalogstore::categories(sql::Database &database, qint64 businessId)
{
    return readCategories(database.query(
        selectCategories() + QStringLiteral("AND business_id = ? ORDER BY position, category_id"), {businessId}));
}

Result<std::vector<Item>> catalogstore::items(sql::Database &database, qint64 businessId)
{
    return withOptions(
        database, readItems(database.query(
                      selectItems() + QStringLiteral("AND business_id = ? ORDER BY position, item_id"), {businessId})));
}

Result<std::vector<Station>> catalogstore::stationsById(sql::Database &database, qint64 businessId,
                                                        const std::vector<qint64> &ids)
{
    return readStations(
        database.query(selectStations() + QStringLiteral("AND station_id") + hubsql::inIds() + hubsql::ofBusiness(),
                       {hubsql::idArray(ids), businessId}));
}

Result<std::vector<Category>> catalogstore::categoriesById(sql::Database &database, qint64 businessId,
                                                           const std::vector<qint64> &ids)
{
    return readCategories(
        database.query(selectCategories() + QStringLiteral("AND category_id") + hubsql::inIds() + hubsql::ofBusiness(),
                       {hubsql::idArray(ids), businessId}));
}

Result<std::vector<Item>> catalogstore::itemsById(sql::Database &database, qint64 businessId,
                                                  const std::vector<qint64> &ids)
{
    return withOptions(database, readItems(database.query(selectItems() + QStringLiteral("AND item_id") +
                                                              hubsql::inIds() + hubsql::ofBusiness(),
                                                          {hubsql::idArray(ids), businessId})));
}

Result<Catalog> catalogstore::load(sql::Database &database, qint64 businessId)
{
    auto loadedStations = stations(database, businessId);
    if (!loadedStations)
        return loadedStations.error();
    auto loadedCategories = categories(database, businessId);
    if (!loadedCategories)
        return loadedCategories.error();
    auto loadedItems = items(database, businessId);
    if (!loadedItems)
        return loadedItems.error();
    return Catalog{std::move(*loadedCategories), std::move(*loadedItems), std::move(*loadedStations)};
}

Result<Catalog> catalogstore::loadForItems(sql::Database &database, qint64 businessId,
                                           const std::vector<qint64> &itemIds)
{
    auto loadedItems = itemsById(database, businessId, itemIds);
    if (!loadedItems)
        return loadedItems.error();
    std::vector<qint64> categoryIds;
    for (const Item &item : *loadedItems) {
        if (std::find(categoryIds.begin(), categoryIds.end(), item.categoryId) == categoryIds.end())
            categoryIds.push_back(item.categoryId);
    }
    auto loadedCategories = categoriesById(database, businessId, categoryIds);
    if (!loadedCategories)
        return loadedCategories.error();
    auto loadedStations = stations(database, businessId);
    if (!loadedStations)
        return loadedStations.error();
    return Catalog{std::move(*loadedCategories), std::move(*loadedItems), std::move(*loadedStations)};
}

Result<void> catalogstore::insertStation(sql::Database &database, qint64 businessId, Station *station, qint64 nowMs)
{
    auto inserted = database.query(
        QStringLiteral(
            "INSERT INTO stations (business_id, name, position, soon_seconds, late_seconds, version, created_at,"
            " updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        {businessId, station->name, station->position, station->soonSeconds, station->lateSeconds, station->version,
         nowMs, nowMs});
    if (!inserted)
        return inserted.error();
    station->id = inserted->lastInsertId();
    return {};
}

Result<void> catalogstore::updateStation(sql::Database &database, qint64 businessId, const Station &station,
                                         qint64 nowMs)
{
    return database.run(
        QStringLiteral(
            "UPDATE stations SET name = ?, version = ?, updated_at = ? WHERE station_id = ? AND business_id = ?"),
        {station.name, station.version, nowMs, station.id, businessId});
}

Result<void> catalogstore::insertCategory(sql::Database &database, qint64 businessId, Category *category, qint64 nowMs)
{
    auto inserted = database.query(
        QStringLiteral(
            "INSERT INTO categories (business_id, name, image, quantity_step, station_id, position, external_id,"
            " version, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {businessId, category->name, category->image, category->quantityStep, hubsql::optionalId(category->stationId),
         category->position, category->externalId, category->version, nowMs, nowMs});
    if (!inserted)
        return inserted.error();
    category->id = inserted->lastInsertId();
    return {};
}

Result<void> catalogstore::insertItem(sql::Database &database, qint64 businessId, Item *item, qint64 nowMs)
{
    {
        auto inserted = database.query(
            QStringLiteral(
                "INSERT INTO items (business_id, category_id, name, description, price, image, quantity_step,"
                " available, station_id, prep_seconds, position, external_id, version, created_at, updated_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {businessId, item->categoryId, item->name, item->description, item->priceMinor, item->image,
             hubsql::optionalId(item->quantityStep), int(item->available), hubsql::optionalId(item->stationId),
             item->prepSeconds, item->position, item->externalId, item->version, nowMs, nowMs});
        if (!inserted)
            return inserted.error();
        item->id = inserted->lastInsertId();
    }
    return insertOptions(database, businessId, item);
}

Result<void> catalogstore::updateItem(sql::Database &database, qint64 businessId, Item *item, bool withOptions,
                                      qint64 nowMs)
{
    const auto updated = database.run(
        QStringLiteral(
            "UPDATE items SET category_id = ?, name = ?, description = ?, price = ?, image = ?, quantity_step = ?,"
            " available = ?, station_id = ?, prep_seconds = ?, position = ?, external_id = ?, version = ?,"
            " updated_at = ? WHERE item_id = ? AND business_id = ?"),
        {item->categoryId, item->name, item->description, item->priceMinor, item->image,
         hubsql::optionalId(item->quantityStep), int(item->available), hubsql::optionalId(item->stationId),
         item->prepSeconds, item->position, item->externalId, item->version, nowMs, item->id, businessId});
    if (!updated || !withOptions)
        return updated;
    if (const auto deleted = deleteOptions(database, item->id); !deleted)
        return deleted;
    return insertOptions(database, businessId, item);
}

QByteArray catalogstore::digest(const Station &station)
{
    return CanonicalHash("oshaq.station.1")
        .add(station.id)
        .add(station.name)
        .add(qint64{station.position})
        .add(qint64{station.soonSeconds})
        .add(qint64{station.lateSeconds})
        .add(station.version)
        .result();
}

QByteArray catalogstore::digest(const Category &category)
{
    return CanonicalHash("oshaq.category.1")
        .add(category.id)
        .add(category.name)
        .add(category.image)
        .add(category.quantityStep)
        .add(category.stationId)
        .add(qint64{category.position})
        .add(category.externalId)
        .add(category.version)
        .result();
}

QByteArray catalogstore::digest(const Item &item)
{
    CanonicalHash hash("oshaq.item.1");
    hash.add(item.id)
        .add(item.categoryId)
        .add(item.name)
        .add(item.description)
        .add(item.priceMinor)
        .add(item.image)
        .add(item.quantityStep)
        .add(qint64{item.available})
        .add(item.stationId)
        .add(qint64{item.prepSeconds})
        .add(qint64{item.position})
        .add(item.externalId)
        .add(item.version)
        .add(qint64(item.optionGroups.size()));
    for (const OptionGroup &group : item.optionGroups) {
        hash.add(group.id).add(group.name).add(qint64{group.minChoices}).add(qint64{group.maxChoices});
        hash.add(qint64(group.options.size()));
        for (const Option &option : group.options)
            hash.add(option.id).add(option.name).add(option.priceMinor);
    }
    return hash.result();
}

} // namespace oshaq
