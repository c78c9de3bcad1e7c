// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/terminalservice.h"
#include "sync/protocol/screenjson.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/routebuilder.h"
#include "sync/server/routes.h"

namespace oshaq::routes {

namespace {

void answer(ApiThread &thread, Exchange &exchange)
{
    apijson::succeed(exchange, 200, screenReportedJson({exchange.principal->id, thread.nowMs()}),
                     QStringLiteral("Noted"));
}

Flow takeReport(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const Principal &caller = *exchange->principal;
    // Its name may be another one since the last report.
    const auto terminal = terminalreads::one(**database, caller.businessId, caller.id);
    if (!terminal)
        return refuse(*exchange, terminal.error());
    const ScreenReport report = readScreenReport(exchange->body);
    const QString address = QString::fromLatin1(exchange->request.remoteAddress);
    const ScreenBoard::Now now{exchange->request.arrivedAtMs, thread.monotonicMs()};
    if (!thread.shared().screens.note(*terminal, report, address, now)) {
        answer(thread, *exchange);
        return Flow::Answer;
    }
    return thread.submitThen(
        exchange,
        [version = report.version, address](WriteContext &context) {
            return terminalwrites::markSeen(context, version, address);
        },
        [](ApiThread &owner, const ExchangePtr &waiting, const Result<WriteOutcome> &) {
            // The report counts whether or not a line of it could be kept.
            answer(owner, *waiting);
            return Flow::Answer;
        });
}

} // namespace

std::vector<Route> screenRoutes()
{
    using namespace routing;
    Route report = write("POST", "/business/terminals/report", "business.terminals.report",
                         only(staffRoles, kindBit(Principal::Kind::Terminal)), Route::Body::Required,
                         screenReportSchema(), answers("ScreenReported", outputs::screenReported()), takeReport);
    // The next one says it all again, and none is worth repeating.
    report.idempotent = false;
    return {summed(report, "What a screen says of itself every ten seconds")};
}

} // namespace oshaq::routes
