// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace oshaq {

/// The highest rate: 100 %, in thousandths of a percent as all rates.
inline constexpr qint64 maxTaxRate = 100'000;

/// What of an amount is tax, when the tax is inside it: amount x rate / (100 % + rate), half up.
qint64 includedTaxMinor(qint64 amountMinor, qint64 rate);

} // namespace oshaq
