// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/exchange.h"

namespace oshaq {

class ApiThread;

/// A screen whose program does not fit this hub's is told so with 426 UPGRADE_REQUIRED, whatever it asks: half of what
/// it understands is worse than nothing. Who does not say a version is no screen.
namespace programstep {

Flow enter(ApiThread &thread, const ExchangePtr &exchange);

} // namespace programstep

} // namespace oshaq
