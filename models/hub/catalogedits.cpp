// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/catalogedits.h"

#include "models/domain/money.h"
#include "models/hub/catalogstore.h"
#include "models/hub/editrules.h"
#include "models/hub/journalstore.h"
#include "models/hub/menuimagestore.h"
#include "models/hub/sqlvalues.h"

#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace oshaq {

using namespace editrules;

namespace {

constexpr int maxPrepSeconds = 24 * 60 * 60;
constexpr int maxLateSeconds = 24 * 60 * 60;

template <typename Row> Result<Row> only(Result<std::vector<Row>> rows, const char *what)
{
    if (!rows)
        return rows.error();
    if (rows->empty())
        return noSuch(what);
    return std::move(rows->front());
}

WriteOutcome outcomeOf(EntityKind kind, qint64 id, int code = 200)
{
    WriteOutcome outcome;
    outcome.entity = kind;
    outcome.entityId = id;
    outcome.code = code;
    return outcome;
}

Result<WriteOutcome> note(WriteContext &context, const JournalEntry &entry, int code = 200)
{
    const auto written = journalstore::append(context, context.principal.businessId, entry);
    if (!written)
        return written.error();
    return outcomeOf(entry.entity, entry.entityId, code);
}

Result<void> checkStation(WriteContext &context, const std::optional<qint64> &stationId)
{
    if (!stationId)
        return {};
    const auto found = catalogstore::stationsById(context.database, context.principal.businessId, {*stationId});
    if (!found)
        return found.error();
    if (found->empty())
        return invalid("station_id", QStringLiteral("There is no such station."));
    return {};
}

Result<void> checkStep(qint64 step)
{
    if (step <= 0 || step > maxQuantityThousandths)
        return invalid("quantity_step", QStringLiteral("A step is a positive quantity."));
    return {};
}

// Categories

Result<void> applyEdit(WriteContext &context, const CategoryEdit &edit, Category *category)
{
    if (edit.name) {
        auto name = checkedName(*edit.name);
        if (!name)
            return name.error();
        category->name = *name;
    }
    if (edit.quantityStep) {
        if (auto checked = checkStep(*edit.quantityStep); !checked)
            return checked;
        category->quantityStep = *edit.quantityStep;
    }
    if (edit.stationId) {
        if (auto checked = checkStation(context, *edit.stationId); !checked)
            return checked;
        category->stationId = *edit.stationId;
    }
    category->position = edit.position.value_or(category->position);
    if (edit.externalId)
        category->externalId = edit.externalId->trimmed();

    const auto others = catalogstore::categories(context.database, context.principal.businessId);
    if (!others)
        return others.error();
    for (const Category &other : *others) {
        if (other.id != category->id && other.name == category->name)
            return taken("name", QStringLiteral("Another category has this name."));
        if (other.id != category->id && !category->externalId.isEmpty() && other.externalId == category->externalId)
            return taken("external_id", QStringLiteral("Another category has this external id."));
    }
    return {};
}

// Items

Result<std::vector<OptionGroup>> checkedGroups(const std::vector<OptionGroup> &wanted)
{
    std::vector<OptionGroup> groups = wanted;
    QSet<QString> groupNames;
    for (OptionGroup &group : groups) {
        group.name = group.name.trimmed();
        if (group.name.isEmpty() || group.options.empty())
            return invalid("option_groups", QStringLiteral("A group has a name and at least one option."));
        if (groupNames.contains(group.name))
            return invalid("option_groups", QStringLiteral("There are two groups \"%1\".").arg(group.name.left(60)));
        groupNames.insert(group.name);
        if (group.minChoices < 0 || group.maxChoices < 1 || group.minChoices > group.maxChoices ||
            group.minChoices > int(group.options.size())) {
            return invalid("option_groups",
                           QStringLiteral("\"%1\": somebody takes at least \"min\" and at most \"max\" of its %2 "
                                          "options.")
                               .arg(group.name.left(60))
                               .arg(group.options.size()));
        }
        QSet<QString> names;
        for (Option &option : group.options) {
            option.name = option.name.trimmed();
            if (option.name.isEmpty() || option.priceMinor < 0 || option.priceMinor > maxAmountMinor)
                return invalid("option_groups", QStringLiteral("An option has a name and a price of 0 or more."));
            if (names.contains(option.name))
                return invalid(
                    "option_groups",
                    QStringLiteral("\"%1\" offers \"%2\" twice.").arg(group.name.left(60), option.name.left(60)));
            names.insert(option.name);
        }
    }
    return groups;
}

Result<QStringList> checkedAllergens(const QStringList &texts)
{
    QStringList allergens;
    for (const QString &text : texts) {
        // Files of menus separate them by it.
        if (text.contains(u';'))
            return invalid("allergens", QStringLiteral("An allergen has no semicolon."));
        const QString allergen = text.trimmed();
        if (!allergen.isEmpty() && !allergens.contains(allergen, Qt::CaseInsensitive))
            allergens.append(allergen);
    }
    return allergens;
}

Result<void> applyRouting(WriteContext &context, const ItemEdit &edit, Item *item)
{
    if (edit.categoryId) {
        const auto found =
            catalogstore::categoriesById(context.database, context.principal.businessId, {*edit.categoryId});
        if (!found)
            return found.error();
        if (found->empty())
            return invalid("category_id", QStringLiteral("There is no such category."));
        item->categoryId = *edit.categoryId;
    }
    if (edit.stationId) {
        if (auto checked = checkStation(context, *edit.stationId); !checked)
            return checked;
        item->stationId = *edit.stationId;
    }
    if (edit.quantityStep) {
        if (*edit.quantityStep) {
            if (auto checked = checkStep(**edit.quantityStep); !checked)
                return checked;
        }
        item->quantityStep = *edit.quantityStep;
    }
    if (edit.prepSeconds) {
        if (*edit.prepSeconds < 0 || *edit.prepSeconds > maxPrepSeconds)
            return invalid("prep_seconds", QStringLiteral("0 to %1 seconds.").arg(maxPrepSeconds));
        item->prepSeconds = *edit.prepSeconds;
    }
    return {};
}

Result<void> checkNameAndKey(WriteContext &context, const Item &item)
{
    const auto others = catalogstore::items(context.database, context.principal.businessId);
    if (!others)
        return others.error();
    for (const Item &other : *others) {
        if (other.id == item.id)
            continue;
        const bool bothHaveKeys = !other.externalId.isEmpty() && !item.externalId.isEmpty();
        if (bothHaveKeys && other.externalId == item.externalId)
            return taken("external_id", QStringLiteral("Another item has this external id."));
        if (other.categoryId == item.categoryId && other.name == item.name && !bothHaveKeys)
            return taken("name", QStringLiteral("This category has an item of this name."));
    }
    return {};
}

Result<void> applyEdit(WriteContext &context, const ItemEdit &edit, Item *item)
{
    const Item before = *item;
    if (edit.name) {
        auto name = checkedName(*edit.name);
        if (!name)
            return name.error();
        item->name = *name;
    }
    if (edit.description)
        item->description = edit.description->trimmed();
    if (edit.priceMinor) {
        if (*edit.priceMinor < 0 || *edit.priceMinor > maxAmountMinor)
            return invalid("price", QStringLiteral("A price is 0 or more."));
        item->priceMinor = *edit.priceMinor;
    }
    if (auto routed = applyRouting(context, edit, item); !routed)
        return routed;
    item->available = edit.available.value_or(item->available);
    item->position = edit.position.value_or(item->position);
    if (edit.externalId)
        item->externalId = edit.externalId->trimmed();
    if (edit.allergens) {
        auto allergens = checkedAllergens(*edit.allergens);
        if (!allergens)
            return allergens.error();
        item->allergens = std::move(*allergens);
    }
    if (edit.optionGroups) {
        auto groups = checkedGroups(*edit.optionGroups);
        if (!groups)
            return groups.error();
        item->optionGroups = std::move(*groups);
    }
    const bool keysChanged =
        item->name != before.name || item->categoryId != before.categoryId || item->externalId != before.externalId;
    return keysChanged ? checkNameAndKey(context, *item) : Result<void>();
}

/// Ids do not count: they are given when the groups are written.
bool sameGroups(std::vector<OptionGroup> a, std::vector<OptionGroup> b)
{
    for (auto *groups : {&a, &b}) {
        for (OptionGroup &group : *groups) {
            group.id = 0;
            for (Option &option : group.options)
                option.id = 0;
        }
    }
    return a == b;
}

QJsonObject payloadOf(const Item &item)
{
    return {{QStringLiteral("price"), item.priceMinor}, {QStringLiteral("available"), item.available}};
}

// Stations

Result<void> applyEdit(WriteContext &context, const StationEdit &edit, Station *station)
{
    if (edit.name) {
        auto name = checkedName(*edit.name);
        if (!name)
            return name.error();
        station->name = *name;
    }
    station->position = edit.position.value_or(station->position);
    station->soonSeconds = edit.soonSeconds.value_or(station->soonSeconds);
    station->lateSeconds = edit.lateSeconds.value_or(station->lateSeconds);
    if (station->soonSeconds < 1 || station->lateSeconds > maxLateSeconds)
        return invalid("soon_seconds", QStringLiteral("1 to %1 seconds.").arg(maxLateSeconds));
    if (station->lateSeconds < station->soonSeconds)
        return invalid("late_seconds", QStringLiteral("A ticket is late after it is soon late, not before."));
    const auto others = catalogstore::stations(context.database, context.principal.businessId);
    if (!others)
        return others.error();
    for (const Station &other : *others) {
        if (other.id != station->id && other.name == station->name)
            return taken("name", QStringLiteral("Another station has this name."));
    }
    return {};
}

Error stationInUse(const catalogstore::StationUse &use)
{
    QStringList users;
    const auto add = [&users](qint64 number, const char *what) {
        if (number > 0)
            users.append(QStringLiteral("%1 %2").arg(QString::number(number), QLatin1String(what)));
    };
    add(use.categories, "categories");
    add(use.items, "items");
    add(use.terminals, "terminals");
    add(use.openLines, "lines of open orders");
    return {ErrorCode::StillInUse,
            QStringLiteral("This station is still used by %1.").arg(users.join(QStringLiteral(", "))),
            {}};
}

} // namespace

