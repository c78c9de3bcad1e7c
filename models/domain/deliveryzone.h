// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// A place on the earth in millionths of a degree, which is about a hand's breadth.
struct GeoPoint
{
    qint64 latitude = 0;  ///< -90,000,000 to 90,000,000
    qint64 longitude = 0; ///< -180,000,000 to 180,000,000

    bool operator==(const GeoPoint &) const = default;
};

/// "43.238949, 76.889709"; nothing when it is no such text or no place on the earth.
std::optional<GeoPoint> geoPointFromText(QStringView text);
/// Millionths of a plain decimal number with at most six places: "43.2" is 43,200,000.
std::optional<qint64> millionthsFromText(QStringView text);
/// "43.238949", without trailing zeros.
QByteArray millionthsText(qint64 millionths);
/// As the crow flies, to the metre.
qint64 metresBetween(const GeoPoint &a, const GeoPoint &b);

/// Somewhere that the house delivers to, and what that costs the guest.
struct DeliveryZone
{
    qint64 id = 0;
    qint64 businessId = 0;
    QString name;
    qint64 feeMinor = 0;
    qint64 freeFromMinor = 0;          ///< from this total of the dishes on it costs nothing; 0: never
    std::optional<qint64> reachMetres; ///< everything so near that is in no nearer zone; none: it is chosen by its name
    qint64 version = 1;

    bool operator==(const DeliveryZone &) const = default;
};

/// Where a delivery goes, as far as somebody said it: the zone counts before the point.
struct DeliveryPlace
{
    std::optional<qint64> zoneId;
    std::optional<GeoPoint> point;

    bool isGiven() const { return zoneId || point; }
    bool operator==(const DeliveryPlace &) const = default;
};

struct DeliveryFee
{
    qint64 feeMinor = 0;
    std::optional<qint64> zoneId;
    QString zoneName;
    std::optional<qint64> metres; ///< from the house; none: nobody knows

    bool operator==(const DeliveryFee &) const = default;
};

/// What a house asks for a delivery.
struct DeliveryTariff
{
    qint64 flatMinor = 0;          ///< where no zone says something else
    std::optional<GeoPoint> house; ///< none: distances count for nothing
    std::vector<DeliveryZone> zones;

    /// By the zone that was named, else by the nearest zone that reaches the point, else the flat fee.
    /// ValidationFailed with the path "delivery.zone_id" for a zone that is not there, and "delivery" for a point that
    /// no zone reaches although some have a reach.
    Result<DeliveryFee> fee(const DeliveryPlace &place, qint64 subtotalMinor) const;
};

} // namespace oshaq
