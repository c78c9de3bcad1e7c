// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/routetable.h"

#include <vector>

namespace oshaq::routes {

/// Messages to guests and staff: rules, words, recipients, the log, and what a guest wants. See routes.h.
std::vector<Route> noticeRoutes();

} // namespace oshaq::routes
