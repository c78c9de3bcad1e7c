// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/availability.h"

namespace oshaq {

bool isSoldAt(const SaleHours &hours, qint64 ms, const QTimeZone &zone)
{
    return isOnSale(hours, QString::fromLatin1(zone.id()), ms);
}

std::optional<qint64> soldNextAt(const SaleHours &hours, qint64 ms, const QTimeZone &zone)
{
    return isSoldAt(hours, ms, zone) ? ms : nextSaleChange(hours, QString::fromLatin1(zone.id()), ms);
}

const SaleHours &hoursOf(const Item &item, const Category *category)
{
    return item.hours.empty() && category ? category->hours : item.hours;
}

Availability availabilityOf(const Item &item, const Category *category, qint64 nowMs, const QTimeZone &zone)
{
    if (!item.available)
        return {Availability::State::Out, item.backAtMs};
    const SaleHours &hours = hoursOf(item, category);
    if (isSoldAt(hours, nowMs, zone))
        return {};
    return {Availability::State::NotNow, soldNextAt(hours, nowMs, zone).value_or(0)};
}

} // namespace oshaq
