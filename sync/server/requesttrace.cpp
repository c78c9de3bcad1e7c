// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/requesttrace.h"

#include "sync/server/apithread.h"
#include "sync/server/exchange.h"
#include "sync/server/routetable.h"

#include <algorithm>

namespace oshaq::tracing {

namespace {

TraceSpan spanOf(const TraceContext &context, const QByteArray &parent, const char *name, qint64 beganUs,
                 qint64 endedUs)
{
    TraceSpan span;
    span.traceId = context.traceId;
    span.spanId = context.spanId;
    span.parentSpanId = parent;
    span.name = name;
    span.beganUs = beganUs;
    span.endedUs = std::max(beganUs, endedUs);
    return span;
}

} // namespace

ApiThread::Run followed(ApiThread &thread, const Exchange &exchange, ApiThread::Run run)
{
    if (!exchange.span || !exchange.span->sampled || !run)
        return run;
    return
        [run = std::move(run), tracer = thread.shared().options.tracer, context = *exchange.span](WriteContext &write) {
            auto outcome = run(write);
            if (outcome && outcome->entity == EntityKind::Order && outcome->entityId > 0)
                tracer->follow(outcome->entityId, context, 0);
            return outcome;
        };
}

void commandEnded(ApiThread &thread, const Exchange &exchange, const Result<WriteOutcome> &outcome,
                  const CommandTimes &times)
{
    const auto &tracer = thread.shared().options.tracer;
    if (!tracer || !exchange.span || !exchange.span->sampled || times.begunUs == 0)
        return;
    const TraceContext command = tracer->below(*exchange.span);
    TraceSpan span = spanOf(command, exchange.span->spanId, "command", exchange.beganUs, times.committedUs);
    span.failed = !outcome && outcome.error().code == ErrorCode::StorageUnavailable;
    span.texts.append({"oshaq.outcome", outcome ? QByteArray("ok") : errorCodeText(outcome.error().code).toLatin1()});
    span.numbers.append({"oshaq.queue_us", std::max<qint64>(0, times.begunUs - exchange.beganUs)});
    if (outcome && outcome->entity == EntityKind::Order)
        span.numbers.append({"oshaq.order_id", outcome->entityId});
    tracer->add(std::move(span));
    TraceSpan commit = spanOf(tracer->below(command), command.spanId, "commit", times.commitUs, times.committedUs);
    commit.numbers.append({"oshaq.commands", times.inBatch});
    tracer->add(std::move(commit));
    if (outcome && outcome->entity == EntityKind::Order && outcome->entityId > 0)
        tracer->follow(outcome->entityId, *exchange.span, times.committedUs);
}

void requestEnded(ApiThread &thread, const Exchange &exchange, int status)
{
    const auto &tracer = thread.shared().options.tracer;
    if (!tracer || !exchange.span || !exchange.span->sampled)
        return;
    const QByteArray route = exchange.route ? exchange.route->fullPattern : QByteArray();
    TraceSpan span = spanOf(*exchange.span, exchange.parentSpanId, "", exchange.beganUs, Tracer::nowUs());
    span.name = exchange.request.method.left(16) + (route.isEmpty() ? QByteArray() : ' ' + route);
    span.kind = TraceSpan::Kind::Server;
    span.failed = status >= 500;
    span.texts = {{"http.request.method", exchange.request.method.left(16)},
                  {"http.route", route},
                  {"oshaq.request_id", exchange.requestId}};
    if (exchange.error)
        span.texts.append({"error.type", errorCodeText(exchange.error->code).toLatin1()});
    span.numbers = {{"http.response.status_code", status}};
    tracer->add(std::move(span));
}

void changeSent(ApiThread &thread, const FeedChange &change, qint64 sockets)
{
    const auto &tracer = thread.shared().options.tracer;
    if (!tracer || change.change.entity != EntityKind::Order)
        return;
    const auto known = tracer->followed(change.change.id);
    if (!known)
        return;
    const qint64 nowUs = Tracer::nowUs();
    TraceSpan span = spanOf(tracer->below(known->context), known->context.spanId, "feed",
                            known->committedUs > 0 ? known->committedUs : nowUs, nowUs);
    span.kind = TraceSpan::Kind::Producer;
    span.texts.append({"oshaq.change", change.change.type.toLatin1()});
    span.numbers = {{"oshaq.order_id", change.change.id}, {"oshaq.seq", change.change.seq}, {"oshaq.sockets", sockets}};
    tracer->add(std::move(span));
}

void painted(ApiThread &thread, const Exchange &exchange, const std::vector<PaintedAck> &acks)
{
    const auto &tracer = thread.shared().options.tracer;
    if (!tracer)
        return;
    const qint64 nowUs = Tracer::nowUs();
    for (const PaintedAck &ack : acks) {
        const auto known = tracer->followed(ack.orderId);
        if (!known || ack.counted)
            continue;
        TraceSpan span = spanOf(tracer->below(known->context), known->context.spanId, "painted",
                                known->committedUs > 0 ? known->committedUs : nowUs, nowUs);
        span.numbers = {{"oshaq.order_id", ack.orderId}, {"oshaq.station_id", ack.stationId}};
        if (exchange.principal && exchange.principal->kind == Principal::Kind::Terminal)
            span.numbers.append({"oshaq.terminal_id", exchange.principal->id});
        // The acknowledgement is a request of its own: its trace is named, so that one leads to the other.
        if (exchange.span)
            span.texts.append({"oshaq.acknowledged_by_trace", exchange.span->traceId});
        tracer->add(std::move(span));
    }
}

} // namespace oshaq::tracing
