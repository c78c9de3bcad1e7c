// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/deliveryzones.h"

#include "models/domain/payment.h"
#include "models/hub/canonicalhash.h"
#include "models/hub/editrules.h"
#include "models/hub/journalstore.h"
#include "models/hub/settingsservice.h"
#include "models/hub/sqlvalues.h"

#include <QJsonObject>

#include <algorithm>

namespace oshaq {

namespace {

QString selectZones()
{
    return QStringLiteral("SELECT zone_id, business_id, name, fee, free_from, reach, version FROM delivery_zones"
                          " WHERE deleted_at IS NULL ");
}

DeliveryZone read(const sql::Statement &row)
{
    return {row.integer(0), row.integer(1), row.text(2), row.integer(3), row.integer(4), hubsql::readOptionalId(row, 5),
            row.integer(6)};
}

QByteArray digest(const DeliveryZone &zone)
{
    return CanonicalHash("oshaq.deliveryzone.1")
        .add(zone.id)
        .add(zone.name)
        .add(zone.feeMinor)
        .add(zone.freeFromMinor)
        .add(zone.reachMetres)
        .add(zone.version)
        .result();
}

Result<WriteOutcome> note(WriteContext &context, const DeliveryZone &zone, const QString &type, int code = 200)
{
    const QJsonObject payload{{QStringLiteral("fee"), zone.feeMinor}};
    const auto written = journalstore::append(
        context, zone.businessId, {EntityKind::DeliveryZone, zone.id, zone.version, type, payload, digest(zone)});
    if (!written)
        return written.error();
    WriteOutcome outcome;
    outcome.entity = EntityKind::DeliveryZone;
    outcome.entityId = zone.id;
    outcome.code = code;
    return outcome;
}

Result<void> apply(sql::Database &database, const ZoneEdit &edit, DeliveryZone *zone)
{
    if (edit.name) {
        const auto name = editrules::checkedName(*edit.name);
        if (!name)
            return name.error();
        if (name->toUcs4().size() > maxZoneName)
            return editrules::invalid("name", QStringLiteral("A zone's name has 1 to %1 characters.").arg(maxZoneName));
        zone->name = *name;
    }
    zone->feeMinor = edit.feeMinor.value_or(zone->feeMinor);
    zone->freeFromMinor = edit.freeFromMinor.value_or(zone->freeFromMinor);
    zone->reachMetres = edit.reachMetres.value_or(zone->reachMetres);
    if (zone->feeMinor < 0 || zone->feeMinor > maxAmountMinor)
        return editrules::invalid("fee", QStringLiteral("A fee is an amount that is not negative."));
    if (zone->freeFromMinor < 0 || zone->freeFromMinor > maxAmountMinor)
        return editrules::invalid("free_from", QStringLiteral("This is an amount that is not negative."));
    if (zone->reachMetres && (*zone->reachMetres < 1 || *zone->reachMetres > maxReachMetres))
        return editrules::invalid("reach_m", QStringLiteral("A reach is 1 to %1 m.").arg(maxReachMetres));
    const auto others = zonereads::list(database, zone->businessId);
    if (!others)
        return others.error();
    for (const DeliveryZone &other : *others) {
        if (other.id == zone->id)
            continue;
        if (other.name == zone->name)
            return editrules::taken("name", QStringLiteral("There is a zone with this name already."));
        if (zone->reachMetres && other.reachMetres == zone->reachMetres)
            return editrules::taken("reach_m", QStringLiteral("\"%1\" reaches as far.").arg(other.name));
    }
    return {};
}

} // namespace

Result<WriteOutcome> zonewrites::create(WriteContext &context, const ZoneEdit &edit)
{
    DeliveryZone zone;
    zone.businessId = context.principal.businessId;
    const auto known = zonereads::list(context.database, zone.businessId);
    if (!known)
        return known.error();
    if (known->size() >= maxZones)
        return Error{ErrorCode::AlreadyExists, QStringLiteral("A business has at most %1 zones.").arg(maxZones), {}};
    if (!edit.name)
        return editrules::invalid("name", QStringLiteral("A zone needs a name."));
    if (const auto applied = apply(context.database, edit, &zone); !applied)
        return applied.error();
    {
        auto inserted = context.database.query(
            QStringLiteral("INSERT INTO delivery_zones (business_id, name, fee, free_from, reach, version, created_at,"
                           " updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
            {zone.businessId, zone.name, zone.feeMinor, zone.freeFromMinor, hubsql::optionalId(zone.reachMetres),
             zone.version, context.nowMs, context.nowMs});
        if (!inserted)
            return inserted.error();
        zone.id = inserted->lastInsertId();
    }
    return note(context, zone, QStringLiteral("delivery_zone.created"), 201);
}

Result<WriteOutcome> zonewrites::edit(WriteContext &context, qint64 zoneId, const ZoneEdit &edit,
                                      std::optional<qint64> version)
{
    auto zone = zonereads::one(context.database, context.principal.businessId, zoneId);
    if (!zone)
        return zone.error();
    if (const auto checked = editrules::checkVersion(version, zone->version); !checked)
        return checked.error();
    if (const auto applied = apply(context.database, edit, &*zone); !applied)
        return applied.error();
    ++zone->version;
    const auto updated =
        context.database.run(QStringLiteral("UPDATE delivery_zones SET name = ?, fee = ?, free_from = ?, reach = ?,"
                                            " version = ?, updated_at = ? WHERE zone_id = ?"),
                             {zone->name, zone->feeMinor, zone->freeFromMinor, hubsql::optionalId(zone->reachMetres),
                              zone->version, context.nowMs, zone->id});
    if (!updated)
        return updated.error();
    return note(context, *zone, QStringLiteral("delivery_zone.updated"));
}

Result<WriteOutcome> zonewrites::remove(WriteContext &context, qint64 zoneId, std::optional<qint64> version)
{
    auto zone = zonereads::one(context.database, context.principal.businessId, zoneId);
    if (!zone)
        return zone.error();
    if (const auto checked = editrules::checkVersion(version, zone->version); !checked)
        return checked.error();
    ++zone->version;
    const auto hidden = context.database.run(
        QStringLiteral("UPDATE delivery_zones SET deleted_at = ?, updated_at = ?, version = ? WHERE zone_id = ?"),
        {context.nowMs, context.nowMs, zone->version, zone->id});
    if (!hidden)
        return hidden.error();
    return note(context, *zone, QStringLiteral("delivery_zone.deleted"));
}

Result<std::vector<DeliveryZone>> zonereads::list(sql::Database &database, qint64 businessId)
{
    auto rows = database.query(selectZones() +
                                   QStringLiteral("AND business_id = ? ORDER BY reach IS NULL, reach, name, zone_id"),
                               {businessId});
    if (!rows)
        return rows.error();
    std::vector<DeliveryZone> zones;
    while (rows->next())
        zones.push_back(read(*rows));
    if (rows->failed())
        return hubsql::readFailed();
    return zones;
}

Result<DeliveryZone> zonereads::one(sql::Database &database, qint64 businessId, qint64 zoneId)
{
    auto rows =
        database.query(selectZones() + QStringLiteral("AND business_id = ? AND zone_id = ?"), {businessId, zoneId});
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    if (!*found)
        return editrules::noSuch("zone");
    return read(*rows);
}

Result<DeliveryTariff> zonereads::tariff(sql::Database &database, qint64 businessId, qint64 flatMinor)
{
    const auto house = settingsreads::one(database, businessId, QLatin1String(settingkeys::deliveryFrom));
    if (!house)
        return house.error();
    auto zones = list(database, businessId);
    if (!zones)
        return zones.error();
    return DeliveryTariff{flatMinor, geoPointFromText(std::get<QString>(*house)), std::move(*zones)};
}

Result<void> setDeliveryFee(sql::Database &database, const DeliveryPlace &place, const Business &business, Order *order)
{
    if (order->fulfilment != Fulfilment::Delivery)
        return {};
    const auto tariff = zonereads::tariff(database, business.id, business.deliveryCostMinor);
    if (!tariff)
        return tariff.error();
    const auto fee = tariff->fee(place, order->cost.subtotalMinor);
    if (!fee)
        return fee.error();
    const auto cost = costOf(order->lines, fee->feeMinor, order->cost.currency, order->cost.taxRate);
    if (!cost)
        return cost.error();
    order->cost = *cost;
    settle(order);
    return {};
}

} // namespace oshaq
