// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/catalogedits.h"

#include "models/hub/catalogstore.h"
#include "models/hub/editrules.h"
#include "models/hub/journalstore.h"
#include "models/hub/sqlvalues.h"

#include <algorithm>

namespace oshaq {

using namespace editrules;

namespace {

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

WriteOutcome outcomeOfRow(EntityKind kind, qint64 id, RowAct act)
{
    return outcomeOf(kind, id, act == RowAct::Make ? 201 : 200);
}

/// A refusal of the only row of a change names the row's own fields.
Error withoutPlace(Error error, const QString &place)
{
    for (ErrorDetail &detail : error.details) {
        if (detail.path.startsWith(place))
            detail.path = detail.path.mid(place.size() + 1);
    }
    std::erase_if(error.details, [](const ErrorDetail &detail) { return detail.path.isEmpty(); });
    return error;
}

Result<WriteOutcome> alone(WriteContext &context, const CategoryChange &row)
{
    const auto changed = catalogwrites::change(context, {{row}, {}});
    if (!changed)
        return withoutPlace(changed.error(), QStringLiteral("categories[0]"));
    return outcomeOfRow(EntityKind::Category, changed->values.front(), row.act);
}

Result<WriteOutcome> alone(WriteContext &context, const ItemChange &row)
{
    const auto changed = catalogwrites::change(context, {{}, {row}});
    if (!changed)
        return withoutPlace(changed.error(), QStringLiteral("items[0]"));
    return outcomeOfRow(EntityKind::Item, changed->values.front(), row.act);
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
    return alone(context, CategoryChange{RowAct::Make, 0, {}, edit});
}

Result<WriteOutcome> catalogwrites::editCategory(WriteContext &context, qint64 categoryId, const CategoryEdit &edit,
                                                 ExpectedVersion version)
{
    return alone(context, CategoryChange{RowAct::Edit, categoryId, version, edit});
}

Result<WriteOutcome> catalogwrites::removeCategory(WriteContext &context, qint64 categoryId, ExpectedVersion version)
{
    return alone(context, CategoryChange{RowAct::Remove, categoryId, version, {}});
}

Result<WriteOutcome> catalogwrites::createItem(WriteContext &context, const ItemEdit &edit)
{
    return alone(context, ItemChange{RowAct::Make, 0, {}, edit});
}

Result<WriteOutcome> catalogwrites::editItem(WriteContext &context, qint64 itemId, const ItemEdit &edit,
                                             ExpectedVersion version)
{
    return alone(context, ItemChange{RowAct::Edit, itemId, version, edit});
}

Result<WriteOutcome> catalogwrites::removeItem(WriteContext &context, qint64 itemId, ExpectedVersion version)
{
    return alone(context, ItemChange{RowAct::Remove, itemId, version, {}});
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
