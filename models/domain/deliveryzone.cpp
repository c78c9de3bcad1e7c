// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/deliveryzone.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace oshaq {

namespace {

constexpr qint64 million = 1'000'000;
constexpr int mostPlaces = 6;
constexpr double earthMetres = 6'371'008.8; // mean radius

double radians(qint64 millionths)
{
    return double(millionths) / double(million) * std::numbers::pi / 180.0;
}

Error invalid(const QString &path, const QString &issue)
{
    return {ErrorCode::ValidationFailed, issue, {{path, issue}}};
}

DeliveryFee feeOf(const DeliveryZone &zone, qint64 subtotalMinor, std::optional<qint64> metres)
{
    const bool free = zone.freeFromMinor > 0 && subtotalMinor >= zone.freeFromMinor;
    return {free ? 0 : zone.feeMinor, zone.id, zone.name, metres};
}

} // namespace

std::optional<qint64> millionthsFromText(QStringView text)
{
    text = text.trimmed();
    const bool negative = text.startsWith(u'-');
    if (negative)
        text = text.sliced(1);
    const qsizetype dot = text.indexOf(u'.');
    const QStringView whole = dot < 0 ? text : text.first(dot);
    const QStringView places = dot < 0 ? QStringView() : text.sliced(dot + 1);
    const auto digits = [](QStringView part) {
        return std::all_of(part.begin(), part.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    };
    if (whole.isEmpty() || whole.size() > 6 || !digits(whole) || !digits(places) || places.size() > mostPlaces ||
        (dot >= 0 && places.isEmpty()))
        return std::nullopt;
    qint64 value = whole.toLongLong() * million;
    qint64 unit = million;
    for (const QChar c : places) {
        unit /= 10;
        value += (c.unicode() - u'0') * unit;
    }
    return negative ? -value : value;
}

QByteArray millionthsText(qint64 millionths)
{
    const qint64 size = std::abs(millionths);
    QByteArray text = QByteArray::number(size / million);
    if (const qint64 rest = size % million; rest != 0) {
        QByteArray places = QByteArray::number(rest).rightJustified(mostPlaces, '0');
        while (places.endsWith('0'))
            places.chop(1);
        text += '.' + places;
    }
    return millionths < 0 ? '-' + text : text;
}

std::optional<GeoPoint> geoPointFromText(QStringView text)
{
    const qsizetype comma = text.indexOf(u',');
    if (comma < 0)
        return std::nullopt;
    const auto latitude = millionthsFromText(text.first(comma));
    const auto longitude = millionthsFromText(text.sliced(comma + 1));
    if (!latitude || !longitude || std::abs(*latitude) > 90 * million || std::abs(*longitude) > 180 * million)
        return std::nullopt;
    return GeoPoint{*latitude, *longitude};
}

qint64 metresBetween(const GeoPoint &a, const GeoPoint &b)
{
    // The haversine: exact enough for metres at every distance that a courier drives.
    const double north = std::sin((radians(b.latitude) - radians(a.latitude)) / 2);
    const double east = std::sin((radians(b.longitude) - radians(a.longitude)) / 2);
    const double part = north * north + std::cos(radians(a.latitude)) * std::cos(radians(b.latitude)) * east * east;
    return std::llround(2 * earthMetres * std::asin(std::min(1.0, std::sqrt(part))));
}

Result<DeliveryFee> DeliveryTariff::fee(const DeliveryPlace &place, qint64 subtotalMinor) const
{
    const std::optional<qint64> metres =
        house && place.point ? std::optional(metresBetween(*house, *place.point)) : std::nullopt;
    if (place.zoneId) {
        const auto named = std::find_if(zones.begin(), zones.end(),
                                        [&](const DeliveryZone &zone) { return zone.id == *place.zoneId; });
        if (named == zones.end())
            return invalid(QStringLiteral("delivery.zone_id"), QStringLiteral("There is no such zone."));
        return feeOf(*named, subtotalMinor, metres);
    }
    const DeliveryZone *nearest = nullptr;
    bool byDistance = false;
    for (const DeliveryZone &zone : zones) {
        if (!zone.reachMetres)
            continue;
        byDistance = true;
        const bool reaches = metres && *metres <= *zone.reachMetres;
        if (reaches && (!nearest || *zone.reachMetres < *nearest->reachMetres))
            nearest = &zone;
    }
    if (nearest)
        return feeOf(*nearest, subtotalMinor, metres);
    if (metres && byDistance)
        return invalid(QStringLiteral("delivery"),
                       QStringLiteral("This is %1 m away: nobody delivers so far.").arg(*metres));
    return DeliveryFee{flatMinor, std::nullopt, {}, metres};
}

} // namespace oshaq
