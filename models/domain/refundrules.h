// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "models/domain/role.h"

#include <optional>

namespace oshaq {

/// What a counter may give back of one payment, in whole units of the currency; above it a manager does it.
inline constexpr qint64 counterRefundLimit = 5'000;

/// What somebody of that role may give back of one payment, all of its refunds together, in minor units; none: all.
inline std::optional<qint64> refundLimitMinor(Role role, const Currency &currency)
{
    if (role != Role::Counter)
        return std::nullopt;
    qint64 limitMinor = counterRefundLimit;
    for (int i = 0; i < currency.exponent(); ++i)
        limitMinor *= 10;
    return limitMinor;
}

} // namespace oshaq
