// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>
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

/// ValidationFailed with a detail for each wrong place: "hours[1].to_minutes".
Result<void> checkSaleHours(const SaleHours &hours);

/// `hours` are good ones; `timeZone` is an IANA name, an unknown one counts as UTC. What the clock on the wall shows
/// decides: an hour that it shows twice is on sale twice, one that it leaves out is not there.
bool isOnSale(const SaleHours &hours, const QString &timeZone, qint64 ms);

/// The first instant after `ms` at which isOnSale() says something else; nothing: it stays as it is.
std::optional<qint64> nextSaleChange(const SaleHours &hours, const QString &timeZone, qint64 ms);

/// As rows keep them: "[]", "[[31,420,660]]". What is no such text, or wrong, reads as always.
QString saleHoursText(const SaleHours &hours);
SaleHours saleHoursFromText(const QString &text);

} // namespace oshaq
