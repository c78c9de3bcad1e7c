// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/tax.h"

namespace oshaq {

qint64 includedTaxMinor(qint64 amountMinor, qint64 rate)
{
    constexpr qint64 whole = 100'000;
    const qint64 divisor = whole + rate;
    // In two parts: the largest amounts times a rate do not fit into 64 bits.
    return amountMinor / divisor * rate + (amountMinor % divisor * rate + divisor / 2) / divisor;
}

} // namespace oshaq
