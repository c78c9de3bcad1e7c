// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/deliveryzone.h"
#include "models/domain/order.h"
#include "models/domain/pricing.h"
#include "models/hub/writer.h"

#include <optional>
#include <vector>

namespace oshaq {

/// As long as people read it on a button.
inline constexpr int maxZoneName = 60;
inline constexpr std::size_t maxZones = 50;
/// Further than any courier goes.
inline constexpr qint64 maxReachMetres = 200'000;

/// What somebody says of a zone. Of an edit, what is not there stays.
struct ZoneEdit
{
    std::optional<QString> name;
    std::optional<qint64> feeMinor;
    std::optional<qint64> freeFromMinor;              ///< 0: never free
    std::optional<std::optional<qint64>> reachMetres; ///< none inside: the zone is chosen by its name
};

/// The table `delivery_zones`. Those that were taken away are invisible here; orders keep what they cost.
namespace zonewrites {

/// AlreadyExists for a name that a zone has. Outcome 201.
Result<WriteOutcome> create(WriteContext &context, const ZoneEdit &edit);
Result<WriteOutcome> edit(WriteContext &context, qint64 zoneId, const ZoneEdit &edit, std::optional<qint64> version);
Result<WriteOutcome> remove(WriteContext &context, qint64 zoneId, std::optional<qint64> version);

} // namespace zonewrites

namespace zonereads {

/// The nearest first, then those without a reach by name.
Result<std::vector<DeliveryZone>> list(sql::Database &database, qint64 businessId);
Result<DeliveryZone> one(sql::Database &database, qint64 businessId, qint64 zoneId);
/// `flatMinor`: businesses.delivery_cost.
Result<DeliveryTariff> tariff(sql::Database &database, qint64 businessId, qint64 flatMinor);

} // namespace zonereads

/// Gives a priced order that is a delivery the fee of where it goes, and its total and tax anew.
Result<void> setDeliveryFee(sql::Database &database, const DeliveryPlace &place, const Business &business,
                            Order *order);

} // namespace oshaq
