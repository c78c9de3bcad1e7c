// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>
#include <vector>

namespace oshaq {

/// When something is sold: some days of the week, from a time of day to another one, by the restaurant's clock.
struct SaleWindow
{
    /// Bit 0 is Monday, bit 6 Sunday: of the day on which the window begins.
    unsigned weekdays = 0x7f;
    int fromMinutes = 0;  ///< after local midnight, 0 to 1439
    int toMinutes = 1440; ///< 1 to 1440, and not `fromMinutes`; before it: the window ends on the next day

    bool operator==(const SaleWindow &) const = default;
};

/// No window at all: always.
using SaleHours = std::vector<SaleWindow>;

/// At most so many windows.
inline constexpr int maxSaleWindows = 14;

} // namespace oshaq
