// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/paintwatchrules.h"
#include "models/hub/writer.h"

#include <QString>

namespace oshaq {

namespace unpaintedwrites {

/// Notes that screens are told of this ticket and queues its paper, in one transaction: once for a ticket, however
/// often it is asked. The printer: the one that `printing.fallback_printer` names, else one that prints this station's
/// tickets, else the first that prints any; none: no paper. Nothing happens when the ticket was seen or finished
/// meanwhile.
Result<WriteOutcome> raise(WriteContext &context, qint64 orderId, const UnseenTicket &ticket);

} // namespace unpaintedwrites

} // namespace oshaq
