// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/analytics.h"

namespace oshaq {

SalesFigures &SalesFigures::operator+=(const SalesFigures &other)
{
    orders += other.orders;
    completed += other.completed;
    cancelled += other.cancelled;
    revenueMinor += other.revenueMinor;
    return *this;
}

} // namespace oshaq
