// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>

namespace oshaq {

/// Quantities are int64 thousandths: 1500 is 1.5 (portions, kilograms, litres).
inline constexpr qint64 maxQuantityThousandths = 1'000'000'000; // a million pieces
inline constexpr qint64 defaultQuantityStep = 1000;

/// Parses a plain decimal with at most three places ("2", "1.5", "0.250"); sign, exponent, more places,
/// zero or more than maxQuantityThousandths: ValidationFailed.
Result<qint64> parseQuantity(QByteArrayView text);

/// Exact text without trailing zeros: 1500 -> "1.5", 2000 -> "2".
QByteArray formatQuantity(qint64 thousandths);

/// Positive and a multiple of the step: ok. Otherwise QuantityOffStep with the step in the message.
Result<void> checkQuantityStep(qint64 thousandths, qint64 stepThousandths);

} // namespace oshaq