Result<WriteOutcome> catalogwrites::createCategory(WriteContext &context, const CategoryEdit &edit)
{
    const qint64 businessId = context.principal.businessId;
    if (!edit.name)
        return invalid("name", QStringLiteral("is required"));
    const auto position = catalogstore::nextPosition(context.database, businessId, EntityKind::Category);
    if (!position)
        return position.error();
    Category category;
    category.position = *position;
    if (const auto applied = applyEdit(context, edit, &category); !applied)
        return applied.error();
    const auto inserted = catalogstore::insertCategory(context.database, businessId, &category, context.nowMs);
    if (!inserted)
        return inserted.error();
    return note(context,
                {EntityKind::Category,
                 category.id,
                 category.version,
                 QStringLiteral("category.created"),
                 {},
                 catalogstore::digest(category)},
                201);
}

Result<WriteOutcome> catalogwrites::editCategory(WriteContext &context, qint64 categoryId, const CategoryEdit &edit,
                                                 ExpectedVersion version)
{
    const qint64 businessId = context.principal.businessId;
    const auto known = catalogreads::category(context.database, businessId, categoryId);
    if (!known)
        return known.error();
    if (const auto checked = checkVersion(version, known->version); !checked)
        return checked.error();
    Category category = *known;
    if (const auto applied = applyEdit(context, edit, &category); !applied)
        return applied.error();
    if (category == *known)
        return outcomeOf(EntityKind::Category, categoryId);
    ++category.version;
    const auto updated = catalogstore::updateCategory(context.database, businessId, category, context.nowMs);
    if (!updated)
        return updated.error();
    return note(context, {EntityKind::Category,
                          category.id,
                          category.version,
                          QStringLiteral("category.updated"),
                          {},
                          catalogstore::digest(category)});
}

