// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"

#include <QTimeZone>

#include <optional>

namespace oshaq {

/// Whether a dish can be ordered now, and when that changes. Pure.
struct Availability
{
    enum class State
    {
        Available,
        Out,    ///< 86
        NotNow, ///< outside its hours
    };

    State state = State::Available;
    qint64 backAtMs = 0; ///< when it can be ordered again, as far as is known; 0: nobody knows

    bool operator==(const Availability &) const = default;
};

/// Empty hours: always.
bool isSoldAt(const SaleHours &hours, qint64 ms, const QTimeZone &zone);
/// The next time at or after `ms` at which it is sold; nothing within a week: none.
std::optional<qint64> soldNextAt(const SaleHours &hours, qint64 ms, const QTimeZone &zone);

/// The item's own hours, else its category's.
const SaleHours &hoursOf(const Item &item, const Category *category);

Availability availabilityOf(const Item &item, const Category *category, qint64 nowMs, const QTimeZone &zone);

} // namespace oshaq
