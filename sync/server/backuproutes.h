// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/routetable.h"

#include <vector>

namespace oshaq::routes {

std::vector<Route> backupRoutes();

} // namespace oshaq::routes
