// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/exchange.h"

#include "models/hub/attemptlock.h"

namespace oshaq {

Flow refuse(Exchange &exchange, const Error &error)
{
    if (const qint64 seconds = attemptlock::retryAfterSeconds(error); seconds > 0)
        exchange.addHeader("Retry-After", QByteArray::number(seconds));
    exchange.error = error;
    return Flow::Answer;
}

} // namespace oshaq
