// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/catalogstore.h"

#include "models/hub/canonicalhash.h"
#include "models/hub/optionstore.h"
#include "models/hub/sqlvalues.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace oshaq {

namespace {

QString textsJson(const QStringList &texts)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

QStringList readTexts(const QString &json)
{
    QStringList texts;
    // Most items have none, and a menu is read often.
    if (json == u"[]")
        return texts;
    const QJsonArray array = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const auto &value : array)
        texts.append(value.toString());
    return texts;
}

enum class Which
{
    Visible,
    Removed
};

QString those(Which which)
{
    return which == Which::Visible ? QStringLiteral("WHERE deleted_at IS NULL ")
                                   : QStringLiteral("WHERE deleted_at IS NOT NULL ");
}

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
        category.hours = saleHoursFromText(rows->text(8));
        categories.push_back(std::move(category));
    }
    if (rows->failed())
        return hubsql::readFailed();
    return categories;
}

QString selectCategories(Which which = Which::Visible)
{
    return QStringLiteral("SELECT category_id, name, image, quantity_step, station_id, position, external_id, version,"
                          " hours FROM categories ") +
           those(which);
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
        item.allergens = readTexts(rows->text(13));
        item.hours = saleHoursFromText(rows->text(14));
        item.backAtMs = rows->integer(15);
        items.push_back(std::move(item));
    }
    if (rows->failed())
        return hubsql::readFailed();
    return items;
}

QString selectItems(Which which = Which::Visible)
{
    return QStringLiteral(
               "SELECT item_id, category_id, name, description, price, image, quantity_step, available, station_id,"
               " prep_seconds, position, external_id, version, allergens, hours, back_at FROM items ") +
           those(which);
}

Result<std::vector<Item>> withOptions(sql::Database &database, Result<std::vector<Item>> items)
{
    if (!items)
        return items;
    if (const auto attached = optionstore::attach(database, &*items); !attached)
        return attached.error();
    return items;
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

Result<std::vector<Category>> catalogstore::removedCategories(sql::Database &database, qint64 businessId,
                                                              const std::vector<qint64> &ids)
{
    return readCategories(database.query(selectCategories(Which::Removed) + QStringLiteral("AND category_id") +
                                             hubsql::inIds() + hubsql::ofBusiness(),
                                         {hubsql::idArray(ids), businessId}));
}

Result<std::vector<Item>> catalogstore::removedItems(sql::Database &database, qint64 businessId,
                                                     const std::vector<qint64> &ids)
{
    return withOptions(database, readItems(database.query(selectItems(Which::Removed) + QStringLiteral("AND item_id") +
                                                              hubsql::inIds() + hubsql::ofBusiness(),
                                                          {hubsql::idArray(ids), businessId})));
}

Result<std::vector<catalogstore::ItemKey>> catalogstore::itemKeys(sql::Database &database, qint64 businessId)
{
    auto rows = database.query(QStringLiteral("SELECT item_id, category_id, name, external_id, position FROM items"
                                              " WHERE business_id = ? AND deleted_at IS NULL"),
                               {businessId});
    if (!rows)
        return rows.error();
    std::vector<ItemKey> keys;
    while (rows->next())
        keys.push_back({rows->integer(0), rows->integer(1), rows->text(2), rows->text(3), int(rows->integer(4))});
    if (rows->failed())
        return hubsql::readFailed();
    return keys;
}

Result<std::vector<Item>> catalogstore::itemsDueBack(sql::Database &database, qint64 businessId, qint64 nowMs)
{
    return withOptions(
        database,
        readItems(database.query(selectItems() + QStringLiteral("AND back_at > 0 AND back_at <= ? AND business_id = ?"
                                                                " ORDER BY back_at, item_id"),
                                 {nowMs, businessId})));
}

Result<std::map<qint64, qint64>> catalogstore::firstBackAt(sql::Database &database)
{
    auto rows = database.query(QStringLiteral("SELECT business_id, min(back_at) FROM items"
                                              " WHERE back_at > 0 AND deleted_at IS NULL GROUP BY business_id"));
    if (!rows)
        return rows.error();
    std::map<qint64, qint64> first;
    while (rows->next())
        first.emplace(rows->integer(0), rows->integer(1));
    if (rows->failed())
        return hubsql::readFailed();
    return first;
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
        QStringLiteral("UPDATE stations SET name = ?, position = ?, soon_seconds = ?, late_seconds = ?, version = ?,"
                       " updated_at = ? WHERE station_id = ? AND business_id = ?"),
        {station.name, station.position, station.soonSeconds, station.lateSeconds, station.version, nowMs, station.id,
         businessId});
}

