// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "sync/server/exchange.h"

namespace oshaq {

class ApiThread;

/// For public routes that make something of a token when there is one.
namespace caller {

/// Fills in Exchange::principal when the request has a token; one that is not good is an error.
Result<void> readToken(ApiThread &thread, Exchange &exchange);

/// The caller's business, else the one that "business" of the body names, else the only one.
Result<qint64> businessOf(ApiThread &thread, const Exchange &exchange);

} // namespace caller

} // namespace oshaq