Result<WriteOutcome> catalogwrites::removeCategory(WriteContext &context, qint64 categoryId, ExpectedVersion version)
{
    const qint64 businessId = context.principal.businessId;
    auto category = catalogreads::category(context.database, businessId, categoryId);
    if (!category)
        return category.error();
    if (const auto checked = checkVersion(version, category->version); !checked)
        return checked.error();
    const auto items = catalogstore::itemCount(context.database, businessId, categoryId);
    if (!items)
        return items.error();
    if (*items > 0) {
        return Error{ErrorCode::StillInUse,
                     QStringLiteral("This category still has %1 items: move or delete them first.").arg(*items),
                     {}};
    }
    ++category->version;
    if (const auto hidden = catalogstore::hideCategory(context.database, businessId, *category, context.nowMs); !hidden)
        return hidden.error();
    const auto removed = menuimagestore::remove(context.database, businessId, {ImageOwner::Kind::Category, categoryId});
    if (!removed)
        return removed.error();
    return note(context, {EntityKind::Category,
                          category->id,
                          category->version,
                          QStringLiteral("category.deleted"),
                          {},
                          catalogstore::digest(*category)});
}

Result<WriteOutcome> catalogwrites::createItem(WriteContext &context, const ItemEdit &edit)
{
    const qint64 businessId = context.principal.businessId;
    if (!edit.name)
        return invalid("name", QStringLiteral("is required"));
    if (!edit.categoryId)
        return invalid("category_id", QStringLiteral("is required"));
    if (!edit.priceMinor)
        return invalid("price", QStringLiteral("is required"));
    const auto position = catalogstore::nextPosition(context.database, businessId, EntityKind::Item);
    if (!position)
        return position.error();
    Item item;
    item.position = *position;
    if (const auto applied = applyEdit(context, edit, &item); !applied)
        return applied.error();
    if (const auto inserted = catalogstore::insertItem(context.database, businessId, &item, context.nowMs); !inserted)
        return inserted.error();
    return note(context,
                {EntityKind::Item, item.id, item.version, QStringLiteral("item.created"), payloadOf(item),
                 catalogstore::digest(item)},
                201);
}

