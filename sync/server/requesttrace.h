// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/feed.h"
#include "models/domain/painted.h"
#include "models/domain/result.h"
#include "models/hub/writer.h"

#include <functional>
#include <memory>
#include <vector>

namespace oshaq {

class ApiThread;
struct Exchange;

/// What a request did, told to ApiOptions::tracer: the request itself, its command from the queue to the commit, the
/// change on its way to the screens, and the tickets that are drawn there. All of it in the trace of whoever asked.
/// Every one of these does nothing when nobody traces.
namespace tracing {

/// Remembers the order before the feed tells of it.
std::function<Result<WriteOutcome>(WriteContext &)> followed(ApiThread &thread, const Exchange &exchange,
                                                             std::function<Result<WriteOutcome>(WriteContext &)> run);
void commandEnded(ApiThread &thread, const Exchange &exchange, const Result<WriteOutcome> &outcome,
                  const CommandTimes &times);
void requestEnded(ApiThread &thread, const Exchange &exchange, int status);
/// `sockets`: how many listen on this thread.
void changeSent(ApiThread &thread, const FeedChange &change, qint64 sockets);
void painted(ApiThread &thread, const Exchange &exchange, const std::vector<PaintedAck> &acks);

} // namespace tracing

} // namespace oshaq
