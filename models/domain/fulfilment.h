// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace oshaq {

/// How the guest gets the food. Delivery needs an address, dine-in a table.
enum class Fulfilment
{
    DineIn,
    Pickup,
    Delivery
};

inline constexpr std::array allFulfilments{Fulfilment::DineIn, Fulfilment::Pickup, Fulfilment::Delivery};

/// "dine_in", "pickup", "delivery".
QString fulfilmentText(Fulfilment fulfilment);
std::optional<Fulfilment> fulfilmentFromText(QStringView text);

} // namespace oshaq