Result<WriteOutcome> catalogwrites::editItem(WriteContext &context, qint64 itemId, const ItemEdit &edit,
                                             ExpectedVersion version)
{
    const qint64 businessId = context.principal.businessId;
    const auto known = catalogreads::item(context.database, businessId, itemId);
    if (!known)
        return known.error();
    if (const auto checked = checkVersion(version, known->version); !checked)
        return checked.error();
    Item item = *known;
    if (const auto applied = applyEdit(context, edit, &item); !applied)
        return applied.error();
    const bool optionsDiffer = !sameGroups(item.optionGroups, known->optionGroups);
    if (!optionsDiffer)
        item.optionGroups = known->optionGroups;
    if (item == *known)
        return outcomeOf(EntityKind::Item, itemId);
    ++item.version;
    const auto updated = catalogstore::updateItem(context.database, businessId, &item, optionsDiffer, context.nowMs);
    if (!updated)
        return updated.error();
    return note(context, {EntityKind::Item, item.id, item.version, QStringLiteral("item.updated"), payloadOf(item),
                          catalogstore::digest(item)});
}

Result<WriteOutcome> catalogwrites::removeItem(WriteContext &context, qint64 itemId, ExpectedVersion version)
{
    const qint64 businessId = context.principal.businessId;
    auto item = catalogreads::item(context.database, businessId, itemId);
    if (!item)
        return item.error();
    if (const auto checked = checkVersion(version, item->version); !checked)
        return checked.error();
    ++item->version;
    if (const auto hidden = catalogstore::hideItem(context.database, businessId, *item, context.nowMs); !hidden)
        return hidden.error();
    if (const auto removed = menuimagestore::remove(context.database, businessId, {ImageOwner::Kind::Item, itemId});
        !removed)
        return removed.error();
    return note(
        context,
        {EntityKind::Item, item->id, item->version, QStringLiteral("item.deleted"), {}, catalogstore::digest(*item)});
}

