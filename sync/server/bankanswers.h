// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/bank.h"
#include "models/hub/paymentservice.h"
#include "sync/protocol/json.h"
#include "sync/server/apithread.h"
#include "sync/server/exchange.h"

#include <functional>

namespace oshaq {

/// "lines" and "guests" of a body that pays.
BillShare readShare(const JsonValue &body);

/// Routes that wait for the bank without holding a thread.
namespace bankanswers {

/// A success: the bank answered and that is written down.
using AfterAsking = std::function<Flow(ApiThread &, const ExchangePtr &, const Result<void> &)>;
/// Asks the bank what became of a payment, and goes on when it has said so, or does not.
Flow afterAsking(ApiThread &thread, const ExchangePtr &exchange, qint64 paymentId, const AfterAsking &then);

using AfterPage = std::function<Flow(ApiThread &, const ExchangePtr &, const Result<BankPage> &)>;
Flow afterPage(ApiThread &thread, const ExchangePtr &exchange, qint64 businessId, qint64 paymentId,
               const AfterPage &then);

} // namespace bankanswers

} // namespace oshaq
