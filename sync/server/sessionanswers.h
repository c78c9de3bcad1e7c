// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/principal.h"
#include "sync/server/exchange.h"

namespace oshaq {

class ApiThread;

namespace sessionanswers {

/// Answers with the sessions of somebody of the caller's business.
Flow list(ApiThread &thread, Exchange &exchange, Principal::Kind kind, qint64 principalId);

} // namespace sessionanswers

} // namespace oshaq
