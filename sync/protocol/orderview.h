// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/role.h"

namespace oshaq {

/// What a role need not see is not sent: the kitchen gets first names only, no phone, no address; a courier gets name,
/// phone and address of the deliveries that are ready or on their way, and of all others what the kitchen gets.
enum class OrderView
{
    Full,
    Kitchen,
    Courier
};
inline constexpr int orderViewCount = 3;
OrderView orderViewFor(Role role);

} // namespace oshaq