Result<void> catalogstore::insertCategory(sql::Database &database, qint64 businessId, Category *category, qint64 nowMs)
{
    auto inserted = database.query(
        QStringLiteral(
            "INSERT INTO categories (business_id, name, image, quantity_step, station_id, position, external_id,"
            " version, hours, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {businessId, category->name, category->image, category->quantityStep, hubsql::optionalId(category->stationId),
         category->position, category->externalId, category->version, saleHoursText(category->hours), nowMs, nowMs});
    if (!inserted)
        return inserted.error();
    category->id = inserted->lastInsertId();
    return {};
}

Result<void> catalogstore::updateCategory(sql::Database &database, qint64 businessId, const Category &category,
                                          qint64 nowMs)
{
    return database.run(
        QStringLiteral("UPDATE categories SET name = ?, image = ?, quantity_step = ?, station_id = ?, position = ?,"
                       " external_id = ?, version = ?, hours = ?, updated_at = ?, deleted_at = NULL"
                       " WHERE category_id = ? AND business_id = ?"),
        {category.name, category.image, category.quantityStep, hubsql::optionalId(category.stationId),
         category.position, category.externalId, category.version, saleHoursText(category.hours), nowMs, category.id,
         businessId});
}

Result<void> catalogstore::insertItem(sql::Database &database, qint64 businessId, Item *item, qint64 nowMs)
{
    {
        auto inserted = database.query(
            QStringLiteral(
                "INSERT INTO items (business_id, category_id, name, description, price, image, quantity_step,"
                " available, station_id, prep_seconds, position, external_id, version, allergens, hours, back_at,"
                " created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {businessId, item->categoryId, item->name, item->description, item->priceMinor, item->image,
             hubsql::optionalId(item->quantityStep), int(item->available), hubsql::optionalId(item->stationId),
             item->prepSeconds, item->position, item->externalId, item->version, textsJson(item->allergens),
             saleHoursText(item->hours), item->backAtMs, nowMs, nowMs});
        if (!inserted)
            return inserted.error();
        item->id = inserted->lastInsertId();
    }
    return optionstore::replace(database, businessId, item);
}

Result<void> catalogstore::updateItem(sql::Database &database, qint64 businessId, Item *item, bool withOptions,
                                      qint64 nowMs)
{
    auto updated = database.run(
        QStringLiteral(
            "UPDATE items SET category_id = ?, name = ?, description = ?, price = ?, image = ?, quantity_step = ?,"
            " available = ?, station_id = ?, prep_seconds = ?, position = ?, external_id = ?, version = ?,"
            " allergens = ?, hours = ?, back_at = ?, updated_at = ?, deleted_at = NULL"
            " WHERE item_id = ? AND business_id = ?"),
        {item->categoryId, item->name, item->description, item->priceMinor, item->image,
         hubsql::optionalId(item->quantityStep), int(item->available), hubsql::optionalId(item->stationId),
         item->prepSeconds, item->position, item->externalId, item->version, textsJson(item->allergens),
         saleHoursText(item->hours), item->backAtMs, nowMs, item->id, businessId});
    if (!updated || !withOptions)
        return updated;
    return optionstore::replace(database, businessId, item);
}

Result<void> catalogstore::hideStation(sql::Database &database, qint64 businessId, const Station &station, qint64 nowMs)
{
    return database.run(QStringLiteral("UPDATE stations SET deleted_at = ?, version = ?, updated_at = ?"
                                       " WHERE station_id = ? AND business_id = ?"),
                        {nowMs, station.version, nowMs, station.id, businessId});
}

Result<void> catalogstore::hideCategory(sql::Database &database, qint64 businessId, const Category &category,
                                        qint64 nowMs)
{
    return database.run(QStringLiteral("UPDATE categories SET deleted_at = ?, version = ?, updated_at = ?"
                                       " WHERE category_id = ? AND business_id = ?"),
                        {nowMs, category.version, nowMs, category.id, businessId});
}

Result<void> catalogstore::hideItem(sql::Database &database, qint64 businessId, const Item &item, qint64 nowMs)
{
    return database.run(QStringLiteral("UPDATE items SET deleted_at = ?, version = ?, updated_at = ?"
                                       " WHERE item_id = ? AND business_id = ?"),
                        {nowMs, item.version, nowMs, item.id, businessId});
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
    CanonicalHash hash("oshaq.category.1");
    hash.add(category.id)
        .add(category.name)
        .add(category.image)
        .add(category.quantityStep)
        .add(category.stationId)
        .add(qint64{category.position})
        .add(category.externalId)
        .add(category.version);
    // Rows without hours keep the digest that they had before there were any.
    if (!category.hours.empty())
        hash.add(saleHoursText(category.hours));
    return hash.result();
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
    // Items of before there were allergens keep the digest that they had.
    for (const QString &allergen : item.allergens)
        hash.add(allergen);
    if (!item.hours.empty())
        hash.add(qint64(item.hours.size())).add(saleHoursText(item.hours));
    if (item.backAtMs != 0)
        hash.add(item.backAtMs);
    return hash.result();
}

} // namespace oshaq
