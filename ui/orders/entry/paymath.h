// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"

#include <vector>

namespace oshaq {

/// What a guest is likely to hand over for `minor`: the exact amount first, then the next round ones in the notes of
/// the currency, rising; at most five. Minor units; nothing for an amount that is not positive.
std::vector<qint64> quickCash(qint64 minor, const Currency &currency);

/// What one of `guests` pays of `dueMinor`, rounded up to whole units of the currency, so that the last one never pays
/// more than the others.
qint64 evenShare(qint64 dueMinor, int guests, const Currency &currency);

/// What dishes of `chosenMinor` out of `allMinor` come to of an order's total, with their part of what stands beside
/// the dishes, such as delivery: rounded up to whole units of the currency, and never more than is owed.
qint64 dishesShare(qint64 totalMinor, qint64 chosenMinor, qint64 allMinor, qint64 dueMinor, const Currency &currency);

} // namespace oshaq