Result<WriteOutcome> catalogwrites::createStation(WriteContext &context, const StationEdit &edit)
{
    const qint64 businessId = context.principal.businessId;
    if (!edit.name)
        return invalid("name", QStringLiteral("is required"));
    const auto position = catalogstore::nextPosition(context.database, businessId, EntityKind::Station);
    if (!position)
        return position.error();
    Station station;
    station.position = *position;
    if (const auto applied = applyEdit(context, edit, &station); !applied)
        return applied.error();
    const auto inserted = catalogstore::insertStation(context.database, businessId, &station, context.nowMs);
    if (!inserted)
        return inserted.error();
    return note(context,
                {EntityKind::Station,
                 station.id,
                 station.version,
                 QStringLiteral("station.created"),
                 {},
                 catalogstore::digest(station)},
                201);
}

Result<WriteOutcome> catalogwrites::editStation(WriteContext &context, qint64 stationId, const StationEdit &edit,
                                                ExpectedVersion version)
{
    const qint64 businessId = context.principal.businessId;
    const auto known = catalogreads::station(context.database, businessId, stationId);
    if (!known)
        return known.error();
    if (const auto checked = checkVersion(version, known->version); !checked)
        return checked.error();
    Station station = *known;
    if (const auto applied = applyEdit(context, edit, &station); !applied)
        return applied.error();
    if (station == *known)
        return outcomeOf(EntityKind::Station, stationId);
    ++station.version;
    const auto updated = catalogstore::updateStation(context.database, businessId, station, context.nowMs);
    if (!updated)
        return updated.error();
    return note(context, {EntityKind::Station,
                          station.id,
                          station.version,
                          QStringLiteral("station.updated"),
                          {},
                          catalogstore::digest(station)});
}

Result<WriteOutcome> catalogwrites::removeStation(WriteContext &context, qint64 stationId, ExpectedVersion version)
{
    const qint64 businessId = context.principal.businessId;
    auto station = catalogreads::station(context.database, businessId, stationId);
    if (!station)
        return station.error();
    if (const auto checked = checkVersion(version, station->version); !checked)
        return checked.error();
    const auto use = catalogstore::stationUse(context.database, businessId, stationId);
    if (!use)
        return use.error();
    if (use->categories + use->items + use->terminals + use->openLines > 0)
        return stationInUse(*use);
    const auto all = catalogstore::stations(context.database, businessId);
    if (!all)
        return all.error();
    // Whatever names no station is made at the first one.
    if (all->size() < 2)
        return Error{ErrorCode::StillInUse, QStringLiteral("A restaurant keeps at least one station."), {}};
    ++station->version;
    if (const auto hidden = catalogstore::hideStation(context.database, businessId, *station, context.nowMs); !hidden)
        return hidden.error();
    return note(context, {EntityKind::Station,
                          station->id,
                          station->version,
                          QStringLiteral("station.deleted"),
                          {},
                          catalogstore::digest(*station)});
}

Result<Category> catalogreads::category(sql::Database &database, qint64 businessId, qint64 categoryId)
{
    return only(catalogstore::categoriesById(database, businessId, {categoryId}), "category");
}

Result<Item> catalogreads::item(sql::Database &database, qint64 businessId, qint64 itemId)
{
    return only(catalogstore::itemsById(database, businessId, {itemId}), "item");
}

Result<Station> catalogreads::station(sql::Database &database, qint64 businessId, qint64 stationId)
{
    return only(catalogstore::stationsById(database, businessId, {stationId}), "station");
}

Result<std::vector<Category>> catalogreads::categories(sql::Database &database, qint64 businessId)
{
    return catalogstore::categories(database, businessId);
}

Result<std::vector<Station>> catalogreads::stations(sql::Database &database, qint64 businessId)
{
    return catalogstore::stations(database, businessId);
}

Result<ItemPage> catalogreads::items(sql::Database &database, qint64 businessId, const ItemFilter &filter)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    return catalogstore::itemPage(database, businessId, filter);
}

} // namespace oshaq
