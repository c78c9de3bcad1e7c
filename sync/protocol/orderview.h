// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/role.h"

namespace oshaq {

/// What a role need not see is not sent: kitchen gets first names only, no phone, no address; a courier sees name,
/// phone and address.
enum class OrderView
{
    Full,
    Kitchen
};
OrderView orderViewFor(Role role);

} // namespace oshaq
