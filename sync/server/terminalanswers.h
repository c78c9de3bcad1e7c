// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/writer.h"
#include "sync/server/exchange.h"

#include <QString>

namespace oshaq {

class ApiThread;

namespace terminalanswers {

/// The one answer that shows a terminal's token; `oldEndAtMs`: when the ones before end, 0: not said.
Result<void> token(ApiThread &thread, Exchange &exchange, qint64 businessId, const WriteOutcome &outcome,
                   qint64 oldEndAtMs, const QString &message);

} // namespace terminalanswers

} // namespace oshaq
