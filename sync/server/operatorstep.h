// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/exchange.h"

namespace oshaq {

class ApiThread;

/// Who stands at the screen that asks: "Oshaq-Operator: STAFF_ID", from terminals only. From here on the principal may
/// what the screen and the person both may (see narrower()), and the journal names the person.
///
/// Somebody who was never one of this business's staff is refused as a wrong value (422): a screen puts such a command
/// aside and goes on with others. Somebody who left counts for what arrives late, and for nothing else.
namespace operatorstep {

Flow enter(ApiThread &thread, const ExchangePtr &exchange);
/// Says of a refusal that the screen itself may, so that it does not take its token for a bad one.
void leave(ApiThread &thread, Exchange &exchange);

} // namespace operatorstep

} // namespace oshaq
